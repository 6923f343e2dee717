package reading

import (
	"strings"

	"glossator/internal/language"
	"glossator/internal/lexicon"
	"glossator/internal/token"
)

// Notice is what a reader may have to do at a token. It is found once, before a text is
// read: then most tokens show at a glance that there is nothing to do.
type Notice uint8

// What there may be to do.
const (
	InDigits  Notice = 1 << iota
	Leads            // an article, a possessive or "Mr.": a description may stand behind it
	Reigns           // a word for a government
	OpensTime        // an expression of time may begin with it
	Numeral          // a number
	Cued             // a cue, or a noun that is one behind a possessive: "his statement"
	Definite         // "the"
)

// askers are the classes of words at which there is something to do.
var askers = map[Notice]language.Set{
	Leads:     language.SetOf(language.Honorific, language.Article, language.Possessive),
	Reigns:    language.SetOf(language.Reign),
	OpensTime: language.SetOf(language.OpensTime),
	Numeral:   language.SetOf(language.Numeral),
	Cued:      language.SetOf(language.Cued, language.Statement),
	Definite:  language.SetOf(language.Definite),
}

// noticesOf are what the words of a pack ask to be looked at for, by their numbers.
func noticesOf(p *language.Pack) []Notice {
	all := make([]Notice, p.Len())
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
func (t *Text) look() {
	if t.pack != t.Lex.Pack {
		t.pack, t.asked = t.Lex.Pack, noticesOf(t.Lex.Pack)
	}
	t.notices, t.Stops, t.heads = Zeroed(t.notices, len(t.Tokens)), t.Stops[:0], t.headsOf()
	for i := range t.Tokens {
		tok := &t.Tokens[i]
		if w := t.word(i); int(w) < len(t.asked) {
			t.notices[i] = t.asked[w]
		}
		switch tok.Shape {
		case token.Number:
			t.notices[i] |= InDigits
		case token.Clitic:
			t.notices[i] |= Leads
		}
		if tok.Shape == token.Punct || tok.Flags&token.Dotted != 0 {
			t.Stops = append(t.Stops, int32(i))
		}
	}
}

// Next is the first token from i on at which there is one of these to do; behind the text
// where there is none.
func (t *Text) Next(i int, todo Notice) int {
	for i < len(t.notices) && t.notices[i]&todo == 0 {
		i++
	}
	return i
}

// Asks tells whether there is one of these to do at token i.
func (t *Text) Asks(i int, todo Notice) bool { return t.notices[i]&todo != 0 }

// headsOf finds what the nouns that nobody knows end with, "Verkehrssenator", and the words
// that only their accents tell from others, "él".
func (t *Text) headsOf() []lexicon.Word {
	pack := t.Lex.Pack
	if !pack.Compounds && !pack.TellsByAccents() {
		return nil
	}
	heads := Zeroed(t.heads, len(t.Tokens))
	for i := range t.Tokens {
		switch tok := &t.Tokens[i]; {
		case tok.Flags&token.Foreign != 0 && pack.TellsByAccents():
			heads[i] = pack.Written(strings.ToLower(t.Raw(i)))
		case tok.Word == 0 && tok.Shape == token.Capital:
			heads[i] = pack.Head(t.Fold(i))
		}
	}
	return heads
}

// word is the word by which it is known what token i is.
func (t *Text) word(i int) lexicon.Word {
	if i < len(t.heads) && t.heads[i] != 0 {
		return t.heads[i]
	}
	return t.Tokens[i].Word
}

// Class is what the language's rules know of token i; nothing, outside the text.
func (t *Text) Class(i int) *language.Set {
	if uint(i) >= uint(len(t.Tokens)) {
		return t.Lex.Classes(0)
	}
	return t.Lex.Classes(t.word(i))
}

// In tells whether the word of token i is in one of the classes.
func (t *Text) In(i int, cs ...language.Class) bool {
	return uint(i) < uint(len(t.Tokens)) && t.Lex.Is(t.word(i), cs...)
}

// Term is what else the language's rules know of token i; nothing, outside the text.
func (t *Text) Term(i int) *language.Term {
	if uint(i) >= uint(len(t.Tokens)) {
		return t.Lex.Pack.Term(0)
	}
	return t.Lex.Pack.Term(t.Tokens[i].Word)
}
