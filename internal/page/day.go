package page

import (
	"sync"

	"glossator/internal/meta"
	"glossator/internal/site"
	"glossator/internal/source"
)

func dayPath(d meta.Day) string { return "days/" + string(d) + ".html" }

// dayPages plans a page for each day that articles are about, where there is a timeline that
// leads to them and rules that stood on them.
func (p *planner) dayPages() (all []Page) {
	if !p.hasTimeline() || !p.hasPeriods() {
		return nil
	}
	about := p.daysAbout()
	ruled := sync.OnceValue(p.ruled)
	at := map[meta.Day][]*site.Article{}
	for _, a := range p.Articles {
		d := a.Doc.Day()
		at[d] = append(at[d], a)
	}
	for i, d := range about {
		all = append(all, Page{
			Path: dayPath(d),
			Parts: func() Parts {
				parts := p.parts()
				texts := newSum()
				defer texts.release()
				texts.add(ruled())
				for _, j := range []int{i - 1, i, i + 1} {
					if j < 0 || j >= len(about) {
						continue
					}
					for _, a := range at[about[j]] {
						texts.add(p.lines[a.Index], uint64(a.Story))
						if j == i { // of the day's own all is shown that a list shows
							texts.add(p.texts[a.Index])
						}
					}
				}
				parts.Texts = []uint64{texts.key()}
				return parts
			},
			View: func() any { return p.dayView(about, i, at[d]) },
		})
	}
	return all
}

// hasPeriods tells whether any entry has.
func (p *planner) hasPeriods() bool {
	for _, e := range p.Profiles {
		if len(e.Entry.Periods) > 0 {
			return true
		}
	}
	return false
}

// ruled is the key of all rules and of the timeline.
func (p *planner) ruled() uint64 {
	all := newSum()
	defer all.release()
	for i, e := range p.Profiles {
		if len(e.Entry.Periods) > 0 {
			all.add(p.entries[i])
		}
	}
	all.add(p.allCards(), source.Key(p.events))
	return all.key()
}

func (p *planner) dayView(about []meta.Day, i int, articles []*site.Article) *DayPage {
	d := about[i]
	path := dayPath(d)
	v := &DayPage{Base: p.base(path, "day", p.t("In force that day")+p.t(": ")+p.long(d), p.titleOf(d)), Day: Day{string(d), p.long(d)}, Groups: p.stood("../", d, false)}
	v.Timeline = Link{Text: p.t("Timeline"), Href: "../timeline.html?on=" + string(d)}
	for _, a := range articles {
		v.Articles = append(v.Articles, p.line(a, "../"))
	}
	for n, e := range p.Site.Timeline {
		if e.Date.First() <= d && d <= e.Date.Last() && e.Date.Full() {
			x := p.eventAt("../", n, e)
			v.Events = append(v.Events, x)
		}
	}
	beside := func(j int) *Link {
		if j < 0 || j >= len(about) {
			return nil
		}
		return &Link{Text: p.long(about[j]), Href: string(about[j]) + ".html", Note: p.titleOf(about[j])}
	}
	v.Previous, v.Next = beside(i-1), beside(i+1)
	return v
}
