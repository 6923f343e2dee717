package annotate

import (
	"slices"

	"glossator/internal/language"
	"glossator/internal/token"
)

// notice is what a reader may have to do at a token. It is found once, before a text is
// read: then most tokens show at a glance that there is nothing to do.
type notice uint8

const (
	inDigits  notice = 1 << iota
	leads            // an article, a possessive or "Mr.": what weak looks behind
	reigns           // a word for a government
	opensTime        // an expression of time may begin with it
	numeral          // a number
)

var (
	leading    = language.SetOf(language.Honorific, language.Article, language.Possessive)
	noticeable = leading.Or(language.SetOf(language.Reign, language.OpensTime, language.Numeral))
)

// noticed is what a word, written as it is, asks to be looked at for.
func noticed(classes language.Set, shape token.Shape) (n notice) {
	if shape == token.Number {
		n |= inDigits
	}
	if shape == token.Clitic {
		n |= leads
	}
	if !classes.Meets(noticeable) {
		return n // as nearly every word
	}
	if classes.Meets(leading) {
		n |= leads
	}
	if classes.Has(language.Reign) {
		n |= reigns
	}
	if classes.Has(language.OpensTime) {
		n |= opensTime
	}
	if classes.Has(language.Numeral) {
		n |= numeral
	}
	return n
}

// look finds what is known of each token's word, and the marks.
func (t *text) look() {
	n := len(t.tokens)
	t.classes, t.notices, t.stops = slices.Grow(t.classes[:0], n)[:n], slices.Grow(t.notices[:0], n)[:n], t.stops[:0]
	for i := range t.tokens {
		tok := &t.tokens[i]
		t.classes[i] = t.lex.Classes(tok.Word)
		t.notices[i] = noticed(t.classes[i], tok.Shape)
		if tok.Shape == token.Punct || tok.Flags&token.Dotted != 0 {
			t.stops = append(t.stops, int32(i))
		}
	}
}

// next is the first token from i on at which there is one of these to do; behind the text
// where there is none.
func (t *text) next(i int, todo notice) int {
	for i < len(t.notices) && t.notices[i]&todo == 0 {
		i++
	}
	return i
}

// class is what the language's rules know of token i; nothing, outside the text.
func (t *text) class(i int) language.Set {
	if uint(i) >= uint(len(t.classes)) {
		return language.Set{}
	}
	return t.classes[i]
}

// in tells whether the word of token i is in one of the classes.
func (t *text) in(i int, cs ...language.Class) bool {
	return uint(i) < uint(len(t.classes)) && t.classes[i].Has(cs...)
}

// term is what else the language's rules know of token i; nothing, outside the text.
func (t *text) term(i int) *language.Term {
	if uint(i) >= uint(len(t.tokens)) {
		return t.lex.Pack.Term(0)
	}
	return t.lex.Pack.Term(t.tokens[i].Word)
}
