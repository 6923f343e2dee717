package book

import (
	"strings"

	"golang.org/x/net/html"
)

// escape is text as XML has it.
var escape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

// alone are the elements that have nothing in them.
var alone = map[string]bool{"br": true, "hr": true, "img": true, "wbr": true, "col": true}

// write writes what is in a node as XHTML.
func write(b *strings.Builder, n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.Type {
		case html.TextNode:
			b.WriteString(escape.Replace(c.Data))
		case html.ElementNode:
			writeElement(b, c)
		}
	}
}

func writeElement(b *strings.Builder, n *html.Node) {
	b.WriteString("<" + n.Data)
	if n.Data == "svg" {
		b.WriteString(` xmlns="http://www.w3.org/2000/svg"`)
	}
	for _, a := range n.Attr {
		b.WriteString(" " + a.Key + `="` + escape.Replace(a.Val) + `"`)
		if a.Key == "lang" {
			b.WriteString(` xml:lang="` + escape.Replace(a.Val) + `"`)
		}
	}
	if alone[n.Data] || n.Namespace == "svg" && n.FirstChild == nil {
		b.WriteString("/>")
		return
	}
	b.WriteString(">")
	write(b, n)
	b.WriteString("</" + n.Data + ">")
}
