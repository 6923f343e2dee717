// Package figure finds the numbers that carry a fact: their value, unit and what they
// count.
package figure

import (
	"math"

	"glossator/internal/annotation"
	"glossator/internal/language"
	"glossator/internal/reading"
	"glossator/internal/source"
	"glossator/internal/token"
)

// Finder reads a text's numbers from its first token to its last. Its zero value is ready,
// and it is used for one text after another.
type Finder struct {
	*reading.Text
	nouns    bool                 // the language's number words and nouns are known
	mentions []annotation.Mention // those from the token at hand on
	dates    []annotation.Date
	ends     rangeEnd
	asked    counted // what the number at hand counts
	name     int     // behind the last number that was a name
	out      []annotation.Figure
}

// Find finds the numbers that carry a fact: digits or number words with their
// value, unit and what they count. The span holds the number, its magnitude, its
// currency sign or percent; "about" and "more than" stay outside. Dates, times, names
// with a number in them ("Title 9"), numbered lists, telephone numbers and "the two
// leaders" are no figures. Number words are read where the language's pack has them.
func (f *Finder) Find(t *reading.Text, ms []annotation.Mention, dates []annotation.Date) []annotation.Figure {
	*f = Finder{Text: t, out: f.out[:0], nouns: t.Lex.Pack.ReadsFigures, mentions: ms, dates: dates}
	opens := reading.InDigits
	if f.nouns {
		opens |= reading.Numeral
	}
	for i := t.Next(0, opens); i < len(t.Tokens); {
		to := f.read(i)
		i = t.Next(max(to, i+1), opens)
	}
	return append([]annotation.Figure(nil), f.out...)
}

// read reads the figure that token i begins and returns the token behind what it
// read; i or less where there is none.
func (f *Finder) read(i int) int {
	n, ok := f.number(i)
	if !ok {
		return max(n.to, i)
	}
	if n.unit == "" && n.from == f.ends.at {
		n.unit = f.ends.unit // "$11–12 million"
	}
	n = f.signs(n)
	f.ends = f.rangeEnd(n)
	span := f.Span(n.from, n.to)
	if f.names(n) {
		f.name = n.to
		return n.to
	}
	if n.unsure || f.mayBeYear(n) || f.elsewhere(span, n) || f.points(n) {
		return n.to
	}
	unit, what := f.counts(n)
	if n.unit != "" {
		unit = n.unit
	}
	f.out = append(f.out, annotation.Figure{Span: span, Value: n.value, Unit: unit, What: what})
	return n.to
}

// rangeEnd is the token that a range ends with which a number of money begins, and its unit.
type rangeEnd struct {
	at   int
	unit string
}

// rangeEnd finds the end of the range that a number begins.
func (f *Finder) rangeEnd(n number) rangeEnd {
	money := n.from < len(f.Tokens) && f.Lex.Pack.Currency[f.Raw(n.from)] != ""
	if !money || !f.rangeGoesOn(n) {
		return rangeEnd{}
	}
	return rangeEnd{n.to + 1, n.unit}
}

// starts tells whether token i is there and begins a block.
func (f *Finder) starts(i int) bool { return i < len(f.Tokens) && f.Tokens[i].Flags&token.Break != 0 }

// glued tells whether token i is there and stands right behind the one before it.
func (f *Finder) glued(i int) bool {
	return i > 0 && i < len(f.Tokens) && f.Tokens[i].Flags&(token.Spaced|token.Break) == 0
}

// elsewhere tells whether a number is part of a date or a name.
func (f *Finder) elsewhere(s source.Span, n number) bool {
	return f.dated(s) || f.named(s, n) || !f.nouns && f.dayOfMonth(f.beside(n)) || f.dayAsName(n)
}

// dayAsName tells whether a number is that of a day which is a name: "as festas de 7 de Setembro".
func (f *Finder) dayAsName(n number) bool {
	const most = 31
	month := n.to + 1
	return f.Lex.Pack.SmallDays && n.plain && n.value <= most && f.Is(n.to, "of") && month < len(f.Tokens) &&
		f.Term(month).Time.Kind == language.MonthWord && f.Tokens[month].Shape.Capitalized()
}

// dated tells whether a span is a date's, or part of one.
func (f *Finder) dated(s source.Span) bool {
	for len(f.dates) > 0 && f.dates[0].Span.End <= s.Start {
		f.dates = f.dates[1:]
	}
	return len(f.dates) > 0 && f.dates[0].Span.Overlaps(s)
}

// named tells whether a number is part of a name that was linked ("Title 9").
func (f *Finder) named(s source.Span, n number) bool {
	for len(f.mentions) > 0 && f.mentions[0].Span.End <= s.Start {
		f.mentions = f.mentions[1:]
	}
	if len(f.mentions) == 0 {
		return false
	}
	m := f.mentions[0]
	return m.Level == annotation.Named && m.Span.Start < s.Start && m.Span.Overlaps(s) && n.plain
}

func (f *Finder) opensSentence(i int) bool {
	s := f.SentenceOf(i)
	return s < len(f.Sentences) && f.Sentences[s].From == i
}

// points tells whether a small number only points back: "the two leaders", "our two
// countries", "both of the 2", "one of two members".
func (f *Finder) points(n number) bool {
	if f.glued(n.to) && f.Is(n.to, "-") {
		return false // "the two-week pause"
	}
	small := n.value <= 10 && n.value == math.Trunc(n.value) && n.unit == ""
	if !small || !f.nouns || n.from == 0 || f.starts(n.from) {
		return false
	}
	noun := n.to
	for noun < len(f.Tokens) && noun < n.to+3 && !f.In(noun, language.TheTwo) {
		noun++
	}
	pointed := noun < len(f.Tokens) && noun < n.to+3
	switch before := n.from - 1; {
	case f.In(before, language.PointsBack):
		return f.Term(n.to).Unit == ""
	case f.In(before, language.PointsAt):
		return pointed
	case f.Is(before, "of"):
		return f.Is(n.from-2, "one") || f.Is(n.from-2, "each")
	}
	return false
}
