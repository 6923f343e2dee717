package suggest

import (
	"strconv"
	"strings"

	"glossator/internal/language"
	"glossator/internal/token"
)

// inFront reads an apposition before the name: "its lawyer, Marek Ilves,". comma is the
// token of the comma.
func (t *text) inFront(n *name, comma int) {
	from, ok := t.determiner(comma)
	if !ok {
		return
	}
	if from < 0 {
		head := comma - 1
		if t.small(head) && t.small(head-1) && t.words.nounKind(t.Word(head)) == Person {
			n.person++
		}
		return
	}
	k, noun := t.headOf(from+1, comma)
	t.beside(&n.clues, k)
	if k == Person && noun >= 0 && !t.in(noun, language.Kin, language.Loose) {
		n.setRole(strings.TrimSpace(t.role(from+1, comma)), from+1, 3)
	}
}

// determiner is the article, possessive or possessor's clitic that opens the noun phrase
// before a comma; -1 where there is none, and ok is false where it is no noun phrase.
func (t *text) determiner(comma int) (at int, ok bool) {
	const longest = 10
	for from := comma - 1; from >= 0 && comma-from <= longest && t.SentenceOf(from) == t.SentenceOf(comma); from-- {
		c := t.class(from)
		if t.breaks(from) || c.Has(language.Verbal, language.Copula, language.Relative) {
			return -1, false
		}
		opens := c.Has(language.Article, language.Possessive) && !t.ofNoun(from)
		if t.Tokens[from].Shape == token.Clitic {
			opens = !(t.capital(from-1) && t.capital(from+1) && t.in(from-1, language.Belonging))
		}
		if opens && !t.in(from-1, language.PlaceLead) { // "a lawyer for the union, Ana Ruiz"
			return from, true
		}
	}
	return -1, true
}

// ofNoun tells whether the article at token i belongs to what the noun before it is of, where
// nouns stand first: "el capitán del ferri", "la directora de la obra".
func (t *text) ofNoun(i int) bool {
	if t.plain != nil { // "der Chef des Verbandes", "die Sprecherin der Kammer"
		return i > 0 && t.in(i, language.Mans, language.Oblique) && t.Tokens[i-1].Shape.Capitalized() && t.joined(i)
	}
	return t.Lex.Pack.HeadFirst && (t.in(i, language.Preposition) || t.in(i-1, language.Preposition))
}

// breaks tells whether token i is a mark other than a hyphen.
func (t *text) breaks(i int) bool { return t.Tokens[i].Shape == token.Punct && !t.Is(i, "-") }

// headOf is what the noun phrase [from, to) says, and the token of its head noun.
func (t *text) headOf(from, to int) (k Kind, noun int) {
	noun = -1
	for i := from; i < to; i++ {
		if t.Tokens[i].Shape == token.Clitic {
			k, noun = "", -1 // "the union's lawyer"
			continue
		}
		if i > from && (t.endsPhrase(i) || noun >= 0 && (t.Lex.Pack.HeadFirst || t.plain != nil && t.ofNoun(i))) {
			break
		}
		if t.in(i, language.Human, language.Title) && !t.in(i, language.Work) {
			k, noun = Person, i
		} else if x := t.words.nounKind(t.Word(i)); x != "" {
			k, noun = x, i
		}
	}
	return k, noun
}

// endsPhrase tells whether a noun phrase ends before token i.
func (t *text) endsPhrase(i int) bool {
	return t.breaks(i) || t.small(i) && t.in(i, language.Preposition, language.Relative, language.Verbal, language.Copula)
}

// afterComma reads an apposition behind the name, from token i.
func (t *text) afterComma(n *name, i int) {
	if i >= len(t.Tokens) || t.SentenceOf(i) != t.SentenceOf(n.from) {
		return
	}
	switch w := t.Word(i); {
	case t.aged(i):
		n.person += settled
		if t.Is(i+1, ",") {
			t.apposition(n, i+2)
		}
	case t.Is(i, "who"), t.Is(i, "of") && t.number(i+1) && t.Is(i+2, "years"), t.party(i):
		n.person += settled
	case t.Is(i, "which"):
		n.body++
	case t.Lex.Pack.OfBodies[w]:
		n.body += settled
	case w == "or", w == "known":
		t.alsoKnown(n, i)
	case t.words.of(w).Has(language.Land), t.lands(i), t.capital(i) && t.in(i, language.Spot):
		n.place += 2
	case !t.capital(i) || t.in(i, language.Title, language.Person):
		t.apposition(n, i)
	}
}

// aged tells whether token i is an age that stands between marks: ", 61,".
func (t *text) aged(i int) bool {
	return t.number(i) && age(t.Word(i)) && (t.Is(i+1, ",") || t.Is(i+1, "."))
}

// party tells whether a politician's party begins at token i: "D-Cutler".
func (t *text) party(i int) bool {
	return t.Tokens[i].End-t.Tokens[i].Start == 1 && t.Is(i+1, "-") && t.Tokens[i].Shape.Capitalized()
}

// alsoKnown reads the acronym behind "or" and "known as", token i.
func (t *text) alsoKnown(n *name, i int) {
	if n.to-n.from == 1 || i+2 >= len(t.Tokens) {
		return
	}
	for k := i + 1; k < i+4 && k < len(t.Tokens); k++ {
		if t.Tokens[k].Shape == token.Upper {
			n.acronym = t.raw(k, k+1)
			n.body++
		}
	}
}

// apposition reads "a shepherd whose farm …", "chief engineer at VHC", from token i.
func (t *text) apposition(n *name, i int) {
	to := t.phraseEnd(i, t.SentenceOf(n.from))
	if to == i {
		return
	}
	k, noun := t.headOf(i, to)
	if k == "" || !t.apposed(i, to, k, noun) || t.verbal(i, noun) {
		return
	}
	if k == Person && t.capital(noun+1) && t.joined(noun+1) {
		return
	}
	t.beside(&n.clues, k)
	if k != Person || to >= len(t.Tokens) || t.in(noun, language.Kin, language.Loose) {
		return
	}
	if from, end := t.behindArticle(i), t.roleEnd(noun, to); from < end {
		n.setRole(t.role(from, end), from, 4)
	}
}

// phraseEnd is the first mark behind token i, but for hyphens and apostrophes inside a
// word, or the sentence's end.
func (t *text) phraseEnd(i, sentence int) int {
	const longest = 16
	to := i
	for to < len(t.Tokens) && to < i+longest && t.SentenceOf(to) == sentence {
		inWord := (t.Is(to, "-") || t.Is(to, "'")) && t.Tokens[to].Flags&token.Spaced == 0
		if t.Tokens[to].Shape == token.Punct && !inWord {
			break
		}
		to++
	}
	return to
}

// apposed tells whether the phrase [i, to), whose head is noun, can be an apposition: it
// begins with an article or a possessor, or soon says that it is of a person.
func (t *text) apposed(i, to int, k Kind, noun int) bool {
	if t.in(i, language.Article, language.Possessive, language.Former) || t.owns(i, to) {
		return true
	}
	near := 4
	if t.capital(i) {
		near = 3
	}
	return k == Person && noun-i < near && (t.small(i) || t.capital(i))
}

// behindArticle is where a role begins: behind "the", "its", "then the".
func (t *text) behindArticle(i int) int {
	if t.in(i, language.Article, language.Possessive) {
		i++
	}
	if t.Is(i, "then") {
		i++
	}
	if t.in(i, language.Article) {
		i++
	}
	return i
}

// owns tells whether the phrase opens with a possessor: "Skarn's vice president".
func (t *text) owns(i, to int) bool {
	for k := i; k < to && k < i+6; k++ {
		if t.Tokens[k].Shape == token.Clitic || t.Is(k, "'") {
			return true
		}
		if !t.Tokens[k].Shape.Wordlike() || t.in(k, language.Verbal, language.Copula, language.Preposition) {
			return false
		}
	}
	return false
}

// verbal tells whether a verb stands in [from, to): what follows the comma is a clause.
func (t *text) verbal(from, to int) bool {
	for i := from; i < to; i++ {
		if t.in(i, language.Verbal, language.Copula) || t.in(i, language.Speaks) {
			return true
		}
	}
	return false
}

// roleEnd takes to a role what belongs to its noun: "director of the Institute of
// Oceanography", but no clause.
func (t *text) roleEnd(noun, to int) int {
	end := noun + 1
	for i := noun + 1; i < to; i++ {
		if t.endsRole(i) {
			break
		}
		if !t.in(i, language.Preposition, language.Article) {
			end = i + 1
		}
	}
	return end
}

// endsRole tells whether what somebody is ends before token i: a clause begins there, or
// another phrase.
func (t *text) endsRole(i int) bool {
	switch w := t.Word(i); {
	case t.number(i), t.in(i, language.Relative, language.Verbal, language.Copula, language.Calendar, language.Speaks):
		return true
	case w == "and":
		return t.small(i+1) && !t.Is(i+1, "the")
	case t.in(i, language.Preposition):
		return w != "to" && w != "on" && !t.in(i, language.PlaceLead)
	}
	return false
}

// lands tells whether the name of a state or country of two or three words begins at i.
func (t *text) lands(i int) bool {
	for to := i + 2; to <= i+3 && to <= len(t.Tokens); to++ {
		if t.words.of(t.phrase(i, to)).Has(language.Land) {
			return true
		}
	}
	return false
}

// age tells whether a number can be somebody's age.
func age(w string) bool {
	n, err := strconv.Atoi(w)
	return err == nil && n >= 14 && n < 110
}
