package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"glossator/internal/annotation"
	"glossator/internal/language"
	"glossator/internal/source"
	"glossator/internal/token"
)

// A transcript has turns instead of quotation marks: paragraphs that begin with who
// speaks. What is said in them is quoted whole, whatever marks are inside.

// label is what a turn begins with: the tokens [from, name) of a name, and the first token
// of what is said.
type label struct {
	from, name, said int
	form             labelForm
}

type labelForm uint8

const (
	noLabel labelForm = iota
	plain             // Ana Ruiz:
	capital           // MS. RUIZ:
	letter            // Q:
)

// transcribed finds the turns of a text that is a transcript, or looks like one, and notes
// which blocks they fill.
func (f *Finder) transcribed(ms []annotation.Mention) {
	f.turns, f.inTurn = f.turns[:0], f.inTurn[:0]
	if !f.Lex.Pack.ReadsSpeakers || !f.anyLabel() {
		return
	}
	f.place(ms)
	declared := f.Doc.Meta.Kind.Text == transcript
	if !declared && !f.looksTranscribed() {
		return
	}
	f.inTurn = append(f.inTurn, make([]bool, len(f.Blocks))...)
	last := f.lastLabel(declared)
	asked := f.introduced()
	who, speaking := speaker{}, false
	for b := range f.Blocks {
		l := f.labelOf(b)
		blk := &f.Blocks[b]
		switch {
		case blk.N == 0 || b > last && !declared:
			speaking = false
		case l.form != noLabel && (declared || f.speakerly(l)):
			who, speaking = f.whose(l, asked), true
			f.take(b, l, who)
		case speaking && !f.aside(blk.From):
			f.take(b, label{said: blk.From}, who)
		}
	}
}

// transcript is the kind of a text that is declared to be one.
const transcript = "transcript"

// anyLabel tells whether a block has a label: most texts have none.
func (f *Finder) anyLabel() bool {
	for b := range f.Blocks {
		if f.labelOf(b).form != noLabel {
			return true
		}
	}
	return false
}

// take makes the words of block b from a label on somebody's. Whose words are not known
// are nobody's quotation.
func (f *Finder) take(b int, l label, who speaker) {
	blk := &f.Blocks[b]
	f.inTurn[b] = true
	if !who.known() || l.said >= blk.To {
		return
	}
	q := annotation.Quote{Kind: direct, Certainty: certain, Speaker: who.entry}
	q.Span = trimmed(f.Prose, source.Span{Start: int(f.Tokens[l.said].Start), End: blk.Span.End})
	if who.entry == "" {
		q.Name = who.name
	}
	if l.name > l.from {
		q.Cue = f.Span(l.from, l.name)
	}
	f.turns = append(f.turns, q)
}

// labelOf is the label that block b begins with.
func (f *Finder) labelOf(b int) label {
	const longest = 9 // tokens
	blk := &f.Blocks[b]
	l, form := label{from: blk.From}, noLabel
	if blk.N == 0 || blk.To-blk.From < 2 {
		return label{}
	}
	if f.In(l.from, language.Asker, language.Answer) && f.initial(l.from) {
		return f.letterLabel(blk.From, blk.To)
	}
	for i := l.from; i < blk.To && i < l.from+longest; i++ {
		shape := f.Tokens[i].Shape
		switch {
		case shape == token.Lower && !f.In(i, language.Particle) && !f.bracketOpen(i, l.from):
			return label{}
		case i > l.from && f.endsLabel(i):
			if l.name, l.said, l.form = i, i+1, form; f.Is(i, ".") {
				l.said++
			}
			return l
		case shape == token.Upper:
			if form == noLabel {
				form = capital
			}
		case i > l.from && (f.anyOf(i, "(", ")", ",", "-", ".") || f.bracketOpen(i, l.from)), shape == token.Initial, f.In(i, language.Honorific):
		case shape.Capitalized(), f.In(i, language.Particle):
			form = plain
		default:
			return label{}
		}
	}
	return label{}
}

// letterLabel is the label of one word at token i: "Q:".
func (f *Finder) letterLabel(i, to int) label {
	l := label{from: i, name: i + 1, said: i + 1, form: letter}
	for l.said < to && f.anyOf(l.said, ":", ".", "-") {
		l.said++
	}
	return l
}

// initial tells whether token i is one capital letter, or all in capitals.
func (f *Finder) initial(i int) bool {
	raw := strings.TrimSuffix(f.Raw(i), ".")
	r, n := utf8.DecodeRuneInString(raw)
	switch {
	case !unicode.IsUpper(r), n < len(raw) && !f.Is(i+1, ":"):
		return false
	case n < len(raw), f.In(i, language.Asker):
		return true
	}
	return f.anyOf(i+1, ":", ".", "-") || f.Tokens[i].Shape == token.Initial && f.In(i+1, language.Function)
}

// endsLabel tells whether a label ends before token i: at a colon, or at the full stop and
// dash of "HON. M. RUIZ.-".
func (f *Finder) endsLabel(i int) bool {
	return f.Is(i, ":") || f.Is(i, ".") && f.Is(i+1, "-") && f.Tokens[i+1].Flags&token.Spaced == 0
}

// bracketOpen tells whether token i stands in a bracket of the label: "MR. HALE (North):".
func (f *Finder) bracketOpen(i, from int) bool {
	for i--; i >= from; i-- {
		if f.Is(i, "(") {
			return true
		}
	}
	return false
}

// aside tells whether a paragraph that begins at token i is no speech: "(Applause.)".
func (f *Finder) aside(i int) bool { return f.Is(i, "(") || f.Is(i, "[") }

// looksTranscribed tells whether a text has the form of a transcript: turns of at least two
// speakers, several under titles in capitals, or else half of all paragraphs.
func (f *Finder) looksTranscribed() bool {
	const few, some = 3, 4 // turns
	titled, turns, all := 0, 0, 0
	first, others := "", false
	for b := range f.Blocks {
		if f.Blocks[b].N > 0 {
			all++
		}
		l := f.labelOf(b)
		if l.form == noLabel || !f.speakerly(l) {
			continue
		}
		if turns++; l.form == letter || f.hasTitle(l) {
			titled++
		}
		words := f.Fold(l.name - 1)
		others = others || first != "" && words != first
		first = words
	}
	return others && (titled >= few || turns >= some && 2*turns >= all)
}

// speakerly tells whether a label is one of a speaker by itself: it has a title, asks or
// answers, or comes again, and in small letters names a person. "SUMMARY:" is none.
func (f *Finder) speakerly(l label) bool {
	switch {
	case l.form == letter, f.hasTitle(l):
		return true
	case l.form == capital:
		return f.labelled(l.name-1).turns > 1
	}
	return f.labelled(l.name-1).person && f.labelled(l.name-1).turns > 1
}

// hasTitle tells whether a label in capitals has a title in it, or asks.
func (f *Finder) hasTitle(l label) bool {
	for i := l.from; i < l.name && l.form == capital; i++ {
		if f.In(i, language.Honorific, language.Title, language.Asker) {
			return true
		}
	}
	return false
}

// labelUse is how many turns the last word of a label begins, and whether one of them
// names a person with it.
type labelUse struct {
	turns  int
	person bool
}

// labelled is what the text makes of the last word of a label, token i.
func (f *Finder) labelled(i int) labelUse {
	if f.labels == nil {
		f.labels = map[string]labelUse{}
		for b := range f.Blocks {
			l := f.labelOf(b)
			if l.form == noLabel {
				continue
			}
			u := f.labels[f.Fold(l.name-1)]
			f.from, f.to = l.from, l.name
			s, _ := f.personAt(l.from)
			u.turns, u.person = u.turns+1, u.person || s.known()
			f.labels[f.Fold(l.name-1)] = u
		}
	}
	return f.labels[f.Fold(i)]
}

// lastLabel is the last block with a label.
func (f *Finder) lastLabel(declared bool) int {
	for b := len(f.Blocks) - 1; b >= 0; b-- {
		if l := f.labelOf(b); l.form != noLabel && (declared || f.speakerly(l)) {
			return b
		}
	}
	return -1
}

// whose is who a label names: an entry, or the name as a text would write it. Who only
// asks has none.
func (f *Finder) whose(l label, asked speaker) speaker {
	switch {
	case l.form == letter && f.In(l.from, language.Answer):
		return asked
	case f.In(l.name-1, language.Asker):
		return speaker{}
	}
	for i := l.from; i < l.name; i++ {
		if k := f.mentionAt(i); k >= 0 && f.persons[k] {
			return f.mentioned(k, i)
		}
	}
	end := l.name
	for i := l.from; i < l.name; i++ {
		if f.Is(i, "(") || f.Is(i, ",") {
			end = i
			break
		}
	}
	if end == l.from {
		return speaker{}
	}
	words := strings.Fields(f.Prose[f.Tokens[l.from].Start:f.Tokens[end-1].End])
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
func (f *Finder) introduced() (s speaker) {
	for b := range f.Blocks {
		blk := &f.Blocks[b]
		if blk.N > 0 && f.labelOf(b).form != noLabel {
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
