package doc

import (
	"fmt"
	"strconv"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"

	"glossator/internal/mark"
	"glossator/internal/source"
)

// walker builds prose while walking a goldmark tree.
type walker struct {
	*builder
	d        *Document
	md       *mark.Markdown
	src      []byte
	base     int // where src begins in the file
	places   map[*ast.Text]mark.Place
	body     body
	problems []source.Problem
	refs     map[string]int // label to the paragraph that first refers to it
}

// markdown reads a Markdown body into the document.
func (d *Document) markdown(b *builder, span source.Span, md *mark.Markdown) []source.Problem {
	if problems, ok := d.simple(b, span, md); ok {
		return problems
	}
	return d.tree(b, span, md)
}

// tree reads a Markdown body by way of goldmark's tree.
func (d *Document) tree(b *builder, span source.Span, md *mark.Markdown) []source.Problem {
	w := newWalker(d, b, md)
	w.read(span)
	return w.finish()
}

func newWalker(d *Document, b *builder, md *mark.Markdown) *walker {
	return &walker{builder: b, d: d, md: md}
}

// read reads a stretch of the file.
func (w *walker) read(span source.Span) {
	w.src, w.base = []byte(w.d.File.Data[span.Start:span.End]), span.Start
	if w.places == nil {
		w.places = map[*ast.Text]mark.Place{}
	}
	root, excesses := w.md.Parse(w.src)
	for _, e := range excesses {
		w.problem(e.At, "too-much", e.Msg, e.Hint, source.Error)
	}
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		if note, ok := n.(*mark.Note); ok {
			w.note(note)
			continue
		}
		from := w.count + 1
		w.walk(n)
		w.body.blocks = append(w.body.blocks, outer{pieces: w.md.Pieces(w.src, n, w.places), from: int32(from), to: int32(w.count)})
		clear(w.places)
	}
}

// finish gives the document what was read.
func (w *walker) finish() []source.Problem {
	for i := range w.d.Notes {
		w.d.Notes[i].After = w.refs[w.d.Notes[i].Label]
	}
	w.d.Prose, w.d.body = w.prose(), w.body
	return w.problems
}

func (w *walker) problem(at int, rule, msg, hint string, s source.Severity) {
	w.problems = append(w.problems, w.d.File.Problem(w.base+at, rule, msg, hint).As(s))
}

func (w *walker) note(n *mark.Note) {
	if w.body.notes[n.Label] != nil {
		w.problem(n.At, "duplicate", fmt.Sprintf("note %q stands twice", n.Label), "give each its own label", source.Error)
		return
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.inline(c)
		if c.NextSibling() != nil {
			w.odd(" ", w.base+n.At, 0)
		}
	}
	if i, ok := w.block(Aside, 0); ok {
		w.d.Notes = append(w.d.Notes, Note{Label: n.Label, Block: i})
	}
	pieces := []mark.Piece{} // not nil: the label is taken
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		for in := c.FirstChild(); in != nil; in = in.NextSibling() {
			pieces = append(pieces, w.md.Pieces(w.src, in, w.places)...)
		}
	}
	if w.body.notes == nil {
		w.body.notes = map[string][]mark.Piece{}
	}
	w.body.notes[n.Label] = pieces
	clear(w.places)
}

// walk adds a block and the blocks in it.
func (w *walker) walk(n ast.Node) {
	switch n := n.(type) {
	case *mark.Fence, *ast.FencedCodeBlock, *ast.CodeBlock, *ast.ThematicBreak, *ast.HTMLBlock:
		return // no prose: nothing is linked in it
	case *ast.Heading:
		w.inline(n)
		w.block(Heading, uint8(n.Level))
	case *ast.Paragraph, *ast.TextBlock:
		kind, owner := w.kind(n)
		w.inline(n)
		if i, ok := w.block(kind, 0); ok && owner.Attributes() == nil {
			owner.SetAttributeString("id", []byte("p"+strconv.Itoa(w.Blocks[i].N)))
		}
	case *east.TableCell:
		w.inline(n)
		if i, ok := w.block(Cell, 0); ok {
			n.SetAttributeString("id", []byte("p"+strconv.Itoa(w.Blocks[i].N)))
		}
	default:
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			w.walk(c)
		}
	}
}

// kind is what sort of paragraph a node is, and the node whose element carries its
// id: a tight list item has no element of its own inside the item.
func (w *walker) kind(n ast.Node) (Kind, ast.Node) {
	switch p := n.Parent().(type) {
	case *ast.ListItem:
		if _, tight := n.(*ast.TextBlock); tight {
			return Item, p
		}
		return Item, n
	case *ast.Blockquote:
		return Quoted, n
	}
	return Paragraph, n
}

// inline adds the words inside a block.
func (w *walker) inline(n ast.Node) {
	base := w.base
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			s := string(c.Segment.Value(w.src))
			place := mark.Place{Start: w.text.Len()}
			if c.IsRaw() || n.Kind() == ast.KindCodeSpan {
				w.same(s, base+c.Segment.Start)
			} else {
				w.escaped(s, base+c.Segment.Start, true)
			}
			place.End = w.text.Len()
			if next := c.NextSibling(); (c.SoftLineBreak() || c.HardLineBreak()) && next != nil {
				w.odd(" ", base+c.Segment.Stop, 1)
				place.Wrapped = !c.HardLineBreak()
			}
			w.places[c] = place
		case *ast.AutoLink:
			w.same(string(c.Label(w.src)), -1)
		case *ast.CodeSpan:
			from := w.text.Len()
			w.inline(c)
			w.keep(from, "", base+textStart(c))
		case *mark.Link:
			w.link(c)
		case *mark.Ref:
			if w.refs == nil {
				w.refs = map[string]int{}
			}
			if _, seen := w.refs[c.Label]; !seen {
				w.refs[c.Label] = w.count + 1
			}
		case *ast.Link:
			if html.IsDangerousURL(util.URLEscape(c.Destination, true)) {
				w.problem(textStart(c), "dangerous-address", fmt.Sprintf("address %q is left out", c.Destination), "link to a web page", source.Warning)
			}
			w.inline(c)
		default:
			w.inline(c)
		}
	}
}

func (w *walker) link(l *mark.Link) {
	from := w.text.Len()
	w.inline(l)
	switch {
	case l.Problem != "":
		w.problem(l.At, "broken-mark", l.Problem, "write [[entry-id]], [[entry-id|words]] or [[-|words]]", source.Error)
	case l.ID == "-":
		w.keep(from, "", w.base+l.At)
	default:
		w.keep(from, l.ID, w.base+l.At)
	}
}

// keep marks the words since an offset as the author's: linked to an entry, or to
// none.
func (w *walker) keep(from int, entry string, at int) {
	if s := (source.Span{Start: from, End: w.text.Len()}); s.Len() > 0 {
		w.d.Marks = append(w.d.Marks, Mark{Span: s, Entry: entry, At: at})
	}
}

func textStart(n ast.Node) int {
	for c := n.FirstChild(); c != nil; c = c.FirstChild() {
		if t, ok := c.(*ast.Text); ok {
			return t.Segment.Start
		}
	}
	return 0
}
