package page

import (
	"html/template"
	"strings"

	"glossator/internal/mark"
)

// The views below are those of the parts that stand in texts. The words of a text are
// printed once, whatever a part does else: fields that say so by their tag are held to it.

// Mark is what every mark in a text has. Parts of marks are made once and put around
// many words: what ID and Words hold is put in later.
type Mark struct {
	ID     string        // "p2.gaviota", to which links lead; "" where the mark has none
	Again  bool          // it goes on behind another mark that cuts it, or stands in a title made of these words
	InLink bool          // it stands in a link of the author's own: no other link may stand there
	Words  template.HTML `print:"once"` // the words it is put around
}

// MentionMark is the view of mark-mention: words that speak of an entry.
type MentionMark struct {
	Mark
	Entry   Card   // the entry
	Href    string // its page; on the entry's own pages the place of this mention; "" where it is not linked
	First   bool   // the first mention of the entry in its section
	Noted   bool   // the entry's note stands on the page because of it
	Damaged bool   // the name is written with a mistake
	Here    bool   // it stands on the entry's own pages, as evidence
}

// QuoteMark is the view of mark-quote: words in quotation marks.
type QuoteMark struct {
	Mark
	Speaker   Card   // who speaks; Name alone where there is no entry, nothing where unknown
	Certainty string // certain, unknown
	Kind      string // direct, fragment
	Named     bool   // its sentence names who speaks
	Tag       string // a short name of who speaks, where no sentence does and it has room over the words; else ""
}

// FigureMark is the view of mark-figure: a number.
type FigureMark struct {
	Mark
	Value  string // the number: 24819; put in later
	Row    string // of a number that is checked on the page: its row's fragment is fig-ROW
	Agrees string // how it stands to the record: yes, roughly, no, unverified; "" where it is not checked
	Check  string // the same in words, or ""
}

// DateMark is the view of mark-date: words that tell a day.
type DateMark struct {
	Mark
	Day  Day  // the day
	Told bool // the words tell it in full
}

// ParagraphMark is the view of mark-paragraph: the number of a paragraph of the private
// original, whose map stands on the page.
type ParagraphMark struct {
	Mark
	Number string // 2 of ¶2; put in later
}

// PlacesMark is the view of mark-places: brackets with nothing but numbers of paragraphs of
// the private original in them, and the space before them.
type PlacesMark struct{ Mark }

// Sentence is the view of sentence: a sentence that mentions an entry, on its pages. The
// part is made once; what its fields hold is put in later.
type Sentence struct {
	Href  string        // its first mention's place
	Place string        // §2, note, heading, title
	Words template.HTML `print:"once"` // the sentence, with its mentions marked
}

// Notes is the view of notes: what stands behind a paragraph.
type Notes struct {
	Paragraph int             // the paragraph's number
	Language  string          // of the notes, where the text is in another: es
	Direction string          // ltr or rtl, where the text's is the other
	Open      bool            // they are few
	Own       []OwnNote       // the author's notes
	Entries   []template.HTML // the notes of the entries that are first met there, each as part note makes it
}

// OwnNote is a note of the author's.
type OwnNote struct {
	Label  string        // as the author wrote it: brief of [^brief]
	Number int           // on the page
	Words  template.HTML `print:"once"` // its first paragraph
	Rest   template.HTML `print:"once"` // what follows: paragraphs, lists
}

// Reference is the view of reference: [^label] in a text.
type Reference struct {
	Label  string // as the author wrote it
	Number int    // of the note or citation on the page
	Cited  bool   // it leads to a citation of the entry
	First  bool   // the first to this note, to which the note leads back
}

// InTexts is a view of each part that stands in texts, by the part's name.
func InTexts() map[string]any {
	m := Mark{ID: slots[0], Words: hole}
	return map[string]any{
		"mark-mention": &MentionMark{Mark: m}, "mark-quote": &QuoteMark{Mark: m}, "mark-figure": &FigureMark{Mark: m, Value: slots[0]},
		"mark-date": &DateMark{Mark: m}, "mark-paragraph": &ParagraphMark{Mark: m, Number: slots[0]}, "mark-places": &PlacesMark{m},
		"sentence": &Sentence{slots[0], slots[1], hole}, "note": &Card{}, "notes": &Notes{}, "reference": &Reference{},
	}
}

// hole and slots stand in a part for what is put in later. The hole is an element, which
// html/template writes where text may stand and nowhere else; slots are letters and
// digits, which it writes the same everywhere.
const hole = template.HTML("<i data-words></i>")

var slots = [...]string{"q0slot0q", "q1slot1q"}

// write writes a part. Where that fails no page is made any more.
func (p *planner) write(b *strings.Builder, name string, view any) {
	if problem := p.Part(b, name, view); problem != nil {
		p.broken.CompareAndSwap(nil, problem)
	}
}

// part is a part as HTML.
func (p *planner) part(name string, view any) string {
	var b strings.Builder
	p.write(&b, name, view)
	return b.String()
}

// marked makes a mark's part for any words.
func (p *planner) marked(name string, view any) *mark.Around {
	before, behind, _ := strings.Cut(strings.ReplaceAll(p.part(name, view), slots[0], "\x00"), string(hole))
	return &mark.Around{Open: before, Close: behind}
}

// form is a part that is made once and filled many times, before its words and behind
// them: `<li><a href="`, slot 0, `">`, slot 1, `</a> <p>` and `</p></li>`.
type form struct{ before, behind pieces }

type pieces []piece

// piece is markup, and the slot that follows it; -1 for none.
type piece struct {
	markup string
	slot   int
}

func formOf(html string) form {
	before, behind, _ := strings.Cut(html, string(hole))
	return form{cut(before), cut(behind)}
}

func cut(html string) (all pieces) {
	for {
		at, slot := len(html), -1
		for n, s := range slots {
			if i := strings.Index(html, s); i >= 0 && i < at {
				at, slot = i, n
			}
		}
		all = append(all, piece{html[:at], slot})
		if slot < 0 {
			return all
		}
		html = html[at+len(slots[slot]):]
	}
}

func (all pieces) write(b *strings.Builder, fill func(slot int)) {
	for i := range all {
		b.WriteString(all[i].markup)
		if all[i].slot >= 0 {
			fill(all[i].slot)
		}
	}
}
