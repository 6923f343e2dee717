package annotate

import (
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
	cued             // a cue, or a noun that is one behind a possessive: "his statement"
	definite         // "the"
)

// askers are the classes of words at which there is something to do.
var askers = map[notice]language.Set{
	leads:     language.SetOf(language.Honorific, language.Article, language.Possessive),
	reigns:    language.SetOf(language.Reign),
	opensTime: language.SetOf(language.OpensTime),
	numeral:   language.SetOf(language.Numeral),
	cued:      language.SetOf(language.Cued, language.Statement),
	definite:  language.SetOf(language.Definite),
}

// noticesOf are what the words of a pack ask to be looked at for, by their numbers.
func noticesOf(p *language.Pack) []notice {
	all := make([]notice, p.Len())
	for w := range all {
		for n, set := range askers {
			if p.Classes(token.Word(w)).Meets(set) {
				all[w] |= n
			}
		}
	}
	return all
}

// look notices what each token asks for, and the marks.
func (t *text) look() {
	if t.pack != t.lex.Pack {
		t.pack, t.asked = t.lex.Pack, noticesOf(t.lex.Pack)
	}
	t.notices, t.stops = zeroed(t.notices, len(t.tokens)), t.stops[:0]
	for i := range t.tokens {
		tok := &t.tokens[i]
		if int(tok.Word) < len(t.asked) {
			t.notices[i] = t.asked[tok.Word]
		}
		switch tok.Shape {
		case token.Number:
			t.notices[i] |= inDigits
		case token.Clitic:
			t.notices[i] |= leads
		}
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
func (t *text) class(i int) *language.Set {
	if uint(i) >= uint(len(t.tokens)) {
		return t.lex.Classes(0)
	}
	return t.lex.Classes(t.tokens[i].Word)
}

// in tells whether the word of token i is in one of the classes.
func (t *text) in(i int, cs ...language.Class) bool {
	return uint(i) < uint(len(t.tokens)) && t.lex.Is(t.tokens[i].Word, cs...)
}

// term is what else the language's rules know of token i; nothing, outside the text.
func (t *text) term(i int) *language.Term {
	if uint(i) >= uint(len(t.tokens)) {
		return t.lex.Pack.Term(0)
	}
	return t.lex.Pack.Term(t.tokens[i].Word)
}
