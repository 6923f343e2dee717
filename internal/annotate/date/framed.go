package date

import (
	"strings"

	"glossator/internal/language"
	"glossator/internal/token"
)

// framed is what the clause of a date says in a language whose finite verb stands second and
// the rest of it last: "hat am Freitag gesagt", "wird am Freitag sprechen". A clause ends at
// a mark, and at "und" where both sides have a verb. What is only known of "until Friday" is
// that it lay ahead when it was said. Of a clause without a verb its neighbours tell.
func (f *Finder) framed(from, to int) language.Tense {
	s := f.Sentences[f.sentence]
	for _, joins := range [...]bool{true, false} {
		a, b := f.clauseOf(from, to, joins)
		if f.infinitiveClause(a, b) {
			return language.NoTense
		}
		if t := f.clauseTense(a, b, from, to); t != language.NoTense {
			return f.until(from, t)
		}
	}
	if f.leadsAhead(from) {
		return language.Future
	}
	a, b := f.clauseOf(from, to, false)
	for a > s.From {
		end := a - 1
		for a = end; a > s.From && !f.endsClause(a-1, false); a-- {
		}
		if t := f.clauseTense(a, end, from, to); t != language.NoTense {
			return t
		}
	}
	if b+1 < s.To {
		end := b + 1
		for end < s.To && !f.endsClause(end, false) {
			end++
		}
		return f.clauseTense(b+1, end, from, to)
	}
	return language.NoTense
}

// infinitiveClause tells whether the clause of the tokens [a, b) has no finite verb but an infinitive
// at its end, of which nothing tells whether it is over: "um am Sonntag zu verkünden".
func (f *Finder) infinitiveClause(a, b int) bool {
	verb := b - 1
	return verb-1 > a && f.Is(verb-1, "to") && f.Tokens[verb].Shape == token.Lower && !f.In(verb, language.Function)
}

// until is a clause's tense where "bis" stands before the date: of "was closed until Friday"
// nothing tells whether that Friday is over.
func (f *Finder) until(from int, t language.Tense) language.Tense {
	if !f.leadsAhead(from) {
		return t
	}
	switch t {
	case language.Past:
		return language.NoTense
	case language.Present:
		return language.Future
	}
	return t
}

// leadsAhead tells whether "bis" or the like stands before a date.
func (f *Finder) leadsAhead(from int) bool {
	i := from - 1
	for f.In(i, language.Article) {
		i--
	}
	return f.In(i, language.RangeEnd) && !f.Is(i, "and")
}

// clauseOf is the clause of the tokens [from, to): to the marks on both sides, or to "und".
func (f *Finder) clauseOf(from, to int, joins bool) (a, b int) {
	s := f.Sentences[f.sentence]
	a, b = from, to
	for a > s.From && !f.endsClause(a-1, joins) {
		a--
	}
	for b < s.To && !f.endsClause(b, joins) {
		b++
	}
	return a, b
}

// endsClause tells whether a clause ends before token i.
func (f *Finder) endsClause(i int, joins bool) bool {
	if f.Tokens[i].Shape == token.Punct {
		return strings.Contains(",;:()\"-–—", f.Fold(i)) && !f.joined(i+1)
	}
	return joins && f.In(i, language.JoinsVerbs)
}

// clauseTense is what the finite verb of a clause says, the one nearest to the date.
func (f *Finder) clauseTense(a, b, from, to int) language.Tense {
	best, distance := language.NoTense, 1000
	for i := a; i < b; i++ {
		if i >= from && i < to {
			continue
		}
		t := f.finiteTense(i, a, b)
		if t == language.NoTense {
			continue
		}
		if d := max(from-i, i-to+1); d < distance {
			best, distance = t, d
		}
	}
	if best == language.NoTense && f.opensClause(from, a) && f.verbInT(to) {
		best = language.Present
	}
	f.sure = best == language.Past
	return best
}

// finiteTense is what token i says as the finite verb of its clause, the tokens [a, b).
func (f *Finder) finiteTense(i, a, b int) language.Tense {
	if f.Tokens[i].Shape != token.Lower && i > a || f.Is(i-1, "to") && !f.In(i-1, language.DateLead) {
		return language.NoTense
	}
	if t := f.Lex.Pack.WrittenTense(f.Raw(i)); t != language.NoTense {
		return t
	}
	switch t := f.Term(i).Tense; {
	case f.has(i):
		return f.perfect(i, b)
	case t == language.Be:
		return f.stateOf(i, b)
	case t == language.Future, t == language.Modal:
		if f.perfectAtEnd(b) {
			return language.Past // "soll am Freitag gesagt haben"
		}
		return t
	case t == language.Past, t == language.Present:
		return t
	}
	if f.In(i, language.Function) || f.nounAt(i) || f.word(i).Kind != language.NoTime {
		return language.NoTense
	}
	return f.Lex.Pack.TenseOf(f.Raw(i))
}

// perfect is what "hat" says: past with a participle behind it.
func (f *Finder) perfect(i, b int) language.Tense {
	for j := i + 1; j < b; j++ {
		if f.pastParticiple(j) {
			return language.Past
		}
	}
	return language.Present
}

// stateOf is what "ist" says: ahead with "geplant", past with "worden" or with a verb of
// motion. "Ist gesperrt" is a state, of which nothing tells when.
func (f *Finder) stateOf(i, b int) language.Tense {
	for j := i + 1; j < b; j++ {
		switch {
		case f.Term(j).Tense == language.Planned:
			return language.Future
		case f.In(j, language.Copula) && j == b-1: // "worden", "gewesen", "geblieben"
			return language.Past
		case f.In(j, language.Moved):
			return language.Past
		case f.pastParticiple(j) && !f.In(j+1, language.Copula):
			return language.NoTense
		}
	}
	return language.Present
}

// perfectAtEnd tells whether a clause ends with "gesagt haben".
func (f *Finder) perfectAtEnd(b int) bool {
	last := b - 1
	if f.Is(last, ".") {
		last--
	}
	return (f.Is(last, "have") || f.Is(last, "be")) && f.pastParticiple(last-1)
}

// pastParticiple tells whether token i ends, and begins or goes on, as a participle does.
func (f *Finder) pastParticiple(i int) bool {
	return f.Tokens[i].Shape == token.Lower && !f.In(i, language.Function) && f.Lex.Pack.Participle(f.Fold(i))
}

// opensClause tells whether nothing but a preposition and its article stands before a date
// in its clause, so that the word behind it is the finite verb.
func (f *Finder) opensClause(from, a int) bool {
	for i := a; i < from; i++ {
		if !f.In(i, language.Preposition, language.Article, language.Adverb) {
			return false
		}
	}
	return true
}

// verbInT tells whether token i is a verb of the present by its ending.
func (f *Finder) verbInT(i int) bool {
	return i < len(f.Tokens) && f.Tokens[i].Shape == token.Lower && !f.In(i, language.Function) &&
		f.Lex.Pack.InPresent(f.Fold(i)) && !f.Lex.Pack.Participle(f.Fold(i))
}
