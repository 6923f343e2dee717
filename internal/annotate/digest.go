package annotate

import (
	"strconv"

	"glossator/internal/source"
)

// Digest stands for everything found: equal digests, equal annotations, doubts apart.
// It is taken of every document, so it writes plainly instead of reflecting.
func (a *Annotations) Digest() source.Digest {
	b := make([]byte, 0, 64*(len(a.Mentions)+len(a.Quotes)+len(a.Figures)+len(a.Dates))+16*len(a.Sentences))
	span := func(s source.Span) {
		b = strconv.AppendInt(b, int64(s.Start), 36)
		b = append(b, ' ')
		b = strconv.AppendInt(b, int64(s.End), 36)
		b = append(b, ' ')
	}
	words := func(ws ...string) {
		for _, w := range ws {
			b = append(append(b, w...), 0)
		}
	}
	for _, m := range a.Mentions {
		span(m.Span)
		words(m.Entry, string(m.Level), m.Rule, strconv.FormatBool(m.Damaged))
	}
	for _, q := range a.Quotes {
		span(q.Span)
		span(q.Cue)
		words(q.Kind, q.Speaker, q.Name, q.Certainty)
	}
	for _, f := range a.Figures {
		span(f.Span)
		words(strconv.FormatFloat(f.Value, 'g', -1, 64), f.Unit, f.What)
	}
	for _, d := range a.Dates {
		span(d.Span)
		words(d.Resolves)
	}
	for _, s := range a.Sentences {
		span(s)
	}
	return source.DigestOfBytes(b)
}
