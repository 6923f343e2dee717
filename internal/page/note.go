package page

import (
	"html/template"

	"glossator/internal/doc"
	"glossator/internal/mark"
	"glossator/internal/source"
)

// ownNotes are the notes that the author of a text wrote, on their way to its page.
type ownNotes struct {
	*planner
	doc     *doc.Document
	numbers map[string]int // by label
	after   map[int][]int  // of each paragraph: the notes that stand behind it
	met     map[string]bool
}

// ownNotes numbers the notes of a text, behind as many numbers as are taken.
func (p *planner) ownNotes(d *doc.Document, taken int) *ownNotes {
	o := &ownNotes{planner: p, doc: d, numbers: make(map[string]int, len(d.Notes)), after: map[int][]int{}, met: map[string]bool{}}
	for i, n := range d.Notes {
		o.numbers[n.Label] = taken + i + 1
		o.after[n.After] = append(o.after[n.After], i)
	}
	return o
}

// ref is a reference to a note: "" where there is none.
func (o *ownNotes) ref(label string) string {
	n := o.numbers[label]
	if n == 0 {
		return ""
	}
	first := !o.met[label]
	o.met[label] = true
	return o.part("reference", &Reference{Label: label, Number: n, First: first})
}

// behind adds the notes that stand behind a paragraph.
func (o *ownNotes) behind(all []OwnNote, paragraph int, spans []mark.Span) []OwnNote {
	for _, i := range o.after[paragraph] {
		n := o.doc.Notes[i]
		var words source.Span
		if n.Block >= 0 {
			words = o.doc.Prose.Blocks[n.Block].Span
		}
		first, rest := o.doc.DrawNote(n, doc.Drawing{Spans: within(spans, words), RefHTML: o.ref})
		all = append(all, OwnNote{n.Label, o.numbers[n.Label], template.HTML(first), template.HTML(rest)})
	}
	return all
}
