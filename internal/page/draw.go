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
	"glossator/internal/source"
)

// drawn are the spans to draw over a document: mentions as links, quotations,
// figures and dates as plain elements. A mention has the id "m" and its number, and
// the class fN of its facet's look; the first mention of an entry in a section has
// the class "first" too, and one whose note stands on the page "met". No entry is
// linked on its own page.
func (p *planner) drawn(x site.Annotated, root, self string, met map[int]bool) []mark.Span {
	var lists [4][]mark.Span
	lists[0] = make([]mark.Span, 0, len(x.Ann.Mentions))
	add := func(list int, s mark.Span) { lists[list] = append(lists[list], s) }
	var b strings.Builder // one buffer for all attributes: strings cut out of it share its memory
	b.Grow(170 * (len(x.Ann.Mentions) + len(x.Ann.Quotes)))
	attrs := func(parts ...string) string {
		from := b.Len()
		for _, s := range parts {
			b.WriteString(s)
		}
		return b.String()[from:]
	}
	seen := map[string]bool{}
	block, blocks := 0, x.Doc.Prose.Blocks
	for i, m := range x.Ann.Mentions {
		e := p.Profile(m.Entry)
		if e == nil || m.Entry == self {
			continue
		}
		for block < len(blocks) && blocks[block].Span.End <= m.Span.Start {
			if block++; block < len(blocks) && blocks[block].Kind == doc.Heading {
				clear(seen)
			}
		}
		c := &p.cards[0][e.Index]
		class := "mention "
		if !seen[m.Entry] {
			seen[m.Entry], class = true, "mention first "
		}
		if met[i] {
			class += "met "
		}
		if m.Damaged {
			class += "damaged "
		}
		add(0, mark.Span{Start: m.Span.Start, End: m.Span.End, Tag: "a", Href: attrs(root, e.Path),
			First: attrs(` id="m`, strconv.Itoa(i+1), `"`),
			Attrs: attrs(` class="`, class, p.looks[e.Entry.Facet], `" data-facet="`, c.Facet, `" data-entry="`, m.Entry, `"`)})
	}
	for i, q := range x.Ann.Quotes {
		first := attrs(` id="q`, strconv.Itoa(i+1), `"`)
		if who := p.speaker(root, q.Speaker, q.Name).Short; who != "" {
			first = attrs(first, ` data-speaker="`, template.HTMLEscapeString(who), `"`)
		}
		add(1, mark.Span{Start: q.Span.Start, End: q.Span.End, Tag: "span", First: first,
			Attrs: attrs(` class="quote `, q.Kind, `"`)})
	}
	mentions := lists[0]
	for _, f := range x.Ann.Figures {
		for len(mentions) > 0 && mentions[0].End <= f.Span.Start {
			mentions = mentions[1:]
		}
		linked := len(mentions) > 0 && mentions[0].Start < f.Span.End // and no link stands in another
		if row := p.checked(x.Doc.Name, f.Value); row != nil && !linked && root != "" && self == "" {
			add(2, mark.Span{Start: f.Span.Start, End: f.Span.End, Tag: "a", Href: attrs("#fig-", row.ID),
				Attrs: attrs(` class="figure"`, title(p.check(row)))})
			continue
		}
		add(2, mark.Span{Start: f.Span.Start, End: f.Span.End, Tag: "data",
			Attrs: attrs(` class="figure" value="`, strconv.FormatFloat(f.Value, 'f', -1, 64), `"`)})
	}
	for _, d := range x.Ann.Dates {
		if d.Resolves == "" {
			continue
		}
		says := p.long(meta.Day(d.Resolves))
		if strings.Contains(x.Doc.Prose.Text[d.Span.Start:d.Span.End], says) {
			says = "" // it says so itself
		}
		add(3, mark.Span{Start: d.Span.Start, End: d.Span.End, Tag: "time",
			Attrs: attrs(` class="date" datetime="`, d.Resolves, `"`, title(says))})
	}
	return merged(lists[0], merged(lists[1], merged(lists[2], lists[3])))
}

// merged joins two lists of spans, each sorted, to one as a Canvas takes it: by start,
// the longer first.
func merged(a, b []mark.Span) []mark.Span {
	if len(a) == 0 {
		return b
	}
	if len(b) == 0 {
		return a
	}
	all := make([]mark.Span, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if a[0].Start < b[0].Start || a[0].Start == b[0].Start && a[0].End >= b[0].End {
			all, a = append(all, a[0]), a[1:]
		} else {
			all, b = append(all, b[0]), b[1:]
		}
	}
	return append(append(all, a...), b...)
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

// checked is the row of the figures file that an article's number belongs to, or nil.
func (p *planner) checked(article string, value float64) *site.Figure {
	for _, i := range p.figuresIn[article] {
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

// speaker is the card of who spoke; its Name alone where there is no entry.
func (p *planner) speaker(root, id, name string) Card {
	if e := p.Profile(id); e != nil {
		return p.card(root, e.Index)
	}
	return Card{Name: name, Short: name}
}

// notesOf are the notes of an entry: what it is, and for each of its roles what it was
// in that role. They are made once; an article takes the one of its day.
func (p *planner) notesOf(profile int) []string {
	c := p.cards[1][profile]
	all := []string{note(c)}
	for _, r := range p.Profiles[profile].Entry.Roles {
		c.Kind, c.Dates = r.Title, ""
		all = append(all, note(c))
	}
	return all
}

// note is the note of an entry for an article of a day.
func (p *planner) note(profile int, day meta.Day) string {
	return p.notes[profile][roleOn(p.Profiles[profile].Entry, day)+1]
}

// roleOn is the index of the role an entry had on a day, the latest begun; -1 for
// none.
func roleOn(e *catalogue.Entry, day meta.Day) int {
	best := -1
	for i, r := range e.Roles {
		if day != "" && r.On(day) && (best < 0 || e.Roles[best].From < r.From) {
			best = i
		}
	}
	return best
}

// note is an entry's note beside an article's prose.
func note(c Card) string {
	var b strings.Builder
	b.WriteString(`<div class="note f` + strconv.Itoa(c.N) + `" data-entry="` + c.ID + `"><p class="note-head"><a href="` + c.Href + `">`)
	mark.Escape(&b, c.Name)
	b.WriteString("</a>")
	about := c.Kind
	if c.Dates != "" && about != "" {
		about += ", "
	}
	if about += c.Dates; about != "" {
		b.WriteString(` <span class="note-kind">`)
		mark.Escape(&b, about)
		b.WriteString("</span>")
	}
	b.WriteString("</p>")
	if c.Note != "" {
		b.WriteString(`<p class="note-text">`)
		mark.Escape(&b, c.Note)
		b.WriteString("</p>")
	}
	b.WriteString("</div>\n")
	return b.String()
}

// body draws an article's prose with its notes.
func (p *planner) body(a *site.Article, spans []mark.Span, first met) template.HTML {
	numbers := map[string]int{}
	for i, n := range a.Doc.Notes {
		numbers[n.Label] = i + 1
	}
	return cells(a.Doc.Draw(doc.Drawing{
		Spans:   spans,
		RefHTML: func(label string) string { return noteRef(label, numbers[label]) },
		After: func(from, to int) string {
			var own, found strings.Builder
			owns, glosses := 0, 0
			for i, n := range a.Doc.Notes {
				if n.After >= from && n.After <= to {
					own.WriteString(p.ownNote(a, n, i+1, spans))
					owns++
				}
			}
			for n := from; n <= to; n++ {
				if here := len(first.after[n]); here > 0 {
					found.Grow(360 * here) // about what a note takes
				}
				for _, e := range first.after[n] {
					found.WriteString(p.note(e, a.Doc.Day()))
					glosses++
				}
			}
			return p.aside(from, own.String(), found.String(), owns, glosses)
		},
	}))
}

// met is where an article's notes stand, and which mentions they belong to.
type met struct {
	after    map[int][]int // paragraph to the profiles whose notes follow it, in order of their mentions
	mentions map[int]bool
}

// firstMet finds for each entry its first mention in a paragraph, else in a note of
// the author's, else in a title or heading: then the note follows the first paragraph.
func (p *planner) firstMet(a *site.Article) met {
	type place struct{ paragraph, order, profile int }
	blocks := a.Doc.Prose.Blocks
	notes := map[int]int{} // block of a note to the paragraph that refers to it
	for _, n := range a.Doc.Notes {
		notes[n.Block] = n.After
	}
	m := met{map[int][]int{}, map[int]bool{}}
	var places []place
	for _, s := range a.Seen {
		best, mention := place{1, -1, s.Profile}, -1
		for _, i := range s.Mentions {
			b := a.Doc.Prose.Block(a.Ann.Mentions[i].Span.Start)
			if n := blocks[b].N; n > 0 {
				best, mention = place{n, i, s.Profile}, i
				break
			}
			if after, ok := notes[b]; ok && mention < 0 {
				best, mention = place{max(after, 1), i, s.Profile}, i
			}
		}
		if mention >= 0 {
			m.mentions[mention] = true
		}
		places = append(places, best)
	}
	slices.SortFunc(places, func(x, y place) int { return x.order - y.order })
	for _, x := range places {
		m.after[x.paragraph] = append(m.after[x.paragraph], x.profile)
	}
	return m
}

func noteRef(label string, n int) string {
	if n == 0 {
		return ""
	}
	l := template.HTMLEscapeString(label)
	return `<sup class="noteref"><a id="ref-` + l + `" href="#note-` + l + `" role="doc-noteref">` + strconv.Itoa(n) + `</a></sup>`
}

// ownNote is a margin note that the author wrote.
func (p *planner) ownNote(a *site.Article, n doc.Note, number int, spans []mark.Span) string {
	l := template.HTMLEscapeString(n.Label)
	return `<div class="note own" id="note-` + l + `" role="doc-footnote"><p><a class="note-back" href="#ref-` + l + `" role="doc-backlink">` +
		strconv.Itoa(number) + `</a> ` + a.Doc.DrawNote(n, doc.Drawing{Spans: within(spans, a.Doc.Prose.Blocks[n.Block].Span)}) + "</p></div>\n"
}

// aside puts a paragraph's notes after it, folded into one closed details: beside wide
// prose it stands open.
func (p *planner) aside(n int, own, found string, owns, glosses int) string {
	if owns+glosses == 0 {
		return ""
	}
	var b strings.Builder
	part := func(words string, n int) {
		if n > 0 {
			b.WriteString("<span>")
			mark.Escape(&b, p.t(words))
			b.WriteString(` <span class="n">` + strconv.Itoa(n) + "</span></span> ")
		}
	}
	b.Grow(len(own) + len(found) + 300)
	b.WriteString(`<aside class="notes" id="n` + strconv.Itoa(n) + `"><details><summary>`)
	part("Notes", owns)
	part("Who and what is meant", glosses)
	b.WriteString("</summary>\n")
	b.WriteString(own)
	if found != "" {
		b.WriteString(`<div class="glosses">` + "\n")
		b.WriteString(found)
		b.WriteString("</div>\n")
	}
	b.WriteString("</details></aside>\n")
	return b.String()
}

// within are the spans that lie in a stretch of prose.
func within(spans []mark.Span, s source.Span) (in []mark.Span) {
	for _, m := range spans {
		if m.Start >= s.Start && m.End <= s.End {
			in = append(in, m)
		}
	}
	return in
}
