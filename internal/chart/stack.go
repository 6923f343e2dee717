package chart

import (
	"math"
	"strconv"
)

// Stack is what is counted in one stretch of time, in parts that lie on one another. One
// without parts is not known, and leaves a gap.
type Stack struct {
	From, To int // its first and last day
	Parts    []float64
	Title    string
}

// Stacks is a drawing of stacks side by side, over time.
type Stacks struct {
	Box
	Lines   []Line     // across, at round numbers
	Columns []Column   // one for each stack
	Ticks   []Tick     // where years begin
	Marks   []FlagMark // the marked days
}

// Line is a line across the drawing, and the number it stands for.
type Line struct {
	X1, X2, Y float64 // the line
	Label     Text    // the number
}

// Column is a stack as it is drawn.
type Column struct {
	Bars  []Bar  // its parts, the first at the bottom; none where nothing is known
	Title string // the stretch, and what was counted in it
}

// FlagMark is a marked day: a line from top to bottom with its number above.
type FlagMark struct {
	X, Y1, Y2 float64 // the line
	Label     Text    // the mark's number, from 1
}

// most and least height of what is drawn, without the words around it.
const (
	lowest  = 180
	highest = 320
)

// DrawStacks draws stacks in their order, each as wide as the others, and marks days. number
// writes a number as it is read.
func DrawStacks(stacks []Stack, marks []int, number func(float64) string, style Style) Stacks {
	st := style.filled()
	step, lines := steps(stacks)
	left := 0.0
	for i := range lines + 1 {
		left = max(left, TextWidth(number(float64(i)*step), st.Font))
	}
	left += st.Font * 0.5
	f := field{left: left, width: st.Width - left, top: st.Font * 1.8, height: max(lowest, min(highest, st.Width*0.4)), full: float64(lines) * step, font: st.Font}
	d := Stacks{Box: box(st.Width, f.top+f.height+st.Font*1.8)}
	for i := range lines + 1 {
		y := f.y(float64(i) * step)
		d.Lines = append(d.Lines, Line{round(left), round(st.Width), round(y), Text{number(float64(i) * step), round(left - st.Font*0.5), round(y + st.Font*0.35), "end"}})
	}
	f.slot = f.width / float64(max(1, len(stacks)))
	for i, s := range stacks {
		d.Columns = append(d.Columns, f.column(i, s))
	}
	d.Ticks = f.years(stacks)
	for i, day := range marks {
		if x, ok := f.x(stacks, day); ok {
			label := strconv.Itoa(i + 1)
			half := TextWidth(label, st.Font) / 2
			at := max(half, min(x, st.Width-half))
			d.Marks = append(d.Marks, FlagMark{round(x), round(f.top), round(f.top + f.height), Text{label, round(at), round(f.top - st.Font*0.5), "middle"}})
		}
	}
	return d
}

// field is where stacks are drawn.
type field struct {
	left, width, top, height float64
	full                     float64 // the number at the top
	slot                     float64 // the width that a stack has
	font                     float64
}

func (f field) y(v float64) float64 {
	if f.full == 0 {
		return f.top + f.height
	}
	return f.top + f.height*(1-v/f.full)
}

func (f field) column(i int, s Stack) Column {
	c := Column{Title: s.Title}
	x, sum := f.left+f.slot*float64(i), 0.0
	for n, v := range s.Parts {
		top := f.y(sum + v)
		if v > 0 {
			c.Bars = append(c.Bars, Bar{X: round(x), Y: round(top), W: round(max(1, f.slot*0.82)), H: round(f.y(sum) - top), Class: "s" + strconv.Itoa(n%parts+1)})
		}
		sum += v
	}
	return c
}

// parts is how many parts have looks of their own.
const parts = 4

// x is the place of a day in the stack that has it.
func (f field) x(stacks []Stack, day int) (float64, bool) {
	for i, s := range stacks {
		if s.From <= day && day <= s.To {
			return f.left + f.slot*(float64(i)+float64(day-s.From)/float64(s.To-s.From+1)), true
		}
	}
	return 0, false
}

// years marks the first stack of each year, as close as their labels allow.
func (f field) years(stacks []Stack) (all []Tick) {
	free, bottom := 0.0, f.top+f.height
	for i, s := range stacks {
		year := civil(s.From).Year()
		if i > 0 && civil(stacks[i-1].From).Year() == year {
			continue
		}
		x, label := f.left+f.slot*float64(i), strconv.Itoa(year)
		end := x + TextWidth(label, f.font)
		if x < free || end > f.left+f.width {
			continue
		}
		all = append(all, Tick{round(x), round(bottom), round(bottom + f.font*0.4), Text{label, round(x), round(bottom + f.font*1.5), "start"}})
		free = end + f.font*0.5
	}
	return all
}

// steps are how far apart lines across stand, and how many it takes to reach above all
// stacks: three to six, at round numbers.
func steps(stacks []Stack) (step float64, lines int) {
	most := 0.0
	for _, s := range stacks {
		sum := 0.0
		for _, v := range s.Parts {
			sum += v
		}
		most = max(most, sum)
	}
	if most == 0 {
		return 1, 1
	}
	unit := math.Pow(10, math.Floor(math.Log10(most)))
	for _, step = range []float64{0.2 * unit, 0.25 * unit, 0.5 * unit, unit, 2 * unit} {
		if most <= 6*step {
			break
		}
	}
	return step, int(math.Ceil(most / step))
}
