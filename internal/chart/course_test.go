package chart

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// harbor is a course with what can be met: a rule that ended, one that is last known of on
// a day, one that goes on, two at once, and one that was over before.
var harbor = Course{
	From: day("2020-01-01"), To: day("2023-12-31"),
	Groups: []Group{{Label: "Rules", Class: "f2", Rows: []Life{
		{ID: "ban", Label: "Night Ban", Spans: []Span{{From: day("2021-01-01"), To: day("2021-12-31"), Title: "in force"}}},
		{ID: "fee", Label: "Quay fee", Spans: []Span{{From: day("2022-01-01"), To: day("2022-06-30"), Fade: day("2022-12-31")}}},
		{ID: "old", Label: "Old order", Spans: []Span{{From: day("2012-01-01"), To: day("2013-01-01")}}},
		{ID: "two", Label: "Two at once", Spans: []Span{{From: day("2020-01-01"), Open: true}, {From: day("2021-01-01"), To: day("2021-06-01")}}},
		{ID: "next", Label: "One after the other", Spans: []Span{{From: day("2020-02-01"), To: day("2020-03-01")}, {From: day("2020-03-01"), To: day("2020-04-01")}}},
	}}},
	Lines:  []Point{{Day: day("2022-03-10"), Label: "The council meets"}},
	Events: []Point{{Day: day("2021-01-01"), Label: "The ban begins"}, {Day: day("2021-07-01")}, {Day: day("2031-01-01"), Label: "far off"}},
}

func TestLying(t *testing.T) {
	d := Lay(harbor, Style{Width: 600})
	rows := d.Bands[0].Rows
	if ban := rows[0].Bars; len(ban) != 1 || ban[0].X != 25.05 || ban[0].W != 24.98 || ban[0].Fades {
		t.Errorf("a year of four is a quarter of the width: %+v", ban)
	}
	if fee := rows[1].Bars; len(fee) != 2 || fee[0].Fades || !fee[1].Fades || fee[1].X < fee[0].X+fee[0].W-.02 {
		t.Errorf("what is known is solid, then it fades: %+v", fee)
	}
	if len(rows[2].Bars) != 0 {
		t.Errorf("over before the drawing begins: %+v", rows[2].Bars)
	}
	if two := rows[3].Bars; len(two) != 2 || two[0].Y+two[0].H > two[1].Y || two[0].X+two[0].W != 100 {
		t.Errorf("two at once lie beside one another: %+v", two)
	}
	if next := rows[4].Bars; len(next) != 2 || next[0].Y != next[1].Y {
		t.Errorf("one that begins when another ends lies in its lane: %+v", next)
	}
	if len(d.Lines) != 1 || len(d.Marks) != 2 || d.Marks[0].Label.Words == "" || d.Marks[1].Label.Words != "" {
		t.Errorf("%+v %+v", d.Lines, d.Marks)
	}
}

func TestStanding(t *testing.T) {
	d := Stand(harbor, Style{Width: 328, Bar: 8})
	rows := d.Bands[0].Rows
	fee := rows[1].Bars
	if len(fee) != 2 || fee[0].Y+fee[0].H > fee[1].Y+.2 || !fee[1].Fades || fee[0].X != fee[1].X {
		t.Errorf("time runs down: %+v", fee)
	}
	for i := 1; i < len(rows); i++ {
		if len(rows[i].Bars) > 0 && len(rows[i-1].Bars) > 0 && rows[i].Bars[0].X < rows[i-1].Bars[0].X+rows[i-1].Bars[0].W {
			t.Errorf("strips lie on one another: %+v %+v", rows[i-1], rows[i])
		}
	}
	first := rows[3].Bars[0]
	if y := d.Top / 100 * d.Height; first.Y < y-.5 || first.Y > y+.5 {
		t.Errorf("Top is where the first day begins: %v, %v", y, first.Y)
	}
	if y := d.Bottom / 100 * d.Height; first.Y+first.H < y-1 || first.Y+first.H > y+1 {
		t.Errorf("Bottom is where the last day ends: %v, %v", y, first.Y+first.H)
	}
}

// TestWordsOfACourseAreFree: no words lie on others, and none outside, whatever happened
// when.
func TestWordsOfACourseAreFree(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	some := func(n int) (all []Point) {
		for range rnd.IntN(n) {
			all = append(all, Point{Day: 18000 + rnd.IntN(2000), Label: strings.TrimSpace(strings.Repeat("Word ", 1+rnd.IntN(6)))})
		}
		return all
	}
	for range 300 {
		c := Course{From: 18000, To: 20000, Lines: some(6), Events: some(9)}
		for range rnd.IntN(30) {
			c.Groups = append(c.Groups, Group{Rows: []Life{{Spans: []Span{{From: 18000 + rnd.IntN(900), To: 19000}}}}})
		}
		st := Style{Width: 560}.filled()
		l := Lay(c, st)
		var words []rect
		for _, f := range slices.Concat(l.Lines, l.Marks) {
			x := f.Label
			x.X *= st.Width / 100
			words = append(words, textRect(x, st.Font))
		}
		apart(t, words, st.Width, l.Head)
		s := Stand(c, narrowStyle)
		words = nil
		for _, n := range slices.Concat(s.Lines, s.Marks) {
			for _, w := range n.Words {
				words = append(words, textRect(w, narrowStyle.Font))
			}
		}
		apart(t, words, s.Width, s.Height)
		if s.Right > s.Width*.6 {
			t.Errorf("strips reach to %v of %v", s.Right, s.Width)
		}
		if t.Failed() {
			return
		}
	}
}

var narrowStyle = Style{Width: 328, Font: 12, Bar: 8}

func apart(t *testing.T, words []rect, width, height float64) {
	t.Helper()
	const rounding = 0.8
	for i, a := range words {
		if a.x1 < -rounding || a.x2 > width+rounding || a.y1 < -rounding || a.y2 > height+rounding {
			t.Errorf("%+v is outside %v × %v", a, width, height)
		}
		for _, b := range words[:i] {
			if a.x1+rounding < b.x2 && b.x1+rounding < a.x2 && a.y1+rounding < b.y2 && b.y1+rounding < a.y2 {
				t.Errorf("%+v lies over %+v", a, b)
			}
		}
	}
}
