package annotate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"glossator/internal/language"
	"glossator/internal/source"
	"glossator/internal/token"
)

// quotes finds what stands between quotation marks, the outer ones where they are
// nested, one Quote for each paragraph of a long quotation; and who said it. The
// speaker is read from the cue beside the quotation ("said", "according to"), in
// a language whose pack has such words. A quotation without a cue has no speaker: scare quotes, titles,
// nicknames are nobody's words.
func (t *text) quotes(ms []Mention) []Quote {
	pairs := t.pairs()
	if len(pairs) == 0 {
		return nil
	}
	a := &t.attributor
	a.begin(t, pairs)
	if t.lex.Pack.ReadsSpeakers {
		a.attribute(ms)
	}
	return a.result()
}

// inside is the span between the marks of a pair.
func (t *text) inside(p pair) source.Span {
	s := source.Span{Start: int(t.tokens[p.open].End), End: int(t.tokens[p.close-1].End)}
	if p.goesOn {
		return trimmed(t.prose, source.Span{Start: s.Start, End: t.blocks[p.block].Span.End})
	}
	s.End = int(t.tokens[p.close].Start)
	return trimmed(t.prose, s)
}

// trimmed is the span without the spaces that French sets inside its marks.
func trimmed(prose string, s source.Span) source.Span {
	inner := prose[s.Start:s.End]
	left := strings.TrimLeftFunc(inner, unicode.IsSpace)
	s.Start = s.End - len(left)
	s.End = s.Start + len(strings.TrimRightFunc(left, unicode.IsSpace))
	return s
}

// kindOf tells a quoted clause or sentence from a few quoted words: a clause is long,
// or begins as a sentence, or has a subject or a finite verb of the commonest kind.
func (t *text) kindOf(p pair) string {
	const direct, fragment = "direct", "fragment"
	words, capitals, clause := 0, 0, t.clause(p)
	for i := p.open + 1; i < p.close; i++ {
		if t.tokens[i].Shape.Wordlike() {
			words++
		}
		if t.tokens[i].Shape.Capitalized() {
			capitals++
		}
	}
	first, _ := utf8.DecodeRuneInString(t.raw(p.open + 1))
	last := p.close - 1
	sentence := t.is(last, ".") || t.is(last, "!") || t.is(last, "?") || t.is(last, ",")
	switch {
	case p.goesOn, p.again:
		return direct
	case words >= 10 && t.lex.Language != "":
		return direct
	case unicode.IsUpper(first) && sentence && words >= 2 && (capitals < words || clause):
		return direct
	case clause && words >= 4 && unicode.IsUpper(first):
		return direct
	case words >= 4 && (t.subjective(p.open+1) || t.in(p.open+1, language.Function) && t.subjective(p.open+2)):
		return direct // "we know this", "and we know it"
	}
	return fragment
}

// clause tells whether a pronoun or a finite verb of the commonest kind is quoted.
func (t *text) clause(p pair) bool {
	for i := p.open + 1; i < p.close; i++ {
		if t.tokens[i].Shape == token.Clitic && !t.is(i, "'s") || t.in(i, language.Pronoun, language.Copula, language.Verbal) || strings.HasSuffix(t.fold(i), "n't") {
			return true
		}
	}
	return false
}

// subjective tells whether token i is a pronoun that can only be a subject.
func (t *text) subjective(i int) bool {
	return t.in(i, language.Speaker)
}
