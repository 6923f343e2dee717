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
	// After writes what follows an outermost block with those paragraphs.
	After func(b *strings.Builder, from, to int)
	Room  int // about how many bytes that takes, in all
}

// body is a text ready to draw: its outermost blocks, and its notes by label. It
// holds no tree, so that thousands of texts fit in memory.
type body struct {
	blocks   []outer
	headings map[int32]string // ids of the headings that stand in runs, by block
	notes    map[string]noteBody
}

// outer is an outermost block that goldmark rendered, or a run of blocks that are drawn
// as Prose.Blocks tells.
type outer struct {
	pieces []mark.Piece // of a run: the words of its one block, where they hold markup or line ends
	// The numbers of the paragraphs it holds, to less than from where it holds none; of a
	// run the indexes of its blocks, the last one's excluded.
	from, to int32
	run      bool
}

// add adds a block of the prose that is drawn as its kind tells. pieces are its words,
// nil where they stand in the text as they are.
func (b *body) add(block int, pieces []mark.Piece) {
	at := int32(block)
	if k := len(b.blocks) - 1; k >= 0 && pieces == nil {
		if last := &b.blocks[k]; last.run && last.pieces == nil && last.to == at {
			last.to++
			return
		}
	}
	b.blocks = append(b.blocks, outer{pieces, at, at + 1, true})
}

// Draw writes the body as HTML: the paragraph with number N has the id "pN".
func (d *Document) Draw(o Drawing) string {
	c := mark.NewCanvas(o.Spans)
	c.RefHTML = o.RefHTML
	c.Grow(len(d.Prose.Text)*9/8 + blockBytes*len(d.Prose.Blocks) + mark.SpanBytes(o.Spans) + o.Room)
	after := func(from, to int) {
		if o.After != nil {
			o.After(&c.Builder, from, to)
		}
	}
	count := 0 // paragraphs so far
	for _, x := range d.body.blocks {
		if !x.run {
			c.Draw(x.pieces, d.Prose.Text)
			count = int(x.to)
			after(int(x.from), count)
			continue
		}
		for i := x.from; i < x.to; i++ {
			b := &d.Prose.Blocks[i]
			d.drawBlock(c, b, d.body.headings[i], x.pieces)
			if b.N > 0 {
				count = b.N
				after(count, count)
			} else {
				after(count+1, count) // a heading holds no paragraph
			}
		}
	}
	if count == 0 {
		after(0, 0) // the notes of a text without paragraphs
	}
	return c.String()
}

// blockBytes is about what a block's own elements take.
const blockBytes = 20

// drawBlock writes a paragraph, a heading with its id or a quotation of one paragraph.
func (d *Document) drawBlock(c *mark.Canvas, b *Block, id string, pieces []mark.Piece) {
	open, end := "<p", "</p>\n"
	switch b.Kind {
	case Heading:
		h := "h" + string('0'+b.Level)
		open, end = "<"+h, "</"+h+">\n"
	case Quoted:
		open, end = "<blockquote>\n<p", "</p>\n</blockquote>\n"
	}
	c.WriteString(open)
	if b.N > 0 {
		var digits [20]byte
		c.WriteString(` id="p`)
		c.Write(strconv.AppendInt(digits[:0], int64(b.N), 10))
		c.WriteByte('"')
	}
	if id != "" {
		c.WriteString(` id="` + id + `"`)
	}
	c.WriteByte('>')
	if pieces == nil {
		c.Plain(d.Prose.Text[b.Span.Start:b.Span.End], b.Span.Start)
	} else {
		c.Draw(pieces, d.Prose.Text)
	}
	c.WriteString(end)
}

// DrawSpan writes a stretch of the prose without markup of its own: a title, a
// sentence shown as evidence.
func (d *Document) DrawSpan(s source.Span, spans []mark.Span) string {
	c := mark.NewCanvas(spans)
	c.Grow(s.Len() + mark.SpanBytes(spans))
	c.Plain(d.Prose.Text[s.Start:s.End], s.Start)
	return c.String()
}

// plainBody is the body of a text without markup.
func plainBody(p *Prose) (all body) {
	for i, b := range p.Blocks {
		if b.N > 0 { // the title is drawn apart
			all.add(i, nil)
		}
	}
	return all
}
