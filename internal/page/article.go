package page

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

	"glossator/internal/doc"
	"glossator/internal/mark"
	"glossator/internal/meta"
	"glossator/internal/site"
)

// article plans an article's page.
func (p *planner) article(a *site.Article) Page {
	parts := p.parts("article")
	parts.Texts = []string{p.texts[a.Index]}
	var shown strings.Builder
	for _, s := range a.Seen {
		shown.WriteString(p.note(s.Profile, a.Doc.Day()))
		shown.WriteString(p.cards[1][s.Profile].Kind) // of the structured data
	}
	for _, q := range a.Ann.Quotes {
		if e := p.Profile(q.Speaker); e != nil {
			shown.WriteString(p.cards[1][e.Index].Name + p.cards[1][e.Index].Kind)
		}
	}
	for _, row := range a.Evidence {
		if e := p.Profile(row.Entry); e != nil {
			shown.WriteString(p.note(e.Index, a.Doc.Day()))
		}
	}
	rules := p.rules(a)
	previous, next := p.neighbors(a)
	same := p.same(a)
	parts.Words = []string{a.Path, shown.String(), digest(rules, links(previous, next), same), digest(p.figuresOf(a))}
	return Page{Path: a.Path, Template: "article", Parts: parts, View: func() any {
		return p.articleView(a, rules, previous, next, same)
	}}
}

func links(ls ...*Link) (all []Link) {
	for _, l := range ls {
		if l != nil {
			all = append(all, *l)
		}
	}
	return all
}

func (p *planner) articleView(a *site.Article, rules Rules, previous, next *Link, same []Link) any {
	m := a.Doc.Meta
	description := m.Summary
	if description == "" && len(a.Ann.Sentences) > 0 {
		description = a.Doc.Prose.Text[a.Ann.Sentences[0].Start:a.Ann.Sentences[0].End]
	}
	first := p.firstMet(a)
	spans := append(p.drawn(a.Annotated, "../", "", first.mentions), paragraphs(a)...)
	v := &Article{
		Base:     p.base(a.Path, "article", m.Title, description),
		Headline: p.headline(a, spans), TextKind: m.Kind.Text, Account: m.Kind.Text == "account", Private: m.Rights.Text == "private",
		OriginalTitle: m.OriginalTitle, Publisher: m.Publisher, Authors: m.Authors,
		Published: p.day(m.Published), Event: p.day(m.Event), Updated: p.day(m.Updated), Place: m.Place, URL: m.URL.Text, Summary: m.Summary,
		Minutes: max(1, (strings.Count(a.Doc.Prose.Text, " ")+110)/220),
		Body:    p.body(a, spans, first), Panels: p.panels(a), Entries: len(a.Seen), Dense: p.dense(a, first), Rules: rules, Original: p.original(a),
		Figures: p.figuresOf(a), Same: same, Previous: previous, Next: next,
	}
	for _, c := range a.Doc.Cleaned {
		if c.Replacement == "" {
			v.Cleaned++
		} else {
			v.Repaired++
		}
	}
	for _, o := range v.Original {
		v.OriginalPhrases += len(o.Phrases)
	}
	v.NoIndex, v.Draft = v.Private, m.Draft
	v.JSONLD = p.structured("article", a.Index)
	v.Properties = p.preview(&v.Base, "article", "cards/articles/"+a.Doc.Name+".png")
	for _, d := range []struct{ name, day string }{{"article:published_time", string(m.Published)}, {"article:modified_time", string(m.Updated)}} {
		if d.day != "" {
			v.Properties = append(v.Properties, Property{d.name, d.day})
		}
	}
	for _, name := range m.Authors {
		if !v.Account {
			v.Properties = append(v.Properties, Property{"article:author", name})
		}
	}
	v.Exports, v.Cite = p.exports(a), p.citations(a)
	return v
}

// headline is the article's title with its mentions drawn.
func (p *planner) headline(a *site.Article, spans []mark.Span) template.HTML {
	for _, b := range a.Doc.Prose.Blocks {
		if b.Kind == titleKind {
			return template.HTML(a.Doc.DrawSpan(b.Span, within(spans, b.Span)))
		}
	}
	return template.HTML(template.HTMLEscapeString(a.Doc.Meta.Title))
}

// panels are the entries an article mentions, by facet, with their counts there. It
// is drawn here and not in a template: it is a third of a page's work.
func (p *planner) panels(a *site.Article) template.HTML {
	var b strings.Builder
	if len(a.Seen) > 0 {
		b.WriteString(`<p class="all"><span>`)
		mark.Escape(&b, p.t("Marks in the text"))
		b.WriteString("</span>")
		p.switchFor(&b, "all", p.t("All marks in the text"))
		b.WriteString("</p>\n")
	}
	for fi := range p.Catalogue.Facets {
		f, some := &p.facets[1][fi], false
		for _, s := range a.Seen {
			if p.Profiles[s.Profile].Entry.Facet != fi {
				continue
			}
			if !some {
				some = true
				p.panelHead(&b, f)
			}
			b.WriteString(`<li><a class="` + p.looks[fi] + `" href="#m` + strconv.Itoa(s.Mentions[0]+1) + `">`)
			mark.Escape(&b, p.cards[1][s.Profile].Name)
			b.WriteString(`</a> <span class="n">` + strconv.Itoa(len(s.Mentions)) + "</span></li>\n")
		}
		if some {
			b.WriteString("</ul></section>\n")
		}
	}
	return template.HTML(b.String())
}

// panelHead opens a facet's part of the panel.
func (p *planner) panelHead(b *strings.Builder, f *Facet) {
	n := strconv.Itoa(f.N)
	b.WriteString(`<section><h2 class="f` + n + `">`)
	mark.Escape(b, f.Plural)
	b.WriteString(`</h2>`)
	p.switchFor(b, "f"+n, f.Plural+": "+p.t("marks in the text"))
	b.WriteString("<ul>\n")
}

// switchFor is a switch of marks. The script that makes it work shows it.
func (p *planner) switchFor(b *strings.Builder, marks, label string) {
	b.WriteString(`<button type="button" class="switch" data-marks="` + marks + `" aria-pressed="true" aria-label="`)
	mark.Escape(b, label)
	b.WriteString(`"></button>`)
}

// dense tells whether an article's notes in full would tear its prose apart where they
// stand beside it. They are floats (see prose.css): no paragraph begins higher than
// the notes before it. The walk lays both out in pixels of the stock style sheet:
// lines of 66 letters and 32 pixels against lines of 50 letters and 19.
func (p *planner) dense(a *site.Article, first met) bool {
	lines := func(letters, width, height int) int { return (letters + width - 1) / width * height }
	own := map[int]int{}
	for _, n := range a.Doc.Notes {
		own[n.After] += lines(a.Doc.Prose.Blocks[n.Block].Span.Len(), 50, 20) + 10
	}
	prose, notes, last, torn := 0, 0, 0, 0 // ends of both columns, the top of the last notes
	for _, b := range a.Doc.Prose.Blocks {
		if b.Kind == doc.Title || b.Kind == doc.Aside {
			continue
		}
		if last > prose {
			torn, prose = torn+last-prose, last
		}
		top := prose
		prose += lines(b.Span.Len(), 66, 32) + 20
		high := own[b.N]
		for _, e := range first.after[b.N] {
			high += lines(len(p.cards[1][e].Note), 50, 19) + 28
		}
		if b.N > 0 && high > 0 {
			last = max(top, notes)
			notes = last + high + 16
		}
	}
	return torn > prose/12
}

// rules tells how policies and measures stood on the article's day, and what has
// come since.
func (p *planner) rules(a *site.Article) Rules {
	day := a.Doc.Meta.Event
	if day == "" {
		day = a.Doc.Day()
	}
	mentioned := map[int]bool{}
	for _, s := range a.Seen {
		mentioned[s.Profile] = true
	}
	for _, e := range a.Evidence {
		if x := p.Profile(e.Entry); x != nil {
			mentioned[x.Index] = true
		}
	}
	r := Rules{Day: p.day(day)}
	for _, st := range p.RulesOn(day) {
		x := p.Profiles[st.Profile]
		if !mentioned[st.Profile] {
			continue // the page explains its own article, not the whole catalogue
		}
		q := x.Entry.Periods[st.Period]
		rule := Rule{Card: p.cards[1][st.Profile], Word: st.Word, Covers: q.Covers, From: p.day(q.From), To: p.day(q.To), Note: q.Note, AsOf: p.day(q.AsOf), Mentioned: true}
		switch st.Word {
		case "not yet":
			r.NotYet = append(r.NotYet, rule)
		case "no longer":
			r.Over = append(r.Over, rule)
		default:
			r.On = append(r.On, rule)
		}
	}
	r.Since = p.since(day, mentioned)
	r.Any = r.Day != nil && len(r.On)+len(r.NotYet)+len(r.Over)+len(r.Since) > 0
	return r
}

// since lists the dated events behind a day that involve what the article mentions.
func (p *planner) since(day meta.Day, mentioned map[int]bool) (all []Change) {
	if day == "" {
		return nil
	}
	for _, e := range p.Site.Timeline {
		if e.Date.First() <= day.Last() {
			continue
		}
		i := slices.IndexFunc(e.Entries, func(r meta.Ref) bool {
			x := p.Profile(r.ID)
			return x != nil && mentioned[x.Index] && len(x.Entry.Periods) > 0
		})
		if i >= 0 {
			all = append(all, Change{Day: p.day(e.Date), Card: p.cards[1][p.Profile(e.Entries[i].ID).Index], Text: e.Title})
		}
	}
	return all
}

func (p *planner) neighbors(a *site.Article) (previous, next *Link) {
	at := func(i int) *Link {
		if i < 0 || i >= len(p.Articles) {
			return nil
		}
		b := p.Articles[i]
		return &Link{Text: b.Doc.Meta.Title, Href: b.Doc.Name + ".html", Note: p.long(b.Doc.Day())}
	}
	return at(a.Index - 1), at(a.Index + 1)
}

// same links an article to its comparisons with other tellings.
func (p *planner) same(a *site.Article) (all []Link) {
	for _, i := range a.Pairs {
		pair := p.Pairs[i]
		b := p.Articles[pair.A+pair.B-a.Index]
		l := Link{Text: b.Doc.Meta.Title, Href: b.Doc.Name + ".html", Note: pair.Relation}
		if p.compared(pair) {
			l.Href = "../" + pair.Path
		}
		all = append(all, l)
	}
	return all
}

// original is the map of a private original, paragraph by paragraph.
func (p *planner) original(a *site.Article) (all []Paragraph) {
	for _, row := range a.Evidence {
		k := slices.IndexFunc(all, func(x Paragraph) bool { return x.N == row.Paragraph })
		if k < 0 {
			all = append(all, Paragraph{N: row.Paragraph})
			k = len(all) - 1
		}
		ph := Phrase{Words: row.Phrase, Level: row.Level, Value: row.Value}
		if e := p.Profile(row.Entry); e != nil {
			ph.Card = p.cards[1][e.Index]
			ph.Same = ph.Card.Name == row.Phrase
		} else {
			ph.Card.Name = row.Value
		}
		switch row.Kind {
		case "mention":
			all[k].Phrases = append(all[k].Phrases, ph)
		case "quote":
			all[k].Quotes = append(all[k].Quotes, ph)
		case "figure":
			all[k].Figures = append(all[k].Figures, ph)
		case "date":
			all[k].Dates = append(all[k].Dates, ph)
		}
	}
	slices.SortStableFunc(all, func(x, y Paragraph) int { return x.N - y.N })
	return all
}
