package page

import (
	"cmp"
	"html/template"
	"slices"
	"strings"

	"glossator/internal/catalogue"
	"glossator/internal/doc"
	"glossator/internal/mark"
	"glossator/internal/meta"
	"glossator/internal/site"
	"glossator/internal/source"
)

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
	all := []string{p.part("note", &c)}
	for _, r := range p.Profiles[profile].Entry.Roles {
		c.Kind, c.Dates = r.Title, p.held(r)
		all = append(all, p.part("note", &c))
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
	if day == "" {
		return -1
	}
	return latest(e, func(r catalogue.Role) bool { return r.On(day) })
}

// body draws an article's prose with its notes.
func (p *planner) body(a *site.Article, spans []mark.Span, first met) template.HTML {
	own := p.ownNotes(a.Doc, 0)
	room := 0
	for i, x := range first.places {
		if room += len(p.note(x.profile, a.Doc.Day())); i == 0 || x.paragraph != first.places[i-1].paragraph {
			room += asideBytes
		}
	}
	return p.relinked(a.Doc, a.Path, cells(a.Doc, a.Doc.Draw(doc.Drawing{
		Spans:   spans,
		RefHTML: own.ref,
		After:   func(b *strings.Builder, from, to int) { p.aside(b, own, a.Doc.Day(), from, to, spans, first) },
		Room:    room,
	})))
}

// asideBytes is about what stands around the notes of a paragraph.
const asideBytes = 200

// met is where an article's notes stand, and which mentions they belong to.
type met struct {
	places   []notePlace // by paragraph, then in order of their mentions
	mentions []int       // of each entry seen: its mention whose note that is, or -1
}

type notePlace struct{ paragraph, order, profile int }

// after are the places of the notes that follow a paragraph.
func (m met) after(paragraph int) []notePlace {
	from := before(len(m.places), func(i int) bool { return m.places[i].paragraph >= paragraph })
	to := from
	for to < len(m.places) && m.places[to].paragraph == paragraph {
		to++
	}
	return m.places[from:to]
}

// firstMet finds for each entry its first mention in a paragraph, else in a note of
// the author's, else in a title or heading: then the note follows the first paragraph.
func (p *planner) firstMet(a *site.Article) met {
	blocks := a.Doc.Prose.Blocks
	notes := map[int]int{} // block of a note to the paragraph that refers to it
	for _, n := range a.Doc.Notes {
		notes[n.Block] = n.After
	}
	m := met{make([]notePlace, 0, len(a.Seen)), make([]int, 0, len(a.Seen))}
	for _, s := range a.Seen {
		best, mention := notePlace{1, -1, s.Profile}, -1
		for _, i := range s.Mentions {
			b := a.Doc.Prose.Block(a.Ann.Mentions[i].Span.Start)
			if n := blocks[b].N; n > 0 {
				best, mention = notePlace{n, i, s.Profile}, i
				break
			}
			if after, ok := notes[b]; ok && mention < 0 {
				best, mention = notePlace{max(after, 1), i, s.Profile}, i
			}
		}
		m.places, m.mentions = append(m.places, best), append(m.mentions, mention)
	}
	slices.SortFunc(m.places, func(x, y notePlace) int { return x.order - y.order })
	slices.SortStableFunc(m.places, func(x, y notePlace) int { return x.paragraph - y.paragraph })
	return m
}

// aside puts the notes of an outermost block's paragraphs after it.
func (p *planner) aside(b *strings.Builder, own *ownNotes, day meta.Day, from, to int, spans []mark.Span, first met) {
	v := Notes{Paragraph: from, Open: first.places == nil} // an entry's page, or another: nothing long stands there
	if language, direction := p.tongue(own.doc); language != "" {
		v.Language = p.Config.Language
		if direction != "" {
			v.Direction = cmp.Or(p.Config.Direction(), "ltr")
		}
	}
	for n := from; n <= to; n++ {
		v.Own = own.behind(v.Own, n, spans)
		for _, x := range first.after(n) {
			v.Entries = append(v.Entries, template.HTML(p.note(x.profile, day)))
		}
	}
	if len(v.Own)+len(v.Entries) > 0 {
		p.write(b, "notes", &v)
	}
}

// within are the spans, sorted, that lie in a stretch of prose.
func within(spans []mark.Span, s source.Span) (in []mark.Span) {
	for _, m := range spans[before(len(spans), func(i int) bool { return spans[i].Start >= s.Start }):] {
		if m.Start > s.End {
			break
		}
		if m.End <= s.End {
			in = append(in, m)
		}
	}
	return in
}
