package build

import (
	"cmp"
	"strconv"
	"strings"

	"glossator/internal/catalogue"
	"glossator/internal/doc"
	"glossator/internal/lexicon"
	"glossator/internal/site"
	"glossator/internal/source"
)

// Origin tells where the words of a page come from.
type Origin struct {
	File     string // as the author knows it; "" where no one file makes the page
	Draft    bool
	Blocks   []Place
	Mentions []Why
}

// Place is where a block of a page stands in its file.
type Place struct {
	ID        string // of the element: p and the paragraph's number
	Line, Col int
}

// Why is a mention, and why it was linked.
type Why struct {
	Block     string // the ID of its block; "" for a title, a heading or a note
	Text      string
	Entry     string
	Level     string
	Rule      string
	Line, Col int
}

// Planned are the addresses that are known without making a file, sorted: all but
// those of the search index.
func (r *Result) Planned() []string { return r.listed().paths }

// Key stands for the bytes at an address: equal keys, equal bytes. It is known
// without making them.
func (r *Result) Key(path string) (key uint64, ok bool) {
	if o := cmp.Or(r.outputs[path], r.besides(path)); o != nil {
		return o.keyed(), true
	}
	return 0, false
}

// Origin tells where the words at an address come from.
func (r *Result) Origin(path string) Origin {
	a, draft := r.text(path)
	if a == nil {
		return Origin{}
	}
	o := Origin{File: a.Doc.File.Path, Draft: draft}
	prose := &a.Doc.Prose
	id := func(block int) string {
		if block < len(prose.Blocks) && prose.Blocks[block].N > 0 {
			return "p" + strconv.Itoa(prose.Blocks[block].N)
		}
		return ""
	}
	for i, b := range prose.Blocks {
		if where, ok := prose.Source(b.Span); ok && b.N > 0 {
			pos := a.Doc.File.Pos(where.Start)
			o.Blocks = append(o.Blocks, Place{id(i), pos.Line, pos.Col})
		}
	}
	for _, m := range a.Ann.Mentions {
		w := Why{Block: id(prose.Block(m.Span.Start)), Text: prose.Text[m.Span.Start:m.Span.End], Entry: m.Entry, Level: string(m.Level), Rule: m.Rule}
		if where, ok := prose.Source(m.Span); ok {
			pos := a.Doc.File.Pos(where.Start)
			w.Line, w.Col = pos.Line, pos.Col
		}
		o.Mentions = append(o.Mentions, w)
	}
	return o
}

// Draft tells whether the page at an address is a draft.
func (r *Result) Draft(path string) bool {
	_, draft := r.text(path)
	return draft
}

// Text is the document that an address shows, or nil.
func (r *Result) Text(path string) *site.Annotated {
	a, _ := r.text(path)
	return a
}

// Lexicon is what the texts were read with.
func (r *Result) Lexicon() *lexicon.Lexicon { return r.vocabulary.lexicon }

// LexiconOf is the catalogue compiled for the language of a text.
func (r *Result) LexiconOf(d *doc.Document) *lexicon.Lexicon {
	return r.vocabulary.in(d.Meta.Language.Text)
}

// File is a file of the tree ("content/site.yaml") as it was read, or nil.
func (r *Result) File(path string) *source.File { return r.tree.File(path) }

// text is the document that an address shows.
func (r *Result) text(path string) (a *site.Annotated, draft bool) {
	for _, s := range r.Editions {
		if own, ok := strings.CutPrefix(path, site.Folder(s.Tag)); ok {
			if a, draft = textIn(s, own); a != nil {
				return a, draft
			}
		}
	}
	return textIn(r.Site, path)
}

// textIn is the document that an address shows, from the root of one language's pages.
func textIn(s *site.Site, path string) (a *site.Annotated, draft bool) {
	name := strings.TrimSuffix(path[strings.LastIndexByte(path, '/')+1:], ".html")
	if p := s.Page(name); p != nil && p.Path == path {
		return &p.Annotated, p.Meta.Draft
	}
	if p := s.Profile(name); p != nil && p.Path == path {
		return &p.Annotated, p.Entry.Draft
	}
	if a := s.Article(name); a != nil && a.Path == path {
		return &a.Annotated, a.Doc.Meta.Draft
	}
	return nil, false
}

// Drafts are the addresses that drafts would have, with their files; none where
// drafts are part of the site.
func (r *Result) Drafts() map[string]string { return r.drafts }

// Base is the address at which the site will stand: a flag's, or site.yaml's.
func (r *Result) Base() string { return r.base }

// Lines are those of files that were read, as the author knows them, in which some places
// lie; "" where there is none.
func (r *Result) Lines(places []source.Pos) []string {
	lines, files := make([]string, len(places)), map[string]*source.File{}
	for _, at := range places {
		if at.Line > 0 {
			files[at.Path] = nil
		}
	}
	if len(files) == 0 {
		return lines
	}
	for _, p := range r.tree.Paths() {
		f := r.tree.File(p)
		if known, wanted := files[f.Path]; wanted && known == nil {
			files[f.Path] = f
		}
	}
	for i, at := range places {
		if f := files[at.Path]; f != nil && at.Line > 0 {
			lines[i] = strings.ToValidUTF8(f.Line(at.Line), "\uFFFD")
		}
	}
	return lines
}

// leftOut lists the drafts that are not part of the site.
func leftOut(in site.Input, whole *catalogue.Catalogue, s *site.Site) map[string]string {
	drafts := map[string]string{}
	if in.Drafts {
		return drafts
	}
	for _, a := range in.Articles {
		if a.Doc.Meta.Draft {
			drafts["articles/"+a.Doc.Name+".html"] = a.Doc.File.Path
		}
	}
	for _, e := range whole.Entries {
		if e.Draft {
			drafts[whole.FacetOf(e).Dir+"/"+e.ID+".html"] = e.File.Path
		}
	}
	for _, p := range in.Pages {
		if s.Page(p.Doc.Name) == nil {
			drafts[p.Doc.Name+".html"] = p.Doc.File.Path
		}
	}
	return drafts
}
