package compare_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"glossator/internal/annotate"
	"glossator/internal/catalogue"
	"glossator/internal/compare"
	"glossator/internal/doc"
	"glossator/internal/golden"
	"glossator/internal/lexicon"
	"glossator/internal/source"
)

// TestTellings holds everything that a comparison says of two whole texts, in the order
// in which a page shows it.
func TestTellings(t *testing.T) {
	paths, err := filepath.Glob("testdata/tellings/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal("no texts", err)
	}
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		a, b, want := telling(t, archive)
		want.Data = []byte(whole(a, b))
		golden.Is(t, path, string(txtar.Format(archive)))
	}
}

// telling is the two texts of an archive, annotated with its catalogue, and the file that
// says what is found.
func telling(t *testing.T, archive *txtar.Archive) (a, b compare.Side, want *txtar.File) {
	t.Helper()
	var entries []*catalogue.Entry
	for _, f := range archive.Files {
		if strings.HasPrefix(f.Name, "catalogue/") {
			e, problems := catalogue.Parse(source.NewFile(f.Name, string(f.Data)), 0)
			if len(problems) > 0 {
				t.Fatal(problems)
			}
			entries = append(entries, e)
		}
	}
	lex := lexicon.New(catalogue.New([]catalogue.Facet{{ID: "who", Singular: "who"}}, entries), "en")
	side := func(f txtar.File) compare.Side {
		d, _ := doc.Parse(source.NewFile(f.Name+".txt", string(f.Data)), nil, doc.Options{})
		return compare.Side{Doc: d, Ann: annotate.Annotate(d, lex)}
	}
	n := len(archive.Files)
	return side(archive.Files[n-3]), side(archive.Files[n-2]), &archive.Files[n-1]
}

// whole lists the rows with their changes, each with what it stands in where that is more.
func whole(a, b compare.Side) string {
	c := compare.Compare("en", a, b)
	cut := func(s compare.Side, span source.Span) string {
		return strings.ReplaceAll(s.Doc.Prose.Text[span.Start:span.End], "\n", " ")
	}
	both := func(x, y source.Span) string { return cut(a, x) + " > " + cut(b, y) }
	var out strings.Builder
	told := func(f compare.Finding) {
		fmt.Fprintf(&out, "\t%s: %s: %s", f.Kind, f.Verdict, both(f.A, f.B))
		if f.InA != f.A || f.InB != f.B {
			fmt.Fprintf(&out, "\n\t\tin %s", both(f.InA, f.InB))
		}
		if f.Entry != "" {
			fmt.Fprintf(&out, "\n\t\tof %s", f.Entry)
		}
		fmt.Fprintf(&out, "\n")
	}
	fmt.Fprintf(&out, "shared %d and %d\n", c.SharedA, c.SharedB)
	for _, r := range c.Rows {
		moved := ""
		if r.Moved {
			moved = " moved"
		}
		fmt.Fprintf(&out, "%d %d%s: %s\n", r.BlockA, r.BlockB, moved, both(r.A, r.B))
		if r.Finding >= 0 {
			told(c.Findings[r.Finding])
		}
		for _, op := range r.Ops {
			if op.Finding >= 0 {
				told(c.Findings[op.Finding])
			}
		}
	}
	out.WriteString("in order\n")
	for _, f := range c.Findings {
		fmt.Fprintf(&out, "\t%s %d %d\n", f.Kind, f.A.Start, f.B.Start)
	}
	return out.String()
}
