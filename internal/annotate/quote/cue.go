package quote

import (
	"slices"
	"strings"

	"glossator/internal/language"
	"glossator/internal/reading"
	"glossator/internal/token"
)

// cue is an attribution in a sentence: the tokens [from, to) of its verb, the first
// token of it and its subject, and who speaks.
type cue struct {
	from, to, first int
	kind            language.Cue
	who             speaker
	inverted        bool // the subject stands behind: "said Ruiz", "according to Ruiz"
}

// readCues finds the attributions of the sentence, from left to right.
func (f *Finder) readCues() {
	q, low := f.first, f.from // low: behind the last quotation
	for i := f.from; i < f.to; i++ {
		if q < f.next && f.pairs[q].open <= i {
			if to := f.skip(i, &q); to > i {
				low, i = to, to-1
				continue
			}
		}
		if !f.Asks(i, reading.Cued) {
			continue
		}
		possessed := i > f.from && (f.Tokens[i-1].Shape == token.Clitic || f.In(i-1, language.Possessive))
		if !f.In(i, language.Cued) && !possessed {
			continue
		}
		if c, ok := f.cue(i, low, f.Term(i).Cue); ok {
			f.cues = append(f.cues, c)
			i = max(i, c.to-1)
		}
	}
}

// cue reads the cue that token i, a word of that kind, is, where it is one.
func (f *Finder) cue(i, low int, kind language.Cue) (cue, bool) {
	c := cue{from: i, to: i + 1, first: i, kind: kind}
	if kind == language.Accords {
		if f.Lex.Pack.VerbSecond && !f.Is(i, ":") {
			c.kind = language.Says
			return f.byAccount(c, low)
		}
		return f.accord(c)
	}
	if f.Tokens[i].Shape != token.Lower && i != f.from && !f.headlined() {
		return c, false
	}
	if c, ok := f.noun(i); ok {
		return c, true
	}
	switch kind {
	case language.NoCue:
		return c, false
	case language.SaidOf, language.Judging:
		return f.participle(c, low)
	case language.Puts:
		return f.put(c, low)
	case language.Names:
		c.who, _ = f.subjectBefore(i-1, low)
		if f.passive(i) || c.who.entry == "" && !c.who.person {
			c.who = speaker{}
		}
		return c, true
	}
	return f.verb(c, low)
}

// accord reads "according to Ruiz", "in keeping with Ruiz" (as machine rewording puts
// it) and "Ruiz:".
func (f *Finder) accord(c cue) (cue, bool) {
	c.kind = language.Says
	switch i := c.from; {
	case f.Is(i, ":"):
		c.who, _ = f.label(i)
		c.first = c.who.from
		return c, c.who.known()
	case f.Lex.Pack.Drops && f.Is(i, "according"): // "según Ruiz"
		return f.inverted(c)
	case f.Lex.Pack.Drops && f.Is(i, "for"):
		return f.inTheEyesOf(c)
	case f.Is(i, "according") && f.Is(i+1, "to"):
		c.to = i + 2
		return f.inverted(c)
	case f.Is(i, "keeping") && f.Is(i-1, "in") && f.Is(i+1, "with"):
		c.from, c.first, c.to = i-1, i-1, i+2
		return f.inverted(c)
	}
	return c, false
}

// inTheEyesOf reads "Para Ruiz, la ley es …", which begins a sentence: what is quoted in it
// are the words of whom it names.
func (f *Finder) inTheEyesOf(c cue) (cue, bool) {
	if c.from != f.from {
		return c, false
	}
	d, ok := f.inverted(c)
	return d, ok && d.who.entry != "" && f.Is(f.phraseEnd(c.to, min(f.to, c.to+longestPhrase)), ",")
}

// inverted completes a cue whose speaker stands behind it.
func (f *Finder) inverted(c cue) (cue, bool) {
	c.who, c.inverted = f.subjectAfter(f.overHearer(c.to)), true
	return c, c.who.known()
}

// overHearer is the token behind the hearer who stands at token i, between a verb and the name of its subject:
// "a expliqué à l’AFP Ana Ruiz"; i where nobody does.
func (f *Finder) overHearer(i int) int {
	if !f.Lex.Pack.Drops || !f.Is(i, "to") {
		return i
	}
	at := i + 1
	for at < f.to && (f.In(at, language.Article) || f.Tokens[at].Shape == token.Punct && f.Is(at, "'")) {
		at++
	}
	if at >= f.to || f.Tokens[at].Shape == token.Punct {
		return i
	}
	if n := f.mentionAt(at); n >= 0 {
		at = f.lastToken(n, at)
	} else if shape := f.Tokens[at].Shape; shape != token.Lower && shape != token.Upper {
		return i // a name of several words, perhaps
	}
	if at++; !f.nameAhead(at) {
		return i
	}
	return at
}

// verb completes a cue that is a finite verb.
func (f *Finder) verb(c cue, low int) (cue, bool) {
	switch {
	case f.In(c.from, language.ItSays):
		return f.itSays(c)
	case c.kind == language.SaysBase || c.kind == language.JudgesBase:
		return f.base(c, low)
	case f.passive(c.from):
		return f.agent(c)
	}
	if d, ok := f.hyphenated(c, low); ok {
		return d, true
	}
	if d, ok := f.subjectBehind(c, low); ok {
		return d, true
	}
	if d, ok := f.behindFirst(c); ok {
		return d, true
	}
	if s, ok := f.subjectBefore(c.from-1, low); ok {
		c.who, c.first = s, s.from
		thing := s.entry == "" && s.name != "" && !s.proper && !f.human(s.head)
		if thing && c.kind == language.Judges {
			c.kind, c.who = language.Names, speaker{} // "a program called"
		}
		return c, true
	}
	if f.joins(c.from - 1) {
		c.who = f.lastWho()
		return c, c.who.known()
	}
	return f.dropped(c, low)
}

// beforeClitics is the first token of a verb with the pronouns before it: "se quejó". No
// subject stands between them where none need stand at all.
func (f *Finder) beforeClitics(i int) int {
	for f.Lex.Pack.Drops && i > f.from {
		switch {
		case f.In(i-1, language.BeforeVerb) || f.hyphenedPronoun(i-1):
			i--
		case f.Is(i-1, "'") && f.In(i-2, language.BeforeVerb): // "s’agace"
			i -= 2
		default:
			return i
		}
	}
	return i
}

// beforeAs is the token of "comme" in "comme le disait Ruiz", "comme l’a dit Ruiz" before a verb at token i, else i.
func (f *Finder) beforeAs(i int) int {
	at := i
	for f.Lex.Pack.Drops && at > f.from && (f.In(at-1, language.Article) || f.Is(at-1, "'")) {
		at--
	}
	if f.Lex.Pack.Drops && at > f.from && f.Is(at-1, "as") {
		return at - 1
	}
	return i
}

// hyphenedPronoun tells whether token i is a hyphen, or the pronoun behind it: "a-t-elle".
func (f *Finder) hyphenedPronoun(i int) bool {
	hyphen := func(i int) bool { return i > f.from && f.Raw(i) == "-" && !f.spaceBefore(i) }
	return hyphen(i) || f.In(i, language.ThirdPerson) && hyphen(i-1)
}

// hyphenated completes a verb behind a quotation that has its pronoun behind a hyphen:
// “…”, explique-t-il; “…”, a-t-elle ajouté.
func (f *Finder) hyphenated(c cue, low int) (cue, bool) {
	i := f.beforeClitics(c.from)
	behind := low > f.from && (i == low || i == low+1 && f.Is(low, ","))
	if !f.Lex.Pack.Drops || !behind {
		return c, false
	}
	for j := i; j < c.from; j++ {
		if f.In(j, language.ThirdPerson) && f.hyphenedPronoun(j) {
			c.who, c.first, c.inverted = f.pronoun(j), i, true
			return c, c.who.known()
		}
	}
	for c.to < f.to && f.Is(c.to, "-") {
		if c.to++; f.hyphenedPronoun(c.to) {
			c.who, c.inverted = f.pronoun(c.to), true
			c.to++
			return c, c.who.known()
		}
		c.to++ // the t of "explique-t-il"
	}
	return c, false
}

// dropped completes a verb that stands right behind a quotation without a subject, in a
// language that needs none: whoever it would call "he" or "she".
func (f *Finder) dropped(c cue, low int) (cue, bool) {
	i := f.beforeClitics(c.from)
	c.first = i
	behind := low > f.from && (i == low || i == low+1 && f.Is(low, ","))
	if !f.Lex.Pack.Drops || !behind {
		return c, false
	}
	c.who, c.inverted = f.antecedent(i), true
	c.who.from, c.who.remote = i, true
	return c, c.who.known()
}

// base completes a cue that is a verb's base form: "Ruiz did not say", "pilots say",
// "Ruiz went on to say". Behind a name alone it is a noun.
func (f *Finder) base(c cue, low int) (cue, bool) {
	c.kind -= language.SaysBase - language.Says
	i, ok := c.from, false
	switch {
	case f.Is(i-1, "to"):
		c.who, ok = f.infinitive(i-1, low)
	case !f.In(i-1, language.Article) && f.plain(i-1):
		c.who, ok = f.subjectBefore(i-1, low)
	}
	c.first = c.who.from
	return c, ok && (c.who.known() || !f.Is(i-1, "to"))
}

// plain tells whether a base form may be a finite verb behind token j: behind a modal
// verb, or a subject for several.
func (f *Finder) plain(j int) bool {
	if f.In(j, language.Verbal, language.Negation, language.Nobody, language.BeforeVerb, language.People, language.Body) || f.Plural(j) {
		return true
	}
	for j > f.from && f.Tokens[j].Shape.Capitalized() {
		j--
	}
	return f.Is(j, "and")
}

// infinitive is who says it where "to" stands before the verb: "Ruiz went on to say",
// "only for Ruiz to say".
func (f *Finder) infinitive(to, low int) (speaker, bool) {
	if by := f.sayer(to); by >= 0 {
		return f.subjectBefore(by-1, low)
	}
	for j := to - 1; j > low && j > to-6; j-- {
		if f.Is(j, "for") {
			s := f.best(j+1, to)
			return s, s.person && (s.entry != "" || s.proper)
		}
	}
	return speaker{}, false
}

// agent completes a passive verb: nobody known spoke where it is "was told", and who
// called it so stands behind "by".
func (f *Finder) agent(c cue) (cue, bool) {
	const farthest = 12 // tokens
	if c.kind == language.Says {
		return c, false
	}
	c.kind = language.Names
	for j, q := c.to, f.first; j < f.to && j < c.from+farthest; j++ {
		if j = max(j, f.skip(j, &q)); f.Is(j, "by") {
			c.who = f.subjectAfter(j + 1)
			break
		}
	}
	return c, true
}

// subjectBehind completes a verb whose subject stands behind it: right behind a
// quotation, or behind a comma where no other verb follows ("…, said Ruiz").
func (f *Finder) subjectBehind(c cue, low int) (cue, bool) {
	const longest = 14 // tokens of a subject
	i := f.beforeAs(f.beforeClitics(c.from))
	c.first = i
	atQuote := i == low || i == low+1 && f.Is(low, ",")
	if !atQuote && !f.saidAside(c) {
		return c, false
	}
	d, ok := f.inverted(c)
	if !ok || atQuote {
		return d, ok
	}
	end := f.phraseEnd(c.to, min(f.to, c.to+longest))
	return d, !f.finiteVerb(end) && f.mark(end) == 0 || f.Is(end, ",") || end >= f.to-1
}

// saidAside tells whether cue c may be the verb of "…, said Ruiz".
func (f *Finder) saidAside(c cue) bool {
	i := c.from
	if c.kind != language.Says || i == f.from || !f.Is(i-1, ",") {
		return false
	}
	return !f.In(i, language.Hearer) && f.nameAhead(i+1)
}

// nameAhead tells whether a name may begin at token i.
func (f *Finder) nameAhead(i int) bool {
	return i < f.to && (f.Tokens[i].Shape.Capitalized() || f.at[i] > 0)
}

// put reads "as Ruiz put it", "Ruiz puts the cost at" and "Ruiz qualified it as": the
// same verbs in other constructions say nothing.
func (f *Finder) put(c cue, low int) (cue, bool) {
	const object = 14 // tokens before "at"
	for i := c.to; i < f.to && i < c.to+object; i++ {
		switch {
		case f.putsSo(c, i):
			return f.putBy(c, i, low)
		case f.Tokens[i].Shape == token.Punct && !f.Is(i, "-"):
			return c, false
		}
	}
	return c, false
}

// putsSo tells whether token i makes the verb of cue c one that says something.
func (f *Finder) putsSo(c cue, i int) bool {
	switch {
	case !f.In(c.from, language.Put):
		return f.Is(i, "as") && f.opening(i+1, f.to) != noMark
	case f.Is(i, "at"):
		return i+1 < f.to && f.Tokens[i+1].Shape == token.Number
	}
	return f.Is(i, "it") && i == c.to
}

// putBy completes such a cue, to whose verb token i belongs. Who put it so stands behind
// "as", where that is there.
func (f *Finder) putBy(c cue, i, low int) (cue, bool) {
	const farthest = 40 // tokens
	c.kind, c.to = language.Judges, i+1
	for j := c.from - 1; j > f.from && j > c.from-farthest && !f.closesQuote(j); j-- {
		if !f.Is(j, "as") || !f.nameAhead(j+1) {
			continue
		}
		if s := f.best(j+1, max(j+2, f.nameEnd(j+1))); s.entry != "" || s.proper {
			c.who, c.first = s, j
			return c, true
		}
	}
	s, ok := f.subjectBefore(c.from-1, low)
	c.who, c.first = s, s.from
	return c, ok && s.known()
}

// joins tells whether token i joins a second verb to the subject of the first.
func (f *Finder) joins(i int) bool {
	switch {
	case i < f.from:
		return false
	case f.In(i, language.JoinsVerbs):
		return true
	}
	return f.In(i, language.BeforeVerb) && i-1 >= f.from && f.AnyOf(i-1, "and", "but", ",")
}

// recall is how many cues back a pronoun or a second verb looks for its subject.
const recall = 20

// lastWho is the subject of the last finite cue that is no clause's inside another, else
// the sentence's.
func (f *Finder) lastWho() speaker {
	s := f.subject()
	for k := len(f.cues) - 1; k >= max(0, len(f.cues)-recall); k-- {
		if c := &f.cues[k]; c.finite() && c.who.known() && !c.who.relative && !f.bracketed(c) {
			s = c.who
			break
		}
	}
	s.remote = true
	return s
}

// finite tells whether a cue is a finite verb of saying or judging.
func (c *cue) finite() bool { return c.kind == language.Says || c.kind == language.Judges }

// bracketed tells whether a bracket that closes before the sentence's next cue holds c.
func (f *Finder) bracketed(c *cue) bool {
	const longest = 40 // tokens
	for i := c.to; i < f.to && i < c.to+longest; i++ {
		if f.Is(i, "(") {
			return false
		}
		if f.Is(i, ")") {
			return true
		}
	}
	return false
}

// participle completes a cue on -ing: its speaker is the subject of the clause.
func (f *Finder) participle(c cue, low int) (cue, bool) {
	i := c.from
	switch {
	case f.In(i-1, language.Article):
		return c, false
	case f.In(i-1, language.Copula), f.In(i-1, language.Keeps):
		if s, ok := f.subjectBefore(i-2, low); ok { // "Ruiz is calling it"
			c.who, c.first = s, s.from
			c.kind -= language.SaidOf - language.Says
			return c, true
		}
	}
	if f.Is(i-1, "as") { // "quoted Ruiz as saying"
		i--
	}
	said, sure := f.heard(i-1, low)
	switch {
	case sure:
		c.who = said
	case said.known():
		c.who = f.lastWho()
		c.who.rivals = append(slices.Clip(c.who.rivals), said)
	default:
		c.who = f.lastWho()
	}
	return c, c.who.known()
}

// heard is the person whose name ends with token j, before a participle. Behind a
// preposition, and before "as", that is who says it: "with Ruiz calling it", "footage of
// Ruiz saying", "quoted Ruiz as saying".
func (f *Finder) heard(j, low int) (speaker, bool) {
	const longest = 8 // tokens
	if j < low || !f.nameAhead(j) || f.In(j, language.Calendar) {
		return speaker{}, false
	}
	from := j
	for from > low && from > j-longest && f.inNamePhrase(from-1) {
		from--
	}
	if s := f.named(from, j); s.entry != "" || s.proper {
		return s, f.In(from-1, language.Preposition, language.Copula) || f.Is(j+1, "as")
	}
	return speaker{}, false
}

// inNamePhrase tells whether token i may be part of a name with its titles.
func (f *Finder) inNamePhrase(i int) bool {
	return !f.In(i, language.Preposition) && (f.nameAhead(i) || f.roleWord(i))
}

// roleWord tells whether token i may stand before a name: "the board's spokesman".
func (f *Finder) roleWord(i int) bool {
	return f.In(i, language.Title, language.Officer, language.Human, language.RoleWord, language.Honorific, language.Article, language.Possessive)
}

// noun reads a noun of speech behind its possessor: "the mayor's vow to".
func (f *Finder) noun(i int) (cue, bool) {
	if i <= f.from || !f.In(i, language.Statement) {
		return cue{}, false
	}
	c := cue{from: i, to: i + 1, kind: language.Judges}
	switch {
	case f.Is(i-1, "'s"):
		if k := f.mentionAt(i - 2); k >= 0 {
			c.first = f.firstToken(k, i-2)
			c.who = f.mentioned(k, c.first)
			return c, true
		}
	case f.In(i-1, language.ItsOwner):
		c.first = i - 1
		c.who = f.pronoun(i - 1)
		return c, c.who.known()
	}
	return c, false
}

// label reads "Ruiz:" at the start of a sentence.
func (f *Finder) label(colon int) (speaker, bool) {
	const longest = 6 // tokens
	if colon-f.from > longest {
		return speaker{}, false
	}
	who := speaker{}
	for i := f.from; i < colon; i++ {
		if k := f.mentionAt(i); k >= 0 {
			who = f.mentioned(k, f.from)
		} else if f.Tokens[i].Shape == token.Lower && !f.In(i, language.Title) {
			return speaker{}, false
		}
	}
	note := colon == f.from+1 && (f.Term(f.from).Cue != language.NoCue || f.In(f.from, language.Document, language.Statement))
	if !who.known() && colon > f.from && !note && f.opening(colon+1, f.to) != noMark {
		if name, from := f.name(f.from, colon-1); name != "" {
			who = speaker{name: name, from: from, person: !f.institutional(from, colon-1), proper: true}
		}
	}
	return who, who.known()
}

// passive tells whether the verb at token i stands behind a form of "be".
func (f *Finder) passive(i int) bool {
	if strings.HasSuffix(f.Fold(i), "ing") {
		return false
	}
	for i--; i >= f.from; i-- {
		w := f.Fold(i)
		if !f.In(i, language.BeforeVerb) && !strings.HasSuffix(w, "ly") {
			return f.In(i, language.Copula) && w != "become" && w != "remain"
		}
	}
	return false
}

// humanEndings are those of nouns for persons: "artist", "farmers", "advocates".
var humanEndings = [...]string{"ist", "ers", "ists", "ors", "cates", "ents"}

// human tells whether the noun at token i is one for persons or for who speaks.
func (f *Finder) human(i int) bool {
	for ; i >= f.from; i-- {
		w := f.Fold(i)
		if f.In(i, language.BeforeVerb) || strings.HasSuffix(w, "ly") {
			continue
		}
		known := f.In(i, language.People, language.Spokesman, language.Body, language.Document, language.Pronoun, language.Title, language.Human, language.Officer, language.Shared)
		return known || slices.ContainsFunc(humanEndings[:], func(end string) bool { return len(w) > 5 && strings.HasSuffix(w, end) })
	}
	return false
}
