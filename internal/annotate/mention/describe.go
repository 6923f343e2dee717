package mention

import (
	"fmt"
	"slices"
	"strings"

	"glossator/internal/annotation"
	"glossator/internal/catalogue"
	"glossator/internal/language"
	"glossator/internal/lexicon"
	"glossator/internal/meta"
	"glossator/internal/reading"
	"glossator/internal/token"
)

// descriptions accepts the entries' phrases of two and more words, and the phrases by
// which the article introduced somebody.
func (f *Finder) descriptions() {
	for _, m := range f.matches {
		if m.Form.Kind >= lexicon.Description {
			f.description(m)
		}
	}
	f.repeated()
}

// described is a phrase of the text that may be a description: the core [from, to)
// and, before it, what belongs to it.
type described struct {
	start, from, to int
	det             language.Set // what stands before it: an article, a possessive, or 0
	possessed       bool         // a possessor's 's stands before it
	former          bool         // "former", "then" stands before it
	standIn         bool         // "deputy", "acting" stands before it
}

// determiners are what a description may stand behind.
var determiners = language.SetOf(language.Article, language.Definite, language.Indefinite, language.Possessive)

var none language.Set

// around reads what stands before a phrase: up to two adjectives and the determiner.
func (f *Finder) around(from, to int) described {
	d := described{start: from, from: from, to: to}
	i := from - 1
	if f.elided(i - 1) {
		d.det, d.start = f.Class(i-1).And(determiners), i-1
		return d
	}
	for k := 0; k < 3 && i >= 0 && f.adjacent(i+1); k++ {
		c := f.Class(i)
		switch {
		case c.Has(language.Relative) && f.Plural(to-1):
			return f.bare(d) // "said that night patrols would end"
		case c.Has(language.Article, language.Possessive):
			d.det, d.start = c.And(determiners), i
			return d
		case f.Tokens[i].Shape == token.Clitic:
			d.possessed, d.start = true, i+1
			return d
		case c.Has(language.Former):
			d.former, d.start = true, i
		case c.Has(language.StandIn):
			d.standIn, d.start = true, i
		case f.Tokens[i].Shape != token.Lower || c.Has(language.Function, language.Preposition, language.Copula, language.Verbal, language.Saying, language.Human) ||
			f.Lex.Pack.Inflected(f.Fold(i)):
			return f.bare(d)
		}
		i--
	}
	return f.bare(d)
}

// elided tells whether token i is an article that an apostrophe joins to the word behind it:
// "l’élue".
func (f *Finder) elided(i int) bool {
	return i >= 0 && f.In(i, language.Article) && f.Is(i+1, "'") && f.Glued(i+1) && f.Glued(i+2)
}

// bare takes adjectives back where no determiner stands before them.
func (f *Finder) bare(d described) described {
	d.start = d.from
	if d.from > 0 && f.adjacent(d.from) && f.In(d.from-1, language.Former) {
		d.start, d.former = d.from-1, true
	}
	return d
}

// description accepts a phrase of the lexicon where the ground is good.
func (f *Finder) description(m lexicon.Match) {
	from, to := int(m.From), int(m.To)
	for i := from; i < to-1; i++ {
		if f.Tokens[i].Shape == token.Clitic {
			from = i + 1 // "Mexico's president": the possessor is another mention
		}
	}
	d := described{start: from, from: from, to: to, possessed: true}
	if from == int(m.From) {
		d = f.around(from, to)
	}
	if !f.unmarked(d.start, to) || f.inCompound(m, d) {
		return
	}
	if n := f.named(from); n != nil && n.from <= from && n.to >= to {
		return // it is a name, too
	}
	if f.predicate(d.start) {
		f.reject(d.start, to, "behind “%s” it says what something is", f.Raw(d.start-1))
		return
	}
	to = f.beforeName(from, to)
	if m.Form.Owners[0].Role != nil && f.others(d, m.Form.Owners) {
		return
	}
	owners := f.owners(m, d)
	switch len(owners) {
	case 0:
		return
	case 1:
	default:
		var ok bool
		if owners, ok = f.nearest(owners, from); !ok {
			f.unresolved(d.start, to, owners)
			return
		}
	}
	o := owners[0]
	if f.beforeOther(to, o.Entry) {
		f.reject(d.start, to, "the name behind it is another's")
		return
	}
	rule := "description"
	if o.Role != nil {
		rule = f.role
	}
	f.add(found{from: d.start, to: to, entry: o.Entry, level: annotation.Descriptive, rule: rule, kind: byDescription})
}

// others tells whether a role is somebody else's, as what stands beside it says.
func (f *Finder) others(d described, owners []lexicon.Owner) bool {
	switch {
	case d.standIn:
		f.reject(d.start, d.to, "it is not whom “%s” means alone", f.words(d.from, d.to))
	case f.calledOther(d.to, func(entry int32) bool {
		return slices.ContainsFunc(owners, func(o lexicon.Owner) bool { return o.Entry == entry })
	}):
		f.reject(d.start, d.to, "the name behind it is another's")
	default:
		return f.othersApposition(d.start, owners)
	}
	return true
}

// beforeOther tells whether a name that is not the entry's stands at token i, or behind the adjective of a
// country there, in a language that writes "la empresa chilena Mar Azul".
func (f *Finder) beforeOther(i int, entry int32) bool {
	if !f.Lex.Pack.Postposed || i >= len(f.Tokens) {
		return false
	}
	if fold := f.Fold(i); f.Tokens[i].Shape == token.Lower && (f.Lex.Pack.Demonym(fold) || f.Lex.Pack.Nationality(fold)) {
		i++
	}
	if i >= len(f.Tokens) || !f.adjacent(i) || !f.Tokens[i].Shape.Capitalized() || f.StyleAt(i) != reading.Plain || f.In(i, language.Calendar) {
		return false
	}
	n := f.named(i)
	return n == nil || n.entry != entry
}

// calledOther tells whether a whole name, of nobody who is meant, stands between commas at
// token i, behind a role: "the prime minister, Karl Moe, spoke".
func (f *Finder) calledOther(i int, meant func(entry int32) bool) bool {
	if !f.Is(i, ",") || i+1 >= len(f.Tokens) || f.Tokens[i+1].Flags&token.Break != 0 {
		return false
	}
	end := i + 1
	for end < len(f.Tokens) && f.plainCapital(end) && (end == i+1 || f.adjacent(end)) && !f.In(end, language.Calendar, language.Function) {
		end++
	}
	if n := f.named(i + 1); n != nil && meant(n.entry) {
		return false
	}
	return end-i > 2 && end-i < 6 && f.Is(end, ",") && f.looksPerson(end-1)
}

// othersApposition tells whether a phrase stands behind the comma behind somebody's name,
// who is none of its owners: "Lord Marsh, Green leader in the upper house".
func (f *Finder) othersApposition(start int, owners []lexicon.Owner) bool {
	i := start - 2
	if !f.Is(start-1, ",") || i < 0 || !f.Tokens[i].Shape.Capitalized() || f.Tokens[i].Flags&token.Break != 0 {
		return false
	}
	n := f.named(i)
	switch {
	case n != nil && (!f.entry(n.entry).Person() || slices.ContainsFunc(owners, func(o lexicon.Owner) bool { return o.Entry == n.entry })):
		return false
	case n == nil && !f.looksPerson(i):
		return false
	}
	f.reject(start, start+1, "behind “%s” it says who that is", f.Raw(i))
	return true
}

// looksPerson tells whether the capitals that end with token i look like a person's name:
// a title or a given name leads them.
func (f *Finder) looksPerson(i int) bool {
	from := i
	for from > 0 && i-from < 4 && f.adjacent(from) && f.Tokens[from-1].Shape.Capitalized() {
		from--
	}
	return from < i && f.In(from, language.Title, language.Honorific, language.Noble, language.Given)
}

// beforeName ends a phrase before "of the Refugee Commission": a name behind "the" is a
// mention of its own.
func (f *Finder) beforeName(from, to int) int {
	for i := from + 3; i < to; i++ {
		if n := f.named(i); n != nil && n.from == i && n.to-n.from > 1 && f.behindThe(i) {
			return i - 2
		}
	}
	return to
}

// behindThe tells whether a preposition and "the" stand before token i.
func (f *Finder) behindThe(i int) bool {
	return f.In(i-1, language.Definite) && f.In(i-2, language.Preposition)
}

// inCompound tells whether a phrase is part of something longer: before a name it is
// a title, beside a hyphen half a word.
func (f *Finder) inCompound(m lexicon.Match, d described) bool {
	if m.Form.Kind == lexicon.Office && f.Is(d.to, "of") {
		return true
	}
	if f.hyphened(d.to-1) || f.hyphened(d.from-2) {
		f.reject(d.from, d.to, "a hyphen makes it part of a longer word")
		return true
	}
	title := m.Form.Kind == lexicon.RoleTitle
	switch {
	case !f.adjacent(d.to):
	case f.beforeHolder(d.to, title || m.Form.Owners[0].Role != nil):
		f.reject(d.from, d.to, "before a name it is a title")
		return true
	case title && f.In(d.to, language.Officer):
		return true
	}
	bare := f.adjacent(d.from) && d.det == none && !d.possessed
	if n := f.named(d.from - 1); bare && n != nil && slices.ContainsFunc(m.Form.Owners, func(o lexicon.Owner) bool { return o.Entry == n.entry }) {
		f.reject(d.from, d.to, "it belongs to the name before it")
		return true
	}
	return false
}

// predicate tells whether what begins at token i follows be or become: "he is the
// president", but not "who is the president" or "there is a rule".
func (f *Finder) predicate(i int) bool {
	k := i - 1
	for k >= 0 && f.adjacent(k+1) && f.In(k, language.Function) && !f.In(k, language.Copula, language.Preposition, language.Article) {
		k-- // "is also", "was not"
	}
	if k < 0 || !f.adjacent(k+1) || !f.In(k, language.Copula) {
		return false
	}
	be := k
	for k >= 0 && f.In(k, language.Copula, language.Verbal) {
		k--
	}
	if f.Is(k, "to") && k > 0 && f.Lex.Pack.Inflected(f.Fold(k-1)) {
		return f.In(i, language.Article) // "is believed to be night patrols" says which thing it is
	}
	return k < 0 || !f.In(k, language.Relative) && !f.Is(k, "there") && !f.cleft(k, be)
}

// cleft tells whether "it", at token k, and a form of be say who does what follows: "it
// would be the harbor master and not judges who decided".
func (f *Finder) cleft(k, be int) bool {
	if !f.In(k, language.ForBody) || f.In(k, language.Possessive) {
		return false
	}
	for i := be + 2; i < be+12 && i < len(f.Tokens) && f.Tokens[i].Flags&token.Break == 0 && f.Fold(i) != "."; i++ {
		if f.In(i, language.Relative) && f.adjacent(i) {
			return true
		}
	}
	return false
}

// beforeHolder tells whether a person is named at token i, behind what may be their title.
func (f *Finder) beforeHolder(i int, title bool) bool {
	if n := f.named(i); n != nil {
		return f.entry(n.entry).Person()
	}
	return title && f.plainCapital(i) && !f.In(i, language.Calendar, language.Function)
}

// plainCapital tells whether token i has a capital, in a passage where that says something.
func (f *Finder) plainCapital(i int) bool {
	return f.Tokens[i].Shape == token.Capital && f.StyleAt(i) == reading.Plain
}

// owners are the entries that a phrase may mean on the article's day, given what
// stands before it.
func (f *Finder) owners(m lexicon.Match, d described) []lexicon.Owner {
	fit := f.fit[:0]
	title := m.Form.Kind >= lexicon.RoleTitle
	if title && !(d.possessed || d.former || d.det.Has(language.Definite, language.Possessive)) {
		f.reject(d.start, d.to, "“%s” without “the” is no certain person", f.words(d.from, d.to))
		return nil
	}
	for _, o := range m.Form.Owners {
		if f.fits(m, d, o) && !slices.ContainsFunc(fit, func(p lexicon.Owner) bool { return p.Entry == o.Entry }) {
			fit = append(fit, o)
		}
	}
	f.fit = fit[:0]
	return fit
}

// fits tells whether a phrase may mean one of those who may be called so.
func (f *Finder) fits(m lexicon.Match, d described, o lexicon.Owner) bool {
	switch {
	case o.Role != nil && !f.held(o, d.former, d.from):
		f.reject(d.start, d.to, "%s was not “%s” on %s", f.entry(o.Entry).ID, o.Role.Title, string(f.Day))
	case o.Role != nil && f.elsewhere(d, o.Role):
		f.reject(d.start, d.to, "what stands beside it tells of another than “%s”", o.Role.Title)
	case f.needsNaming(m.Form) && !f.before(o.Entry, d.from):
	case o.Role == nil:
		return true
	case f.Day == "" && f.shared(m.Form) && !f.before(o.Entry, d.from):
		f.reject(d.start, d.to, "the text has no day, so %s need not be meant", f.entry(o.Entry).ID)
	case d.possessed && !m.Form.Det.Has(language.Possessive) && d.from == int(m.From):
		f.reject(d.start, d.to, "the possessor before it may make it somebody else")
	default:
		return true
	}
	return false
}

// needsNaming tells whether a title means nobody whom the article has not named before.
func (f *Finder) needsNaming(form *lexicon.Form) bool {
	return form.Kind >= lexicon.RoleTitle && (form.Kind == lexicon.Office || f.shared(form))
}

// elsewhere tells whether what stands beside a title tells of what, and the role is not of
// that: "the prime minister of Velia", "the minister for Roads", "the Velian minister".
func (f *Finder) elsewhere(d described, r *catalogue.Role) bool {
	if d.det == none && f.adjacent(d.from) && f.demonymAt(d.from-1) {
		return !f.roleSays(r, d.from-1)
	}
	i := d.to
	of := f.Is(i, f.Lex.Pack.Of)
	if !f.adjacent(i) || !of && !f.Is(i, "for") {
		return false
	}
	for i++; f.In(i, language.Article) && f.adjacent(i); i++ {
	}
	if i >= len(f.Tokens) || !f.adjacent(i) || !of && !f.Tokens[i].Shape.Capitalized() {
		return false
	}
	return !f.roleSays(r, i)
}

// demonymAt tells whether token i is what people of a country are called: "Danish".
func (f *Finder) demonymAt(i int) bool {
	return f.Tokens[i].Shape == token.Capital && f.Lex.Pack.Demonym(f.Fold(i))
}

// ofOther tells whether "of" and a name of what no role of the entry says stand at token
// i: "the Chief Minister of Konda" is not the one of Sarvi.
func (f *Finder) ofOther(entry int32, i int) bool {
	if !f.Is(i, f.Lex.Pack.Of) || !f.adjacent(i) {
		return false
	}
	for i++; f.In(i, language.Article) && f.adjacent(i); i++ {
	}
	if i >= len(f.Tokens) || !f.adjacent(i) || !f.Tokens[i].Shape.Capitalized() {
		return false
	}
	e := f.entry(entry)
	return !f.textSays(e.Name, i) && !slices.ContainsFunc(e.Roles, func(r catalogue.Role) bool { return f.roleSays(&r, i) })
}

// roleSays tells whether a role's title or descriptions have the word of token i, or it is
// what people of a place in them are called.
func (f *Finder) roleSays(r *catalogue.Role, i int) bool {
	return f.textSays(r.Title, i) || slices.ContainsFunc(r.Descriptions, func(w meta.Word) bool { return f.textSays(w.Text, i) })
}

// textSays tells whether a text has the word of token i, or a place whose people are
// called so.
func (f *Finder) textSays(text string, i int) bool {
	tokens, fold := f.Lex.Tokens(text, nil)
	words := make([]string, len(tokens))
	for k, t := range tokens {
		words[k] = fold[t.FoldStart:t.FoldEnd]
	}
	word, pack := f.Fold(i), f.Lex.Pack
	if slices.ContainsFunc(pack.CountriesOf(word), func(country string) bool { return hasRun(words, strings.Fields(country)) }) {
		return true
	}
	return slices.ContainsFunc(words, func(w string) bool { return w == word || slices.Contains(pack.Demonyms(w), word) })
}

// hasRun tells whether words stand in a row among others.
func hasRun(among, row []string) bool {
	for k := 0; k+len(row) <= len(among); k++ {
		if slices.Equal(among[k:k+len(row)], row) {
			return true
		}
	}
	return false
}

// held tells whether a role was held on the article's day; with "former" before it,
// whether it was over by then.
func (f *Finder) held(o lexicon.Owner, former bool, at int) bool {
	if f.Day == "" {
		return !former
	}
	if y := f.yearOf(at); y != "" && !o.Role.On(y) && !former {
		return false
	}
	if former {
		return o.Role.To != "" && o.Role.To.First() <= f.Day
	}
	return o.Role.On(f.Day)
}

// yearOf is the one year in which the sentence of token i places what it says: "in
// 2018", "June 7, 2019"; "" where it names none or several.
func (f *Finder) yearOf(i int) meta.Day {
	n := f.SentenceOf(i)
	if f.yearIn != n+1 {
		f.yearIn, f.year = n+1, f.findYear(f.Sentences[n])
	}
	return f.year
}

func (f *Finder) findYear(s reading.Sentence) (year meta.Day) {
	for k := s.From + 1; k < s.To; k++ {
		t := f.Tokens[k]
		if t.Shape != token.Number || t.End-t.Start != 4 || f.Prose[t.Start] != '1' && f.Prose[t.Start] != '2' {
			continue
		}
		if f.Is(k-1, "in") || f.In(k-1, language.Calendar) || f.Is(k-1, ",") && f.In(k-3, language.Calendar) {
			if year != "" && string(year) != f.Raw(k) {
				return ""
			}
			year, _ = meta.ParseDay(f.Raw(k))
		}
	}
	return year
}

// shared tells whether many hold a title at once.
func (f *Finder) shared(form *lexicon.Form) bool {
	return f.Lex.Is(form.LastWord(), language.Shared) || f.Lex.Is(form.FirstWord(), language.Shared)
}

// lookBack is the number of tokens over which the last mention of somebody is sought.
const lookBack = 600

// before tells whether the article names an entry before token i, not too far off.
func (f *Finder) before(entry int32, i int) bool {
	for j := i - 1; j >= 0 && j > i-lookBack; j-- {
		if n := f.named(j); n != nil && n.entry == entry {
			return true
		}
	}
	return false
}

// nearest chooses the owner whom the article named last before token i, where no
// other was named in that sentence.
func (f *Finder) nearest(owners []lexicon.Owner, i int) ([]lexicon.Owner, bool) {
	best := -1
	for j := i - 1; j >= 0 && j > i-lookBack; j-- {
		n := f.named(j)
		if n == nil {
			continue
		}
		k := slices.IndexFunc(owners, func(o lexicon.Owner) bool { return o.Entry == n.entry })
		switch {
		case best >= 0 && f.SentenceOf(j) != f.SentenceOf(best):
			return owners[f.ownerAt(owners, best):][:1], true
		case k >= 0 && best < 0:
			best = j
		case k >= 0 && n.entry != f.named(best).entry:
			return owners, false
		}
	}
	if best < 0 {
		return owners, false
	}
	return owners[f.ownerAt(owners, best):][:1], true
}

func (f *Finder) ownerAt(owners []lexicon.Owner, token int) int {
	return slices.IndexFunc(owners, func(o lexicon.Owner) bool { return o.Entry == f.named(token).entry })
}

func (f *Finder) unresolved(from, to int, owners []lexicon.Owner) {
	var entries []int32
	for _, o := range owners[:min(len(owners), 8)] {
		entries = append(entries, o.Entry)
	}
	words := f.words(from, to)
	f.doubt(from, to, "unresolved-description", fmt.Sprintf("“%s” may be %s: not linked", words, f.list(entries)),
		fmt.Sprintf("write [[%s|%s]]", f.entry(entries[0]).ID, words), entries...)
	f.reject(from, to, "it may be %s", f.list(entries))
}

// repeated accepts, behind "the", the phrases by which the article introduced
// somebody before.
func (f *Finder) repeated() {
	if len(f.phrases) == 0 {
		return
	}
	for i := f.Next(0, reading.Definite); i+2 < len(f.Tokens); i = f.Next(i+1, reading.Definite) {
		alike := f.phrases[f.fullHash(i+1)]
		best := f.saidAt(alike, i)
		if best < 0 {
			continue
		}
		p := alike[best]
		to := i + 1 + len(p.words)
		if f.partOfMore(p.entry, to) || !f.unmarked(i, to) || f.predicate(i) || f.calledOther(to, func(entry int32) bool { return entry == p.entry }) {
			continue
		}
		if slices.ContainsFunc(alike, func(q phrase) bool { return q.entry != p.entry && slices.Equal(q.words, p.words) }) {
			continue // two were introduced so
		}
		f.add(found{from: i, to: to, entry: p.entry, level: annotation.Descriptive, rule: fmt.Sprintf("introduced as “%s”", p.text), kind: byDescription})
	}
}

// saidAt is the longest of the phrases that stands behind token i and was said before; -1
// where none does.
func (f *Finder) saidAt(alike []phrase, i int) int {
	best := -1
	for k, p := range alike {
		longest := best < 0 || len(p.words) >= len(alike[best].words)
		if longest && len(p.words) > 1 && p.at < i && f.says(p, i+1) {
			best = k
		}
	}
	return best
}

// partOfMore tells whether what stands at token i makes the phrase before it, of an entry,
// another's: a name, a hyphen, "of Konda".
func (f *Finder) partOfMore(entry int32, i int) bool {
	if f.adjacent(i) && (f.named(i) != nil || f.plainCapital(i)) {
		return true
	}
	return f.hyphened(i-1) || f.ofOther(entry, i)
}

// says tells whether the tokens from i are the phrase.
func (f *Finder) says(p phrase, i int) bool {
	if i+len(p.words) > len(f.Tokens) {
		return false
	}
	for k, h := range p.words {
		if f.fullHash(i+k) != h {
			return false
		}
	}
	return true
}
