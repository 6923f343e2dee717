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

// noteLabel reads [^label] at the head of a line and its length, or 0.
func noteLabel(line []byte) (string, int) {
	if !bytes.HasPrefix(line, []byte("[^")) {
		return "", 0
	}
	end := bytes.IndexByte(line, ']')
	if end < 3 || bytes.ContainsAny(line[2:end], " \t[^") {
		return "", 0
	}
	return string(line[2:end]), end + 1
}

// noteParser reads [^label]: words, up to a blank line.
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
	r.Advance(at + n + 1)
	return &Note{Label: label, At: seg.Start + at}, parser.HasChildren
}

func (noteParser) Continue(_ ast.Node, r text.Reader, _ parser.Context) parser.State {
	if line, _ := r.PeekLine(); util.IsBlank(line) {
		return parser.Close
	}
	return parser.Continue | parser.HasChildren
}

func (noteParser) Close(ast.Node, text.Reader, parser.Context) {}
func (noteParser) CanInterruptParagraph() bool                 { return false }
func (noteParser) CanAcceptIndentedLine() bool                 { return false }

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
