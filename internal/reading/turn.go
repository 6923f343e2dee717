package reading

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"glossator/internal/language"
	"glossator/internal/token"
)

// Label is what a turn of a transcript begins with: the tokens [From, Name) of who speaks,
// and the first token of what is said. Its zero value is none.
type Label struct {
	From, Name, Said int
	Form             LabelForm
}

// LabelForm is how a label is written.
type LabelForm uint8

// The forms of labels.
const (
	NoLabel      LabelForm = iota
	NameLabel              // Ana Ruiz:
	CapitalLabel           // MS. RUIZ:
	LetterLabel            // Q:
)

// Transcript is a text that has turns instead of quotation marks: paragraphs that begin
// with who speaks.
type Transcript struct {
	Last int // block with a label of a speaker

	text     *Text
	declared bool
	labels   []Label // of the blocks
	person   func(Label) bool
	uses     map[string]labelUse // last word of a label → what the text makes of it
}

// labelUse is how many turns the last word of a label begins, and whether one of them
// names a person with it.
type labelUse struct {
	turns  int
	person bool
}

// transcriptKind is the kind of a text that is declared to be one.
const transcriptKind = "transcript"

// Transcript reads a text as one: nil where it is not declared to be one and has not the
// form. person tells whether a label names a person.
func (t *Text) Transcript(person func(Label) bool) *Transcript {
	if !t.Lex.Pack.ReadsSpeakers || !t.anyLabel() {
		return nil
	}
	x := &Transcript{Last: -1, text: t, declared: t.Doc.Meta.Kind.Text == transcriptKind, labels: make([]Label, len(t.Blocks)), person: person}
	for b := range x.labels {
		x.labels[b] = t.labelOf(b)
	}
	if !x.declared && !x.formed() {
		return nil
	}
	for b := range x.labels {
		if x.Label(b).Form != NoLabel {
			x.Last = b
		}
	}
	return x
}

// Label is the label of a speaker with which block b begins.
func (x *Transcript) Label(b int) Label {
	if l := x.labels[b]; l.Form != NoLabel && (x.declared || x.speakerly(l)) {
		return l
	}
	return Label{}
}

// Begun tells whether some label, of a speaker or not, stands at block b.
func (x *Transcript) Begun(b int) bool { return x.labels[b].Form != NoLabel }

// Ended tells whether block b stands behind the last turn of a text that only has the form.
func (x *Transcript) Ended(b int) bool { return b > x.Last && !x.declared }

// anyLabel tells whether a block has a label: most texts have none.
func (t *Text) anyLabel() bool {
	for b := range t.Blocks {
		if t.labelOf(b).Form != NoLabel {
			return true
		}
	}
	return false
}

// labelOf is the label that block b begins with.
func (t *Text) labelOf(b int) Label {
	const longest = 9 // tokens
	blk := &t.Blocks[b]
	l, form := Label{From: blk.From}, NoLabel
	if blk.N == 0 || blk.To-blk.From < 2 {
		return Label{}
	}
	if t.In(l.From, language.Asker, language.Answer) && t.initial(l.From) {
		return t.letterLabel(blk.From, blk.To)
	}
	for i := l.From; i < blk.To && i < l.From+longest; i++ {
		shape := t.Tokens[i].Shape
		switch {
		case shape == token.Lower && !t.In(i, language.Particle) && !t.bracketOpen(i, l.From):
			return Label{}
		case i > l.From && t.endsLabel(i):
			if l.Name, l.Said, l.Form = i, i+1, form; t.Is(i, ".") {
				l.Said++
			}
			return l
		case shape == token.Upper:
			if form == NoLabel {
				form = CapitalLabel
			}
		case i > l.From && (t.AnyOf(i, "(", ")", ",", "-", ".") || t.bracketOpen(i, l.From)), shape == token.Initial, t.In(i, language.Honorific):
		case shape.Capitalized(), t.In(i, language.Particle):
			form = NameLabel
		default:
			return Label{}
		}
	}
	return Label{}
}

// letterLabel is the label of one word at token i: "Q:".
func (t *Text) letterLabel(i, to int) Label {
	l := Label{From: i, Name: i + 1, Said: i + 1, Form: LetterLabel}
	for l.Said < to && t.AnyOf(l.Said, ":", ".", "-") {
		l.Said++
	}
	return l
}

// initial tells whether token i is one capital letter, or all in capitals.
func (t *Text) initial(i int) bool {
	raw := strings.TrimSuffix(t.Raw(i), ".")
	r, n := utf8.DecodeRuneInString(raw)
	switch {
	case !unicode.IsUpper(r), n < len(raw) && !t.Is(i+1, ":"):
		return false
	case n < len(raw), t.In(i, language.Asker):
		return true
	}
	return t.AnyOf(i+1, ":", ".", "-") || t.Tokens[i].Shape == token.Initial && t.In(i+1, language.Function)
}

// endsLabel tells whether a label ends before token i: at a colon, or at the full stop and
// dash of "HON. M. RUIZ.-".
func (t *Text) endsLabel(i int) bool {
	return t.Is(i, ":") || t.Is(i, ".") && t.Is(i+1, "-") && t.Tokens[i+1].Flags&token.Spaced == 0
}

// bracketOpen tells whether token i stands in a bracket of the label: "MR. HALE (North):".
func (t *Text) bracketOpen(i, from int) bool {
	for i--; i >= from; i-- {
		if t.Is(i, "(") {
			return true
		}
	}
	return false
}

// formed tells whether a text has the form of a transcript: turns of at least two
// speakers, several under titles in capitals, or else half of all paragraphs.
func (x *Transcript) formed() bool {
	const few, some = 3, 4 // turns
	titled, turns, all := 0, 0, 0
	first, others := "", false
	for b, l := range x.labels {
		if x.text.Blocks[b].N > 0 {
			all++
		}
		if l.Form == NoLabel || !x.speakerly(l) {
			continue
		}
		if turns++; l.Form == LetterLabel || x.titled(l) {
			titled++
		}
		words := x.text.Fold(l.Name - 1)
		others = others || first != "" && words != first
		first = words
	}
	return others && (titled >= few || turns >= some && 2*turns >= all)
}

// speakerly tells whether a label is one of a speaker by itself: it has a title, asks or
// answers, or comes again, and in small letters names a person. "SUMMARY:" is none.
func (x *Transcript) speakerly(l Label) bool {
	switch {
	case l.Form == LetterLabel, x.titled(l):
		return true
	case l.Form == CapitalLabel:
		return x.labelled(l).turns > 1
	}
	return x.labelled(l).person && x.labelled(l).turns > 1
}

// titled tells whether a label in capitals has a title in it, or asks.
func (x *Transcript) titled(l Label) bool {
	for i := l.From; i < l.Name && l.Form == CapitalLabel; i++ {
		if x.text.In(i, language.Honorific, language.Title, language.Asker) {
			return true
		}
	}
	return false
}

// labelled is what the text makes of the last word of a label.
func (x *Transcript) labelled(l Label) labelUse {
	if x.uses == nil {
		x.uses = map[string]labelUse{}
		for _, l := range x.labels {
			if l.Form == NoLabel {
				continue
			}
			u := x.uses[x.text.Fold(l.Name-1)]
			u.turns, u.person = u.turns+1, u.person || x.person(l)
			x.uses[x.text.Fold(l.Name-1)] = u
		}
	}
	return x.uses[x.text.Fold(l.Name-1)]
}
