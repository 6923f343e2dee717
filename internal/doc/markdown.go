package doc

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"glossator/internal/mark"
	"glossator/internal/source"
)

// walker builds prose while walking a goldmark tree.
type walker struct {
	*builder
	d        *Document
	md       *mark.Markdown
	root     ast.Node
	src      []byte
	base     int // where src begins in the file
	places   map[*ast.Text]mark.Place
	body     body
	problems []source.Problem
	hints    int // how many more names near to a wrong one may be looked for
	notes    notes
	brackets brackets
	said     int // where the words begin whose speaker is told behind them
}

// markdown reads a Markdown body into the document.
func (d *Document) markdown(b *builder, span source.Span, md *mark.Markdown) []source.Problem {
	if md == nil {
		md = mark.New()
	}
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
	const hints = 100 // each looks at all names
	return &walker{builder: b, d: d, md: md, hints: hints}
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
	w.root, w.brackets = root, brackets{}
	w.define(root)
	for n, next := root.FirstChild(), ast.Node(nil); n != nil; n = next {
		next = n.NextSibling()
		if note, ok := n.(*mark.Note); ok {
			w.p++
			w.note(note)
			continue
		}
		from := w.count + 1
		if w.walk(n); n.Parent() == nil {
			continue // it is left out
		}
		w.body.blocks = append(w.body.blocks, outer{pieces: w.md.Pieces(w.src, n, w.places), from: int32(from), to: int32(w.count)})
		clear(w.places)
	}
}

// finish gives the document what was read.
func (w *walker) finish() []source.Problem {
	w.finishNotes()
	w.d.Prose, w.d.body, w.d.paragraphs = w.prose(), w.body, w.count
	w.d.listBlocks()
	return append(w.problems, unfitProblems(w.d.File, w.unfit)...)
}

func (w *walker) problem(at int, rule, msg, hint string, s source.Severity) {
	w.problems = append(w.problems, w.d.File.Problem(w.base+at, rule, msg, hint).As(s))
}

// isProseless tells of blocks in which nothing is linked.
func isProseless(n ast.Node) bool {
	switch n.(type) {
	case *mark.Fence, *ast.FencedCodeBlock, *ast.CodeBlock, *ast.ThematicBreak, *ast.HTMLBlock:
		return true
	}
	return false
}

// walk adds a block and the blocks in it.
func (w *walker) walk(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		if w.leaf(n) {
			return
		}
		w.words(n)
		words := ""
		if i, ok := w.block(Heading, uint8(n.Level)); ok {
			s := w.Blocks[i].Span
			words = w.text.String()[s.Start:s.End]
		}
		n.SetAttributeString("id", []byte(w.d.anchor(words)))
	case *ast.Paragraph, *ast.TextBlock:
		w.paragraph(n)
	case *east.TableCell:
		w.p++
		w.words(n)
		if i, ok := w.block(Cell, 0); ok {
			n.SetAttributeString("id", []byte("p"+strconv.Itoa(w.Blocks[i].N)))
		}
	default:
		if isProseless(n) {
			w.unread(n)
			return
		}
		for c := n.FirstChild(); c != nil; {
			next := c.NextSibling() // a paragraph may take another's place
			w.walk(c)
			c = next
		}
	}
}

// paragraph adds a paragraph. In a tight list the item's element carries its number; where
// the item has a second paragraph, that one gets an element of its own.
func (w *walker) paragraph(n ast.Node) {
	if w.leaf(n) {
		return
	}
	kind, owner := w.kind(n)
	w.words(n)
	i, ok := w.block(kind, 0)
	if !ok {
		return
	}
	if owner != n && owner.Attributes() != nil {
		whole := ast.NewParagraph()
		for c := n.FirstChild(); c != nil; c = n.FirstChild() {
			n.RemoveChild(n, c)
			whole.AppendChild(whole, c)
		}
		n.Parent().ReplaceChild(n.Parent(), n, whole)
		owner = whole
	}
	owner.SetAttributeString("id", []byte("p"+strconv.Itoa(w.Blocks[i].N)))
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

// words adds the words inside a block.
func (w *walker) words(n ast.Node) {
	w.brackets.open = w.brackets.open[:0]
	w.inline(n)
}

// inline adds the words inside a node.
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
				w.bracketed(c.Segment.Value(w.src), c.Segment.Start)
				w.escaped(s, base+c.Segment.Start, true)
			}
			place.End = w.text.Len()
			if next := c.NextSibling(); (c.SoftLineBreak() || c.HardLineBreak()) && next != nil {
				w.odd(" ", base+c.Segment.Stop, 1)
				place.Wrapped = !c.HardLineBreak()
			}
			w.places[c] = place
		case *ast.CodeSpan:
			from := w.text.Len()
			w.inline(c)
			w.keep(from, "", base+textStart(c))
		case *mark.Link:
			w.link(c)
		case *mark.Speaker:
			w.speaker(c)
		case *mark.Ref:
			w.refer(c)
		case *ast.Link:
			w.address(c, c.Destination)
			w.inline(c)
		case *ast.Image:
			if !w.address(c, c.Destination) { // its words are no attribute then
				w.inline(c)
			}
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

// speaker marks the words between the two ends of a mark.
func (w *walker) speaker(s *mark.Speaker) {
	if s.ID == "" {
		w.said = w.text.Len()
		return
	}
	words := w.text.String()[w.said:]
	inner := trimMarks(words)
	from := w.said + strings.Index(words, inner)
	if inner == "" {
		w.problem(s.At, "broken-mark", "there are no words whose speaker this is", "write [“words”]{speaker: entry-id}", source.Error)
		return
	}
	w.d.Readings = append(w.d.Readings, Reading{Span: source.Span{Start: from, End: from + len(inner)}, Kind: Speaks, Entry: without(s.ID, Nobody), At: w.base + s.At})
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
