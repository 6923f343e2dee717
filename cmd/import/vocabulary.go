package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"glossator/internal/cli"
	"glossator/internal/importer"
	"glossator/internal/source"
)

// vocabulary brings a table's entries into the site and says what became of each.
func (f *flags) vocabulary() int {
	v, err := importer.VocabularyOf(f.Config, f.Vocabulary)
	if err != nil {
		return cli.Fail("import", err)
	}
	stops := source.Stops(v.Problems, f.Strict)
	if !stops {
		if err := cli.Whole(v.Write); err != nil {
			return cli.Fail("import", err)
		}
	}
	if f.Format == "json" {
		e := json.NewEncoder(os.Stdout)
		e.SetIndent("", "  ")
		_ = e.Encode(v)
	} else {
		f.report(v, stops)
	}
	if stops {
		return cli.Problems
	}
	return cli.Fine
}

// report prints what became of each entry.
func (f *flags) report(v *importer.Vocabulary, stops bool) {
	for _, p := range v.Problems {
		fmt.Fprintln(os.Stderr, p)
	}
	if stops {
		fmt.Fprintln(os.Stderr, "import: nothing was written")
	}
	if stops || f.Quiet {
		return
	}
	var created, changed, kept int
	for _, c := range v.Changes {
		switch {
		case c.New:
			created++
			fmt.Printf("created  %s\n", c.Path)
		case len(c.Fields) > 0:
			changed++
			fmt.Printf("changed  %s: %s\n", c.Path, strings.Join(c.Fields, ", "))
		default:
			if kept++; f.Verbose {
				fmt.Printf("kept     %s\n", c.Path)
			}
		}
	}
	fmt.Printf("entries  %d created, %d changed, %d kept\n", created, changed, kept)
}
