package quote

import (
	"glossator/internal/annotation"
	"glossator/internal/language"
	"glossator/internal/reading"
	"glossator/internal/source"
	"glossator/internal/token"
)

// begin makes the finder new, in the memory that it has.
func (f *Finder) begin() {
	if f.names == nil {
		f.names, f.sought = map[string]string{}, map[string]int{}
	}
	clear(f.names)
	clear(f.sought)
	*f = Finder{Text: f.Text, pairs: f.pairs, quotes: make([]annotation.Quote, len(f.pairs)), speakers: reading.Zeroed(f.speakers, len(f.pairs)), at: f.at,
		persons: f.persons, names: f.names, sought: f.sought, cues: f.cues}
	for q, p := range f.pairs {
		f.quotes[q] = annotation.Quote{Span: f.inside(p), Kind: f.kindOf(p), Certainty: "unknown"}
	}
}

// attribute finds who said what is quoted.
func (f *Finder) attribute(ms []annotation.Mention) {
	f.place(ms)
	f.brief = true
	if f.readBlocks(); f.asked {
		f.restart()
		f.readBlocks()
	}
	f.fill()
	f.headlines()
}

// readBlocks reads the text to its last quotation: what is behind says nothing of it.
func (f *Finder) readBlocks() {
	last := f.pairs[len(f.pairs)-1].block
	for b := range f.Blocks[:last+1] {
		if f.block(b); f.brief && f.asked {
			return
		}
	}
}

// restart forgets what a brief reading found.
func (f *Finder) restart() {
	clear(f.speakers)
	clear(f.names)
	clear(f.sought)
	for q := range f.quotes {
		f.quotes[q].Cue, f.quotes[q].Certainty = source.Span{}, "unknown"
	}
	f.brief, f.asked, f.intro, f.next = false, false, false, 0
}

// place notes which tokens belong to mentions of persons and organizations.
func (f *Finder) place(ms []annotation.Mention) {
	f.mentions, f.at, f.persons = ms, reading.Zeroed(f.at, len(f.Tokens)+1), reading.Zeroed(f.persons, len(ms))
	i := 0
	for k, m := range ms {
		e := f.Lex.Catalogue.Entry(m.Entry)
		if e == nil || e.Kind != "person" && e.Kind != "organization" {
			continue
		}
		f.persons[k] = e.Person()
		for i < len(f.Tokens) && int(f.Tokens[i].End) <= m.Span.Start {
			i++
		}
		for ; i < len(f.Tokens) && int(f.Tokens[i].Start) < m.Span.End; i++ {
			f.at[i] = int32(k + 1)
		}
	}
}

// block reads one block's sentences.
func (f *Finder) block(b int) {
	blk := &f.Blocks[b]
	quotes := f.pairs[f.next].open < blk.To
	if f.brief && !quotes {
		return
	}
	colon := f.intro
	f.before = speaker{}
	if colon || blk.N == 0 {
		f.before = f.lastInText
	}
	person, org := f.person, f.org
	if quotes {
		f.quoting(blk)
		if f.next == len(f.pairs) {
			return
		}
	} else {
		for _, s := range f.Sentences[blk.First:blk.Last] {
			f.sentence(s.From, s.To, f.next)
		}
	}
	if last := blk.To - 1; last > blk.From && f.Tokens[last].Shape.Wordlike() {
		f.person, f.org = person, org // a heading or a line of furniture
	}
	if blk.N > 0 {
		f.lastInText = f.before
		f.intro = blk.To > blk.From && f.Is(blk.To-1, ":")
	}
}

// quoting reads the sentences of a block with quotations, to the last quotation of the
// text.
func (f *Finder) quoting(blk *reading.Block) {
	from, first := blk.From, f.next
	end := func(to int) {
		if to > from {
			f.sentence(from, to, first)
		}
		from, first = to, f.next
	}
	for i := blk.From; i < blk.To && first < len(f.pairs); {
		for f.next < len(f.pairs) && f.pairs[f.next].open < i {
			f.next++
		}
		if f.next < len(f.pairs) && f.pairs[f.next].open == i {
			p := f.pairs[f.next]
			f.next++
			i = min(p.close+1, blk.To)
			for i < blk.To && f.Is(i, ")") {
				i++
			}
			if f.endsWith(p, i, blk.To) {
				end(i)
			}
			continue
		}
		i++
		if f.Ends(i-1, blk.To) {
			for i < blk.To && f.Closes(i) && !(f.next < len(f.pairs) && f.pairs[f.next].open == i) {
				i++
			}
			end(i)
		}
	}
	if first < len(f.pairs) {
		end(blk.To)
	}
}

// endsWith tells whether a sentence ends with the quotation p, where token i follows.
func (f *Finder) endsWith(p pair, i, to int) bool {
	if i >= to {
		return true
	}
	last, next := p.close-1, f.Tokens[i]
	stop := f.Is(last, ".") || f.Is(last, "…")
	asks := f.Is(last, "?") || f.Is(last, "!")
	switch {
	case !stop && !asks, next.Shape == token.Lower:
		return false
	case next.Shape == token.Punct:
		return f.opening(i, to) != noMark
	case stop:
		return true
	}
	const soon = 9 // tokens within which "Who knows?" Ruiz asked has its verb
	for j := i; j < to && j < i+soon && f.Tokens[j].Shape != token.Punct; j++ {
		if k := f.Term(j).Cue; (k == language.Says || k == language.Judges) && f.Tokens[j].Shape == token.Lower {
			return false
		}
	}
	return true
}

// sentence finds the cues of the tokens [from, to) and gives each quotation in them
// its speaker.
func (f *Finder) sentence(from, to, first int) {
	if f.brief && first == f.next {
		return
	}
	f.from, f.to, f.first = from, to, first
	f.cues, f.read, f.main, f.mainKnown = f.cues[:0], 0, speaker{}, false
	f.readCues()
	spoke := speaker{}
	for q := first; q < f.next; q++ {
		v, _ := f.decide(q)
		if !v.who.known() {
			continue
		}
		f.speakers[q] = v.who
		f.quotes[q].Certainty = "likely"
		if v.outcome == settles {
			f.quotes[q].Certainty = "certain"
		}
		if v.cue != nil {
			f.quotes[q].Cue = f.Span(v.cue.from, v.cue.to)
		}
		spoke = v.who
	}
	if !f.brief {
		f.remember(spoke)
	}
}

// remember keeps who was spoken of, for the pronouns of the next sentence.
func (f *Finder) remember(spoke speaker) {
	main := f.subject()
	if f.Is(f.from, "for") && !spoke.known() && !(main.known() && main.person) && f.from+1 < f.to {
		if end := f.nameEnd(f.from + 1); f.Is(end, ",") && end > f.from+1 { // "For Ruiz, the order is late."
			if s := f.best(f.from+1, end); s.person && (s.entry != "" || s.proper) {
				spoke = s
			}
		}
	}
	if !spoke.known() {
		for _, c := range f.cues {
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
			f.person = s
		default:
			f.org = s
		}
	}
	f.before = spoke
	if !spoke.known() {
		f.before = main
		f.before.remote = true
	}
	f.intro = f.Is(f.to-1, ":")
}

// What was said before is asked for here: he, it and lastNamed are who was spoken of last,
// as a person and as an organization, and who spoke last; fullNameOf is the full name
// that the text gave with a surname.
func (f *Finder) he() speaker {
	f.asked = true
	return f.person
}

func (f *Finder) it() speaker {
	f.asked = true
	return f.org
}

func (f *Finder) lastNamed() speaker {
	f.asked = true
	return f.before
}

func (f *Finder) fullNameOf(surname string) string {
	f.asked = true
	return f.names[surname]
}

// skip is the token behind the quotation that token i opens, or i where it opens none.
// q is moved to the next pair.
func (f *Finder) skip(i int, q *int) int {
	for *q < len(f.pairs) && f.pairs[*q].open < i {
		*q++
	}
	if *q < len(f.pairs) && f.pairs[*q].open == i {
		p := f.pairs[*q]
		*q++
		return max(i+1, min(p.close+1, f.to))
	}
	return i
}
