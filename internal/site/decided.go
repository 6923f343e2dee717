package site

import (
	"fmt"
	"strconv"
	"strings"

	"glossator/internal/doc"
	"glossator/internal/source"
)

// followed are the rows of evidence that nothing decided by hand in the article's text, or
// beside it, says otherwise of.
func followed(f *source.File, d *doc.Document, rows []Evidence) (kept []Evidence, problems []source.Problem) {
	said := map[string]decided{} // by kind of row and words
	words := func(s source.Span) string { return strings.ToLower(d.Prose.Text[s.Start:s.End]) }
	for _, m := range d.Marks {
		said["mention "+words(m.Span)] = decided{entry: m.Entry}
	}
	for _, r := range d.Readings {
		x := decided{entry: r.Entry, value: string(r.Day)}
		switch r.Kind {
		case doc.Speaks:
			said["quote "+words(r.Span)] = decided{entry: r.Entry, value: r.Name, speaks: true}
		case doc.Dates:
			said["date "+words(r.Span)] = x
		case doc.Counts:
			if x.value = "none"; !r.None {
				x.value = strings.TrimSpace(strconv.FormatFloat(r.Value, 'f', -1, 64) + " " + r.Unit)
			}
			said["figure "+words(r.Span)] = x
		}
	}
	if len(said) == 0 {
		return rows, nil
	}
	for _, r := range rows {
		if x, ok := said[r.Kind+" "+strings.ToLower(r.Phrase)]; ok && !x.says(r) {
			problems = append(problems, f.Problem(f.LineStart(r.Line), "reading",
				fmt.Sprintf("of %q something else was decided beside the article, and that is followed", r.Phrase), "correct this row, or take it out").As(source.Warning))
			continue
		}
		kept = append(kept, r)
	}
	return kept, problems
}

// decided is what was decided of some words.
type decided struct {
	entry, value string
	speaks       bool
}

// says tells whether a row of evidence says the same.
func (x decided) says(r Evidence) bool {
	if r.Kind == "mention" {
		return r.Entry == x.entry
	}
	return r.Entry == x.entry && (r.Value == x.value || x.speaks && x.entry != "")
}
