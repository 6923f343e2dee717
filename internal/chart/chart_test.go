package chart

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
)

func day(s string) int {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err)
	}
	return Day(t)
}

var example = []Group{
	{Label: "Rules", Class: "rule", Rows: []Life{
		{Label: "Night Ban", Href: "rules/night-ban.html", Spans: []Span{
			{From: day("2020-03-20"), To: day("2021-01-31"), Title: "in force"},
			{From: day("2021-12-06"), Open: true, Title: "again"},
			{From: day("2020-06-01"), To: day("2020-06-01"), Title: "blocked for a day"}}},
		{Label: "Something very late with a long name", Spans: []Span{{From: day("2023-12-01"), To: day("2023-12-02")}}},
	}},
	{Label: "Events", Points: []Point{
		{Day: day("2021-03-01"), Label: "A call", Href: "a.html"},
		{Day: day("2021-03-02"), Label: "Another call"},
		{Day: day("2023-12-30"), Label: "The last one"},
		{Day: day("2022-01-01")},
	}},
}

func TestTimelineGolden(t *testing.T) {
	d := Draw(example, day("2020-01-01"), day("2024-01-01"), Style{Width: 360})
	var b strings.Builder
	fmt.Fprintln(&b, d.ViewBox)
	for _, k := range d.Ticks {
		fmt.Fprintln(&b, "tick", k.X, k.Y1, k.Y2, k.Label)
	}
	for _, band := range d.Bands {
		fmt.Fprintln(&b, "band", band.Y, band.Height, band.Label)
		for _, r := range band.Rows {
			fmt.Fprintln(&b, " row", r.Label)
			for _, x := range r.Bars {
				fmt.Fprintln(&b, "  bar", x.X, x.Y, x.W, x.H, x.Open, x.Title)
			}
		}
		for _, m := range band.Marks {
			fmt.Fprintln(&b, " mark", m.X, m.Y, m.R, m.Label)
		}
	}
	if got := b.String(); got != golden {
		t.Errorf("got\n%s\nwant\n%s", got, golden)
	}
}

const golden = `0 0 360 230
tick 12 21.6 223.2 {2020 13.9 16.8 middle}
tick 96.2 21.6 223.2 {2021 96.2 16.8 middle}
tick 180.1 21.6 223.2 {2022 180.1 16.8 middle}
tick 264.1 21.6 223.2 {2023 264.1 16.8 middle}
tick 348 21.6 223.2 {2024 334.1 16.8 middle}
band 21.6 117.6 {Rules 12 39.6 start}
 row {Night Ban 30.2 57.6 start}
  bar 30.2 62.4 73.1 10 false in force
  bar 47 74.4 3 10 false blocked for a day
  bar 174.1 62.4 173.9 10 true again
 row {Something very late with a long name 348 104.4 end}
  bar 340.9 109.2 3 10 false 
band 139.2 84 {Events 12 157.2 start}
 mark 109.7 175.2 4.8 {A call 118.1 179.4 start}
 mark 110 199.2 4.8 {Another call 118.4 203.4 start}
 mark 180.1 175.2 4.8 { 0 0 }
 mark 347.5 175.2 4.8 {The last one 339.1 179.4 end}
`

func TestNothingOverlaps(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		g := Group{Label: "x"}
		for range rnd.IntN(30) {
			g.Points = append(g.Points, Point{Day: 18000 + rnd.IntN(3000), Label: strings.Repeat("Word ", rnd.IntN(6))})
		}
		for range rnd.IntN(8) {
			l := Life{Label: strings.Repeat("Name ", rnd.IntN(5))}
			for range rnd.IntN(4) {
				from := 17000 + rnd.IntN(5000)
				l.Spans = append(l.Spans, Span{From: from, To: from + rnd.IntN(900), Open: rnd.IntN(4) == 0})
			}
			g.Rows = append(g.Rows, l)
		}
		style := Style{Width: float64(320 + rnd.IntN(900))}.filled()
		d := Draw([]Group{g, g}, 17500, 21500, style)
		free(t, d, style)
		if t.Failed() {
			return
		}
	}
}

type rect struct {
	what           string
	x1, y1, x2, y2 float64
}

func textRect(x Text, font float64) rect {
	return rect{x.Words, x.left(font), x.Y - font*0.8, x.right(font), x.Y + font*0.2}
}

func free(t *testing.T, d Timeline, st Style) {
	t.Helper()
	var all []rect
	add := func(r rect) {
		if r.x2 > r.x1 {
			all = append(all, r)
		}
	}
	for _, b := range d.Bands {
		add(textRect(b.Label, st.Font))
		for _, r := range b.Rows {
			add(textRect(r.Label, st.Font))
			for _, x := range r.Bars {
				add(rect{"bar", x.X, x.Y, x.X + x.W, x.Y + x.H})
			}
		}
		for _, m := range b.Marks {
			add(rect{"mark", m.X - m.R, m.Y - m.R, m.X + m.R, m.Y + m.R})
			add(textRect(m.Label, st.Font))
		}
	}
	for _, k := range d.Ticks {
		add(textRect(k.Label, st.Font))
	}
	const rounding = 0.21
	for i, a := range all {
		if a.x1 < -rounding || a.x2 > d.Width+rounding || a.y1 < 0 || a.y2 > d.Height {
			t.Errorf("%+v is outside %s", a, d.ViewBox)
		}
		for _, b := range all[:i] {
			if a.x1+rounding < b.x2 && b.x1+rounding < a.x2 && a.y1+rounding < b.y2 && b.y1+rounding < a.y2 {
				t.Errorf("%+v lies over %+v", a, b)
			}
		}
	}
}

func TestTimeRunsToTheRight(t *testing.T) {
	g := Group{}
	for d := 18000; d < 20000; d += 7 {
		g.Points = append(g.Points, Point{Day: d})
	}
	last := math.Inf(-1)
	for _, m := range Draw([]Group{g}, 0, 0, Style{}).Bands[0].Marks {
		if m.X < last {
			t.Fatalf("%v after %v", m.X, last)
		}
		last = m.X
	}
}

func TestTicks(t *testing.T) {
	for _, c := range []struct {
		from, to string
		width    float64
		want     string
	}{
		{"2020-06-01", "2024-02-01", 720, "2021 2022 2023 2024"},
		{"1990-01-01", "2024-02-01", 360, "1990 1995 2000 2005 2010 2015 2020"},
		{"2021-01-15", "2021-07-15", 720, "2021-02 2021-03 2021-04 2021-05 2021-06 2021-07"},
		{"2021-02-03", "2021-02-03", 720, ""},
	} {
		var got []string
		for _, k := range (scale{day(c.from), day(c.to), 12, c.width - 24}).ticks(12, 20, 100) {
			got = append(got, k.Label.Words)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s to %s: %v", c.from, c.to, got)
		}
	}
}

func TestDaysBeforeTheEpoch(t *testing.T) {
	if d := day("1969-12-31"); d != -1 {
		t.Error(d)
	}
}

func TestManyPointsStayInTheirLanes(t *testing.T) {
	var g Group
	for i := range 5000 {
		g.Points = append(g.Points, Point{Day: 18000 + i%50, Label: "An article"})
	}
	d := Draw([]Group{g}, 0, 0, Style{Lanes: 5})
	if d.Height > 400 || len(d.Bands[0].Marks) != 5000 {
		t.Errorf("%s, %d marks", d.ViewBox, len(d.Bands[0].Marks))
	}
}

func TestSeries(t *testing.T) {
	s := DrawSeries([]Value{{Label: "Dec 2020", Words: "206", Value: 206}, {Label: "Dec 2021", Words: "24,819", Value: 24819}, {Label: "none", Words: "0"}}, Style{Width: 300})
	var widths []float64
	for _, b := range s.Bars {
		widths = append(widths, b.W)
		if b.Label.right(12) > b.X || b.X+b.W > b.Words.left(12) || b.Words.right(12) > s.Width+0.1 {
			t.Errorf("%+v", b)
		}
	}
	if !slices.Equal(widths, []float64{1.6, 195.1, 0}) || s.Zero != s.Bars[0].X {
		t.Error(widths, s.Zero)
	}
	down := DrawSeries([]Value{{Words: "-5", Value: -5}, {Words: "5", Value: 5}}, Style{Width: 300})
	if a, b := down.Bars[0], down.Bars[1]; a.W != b.W || a.X+a.W != down.Zero || b.X != down.Zero || a.Words.left(12) < 0 {
		t.Errorf("%+v", down)
	}
	if e := DrawSeries(nil, Style{}); e.ViewBox != "0 0 720 0" {
		t.Error(e.ViewBox)
	}
}
