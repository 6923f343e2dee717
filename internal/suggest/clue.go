package suggest

import (
	"slices"
	"strings"

	"glossator/internal/language"
	"glossator/internal/token"
)

// clues are what stands around a name, counted: the surer, the more.
type clues struct {
	person, body, place, thing int
	beside                     Kind // law, program or court, where a noun beside it says so
	speaks                     int  // it is the subject or object of a verb of saying
	the                        bool // "the" stands right before it
	titled                     bool // a title or Mr. stands right before it
	team                       bool // it plays others
	acronym                    string
}

// settled is a count of clues that leaves little doubt.
const settled = 3

func (c *clues) add(o clues) {
	c.person += o.person
	c.body += o.body
	c.place += o.place
	c.thing += o.thing
	c.speaks += o.speaks
	c.the = c.the || o.the
	c.titled = c.titled || o.titled
	c.team = c.team || o.team
	if c.beside == "" {
		c.beside = o.beside
	}
}

// look reads what stands around a name.
func (t *text) look(n *name) {
	if n.from > n.start {
		t.ahead(n)
	}
	if len(n.words) > 1 && t.words.of(n.words[0]).Has(language.Lordly) {
		n.person += settled
	}
	t.before(n)
	t.behind(n)
	t.plays(n)
	if t.places[t.phrase(n.from, n.to)] {
		n.place += settled
	}
}

// ahead reads the titles that the run itself has before the name.
func (t *text) ahead(n *name) {
	for i := n.start; i < n.from; i++ {
		if t.titled(i) {
			n.person += settled
			n.titled = true
		}
	}
	if n.titled && !(n.from-n.start == 1 && t.courtesy(n.start)) {
		from := n.start
		for t.courtesy(from) && from < n.from-1 {
			from++
		}
		if t.former(from - 1) {
			from--
		}
		n.setRole(t.raw(from, n.from), from, 2)
	}
}

// former tells whether token i says that a title before a name is one of the past.
func (t *text) former(i int) bool { return t.small(i) && t.in(i, language.Former) }

// role is the tokens [from, to), what somebody is, without what an article before them adds.
func (t *text) role(from, to int) string {
	if t.plain == nil || from == 0 || !t.in(from-1, language.Article) && !t.Lex.Pack.WithArticle[t.Word(from-1)] {
		return t.raw(from, to)
	}
	title := func(w string) bool { return t.words.of(w).Has(language.Title, language.Human, language.Officer) }
	return strings.Join(t.Lex.Pack.Role(t.Word(from-1), strings.Fields(t.raw(from, to)), title), " ")
}

func (n *name) setRole(role string, at, weight int) {
	if weight > n.weight && role != "" {
		n.role, n.at, n.weight = role, at, weight
	}
}

// before reads the words right before the run.
func (t *text) before(n *name) {
	i := n.start - 1
	if i < 0 || t.SentenceOf(i) != t.SentenceOf(n.start) {
		return
	}
	if t.former(i) && i > 0 {
		i--
	}
	switch w := t.Word(i); {
	case w == ",":
		t.inFront(n, i)
	case t.Is(i, "the"):
		t.article(n, i)
	case w == "based":
		n.body += settled // "Lagos-based"
	case t.Tokens[i].Shape == token.Clitic && t.nation(i-1) && n.to-n.from == 1:
		n.body += 2 // "Taiwan's Jadewell"
	case w == "told" && !n.titled:
		n.body++ // a newspaper is told things oftener than a person who is named
	case t.small(i) && t.person(i) && t.joined(n.start):
		n.person += settled
		n.titled = true
		if from, ok := t.titleFrom(i); ok && !t.courtesy(i) {
			n.setRole(t.role(from, n.from), from, 2)
		}
	default:
		t.beforeThing(n, i)
	}
}

// nation tells whether token i is a country's name.
func (t *text) nation(i int) bool { return i >= 0 && t.words.of(t.Word(i)).Has(language.Nation) }

// beforeThing reads token i, right before the name, where it is no noun for a person.
func (t *text) beforeThing(n *name, i int) {
	switch w := t.Word(i); {
	case t.thingNoun(i):
		k := t.words.nounKind(strings.TrimSuffix(w, "s"))
		if t.beside(&n.clues, k); k == Organization && !t.Lex.Pack.Agent(w) {
			n.body++ // "of the brokerage Rinako, who …" is still of a brokerage
		}
	case t.in(i, language.Indefinite) && t.aKind(n):
		n.thing += settled // "it is a Band-Aid"
	case t.in(i, language.Within):
		n.place += 2
	case t.in(i, language.Speaks, language.Saying):
		n.speaks++
	case t.occurs(n):
		n.place += 2 // "at the Rotmeer indoor tournament"
	case w == "at":
		n.body++
	case t.Lex.Pack.Joins[w]:
		n.body += 2
	case w == "to" && t.Is(i-1, "belonging"):
		n.body += 2
	default:
		t.governed(n, i)
	}
}

// occurs tells whether a noun for an event stands behind the name, which says where it is.
func (t *text) occurs(n *name) bool {
	for i := n.to; i < n.to+3 && t.small(i) && t.joined(i); i++ {
		if t.in(i, language.Event) {
			return true
		}
	}
	return false
}

// thingNoun tells whether token i is a noun for what is no person, also in the plural:
// "newspapers".
func (t *text) thingNoun(i int) bool {
	one := strings.TrimSuffix(t.Word(i), "s")
	return t.small(i) && t.class(i).Or(t.words.of(one)).Has(language.BodyEnd, language.Work, language.Law, language.Program, language.Court)
}

// aKind tells whether a name behind "a" is what a thing is called: nothing follows that
// it describes, and nothing says what it is.
func (t *text) aKind(n *name) bool { return !t.small(n.to) && n.kind == "" && n.start == n.from }

// article reads what stands before "the", token i, and the name.
func (t *text) article(n *name, i int) {
	n.the = true
	located := t.in(i-1, language.Within)
	if located || t.Is(i-1, "at") {
		if t.occurs(n) || t.Lex.Pack.Sites[t.Word(n.to)] {
			n.place += 2 // "at the Regensburg works"
			return
		}
	}
	towards := located || t.Is(i-1, "from") || t.Is(i-1, "to") || t.Is(i-1, "at")
	if t.capital(i) && !t.opens[i] && !towards {
		n.body += settled // "The Daily Mail"
	}
	switch {
	case t.Is(i-1, "of") && (t.in(i-2, language.Head) || t.Is(i-2, "member")), t.Is(i-1, "at"), t.Is(i-1, "told"):
		n.body += 2
	case located:
		n.place++
	}
}

// governed reads a preposition, token i, right before the name.
func (t *text) governed(n *name, i int) {
	one := n.to-n.from == 1
	acronym := one && t.Tokens[n.from].Shape == token.Upper
	switch {
	case t.Is(i, "of"):
		t.complementOf(n, true, i-1, one)
	case t.Is(i, "from"):
		t.origin(n, i-1, one, acronym)
	case t.Is(i, "by"):
		if acronym {
			n.body++
		}
	case t.Is(i, "for"), t.Is(i, "with"):
		if acronym {
			n.body++
			return
		}
		t.complementOf(n, false, i-1, one)
	}
}

// origin reads "from" between token j and the name.
func (t *text) origin(n *name, j int, one, acronym bool) {
	switch {
	case !one && t.Lex.Pack.TookOver[t.Word(j)]: // "took over from Ana Ruiz"
	case one && !acronym:
		n.place += settled
	case t.person(j):
		n.place += 2
	case !acronym:
		n.place++
	default:
		n.body++
	}
}

// complementOf reads "of", else "for" or "with", between token j and the name.
func (t *text) complementOf(n *name, of bool, j int, one bool) {
	switch {
	case t.in(j, language.Minister):
		n.thing += settled // an office, and not the body
	case one && (t.Is(j, "president") || t.Is(j, "leader")): // of a country, as well
	case t.in(j, language.Head):
		n.body += settled
	case of && !one && t.capital(j) && t.in(j-1, language.Given):
		n.body += 2 // "said Ana Ruiz of Smith Barnard"
	case t.person(j) && (!of || t.in(j, language.Post)), t.former(j), t.Is(j, "shares"):
		n.body += 2
	case of && t.in(j, language.Spot, language.Event):
		n.place += 2
	}
}

// person tells whether token i is a noun for a person.
func (t *text) person(i int) bool {
	if i < 0 || i >= len(t.Tokens) || t.Tokens[i].Shape == token.Punct {
		return false
	}
	one := strings.TrimSuffix(t.Word(i), "s")
	m := t.class(i).Or(t.words.of(one))
	return m.Has(language.Human, language.Title) || m.Has(language.Person, language.Kin) && !m.Has(language.Work, language.BodyEnd)
}

// beside counts a noun that stands beside the name and says what it is.
func (t *text) beside(c *clues, k Kind) {
	switch k {
	case Person:
		c.person += settled
	case Organization:
		c.body += settled
	case Place:
		c.place += settled
	case Law, Program, Court:
		c.beside = k
		c.body++
	case "work":
		c.thing += settled
	}
}

// titleFrom is where the noun phrase begins that ends with the noun at token i, right
// before a name: "Dam Board press secretary".
func (t *text) titleFrom(i int) (from int, ok bool) {
	const longest = 7
	from = i
	for k := i - 1; k >= 0 && i-k < longest && t.SentenceOf(k) == t.SentenceOf(i); k-- {
		if t.noTitle(k) {
			break
		}
		if t.in(k, language.Article) {
			return from, true
		}
		from = k
	}
	return from, t.person(i)
}

// noTitle tells whether token k stands in no title before a name.
func (t *text) noTitle(k int) bool {
	switch t.Tokens[k].Shape {
	case token.Number, token.Clitic:
		return true
	case token.Punct:
		return !t.Is(k, "-") || t.Tokens[k].Flags&token.Spaced != 0
	}
	if t.plain != nil && !t.Is(k+1, "-") && !t.titled(k) {
		if t.plain[k] && !t.Lex.Pack.Before(t.Word(k)) || !t.plain[k] && t.small(k) && !t.Lex.Pack.AdjectiveForm(t.Word(k)) {
			return true // "wählten die Organe Präsident Otto Feld", "zeigt Präsident Otto Feld"
		}
	}
	return t.in(k, language.Preposition, language.Relative, language.Copula, language.Verbal, language.Pronoun, language.Possessive, language.Calendar, language.Saying, language.Speaks) ||
		t.in(k, language.Function) && !t.in(k, language.Former, language.Article)
}

// behind reads what follows the name.
func (t *text) behind(n *name) {
	i := n.to
	if i >= len(t.Tokens) || t.SentenceOf(i) != t.SentenceOf(n.from) {
		return
	}
	switch w := t.Word(i); {
	case t.Tokens[i].Shape == token.Clitic || w == "'":
		t.owned(n, i+1)
	case w == "(":
		t.bracket(n, i+1)
	case w == ",":
		t.afterComma(n, i+1)
	case t.Is(i, "who"):
		n.person++
	default:
		t.behindWord(n, i)
	}
	if n.acronym == "" {
		t.pronouns(n)
	}
}

// behindWord reads the noun or verb right behind the name, token i.
func (t *text) behindWord(n *name, i int) {
	switch {
	case t.small(i) && t.nounBehind(n, i):
	case t.follows(i) && t.titled(i) && !t.Glued(i):
		n.body += 2 // "ESA Director"
	case t.verb(i):
		n.speaks++
		t.saysOfItself(n, i)
	case t.in(i, language.Copula) && !t.Is(i, "be"):
		t.said(n, i+1)
	}
}

// nounBehind reads a word in small letters right behind the name, token i, that is no verb
// of saying; false where it says nothing.
func (t *text) nounBehind(n *name, i int) bool {
	switch {
	case t.in(i, language.Post, language.Officer):
		t.staff(n, i)
	case t.in(i, language.Program, language.Law, language.Work) && !t.in(i, language.BodyEnd):
		t.beside(&n.clues, t.words.nounKind(t.Word(i)))
	case t.Tokens[n.from].Shape == token.Upper && t.officerAt(i+1):
		n.body++ // "the OAU special envoy"
	case t.Lex.Pack.Trades[t.Word(i)]:
		t.trades(n, i)
	case t.bodyBehind(n, i):
		n.body += 2 * settled // "the official TASK news agency"
	case t.in(i, language.BodyOf):
		n.person++
	default:
		return false
	}
	return true
}

// officerAt tells whether token i is a noun for who serves a body.
func (t *text) officerAt(i int) bool {
	return t.small(i) && t.in(i, language.Post, language.Officer, language.Human)
}

// trades reads what companies and their shares do, from the verb at token i: "rose 3/8".
func (t *text) trades(n *name, i int) {
	for k := i + 1; k < i+4 && t.joined(k); k++ {
		if t.number(k) {
			n.body = max(n.body, settled)
			return
		}
	}
}

// bodyBehind tells whether a noun behind the name, from token i, says that it is a body's.
func (t *text) bodyBehind(n *name, i int) bool {
	behind := t.Lex.Pack.BodyBehind
	if behind[t.Word(i)] && !t.follows(i+1) {
		words := t.phrase(n.from, n.to)
		return !t.places[words] && !t.words.of(words).Has(language.Land) && !t.Lex.Pack.Demonym(n.words[0])
	}
	return t.in(i, language.BodyEnd) && t.small(i+1) && behind[t.Word(i+1)] // "news agency"
}

// said reads what a name of two words or more is said to be, from token i: "is a union".
func (t *text) said(n *name, i int) {
	if n.to-n.from == 1 || !t.in(i, language.Article) || t.in(n.start-1, language.Preposition) {
		return
	}
	if k, noun := t.headOf(i, min(i+7, len(t.Tokens))); noun >= 0 {
		t.beside(&n.clues, k)
	}
}

// bracket reads "(WHO)", "(D-Cutler)", "(R-Okla.)", "(71)".
func (t *text) bracket(n *name, i int) {
	switch {
	case i+1 >= len(t.Tokens):
	case t.Tokens[i].End-t.Tokens[i].Start == 1 && t.Is(i+1, "-"):
		n.person += settled
	case t.Lex.Pack.HeadFirst && n.kind == Organization && t.capital(i) && t.Is(i+1, ")") && !t.nation(i): // "Comisión Nacional del Agua (Conagua)"
		n.acronym = t.raw(i, i+1)
	case t.country(i) && (n.to-n.from > 1 || t.in(n.from, language.Given)):
		n.person += 2 * settled // "Lena Korb (Vardenia)"
	case t.number(i) && t.Is(i+1, ")") && age(t.Word(i)):
		n.person += 2
	case n.to-n.from > 1 && t.initials(i) && (t.Is(i+1, ")") || t.Is(i+1, ",")):
		n.acronym = t.raw(i, i+1)
		n.body += 2
	case (t.Is(i, "or") || t.Is(i, "the")) && t.Tokens[i+1].Shape == token.Upper:
		n.acronym = t.raw(i+1, i+2)
	}
}

// country tells whether what stands in brackets from token i on is where somebody is
// from: one or two capitalized words, or the code of a country.
func (t *text) country(i int) bool {
	to := i
	for to < i+3 && t.capital(to) {
		to++
	}
	if to == i || !t.Is(to, ")") {
		return false
	}
	if t.words.of(t.phrase(i, to)).Has(language.Land, language.Nation) {
		return true
	}
	return t.Tokens[i].Shape == token.Capital && !t.in(i, language.BodyEnd, language.Title)
}

// initials tells whether token i is written as acronyms are: "WHO", "UNHCr".
func (t *text) initials(i int) bool {
	return t.Tokens[i].Shape == token.Upper || t.Tokens[i].Shape == token.Mixed
}

// owned reads what the name has: an organization a chief executive, a person a daughter.
func (t *text) owned(n *name, i int) {
	if n.to-n.from == 1 && t.Tokens[n.from].Shape == token.Upper {
		n.body++
	}
	for k := i; k < i+4 && k < len(t.Tokens) && t.Tokens[k].Shape.Wordlike() && !t.in(k, language.Preposition, language.Verbal); k++ {
		switch m := t.class(k); {
		case m.Has(language.Kin):
			n.person++
			return
		case m.Has(language.Post) && t.small(k):
			n.body++
			return
		}
	}
}

// staff reads "Pan-Baltic chief executive Radomir Zelenka", "an FCC spokesperson".
func (t *text) staff(n *name, i int) {
	for k := i; k < i+4 && t.joined(k+1); k++ {
		if t.capital(k + 1) {
			n.body += settled
			return
		}
		if !t.small(k + 1) {
			break
		}
	}
	if t.in(i, language.Officer) || t.person(i) {
		n.body += 2
		return
	}
	n.body++
}

// verb tells whether a verb of saying begins at token i, behind "has" and adverbs.
func (t *text) verb(i int) bool {
	for k := i; k < i+4 && k < len(t.Tokens); k++ {
		c := t.class(k)
		if t.in(k, language.Speaks) || c.Has(language.Saying) {
			return t.small(k)
		}
		if !c.Has(language.Verbal, language.Copula, language.Function) && !strings.HasSuffix(t.Word(k), "ly") {
			return false
		}
	}
	return false
}

// saysOfItself reads "said it would" and "said he would", which tell a body from a person.
func (t *text) saysOfItself(n *name, i int) {
	for k := i + 1; k < i+5 && k < len(t.Tokens); k++ {
		switch w := t.Word(k); {
		case t.Tokens[k].Shape == token.Punct:
			return
		case w == "it" || w == "its":
			n.body += 2
			return
		case t.in(k, language.Personal):
			n.person += 2
			return
		}
	}
}

// pronouns looks a sentence ahead for "he" and "its", which tell a person from a body.
func (t *text) pronouns(n *name) {
	if n.to-n.from > 1 {
		return
	}
	const far = 25
	for i := n.to; i < len(t.Tokens) && i < n.to+far && t.SentenceOf(i) <= t.SentenceOf(n.from)+1; i++ {
		switch {
		case t.in(i, language.Personal):
			n.person++
			return
		case t.Is(i, "its"):
			n.body++
			return
		}
		if t.capital(i) {
			return
		}
	}
}

// quotedBy are the names to which annotate gives quotations, folded.
func (t *text) quotedBy() (all []string) {
	for _, q := range t.ann.Quotes {
		if q.Name != "" {
			all = append(all, folded(q.Name))
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}
