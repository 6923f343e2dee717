package date

import (
	"strings"

	"glossator/internal/language"
	"glossator/internal/token"
)

// side tells whether what tokens [from, to) date lies before the article's day (Past) or
// ahead of it (Future; Modal and Weak, which are less sure; Present, which tells of a day
// alone that it is not past). It is what the pack's rules say of the words before it, else
// what the date before it says that it is joined to, else what the nearest verb of its
// sentence says: words beyond a comma or dash count as farther away. Whether that is sure is
// told in f.sure.
func (f *Finder) side(from, to int) language.Tense {
	if f.sentence >= len(f.Sentences) {
		return language.NoTense
	}
	s := f.Sentences[f.sentence]
	f.sure = true
	if by := f.bySide(s.From, from); by != language.NoTense {
		return by
	}
	if f.Lex.Pack.Framed {
		if t := f.framed(from, to); t != language.NoTense {
			return t
		}
		f.sure = true
	}
	if f.joinedTo(from) {
		if f.anchor.First() > f.Day {
			return language.Future
		}
		if f.anchor.Last() < f.Day {
			return language.Past
		}
	}
	if f.Lex.Pack.Framed {
		return language.NoTense
	}
	back, backward := f.seekBack(from-1, s.From)
	ahead, forward := f.seekAhead(to, min(s.To, to+backward)) // what is farther away does not count
	f.sure = false
	t := f.weak(from, s.From)
	switch {
	case back != language.NoTense && backward <= forward:
		f.sure, t = backward < beside, back
	case ahead != language.NoTense:
		f.sure, t = from <= s.From+1, ahead // "In May, …"
	}
	if f.attributive(to) && !f.bears(from, t) {
		return language.NoTense
	}
	return t
}

// attributive tells whether a date belongs to a noun behind it: "Monday's vote".
func (f *Finder) attributive(to int) bool {
	if f.partOfDay(to) {
		to++
	}
	return f.possessive(to)
}

// bears tells whether what happens to the noun of a date tells when it is: "at Monday's
// vote they lost", but not "they prepared for Monday's vote", "Monday's vote is a blow".
func (f *Finder) bears(from int, t language.Tense) bool {
	switch t {
	case language.Present:
		return false
	case language.Past:
		return !f.In(from-1, language.Towards)
	}
	return true
}

// bySide is what the pack's rules of what stands before a date say.
func (f *Finder) bySide(first, from int) language.Tense {
	const farthest = 12 // tokens
	before := f.Tokens[max(first, from-farthest, 0):from]
	if n := len(before); n > 0 && f.In(from-1, language.Definite) {
		if way := f.Lex.Pack.Side(before[:n-1]); way != language.NoTense {
			return way
		}
	}
	return f.Lex.Pack.Side(before)
}

// joinedTo tells whether a date goes on with the one before it: "Monday and Friday", "from
// Monday until Friday".
func (f *Finder) joinedTo(from int) bool {
	if f.anchor == "" || f.today.IsZero() {
		return false
	}
	at := from - 1
	if f.In(at, language.OnDay) {
		at--
	}
	return f.behind == at && (f.In(at, language.RangeEnd) || f.Is(at, "-"))
}

// weak is ahead where a word like "before" stands not far before a date.
func (f *Finder) weak(i, first int) language.Tense {
	const near = 6 // tokens
	for j := i - 1; j >= first && j > i-near && f.Tokens[j].Shape != token.Punct; j-- {
		leads := j == i-1 || f.In(j+1, language.Article) || f.hourAt(j+1)
		if f.Term(j).Tense == language.Weak && (leads || !f.In(j, language.Preposition)) {
			return language.Weak
		}
	}
	return language.NoTense
}

// hourAt tells whether an hour stands at token i: "9 a.m.", "noon".
func (f *Finder) hourAt(i int) bool {
	return f.In(i, language.ClockWord) || f.numberAt(i) && f.In(i+1, language.Clock)
}

const (
	beside     = 8  // tokens: what stands nearer is sure
	farthest   = 40 // tokens that a date's verb may be away
	beyondMark = 15 // tokens that a comma counts as
)

// seekBack is what the nearest verb before a date says, from token i back to token first,
// and how far away it is.
func (f *Finder) seekBack(i, first int) (language.Tense, int) {
	infinitive := false
	stop := max(first, i-farthest)
	for far := 1; i >= stop; i, far = i-1, far+1 {
		if f.Tokens[i].Shape == token.Punct {
			far += f.beyond(i)
			continue
		}
		if f.infinitiveAt(i) {
			if t := f.governs(i - 1); t != language.NoTense {
				return t, far
			}
			if far < beside && f.Is(i+1, "be") {
				return language.Future, far // "a pact to be signed in June"
			}
			infinitive = true
			continue
		}
		if t := f.verb(i, infinitive); t != language.NoTense {
			return t, far
		}
	}
	return language.NoTense, farthest * beyondMark
}

// seekAhead is the same of the nearest verb behind a date.
func (f *Finder) seekAhead(i, end int) (language.Tense, int) {
	stop := min(end, i+farthest)
	for far := 1; i < stop; i, far = i+1, far+1 {
		if f.Tokens[i].Shape == token.Punct {
			far += f.beyond(i)
			continue
		}
		if f.In(i, language.JoinsVerbs, language.Relative, language.Subordinator) {
			far += beyondMark
			continue
		}
		if f.word(i).Kind == language.LastWord && !f.In(i, language.Preposition) {
			continue // "last" is no verb in "last week"
		}
		if t := f.verb(i, false); t != language.NoTense && !f.tellsWhich(i) {
			return f.verbAhead(i, t), far
		}
	}
	return language.NoTense, farthest * beyondMark
}

// tellsWhich tells whether the participle at token i only says which thing is meant: "in a
// play called".
func (f *Finder) tellsWhich(i int) bool {
	return f.In(i-2, language.AOrAn) && f.In(i-3, language.Preposition) && f.participle(i)
}

// verbAhead corrects what a verb behind a date says by what follows the verb: "was due",
// "is to".
func (f *Finder) verbAhead(i int, t language.Tense) language.Tense {
	j := f.overAdverbs(i+1, 1)
	switch {
	case f.Term(j).Tense == language.Planned && f.In(i, language.Copula):
		return f.planned(j)
	case f.Is(j, "to") && f.In(i, language.Copula):
		return language.Future
	}
	return t
}

// beyond is what a mark counts for.
func (f *Finder) beyond(i int) int {
	if strings.ContainsAny(f.Fold(i), ",;:-–—\"") {
		return beyondMark
	}
	return 0
}

// infinitiveAt tells whether token i is the "to" of an infinitive.
func (f *Finder) infinitiveAt(i int) bool {
	if f.Lex.Pack.Postposed || !f.Is(i, "to") || i+1 >= len(f.Tokens) || f.Tokens[i+1].Shape != token.Lower {
		return false
	}
	return f.Is(i+1, "be") || f.Is(i+1, "have") || !f.In(i+1, language.Function, language.Article, language.Possessive, language.Preposition) && !f.Plural(i+1)
}

// governs is what the word before an infinitive says of it: "plans to sail", "has to sail",
// "was to sail". Of a purpose ("came to sail") nothing is said.
func (f *Finder) governs(i int) language.Tense {
	i = f.overAdverbs(i, -1)
	switch f.Term(i).Tense {
	case language.Leaning:
		return f.unless(i, language.Future)
	case language.Planned:
		return f.planned(i)
	case language.Be, language.Future, language.Modal:
		return language.Future
	case language.Past:
		switch {
		case f.In(i, language.Copula) && !f.Is(i+2, "have"):
			return language.Future // "was to sail"
		case f.has(i), f.Is(i, "had"):
			return f.unless(i, language.Future)
		}
	}
	return language.NoTense
}

// unless is a tense, unless token i is "had" or stands behind it: "had to", "had planned to".
func (f *Finder) unless(i int, t language.Tense) language.Tense {
	if f.aux(i).had || f.Is(i, "had") {
		return language.Past
	}
	return t
}

// planned is what a word like "scheduled" says: ahead, but "had been scheduled" lies
// behind. As a finite verb ("he planned a strike in May") it is past.
func (f *Finder) planned(i int) language.Tense {
	a := f.aux(i)
	switch {
	case a.had:
		return language.Past
	case a.was || a.is || a.have || a.infinitive:
		return language.Future
	case f.In(i+1, language.Preposition) || f.word(i+1).Kind != language.NoTime || f.dayOfMonth(i+1) > 0:
		return language.Future
	case strings.HasSuffix(f.Fold(i), "ed"):
		return language.Past
	}
	return language.NoTense
}

// verb is what token i says as a verb of its sentence: NoTense where it is none, or goes
// with one that stands before it. An infinitive may stand between it and the date.
func (f *Finder) verb(i int, infinitive bool) language.Tense {
	t := f.Term(i).Tense
	if written := f.Lex.Pack.WrittenTense(f.Raw(i)); written != language.NoTense {
		t = written
	}
	switch t {
	case language.Past:
		return f.past(i, infinitive)
	case language.Future:
		return t
	case language.Modal:
		return f.modal(i, infinitive)
	case language.Planned:
		return f.planned(i)
	case language.Takes:
		if f.In(i+1, language.TakesWhat) && !f.aux(i).infinitive {
			return language.Future
		}
	case language.Begins:
		if !f.nounAt(i) {
			return language.Future
		}
	case language.Begin:
		if f.ofSeveral(i - 1) {
			return language.Future
		}
	case language.Moving:
		if f.aux(i).is {
			return language.Future
		}
	case language.Be:
		return f.copula(i)
	}
	if f.finite(i) {
		return f.past(i, infinitive)
	}
	return f.byEnding(i)
}

// byEnding is what a word says as a verb by its ending, where nothing makes it a noun.
func (f *Finder) byEnding(i int) language.Tense {
	if f.Tokens[i].Shape != token.Lower || f.nounAt(i) {
		return language.NoTense
	}
	return f.Lex.Pack.TenseOf(f.Raw(i))
}

// nounAt tells whether what stands before token i makes it a noun: "the returns".
func (f *Finder) nounAt(i int) bool {
	if f.In(i-1, language.Relative) {
		return false
	}
	return f.In(i-1, language.Article, language.Possessive, language.Preposition) || f.numberAt(i-1)
}

// ofSeveral tells whether token i can be the subject of a verb in the plural.
func (f *Finder) ofSeveral(i int) bool {
	return f.Plural(i) || f.In(i, language.Several) || f.capital(i) && strings.HasSuffix(f.Fold(i), "s")
}

// past is what a past form says: ahead, as part of an infinitive that depends on what is
// only thought ("would have forced them to revisit it"); nothing, as participle of a verb
// that stands before it ("will be signed").
func (f *Finder) past(i int, infinitive bool) language.Tense {
	a := f.aux(i)
	switch {
	case a.modal && a.have && infinitive:
		return language.Future
	case a.modal && a.have:
		return language.Past
	case a.modal, a.infinitive && !a.have:
		return language.NoTense
	case f.has(i) && !f.participle(f.overAdverbs(i+1, 1)):
		return language.Present
	}
	return language.Past
}

// has tells whether token i is "has" or "have".
func (f *Finder) has(i int) bool { return f.Is(i, "has") || f.Is(i, "have") }

// participle tells whether token i may be the participle behind "has".
func (f *Finder) participle(i int) bool {
	t := f.Term(i).Tense
	return t == language.Past || t == language.Planned || t == language.Leaning || strings.HasSuffix(f.Fold(min(i, len(f.Tokens)-1)), "ed") ||
		f.Lex.Pack.Participle(f.Raw(min(i, len(f.Tokens)-1)))
}

// modal is what "would" and "may" say: of what would have been, it is past.
func (f *Finder) modal(i int, infinitive bool) language.Tense {
	if f.capital(i) && f.word(i).Kind == language.MonthWord && !f.opens(i) {
		return language.NoTense
	}
	if j := f.overAdverbs(i+1, 1); f.Is(j, "have") && !f.Is(j+1, "to") && !infinitive {
		return language.Past
	}
	return language.Modal
}

// copula is what "is" and "are" say: ahead before "to", past before a participle ("is
// accused of"), else the present. "Be" says nothing.
func (f *Finder) copula(i int) language.Tense {
	j := f.overAdverbs(i+1, 1)
	switch {
	case f.Is(i, "be"):
		return language.NoTense
	case f.Is(j, "to"), f.Term(j).Tense == language.Moving:
		return language.Future
	case f.Term(j).Tense == language.Planned:
		return f.planned(j)
	case f.Lex.Pack.State && f.participle(j) && !f.In(j, language.Moved):
		return language.NoTense
	case f.participle(j):
		return language.Past
	}
	return language.Present
}

// finite tells whether a word on -ed is the verb of its clause: not behind an article
// or preposition ("the disputed order").
func (f *Finder) finite(i int) bool {
	if i == 0 || f.Tokens[i].Shape != token.Lower {
		return false
	}
	if w := f.Fold(i); len(w) <= len("need") || !strings.HasSuffix(w, "ed") {
		return false
	}
	return !f.In(i-1, language.Article, language.Preposition, language.Possessive)
}

// auxiliaries are what stands before a verb and belongs to it.
type auxiliaries struct{ had, have, was, is, modal, infinitive bool }

// aux are the auxiliaries of the verb at token i: "had been", "will have to be".
func (f *Finder) aux(i int) (a auxiliaries) {
	const longest = 5 // tokens, adverbs among them
	for j := i - 1; j >= 0 && j >= i-longest; j-- {
		switch t := f.Term(j).Tense; {
		case f.Is(j, "had"):
			a.had, a.have = true, true
		case f.has(j):
			a.have = true
		case t == language.Be && !f.Is(j, "be"):
			a.is = true
		case f.In(j, language.Copula):
			a.was = true
		case t == language.Modal, t == language.Future && f.In(j, language.Verbal):
			a.modal = true
		case f.Is(j, "to"):
			a.infinitive = true
		case f.adverb(j):
		default:
			return a
		}
	}
	return a
}

// overAdverbs is the first token from i on, in the direction by, that is no adverb.
func (f *Finder) overAdverbs(i, by int) int {
	const most = 3
	for range most {
		if !f.adverb(i) {
			break
		}
		i += by
	}
	return i
}

// adverb tells whether token i may stand inside a verb: "not", "also", "already".
func (f *Finder) adverb(i int) bool { return f.In(i, language.Adverb, language.Negation) }
