package quote

import (
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
		return f.accord(c)
	}
	if f.Tokens[i].Shape != token.Lower && i != f.from {
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
	case f.Is(i, "according") && f.Is(i+1, "to"):
		c.to = i + 2
		return f.inverted(c)
	case f.Is(i, "keeping") && f.Is(i-1, "in") && f.Is(i+1, "with"):
		c.from, c.first, c.to = i-1, i-1, i+2
		return f.inverted(c)
	}
	return c, false
}

// inverted completes a cue whose speaker stands behind it.
func (f *Finder) inverted(c cue) (cue, bool) {
	c.who, c.inverted = f.subjectAfter(c.to), true
	return c, c.who.known()
}

// verb completes a cue that is a finite verb.
func (f *Finder) verb(c cue, low int) (cue, bool) {
	i := c.from
	base := c.kind == language.SaysBase || c.kind == language.JudgesBase
	if base {
		c.kind -= language.SaysBase - language.Says
		if f.Is(i-1, "to") {
			by := f.sayer(i - 1)
			if by < 0 {
				return c, false
			}
			c.who, _ = f.subjectBefore(by-1, low)
			c.first = c.who.from
			return c, c.who.known()
		}
		if f.In(i-1, language.Article) {
			return c, false
		}
	} else if f.passive(i) {
		if c.kind == language.Says {
			return c, false // "was told": nobody known spoke
		}
		c.kind = language.Names
		for j, q := i+1, f.first; j < f.to && j < i+12; j++ {
			if j = max(j, f.skip(j, &q)); f.Is(j, "by") {
				c.who = f.subjectAfter(j + 1)
				break
			}
		}
		return c, true
	}
	atQuote := i == low && (low > f.from || i == f.from) || i == low+1 && f.Is(low, ",")
	comma := i > f.from && f.Is(i-1, ",") && !f.In(i, language.Hearer) && i+1 < f.to && (f.Tokens[i+1].Shape.Capitalized() || f.at[i+1] > 0) && c.kind == language.Says
	if !base && (atQuote || comma) {
		const longest = 14 // tokens of a subject
		if d, ok := f.inverted(c); ok && (atQuote || !f.finiteVerb(f.phraseEnd(c.to, min(f.to, c.to+longest)))) {
			return d, true
		}
	}
	s, ok := f.subjectBefore(i-1, low)
	switch {
	case ok:
		c.who, c.first = s, s.from
		if c.kind == language.Judges && s.entry == "" && s.name != "" && !s.proper && !f.human(s.head) {
			c.kind, c.who = language.Names, speaker{} // "a program called"
		}
		return c, true
	case base:
		return c, false
	case f.joins(i - 1):
		c.who = f.lastWho()
		return c, c.who.known()
	}
	return c, false
}

// put reads "as Ruiz put it", "Ruiz puts the cost at" and "Ruiz qualified it as": the
// same verbs in other constructions say nothing.
func (f *Finder) put(c cue, low int) (cue, bool) {
	const object = 14 // tokens before "at"
	put := f.Is(c.from, "put") || f.Is(c.from, "puts")
	for i := c.to; i < f.to && i < c.to+object; i++ {
		switch {
		case put && (f.Is(i, "it") && i == c.to || f.Is(i, "at") && i+1 < f.to && f.Tokens[i+1].Shape == token.Number),
			!put && f.Is(i, "as") && i+1 < f.to && f.opening(i+1, f.to) != noMark:
			c.kind, c.to = language.Judges, i+1
			var ok bool
			c.who, ok = f.subjectBefore(c.from-1, low)
			c.first = c.who.from
			return c, ok && c.who.known()
		case f.Tokens[i].Shape == token.Punct && !f.Is(i, "-"):
			return c, false
		}
	}
	return c, false
}

// joins tells whether token i joins a second verb to the subject of the first.
func (f *Finder) joins(i int) bool {
	switch {
	case i < f.from:
		return false
	case f.In(i, language.JoinsVerbs):
		return true
	}
	return f.In(i, language.BeforeVerb) && i-1 >= f.from && (f.Is(i-1, "and") || f.Is(i-1, "but") || f.Is(i-1, ","))
}

// recall is how many cues back a pronoun or a second verb looks for its subject.
const recall = 20

// lastWho is the subject of the last finite cue, else the sentence's.
func (f *Finder) lastWho() speaker {
	for k := len(f.cues) - 1; k >= max(0, len(f.cues)-recall); k-- {
		if c := f.cues[k]; (c.kind == language.Says || c.kind == language.Judges) && c.who.known() {
			s := c.who
			s.remote = true
			return s
		}
	}
	s := f.subject()
	s.remote = true
	return s
}

// participle completes a cue on -ing: its speaker is the subject of the clause.
func (f *Finder) participle(c cue, low int) (cue, bool) {
	i := c.from
	if f.In(i-1, language.Article) {
		return c, false
	}
	if k := f.mentionAt(i - 1); k >= 0 { // "with Ruiz calling it"
		if first := f.firstToken(k, i-1); f.Is(first-1, "with") || f.In(i-2, language.Copula) {
			c.who = f.mentioned(k, first)
			return c, true
		}
	}
	if f.In(i-1, language.Copula) { // "Ruiz is calling it"
		if s, ok := f.subjectBefore(i-2, low); ok {
			c.who, c.first = s, s.from
			c.kind -= language.SaidOf - language.Says
			return c, true
		}
	}
	if f.Is(i-1, "kept") || f.Is(i-1, "keeps") {
		if s, ok := f.subjectBefore(i-2, low); ok {
			c.who, c.first = s, s.from
			c.kind -= language.SaidOf - language.Says
			return c, true
		}
	}
	c.who = f.lastWho()
	return c, c.who.known()
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
	if !who.known() && colon > f.from && f.opening(colon+1, f.to) != noMark {
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

// human tells whether the noun at token i is one for persons or for who speaks.
func (f *Finder) human(i int) bool {
	for ; i >= f.from; i-- {
		w := f.Fold(i)
		if f.In(i, language.BeforeVerb) || strings.HasSuffix(w, "ly") {
			continue
		}
		return f.In(i, language.People, language.Spokesman, language.Body, language.Document) || f.In(i, language.Pronoun, language.Title, language.Human, language.Officer, language.Shared) ||
			len(w) > 5 && strings.HasSuffix(w, "ist") ||
			len(w) > 5 && (strings.HasSuffix(w, "ers") || strings.HasSuffix(w, "ists") || strings.HasSuffix(w, "ors") || strings.HasSuffix(w, "cates") || strings.HasSuffix(w, "ents"))
	}
	return false
}
