package page

import (
	"cmp"
	"html/template"
	"path"
	"slices"
	"strings"

	"glossator/internal/catalogue"
	"glossator/internal/doc"
	"glossator/internal/site"
)

// Editions are the pages of a site in each of its languages. Which there are is known when
// all are planned, and so before any is made.
type Editions struct {
	Base string // the site's address, with a slash at its end, or ""
	All  []*EditionOf
}

// EditionOf is the site in one of its languages.
type EditionOf struct {
	Tag    string // "" of the site's own
	Folder string // where its pages lie: "es/", or ""
	Config *catalogue.Site

	name  string // in itself
	paths map[string]bool
}

// NewEditions are those of a site, its own language first; nil where it has one alone.
func NewEditions(base string, main *site.Site, others []*site.Site) *Editions {
	if len(others) == 0 {
		return nil
	}
	e := &Editions{Base: base, All: []*EditionOf{{Config: main.Config, name: main.Config.CallsItself()}}}
	for _, s := range others {
		e.All = append(e.All, &EditionOf{Tag: s.Tag, Folder: site.Folder(s.Tag), Config: s.Config, name: s.Config.CallsItself()})
	}
	return e
}

// of is the edition of a language.
func (e *Editions) of(tag string) *EditionOf {
	for _, x := range e.All {
		if x.Tag == tag {
			return x
		}
	}
	return nil
}

// planned tells an edition of its pages.
func (e *EditionOf) planned(pages []Page) {
	e.paths = make(map[string]bool, len(pages))
	for _, p := range pages {
		e.paths[p.Path] = true
	}
}

// nearest is a page of the edition that stands for one that it has not: the list that the
// page is in, else the first page.
func (e *EditionOf) nearest(page string) string {
	if list := path.Dir(page) + "/index.html"; e.paths[list] {
		return list
	}
	return "index.html"
}

// languages are the site's languages as a page shows them; none where there is one.
func (p *planner) languages(page string) (all []Language) {
	if p.Editions == nil {
		return nil
	}
	top := strings.Repeat("../", strings.Count(p.Editions.of(p.Tag).Folder+page, "/"))
	for _, e := range p.Editions.All {
		l := Language{Tag: e.Config.Language, Name: e.name, Direction: e.Config.Direction(), Here: e.Tag == p.Tag, Main: e.Tag == ""}
		if l.Direction == p.Config.Direction() {
			l.Direction = ""
		} else {
			l.Direction = cmp.Or(l.Direction, "ltr")
		}
		there := page
		if !e.paths[page] {
			there = e.nearest(page)
		}
		l.Href = top + e.Folder + there
		if e.paths[page] {
			l.URL = l.Href
			if p.Editions.Base != "" {
				l.URL = p.Editions.Base + e.Folder + address(page)
			}
		}
		all = append(all, l)
	}
	once := func(l Language) bool { return l.URL != "" }
	if i := slices.IndexFunc(all, once); i < 0 || !slices.ContainsFunc(all[i+1:], once) {
		for i := range all { // a page that is there once is no other's alternative
			all[i].URL = ""
		}
	}
	return all
}

// twins says which languages have a page: it is part of the page's key.
func (p *planner) twins(page string) string {
	if p.Editions == nil {
		return ""
	}
	var b strings.Builder
	for _, e := range p.Editions.All {
		if e.paths[page] {
			b.WriteString(e.Tag + ",")
		}
		if !e.paths[e.nearest(page)] {
			b.WriteString("!")
		}
	}
	return b.String()
}

// tongueOf is a language where it is not the pages': "" is theirs.
func (p *planner) tongueOf(language string) (t Tongue) {
	if language == "" || language == p.Config.Language {
		return t
	}
	if known, ok := p.tongues.Load(language); ok {
		return known.(Tongue)
	}
	t.Language, t.In = language, p.Config.Called(language)
	if d := p.Config.DirectionOf(language); d != p.Config.Direction() {
		t.Direction = cmp.Or(d, "ltr")
	}
	p.tongues.Store(language, t)
	return t
}

// cite makes a citation for a page.
func (p *planner) cite(c catalogue.Citation, number int) Citation {
	v := p.words.cite(c, number)
	v.Tongue, v.Source = p.tongueOf(c.Tongue), p.tongueOf(cmp.Or(c.Language.Text, p.ownTongue()))
	return v
}

// ownTongue is the site's own language, of which these pages may be an edition in another.
func (p *planner) ownTongue() string {
	if p.Main != nil {
		return p.Main.Config.Language
	}
	return p.Config.Language
}

// press is the language of an article's publisher: a translation has the original's where it
// calls it the same.
func (p *planner) press(a *site.Article) Tongue {
	if of := a.Original(); of != nil && of.Doc.Meta.Publisher == a.Doc.Meta.Publisher {
		a = of
	}
	return p.tongueOf(p.TongueOf(a.Doc))
}

// untranslated is the language of an article that these pages have in another one than
// theirs, because it is not translated.
func (p *planner) untranslated(a *site.Article) Tongue {
	if a.Away == "" {
		return Tongue{}
	}
	return p.tongueOf(p.TongueOf(a.Doc))
}

// awayTongue is the language of a page that is not translated.
func (p *planner) awayTongue(x *site.Page) Tongue {
	if x.Away == "" {
		return Tongue{}
	}
	return p.tongueOf(p.TongueOf(x.Doc))
}

// sourceOf is the language of the phrases of an article's private original.
func (p *planner) sourceOf(a *site.Article) Tongue {
	if p.Main != nil {
		if m := p.Main.Article(a.Doc.Name); m != nil {
			return p.tongueOf(p.TongueOf(m.Doc))
		}
	}
	return Tongue{}
}

// articleLink leads to an article.
func (p *planner) articleLink(a *site.Article, root string) Link {
	return Link{Text: a.Doc.Meta.Title, Href: root + a.Path, Note: a.Doc.Meta.Publisher, Tongue: p.untranslated(a)}
}

// relinked are an author's words with links to pages that are not translated made to lead
// to the site's own language.
func (p *planner) relinked(d *doc.Document, from string, html template.HTML) template.HTML {
	if p.Main == nil || len(d.Links) == 0 {
		return html
	}
	own, main := p.Editions.of(p.Tag).paths, p.Editions.of("").paths
	words := string(html)
	for _, l := range d.Links {
		to, _, _ := strings.Cut(l.To, "#")
		there := path.Join(path.Dir(from), to)
		if to == "" || to[0] == '/' || own[there] || path.Ext(to) == ".html" && !main[there] {
			continue
		}
		address := template.HTMLEscapeString(l.To)
		words = strings.ReplaceAll(words, `="`+address+`"`, `="../`+address+`"`)
	}
	return template.HTML(words)
}
