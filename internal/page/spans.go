package page

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

	"glossator/internal/catalogue"
	"glossator/internal/doc"
	"glossator/internal/mark"
	"glossator/internal/meta"
	"glossator/internal/site"
)

// drawn are the spans to draw over a document: mentions as links, quotations, figures
// and dates as plain elements. seen are the entries that it mentions; met is, of each of
// them, the mention whose note stands on the page. No entry is linked on its own page.
// They stand in the room that is given.
func (p *planner) drawn(r *room, x site.Annotated, seen []site.Seen, root, self string, met []int) []mark.Span {
	var b strings.Builder // one buffer for what is a span's own: strings cut out of it share its memory
	b.Grow(10*len(x.Ann.Mentions) + 60*len(x.Ann.Quotes) + 8*len(x.Ann.Figures))
	r.mentions = p.drawnMentions(&b, r.mentions[:0], x, seen, root, self, met)
	r.quotes = p.drawnQuotes(&b, r.quotes[:0], x)
	r.figures = p.drawnFigures(&b, r.figures[:0], x, r.mentions, root != "" && self == "")
	r.dates = p.drawnDates(r.dates[:0], x)
	r.all = merged(r.all[:0], r.mentions, r.quotes, r.figures, r.dates)
	return r.all
}

// room is memory for the spans of a document, or for an entry's passages: those of an
// article fill ten kilobytes, which no one asks for once its page is drawn.
type room struct {
	mentions, quotes, figures, dates, all []mark.Span
	passages                              []passage
}

// room lends a room, until it is put back.
func (p *planner) room() *room {
	if r, ok := p.rooms.Get().(*room); ok {
		return r
	}
	return new(room)
}

// cut writes parts and cuts them out again.
func cut(b *strings.Builder, parts ...string) string {
	from := b.Len()
	for _, s := range parts {
		b.WriteString(s)
	}
	return b.String()[from:]
}

// drawnMentions are links. A mention has the id "m" and its number, and the class fN of
// its facet's look; the first mention of an entry in a section has the class "first"
// too, and one whose note stands on the page "met".
func (p *planner) drawnMentions(b *strings.Builder, spans []mark.Span, x site.Annotated, seen []site.Seen, root, self string, met []int) []mark.Span {
	by := make([]int32, len(x.Ann.Mentions)) // of each mention: the place of its entry in seen, from 1
	for i, s := range seen {
		if p.Profiles[s.Profile].Entry.ID == self {
			continue
		}
		for _, m := range s.Mentions {
			by[m] = int32(i + 1)
		}
	}
	last := make([]int, len(seen)) // of each entry: the section of its last mention
	spans = slices.Grow(spans, len(by))
	section, block, blocks := 1, 0, x.Doc.Prose.Blocks
	for i := range x.Ann.Mentions {
		n := int(by[i]) - 1
		if n < 0 {
			continue
		}
		m := &x.Ann.Mentions[i]
		for block < len(blocks) && blocks[block].Span.End <= m.Span.Start {
			if block++; block < len(blocks) && blocks[block].Kind == doc.Heading {
				section++
			}
		}
		look := 0
		if last[n] != section {
			last[n], look = section, markFirst
		}
		if met != nil && met[n] == i {
			look |= markNoted
		}
		if m.Damaged {
			look |= markDamaged
		}
		profile := seen[n].Profile
		spans = append(spans, mark.Span{Start: m.Span.Start, End: m.Span.End, Tag: "a", Href: p.cards[len(root)/3][profile].Href,
			First: cut(b, ` id="m`, strconv.Itoa(i+1), `"`), Attrs: mentionLooks[look], More: p.marks[profile]})
	}
	return spans
}

// mentionLooks begin the class of a mention: of its first in a section, of one whose note
// stands on the page, of a damaged name.
var mentionLooks = [...]string{
	0:                                   ` class="mention `,
	markFirst:                           ` class="mention first `,
	markNoted:                           ` class="mention met `,
	markFirst | markNoted:               ` class="mention first met `,
	markDamaged:                         ` class="mention damaged `,
	markFirst | markDamaged:             ` class="mention first damaged `,
	markNoted | markDamaged:             ` class="mention met damaged `,
	markFirst | markNoted | markDamaged: ` class="mention first met damaged `,
}

const (
	markFirst = 1 << iota
	markNoted
	markDamaged
)

// markOf is what ends the attributes of every mention of an entry, behind the classes:
// `f1" data-facet="who" data-entry="joe-biden"`.
func (p *planner) markOf(e *catalogue.Entry) string {
	return p.looks[e.Facet] + `" data-facet="` + p.Catalogue.FacetOf(e).ID + `" data-entry="` + e.ID + `"`
}

// seenIn are the entries that a document besides the articles mentions.
func (p *planner) seenIn(x site.Annotated) (all []site.Seen) {
	at := map[catalogue.ID]int{}
	for i, m := range x.Ann.Mentions {
		e := p.Profile(m.Entry)
		if e == nil {
			continue
		}
		n, ok := at[m.Entry]
		if !ok {
			n = len(all)
			at[m.Entry], all = n, append(all, site.Seen{Profile: e.Index})
		}
		all[n].Mentions = append(all[n].Mentions, i)
	}
	return all
}

func (p *planner) drawnQuotes(b *strings.Builder, spans []mark.Span, x site.Annotated) []mark.Span {
	for i := range x.Ann.Quotes {
		q := &x.Ann.Quotes[i]
		who := q.Name
		if e := p.Profile(q.Speaker); e != nil {
			who = p.cards[0][e.Index].Short
		}
		id := strconv.Itoa(i + 1)
		s := mark.Span{Start: q.Span.Start, End: q.Span.End, Tag: "span", Attrs: ` class="quote `, More: cut(b, q.Kind, `"`)}
		if who == "" {
			s.First = cut(b, ` id="q`, id, `"`)
		} else {
			s.First = cut(b, ` id="q`, id, `" data-speaker="`, template.HTMLEscapeString(who), `"`)
		}
		spans = append(spans, s)
	}
	return spans
}

// drawnFigures are links to what is said of them below, where that is wanted and no
// mention's link stands there.
func (p *planner) drawnFigures(b *strings.Builder, spans []mark.Span, x site.Annotated, mentions []mark.Span, linked bool) []mark.Span {
	var rows []int
	if linked {
		rows = p.figuresIn[x.Doc.Name]
	}
	for i := range x.Ann.Figures {
		f := &x.Ann.Figures[i]
		for len(mentions) > 0 && mentions[0].End <= f.Span.Start {
			mentions = mentions[1:]
		}
		s := mark.Span{Start: f.Span.Start, End: f.Span.End}
		row := p.checked(rows, f.Value)
		if row != nil && (len(mentions) == 0 || mentions[0].Start >= f.Span.End) {
			s.Tag, s.Href, s.Attrs, s.More = "a", cut(b, "#fig-", row.ID), ` class="figure"`, title(p.check(row))
		} else {
			from := b.Len()
			var room [24]byte
			b.Write(strconv.AppendFloat(room[:0], f.Value, 'f', -1, 64))
			b.WriteByte('"')
			s.Tag, s.Attrs, s.More = "data", ` class="figure" value="`, b.String()[from:]
		}
		spans = append(spans, s)
	}
	return spans
}

func (p *planner) drawnDates(spans []mark.Span, x site.Annotated) []mark.Span {
	for i := range x.Ann.Dates {
		d := &x.Ann.Dates[i]
		if d.Resolves == "" {
			continue
		}
		m := p.markOfDay(d.Resolves)
		s := mark.Span{Start: d.Span.Start, End: d.Span.End, Tag: "time", Attrs: ` class="date" datetime="`, More: m.titled}
		if strings.Contains(x.Doc.Prose.Text[d.Span.Start:d.Span.End], m.says) {
			s.More = m.plain // it says so itself
		}
		spans = append(spans, s)
	}
	return spans
}

// dayMark is what ends the attributes of a date's marks, with what it says as its title
// and without: `2022-12-19" title="December 19, 2022"` and `2022-12-19"`.
type dayMark struct{ says, titled, plain string }

// markOfDay is made once for each day: a year has few of them, and thousands of articles.
func (p *planner) markOfDay(day meta.Day) *dayMark {
	if m, ok := p.dayMarks.Load(day); ok {
		return m.(*dayMark)
	}
	says := p.long(day)
	m := &dayMark{says, machineDay(day) + `"` + title(says), machineDay(day) + `"`}
	p.dayMarks.Store(day, m)
	return m
}

// merged adds lists of spans, each sorted, to one as a Canvas takes it: by start, the
// longer first, and in the order of the lists where they are the same.
func merged(all []mark.Span, lists ...[]mark.Span) []mark.Span {
	n := len(all)
	for _, l := range lists {
		n += len(l)
	}
	for all = slices.Grow(all, n-len(all)); len(all) < n; {
		next := -1
		for i, l := range lists {
			if len(l) == 0 {
				continue
			}
			if next < 0 || l[0].Start < lists[next][0].Start || l[0].Start == lists[next][0].Start && l[0].End > lists[next][0].End {
				next = i
			}
		}
		all, lists[next] = append(all, lists[next][0]), lists[next][1:]
	}
	return all
}

// paragraphs links the numbers of an original's paragraphs (¶2, ¶2–3) to the map of
// the original.
func paragraphs(a *site.Article) (spans []mark.Span) {
	if len(a.Evidence) == 0 {
		return nil
	}
	mapped := map[int]bool{}
	for _, e := range a.Evidence {
		mapped[e.Paragraph] = true
	}
	text := a.Doc.Prose.Text
	for at := 0; ; {
		i := strings.Index(text[at:], "¶")
		if i < 0 {
			return spans
		}
		from := at + i
		end := digits(text, from+len("¶"))
		n, _ := strconv.Atoi(text[from+len("¶") : end])
		if after := digits(text, end+len("–")); strings.HasPrefix(text[end:], "–") && after > end+len("–") {
			end = after
		}
		if mapped[n] {
			spans = append(spans, mark.Span{Start: from, End: end, Tag: "a", Href: "#o" + strconv.Itoa(n), Attrs: ` class="para"`})
		}
		at = end
	}
}

// digits is the end of the digits that stand at an offset.
func digits(text string, at int) int {
	for at < len(text) && '0' <= text[at] && text[at] <= '9' {
		at++
	}
	return at
}

// checked is the row of the figures file that an article's number belongs to, of rows;
// or nil.
func (p *planner) checked(rows []int, value float64) *site.Figure {
	for _, i := range rows {
		if f := &p.Site.Figures[i]; slices.Contains(f.Values, value) {
			return f
		}
	}
	return nil
}

// check says in a line how a number stands to the record.
func (p *planner) check(f *site.Figure) string {
	s := p.t(agreement(f.Agrees.Text))
	if f.Official != "" {
		s += ". " + p.t("On record") + ": " + f.Official
	}
	return s
}

// agreement is a figure's verdict in words.
func agreement(agrees string) string {
	switch agrees {
	case "yes":
		return "agrees with the record"
	case "roughly":
		return "roughly agrees"
	case "no":
		return "does not agree"
	}
	return "not verified"
}

// title is a title attribute; nothing where there is nothing to say.
func title(s string) string {
	if s == "" {
		return ""
	}
	return ` title="` + template.HTMLEscapeString(s) + `"`
}
