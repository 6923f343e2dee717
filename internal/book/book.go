package book

import (
	"path"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"glossator/internal/page"
	"glossator/internal/source"
)

// book is a book on its way.
type book struct {
	Input
	label    func(string) string
	chapters []*chapter
	places   map[string]*chapter // by the address of the site's page that it shows
}

// chapter is a file of the book.
type chapter struct {
	path  string // of the published page that it is made of: who/joe-biden.html
	title string
	part  string // under which the contents list it, or ""
	short bool   // on paper it begins no page
	made  []made
}

// made is a page as its template made it.
type made struct{ path, markup string }

// part is a stretch of a book: the pages of a kind. What joins them, where they are one
// chapter, is that chapter's page and title.
type part struct {
	template string
	title    string // of the stretch in the contents, or ""
	joined   string
	keys     bool // of the pages those that are keys, else those that are none
}

// collect makes every page of the book, in its order.
func (b *book) collect() *source.Problem {
	parts := []part{
		{template: "home"}, {template: "article", title: b.label("Articles")}, {template: "timeline"},
		{template: "misquoted", joined: b.label("What was said, and what a copy made of it")}, {template: "figures"}, {template: "page"},
	}
	for _, p := range parts {
		if problem := b.stretch(p, ""); problem != nil {
			return problem
		}
	}
	for _, f := range b.Site.Catalogue.Facets {
		for _, p := range []part{{template: "facet", title: f.Plural}, {template: "entry", title: f.Plural}} {
			if problem := b.stretch(p, f.Dir+"/"); problem != nil {
				return problem
			}
		}
	}
	if b.Teacher {
		return b.stretch(part{template: "page", keys: true}, "")
	}
	return nil
}

// stretch adds the pages of a part that lie in a folder.
func (b *book) stretch(p part, folder string) *source.Problem {
	var joined *chapter
	for i := range b.Pages {
		x := &b.Pages[i]
		if x.Template != p.template || !strings.HasPrefix(x.Path, folder) || p.template == "page" && b.isKey(x.Path) != p.keys {
			continue
		}
		markup, problem := b.make(x)
		if problem != nil {
			return problem
		}
		c := joined
		if c == nil {
			c = &chapter{path: x.Path, part: p.title, short: p.template == "entry"}
			if p.joined != "" {
				joined, c.title, c.path = c, p.joined, path.Dir(x.Path)+".html"
			}
			b.chapters = append(b.chapters, c)
		}
		c.made = append(c.made, made{x.Path, markup})
		b.places[x.Path] = c
		if c.title == "" {
			c.title = words(find(parsed(markup), func(n *html.Node) bool { return n.DataAtom == atom.H1 }))
		}
	}
	return nil
}

func (b *book) isKey(path string) bool {
	for _, p := range b.Site.Pages {
		if p.Path == path {
			return p.Meta.Key
		}
	}
	return false
}

// make makes a page of the book.
func (b *book) make(x *page.Page) (string, *source.Problem) {
	view := x.View()
	if problem := x.Wrong(); problem != nil {
		return "", problem
	}
	data, problem := b.Set.Page(x.Template, view)
	return string(data), problem
}

// parsed is markup as a tree: the children of a section.
func parsed(markup string) *html.Node {
	root := &html.Node{Type: html.ElementNode, Data: "section", DataAtom: atom.Section}
	// The parser of HTML takes whatever a strings.Reader gives it.
	all, _ := html.ParseFragment(strings.NewReader(markup), &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body})
	for _, n := range all {
		root.AppendChild(n)
	}
	return root
}

// each walks a tree; do may take a node out, or what is in it.
func each(n *html.Node, do func(*html.Node)) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		each(c, do)
		do(c)
		c = next
	}
}

// find is the first node of a tree that is meant, or nil.
func find(n *html.Node, meant func(*html.Node) bool) *html.Node {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && meant(c) {
			return c
		}
		if found := find(c, meant); found != nil {
			return found
		}
	}
	return nil
}

// words are the words of a node, in one line.
func words(n *html.Node) string {
	if n == nil {
		return ""
	}
	var b strings.Builder
	var add func(*html.Node)
	add = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			add(c)
		}
	}
	add(n)
	return strings.Join(strings.Fields(b.String()), " ")
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func set(n *html.Node, key, value string) {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			n.Attr[i].Val = value
			return
		}
	}
	n.Attr = append(n.Attr, html.Attribute{Key: key, Val: value})
}
