package quote

import (
	"slices"
	"strings"

	"glossator/internal/language"
	"glossator/internal/token"
)

// mentionAt is the mention that holds token i and may speak, -1 for none.
func (f *Finder) mentionAt(i int) int {
	if i < 0 || i >= len(f.Tokens) {
		return -1
	}
	return int(f.at[i]) - 1
}

// firstToken is the first token of mention k, which holds token i.
func (f *Finder) firstToken(k, i int) int {
	for i > 0 && int(f.at[i-1]) == k+1 {
		i--
	}
	return i
}

// lastToken is the last token of mention k, which holds token i.
func (f *Finder) lastToken(k, i int) int {
	for int(f.at[i+1]) == k+1 {
		i++
	}
	return i
}

func (f *Finder) mentioned(k, from int) speaker {
	return speaker{entry: f.mentions[k].Entry, from: from, person: f.persons[k]}
}

// pronoun is whom a pronoun at token i stands for: the last person or organization
// that was a subject, before all of this sentence.
func (f *Finder) pronoun(i int) speaker {
	s := speaker{}
	switch {
	case f.In(i, language.ForPerson):
		s = f.antecedent(i)
	case f.In(i, language.ForBody):
		s = f.organization(i)
	}
	s.from, s.remote = i, true
	return s
}

// organization is whom "it" at token i takes up: the organization that is the subject of
// the sentence, else the last that was one. Another named since may be meant as well.
func (f *Finder) organization(i int) speaker {
	if main := f.subject(); main.known() && !main.person && main.from < i {
		return main
	}
	s := f.it()
	if !s.known() {
		return s
	}
	const farthest = 80 // tokens
	for j := i - 1; j >= s.since && j > i-farthest; j-- {
		k := f.mentionAt(j)
		if k < 0 || f.persons[k] {
			continue
		}
		if o := f.mentioned(k, j); !f.same(o, s) {
			s.rivals = []speaker{o}
			return s
		}
	}
	return s
}

// named is whom the noun phrase of tokens [start, j] names: the person at its end, else
// the organization in it, else who was spoken of before, else the phrase itself.
func (f *Finder) named(start, j int) speaker {
	for _, of := range [...]func(*Finder, int, int) (speaker, bool){
		(*Finder).member, (*Finder).entryAt, (*Finder).nameAt, (*Finder).issuer, (*Finder).possessed, (*Finder).takenUp,
	} {
		if s, ok := of(f, start, j); ok {
			return s
		}
	}
	return f.described(start, j)
}

// described is the phrase itself: "a harbor official".
func (f *Finder) described(start, j int) speaker {
	s := speaker{name: f.Prose[f.Tokens[start].Start:f.Tokens[j].End], from: start, head: j}
	for i := start; i <= j && s.gender == unshown; i++ {
		if f.Tokens[i].Shape == token.Lower {
			s.gender = f.shown(i)
		}
	}
	s.unnamed = f.In(start, language.Article) && f.speaks(j) && !f.Plural(j) && !f.In(j, language.Body, language.Document, language.People)
	return s
}

// member reads "the Liberal" and "one Liberal senator": they are of the party, and not it.
func (f *Finder) member(start, j int) (speaker, bool) {
	k := f.mentionAt(j)
	switch {
	case k >= 0 && !f.persons[k] && j == start+1 && f.Is(start, "the"):
		return f.described(start, j), f.In(j, language.Human)
	case !f.In(start, language.Indefinite) && !f.Is(start, "one"), !f.In(j, language.Title) || f.In(j, language.Spokesman), k >= 0:
		return speaker{}, false
	}
	name, _ := f.name(start, j)
	return f.described(start, j), name == ""
}

// entryAt is the entry that the phrase ends with.
func (f *Finder) entryAt(start, j int) (speaker, bool) {
	k := f.mentionAt(j)
	if k < 0 || !f.persons[k] && (f.lastToken(k, j) != j || f.personBefore(start, f.firstToken(k, j))) {
		return speaker{}, false
	}
	return f.mentioned(k, start), true
}

// nameAt is the name of nobody listed that the phrase ends with.
func (f *Finder) nameAt(start, j int) (speaker, bool) {
	if f.law(j) {
		return speaker{from: start}, true
	}
	name, from := f.name(start, j)
	switch {
	case name == "":
		return speaker{}, false
	case from > start && f.mentionAt(from-1) >= 0 && f.institutional(from, j):
		return f.mentioned(f.mentionAt(from-1), start), true
	}
	s := speaker{name: name, from: start, person: !f.institutional(from, j) && !f.bodyBefore(start, from), proper: true}
	for i := start; i < from && s.gender == unshown; i++ {
		s.gender = f.shown(i)
	}
	return s, true
}

// bodyBefore tells whether the noun right before the name at token from, in a phrase from
// start on, says that a body is named so: "Rival company Havbris".
func (f *Finder) bodyBefore(start, from int) bool {
	return from > start && f.In(from-1, language.Body, language.Concern) && !f.In(from-1, language.Human) && f.Tokens[from-1].Shape == token.Lower
}

// law tells whether the name that ends with token j is the beginning of a law's: "the
// Prevention of Noise Bill" says nothing.
func (f *Finder) law(j int) bool {
	const longest = 8 // tokens
	if !f.In(j+1, language.Binding) || f.mentionAt(j) >= 0 {
		return false
	}
	last := -1
	for i := j + 2; i < j+longest && i < len(f.Tokens); i++ {
		switch {
		case f.Tokens[i].Shape.Capitalized():
			last = i
		case !f.In(i, language.Binding):
			return last > 0 && f.In(last, language.Law)
		}
	}
	return false
}

// issuer is the organization in a phrase that is not its possession: who issued "a Harbor
// Board fact sheet", and whom "a Harbor Board spokesman" speaks for.
func (f *Finder) issuer(start, j int) (speaker, bool) {
	if f.servant(start, j) {
		return f.described(start, j), true
	}
	for i := j; i >= start; i-- {
		k := f.mentionAt(i)
		if k < 0 {
			continue
		}
		if !f.persons[k] && (!f.Is(f.lastToken(k, i)+1, "'s") || f.In(j, language.Document, language.Spokesman)) {
			s := f.mentioned(k, start)
			s.gender = f.shown(j)
			return s, true
		}
		i = f.firstToken(k, i)
	}
	return speaker{}, false
}

// servant tells whether the phrase is of one person who serves the organization in it and
// does not speak for it: "the Workers Alliance leader".
func (f *Finder) servant(start, j int) bool {
	if !f.In(j, language.Human, language.Title) || f.In(j, language.Spokesman, language.Body, language.Document, language.People) || f.Plural(j) {
		return false
	}
	k := f.mentionAt(j - 1)
	return j > start && k >= 0 && !f.persons[k]
}

// possessed reads "Ruiz's comments", which are Ruiz's words, and "her lawyer", who is
// nobody that is known.
func (f *Finder) possessed(start, j int) (speaker, bool) {
	if f.In(start, language.Possessive) {
		return speaker{from: start}, true
	}
	if !f.In(j, language.Document, language.Statement) {
		return speaker{}, false
	}
	for i := j - 1; i > start && i > j-4; i-- {
		if !f.Is(i, "'s") {
			continue
		}
		if s := f.best(start, i); s.entry != "" || s.proper {
			s.from = start
			return s, true
		}
	}
	return speaker{}, false
}

// takenUp is who was spoken of before, where the phrase takes them up: "the agency",
// "the woman", "the official".
func (f *Finder) takenUp(start, j int) (s speaker, ok bool) {
	definite := f.In(start, language.ThisOne)
	switch {
	case f.In(j, language.Body) && (definite || start == j), f.In(j, language.Document, language.Spokesman) && f.hasBody(start, j),
		definite && f.In(j, language.Document) && !f.Is(j, "report"):
		s, ok = f.sameBody(start, j)
	case f.Is(start, "the") && start == j-1 && f.In(j, language.Speaking):
		s = f.lastNamed()
		ok = s.person && (s.entry != "" || s.proper) && f.genderOf(s).may(f.shown(j))
	case definite:
		s = f.he(unshown)
		ok = s.unnamed && s.head > 0 && f.Fold(s.head) == f.Fold(j)
	}
	s.from, s.remote = start, true
	return s, ok
}

// sameBody is the organization that a noun for one takes up: surely where its name has
// the noun.
func (f *Finder) sameBody(start, j int) (speaker, bool) {
	o := f.organization(start)
	if !o.known() || !f.In(j, language.Body) && o.entry == "" && !f.hasBody(start, j) {
		return speaker{}, false
	}
	noun := j
	for i := start; i < j; i++ {
		if f.In(i, language.Body) && f.Tokens[i].Shape == token.Lower {
			noun = i
		}
	}
	if !strings.Contains(token.Fold(f.nameOf(o)), f.Fold(noun)) && len(o.rivals) == 0 {
		o.rivals = []speaker{{}}
	}
	return o, true
}

// hasBody tells whether a noun for an organization stands in [start, end): "agency
// data".
func (f *Finder) hasBody(start, end int) bool {
	for i := start; i < end; i++ {
		if f.In(i, language.Body) && f.Tokens[i].Shape == token.Lower {
			return true
		}
	}
	return false
}

// personBefore tells whether a person's mention stands in [start, end).
func (f *Finder) personBefore(start, end int) bool {
	for i := start; i < end; i++ {
		if k := f.mentionAt(i); k >= 0 && f.persons[k] && !f.Is(i+1, "'s") {
			return true
		}
	}
	return false
}

// name is the run of capitalized words that ends with token j and is no mention, less
// the titles before it; "" where there is none. A surname alone stands for the full
// name that the text gave before.
func (f *Finder) name(start, j int) (string, int) {
	from := f.nameStart(start, j)
	if from > j || from == j && f.In(j, language.Title, language.Function) {
		return "", 0
	}
	if f.demonymBefore(from, j) || f.occupationBefore(from, j) {
		from++
	}
	name := f.Prose[f.Tokens[from].Start:f.Tokens[j].End]
	if from < j {
		if !f.institutional(from, j) {
			f.call(f.Fold(j), name)
		}
	} else if full := f.fullName(j); full != "" {
		name = full
	}
	return name, from
}

// occupationBefore tells whether the word at token from has its capital because it opens the
// sentence, and a person's whole name stands behind it: "Fisher Alan Rudd".
func (f *Finder) occupationBefore(from, j int) bool {
	given := f.In(from+1, language.Given) && !f.In(from, language.Given)
	return given && from == f.from && j > from+1 && f.Tokens[from].Shape == token.Capital
}

// nameStart is where the name that ends with token j begins, not before start; behind j
// where none does.
func (f *Finder) nameStart(start, j int) int {
	from := j + 1
	body := f.institutional(j, j) // "Justice Department": no title, no person
	for i := j; i >= start; i-- {
		if f.hyphened(i) && i-2 >= start { // "Ji-ho"
			i -= 2
		}
		switch {
		case f.mentionAt(i) >= 0:
			if f.Is(i+1, "-") && f.Tokens[i+1].Flags&token.Spaced == 0 {
				return j + 1 // half of a name: "Rivas-Soto"
			}
			return from
		case f.nameWord(i) && (!f.In(i, language.Title) || i == j || body):
			from = i
		case i == j, !f.nameJoint(i, start):
			return from
		}
	}
	return from
}

// hyphened tells whether token j is the second half of a name in small letters.
func (f *Finder) hyphened(j int) bool {
	return j >= 2 && f.Tokens[j].Shape == token.Lower && f.tied(j-1) && f.Tokens[j-2].Shape.Capitalized()
}

// tied tells whether token i is a hyphen with no space on either side.
func (f *Finder) tied(i int) bool {
	return i+1 < len(f.Tokens) && f.Is(i, "-") && (f.Tokens[i].Flags|f.Tokens[i+1].Flags)&token.Spaced == 0
}

// nameWord tells whether token i can be a word of a name.
func (f *Finder) nameWord(i int) bool {
	if f.Tokens[i].Shape == token.Initial {
		return true // "A. B. Ruiz": no article
	}
	if !f.Tokens[i].Shape.Capitalized() || f.In(i, language.RoleWord, language.Article, language.Honorific, language.Calendar) {
		return false
	}
	if f.commonNoun(i) {
		return false
	}
	if f.In(i, language.Preposition) {
		return i > f.from && f.In(i-1, language.Human, language.Title) && f.Tokens[i+1].Shape.Capitalized() // "leader Per Moe"
	}
	return i != f.from || !f.In(i, language.Function)
}

// nameJoint tells whether token i stands between the words of a name: "de", a hyphen, the
// full stop of an initial.
func (f *Finder) nameJoint(i, start int) bool {
	switch {
	case f.In(i, language.Particle):
		return i > start && (f.Tokens[i-1].Shape.Capitalized() || f.In(i-1, language.Particle)) // "de la"
	case f.Is(i, "-"):
		return f.Tokens[i].Flags&token.Spaced == 0
	}
	return f.Is(i, ".") && f.Tokens[i-1].Shape == token.Initial
}

// fullName is the full name that the text gave before to the person whose surname is
// token j, also where that person was no subject; "" where there is none.
func (f *Finder) fullName(j int) string {
	const farthest, longest = 1500, 5 // tokens
	last := f.Fold(j)
	if !f.Tokens[j].Shape.Capitalized() || f.In(j, language.Function) {
		return f.fullNameOf(last)
	}
	least := max(0, j-farthest, f.sought[last])
	hash := f.Tokens[j].Hash
	for i := j - 1; i > least; i-- {
		if f.Tokens[i].Hash != hash || !f.endsName(i) {
			continue
		}
		from := i
		for from > 0 && from > i-longest && f.Tokens[from].Flags&token.Break == 0 && f.given(from-1) {
			from--
		}
		for from < i && f.demonymBefore(from, i) {
			from++
		}
		if from < i && f.Tokens[from].Shape != token.Initial && !f.institutional(from, i) {
			if full := f.Prose[f.Tokens[from].Start:f.Tokens[i].End]; f.names[last] == "" || !oneName(f.names[last], full) {
				f.call(last, full)
			}
		}
	}
	f.sought[last] = j - 1
	return f.fullNameOf(last)
}

// several stands for the full names of a surname that two people of a text have: alone it is
// neither's.
const several = "\x00"

// call notes the full name that the text gives with a surname.
func (f *Finder) call(surname, full string) {
	if before := f.names[surname]; before != "" && !oneName(before, full) {
		full = several
	}
	f.names[surname] = full
}

// oneName tells whether two full names with one surname may be one person's: all words of
// the shorter are in the longer, or are initials of words there.
func oneName(a, b string) bool {
	short, long := strings.Fields(a), strings.Fields(b)
	if len(short) > len(long) {
		short, long = long, short
	}
	for _, w := range short {
		if !slices.ContainsFunc(long, func(x string) bool { return x == w || initialOf(w, x) || initialOf(x, w) }) {
			return false
		}
	}
	return true
}

// initialOf tells whether a is an initial, and b a word that begins so.
func initialOf(a, b string) bool {
	letter, dot := strings.CutSuffix(a, ".")
	return dot && letter != "" && strings.HasPrefix(b, letter)
}

// endsName tells whether a name of nobody listed may end with token i.
func (f *Finder) endsName(i int) bool {
	goesOn := i+1 < len(f.Tokens) && f.Tokens[i+1].Shape.Capitalized() || f.Is(i+1, "-")
	return !goesOn && f.mentionAt(i) < 0 && !f.institutional(i, i)
}

// given tells whether token i can be a word of a name before the surname.
func (f *Finder) given(i int) bool {
	return f.Tokens[i].Shape.Capitalized() && f.mentionAt(i) < 0 && !f.In(i, language.RoleWord) &&
		!f.In(i, language.Article, language.Honorific, language.Calendar, language.Preposition, language.Title, language.Function, language.Officer, language.Human)
}

// demonymBefore tells whether token i is the adjective of a country before a full name
// that ends with token j: "Chilean Ana Ruiz", but not "Susan Maria Ruiz".
func (f *Finder) demonymBefore(i, j int) bool {
	if j-i < 2 || f.Tokens[i].Shape != token.Capital || f.Tokens[i+1].Shape != token.Capital || f.institutional(i, j) {
		return false
	}
	return f.Lex.Pack.Demonym(f.Fold(i)) && !f.Is(i, "human") && !f.In(i, language.GivenAsNation)
}

// institutional tells whether the capitalized words [from, j] name a body, not a
// person.
func (f *Finder) institutional(from, j int) bool {
	if from < j && f.In(from, language.Man, language.Woman) {
		from++ // "Bill" is a given name
	}
	for i := from; i <= j; i++ {
		letters := f.Tokens[i].Shape == token.Upper && f.Tokens[i].End-f.Tokens[i].Start > 1
		if letters && j == from || f.In(i, language.Institute, language.Generic, language.Body) {
			return true
		}
	}
	return f.Tokens[j].Shape == token.Capital && strings.HasSuffix(f.Fold(j), "s") && from == j && f.Is(from-1, "the")
}

// best is whom the noun phrase [i, end) names: its last person, else its name, else
// its organization.
func (f *Finder) best(i, end int) speaker {
	for j := end - 1; j >= i; j-- {
		if k := f.mentionAt(j); k >= 0 {
			if f.persons[k] && !f.Is(j+1, "'s") {
				return f.mentioned(k, i)
			}
			j = f.firstToken(k, j)
		}
	}
	for j := end - 1; j >= i; j-- { // a name may be followed by "announcing …"
		if f.mentionAt(j) < 0 && (f.Tokens[j].Shape.Capitalized() || f.hyphened(j)) {
			if name, from := f.name(i, j); name != "" && !f.institutional(from, j) && !(f.mentionAt(end-1) >= 0 && from < j) {
				return speaker{name: name, from: i, person: true, proper: true}
			}
			break
		}
	}
	return f.named(i, end-1)
}

// subject is the subject of the sentence: the first person, organization or name that
// is no possessor and stands behind no preposition.
func (f *Finder) subject() speaker {
	if f.mainKnown {
		return f.main
	}
	f.mainKnown = true
	const farthest = 70 // tokens
	q := f.first
	for i := f.from; i < f.to && i < f.from+farthest; i++ {
		if q < f.next && f.pairs[q].open <= i {
			if to := f.skip(i, &q); to > i {
				i = to - 1
				continue
			}
		}
		if f.Is(i, "(") {
			i = f.bracketEnd(i)
			continue
		}
		if f.In(i, language.ThirdPerson) && f.subjectPronoun(i) {
			s := f.it()
			if !f.Is(i, "it") {
				s = f.he(f.shown(i))
			}
			s.from, s.remote = i, true
			f.main = s
			return s
		}
		k := f.mentionAt(i)
		if k < 0 && !f.beginsName(i) {
			continue
		}
		end := f.nameEnd(i)
		if !f.Is(end, "'s") && !f.governed(i) {
			if s := f.best(i, end); s.entry != "" || s.proper {
				s.from = i
				f.main = s
				return s
			}
		}
		i = max(i, end-1)
	}
	return f.main
}

// subjectPronoun tells whether a pronoun at token i may be the sentence's subject.
func (f *Finder) subjectPronoun(i int) bool {
	if i == f.from || f.Is(i-1, ",") {
		return true
	}
	return i < f.from+4 && !f.In(i-1, language.Preposition)
}

// bracketEnd is the token that closes the bracket at token i, or i where it stays open.
func (f *Finder) bracketEnd(i int) int {
	const longest = 40 // tokens
	for j := i + 1; j < f.to && j < i+longest; j++ {
		if f.Is(j, ")") {
			return j
		}
	}
	return i
}

// officeOf is whose office begins the sentence: "Governor Ruiz's office sent this:".
func (f *Finder) officeOf() speaker {
	const farthest = 10 // tokens
	for i := f.from + 1; i+1 < f.to && i < f.from+farthest; i++ {
		if !f.Is(i, "'s") || !f.In(i+1, language.Spokesman, language.Body, language.Document) {
			continue
		}
		if k := f.mentionAt(i - 1); k >= 0 {
			return f.mentioned(k, f.from)
		}
		return f.best(f.from, i)
	}
	return speaker{}
}

// beginsName tells whether a name of at least two capitalized words, or a title and
// one, or a surname that the text gave in full before, begins at token i.
func (f *Finder) beginsName(i int) bool {
	if !f.Tokens[i].Shape.Capitalized() || i+1 >= f.to || f.In(i, language.Calendar, language.Article, language.Preposition, language.Pronoun) {
		return false
	}
	if f.In(i, language.Function) && !f.In(i, language.Title) {
		return false
	}
	return f.Tokens[i+1].Shape.Capitalized() || f.mentionAt(i+1) >= 0 || f.hasFullName(f.Fold(i))
}

// nameEnd is the end of the names and titles that begin at token i: "White House
// press secretary Ana Ruiz" goes on over the words of the role.
func (f *Finder) nameEnd(i int) int {
	const role = 4 // words in small letters between an office and its holder
	end := i
	for j := i; j < f.to && j < i+20; j++ {
		switch {
		case f.mentionAt(j) >= 0:
			j = f.lastToken(f.mentionAt(j), j)
			end = j + 1
		case f.Tokens[j].Shape.Capitalized() && !f.In(j, language.Calendar):
			end = j + 1
		case j == end && j+1 < f.to && f.tied(j) && f.Tokens[j+1].Shape.Capitalized():
		case j-end >= role || !f.In(j, language.Title, language.Officer, language.Human) && !f.In(j, language.RoleWord):
			return end
		}
	}
	return end
}

// governed tells whether the phrase at token i stands behind a preposition, with
// nothing but articles and titles between.
func (f *Finder) governed(i int) bool {
	if h := i - 2; h > f.from && f.Is(i-1, ",") && f.Tokens[h].Shape == token.Lower && f.In(h, language.Human, language.Title, language.Officer) {
		for j := h - 1; j > f.from && j > h-5; j-- { // "the plan of his deputy, Ana Ruiz,"
			if f.In(j, language.Article, language.Possessive) {
				return f.In(j-1, language.Preposition) && j-1 > f.from
			}
		}
	}
	for j := i - 1; j >= f.from && j > i-6; j-- {
		c := f.Class(j)
		if c.Has(language.Preposition) {
			return true
		}
		if !c.Has(language.Article, language.Title, language.Honorific, language.Possessive) && !f.Tokens[j].Shape.Capitalized() {
			return false
		}
	}
	return false
}
