// Import makes content of raw articles: go run ./cmd/import --help.
package main

import (
	"fmt"
	"os"

	"glossator/internal/build"
	"glossator/internal/cli"
	"glossator/internal/importer"
)

const about = "Makes content of raw articles: stand-off evidence of texts that may not be republished."

type flags struct {
	cli.Flags
	Evidence bool     `help:"Write content/articles/NAME.evidence.csv from each FILE, a publisher's text kept outside the site."`
	Changes  bool     `help:"Write content/compare/A--B.csv from two FILEs: what differs between two tellings of one story."`
	Files    []string `arg:"" optional:"" name:"file" help:"Raw articles (.txt, .html or .md)." type:"existingfile"`
}

func main() {
	cli.Hurry()
	os.Exit(run(os.Args[1:]))
}

func run(args []string) int {
	var f flags
	if ok, code := cli.Parse("import", about, &f, args); !ok {
		return code
	}
	if f.Evidence == f.Changes || len(f.Files) == 0 || f.Changes && len(f.Files) != 2 {
		fmt.Fprintln(os.Stderr, "import: nothing to do\n\thint: go run ./cmd/import --evidence FILE…, or --changes FILE FILE")
		return cli.Usage
	}
	r, files, err := f.read()
	if err != nil {
		return cli.Fail("import", err)
	}
	f.Print(os.Stdout, os.Stderr, &r.Report)
	if !r.OK && !f.Force {
		return cli.Problems
	}
	for _, file := range files {
		replaced, err := file.Write(f.Site)
		if err != nil {
			return cli.Fail("import", err)
		}
		fmt.Printf("%s %s\n", map[bool]string{false: "wrote   ", true: "replaced"}[replaced], file.Path)
	}
	return cli.Fine
}

func (f *flags) read() (*build.Result, []importer.File, error) {
	if f.Changes {
		r, file, err := importer.ChangesOf(f.Config, f.Files[0], f.Files[1])
		return r, []importer.File{file}, err
	}
	return importer.EvidenceOf(f.Config, f.Files)
}
