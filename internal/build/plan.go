package build

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"runtime"
	"slices"
	"strings"
	"sync"

	"glossator/internal/catalogue"
	"glossator/internal/export"
	"glossator/internal/page"
	"glossator/internal/render"
	"glossator/internal/since"
	"glossator/internal/site"
	"glossator/internal/source"
)

// Result is one generation of the site, as values. Its files are made when they are
// asked for; it may be read by many goroutines.
type Result struct {
	Report   Report
	OK       bool // no problem stops a publish
	fell     bool // the program failed: there is no site
	Site     *site.Site
	Editions []*site.Site // in the site's other languages, sorted by their tags

	outputs    map[string]*claimed
	claims     []*claimed          // the outputs as they were claimed
	folded     map[string]*claimed // those with capitals or accents, by their address without
	dirs       []string            // of outputs, as they were claimed: neighbors in one folder once
	beside     []beside
	listed     func() listing  // the addresses that are known beforehand
	keys       func() []uint64 // of each of them
	search     []*group        // of each language
	pages      *pageMemory
	clock      *clock
	vocabulary *vocabulary

	tree   *source.Tree
	since  map[string]*since.Changes // by language: since an earlier publish; none where none is compared
	base   string
	drafts map[string]string
}

// claimed is one file of the site.
type claimed struct {
	path   string
	newKey func() uint64 // made when it is first asked for
	once   sync.Once
	key    uint64
	page   bool
	origin string // who claims the address, for clashes; "" of a page
	write  func(io.Writer) (*source.Problem, error)
}

// keyed is the file's key: equal keys, equal bytes.
func (o *claimed) keyed() uint64 {
	o.once.Do(func() { // where no key can be made the file is made anew each time
		_ = source.Guard(o.path, func() { o.key = o.newKey() })
	})
	return o.key
}

// claimant tells who claims the address.
func (o *claimed) claimant() string { return cmp.Or(o.origin, "the page "+o.path) }

// held writes what is held already.
func held(data string) func(io.Writer) (*source.Problem, error) {
	return func(w io.Writer) (*source.Problem, error) {
		_, err := io.WriteString(w, data)
		return nil, err
	}
}

// Problems are the author's mistakes, sorted.
func (r *Result) Problems() []source.Problem { return r.Report.Problems }

// Paths lists the addresses of the site, sorted.
func (r *Result) Paths() []string {
	paths := slices.Clone(r.Planned())
	for _, g := range r.search {
		paths = slices.AppendSeq(paths, maps.Keys(g.files()))
	}
	slices.Sort(paths)
	return paths
}

// plan lists every file of the site.
func (b *Builder) plan(r *Result, t *source.Tree, config *catalogue.Site, p presentation) []source.Problem {
	set, problems := p.set, slices.Concat(p.problems, unknownLabels(config, r.Site.Catalogue, t))
	add := func(o *claimed) {
		if problem := r.unportable(o); problem != nil {
			problems = append(problems, *problem)
		}
		if first := r.claim(o); first != nil {
			problems = append(problems, source.Problem{Pos: source.Pos{Path: o.claimant()}, Rule: "same-address",
				Msg: fmt.Sprintf("the address %s is taken by %s", o.path, first.claimant()), Hint: "rename or remove one of them"})
		}
	}
	made, _ := catalogue.Exported(cmp.Or(b.cfg.Exports, config.Exports.Text))
	base := withSlash(r.base)
	languages := page.NewEditions(base, r.Site, r.Editions)
	expected := len(r.Site.Articles) + 64
	r.outputs, r.claims, r.folded = make(map[string]*claimed, expected), make([]*claimed, 0, expected), map[string]*claimed{}
	r.planEdition(b, add, r.Site, planned{base: base, made: made, set: set, languages: languages, folder: ""})
	for i, s := range r.Editions {
		problems = append(problems, unknownLabels(s.Config, s.Catalogue, t)...)
		folder := site.Folder(s.Tag)
		in := planned{base: base, made: made, set: p.others[i], languages: languages, folder: folder}
		if base != "" {
			in.base += folder
		}
		r.planEdition(b, add, s, in)
	}
	for _, a := range p.assets {
		add(atHand(a.Path, a.Data, "static/assets/"+a.Name))
	}
	problems = append(problems, r.statics(overlaid(t, b.stock.static, "static"), add)...)
	r.listed = sync.OnceValue(func() listing { return b.addresses.of(r) })
	processors := runtime.GOMAXPROCS(0)
	if !b.once {
		processors = max(1, processors-1) // with the last the new page is served meanwhile
	}
	r.keys = sync.OnceValue(func() []uint64 { return r.makeKeys(processors) })
	return problems
}

// planned is with what the files of an edition are planned.
type planned struct {
	base      string   // of its addresses
	made      []string // which of catalogue.Exports
	set       *render.Set
	languages *page.Editions
	folder    string // where its files lie: "es/", or ""
}

// cards tells whether images for link previews are made.
func (p planned) cards() bool { return slices.Contains(p.made, "cards") }

// embeds tells whether pages for other sites' pages are made.
func (p planned) embeds() bool { return slices.Contains(p.made, "embeds") }

// planEdition lists every file of the site in one of its languages.
func (r *Result) planEdition(b *Builder, add func(*claimed), s *site.Site, in planned) {
	set := in.set
	compared := page.Compared(s)
	misquoted := page.Misquotations(s, compared)
	pages := page.Plan(s, page.Options{Generator: b.generator(set), BaseURL: in.base, Image: pictured(s, misquoted, in.cards()), Formats: formats(in.made), Tables: tables(), Whole: inOneFile(s, in.made),
		JSONLD: structured(s, in.base), Part: set.Part, Embeds: in.embeds(), Compared: compared, Misquoted: misquoted, Editions: in.languages, Since: r.since[s.Tag]})
	claims := make([]claimed, len(pages))
	for i := range pages {
		p := &pages[i]
		claims[i].path, claims[i].newKey, claims[i].page = in.folder+p.Path, p.Key, true
		claims[i].write = func(w io.Writer) (*source.Problem, error) {
			view := p.View()
			if problem := p.Wrong(); problem != nil {
				return problem, nil
			}
			return set.Write(w, p.Template, view)
		}
		add(&claims[i])
	}
	content := sync.OnceValue(func() uint64 {
		return source.Key(siteInput{b.generator(set), b.vocabulary.in(s.Tag).Digest, s})
	})
	if in.embeds() {
		r.oEmbeds(page.Embeds(s, misquoted), s, in, add)
	}
	o := export.Options{Base: in.base, Made: in.made, Policy: page.CSP, Since: r.since[s.Tag]}
	if s.Main == nil {
		o.Editions = r.Editions
		for _, e := range r.Editions {
			o.Folders = append(o.Folders, site.Folder(e.Tag))
		}
	}
	b.exports(r, add, s, in.folder, o, content, compared, misquoted)
	r.search = append(r.search, searchGroup(s, in.folder, content))
}

// withSlash is a site's address with a slash at its end; "" where it is not known.
func withSlash(base string) string {
	if base == "" || strings.HasSuffix(base, "/") {
		return base
	}
	return base + "/"
}

// Keys are those of all addresses of Planned, in its order. They are made one by one where
// they are asked for by Key; this is for those who ask for all.
func (r *Result) Keys() []uint64 { return r.keys() }

// claim gives an output its address; where another has it already (or one that is
// the same on some disks), that one is returned and keeps it.
func (r *Result) claim(o *claimed) *claimed {
	folded := source.Fold(o.path)
	if first := cmp.Or(r.outputs[folded], r.folded[folded], r.besides(folded)); first != nil {
		return first
	}
	if folded != o.path {
		r.folded[folded] = o
	}
	r.outputs[o.path] = o
	r.claims = append(r.claims, o)
	i, n := strings.LastIndexByte(o.path, '/'), len(r.dirs)
	if i > 0 && (n == 0 || r.dirs[n-1] != o.path[:i]) {
		r.dirs = append(r.dirs, o.path[:i])
	}
	return nil
}

// unportable is the problem of an address that is no file's on some systems, or nil.
func (r *Result) unportable(o *claimed) *source.Problem {
	name := o.path
	if o.page {
		name = name[strings.LastIndexByte(name, '/')+1:] // its folder is a facet's, which is told in site.yaml
	}
	why, hint := source.Unportable(name)
	if why == "" {
		return nil
	}
	at := source.Pos{Path: o.claimant()}
	if text, _ := r.text(o.path); text != nil {
		at = text.Doc.File.Pos(0)
	}
	return &source.Problem{Pos: at, Rule: "bad-name", Msg: fmt.Sprintf("%q cannot be published: %s", o.path, why), Hint: hint}
}

func atHand(path, data, origin string) *claimed {
	return &claimed{path: path, newKey: func() uint64 { return source.Key(source.DigestOf(data)) }, origin: origin, write: held(data)}
}

// checkTemplates renders one page of every kind and each part that stands in texts, so
// that a broken template is reported at once, visited or not.
func checkTemplates(set *render.Set) (problems []source.Problem) {
	for _, kind := range slices.Sorted(maps.Keys(page.Empty())) {
		if _, p := set.Page(kind, page.Empty()[kind]); p != nil {
			problems = append(problems, *p)
		}
	}
	views := page.InTexts()
	for _, name := range slices.Sorted(maps.Keys(views)) {
		if p := set.Part(new(strings.Builder), name, views[name]); p != nil {
			problems = append(problems, *p)
		}
	}
	return problems
}
