package annotate

import (
	"math"

	"glossator/internal/language"
	"glossator/internal/source"
	"glossator/internal/token"
)

// figures finds the numbers that carry a fact: digits or number words with their
// value, unit and what they count. The span holds the number, its language.Magnitude, its
// currency sign or percent; "about" and "more than" stay outside. Dates, times, names
// with a number in them ("Title 9"), numbered lists, telephone numbers and "the two
// leaders" are no figures. Number words are read where the language's pack has them.
func (t *text) figures(ms []Mention, dates []Date) []Figure {
	r := figureReader{text: t, out: t.figureRoom[:0], nouns: t.lex.Pack.ReadsFigures, mentions: ms, dates: dates}
	opens := inDigits
	if r.nouns {
		opens |= numeral
	}
	for i := t.next(0, opens); i < len(t.tokens); {
		to := r.read(i)
		i = t.next(max(to, i+1), opens)
	}
	t.figureRoom = r.out
	return append([]Figure(nil), r.out...)
}

type figureReader struct {
	*text
	nouns    bool      // the language's number words and nouns are known
	mentions []Mention // those from the token at hand on
	dates    []Date
	name     int // behind the last number that was a name
	out      []Figure
}

// read reads the figure that token i begins and returns the token behind what it
// read; i or less where there is none.
func (r *figureReader) read(i int) int {
	n, ok := r.number(i)
	if !ok {
		return max(n.to, i)
	}
	n = r.signs(n)
	span := r.span(n.from, n.to)
	if r.names(n) {
		r.name = n.to
		return n.to
	}
	if r.dated(span) || r.named(span, n) || r.points(n) {
		return n.to
	}
	unit, what := r.counts(n)
	if n.unit != "" {
		unit = n.unit
	}
	r.out = append(r.out, Figure{Span: span, Value: n.value, Unit: unit, What: what})
	return n.to
}

// starts tells whether token i begins a block.
func (r *figureReader) starts(i int) bool { return r.tokens[i].Flags&token.Break != 0 }

// glued tells whether token i is there and stands right behind the one before it.
func (r *figureReader) glued(i int) bool {
	return i > 0 && i < len(r.tokens) && r.tokens[i].Flags&(token.Spaced|token.Break) == 0
}

// dated tells whether a span is a date's, or part of one.
func (r *figureReader) dated(s source.Span) bool {
	for len(r.dates) > 0 && r.dates[0].Span.End <= s.Start {
		r.dates = r.dates[1:]
	}
	return len(r.dates) > 0 && r.dates[0].Span.Overlaps(s)
}

// named tells whether a number is part of a name that was linked ("Title 9").
func (r *figureReader) named(s source.Span, n number) bool {
	for len(r.mentions) > 0 && r.mentions[0].Span.End <= s.Start {
		r.mentions = r.mentions[1:]
	}
	if len(r.mentions) == 0 {
		return false
	}
	m := r.mentions[0]
	return m.Level == Named && m.Span.Start < s.Start && m.Span.Overlaps(s) && n.plain
}

func (r *figureReader) opensSentence(i int) bool {
	s := r.sentenceOf(i)
	return s < len(r.sentences) && r.sentences[s].from == i
}

// points tells whether a small number only points back: "the two leaders", "our two
// countries", "both of the 2", "one of two members".
func (r *figureReader) points(n number) bool {
	if r.glued(n.to) && r.is(n.to, "-") {
		return false // "the two-week pause"
	}
	if n.value > 10 || n.unit != "" || n.value != math.Trunc(n.value) || n.from == 0 || r.starts(n.from) || !r.nouns {
		return false
	}
	noun := n.to
	for noun < len(r.tokens) && noun < n.to+3 && !r.in(noun, language.TheTwo) {
		noun++
	}
	pointed := noun < len(r.tokens) && noun < n.to+3
	switch before := n.from - 1; {
	case r.in(before, language.PointsBack):
		return r.term(n.to).Unit == ""
	case r.in(before, language.PointsAt):
		return pointed
	case r.is(before, "of"):
		return r.is(n.from-2, "one") || r.is(n.from-2, "each")
	}
	return false
}
