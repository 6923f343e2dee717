package page

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"glossator/internal/annotation"
	"glossator/internal/catalogue"
	"glossator/internal/doc"
	"glossator/internal/mark"
	"glossator/internal/site"
	"glossator/internal/source"
)

// drawn are the spans to draw over a document: mentions, quotations, figures and dates. seen are the entries that it mentions; met is, of each of
// them, the mention whose note stands on the page. No entry is linked on its own page.
// They stand in the room that is given.
func (p *planner) drawn(r *room, x site.Annotated, seen []site.Seen, root, self string, met []int) []mark.Span {
	var b strings.Builder // one buffer for what is a span's own: strings cut out of it share its memory
	b.Grow(24*len(x.Ann.Mentions) + 8*len(x.Ann.Figures))
	r.mentions = p.drawnMentions(&b, r.mentions[:0], x, seen, root, self, met)
	r.quotes = p.drawnQuotes(r.quotes[:0], x, root)
	r.figures = p.drawnFigures(&b, r.figures[:0], x, r.mentions, root != "" && self == "")
	r.dates = p.drawnDates(r.dates[:0], x)
	r.all = merged(r.all[:0], r.mentions, r.quotes, r.figures, r.dates)
	return r.all
}

// room is memory for the spans of a document, or for an entry's passages: those of an
// article fill ten kilobytes, which no one asks for once its page is drawn.
type room struct {
	mentions, quotes, figures, dates, all []mark.Span
	passages, told                        []passage
}

// room lends a room, until it is put back.
func (p *planner) room() *room {
	if r, ok := p.rooms.Get().(*room); ok {
		return r
	}
	return new(room)
}

// numbered writes a number and cuts it out again.
func numbered(b *strings.Builder, n int) string {
	var room [20]byte
	from := b.Len()
	b.Write(strconv.AppendInt(room[:0], int64(n), 10))
	return b.String()[from:]
}

func valued(b *strings.Builder, v float64) string {
	if n := int(v); float64(n) == v {
		return numbered(b, n)
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// anchored writes where a mention stands and cuts it out again.
func anchored(b *strings.Builder, a site.Anchor) string {
	var room [64]byte
	from := b.Len()
	b.Write(a.Append(room[:0]))
	return b.String()[from:]
}

// drawnMentions are links. The id of a mention is its Anchor.
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
	last := make([]shown, len(seen)) // of each entry: where it was marked last
	counts := make([]site.Counter, len(seen))
	spans = slices.Grow(spans, len(by))
	section, block, blocks := 1, 0, x.Doc.Prose.Blocks
	for i := range x.Ann.Mentions {
		n := int(by[i]) - 1
		if n < 0 {
			continue
		}
		m := &x.Ann.Mentions[i]
		for block < len(blocks)-1 && blocks[block].Span.End <= m.Span.Start {
			if block++; blocks[block].Kind == doc.Heading {
				section++
			}
		}
		var way mark.Way
		if last[n].afresh(blocks[block].Kind, section, m.Span.Start) {
			last[n], way = shown{section, m.Span.Start}, wayFirst
		}
		if met != nil && met[n] == i {
			way |= wayNoted
		}
		if m.Damaged {
			way |= wayDamaged
		}
		at := site.Anchor{Block: block, N: blocks[block].N, Entry: m.Entry, Nth: counts[n].In(block)}
		spans = append(spans, mark.Span{Start: m.Span.Start, End: m.Span.End, Look: p.looks.mentions[len(root)/3][seen[n].Profile], Way: way, Slot: anchored(b, at)})
	}
	return spans
}

// shown is where a mention stands that is marked as its entry's first in a section.
type shown struct{ section, at int }

// screen is about how many letters a phone shows at once.
const screen = 1000

// afresh tells whether a mention is its entry's first in a section, and no other that is
// marked is still in sight. A headline and a heading are read as a whole, and what the
// text has marked is not marked once more in its notes.
func (s shown) afresh(kind doc.Kind, section, at int) bool {
	switch {
	case kind == doc.Title || kind == doc.Heading:
		return false
	case s.section == 0:
		return true
	}
	return kind != doc.Aside && s.section != section && at-s.at > screen
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

// quoteAnchors are the ids of a text's quotations: their paragraphs and first words,
// "q5.historic-strides-on-migration".
func (p *planner) quoteAnchors(x site.Annotated) []string {
	if all, ok := p.quoted.Load(x.Ann); ok {
		return all.([]string)
	}
	all, taken := make([]string, len(x.Ann.Quotes)), map[string]int{}
	for i := range x.Ann.Quotes {
		s := x.Ann.Quotes[i].Span
		block := x.Doc.Prose.Block(s.Start)
		at := "qb" + strconv.Itoa(block)
		if n := x.Doc.Prose.Blocks[block].N; n > 0 {
			at = "q" + strconv.Itoa(n)
		}
		at += "." + doc.Slug(beginning(x.Doc.Prose.Text[s.Start:s.End]))
		if taken[at]++; taken[at] > 1 {
			at += "." + strconv.Itoa(taken[at])
		}
		all[i] = at
	}
	p.quoted.Store(x.Ann, all)
	return all
}

// beginning is the first words of a text, or letters where it is written without spaces.
func beginning(text string) string {
	const words, letters = 5, 40
	n, spaces := 0, 0
	for i, r := range text {
		if n++; r == ' ' {
			spaces++
		}
		if n > letters || spaces == words {
			return text[:i]
		}
	}
	return text
}

func (p *planner) drawnQuotes(spans []mark.Span, x site.Annotated, root string) []mark.Span {
	if len(x.Ann.Quotes) == 0 {
		return spans
	}
	at := p.quoteAnchors(x)
	for i := range x.Ann.Quotes {
		q := &x.Ann.Quotes[i]
		look, way := p.quoteLook(q, root)
		if named(x, q) {
			way |= wayNamed
		}
		spans = append(spans, mark.Span{Start: q.Span.Start, End: q.Span.End, Look: look, Way: way, Slot: at[i]})
	}
	return spans
}

// named tells whether the sentences of a quotation name who says it.
func named(x site.Annotated, q *annotation.Quote) bool {
	sentences := x.Ann.Sentences
	first, _ := slices.BinarySearchFunc(sentences, q.Span.Start, endsBehind)
	last, _ := slices.BinarySearchFunc(sentences, q.Span.End-1, endsBehind)
	if last >= len(sentences) {
		return false
	}
	around := source.Span{Start: sentences[first].Start, End: sentences[last].End}
	if q.Speaker == "" {
		return q.Name != "" && strings.Contains(x.Doc.Prose.Text[around.Start:around.End], q.Name)
	}
	at, _ := slices.BinarySearchFunc(x.Ann.Mentions, around.Start, func(m annotation.Mention, start int) int { return m.Span.Start - start })
	for _, m := range x.Ann.Mentions[at:] {
		if m.Span.Start >= around.End {
			break
		}
		if m.Entry == q.Speaker && m.Level == annotation.Named && !q.Span.Holds(m.Span) {
			return true
		}
	}
	return false
}

func endsBehind(s source.Span, at int) int {
	if s.End <= at {
		return -1
	}
	return 1
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
		look := p.looks.figure
		row := p.checked(rows, f.Value)
		if row >= 0 && (len(mentions) == 0 || mentions[0].Start >= f.Span.End) {
			look = p.looks.checked[row]
		}
		spans = append(spans, mark.Span{Start: f.Span.Start, End: f.Span.End, Look: look, Slot: valued(b, f.Value)})
	}
	return spans
}

func (p *planner) drawnDates(spans []mark.Span, x site.Annotated) []mark.Span {
	for i := range x.Ann.Dates {
		d := &x.Ann.Dates[i]
		if d.Resolves == "" {
			continue
		}
		l := p.dayLook(d.Resolves)
		s := mark.Span{Start: d.Span.Start, End: d.Span.End, Look: l.look}
		if strings.Contains(x.Doc.Prose.Text[d.Span.Start:d.Span.End], l.says) {
			s.Way = wayTold
		}
		spans = append(spans, s)
	}
	return spans
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
func (p *planner) paragraphs(a *site.Article) (spans []mark.Span) {
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
		if s, ok := bracketed(text, from); ok && (len(spans) == 0 || spans[len(spans)-1].End <= s.Start) {
			spans = append(spans, mark.Span{Start: s.Start, End: s.End, Look: p.looks.places})
		}
		end := digits(text, from+len("¶"))
		n, _ := strconv.Atoi(text[from+len("¶") : end])
		if after := digits(text, end+len("–")); strings.HasPrefix(text[end:], "–") && after > end+len("–") {
			end = after
		}
		if mapped[n] {
			spans = append(spans, mark.Span{Start: from, End: end, Look: p.looks.paragraph, Slot: strconv.Itoa(n)})
		}
		at = end
	}
}

// bracketed are the brackets that a paragraph's number opens, with the space before them,
// where nothing but such numbers stands in them: " (¶1, ¶4)".
func bracketed(text string, at int) (s source.Span, ok bool) {
	if !strings.HasSuffix(text[:at], "(") {
		return s, false
	}
	within := strings.TrimLeft(text[at:], "¶0123456789–, ")
	s = source.Span{Start: len(strings.TrimSuffix(text[:at-1], " ")), End: len(text) - len(within) + 1}
	return s, strings.HasPrefix(within, ")")
}

// digits is the end of the digits that stand at an offset.
func digits(text string, at int) int {
	for at < len(text) && '0' <= text[at] && text[at] <= '9' {
		at++
	}
	return at
}

// checked is the row of the figures file that an article's number belongs to, of rows;
// -1 for none.
func (p *planner) checked(rows []int, value float64) int {
	for _, i := range rows {
		if slices.Contains(p.Site.Figures[i].Values, value) {
			return i
		}
	}
	return -1
}

// agrees is how a number stands to the record.
func agrees(f *site.Figure) string { return cmp.Or(f.Agrees.Text, "unverified") }
