package mark

import (
	"slices"
	"strings"
)

// Span is something to draw over the text from Start to End, in bytes of the text
// that is drawn. Its markup is written around the text; where that of others cuts it,
// it is written again as often as needed.
type Span struct {
	Start, End int
	Look       *Look
	Way        Way
	Slot       string // what is its own in that markup: "3" of id="m3"
}

// Canvas is where a text is drawn. It is made for one rendering.
type Canvas struct {
	strings.Builder
	// RefHTML gives the HTML of a reference [^label]; nil leaves references out.
	RefHTML func(label string) string
	spans   []Span // sorted by start; the longer first
	next    int
	open    []piece
	inLink  bool // what is drawn stands in the author's own link
}

type piece struct {
	span   *Span
	around *Around
}

// NewCanvas prepares the drawing of spans. They may nest and cross.
func NewCanvas(spans []Span) *Canvas {
	c := &Canvas{spans: spans}
	if !sorted(spans) {
		c.spans = slices.Clone(spans)
		slices.SortStableFunc(c.spans, bySpan)
	}
	return c
}

func bySpan(a, b Span) int {
	if a.Start != b.Start {
		return a.Start - b.Start
	}
	return b.End - a.End
}

// sorted tells whether spans are in the order of bySpan.
func sorted(spans []Span) bool {
	for i := 1; i < len(spans); i++ {
		if a, b := &spans[i-1], &spans[i]; a.Start > b.Start || a.Start == b.Start && a.End < b.End {
			return false
		}
	}
	return true
}

// text draws the text that stands at an offset. Whatever is open at its end stays open
// when keep is set.
func (c *Canvas) text(text string, at int, keep bool) {
	end := at + len(text)
	for rest := at; ; {
		stop := end
		for i := range c.open {
			stop = min(stop, c.open[i].span.End)
		}
		for c.next < len(c.spans) && c.spans[c.next].End <= rest {
			c.next++ // it lies in text that is not drawn here
		}
		var next *Span
		if c.next < len(c.spans) && c.spans[c.next].Start < stop {
			next = &c.spans[c.next]
			c.next++
			stop = next.Start
		}
		if stop > rest {
			Escape(&c.Builder, text[rest-at:stop-at])
			rest = stop
		}
		if next != nil {
			c.start(next)
			continue
		}
		c.finish(stop)
		if stop == end {
			break
		}
	}
	if !keep {
		c.CloseAll(end)
	}
}

// start opens a span. Where it outlasts open ones they are closed around it first,
// so that the later one, a mention in a quotation say, stays whole.
func (c *Canvas) start(s *Span) {
	var cut []piece
	for len(c.open) > 0 && c.open[len(c.open)-1].span.End < s.End {
		cut = append(cut, c.pop())
	}
	c.push(s, s.Way)
	for i := len(cut) - 1; i >= 0; i-- {
		c.push(cut[i].span, cut[i].span.Way|Again)
	}
}

// finish closes what ends at an offset, opening again what it had to cut.
func (c *Canvas) finish(at int) {
	deepest := 0
	for deepest < len(c.open) && c.open[deepest].span.End > at {
		deepest++
	}
	var cut []*Span
	for len(c.open) > deepest {
		if p := c.pop(); p.span.End > at {
			cut = append(cut, p.span)
		}
	}
	for i := len(cut) - 1; i >= 0; i-- {
		c.push(cut[i], cut[i].Way|Again)
	}
}

// CloseAll closes every open span; those that go on after the offset are drawn again
// when the text goes on.
func (c *Canvas) CloseAll(at int) {
	var again []Span
	for len(c.open) > 0 {
		if p := c.pop(); p.span.End > at {
			s := *p.span
			s.Start, s.Way = at, s.Way|Again
			again = append(again, s)
		}
	}
	if len(again) > 0 {
		slices.SortStableFunc(again, bySpan)
		c.spans = append(again, c.spans[c.next:]...)
		c.next = 0
	}
}

func (c *Canvas) push(s *Span, way Way) {
	if c.inLink {
		way |= InLink
	}
	p := piece{s, s.Look.in(way)}
	fill(&c.Builder, p.around.Open, s.Slot)
	c.open = append(c.open, p)
}

func (c *Canvas) pop() piece {
	p := c.open[len(c.open)-1]
	c.open = c.open[:len(c.open)-1]
	fill(&c.Builder, p.around.Close, p.span.Slot)
	return p
}

// Plain draws text that is no Markdown: a paragraph of a plain-text article.
func (c *Canvas) Plain(text string, at int) { c.text(text, at, false) }

// SpanBytes is what the markup of spans takes that nothing cuts, where each prints its slot
// once.
func SpanBytes(spans []Span) (n int) {
	for i := range spans {
		a := spans[i].Look.in(spans[i].Way)
		n += len(a.Open) + len(a.Close) + max(0, len(spans[i].Slot)-len("\x00"))
	}
	return n
}

// Escape writes text as HTML.
func Escape(b *strings.Builder, s string) {
	for {
		n := Plain(s, &special)
		b.WriteString(s[:n])
		if n == len(s) {
			return
		}
		b.WriteString(entities[s[n]])
		s = s[n+1:]
	}
}

// Plain is how many bytes at the head of a text are not special: nearly all, so four are
// looked at together.
func Plain(s string, special *[256]bool) int {
	i := 0
	for ; i+4 <= len(s); i += 4 {
		if w := s[i : i+4]; special[w[0]] || special[w[1]] || special[w[2]] || special[w[3]] {
			break
		}
	}
	for i < len(s) && !special[s[i]] {
		i++
	}
	return i
}

var (
	special  = [256]bool{'&': true, '<': true, '>': true, '"': true}
	entities = [...]string{'&': "&amp;", '<': "&lt;", '>': "&gt;", '"': "&quot;"}
)

// Piece is a stretch of a body that is ready to draw: markup, a reference to a note,
// or a stretch of the prose. A site holds some hundred thousand of them.
type Piece struct {
	text       string // markup, or a reference's label
	start, end int32  // in the prose, where it is words
	kind       pieceKind
	inLink     bool // it stands in the author's own link
}

type pieceKind uint8

const (
	markup pieceKind = iota
	reference
	words
	lineEnd // words: the prose's space is a line end here
)

// Markup is a piece of HTML.
func Markup(html string) Piece { return Piece{text: html} }

// Words is a stretch of the prose.
func Words(start, end int) Piece { return Piece{start: int32(start), end: int32(end), kind: words} }

// LinkWords is a stretch of the prose in the author's own link.
func LinkWords(start, end int) Piece {
	return Piece{start: int32(start), end: int32(end), kind: words, inLink: true}
}

// LineEnd is the prose's space at an offset, which is a line end in the text.
func LineEnd(at int) Piece { return Piece{start: int32(at), end: int32(at + 1), kind: lineEnd} }

func (p *Piece) isText() bool { return p.kind >= words }

// Draw draws pieces of a body whose prose is given. The canvas's spans are offsets
// into that prose.
func (c *Canvas) Draw(pieces []Piece, prose string) {
	for i := range pieces {
		p := &pieces[i]
		switch {
		case p.kind == markup:
			c.WriteString(p.text)
		case p.kind == reference:
			if c.RefHTML != nil {
				c.WriteString(c.RefHTML(p.text))
			}
		default:
			c.inLink = p.inLink
			text := prose[p.start:p.end]
			if p.kind == lineEnd {
				text = "\n"
			}
			c.text(text, int(p.start), i+1 < len(pieces) && pieces[i+1].isText())
		}
	}
	c.inLink = false
}
