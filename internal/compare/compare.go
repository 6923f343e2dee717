// Package compare tells how two texts tell one story: which texts do (Sketch, Find),
// which passages answer each other, and what changed in them (Compare).
//
// In: documents with what was found in them: sentences, quotations and mentions are those
// of the annotations; other names are known by their form. Out: Pairs, and for a pair a
// Comparison of Rows to draw side by side and Findings to read alone. All spans are bytes
// into the Prose.Text of their own side. Invariants: a text compared with itself has no
// findings; comparing the other way round gives the same findings with the sides
// exchanged; scores are whole numbers, so that every machine finds the same.
package compare

import (
	"cmp"
	"strings"

	"glossator/internal/annotation"
	"glossator/internal/doc"
	"glossator/internal/language"
	"glossator/internal/source"
)

// Side is one of the two texts.
type Side struct {
	Doc *doc.Document
	Ann *annotation.Set
}

// Kind is what a finding is about. The kinds are listed in the order in which
// findings are reported.
type Kind string

const (
	Quotation Kind = "quotation" // words inside quotation marks
	Name      Kind = "name"      // of a person, program, organization or place
	Title     Kind = "title"     // of an office, or of a program that has no proper name
	Figure    Kind = "figure"
	Day       Kind = "day"
	Claim     Kind = "claim" // a negation, a direction, who does what
	Passage   Kind = "passage"
	Wording   Kind = "wording"
)

// Kinds in the order of Findings.
var Kinds = []Kind{Quotation, Name, Title, Figure, Day, Claim, Passage, Wording}

// Verdict says what became of the words.
type Verdict string

const (
	AlteredQuotation Verdict = "altered quotation"
	MarksDropped     Verdict = "quotation marks dropped"
	MarksAdded       Verdict = "quotation marks added"
	GarbledName      Verdict = "garbled name"         // part of it kept, misspelled, or no longer a name
	ChangedName      Verdict = "changed name"         // another name altogether
	OtherForm        Verdict = "other form of a name" // longer, shorter, or initials
	DroppedName      Verdict = "dropped name"
	AddedName        Verdict = "added name"
	AlteredTitle     Verdict = "altered title"
	ChangedFigure    Verdict = "changed figure"
	DroppedFigure    Verdict = "dropped figure"
	AddedFigure      Verdict = "added figure"
	ChangedDay       Verdict = "changed day"
	DroppedDay       Verdict = "dropped day"
	AddedDay         Verdict = "added day"
	FlippedClaim     Verdict = "flipped claim"
	DroppedPassage   Verdict = "dropped passage"
	AddedPassage     Verdict = "added passage"
	MovedPassage     Verdict = "moved passage"
	WordingOnly      Verdict = "wording only"
)

// Verdicts lists what can become of words.
var Verdicts = []Verdict{AlteredQuotation, MarksDropped, MarksAdded, GarbledName, ChangedName, OtherForm, DroppedName, AddedName, AlteredTitle,
	ChangedFigure, DroppedFigure, AddedFigure, ChangedDay, DroppedDay, AddedDay, FlippedClaim, DroppedPassage, AddedPassage, MovedPassage, WordingOnly}

// mirrored are the verdicts that read differently from the other side.
var mirrored = map[Verdict]Verdict{
	MarksDropped: MarksAdded, MarksAdded: MarksDropped,
	DroppedName: AddedName, AddedName: DroppedName,
	DroppedFigure: AddedFigure, AddedFigure: DroppedFigure,
	DroppedDay: AddedDay, AddedDay: DroppedDay,
	DroppedPassage: AddedPassage, AddedPassage: DroppedPassage,
}

// Finding is one difference with both readings.
type Finding struct {
	Kind    Kind
	Verdict Verdict
	Entry   string // the entry named, or who speaks in the quotation; "" when unknown
	// A and B are the changed words alone, at most 15 on either side. An empty span
	// says where the words are missing.
	A, B source.Span
	// InA and InB are what the words stand in: the whole name, title, quotation or
	// passage; A and B themselves for plain words.
	InA, InB source.Span
	// BlockA and BlockB are indexes into Prose.Blocks, -1 where the passage is missing.
	BlockA, BlockB int
}

// Row is an aligned passage: a sentence, or one told as two. Rows stand in A's order;
// what is only in B stands before what follows it there.
type Row struct {
	A, B           source.Span // empty (zero) where the passage is missing
	BlockA, BlockB int         // indexes into Prose.Blocks, -1 where missing
	Moved          bool
	Finding        int  // of a dropped, added or moved passage; -1 otherwise
	Ops            []Op // cover both spans without a gap, where both are there
}

// Op is a stretch of a row: equal words (Finding < 0), or a change.
type Op struct {
	A, B    source.Span
	Finding int // index into Findings, -1 for equal words
}

// Comparison is how B differs from A.
type Comparison struct {
	Findings []Finding // by kind, then in order of A, then of B
	Rows     []Row
	// SharedA and SharedB say how much of either text is told by the other, in per
	// cent of its words.
	SharedA, SharedB int
	// Judged tells whether it is known what differences mean in the texts' language.
	Judged bool
}

// Compare aligns two texts of a site in a language ("en") and judges what differs. Where nothing is
// known of what a difference means in the language, quotations and passages alone are
// judged, and other differences are Wording without a verdict. It takes time in proportion to
// the product of their sentences, with a small constant.
func Compare(lang string, a, b Side) *Comparison {
	// Everything is found with the sides in one fixed order and turned round at the
	// end, so that ties fall the same way from both sides.
	pack, _ := language.For(tongue(lang, a, b)) // what is wrong with it, the site's own check tells
	x, y := read(a, pack), read(b, pack)
	if y.src < x.src {
		c := compare(y, x)
		c.mirror()
		c.arrange(x, y)
		return c
	}
	c := compare(x, y)
	c.arrange(x, y)
	return c
}

// tongue is the language of two texts: the site's, where they say none; no certain one where
// they are in two.
func tongue(lang string, a, b Side) string {
	x, y := cmp.Or(a.Doc.Meta.Language.Text, lang), cmp.Or(b.Doc.Meta.Language.Text, lang)
	base := func(tag string) string { s, _, _ := strings.Cut(tag, "-"); return strings.ToLower(s) }
	if base(x) != base(y) {
		return "und"
	}
	return min(x, y)
}

func compare(a, b *text) *Comparison {
	markNames(a, b)
	r := &reporter{a: a, b: b, c: &Comparison{Judged: a.pack.Compares}}
	matches := alignSentences(a, b)
	for _, m := range matches {
		r.row(m)
	}
	r.c.SharedA, r.c.SharedB = shared(a, b, matches)
	return r.c
}

func shared(a, b *text, matches []match) (int, int) {
	na, nb := 0, 0
	for _, m := range matches {
		if m.paired() {
			na += a.sentences[m.aHi-1].hi - a.sentences[m.aLo].lo
			nb += b.sentences[m.bHi-1].hi - b.sentences[m.bLo].lo
		}
	}
	return 100 * na / max(1, len(a.tokens)), 100 * nb / max(1, len(b.tokens))
}
