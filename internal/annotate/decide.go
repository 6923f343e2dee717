package annotate

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"glossator/internal/annotation"
	"glossator/internal/doc"
	"glossator/internal/source"
)

// few is how many words are enough to know a quotation by that goes on.
const few = 3

// decide puts what was decided by hand in the place of what was found. Links are the
// finder's of mentions: they are marks. known tells whether there is such an entry.
func decide(d *doc.Document, a *annotation.Set, known func(id string) bool) {
	for _, r := range d.Readings {
		switch r.Kind {
		case doc.Speaks:
			if r.Entry == "" || known(r.Entry) {
				speaks(d, a, r)
			}
		case doc.Dates:
			span := whole(r, a.Dates, func(x annotation.Date) source.Span { return x.Span })
			a.Dates = without(a.Dates, span, func(x annotation.Date) source.Span { return x.Span })
			a.Figures = without(a.Figures, span, func(x annotation.Figure) source.Span { return x.Span })
			a.Doubts = slices.DeleteFunc(a.Doubts, func(x annotation.Doubt) bool { return x.Rule == annotation.MovingDay && x.Span.Overlaps(span) })
			if !r.None {
				a.Dates = append(a.Dates, annotation.Date{Span: span, Resolves: r.Day, Rule: annotation.Editor})
			}
		case doc.Counts:
			what := ""
			for _, x := range a.Figures {
				if x.Span.Overlaps(r.Span) {
					what = x.What
				}
			}
			span := whole(r, a.Figures, func(x annotation.Figure) source.Span { return x.Span })
			a.Figures = without(a.Figures, span, func(x annotation.Figure) source.Span { return x.Span })
			if !r.None {
				a.Dates = without(a.Dates, span, func(x annotation.Date) source.Span { return x.Span })
				a.Figures = append(a.Figures, annotation.Figure{Span: span, Value: r.Value, Unit: r.Unit, What: what, Rule: annotation.Editor})
			}
		}
	}
	slices.SortFunc(a.Dates, func(x, y annotation.Date) int { return cmp.Compare(x.Span.Start, y.Span.Start) })
	slices.SortFunc(a.Figures, func(x, y annotation.Figure) int { return cmp.Compare(x.Span.Start, y.Span.Start) })
	slices.SortFunc(a.Quotes, func(x, y annotation.Quote) int { return cmp.Compare(x.Span.Start, y.Span.Start) })
}

// whole is what was found where the words of a reading begin, if they are the first of it;
// else they are all.
func whole[T any](r doc.Reading, found []T, span func(T) source.Span) source.Span {
	for _, x := range found {
		if s := span(x); s.Start == r.Span.Start && s.Holds(r.Span) {
			return s
		}
	}
	return r.Span
}

// without is what was found and does not overlap a span.
func without[T any](found []T, s source.Span, span func(T) source.Span) []T {
	return slices.DeleteFunc(found, func(x T) bool { return span(x).Overlaps(s) })
}

// speaks gives a quotation its speaker. Words that are in none are one: it was decided
// that somebody said them.
func speaks(d *doc.Document, a *annotation.Set, r doc.Reading) {
	words := func(s source.Span) []string { return strings.Fields(d.Prose.Text[s.Start:s.End]) }
	doubt := func(msg, hint string) {
		a.Doubts = append(a.Doubts, annotation.Doubt{Span: r.Span, Rule: "reading", Msg: msg, Hint: hint, Row: r.At + 1})
	}
	i := slices.IndexFunc(a.Quotes, func(q annotation.Quote) bool { return q.Span.Overlaps(r.Span) })
	if i < 0 {
		kind := "direct"
		if len(words(r.Span)) <= few {
			kind = "fragment"
		}
		a.Quotes = append(a.Quotes, annotation.Quote{Span: r.Span, Kind: kind})
		i = len(a.Quotes) - 1
	}
	q := &a.Quotes[i]
	switch {
	case !r.Row:
	case strings.ContainsFunc(d.Prose.Text[min(q.Span.Start, r.Span.Start):r.Span.Start], unicode.IsLetter):
		doubt(fmt.Sprintf("%q does not begin the quotation that it stands in, so nothing is decided", d.Prose.Text[r.Span.Start:r.Span.End]),
			fmt.Sprintf("write its first words: %s", strings.Join(first(words(q.Span), few), " ")))
		return
	case len(words(r.Span)) < few && len(words(r.Span)) < len(words(q.Span)):
		doubt(fmt.Sprintf("%q is too little to know a quotation by, so nothing is decided", d.Prose.Text[r.Span.Start:r.Span.End]),
			fmt.Sprintf("write its first words: %s", strings.Join(first(words(q.Span), few), " ")))
		return
	}
	a.Doubts = slices.DeleteFunc(a.Doubts, func(d annotation.Doubt) bool {
		return d.Rule == annotation.LikelySpeaker && d.Span == q.Span
	})
	q.Speaker, q.Name, q.Certainty, q.Rule = r.Entry, r.Name, "certain", annotation.Editor
	if r.Entry == "" && r.Name == "" {
		q.Cue = source.Span{}
	}
}

func first(words []string, n int) []string { return words[:min(n, len(words))] }
