package page

import (
	"slices"
	"strconv"
	"strings"

	"glossator/internal/chart"
	"glossator/internal/meta"
	"glossator/internal/site"
)

// exhibitsOf are the exhibits of a page.
func (p *planner) exhibitsOf(x *site.Page) (all []Exhibit) {
	for _, e := range x.Exhibits {
		all = append(all, p.exhibit(e))
	}
	return all
}

func (p *planner) exhibit(x *site.Exhibit) Exhibit {
	s := sourced{p, x}
	v := Exhibit{ID: s.at(""), Title: x.Title, Lead: x.Lead, Note: x.Note, Columns: x.Columns, Tongue: p.tongueOf(x.Tongue)}
	for i, c := range x.Citations {
		cited := p.cite(c, i+1)
		cited.ID = s.at("cite", i+1)
		v.Citations = append(v.Citations, cited)
	}
	for _, r := range x.Rows {
		row := Row{Name: r.Cells[0], Entries: p.cardsAt("", r.Entries), Cited: s.cited(r.Cited)}
		for i, words := range r.Cells[1:] {
			row.Cells = append(row.Cells, Detail{Label: x.Columns[i+1], Words: words})
		}
		v.Rows = append(v.Rows, row)
	}
	for i, t := range x.Terms {
		v.Terms = append(v.Terms, Term{s.at("term", i+1), t.Term, t.Text, t.Not, p.cardsAt("", t.Entries), s.cited(t.Cited)})
	}
	alphabet := p.Config.Alphabet()
	slices.SortStableFunc(v.Terms, func(a, b Term) int { return strings.Compare(alphabet.Key(a.Term), alphabet.Key(b.Term)) })
	for i := range x.Steps {
		v.Steps = append(v.Steps, s.step(i))
	}
	if len(x.Counts) > 0 {
		v.Chart = s.chart()
	}
	if len(x.Places) > 0 {
		v.Map = s.places()
	}
	return v
}

// places are where something happened, in words and on a map.
func (s sourced) places() *Places {
	v := &Places{}
	var spots, regions []chart.Spot
	for i, x := range s.Places {
		row := PlaceRow{ID: s.at("place", i+1), Name: x.Name, Text: x.Text, Entries: s.cardsAt("", x.Entries), Cited: s.cited(x.Cited)}
		for _, r := range x.Articles {
			row.Articles = append(row.Articles, *s.report(r))
		}
		v.Rows = append(v.Rows, row)
		short, _, _ := strings.Cut(x.Name, ",")
		spots = append(spots, chart.Spot{At: x.Point, Name: short})
	}
	for _, x := range s.Regions {
		regions = append(regions, chart.Spot{At: x.Point, Name: x.Name})
	}
	big, small := chart.DrawMap(s.Land.Areas, s.Land.Lines, spots, regions, wide), chart.DrawMap(s.Land.Areas, s.Land.Lines, spots, regions, narrow)
	v.Wide, v.Narrow = &big, &small
	return v
}

// report leads to an article; nil where there is none.
func (s sourced) report(r meta.Ref) *Link {
	a := s.planner.Article(r.ID)
	if a == nil {
		return nil
	}
	l := s.articleLink(a, "")
	return &l
}

// chart is what was counted, drawn and in numbers.
func (s sourced) chart() *Counts {
	v := &Counts{Series: s.Series, Unit: s.Unit}
	var stacks []chart.Stack
	for _, c := range s.Counts {
		row := CountRow{Day: *s.day(c.At), Note: c.Note, Cited: s.cited(c.Cited)}
		sum := 0.0
		for _, n := range c.Values {
			row.Values, sum = append(row.Values, s.number(n)), sum+n
		}
		if len(c.Values) > 0 {
			row.Total = s.number(sum)
		}
		v.Rows = append(v.Rows, row)
		stacks = append(stacks, chart.Stack{From: firstDay(c.At), To: lastDay(c.At), Parts: c.Values, Title: strings.TrimSuffix(row.Day.Text+s.planner.t(": ")+row.Total, s.planner.t(": "))})
	}
	var days []int
	for i, m := range s.Marks {
		mark := DayMark{Number: i + 1, Day: *s.day(m.Date), Title: m.Title, Article: s.report(m.Article)}
		v.Marks, days = append(v.Marks, mark), append(days, firstDay(m.Date))
	}
	big, small := chart.DrawStacks(stacks, days, s.number, wide), chart.DrawStacks(stacks, days, s.number, narrow)
	v.Wide, v.Narrow = &big, &small
	return v
}

// cardsAt are the cards of entries, as a page in the root shows them.
func (p *planner) cardsAt(root string, refs []meta.Ref) (all []Card) {
	for _, r := range refs {
		if x := p.Profile(r.ID); x != nil {
			all = append(all, p.card(root, x.Index))
		}
	}
	return all
}

// sourced is an exhibit whose parts lead to its citations.
type sourced struct {
	*planner
	*site.Exhibit
}

// at is the place of the exhibit or of a thing in it, whatever else is on the page: no name
// has a dot.
func (s sourced) at(what string, number ...int) string {
	id := "x." + s.Name
	if what != "" {
		id += "." + what
	}
	for _, n := range number {
		id += strconv.Itoa(n)
	}
	return id
}

func (s sourced) cited(refs []meta.Ref) (all []Citation) {
	for _, r := range refs {
		if i := s.Exhibit.Citation(r.ID); i >= 0 {
			c := s.planner.cite(s.Citations[i], i+1)
			c.ID = s.at("cite", i+1)
			all = append(all, c)
		}
	}
	return all
}

// step is a day of a path: how the rules stood on it is read from their periods, what came
// next from the timeline.
func (s sourced) step(i int) Step {
	x := s.Steps[i]
	v := Step{ID: s.at("day", i+1), Number: i + 1, Day: *s.day(x.Date), Title: x.Title, Text: x.Text, Article: s.report(x.Article), Cited: s.cited(x.Cited)}
	var profiles []int
	for _, r := range x.Rules {
		profiles = append(profiles, s.Profile(r.ID).Index)
	}
	for _, st := range s.RulesOn(x.Date, profiles) {
		v.Rules = append(v.Rules, s.ruleOn("", st))
	}
	for _, l := range x.Lots {
		v.Lots = append(v.Lots, Lot{l.Who, s.cardsAt("", l.Under), l.Text, l.Then, s.cited(l.Cited)})
	}
	for _, n := range s.Following(x) {
		e := s.Site.Timeline[n]
		v.After = append(v.After, Link{Text: e.Title, Href: "timeline.html#" + s.eventID(n), Note: s.long(e.Date), Tongue: s.tongueOf(e.Tongue)})
	}
	if i > 0 {
		v.Previous = s.stepLink(i - 1)
	}
	if i < len(s.Steps)-1 {
		v.Next = s.stepLink(i + 1)
	}
	return v
}

func (s sourced) stepLink(i int) *Link {
	return &Link{Text: s.Steps[i].Title, Href: "#" + s.at("day", i+1), Note: s.long(s.Steps[i].Date)}
}
