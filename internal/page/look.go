package page

import (
	"sync"
	"unicode/utf8"

	"glossator/internal/annotation"
	"glossator/internal/mark"
	"glossator/internal/meta"
	"glossator/internal/site"
)

// looks are how marks look, as the templates' parts make them. A site has tens of
// thousands of marks and some hundred looks.
type looks struct {
	mentions  [2][]*mark.Look // by depth, of each profile
	quotes    [2][]*mark.Look // of each profile that speaks, the same
	named     sync.Map        // of each other speaker's name: its *mark.Look
	days      sync.Map        // of each day that a text speaks of: its *dayLook
	figure    *mark.Look
	checked   []*mark.Look // of each of the Site's figures
	paragraph *mark.Look
	places    *mark.Look
}

const (
	wayFirst   = mark.Own << iota // of a mention: the entry's first in its section
	wayNoted                      // the entry's note stands on the page
	wayDamaged                    // a damaged name

	wayTold = mark.Own // of a date: its words tell the day in full
)

const (
	wayFragment = mark.Own << iota // of a quotation: its kind
	wayUnknown                     // nobody is known to have said it
	wayNamed                       // its sentence names who says it
)

// look makes the looks.
func (p *planner) look() {
	for depth := range p.cards {
		for i := range p.cards[depth] {
			p.looks.mentions[depth] = append(p.looks.mentions[depth], p.mentionLook(&p.cards[depth][i]))
			p.looks.quotes[depth] = append(p.looks.quotes[depth], p.newQuoteLook(p.cards[depth][i]))
		}
	}
	p.looks.figure = p.figureLook(nil)
	for i := range p.Site.Figures {
		p.looks.checked = append(p.looks.checked, p.figureLook(&p.Site.Figures[i]))
	}
	p.looks.paragraph = mark.NewLook(mark.InLink, func(w mark.Way) *mark.Around {
		return p.marked("mark-paragraph", &ParagraphMark{Mark: markIn(w), Number: slots[0]})
	})
	p.looks.places = mark.NewLook(mark.InLink, func(w mark.Way) *mark.Around {
		m := PlacesMark{markIn(w)}
		return p.marked("mark-places", &m)
	})
}

// markIn is a mark as a way tells.
func markIn(w mark.Way) Mark {
	return Mark{Again: w&mark.Again != 0, InLink: w&mark.InLink != 0, Words: hole}
}

// placedIn is a mark with an id of its own.
func placedIn(w mark.Way) Mark {
	m := markIn(w)
	if !m.Again {
		m.ID = slots[0]
	}
	return m
}

func (p *planner) mentionLook(c *Card) *mark.Look {
	return mark.NewLook(wayDamaged, func(w mark.Way) *mark.Around {
		m := MentionMark{Mark: placedIn(w), Entry: *c, First: w&wayFirst != 0, Noted: w&wayNoted != 0, Damaged: w&wayDamaged != 0}
		if !m.InLink {
			m.Href = c.Href
		}
		return p.marked("mark-mention", &m)
	})
}

// quoteLook is the look of a quotation's mark, and which way it is drawn.
func (p *planner) quoteLook(q *annotation.Quote, root string) (l *mark.Look, way mark.Way) {
	if q.Kind == "fragment" {
		way |= wayFragment
	}
	if q.Certainty == "unknown" {
		way |= wayUnknown
	}
	if e := p.Profile(q.Speaker); e != nil {
		return p.looks.quotes[len(root)/3][e.Index], way
	}
	if l, ok := p.looks.named.Load(q.Name); ok {
		return l.(*mark.Look), way
	}
	l = p.newQuoteLook(Card{Name: q.Name, Short: q.Name})
	p.looks.named.Store(q.Name, l)
	return l, way
}

// longestTag is how many letters a speaker's name may have to stand over the words that a
// phone's line begins with.
const longestTag = 24

func (p *planner) newQuoteLook(speaker Card) *mark.Look {
	return mark.NewLook(wayNamed, func(w mark.Way) *mark.Around {
		q := QuoteMark{Mark: placedIn(w), Speaker: speaker, Certainty: "certain", Kind: "direct", Named: w&wayNamed != 0}
		if q.ID != "" && !q.Named && utf8.RuneCountInString(speaker.Short) <= longestTag {
			q.Tag = speaker.Short
		}
		if w&wayUnknown != 0 {
			q.Certainty = "unknown"
		}
		if w&wayFragment != 0 {
			q.Kind = "fragment"
		}
		return p.marked("mark-quote", &q)
	})
}

// figureLook is the look of a number, and of one that is checked.
func (p *planner) figureLook(f *site.Figure) *mark.Look {
	return mark.NewLook(mark.InLink, func(w mark.Way) *mark.Around {
		m := FigureMark{Mark: markIn(w), Value: slots[0]}
		if f != nil {
			m.Row, m.Agrees, m.Check = f.ID, agrees(f), p.t(site.Verdict(f.Agrees.Text))
		}
		return p.marked("mark-figure", &m)
	})
}

// dayLook is the look of a day's marks, and how a reader writes the day.
type dayLook struct {
	says string
	look *mark.Look
}

func (p *planner) dayLook(day meta.Day) *dayLook {
	if l, ok := p.looks.days.Load(day); ok {
		return l.(*dayLook)
	}
	l := &dayLook{says: p.long(day)}
	l.look = mark.NewLook(wayTold, func(w mark.Way) *mark.Around {
		return p.marked("mark-date", &DateMark{markIn(w), Day{machineDay(day), l.says}, w&wayTold != 0})
	})
	p.looks.days.Store(day, l)
	return l
}
