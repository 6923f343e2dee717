package desk

import (
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"glossator/internal/meta"
	"glossator/internal/source"
)

// listItems is where the items begin of a list that stands under a key of a file's
// YAML, in bytes; of the list that the YAML is where the key is "".
func listItems(f *source.File, span source.Span, key string) (at []int) {
	body := yamlOf(f, span)
	if key != "" {
		kv := pairOf(body, key)
		if kv == nil {
			return nil
		}
		body = kv.Value
	}
	if list, ok := body.(*ast.SequenceNode); ok {
		for _, item := range list.Values {
			at = append(at, offset(f, span, first(item)))
		}
	}
	return at
}

// keyAt is where a key of the front matter stands (or of the whole file, where it is
// YAML), or -1.
func keyAt(f *source.File, key string) int {
	span := source.Span{End: len(f.Data)}
	if !strings.HasSuffix(f.Path, ".yaml") {
		span, _ = meta.FrontMatter(f)
	}
	if kv := pairOf(yamlOf(f, span), key); kv != nil {
		return offset(f, span, kv.Key.GetToken())
	}
	return -1
}

// yamlOf is the parsed YAML, nil where it is none.
func yamlOf(f *source.File, span source.Span) ast.Node {
	text := strings.TrimPrefix(f.Data[span.Start:span.End], "\uFEFF")
	tree, err := parser.ParseBytes([]byte(strings.ReplaceAll(text, "\r\n", "\n")), 0)
	if err != nil || len(tree.Docs) == 0 {
		return nil
	}
	return tree.Docs[0].Body
}

func pairOf(n ast.Node, key string) *ast.MappingValueNode {
	var pairs []*ast.MappingValueNode
	switch n := n.(type) {
	case *ast.MappingNode:
		pairs = n.Values
	case *ast.MappingValueNode:
		pairs = []*ast.MappingValueNode{n}
	}
	for _, kv := range pairs {
		if kv.Key.GetToken().Value == key {
			return kv
		}
	}
	return nil
}

// first is the token at which a reader would say that a node begins.
func first(n ast.Node) *token.Token {
	switch n := n.(type) {
	case *ast.MappingNode:
		if len(n.Values) > 0 {
			return n.Values[0].Key.GetToken()
		}
	case *ast.MappingValueNode:
		return n.Key.GetToken()
	}
	return n.GetToken()
}

// offset is the byte at which a token stands: the parser counts lines from the span's
// first, and columns in code points, both from 1.
func offset(f *source.File, span source.Span, t *token.Token) int {
	line := f.Pos(span.Start).Line - 1 + t.Position.Line
	at, end := f.LineStart(line), f.LineStart(line+1)
	n := 1
	for i := range f.Data[at:end] {
		if n == t.Position.Column {
			return at + i
		}
		n++
	}
	return at
}
