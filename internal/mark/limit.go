package mark

import (
	"bytes"
	"slices"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// CommonMark can be written so that reading it takes time, or memory, that grows with the
// square of its length: emphasis that never closes is looked back for from each sign, each
// line asks every list and quotation around it whether it goes on, a table's short rows
// are filled up, and an address is written out wherever its label stands. The limits are
// far beyond what anybody writes, and make the cost linear.
const (
	MostSigns   = 2000  // * _ ~ ` [ ] in one block
	mostDepth   = 100   // quotations, list items and passages in each other
	mostFilled  = 10000 // cells that a table's rows lack
	mostAddress = 2000  // bytes of an address that is defined once and used by its label
	mostDefined = 900   // lines of a paragraph that defines labels
)

// Excess is a limit that a text passes, at a byte of it.
type Excess struct {
	At        int
	Msg, Hint string
}

// context is where one parse counts.
type context struct {
	parser.Context
	src      []byte
	excesses []Excess
	block    ast.Node // that is read
	signs    int      // in it
	speaker  int      // where the bracket closes that a speaker's mark opened; 0 where none is open
	opened   *Speaker // that mark
}

// exceed tells of a limit; of each once.
func (c *context) exceed(at int, msg, hint string) {
	if !slices.ContainsFunc(c.excesses, func(e Excess) bool { return e.Msg == msg }) {
		c.excesses = append(c.excesses, Excess{at, msg, hint})
	}
}

// AddReference drops the definition of a label whose address is too long to be repeated.
func (c *context) AddReference(r parser.Reference) {
	if len(r.Destination()) > mostAddress {
		c.exceed(bytes.Index(c.src, r.Destination()), "the address of a label has more than 2,000 characters", "write it where it is used: [words](address)")
		return
	}
	c.Context.AddReference(r)
}

// definitions reads those of labels at the head of a paragraph. After each the library
// moves all lines behind it.
type definitions struct{ parser.ParagraphTransformer }

func (d definitions) Transform(p *ast.Paragraph, r text.Reader, pc parser.Context) {
	lines := p.Lines()
	if lines.Len() > mostDefined {
		if first := lines.At(0); bytes.HasPrefix(bytes.TrimSpace(first.Value(r.Source())), []byte("[")) {
			pc.(*context).exceed(first.Start, "a paragraph with more than 900 lines that begins with the definition of a label", "divide it by empty lines")
			return
		}
	}
	d.ParagraphTransformer.Transform(p, r, pc)
}

// meter stands before all inline parsers and counts the signs of a block. What follows
// too many of them on a line is words.
type meter struct{}

func (meter) Trigger() []byte { return []byte("*_~`[]") }

func (meter) Parse(block ast.Node, r text.Reader, pc parser.Context) ast.Node {
	c := pc.(*context)
	if c.block != block {
		c.block, c.signs = block, 0
	}
	if c.signs++; c.signs <= MostSigns {
		return nil
	}
	line, seg := r.PeekLine()
	c.exceed(seg.Start, "a paragraph with more than 2,000 of the signs * _ ~ ` [ ]", "divide it by empty lines; a sign that means itself is written with a backslash: \\*")
	n := max(1, len(bytes.TrimRight(line, " \r\n\\")))
	r.Advance(n)
	return ast.NewTextSegment(text.NewSegment(seg.Start, seg.Start+n))
}

// shallow are the block parsers, which open nothing too deep but the paragraphs and code
// that any line may be.
func shallow(all []util.PrioritizedValue) []util.PrioritizedValue {
	for i, p := range all {
		if inner := p.Value.(parser.BlockParser); len(inner.Trigger()) > 0 {
			all[i].Value = shallowParser{inner}
		}
	}
	return all
}

type shallowParser struct{ parser.BlockParser }

func (p shallowParser) Open(parent ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	// A list without an item is none that goldmark knows: what opens a list may open its item.
	if _, list := parent.(*ast.List); list || depth(parent) < mostDepth {
		return p.BlockParser.Open(parent, r, pc)
	}
	_, seg := r.PeekLine()
	pc.(*context).exceed(seg.Start, "lists and quotations in each other, more than 100 deep", "take some out; a sign at the head of a line that means itself is written with a backslash: \\>")
	return nil, parser.NoChildren
}

func depth(n ast.Node) (d int) {
	for ; n != nil; n = n.Parent() {
		d++
	}
	return d
}

// filledTable makes no table whose rows lack more cells than anybody leaves out.
type filledTable struct{ parser.ParagraphTransformer }

func (t filledTable) Transform(p *ast.Paragraph, r text.Reader, pc parser.Context) {
	lines, widest, bars := p.Lines(), 0, 0
	for i := range lines.Len() {
		line := lines.At(i)
		n := bytes.Count(line.Value(r.Source()), []byte{'|'})
		bars += n
		if i < 2 {
			widest = max(widest, n)
		}
	}
	if widest*lines.Len()-bars > mostFilled {
		pc.(*context).exceed(lines.At(0).Start, "a table whose rows lack more than 10,000 cells", "write every row with as many cells as its head")
		return
	}
	t.ParagraphTransformer.Transform(p, r, pc)
}
