package suggest

import (
	"strings"

	"glossator/internal/language"
	"glossator/internal/token"
)

// begins tells whether a name may begin with token i.
func (t *text) begins(i int) bool {
	c, tok := t.class(i), t.Tokens[i]
	switch {
	case !t.capital(i):
		return false
	case tok.End-tok.Start == 1 && t.Is(i+1, "-"):
		return false // "D-Sarn", "F-16"
	case tok.Shape == token.Upper:
		return true // "U.S." is no pronoun
	case c.Has(language.Calendar):
		return t.firstName(i) || t.short(i)
	case c.Has(language.Article, language.Pronoun, language.Possessive):
		return false
	case !c.Has(language.Function) || c.Has(language.Former):
		return true
	case t.Is(i+1, "-") && t.Glued(i+1) && t.Glued(i+2) && t.capital(i+2):
		return true // "Anti-Noise Act"
	}
	return !t.opens[i] && !c.Has(language.Preposition) && t.follows(i+1)
}

// follows tells whether token i is a capitalized word behind another, in one sentence.
func (t *text) follows(i int) bool { return t.capital(i) && t.joined(i) }

// short tells whether token i is no abbreviated day or month, but a word that looks like
// one: "Jan Kern", "Mar Viva".
func (t *text) short(i int) bool {
	if len(t.Word(i)) != 3 || t.Is(i, "may") || t.Tokens[i].Flags&token.Dotted != 0 {
		return false
	}
	return t.follows(i+1) && !t.in(i+1, language.Calendar)
}

// firstName tells whether the month at token i is somebody's given name: "June Ryder".
func (t *text) firstName(i int) bool {
	if !t.in(i, language.GivenMonth) || t.in(i-1, language.MonthLead) {
		return false
	}
	dated := t.in(i-1, language.Preposition, language.Article, language.Calendar) || t.number(i-1)
	return !dated && !t.opens[i] && t.follows(i+1) && !t.in(i+1, language.Calendar, language.Function, language.Title)
}

// end is the end of the run that begins at token i.
func (t *text) end(i int) int {
	for from := i; ; {
		next := t.next(from, i)
		if next < 0 {
			return i + 1
		}
		i = next
	}
}

// next is the last token of what the run [from, i] goes on with: another capitalized
// word, or one behind "of", a hyphen, a particle; -1 where it ends.
func (t *text) next(from, i int) int {
	k := i + 1
	if !t.joined(k) {
		return -1
	}
	if t.capital(k) && !t.Glued(k) {
		if t.in(k, language.Calendar) && !t.in(i, language.Given, language.Title, language.Honorific) {
			return -1
		}
		return k
	}
	if to := t.smallPart(from, i); to > 0 {
		return to
	}
	switch w := t.Word(k); {
	case t.number(k) && t.numbered(from, i), w == "plc" && !t.Glued(k):
		return k
	case t.links(k), w == "," && t.listed(from, i, k):
		return k + 1
	case t.Tokens[k].Shape == token.Clitic || w == "'" && t.Glued(k):
		return t.possessed(from, i, k)
	case t.in(k, language.Binding) && !t.Is(k, "and"):
		to := t.complement(from, i, k)
		if to < 0 && t.words.particle(w) && t.in(from, language.Given) {
			return t.particles(k) // "Ana de la Torre"
		}
		return to
	case t.Is(k, "and"):
		return t.and(from, i, k)
	case t.words.particle(w):
		return t.particles(k)
	case w == "(":
		return t.amendment(k)
	}
	return -1
}

// smallPart is the last of the words in small letters with which a body's or a law's name goes
// on behind token i, where names have a capital at their head alone: "Agence nationale de
// l’eau", "Garde côtière"; 0 where it does not.
func (t *text) smallPart(from, i int) int {
	if !t.Lex.Pack.SmallNames || !t.in(from, language.BodyEnd, language.Law, language.Program, language.Court) {
		return 0
	}
	k := i + 1
	if t.small(k) && (t.in(k, language.Generic) || t.Lex.Pack.Adjective(t.Word(k))) && !t.in(k, language.Function, language.Human) {
		return k
	}
	if i > from+1 || !t.in(k, language.Binding) && !t.Is(k, "on") {
		return 0
	}
	for k++; t.in(k, language.Article) || t.Is(k, "the") || t.Is(k, "'"); k++ {
	}
	if t.small(k) && t.SentenceOf(k) == t.SentenceOf(i) && !t.in(k, language.Function, language.Preposition, language.Human) {
		return k
	}
	return 0
}

// amendment is the last of the words in parentheses inside a law's name: "Fishers
// (Amendment) Bill". k is the opening one.
func (t *text) amendment(k int) int {
	if !t.capital(k+1) || !t.Is(k+2, ")") || !t.follows(k+3) || !t.lawAhead(k+3) {
		return -1
	}
	return k + 3
}

// lawAhead tells whether the capitals from token i on end as a law's name does.
func (t *text) lawAhead(i int) bool {
	for k := i; k < min(i+6, len(t.Tokens)) && (t.capital(k) || k > i && t.Is(k, "and")); k++ {
		if t.in(k, language.Law) && !t.follows(k+1) {
			return true
		}
	}
	return false
}

// links tells whether the mark at token k stands inside a name: "Pan-Baltic", "Feld & Son",
// "Feld, Inc."
func (t *text) links(k int) bool {
	switch {
	case t.Is(k, "-"):
		return t.Glued(k) && t.Glued(k+1) && (t.capital(k+1) || t.number(k+1))
	case t.Is(k, "&"):
		return t.capital(k + 1)
	}
	return t.Is(k, ",") && t.capital(k+1) && t.in(k+1, language.Suffix, language.Legal)
}

// particles is the capitalized word behind the particles that begin at token k, three at
// most; -1 where there is none.
func (t *text) particles(k int) int {
	for n := 0; n < 2 && t.words.particle(t.Word(k+1)); n++ {
		k++
	}
	if t.Is(k+1, "-") && t.Glued(k+1) && t.Glued(k+2) && t.capital(k+2) {
		return k + 2 // "el-Kaz"
	}
	if t.capital(k+1) && !t.opens[k+1] {
		return k + 1
	}
	return -1
}

// particle tells whether a word in small letters may stand inside a person's name.
func (t *table) particle(w string) bool { return t.of(w).Has(language.NamePart) }

// numbered tells whether a number belongs to the run before it: "Title 5", "H.R. 21".
func (t *text) numbered(from, i int) bool {
	if t.Tokens[i].Flags&token.Dotted != 0 && i == from && strings.Contains(" hr sb hb sr ab ", " "+t.Word(i)+" ") {
		return true
	}
	if t.in(i, language.Law) && i > from && t.year(i+1) {
		return true // "Quays Act 2001"
	}
	return t.in(i, language.NumberedLaw) || i > from && t.station(i)
}

// station tells whether token i is a station that the number behind it names: "Harbor
// Radio 4".
func (t *text) station(i int) bool {
	return t.Lex.Pack.Stations[t.Word(i)] && len(t.Word(i+1)) < 3 && !t.Glued(i+1)
}

// year tells whether token i is a number as years are.
func (t *text) year(i int) bool {
	w := t.Word(i)
	return t.number(i) && len(w) == 4 && strings.ContainsRune("12", rune(w[0])) && !strings.ContainsAny(w, ".,")
}

// listed tells whether the run goes on over the comma at k: "Committee on Housing, Local
// Government and Heritage".
func (t *text) listed(from, i, k int) bool {
	const longest = 6 // tokens
	if !t.capital(k + 1) {
		return false
	}
	if !t.open(from, i) {
		alone := i == from && t.Is(from-1, "the")
		return i-from < 3 && (t.lawList(k+1) || alone && t.bodyList(from, k+1))
	}
	for j := k + 1; j < k+longest && j+1 < len(t.Tokens); j++ {
		switch {
		case t.titled(j), t.in(j, language.Given, language.Land):
			return false
		case t.Is(j, "and") && j > k+1:
			return t.capital(j+1) && !t.titled(j+1) && !t.in(j+1, language.Given)
		case !t.capital(j) && !t.Is(j, ","):
			return false
		}
	}
	return false
}

// lawList tells whether the capitals from token i on are the end of a law's name with
// commas: "Anti-Noise, Boats and Quays Act".
func (t *text) lawList(i int) bool {
	and := false
	for k := i; k < i+8 && k < len(t.Tokens); k++ {
		switch {
		case t.Is(k, "and"):
			and = true
		case !t.capital(k) && !t.Is(k, ","):
			return false
		case and && t.in(k, language.Law):
			return !t.follows(k + 1)
		}
	}
	return false
}

// bodyList tells whether the capitals from token i on are the end of a body's name with
// commas: "the Coffee, Sugar and Cocoa Exchange".
func (t *text) bodyList(from, i int) bool {
	if t.in(from, language.BodyEnd, language.Court, language.Unnamed) || t.words.of(t.Word(from)).Has(language.Land) {
		return false
	}
	and := -1
	for k := i; k < i+8 && k < len(t.Tokens); k++ {
		switch {
		case t.Is(k, "and"):
			and = k
		case !t.capital(k) && !t.Is(k, ","), t.in(k, language.Land, language.Given, language.Title):
			return false
		case and > 0 && k > and+1 && t.in(k, language.BodyEnd):
			return !t.follows(k + 1)
		case t.in(k, language.BodyEnd):
			return false
		}
	}
	return false
}

// possessed goes on over "'s" inside a name: "Fishermen's Guilds", "St. Brendan's
// Hospital". k is the clitic or apostrophe.
func (t *text) possessed(from, i, k int) int {
	saint := t.Is(from, "st") || t.Is(i, "st")
	if !t.follows(k + 1) {
		if saint && i > from && t.Tokens[k].Shape == token.Clitic {
			return k
		}
		return -1
	}
	plural := t.Tokens[k].Shape == token.Punct && (t.lower[t.Word(i)] || holders(t.Word(i)))
	if !t.in(i, language.Belonging) && !saint && !plural {
		return -1
	}
	for j := k + 1; j < k+6 && t.follows(j); j++ {
		if t.in(j, language.BodyEnd, language.Law, language.Program, language.Court) {
			return k + 1
		}
	}
	return -1
}

// holders tells whether a word is a plural of people: supporters, pensioners, artists.
func holders(w string) bool {
	for _, end := range [...]string{"ers", "ors", "ists", "ents", "ants", "ees"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// complement goes on over "of" and its like where the word before takes them: "Bank of
// …", "Committee on …", "Doctors for …". k is that word.
func (t *text) complement(from, i, k int) int {
	to := k + 1
	if t.in(to, language.Article) && (!t.Is(to, "a") || t.Is(k, "for")) {
		to++
	}
	if t.Is(k, "of") && to == k+1 && t.number(to) && t.in(i, language.Law) {
		return to // "Clean Coasts Act of 2011"
	}
	dated := t.in(to, language.Calendar) && !t.Is(to, "tomorrow")
	if !t.capital(to) || t.in(to, language.Article) || dated || !t.takes(from, i, k, to) {
		return -1
	}
	return to
}

// takes tells whether the run [from, i] takes the preposition at k and the capitalized
// word at to.
func (t *text) takes(from, i, k, to int) bool {
	m := t.class(i)
	if t.Lex.Pack.HeadFirst {
		m = t.class(from)
	}
	switch {
	case t.Is(k, "on"):
		return t.takesOn(from, i)
	case m.Has(language.TakesOf):
		return true
	case t.Is(k, "against"):
	case t.in(i, language.Title) && t.follows(to+1), t.courtly(from, i):
		return true // "Secretary of State Edda Brink"
	case t.Is(k, "of"):
		return t.takesOf(from, i, to)
	case t.Is(k, "for") && t.in(i, language.Title) && t.behindAcronym(from, i):
		return true // "UN High Commissioner for Refugees"
	}
	return i-from < 3 && t.people(i) && (i == from || m.Has(language.BodyEnd))
}

// takesOn tells whether the run [from, i] takes "on": "Committee on Housing".
func (t *text) takesOn(from, i int) bool {
	m := t.class(i)
	if m.Has(language.Spot, language.Building) || i == from && t.opens[i] {
		return false
	}
	return m.Has(language.TakesOf, language.Law, language.Court, language.Event)
}

// takesOf tells whether the run [from, i], whose last word takes no "of" by itself, takes
// one before the capitalized word at to.
func (t *text) takesOf(from, i, to int) bool {
	switch {
	case t.in(i, language.Event, language.Members):
		return true
	case t.in(from, language.Law) && t.about(from, i): // "Convention on the Rights of the Child"
		return true
	case t.in(from, language.Lordly) && i == from+1:
		return true
	}
	return t.lawOf(from, i, to)
}

// behindAcronym tells whether the run [from, i] begins with an acronym, and goes on.
func (t *text) behindAcronym(from, i int) bool {
	return i > from+1 && t.Tokens[from].Shape == token.Upper
}

// about tells whether "on" stands in the run [from, i].
func (t *text) about(from, i int) bool {
	for k := from + 1; k < i; k++ {
		if t.Is(k, "on") {
			return true
		}
	}
	return false
}

// lawOf tells whether "of" stands inside a law's name: "Prevention of Noise Bill".
func (t *text) lawOf(from, i, to int) bool {
	return i-from < 2 && !t.titled(i) && !t.in(from, language.NumberedLaw) && t.lawAhead(to)
}

// people tells whether a plural at token i may name those who have joined: "Doctors for
// Tomorrow".
func (t *text) people(i int) bool {
	return strings.HasSuffix(t.Word(i), "s") && !t.opens[i] && t.Tokens[i].Shape == token.Capital &&
		!t.in(i, language.Saying, language.Calendar, language.Given)
}

// courtly tells whether a court is in the run [from, i]: "Court of Appeals for the …".
func (t *text) courtly(from, i int) bool {
	for j := from; j <= i; j++ {
		if t.in(j, language.Court) {
			return true
		}
	}
	return false
}

// and goes on over the "and" at k where the words behind it end as the name of a body or
// law does, and those before are no name by themselves: "Food and Drug Administration".
func (t *text) and(from, i, k int) int {
	if !t.capital(k + 1) {
		return -1
	}
	to := k + 1
	for t.follows(to+1) && !t.Glued(to+1) && to < k+5 && !t.in(to+1, language.Title) {
		to++
	}
	if t.in(k+1, language.Firm) && t.Lex.Pack.FirmForms[t.Word(k+1)] != "" {
		return k + 1 // "Russ Berry and Co"
	}
	clitic := to+1 < len(t.Tokens) && t.Tokens[to+1].Shape == token.Clitic
	house := t.in(to, language.Belonging) && t.in(to+2, language.Building) && t.capital(to+2)
	if clitic && house && i == from {
		return k + 1 // "Brigham and Women's Hospital"
	}
	if clitic && to == k+1 || !t.andJoins(from, i, k, to) {
		return -1
	}
	return k + 1
}

// andJoins tells whether the "and" at k stands inside one name, whose last token is to,
// or between two.
func (t *text) andJoins(from, i, k, to int) bool {
	head := t.class(to)
	switch {
	case i > from+1 && t.Is(from+1, ",") && t.bodyList(from, from+2):
		return true // "Coffee, Sugar and Cocoa Exchange"
	case t.lawAhead(k+1) && t.hasOf(from, i): // "Control of Ports and Harbours Act"
		return true
	case t.open(from, i): // "Department of Health and …"
		return !t.another(k, to) && !t.somebody(k, to) && !(to == k+1 && t.Tokens[to].Shape == token.Upper)
	case !head.Has(language.BodyEnd, language.Law, language.Court, language.Program), t.complete(i), to == k+1 && !t.in(to, language.Agency):
		return false
	case head.Has(language.WithThe): // of two names, the second would have "the": "Telford and Wrekin Council" is one
		return !t.titled(from) && !t.in(from, language.Given)
	}
	short := i == from || i == from+1 && t.Tokens[from].Shape == token.Upper
	return short && !t.words.of(t.phrase(from, i+1)).Has(language.Land) && !t.solo(from, i)
}

// hasOf tells whether "of" stands in the run [from, i], right behind its first word.
func (t *text) hasOf(from, i int) bool {
	return from+1 < i && t.Is(from+1, "of") && !t.in(from, language.TakesOf, language.NumberedLaw)
}

// another tells whether the words from the "and" at k to token to are a body of their own:
// "… of Kelmouth and Boston University", "… of Museums and Campaign for Museums".
func (t *text) another(k, to int) bool {
	head := t.class(to)
	if t.in(to+1, language.Binding) && !t.Is(to+1, "and") && head.Has(language.TakesOf, language.BodyEnd) {
		return true
	}
	return to > k+1 && head.Has(language.TakesOf) && head.Has(language.BodyEnd, language.Court) && !strings.HasSuffix(t.Word(to), "s")
}

// somebody tells whether a person is named behind the "and" at k, to token to.
func (t *text) somebody(k, to int) bool {
	return t.in(k+1, language.Title, language.Honorific) || t.in(k+1, language.Given) && to > k+1
}

// complete tells whether a name has ended with token i: a body's, a person's, an acronym.
func (t *text) complete(i int) bool {
	switch {
	case t.Tokens[i].Shape == token.Upper:
		return true
	case t.in(i, language.BodyEnd, language.Law, language.Court, language.Given, language.Firm):
		if !t.in(i, language.Unnamed) {
			return true
		}
	}
	return t.in(i, language.Title, language.Human) && !strings.HasSuffix(t.Word(i), "s")
}

// open tells whether the run [from, i] is in the complement of a department, institute
// or ministry.
func (t *text) open(from, i int) bool {
	const longest = 6 // tokens
	for j := i - 1; j > from; j-- {
		if !t.in(j, language.Binding) || t.Is(j, "and") {
			continue
		}
		if t.in(j-1, language.OfPlace) {
			return false
		}
		return i-j <= longest && !t.words.of(t.phrase(j+1, i+1)).Has(language.Land)
	}
	return false
}

// solo tells whether the words [from, i] stand elsewhere in the text alone, as a name.
func (t *text) solo(from, i int) bool {
	n := i + 1 - from
	for at := 0; at+n < len(t.Tokens); at++ {
		inLonger := t.follows(at) && t.capital(at-1) || t.Is(at+n, "and") || t.follows(at+n)
		if at != from && !inLonger && t.capital(at) && t.again(from, at, n) {
			return true
		}
	}
	return false
}

// again tells whether the n words from two tokens on are the same.
func (t *text) again(i, k, n int) bool {
	for n > 0 && t.Tokens[i].Hash == t.Tokens[k].Hash {
		i, k, n = i+1, k+1, n-1
	}
	return n == 0
}
