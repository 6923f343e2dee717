package page

import (
	"cmp"
	"html/template"
	"sort"
	"strconv"
	"strings"
	"sync"

	"glossator/internal/doc"
	"glossator/internal/mark"
	"glossator/internal/site"
)

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
	turns := sync.OnceValue(func() string { return digest(p.turns(e, all, -1)) })
	for i, s := range all[:len(all)-1] {
		parts := func() Parts {
			parts := p.parts("evidence")
			parts.Texts = []string{p.entries[e.Index], p.shown(e, s)}
			parts.Words = []string{s.path, turns()}
			return parts
		}
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
