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
//	feed.xml            Atom: the newest articles with their text and its notes, and what was put right
//	sitemap.xml         every page that may be found by a search engine
//	robots.txt, _headers, _redirects, .nojekyll
//	data/*.csv          see Tables: each table and each of its columns
//	data/timeline.json  events, articles and periods, as TimelineJS reads them
//	articles/NAME.jsonld  W3C Web Annotations of the prose as published, with the prose
//
// and where it is asked for (catalogue.Exports)
//
//	articles/NAME.txt   the prose alone
//	embed/NAME.json     oEmbed: how another site embeds embed/NAME.html
//	articles/NAME.bib, .ris, .csl.json  citations of the original and of our account, as the
//	                    article's page makes them, too (static/assets/js/cite.js)
//	articles/NAME.md, DIR/ID.md, llms.txt  the pages for programs that read Markdown
//	data/site.json      all of it in one file, as data/site.schema.json tells
//
// CSV is RFC 4180 with bare line feeds and UTF-8. Cells hold exact words: one that
// begins with = + - or @ is not disguised for spreadsheets, which should import such
// columns as text.
package export

import (
	"cmp"
	"io"
	"slices"
	"strings"

	"glossator/internal/compare"
	"glossator/internal/doc"
	"glossator/internal/since"
	"glossator/internal/site"
)

// Options say what the site does not know of itself.
type Options struct {
	Base string   // address of the published site with a slash at its end; "" when not known
	Made []string // which of catalogue.Exports are made
	// Paths are the pages for search engines, in order; where nil, the home page, the
	// articles, the entries and the pages of content/pages.
	Paths   []string
	Policy  string   // the content security policy of the pages, for hosts that send headers
	Folders []string // of the site's other languages: "es/"
	// Editions are the site in its other languages, for the one map of all.
	Editions []*site.Site `hash:"ignore"`
	// Changes belongs to Site.Pairs: what differs in each pair. Nil for a pair that is
	// not compared. It is asked for where it is written.
	Changes func() []*compare.Comparison `hash:"ignore"`
	Since   *since.Changes               // what changed since an earlier publish; nil where none is compared
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

// File is a file of the site that machines read.
type File struct {
	Kind  string // the one of catalogue.Exports that asks for it; "" of what is always made
	Path  string // from the root
	Type  string // its media type
	Fixed bool   // nothing in it is of the site
	Once  bool   // it is one for the site in all its languages
	write func(io.Writer, *site.Site, Options) error
	has   func(*site.Site) bool // whether there is anything to write; nil where there always is
	input func(*site.Site) any  // what it is made of, but for the options; nil for the whole site
}

// Input is what the file is made of, besides the program; nil where that is the whole site.
func (f File) Input(s *site.Site) any {
	if f.input == nil {
		return nil
	}
	return f.input(s)
}

// Write writes the file.
func (f File) Write(w io.Writer, s *site.Site, o Options) error { return f.write(w, s, o.at(o.Base)) }

// The media types, as hosts serve them.
const (
	plainType = "text/plain; charset=utf-8"
	csvType   = "text/csv; charset=utf-8"
	markType  = "text/markdown; charset=utf-8"
	xmlType   = "application/xml"
	jsonType  = "application/json"
)

// Files lists what is written of a site as a whole where some of catalogue.Exports are made.
func Files(s *site.Site, made []string) []File {
	return slices.DeleteFunc(allFiles(), func(f File) bool {
		return f.Kind != "" && !slices.Contains(made, f.Kind) || f.has != nil && !f.has(s)
	})
}

// allFiles are all of them. A file is in this list or nowhere.
func allFiles() []File {
	all := []File{
		{Path: "feed.xml", Type: xmlType, write: made(feed)},
		{Path: "sitemap.xml", Type: xmlType, Once: true, write: made(sitemap)},
		{Path: "robots.txt", Type: plainType, Once: true, write: made(robots)},
		{Path: "_headers", Type: plainType, Fixed: true, Once: true, write: made(headers)},
		{Path: "_redirects", Type: plainType, Once: true, write: made(redirections), has: func(s *site.Site) bool { return len(s.Moved) > 0 }},
		{Path: ".nojekyll", Type: plainType, Fixed: true, Once: true, write: made(func(*site.Site, Options) string { return "" })},
		{Path: "data/timeline.json", Type: jsonType, write: made(timeline)},
		{Kind: "json", Path: Whole, Type: jsonType, write: siteFile},
		{Kind: "json", Path: "data/site.schema.json", Type: "application/schema+json", Fixed: true, write: made(func(*site.Site, Options) string { return siteSchema })},
		{Kind: "markdown", Path: "llms.txt", Type: plainType, write: made(llms)},
	}
	for _, t := range Tables() {
		all = append(all, File{Path: t.Path, Type: csvType, write: t.write, input: t.input})
	}
	return all
}

// made writes what is made in memory.
func made(data func(*site.Site, Options) string) func(io.Writer, *site.Site, Options) error {
	return func(w io.Writer, s *site.Site, o Options) error {
		_, err := io.WriteString(w, data(s, o))
		return err
	}
}

// Format is a file that is made of each article.
type Format struct {
	Kind  string // the one of catalogue.Exports that asks for it
	Ext   string // what follows the article's name
	Type  string // its media type
	Label string // how the article's page calls it
	write func(io.Writer, *site.Site, *site.Article, Options) error
	input func(*site.Site, *site.Article, Options) any // what it is made of; nil for the whole site

	Entries bool // it is made of each entry, not of each article
	entry   func(*site.Site, *site.Profile, Options) string
}

// Formats lists what is made of each article where some of catalogue.Exports are made, in the
// order in which its page links to it.
func Formats(made []string) []Format {
	return slices.DeleteFunc(formats(), func(f Format) bool { return !slices.Contains(made, f.Kind) })
}

// formats are all of them. One is in this list or nowhere.
func formats() []Format {
	citation := func(write func([]cite) string) func(io.Writer, *site.Site, *site.Article, Options) error {
		return func(w io.Writer, s *site.Site, a *site.Article, o Options) error {
			_, err := io.WriteString(w, write(cited(s, a, o)))
			return err
		}
	}
	article := func(kind, ext, media, label string, write func(io.Writer, *site.Site, *site.Article, Options) error) Format {
		return Format{Kind: kind, Ext: ext, Type: media, Label: label, write: write}
	}
	return []Format{
		{Kind: "annotations", Ext: ".jsonld", Type: "application/ld+json", Label: "annotations (JSON-LD)", write: annotations, input: annotationInput},
		article("text", ".txt", plainType, "plain text", prose),
		article("citations", ".bib", plainType, "BibTeX", citation(bibtex)),
		article("citations", ".ris", plainType, "RIS", citation(ris)),
		article("citations", ".csl.json", jsonType, "CSL-JSON", citation(csl)),
		article("markdown", ".md", markType, "Markdown", articleMarkdown),
		{Kind: "markdown", Ext: ".md", Type: markType, Label: "Markdown", Entries: true, entry: entryMarkdown},
	}
}

// Path is the address of the file beside a page.
func (f Format) Path(page string) string { return strings.TrimSuffix(page, ".html") + f.Ext }

// Input is what an article's file is made of, besides the program; nil where that is the
// whole site.
func (f Format) Input(s *site.Site, a *site.Article, o Options) any {
	if f.input == nil {
		return nil
	}
	return f.input(s, a, o.at(o.Base))
}

// Write writes an article's file.
func (f Format) Write(w io.Writer, s *site.Site, a *site.Article, o Options) error {
	return f.write(w, s, a, o.at(o.Base))
}

func prose(w io.Writer, _ *site.Site, a *site.Article, _ Options) error {
	_, err := io.WriteString(w, a.Doc.Prose.Text+"\n")
	return err
}

// WriteEntry writes an entry's file.
func (f Format) WriteEntry(w io.Writer, s *site.Site, p *site.Profile, o Options) error {
	_, err := io.WriteString(w, f.entry(s, p, o.at(o.Base)))
	return err
}

// TypeOf is the media type of a file that this package makes, or "".
func TypeOf(path string) string {
	for _, f := range allFiles() {
		if f.Path == path || strings.HasSuffix(path, "/"+f.Path) {
			return f.Type
		}
	}
	for _, f := range formats() {
		if (f.Entries || strings.Contains("/"+path, "/articles/")) && strings.HasSuffix(path, f.Ext) {
			return f.Type
		}
	}
	return ""
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

// labelled is one of the pages' own words in the site's language.
func labelled(s *site.Site, word string) string { return cmp.Or(s.Config.Labels[word], word) }

// private tells whether the words of an article are somebody else's and not to be
// spread.
func private(a *site.Article) bool { return a.Doc.Meta.Rights.Text == "private" }
