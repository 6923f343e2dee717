// Package mark is the project's extension of goldmark: the author's own marks in
// Markdown, and the drawing of found spans over text while it is rendered.
//
// In: Markdown bytes, and Spans to draw. Out: a goldmark tree with Link, Ref,
// Note and Fence nodes, and HTML. Invariants: drawing never changes the tree, so
// one parsed text is shared by many renderings; and taking what was drawn away from
// the HTML gives the text back, character for character.
//
// # Syntax
//
//	[[title-42]]            a link to an entry; the words are the ID's
//	[[title-42|the order]]  a link to an entry over these words
//	[[-|Washington]]        words that are never linked; in a table, [[-\|Washington]]
//	[“No”]{speaker: ana}    a quotation, and whose words it is: an entry's, or nobody's
//	text.[^brief]           a reference to a margin note, or to a citation of the entry
//	[^brief]: The note …    a margin note: its paragraph, and what stands below it
//	                        indented by four spaces
//	:::unmarked             a passage in which nothing is linked, up to a line :::
//
// HTML in Markdown is text here, never markup.
package mark

import (
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Markdown parses and renders. It is safe for use by several goroutines.
type Markdown struct {
	parser   parser.Parser
	renderer renderer.Renderer
}

// New makes the project's Markdown: CommonMark without raw HTML, with tables,
// strikethrough and the marks of this package.
func New() *Markdown {
	blocks := parser.DefaultBlockParsers()
	blocks = dropBlock(blocks, parser.NewHTMLBlockParser())
	blocks = append(blocks, util.Prioritized(noteParser{}, 90), util.Prioritized(fenceParser{}, 95))
	auto := parser.NewAutoLinkParser()
	inlines := dropInline(dropInline(parser.DefaultInlineParsers(), parser.NewRawHTMLParser()), auto)
	inlines = append(inlines, util.Prioritized(meter{}, 0), util.Prioritized(speakerParser{}, 97), util.Prioritized(refParser{}, 98), util.Prioritized(linkParser{}, 99), util.Prioritized(autoLinkParser{auto}, 300))
	table := extension.WithTableCellAlignMethod(extension.TableCellAlignNone)
	md := goldmark.New(
		goldmark.WithParser(parser.NewParser(
			parser.WithBlockParsers(shallow(blocks)...),
			parser.WithInlineParsers(inlines...),
			parser.WithParagraphTransformers(util.Prioritized(definitions{parser.LinkReferenceParagraphTransformer}, 100), util.Prioritized(filledTable{extension.NewTableParagraphTransformer()}, 200)),
			parser.WithASTTransformers(util.Prioritized(extension.NewTableASTTransformer(), 0), util.Prioritized(noteLifter{}, 100)),
		)),
		goldmark.WithExtensions(extension.Strikethrough),
		goldmark.WithRendererOptions(html.WithXHTML(), renderer.WithNodeRenderers(
			util.Prioritized(drawer{}, 10), util.Prioritized(extension.NewTableHTMLRenderer(table), 500))),
	)
	return &Markdown{md.Parser(), md.Renderer()}
}

// Parse makes the tree of a Markdown text. Broken marks are nodes that carry their
// problem; nothing is lost, nor where a limit is passed: what passes it is words.
func (m *Markdown) Parse(src []byte) (ast.Node, []Excess) {
	c := &context{Context: parser.NewContext(), src: src}
	root := m.parser.Parse(text.NewReader(src), parser.WithContext(c))
	return root, c.excesses
}

func dropBlock(all []util.PrioritizedValue, what parser.BlockParser) (kept []util.PrioritizedValue) {
	for _, p := range all {
		if p.Value != what {
			kept = append(kept, p)
		}
	}
	return kept
}

func dropInline(all []util.PrioritizedValue, what parser.InlineParser) (kept []util.PrioritizedValue) {
	for _, p := range all {
		if p.Value != what {
			kept = append(kept, p)
		}
	}
	return kept
}

// Link is the author's [[ID|words]]. Its child is the words' text node.
type Link struct {
	ast.BaseInline
	ID      string // "-" keeps the words unlinked
	At      int    // where the mark begins in the source
	Problem string // what is wrong with it, or ""
}

// KindLink is the kind of Link.
var KindLink = ast.NewNodeKind("EntryLink")

// Kind is KindLink.
func (*Link) Kind() ast.NodeKind { return KindLink }

// Dump prints the node for debugging.
func (l *Link) Dump(src []byte, level int) { ast.DumpHelper(l, src, level, nil, nil) }

// Ref is a reference [^label] to a margin note or a citation.
type Ref struct {
	ast.BaseInline
	Label string
	At    int
}

// KindRef is the kind of Ref.
var KindRef = ast.NewNodeKind("NoteRef")

// Kind is KindRef.
func (*Ref) Kind() ast.NodeKind { return KindRef }

// Dump prints the node for debugging.
func (r *Ref) Dump(src []byte, level int) { ast.DumpHelper(r, src, level, nil, nil) }

// Note is a definition [^label]: words. Its children are its blocks; it stands among the
// outermost blocks itself.
type Note struct {
	ast.BaseBlock
	Label string
	At    int
}

// KindNote is the kind of Note.
var KindNote = ast.NewNodeKind("Note")

// Kind is KindNote.
func (*Note) Kind() ast.NodeKind { return KindNote }

// Dump prints the node for debugging.
func (n *Note) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// Fence is a passage between ::: lines; Name says of which sort.
type Fence struct {
	ast.BaseBlock
	Name string
}

// KindFence is the kind of Fence.
var KindFence = ast.NewNodeKind("Fence")

// Kind is KindFence.
func (*Fence) Kind() ast.NodeKind { return KindFence }

// Dump prints the node for debugging.
func (f *Fence) Dump(src []byte, level int) { ast.DumpHelper(f, src, level, nil, nil) }
