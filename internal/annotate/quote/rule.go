package quote

import (
	"slices"
	"strings"

	"glossator/internal/language"
	"glossator/internal/token"
)

// rule is one way to tell who said what is quoted. The rules are asked in order; the
// first that does not pass decides. In its example it decides of the last quotation.
type rule struct {
	name, example string
	of            func(*Finder, *passage) verdict
}

// verdict is what a rule says of a quotation.
type verdict struct {
	outcome outcome
	who     speaker
	cue     *cue
	last    bool // nothing that follows goes on with it
}

type outcome uint8

const (
	passes  outcome = iota // another rule may know
	settles                // these are the words of who it is
	leans                  // they probably are: told to the editor, and printed nowhere
	refuses                // they are nobody's words
)

// passage is a quotation with what stands around it in its sentence.
type passage struct {
	pair
	at         int  // its number
	prev, next *cue // the nearest before and behind it
	low        int  // where the quotation before ends, else where the sentence begins
	behind     int  // first token behind it that is no comma, dash or bracket
	goesOn     bool // its sentence goes on behind it: it ends with a comma, or asks
	beside     bool // prev stands right before it
	fragment   bool
}

var rules = []rule{
	{"name of a thing", `Ruiz tried the board's “Open Sea” app.`, (*Finder).namesThing},
	{"title of a work", `Ruiz said on the program “Morning Tide” that she would sail.`, (*Finder).titleOfWork},
	{"words of a text", `Ana Ruiz said that the report's “last week” was wrong.`, (*Finder).ofText},
	{"several voices", `The board sent this: “CLERK: Who waits? MR. HALE: We do.”`, (*Finder).voices},
	{"attribution line", `“The pier is old.” — Tom Hale, engineer`, (*Finder).line},
	{"supposed words", `Ana Ruiz said it helps to say something like “We wait.”`, (*Finder).supposed},
	{"cue behind", `“The tide is late,” said Ana Ruiz.`, (*Finder).cueBehind},
	{"any verb behind", `“The tide is late,” Ana Ruiz beamed.`, (*Finder).verbBehind},
	{"a name that is given", `The plan, known as “tides first,” was old.`, (*Finder).nameGiven},
	{"verb left out", `Ana Ruiz said “yes” and Tom Hale “no.”`, (*Finder).gapped},
	{"scare quotes", `Ana Ruiz believes that a captain lends the pier an air of order that gives rise to “rent a captain” firms.`, (*Finder).scare},
	{"cue before", `Ana Ruiz said, “The tide is late.”`, (*Finder).cueBefore},
	{"colon", `Ana Ruiz had one answer: “We wait.”`, (*Finder).colon},
	{"cue aside", `The tide is “late,” which is no news, Ana Ruiz said.`, (*Finder).cueAside},
	{"colon in the paragraph before", "Tom Hale wrote to the board:\n\n“The pier is old.”", (*Finder).colonBefore},
	{"goes on", `“The tide is late,” Ana Ruiz said. “It waits.”`, (*Finder).speaksOn},
	{"begins the next sentence", `“The tide is late,” Ana Ruiz said. “It will not wait for” boats from the north.`, (*Finder).beginsNext},
	{"paragraph by itself", "“The tide is late,” Ana Ruiz said.\n\n“It will not wait for us.”", (*Finder).paragraph},
}

// decide asks the rules who said quotation q, and which of them told.
func (f *Finder) decide(q int) (verdict, *rule) {
	x := f.around(q)
	for i := range rules {
		v := rules[i].of(f, &x)
		if v.outcome == passes {
			continue
		}
		if v.who.known() && !f.maySpeak(v.who) {
			v = verdict{outcome: refuses}
		}
		return v, &rules[i]
	}
	return verdict{}, nil
}

// around looks at what stands beside quotation q.
func (f *Finder) around(q int) passage {
	p := f.pairs[q]
	x := passage{pair: p, at: q, low: f.from, behind: p.close + 1, fragment: f.quotes[q].Kind == fragment}
	for x.behind < f.to && x.behind < p.close+4 && f.AnyOf(x.behind, ",", "-", ")") {
		x.behind++
	}
	if q > f.first {
		x.low = f.pairs[q-1].close
	}
	for ; f.read < len(f.cues) && f.cues[f.read].to <= p.open; f.read++ {
	}
	if f.read > 0 {
		x.prev = &f.cues[f.read-1]
	}
	if f.read < len(f.cues) && f.cues[f.read].from > p.open {
		x.next = &f.cues[f.read]
	}
	x.goesOn = f.AnyOf(p.close-1, ",", "?", "!", "-") || f.AnyOf(p.close+1, ",", "-") || f.Is(p.close-1, ".") && f.trails(p.close+1, f.to)
	x.beside = x.prev != nil && p.open-x.prev.to <= 5 && x.prev.from > x.low
	return x
}

func (f *Finder) titleOfWork(x *passage) verdict { return refusedIf(f.isTitle(x)) }

// ofText refuses what is quoted as the wording of a text: whoever speaks in the sentence
// speaks of it.
func (f *Finder) ofText(x *passage) verdict {
	return refusedIf(x.fragment && f.Tokens[max(x.open-1, 0)].Shape == token.Clitic && f.In(x.open-2, language.Document))
}

func (f *Finder) namesThing(x *passage) verdict { return refusedIf(f.isName(x.pair)) }

func refusedIf(is bool) verdict {
	if is {
		return verdict{outcome: refuses}
	}
	return verdict{}
}

// sure is the verdict of what leaves no doubt but whom a pronoun means.
func sure(who speaker, c *cue) verdict {
	if len(who.rivals) > 0 {
		return lean(who, c)
	}
	return verdict{outcome: settles, who: who, cue: c}
}

func lean(who speaker, c *cue) verdict { return verdict{outcome: leans, who: who, cue: c} }

func (f *Finder) cueBehind(x *passage) verdict {
	n := x.next
	if n == nil || n.first > x.behind || n.kind == language.Names {
		return verdict{}
	}
	if x.beside && !x.goesOn {
		return verdict{}
	}
	return sure(n.who, n)
}

// supposed refuses words that nobody said: "something like".
func (f *Finder) supposed(x *passage) verdict {
	i := x.open - 1
	if f.Is(i, ",") {
		i--
	}
	return refusedIf(f.In(i, language.Like) && f.In(i-1, language.Something))
}

// voices refuses a conversation that is quoted whole, with the speakers' names in it.
func (f *Finder) voices(x *passage) verdict {
	for i := x.open + 2; i < x.close; i++ {
		if f.Is(i, ":") && f.Tokens[i-1].Shape == token.Upper {
			return verdict{outcome: refuses}
		}
	}
	return verdict{}
}

// line reads the name behind a dash that ends a quotation's paragraph, or makes the next.
func (f *Finder) line(x *passage) verdict {
	blk := f.Blocks[x.block]
	i := x.close + 1
	if i >= blk.To && x.block+1 < len(f.Blocks) {
		blk = f.Blocks[x.block+1]
		i = blk.From
	}
	const longest = 14 // tokens
	if i+1 >= blk.To || blk.To-i > longest || !f.Is(i, "-") || !f.Tokens[i+1].Shape.Capitalized() {
		return verdict{}
	}
	for j := i + 1; j < blk.To; j++ {
		if f.mark(j) != 0 && f.opening(j, blk.To) != noMark || f.term(j) != language.NoCue || f.In(j, language.Copula, language.Verbal) {
			return verdict{}
		}
	}
	from, to := f.from, f.to
	defer func() { f.from, f.to = from, to }()
	f.from, f.to = i+1, blk.To
	s := f.best(i+1, max(i+2, f.nameEnd(i+1)))
	if s.entry == "" && !s.proper {
		return verdict{}
	}
	v := sure(s, nil)
	v.last = true
	return v
}

// gapped reads a second subject whose verb is left out: "and Hale “no”", "Hale that it
// was “fine”".
func (f *Finder) gapped(x *passage) verdict {
	if x.at == f.first || x.prev == nil || x.prev.from > x.low || !f.speakers[x.at-1].known() {
		return verdict{}
	}
	i := x.low + 1
	for i < x.open && (f.Is(i, ",") || f.Is(i, ";") || f.In(i, language.JoinsVerbs, language.Subordinator)) {
		i++
	}
	if !f.nameAhead(i) {
		return verdict{}
	}
	end := max(i+1, f.nameEnd(i))
	if end != x.open && !f.Is(end, "that") {
		return verdict{}
	}
	if s := f.best(i, end); s.entry != "" || s.proper {
		return sure(s, x.prev)
	}
	return verdict{}
}

// colonBefore reads who spoke in a paragraph that ends with a colon.
func (f *Finder) colonBefore(x *passage) verdict {
	if x.block == 0 || x.open != f.Blocks[x.block].From || !f.Is(f.Blocks[x.block-1].To-1, ":") {
		return verdict{}
	}
	if s := f.lastSpoke(); s.known() {
		return sure(s, nil)
	}
	return verdict{}
}

// scare refuses a few words before the noun that they qualify, far behind any cue.
func (f *Finder) scare(x *passage) verdict {
	const near = 12 // tokens
	lone := x.fragment && f.nounAt(x.close+1) && f.In(x.open-1, language.Preposition, language.Article, language.Possessive)
	return refusedIf(lone && (x.prev == nil || x.open-x.prev.to > near))
}

func (f *Finder) verbBehind(x *passage) verdict {
	if !x.goesOn || x.beside || x.next != nil && x.next.first <= x.behind+1 {
		return verdict{}
	}
	if who, c, ok := f.unknownVerb(x.behind); ok {
		return sure(who, c)
	}
	return verdict{}
}

// nameGiven refuses what a cue before it only names: "known as".
func (f *Finder) nameGiven(x *passage) verdict {
	return refusedIf(x.prev != nil && x.prev.kind == language.Names && !x.prev.who.known())
}

// cueBefore reads the cue before the quotation. Of a few quoted words it must be the cue
// that governs their clause. Where somebody else is said to have said them, they may be
// either's.
func (f *Finder) cueBefore(x *passage) verdict {
	c := f.governing(x)
	if c == nil {
		return verdict{}
	}
	if f.othersClaim(c) {
		return verdict{outcome: refuses}
	}
	var outer *cue
	for k := f.read - 2; k >= max(0, f.read-recall) && outer == nil; k-- {
		if o := &f.cues[k]; o.to <= c.first && o.who.known() {
			outer = o
		}
	}
	if o, is := f.outranked(c, x.pair); is {
		s := c.who
		s.rivals = append(s.rivals, o)
		return lean(s, c)
	}
	switch {
	case outer == nil:
		return sure(c.who, c)
	case !c.who.known() && !f.In(c.first, language.Possessive, language.Several): // "The board said that it wants …"
		return sure(outer.who, outer)
	case !c.who.known(): // "Ruiz said her brother had called it"
		s := outer.who
		s.rivals = append(slices.Clip(s.rivals), speaker{})
		return lean(s, outer)
	case f.reported(outer, c) && !f.same(outer.who, c.who):
		s := outer.who
		s.rivals = append(s.rivals, c.who)
		return lean(s, outer)
	}
	return sure(c.who, c)
}

// othersClaim tells whether cue c judges what others said: "rejected claims that".
func (f *Finder) othersClaim(c *cue) bool {
	const near = 4 // tokens
	if c.kind != language.Judges || f.In(c.from, language.Statement) {
		return false
	}
	for i := c.to; i < c.to+near && i+1 < f.to; i++ {
		switch {
		case f.In(i, language.Possessive), f.Tokens[i].Shape == token.Punct:
			return false
		case f.In(i, language.Statement):
			return f.In(i+1, language.Relative, language.Preposition)
		}
	}
	return false
}

// outranked tells whether the clause of a quotation has a subject of its own that goes
// before who an opening "according to" names, and who that is.
func (f *Finder) outranked(c *cue, p pair) (speaker, bool) {
	if !c.inverted || c.from > f.from {
		return speaker{}, false
	}
	for i := c.to; i < p.open; i++ {
		switch {
		case f.AnyOf(i, ":", ";"):
			return speaker{}, true
		case !f.Is(i, ","):
			continue
		}
		end := f.phraseEnd(i+1, p.open)
		if end == i+1 {
			continue
		}
		if s := f.best(i+1, end); s.known() && f.maySpeak(s) && !f.same(s, c.who) {
			return s, true
		}
	}
	return speaker{}, false
}

func (f *Finder) governing(x *passage) *cue {
	c := x.prev
	if c == nil || c.kind == language.Names || !x.fragment || f.governs(c, x.pair) {
		return c
	}
	if c = f.outer(c); c != nil && f.governs(c, x.pair) {
		return c
	}
	return nil
}

// colon reads the subject of a sentence without a cue that ends with a colon.
func (f *Finder) colon(x *passage) verdict {
	if !f.Is(x.open-1, ":") {
		return verdict{}
	}
	s := f.subject()
	if !s.known() {
		s = f.officeOf()
	}
	switch {
	case !s.known():
		return verdict{}
	case f.readFrom(x.open - 2):
		return lean(s, nil)
	}
	return sure(s, nil)
}

// readFrom tells whether a text that is read from ends with token i: "read from the
// letter".
func (f *Finder) readFrom(i int) bool {
	const near = 5 // tokens
	if !f.In(i, language.Document) {
		return false
	}
	for j := i - 1; j > f.from && j > i-near; j-- {
		if f.In(j, language.Issued) {
			return true
		}
	}
	return false
}

// cueAside reads a cue that stands behind the quotation, but not next to it.
func (f *Finder) cueAside(x *passage) verdict {
	n := x.next
	if n == nil || n.kind != language.Says || !n.who.known() || n.first <= x.close {
		return verdict{}
	}
	if n.first > f.from && f.Is(n.first-1, ",") || n.inverted && f.Is(n.from-1, ",") {
		return sure(n.who, n)
	}
	return verdict{}
}

// speaksOn gives a sentence that is a quotation and nothing else to who spoke before.
func (f *Finder) speaksOn(x *passage) verdict {
	whole := !x.fragment || f.AnyOf(x.close-1, ".", "?", "!")
	if !whole || !f.alone(x.pair) || f.Blocks[x.block].N == 0 {
		return verdict{}
	}
	return f.onward(f.continued(x.at))
}

// onward is the verdict that s goes on speaking, who must have spoken before.
func (f *Finder) onward(s speaker) verdict {
	switch {
	case !s.known():
		return verdict{}
	case s.spoke:
		return sure(s, nil)
	}
	return lean(s, nil)
}

// beginsNext gives a long quotation that begins a sentence without a cue to who spoke in
// the one before.
func (f *Finder) beginsNext(x *passage) verdict {
	const least = 5 // words
	switch {
	case len(f.cues) > 0:
		return verdict{}
	case x.open != f.from || x.close-x.open <= least:
		return f.inReport(x)
	}
	return f.onward(f.lastNamed())
}

// inReport gives words in a sentence without a cue whose verb only reports to who spoke
// last, unless somebody else is named behind that: „Wir warten“, sagte Ruiz. Der Hafen sei „voll wie nie“.
func (f *Finder) inReport(x *passage) verdict {
	if !f.Lex.Pack.VerbSecond || x.at == 0 || !f.reports(x) {
		return verdict{}
	}
	f.asked = true
	last := f.speakers[x.at-1]
	if !last.known() {
		return verdict{}
	}
	for i := f.pairs[x.at-1].close + 1; i < x.open; i++ {
		if k := f.mentionAt(i); k >= 0 && !f.same(f.mentioned(k, i), last) {
			return verdict{}
		}
	}
	return sure(last, nil)
}

// reports tells whether the sentence of a quotation has a verb outside of it by which German tells
// that somebody else says so.
func (f *Finder) reports(x *passage) bool {
	for i := f.from; i < f.to; i++ {
		if (i < x.open || i > x.close) && f.In(i, language.Reported) {
			return true
		}
	}
	return false
}

// paragraph gives a paragraph that is a quotation and nothing else to who spoke at the
// end of the one before, unless the next one brings in somebody else.
func (f *Finder) paragraph(x *passage) verdict {
	blk := &f.Blocks[x.block]
	if x.open != blk.From || x.close < blk.To-2 || blk.N == 0 || x.fragment {
		return verdict{}
	}
	s := f.lastSpoke()
	if !s.known() {
		return verdict{}
	}
	if o := f.opensWith(x.block + 1); o.known() && !f.same(o, s) {
		s.rivals = append(s.rivals, o)
	}
	return f.onward(s)
}

// opensWith is the person with whose name block b opens.
func (f *Finder) opensWith(b int) speaker {
	const soon = 8 // tokens
	if b >= len(f.Blocks) {
		return speaker{}
	}
	from, to := f.from, f.to
	defer func() { f.from, f.to = from, to }()
	f.from, f.to = f.Blocks[b].From, f.Blocks[b].To
	for i := f.from; i < f.to && i < f.from+soon && f.mark(i) == 0; i++ {
		if s, _ := f.personAt(i); s.known() {
			return s
		}
	}
	return speaker{}
}

// maySpeak tells whether who a rule found can have said anything: a person or a body, and
// no law, plan or comment.
func (f *Finder) maySpeak(s speaker) bool {
	switch {
	case s.entry != "":
		return true
	case !s.proper:
		return s.head > 0 && f.speaks(s.head)
	}
	words := strings.Fields(token.Fold(s.name))
	last := f.Lex.Pack.ClassesOf(words[len(words)-1])
	if last.Has(language.Law, language.Program, language.Work, language.Event) || len(words) == 1 && last.Has(language.Abbreviation) {
		return false
	}
	return len(words) == 1 || slices.ContainsFunc(words, func(w string) bool { return !f.Lex.Pack.Demonym(w) })
}

// speaks tells whether the noun of token i is one for persons or for a body.
func (f *Finder) speaks(i int) bool {
	switch {
	case f.In(i, language.Body, language.BodyOf, language.People, language.Spokesman, language.Agency, language.Person, language.Kin, language.Man, language.Woman):
		return true
	case f.In(i, language.Document, language.Pronoun, language.Statement, language.Thing):
		return false
	}
	return f.human(i) || f.Tokens[i].Shape == token.Lower && f.Lex.Pack.Agent(f.Fold(i))
}
