package annotate

import (
	"glossator/internal/language"
	"glossator/internal/source"
	"glossator/internal/token"
)

// begin makes the attributor new, in the memory that it has.
func (a *attributor) begin(t *text, pairs []pair) {
	if a.names == nil {
		a.names, a.sought = map[string]string{}, map[string]int{}
	}
	clear(a.names)
	clear(a.sought)
	*a = attributor{text: t, pairs: pairs, quotes: make([]Quote, len(pairs)), speakers: zeroed(a.speakers, len(pairs)), at: a.at,
		persons: a.persons, names: a.names, sought: a.sought, cues: a.cues}
	for q, p := range pairs {
		a.quotes[q] = Quote{Span: t.inside(p), Kind: t.kindOf(p), Certainty: "unknown"}
	}
}

// attribute finds who said what is quoted.
func (a *attributor) attribute(ms []Mention) {
	a.place(ms)
	a.brief = true
	if a.readBlocks(); a.asked {
		a.restart()
		a.readBlocks()
	}
	a.fill()
	a.headlines()
}

// readBlocks reads the text to its last quotation: what is behind says nothing of it.
func (a *attributor) readBlocks() {
	last := a.pairs[len(a.pairs)-1].block
	for b := range a.blocks[:last+1] {
		if a.block(b); a.brief && a.asked {
			return
		}
	}
}

// restart forgets what a brief reading found.
func (a *attributor) restart() {
	clear(a.speakers)
	clear(a.names)
	clear(a.sought)
	for q := range a.quotes {
		a.quotes[q].Cue, a.quotes[q].Certainty = source.Span{}, "unknown"
	}
	a.brief, a.asked, a.intro, a.next = false, false, false, 0
}

// place notes which tokens belong to mentions of persons and organizations.
func (a *attributor) place(ms []Mention) {
	a.mentions, a.at, a.persons = ms, zeroed(a.at, len(a.tokens)+1), zeroed(a.persons, len(ms))
	i := 0
	for k, m := range ms {
		e := a.lex.Catalogue.Entry(m.Entry)
		if e == nil || e.Kind != "person" && e.Kind != "organization" {
			continue
		}
		a.persons[k] = e.Person()
		for i < len(a.tokens) && int(a.tokens[i].End) <= m.Span.Start {
			i++
		}
		for ; i < len(a.tokens) && int(a.tokens[i].Start) < m.Span.End; i++ {
			a.at[i] = int32(k + 1)
		}
	}
}

// block reads one block's sentences.
func (a *attributor) block(b int) {
	blk := &a.blocks[b]
	quotes := a.pairs[a.next].open < blk.to
	if a.brief && !quotes {
		return
	}
	colon := a.intro
	a.before = speaker{}
	if colon || blk.N == 0 {
		a.before = a.lastInText
	}
	person, org := a.person, a.org
	if quotes {
		a.quoting(blk)
		if a.next == len(a.pairs) {
			return
		}
	} else {
		for _, s := range a.sentences[blk.first:blk.last] {
			a.sentence(s.from, s.to, a.next)
		}
	}
	if last := blk.to - 1; last > blk.from && a.tokens[last].Shape.Wordlike() {
		a.person, a.org = person, org // a heading or a line of furniture
	}
	if blk.N > 0 {
		a.lastInText = a.before
		a.intro = blk.to > blk.from && a.is(blk.to-1, ":")
	}
}

// quoting reads the sentences of a block with quotations, to the last quotation of the
// text.
func (a *attributor) quoting(blk *block) {
	from, first := blk.from, a.next
	end := func(to int) {
		if to > from {
			a.sentence(from, to, first)
		}
		from, first = to, a.next
	}
	for i := blk.from; i < blk.to && first < len(a.pairs); {
		for a.next < len(a.pairs) && a.pairs[a.next].open < i {
			a.next++
		}
		if a.next < len(a.pairs) && a.pairs[a.next].open == i {
			p := a.pairs[a.next]
			a.next++
			i = min(p.close+1, blk.to)
			for i < blk.to && a.is(i, ")") {
				i++
			}
			if a.endsWith(p, i, blk.to) {
				end(i)
			}
			continue
		}
		i++
		if a.ends(i-1, blk.to) {
			for i < blk.to && a.closes(i) && !(a.next < len(a.pairs) && a.pairs[a.next].open == i) {
				i++
			}
			end(i)
		}
	}
	if first < len(a.pairs) {
		end(blk.to)
	}
}

// endsWith tells whether a sentence ends with the quotation p, where token i follows.
func (a *attributor) endsWith(p pair, i, to int) bool {
	if i >= to {
		return true
	}
	last, next := p.close-1, a.tokens[i]
	stop := a.is(last, ".") || a.is(last, "…")
	asks := a.is(last, "?") || a.is(last, "!")
	switch {
	case !stop && !asks, next.Shape == token.Lower:
		return false
	case next.Shape == token.Punct:
		return a.opening(i, to) != noMark
	case stop:
		return true
	}
	const soon = 9 // tokens within which "Who knows?" Ruiz asked has its verb
	for j := i; j < to && j < i+soon && a.tokens[j].Shape != token.Punct; j++ {
		if k := a.term(j).Cue; (k == language.Says || k == language.Judges) && a.tokens[j].Shape == token.Lower {
			return false
		}
	}
	return true
}

// sentence finds the cues of the tokens [from, to) and gives each quotation in them
// its speaker.
func (a *attributor) sentence(from, to, first int) {
	if a.brief && first == a.next {
		return
	}
	a.from, a.to, a.first = from, to, first
	a.cues, a.read, a.main, a.mainKnown = a.cues[:0], 0, speaker{}, false
	a.readCues()
	spoke := speaker{}
	for q := first; q < a.next; q++ {
		who, c, certainty := a.speakerOf(q)
		if who.known() {
			a.speakers[q] = who
			a.quotes[q].Certainty = certainty
			if c != nil {
				a.quotes[q].Cue = a.span(c.from, c.to)
			}
			spoke = who
		}
	}
	if !a.brief {
		a.remember(spoke)
	}
}

// remember keeps who was spoken of, for the pronouns of the next sentence.
func (a *attributor) remember(spoke speaker) {
	main := a.subject()
	if a.is(a.from, "for") && !spoke.known() && !(main.known() && main.person) && a.from+1 < a.to {
		if end := a.nameEnd(a.from + 1); a.is(end, ",") && end > a.from+1 { // "For Ruiz, the order is late."
			if s := a.best(a.from+1, end); s.person && (s.entry != "" || s.proper) {
				spoke = s
			}
		}
	}
	if !spoke.known() {
		for _, c := range a.cues {
			if (c.kind == language.Says || c.kind == language.SaidOf) && c.who.known() {
				spoke = c.who
			}
		}
	}
	for _, s := range [...]speaker{main, spoke} {
		s.remote = true
		switch {
		case !s.known():
		case s.person, s.unnamed:
			a.person = s
		default:
			a.org = s
		}
	}
	a.before = spoke
	if !spoke.known() {
		a.before = main
		a.before.remote = true
	}
	a.intro = a.is(a.to-1, ":")
}

// What was said before is asked for here: he, it and lastNamed are who was spoken of last,
// as a person and as an organization, and who spoke last; fullNameOf is the full name
// that the text gave with a surname.
func (a *attributor) he() speaker {
	a.asked = true
	return a.person
}

func (a *attributor) it() speaker {
	a.asked = true
	return a.org
}

func (a *attributor) lastNamed() speaker {
	a.asked = true
	return a.before
}

func (a *attributor) fullNameOf(surname string) string {
	a.asked = true
	return a.names[surname]
}

// skip is the token behind the quotation that token i opens, or i where it opens none.
// q is moved to the next pair.
func (a *attributor) skip(i int, q *int) int {
	for *q < len(a.pairs) && a.pairs[*q].open < i {
		*q++
	}
	if *q < len(a.pairs) && a.pairs[*q].open == i {
		p := a.pairs[*q]
		*q++
		return max(i+1, min(p.close+1, a.to))
	}
	return i
}
