package book

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// output is one of the two forms of a book.
type output struct {
	*book
	leftOut string // the class of drawings for the other width
	// leads is the link to a place of a chapter, from another or the same.
	leads func(from, to *chapter, id string) string
	// named is an id as it stands in this form.
	named func(c *chapter, id string) string
	trees map[*chapter]*html.Node
	ids   map[*chapter]map[string]bool // what can be led to
	led   map[*chapter]map[string]bool // what is
}

// grow makes every chapter's tree.
func (o *output) grow() {
	o.trees, o.ids, o.led = map[*chapter]*html.Node{}, map[*chapter]map[string]bool{}, map[*chapter]map[string]bool{}
	for _, c := range o.chapters {
		root := &html.Node{Type: html.ElementNode, Data: "section", DataAtom: atom.Section}
		if len(c.made) > 0 && c.made[0].path != c.path { // several pages in one
			h := &html.Node{Type: html.ElementNode, Data: "h1", DataAtom: atom.H1}
			h.AppendChild(&html.Node{Type: html.TextNode, Data: c.title})
			root.AppendChild(h)
		}
		for _, m := range c.made {
			tree := parsed(m.markup)
			o.tidy(tree)
			footnotes(tree)
			absolute(tree, m.path)
			for n := tree.FirstChild; n != nil; n = tree.FirstChild {
				tree.RemoveChild(n)
				root.AppendChild(n)
			}
		}
		o.trees[c], o.ids[c], o.led[c] = root, map[string]bool{}, map[string]bool{}
		each(root, func(n *html.Node) {
			if id := attr(n, "id"); id != "" {
				o.ids[c][id] = true
			}
		})
	}
	for _, c := range o.chapters {
		each(o.trees[c], func(n *html.Node) { o.link(c, n) })
	}
	for _, c := range o.chapters {
		each(o.trees[c], func(n *html.Node) { o.keep(c, n) })
	}
}

// unread are elements that a book has no use for.
var unread = []string{"script", "button", "template", "form", "input", "nav"}

// tidy takes out what only a web page has, and the drawings for the other width.
func (o *output) tidy(tree *html.Node) {
	each(tree, func(n *html.Node) {
		if n.Type != html.ElementNode {
			return
		}
		switch classes := strings.Fields(attr(n, "class")); {
		case slices.Contains(unread, n.Data), slices.Contains(classes, o.leftOut), slices.Contains(classes, "whose"), slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "hidden" }):
			n.Parent.RemoveChild(n)
		case n.Data == "a" && n.Namespace == "svg", n.Data == "a" && attr(n, "href") == "":
			unwrap(n)
		case n.Data == "details":
			n.Data, n.DataAtom = "div", atom.Div
		case n.Data == "summary":
			n.Data, n.DataAtom = "p", atom.P
			if find(n, func(x *html.Node) bool { return x.Data == "h2" || x.Data == "h3" }) != nil {
				n.Data, n.DataAtom = "div", atom.Div
			}
		}
	})
}

// unwrap leaves what is in an element in its place.
func unwrap(n *html.Node) {
	for c := n.FirstChild; c != nil; c = n.FirstChild {
		n.RemoveChild(c)
		n.Parent.InsertBefore(c, n)
	}
	n.Parent.RemoveChild(n)
}

func isFootnote(n *html.Node) bool { return n.Data == "aside" && attr(n, "epub:type") == "footnote" }

// footnotes gathers a page's footnotes at its end, and lets the first mention of an entry
// lead to its own. A reader that shows footnotes where they are asked for hides them there.
func footnotes(tree *html.Node) {
	end := find(tree, func(n *html.Node) bool { return attr(n, "class") == "footnotes" })
	var all []*html.Node
	ids := map[string]bool{}
	each(tree, func(n *html.Node) {
		if n.Type == html.ElementNode && isFootnote(n) {
			all, ids[attr(n, "id")] = append(all, n), true
		}
	})
	for _, n := range all {
		n.Parent.RemoveChild(n)
		if end != nil {
			end.AppendChild(n)
		}
	}
	if end != nil && len(all) == 0 {
		end.Parent.RemoveChild(end)
	}
	each(tree, func(n *html.Node) {
		if id := attr(n, "data-note"); id != "" && ids[id] {
			set(n, "href", "#"+id)
			set(n, "epub:type", "noteref")
		}
	})
}

// within is how links to the site's own pages are written while a book is made.
const within = "site:"

// absolute writes links to the site's pages from its root: site:who/joe-biden.html#said.
func absolute(tree *html.Node, from string) {
	each(tree, func(n *html.Node) {
		u, err := url.Parse(attr(n, "href"))
		if n.Data != "a" || err != nil || u.Scheme != "" {
			return
		}
		to := from
		if u.Path != "" {
			to = path.Join(path.Dir(from), u.Path)
		}
		set(n, "href", within+to+"#"+u.Fragment)
	})
}

// link lets a link lead where it can.
func (o *output) link(from *chapter, n *html.Node) {
	href := attr(n, "href")
	to, ok := strings.CutPrefix(href, within)
	switch {
	case href == "contents:":
		set(n, "href", o.leads(from, nil, ""))
		return
	case !ok:
		return
	}
	at, id, _ := strings.Cut(to, "#")
	c := o.places[at]
	switch {
	case c != nil:
		if !o.ids[c][id] {
			id = ""
		}
		o.led[c][id] = true
		set(n, "href", o.leads(from, c, id))
	case o.Base != "" && !strings.HasPrefix(at, ".."):
		set(n, "href", strings.TrimSuffix(o.Base+to, "#"))
	default:
		unwrap(n)
	}
}

// keep leaves an element the attributes that a book has, and an id where something leads. The
// letters of its drawings have no halo, so it matters not in which order they are painted.
func (o *output) keep(c *chapter, n *html.Node) {
	if n.Type != html.ElementNode {
		return
	}
	n.Attr = slices.DeleteFunc(n.Attr, func(a html.Attribute) bool {
		return strings.HasPrefix(a.Key, "data-") || a.Key == "tabindex" || a.Key == "rel" || a.Key == "paint-order" || a.Key == "id" && !o.led[c][a.Val]
	})
	if id := attr(n, "id"); id != "" {
		set(n, "id", o.named(c, id))
	}
	if n.Data == "span" && len(n.Attr) == 0 {
		unwrap(n)
	}
}
