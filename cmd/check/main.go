// Check reports every problem of a site and writes nothing: go run ./cmd/check --help.
package main

import (
	"fmt"
	"os"

	"glossator/internal/build"
	"glossator/internal/cli"
)

const about = "Reports every problem of the site without publishing anything."

type flags struct {
	cli.Flags
	Explain           string `help:"Say what is linked in a sentence, or in the paragraph at FILE:LINE, and why." placeholder:"SENTENCE|FILE:LINE"`
	ExportAnnotations string `help:"Write every article's annotations as JSON into this directory." placeholder:"DIR"`
}

func main() {
	cli.Hurry()
	os.Exit(run(os.Args[1:]))
}

func run(args []string) int {
	var f flags
	if ok, code := cli.Parse("check", about, &f, args); !ok {
		return code
	}
	if err := f.Check(); err != nil {
		cli.Fail("check", err)
		return cli.Usage
	}
	f.Clock()
	b := build.New(f.Config)
	r, err := b.Build()
	if err != nil {
		return cli.Fail("check", err)
	}
	if f.Explain != "" {
		text, err := r.Explain(f.Explain)
		if err != nil {
			return cli.Fail("check", err)
		}
		fmt.Print(text)
		return cli.Fine
	}
	r.Render() // so that every template's mistake is found
	if f.ExportAnnotations != "" {
		if err := r.ExportAnnotations(f.ExportAnnotations); err != nil {
			return cli.Fail("check", err)
		}
	}
	f.Print(os.Stdout, os.Stderr, &r.Report)
	if !r.OK {
		return cli.Problems
	}
	return cli.Fine
}
