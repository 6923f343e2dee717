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
		f.names, f.sought, f.shownBy = map[string]string{}, map[string]int{}, map[string]gender{}
	}
	clear(f.names)
	clear(f.sought)
	clear(f.shownBy)
	*f = Finder{Why: f.Why, Text: f.Text, pairs: f.pairs, turns: f.turns, inTurn: f.inTurn, speakers: f.speakers, at: f.at,
		persons: f.persons, names: f.names, sought: f.sought, shownBy: f.shownBy, cues: f.cues, subjects: f.subjects[:0]}
}

// room makes room for what is found of the quotations.
func (f *Finder) room() {
	f.quotes, f.speakers = make([]annotation.Quote, len(f.pairs)), reading.Zeroed(f.speakers, len(f.pairs))
	for q, p := range f.pairs {
		f.quotes[q] = annotation.Quote{Span: f.inside(p), Kind: f.kindOf(p), Certainty: unknown}
	}
}

// attribute finds who said what is quoted.
func (f *Finder) attribute(ms []annotation.Mention) {
	f.place(ms)
	f.brief = f.Why == nil // who asks why is told of each once
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
		f.quotes[q].Cue, f.quotes[q].Certainty = source.Span{}, unknown
	}
	f.brief, f.asked, f.intro, f.next = false, false, false, 0
	f.subjects = f.subjects[:0]
}

// place notes which tokens belong to mentions of persons and organizations.
func (f *Finder) place(ms []annotation.Mention) {
	f.mentions, f.at, f.persons = ms, reading.Zeroed(f.at, len(f.Tokens)+1), reading.Zeroed(f.persons, len(ms))
	i := 0
	for k, m := range ms {
		e := f.Lex.Catalogue.Entry(m.Entry)
		if e == nil || !f.Lex.Speaks(e) {
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
	subjects, org := len(f.subjects), f.org
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
	if end := blk.To - 1; end > blk.From && f.Tokens[end].Shape.Wordlike() {
		f.subjects, f.org = f.subjects[:subjects], org // a heading or a line of furniture
	}
	if blk.N > 0 {
		f.lastInText = f.before // of its last sentence
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
	if i >= to || p.reopened {
		return i >= to
	}
	last, next := p.close-1, f.Tokens[i]
	stop := f.Is(last, ".") || f.Is(last, "…")
	asks := f.Is(last, "?") || f.Is(last, "!")
	switch {
	case !stop && !asks, next.Shape == token.Lower:
		return false
	case next.Shape == token.Punct:
		return f.opening(i, to) != noMark || f.mark(i) == '['
	case f.trails(i, to):
		return false
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

// headline tells whether a sentence is written as one, once it was asked for.
type headline uint8

const (
	unread headline = iota
	asHeadline
	asProse
)

// headlined tells whether all words of weight in the sentence's own words are capitalized,
// verbs too.
func (f *Finder) headlined() bool {
	if f.headline == unread {
		f.headline = asProse
		if f.allCapitalized() {
			f.headline = asHeadline
		}
	}
	return f.headline == asHeadline
}

func (f *Finder) allCapitalized() bool {
	const least = 4 // words
	words, q := 0, f.first
	for i := f.from; i < f.to; i++ {
		if to := f.skip(i, &q); to > i {
			i = to - 1
			continue
		}
		switch shape := f.Tokens[i].Shape; {
		case shape == token.Lower && !f.In(i, language.Function):
			return false
		case shape == token.Capital:
			words++
		}
	}
	return words >= least
}

// trails tells whether the words from token i on only tell who said what was quoted before
// them, though that ends with a full stop: "Ruiz said to cheers."
func (f *Finder) trails(i, to int) bool {
	const rest = 5 // tokens behind the verb
	limit := f.to
	defer func() { f.to = limit }()
	f.to = to
	end := max(i+1, f.nameEnd(i))
	if f.term(end) != language.Says || !f.nameAhead(i) {
		return false
	}
	if end++; end >= to || f.Tokens[end].Shape != token.Punct && !f.In(end, language.Preposition) {
		return false
	}
	for j := end; j < to && j < end+rest; j++ {
		if f.Is(j, ".") {
			return true
		}
		if f.Tokens[j].Shape == token.Punct || f.In(j, language.Verbal, language.Copula, language.Relative) {
			return false
		}
	}
	return false
}

// term is the kind of cue that token i is a word of, in small letters.
func (f *Finder) term(i int) language.Cue {
	if i >= len(f.Tokens) || f.Tokens[i].Shape != token.Lower {
		return language.NoCue
	}
	return f.Term(i).Cue
}

// sentence finds the cues of the tokens [from, to) and gives each quotation in them
// its speaker.
func (f *Finder) sentence(from, to, first int) {
	if f.brief && first == f.next {
		return
	}
	f.from, f.to, f.first = from, to, first
	f.cues, f.read, f.main, f.mainKnown = f.cues[:0], 0, speaker{}, false
	f.headline = unread
	f.readCues()
	spoke := speaker{}
	for q := first; q < f.next; q++ {
		v, r := f.decide(q)
		f.tell(q, v, r)
		if !v.who.known() {
			continue
		}
		f.speakers[q] = v.who
		f.quotes[q].Certainty = likely
		if v.outcome == settles {
			f.quotes[q].Certainty = certain
		}
		if v.cue != nil {
			f.quotes[q].Cue = f.Span(v.cue.from, v.cue.to)
		}
		if spoke = v.who; v.last {
			spoke = speaker{}
		}
	}
	if !f.brief {
		f.remember(spoke)
	}
}

// remember keeps who was spoken of, for the pronouns of the next sentence.
func (f *Finder) remember(spoke speaker) {
	main := f.subject()
	if !spoke.known() {
		spoke = f.forWhom(main)
	}
	if !spoke.known() {
		spoke = f.told()
	}
	f.note(&main, false)
	f.note(&spoke, true)
	f.before = spoke
	if !spoke.known() {
		f.before = main
	}
	f.before.remote, f.before.spoke = true, spoke.known()
	f.intro = f.Is(f.to-1, ":")
}

// forWhom is the person that the sentence begins with where main, its subject, is none:
// "For Ruiz, the order is late."
func (f *Finder) forWhom(main speaker) speaker {
	if !f.Is(f.from, "for") || f.from+1 >= f.to || main.known() && main.person {
		return speaker{}
	}
	end := f.nameEnd(f.from + 1)
	if !f.Is(end, ",") || end == f.from+1 {
		return speaker{}
	}
	if s := f.best(f.from+1, end); s.person && (s.entry != "" || s.proper) {
		return s
	}
	return speaker{}
}

// told is who says what the sentence reports without quoting: the last subject of a verb
// of saying that stands in no subordinate clause and is not reported itself.
func (f *Finder) told() (s speaker) {
	for k := range f.cues {
		c := &f.cues[k]
		if c.kind != language.Says && c.kind != language.SaidOf || !c.who.known() {
			continue
		}
		if k == 0 || !s.known() || !f.subordinate(c) && !f.reported(&f.cues[k-1], c) {
			s = c.who
		}
	}
	return s
}

// What was said before is asked for here: he, it and lastNamed are who was spoken of last,
// as a person and as an organization, and who spoke last; fullNameOf is the full name
// that the text gave with a surname.
func (f *Finder) he(g gender) speaker {
	const recent = 12
	f.asked = true
	for k := len(f.subjects) - 1; k >= max(0, len(f.subjects)-recent); k-- {
		if s := &f.subjects[k]; g == unshown || f.genderOf(*s).may(g) {
			return *s
		}
	}
	return speaker{}
}

func (f *Finder) it() speaker {
	f.asked = true
	return f.org
}

func (f *Finder) lastNamed() speaker {
	f.asked = true
	return f.before
}

func (f *Finder) lastSpoke() speaker {
	f.asked = true
	return f.lastInText
}

func (f *Finder) fullNameOf(surname string) string {
	f.asked = true
	if full := f.names[surname]; full != several {
		return full
	}
	return ""
}

// hasFullName tells whether the text gave a full name with a surname, or several.
func (f *Finder) hasFullName(surname string) bool {
	f.asked = true
	return f.names[surname] != ""
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
