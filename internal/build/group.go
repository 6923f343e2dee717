package build

import (
	"cmp"
	"io"
	"slices"
	"strings"
	"sync"

	"glossator/internal/card"
	"glossator/internal/compare"
	"glossator/internal/export"
	"glossator/internal/page"
	"glossator/internal/render"
	"glossator/internal/search"
	"glossator/internal/site"
	"glossator/internal/source"
)

// group is a folder of files that are made together, when one of them is asked for:
// only then is it known which files there are.
type group struct {
	prefix string
	key    func() uint64
	write  func(search.Sink)
	files  func() map[string]string
	fell   *source.Problem // why there are no files
}

const searchIndex = "the search index"

// output is what stands at an address, or nil.
func (r *Result) output(path string) *claimed {
	if o := cmp.Or(r.outputs[path], r.besides(path)); o != nil {
		return o
	}
	for _, g := range r.search {
		if strings.HasPrefix(path, g.prefix) {
			return g.file(path)
		}
	}
	return nil
}

// file is one of the group's files, or nil.
func (g *group) file(path string) *claimed {
	data, ok := g.files()[path]
	switch fell := g.fell; {
	case fell != nil:
		return &claimed{path: path, newKey: g.key, origin: searchIndex, write: func(io.Writer) (*source.Problem, error) { return fell, nil }}
	case !ok:
		return nil
	}
	return &claimed{path: path, newKey: g.key, origin: searchIndex, write: held(data)}
}

// besides is what stands beside an article's page at an address, or nil.
func (r *Result) besides(path string) *claimed {
	for i := range r.beside {
		if o := r.beside[i].find(path); o != nil {
			return o
		}
	}
	return nil
}

// beside is what every article has beside its page: machine formats and a card. There
// are several for each, so they are not listed at every save but found by their address.
type beside struct {
	site    *site.Site
	folder  string // of its language: "es/", or ""
	formats []export.Format
	key     func() uint64 // of what is made of the whole site
	program func() string
	card    func(path string) *claimed // nil where no cards are made
	options export.Options
}

// find is what stands at an address, or nil.
func (b *beside) find(path string) *claimed {
	own, ok := strings.CutPrefix(path, b.folder)
	if !ok {
		return nil
	}
	if strings.HasPrefix(own, cardsOfArticles) && b.card != nil {
		return b.card(own)
	}
	dir, name, _ := strings.Cut(own, "/")
	for _, f := range b.formats {
		if stem, is := strings.CutSuffix(name, f.Ext); is {
			if o := b.format(f, path, dir, stem); o != nil {
				return o
			}
		}
	}
	return nil
}

// format is a format's file of what has that name in a folder, or nil.
func (b *beside) format(f export.Format, path, dir, name string) *claimed {
	made := func(origin string, key func() uint64, write func(io.Writer) error) *claimed {
		return &claimed{path: path, newKey: key, origin: origin, write: func(w io.Writer) (*source.Problem, error) { return nil, write(w) }}
	}
	if a := b.site.Article(name); !f.Entries && dir == "articles" && here(a) {
		return made(a.Doc.File.Path, func() uint64 { return b.keyOf(f, a) }, func(w io.Writer) error { return f.Write(w, b.site, a, b.options) })
	}
	if p := b.site.Profile(name); f.Entries && p != nil && b.site.Catalogue.FacetOf(p.Entry).Dir == dir {
		return made(p.Entry.File.Path, b.key, func(w io.Writer) error { return f.WriteEntry(w, b.site, p, b.options) })
	}
	return nil
}

// here tells whether an article's page is of this language's part of the site.
func here(a *site.Article) bool { return a != nil && a.Away == "" }

// keyOf is the key of an article's file: of what it is made of, so that one edit does not
// make those of all articles anew.
func (b *beside) keyOf(f export.Format, a *site.Article) uint64 {
	if in := f.Input(b.site, a, b.options); in != nil {
		return source.Key([]any{b.program(), f.Ext, in})
	}
	return b.key()
}

func searchGroup(s *site.Site, folder string, content func() uint64) *group {
	g := &group{
		prefix: folder + "search/",
		key:    content,
		write: func(put search.Sink) {
			search.Write(s, func(path string, data []byte) { put(folder+path, data) })
		},
	}
	g.files = sync.OnceValue(func() map[string]string {
		files := map[string]string{}
		g.fell = source.Guard(searchIndex, func() {
			for path, data := range search.Build(s) {
				files[folder+path] = data
			}
		})
		return files
	})
	return g
}

// exports adds what machines read. Each file is made when it is asked for.
func (b *Builder) exports(r *Result, add func(*claimed), s *site.Site, folder string, o export.Options, content func() uint64, compared []func() *compare.Comparison, misquoted []page.Misquotation) {
	key := sync.OnceValue(func() uint64 { return source.Key([]any{content(), o}) })
	o.Changes = func() []*compare.Comparison { return changes(s, compared) }
	for _, f := range export.Files(s, o.Made) {
		if f.Once && s.Main != nil {
			continue
		}
		of := func() uint64 {
			if in := f.Input(s); in != nil {
				return source.Key([]any{b.program(), f.Path, in})
			}
			return key()
		}
		if f.Fixed { // a preview reads _headers at every save
			of = func() uint64 { return source.Key([]any{o.Policy, o.Folders}) }
		} else if f.Once && o.Editions != nil {
			of = func() uint64 { return source.Key([]any{key(), o.Editions}) }
		}
		add(&claimed{path: folder + f.Path, newKey: of, origin: "the site's " + f.Path, write: func(w io.Writer) (*source.Problem, error) {
			return nil, f.Write(w, s, o)
		}})
	}
	r.beside = append(r.beside, beside{site: s, folder: folder, formats: export.Formats(o.Made), key: key, program: b.program, options: o})
	if !slices.Contains(o.Made, "cards") {
		return
	}
	next := &r.beside[len(r.beside)-1]
	next.card = func(path string) *claimed { return b.card(s, folder, path) }
	for _, path := range append([]string{cardOfSite}, cardsOfFacets(s)...) {
		if c := b.card(s, folder, path); c != nil {
			add(c)
		}
	}
	for _, m := range misquoted {
		if words := misquotedCard(s, m); words.Drawn() {
			add(b.drawn(folder+page.MisquotedCard(m), words))
		}
	}
}

// card is a link-preview image: of the site, of a facet, of an article; nil where it could
// not say its words.
func (b *Builder) card(s *site.Site, folder, path string) *claimed {
	words, ok := cardOf(s, path)
	if !ok || !words.Drawn() {
		return nil
	}
	return b.drawn(folder+path, words)
}

// drawn is a card. It is drawn anew only when its words change.
func (b *Builder) drawn(path string, words card.Words) *claimed {
	return &claimed{path: path, newKey: func() uint64 { return cardKey(b.program(), words) }, origin: "the card " + path, write: func(w io.Writer) (*source.Problem, error) {
		return nil, card.Write(w, words, card.Style{})
	}}
}

func cardKey(program string, words card.Words) uint64 { return source.Key([]any{program, words}) }

// changes compares every pair of articles that tell one story. Where a stand-off file
// tells what differs between the originals, their accounts are not compared.
func changes(s *site.Site, compared []func() *compare.Comparison) []*compare.Comparison {
	all := make([]*compare.Comparison, len(s.Pairs))
	for i, p := range s.Pairs {
		if compares(&p) && p.Away == "" {
			all[i] = compared[i]()
		}
	}
	return all
}

// siteInput is all that exports and the search index are made of.
type siteInput struct {
	Generator uint64
	Lexicon   uint64
	Site      *site.Site
}

// generatorInput is everything besides content that decides a page's bytes: the program, the
// templates and assets.
type generatorInput struct {
	Program   string
	Templates uint64
}

func (b *Builder) generator(set *render.Set) uint64 {
	return source.Key(generatorInput{b.program(), set.Key})
}
