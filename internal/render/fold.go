package render

import (
	"html"
	"html/template"
	"text/template/parse"
)

// fold turns {{t "words"}} and {{asset "name"}} into plain text once, when the
// templates are parsed: the words of a page kind are the same on every page, and a
// call from a template costs more than all the text around it. Half of the time of
// rendering 1,000 articles went into such calls.
func fold(t *template.Template, c Config) {
	for _, x := range t.Templates() {
		if x.Tree != nil && x.Tree.Root != nil {
			foldList(x.Tree.Root, c)
		}
	}
}

func foldList(list *parse.ListNode, c Config) {
	if list == nil {
		return
	}
	for i, n := range list.Nodes {
		switch n := n.(type) {
		case *parse.ActionNode:
			if words, ok := constant(n.Pipe, c); ok {
				list.Nodes[i] = &parse.TextNode{NodeType: parse.NodeText, Pos: n.Pos, Text: []byte(html.EscapeString(words))}
			}
		case *parse.IfNode:
			foldList(n.List, c)
			foldList(n.ElseList, c)
		case *parse.RangeNode:
			foldList(n.List, c)
			foldList(n.ElseList, c)
		case *parse.WithNode:
			foldList(n.List, c)
			foldList(n.ElseList, c)
		}
	}
}

// constant is the text of a pipeline that is one call of t or asset with a literal.
// An asset that is not there is left to fail with its place when the page is made.
func constant(p *parse.PipeNode, c Config) (string, bool) {
	if len(p.Decl) > 0 || len(p.Cmds) != 1 || len(p.Cmds[0].Args) != 2 {
		return "", false
	}
	name, ok := p.Cmds[0].Args[0].(*parse.IdentifierNode)
	if !ok {
		return "", false
	}
	literal, ok := p.Cmds[0].Args[1].(*parse.StringNode)
	if !ok {
		return "", false
	}
	switch name.Ident {
	case "t":
		if words, ok := c.Labels[literal.Text]; ok {
			return words, true
		}
		return literal.Text, true
	case "asset":
		address, ok := c.Assets[literal.Text]
		return address, ok
	}
	return "", false
}
