package page

import (
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"

	"glossator/internal/catalogue"
	"glossator/internal/compare"
	"glossator/internal/meta"
	"glossator/internal/since"
	"glossator/internal/site"
	"glossator/internal/source"
)

// Page is one page to render.
type Page struct {
	Path     string
	Template string
	Parts    func() Parts
	View     func() any // the view, made only when the page is rendered
	// Wrong is the mistake in a template for which what stands in texts cannot be made;
	// nil while none has shown itself. Ask behind View.
	Wrong func() *source.Problem

	twins func() string // the languages that have it; nil where the site has one alone
}

// Parts is what a page is made of, by key: equal parts render equal bytes.
type Parts struct {
	Generator uint64   // of templates, assets and program
	Frame     uint64   // of what every page shows: menu, titles
	Texts     []uint64 // of documents and of what was drawn over them
	Words     []string // what the page shows besides, in words
}

// Key changes whenever anything on the page does.
func (p *Page) Key() uint64 {
	twins := ""
	if p.twins != nil {
		twins = p.twins()
	}
	all := newSum()
	defer all.release()
	all.words(p.Template, twins)
	parts := p.Parts()
	all.add(parts.Digest())
	return all.key()
}

// Digest stands for the parts: every field of them. It is written out, since that of each
// page is asked for after every save.
func (p *Parts) Digest() uint64 {
	all := newSum()
	defer all.release()
	all.add(p.Generator, p.Frame, uint64(len(p.Texts)))
	all.add(p.Texts...)
	all.words(p.Words...)
	return all.key()
}

// fixed are parts that are at hand.
func fixed(parts Parts) func() Parts { return func() Parts { return parts } }

// whole is a page that is made of its view: one that is quickly made, of everything in
// the site.
func (p *planner) whole(path string, view func() any) Page {
	view = sync.OnceValue(view)
	return Page{Path: path, View: view, Parts: func() Parts {
		parts := p.parts()
		parts.Texts = []uint64{source.Key(view())}
		return parts
	}}
}

// Options are what pages need besides the site.
type Options struct {
	Generator uint64     // of templates, assets and program
	BaseURL   string     // with a slash at its end, or ""
	Formats   []Format   // the machine formats that are made of each article
	Tables    []DataFile // the tables that data.html describes
	Embeds    bool       // there are pages for other sites' pages
	Whole     []string   // the addresses of the site in one file and of its schema; none where it is not made
	// Compared is as the function of that name makes it, so that others may share it.
	Compared []func() *compare.Comparison `hash:"ignore"`
	// Image tells whether there is a link-preview image at an address; nil where none are
	// made. It depends on what is in every key: titles, publishers, the site.
	Image func(path string) bool `hash:"ignore"`
	// Misquoted is as Misquotations makes it, so that others may share it.
	Misquoted []Misquotation `hash:"ignore"`
	// Since is what changed since an earlier publish; nil where none is compared. What is
	// shown of it is in the key of the page that shows it.
	Since *since.Changes `hash:"ignore"`
	// JSONLD is schema.org data for a page: kind "home", "article" or "entry", and the
	// index in the Site. Nil leaves it out.
	JSONLD func(kind string, index int) string `hash:"ignore"`
	// Editions are the site's languages, where there are several.
	Editions *Editions `hash:"ignore"`
	// Part writes one of InTexts, made of its view, or tells the template author's mistake.
	Part func(b *strings.Builder, name string, view any) *source.Problem `hash:"ignore"`
}

// Format is a file that is made of each article, or of each entry.
type Format struct {
	Ext, Label string
	Entries    bool
}

// planner holds what all pages share.
type planner struct {
	*site.Site
	words
	Options
	frame     uint64
	looks     looks
	facets    [2][]Facet              // by depth
	notes     [][]string              // of each profile, as an article shows it: without a role, then in each of its roles
	cards     [2][]Card               // of each profile, by depth
	texts     []uint64                // of each article: the key of what it was made of
	lines     []uint64                // of each article: the key of what its neighbors show of it: address, title, day
	entries   []uint64                // of each profile: the same
	events    []uint64                // of each event of the timeline: the same
	figuresIn map[string][]int        // by article: its figures, as indexes into the Site's
	bases     map[string]Base         // of each section ("articles", "who"): what its pages begin with
	figured   map[string]uint64       // by article: its figures, the same
	corrected map[string][]Correction // by path: what was put right on the page

	sentence   func() form                    // how a sentence that mentions an entry stands on its pages
	eventIDs   func() []string                // of each event of the timeline: its id
	heads      func() []articleHead           // of each article: what the pages of its entries show of it
	allCards   func() uint64                  // key of every card
	rooms      sync.Pool                      // of *room
	tongues    sync.Map                       // of each language that is not the pages': its Tongue
	translated sync.Map                       // of each translation, by article: where its quotations stand in its original
	quoted     sync.Map                       // of each text's annotation: the ids of its quotations
	broken     atomic.Pointer[source.Problem] // the first mistake in a template that a part failed with
}

// CSP is the content security policy of every page: nothing from elsewhere, nothing
// inline. Fonts come with the style sheet, so that no line moves when they arrive and
// a page opened from disk has them.
const CSP = "default-src 'self'; font-src 'self' data:; base-uri 'none'; form-action 'self'; object-src 'none'"

// Plan lists the pages of the site.
func Plan(s *site.Site, o Options) []Page {
	p := &planner{Site: s, Options: o, words: words{s.Config.Labels}}
	p.prepare()
	pages, wrong := make([]Page, 0, len(p.Articles)+2*len(p.Profiles)+64), p.broken.Load
	for _, k := range kinds {
		of := k.pages(p)
		for i := range of {
			of[i].Template, of[i].Wrong = k.template, wrong
			if path := of[i].Path; p.Editions != nil {
				of[i].twins = func() string { return p.twins(path) }
			}
			p.withCorrections(&of[i])
		}
		pages = append(pages, of...)
	}
	if p.Editions != nil {
		p.Editions.of(p.Tag).planned(pages)
	}
	return pages
}

// several plans the pages of many things, on every processor, and keeps their order.
func several(n int, plan func(i int) []Page) []Page {
	shares := make([][]Page, runtime.GOMAXPROCS(0))
	source.Together(len(shares), func(w int) {
		lo, hi := n*w/len(shares), n*(w+1)/len(shares)
		shares[w] = make([]Page, 0, hi-lo)
		for i := lo; i < hi; i++ {
			shares[w] = append(shares[w], plan(i)...)
		}
	})
	return slices.Concat(shares...)
}

// prepare makes what many pages share.
func (p *planner) prepare() {
	for depth, root := range []string{"", "../"} {
		for i, f := range p.Catalogue.Facets {
			p.facets[depth] = append(p.facets[depth], Facet{f.ID, f.Singular, f.Plural, f.Question, root + f.Dir + "/index.html", style(i)})
		}
		for _, e := range p.Profiles {
			p.cards[depth] = append(p.cards[depth], Card{
				ID: e.Entry.ID, Facet: p.Catalogue.FacetOf(e.Entry).ID, Name: e.Entry.Name, Kind: p.t(e.Entry.Kind),
				Href: root + e.Path, Note: e.Doc.Prose.Text[e.Note.Start:e.Note.End], Dates: p.span(e.Entry), N: style(e.Entry.Facet), Short: short(e.Entry),
				Tongue: p.tongueOf(p.TongueOf(e.Doc)),
			})
		}
	}
	p.look()
	for i := range p.Profiles {
		p.notes = append(p.notes, p.notesOf(i))
	}
	p.texts, p.lines = make([]uint64, len(p.Articles)), make([]uint64, len(p.Articles))
	for i, a := range p.Articles {
		p.texts[i], p.lines[i] = a.Key, a.Line()
		if a.From != nil {
			p.texts[i] = source.Key([]any{a.Key, a.From})
		}
		for _, t := range a.Told {
			p.texts[i] = source.Key([]any{p.texts[i], t.Key})
		}
	}
	for _, e := range p.Profiles {
		key := source.Key(e.Entry.File)
		if e.Original != nil { // its page shows what is not translated
			key = source.Key([]any{key, e.Original, e.Key, p.Main.Profiles[e.Index].Key})
		}
		p.entries = append(p.entries, key)
	}
	for _, e := range p.Site.Timeline {
		p.events = append(p.events, source.Key(e))
	}
	p.figured, p.figuresIn = map[string]uint64{}, map[string][]int{}
	for i, f := range p.Site.Figures {
		p.figuresIn[f.Article.ID] = append(p.figuresIn[f.Article.ID], i)
		p.figured[f.Article.ID] = source.Key([]any{p.figured[f.Article.ID], f, p.refs(f.Entries), p.refs([]meta.Ref{f.Speaker})})
	}
	p.sentence = sync.OnceValue(func() form { return formOf(p.part("sentence", &Sentence{slots[0], slots[1], hole})) })
	p.heads = sync.OnceValue(p.articleHeads)
	p.eventIDs = sync.OnceValue(p.addressEvents)
	p.allCards = sync.OnceValue(func() uint64 { return source.Key(p.cards[0]) })
	if p.Compared == nil {
		p.Compared = Compared(p.Site)
	}
	if p.Misquoted == nil {
		p.Misquoted = Misquotations(p.Site, p.Compared)
	}
	p.putRight()
	p.frames()
}

// Compared compares each pair of articles that tell one story, once, when it is first
// asked for.
func Compared(s *site.Site) (all []func() *compare.Comparison) {
	for _, pair := range s.Pairs {
		a, b := s.Articles[pair.A], s.Articles[pair.B]
		all = append(all, sync.OnceValue(func() *compare.Comparison {
			return compare.Compare(s.Config.Language, compare.Side{Doc: a.Doc, Ann: a.Ann}, compare.Side{Doc: b.Doc, Ann: b.Ann})
		}))
	}
	return all
}

// frames makes what stands around the pages: its key, and how those of a section begin.
func (p *planner) frames() {
	p.frame = source.Key([]any{p.Config, p.Options, p.menu("x/x"), p.foot("x/x")})
	p.bases = map[string]Base{"articles": p.baseAt("articles/x.html", "article")}
	for _, f := range p.Catalogue.Facets {
		p.bases[f.Dir] = p.baseAt(f.Dir+"/x.html", "entry")
	}
}

// styles is how many facets have marks of their own look.
const styles = 6

// style is the number of a facet's look: facets beyond the last share again.
func style(facet int) int { return facet%styles + 1 }

// class is the class of that look.
func class(facet int) string { return "f" + strconv.Itoa(style(facet)) }

// short is a person's surname, and the name of anything else.
func short(e *catalogue.Entry) string {
	switch {
	case !e.Person():
		return e.Name
	case e.Surname != "":
		return e.Surname
	}
	return e.Name[strings.LastIndexByte(e.Name, ' ')+1:]
}

// base is what every view begins with.
func (p *planner) base(path, kind, title, description string) Base {
	b, ok := p.bases[section(path)]
	if !ok || strings.HasSuffix(path, "/index.html") {
		b = p.baseAt(path, kind)
	}
	b.Path, b.Kind, b.Title, b.Description = path, kind, title, description
	b.Languages = p.languages(path)
	if p.BaseURL != "" {
		b.Canonical = p.BaseURL + address(path)
	}
	b.Corrected, b.Report = p.corrected[path], p.reporting(&b)
	return b
}

// baseAt is what is the same on all pages of a section but its index.
func (p *planner) baseAt(path, kind string) Base {
	root := rootOf(path)
	top := root
	if p.Tag != "" {
		top = "../" + root
	}
	b := Base{
		SiteRoot: top,
		Site:     p.Config.Title, About: p.Config.Description, Language: p.Config.Language, Direction: p.Config.Direction(), Root: root,
		Menu: p.menu(path), Foot: p.foot(path), Facets: p.facets[len(root)/3],
		Feed: len(p.Articles) > 0, SearchKey: p.Config.SearchKey != "off", Checked: p.day(p.Config.Checked), CSP: CSP,
	}
	b.Frame = strconv.FormatUint(p.frame, 36) + root + searching(kind)
	for _, l := range b.Menu {
		if l.Current {
			b.Frame += "\x00" + l.Href
			if l.Here {
				b.Frame += "\x00"
			}
		}
	}
	return b
}

// searching marks the search page, which has its own look-up box.
func searching(kind string) string {
	if kind == "search" {
		return kind
	}
	return ""
}

// address is a path as a whole address shows it: index.html is its folder.
func address(path string) string {
	if path == "index.html" || strings.HasSuffix(path, "/index.html") {
		return strings.TrimSuffix(path, "index.html")
	}
	return path
}

func rootOf(path string) string { return strings.Repeat("../", strings.Count(path, "/")) }

func (p *planner) menu(path string) (menu []Link) {
	root := rootOf(path)
	add := func(text, href string, tongue Tongue) {
		menu = append(menu, Link{Text: text, Href: root + href, Tongue: tongue, Here: href == path, Current: href == path || section(href) != "" && section(href) == section(path)})
	}
	if p.hasArticles() {
		add("Articles", "articles/index.html", Tongue{})
	}
	if i := slices.IndexFunc(p.Pairs, p.compared); i >= 0 {
		add("Comparison", p.Pairs[i].Path, Tongue{})
	}
	for _, f := range p.Catalogue.Facets {
		add(f.Plural, f.Dir+"/index.html", Tongue{})
	}
	if p.hasTimeline() {
		add("Timeline", "timeline.html", Tongue{})
	}
	if p.hasQuotes() {
		add("Quotes", "quotes.html", Tongue{})
	}
	if p.hasFigures() {
		add("Figures", "figures.html", Tongue{})
	}
	for _, x := range p.Pages {
		if x.Meta.Menu != "" && x.Name != "index" {
			add(x.Meta.Menu, x.Path, p.awayTongue(x))
		}
	}
	return menu
}

func section(path string) string {
	dir, _, ok := strings.Cut(path, "/")
	if !ok {
		return ""
	}
	return dir
}

func (p *planner) foot(path string) []Link {
	root := rootOf(path)
	all := []Link{{Text: "Search", Href: root + "search.html"}, {Text: "Data", Href: root + "data.html"}}
	if p.hasCorrections() {
		all = append(all, Link{Text: "Corrections", Href: root + "corrections.html"})
	}
	if p.hasChanges() {
		all = append(all, Link{Text: "What changed", Href: root + "changes.html"})
	}
	for _, l := range []Link{made, accessible} {
		all = append(all, Link{Text: l.Text, Href: root + l.Href})
	}
	return all
}

// parts begins a page's parts.
func (p *planner) parts() Parts {
	return Parts{Generator: p.Generator, Frame: p.frame}
}

func (p *planner) card(root string, profile int) Card { return p.cards[len(root)/3][profile] }
