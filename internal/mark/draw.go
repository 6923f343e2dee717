package mark

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"
)

// Span is something to draw over the text from Start to End, in bytes of the text
// that is drawn. Its element is written around the text; where other elements cut
// it, it is written again as often as needed.
type Span struct {
	Start, End int
	Tag        string // "a", "span", "q" …
	Href       string // of an "a"; inside an author's own link the tag becomes "span"
	First      string // attributes of the first piece alone: ` id="m3"`
	Attrs      string // attributes of every piece: ` class="mention"`
}

// Canvas is where a text is drawn. It is made for one rendering.
type Canvas struct {
	strings.Builder
	// RefHTML gives the HTML of a reference [^label]; nil leaves references out.
	RefHTML func(label string) string
	spans   []Span // sorted by start; the longer first
	next    int
	open    []piece
	links   int // depth of the author's own links
}

type piece struct {
	span  *Span
	close string
}

// NewCanvas prepares the drawing of spans. They may nest and cross.
func NewCanvas(spans []Span) *Canvas {
	c := &Canvas{spans: spans}
	if !slices.IsSortedFunc(spans, bySpan) {
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

// Text draws the text that stands at an offset, writing each stretch of it with
// write. Whatever is open at its end stays open when keep is set.
func (c *Canvas) Text(text string, at int, keep bool, write func(string)) {
	end := at + len(text)
	rest := at
	flush := func(to int) {
		if to > rest {
			write(text[rest-at : to-at])
			rest = to
		}
	}
	for {
		stop := end
		for _, p := range c.open {
			stop = min(stop, p.span.End)
		}
		for c.next < len(c.spans) && c.spans[c.next].End <= rest {
			c.next++ // it lies in text that is not drawn here
		}
		if c.next < len(c.spans) && c.spans[c.next].Start < stop {
			flush(max(rest, c.spans[c.next].Start))
			c.start(&c.spans[c.next])
			c.next++
			continue
		}
		flush(stop)
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
	c.push(s, true)
	for i := len(cut) - 1; i >= 0; i-- {
		c.push(cut[i].span, false)
	}
}

// finish closes what ends at an offset, opening again what it had to cut.
func (c *Canvas) finish(at int) {
	deepest := slices.IndexFunc(c.open, func(p piece) bool { return p.span.End <= at })
	if deepest < 0 {
		return
	}
	var cut []*Span
	for len(c.open) > deepest {
		if p := c.pop(); p.span.End > at {
			cut = append(cut, p.span)
		}
	}
	for i := len(cut) - 1; i >= 0; i-- {
		c.push(cut[i], false)
	}
}

// CloseAll closes every open span; those that go on after the offset are drawn again
// when the text goes on.
func (c *Canvas) CloseAll(at int) {
	var again []Span
	for len(c.open) > 0 {
		if p := c.pop(); p.span.End > at {
			s := *p.span
			s.Start, s.First = at, ""
			again = append(again, s)
		}
	}
	if len(again) > 0 {
		slices.SortStableFunc(again, bySpan)
		c.spans = append(again, c.spans[c.next:]...)
		c.next = 0
	}
}

func (c *Canvas) push(s *Span, first bool) {
	tag := s.Tag
	if tag == "a" && c.links > 0 {
		tag = "span"
	}
	c.WriteByte('<')
	c.WriteString(tag)
	if tag == "a" {
		c.WriteString(` href="`)
		c.WriteString(s.Href)
		c.WriteByte('"')
	}
	if first {
		c.WriteString(s.First)
	}
	c.WriteString(s.Attrs)
	c.WriteByte('>')
	c.open = append(c.open, piece{s, "</" + tag + ">"})
}

func (c *Canvas) pop() piece {
	p := c.open[len(c.open)-1]
	c.open = c.open[:len(c.open)-1]
	c.WriteString(p.close)
	return p
}

// Plain draws text that is no Markdown: a paragraph of a plain-text article.
func (c *Canvas) Plain(text string, at int) {
	c.Text(text, at, false, func(s string) { Escape(&c.Builder, s) })
}

// Escape writes text as HTML.
func Escape(b *strings.Builder, s string) {
	from := 0
	for i := 0; i < len(s); i++ {
		var e string
		switch s[i] {
		case '&':
			e = "&amp;"
		case '<':
			e = "&lt;"
		case '>':
			e = "&gt;"
		case '"':
			e = "&quot;"
		default:
			continue
		}
		b.WriteString(s[from:i])
		b.WriteString(e)
		from = i + 1
	}
	b.WriteString(s[from:])
}

// Available, Buffered and Flush make a Canvas a writer that goldmark's renderers
// take as it is.
func (c *Canvas) Available() int { return 1 << 20 }

// Buffered is always 0.
func (c *Canvas) Buffered() int { return 0 }

// Flush does nothing.
func (c *Canvas) Flush() error { return nil }

// Block renders one block of a parsed text onto the canvas. src is what was parsed;
// the canvas's spans are offsets into it.
func (m *Markdown) Block(c *Canvas, src []byte, n ast.Node) {
	// The renderer fails only when the writer does, and a Canvas does not.
	_ = m.renderer.Render(c, src, n)
}

// drawer is the renderer of text and of the project's own nodes.
type drawer struct{}

func (drawer) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindText, drawText)
	r.Register(ast.KindLink, drawLink)
	r.Register(ast.KindImage, drawImage)
	r.Register(KindLink, pass)
	r.Register(KindNote, pass)
	r.Register(KindRef, drawRef)
	r.Register(KindFence, drawFence)
}

func pass(util.BufWriter, []byte, ast.Node, bool) (ast.WalkStatus, error) {
	return ast.WalkContinue, nil
}

func drawText(w util.BufWriter, src []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	t, c := n.(*ast.Text), w.(*Canvas)
	next, wrapped := n.NextSibling().(*ast.Text)
	wrapped = wrapped && !t.HardLineBreak() && next.Segment.Start >= t.Segment.Stop
	s := t.Segment
	c.Text(string(s.Value(src)), s.Start, wrapped, func(part string) {
		if t.IsRaw() || n.Parent().Kind() == ast.KindCodeSpan {
			html.DefaultWriter.RawWrite(w, []byte(part))
		} else {
			html.DefaultWriter.Write(w, []byte(part))
		}
	})
	switch {
	case t.HardLineBreak():
		c.WriteString("<br />\n")
	case t.SoftLineBreak():
		c.WriteByte('\n')
	}
	return ast.WalkContinue, nil
}

// drawLink writes an author's link. An address that could run a script is left out:
// its words stand alone.
func drawLink(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	l, c := n.(*ast.Link), w.(*Canvas)
	switch dest := util.URLEscape(l.Destination, true); {
	case html.IsDangerousURL(dest):
	case entering:
		c.links++
		c.WriteString(`<a href="`)
		Escape(&c.Builder, string(dest))
		c.WriteString(`">`)
	default:
		c.links--
		c.WriteString("</a>")
	}
	return ast.WalkContinue, nil
}

// drawImage writes an image's words only where its address could run a script.
func drawImage(w util.BufWriter, src []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	img, c := n.(*ast.Image), w.(*Canvas)
	var alt strings.Builder
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if t, ok := n.(*ast.Text); ok && entering {
			alt.Write(t.Segment.Value(src))
		}
		return ast.WalkContinue, nil
	})
	if dest := util.URLEscape(img.Destination, true); html.IsDangerousURL(dest) {
		Escape(&c.Builder, alt.String())
	} else {
		c.WriteString(`<img src="`)
		Escape(&c.Builder, string(dest))
		c.WriteString(`" alt="`)
		Escape(&c.Builder, alt.String())
		c.WriteString(`" />`)
	}
	return ast.WalkSkipChildren, nil
}

func drawRef(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if c := w.(*Canvas); entering && c.RefHTML != nil {
		c.WriteString(c.RefHTML(n.(*Ref).Label))
	}
	return ast.WalkContinue, nil
}

func drawFence(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if c := w.(*Canvas); entering {
		c.WriteString(`<div class="`)
		Escape(&c.Builder, n.(*Fence).Name)
		c.WriteString("\">\n")
	} else {
		c.WriteString("</div>\n")
	}
	return ast.WalkContinue, nil
}

// WriteRune writes one code point.
func (c *Canvas) WriteRune(r rune) (int, error) {
	var b [utf8.UTFMax]byte
	n := utf8.EncodeRune(b[:], r)
	return c.Write(b[:n])
}
