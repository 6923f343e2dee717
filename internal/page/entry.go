package page

import (
	"cmp"
	"html/template"
	"slices"
	"strconv"
	"strings"

	"glossator/internal/catalogue"
	"glossator/internal/meta"
	"glossator/internal/site"
)

// entry plans an entry's page.
func (p *planner) entry(e *site.Profile) Page {
	return Page{Path: e.Path, Parts: func() Parts { return p.entryParts(e) }, View: func() any { return p.entryView(e) }}
}

func (p *planner) entryParts(e *site.Profile) Parts {
	parts := p.parts()
	all := stretches(e, len(p.Articles))
	parts.Texts = []uint64{e.Key, p.shown(e, all[len(all)-1]), p.around(e), uint64(e.Stories), uint64(e.Mentions),
		joined(p.lines, e.Articles), p.misquotedKey(by(e.Entry.ID))} // the drawing shows them all
	return parts
}

// around is the key of the other entries that an entry's page shows, and of how often it
// shares a sentence with each.
func (p *planner) around(e *site.Profile) uint64 {
	all := newSum()
	defer all.release()
	for _, t := range p.With(e) {
		all.add(p.entries[t.Profile], uint64(t.Sentences))
	}
	for _, m := range e.Ann.Mentions {
		if x := p.Profile(m.Entry); x != nil {
			all.add(p.entries[x.Index])
		}
	}
	for _, r := range e.Entry.Refs() {
		if x := p.Profile(r.ID); x != nil {
			all.add(p.entries[x.Index])
		}
	}
	return all.key()
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
		Facet: p.facets[1][c.Facet], Card: p.cards[1][e.Index], Kind: p.t(c.Kind), Authority: c.Authority,
		By: p.refs(c.By), Under: p.refs(c.Under), Related: p.refs(c.Related), Unmentioned: c.Unmentioned,
		Stories: e.Stories, Mentions: e.Mentions, Facing: p.tongueOf(c.Tongue),
	}
	v.Draft = c.Draft
	v.OEmbed, v.Embeds = p.oEmbed(entryEmbed, c.ID), p.embeddable(entryEmbed, saidEmbed)
	v.Misquoted = p.misquotedBy("../", by(c.ID))
	all := stretches(e, len(p.Articles))
	last := all[len(all)-1]
	v.Groups, v.Said, v.Pages = p.groups(e, last), p.said(e, last), p.turns(e, all, len(all)-1)
	v.Aliases = otherNames(c)
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
	for _, w := range c.SameAs {
		name, id, _ := catalogue.Registered(w.Text)
		v.Same = append(v.Same, Link{Text: name + " " + id, Href: w.Text})
	}
	for _, f := range c.Facts {
		v.Facts = append(v.Facts, Fact{f.Label, f.Value, p.day(f.AsOf), source(f.Citation.ID), p.tongueOf(f.Tongue)})
	}
	for _, r := range c.Roles {
		v.Roles = append(v.Roles, Role{r.Title, p.day(r.From), p.day(r.To), p.day(r.AsOf), source(r.Citation.ID), p.tongueOf(r.Tongue)})
	}
	p.periods(v, c, source)
	together := p.With(e)
	for _, t := range together[:min(12, len(together))] {
		with := p.cards[1][t.Profile]
		with.Count = t.Sentences
		v.With = append(v.With, with)
	}
	v.Exports = p.exports(c.ID, true)
	p.entryWords(v, e)
	v.Chart = p.entryChart(e, all)
	v.JSONLD = p.structured("entry", e.Index)
	v.Properties = p.preview(&v.Base, "profile", p.TongueOf(e.Doc), "cards/"+p.Catalogue.Facets[c.Facet].Dir+".png")
	return v
}

// otherNames are an entry's aliases for readers: one that says a name again in other
// capitals ("root causes", "Root Causes") is told once.
func otherNames(c *catalogue.Entry) []string {
	told := []string{c.Name}
	for _, a := range c.Aliases {
		if !slices.ContainsFunc(told, func(name string) bool { return strings.EqualFold(name, a.Text) }) {
			told = append(told, a.Text)
		}
	}
	return told[1:]
}

// periods tells when an entry was on, and since when it is no more: where nothing of it goes
// on, of the whole.
func (p *planner) periods(v *Entry, c *catalogue.Entry, source func(id string) *Citation) {
	goesOn := slices.ContainsFunc(c.Periods, func(q catalogue.Period) bool { return q.To == "" && !q.Ended() })
	for _, q := range c.Periods {
		r := Rule{Word: cmp.Or(q.Status.Text, "in force"), By: p.refs(q.By), Covers: q.Covers, From: p.day(q.From), To: p.day(q.To), Note: q.Note, AsOf: p.day(q.AsOf), Cited: source(q.Citation.ID), Off: q.Ended(), Tongue: p.tongueOf(q.Tongue)}
		switch {
		case q.Ended() && !goesOn:
			v.Over = &r
			continue
		case q.InForce() && !q.Older && v.Began == nil:
			began := r
			v.Began, r.By = &began, nil // told once
		}
		v.Periods = append(v.Periods, r)
	}
}

// entryWords are an entry's words. Where its note alone is translated, the note stands
// before the text in the site's own language.
func (p *planner) entryWords(v *Entry, e *site.Profile) {
	body := e.Annotated
	if e.Entry.Note != nil {
		v.Also = e.Doc.Prose.Text
		body = p.Main.Profiles[e.Index].Annotated
	}
	v.Words = p.tongueOf(p.TongueOf(body.Doc))
	v.Body = p.entryBody(e, body, v.Citations)
}

// entryBody draws an entry's body; references to its citations lead to the list.
func (p *planner) entryBody(e *site.Profile, body site.Annotated, citations []Citation) template.HTML {
	numbers := make(map[string]int, len(citations))
	for i := len(citations) - 1; i >= 0; i-- {
		numbers[citations[i].ID] = citations[i].Number
	}
	return p.relinked(body.Doc, e.Path, p.sheet(body, "../", e.Entry.ID, len(citations), func(label string) string {
		if numbers[label] == 0 {
			return ""
		}
		return p.part("reference", &Reference{Label: label, Number: numbers[label], Cited: true})
	}))
}

// said is what the entry said, in articles and in private originals.
func (p *planner) said(e *site.Profile, s stretch) (all []Quote) {
	for _, x := range saidIn(e, s) {
		if !p.setAgainst(x) && !p.toldLonger(x) {
			all = append(all, p.quote(x, "../"))
		}
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
	q := Quote{Article: p.articleLink(a, root)}
	if s.Row >= 0 {
		r := a.Evidence[s.Row]
		q.Words, q.Original, q.Certainty, q.Kind = r.Phrase, true, r.Level, "fragment"
		t := p.sourceOf(a)
		q.Language, q.Direction = t.Language, t.Direction
		q.Place = "¶" + strconv.Itoa(r.Paragraph)
		q.Href = root + a.Path + "#o" + strconv.Itoa(r.Paragraph)
		q.Speaker = p.speaker(root, r.Entry, r.Value)
		q.Source = meta.TextFragment(a.Doc.Meta.URL.Text, q.Words)
		q.Altered = p.altered(s, q.Words, root)
		return q
	}
	x := a.Ann.Quotes[s.Quote]
	q.Language, q.Direction = p.tongue(a.Doc)
	q.Words = wordsSaid(a, s.Quote)
	if of, j := p.translates(a, s.Quote); of != nil && wordsSaid(of, j) != q.Words {
		q.Of = &Link{Text: wordsSaid(of, j), Href: root + of.Path + "#" + p.quoteAnchors(of.Annotated)[j], Tongue: p.tongueOf(p.TongueOf(of.Doc))}
	}
	q.Certainty, q.Kind = x.Certainty, x.Kind
	if a.Doc.Meta.Kind.Text != "account" { // else its words need not be the original's
		q.Source = meta.TextFragment(a.Doc.Meta.URL.Text, q.Words)
	}
	q.Href = root + a.Path + "#" + p.quoteAnchors(a.Annotated)[s.Quote]
	q.Place = p.place(a, a.Doc.Prose.Block(x.Span.Start))
	q.Speaker = p.speaker(root, x.Speaker, x.Name)
	q.Altered = p.altered(s, q.Words, root)
	return q
}

// wordsSaid are a quotation's words without the sentence's marks at their end.
func wordsSaid(a *site.Article, quote int) string {
	words := strings.TrimRight(quotedWords(a, quote), ",")
	if a.Ann.Quotes[quote].Kind == "fragment" {
		words = withoutStop(words)
	}
	return words
}

// withoutStop leaves out the full stop that ends the sentence around a few quoted words, but
// not that of "U.S."
func withoutStop(words string) string {
	last := words[strings.LastIndexByte(words, ' ')+1:]
	if strings.Count(last, ".") > 1 {
		return words
	}
	return strings.TrimSuffix(words, ".")
}

// redirects are the pages that lead from former addresses.
func (p *planner) redirects() (all []Page) {
	add := func(from, to, title string) {
		all = append(all, p.whole(from, func() any {
			b := p.base(from, "redirect", title, "")
			b.Refresh, b.NoIndex = rootOf(from)+to, true
			return &Prose{Base: b}
		}))
	}
	for _, m := range p.Moved {
		add(m.From, m.To, m.Title)
	}
	return all
}
