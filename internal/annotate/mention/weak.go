package mention

import (
	"cmp"
	"fmt"
	"slices"

	"glossator/internal/annotation"
	"glossator/internal/language"
	"glossator/internal/lexicon"
	"glossator/internal/reading"
	"glossator/internal/token"
)

// How far back a weak description looks.
const (
	reach = 48 // mentions
	alone = 3  // sentences without another candidate, where the entry does not list the word
)

// weak accepts descriptions of one noun ("the order", "his predecessor") that mean
// what the article mentioned before: the nearest entry that lists the word; else the
// only one whose name, kind or role has it as its head. Another thing called
// by that noun in between leaves it unlinked.
func (f *Finder) weak() {
	f.readingOrder()
	for i := f.nextWeak(0); i < len(f.Tokens); i = f.nextWeak(i + 1) {
		for f.ahead < len(f.order) && f.found[f.order[f.ahead]].from < i {
			f.said = append(f.said, f.order[f.ahead])
			f.ahead++
		}
		switch c := f.Class(i); {
		case c.Has(language.Honorific):
			f.address(i)
		case f.Tokens[i].Shape == token.Clitic:
			f.possession(i)
		case f.elided(i):
			f.determined(i, i+2, *c)
		case c.Has(language.Article, language.Possessive) && f.adjacent(i+1):
			f.determined(i, i+1, *c)
		case f.Lex.Bare(f.Tokens[i].Word):
			f.bareNoun(i)
		}
	}
}

// nextWeak is the first token from i on behind which a weak description may stand, or
// which may be one.
func (f *Finder) nextWeak(i int) int {
	if !f.Lex.AnyBare() {
		return f.Next(i, reading.Leads)
	}
	for i < len(f.Tokens) && !f.Asks(i, reading.Leads) && !f.Lex.Bare(f.Tokens[i].Word) {
		i++
	}
	return i
}

// bareNoun resolves a noun that an entry lists without an article, "officers", where
// nothing stands before it that tells whose or which.
func (f *Finder) bareNoun(i int) {
	if !f.vacant(i, i+1) || f.compound(i) || f.modified(i) || f.predicate(i) {
		return
	}
	var fit []candidate
	for n := range min(reach, len(f.said)) {
		m := *f.past(n)
		for _, w := range f.Lex.WeakOf(f.Tokens[i].Word, m.entry) {
			if w.Listed && w.Det == none && (w.Role == nil || f.held(lexicon.Owner{Entry: m.entry, Role: w.Role}, false, i)) {
				f.put(&fit, candidate{m.entry, m.from, m.to, true, "description"})
			}
		}
	}
	switch len(fit) {
	case 0:
	case 1:
		f.say(found{from: i, to: i + 1, entry: fit[0].entry, level: annotation.Descriptive, rule: "description", kind: byDescription})
	default:
		f.unresolvedWeak(i, i, fit)
	}
}

// besideNoun are the classes of words that stand before a noun and say nothing of it.
var besideNoun = language.SetOf(language.Function, language.Preposition, language.Verbal, language.Copula, language.Saying)

// modified tells whether something before the noun at token i tells whose or which, or it
// has a capital inside a sentence: "police officers", "all officers".
func (f *Finder) modified(i int) bool {
	switch {
	case f.opens(i):
		return false
	case f.Tokens[i].Shape == token.Capital:
		return true
	case !f.adjacent(i):
		return false
	case !f.Class(i-1).Meets(besideNoun) && !f.Lex.Pack.Inflected(f.Fold(i-1)):
		return true
	}
	return f.around(i, i+1).det != none || f.In(i-1, language.Determiner)
}

// readingOrder sorts what was found. While weak walks over the tokens, said holds what
// stands before the token it looks at.
func (f *Finder) readingOrder() {
	f.order = f.order[:0]
	for k := range f.found {
		f.order = append(f.order, int32(k))
	}
	slices.SortFunc(f.order, func(a, b int32) int {
		x, y := &f.found[a], &f.found[b]
		if x.from != y.from {
			return x.from - y.from
		}
		return cmp.Or(y.to-x.to, int(a-b))
	})
	f.said = f.said[:0]
}

// past is the n-th mention before the token looked at, 0 the last; nil where there is
// none.
func (f *Finder) past(n int) *found {
	if n >= len(f.said) {
		return nil
	}
	return &f.found[f.said[len(f.said)-1-n]]
}

// determined resolves the noun at h behind the determiner at i, whose class is det.
func (f *Finder) determined(i, h int, det language.Set) {
	class := f.Class(h)
	if !det.Has(language.Possessive) && !f.mayMean(f.Lex.Full(f.Tokens[h].Word)) || !f.unmarked(i, h+1) {
		return
	}
	if det.Has(language.Possessive) {
		switch {
		case f.In(i, language.Own):
			f.own(i, h)
			return
		case class.Has(language.Before, language.After) && f.neighbor(i, h, f.lastPerson()):
			return
		case class.Has(language.Party):
			f.counterpart(i, h)
			return
		}
	}
	if f.Tokens[h].Word == 0 || class.Has(language.Function) || f.compound(h) {
		return
	}
	if !f.covered(i, h+1) && !f.predicate(i) {
		f.anaphor(i, h, det)
	}
}

// say accepts a weak mention at the token looked at.
func (f *Finder) say(m found) {
	f.add(m)
	f.said = append(f.said, int32(len(f.found)-1))
}

// compound tells whether the noun at token h is only the beginning of something:
// "the president of …", "the administration officials", "the order-making".
func (f *Finder) compound(h int) bool {
	if f.hyphened(h) {
		return true
	}
	if !f.adjacent(h + 1) {
		return false
	}
	switch {
	case f.Is(h+1, "of"), f.In(h+1, language.Officer):
		return true
	case !f.In(h, language.Title):
		return false
	case f.Is(h+1, "for"), f.named(h+1) != nil:
		return true
	}
	return f.Tokens[h+1].Shape == token.Capital && f.StyleAt(h) == reading.Plain && !f.In(h+1, language.Calendar, language.Function)
}

// candidate is an entry that a weak description may mean.
type candidate struct {
	entry  int32
	at     int // first token of its last mention
	end    int
	listed bool
	rule   string
}

// anaphor resolves the noun at h behind the determiner at i.
func (f *Finder) anaphor(i, h int, det language.Set) {
	cs := f.candidates(i, h, det)
	if len(cs) == 0 {
		return
	}
	best := cs[0] // the nearest; listed ones first
	switch {
	case best.listed && det.Has(language.Indefinite) && f.SentenceOf(best.at) != f.SentenceOf(i):
		f.reject(i, h+1, "“%s” opens something new", f.Raw(i))
		return
	case len(cs) > 1 && cs[1].listed == best.listed && f.SentenceOf(cs[1].at) == f.SentenceOf(best.at):
		f.unresolvedWeak(i, h, cs)
		return
	case !best.listed && f.restricted(h+1, f.SentenceOf(i)-f.SentenceOf(best.at)):
		f.reject(i, h+1, "“%s” tells which one is meant", f.Raw(h+1))
		return
	case !best.listed && len(cs) > 1 && (f.SentenceOf(i)-f.SentenceOf(best.at) > 1 || f.SentenceOf(i)-f.SentenceOf(cs[1].at) <= alone):
		f.unresolvedWeak(i, h, cs)
		return
	case f.rival(best, h):
		f.besideRival(i, h, best.entry)
		return
	case f.beforeOther(h+1, best.entry):
		f.reject(i, h+1, "the name behind it is another's")
		return
	case f.paid(i, h):
		f.reject(i, h+1, "it is paid")
		return
	case f.foreign(best.entry, i, h):
		f.unresolvedWeak(i, h, cs[:1])
		return
	case f.speaks(best.entry, i):
		f.reject(i, h+1, "%s is speaking", f.entry(best.entry).ID)
		return
	case !best.listed && f.holder(f.Lex.Full(f.Tokens[h].Word), det, i):
		f.unresolvedWeak(i, h, cs[:1])
		return
	}
	f.say(found{from: i, to: h + 1, entry: best.entry, level: annotation.Descriptive, rule: best.rule, kind: byDescription})
}

// paid tells whether the noun at token h is a law's, and here what somebody has to pay:
// "he paid the bill".
func (f *Finder) paid(i, h int) bool {
	return f.In(h, language.Law) && f.adjacent(i) && f.Lex.Pack.Pays[f.Fold(i-1)]
}

// foreign tells whether the noun at token h is one for a government, and the sentence
// tells, before it, of another country than the entry's: "The Danish premier said the
// government would go".
func (f *Finder) foreign(entry int32, i, h int) bool {
	if !f.In(h, language.Reign) {
		return false
	}
	for k := f.Sentences[f.SentenceOf(i)].From; k < i; k++ {
		if f.Tokens[k].Shape == token.Capital && !f.mentioned[k] && f.Lex.Pack.Nationality(f.Fold(k)) && !f.nameSays(entry, k) {
			return true
		}
	}
	return false
}

// nameSays tells whether an entry's name has the word of token k, or the place whose
// people are called so.
func (f *Finder) nameSays(entry int32, k int) bool {
	return f.textSays(f.entry(entry).Name, k)
}

// speaks tells whether token i stands in a turn of a person's own.
func (f *Finder) speaks(person int32, i int) bool {
	return f.turnOf != nil && f.turnOf[f.BlockOf(i)] == person
}

// restricted tells whether what follows a noun at token i tells which one is meant: "who",
// "that" and, where it was named some sentences ago, "behind the task force".
func (f *Finder) restricted(i, sentences int) bool {
	if !f.adjacent(i) {
		return false
	}
	if f.In(i, language.Relative) && !f.In(i-3, language.Saying, language.Hearer) { // but "told the chamber that"
		return true
	}
	if f.In(i+1, language.Calendar) {
		return false
	}
	return sentences > 1 && f.In(i, language.Preposition) || sentences > 0 && f.Is(i, "for")
}

// candidates are the entries mentioned before i that may be called by the noun at h,
// listed ones first, the nearest first.
func (f *Finder) candidates(i, h int, det language.Set) []candidate {
	cs := f.cands[:0]
	defer func() { f.cands = cs[:0] }()
	w := f.Lex.Full(f.Tokens[h].Word)
	if !f.mayMean(w) {
		return nil
	}
	possessor := false // the person mentioned last was seen
	for n := range min(reach, len(f.said)) {
		m := *f.past(n)
		f.consider(&cs, m.entry, m, w, det, i)
		if f.SentenceOf(i)-f.SentenceOf(m.from) <= 1 {
			f.deeds(&cs, m, w, det, i)
		}
		if f.entry(m.entry).Person() {
			for _, b := range f.Lex.Bodies(m.entry) {
				if !possessor && det.Has(language.Possessive) && f.sameBody(b.Word, w) {
					f.put(&cs, candidate{b.Entry, m.from, m.to, true, "named after a person"})
				}
				f.consider(&cs, b.Entry, m, w, det, i)
			}
			possessor = true
		}
	}
	slices.SortStableFunc(cs, func(a, b candidate) int { return boolFirst(a.listed, b.listed) })
	if len(cs) > 0 && cs[0].listed { // an unlisted one counts only where none is listed
		cs = slices.DeleteFunc(cs, func(c candidate) bool { return !c.listed })
	}
	return cs
}

// mayMean tells whether a noun alone may mean any entry.
func (f *Finder) mayMean(w lexicon.Word) bool {
	return len(f.Lex.Weak(w)) > 0 || f.Lex.Is(w, language.Reign)
}

// sameBody tells whether two nouns name one kind of body: "his government" is an
// administration.
func (f *Finder) sameBody(a, b lexicon.Word) bool {
	return a == b || f.Lex.Is(a, language.Reign) && f.Lex.Is(b, language.Reign)
}

// consider adds the entry if it may be called by the word behind this determiner.
func (f *Finder) consider(cs *[]candidate, entry int32, m found, w lexicon.Word, det language.Set, i int) {
	for _, weak := range f.Lex.WeakOf(w, entry) {
		if weak.Role != nil && !f.held(lexicon.Owner{Entry: entry, Role: weak.Role}, false, i) || !allowed(weak, det) ||
			!weak.Listed && m.kind == byCue {
			continue
		}
		rule := "description"
		switch {
		case weak.Role != nil:
			rule = f.role
		case !weak.Listed:
			rule = "noun of what was named before"
		}
		f.put(cs, candidate{entry, m.from, m.to, weak.Listed, rule})
	}
}

// deeds adds what the one mentioned does, if an entry lists the word for it: "The union
// said the strike would last".
func (f *Finder) deeds(cs *[]candidate, m found, w lexicon.Word, det language.Set, i int) {
	for _, deed := range f.Lex.Deeds(m.entry) {
		for _, weak := range f.Lex.WeakOf(w, deed) {
			if weak.Listed && det.Has(language.Definite) && allowed(weak, det) {
				f.put(cs, candidate{deed, m.from, m.to, true, "what " + f.entry(m.entry).ID + " does"})
			}
		}
	}
}

// put keeps an entry's nearest mention, and listed before unlisted.
func (f *Finder) put(cs *[]candidate, c candidate) {
	for k, have := range *cs {
		if have.entry == c.entry {
			(*cs)[k].listed = have.listed || c.listed
			return
		}
	}
	*cs = append(*cs, c)
}

// allowed tells whether a weak description may stand behind a determiner: behind "a"
// and "his" only where the entry lists it so.
func allowed(w lexicon.Weak, det language.Set) bool {
	switch {
	case det.Has(language.Possessive):
		return w.Listed && w.Det.Has(language.Possessive)
	case det.Has(language.Indefinite):
		return w.Listed && w.Det.Has(language.Indefinite)
	case det.Has(language.Definite):
		return !w.Listed || !w.Det.Has(language.Possessive)
	}
	return false
}

// rival tells whether something else called by the noun at h stands between the
// candidate's last mention and h.
func (f *Finder) rival(c candidate, h int) bool {
	hash, person := f.Tokens[h].Hash, f.entry(c.entry).Person()
	for j := max(c.end, h-lookBack); j < h; j++ {
		if f.Tokens[j].Hash == hash && !f.mentioned[j] && f.another(j, person) {
			return true
		}
	}
	return false
}

// another tells whether the noun at token j opens or names something of its own: "a second
// bill", "the Port Bill", but not "the bill" and "no bill".
func (f *Finder) another(j int, person bool) bool {
	d := f.around(j, j+1)
	switch {
	case f.In(j+1, language.Officer): // "a council spokesman"
		return false
	case person && f.titleOfAnother(j):
		return true
	case person || d.det.Has(language.Indefinite):
		return d.det.Has(language.Indefinite)
	case d.det.Has(language.Definite):
		return d.start < j-1
	}
	return !f.In(j-1, language.Negation, language.Determiner)
}

// titleOfAnother tells whether the title at token j stands before a name: "Minister Stone".
// Those of the catalogue are candidates themselves.
func (f *Finder) titleOfAnother(j int) bool {
	return f.Tokens[j].Shape.Capitalized() && f.capitalRun(j+1) && f.StyleAt(j) == reading.Plain &&
		f.named(j+1) == nil && !f.In(j+1, language.Function, language.Calendar)
}

// holder tells whether somebody whom the article has not named holds, on its day, a role
// that is called by the word alone: then another one's title is no ground to link it.
func (f *Finder) holder(w lexicon.Word, det language.Set, i int) bool {
	return slices.ContainsFunc(f.Lex.Weak(w), func(x lexicon.Weak) bool {
		return x.Listed && x.Role != nil && allowed(x, det) && f.held(lexicon.Owner{Entry: x.Entry, Role: x.Role}, false, i)
	})
}

// besideRival tells of a noun that may mean what an entry is, or something else that the
// article calls so.
func (f *Finder) besideRival(i, h int, entry int32) {
	words := f.words(i, h+1)
	f.doubt(i, h+1, "unresolved-description",
		fmt.Sprintf("“%s” may be %s, or another that the article calls “%s” in between: not linked", words, f.entry(entry).ID, f.Raw(h)),
		fmt.Sprintf("write [[%s|%s]]", f.entry(entry).ID, words), entry)
	f.reject(i, h+1, "another is called “%s” in between", f.Raw(h))
}

func (f *Finder) unresolvedWeak(i, h int, cs []candidate) {
	var owners []lexicon.Owner
	for _, c := range cs {
		owners = append(owners, lexicon.Owner{Entry: c.entry})
	}
	f.unresolved(i, h+1, owners)
}
