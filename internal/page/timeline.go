package page

import (
	"cmp"
	"slices"
	"strings"

	"glossator/internal/chart"
	"glossator/internal/meta"
	"glossator/internal/site"
)

// timeline plans timeline.html.
func (p *planner) timeline() Page {
	return p.whole("timeline.html", func() any {
		v := &Timeline{Base: p.base("timeline.html", "timeline", "Timeline", p.Config.Description)}
		for i, e := range p.Site.Timeline {
			y := e.Date.Year()
			if n := len(v.Years); n == 0 || v.Years[n-1].Year != y {
				v.Years = append(v.Years, Year{Year: y})
			}
			year := &v.Years[len(v.Years)-1]
			year.Events = append(year.Events, p.event(i, e))
		}
		p.moving(v)
		v.OEmbed, v.Embeds = p.oEmbed(timelineEmbed, ""), p.embeddable(timelineEmbed)
		return v
	})
}

// moving is what the day moves through: the drawings, and how each rule stood when.
func (p *planner) moving(v *Timeline) {
	through := p.through()
	day := p.shownFirst(through)
	v.Day = p.day(day)
	for _, t := range through {
		v.Meetings = append(v.Meetings, Meeting{Day: Day{string(t.day), p.long(t.day)}, Title: t.title, Href: t.href, Selected: t.day == day})
	}
	if about := p.daysAbout(); len(about) > mostThrough {
		for _, d := range about {
			v.Days = append(v.Days, Link{Text: p.long(d), Href: dayPath(d)})
		}
	}
	c := p.course(through, "")
	v.First, v.Last = string(dayOf(c.From)), string(dayOf(c.To))
	v.Groups = p.stood("", day, true)
	v.Order = p.t("January 2, 2006")
	for i, m := range months {
		if i > 0 {
			v.Months += "|"
		}
		v.Months += p.t(m)
	}
	for _, g := range c.Groups {
		v.Rules += len(g.Rows)
	}
	if v.Rules == 0 {
		return
	}
	v.Many = v.Rules > mostRows
	wide := chart.Lay(c, lying)
	c.Groups, v.Strips = p.mostTold(c.Groups, mostStrips)
	small := chart.Stand(c, narrow)
	v.Lying, v.Standing = &wide, &small
}

// through is a day that a drawing marks through every rule.
type through struct {
	day         meta.Day // a whole one
	title, href string
}

// mostThrough is how many days a drawing marks through every rule: beyond that a reader
// would see nothing but them.
const mostThrough = 12

// through are the days that articles are about, and others of which the timeline says so:
// whole ones, since of a month nobody knows which of its days is meant. Where they are too
// many it is those of the timeline.
func (p *planner) through() (all []through) {
	about := p.daysAbout()
	title := map[meta.Day]string{}
	for _, e := range p.Site.Timeline {
		if day := e.Date; e.Event && day.Full() && title[day] == "" {
			title[day] = e.Title
			if !slices.Contains(about, day) || len(about) > mostThrough {
				all = append(all, through{day: day, title: e.Title})
			}
		}
	}
	if len(about) <= mostThrough {
		for _, day := range about {
			all = append(all, through{day: day, title: cmp.Or(title[day], p.titleOf(day))})
		}
	}
	slices.SortStableFunc(all, func(a, b through) int { return cmp.Compare(a.day, b.day) })
	all = all[max(0, len(all)-mostThrough):]
	for i := range all {
		if slices.Contains(about, all[i].day) {
			all[i].href = dayPath(all[i].day)
		}
	}
	return all
}

// daysAbout are the days of the articles, in order.
func (p *planner) daysAbout() (all []meta.Day) {
	for _, a := range p.Articles {
		if d := a.Doc.Day(); d.Full() && (len(all) == 0 || all[len(all)-1] != d) {
			all = append(all, d)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// titleOf is the title of the first article of a day.
func (p *planner) titleOf(day meta.Day) string {
	for _, a := range p.Articles {
		if a.Doc.Day() == day {
			return a.Doc.Meta.Title
		}
	}
	return ""
}

// shownFirst is the day that is shown at first: the last one that articles are about, else
// the last that the timeline tells of.
func (p *planner) shownFirst(all []through) meta.Day {
	if n := len(all); n > 0 {
		return all[n-1].day
	}
	return p.Site.Timeline[len(p.Site.Timeline)-1].Date.First()
}

// course is what the drawings draw, for a page from which root leads to the site's; "" for
// the timeline's own.
func (p *planner) course(all []through, root string) chart.Course {
	var c chart.Course
	c.From, c.To = p.drawnDays(all)
	for _, t := range all {
		c.Lines = append(c.Lines, chart.Point{Day: chart.Day(t.day.Time()), Label: t.title, Title: p.long(t.day) + p.t(": ") + t.title, Href: rooted(root, t.href)})
	}
	events := "#"
	if root != "" {
		events = root + "timeline.html#"
	}
	written := p.writtenOut(c)
	for i, e := range p.Site.Timeline {
		if e.Event && slices.ContainsFunc(all, func(t through) bool { return t.day == e.Date }) {
			continue
		}
		x := chart.Point{Day: firstDay(e.Date), Title: p.long(e.Date) + p.t(": ") + e.Title, Href: events + p.eventID(i)}
		if written[i] {
			x.Label = e.Title
		}
		for _, r := range e.Entries {
			if about := p.Profile(r.ID); about != nil && x.Class == "" {
				x.Class = class(about.Entry.Facet)
			}
		}
		c.Events = append(c.Events, x)
	}
	for fi, f := range p.Catalogue.Facets {
		g := chart.Group{Label: f.Plural, Class: class(fi)}
		for _, e := range p.Profiles {
			if e.Entry.Facet == fi && len(e.Entry.Periods) > 0 {
				l := p.life(e.Entry, e.Entry.Name, root+e.Path)
				l.ID = e.Entry.ID
				g.Rows = append(g.Rows, fading(l, (c.To-c.From)/fadingPart))
			}
		}
		if len(g.Rows) > 0 {
			slices.SortStableFunc(g.Rows, func(a, b chart.Life) int { return begin(a) - begin(b) })
			c.Groups = append(c.Groups, g)
		}
	}
	return c
}

// rooted is an address from the site's root as a page has it; "" stays.
func rooted(root, href string) string {
	if href == "" {
		return ""
	}
	return root + href
}

// fadingPart is the part of a drawing over which a bar fades.
const fadingPart = 16

// fading lets the spans that are not known to have ended fade, up to the next one.
func fading(l chart.Life, days int) chart.Life {
	for i := range l.Spans {
		s := &l.Spans[i]
		if s.Fade == 0 {
			continue
		}
		s.Fade = s.To + days
		for _, o := range l.Spans {
			if o.From > s.To {
				s.Fade = min(s.Fade, o.From-1)
			}
		}
	}
	return l
}

// margin is how many days a drawing shows beyond what it has to.
const margin = 60

// drawnDays are the first and the last day drawn: those of the timeline, as far as they are
// near the days that go through.
func (p *planner) drawnDays(all []through) (from, to int) {
	from, to = 1<<30, -1<<30
	for _, e := range p.Site.Timeline {
		from, to = min(from, firstDay(e.Date)), max(to, lastDay(e.Date))
	}
	if n := len(all); n > 0 {
		first, last := chart.Day(all[0].day.Time()), chart.Day(all[n-1].day.Time())
		from, to = min(max(from, first-reach), first), max(min(to, last+reach), last)
	}
	return from - margin, to + margin
}

// mostWritten is how many events a drawing writes out besides its lines.
const mostWritten = 8

// writtenOut are the events that a drawing writes out: those that the author chose, else
// those whose entries most stories speak of, and not two of one time.
func (p *planner) writtenOut(c chart.Course) map[int]bool {
	all := map[int]bool{}
	var order []int
	chosen := slices.ContainsFunc(p.Site.Timeline, func(e site.Event) bool { return e.Written })
	for i, e := range p.Site.Timeline {
		day := firstDay(e.Date)
		switch {
		case e.Event || day < c.From || day > c.To:
		case chosen && e.Written:
			all[i] = true
		case !chosen:
			order = append(order, i)
		}
	}
	weight := func(i int) (sum int) {
		for _, r := range p.Site.Timeline[i].Entries {
			if about := p.Profile(r.ID); about != nil {
				sum += about.Stories
			}
		}
		return sum
	}
	slices.SortStableFunc(order, func(a, b int) int { return weight(b) - weight(a) })
	near := (c.To - c.From) / (2 * mostWritten)
	for _, i := range order {
		day := firstDay(p.Site.Timeline[i].Date)
		lone := true
		for j := range all {
			lone = lone && abs(firstDay(p.Site.Timeline[j].Date)-day) > near
		}
		if lone && len(all) < mostWritten {
			all[i] = true
		}
	}
	return all
}

func abs(n int) int { return max(n, -n) }

// mostRows is how many rules a reader can look over at once.
const mostRows = 80

// mostStrips is how many rules a drawing on a phone has room for.
const mostStrips = 24

// mostTold leaves of the rows those that most stories speak of, at most so many.
func (p *planner) mostTold(groups []chart.Group, most int) (kept []chart.Group, n int) {
	var told []int
	stories := func(l chart.Life) int { return p.Profile(l.ID).Stories*1000 + min(999, p.Profile(l.ID).Mentions) }
	for _, g := range groups {
		for _, l := range g.Rows {
			told = append(told, stories(l))
		}
	}
	slices.Sort(told)
	least := 0
	if len(told) > most {
		least = told[len(told)-most]
	}
	for _, g := range groups {
		rows := g.Rows
		g.Rows = nil
		for _, l := range rows {
			if stories(l) >= least && n < most {
				g.Rows = append(g.Rows, l)
				n++
			}
		}
		if len(g.Rows) > 0 {
			kept = append(kept, g)
		}
	}
	return kept, n
}

// stood is how the rules stood on a day, by how they did; with always also on every other
// day, for a script to show.
func (p *planner) stood(root string, day meta.Day, always bool) (all []StoodGroup) {
	all = []StoodGroup{{Word: p.t("in force")}, {Word: p.t("blocked or suspended")}, {Word: p.t("proposed or claimed")}, {Word: p.t("not known past an earlier day"), Known: true}}
	for _, e := range p.Profiles {
		for _, s := range p.Stretches(e.Index) {
			g := standing(s.Word)
			on := s.Holds(day)
			if g < 0 || !on && !always {
				continue
			}
			rule := p.ruleOn(root, s.State)
			all[g].Rules = append(all[g].Rules, Stood{Rule: rule, First: string(s.From), Last: string(s.To), On: on, Plain: s.Word == "in force"})
			if on {
				all[g].Count++
			}
		}
	}
	return slices.DeleteFunc(all, func(g StoodGroup) bool { return len(g.Rules) == 0 })
}

// standing is the group of those that stood in a way; -1 for what was not on.
func standing(word string) int {
	switch {
	case word == "not yet" || word == "no longer":
		return -1
	case strings.HasPrefix(word, site.LastKnown):
		return 3
	case word == "in force":
		return 0
	case word == "blocked" || word == "suspended":
		return 1
	}
	return 2
}

// dayOf is the day of a number.
func dayOf(n int) meta.Day { return meta.DayOf(1970, 1, 1).Add(n) }

// begin is the first day of a life.
func begin(l chart.Life) int {
	first := 1 << 30
	for _, s := range l.Spans {
		first = min(first, s.From)
	}
	return first
}
