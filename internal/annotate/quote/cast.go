package quote

import (
	"slices"
	"strings"

	"glossator/internal/language"
	"glossator/internal/token"
)

// gender is what a text shows of who speaks, for the pronouns that may stand for them.
type gender uint8

const (
	unshown gender = iota // nothing tells
	man
	woman
	both // the text says one thing here and another there
)

// may tells whether who shows this gender may be called by a pronoun of gender g.
func (x gender) may(g gender) bool { return x == unshown || x == both || g == unshown || x == g }

// shown is the gender that the word of token i shows.
func (f *Finder) shown(i int) gender {
	switch {
	case f.In(i, language.Man):
		return man
	case f.In(i, language.Woman):
		return woman
	}
	return unshown
}

// genderOf is what the text shows of a speaker: by the words that describe them, by a
// title before the surname wherever it stands, else by the given name.
func (f *Finder) genderOf(s speaker) gender {
	if s.gender != unshown || s.entry == "" && !s.proper {
		return s.gender
	}
	name := f.nameOf(s)
	if g, ok := f.shownBy[name]; ok {
		return g
	}
	g := f.genderOfName(strings.Fields(token.Fold(name)))
	f.shownBy[name] = g
	return g
}

func (f *Finder) genderOfName(words []string) gender {
	if len(words) == 0 {
		return unshown
	}
	if g := f.titled()[words[len(words)-1]]; g != unshown {
		return g
	}
	given := f.Lex.Pack.ClassesOf(words[0])
	switch {
	case len(words) == 1:
		return unshown
	case given.Has(language.Man):
		return man
	case given.Has(language.Woman):
		return woman
	}
	return unshown
}

// titled is the genders that the text shows of surnames, by "Mr." or "spokeswoman" before
// the name.
func (f *Finder) titled() map[string]gender {
	if f.bySurname != nil {
		return f.bySurname
	}
	f.bySurname = map[string]gender{}
	for i := range f.Tokens {
		g := f.shown(i)
		if g == unshown || f.In(i, language.Pronoun, language.Possessive) || !f.In(i, language.Honorific) && f.Tokens[i].Shape != token.Lower {
			continue
		}
		if end := f.nameRun(i + 1); end > i+1 && f.bySurname[f.Fold(end-1)]|g == both {
			f.bySurname[f.Fold(end-1)] = both
		} else if end > i+1 {
			f.bySurname[f.Fold(end-1)] = g
		}
	}
	return f.bySurname
}

// nameRun is the end of the capitalized words that begin at token i.
func (f *Finder) nameRun(i int) int {
	for i < len(f.Tokens) && f.Tokens[i].Shape.Capitalized() && f.Tokens[i].Flags&token.Break == 0 && !f.In(i, language.Calendar) {
		i++
	}
	return i
}

// note keeps who was the subject of a sentence, or spoke in it, for the pronouns of the
// next ones.
func (f *Finder) note(s *speaker, spoke bool) {
	if !s.known() {
		return
	}
	person := s.person || s.unnamed
	if person || s.gender != unshown {
		f.subjects = append(f.subjects, *s)
		last := &f.subjects[len(f.subjects)-1]
		last.remote, last.spoke, last.since = true, spoke, f.from
	}
	if !person { // a body, or who speaks for one
		f.org = *s
		f.org.remote, f.org.spoke, f.org.since, f.org.rivals = true, spoke, f.from, nil
	}
}

// antecedent is the person whom a pronoun at token i takes up: of its own sentence, else
// the last of its gender who was a subject. Whom else it may mean are the rivals.
func (f *Finder) antecedent(i int) speaker {
	g := f.shown(i)
	s := f.he(g)
	for k := len(f.cues) - 1; k >= max(0, len(f.cues)-recall); k-- {
		if c := &f.cues[k]; c.who.person && f.genderOf(c.who).may(g) {
			s = c.who
			s.since, s.spoke = f.from, true
			break
		}
	}
	if main := f.subject(); len(f.cues) == 0 && main.person && main.from < i && f.genderOf(main).may(g) {
		s = main
		s.since = f.from
	}
	if !s.known() {
		return f.only(g, i)
	}
	s.rivals = append(slices.Clip(s.rivals), f.rivals(s, g, i)...)
	return s
}

// only is the one person of a gender who was named shortly before token i, where nobody
// who was a subject is of that gender.
func (f *Finder) only(g gender, i int) (s speaker) {
	const farthest = 150 // tokens
	from := max(0, i-farthest)
	q := f.pairFrom(from)
	for j := from; j < i; j++ {
		if to := f.skip(j, &q); to > j {
			j = to - 1
			continue
		}
		r, end := f.personAt(j)
		switch {
		case !r.known(), f.genderOf(r) != g:
			if r.known() && f.genderOf(r).may(g) {
				return speaker{}
			}
		case s.known() && !f.same(s, r):
			return speaker{}
		default:
			s = r
		}
		j = max(j, end-1)
	}
	s.since = i
	return s
}

// rivals are the persons besides s whom a pronoun of gender g at token i may mean: all who
// were named since s was spoken of. Who spoke last goes before those that were only
// named by it, but not before whom it spoke to.
func (f *Finder) rivals(s speaker, g gender, i int) (all []speaker) {
	const farthest, most = 300, 3 // tokens, rivals
	if i-s.since > farthest {
		return []speaker{{}}
	}
	own := f.SentenceOf(s.since)
	q := f.pairFrom(s.since)
	for j := s.since; j < i && len(all) < most; j++ {
		if to := f.skip(j, &q); to > j {
			j = to - 1
			continue
		}
		r, end := f.personAt(j)
		if !r.known() {
			continue
		}
		only := s.spoke && f.SentenceOf(j) == own && !f.addressed(j) // named by who spoke
		described := s.head > 0 && j >= s.from && j <= s.head
		if !only && !described && !f.same(r, s) && f.genderOf(r).may(g) {
			all = append(all, r)
		}
		j = max(j, end-1)
	}
	return all
}

// pairFrom is the first pair that opens at token i or behind it.
func (f *Finder) pairFrom(i int) int {
	q := f.first
	for q > 0 && f.pairs[q-1].open >= i {
		q--
	}
	return q
}

// personAt is the person that token i begins to name, and the name's end.
func (f *Finder) personAt(i int) (speaker, int) {
	if k := f.mentionAt(i); k >= 0 {
		if f.persons[k] {
			return f.mentioned(k, i), f.lastToken(k, i) + 1
		}
		return speaker{}, i
	}
	if g := f.shown(i); g != unshown && f.In(i, language.Kin) && (f.In(i-1, language.Possessive) || f.Is(i-1, "'s")) {
		return speaker{name: f.Raw(i), gender: g, head: i}, i + 1 // "his brother"
	}
	if !f.beginsName(i) {
		return speaker{}, i
	}
	end := f.nameEnd(i)
	s := f.best(i, end)
	known := f.genderOf(s) == man || f.genderOf(s) == woman || f.In(i, language.Given, language.Honorific, language.Title)
	if s.person && s.proper && known {
		return s, end
	}
	return speaker{}, i
}

// addressed tells whether the person at token i is who was told or asked something.
func (f *Finder) addressed(i int) bool {
	for i--; i >= f.Blocks[f.BlockOf(i+1)].From; i-- {
		if !f.In(i, language.Title, language.Honorific, language.Article) && !f.Tokens[i].Shape.Capitalized() {
			return f.In(i, language.Hearer) || f.Is(i, "to")
		}
	}
	return false
}

// same tells whether two speakers are one: the same entry, or names of which one is the
// other's last word.
func (f *Finder) same(a, b speaker) bool {
	if a.entry != "" && b.entry != "" {
		return a.entry == b.entry
	}
	return surname(f.nameOf(a)) == surname(f.nameOf(b))
}

func surname(name string) string { return name[strings.LastIndexByte(name, ' ')+1:] }
