package quote

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
func (f *Finder) governs(c *cue, p pair) bool {
	r := f.reachOf(c, p)
	q := f.first
	for i := c.to; i < p.open; i++ {
		if to := f.skip(i, &q); to > i {
			i = to - 1
			continue
		}
		if r.inserted && f.Is(i, ",") && i+1 < p.open && f.mainGoesOn(i+1, c, p) {
			return false
		}
		if !r.aside && f.leaves(i, c, p, r) {
			return false
		}
	}
	return !f.denied(c) && !(c.kind == language.Judges && f.Is(c.first-1, "that") && f.finiteVerb(c.to))
}

// mainGoesOn tells whether the sentence goes on at token i, behind the clause of cue c.
func (f *Finder) mainGoesOn(i int, c *cue, p pair) bool {
	return f.finiteVerb(i) || f.opensClause(c) && f.newSubject(i, p.open)
}

// reach is how far what a cue says goes on behind it.
type reach struct {
	inserted bool // it stands in a clause that a comma ends
	aside    bool // it has all of the sentence for its object: "…, Ruiz said, …"
	loose    bool // another clause with a subject is not reported by it
	close    bool // nor what only qualifies a noun there
}

func (f *Finder) reachOf(c *cue, p pair) reach {
	if f.asTold(c) {
		return reach{aside: true}
	}
	behind := f.closesQuote(c.first-1) || f.Is(c.first-1, ",") && f.closesQuote(c.first-2)
	loose := behind || c.kind == language.Judges || f.commanded(c, p.open)
	return reach{
		inserted: f.insertedClause(c),
		aside:    !behind && c.kind == language.Says && f.Is(c.first-1, ",") && f.Is(c.to, ","),
		loose:    loose,
		close:    loose || f.attributive(p),
	}
}

// leaves tells whether another clause begins at token i that cue c does not report.
func (f *Finder) leaves(i int, c *cue, p pair, r reach) bool {
	switch {
	case f.Is(i, ";"), f.In(i, language.Contrast):
		return r.close && !f.Is(p.open-1, "as") && f.newSubject(i+1, p.open)
	case f.Is(i, "and") && i > c.to && f.Is(i-1, ","):
		return r.loose && f.newSubject(i+1, p.open) && f.verbWithin(i+1, p.open)
	}
	return false
}

// attributive tells whether quoted words stand between an article and their noun.
func (f *Finder) attributive(p pair) bool {
	return f.In(p.open-1, language.Article, language.Possessive) && f.nounAt(p.close+1)
}

// nounAt tells whether token i is there and may be a noun: in small letters, and no little
// word.
func (f *Finder) nounAt(i int) bool {
	return i < f.to && f.Tokens[i].Shape == token.Lower && !f.In(i, language.Function)
}

// closesQuote tells whether a quotation ends with token i.
func (f *Finder) closesQuote(i int) bool {
	for q := f.first; q < f.next && f.pairs[q].close <= i; q++ {
		if f.pairs[q].close == i {
			return true
		}
	}
	return false
}

// commanded tells whether the cue has an infinitive for its object: "told the crew to
// stop". Nothing else in its sentence is then reported.
func (f *Finder) commanded(c *cue, to int) bool {
	if !f.In(c.from, language.Hearer) {
		return false
	}
	for i := c.to; i < to; i++ {
		switch {
		case f.Is(i, "to"):
			return true
		case f.Is(i, "that"), f.Is(i, ","), f.In(i, language.Copula, language.Verbal, language.Pronoun):
			return false
		}
	}
	return false
}

// insertedClause tells whether the cue stands in a clause that a comma ends: "Ruiz,
// who said so, …", "When Ruiz said so, …".
func (f *Finder) insertedClause(c *cue) bool {
	for i := c.from - 1; i > c.first && i > c.from-8; i-- {
		if (f.Is(i, "who") || f.Is(i, "which")) && f.Is(i-1, ",") {
			return true
		}
	}
	return f.opensClause(c)
}

// outer is the cue before an inserted clause that holds c: "Ruiz said the pier, which he
// called old, was …".
func (f *Finder) outer(c *cue) *cue {
	if f.read < 2 || prevInserted(f, c) < 0 {
		return nil
	}
	if o := &f.cues[f.read-2]; o.kind == language.Says && o.who.known() && o.to <= prevInserted(f, c) {
		return o
	}
	return nil
}

// prevInserted is the "who" or "which" that begins the inserted clause of c, else -1.
func prevInserted(a *Finder, c *cue) int {
	for i := c.from - 1; i > a.from && i > c.from-8; i-- {
		if (a.Is(i, "who") || a.Is(i, "which")) && a.Is(i-1, ",") {
			return i
		}
	}
	return -1
}

// opensClause tells whether the cue's is a subordinate clause that begins the sentence.
func (f *Finder) opensClause(c *cue) bool {
	return c.first == f.from+1 && f.In(f.from, language.Subordinator)
}

// newSubject tells whether a clause with a subject that is no pronoun begins at token
// i, before token to.
func (f *Finder) newSubject(i, to int) bool {
	if i >= to || f.Is(i, "that") || f.In(i, language.Pronoun) && !f.In(i, language.Possessive) {
		return false
	}
	if f.In(i, language.Article, language.Possessive, language.Indefinite) || f.Is(i, "others") {
		return true
	}
	named := f.mentionAt(i) >= 0 || f.Tokens[i].Shape.Capitalized()
	return named || f.Plural(i) || f.Plural(i+1) && !f.finiteVerb(i)
}

// finiteVerb tells whether token i looks like a verb behind its subject.
func (f *Finder) finiteVerb(i int) bool {
	if i >= f.to || f.Tokens[i].Shape != token.Lower {
		return false
	}
	w := f.Fold(i)
	if kind := f.Term(i).Cue; kind == language.Says || kind == language.Judges || f.In(i, language.Copula, language.Verbal) {
		return true
	}
	if f.Term(i).Tense == language.Past {
		return f.Term(i).Time.Kind == language.NoTime && !f.In(i, language.Preposition) // "ago" and "since" say so, too
	}
	return len(w) > 3 && !f.In(i, language.Function) &&
		(strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss"))
}

// verbWithin tells whether a verb stands in [from, to), behind a subject.
func (f *Finder) verbWithin(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if f.In(i, language.Copula, language.Verbal) || f.Tokens[i].Shape == token.Lower && strings.HasSuffix(f.Fold(i), "ed") {
			return true
		}
	}
	return false
}

// denied tells whether the cue says that nothing was said: "did not say whether",
// "said nothing about".
func (f *Finder) denied(c *cue) bool {
	if f.Is(c.to, "nothing") || f.Is(c.to, "little") {
		return true
	}
	if f.read > 1 { // "said she does not call it": reported all the same
		return false
	}
	for i := c.from - 1; i > c.from-4 && i >= c.first; i-- {
		if f.In(i, language.Negation) {
			return !f.Is(i+1, "only")
		}
	}
	return false
}

// sayer is the token before "to say" where who does that says it ("went on to say",
// "limited himself to say"), -1 where the words are only meant, or refused.
func (f *Finder) sayer(to int) int {
	i := to - 1
	switch {
	case i <= f.from:
		return -1
	case f.Is(i, "himself"), f.Is(i, "herself"), f.Is(i, "itself"), f.Is(i, "on"):
		i--
	}
	if f.In(i, language.GoesOn) {
		return i
	}
	return -1
}

// subordinate tells whether the cue stands in a clause with a subordinator before its
// subject: "when Ruiz argued for it".
func (f *Finder) subordinate(c *cue) bool { return f.In(c.first-1, language.Subordinator) }

// reported tells whether cue c stands in the clause that cue o reports: "Ruiz said that
// Hale called it".
func (f *Finder) reported(o, c *cue) bool {
	const farthest = 60 // tokens
	if o.kind != language.Says || o.inverted || c.first < o.to || c.first > o.to+farthest {
		return false
	}
	for i := o.to; i < c.first; i++ {
		if f.AnyOf(i, ",", ";") || f.Is(i, "while") || f.In(i, language.JoinsVerbs) || f.mark(i) != 0 {
			return false
		}
	}
	return true
}
