package chart

import (
	"strconv"
	"testing"
)

func TestStacks(t *testing.T) {
	number := func(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
	stacks := []Stack{
		{From: day("2020-11-01"), To: day("2020-11-30"), Parts: []float64{30, 60}},
		{From: day("2020-12-01"), To: day("2020-12-31")}, // not known
		{From: day("2021-01-01"), To: day("2021-01-31"), Parts: []float64{0, 45}},
	}
	d := DrawStacks(stacks, []int{day("2021-01-16"), day("2030-01-01")}, number, Style{Width: 300})
	if n := len(d.Columns); n != 3 || len(d.Columns[0].Bars) != 2 || len(d.Columns[1].Bars) != 0 || len(d.Columns[2].Bars) != 1 {
		t.Fatalf("%+v", d.Columns)
	}
	low, high := d.Columns[0].Bars[0], d.Columns[0].Bars[1]
	if low.Y != high.Y+high.H || high.H != 2*low.H || low.Class != "s1" || high.Class != "s2" {
		t.Errorf("parts do not lie on one another: %+v %+v", low, high)
	}
	if top := d.Lines[len(d.Lines)-1]; top.Label.Words != "100" || top.Y > high.Y || d.Lines[0].Y != low.Y+low.H {
		t.Errorf("the lines are not those of the numbers: %+v", d.Lines)
	}
	last := d.Columns[2].Bars[0]
	if len(d.Marks) != 1 || d.Marks[0].X <= last.X || d.Marks[0].X >= last.X+last.W || d.Marks[0].Label.Words != "1" {
		t.Errorf("a marked day stands in its month, one outside nowhere: %+v %+v", d.Marks, last)
	}
	if len(d.Ticks) != 2 || d.Ticks[1].X != last.X || d.Ticks[1].Label.Words != "2021" {
		t.Errorf("%+v", d.Ticks)
	}
	for _, c := range d.Columns {
		for _, b := range c.Bars {
			if b.X < d.Lines[0].X1 || b.X+b.W > d.Width || b.Y < 0 || b.Y+b.H > d.Height {
				t.Errorf("%+v lies outside of %s", b, d.ViewBox)
			}
		}
	}
	if e := DrawStacks(nil, nil, number, Style{}); e.Height == 0 || len(e.Columns) != 0 {
		t.Errorf("%+v", e)
	}
}

func TestStepsAreRound(t *testing.T) {
	for _, c := range []struct {
		most, step float64
		lines      int
	}{{0, 1, 1}, {1, 0.2, 5}, {7, 2, 4}, {90, 20, 5}, {269735, 50000, 6}, {999, 200, 5}, {101, 20, 6}} {
		step, lines := steps([]Stack{{Parts: []float64{c.most}}})
		if step != c.step || lines != c.lines {
			t.Errorf("%v: %d steps of %v", c.most, lines, step)
		}
	}
}
