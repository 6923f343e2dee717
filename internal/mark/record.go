package mark

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"
)

// Place is where a text node's words stand in the prose, and the space behind them
// where the line was wrapped (Wrapped: one byte, behind End).
type Place struct {
	Start, End int
	Wrapped    bool
}

// Pieces renders a node of a parsed text once, with holes for its words: a Canvas
// draws them any number of times, without the tree. places tells where the words of
// text nodes stand in the prose; a node that has none keeps its words as markup.
func (m *Markdown) Pieces(src []byte, n ast.Node, places map[*ast.Text]Place) []Piece {
	r := recorders.Get().(*recorder)
	defer func() {
		r.places = nil
		recorders.Put(r)
	}()
	r.places, r.pieces, r.links = places, r.pieces[:0], 0
	// The renderer fails only when its writer does, and a recorder does not.
	_ = m.renderer.Render(r, src, n)
	r.flush()
	return slices.Clone(r.pieces) // as long as it must be: it is kept
}

// recorders lend their room: a text has dozens of blocks.
var recorders = sync.Pool{New: func() any { return new(recorder) }}

// recorder is the writer that goldmark's renderers write to.
type recorder struct {
	strings.Builder
	places map[*ast.Text]Place
	pieces []Piece
	links  int // depth of the author's own links
}

// flush ends the markup written so far.
func (r *recorder) flush() {
	if r.Len() == 0 {
		return
	}
	r.pieces = append(r.pieces, Markup(common(r.String())))
	r.Reset()
}

// common is the one copy of a markup that stands in every text.
func common(html string) string {
	switch html {
	case "<p>":
		return "<p>"
	case "</p>\n":
		return "</p>\n"
	}
	return html
}

func (r *recorder) add(p Piece) {
	r.flush()
	p.inLink = r.links > 0
	r.pieces = append(r.pieces, p)
}

// Available, Buffered, Flush and WriteRune make a recorder a writer that goldmark
// takes as it is.
func (r *recorder) Available() int { return 1 << 20 }
func (r *recorder) Buffered() int  { return 0 }
func (r *recorder) Flush() error   { return nil }
func (r *recorder) WriteRune(c rune) (int, error) {
	var b [utf8.UTFMax]byte
	return r.Write(b[:utf8.EncodeRune(b[:], c)])
}

// drawer is the renderer of text and of the project's own nodes.
type drawer struct{}

func (drawer) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindText, drawText)
	r.Register(ast.KindLink, drawLink)
	r.Register(ast.KindImage, drawImage)
	r.Register(KindLink, pass)
	r.Register(KindNote, pass)
	r.Register(KindSpeaker, pass)
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
	t, r := n.(*ast.Text), w.(*recorder)
	place, known := r.places[t]
	switch {
	case known && place.End > place.Start:
		r.add(Words(place.Start, place.End))
	case known:
	case t.IsRaw() || n.Parent().Kind() == ast.KindCodeSpan:
		html.DefaultWriter.RawWrite(w, t.Segment.Value(src))
	default:
		html.DefaultWriter.Write(w, t.Segment.Value(src))
	}
	switch {
	case t.HardLineBreak():
		r.WriteString("<br />\n")
	case place.Wrapped:
		r.add(LineEnd(place.End))
	case t.SoftLineBreak():
		r.WriteByte('\n')
	}
	return ast.WalkContinue, nil
}

// drawLink writes an author's link. Where its address may not be linked its words stand
// alone.
func drawLink(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	r := w.(*recorder)
	address := Address(n.(*ast.Link).Destination)
	switch _, safe := Leads(address); {
	case !safe:
	case entering:
		r.WriteString(`<a href="`)
		Escape(&r.Builder, address)
		r.WriteString(`">`)
		r.links++
	default:
		r.WriteString("</a>")
		r.links--
	}
	return ast.WalkContinue, nil
}

// drawImage writes an image. Where its address may not be linked its words stand alone.
func drawImage(w util.BufWriter, src []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	address := Address(n.(*ast.Image).Destination)
	if _, safe := Leads(address); !entering || !safe {
		return ast.WalkContinue, nil
	}
	r := w.(*recorder)
	r.WriteString(`<img src="`)
	Escape(&r.Builder, address)
	r.WriteString(`" alt="`)
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if t, ok := n.(*ast.Text); ok && entering {
			Escape(&r.Builder, string(t.Segment.Value(src)))
		}
		return ast.WalkContinue, nil
	})
	r.WriteString(`" />`)
	return ast.WalkSkipChildren, nil
}

func drawRef(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		w.(*recorder).add(Piece{text: n.(*Ref).Label, kind: reference})
	}
	return ast.WalkContinue, nil
}

func drawFence(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if r := w.(*recorder); entering {
		r.WriteString(`<div class="`)
		Escape(&r.Builder, n.(*Fence).Name)
		r.WriteString("\">\n")
	} else {
		r.WriteString("</div>\n")
	}
	return ast.WalkContinue, nil
}
