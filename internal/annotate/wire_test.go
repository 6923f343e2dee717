package annotate_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"glossator/internal/annotate"
	"glossator/internal/annotate/sample"
	"glossator/internal/source"
)

// Ten invented wire reports whose dates were marked by hand, as {words|2022-Q1,2022}: what
// they may resolve to, "?" where they have no place on the calendar; behind "~" where they
// may as well not be found. The first line of a report is its day. The five that are called
// fresh were not looked at while the rules were written.
//
// Precision is the share of the days given that are right, recall that of the days marked
// which are given. The floors are what is reached.
func TestWireReports(t *testing.T) {
	paths, err := filepath.Glob("testdata/wire/*.marked")
	if err != nil || len(paths) != 10 {
		t.Fatal(paths, err)
	}
	var known, fresh wireScore
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		s := &known
		if strings.HasPrefix(filepath.Base(path), "fresh-") {
			s = &fresh
		}
		s.count(filepath.Base(path), string(data))
	}
	known.atLeast(t, "known", 0.99, 0.93)
	fresh.atLeast(t, "fresh", 0.95, 0.90)
}

type wireScore struct {
	marked, found, given, right int
	misses                      []string
}

func (s *wireScore) atLeast(t *testing.T, name string, precision, recall float64) {
	p, r := float64(s.right)/float64(s.given), float64(s.found)/float64(s.marked)
	t.Logf("%s: precision %.3f, recall %.3f, F1 %.3f of %d", name, p, r, 2*p*r/(p+r), s.marked)
	if p < precision || r < recall {
		t.Errorf("%s: asked are %.3f and %.3f\n%s", name, precision, recall, strings.Join(s.misses, "\n"))
	}
}

// markedDate is one expression of the gold.
type markedDate struct {
	source.Span
	may   []string
	maybe bool
}

func (s *wireScore) count(name, data string) {
	day, text, _ := strings.Cut(data, "\n")
	prose, gold := unmark(text)
	x, _ := sample.Text(day, "en", prose)
	shift := strings.Index(x.Prose, prose[:20])
	found := annotate.Annotate(x.Doc, x.Lex).Dates
	for i := range gold {
		g := &gold[i]
		g.Start, g.End = g.Start+shift, g.End+shift
		if g.maybe || g.may[0] == "?" {
			continue
		}
		s.marked++
		ok := false
		for _, d := range found {
			ok = ok || d.Span.Overlaps(g.Span) && slices.Contains(g.may, string(d.Resolves))
		}
		if ok {
			s.found++
		} else {
			s.misses = append(s.misses, name+": missed "+x.Prose[g.Start:g.End])
		}
	}
	for _, d := range found {
		if d.Resolves == "" {
			continue
		}
		s.given++
		if slices.ContainsFunc(gold, func(g markedDate) bool {
			return d.Span.Overlaps(g.Span) && slices.Contains(g.may, string(d.Resolves))
		}) {
			s.right++
		} else {
			s.misses = append(s.misses, name+": wrong "+x.Prose[d.Span.Start:d.Span.End]+" = "+string(d.Resolves))
		}
	}
}

// unmark takes the marks out of a text.
func unmark(text string) (prose string, gold []markedDate) {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(text, "{")
		b.WriteString(before)
		if !ok {
			return b.String(), gold
		}
		inside, after, _ := strings.Cut(rest, "}")
		words, may, _ := strings.Cut(inside, "|")
		may, maybe := strings.CutPrefix(may, "~")
		gold = append(gold, markedDate{source.Span{Start: b.Len(), End: b.Len() + len(words)}, strings.Split(may, ","), maybe})
		b.WriteString(words)
		text = after
	}
}
