package annotate

import (
	"strings"

	"glossator/internal/language"
	"glossator/internal/token"
)

// mentionAt is the mention that holds token i and may speak, -1 for none.
func (a *attributor) mentionAt(i int) int {
	if i < 0 || i >= len(a.tokens) {
		return -1
	}
	return int(a.at[i]) - 1
}

// firstToken is the first token of mention k, which holds token i.
func (a *attributor) firstToken(k, i int) int {
	for i > 0 && int(a.at[i-1]) == k+1 {
		i--
	}
	return i
}

// lastToken is the last token of mention k, which holds token i.
func (a *attributor) lastToken(k, i int) int {
	for int(a.at[i+1]) == k+1 {
		i++
	}
	return i
}

func (a *attributor) mentioned(k, from int) speaker {
	return speaker{entry: a.mentions[k].Entry, from: from, person: a.persons[k]}
}

// pronoun is whom a pronoun at token i stands for: the last person or organization
// that was a subject, before all of this sentence.
func (a *attributor) pronoun(i int) speaker {
	s := speaker{}
	switch {
	case a.in(i, language.ForPerson):
		s = a.he()
		for k := len(a.cues) - 1; k >= max(0, len(a.cues)-recall); k-- {
			if a.cues[k].who.person {
				s = a.cues[k].who
				break
			}
		}
		if main := a.subject(); len(a.cues) == 0 && main.person && main.from < i {
			s = main
		}
	case a.in(i, language.ForBody):
		s = a.organization(i)
	}
	s.from, s.remote = i, true
	return s
}

// organization is the nearest organization before token i: in this sentence, else the
// last that was a subject.
func (a *attributor) organization(i int) speaker {
	if main := a.subject(); main.known() && !main.person && main.from < i {
		return main
	}
	const farthest = 80 // tokens
	for j := i - 1; j >= a.from && j > i-farthest; j-- {
		if k := a.mentionAt(j); k >= 0 && !a.persons[k] {
			return a.mentioned(k, j)
		}
	}
	return a.it()
}

// named is whom the noun phrase of tokens [start, j] names: the person at its end,
// else the organization in it, else the phrase itself.
func (a *attributor) named(start, j int) speaker {
	if k := a.mentionAt(j); k >= 0 && !a.persons[k] && j == start+1 && a.is(start, "the") && a.in(j, language.Human) && a.he().known() && a.person.person {
		p := a.person // "the Liberal" who spoke before
		p.from, p.remote = start, true
		return p
	}
	if k := a.mentionAt(j); k >= 0 && (a.persons[k] || a.lastToken(k, j) == j) {
		first := a.firstToken(k, j)
		if a.persons[k] || !a.personBefore(start, first) {
			return speaker{entry: a.mentions[k].Entry, from: start, person: a.persons[k]}
		}
	}
	if name, from := a.name(start, j); name != "" {
		if from > start && a.mentionAt(from-1) >= 0 && a.institutional(from, j) {
			return a.mentioned(a.mentionAt(from-1), start)
		}
		return speaker{name: name, from: start, person: !a.institutional(from, j), proper: true}
	}
	member := a.in(start, language.Indefinite) || a.is(start, "one") // "one Liberal senator" is not the party
	member = member && a.in(j, language.Title) && !a.in(j, language.Spokesman)
	for i := j; i >= start && !member; i-- {
		k := a.mentionAt(i)
		if k < 0 {
			continue
		}
		first := a.firstToken(k, i)
		if !a.persons[k] && (!a.is(a.lastToken(k, i)+1, "'s") || a.in(j, language.Document, language.Spokesman)) {
			return a.mentioned(k, start)
		}
		i = first
	}
	head := a.fold(j)
	definite := a.in(start, language.ThisOne)
	switch {
	case a.in(start, language.Possessive):
		return speaker{from: start}
	case a.in(j, language.Body) && (definite || start == j), definite && a.in(j, language.Document) && !a.is(j, "report"):
		if o := a.organization(start); o.known() && (a.in(j, language.Body) || o.entry != "") {
			o.from, o.remote = start, true
			return o
		}
	case a.in(j, language.Document, language.Spokesman) && a.hasBody(start, j):
		if o := a.organization(start); o.known() {
			o.from, o.remote = start, true
			return o
		}
	case a.is(start, "the") && start == j-1 && a.in(j, language.Speaking) && a.lastNamed().person && (a.before.entry != "" || a.before.proper):
		p := a.before
		p.from, p.remote = start, true
		return p
	case definite && a.tokens[j].Shape == token.Lower && !a.in(j, language.People) && !strings.HasSuffix(head, "s") && !a.in(j, language.Body) && (a.human(j) || a.is(j-1, "old")) && a.he().known():
		p := a.person
		p.from, p.remote = start, true
		return p
	}
	return speaker{name: a.prose[a.tokens[start].Start:a.tokens[j].End], from: start, head: j,
		unnamed: a.in(start, language.Indefinite) && a.human(j) && !strings.HasSuffix(head, "s") && !a.in(j, language.Body, language.Document)}
}

// hasBody tells whether a noun for an organization stands in [start, end): "agency
// data".
func (a *attributor) hasBody(start, end int) bool {
	for i := start; i < end; i++ {
		if a.in(i, language.Body) && a.tokens[i].Shape == token.Lower {
			return true
		}
	}
	return false
}

// personBefore tells whether a person's mention stands in [start, end).
func (a *attributor) personBefore(start, end int) bool {
	for i := start; i < end; i++ {
		if k := a.mentionAt(i); k >= 0 && a.persons[k] && !a.is(i+1, "'s") {
			return true
		}
	}
	return false
}

// name is the run of capitalized words that ends with token j and is no mention, less
// the titles before it; "" where there is none. A surname alone stands for the full
// name that the text gave before.
func (a *attributor) name(start, j int) (string, int) {
	from := j + 1
	body := a.institutional(j, j) // "Justice Department": no title, no person
	for i := j; i >= start; i-- {
		tok := a.tokens[i]
		c := a.class(i)
		switch {
		case a.mentionAt(i) >= 0:
		case tok.Shape.Capitalized() && !c.Has(language.Article, language.Honorific, language.Calendar, language.Preposition) && (!c.Has(language.Title) || i == j || body) && !(c.Has(language.Function) && i == a.from) && !a.in(i, language.RoleWord):
			from = i
			continue
		case i < j && i > start && a.in(i, language.Particle) && a.tokens[i-1].Shape.Capitalized():
			continue
		case i < j && a.is(i, "-") && tok.Flags&token.Spaced == 0, i < j && a.is(i, ".") && a.tokens[i-1].Shape == token.Initial:
			continue
		}
		break
	}
	if from > j || from == j && a.in(j, language.Title, language.Function) {
		return "", 0
	}
	if a.demonymBefore(from, j) {
		from++
	}
	name := a.prose[a.tokens[from].Start:a.tokens[j].End]
	last := a.fold(j)
	if from < j {
		if !a.institutional(from, j) {
			a.names[last] = name
		}
	} else if full := a.fullName(j); full != "" {
		name = full
	}
	return name, from
}

// fullName is the full name that the text gave before to the person whose surname is
// token j, also where that person was no subject; "" where there is none.
func (a *attributor) fullName(j int) string {
	const farthest, longest = 1500, 5 // tokens
	last := a.fold(j)
	if full := a.fullNameOf(last); full != "" || !a.tokens[j].Shape.Capitalized() || a.in(j, language.Function) {
		return full
	}
	least := max(0, j-farthest, a.sought[last])
	hash := a.tokens[j].Hash
	for i := j - 1; i > least; i-- {
		if a.tokens[i].Hash != hash || a.mentionAt(i) >= 0 || a.institutional(i, i) || a.tokens[i+1].Shape.Capitalized() || a.is(i+1, "-") {
			continue
		}
		from := i
		for from > 0 && from > i-longest && a.tokens[from].Flags&token.Break == 0 && a.given(from-1) {
			from--
		}
		for from < i && a.demonymBefore(from, i) {
			from++
		}
		if from < i && a.tokens[from].Shape != token.Initial && !a.institutional(from, i) {
			a.names[last] = a.prose[a.tokens[from].Start:a.tokens[i].End]
			return a.names[last]
		}
	}
	a.sought[last] = j - 1
	return ""
}

// given tells whether token i can be a word of a name before the surname.
func (a *attributor) given(i int) bool {
	return a.tokens[i].Shape.Capitalized() && a.mentionAt(i) < 0 && !a.in(i, language.RoleWord) &&
		!a.in(i, language.Article, language.Honorific, language.Calendar, language.Preposition, language.Title, language.Function, language.Officer, language.Human)
}

// demonymBefore tells whether token i is the adjective of a country before a full name
// that ends with token j: "Chilean Ana Ruiz", but not "Susan Maria Ruiz".
func (a *attributor) demonymBefore(i, j int) bool {
	return j-i >= 2 && !a.is(i, "human") && !a.institutional(i, j) && a.tokens[i].Shape == token.Capital && a.tokens[i+1].Shape == token.Capital && a.lex.Pack.Demonym(a.fold(i)) && !a.in(i, language.GivenAsNation)
}

// institutional tells whether the capitalized words [from, j] name a body, not a
// person.
func (a *attributor) institutional(from, j int) bool {
	for i := from; i <= j; i++ {
		if a.in(i, language.Institute, language.Generic) || a.tokens[i].Shape == token.Upper && j == from && a.tokens[i].End-a.tokens[i].Start > 1 || a.in(i, language.Body) {
			return true
		}
	}
	return a.tokens[j].Shape == token.Capital && strings.HasSuffix(a.fold(j), "s") && from == j && a.is(from-1, "the")
}

// best is whom the noun phrase [i, end) names: its last person, else its name, else
// its organization.
func (a *attributor) best(i, end int) speaker {
	for j := end - 1; j >= i; j-- {
		if k := a.mentionAt(j); k >= 0 {
			if a.persons[k] && !a.is(j+1, "'s") {
				return a.mentioned(k, i)
			}
			j = a.firstToken(k, j)
		}
	}
	for j := end - 1; j >= i; j-- { // a name may be followed by "announcing …"
		if a.mentionAt(j) < 0 && a.tokens[j].Shape.Capitalized() {
			if name, from := a.name(i, j); name != "" && !a.institutional(from, j) && !(a.mentionAt(end-1) >= 0 && from < j) {
				return speaker{name: name, from: i, person: true, proper: true}
			}
			break
		}
	}
	return a.named(i, end-1)
}

// subject is the subject of the sentence: the first person, organization or name that
// is no possessor and stands behind no preposition.
func (a *attributor) subject() speaker {
	if a.mainKnown {
		return a.main
	}
	a.mainKnown = true
	const farthest = 70 // tokens
	q := a.first
	for i := a.from; i < a.to && i < a.from+farthest; i++ {
		if q < a.next && a.pairs[q].open <= i {
			if to := a.skip(i, &q); to > i {
				i = to - 1
				continue
			}
		}
		if a.in(i, language.ThirdPerson) && (i == a.from || a.is(i-1, ",") || !a.in(i-1, language.Preposition) && i < a.from+4) {
			s := a.it()
			if !a.is(i, "it") {
				s = a.he()
			}
			s.from, s.remote = i, true
			a.main = s
			return s
		}
		k := a.mentionAt(i)
		if k < 0 && !a.beginsName(i) {
			continue
		}
		end := a.nameEnd(i)
		if !a.is(end, "'s") && !a.governed(i) {
			if s := a.best(i, end); s.entry != "" || s.proper {
				s.from = i
				a.main = s
				return s
			}
		}
		i = max(i, end-1)
	}
	return a.main
}

// officeOf is whose office begins the sentence: "Governor Ruiz's office sent this:".
func (a *attributor) officeOf() speaker {
	const farthest = 10 // tokens
	for i := a.from + 1; i+1 < a.to && i < a.from+farthest; i++ {
		if a.is(i, "'s") && a.in(i+1, language.Spokesman, language.Body, language.Document) {
			return a.best(a.from, i)
		}
	}
	return speaker{}
}

// beginsName tells whether a name of at least two capitalized words, or a title and
// one, or a surname that the text gave in full before, begins at token i.
func (a *attributor) beginsName(i int) bool {
	if !a.tokens[i].Shape.Capitalized() || i+1 >= a.to || a.in(i, language.Calendar, language.Article, language.Preposition, language.Pronoun) {
		return false
	}
	if a.in(i, language.Function) && !a.in(i, language.Title) {
		return false
	}
	return a.tokens[i+1].Shape.Capitalized() || a.mentionAt(i+1) >= 0 || a.fullNameOf(a.fold(i)) != ""
}

// nameEnd is the end of the names and titles that begin at token i: "White House
// press secretary Ana Ruiz" goes on over the words of the role.
func (a *attributor) nameEnd(i int) int {
	const role = 4 // words in small letters between an office and its holder
	end := i
	for j := i; j < a.to && j < i+20; j++ {
		switch {
		case a.mentionAt(j) >= 0:
			j = a.lastToken(a.mentionAt(j), j)
			end = j + 1
		case a.tokens[j].Shape.Capitalized() && !a.in(j, language.Calendar):
			end = j + 1
		case a.is(j, "-") && j == end && j+1 < a.to && (a.tokens[j].Flags|a.tokens[j+1].Flags)&token.Spaced == 0 && a.tokens[j+1].Shape.Capitalized():
		case j-end >= role || !a.in(j, language.Title, language.Officer, language.Human) && !a.in(j, language.RoleWord):
			return end
		}
	}
	return end
}

// governed tells whether the phrase at token i stands behind a preposition, with
// nothing but articles and titles between.
func (a *attributor) governed(i int) bool {
	if h := i - 2; h > a.from && a.is(i-1, ",") && a.tokens[h].Shape == token.Lower && a.in(h, language.Human, language.Title, language.Officer) {
		for j := h - 1; j > a.from && j > h-5; j-- { // "the plan of his deputy, Ana Ruiz,"
			if a.in(j, language.Article, language.Possessive) {
				return a.in(j-1, language.Preposition) && j-1 > a.from
			}
		}
	}
	for j := i - 1; j >= a.from && j > i-6; j-- {
		c := a.class(j)
		if c.Has(language.Preposition) {
			return true
		}
		if !c.Has(language.Article, language.Title, language.Honorific, language.Possessive) && !a.tokens[j].Shape.Capitalized() {
			return false
		}
	}
	return false
}
