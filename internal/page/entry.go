package page

import (
	"html/template"
	"strconv"
	"strings"

	"glossator/internal/catalogue"
	"glossator/internal/doc"
	"glossator/internal/mark"
	"glossator/internal/meta"
	"glossator/internal/site"
)

// entry plans an entry's page.
func (p *planner) entry(e *site.Profile) Page {
	parts := p.parts("entry")
	parts.Texts = []string{string(e.Entry.File.Digest), string(e.Digest)}
	for _, i := range e.Articles {
		parts.Texts = append(parts.Texts, p.texts[i])
	}
	for _, s := range e.Said {
		parts.Texts = append(parts.Texts, p.texts[s.Article], p.retold(s.Article))
	}
	parts.Words = append(p.around(e), e.Path, strconv.Itoa(e.Stories))
	return Page{Path: e.Path, Template: "entry", Parts: parts, View: func() any { return p.entryView(e) }}
}

// around are the digests of the other entries that an entry's page shows, and how
// often it shares a sentence with each.
func (p *planner) around(e *site.Profile) (all []string) {
	for _, t := range e.With {
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
		Stories: e.Stories, Mentions: len(e.Seen), Said: p.said(e),
	}
	v.Draft = c.Draft
	v.Groups, v.Older = p.groups(e)
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
	for _, t := range e.With[:min(12, len(e.With))] {
		with := p.cards[1][t.Profile]
		with.Count = t.Sentences
		v.With = append(v.With, with)
	}
	v.Body = p.entryBody(e, v.Citations)
	v.Chart = p.entryChart(e)
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

// mostEvidence is how many articles an entry's page quotes; of older ones it names the
// place of the first mention.
const mostEvidence = 100

// groups is the evidence for an entry, article by article: its newest articles with
// their sentences, and the older ones as links.
func (p *planner) groups(e *site.Profile) (all []Group, older []Link) {
	seen, row := 0, 0
	for n, ai := range e.Articles {
		a := p.Articles[ai]
		from := seen
		for seen < len(e.Seen) && e.Seen[seen].Article == ai {
			seen++
		}
		rows := row
		for row < len(e.Evidence) && e.Evidence[row].Article == ai {
			row++
		}
		if n < len(e.Articles)-mostEvidence {
			href := "../" + a.Path
			if from < seen {
				href += "#m" + strconv.Itoa(e.Seen[from].Mention+1)
			}
			older = append(older, Link{Text: a.Doc.Meta.Title, Href: href, Note: strconv.Itoa(seen - from + row - rows)})
			continue
		}
		g := Group{
			Key: p.lineKey(a), ID: "in-" + a.Doc.Name,
			Article:   Link{Text: a.Doc.Meta.Title, Href: "../" + a.Path, Note: a.Doc.Meta.Kind.Text},
			Publisher: a.Doc.Meta.Publisher, Day: p.day(a.Doc.Day()), Copy: a.Story != a.Index,
			Sentences: p.sentences(a, e.Seen[from:seen]),
		}
		for _, x := range e.Evidence[rows:row] {
			r := a.Evidence[x.Row]
			g.Original = append(g.Original, Phrase2{r.Paragraph, r.Phrase, r.Level, "../" + a.Path + "#o" + strconv.Itoa(r.Paragraph)})
		}
		all = append(all, g)
	}
	return all, older
}

// sentences are an article's sentences that mention an entry, as list items. They are
// drawn here and not in a template: a large site has hundreds of thousands.
func (p *planner) sentences(a *site.Article, seen []site.Context) template.HTML {
	var b strings.Builder
	for len(seen) > 0 {
		n := 1 // behind the last mention in the same sentence
		for n < len(seen) && seen[n].Sentence == seen[0].Sentence {
			n++
		}
		b.WriteString(`<li><a class="para" href="../` + a.Path + "#m" + strconv.Itoa(seen[0].Mention+1) + `">`)
		mark.Escape(&b, p.place(a, seen[0].Block))
		b.WriteString("</a> <p>" + p.evidence(a, seen[:n], "../") + "</p></li>\n")
		seen = seen[n:]
	}
	return template.HTML(b.String())
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
func (p *planner) said(e *site.Profile) (all []Quote) {
	for _, s := range e.Said {
		all = append(all, p.quote(s, "../"))
	}
	return all
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
