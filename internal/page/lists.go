package page

import (
	"cmp"
	"html/template"
	"slices"
	"strconv"
	"strings"

	"glossator/internal/catalogue"
	"glossator/internal/doc"
	"glossator/internal/site"
	"glossator/internal/source"
)

// home plans the first page.
func (p *planner) home() Page {
	return p.whole("index.html", func() any {
		v := &Home{Base: p.base("index.html", "home", p.Config.Title, p.Config.Description), Headline: p.Config.Title, Matrix: p.matrix(), Top: p.top()}
		if x := p.Page("index"); x != nil {
			v.Headline, v.Stake, v.Updated = x.Meta.Title, x.Meta.Stake, p.day(x.Meta.Updated)
			v.Words = p.awayTongue(x)
			v.Body = p.text(x, "")
			if a := p.Article(x.Meta.Start.ID); a != nil {
				l := p.articleLink(a, "")
				v.Start = &l
			}
		}
		if v.Start == nil && len(p.Articles) > 0 {
			l := p.articleLink(p.Articles[0], "")
			v.Start = &l
		}
		for _, a := range p.Articles[:min(len(p.Articles), mostOnHome)] {
			v.Articles = append(v.Articles, p.line(a, ""))
		}
		v.Misquoted = p.misquotedBy("", func(Misquotation) bool { return true })
		v.Misquoted = v.Misquoted[:min(len(v.Misquoted), mostMisquoted)]
		if len(p.Misquoted) > 0 {
			v.Changed = &Link{Href: p.Pairs[p.Misquoted[0].Pair].Path}
		}
		p.answers(v)
		v.JSONLD = p.structured("home", 0)
		v.Properties = p.preview(&v.Base, "website", v.Language, "cards/index.png")
		return v
	})
}

// mostOnHome is how many articles the home page lists, mostInMatrix how many the
// matrix has columns for: beyond that it would be no overview.
const (
	mostOnHome   = 40
	mostInMatrix = 12
)

// mostMisquoted is how many misquotations the home page shows.
const mostMisquoted = 3

// text draws a page's body.
func (p *planner) text(x *site.Page, root string) template.HTML {
	return p.relinked(x.Doc, x.Name+".html", p.sheet(x.Annotated, root, "", 0, func(string) string { return "" }))
}

// sheet draws the body of an entry or a page. cited gives the HTML of what a reference
// [^label] cites, and "" where it is to a note; the notes are numbered behind the taken.
func (p *planner) sheet(x site.Annotated, root, self string, taken int, cited func(label string) string) template.HTML {
	room := p.room()
	defer p.rooms.Put(room)
	spans, own := p.drawn(room, x, p.seenIn(x), root, self, nil), p.ownNotes(x.Doc, taken)
	return cells(x.Doc, x.Doc.Draw(doc.Drawing{
		Spans:   spans,
		RefHTML: func(label string) string { return cmp.Or(cited(label), own.ref(label)) },
		After:   func(b *strings.Builder, from, to int) { p.aside(b, own, "", from, to, spans, met{}) },
	}))
}

// cells makes the empty head cell in a table's corner a plain one: a head that says
// nothing is no head. No text has a table without a bar in it.
func cells(d *doc.Document, html string) template.HTML {
	if strings.Contains(d.File.Data, "|") && strings.Contains(html, "<th></th>") {
		html = strings.ReplaceAll(html, "<th></th>", "<td></td>")
	}
	return template.HTML(html)
}

func (p *planner) line(a *site.Article, root string) ArticleLine {
	m := a.Doc.Meta
	return ArticleLine{Title: m.Title, Href: root + a.Path, Publisher: m.Publisher, Press: p.press(a), Day: p.day(a.Doc.Day()), Place: m.Place,
		Summary: m.Summary, TextKind: m.Kind.Text, Copy: a.Story != a.Index, Tongue: p.untranslated(a)}
}

// top is each facet's most mentioned entries.
func (p *planner) top() (all []TopList) {
	for fi, f := range p.facets[0] {
		t := TopList{Facet: f}
		for i, e := range p.Profiles {
			if e.Entry.Facet == fi && len(e.Articles) > 0 {
				c := p.cards[0][i]
				c.Count = e.Stories
				c.Kind, c.Dates = p.was(e)
				t.Entries = append(t.Entries, c)
			}
		}
		slices.SortStableFunc(t.Entries, func(a, b Card) int { return b.Count - a.Count })
		t.Entries = t.Entries[:min(8, len(t.Entries))]
		all = append(all, t)
	}
	return all
}

// was is what an entry is as far as is known, else what it was on the day of the last
// article that mentions it, else what it was last, in its years: whoever reads it does so
// on another day. An entry without roles is its kind.
func (p *planner) was(e *site.Profile) (kind, dates string) {
	role := latest(e.Entry, catalogue.Role.Lasts)
	if n := len(e.Articles); n > 0 && role < 0 {
		role = roleOn(e.Entry, p.Articles[e.Articles[n-1]].Doc.Day())
	}
	if role < 0 {
		role = latest(e.Entry, func(catalogue.Role) bool { return true })
	}
	if role < 0 {
		return p.t(e.Entry.Kind), p.span(e.Entry)
	}
	r := e.Entry.Roles[role]
	return r.Title, p.held(r)
}

// latest is the index of the latest begun of the roles that are meant; -1 for none.
func latest(e *catalogue.Entry, meant func(catalogue.Role) bool) int {
	best := -1
	for i, r := range e.Roles {
		if meant(r) && (best < 0 || e.Roles[best].From < r.From) {
			best = i
		}
	}
	return best
}

// matrix counts the mentions of every policy and measure (every entry with periods)
// in every article, of its prose and of its original.
func (p *planner) matrix() (m Matrix) {
	if len(p.Articles) > mostInMatrix {
		return m
	}
	for _, a := range p.Articles {
		m.Columns = append(m.Columns, p.line(a, ""))
	}
	for fi, f := range p.facets[0] {
		g := MatrixGroup{Facet: f}
		for i, e := range p.Profiles {
			if e.Entry.Facet != fi || len(e.Entry.Periods) == 0 || len(e.Articles) == 0 {
				continue
			}
			g.Rows = append(g.Rows, p.row(i, e))
		}
		slices.SortStableFunc(g.Rows, func(a, b MatrixRow) int { return b.Total - a.Total })
		if len(g.Rows) > 0 {
			m.Groups = append(m.Groups, g)
		}
	}
	m.Width = len(m.Columns) + 1
	m.Lists = listed(m)
	return m
}

// listed turns a matrix into a list for each of its columns.
func listed(m Matrix) (all []MatrixList) {
	for i, a := range m.Columns {
		l := MatrixList{Article: a}
		for _, g := range m.Groups {
			for _, r := range g.Rows {
				if r.Cells[i].Count > 0 {
					l.Rows = append(l.Rows, Counted{r.Card, r.Cells[i]})
				}
			}
		}
		slices.SortStableFunc(l.Rows, func(a, b Counted) int { return b.Cell.Count - a.Cell.Count })
		if len(l.Rows) > 0 {
			all = append(all, l)
		}
	}
	return all
}

func (p *planner) row(i int, e *site.Profile) MatrixRow {
	r := MatrixRow{Card: p.cards[0][i], Cells: make([]Cell, len(p.Articles))}
	for _, ai := range e.Articles {
		cell := &r.Cells[ai]
		if of := p.Articles[ai].Of(e.Index); len(of) > 0 {
			cell.Count, cell.Href = len(of), p.Articles[ai].Path+"#"+p.Articles[ai].FirstOf(of).String()
			r.Total += len(of)
		}
	}
	for _, s := range e.Evidence {
		cell := &r.Cells[s.Article]
		if cell.Count++; cell.Href == "" {
			cell.Href = p.Articles[s.Article].Path + "#o" + strconv.Itoa(p.Articles[s.Article].Evidence[s.Row].Paragraph)
		}
		r.Total++
	}
	for i := range r.Cells {
		r.Cells[i].Heat = min(3, (r.Cells[i].Count+2)/3)
	}
	return r
}

// articleIndex plans the list of articles.
func (p *planner) articleIndex() Page {
	parts := func() Parts {
		parts := p.parts()
		lines := newSum()
		defer lines.release()
		for i, a := range p.Articles {
			lines.add(p.texts[i], uint64(a.Story))
		}
		parts.Texts = []uint64{lines.key()}
		return parts
	}
	return Page{Path: "articles/index.html", Parts: parts, View: func() any {
		v := &Index{Base: p.base("articles/index.html", "articles", "Articles", p.Config.Description)}
		for _, a := range p.Articles {
			v.Articles = append(v.Articles, p.line(a, "../"))
		}
		return v
	}}
}

// facetIndex plans the list of a facet's entries, A to Z.
func (p *planner) facetIndex(facet int) Page {
	f := p.Catalogue.Facets[facet]
	path := f.Dir + "/index.html"
	var cards []Card
	for i, e := range p.Profiles {
		if e.Entry.Facet == facet {
			c := p.cards[1][i]
			c.Count = e.Stories
			c.Kind, c.Dates = p.was(e)
			cards = append(cards, c)
		}
	}
	parts := p.parts()
	parts.Words, parts.Texts = []string{path}, []uint64{source.Key(cards)}
	return Page{Path: path, Parts: fixed(parts), View: func() any {
		v := &Index{Base: p.base(path, "facet", f.Plural, f.Question), Facet: &p.facets[1][facet], Letters: p.letters(cards)}
		return v
	}}
}

// letters groups cards by the letters under which readers of the site's language look
// their names up.
func (p *planner) letters(cards []Card) (all []Letter) {
	alphabet := p.Config.Alphabet()
	names := make(map[string]string, len(cards)) // as they are sorted
	for i := range cards {
		names[cards[i].Name] = alphabet.Key(cards[i].Name)
	}
	slices.SortStableFunc(cards, func(a, b Card) int { return strings.Compare(names[a.Name], names[b.Name]) })
	for _, c := range cards {
		l := alphabet.Letter(c.Name)
		if n := len(all); n == 0 || all[n-1].Letter != l {
			all = append(all, Letter{ID: "letter-" + strconv.Itoa(n+1), Letter: l})
		}
		all[len(all)-1].Entries = append(all[len(all)-1].Entries, c)
	}
	return all
}

// search plans the search page: without scripts an A to Z of every entry.
func (p *planner) search() Page {
	parts := p.parts()
	cards := slices.Clone(p.cards[0])
	parts.Texts = []uint64{p.allCards()}
	return Page{Path: "search.html", Parts: fixed(parts), View: func() any {
		return &Prose{Base: p.base("search.html", "search", "Search", p.Config.Description), Letters: p.letters(cards)}
	}}
}

// notFound plans 404.html. A host serves it at any depth, so its links begin at the
// site's base path.
func (p *planner) notFound() Page {
	return p.whole("404.html", func() any {
		b := p.base("404.html", "404", "Not found", "")
		b.NoIndex, b.Canonical = true, ""
		base := basePath(p.BaseURL)
		b.Root, b.SiteRoot = base, base
		b.Frame += "404"
		for i := range b.Languages {
			b.Languages[i].Href = base + b.Languages[i].Href
		}
		for _, list := range [][]Link{b.Menu, b.Foot} {
			for i := range list {
				list[i].Href = base + list[i].Href
			}
		}
		b.Facets = slices.Clone(b.Facets)
		for i := range b.Facets {
			b.Facets[i].Href = base + b.Facets[i].Href
		}
		return &Prose{Base: b}
	})
}

// basePath is the path of a base address, with a slash at both ends.
func basePath(base string) string {
	_, rest, ok := strings.Cut(base, "://")
	if !ok {
		return "/"
	}
	_, path, ok := strings.Cut(rest, "/")
	if !ok {
		return "/"
	}
	return "/" + path
}

// prose plans one of content/pages. One that shows exhibits is of everything in the site:
// of the timeline, of how rules stood.
func (p *planner) prose(x *site.Page) Page {
	if len(x.Exhibits) > 0 {
		return p.whole(x.Path, func() any { return p.proseView(x) })
	}
	parts := p.parts()
	parts.Texts = []uint64{x.Key, p.allCards()}
	return Page{Path: x.Path, Parts: fixed(parts), View: func() any { return p.proseView(x) }}
}

func (p *planner) proseView(x *site.Page) *Prose {
	v := &Prose{Base: p.base(x.Path, "page", x.Meta.Title, x.Meta.Description), Body: p.text(x, ""), Updated: p.day(x.Meta.Updated), Exhibits: p.exhibitsOf(x)}
	v.Draft = x.Meta.Draft
	return v
}
