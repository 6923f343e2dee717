// Package book makes a book of a site: an EPUB 3 for readers' own devices, and one web
// page for paper.
//
// In: the site's pages, planned with this package's own parts (Templates), and what the
// model says of the whole. Out: files as values. Invariants: pure, and the same bytes for
// the same input: what a book says of its time is the last day that its content names;
// every link leads to a place in the book, else to the whole address of the published page,
// else it is plain words; no script and nothing that is fetched.
//
// A book has, in this order: a title page, the articles in time, the timeline, the
// misquotations, the figures, the pages of content/pages, each facet's glossary with its
// entries and their evidence, and in an edition for teachers the keys (key: true). What an
// article notes, the author's notes and who and what is meant, are footnotes, which many
// readers show where they are asked for.
package book

import (
	"embed"
	"io/fs"
	"slices"
	"strings"

	"glossator/internal/meta"
	"glossator/internal/page"
	"glossator/internal/render"
	"glossator/internal/site"
	"glossator/internal/source"
)

//go:embed templates
var templates embed.FS

//go:embed book.css
var bookStyle string

//go:embed print.css
var printStyle string

// shared are the files of the site's parts that a book is made with, too.
var shared = []string{"templates/parts/citation.html", "templates/parts/exhibit.html", "templates/parts/timeline.html"}

// Templates are the book's: some of the site's own parts, and those of this package.
func Templates(stock []*source.File) (all []*source.File) {
	for _, f := range stock {
		if slices.ContainsFunc(shared, func(name string) bool { return strings.HasSuffix(f.Path, name) }) {
			all = append(all, f)
		}
	}
	// An embedded file can be read.
	_ = fs.WalkDir(templates, "templates", func(p string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			data, _ := templates.ReadFile(p)
			all = append(all, source.NewFile(p, string(data)))
		}
		return err
	})
	return all
}

// Input is what a book is made of.
type Input struct {
	Site    *site.Site
	Set     *render.Set // of Templates
	Pages   []page.Page // planned with Set.Part
	Base    string      // the published site's address with a slash at its end, or ""
	Teacher bool        // with the keys
	Cover   []byte      // a PNG, or nil where its fonts lack the title's letters
}

// File is a file of an edition.
type File struct{ Path, Data string }

// Make makes the edition's files. The problem is a mistake in a template.
func Make(in Input) ([]File, *source.Problem) {
	b := &book{Input: in, places: map[string]*chapter{}, label: in.label}
	if problem := b.collect(); problem != nil {
		return nil, problem
	}
	name := "edition"
	if in.Site.Tag != "" {
		name += "." + in.Site.Tag
	}
	return []File{{name + ".epub", b.epub()}, {name + ".html", b.sheet()}}, nil
}

// label is one of the pages' own words in the site's language.
func (in Input) label(word string) string {
	if l, ok := in.Site.Config.Labels[word]; ok {
		return l
	}
	return word
}

// day is the last day that the content names as one on which it was written or looked at:
// the clock is asked for nothing.
func (in Input) day() meta.Day {
	last := in.Site.Config.Checked
	for _, a := range in.Site.Articles {
		last = max(last, a.Doc.Meta.Published, a.Doc.Meta.Updated)
	}
	for _, p := range in.Site.Pages {
		last = max(last, p.Meta.Updated)
	}
	if !last.Full() {
		return "2000-01-01" // nothing in it has a day
	}
	return last
}
