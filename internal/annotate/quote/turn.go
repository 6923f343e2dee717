package quote

import (
	"strings"
	"sync"
	"unicode"

	"glossator/internal/annotation"
	"glossator/internal/language"
	"glossator/internal/reading"
	"glossator/internal/source"
)

// What is said in the turns of a transcript is quoted whole, whatever marks are inside.

// transcribed finds the turns of a text that is a transcript, or looks like one, and notes
// which blocks they fill.
func (f *Finder) transcribed(ms []annotation.Mention) {
	f.turns, f.inTurn = f.turns[:0], f.inTurn[:0]
	place := sync.OnceFunc(func() { f.place(ms) })
	x := f.Transcript(func(l reading.Label) bool {
		place()
		f.from, f.to = l.From, l.Name
		s, _ := f.personAt(l.From)
		return s.known()
	})
	if x == nil {
		return
	}
	place()
	f.inTurn = append(f.inTurn, make([]bool, len(f.Blocks))...)
	asked := f.introduced(x)
	who, speaking := speaker{}, false
	for b := range f.Blocks {
		l := x.Label(b)
		blk := &f.Blocks[b]
		switch {
		case blk.N == 0 || x.Ended(b):
			speaking = false
		case l.Form != reading.NoLabel:
			who, speaking = f.whose(l, asked), true
			f.take(b, l, who)
		case speaking && !f.aside(blk.From):
			f.take(b, reading.Label{Said: blk.From}, who)
		}
	}
}

// take makes the words of block b from a label on somebody's. Whose words are not known
// are nobody's quotation.
func (f *Finder) take(b int, l reading.Label, who speaker) {
	blk := &f.Blocks[b]
	f.inTurn[b] = true
	if !who.known() || l.Said >= blk.To {
		return
	}
	q := annotation.Quote{Kind: direct, Certainty: certain, Speaker: who.entry}
	q.Span = trimmed(f.Prose, source.Span{Start: int(f.Tokens[l.Said].Start), End: blk.Span.End})
	if who.entry == "" {
		q.Name = who.name
	}
	if l.Name > l.From {
		q.Cue = f.Span(l.From, l.Name)
	}
	f.turns = append(f.turns, q)
}

// aside tells whether a paragraph that begins at token i is no speech: "(Applause.)".
func (f *Finder) aside(i int) bool { return f.Is(i, "(") || f.Is(i, "[") }

// whose is who a label names: an entry, or the name as a text would write it. Who only
// asks has none.
func (f *Finder) whose(l reading.Label, asked speaker) speaker {
	switch {
	case l.Form == reading.LetterLabel && f.In(l.From, language.Answer):
		return asked
	case f.In(l.Name-1, language.Asker):
		return speaker{}
	}
	for i := l.From; i < l.Name; i++ {
		if k := f.mentionAt(i); k >= 0 && f.persons[k] {
			return f.mentioned(k, i)
		}
	}
	end := l.Name
	for i := l.From; i < l.Name; i++ {
		if f.Is(i, "(") || f.Is(i, ",") {
			end = i
			break
		}
	}
	if end == l.From {
		return speaker{}
	}
	words := strings.Fields(f.Prose[f.Tokens[l.From].Start:f.Tokens[end-1].End])
	for i, w := range words {
		if strings.ToUpper(w) == w {
			words[i] = nameCase(w)
		}
	}
	return speaker{name: strings.Join(words, " ")}
}

// nameCase writes a word in capitals as one in a name: "O'NEIL-HALE" as "O'Neil-Hale".
func nameCase(w string) string {
	var b strings.Builder
	up := true
	for _, r := range w {
		if up {
			b.WriteRune(r)
		} else {
			b.WriteRune(unicode.ToLower(r))
		}
		up = !unicode.IsLetter(r)
	}
	return b.String()
}

// introduced is the one person whom the paragraphs before the first question name: whose
// answers they are.
func (f *Finder) introduced(x *reading.Transcript) (s speaker) {
	for b := range f.Blocks {
		blk := &f.Blocks[b]
		if blk.N > 0 && x.Begun(b) {
			return s
		}
		f.from, f.to = blk.From, blk.To
		for i := blk.From; i < blk.To; i++ {
			r, end := f.personAt(i)
			if !r.known() {
				continue
			}
			if s.known() && !f.same(s, r) {
				return speaker{}
			}
			s, i = r, max(i, end-1)
		}
	}
	return speaker{}
}
