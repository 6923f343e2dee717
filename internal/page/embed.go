package page

import (
	"slices"
	"strconv"
	"strings"

	"glossator/internal/chart"
	"glossator/internal/site"
	"glossator/internal/source"
)

// embedDir is the folder of the pages that other sites show in theirs. It is one folder, so
// that a host can be told that these may be framed and no others.
const embedDir = "embed"

// Embed is a page that other sites show in theirs: an entry, a misquotation, a number or
// the timeline, by itself.
type Embed struct {
	Path   string // embed/entry-joe-biden.html
	Title  string // what it shows
	Height int    // pixels that it takes in a column of 600, about
}

// The ids of what can be embedded begin with these, on their pages as in their addresses.
// They are told to scripts with the height of their frames: see Base.Embeds.
const (
	entryEmbed    = "entry"
	saidEmbed     = "said"
	figureEmbed   = "fig"
	timelineEmbed = "timeline"
)

// embedHeights are the heights that hold what most of each kind show, in a column of 600
// pixels. Where more is shown the frame scrolls.
var embedHeights = map[string]int{entryEmbed: 340, saidEmbed: 280, figureEmbed: 400, timelineEmbed: 920}

// EmbedWidth is the width for which the heights of Embeds are.
const EmbedWidth = 600

// Embeds are those of a site.
func Embeds(s *site.Site, misquoted []Misquotation) (all []Embed) {
	w := words{s.Config.Labels}
	add := func(kind, id, title string) {
		all = append(all, Embed{embedPath(kind, id), title, embedHeights[kind]})
	}
	for _, e := range s.Profiles {
		add(entryEmbed, e.Entry.ID, e.Entry.Name)
	}
	for _, m := range misquoted {
		add(saidEmbed, m.id(), Quoted(s, m.Said))
	}
	for _, f := range embeddedFigures(s) {
		add(figureEmbed, f.ID, f.Said+w.t(", ")+f.What)
	}
	if len(s.Timeline) > 0 {
		add(timelineEmbed, "", w.t("Timeline"))
	}
	return all
}

// embeddedFigures are those whose ids can be an address.
func embeddedFigures(s *site.Site) (all []site.Figure) {
	for _, f := range s.Figures {
		if source.SafeName(f.ID) {
			all = append(all, f)
		}
	}
	return all
}

// embedPath is the address of one; the timeline has no id.
func embedPath(kind, id string) string {
	if id != "" {
		kind += "-" + id
	}
	return embedDir + "/" + kind + ".html"
}

// OEmbedPath is the address of the answer to whoever asks how to embed it (oembed.com).
func (e Embed) OEmbedPath() string { return strings.TrimSuffix(e.Path, ".html") + ".json" }

// oEmbed is the whole address of that answer; "" where the site's is not known.
func (p *planner) oEmbed(kind, id string) string {
	if !p.Options.Embeds || p.BaseURL == "" {
		return ""
	}
	return p.BaseURL + Embed{Path: embedPath(kind, id)}.OEmbedPath()
}

// embeddable tells a page's script what on it can be embedded, as Base.Embeds has it.
func (p *planner) embeddable(kinds ...string) string {
	if !p.Options.Embeds {
		return ""
	}
	var all []string
	for _, k := range kinds {
		all = append(all, k+" "+strconv.Itoa(embedHeights[k]))
	}
	return strings.Join(all, ", ")
}

// embeds plans the pages.
func (p *planner) embeds() (all []Page) {
	if !p.Options.Embeds {
		return nil
	}
	for _, e := range p.Profiles {
		all = append(all, p.embedded(entryEmbed, e.Entry.ID, p.entryEmbedKey(e), func(v *EmbedPage) { p.embedEntry(v, e) }))
	}
	for _, m := range p.Misquoted {
		key := func() []uint64 { return []uint64{source.Key(m), p.texts[m.original(p.Site)], p.allCards()} }
		all = append(all, p.embedded(saidEmbed, m.id(), key, func(v *EmbedPage) { p.embedMisquoted(v, m) }))
	}
	for _, f := range embeddedFigures(p.Site) {
		key := func() []uint64 { return []uint64{p.figured[f.Article.ID], p.articleLine(f.Article.ID)} }
		all = append(all, p.embedded(figureEmbed, f.ID, key, func(v *EmbedPage) { p.embedFigure(v, f) }))
	}
	if p.hasTimeline() {
		all = append(all, p.whole(embedPath(timelineEmbed, ""), func() any { return p.embedPage(timelineEmbed, "", p.embedTimeline) }))
	}
	return all
}

// embedded plans a page of one kind.
func (p *planner) embedded(kind, id string, key func() []uint64, fill func(*EmbedPage)) Page {
	path := embedPath(kind, id)
	parts := func() Parts {
		parts := p.parts()
		parts.Texts, parts.Words = key(), []string{path}
		return parts
	}
	return Page{Path: path, Parts: parts, View: func() any { return p.embedPage(kind, id, fill) }}
}

func (p *planner) embedPage(kind, id string, fill func(*EmbedPage)) *EmbedPage {
	v := &EmbedPage{Base: p.base(embedPath(kind, id), "embed", "", "")}
	fill(v)
	v.NoIndex, v.Canonical = true, "" // it is a piece of another page
	v.OEmbed = p.oEmbed(kind, id)
	return v
}

// entryEmbedKey is the key of what the page of an entry shows: the entry, how often it is
// mentioned, and who claims it.
func (p *planner) entryEmbedKey(e *site.Profile) func() []uint64 {
	return func() []uint64 {
		all := []uint64{e.Key, p.entries[e.Index], uint64(e.Stories), uint64(e.Mentions)}
		if x := p.Profile(e.Entry.ClaimedBy.ID); x != nil {
			all = append(all, p.entries[x.Index])
		}
		return all
	}
}

// mostRoles is how many roles an embedded entry shows: the latest begun.
const mostRoles = 2

func (p *planner) embedEntry(v *EmbedPage, e *site.Profile) {
	c, card := e.Entry, p.cards[1][e.Index]
	v.Title, v.Description, v.Whole = c.Name, card.Note, Link{Text: p.t("All about this"), Href: card.Href}
	x := &Entry{Facet: p.facets[1][c.Facet], Card: card, Kind: p.t(c.Kind), Mentions: e.Mentions, Stories: e.Stories}
	p.periods(x, c, func(string) *Citation { return nil })
	if x.Over != nil { // how it stood before is told on its page
		x.Periods = nil
	}
	x.Periods = x.Periods[max(0, len(x.Periods)-1):]
	for _, r := range c.Roles {
		x.Roles = append(x.Roles, Role{Title: r.Title, From: p.day(r.From), To: p.day(r.To), AsOf: p.day(r.AsOf), Tongue: p.tongueOf(r.Tongue)})
	}
	slices.SortStableFunc(x.Roles, func(a, b Role) int { return strings.Compare(begins(b), begins(a)) })
	x.Roles = x.Roles[:min(mostRoles, len(x.Roles))]
	if by := p.Profile(c.ClaimedBy.ID); by != nil {
		x.ClaimedBy = &p.cards[1][by.Index]
	}
	v.Entry = x
}

func begins(r Role) string {
	if r.From == nil {
		return ""
	}
	return r.From.ISO
}

func (p *planner) embedMisquoted(v *EmbedPage, m Misquotation) {
	said := p.misquoted(m, "../")
	v.Title, v.Whole, v.Quote = Quoted(p.Site, m.Said), Link{Text: p.t("What changed between the two texts"), Href: said.Href}, &said
	said.Href = "" // the foot leads there
}

func (p *planner) embedFigure(v *EmbedPage, f site.Figure) {
	row := p.figure(f, "../")
	v.Title, v.Description, v.Figure = f.Said, f.What, &row
	v.Whole = Link{Text: p.t("The numbers, checked"), Href: "../figures.html#" + f.ID}
}

// embedTimeline draws the rules that most stories speak of, and tells how all stood on the
// day that the timeline shows at first.
func (p *planner) embedTimeline(v *EmbedPage) {
	v.Title, v.Whole = p.t("Timeline"), Link{Text: p.t("Timeline"), Href: "../timeline.html"}
	through := p.through()
	day := p.shownFirst(through)
	t := &Timeline{Day: p.day(day), Groups: p.stood("../", day, false)}
	c := p.course(through, "../")
	const rows = 14
	c.Groups, t.Strips = p.mostTold(c.Groups, rows)
	if t.Strips > 0 {
		wide, small := chart.Lay(c, chart.Style{Width: 370, Font: 12}), chart.Stand(c, narrow) // beside the names of the rules
		t.Lying, t.Standing = &wide, &small
	}
	const latest = 5
	for i := max(0, len(p.Site.Timeline)-latest); t.Lying == nil && i < len(p.Site.Timeline); i++ {
		t.Years = append(t.Years, Year{Events: []Event{p.eventAt("../", i, p.Site.Timeline[i])}})
	}
	v.Timeline = t
}

// articleLine is the key of what other pages show of an article; 0 where there is none.
func (p *planner) articleLine(name string) uint64 {
	if a := p.Article(name); a != nil {
		return p.texts[a.Index]
	}
	return 0
}

// id is what a misquotation's places and addresses are called.
func (m Misquotation) id() string {
	return strings.TrimSuffix(strings.TrimPrefix(m.Path, misquotedDir+"/"), ".html")
}
