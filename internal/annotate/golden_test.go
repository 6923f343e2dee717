package annotate_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"glossator/internal/annotate"
	"glossator/internal/annotation"
	"glossator/internal/doc"
	"glossator/internal/golden"
	"glossator/internal/source"
)

// TestWhatIsFound holds everything that is found in the texts of the quality tests, and
// why: a rule that reads one place otherwise shows here, where the quality's floors do not
// tell. What it shows need not be right, but known.
func TestWhatIsFound(t *testing.T) {
	own, err := filepath.Glob("testdata/*/*.txt")
	if err != nil || len(own) == 0 {
		t.Fatal("no texts", err)
	}
	other, err := filepath.Glob("../suggest/testdata/quality/*.txt")
	if err != nil || len(other) == 0 {
		t.Fatal("no texts", err)
	}
	lex := qualityLexicon(t)
	var got strings.Builder
	for _, path := range slices.Concat(own, other) {
		fmt.Fprintf(&got, "-- %s --\n", strings.TrimSuffix(filepath.Base(path), ".txt"))
		d := qualityText(t, path)
		tell(&got, d, annotate.Annotate(d, lex))
	}
	golden.Is(t, "testdata/found.txt", got.String())
}

// tell writes what was found in a document, a line for each, in the order of the text.
func tell(b *strings.Builder, d *doc.Document, a *annotation.Set) {
	cut := func(s source.Span) string { return strings.ReplaceAll(d.Prose.Text[s.Start:s.End], "\n", " ") }
	type line struct {
		at   int
		text string
	}
	var all []line
	add := func(s source.Span, kind, format string, args ...any) {
		all = append(all, line{s.Start, fmt.Sprintf("%d %s “%s”", s.Start, kind, cut(s)) + strings.TrimRight(fmt.Sprintf(" "+format, args...), " ")})
	}
	for _, m := range a.Mentions {
		damaged := ""
		if m.Damaged {
			damaged = ", damaged"
		}
		add(m.Span, "mention", "%s, %s: %s%s", m.Entry, m.Level, m.Rule, damaged)
	}
	for _, q := range a.Quotes {
		add(q.Span, "quote", "%s, %s: %s%s, cue “%s”", q.Kind, q.Certainty, q.Speaker, q.Name, cut(q.Cue))
	}
	for _, f := range a.Figures {
		add(f.Span, "figure", "%g %s: %s", f.Value, f.Unit, f.What)
	}
	for _, x := range a.Dates {
		add(x.Span, "date", "%s", x.Resolves)
	}
	for _, x := range a.Doubts {
		add(x.Span, "doubt", "%s: %s; %s %s", x.Rule, x.Msg, x.Hint, x.Entries)
	}
	for _, s := range a.Sentences {
		all = append(all, line{s.Start, fmt.Sprintf("%d sentence to %d", s.Start, s.End)})
	}
	slices.SortStableFunc(all, func(x, y line) int { return x.at - y.at })
	for _, l := range all {
		b.WriteString(l.text + "\n")
	}
}
