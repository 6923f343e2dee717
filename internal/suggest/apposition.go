package suggest

import (
	"strings"

	"glossator/internal/language"
	"glossator/internal/token"
)

// inFront reads an apposition before the name: "its lawyer, Marek Ilves,". comma is the
// token of the comma.
func (t *text) inFront(n *name, comma int) {
	const longest = 10
	head := comma - 1
	for from := head; from >= 0 && comma-from <= longest && t.SentenceOf(from) == t.SentenceOf(comma); from-- {
		c := t.class(from)
		if t.Tokens[from].Shape == token.Punct && !t.Is(from, "-") || c.Has(language.Verbal, language.Copula, language.Relative) {
			return
		}
		clitic := t.Tokens[from].Shape == token.Clitic
		if clitic && t.capital(from-1) && t.capital(from+1) && t.in(from-1, language.Belonging) {
			continue
		}
		if !clitic && !c.Has(language.Article, language.Possessive) {
			continue
		}
		if t.in(from-1, language.PlaceLead) {
			continue // "a lawyer for the union, Ana Ruiz"
		}
		k, noun := t.headOf(from+1, comma)
		if k == "" {
			return
		}
		t.beside(&n.clues, k)
		if k == Person && noun >= 0 && !t.in(noun, language.Kin, language.Loose) {
			n.setRole(strings.TrimSpace(t.raw(from+1, comma)), from+1, 3)
		}
		return
	}
	if k := t.words.nounKind(t.Word(head)); t.small(head) && k == Person && t.small(head-1) {
		n.person++
	}
}

// headOf is what the noun phrase [from, to) says, and the token of its head noun.
func (t *text) headOf(from, to int) (k Kind, noun int) {
	noun = -1
	for i := from; i < to; i++ {
		c := t.class(i)
		if i > from && (c.Has(language.Preposition, language.Relative, language.Verbal, language.Copula) && t.Tokens[i].Shape == token.Lower || t.Tokens[i].Shape == token.Punct && !t.Is(i, "-") || t.Tokens[i].Shape == token.Clitic && k != "") {
			if t.Tokens[i].Shape != token.Clitic {
				break
			}
		}
		if t.Tokens[i].Shape == token.Clitic {
			k, noun = "", -1 // "the union's lawyer"
			continue
		}
		if c.Has(language.Human, language.Title) && !t.in(i, language.Work) {
			k, noun = Person, i
		} else if x := t.words.nounKind(t.Word(i)); x != "" {
			k, noun = x, i
		}
	}
	return k, noun
}

// afterComma reads an apposition behind the name, from token i.
func (t *text) afterComma(n *name, i int) {
	if i >= len(t.Tokens) || t.SentenceOf(i) != t.SentenceOf(n.from) {
		return
	}
	w := t.Word(i)
	switch {
	case t.Tokens[i].Shape == token.Number && age(w) && (t.Is(i+1, ",") || t.Is(i+1, ".")):
		n.person += settled
		if t.Is(i+1, ",") {
			t.apposition(n, i+2)
		}
	case w == "of" && t.number(i+1) && t.Is(i+2, "years"):
		n.person += settled
	case w == "who":
		n.person += settled
	case w == "which":
		n.body++
	case t.Tokens[i].End-t.Tokens[i].Start == 1 && t.Is(i+1, "-") && t.Tokens[i].Shape.Capitalized():
		n.person += settled
	case (w == "or" || w == "known") && i+2 < len(t.Tokens):
		for k := i + 1; k < i+4 && k < len(t.Tokens); k++ {
			if t.Tokens[k].Shape == token.Upper && n.to-n.from > 1 {
				n.acronym = t.raw(k, k+1)
				n.body++
			}
		}
	case t.words.of(w).Has(language.Land), t.lands(i), t.capital(i) && t.in(i, language.Spot):
		n.place += 2
	case t.capital(i) && !t.in(i, language.Title, language.Person):
	default:
		t.apposition(n, i)
	}
}

// apposition reads "a shepherd whose farm …", "chief engineer at VHC", from token i.
func (t *text) apposition(n *name, i int) {
	const longest = 16
	to := i
	for to < len(t.Tokens) && to < i+longest && t.SentenceOf(to) == t.SentenceOf(n.from) {
		if w := t.Word(to); t.Tokens[to].Shape == token.Punct && !(w == "-" && t.Tokens[to].Flags&token.Spaced == 0) && !(w == "'" && t.Tokens[to].Flags&token.Spaced == 0) {
			break
		}
		to++
	}
	if to == i {
		return
	}
	c := t.class(i)
	k, noun := t.headOf(i, to)
	definite := c.Has(language.Article, language.Possessive, language.Former)
	if !definite && !t.owns(i, to) && !(k == Person && noun-i < 4 && t.small(i)) && !(t.capital(i) && k == Person && noun-i < 3) {
		return
	}
	if k == "" || t.verbal(i, noun) || noun >= 0 && k == Person && t.capital(noun+1) && t.joined(noun+1) {
		return
	}
	t.beside(&n.clues, k)
	if k != Person || to >= len(t.Tokens) {
		return
	}
	end := noun + 1
	if stop := t.roleEnd(noun, to); stop > end {
		end = stop
	}
	if c.Has(language.Article, language.Possessive) {
		i++
	}
	if t.Is(i, "then") {
		i++
	}
	if t.in(i, language.Article) {
		i++
	}
	if i < end && !t.in(noun, language.Kin, language.Loose) {
		n.setRole(t.raw(i, end), i, 4)
	}
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
		c := t.class(i)
		if c.Has(language.Relative, language.Verbal, language.Copula, language.Calendar) || t.in(i, language.Speaks) || t.Is(i, "and") && t.small(i+1) && !t.Is(i+1, "the") ||
			t.Tokens[i].Shape == token.Number {
			break
		}
		if w := t.Word(i); c.Has(language.Preposition) && w != "of" && w != "at" && w != "for" && w != "in" && w != "to" && w != "on" {
			break
		}
		if !c.Has(language.Preposition, language.Article) {
			end = i + 1
		}
	}
	return end
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
	return len(w) == 2 && w >= "14" && w <= "99" || len(w) == 3 && w >= "100" && w < "110"
}
