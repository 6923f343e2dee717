package page

import (
	"cmp"
	"fmt"
	"html/template"
	"sort"
	"strconv"
	"strings"

	"glossator/internal/catalogue"
	"glossator/internal/doc"
	"glossator/internal/mark"
	"glossator/internal/meta"
	"glossator/internal/site"
	"glossator/internal/source"
)

// entry plans an entry's page.
func (p *planner) entry(e *site.Profile) Page {
	parts := p.parts("entry")
	all := stretches(e, len(p.Articles))
	parts.Texts = []string{string(e.Entry.File.Digest), string(e.Digest), p.shown(e, all[len(all)-1]),
		joined(p.lines, e.Articles)} // the drawing shows them all
	parts.Words = append(p.around(e), e.Path, strconv.Itoa(e.Stories), strconv.Itoa(e.Mentions))
	return Page{Path: e.Path, Template: "entry", Parts: parts, View: func() any { return p.entryView(e) }}
}

// around are the digests of the other entries that an entry's page shows, and how
// often it shares a sentence with each.
func (p *planner) around(e *site.Profile) (all []string) {
	for _, t := range p.With(e) {
		all = append(all, p.entries[t.Profile], strconv.Itoa(t.Sentences))
	}
	for _, m := range e.Ann.Mentions {
		if x := p.Profile(m.Entry); x != nil {
			all = append(all, p.entries[x.Index])
		}
	}
	for _, refs := range [][]meta.Ref{e.Entry.By, e.Entry.Under, e.Entry.Related, {e.Entry.ClaimedBy}} {
		for _, r := range refs {
			if x := p.Profile(r.ID); x != nil {
				all = append(all, p.entries[x.Index])
			}
		}
	}
	return all
}

func (p *planner) refs(refs []meta.Ref) (all []Card) {
	for _, r := range refs {
		if x := p.Profile(r.ID); x != nil {
			all = append(all, p.cards[1][x.Index])
		}
	}
	return all
}

func (p *planner) entryView(e *site.Profile) any {
	c := e.Entry
	v := &Entry{
		Base:  p.base(e.Path, "entry", c.Name, p.cards[1][e.Index].Note),
		Facet: p.facets[1][c.Facet], Card: p.cards[1][e.Index], Kind: c.Kind, Authority: c.Authority,
		By: p.refs(c.By), Under: p.refs(c.Under), Related: p.refs(c.Related), Unmentioned: c.Unmentioned,
		Stories: e.Stories, Mentions: e.Mentions,
	}
	v.Draft = c.Draft
	all := stretches(e, len(p.Articles))
	last := all[len(all)-1]
	v.Groups, v.Said, v.Pages = p.groups(e, last), p.said(e, last), p.turns(e, all, len(all)-1)
	for _, a := range c.Aliases {
		v.Aliases = append(v.Aliases, a.Text)
	}
	if x := p.Profile(c.ClaimedBy.ID); x != nil {
		v.ClaimedBy = &p.cards[1][x.Index]
	}
	for i, x := range c.Citations {
		v.Citations = append(v.Citations, p.cite(x, i+1))
	}
	source := func(id string) *Citation {
		for i := range v.Citations {
			if id != "" && v.Citations[i].ID == id {
				return &v.Citations[i]
			}
		}
		return nil
	}
	for _, f := range c.Facts {
		v.Facts = append(v.Facts, Fact{f.Label, f.Value, p.day(f.AsOf), source(f.Citation.ID)})
	}
	for _, r := range c.Roles {
		v.Roles = append(v.Roles, Role{r.Title, p.day(r.From), p.day(r.To), p.day(r.AsOf), source(r.Citation.ID)})
	}
	for _, q := range c.Periods {
		v.Periods = append(v.Periods, Rule{Word: q.Status.Text, Covers: q.Covers, From: p.day(q.From), To: p.day(q.To), Note: q.Note, AsOf: p.day(q.AsOf), Cited: source(q.Citation.ID)})
	}
	together := p.With(e)
	for _, t := range together[:min(12, len(together))] {
		with := p.cards[1][t.Profile]
		with.Count = t.Sentences
		v.With = append(v.With, with)
	}
	v.Body = p.entryBody(e, v.Citations)
	v.Chart = p.entryChart(e, all)
	v.JSONLD = p.structured("entry", e.Index)
	v.Properties = p.preview(&v.Base, "profile", "cards/"+p.Catalogue.Facets[c.Facet].Dir+".png")
	return v
}

// entryBody draws an entry's body; references to its citations lead to the list.
func (p *planner) entryBody(e *site.Profile, citations []Citation) template.HTML {
	used := map[string]int{}
	return cells(e.Doc.Draw(doc.Drawing{
		Spans: p.drawn(e.Annotated, "../", e.Entry.ID, nil),
		RefHTML: func(label string) string {
			for _, c := range citations {
				if c.ID == label {
					used[label]++
					return `<sup class="noteref"><a href="#cite-` + template.HTMLEscapeString(label) + `">` + strconv.Itoa(c.Number) + `</a></sup>`
				}
			}
			return ""
		},
	}))
}

// evidencePage is how many articles' evidence a page shows. The newest articles stand
// on the entry's own page; older ones, counted from the oldest so that a page once
// full does not change with every new article, on pages of their own.
const evidencePage = 100

// stretch is the articles whose evidence one page shows.
type stretch struct {
	path     string
	articles []int // of the Profile's
	from, to int   // the Site's articles from, before to: with those that only quote
}

// stretches divides the evidence for an entry, the oldest first; the last is the
// entry's own page.
func stretches(e *site.Profile, articles int) (all []stretch) {
	rest, from := e.Articles, 0
	for n := 1; len(rest) >= 2*evidencePage; n++ {
		to := rest[evidencePage]
		all = append(all, stretch{evidencePath(e, n), rest[:evidencePage], from, to})
		rest, from = rest[evidencePage:], to
	}
	return append(all, stretch{e.Path, rest, from, articles})
}

// evidencePath is the address of a page of older evidence. No entry can claim it: an
// ID has no full stop.
func evidencePath(e *site.Profile, n int) string {
	return strings.TrimSuffix(e.Path, "html") + strconv.Itoa(n) + ".html"
}

// evidence plans the pages of an entry's older evidence.
func (p *planner) evidence(e *site.Profile) (pages []Page) {
	all := stretches(e, len(p.Articles))
	if len(all) == 1 {
		return nil
	}
	turns := string(source.DigestOf(fmt.Sprint(p.turns(e, all, -1))))
	for i, s := range all[:len(all)-1] {
		parts := p.parts("evidence")
		parts.Texts = []string{p.entries[e.Index], p.shown(e, s)}
		parts.Words = []string{s.path, turns}
		pages = append(pages, Page{Path: s.path, Template: "evidence", Parts: parts, View: func() any {
			v := &Evidence{
				Base: p.base(s.path, "evidence", e.Entry.Name, ""), Facet: p.facets[1][e.Entry.Facet], Card: p.cards[1][e.Index],
				From: p.day(p.Articles[s.articles[0]].Doc.Day()), To: p.day(p.Articles[s.articles[len(s.articles)-1]].Doc.Day()),
				Groups: p.groups(e, s), Said: p.said(e, s), Pages: p.turns(e, all, i),
			}
			v.NoIndex = true // its sentences stand in the articles
			return v
		}})
	}
	return pages
}

// shown is a digest of the articles whose evidence a page shows.
func (p *planner) shown(e *site.Profile, s stretch) string {
	all := newSum()
	defer all.release()
	for _, i := range s.articles {
		all.add(p.texts[i])
	}
	for _, x := range saidIn(e, s) {
		all.add(p.texts[x.Article])
		all.add(p.retold(x.Article))
	}
	return all.digest()
}

// joined is a digest of the articles' digests.
func joined(digests []string, articles []int) string {
	all := newSum()
	defer all.release()
	for _, i := range articles {
		all.add(digests[i])
	}
	return all.digest()
}

// turns lead to the other pages of an entry's evidence, the oldest first; none where
// there is one page.
func (p *planner) turns(e *site.Profile, all []stretch, here int) (links []Link) {
	for i, s := range all {
		if len(all) == 1 {
			break
		}
		l := Link{Text: p.days(s), Href: s.path[strings.LastIndexByte(s.path, '/')+1:], Here: i == here, Current: i == here}
		if i == len(all)-1 {
			l.Text, l.Href = p.t("The newest"), l.Href+"#evidence"
		}
		links = append(links, l)
	}
	return links
}

// days are the first and the last day of a stretch.
func (p *planner) days(s stretch) string {
	first, last := p.Articles[s.articles[0]].Doc.Day(), p.Articles[s.articles[len(s.articles)-1]].Doc.Day()
	if last == "" {
		last = first
	}
	if first == last {
		return cmp.Or(p.long(first), p.t("undated"))
	}
	return p.long(first) + " – " + p.long(last)
}

// groups is the evidence for an entry, article by article.
func (p *planner) groups(e *site.Profile, s stretch) []Group {
	rows := e.Evidence[before(len(e.Evidence), func(i int) bool { return e.Evidence[i].Article >= s.from }):]
	all := make([]Group, 0, len(s.articles))
	var b strings.Builder // one for all: strings cut out of it share its memory
	b.Grow(sentenceBytes * max(e.Mentions*len(s.articles)/max(1, len(e.Articles)), len(s.articles)))
	for _, ai := range s.articles {
		a := p.Articles[ai]
		g := Group{
			ID:        "in-" + a.Doc.Name,
			Article:   Link{Text: a.Doc.Meta.Title, Href: "../" + a.Path, Note: a.Doc.Meta.Kind.Text},
			Publisher: a.Doc.Meta.Publisher, Day: p.dated()[ai], Copy: a.Story != a.Index,
		}
		from := b.Len()
		p.sentences(&b, a, p.looks[e.Entry.Facet], a.Of(e.Index))
		g.Sentences = template.HTML(b.String()[from:])
		for len(rows) > 0 && rows[0].Article == ai {
			r := a.Evidence[rows[0].Row]
			g.Original = append(g.Original, Phrase2{r.Paragraph, r.Phrase, r.Level, "../" + a.Path + "#o" + strconv.Itoa(r.Paragraph)})
			rows = rows[1:]
		}
		all = append(all, g)
	}
	return all
}

// sentenceBytes is about what a sentence with its links takes.
const sentenceBytes = 450

// before is the first index of which something holds that holds of all behind it.
func before(n int, holds func(int) bool) int { return sort.Search(n, holds) }

// sentences writes an article's sentences that mention an entry, as list items: a link
// to the first mention's exact place, and the sentence with the mentions marked, further
// ones linked. They are drawn here and not in a
// template: a large site has hundreds of thousands.
func (p *planner) sentences(b *strings.Builder, a *site.Article, look string, seen []int) {
	place := func(mention int) {
		b.WriteString("../")
		b.WriteString(a.Path)
		b.WriteString("#m")
		b.WriteString(strconv.Itoa(mention + 1))
	}
	text := a.Doc.Prose.Text
	for len(seen) > 0 {
		b.WriteString(`<li><a class="para" href="`)
		place(seen[0])
		b.WriteString(`">`)
		sentence, block := a.Context(seen[0])
		mark.Escape(b, p.place(a, block))
		b.WriteString("</a> <p>")
		at := sentence.Start
		for first := seen[0]; len(seen) > 0; {
			if same, _ := a.Context(seen[0]); same != sentence {
				break
			}
			m := a.Ann.Mentions[seen[0]].Span
			if from, to := max(m.Start, at), min(m.End, sentence.End); from < to {
				mark.Escape(b, text[at:from])
				tag := "span"
				if b.WriteString("<"); seen[0] == first { // the paragraph's number leads there
					b.WriteString(tag)
				} else {
					tag = "a"
					b.WriteString(`a href="`)
					place(seen[0])
					b.WriteString(`"`)
				}
				b.WriteString(` class="mention here `)
				b.WriteString(look)
				b.WriteString(`">`)
				mark.Escape(b, text[from:to])
				b.WriteString("</")
				b.WriteString(tag)
				b.WriteString(">")
				at = to
			}
			seen = seen[1:]
		}
		mark.Escape(b, text[at:sentence.End])
		b.WriteString("</p></li>\n")
	}
}

// place names the block of an article as a reader counts.
func (p *planner) place(a *site.Article, block int) string {
	switch b := a.Doc.Prose.Blocks[block]; {
	case b.N > 0:
		return "§" + strconv.Itoa(b.N)
	case b.Kind == doc.Aside:
		return p.t("note")
	case b.Kind == doc.Heading:
		return p.t("heading")
	}
	return p.t("title")
}

// said is what the entry said, in articles and in private originals.
func (p *planner) said(e *site.Profile, s stretch) (all []Quote) {
	for _, x := range saidIn(e, s) {
		all = append(all, p.quote(x, "../"))
	}
	return all
}

func saidIn(e *site.Profile, s stretch) []site.Said {
	from := before(len(e.Said), func(i int) bool { return e.Said[i].Article >= s.from })
	to := before(len(e.Said), func(i int) bool { return e.Said[i].Article >= s.to })
	return e.Said[from:to]
}

// quote makes one quotation for a page.
func (p *planner) quote(s site.Said, root string) Quote {
	a := p.Articles[s.Article]
	q := Quote{Article: Link{Text: a.Doc.Meta.Title, Href: root + a.Path, Note: a.Doc.Meta.Publisher}}
	if s.Row >= 0 {
		r := a.Evidence[s.Row]
		q.Words, q.Original, q.Certainty, q.Kind = r.Phrase, true, r.Level, "fragment"
		q.Place = "¶" + strconv.Itoa(r.Paragraph)
		q.Href = root + a.Path + "#o" + strconv.Itoa(r.Paragraph)
		q.Speaker = p.speaker(root, r.Entry, r.Value)
		q.Altered = p.altered(s, q.Words, root)
		return q
	}
	x := a.Ann.Quotes[s.Quote]
	q.Words = strings.TrimRight(a.Doc.Prose.Text[x.Span.Start:x.Span.End], ",")
	q.Certainty, q.Kind = x.Certainty, x.Kind
	q.Href = root + a.Path + "#q" + strconv.Itoa(s.Quote+1)
	q.Place = p.place(a, a.Doc.Prose.Block(x.Span.Start))
	q.Speaker = p.speaker(root, x.Speaker, x.Name)
	q.Altered = p.altered(s, q.Words, root)
	return q
}

// redirects are the pages that lead from former addresses.
func (p *planner) redirects() (all []Page) {
	add := func(from, to, title string) {
		parts := p.parts("redirect")
		parts.Words = []string{from, to, title}
		all = append(all, Page{Path: from, Template: "redirect", Parts: parts, View: func() any {
			b := p.base(from, "redirect", title, "")
			b.Refresh, b.NoIndex = rootOf(from)+to, true
			return &Prose{Base: b}
		}})
	}
	for _, a := range p.Articles {
		for _, f := range a.Doc.Meta.Formerly {
			if catalogue.SafeName(f.Text) {
				add("articles/"+f.Text+".html", a.Path, a.Doc.Meta.Title)
			}
		}
	}
	for _, e := range p.Profiles {
		for _, f := range e.Entry.Formerly {
			if catalogue.SafeName(f.Text) {
				add(p.Catalogue.FacetOf(e.Entry).Dir+"/"+f.Text+".html", e.Path, e.Entry.Name)
			}
		}
	}
	return all
}
