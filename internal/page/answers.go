package page

import (
	"slices"

	"glossator/internal/catalogue"
	"glossator/internal/site"
)

// answers are what the home page answers at once, where the site can.
func (p *planner) answers(v *Home) {
	over, on := p.mostAsked()
	if on != nil {
		c := p.cards[0][on.Index]
		v.Sample = &c
	}
	if over != nil {
		q := over.Entry.Periods[ending(over.Entry)]
		v.Over = &Over{Card: p.cards[0][over.Index], Since: p.sinceDay(q.From), Note: q.Note, Tongue: p.tongueOf(q.Tongue)}
	}
	for _, f := range p.Site.Figures {
		if f.Agrees.Text == "no" && len(v.Wrong) < mostWrong {
			v.Wrong = append(v.Wrong, Link{Text: f.Said, Href: "figures.html#" + f.ID, Note: f.What, Tongue: p.tongueOf(f.Tongue)})
		}
	}
	if p.hasTimeline() && p.hasPeriods() {
		all := p.daysAbout()
		for _, d := range all[max(0, len(all)-mostThrough):] {
			v.Days = append(v.Days, Link{Text: p.long(d), Href: dayPath(d)})
		}
	}
}

// mostWrong is how many wrong numbers the home page names.
const mostWrong = 3

// mostAsked are of the entries with periods the one that is over and the one of all of
// which most stories speak; nil where there is none.
func (p *planner) mostAsked() (over, on *site.Profile) {
	more := func(a, b *site.Profile) bool {
		return b == nil || a.Stories > b.Stories || a.Stories == b.Stories && a.Mentions > b.Mentions
	}
	for _, e := range p.Profiles {
		if len(e.Articles) == 0 || e.Note.Len() == 0 {
			continue
		}
		if len(e.Entry.Periods) > 0 && more(e, on) {
			on = e
		}
		if ending(e.Entry) >= 0 && more(e, over) {
			over = e
		}
	}
	return over, on
}

// ending is the period that says that something is over, where no other begins later; -1
// for none.
func ending(e *catalogue.Entry) int {
	last := -1
	for i, q := range e.Periods {
		if last < 0 || e.Periods[last].From.First() <= q.From.First() {
			last = i
		}
	}
	if last < 0 || !e.Periods[last].Ended() || slices.ContainsFunc(e.Periods, func(q catalogue.Period) bool { return q.To == "" && !q.Ended() }) {
		return -1
	}
	return last
}
