// Package export turns a Site into the files that machines read: the feed, the site
// map, tables, citations, annotations and structured data.
//
// In: a Site, and Options. Out: Files as values, in a fixed order. Invariants: pure;
// every offset is in Unicode code points into the file it speaks of, and the words
// between two offsets are the row's exact words; addresses are absolute where the
// base address is known and relative else.
//
// # What is written
//
//	feed.xml            Atom: the newest articles with their text and its notes
//	sitemap.xml         every page that may be found by a search engine
//	robots.txt, _headers, .nojekyll
//	data/*.csv          see Tables: each table and each of its columns
//	data/timeline.json  events, articles and periods, as TimelineJS reads them
//	articles/NAME.txt   the prose as published, for the offsets of the next
//	articles/NAME.jsonld  W3C Web Annotations of NAME.txt
//	articles/NAME.bib, .ris, .csl.json  citations of the original and of our account
//
// CSV is RFC 4180 with bare line feeds and UTF-8. Cells hold exact words: one that
// begins with = + - or @ is not disguised for spreadsheets, which should import such
// columns as text.
package export

import (
	"io"
	"strings"

	"glossator/internal/compare"
	"glossator/internal/doc"
	"glossator/internal/site"
)

// Options say what the site does not know of itself.
type Options struct {
	Base string // address of the published site with a slash at its end; "" when not known
	All  bool   // also what is made for each article
	// Paths are the pages for search engines, in order; where nil, the home page, the
	// articles, the entries and the pages of content/pages.
	Paths []string
	// Changes belongs to Site.Pairs: what differs in each pair. Nil for a pair that is
	// not compared.
	Changes []*compare.Comparison `hash:"ignore"`
}

// at is the options for a base address, its last slash made good.
func (o Options) at(base string) Options {
	if o.Base = base; base != "" && !strings.HasSuffix(base, "/") {
		o.Base += "/"
	}
	return o
}

// address is where a page or file of the site is found from another one.
func (o Options) address(from, to string) string {
	if o.Base != "" && to == "index.html" {
		return o.Base
	}
	if o.Base != "" {
		return o.Base + to
	}
	if strings.Contains(from, "/") {
		return "../" + to
	}
	return to
}

// Names lists the paths of what Write makes.
func Names() []string {
	all := []string{"feed.xml", "sitemap.xml", "robots.txt", "_headers", ".nojekyll", "data/timeline.json"}
	for _, t := range Tables() {
		all = append(all, t.Path)
	}
	return all
}

// ArticleFormats are what follows an article's name in the files made of it alone.
var ArticleFormats = []string{".txt", ".jsonld", ".bib", ".ris", ".csl.json"}

// ArticleNames lists the paths of an article's files, in the order of its formats.
func ArticleNames(a *site.Article) (all []string) {
	stem := strings.TrimSuffix(a.Path, ".html")
	for _, ext := range ArticleFormats {
		all = append(all, stem+ext)
	}
	return all
}

// Write writes one of the files that Names lists.
func Write(w io.Writer, name string, s *site.Site, o Options) error {
	o = o.at(o.Base)
	data := ""
	switch name {
	case "feed.xml":
		data = feed(s, o)
	case "sitemap.xml":
		data = sitemap(s, o)
	case "robots.txt":
		data = robots(o)
	case "_headers":
		data = Headers()
	case "data/timeline.json":
		data = timeline(s, o)
	}
	for _, t := range Tables() {
		if t.Path == name {
			return t.write(w, s, o)
		}
	}
	_, err := io.WriteString(w, data)
	return err
}

// ArticleFile makes one of the files of an article.
func ArticleFile(s *site.Site, a *site.Article, format string, o Options) string {
	switch o = o.at(o.Base); format {
	case ".txt":
		return a.Doc.Prose.Text + "\n"
	case ".jsonld":
		return annotations(s, a, o)
	case ".bib":
		return bibtex(cited(s, a, o))
	case ".ris":
		return ris(cited(s, a, o))
	}
	return csl(cited(s, a, o))
}

// title is the article's title, or the one made of its first words.
func title(a *site.Article) string {
	if t := a.Doc.Meta.Title; t != "" {
		return t
	}
	if b := a.Doc.Prose.Blocks; len(b) > 0 && b[0].Kind == doc.Title {
		return a.Doc.Prose.Text[b[0].Span.Start:b[0].Span.End]
	}
	return a.Doc.Name
}

// private tells whether the words of an article are somebody else's and not to be
// spread.
func private(a *site.Article) bool { return a.Doc.Meta.Rights.Text == "private" }
