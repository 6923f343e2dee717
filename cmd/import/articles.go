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

// articlesTable brings what a table says of the articles into the site, and says what
// became of each.
func (f *flags) articlesTable() int {
	t, err := importer.ArticlesTableOf(f.Config, f.ArticlesTable)
	if err != nil {
		return cli.Fail("import", err)
	}
	stops := source.Stops(t.Problems, f.Strict)
	if !stops {
		if err := cli.Whole(t.Write); err != nil {
			return cli.Fail("import", err)
		}
	}
	if f.Format == "json" {
		e := json.NewEncoder(os.Stdout)
		e.SetIndent("", "  ")
		_ = e.Encode(t)
	} else {
		f.reportArticles(t, stops)
	}
	if stops {
		return cli.Problems
	}
	return cli.Fine
}

func (f *flags) reportArticles(t *importer.ArticlesTable, stops bool) {
	for _, p := range t.Problems {
		fmt.Fprintln(os.Stderr, p)
	}
	if stops {
		fmt.Fprintln(os.Stderr, "import: nothing was written")
	}
	if stops || f.Quiet {
		return
	}
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
