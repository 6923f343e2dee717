package page

import (
	"strconv"
	"strings"

	"glossator/internal/catalogue"
	"glossator/internal/chart"
	"glossator/internal/meta"
	"glossator/internal/site"
)

// narrow and wide are the widths drawings are made for. A drawing is not scaled down:
// its words would be too small to read.
var (
	narrow = chart.Style{Width: 328, Font: 12, Bar: 8}
	wide   = chart.Style{Width: 1120, Font: 13, Bar: 9}
	lying  = chart.Style{Width: 560, Font: 12}
)

// reach is how many days a drawing shows at most on either side of the articles: a
// law of 1946 would leave them one point.
const reach = 4 * 365

func firstDay(d meta.Day) int { return chart.Day(d.First().Time()) }
func lastDay(d meta.Day) int  { return chart.Day(d.Last().Time()) }

// life is a row of the periods of an entry, or else of its roles.
func (p *planner) life(e *catalogue.Entry, label, href string) chart.Life {
	l := chart.Life{Label: label, Href: href, Class: class(e.Facet)}
	for _, q := range e.Periods {
		if q.Ended() {
			continue
		}
		s := p.stay(q.From, q.To, q.AsOf)
		s.Class, s.Title = statusClass(q.Status.Text), p.t(q.Status.Text)+p.t(": ")+s.Title
		l.Spans = append(l.Spans, s)
	}
	if len(e.Periods) > 0 {
		return l
	}
	for _, r := range e.Roles {
		if r.From == "" {
			continue
		}
		s := p.stay(r.From, r.To, r.AsOf)
		s.Title = r.Title + p.t(": ") + s.Title
		l.Spans = append(l.Spans, s)
	}
	return l
}

// stay is a stretch of days, drawn and written. What is open is drawn up to the day on
// which it was known.
func (p *planner) stay(from, to, asOf meta.Day) chart.Span {
	s := chart.Span{From: firstDay(from)}
	switch {
	case to != "":
		s.To, s.Title = lastDay(to), p.long(from)+" – "+p.long(to)
	case asOf != "":
		s.To, s.Title = max(s.From, lastDay(asOf)), p.long(from)+p.t(", ")+p.t("as of")+" "+p.long(asOf)
		s.Fade = s.To
	default:
		s.Open, s.Title = true, p.sinceDay(from)
	}
	return s
}

// statusClass is a period's status as a class.
func statusClass(status string) string { return strings.ReplaceAll(status, " ", "-") }

// entryChart draws when an entry was, and the articles that mention it; nil where
// nothing is dated.
func (p *planner) entryChart(e *site.Profile, all []stretch) *chart.Timeline {
	life := p.life(e.Entry, "", "")
	heads := p.heads()
	dated := make([]int, 0, len(e.Articles))
	from, to := 0, 0
	for _, i := range e.Articles {
		if heads[i].Day == nil {
			continue
		}
		day := heads[i].number
		if len(dated) == 0 || day < from {
			from = day
		}
		if len(dated) == 0 || day > to {
			to = day
		}
		dated = append(dated, i)
	}
	if len(dated) == 0 {
		return nil
	}
	points := p.points(dated, all, from, to)
	least, most := from-90, to+90
	for _, s := range life.Spans {
		least = min(least, s.From-30)
		if !s.Open {
			most = max(most, s.To+30)
		}
	}
	from, to = max(least, from-reach), min(most, to+reach)
	group := chart.Group{Class: "own", Points: points}
	if len(life.Spans) > 0 {
		group.Rows = []chart.Life{life}
	}
	d := chart.Draw([]chart.Group{group}, from, to, narrow)
	return &d
}

// mostPoints is how many points a reader can tell apart in a narrow drawing.
const mostPoints = 120

// points are the articles as points that lead to their evidence. Where there are very
// many, those that would lie on one another are joined.
func (p *planner) points(articles []int, all []stretch, from, to int) (points []chart.Point) {
	heads, width := p.heads(), 0
	if len(articles) > mostPoints {
		width = (to-from)/mostPoints + 1
	}
	points = make([]chart.Point, 0, min(len(articles), mostPoints+1))
	for n := 0; len(articles) > 0; articles = articles[n:] {
		i := articles[0]
		for i >= all[0].to {
			all = all[1:]
		}
		t := &heads[i]
		x := chart.Point{Day: t.number, Href: t.at, Title: t.Article.Text + p.t(", ") + t.Day.Text}
		if len(all) > 1 { // its evidence stands on another page
			x.Href = all[0].path[strings.LastIndexByte(all[0].path, '/')+1:] + x.Href
		}
		for n = 1; width > 0 && n < len(articles) && (heads[articles[n]].number-from)/width == (x.Day-from)/width; n++ {
		}
		if n > 1 {
			x.Title += " (+" + strconv.Itoa(n-1) + ")"
		}
		points = append(points, x)
	}
	return points
}

// bars draws a figure's series, and says it in words.
func (p *planner) bars(f site.Figure) (*chart.Series, string) {
	if len(f.Series) < 2 {
		return nil, ""
	}
	var values []chart.Value
	var says []string
	for _, b := range f.Series {
		n := p.number(b.Value)
		values = append(values, chart.Value{Label: b.Label, Words: n, Value: b.Value})
		says = append(says, b.Label+p.t(": ")+n)
	}
	s := chart.DrawSeries(values, narrow)
	return &s, strings.Join(says, p.t("; "))
}
