package mark

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

type linkParser struct{}

func (linkParser) Trigger() []byte { return []byte{'['} }

// Parse reads [[ID]] or [[ID|words]] on one line. What opens like a mark and is none
// is kept as a Link with a Problem, over the two brackets alone.
func (linkParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, seg := block.PeekLine()
	if !bytes.HasPrefix(line, []byte("[[")) {
		return nil
	}
	link := &Link{At: seg.Start}
	end := bytes.Index(line, []byte("]]"))
	inner := seg
	if end < 0 || bytes.Contains(line[2:end], []byte("[[")) {
		link.Problem = "[[ is not closed by ]] on the same line"
		inner.Stop = seg.Start + 2
		block.Advance(2)
		link.AppendChild(link, ast.NewTextSegment(inner))
		return link
	}
	id, words := line[2:end], line[2:end]
	from := 2
	if bar := bytes.IndexByte(id, '|'); bar >= 0 {
		// In a table a bar is written \|, or it would end the cell.
		id, words, from = bytes.TrimSuffix(id[:bar], []byte{'\\'}), id[bar+1:], 2+bar+1
	}
	link.ID = string(bytes.TrimSpace(id))
	switch {
	case link.ID == "":
		link.Problem = "[[ ]] names no entry"
	case len(bytes.TrimSpace(words)) == 0:
		link.Problem = "[[" + link.ID + "| ]] has no words"
	}
	inner.Start, inner.Stop = seg.Start+from, seg.Start+end
	block.Advance(end + 2)
	link.AppendChild(link, ast.NewTextSegment(inner))
	return link
}

type refParser struct{}

func (refParser) Trigger() []byte { return []byte{'['} }

func (refParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, seg := block.PeekLine()
	label, n := noteLabel(line)
	if n == 0 {
		return nil
	}
	block.Advance(n)
	return &Ref{Label: label, At: seg.Start}
}

// noteLabel reads [^label] at the head of a line and its length, or 0. A label is as
// long as that of any link may be.
func noteLabel(line []byte) (string, int) {
	const longest = 999
	if !bytes.HasPrefix(line, []byte("[^")) {
		return "", 0
	}
	end := bytes.IndexByte(line[:min(len(line), longest+len("[^]"))], ']')
	if end < 3 || bytes.ContainsAny(line[2:end], " \t[^") {
		return "", 0
	}
	return string(line[2:end]), end + 1
}

// noteParser reads [^label]: words. As on GitHub, a line that is not indented ends the
// note, unless it only goes on with the words of its paragraph; after a blank line what
// is indented by four spaces belongs to it.
type noteParser struct{}

func (noteParser) Trigger() []byte { return []byte{'['} }

func (noteParser) Open(_ ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, seg := r.PeekLine()
	at := pc.BlockOffset()
	if at < 0 {
		return nil, parser.NoChildren
	}
	label, n := noteLabel(line[at:])
	if n == 0 || at+n >= len(line) || line[at+n] != ':' {
		return nil, parser.NoChildren
	}
	end := at + n + 1
	for end < len(line) && (line[end] == ' ' || line[end] == '\t') {
		end++
	}
	r.Advance(end)
	return &Note{Label: label, At: seg.Start - seg.Padding + at}, parser.HasChildren
}

func (noteParser) Continue(_ ast.Node, r text.Reader, _ parser.Context) parser.State {
	const indent = 4
	line, _ := r.PeekLine()
	if util.IsBlank(line) {
		return parser.Continue | parser.HasChildren
	}
	at, padding := util.IndentPosition(line, r.LineOffset(), indent)
	if at < 0 {
		return parser.Close
	}
	r.AdvanceAndSetPadding(at, padding)
	return parser.Continue | parser.HasChildren
}

func (noteParser) Close(ast.Node, text.Reader, parser.Context) {}
func (noteParser) CanInterruptParagraph() bool                 { return true }
func (noteParser) CanAcceptIndentedLine() bool                 { return false }

// noteLifter puts the notes that stand in a list, a quotation or another note behind the
// outermost block that holds them: where a note is defined says nothing of where it is
// read.
type noteLifter struct{}

func (noteLifter) Transform(root *ast.Document, _ text.Reader, _ parser.Context) {
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		var found []ast.Node
		inner(n, &found)
		for i := len(found) - 1; i >= 0; i-- {
			root.InsertAfter(root, n, found[i])
		}
	}
}

// inner finds the notes inside a block.
func inner(block ast.Node, found *[]ast.Node) {
	for c := block.FirstChild(); c != nil && c.Type() == ast.TypeBlock; c = c.NextSibling() {
		if c.Kind() == KindNote {
			*found = append(*found, c)
		} else {
			inner(c, found)
		}
	}
}

// autoLinkParser reads <https://…> as a link whose words are its address, so that it is
// drawn as every other link.
type autoLinkParser struct{ parser.InlineParser }

func (p autoLinkParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	_, seg := block.PeekLine()
	auto, ok := p.InlineParser.Parse(parent, block, pc).(*ast.AutoLink)
	if !ok {
		return nil
	}
	label := auto.Label(block.Source())
	address := bytes.ReplaceAll(bytes.ReplaceAll(label, []byte(`\`), []byte(`\\`)), []byte("&"), []byte("&amp;"))
	if auto.AutoLinkType == ast.AutoLinkEmail {
		address = append([]byte("mailto:"), address...)
	}
	link := ast.NewLink()
	link.Destination = address
	words := ast.NewRawTextSegment(text.NewSegment(seg.Start+1, seg.Start+1+len(label)))
	link.AppendChild(link, words)
	return link
}

// fenceParser reads :::name … :::.
type fenceParser struct{}

func (fenceParser) Trigger() []byte { return []byte{':'} }

func (fenceParser) Open(_ ast.Node, r text.Reader, _ parser.Context) (ast.Node, parser.State) {
	line, _ := r.PeekLine()
	name := bytes.TrimSpace(bytes.TrimPrefix(line, []byte(":::")))
	if !bytes.HasPrefix(line, []byte(":::")) || len(name) == 0 {
		return nil, parser.NoChildren
	}
	r.AdvanceToEOL()
	return &Fence{Name: string(name)}, parser.HasChildren
}

func (fenceParser) Continue(_ ast.Node, r text.Reader, _ parser.Context) parser.State {
	if line, _ := r.PeekLine(); string(bytes.TrimSpace(line)) == ":::" {
		r.AdvanceToEOL()
		return parser.Close
	}
	return parser.Continue | parser.HasChildren
}

func (fenceParser) Close(ast.Node, text.Reader, parser.Context) {}
func (fenceParser) CanInterruptParagraph() bool                 { return true }
func (fenceParser) CanAcceptIndentedLine() bool                 { return false }
