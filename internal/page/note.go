package page

import (
	"html/template"
	"strconv"
	"strings"

	"glossator/internal/doc"
	"glossator/internal/mark"
	"glossator/internal/source"
)

// ownNotes are the notes that the author of a text wrote, on their way to its page.
type ownNotes struct {
	doc     *doc.Document
	numbers map[string]int // by label
	after   map[int][]int  // of each paragraph: the notes that stand behind it
	met     map[string]bool
}

// newOwnNotes numbers the notes of a text, behind as many numbers as are taken.
func newOwnNotes(d *doc.Document, taken int) *ownNotes {
	o := &ownNotes{doc: d, numbers: make(map[string]int, len(d.Notes)), after: map[int][]int{}, met: map[string]bool{}}
	for i, n := range d.Notes {
		o.numbers[n.Label] = taken + i + 1
		o.after[n.After] = append(o.after[n.After], i)
	}
	return o
}

// ref is a reference to a note: "" where there is none. The first has an id, to which the
// note leads back.
func (o *ownNotes) ref(label string) string {
	n := o.numbers[label]
	if n == 0 {
		return ""
	}
	id := ""
	if !o.met[label] {
		o.met[label] = true
		id = ` id="ref-` + template.HTMLEscapeString(label) + `"`
	}
	return `<sup class="noteref"><a` + id + ` href="#note-` + fragment(label) + `" role="doc-noteref">` + strconv.Itoa(n) + `</a></sup>`
}

// write writes the notes that stand behind a paragraph.
func (o *ownNotes) write(b *strings.Builder, paragraph int, spans []mark.Span) {
	for _, i := range o.after[paragraph] {
		n := o.doc.Notes[i]
		var words source.Span
		if n.Block >= 0 {
			words = o.doc.Prose.Blocks[n.Block].Span
		}
		head := `<a class="note-back" href="#ref-` + fragment(n.Label) + `" role="doc-backlink">` + strconv.Itoa(o.numbers[n.Label]) + `</a> `
		b.WriteString(`<div class="note own" id="note-` + template.HTMLEscapeString(n.Label) + `" role="doc-footnote">`)
		b.WriteString(o.doc.DrawNote(n, head, doc.Drawing{Spans: within(spans, words), RefHTML: o.ref}))
		b.WriteString("</div>\n")
	}
}

// fragment is a label as an address has it.
func fragment(label string) string {
	return template.HTMLEscapeString(strings.ReplaceAll(label, "%", "%25"))
}
