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

// body is a text ready to draw: its outermost blocks, and its notes by label. It
// holds no tree, so that thousands of texts fit in memory.
type body struct {
	blocks []outer
	notes  map[string][]mark.Piece
}

// outer is an outermost block and the numbers of the paragraphs it holds; to is less
// than from where it holds none.
type outer struct {
	pieces   []mark.Piece
	from, to int
}

// Draw writes the body as HTML: the paragraph with number N has the id "pN".
func (d *Document) Draw(o Drawing) string {
	c := mark.NewCanvas(o.Spans)
	c.RefHTML = o.RefHTML
	c.Grow(2*len(d.Prose.Text) + 160*len(o.Spans))
	for _, b := range d.body.blocks {
		c.Draw(b.pieces, d.Prose.Text)
		if o.After != nil {
			c.WriteString(o.After(b.from, b.to))
		}
	}
	return c.String()
}

// DrawNote writes the words of a margin note.
func (d *Document) DrawNote(n Note, o Drawing) string {
	c := mark.NewCanvas(o.Spans)
	c.RefHTML = o.RefHTML
	c.Draw(d.body.notes[n.Label], d.Prose.Text)
	return strings.TrimSpace(c.String())
}

// DrawSpan writes a stretch of the prose without markup of its own: a title, a
// sentence shown as evidence.
func (d *Document) DrawSpan(s source.Span, spans []mark.Span) string {
	c := mark.NewCanvas(spans)
	c.Plain(d.Prose.Text[s.Start:s.End], s.Start)
	return c.String()
}

// plainBody is the body of a text without markup.
func plainBody(p *Prose) body {
	var all body
	for _, b := range p.Blocks {
		tag, id := "p", ""
		switch {
		case b.Kind == Title || b.Kind == Aside:
			continue
		case b.Kind == Heading:
			tag = "h2"
		case b.N > 0:
			id = ` id="p` + strconv.Itoa(b.N) + `"`
		}
		pieces := []mark.Piece{mark.Markup("<" + tag + id + ">"), mark.Words(b.Span.Start, b.Span.End), mark.Markup("</" + tag + ">\n")}
		all.blocks = append(all.blocks, outer{pieces, b.N, b.N})
	}
	return all
}
