package doc

import (
	"strconv"
	"strings"

	"glossator/internal/mark"
	"glossator/internal/source"
)

// Drawing is how to draw a document's body.
type Drawing struct {
	Spans   []mark.Span               // over Prose.Text
	RefHTML func(label string) string // a reference to a note
	After   func(from, to int) string // what follows an outermost block with those paragraphs
}

type body interface {
	draw(d *Document, o Drawing) string
	drawNote(d *Document, n Note, o Drawing) string
}

// Draw writes the body as HTML: the paragraph with number N has the id "pN".
func (d *Document) Draw(o Drawing) string { return d.body.draw(d, o) }

// DrawNote writes the words of a margin note.
func (d *Document) DrawNote(n Note, o Drawing) string { return d.body.drawNote(d, n, o) }

// DrawSpan writes a stretch of the prose without markup of its own: a title, a
// sentence shown as evidence.
func (d *Document) DrawSpan(s source.Span, spans []mark.Span) string {
	c := mark.NewCanvas(spans)
	c.Plain(d.Prose.Text[s.Start:s.End], s.Start)
	return c.String()
}

// plainBody draws a text without markup.
type plainBody struct{}

func (plainBody) draw(d *Document, o Drawing) string {
	c := mark.NewCanvas(o.Spans)
	for _, b := range d.Prose.Blocks {
		tag, id := "p", ""
		switch {
		case b.Kind == Title || b.Kind == Aside:
			continue
		case b.Kind == Heading:
			tag = "h2"
		case b.N > 0:
			id = ` id="p` + strconv.Itoa(b.N) + `"`
		}
		c.WriteString("<" + tag + id + ">")
		c.Plain(d.Prose.Text[b.Span.Start:b.Span.End], b.Span.Start)
		c.WriteString("</" + tag + ">\n")
		if o.After != nil && b.N > 0 {
			c.WriteString(o.After(b.N, b.N))
		}
	}
	return c.String()
}

func (plainBody) drawNote(*Document, Note, Drawing) string { return "" }

func (m *markdownBody) draw(d *Document, o Drawing) string {
	c := m.canvas(d, o)
	for _, b := range m.blocks {
		m.md.Block(c, m.src, b.node)
		if o.After != nil {
			c.WriteString(o.After(b.from, b.to))
		}
	}
	return c.String()
}

func (m *markdownBody) drawNote(d *Document, n Note, o Drawing) string {
	c := m.canvas(d, o)
	for k := m.notes[n.Label].FirstChild(); k != nil; k = k.NextSibling() {
		for in := k.FirstChild(); in != nil; in = in.NextSibling() {
			m.md.Block(c, m.src, in)
		}
	}
	return strings.TrimSpace(c.String())
}

// canvas turns spans of the prose into spans of the Markdown.
func (m *markdownBody) canvas(d *Document, o Drawing) *mark.Canvas {
	spans := make([]mark.Span, 0, len(o.Spans))
	for _, s := range o.Spans {
		if where, ok := d.Prose.Source(source.Span{Start: s.Start, End: s.End}); ok && where.Start >= m.base {
			s.Start, s.End = where.Start-m.base, where.End-m.base
			spans = append(spans, s)
		}
	}
	c := mark.NewCanvas(spans)
	c.RefHTML = o.RefHTML
	return c
}
