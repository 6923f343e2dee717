package suggest

import (
	"strings"

	"glossator/internal/language"
	"glossator/internal/token"
)

// somebody is the person's name that begins at token i; nil where none does.
func (f *nouns) somebody(i int) *name {
	if f.joint(i) && f.Is(i-1, "-") {
		return nil
	}
	end := 0
	switch {
	case f.in(i, language.Given) && !f.ofMany(i) && !f.definite(i-1):
		end = f.full(i)
	case f.called(i - 1):
		end = f.behindCall(i)
	case f.speaks(i):
		end = f.past(f.past(i))
	}
	if end == 0 {
		return nil
	}
	n := f.make(i, end, "")
	n.person += settled
	f.genitive(n)
	return n
}

// full is the end of the name that the given name at token i leads; 0 where it leads none.
func (f *nouns) full(i int) int {
	to := f.past(i)
	for f.beside(to) && (f.Tokens[to].Shape == token.Initial || f.in(to, language.Given)) {
		next := f.past(to)
		if f.Tokens[to].Shape == token.Initial && f.Is(next, ".") {
			next++
		}
		if !f.beside(next) && f.particled(next) == 0 {
			break
		}
		to = next
	}
	if end := f.particled(to); end > 0 {
		return end // "Hartmut von der Aue"
	}
	first := f.Word(to)
	switch {
	case !f.beside(to), f.small(to), f.Lex.Pack.Quantities[first], f.titled(to) && f.titled(i-1):
		return 0
	case f.Lex.Pack.Noun(f.Word(i)) && f.common(to):
		return 0 // "der Kai Container"
	}
	return f.surnames(f.past(to))
}

// particled is the end of the surname whose particles begin at token i; 0 where none do.
func (f *nouns) particled(i int) int {
	k := i
	for n := 0; n < 3 && f.small(k) && f.joined(k) && f.words.particle(f.Word(k)) && !f.Is(k, "and"); n++ {
		k++
	}
	if k == i || !f.beside(k) || f.used[f.Word(k)].ofMany > 0 || f.class(k).Meets(saysWhat) {
		return 0
	}
	return f.past(k)
}

// surnames goes on from token i over another word of a person's name, by which the text calls
// them again: "Kim Jong Un".
func (f *nouns) surnames(i int) int {
	if f.beside(i) && !f.odd(i) && f.used[f.Word(i)].all > 1 {
		return f.past(i)
	}
	return i
}

// speaks tells whether two words from token i on, which are no nouns, are said to say
// something: "Rodney Thomas fragte", "sagte Rodney Thomas".
func (f *nouns) speaks(i int) bool {
	last := f.past(i)
	if !f.beside(last) || last > i+1 || f.odd(i) || f.odd(last) || f.ofMany(i) || f.in(i-1, language.Article) || f.beside(f.past(last)) {
		return false
	}
	end := f.past(last)
	before := i > 0 && f.joined(i) && f.in(i-1, language.Saying, language.Speaks, language.Cued)
	return before || f.joined(end) && f.in(end, language.Saying, language.Speaks, language.Cued) && (f.first(i) || f.Tokens[i-1].Shape == token.Punct)
}

// odd tells whether no person's name of two words has the word at token i.
func (f *nouns) odd(i int) bool {
	return f.common(i) || f.titled(f.past(i)-1) || f.in(i, language.Legal) || f.Tokens[i].Shape != token.Capital
}

// called tells whether token i, or the word that it ends, is a title or a noun for a person
// that a name may stand behind.
func (f *nouns) called(i int) bool {
	return i >= 0 && f.capital(i) && !f.ofMany(i+1) && (f.titled(i) || f.agent(i) && f.beside(i+1) && f.beside(f.past(i+1)))
}

// agent tells whether token i ends as nouns for persons do, and names nothing that is known.
func (f *nouns) agent(i int) bool {
	return f.Lex.Pack.Agent(f.Word(i)) && !f.common(i) && !f.beside(i) && f.Tokens[i].Shape == token.Capital
}

// behindCall is the end of the name behind a title, at token i: of two words that are no
// nouns, or of one where the title has no article; 0 where there is none.
func (f *nouns) behindCall(i int) int {
	if !f.beside(i) || f.Lex.Pack.Quantities[f.Word(i)] || f.Tokens[i].Shape == token.Upper {
		return 0
	}
	courtesy := f.in(i-1, language.Honorific)
	if courtesy && f.Is(i, ".") {
		i++
	}
	end := f.past(i)
	if f.beside(end) && !f.common(i) && !f.odd(end) {
		return f.surnames(f.past(end))
	}
	if from := f.callFrom(i - 1); f.definite(from-1) || f.ofMany(from) || f.beside(end) {
		return 0
	}
	if f.common(i) && !courtesy {
		return 0
	}
	return end
}

// callFrom is where the words joined by hyphens begin that end with token i.
func (f *nouns) callFrom(i int) int {
	for i > 1 && f.Is(i-1, "-") && f.Glued(i) && f.Glued(i-1) {
		i -= 2
	}
	return i
}

// genitive takes the ending of the genitive off a person's name: "Brandts Antwort", where the
// text has "Brandt", too, or a noun behind it tells.
func (f *nouns) genitive(n *name) {
	last := f.Word(n.to - 1)
	one, ok := strings.CutSuffix(last, f.Lex.Pack.GenitiveEnd())
	if !ok || one == "" || f.used[last].all > 1 && f.used[one].all == 0 {
		return
	}
	if f.used[one].all > 0 || f.beside(n.to) && f.common(n.to) {
		n.words[len(n.words)-1] = strings.TrimSuffix(n.words[len(n.words)-1], f.Lex.Pack.GenitiveEnd())
		n.text = strings.TrimSuffix(f.raw(n.from, n.to), f.Lex.Pack.GenitiveEnd())
	}
}
