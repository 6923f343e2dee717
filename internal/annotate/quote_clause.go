package annotate

import (
	"strings"

	"glossator/internal/language"
	"glossator/internal/token"
)

// governs tells whether what the cue says still goes on at the few quoted words p,
// which stand behind it in its sentence. Another clause with a subject of its own is
// somebody's words only where it is reported speech: "Ruiz said it was late, and the
// crew was “tired”", but not "Ruiz told the crew to stop, but rules allow “a soft
// landing”". Words quoted as an attribute ("the “soft” schedule") need a closer tie.
func (a *attributor) governs(c *cue, p pair) bool {
	attribute, inside := a.attributive(p), a.insertedClause(c)
	behind := a.closesQuote(c.first-1) || a.is(c.first-1, ",") && a.closesQuote(c.first-2)
	loose := behind || c.kind == language.Judges || a.commanded(c, p.open)
	aside := !behind && a.is(c.first-1, ",") && a.is(c.to, ",") && c.kind == language.Says // has all of the sentence for its object
	q := a.first
	for i := c.to; i < p.open; i++ {
		if to := a.skip(i, &q); to > i {
			i = to - 1
			continue
		}
		w := a.fold(i)
		switch {
		case w == "," && inside && i+1 < p.open && (a.finiteVerb(i+1) || a.opensClause(c) && a.newSubject(i+1, p.open)):
			return false
		case aside:
		case w == ";", w == "but", w == "while", w == "whereas", w == "though", w == "although", w == "yet":
			if (loose || attribute) && !a.is(p.open-1, "as") && a.newSubject(i+1, p.open) {
				return false
			}
		case w == "and" && i > c.to && a.is(i-1, ","):
			if loose && a.newSubject(i+1, p.open) && a.verbWithin(i+1, p.open) {
				return false
			}
		}
	}
	return !a.denied(c) && !(c.kind == language.Judges && a.is(c.first-1, "that") && a.finiteVerb(c.to))
}

// attributive tells whether quoted words stand between an article and their noun.
func (a *attributor) attributive(p pair) bool {
	next := p.close + 1
	return a.in(p.open-1, language.Article, language.Possessive) && next < a.to &&
		a.tokens[next].Shape == token.Lower && !a.in(next, language.Function)
}

// closesQuote tells whether a quotation ends with token i.
func (a *attributor) closesQuote(i int) bool {
	for q := a.first; q < a.next && a.pairs[q].close <= i; q++ {
		if a.pairs[q].close == i {
			return true
		}
	}
	return false
}

// commanded tells whether the cue has an infinitive for its object: "told the crew to
// stop". Nothing else in its sentence is then reported.
func (a *attributor) commanded(c *cue, to int) bool {
	if !a.in(c.from, language.Hearer) {
		return false
	}
	for i := c.to; i < to; i++ {
		switch {
		case a.is(i, "to"):
			return true
		case a.is(i, "that"), a.is(i, ","), a.in(i, language.Copula, language.Verbal, language.Pronoun):
			return false
		}
	}
	return false
}

// insertedClause tells whether the cue stands in a clause that a comma ends: "Ruiz,
// who said so, …", "When Ruiz said so, …".
func (a *attributor) insertedClause(c *cue) bool {
	for i := c.from - 1; i > c.first && i > c.from-8; i-- {
		if (a.is(i, "who") || a.is(i, "which")) && a.is(i-1, ",") {
			return true
		}
	}
	return a.opensClause(c)
}

// outer is the cue before an inserted clause that holds c: "Ruiz said the pier, which he
// called old, was …".
func (a *attributor) outer(c *cue) *cue {
	if a.read < 2 || prevInserted(a, c) < 0 {
		return nil
	}
	if o := &a.cues[a.read-2]; o.kind == language.Says && o.who.known() && o.to <= prevInserted(a, c) {
		return o
	}
	return nil
}

// prevInserted is the "who" or "which" that begins the inserted clause of c, else -1.
func prevInserted(a *attributor, c *cue) int {
	for i := c.from - 1; i > a.from && i > c.from-8; i-- {
		if (a.is(i, "who") || a.is(i, "which")) && a.is(i-1, ",") {
			return i
		}
	}
	return -1
}

// opensClause tells whether the cue's is a subordinate clause that begins the sentence.
func (a *attributor) opensClause(c *cue) bool {
	return c.first == a.from+1 && a.in(a.from, language.Subordinator)
}

// newSubject tells whether a clause with a subject that is no pronoun begins at token
// i, before token to.
func (a *attributor) newSubject(i, to int) bool {
	if i >= to || a.is(i, "that") || a.in(i, language.Pronoun) && !a.in(i, language.Possessive) {
		return false
	}
	return a.in(i, language.Article, language.Possessive, language.Indefinite) || a.mentionAt(i) >= 0 ||
		a.tokens[i].Shape.Capitalized() || a.plural(i) || a.plural(i+1) && !a.finiteVerb(i) || a.is(i, "others")
}

// finiteVerb tells whether token i looks like a verb behind its subject.
func (a *attributor) finiteVerb(i int) bool {
	if i >= a.to || a.tokens[i].Shape != token.Lower {
		return false
	}
	w := a.fold(i)
	if kind := a.term(i).Cue; kind == language.Says || kind == language.Judges || a.in(i, language.Copula, language.Verbal) {
		return true
	}
	if a.term(i).Tense == language.Past {
		return w != "last" && w != "earlier" && w != "since" && w != "ago"
	}
	return len(w) > 3 && !a.in(i, language.Function) &&
		(strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss"))
}

// verbWithin tells whether a verb stands in [from, to), behind a subject.
func (a *attributor) verbWithin(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if a.in(i, language.Copula, language.Verbal) || a.tokens[i].Shape == token.Lower && strings.HasSuffix(a.fold(i), "ed") {
			return true
		}
	}
	return false
}

// denied tells whether the cue says that nothing was said: "did not say whether",
// "said nothing about".
func (a *attributor) denied(c *cue) bool {
	if a.is(c.to, "nothing") || a.is(c.to, "little") {
		return true
	}
	if a.read > 1 { // "said she does not call it": reported all the same
		return false
	}
	for i := c.from - 1; i > c.from-4 && i >= c.first; i-- {
		if w := a.fold(i); w == "not" || w == "never" || w == "n't" || strings.HasSuffix(w, "n't") {
			return !a.is(i+1, "only")
		}
	}
	return false
}

// sayer is the token before "to say" where who does that says it ("went on to say",
// "limited himself to say"), -1 where the words are only meant, or refused.
func (a *attributor) sayer(to int) int {
	i := to - 1
	switch {
	case i <= a.from:
		return -1
	case a.is(i, "himself"), a.is(i, "herself"), a.is(i, "itself"), a.is(i, "on"):
		i--
	}
	if a.in(i, language.GoesOn) {
		return i
	}
	return -1
}
