package importer

import (
	"net/url"
	"strconv"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// find is the element that holds the article, of a page without what can be no
// article's words. A page that says where its article is, is believed as long as most
// of what Readability finds is there; else Readability says where the article is. It
// is asked for the place alone: the words are read from the page itself, because
// Readability leaves out paragraphs that look odd to it.
func find(root *html.Node) *html.Node {
	place, sure := byReadability(root)
	said := named(root, func(n *html.Node) bool { return strings.Contains(strings.ToLower(attr(n, "itemprop")), "articlebody") })
	if said == nil || proseIn(said)*2 < proseIn(place) {
		said = named(root, func(n *html.Node) bool { return n.DataAtom == atom.Article || attr(n, "role") == "article" })
	}
	if said != nil && (place == nil || proseIn(said)*10 >= proseIn(place)*7) {
		return said
	}
	if place == nil || !sure {
		if main := named(root, func(n *html.Node) bool { return n.DataAtom == atom.Main || attr(n, "role") == "main" }); main != nil && (place == nil || proseIn(main) > proseIn(place)) {
			return main
		}
	}
	if place != nil {
		return place
	}
	return root
}

// named is the element with most prose of those that is says yes to, nil for none. Where
// several are parts of one body, it is what holds them all.
func named(root *html.Node, is func(*html.Node) bool) (best *html.Node) {
	var all []*html.Node
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.ElementNode && is(n) {
			all = append(all, n)
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(root)
	most, parts := 0, 0
	for _, n := range all {
		if p := proseIn(n); best == nil || p > most {
			best, most = n, p
		}
	}
	for _, n := range all {
		if sideBySide(n, best) && proseIn(n)*8 > most {
			parts++
		}
	}
	if parts > 1 && best.DataAtom != atom.Article {
		return best.Parent
	}
	return best
}

// sideBySide tells whether two elements are parts of one: they stand in it side by side, and are
// of one kind.
func sideBySide(a, b *html.Node) bool {
	return a.Parent == b.Parent && a.DataAtom == b.DataAtom && attr(a, "class") == attr(b, "class")
}

// numberAttr is the attribute by which elements are known again in what Readability gives.
const numberAttr = "data-import-number"

// byReadability is the smallest element that holds nearly all words of what
// Readability takes for the article; nil where it finds none. sure tells that it found
// a good deal.
func byReadability(root *html.Node) (place *html.Node, sure bool) {
	nodes := number(root)
	defer unnumber(nodes)
	found, err := readability.FromDocument(root, &url.URL{})
	if err != nil || found.Node == nil {
		return nil, false
	}
	count := make([]int, len(nodes)) // words that were kept, by the element around them
	total := 0
	var walk func(n *html.Node, at int)
	walk = func(n *html.Node, at int) {
		if i, err := strconv.Atoi(attr(n, numberAttr)); err == nil && i >= 0 && i < len(nodes) {
			at = i
		}
		if n.Type == html.TextNode && at >= 0 {
			w := len(strings.Fields(n.Data))
			count[at], total = count[at]+w, total+w
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, at)
		}
	}
	walk(found.Node, -1)
	inside := make([]int, len(nodes)) // an element's own and those of all in it
	copy(inside, count)
	for i := len(nodes) - 1; i > 0; i-- {
		if p, err := strconv.Atoi(attr(nodes[i].Parent, numberAttr)); err == nil {
			inside[p] += inside[i]
		}
	}
	for i, n := range nodes { // children come behind their parents
		if inside[i]*100 >= total*94 && total > 0 {
			place = n
		}
	}
	return place, total > 80
}

// number marks every element of a tree with its place in the order of the page.
func number(root *html.Node) (all []*html.Node) {
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.ElementNode {
			n.Attr = append(n.Attr, html.Attribute{Key: numberAttr, Val: strconv.Itoa(len(all))})
			all = append(all, n)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(root)
	return all
}

func unnumber(all []*html.Node) {
	for _, n := range all {
		n.Attr = n.Attr[:len(n.Attr)-1]
	}
}

// proseIn counts the words of a node that stand in no link.
func proseIn(n *html.Node) int {
	if n == nil {
		return 0
	}
	return wordsIn(n) - linked(n)
}
