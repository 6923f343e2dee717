package command

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"glossator/internal/cli"
	"glossator/internal/importer"
	"glossator/internal/source"
)

// vocabulary brings a table's entries into the site.
func (f *importFlags) vocabulary() int {
	v, err := importer.VocabularyOf(f.Config, f.Vocabulary, f.Facet)
	if err != nil {
		return cli.Fail("import", err)
	}
	return f.bring(v, v.Problems, v.Write, func() { f.entriesTold(v) })
}

// articlesTable brings what a table says of the articles into the site.
func (f *importFlags) articlesTable() int {
	t, err := importer.ArticlesTableOf(f.Config, f.ArticlesTable)
	if err != nil {
		return cli.Fail("import", err)
	}
	return f.bring(t, t.Problems, t.Write, func() { articlesTold(t) })
}

// bring writes what a table changes, unless its problems stop that, and says what became
// of each row: all of it as JSON, or as tell prints it.
func (f *importFlags) bring(all any, problems []source.Problem, write func() error, tell func()) int {
	stops := source.Stops(problems, f.Strict)
	if !stops && !f.DryRun {
		if err := cli.Whole(write); err != nil {
			return cli.Fail("import", err)
		}
	}
	if f.Format == "json" {
		e := json.NewEncoder(os.Stdout)
		e.SetIndent("", "  ")
		_ = e.Encode(all)
	} else {
		for _, p := range problems {
			fmt.Fprintln(os.Stderr, p)
		}
		if stops {
			fmt.Fprintln(os.Stderr, "import: nothing was written")
		} else if !f.Quiet {
			tell()
		}
	}
	if stops {
		return cli.Problems
	}
	return cli.Fine
}

// entriesTold prints what became of each entry.
func (f *importFlags) entriesTold(v *importer.Vocabulary) {
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

// articlesTold prints what became of each article.
func articlesTold(t *importer.ArticlesTable) {
	changed := 0
	for _, c := range t.Changes {
		if len(c.Fields) == 0 {
			continue
		}
		changed++
		fmt.Printf("%-8s %s: %s\n", map[bool]string{false: "changed", true: "wrote"}[c.New], c.Path, strings.Join(c.Fields, ", "))
	}
	fmt.Printf("articles  %d changed, %d kept\n", changed, len(t.Changes)-changed)
}
