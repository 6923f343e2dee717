package site

import (
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"glossator/internal/catalogue"
	"glossator/internal/meta"
	"glossator/internal/source"
)

// Change is one difference between two private originals, told by a stand-off file.
type Change struct {
	ParagraphA, ParagraphB int // from 1; 0 is the title, -1 where the passage is missing
	Kind                   string
	Entry                  catalogue.ID
	A, B                   string // both readings, at most MostWords each; "" where missing
	Verdict                string
	Line                   int // in the file
}

// ChangeColumns is the head of a file content/compare/A--B.csv.
var ChangeColumns = []string{"a_paragraph", "b_paragraph", "kind", "entry", "a", "b", "verdict"}

// changes reads content/compare/A--B.csv: what differs between the originals of two
// accounts. Where the originals themselves are read, from elsewhere, they are compared
// instead.
func (s *Site) changes(t *source.Tree, dirs []string) (problems []source.Problem) {
	if !slices.Contains(dirs, "content/articles") {
		return nil
	}
	for _, p := range t.Under("content/compare") {
		stem, ok := strings.CutSuffix(path.Base(p), ".csv")
		if !ok {
			continue
		}
		f := t.File(p)
		left, right, _ := strings.Cut(stem, "--")
		a, b := s.Article(left), s.Article(right)
		if a == nil || b == nil || a == b {
			problems = append(problems, f.Problem(0, "unknown-article", fmt.Sprintf("%q does not name two articles of the site", stem),
				"name the file A--B.csv after the articles' files").As(source.Warning))
			continue
		}
		i := slices.IndexFunc(s.Pairs, func(x Pair) bool { return x.A == min(a.Index, b.Index) && x.B == max(a.Index, b.Index) })
		if i < 0 {
			problems = append(problems, f.Problem(0, "unrelated", fmt.Sprintf("nothing says that %q and %q tell one story", left, right),
				"say so in same_story: of one of them").As(source.Warning))
			continue
		}
		rows, ps := s.readChanges(f)
		problems = append(problems, ps...)
		if a.Index > b.Index {
			turn(rows)
		}
		s.Pairs[i].Changes, s.Pairs[i].From = rows, f
	}
	return problems
}

// turn makes the first of two texts the second.
func turn(rows []Change) {
	for k := range rows {
		r := &rows[k]
		r.A, r.B, r.ParagraphA, r.ParagraphB = r.B, r.A, r.ParagraphB, r.ParagraphA
	}
}

func (s *Site) readChanges(f *source.File) (rows []Change, problems []source.Problem) {
	problems = table(f, ChangeColumns, "changes", func(rec []string, line int) (msg, hint string) {
		c := Change{Kind: rec[2], Entry: rec[3], A: rec[4], B: rec[5], Verdict: rec[6], Line: line}
		var errA, errB error
		c.ParagraphA, errA = strconv.Atoi(rec[0])
		c.ParagraphB, errB = strconv.Atoi(rec[1])
		switch {
		case errA != nil || errB != nil:
			return fmt.Sprintf("paragraph %q or %q is no number", rec[0], rec[1]), "count the originals' paragraphs from 1"
		case len(strings.Fields(c.A)) > MostWords || len(strings.Fields(c.B)) > MostWords:
			return fmt.Sprintf("a reading of more than %d words", MostWords), "quote less of somebody else's text"
		case c.Entry != "" && s.Catalogue.Entry(c.Entry) == nil:
			return fmt.Sprintf("unknown entry %q", c.Entry), meta.DidYouMean(c.Entry, s.Catalogue.IDs())
		}
		rows = append(rows, c)
		return "", ""
	})
	return rows, problems
}
