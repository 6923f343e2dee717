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

// bearers are those whom the article introduces and who bear a surname of the
// catalogue.
type bearers struct {
	all    []person                  // in reading order
	bearer map[lexicon.Word][]int32  // surname's last word → entries, each once
	first  map[[2]int32]int          // surname's last word and entry → token of the first introduction
	styled map[[2]lexicon.Word]int32 // honorific and surname's last word → whom it was first resolved to
}

// person is one introduction, by full name or by title and surname. entry is stranger
// for somebody who is not in the catalogue.
type person struct {
	entry   int32
	surname lexicon.Word // the surname's last word
	at      int          // token
}

const stranger = -1

// begin empties it, and keeps its memory.
func (p *bearers) begin() {
	p.all = p.all[:0]
	clear(p.bearer)
	clear(p.first)
	clear(p.styled)
}

func (p *bearers) add(entry int32, surname lexicon.Word, at int) {
	if p.bearer == nil {
		p.bearer, p.first = map[lexicon.Word][]int32{}, map[[2]int32]int{}
	}
	p.all = append(p.all, person{entry, surname, at})
	key := [2]int32{int32(surname), entry}
	if first, ok := p.first[key]; !ok {
		p.bearer[surname] = append(p.bearer[surname], entry)
		p.first[key] = at
	} else {
		p.first[key] = min(first, at)
	}
}

// last is the introduction of a bearer of the surname in the tokens [from, to) that is
// nearest to the end. It looks at a few introductions only.
func (p *bearers) last(surname lexicon.Word, from, to int) (person, bool) {
	k, _ := slices.BinarySearchFunc(p.all, to, func(x person, at int) int { return cmp.Compare(x.at, at) })
	for n := 0; n < 64 && k > 0 && p.all[k-1].at >= from; n++ {
		if k--; p.all[k].surname == surname {
			return p.all[k], true
		}
	}
	return person{}, false
}

// introduce gathers who is introduced by full name, and strangers with a surname of
// the catalogue ("Jill Biden").
func (f *Finder) introduce() {
	for _, m := range f.found {
		if e := f.entry(m.entry); e.Person() && (m.kind == byMark || m.to-m.from > 1) {
			f.people.add(m.entry, f.Lex.SurnameWord(m.entry), m.from)
		}
	}
	for _, m := range f.matches {
		if m.Form.Kind == lexicon.Surname && f.free(int(m.From), int(m.To)) && f.stranger(m) {
			f.people.add(stranger, m.Form.LastWord(), int(m.From))
		}
	}
	f.byRole()
	for _, m := range f.matches { // a headline may use the surname before the title comes
		if title := f.titleBefore(int(m.From)); title >= 0 && m.Form.Kind == lexicon.Surname && f.Tokens[title].Shape.Capitalized() &&
			!f.courtesyDiffers(title, m) && f.free(int(m.From), int(m.To)) && len(f.people.bearer[m.Form.LastWord()]) == 0 {
			if fit := f.titled(m, title); len(fit) == 1 && !f.partOfLonger(int(m.From), int(m.To), f.entry(fit[0])) {
				f.people.add(fit[0], m.Form.LastWord(), int(m.From))
			}
		}
	}
	slices.SortStableFunc(f.people.all, func(a, b person) int { return cmp.Compare(a.at, b.at) })
}

// byRole introduces whoever the article means by a role of the day: "The prime minister
// came. Renn spoke."
func (f *Finder) byRole() {
	for _, m := range f.matches {
		if m.Form.Kind < lexicon.Description || m.Form.Kind == lexicon.Office || f.adjacent(int(m.To)) && f.Tokens[m.To].Shape.Capitalized() {
			continue
		}
		holder := int32(-1)
		for _, o := range m.Form.Owners[:min(len(m.Form.Owners), 64)] {
			if o.Role == nil || !f.entry(o.Entry).Person() || !f.held(o, false, int(m.From)) || o.Entry == holder {
				continue
			}
			if holder >= 0 {
				holder = -1
				break
			}
			holder = o.Entry
		}
		if holder >= 0 && f.Day != "" && !f.In(int(m.From)-1, language.Former, language.Indefinite) {
			f.people.add(holder, f.Lex.SurnameWord(holder), int(m.From))
		}
	}
}

// titled are the bearers of a surname whose role has the title at a token, or the only
// bearer.
func (f *Finder) titled(m lexicon.Match, title int) (fit []int32) {
	owners := m.Form.Owners
	for _, o := range owners[:min(len(owners), 64)] {
		if len(owners) == 1 || f.hasTitle(o.Entry, title) {
			fit = append(fit, o.Entry)
		}
	}
	return fit
}

// stranger tells whether the word before a surname is somebody else's given name, or
// the word behind it makes it another name ("Trump Jr.").
func (f *Finder) stranger(m lexicon.Match) bool {
	from, to := int(m.From), int(m.To)
	if f.StyleAt(from) != reading.Plain {
		return false
	}
	if f.othersGiven(m) {
		return true
	}
	if to < len(f.Tokens) && f.adjacent(to) && f.In(to, language.Suffix) && f.Tokens[to].Shape.Capitalized() {
		f.reject(from, to, "“%s” is somebody else", f.words(from, to+1))
		return true
	}
	i := from - 1
	if !f.adjacent(from) {
		return false
	}
	if !f.givenLike(i) || f.named(i) != nil || f.Lex.GivenName(m.Form.LastWord(), f.Tokens[i].Word) || f.onlyOpens(i) {
		return false
	}
	f.reject(from, to, "“%s” is somebody else", f.words(i, to))
	return true
}

// givenLike tells whether token i is written as a given name is, and is no title.
func (f *Finder) givenLike(i int) bool {
	t := &f.Tokens[i]
	dotted := t.Flags&token.Dotted != 0 && t.Shape != token.Initial
	if !t.Shape.Capitalized() || t.Shape == token.Upper || dotted {
		return false
	}
	return !f.In(i, language.Title, language.Honorific, language.Calendar, language.Function, language.Former, language.Human, language.Saying)
}

// othersGiven tells whether, of a surname that comes first, the given name behind it is
// somebody else's: "Kim Ji-ho".
func (f *Finder) othersGiven(m lexicon.Match) bool {
	to := int(m.To)
	for _, o := range m.Form.Owners[:min(len(m.Form.Owners), 64)] {
		if !f.Lex.SurnameFirst(o.Entry) {
			return false
		}
	}
	if !f.adjacent(to) || !f.Tokens[to].Shape.Capitalized() || f.Lex.GivenName(m.Form.LastWord(), f.Tokens[to].Word) {
		return false
	}
	if f.In(to, language.Title, language.Calendar, language.Function, language.Human) {
		return false
	}
	f.reject(int(m.From), to, "“%s” is somebody else", f.words(int(m.From), to+1))
	return true
}

// onlyOpens tells whether the word at i has a capital because it begins a sentence: it
// looks like a verb, or stands in lower case near by.
func (f *Finder) onlyOpens(i int) bool {
	if !f.opens(i) {
		return false
	}
	if f.Lex.Pack.Inflected(f.Fold(i)) {
		return true
	}
	for k := max(0, i-lookBack); k < len(f.Tokens) && k < i+lookBack; k++ {
		if f.Tokens[k].Hash == f.Tokens[i].Hash && f.Tokens[k].Shape == token.Lower {
			return true
		}
	}
	return false
}

// surnames accepts the surnames of those whom the article introduces.
func (f *Finder) surnames() {
	end := 0 // of the last accepted
	for k, m := range f.matches {
		from, to := int(m.From), int(m.To)
		if from < end || !f.likeSurname(m) || !f.free(from, to) {
			continue
		}
		if f.longerSurname(k) || f.isBarred(from) {
			continue
		}
		owner, rule, ok := f.bearer(m)
		if !ok {
			continue
		}
		f.style(m, owner)
		damaged := m.Damage != lexicon.Whole
		if damaged {
			rule = "damaged name"
			f.damage(m, owner)
		}
		f.add(found{from: from, to: to, entry: owner, level: annotation.Named, rule: rule, damaged: damaged, kind: bySurname})
		end = to
	}
}

// style remembers whom "Ms. Brandt" means: there may be a Mr. Brandt, too.
func (f *Finder) style(m lexicon.Match, owner int32) {
	title := f.titleBefore(int(m.From))
	if title < 0 || !f.In(title, language.Honorific) {
		return
	}
	if f.people.styled == nil {
		f.people.styled = map[[2]lexicon.Word]int32{}
	}
	key := [2]lexicon.Word{f.Tokens[title].Word, m.Form.LastWord()}
	if _, ok := f.people.styled[key]; !ok {
		f.people.styled[key] = owner
	}
}

// isBarred tells whether the surname at a token belongs to a longer word: "Trump-era".
func (f *Finder) isBarred(token int) bool {
	_, ok := slices.BinarySearch(f.barred, token)
	return ok
}

// longerSurname tells whether another surname covers this match: "Obrador" in "López
// Obrador". Of two forms of one length the alias, which needs no introduction, counts.
func (f *Finder) longerSurname(k int) bool {
	m := f.matches[k]
	for j := max(0, k-6); j < min(len(f.matches), k+6); j++ {
		n := f.matches[j]
		if !f.surnameForm(n) || n.From > m.From || n.To < m.To {
			continue
		}
		if n.To-n.From > m.To-m.From || n.From == m.From && n.Form.Kind == lexicon.Name && m.Form.Kind != lexicon.Name {
			return true
		}
	}
	return false
}

// likeSurname tells whether a match is a surname, or a part of one.
func (f *Finder) likeSurname(m lexicon.Match) bool {
	return m.Form.Kind == lexicon.Part || f.surnameForm(m)
}

// bearer finds whom a surname means.
func (f *Finder) bearer(m lexicon.Match) (owner int32, rule string, ok bool) {
	from, to := int(m.From), int(m.To)
	title := f.titleBefore(from)
	if f.noBearer(m) || f.courtesyDiffers(title, m) {
		return 0, "", false
	}
	known, strangers := f.bearers(m)
	// A surname of two words that one person bears says as much as a name.
	free := len(m.Form.Owners) == 1 && (m.Form.Kind == lexicon.Name || m.Form.Kind == lexicon.Surname && m.Form.Len() > 1)
	switch {
	case len(known) == 1 && !strangers:
		return f.onlyBearer(m, known[0], title, free)
	case len(known) > 0:
		return f.tellApart(m, known, title, free)
	case strangers && !free:
		f.reject(from, to, "the article means somebody else of that name")
		return 0, "", false
	case free:
		return m.Form.Owners[0].Entry, freeRule(m.Form), true
	case title >= 0 && f.Tokens[title].Shape.Capitalized():
		return f.byTitle(m, title)
	}
	if f.Why != nil && f.Tokens[from].Shape == token.Capital && !f.opens(from) {
		f.reject(from, to, "a surname links only where the article gives the full name, or a title before it")
	}
	return 0, "", false
}

// noBearer tells whether what stands around a surname makes it nobody's or a stranger's.
func (f *Finder) noBearer(m lexicon.Match) bool {
	from, to := int(m.From), int(m.To)
	switch {
	case f.dateline(from, to), f.stranger(m), f.namedAfter(from, to):
		return true
	case m.Form.Genitive(): // what stands behind it is the bearer's: "Fromms Verein"
		return false
	}
	return f.partOfLonger(from, to, f.entry(m.Form.Owners[0].Entry)) || f.beforeCapital(from, to)
}

// courtesyDiffers tells whether the courtesy title at a token, before a surname, is of the
// other sex than all who bear it: "Mrs. Kern" is no Otto Kern, and unless her given name
// says so, may be the wife of the one who is known.
func (f *Finder) courtesyDiffers(title int, m lexicon.Match) bool {
	if title < 0 || !f.In(title, language.Honorific) || !f.In(title, language.Man, language.Woman) {
		return false
	}
	for _, o := range m.Form.Owners[:min(len(m.Form.Owners), 64)] {
		given := f.Lex.Classes(f.Lex.Given(o.Entry))
		man, woman := given.Has(language.Man), given.Has(language.Woman)
		switch {
		case man == woman && !f.Is(title, "mrs"), woman && f.In(title, language.Woman), man && f.In(title, language.Man):
			return false
		}
	}
	f.reject(int(m.From), int(m.To), "“%s” may be somebody else", f.words(title, int(m.To)))
	return true
}

func freeRule(form *lexicon.Form) string {
	if form.Kind == lexicon.Surname {
		return "surname"
	}
	return "alias"
}

func (f *Finder) onlyBearer(m lexicon.Match, owner int32, title int, free bool) (int32, string, bool) {
	from, to := int(m.From), int(m.To)
	if title >= 0 {
		return owner, "title and surname", true
	}
	owns := to < len(f.Tokens) && f.Tokens[to].Shape == token.Clitic
	if !free && !owns && f.adjacent(from) && f.In(from-1, language.Locative) {
		f.reject(from, to, "behind “%s” it is a place", f.Raw(from-1))
		return 0, "", false
	}
	return owner, "surname", true
}

// bearers are the people of the catalogue whom the article introduces with this
// surname; strangers tells whether it introduces others.
func (f *Finder) bearers(m lexicon.Match) (known []int32, strangers bool) {
	known = f.known[:0]
	for _, e := range f.people.bearer[f.surnameWord(m)] {
		switch {
		case e == stranger:
			strangers = true
		case m.Form.Kind == lexicon.Name || slices.ContainsFunc(m.Form.Owners, func(o lexicon.Owner) bool { return o.Entry == e }):
			known = append(known, e)
		}
	}
	f.known = known[:0]
	return known, strangers
}

// surnameWord is the word under which the bearers of a surname are kept: its last, also
// for the first half of a double one.
func (f *Finder) surnameWord(m lexicon.Match) lexicon.Word {
	if m.Form.Kind == lexicon.Part && len(m.Form.Owners) == 1 {
		return f.Lex.SurnameWord(m.Form.Owners[0].Entry)
	}
	return m.Form.LastWord()
}

// byTitle tells the editor of a title and surname that do not settle who is meant:
// those that do have introduced their bearer.
func (f *Finder) byTitle(m lexicon.Match, title int) (int32, string, bool) {
	if fit := f.titled(m, title); m.Form.Kind != lexicon.Part && len(fit) != 1 {
		f.ambiguous(m, m.Form.Owners[0].Entry, fit)
	}
	return 0, "", false
}

// tellApart chooses between people of one surname: by the title, else the one named
// last in this paragraph, else the only one named before.
func (f *Finder) tellApart(m lexicon.Match, known []int32, title int, free bool) (int32, string, bool) {
	from, word := int(m.From), m.Form.LastWord()
	if title >= 0 {
		if e, ok := f.people.styled[[2]lexicon.Word{f.Tokens[title].Word, word}]; ok {
			return e, "title and surname", true
		}
		fit := slices.DeleteFunc(slices.Clone(known), func(e int32) bool { return !f.hasTitle(e, title) })
		if len(fit) == 1 {
			return fit[0], "title and surname", true
		}
	}
	last, ok := f.people.last(word, f.Blocks[f.BlockOf(from)].From, from)
	switch {
	case ok && last.entry != stranger:
		return last.entry, "surname of the one named last", true
	case ok:
		f.reject(from, int(m.To), "the paragraph names somebody else of that name")
		f.ambiguous(m, known[0], known)
		return 0, "", false
	case free:
		return m.Form.Owners[0].Entry, freeRule(m.Form), true
	}
	var before []int32
	for _, e := range f.people.bearer[word] {
		if f.people.first[[2]int32{int32(word), e}] < from {
			before = append(before, e)
		}
	}
	if len(before) == 1 && before[0] != stranger {
		return before[0], "surname of the one named before", true
	}
	f.ambiguous(m, known[0], known)
	return 0, "", false
}

func (f *Finder) ambiguous(m lexicon.Match, first int32, candidates []int32) {
	if len(candidates) == 0 {
		candidates = []int32{first}
	}
	from, to := int(m.From), int(m.To)
	words := f.words(from, to)
	f.doubt(from, to, "ambiguous-surname", fmt.Sprintf("“%s” may be more than one person: not linked", words),
		fmt.Sprintf("write [[%s|%s]], or [[-|%s]] for somebody else", f.entry(first).ID, words, words), candidates...)
	f.reject(from, to, "“%s” may be more than one person", words)
}

// hasTitle tells whether a person holds or held a role whose title has the word at i.
func (f *Finder) hasTitle(entry int32, i int) bool {
	former := f.In(i-1, language.Former)
	for _, weak := range f.Lex.WeakOf(f.Lex.Full(f.Tokens[i].Word), entry) {
		if weak.Role == nil || former || f.Day == "" || weak.Role.On(f.Day) {
			return true
		}
	}
	return false
}

// titleBefore is the token of a title or honorific right before token i, or -1.
func (f *Finder) titleBefore(i int) int {
	if f.adjacent(i) && f.In(i-1, language.Title, language.Honorific) {
		return i - 1
	}
	return -1
}

// dateline tells whether the tokens open a paragraph as a place does: "WASHINGTON —".
func (f *Finder) dateline(from, to int) bool {
	if f.Tokens[from].Flags&token.Break == 0 || f.Tokens[from].Shape != token.Upper {
		return false
	}
	for i := to; i < to+8 && i < len(f.Tokens) && f.Tokens[i].Flags&token.Break == 0; i++ {
		if f.Tokens[i].Shape == token.Punct && (f.Fold(i) == "-" || f.Fold(i) == "(") {
			f.reject(from, to, "it is the dateline")
			return true
		}
	}
	return false
}

// beforeCapital tells whether a word in capitals behind a surname makes it something else:
// "West German", "Kern River".
func (f *Finder) beforeCapital(from, to int) bool {
	if f.StyleAt(from) != reading.Plain || !f.adjacent(to) || f.Tokens[to].Shape != token.Capital || f.Tokens[from].Shape != token.Capital {
		return false
	}
	if f.In(to, language.Function, language.Calendar, language.Title, language.Human, language.Suffix, language.BodyOf) || f.nameBegins(to) || f.named(to) != nil {
		return false
	}
	return f.partOf(from, to+1)
}

// namedAfter tells whether what follows makes the surname part of what is named after
// a person but is not the person: "the Trump campaign".
func (f *Finder) namedAfter(from, to int) bool {
	if to < len(f.Tokens) && f.adjacent(to) && f.Tokens[to].Shape != token.Clitic && f.In(to, language.BodyOf) {
		f.reject(from, to, "“%s” is not the person", f.words(from, to+1))
		return true
	}
	return false
}
