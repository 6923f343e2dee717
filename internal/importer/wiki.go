package importer

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// What MediaWiki puts around and into a text, by class: tables beside it, marks and lists of
// its sources, links to change it.
var wikiFurniture = []string{"infobox", "navbox", "vertical-navbox", "sidebar", "hatnote", "ambox", "mw-editsection", "mw-references-wrap", "reflist", "references", "reference", "mw-cite-backlink",
	"Inline-Template", "toc", "noprint", "metadata", "catlinks", "sistersitebox", "side-box", "authority-control", "shortdescription", "thumb", "gallery", "mw-jump-link"}

// takeWiki takes out of a page of MediaWiki's what is no text, and gives its words.
func takeWiki(root *html.Node) (left []string) {
	text := byClass(root, "mw-parser-output")
	if text == nil {
		return nil
	}
	told := func(n *html.Node) { left = append(left, leftOut(n)...) }
	each(text, func(n *html.Node) bool { return hasClass(n, wikiFurniture...) }, told)
	for n := text.LastChild; n != nil && !isWikiText(n); {
		before := n.PrevSibling
		told(n)
		text.RemoveChild(n)
		n = before
	}
	return left
}

// isWikiText tells whether a part of the page is text, and not a heading under which nothing
// stands, or a list of links.
func isWikiText(n *html.Node) bool {
	words := wordsIn(n)
	if n.DataAtom == atom.H2 || n.DataAtom == atom.H3 || hasClass(n, "mw-heading") {
		return false
	}
	isList := n.DataAtom == atom.Ul || n.DataAtom == atom.Dl || n.DataAtom == atom.Div
	return words > 0 && !(isList && linked(n)*10 >= words*6)
}

func hasClass(n *html.Node, names ...string) bool {
	return n.Type == html.ElementNode && slices.ContainsFunc(strings.Fields(attr(n, "class")), func(c string) bool { return slices.Contains(names, c) })
}

// byClass is the first element of a class.
func byClass(n *html.Node, name string) *html.Node {
	if hasClass(n, name) {
		return n
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if found := byClass(c, name); found != nil {
			return found
		}
	}
	return nil
}
