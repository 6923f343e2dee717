package page

import (
	"cmp"
	"html/template"
	"slices"
	"sort"
	"strconv"
	"strings"

	"glossator/internal/doc"
	"glossator/internal/mark"
	"glossator/internal/meta"
	"glossator/internal/site"
	"glossator/internal/source"
)

// article plans an article's page. Its parts are keys of what it shows of others:
// the files of the entries it mentions, the events that concern them, its neighbors.
func (p *planner) article(a *site.Article) Page {
	return Page{Path: a.Path, Parts: func() Parts { return p.articleParts(a) }, View: func() any { return p.articleView(a) }}
}

func (p *planner) articleParts(a *site.Article) Parts {
	parts := p.parts()
	shown := newSum()
	defer shown.release()
	for _, s := range a.Seen {
		shown.add(p.entries[s.Profile])
	}
	for _, x := range a.Evidence {
		if e := p.Profile(x.Entry); e != nil {
			shown.add(p.entries[e.Index])
		}
	}
	for _, q := range a.Ann.Quotes {
		if e := p.Profile(q.Speaker); e != nil {
			shown.add(p.entries[e.Index])
		}
	}
	mentioned := func(profile int) bool { return p.mentions(a, profile) }
	for _, i := range p.later(day(a), mentioned) {
		shown.add(p.events[i])
	}
	for _, i := range []int{a.Index - 1, a.Index + 1} {
		if i >= 0 && i < len(p.Articles) {
			shown.add(p.lines[i])
		}
	}
	for _, l := range p.same(a) {
		shown.add(source.Key(l))
	}
	parts.Texts = []uint64{p.texts[a.Index], shown.key(), p.figured[a.Doc.Name]}
	return parts
}

// mentions tells whether an article or its original mentions an entry.
func (p *planner) mentions(a *site.Article, profile int) bool {
	return a.Of(profile) != nil || slices.ContainsFunc(a.Evidence, func(x site.Evidence) bool { return x.Entry == p.Profiles[profile].Entry.ID })
}

// explained are the profiles that an article or its original mentions, in order.
func (p *planner) explained(a *site.Article) []int {
	all := make([]int, 0, len(a.Seen)+len(a.Evidence))
	for _, s := range a.Seen {
		all = append(all, s.Profile)
	}
	for _, x := range a.Evidence {
		if e := p.Profile(x.Entry); e != nil {
			all = append(all, e.Index)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// day is the day an article is about, else its own.
func day(a *site.Article) meta.Day {
	if d := a.Doc.Meta.Event; d != "" {
		return d
	}
	return a.Doc.Day()
}

func (p *planner) articleView(a *site.Article) any {
	mentioned := func(profile int) bool { return p.mentions(a, profile) }
	previous, next := p.neighbors(a)
	m := a.Doc.Meta
	description := m.Summary
	if description == "" && len(a.Ann.Sentences) > 0 {
		description = a.Doc.Prose.Text[a.Ann.Sentences[0].Start:a.Ann.Sentences[0].End]
	}
	first := p.firstMet(a)
	room := p.room()
	defer p.rooms.Put(room)
	spans := p.drawn(room, a.Annotated, a.Seen, "../", "", first.mentions)
	if numbers := p.paragraphs(a); numbers != nil {
		spans = merged(nil, spans, numbers)
	}
	figures := p.figuresOf(a)
	v := &Article{
		Base:     p.base(a.Path, "article", m.Title, description),
		Headline: p.headline(a, spans), TextKind: m.Kind.Text, Account: m.Kind.Text == "account", Reworded: p.Reworded(a), Private: m.Rights.Text == "private",
		OriginalTitle: m.OriginalTitle, Publisher: m.Publisher, Press: p.press(a), Authors: m.Authors,
		Published: p.day(m.Published), Event: p.day(m.Event), Updated: p.day(m.Updated), Place: m.Place, URL: m.URL.Text, Summary: m.Summary,
		Minutes: max(1, (strings.Count(a.Doc.Prose.Text, " ")+110)/220),
		Body:    p.body(a, spans, first), Panels: p.panels(a), Entries: len(a.Seen), Set: p.setting(a, first), Rules: p.rules(a, mentioned), Original: p.original(a),
		Figures: figures, Tally: tally(figures, "#fig-"), Same: p.same(a), Previous: previous, Next: next, Hint: p.hint(a, first),
	}
	v.TextLanguage, v.TextDirection = p.tongue(a.Doc)
	v.Source = p.sourceOf(a)
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
	if len(figures) > 0 {
		v.Embeds = p.embeddable(figureEmbed)
	}
	v.NoIndex, v.Draft = v.Private, m.Draft
	v.JSONLD = p.structured("article", a.Index)
	more := []Property{{"article:published_time", string(m.Published)}, {"article:modified_time", string(m.Updated)}}
	for _, name := range m.Authors {
		if !v.Account {
			more = append(more, Property{"article:author", name})
		}
	}
	v.Properties = p.preview(&v.Base, "article", p.TongueOf(a.Doc), "cards/articles/"+a.Doc.Name+".png", more...)
	v.Exports, v.Cite = p.exports(a.Doc.Name, false), p.citations(a)
	return v
}

// tongue is the language of a text's words and the direction in which they are written,
// where they are not those of the pages.
func (p *planner) tongue(d *doc.Document) (language, direction string) {
	t := p.tongueOf(p.TongueOf(d))
	return t.Language, t.Direction
}

// inTongue is what stands around a text's words among those of other texts.
func (p *planner) inTongue(d *doc.Document) (open, shut string) {
	language, direction := p.tongue(d)
	if language == "" {
		return "", ""
	}
	if direction != "" {
		direction = ` dir="` + direction + `"`
	}
	return `<span lang="` + template.HTMLEscapeString(language) + `"` + direction + ">", "</span>"
}

// headline is the article's title with its mentions drawn.
func (p *planner) headline(a *site.Article, spans []mark.Span) template.HTML {
	title := a.Doc.Meta.Title
	if len(a.Doc.Prose.Blocks) == 0 {
		return template.HTML(template.HTMLEscapeString(title))
	}
	first := a.Doc.Prose.Blocks[0]
	if first.Kind == titleKind {
		return template.HTML(a.Doc.DrawSpan(first.Span, within(spans, first.Span)))
	}
	words, cut := strings.CutSuffix(title, " …")
	at := strings.Index(a.Doc.Prose.Text[first.Span.Start:first.Span.End], words)
	if at < 0 || words == "" {
		return template.HTML(template.HTMLEscapeString(title))
	}
	from := first.Span.Start + at
	return p.titleFrom(a, source.Span{Start: from, End: from + len(words)}, spans, cut)
}

// titleFrom draws a title that was made of the first paragraph's words, with the marks they
// have there but not their addresses, which stand once on a page.
func (p *planner) titleFrom(a *site.Article, s source.Span, spans []mark.Span, cut bool) template.HTML {
	marks := slices.Clone(within(spans, s))
	for i := range marks {
		marks[i].Way |= mark.Again
	}
	html := a.Doc.DrawSpan(s, marks)
	if cut {
		html += " …"
	}
	return template.HTML(html)
}

// panels are the entries an article mentions, by facet, with their counts there.
func (p *planner) panels(a *site.Article) (all []Panel) {
	lines := make([]PanelLine, 0, len(a.Seen))
	for fi := range p.Catalogue.Facets {
		for _, s := range a.Seen {
			if p.Profiles[s.Profile].Entry.Facet == fi {
				lines = append(lines, PanelLine{p.cards[1][s.Profile], a.FirstOf(s.Mentions).String(), len(s.Mentions)})
			}
		}
		if len(lines) > 0 {
			all = append(all, Panel{p.facets[1][fi], lines})
			lines = lines[len(lines):]
		}
	}
	return all
}

// A setting is how an article's glosses stand beside its prose on a wide screen.
type setting int

const (
	roomy  setting = iota // with what each says
	dense                 // a line each
	packed                // names alone, one behind the other
)

// settings are their classes.
var settings = [...]string{"", "dense", "dense packed"}

// setting is the roomiest in which an article's notes do not tear its prose apart.
func (p *planner) setting(a *site.Article, first met) string {
	s := roomy
	for s < packed && p.torn(a, first, s) {
		s++
	}
	return settings[s]
}

// torn tells whether an article's notes would tear its prose apart where they stand
// beside it. They are floats (see prose.css): no paragraph begins higher than the notes
// before it. The walk lays both out in pixels of the stock style sheet: lines of 66
// letters and 32 pixels against lines of 50 letters and 19.
func (p *planner) torn(a *site.Article, first met, s setting) bool {
	own := map[int]int{}
	for _, n := range a.Doc.Notes {
		if n.Block >= 0 {
			own[n.After] += lines(a.Doc.Prose.Blocks[n.Block].Span.Len(), 50, 20) + 10
		}
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
		if high := own[b.N] + p.glossed(first.after(b.N), s); b.N > 0 && high > 0 {
			last = max(top, notes)
			notes = last + high + 16
		}
	}
	return torn > prose/12
}

// glossed is how high the glosses of a paragraph stand.
func (p *planner) glossed(all []notePlace, s setting) (high int) {
	letters := 0
	for _, x := range all {
		card := p.cards[1][x.profile]
		letters += len(card.Name) + len(" · ")
		switch s {
		case roomy:
			high += lines(len(card.Note), 50, 19) + 28
		case dense:
			high += 23
		}
	}
	if s == packed {
		return lines(letters, 42, 21) + 6
	}
	return high
}

// lines is how high a text of so many letters stands.
func lines(letters, width, height int) int { return (letters + width - 1) / width * height }

// mostRules is how many rules and later events an article shows at once.
const mostRules = 4

// rules tells how what the article mentions stood on its day, and what has come
// since. The rest of the catalogue is not the article's to explain.
func (p *planner) rules(a *site.Article, mentioned func(profile int) bool) Rules {
	r := Rules{Day: p.day(day(a))}
	spoken := map[string]int{} // of each rule: how often the text speaks of it
	for _, st := range p.RulesOn(day(a), p.explained(a)) {
		rule := p.ruleOn("../", st)
		spoken[rule.ID] = len(a.Of(st.Profile))
		switch rule.Off = true; st.Word {
		case "not yet":
			r.NotYet = append(r.NotYet, rule)
		case "no longer":
			r.Over = append(r.Over, rule)
		default:
			rule.Off = false
			r.On = append(r.On, rule)
		}
	}
	r.Main, r.Others = foremost(slices.Concat(r.On, r.NotYet, r.Over), func(x Rule) int { return spoken[x.ID] })
	for _, i := range p.later(day(a), mentioned) {
		e := p.Site.Timeline[i]
		r.Since = append(r.Since, Change{Day: p.day(e.Date), Card: p.cards[1][p.concerned(e, mentioned)], Text: e.Title, Tongue: p.tongueOf(e.Tongue)})
	}
	if d := a.Doc.Day().First(); p.hasTimeline() && d == day(a).First() && d != "" && len(spoken) > 0 {
		r.Whole = "../" + dayPath(d)
	}
	var more []Change
	if r.Turns, more = foremost(r.Since, func(x Change) int { return spoken[x.Card.ID] }); more != nil {
		r.Later = r.Since
	}
	r.Any = r.Day != nil && len(r.On)+len(r.NotYet)+len(r.Over)+len(r.Since) > 0
	return r
}

// foremost are the few that weigh most, and the others, all in their order. One or two more
// than a few are not worth folding.
func foremost[T any](all []T, weight func(T) int) (few, others []T) {
	if len(all) <= mostRules+1 {
		return all, nil
	}
	order := make([]int, len(all))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return weight(all[j]) - weight(all[i]) })
	first := order[:mostRules]
	for i := range all {
		if slices.Contains(first, i) {
			few = append(few, all[i])
		} else {
			others = append(others, all[i])
		}
	}
	return few, others
}

// hint shows what a mark does on the first entry that the text explains.
func (p *planner) hint(a *site.Article, first met) *Hint {
	if len(first.places) == 0 {
		return nil
	}
	profile := first.places[0].profile
	e, c := p.Profiles[profile].Entry, p.cards[1][profile]
	around := p.marked("mark-mention", &MentionMark{Mark: Mark{Words: hole}, Entry: c, Href: c.Href, First: true})
	h := &Hint{Mark: template.HTML(around.Open + template.HTMLEscapeString(e.Name) + around.Close)}
	if i := roleOn(e, a.Doc.Day()); i >= 0 {
		h.Says = e.Roles[i].Title
		if held := p.held(e.Roles[i]); held != "" {
			h.Says += p.t(", ") + held
		}
	}
	h.Says = cmp.Or(h.Says, c.Note)
	return h
}

// ruleOn is how a rule stood on a day.
func (p *planner) ruleOn(root string, st site.State) Rule {
	q := p.Profiles[st.Profile].Entry.Periods[st.Period]
	return Rule{Card: p.card(root, st.Profile), Word: st.Word, Covers: q.Covers, From: p.day(q.From), To: p.day(q.To), Note: q.Note, AsOf: p.day(q.AsOf), Tongue: p.tongueOf(q.Tongue)}
}

// later lists the events behind a day that concern what an article mentions, as
// indexes into the timeline, which is sorted.
func (p *planner) later(day meta.Day, mentioned func(profile int) bool) (all []int) {
	if day == "" {
		return nil
	}
	last := day.Last()
	from := sort.Search(len(p.Site.Timeline), func(i int) bool { return p.Site.Timeline[i].Date.First() > last })
	for i := from; i < len(p.Site.Timeline); i++ {
		if p.concerned(p.Site.Timeline[i], mentioned) >= 0 {
			all = append(all, i)
		}
	}
	return all
}

// concerned is the first entry with periods that an event involves and an article
// mentions, as an index of its profile; -1 for none.
func (p *planner) concerned(e site.Event, mentioned func(profile int) bool) int {
	for _, r := range e.Entries {
		if x := p.Profile(r.ID); x != nil && mentioned(x.Index) && len(x.Entry.Periods) > 0 {
			return x.Index
		}
	}
	return -1
}

func (p *planner) neighbors(a *site.Article) (previous, next *Link) {
	at := func(i int) *Link {
		if i < 0 || i >= len(p.Articles) {
			return nil
		}
		b := p.Articles[i]
		l := p.articleLink(b, "../")
		l.Note = p.long(b.Doc.Day())
		if b.Away == "" {
			l.Href = b.Doc.Name + ".html"
		}
		return &l
	}
	return at(a.Index - 1), at(a.Index + 1)
}

// same links an article to its comparisons with other tellings.
func (p *planner) same(a *site.Article) (all []Link) {
	for _, i := range a.Pairs {
		pair := p.Pairs[i]
		b := p.Articles[pair.A+pair.B-a.Index]
		l := p.articleLink(b, "../")
		l.Note = pair.Relation
		if b.Away == "" {
			l.Href = b.Doc.Name + ".html"
		}
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
			ph.Value = p.written(row.Value)
			all[k].Figures = append(all[k].Figures, ph)
		case "date":
			if d, ok := meta.ParseFound(row.Value); ok {
				ph.Day = p.day(d)
			}
			all[k].Dates = append(all[k].Dates, ph)
		}
	}
	slices.SortStableFunc(all, func(x, y Paragraph) int { return x.N - y.N })
	return all
}

// written writes the number that a value begins with as readers write it.
func (p *planner) written(value string) string {
	number, rest, _ := strings.Cut(value, " ")
	v, err := strconv.ParseFloat(number, 64)
	if err != nil {
		return value
	}
	return strings.TrimSpace(p.number(v) + " " + rest)
}
