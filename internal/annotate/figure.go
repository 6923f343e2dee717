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

// names tells whether the number names something and does not count: "Title 9",
// "COVID-19", "No. 7", "9 a.m.", "1600 Pennsylvania Avenue", "2.", "(3)", "the 1990s".
func (r *figureReader) names(n number) bool {
	before, after := n.from-1, n.to
	first := n.from == 0 || r.starts(n.from)
	if first {
		before = -1
	}
	if after < len(r.tokens) && r.starts(after) {
		after = len(r.tokens)
	}
	end := after == len(r.tokens)
	if n.digits && first && !end && r.glued(after) && (r.is(after, ".") || r.is(after, ")")) {
		return true // an item of a list
	}
	if !end {
		switch w := r.fold(after); {
		case w == "am" || w == "pm" || w == "o'clock" || w == "gmt" || w == "est" || w == "edt" || w == "utc":
			return true
		case n.digits && r.glued(after) && r.tokens[after].Shape.Wordlike():
			return true // 42c
		case n.plain && (w == "usc" || w == "cfr" || w == "fed" || w == "stat"):
			return true // 8 U.S.C. 1182
		}
	}
	if n.plain && r.address(after) {
		return true
	}
	if before < 0 {
		return false
	}
	switch mark := r.raw(before); {
	case mark == "#" || mark == "§" || mark == "¶" || mark == "№" || mark == "@":
		return true
	case r.glued(n.from) && before == r.name && (r.is(before, "-") || r.is(before, ",")):
		return true // "¶8–10"
	case mark == "." && r.glued(n.from): // "No.7", an odd decimal
		return true
	case (mark == "-" || mark == "‑") && r.glued(n.from) && r.glued(before) && before > 0 && r.tokens[before-1].Shape.Wordlike():
		return n.digits // COVID-19
	case mark == "(" && n.plain && !end && r.is(after, ")") && n.value < 100:
		return n.value < 27 // "(3)"; ages and years are dates or longer
	case mark == "," && r.roadNumber(before):
		return true
	}
	if !n.digits && r.tokens[n.from].Shape.Capitalized() && r.tokens[before].Shape.Wordlike() && !r.opensSentence(n.from) {
		return true // "the Fab Four"
	}
	word := r.fold(before)
	if word == "at" && n.plain && n.value <= 12 && (end || r.tokens[after].Shape == token.Punct) && r.nouns {
		return true // "at 9,"
	}
	if word == "at" && !n.digits && n.value <= 12 && (end || r.in(after, language.Pronoun) && !r.in(after, language.Possessive)) {
		return true // "every day at nine it closes"
	}
	if r.is(before, ".") && before > 0 && r.glued(before) && r.in(before-1, language.Numbered) && n.plain {
		return true // "Sec. 8" where the stop is a token of its own
	}
	if !n.plain || !r.tokens[before].Shape.Wordlike() {
		return false
	}
	if r.in(before, language.NumberedPart) && (end || !r.plural(after)) {
		return true
	}
	if r.tokens[before].Shape.Capitalized() && r.in(before, language.Numbered) || (word == "no" || word == "nos" || word == "section" || word == "sec") {
		return true
	}
	// A capital right before a bare number names with it, unless it begins the
	// sentence or the number has a noun to count.
	return r.tokens[before].Shape.Capitalized() && !r.in(before, language.Function) && !r.opensSentence(before) && (end || !r.plural(after))
}

// roadNumber tells whether a comma belongs to a row of section numbers: "§§ 265, 268".
func (r *figureReader) roadNumber(comma int) bool {
	for i := comma - 1; i > 0 && i > comma-8; i-- {
		switch {
		case r.raw(i) == "§" || r.is(i, "sections"):
			return true
		case r.tokens[i].Shape != token.Number && !r.is(i, ",") && !r.is(i, "and"):
			return false
		}
	}
	return false
}

// address tells whether a street's name follows: "1600 Pennsylvania Avenue".
func (r *figureReader) address(i int) bool {
	for j := i; j < len(r.tokens) && j < i+4 && (r.tokens[j].Shape.Capitalized() || j > i && r.tokens[j].Shape == token.Number); j++ {
		switch r.fold(j) {
		case "avenue", "ave", "street", "st", "road", "rd", "boulevard", "blvd", "drive", "lane", "plaza", "square":
			return true
		}
	}
	return false
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
	switch r.fold(n.from - 1) {
	case "the", "these", "those", "our", "all", "other", "both", "first", "last", "next", "past", "any":
		return r.term(n.to).Unit == ""
	case "their", "his", "her", "its", "between":
		return pointed
	case "of":
		return r.is(n.from-2, "one") || r.is(n.from-2, "each")
	}
	return false
}
