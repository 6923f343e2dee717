package figure

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"glossator/internal/language"
	"glossator/internal/token"
)

// counted is what a number counts, as far as it is known: the noun phrase [first, last)
// that begins behind token at.
type counted struct {
	number
	at          int
	first, last int
	unit, what  string
}

// countings are the rules by which it is known what a number counts, in the order in which
// they are asked: the first that settles it ends. Each has an example, whose last number
// it settles.
func countings() [11]counting {
	return [...]counting{
		{"A 69-year-old sailed.", (*Finder).hyphenated},
		{"They voted 5-4 on it.", (*Finder).afterHyphen},
		{"They saw Ana Ruiz, 34, there.", (*Finder).ageOf},
		{"It won 14 of the 22 seats.", (*Finder).ofOthers},
		{"It lasts 17 months.", (*Finder).measure},
		{"By a vote of 5 to 4 it won.", (*Finder).votes},
		{"They gave $5 million in aid.", (*Finder).share},
		{"The storm left 17 injured.", (*Finder).sufferers},
		{"It hired 40 part-time and 60 sailors.", (*Finder).shared},
		{"The number of boats rose to 206.", (*Finder).bare},
		{"It held 206 boats.", (*Finder).noun},
	}
}

// counting is a rule and its example.
type counting struct {
	example string
	rule    func(*Finder, *counted) bool
}

// counts reads what the number counts: the noun phrase behind it, else, for a bare
// "from 206 to 24,819", what the sentence says it numbers.
func (f *Finder) counts(n number) (unit, what string) {
	if f.Lex.Pack.Counted {
		return "", "" // its counter has told
	}
	c := &f.asked // where a rule asks again, for another number, what it finds is the answer
	*c = counted{number: n, at: n.to}
	for _, x := range countings() {
		if x.rule(f, c) {
			break
		}
	}
	return c.unit, c.what
}

// hyphenated reads "90-day", "69-year-old", "five-strong".
func (f *Finder) hyphenated(c *counted) bool {
	i := c.at + 1
	if !f.hyphenAt(c.at) || !f.glued(i) || !f.Tokens[i].Shape.Wordlike() {
		return false
	}
	c.unit = f.Term(i).Unit
	switch {
	case f.glued(i+1) && f.Is(i+1, "-") && f.Is(i+2, "old"):
		c.what = "age"
	case c.unit != "":
	case f.In(i, language.Strong):
		c.unit = "people"
	default:
		c.unit = f.kept(i)
	}
	return true
}

// afterHyphen reads the first number of "5-4" and "10-20 days".
func (f *Finder) afterHyphen(c *counted) bool {
	switch {
	case !f.hyphenAt(c.at):
		return !f.nouns // nothing more is read
	case f.voted(c.from), f.In(c.from-2, language.Vote):
		c.unit = "votes"
	default:
		c.unit, c.what = f.afterRange(c.number)
	}
	return true
}

// hyphenAt tells whether token i is a hyphen right behind a number.
func (f *Finder) hyphenAt(i int) bool { return f.glued(i) && f.Is(i, "-") }

// voted tells whether "voted" stands before token i.
func (f *Finder) voted(i int) bool { return f.In(i-1, language.Voted) }

func (f *Finder) ageOf(c *counted) bool {
	if !f.age(c.number) {
		return false
	}
	c.unit, c.what = "years", "age"
	return true
}

// ofOthers reads "14 of the 22 boats", and goes on behind "29 percent of the encounters".
func (f *Finder) ofOthers(c *counted) bool {
	if !f.Is(c.at, "of") {
		return false
	}
	for c.at++; f.In(c.at, language.OfWhich); c.at++ {
	}
	if c.at >= len(f.Tokens) || f.Tokens[c.at].Shape != token.Number && f.numberWord(c.at).Kind == language.NoNumber {
		return false
	}
	m, ok := f.number(c.at)
	if ok {
		c.unit, c.what = f.counts(m)
	}
	return ok
}

// measure reads a unit: "17 months". "200 years of trade" goes on.
func (f *Finder) measure(c *counted) bool {
	u := f.Term(c.at).Unit
	if u == "" || c.at != c.to || c.number.unit != "" || f.starts(c.at) {
		return false
	}
	c.unit = u
	if c.at++; f.Is(c.at, "of") {
		c.at++
		return false
	}
	return true
}

// votes reads "voted 5 to 4", "a vote of 5 to 4".
func (f *Finder) votes(c *counted) bool {
	ofVote := f.Is(c.from-1, "of") && f.In(c.from-2, language.Vote)
	if ofVote || f.voted(c.from) || f.endsVote(c.from) {
		c.unit = "votes"
		return true
	}
	return false
}

// endsVote tells whether the number at token i ends a range of which the first were votes.
func (f *Finder) endsVote(i int) bool {
	last := len(f.out) - 1
	if last < 0 || f.out[last].Unit != "votes" || !f.AnyOf(i-1, "to", "-") {
		return false
	}
	return f.SentenceOf(f.At(f.out[last].Span.Start)) == f.SentenceOf(i)
}

// share finds the noun phrase, of a share behind "of" or "in" alone: "29 percent fell"
// counts nothing, "$5 million in aid" does.
func (f *Finder) share(c *counted) bool {
	c.first, c.last = f.phrase(c.at)
	if f.Is(c.last, "'s") && c.last+1 < len(f.Tokens) { // "a third of the town's water"
		c.first, c.last = f.phrase(c.last + 1)
	}
	if c.number.unit == "" || c.at != c.to {
		return false
	}
	if !f.Is(c.at, "in") {
		return true
	}
	c.first, c.last = f.phrase(c.at + 1)
	f.trim(c)
	if c.first < c.last {
		f.noun(c)
		c.unit = ""
	}
	return true
}

// sufferers reads "17 injured", "17 were hurt".
func (f *Finder) sufferers(c *counted) bool {
	if c.unit != "" || c.number.unit != "" {
		return false
	}
	alone := c.last == c.first+1 && f.In(c.first, language.Sufferer)
	at := f.suffered(c.at)
	if !alone && (c.last > c.first || at < 0) {
		return false
	}
	if at > c.first {
		if c.unit, c.what = f.again(c.number); c.what != "" {
			return true // "of the 206 boats, 12 were released"
		}
	}
	c.unit, c.what = "people", f.Raw(max(at, c.first))
	return true
}

// shared reads the first of "40 part-time and 60 full-time pilots".
func (f *Finder) shared(c *counted) bool {
	if c.unit != "" || c.number.unit != "" || !f.joins(c.last) || !f.compound(c.first, c.last) {
		return false
	}
	c.unit, c.what = f.afterRange(number{from: c.from, to: c.last})
	return true
}

// joins tells whether a second number may follow token i.
func (f *Finder) joins(i int) bool { return f.Is(i, "and") || f.Is(i, "or") || f.Is(i, "to") }

// trim leaves out what happened to the things counted: "three dissented", "24,819 seized
// illegally".
func (f *Finder) trim(c *counted) {
	for c.last > c.first && f.trailing(c.last-1) {
		c.last--
	}
}

// event is the unit of what befell the persons that are counted, where it befalls one
// person several times, "24,819 sailors encountered": these are encounters. "" for other
// words.
func (f *Finder) event(i int) string {
	if i < 0 || i >= len(f.Tokens) || !f.In(i, language.Sufferer) {
		return ""
	}
	return f.Term(i).Unit
}

// bare reads a number without a noun.
func (f *Finder) bare(c *counted) bool {
	f.trim(c)
	switch {
	case c.first < c.last:
		return false
	case c.unit != "" || c.number.unit != "":
	case f.joins(c.to):
		c.unit, c.what = f.afterRange(c.number)
	default:
		if c.unit, c.what = f.numbered(c.number); c.unit == "" {
			c.unit, c.what = f.again(c.number)
		}
	}
	return true
}

// noun reads the noun phrase behind the number.
func (f *Finder) noun(c *counted) bool {
	if c.first+1 < c.last && f.Is(c.first, "more") {
		c.first++
	}
	c.what = f.Prose[f.Tokens[c.first].Start:f.Tokens[c.last-1].End]
	if c.unit == "" {
		c.unit = cmp.Or(f.event(f.suffered(c.last)), f.unitOf(f.head(c.first, c.last))) + f.rate(c.last)
	}
	return true
}

// suffered is the token of what befell the persons counted, behind "were" where that
// stands at token i; -1 where there is no such word.
func (f *Finder) suffered(i int) int {
	for f.In(i, language.Copula) || f.Is(i, "had") || f.Is(i, "have") {
		i++
	}
	if f.In(i, language.Sufferer) && !f.starts(i) {
		return i
	}
	return -1
}

// compound tells whether [from, to) is one word with hyphens.
func (f *Finder) compound(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if !f.glued(i) {
			return false
		}
	}
	return to > from+1
}

// trailing tells whether token i, the last of a phrase, says what happened to the
// things counted, and how, but not what they are.
func (f *Finder) trailing(i int) bool {
	w := f.Fold(i)
	if f.Tokens[i].Shape != token.Lower || f.glued(i) || len(w) <= 3 {
		return false
	}
	happened := strings.HasSuffix(w, "ed") && !strings.HasSuffix(w, "eed") // "indeed", "feed"
	return happened || strings.HasSuffix(w, "ly") || f.In(i, language.Sufferer)
}

// again reads a number without a noun as counting what the figure before it counts, in
// its sentence or the one before: "3,913 boats sailed; 206 were lost", "up from 900".
func (f *Finder) again(n number) (unit, what string) {
	if len(f.out) == 0 || n.unit != "" {
		return "", ""
	}
	last := f.out[len(f.out)-1]
	if last.What == "" || last.What == "age" || last.Unit == "percent" {
		return "", ""
	}
	if at := f.SentenceOf(f.At(last.Span.Start)); f.SentenceOf(n.from) > at+1 {
		return "", ""
	}
	rate := f.rate(n.to)
	switch {
	case f.dateFollows(n): // "206 boats in May and 24,819 a year later"
		rate = ""
	case rate != "" && strings.HasPrefix(last.Unit, "people"):
	case f.upFrom(n, f.At(last.Span.End)), f.goesOn(n.to):
	default:
		return "", ""
	}
	if f.In(f.At(last.Span.End), language.Sufferer) {
		last.What = "" // "206 injured; 17 were hurt"
	}
	if rate != "" && !strings.HasSuffix(last.Unit, rate) {
		return last.Unit + rate, last.What
	}
	return last.Unit, last.What
}

// dateFollows tells whether a number is joined to the one before it and has a date behind
// it instead of a noun.
func (f *Finder) dateFollows(n number) bool {
	joined := n.from > 0 && f.AnyOf(n.from-1, "and", "to")
	if !joined || len(f.dates) == 0 || n.to >= len(f.Tokens) {
		return false
	}
	return f.dates[0].Span.Start <= int(f.Tokens[min(n.to+1, len(f.Tokens)-1)].Start)
}

// upFrom tells whether a number is what another, which ends before token end, grew from:
// "5 crowns from 4".
func (f *Finder) upFrom(n number, end int) bool {
	const near = 4 // tokens
	return n.from > 0 && f.Is(n.from-1, "from") && (f.In(n.from-2, language.Direction) || n.from-end <= near)
}

// goesOn tells whether what stands behind a number tells of what was counted before it:
// "206 were lost", "12 of them", "17 others".
func (f *Finder) goesOn(i int) bool {
	if f.In(i, language.Copula, language.Verbal, language.Remaining) {
		return true
	}
	return f.Is(i, "of") && f.In(i+1, language.OfThem)
}

// head is the noun of a phrase: the word before its first "of", else its last.
func (f *Finder) head(from, to int) int {
	for i := from + 1; i < to; i++ {
		if f.Is(i, "of") {
			return i - 1
		}
	}
	return to - 1
}

// rate reads "a day", "per month" at token i.
func (f *Finder) rate(i int) string {
	if u := f.Term(i + 1).Unit; !f.In(i, language.PerLead) || u == "" || u == f.foldAt(i+1) {
		return ""
	}
	switch f.Term(i + 2).Time.Kind {
	case language.AgoWord, language.EarlierWord, language.LaterWord: // "a year earlier" is a date
		return ""
	}
	return " a " + f.Fold(i+1)
}

// phrase is the noun phrase at token i: up to six words, to the first word that ends
// one.
func (f *Finder) phrase(i int) (from, to int) {
	longest := 6 // tokens
	if f.Lex.Pack.OneNoun {
		longest = 1
	}
	for to = i; to < len(f.Tokens) && to < i+longest && f.inPhrase(i, to); to++ {
	}
	if f.Lex.Pack.CapitalNouns {
		to = f.nounEnd(i, to)
	}
	for to > i && (f.Is(to-1, "of") || f.Is(to-1, "-") || f.Is(to-1, "more")) {
		to--
	}
	return i, to
}

// nounEnd is the end of the first noun in [from, to), in a language whose nouns have capitals:
// "neue Züge fahren"; from where there is none.
func (f *Finder) nounEnd(from, to int) int {
	i := from
	for i < to && f.Tokens[i].Shape == token.Lower {
		i++
	}
	if i == to {
		return from
	}
	for i < to && f.Tokens[i].Shape != token.Lower {
		i++
	}
	return i
}

// inPhrase tells whether token i goes on with the noun phrase that begins at token from.
func (f *Finder) inPhrase(from, i int) bool {
	switch {
	case f.starts(i), f.breaksPhrase(i), f.In(i, language.MonthName):
		return false
	case f.Is(i, "of"):
		return i > from
	case f.In(i, language.PhraseEnd, language.Preposition), f.standsFor(i), i == from && f.did(i):
		return false
	}
	return i == from || !f.endedBefore(i)
}

// standsFor tells whether token i stands for a noun and before none: "them", not "their".
func (f *Finder) standsFor(i int) bool {
	return f.Tokens[i].Shape == token.Lower && f.In(i, language.Pronoun) && !f.In(i, language.Possessive)
}

// did tells whether token i is a verb of the past: "206 sank".
func (f *Finder) did(i int) bool {
	return f.Tokens[i].Shape == token.Lower && f.Term(i).Tense == language.Past
}

// breaksPhrase tells whether token i is a mark, a number or a clitic. A hyphen inside a
// word is none.
func (f *Finder) breaksPhrase(i int) bool {
	switch f.Tokens[i].Shape {
	case token.Punct:
		return !(f.hyphenAt(i) && f.glued(i+1))
	case token.Clitic, token.Number:
		return true
	}
	return false
}

// endedBefore tells whether the noun of a phrase was there before token i: "boats seen",
// "Canadians seated", "206 more".
func (f *Finder) endedBefore(i int) bool {
	before := f.Tokens[i-1].Shape
	switch shape := f.Tokens[i].Shape; {
	case shape == token.Lower && f.Lex.Pack.TenseOf(f.Raw(i)) != language.NoTense: // "barche partirono"
		return true
	case f.Plural(i-1) && shape != token.Capital, f.Is(i, "more"):
		return true
	case shape == token.Lower && before == token.Capital:
		return strings.HasSuffix(f.Fold(i), "ed") && strings.HasSuffix(f.Fold(i-1), "s")
	}
	return false
}

// unitOf is the unit by a phrase's last word: people for persons, else the word.
func (f *Finder) unitOf(i int) string {
	w := f.Fold(i)
	switch {
	case f.In(i, language.Household), i > 0 && f.Is(i-1, "-") && f.glued(i):
		return f.kept(i)
	case f.Tokens[i].Shape == token.Punct, f.In(i, language.Pronoun):
		return ""
	case f.In(i, language.People),
		f.Tokens[i].Shape == token.Capital && strings.HasSuffix(w, "ans"):
		return "people"
	case f.Term(i).Unit != "":
		return f.Term(i).Unit
	}
	first, _ := utf8.DecodeRuneInString(w)
	if !unicode.IsLetter(first) {
		return ""
	}
	return f.kept(i)
}

// kept is the folded word of token i as a part of the prose, where it is written so, else
// a copy: the folded text need not be kept for it. A noun that always has a capital keeps
// its accents.
func (f *Finder) kept(i int) string {
	raw := f.Raw(i)
	switch {
	case f.Lex.Pack.CapitalNouns:
		return strings.ToLower(raw)
	case raw == f.Fold(i):
		return raw
	}
	return strings.Clone(f.Fold(i))
}

// age tells whether the number is a person's age: "Ana Ruiz, 34, of Honduras", "who
// turned 30", "aged 12".
func (f *Finder) age(n number) bool {
	if n.value < 1 || n.value > 120 || !n.plain || n.from == 0 {
		return false
	}
	switch before := n.from - 1; {
	case f.In(before, language.AgeLead):
		return true
	case f.Is(before, "to"): // "ages 3 to 67"
		return len(f.out) > 0 && f.out[len(f.out)-1].What == "age"
	case f.Is(before, ","):
		parted := n.to == len(f.Tokens) || f.AnyOf(n.to, ",", ".")
		return parted && n.from > 1 && f.Tokens[n.from-2].Shape.Capitalized()
	}
	return false
}

// afterRange reads what the second number of a range counts, for the first.
func (f *Finder) afterRange(n number) (unit, what string) {
	second, ok := number{}, false
	for i := n.to; i < n.to+3 && i < len(f.Tokens); i++ {
		if f.Tokens[i].Shape == token.Number || f.numberWord(i).Kind != language.NoNumber {
			second, ok = f.number(i)
			break
		}
	}
	if !ok || second.to <= n.to || f.AnyOf(second.to, "to", "-", "or", "and") {
		return "", ""
	}
	second = f.signs(second)
	unit, what = f.counts(second)
	if second.unit != "" {
		unit = second.unit
	}
	return unit, what
}

// numbered looks back in the sentence for what a bare number counts: "the number of
// boats rose from 206".
func (f *Finder) numbered(n number) (unit, what string) {
	s := f.SentenceOf(n.from)
	if s >= len(f.Sentences) {
		return "", ""
	}
	const farthest = 40
	for i := n.from - 1; i > f.Sentences[s].From && i > n.from-farthest; i-- {
		if w := f.Fold(i); (w == "number" || w == "numbers" || w == "total") && f.Is(i+1, "of") {
			if from, to := f.phrase(i + 2); from < to {
				return cmp.Or(f.event(to), f.unitOf(to-1)), f.Prose[f.Tokens[from].Start:f.Tokens[to-1].End]
			}
		}
	}
	return "", ""
}

// foldAt is the folded word of token i, "" behind the text.
func (f *Finder) foldAt(i int) string {
	if i >= len(f.Tokens) {
		return ""
	}
	return f.Fold(i)
}
