package suggest

import (
	"slices"
	"strings"

	"glossator/internal/language"
	"glossator/internal/token"
)

// name is one run of capitalized words in one text: the tokens [from, to).
type name struct {
	from, to int
	start    int      // where the titles before it begin
	words    []string // folded, "of" and "and" among them
	text     string   // the name, where it stands in another form: "" where it does not
	kind     Kind     // what its own words say: "" where they do not tell
	weak     bool     // kind hangs on a word that may end a person's name, too
	cited    bool     // it stands in quotation marks, behind the noun that says what it is
	hyphened bool     // it is one word with a hyphen in it
	clues
	role   string // title before it or apposition behind it; "" for none
	at     int    // token at which the role begins
	weight int    // how much the sentence tells of it
}

// find finds the names of the text.
func (t *text) find() {
	for i := 0; i < len(t.Tokens); i++ {
		if !t.begins(i) {
			continue
		}
		end := t.end(i)
		for from := i; from < end; {
			part := t.part(from, end)
			if n := t.made(from, part); n != nil {
				t.names = append(t.names, n)
			}
			from = part
		}
		i = end - 1
	}
}

// part is the end of the first name in the run [from, end): behind "Inc." another begins,
// and before somebody's title may stand a body's: "World Bank President David Malpass".
func (t *text) part(from, end int) int {
	for i := from + 1; i < end; i++ {
		if t.in(i-1, language.Legal) && t.follows(i) && !t.Glued(i) {
			return i // its full stop ended a sentence, too
		}
		if i+1 < end && (i == from+1 && t.tellsTwo(from, end) || t.holds(from, i, end)) {
			return i
		}
	}
	return end
}

// tellsTwo tells whether a person is named right behind the acronym that begins the run
// [from, end): "told the BBC Michael Ward was late".
func (t *text) tellsTwo(from, end int) bool {
	first := &t.Tokens[from]
	if first.Shape != token.Upper || first.Flags&token.Dotted != 0 || t.in(end-1, language.BodyEnd, language.Firm, language.Law) {
		return false
	}
	return t.in(from+1, language.Given) && t.follows(from+2)
}

// holds tells whether token i is a title that begins another name in the run [from, end).
func (t *text) holds(from, i, end int) bool {
	return t.titled(i) && t.serves(from, i) && !t.in(end-1, language.BodyEnd, language.Law, language.Court, language.Program)
}

// serves tells whether the title at token i belongs to a body named right before it, in a
// run that begins at from.
func (t *text) serves(from, i int) bool {
	switch {
	case t.in(i, language.Binding), t.in(i-1, language.Title):
		return false
	case t.in(i-1, language.BodyEnd, language.Court) && !t.in(i-1, language.Unnamed):
		return true
	case i > from+1, t.opens[from], t.titled(from), t.in(from, language.Land, language.Common, language.Unnamed, language.Given):
		return false
	}
	return t.Tokens[from].Shape == token.Upper || t.in(i, language.CompanyTitle)
}

// titled tells whether token i is a title that stands before names, also in the plural:
// "MPs Ana Ruiz and …".
func (t *text) titled(i int) bool {
	one := strings.TrimSuffix(t.Word(i), "s")
	return t.class(i).Or(t.words.of(one)).Has(language.Title, language.Honorific, language.Human, language.Person)
}

// courtesy tells whether token i is Mr. or Dr.
func (t *text) courtesy(i int) bool { return t.in(i, language.Honorific) }

// made is the name of the run [from, to), without the words that only open a sentence
// and without titles; nil where nothing is left that can be a name.
func (t *text) made(from, to int) *name {
	n := &name{start: from, from: from, to: to, at: -1}
	if t.Tokens[to-1].Shape == token.Clitic && !t.Is(from, "st") {
		n.to--
	}
	t.lead(n)
	t.untitle(n)
	t.unopen(n)
	for n.from < n.to && (t.Tokens[n.from].Shape == token.Punct || t.in(n.from, language.Binding)) {
		n.from++
	}
	if n.from >= n.to || t.quoted(n.from, n.to) {
		return nil
	}
	if t.number(n.from-1) && t.joined(n.from) && ordinal(t.Word(n.from-1)) {
		n.from-- // "5th U.S. Circuit Court"
	}
	if t.spell(n); len(n.words) == 0 || t.noName(n.words) || t.compound(n) {
		return nil
	}
	if t.fit(n); t.unfinished(n) || t.ofEvent(n) {
		return nil
	}
	return n
}

// spell reads a name's own words.
func (t *text) spell(n *name) {
	n.words = strings.Fields(t.phrase(n.from, n.to))
	if len(n.words) == 0 {
		return
	}
	n.kind, n.weak = t.words.kindOf(n.words)
	if !strings.Contains(t.raw(n.from, n.to), "&") {
		return
	}
	if n.body += settled; n.kind == "" {
		n.kind = Organization
	}
}

// ofEvent tells whether the name is only whose an event is: "the Cup Winners' Cup".
func (t *text) ofEvent(n *name) bool { return t.Is(n.to, "'") && t.in(n.to+1, language.Event) }

// lead takes off the noun that says what a body is where it opens a sentence: "Insurer
// Helvia rose".
func (t *text) lead(n *name) {
	if n.to-n.from < 2 || !t.opens[n.from] || !t.Lex.Pack.BodyLead[t.Word(n.from)] || t.Tokens[n.from].Shape != token.Capital {
		return
	}
	if t.in(n.to-1, language.BodyEnd) || !t.follows(n.from+1) {
		return
	}
	n.from++
	n.start = n.from
	n.body += settled + 1
}

// noName tells whether the words are no name, or the publisher's own.
func (t *text) noName(words []string) bool {
	return words[0] == "one" || strings.HasSuffix(words[0], "n't") || slices.Contains(t.own, strings.Join(words, " "))
}

// unfinished tells whether the name is only the beginning of one: "Prime Minister", and
// nobody behind it; "First Lady", before somebody who is known; "Article 12 of the …".
func (t *text) unfinished(n *name) bool {
	last := n.to - 1
	switch n.kind {
	case Law:
		return len(n.words) == 2 && t.number(last) && t.Is(n.to, "of")
	case "":
		if t.in(last, language.Title) && !t.in(last, language.Given) && !t.in(n.from, language.Given) {
			return true
		}
		before := t.titled(last) || t.in(n.from-1, language.Binding)
		return before && t.joined(n.to) && t.known[n.to] && !t.Glued(n.to)
	}
	return false
}

// compound tells whether the words are part of a longer word that names nobody:
// "Torvik-era", "Anglo-French".
func (t *text) compound(n *name) bool {
	if len(n.words) == 1 {
		return t.Is(n.to, "-") && t.Glued(n.to) && t.Glued(n.to+1)
	}
	n.hyphened = len(n.words) == 2 && n.to-n.from == 3 && t.Is(n.from+1, "-")
	national := func(w string) bool { return t.words.of(w).Has(language.Land) || t.Lex.Pack.Demonym(w) }
	return n.hyphened && national(n.words[0]) && national(n.words[1])
}

// fit takes to the name what belongs to it in small letters, and leaves off it what is
// another's.
func (t *text) fit(n *name) {
	last := n.words[len(n.words)-1]
	switch {
	case len(n.words) > 1 && n.to-n.from == len(n.words) && (last == "republicans" || last == "democrats"): // "House Republicans"
		n.from, n.words = n.to-1, n.words[len(n.words)-1:]
		n.kind, n.weak = t.words.kindOf(n.words)
	case n.kind == "" && len(n.words) > 2 && t.Lex.Pack.Seats[last]: // "Fianna Fáil TD"
		n.to, n.words = n.to-1, n.words[:len(n.words)-1]
		n.body += 2
	case len(n.words) > 2 && t.Lex.Pack.PostNominal[t.Word(n.to-1)] && t.Tokens[n.to-1].Shape == token.Upper: // "Carl Stone QC"
		n.to, n.words = n.to-1, n.words[:len(n.words)-1]
		n.person += settled
		n.kind, n.weak = t.words.kindOf(n.words)
	case (n.kind == "" || n.kind == Place) && t.joined(n.to) && t.rules(n):
		n.to++
		n.words, n.kind, n.weak = append(n.words, t.Word(n.to-1)), Organization, false
	}
}

// rules tells whether a word for a government stands behind the name of who leads it or
// of its country: "the Torvik administration", "the Vardenian government".
func (t *text) rules(n *name) bool {
	if t.Is(n.to, "administration") {
		return !t.in(n.from, language.Unnamed)
	}
	return t.Is(n.to, "government") && len(n.words) == 1 && t.Lex.Pack.Demonym(n.words[0])
}

// untitle takes titles off the front: "Public Works Minister Halina Dresk" is Halina
// Dresk. A name that ends as a body's or a law's keeps all its words.
func (t *text) untitle(n *name) {
	if t.keepsTitles(n) {
		return
	}
	for i := n.to - 2; i >= n.from; i-- {
		if i > n.from && t.Lex.Pack.HeadFirst && t.in(n.from, language.Given) {
			continue // "Andrés Rey Castro" is no king
		}
		from := t.behindTitle(n, i)
		if from < 0 {
			continue
		}
		if n.from = from; from == n.to {
			return // an office, and nobody behind it
		}
		if t.in(i, language.Lordly) && (n.to-from == 1 || t.Is(from+1, "of")) {
			n.from = i // "Lord Feld" is no Feld
		}
		break
	}
	for t.describes(n) && t.nameless(n) {
		n.from++
	}
}

// behindTitle is where the name begins behind the title at token i, its end where nobody
// is named there; -1 where i is no title that can be taken off.
func (t *text) behindTitle(n *name, i int) int {
	if t.in(i+1, language.Preposition) && t.capital(i+1) {
		return -1 // "Doctors Without Walls"
	}
	title := t.in(i, language.Title)
	given := n.to-i == 2 && !t.in(i, language.Title, language.Honorific, language.Noble) // it may be a first name
	if !t.titled(i) || given && !t.opens[n.start] {
		return -1
	}
	from := i + 1
	if t.Is(from, "of") || t.Is(from, "for") {
		if !title {
			return -1 // "Doctors for Tomorrow"
		}
		if from = t.office(from, n.to); from >= n.to { // "Secretary of State Edda Brink"
			return n.to
		}
	}
	if t.Is(from, ".") && from+1 < n.to {
		from++
	}
	if t.Tokens[from].Shape == token.Punct || t.Tokens[from].Shape == token.Clitic {
		return -1
	}
	return from
}

// describes tells whether the first of three words or more says of which country or kind
// somebody is: "Vardenian pilot Ana Ruiz".
func (t *text) describes(n *name) bool {
	if len(strings.Fields(t.raw(n.from, n.to))) < 3 {
		return false
	}
	return t.in(n.from, language.Human) || t.Lex.Pack.Demonym(t.Word(n.from)) && !t.in(n.from, language.Given)
}

// keepsTitles tells whether words that are titles elsewhere are part of this name: "Office
// of the Vice President", "Nurses Guild".
func (t *text) keepsTitles(n *name) bool {
	for i := n.from + 1; i < n.to-1; i++ {
		if !t.Is(i, "of") && !t.Is(i, "for") {
			continue
		}
		office := t.Is(i, "for") && t.in(i-1, language.Title) && i > n.from+2 && t.Tokens[n.from].Shape == token.Upper // "UN High Commissioner for Refugees"
		if office || t.in(n.from, language.TakesOf) && !t.in(n.from, language.Title) {
			return true
		}
	}
	if m := t.class(n.to - 1); !m.Has(language.BodyEnd, language.Law, language.Court, language.Program, language.Event, language.Spot) || m.Has(language.Given) || t.courtesy(n.from) {
		return false
	}
	if t.in(n.from, language.Title) && t.Tokens[n.from].Flags&token.Dotted != 0 {
		return false // "Sen. Law"
	}
	before := n.to - 3 // "Senator Grace Law"
	return before < n.from || !t.titled(before) || !t.in(before+1, language.Given)
}

// office is where the name behind "Secretary of State" begins: the office has one word,
// or goes on to the words that end an office's name.
func (t *text) office(of, to int) int {
	i := of + 1
	if t.in(i, language.Article) {
		i++
	}
	last := i + 1
	for k := i; k < to; k++ {
		if t.Is(k, "and") {
			last = k + 2
		} else if t.in(k, language.BodyEnd, language.Portfolio) {
			last = max(last, k+1)
		}
	}
	return min(last, to)
}

// unopen drops a first word whose capital only begins the sentence.
func (t *text) unopen(n *name) {
	rest := n.to - n.from - 1
	if n.from != n.start || !t.opens[n.from] || rest == 0 {
		return // one word is weighed by what else is known of it
	}
	kindless := !t.in(n.to-1, language.BodyEnd, language.Law, language.Court, language.Program, language.Firm) && !t.in(n.from, language.Given)
	noun := kindless && (rest == 2 && t.playsAs(n.from) || t.common(n.from, rest))
	if noun || t.in(n.from, language.Function, language.Determiner) {
		n.from++
		n.start = n.from
	}
}

// playsAs tells whether token i is a noun that says what the player behind it does: "Wing
// Jona Loma".
func (t *text) playsAs(i int) bool {
	return t.in(i, language.BodyEnd) && !t.in(i, language.TakesOf, language.Corporate) && !t.in(i+1, language.Preposition)
}

// common tells whether token i, before so many words of a name, is a word that the text or
// the language has in small letters.
func (t *text) common(i, rest int) bool {
	w := t.Word(i)
	switch {
	case t.lower[w]:
		return true
	case rest < 2:
		return false
	}
	return t.lower[w+"s"] || t.in(i+1, language.Given) || t.words != nil && t.Lex.Pack.Inflected(w)
}

// nameless tells whether its words say nothing of what the name is.
func (t *text) nameless(n *name) bool {
	k, _ := t.words.kindOf(strings.Fields(t.phrase(n.from, n.to)))
	return k == ""
}

func ordinal(w string) bool {
	return len(w) > 2 && slices.Contains([]string{"th", "st", "nd", "rd"}, w[len(w)-2:])
}

// quoted tells whether the tokens are all that stands between two quotation marks: a
// title of a work, a nickname.
func (t *text) quoted(from, to int) bool {
	if !t.Is(from-1, "\"") && !t.Is(from-1, "'") {
		return false
	}
	for t.Is(to, ",") || t.Is(to, ".") {
		to++
	}
	return t.Is(to, "\"") || t.Is(to, "'")
}
