package mention

import (
	"fmt"
	"slices"

	"glossator/internal/annotation"
	"glossator/internal/catalogue"
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

// reworded tells whether the article shows that names were reworded by a machine, by a
// form that an entry lists as damaged or by two names with another word inside: only then
// may a name have another word than its own. One alone is another name: "Ministry of
// Internal Affairs" is not that of Foreign Affairs.
func (f *Finder) reworded() bool {
	var first *lexicon.Form
	for _, m := range f.matches {
		switch {
		case m.Form.Kind == lexicon.DamagedName:
			return true
		case m.Damage != lexicon.MiddleWord || !f.alone(m):
		case first == nil:
			first = m.Form
		case first.Owners[0].Entry != m.Form.Owners[0].Entry:
			return true
		}
	}
	return false
}

// replaced tells whether a word of the name is another one, and not alike.
func replaced(m lexicon.Match) bool {
	return m.Damage == lexicon.MiddleWord || m.Damage == lexicon.OuterWord
}

// nameAt tells whether a match is a name that may be linked where it stands.
func (f *Finder) nameAt(m lexicon.Match, reworded bool) bool {
	from, to := int(m.From), int(m.To)
	if m.Form.Kind != lexicon.Name && m.Form.Kind != lexicon.DamagedName || f.bareSurname(m) || !f.unmarked(from, to) {
		return false
	}
	one := m.Form.Len() == 1
	switch e := f.entry(m.Form.Owners[0].Entry); {
	case replaced(m) && !reworded, m.Damage >= lexicon.MiddleWord && !f.alone(m):
		return false
	case f.partOfLonger(from, to, e):
		return false
	case one && f.Tokens[from].Shape == token.Upper && f.capitalWord(from):
		return false
	case e.Person():
		return one || !f.otherGeneration(m)
	case m.Form.Derived():
		return !f.contradicted(m) && !f.foreignBody(from)
	case one:
		return !f.foreignBody(from) && !f.adjectiveOf(m, e)
	}
	return true
}

// adjectiveOf tells whether the name of a people stands before a noun, and only says where
// something is from: "Dutch farmers".
func (f *Finder) adjectiveOf(m lexicon.Match, e *catalogue.Entry) bool {
	from, to := int(m.From), int(m.To)
	if m.Form.Text != e.Name || !f.Lex.Pack.Nationality(f.Fold(from)) || !f.adjacent(to) {
		return false
	}
	if !f.attributive(to) && !f.Lex.Pack.Inflected(f.Fold(to)) {
		return false
	}
	f.reject(from, to, "before a noun it says where something is from")
	return true
}

// capitalWord tells whether a word in capitals need not be the abbreviation that it
// spells: where all is in capitals, a word or two beside it are ("ALL OF US"), or it is the
// first part of a name ("CBP One").
func (f *Finder) capitalWord(i int) bool {
	switch {
	case f.StyleAt(i) == reading.AllCaps && f.Tokens[i].End-f.Tokens[i].Start < 4:
		f.reject(i, i+1, "all is in capitals here, so a short abbreviation could be a word")
		return true
	case f.StyleAt(i) != reading.Plain:
		return false
	case f.adjacent(i+1) && f.Tokens[i+1].Shape == token.Capital && f.In(i+1, language.Determiner):
		f.reject(i, i+1, "it is part of “%s”", f.words(i, i+2)) // "CBP One"
		return true
	case f.Tokens[i].End-f.Tokens[i].Start < 5 && f.shouted(i):
		f.reject(i, i+1, "among words in capitals it could be a word")
		return true
	}
	return false
}

// shouted tells whether the words around token i are in capitals, too: one that no name
// begins with, or both.
func (f *Finder) shouted(i int) bool {
	n := 0
	for _, k := range [...]int{i - 1, i + 1} {
		if k < 0 || !f.adjacent(max(k, i)) || f.Tokens[k].Shape != token.Upper {
			continue
		}
		if n++; f.In(k, language.Function) && f.Tokens[k].Flags&token.Dotted == 0 {
			n++
		}
	}
	return n > 1
}

// attributive tells whether a noun phrase goes on at token i: "Dutch farmers".
func (f *Finder) attributive(i int) bool {
	return f.adjacent(i) && !f.In(i, language.Function, language.Saying, language.Verbal, language.Copula, language.Speaks) &&
		!f.Lex.Pack.Inflected(f.Fold(i))
}

// contradicted tells whether what stands around a name that no entry lists makes it
// another one: a company of another form, a country's abbreviation before a noun.
func (f *Finder) contradicted(m lexicon.Match) bool {
	from, to := int(m.From), int(m.To)
	if firm := m.Form.Firm(); firm != "" && f.adjacent(to) {
		if other := f.Lex.Pack.FirmForms[f.Fold(to)]; other != "" && other != firm {
			f.reject(from, to, "“%s” is another company", f.words(from, to+1))
			return true
		}
	}
	if m.Form.Len() == 1 && f.Tokens[from].Shape == token.Upper && f.attributive(to) {
		f.reject(from, to, "before a noun it says where something is from")
		return true
	}
	if y := f.yearBehind(m); y > 0 {
		f.reject(from, to, "“%s” is another year's", f.words(from, y+1))
		return true
	}
	return false
}

// yearBehind is the token of the year that makes a law's name without its own that of
// another: "Quays Act 2005", of the Quays Act 2001; 0 where there is none.
func (f *Finder) yearBehind(m lexicon.Match) int {
	to := int(m.To)
	if !m.Form.Derived() || !f.In(to-1, language.Law) || !f.adjacent(to) && !f.Is(to, ",") {
		return 0
	}
	if f.Is(to, ",") || f.Is(to, f.Lex.Pack.Of) {
		to++
	}
	year := to < len(f.Tokens) && f.Tokens[to].Shape == token.Number && f.Tokens[to].End-f.Tokens[to].Start == 4
	if !year || f.textSays(f.entry(m.Form.Owners[0].Entry).Name, to) {
		return 0
	}
	return to
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

// otherGeneration tells whether "Jr." or "Sr." behind a person's name makes it a child or
// a parent: no name of that person in the catalogue ends so.
func (f *Finder) otherGeneration(m lexicon.Match) bool {
	to, owner := int(m.To), m.Form.Owners[0].Entry
	if !f.adjacent(to) || !f.In(to, language.Suffix) || f.Lex.HasSuffix(owner, f.Tokens[to].Word) ||
		f.Tokens[to].Shape == token.Upper && !f.Lex.Suffixed(owner) {
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
	if f.Tokens[i-1].Shape == token.Clitic && i > 1 && f.unlisted(i-2) {
		f.reject(i, i+1, "“%s” makes it another body", f.words(i-2, i))
		return true
	}
	if f.adjacent(i) && f.demonymAt(i-1) && f.named(i-1) == nil && !f.In(i-1, language.Human) {
		f.reject(i, i+1, "“%s” makes it another body", f.Raw(i-1))
		return true
	}
	return false
}

// unlisted tells whether token i is a name that no entry has.
func (f *Finder) unlisted(i int) bool {
	return f.Tokens[i].Shape.Capitalized() && f.named(i) == nil && !f.In(i, language.Function, language.Calendar)
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
	if m.Form.Len() > 2 && f.In(from, language.Definite) && !f.elided(from) {
		from++ // "The Harbor Journal" without its article
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
		lexicon.AkinWord:   "a word was replaced by one that begins alike",
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
			if other.Form.Kind == lexicon.Name && len(other.Form.Owners) == 1 && !other.Form.Derived() {
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
