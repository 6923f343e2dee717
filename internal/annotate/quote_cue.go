package annotate

import (
	"strings"

	"glossator/internal/language"
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
func (a *attributor) readCues() {
	q, low := a.first, a.from // low: behind the last quotation
	for i := a.from; i < a.to; i++ {
		if q < a.next && a.pairs[q].open <= i {
			if to := a.skip(i, &q); to > i {
				low, i = to, to-1
				continue
			}
		}
		if a.notices[i]&cued == 0 {
			continue
		}
		possessed := i > a.from && (a.tokens[i-1].Shape == token.Clitic || a.in(i-1, language.Possessive))
		if !a.in(i, language.Cued) && !possessed {
			continue
		}
		if c, ok := a.cue(i, low, a.term(i).Cue); ok {
			a.cues = append(a.cues, c)
			i = max(i, c.to-1)
		}
	}
}

// cue reads the cue that token i, a word of that kind, is, where it is one.
func (a *attributor) cue(i, low int, kind language.Cue) (cue, bool) {
	c := cue{from: i, to: i + 1, first: i, kind: kind}
	if kind == language.Accords {
		return a.accord(c)
	}
	if a.tokens[i].Shape != token.Lower && i != a.from {
		return c, false
	}
	if c, ok := a.noun(i); ok {
		return c, true
	}
	switch kind {
	case language.NoCue:
		return c, false
	case language.SaidOf, language.Judging:
		return a.participle(c, low)
	case language.Puts:
		return a.put(c, low)
	case language.Names:
		c.who, _ = a.subjectBefore(i-1, low)
		if a.passive(i) || c.who.entry == "" && !c.who.person {
			c.who = speaker{}
		}
		return c, true
	}
	return a.verb(c, low)
}

// accord reads "according to Ruiz", "in keeping with Ruiz" (as machine rewording puts
// it) and "Ruiz:".
func (a *attributor) accord(c cue) (cue, bool) {
	c.kind = language.Says
	switch i := c.from; {
	case a.is(i, ":"):
		c.who, _ = a.label(i)
		c.first = c.who.from
		return c, c.who.known()
	case a.is(i, "according") && a.is(i+1, "to"):
		c.to = i + 2
		return a.inverted(c)
	case a.is(i, "keeping") && a.is(i-1, "in") && a.is(i+1, "with"):
		c.from, c.first, c.to = i-1, i-1, i+2
		return a.inverted(c)
	}
	return c, false
}

// inverted completes a cue whose speaker stands behind it.
func (a *attributor) inverted(c cue) (cue, bool) {
	c.who, c.inverted = a.subjectAfter(c.to), true
	return c, c.who.known()
}

// verb completes a cue that is a finite verb.
func (a *attributor) verb(c cue, low int) (cue, bool) {
	i := c.from
	base := c.kind == language.SaysBase || c.kind == language.JudgesBase
	if base {
		c.kind -= language.SaysBase - language.Says
		if a.is(i-1, "to") {
			by := a.sayer(i - 1)
			if by < 0 {
				return c, false
			}
			c.who, _ = a.subjectBefore(by-1, low)
			c.first = c.who.from
			return c, c.who.known()
		}
		if a.in(i-1, language.Article) {
			return c, false
		}
	} else if a.passive(i) {
		if c.kind == language.Says {
			return c, false // "was told": nobody known spoke
		}
		c.kind = language.Names
		for j, q := i+1, a.first; j < a.to && j < i+12; j++ {
			if j = max(j, a.skip(j, &q)); a.is(j, "by") {
				c.who = a.subjectAfter(j + 1)
				break
			}
		}
		return c, true
	}
	atQuote := i == low && (low > a.from || i == a.from) || i == low+1 && a.is(low, ",")
	comma := i > a.from && a.is(i-1, ",") && !a.in(i, language.Hearer) && i+1 < a.to && (a.tokens[i+1].Shape.Capitalized() || a.at[i+1] > 0) && c.kind == language.Says
	if !base && (atQuote || comma) {
		const longest = 14 // tokens of a subject
		if d, ok := a.inverted(c); ok && (atQuote || !a.finiteVerb(a.phraseEnd(c.to, min(a.to, c.to+longest)))) {
			return d, true
		}
	}
	s, ok := a.subjectBefore(i-1, low)
	switch {
	case ok:
		c.who, c.first = s, s.from
		if c.kind == language.Judges && s.entry == "" && s.name != "" && !s.proper && !a.human(s.head) {
			c.kind, c.who = language.Names, speaker{} // "a program called"
		}
		return c, true
	case base:
		return c, false
	case a.joins(i - 1):
		c.who = a.lastWho()
		return c, c.who.known()
	}
	return c, false
}

// put reads "as Ruiz put it", "Ruiz puts the cost at" and "Ruiz qualified it as": the
// same verbs in other constructions say nothing.
func (a *attributor) put(c cue, low int) (cue, bool) {
	const object = 14 // tokens before "at"
	put := a.is(c.from, "put") || a.is(c.from, "puts")
	for i := c.to; i < a.to && i < c.to+object; i++ {
		switch {
		case put && (a.is(i, "it") && i == c.to || a.is(i, "at") && i+1 < a.to && a.tokens[i+1].Shape == token.Number),
			!put && a.is(i, "as") && i+1 < a.to && a.opening(i+1, a.to) != noMark:
			c.kind, c.to = language.Judges, i+1
			var ok bool
			c.who, ok = a.subjectBefore(c.from-1, low)
			c.first = c.who.from
			return c, ok && c.who.known()
		case a.tokens[i].Shape == token.Punct && !a.is(i, "-"):
			return c, false
		}
	}
	return c, false
}

// joins tells whether token i joins a second verb to the subject of the first.
func (a *attributor) joins(i int) bool {
	switch {
	case i < a.from:
		return false
	case a.in(i, language.JoinsVerbs):
		return true
	}
	return a.in(i, language.BeforeVerb) && i-1 >= a.from && (a.is(i-1, "and") || a.is(i-1, "but") || a.is(i-1, ","))
}

// recall is how many cues back a pronoun or a second verb looks for its subject.
const recall = 20

// lastWho is the subject of the last finite cue, else the sentence's.
func (a *attributor) lastWho() speaker {
	for k := len(a.cues) - 1; k >= max(0, len(a.cues)-recall); k-- {
		if c := a.cues[k]; (c.kind == language.Says || c.kind == language.Judges) && c.who.known() {
			s := c.who
			s.remote = true
			return s
		}
	}
	s := a.subject()
	s.remote = true
	return s
}

// participle completes a cue on -ing: its speaker is the subject of the clause.
func (a *attributor) participle(c cue, low int) (cue, bool) {
	i := c.from
	if a.in(i-1, language.Article) {
		return c, false
	}
	if k := a.mentionAt(i - 1); k >= 0 { // "with Ruiz calling it"
		if f := a.firstToken(k, i-1); a.is(f-1, "with") || a.in(i-2, language.Copula) {
			c.who = a.mentioned(k, f)
			return c, true
		}
	}
	if a.in(i-1, language.Copula) { // "Ruiz is calling it"
		if s, ok := a.subjectBefore(i-2, low); ok {
			c.who, c.first = s, s.from
			c.kind -= language.SaidOf - language.Says
			return c, true
		}
	}
	if a.is(i-1, "kept") || a.is(i-1, "keeps") {
		if s, ok := a.subjectBefore(i-2, low); ok {
			c.who, c.first = s, s.from
			c.kind -= language.SaidOf - language.Says
			return c, true
		}
	}
	c.who = a.lastWho()
	return c, c.who.known()
}

// noun reads a noun of speech behind its possessor: "the mayor's vow to".
func (a *attributor) noun(i int) (cue, bool) {
	if i <= a.from || !a.in(i, language.Statement) {
		return cue{}, false
	}
	c := cue{from: i, to: i + 1, kind: language.Judges}
	switch {
	case a.is(i-1, "'s"):
		if k := a.mentionAt(i - 2); k >= 0 {
			c.first = a.firstToken(k, i-2)
			c.who = a.mentioned(k, c.first)
			return c, true
		}
	case a.in(i-1, language.ItsOwner):
		c.first = i - 1
		c.who = a.pronoun(i - 1)
		return c, c.who.known()
	}
	return c, false
}

// label reads "Ruiz:" at the start of a sentence.
func (a *attributor) label(colon int) (speaker, bool) {
	const longest = 6 // tokens
	if colon-a.from > longest {
		return speaker{}, false
	}
	who := speaker{}
	for i := a.from; i < colon; i++ {
		if k := a.mentionAt(i); k >= 0 {
			who = a.mentioned(k, a.from)
		} else if a.tokens[i].Shape == token.Lower && !a.in(i, language.Title) {
			return speaker{}, false
		}
	}
	if !who.known() && colon > a.from && a.opening(colon+1, a.to) != noMark {
		if name, from := a.name(a.from, colon-1); name != "" {
			who = speaker{name: name, from: from, person: !a.institutional(from, colon-1), proper: true}
		}
	}
	return who, who.known()
}

// passive tells whether the verb at token i stands behind a form of "be".
func (a *attributor) passive(i int) bool {
	if strings.HasSuffix(a.fold(i), "ing") {
		return false
	}
	for i--; i >= a.from; i-- {
		w := a.fold(i)
		if !a.in(i, language.BeforeVerb) && !strings.HasSuffix(w, "ly") {
			return a.in(i, language.Copula) && w != "become" && w != "remain"
		}
	}
	return false
}

// human tells whether the noun at token i is one for persons or for who speaks.
func (a *attributor) human(i int) bool {
	for ; i >= a.from; i-- {
		w := a.fold(i)
		if a.in(i, language.BeforeVerb) || strings.HasSuffix(w, "ly") {
			continue
		}
		return a.in(i, language.People, language.Spokesman, language.Body, language.Document) || a.in(i, language.Pronoun, language.Title, language.Human, language.Officer, language.Shared) ||
			len(w) > 5 && strings.HasSuffix(w, "ist") ||
			len(w) > 5 && (strings.HasSuffix(w, "ers") || strings.HasSuffix(w, "ists") || strings.HasSuffix(w, "ors") || strings.HasSuffix(w, "cates") || strings.HasSuffix(w, "ents"))
	}
	return false
}
