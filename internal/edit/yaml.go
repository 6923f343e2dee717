package edit

import (
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"

	"glossator/internal/meta"
	"glossator/internal/source"
)

// yaml is the YAML of a file as the places at which it is changed.
type yaml struct {
	*file
	span source.Span // of the YAML; of none, where it would stand
	head bool        // it stands between lines ---, or is to
	tree *meta.YAML
	root *node
	odd  *source.Problem // the first thing that is written so that nothing here can be changed safely
}

// node is a value, and where it stands.
type node struct {
	kind  kind
	at    int         // where its field or its item begins: at the name, or the dash
	span  source.Span // of the value; where there is none, behind the colon or the dash
	end   int         // behind its lines, the line's end with them; not in brackets
	text  string      // of a scalar
	name  string      // of a field
	style byte        // the quotation mark of a scalar, 0 for none
	spans bool        // the value is a scalar whose end is not known: it goes over several lines
	flow  bool        // the value stands in brackets
	kids  []*node
}

// read reads the YAML of a file: the front matter of a Markdown file, or the whole.
func (f *file) read() (*yaml, *source.Problem) {
	head := strings.HasSuffix(f.Path, ".md")
	if !head {
		f.close()
	}
	y := &yaml{file: f, head: head, span: source.Span{End: len(f.Data)}}
	if strings.HasPrefix(f.Data, "\uFEFF") {
		y.span.Start = len("\uFEFF")
	}
	if head {
		front, body := meta.FrontMatter(f.File)
		y.span = front
		if front.Start == body.Start { // there is none
			y.root = &node{span: front, end: front.End}
			return y, nil
		}
	}
	tree, problem := meta.Tree(f.File, y.span)
	if problem != nil {
		return nil, problem
	}
	y.tree = tree
	y.root = &node{span: source.Span{Start: y.span.Start, End: y.span.Start}, at: y.span.Start, end: y.span.End}
	if tree.Body != nil {
		y.fill(y.root, tree.Body, y.span.End, false)
	}
	return y, y.odd
}

// strange remembers what cannot be changed safely.
func (y *yaml) strange(t *token.Token, what, hint string) {
	if y.odd == nil {
		y.odd = y.refuse(y.tree.At(t), what+", so nothing in this file can be changed here", hint)
	}
}

// fill sees what a node of the tree is. limit is where what comes next begins; inside
// tells that it stands in brackets.
func (y *yaml) fill(n *node, x ast.Node, limit int, inside bool) {
	switch x := x.(type) {
	case *ast.MappingNode:
		n.kind, n.flow = set, x.IsFlowStyle
		y.bracketed(n, x.Start, x.End)
		y.fields(n, x.Values, limit)
	case *ast.MappingValueNode:
		n.kind = set
		y.fields(n, []*ast.MappingValueNode{x}, limit)
	case *ast.SequenceNode:
		n.kind, n.flow = list, x.IsFlowStyle
		y.bracketed(n, x.Start, x.End)
		y.items(n, x, limit)
	case *ast.NullNode:
		if at := y.tree.At(x.Token); x.Token.Type == token.NullType && at < limit && strings.HasPrefix(y.Data[at:], x.Token.Value) {
			n.span = source.Span{Start: at, End: at + len(x.Token.Value)}
		}
	case *ast.LiteralNode:
		n.kind, n.text, n.spans = scalar, x.Value.Value, true
	case *ast.StringNode:
		y.words(n, x.Value, y.tree.At(x.Token), inside)
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.InfinityNode, *ast.NanNode:
		y.words(n, x.GetToken().Value, y.tree.At(x.GetToken()), inside)
	default:
		y.strange(x.GetToken(), "anchors, aliases and tags are not understood here", "write the value out, as it would be without them")
	}
}

func (y *yaml) bracketed(n *node, start, end *token.Token) {
	if n.flow && start != nil && end != nil {
		n.span = source.Span{Start: y.tree.At(start), End: y.tree.At(end) + 1}
	}
}

// words finds the end of a scalar that begins at an offset.
func (y *yaml) words(n *node, text string, at int, inside bool) {
	n.kind, n.text = scalar, text
	n.span = source.Span{Start: at, End: at}
	line, _, _ := strings.Cut(y.Data[at:], "\n")
	line = strings.TrimRight(line, " \t\r")
	if line == "" {
		n.spans = true
		return
	}
	end := -1
	if c := line[0]; c == '"' || c == '\'' {
		n.style = c
		end = quoted(line)
	} else {
		end = len(unquoted(line, inside))
		if line[:max(end, 0)] != text {
			end = -1
		}
	}
	if n.spans = end < 0; !n.spans {
		n.span.End = at + end
	}
}

// quoted is the length of the quoted text at the head of a line, -1 where it does not
// end there.
func quoted(line string) int {
	for i := 1; i < len(line); i++ {
		switch {
		case line[i] == '\\' && line[0] == '"':
			i++
		case line[i] != line[0]:
		case line[0] == '\'' && i+1 < len(line) && line[i+1] == '\'':
			i++
		default:
			return i + 1
		}
	}
	return -1
}

// unquoted is the text at the head of a line, up to a comment, and inside of brackets up
// to a comma or a bracket.
func unquoted(line string, inside bool) string {
	for i := range len(line) {
		comment := line[i] == '#' && i > 0 && (line[i-1] == ' ' || line[i-1] == '\t')
		if comment || inside && strings.IndexByte(",[]{}", line[i]) >= 0 {
			line = line[:i]
			break
		}
	}
	return strings.TrimRight(line, " \t")
}

func (y *yaml) fields(n *node, values []*ast.MappingValueNode, limit int) {
	for _, v := range values {
		key, ok := v.Key.(*ast.StringNode)
		if !ok {
			if _, merge := v.Key.(*ast.MergeKeyNode); merge || v.Key.IsMergeKey() {
				y.strange(v.Key.GetToken(), "<< is not understood here", "write the fields out")
				return
			}
			if _, scalar := v.Key.(ast.ScalarNode); !scalar {
				y.strange(v.Key.GetToken(), "the name of a field that is no word is not understood here", "write field: value")
				return
			}
		}
		kid := &node{name: v.Key.GetToken().Value, at: y.tree.At(v.Key.GetToken())}
		if key != nil {
			kid.name = key.Value
		}
		after := y.tree.At(v.Start) + 1
		kid.span = source.Span{Start: after, End: after}
		n.kids = append(n.kids, kid)
	}
	y.kids(n, limit, func(i int, limit int) { y.fill(n.kids[i], values[i].Value, limit, n.flow) })
}

func (y *yaml) items(n *node, x *ast.SequenceNode, limit int) {
	for i, v := range x.Values {
		kid := &node{at: y.tree.At(first(v))}
		if !n.flow && i < len(x.Entries) {
			kid.at = y.tree.At(x.Entries[i].Start)
			kid.span = source.Span{Start: kid.at + 1, End: kid.at + 1}
		}
		n.kids = append(n.kids, kid)
	}
	y.kids(n, limit, func(i int, limit int) { y.fill(n.kids[i], x.Values[i], limit, n.flow) })
}

// kids finds where the lines of each kid end, and reads its value.
func (y *yaml) kids(n *node, limit int, fill func(i, limit int)) {
	for i, kid := range n.kids {
		next := limit
		if i+1 < len(n.kids) {
			next = n.kids[i+1].at
			if start := y.lineStart(next); !n.flow && start > kid.at {
				next = start
			}
		}
		if !n.flow && kid.at < next {
			kid.end = kid.at + len(withoutTail(y.Data[kid.at:next], kid.at-y.lineStart(kid.at)))
		}
		fill(i, next)
		if !n.flow && !kid.flow && len(kid.kids) > 0 {
			kid.span = source.Span{Start: kid.kids[0].at, End: kid.end}
		}
	}
	if n.flow || len(n.kids) == 0 {
		return
	}
	n.span = source.Span{Start: n.kids[0].at, End: n.kids[len(n.kids)-1].end}
}

// lineStart is where the line of an offset begins, a byte order mark left out.
func (y *yaml) lineStart(at int) int {
	return max(y.span.Start, strings.LastIndexByte(y.Data[:at], '\n')+1)
}

// withoutTail is lines without the blank ones at their end, and the comments there that
// stand no deeper than the column at which they begin: both belong to what comes next.
func withoutTail(lines string, column int) string {
	for {
		at := strings.LastIndexByte(strings.TrimSuffix(lines, "\n"), '\n') + 1
		last := strings.TrimRight(lines[at:], " \t\r\n")
		words := strings.TrimLeft(last, " \t")
		comment := strings.HasPrefix(words, "#") && len(last)-len(words) <= column
		if at == 0 || words != "" && !comment {
			return lines
		}
		lines = lines[:at]
	}
}

// first is the token at which a value begins.
func first(n ast.Node) *token.Token {
	switch n := n.(type) {
	case *ast.MappingNode:
		if !n.IsFlowStyle && len(n.Values) > 0 {
			return n.Values[0].Key.GetToken()
		}
		return n.Start
	case *ast.SequenceNode:
		return n.Start
	case *ast.MappingValueNode:
		return n.Key.GetToken()
	}
	return n.GetToken()
}

// value is what a node holds.
func (n *node) value() Value {
	v := Value{kind: n.kind, text: n.text}
	for _, kid := range n.kids {
		if n.kind == list {
			v.items = append(v.items, kid.value())
		} else {
			v.fields = append(v.fields, Field{kid.name, kid.value()})
		}
	}
	return v
}

// kid is the field of that name, or nil.
func (n *node) kid(name string) *node {
	for _, k := range n.kids {
		if n.kind == set && k.name == name {
			return k
		}
	}
	return nil
}
