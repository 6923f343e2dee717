package mention

import (
	"fmt"
	"slices"

	"glossator/internal/annotation"
	"glossator/internal/language"
	"glossator/internal/lexicon"
	"glossator/internal/reading"
	"glossator/internal/token"
)

// names accepts names and aliases, leftmost and longest. A person's surname that is
// listed as an alias is left to surnames.
func (f *Finder) names() {
	reworded := f.reworded()
	for i := 0; i < len(f.matches); {
		from := f.matches[i].From
		next := i
		for next < len(f.matches) && f.matches[next].From == from {
			next++
		}
		best := -1
		for k := next - 1; k >= i; k-- {
			if m := f.matches[k]; (best < 0 || f.better(m, f.matches[best])) && f.nameAt(m, reworded) {
				best = k
			}
		}
		i = next
		if best >= 0 {
			f.name(f.matches[best])
			for i < len(f.matches) && f.matches[i].From < f.matches[best].To {
				i++
			}
		}
	}
}

// better prefers the longer match, and at one length the undamaged one.
func (f *Finder) better(a, b lexicon.Match) bool {
	if a.To != b.To {
		return a.To > b.To
	}
	return a.Damage < b.Damage
}

// reworded tells whether the article shows elsewhere that names were reworded by a
// machine: only then may a name's first or last word be another one.
func (f *Finder) reworded() bool {
	for _, m := range f.matches {
		if m.Form.Kind == lexicon.DamagedName || m.Damage == lexicon.MiddleWord && f.alone(m) {
			return true
		}
	}
	return false
}

// nameAt tells whether a match is a name that may be linked where it stands.
func (f *Finder) nameAt(m lexicon.Match, reworded bool) bool {
	from, to := int(m.From), int(m.To)
	if m.Form.Kind != lexicon.Name && m.Form.Kind != lexicon.DamagedName || f.bareSurname(m) || !f.unmarked(from, to) {
		return false
	}
	switch {
	case m.Damage == lexicon.OuterWord && !reworded, m.Damage >= lexicon.MiddleWord && !f.alone(m):
		return false
	case f.partOfLonger(from, to, false):
		return false
	case m.Form.Len() == 1 && f.Tokens[from].Shape == token.Upper && f.StyleAt(from) == reading.AllCaps && f.Tokens[from].End-f.Tokens[from].Start < 4:
		f.reject(from, to, "all is in capitals here, so a short abbreviation could be a word")
		return false
	case m.Form.Len() == 1 && f.Tokens[from].Shape == token.Upper && f.adjacent(to) && f.Tokens[to].Shape == token.Capital &&
		f.In(to, language.Determiner) && f.StyleAt(from) == reading.Plain:
		f.reject(from, to, "it is part of “%s”", f.words(from, to+1)) // "CBP One"
		return false
	case m.Form.Len() > 1 && f.otherGeneration(m):
		return false
	case m.Form.Len() == 1 && !f.entry(m.Form.Owners[0].Entry).Person() && f.foreignBody(from):
		return false
	}
	return true
}

// bareSurname tells whether a match is one word that is a person's surname.
func (f *Finder) bareSurname(m lexicon.Match) bool {
	if m.Form.Kind != lexicon.Name || m.Form.Len() > 2 {
		return false
	}
	for _, o := range m.Form.Owners {
		if !f.entry(o.Entry).Person() || !f.Lex.IsSurname(o.Entry, m.Form) {
			return false
		}
	}
	return true
}

// alone tells whether a match is a whole run of capitals: for names with a replaced
// word, which a neighbour in capitals would make another name.
func (f *Finder) alone(m lexicon.Match) bool {
	from, to := int(m.From), int(m.To)
	if f.StyleAt(from) != reading.Plain {
		return false
	}
	before := from > 0 && f.adjacent(from) && f.Tokens[from-1].Shape.Capitalized() && !f.In(from-1, language.Function)
	after := to < len(f.Tokens) && f.adjacent(to) && f.Tokens[to].Shape.Capitalized()
	return !before && !after
}

// bodyEnds are the words with which a longer name than a body's may end, personEnds than
// a person's: "Harbor Office Committee", "Pardo Institute".
var (
	bodyEnds   = language.SetOf(language.Organ)
	personEnds = language.SetOf(language.Organ, language.Institute, language.Suffix)
)

// partOfLonger tells whether the tokens are inside a longer name that the lexicon
// does not know: joined by a hyphen to another name, or followed by capitals that end
// in "Committee" or, after a person's name, "Foundation".
func (f *Finder) partOfLonger(from, to int, person bool) bool {
	if f.hyphened(from-2) && f.Tokens[from-2].Shape.Capitalized() && f.StyleAt(from) == reading.Plain && f.named(from-2) == nil &&
		!f.In(from-2, language.Function, language.Former) && (person || f.Tokens[from-2].Shape != token.Upper) {
		f.reject(from, to, "it is the second half of “%s”", f.words(from-2, to))
		return true
	}
	if f.StyleAt(from) != reading.Plain {
		return false
	}
	ends := bodyEnds
	if person {
		ends = personEnds
	}
	for i := to; i < to+4 && i < len(f.Tokens) && (f.adjacent(i) || f.Tokens[i].Shape == token.Clitic && i > to); i++ {
		if f.Tokens[i].Shape != token.Clitic && (!f.Tokens[i].Shape.Capitalized() || f.In(i, language.Title, language.Calendar)) {
			return false
		}
		if f.Class(i).Meets(ends) {
			f.reject(from, to, "it is part of “%s”", f.words(from, i+1))
			return true
		}
	}
	return false
}

// otherGeneration tells whether "Jr." behind a person's name makes it a child or a
// parent: the catalogue has no name of that person that ends so.
func (f *Finder) otherGeneration(m lexicon.Match) bool {
	to := int(m.To)
	if !f.entry(m.Form.Owners[0].Entry).Person() || !f.adjacent(to) || !f.In(to, language.Suffix) ||
		f.Tokens[to].Shape == token.Upper || f.Lex.Suffixed(m.Form.Owners[0].Entry) {
		return false
	}
	f.reject(int(m.From), to, "“%s” is somebody else", f.words(int(m.From), to+1))
	return true
}

// foreignBody tells whether a name of one word stands behind an adjective or a
// possessor that makes it another body: "Peruvian Congress", "Ecuador's Congress".
func (f *Finder) foreignBody(i int) bool {
	if i < 1 || f.StyleAt(i) != reading.Plain {
		return false
	}
	if f.Tokens[i-1].Shape == token.Clitic && i > 1 && f.Tokens[i-2].Shape.Capitalized() && f.named(i-2) == nil &&
		!f.In(i-2, language.Function, language.Calendar) {
		f.reject(i, i+1, "“%s” makes it another body", f.words(i-2, i))
		return true
	}
	if f.adjacent(i) && f.Tokens[i-1].Shape == token.Capital && f.named(i-1) == nil && !f.In(i-1, language.Human) && f.Lex.Pack.Demonym(f.Fold(i-1)) {
		f.reject(i, i+1, "“%s” makes it another body", f.Raw(i-1))
		return true
	}
	return false
}

// name accepts a match, choosing among its owners.
func (f *Finder) name(m lexicon.Match) {
	from, to := int(m.From), int(m.To)
	owner := m.Form.Owners[0].Entry
	if len(m.Form.Owners) > 1 {
		var ok bool
		if owner, ok = f.oneOwner(m); !ok {
			return
		}
	}
	e := f.entry(owner)
	rule, damaged := "name", m.Damage != lexicon.Whole
	switch {
	case m.Form.Kind == lexicon.DamagedName:
		rule, damaged = "damaged name", true
	case slices.Contains(e.Same, m.Form.Text):
		rule = annotation.Editor
	case m.Form.Text != e.Name:
		rule = "alias"
	}
	if damaged {
		rule = "damaged name"
		f.damage(m, owner)
	}
	if e.Person() && m.To-m.From > 1 && f.adjacent(to) && f.In(to, language.Suffix) {
		to++ // "Joe Manchin III"
	}
	f.add(found{from: from, to: to, entry: owner, level: namedLevel(m.Form), rule: rule, damaged: damaged, kind: byName})
}

// namedLevel is Named but for spoiled forms of a description: "border brokers".
func namedLevel(form *lexicon.Form) annotation.Level {
	if form.Kind == lexicon.DamagedName && !form.Proper() {
		return annotation.Descriptive
	}
	return annotation.Named
}

// damage tells the editor of a name that is not written as the entry has it.
func (f *Finder) damage(m lexicon.Match, owner int32) {
	e := f.entry(owner)
	what := map[lexicon.Damage]string{
		lexicon.Whole:      "a spoiled form that the entry lists",
		lexicon.Accents:    "accents are lost or taken apart",
		lexicon.Letters:    "letters are lost",
		lexicon.Encoding:   "it was read in a wrong encoding, or holds hidden characters",
		lexicon.MiddleWord: "a word was replaced",
		lexicon.OuterWord:  "a word was replaced",
	}[m.Damage]
	hint := "correct it in the article, if the article is yours"
	if m.Damage >= lexicon.MiddleWord {
		hint = fmt.Sprintf("if it is another name write [[-|%s]]", f.words(int(m.From), int(m.To)))
	}
	f.doubt(int(m.From), int(m.To), "damaged-name",
		fmt.Sprintf("“%s” is read as “%s”: %s", f.words(int(m.From), int(m.To)), e.Name, what), hint, owner)
}

// oneOwner chooses among entries that share a name: the one that the article also
// names in another way.
func (f *Finder) oneOwner(m lexicon.Match) (int32, bool) {
	if f.owned == nil {
		f.owned = map[int32]bool{}
		for _, other := range f.matches {
			if other.Form.Kind == lexicon.Name && len(other.Form.Owners) == 1 {
				f.owned[other.Form.Owners[0].Entry] = true
			}
		}
	}
	var owners, all []int32
	for _, o := range m.Form.Owners[:min(len(m.Form.Owners), 64)] {
		if f.owned[o.Entry] {
			owners = append(owners, o.Entry)
		}
		if len(all) < 8 {
			all = append(all, o.Entry)
		}
	}
	if len(owners) == 1 {
		return owners[0], true
	}
	words := f.words(int(m.From), int(m.To))
	f.doubt(int(m.From), int(m.To), "ambiguous-name", fmt.Sprintf("“%s” may be %s", words, f.list(all)),
		fmt.Sprintf("write [[%s|%s]]", f.entry(all[0]).ID, words), all...)
	f.reject(int(m.From), int(m.To), "it may be %s", f.list(all))
	return 0, false
}

// list names entries: "a, b or c".
func (f *Finder) list(entries []int32) string {
	s := ""
	for i, e := range entries {
		switch {
		case i > 0 && i == len(entries)-1:
			s += " or "
		case i > 0:
			s += ", "
		}
		s += f.entry(e).ID
	}
	return s
}
