package chart

import (
	"cmp"
	"math"
	"slices"
)

// Group is what is drawn in one band: rows of bars, and below them points.
type Group struct {
	Label  string
	Class  string
	Rows   []Life
	Points []Point
}

// Life is a row: one thing and the spans of time in which it was.
type Life struct {
	ID, Label, Href, Class string
	Spans                  []Span
}

// Span is a stretch of days, both ends included; an open one goes on to the edge. Fade is
// the day up to which one may be drawn that is not known to have ended on To; 0 for none.
type Span struct {
	From, To     int
	Fade         int
	Open         bool
	Title, Class string
}

// Point is something that happened on a day. Label may be empty; Title says it in
// full.
type Point struct {
	Day                       int
	Label, Title, Href, Class string
}

// Timeline is a drawing of groups over time.
type Timeline struct {
	Box
	From, To int    // the days shown
	Ticks    []Tick // the years or months
	Bands    []Band // from top to bottom
}

// Band is a group as it is drawn.
type Band struct {
	Class     string  // of its style
	Y, Height float64 // where it begins, and how high it is
	Label     Text    // its name; without Words where it has none
	Rows      []Row   // its bars
	Marks     []Mark  // its points, below them
}

// Row is a life as it is drawn: its name, and under it its bars.
type Row struct {
	ID, Class, Href string // of the entry; of its style; the page it leads to, or ""
	Label           Text   // its name
	Bars            []Bar  // one for each span
}

// Bar is a rectangle. Open ones may be drawn with a torn edge.
type Bar struct {
	X, Y, W, H   float64 // the rectangle
	Open         bool    // it goes on beyond the edge
	Fades        bool    // it is not known to have ended
	Title, Class string  // what it says when pointed at; of its style
}

// Mark is a point as it is drawn. Its label stands beside it.
type Mark struct {
	X, Y, R            float64 // the circle
	Label              Text    // without words where there was no room
	Title, Href, Class string  // what it says in full; where it leads, or ""; of its style
}

// leastBar is how wide a bar is at least, so that a single day is seen.
const leastBar = 3

// Draw lays groups out over the days from..to. Where both are 0 the days are those
// of the data. Spans are cut at the edges; points outside are left out.
func Draw(groups []Group, from, to int, style Style) Timeline {
	st := style.filled()
	if from == 0 && to == 0 {
		from, to = extent(groups)
	}
	sc := scale{from, to, st.Font, st.Width - 2*st.Font}
	t := Timeline{From: from, To: to}
	top := st.Font * 1.8
	y := top
	for _, g := range groups {
		b := band(g, sc, st, y)
		y += b.Height
		t.Bands = append(t.Bands, b)
	}
	t.Ticks = sc.ticks(st.Font, top, y)
	t.Box = box(st.Width, y+st.Font/2)
	return t
}

func extent(groups []Group) (from, to int) {
	some := false
	see := func(day int) {
		if !some {
			from, to, some = day, day, true
		}
		from, to = min(from, day), max(to, day)
	}
	for _, g := range groups {
		for _, r := range g.Rows {
			for _, s := range r.Spans {
				see(s.From)
				if !s.Open {
					see(s.To)
				}
			}
		}
		for _, p := range g.Points {
			see(p.Day)
		}
	}
	return from, to
}

func band(g Group, sc scale, st Style, y float64) Band {
	b := Band{Class: g.Class, Y: round(y)}
	bottom := y
	if g.Label != "" {
		b.Label = Text{g.Label, round(sc.left), round(bottom + st.Font*1.5), "start"}
		bottom += st.Font * 2
	}
	for _, l := range g.Rows {
		r, h := row(l, sc, st, bottom)
		b.Rows = append(b.Rows, r)
		bottom += h
	}
	marks, h := points(g.Points, sc, st, bottom)
	b.Marks = marks
	b.Height = round(bottom + h + st.Font - y)
	return b
}

// row sets a name and under it its bars. Spans that overlap get lanes of their own.
func row(l Life, sc scale, st Style, y float64) (Row, float64) {
	spans := slices.Clone(l.Spans)
	slices.SortStableFunc(spans, func(a, b Span) int { return cmp.Compare(a.From, b.From) })
	r := Row{Class: l.Class, Href: l.Href}
	barY := y + st.Font*1.4
	var ends []int     // the last day of each lane
	var edge []float64 // and how far it is drawn
	first := sc.left
	for _, s := range spans {
		if s.Open {
			s.To = max(s.From, sc.to)
		}
		if s.To < sc.from || s.From > sc.to {
			continue
		}
		lane := 0
		for lane < len(ends) && ends[lane] >= s.From {
			lane++
		}
		if lane == len(ends) {
			ends, edge = append(ends, 0), append(edge, 0)
		}
		x := max(sc.x(s.From), edge[lane])
		x = min(x, sc.left+sc.width-leastBar)
		end := max(sc.x(s.To+1), x+leastBar)
		ends[lane], edge[lane] = s.To, end
		if len(r.Bars) == 0 {
			first = x
		}
		r.Bars = append(r.Bars, Bar{round(x), round(barY + float64(lane)*(st.Bar+2)), round(round(end) - round(x)), st.Bar, s.Open, false, s.Title, s.Class})
	}
	r.Label = inside(l.Label, first, y+st.Font, sc, st)
	return r, st.Font*1.4 + float64(max(1, len(ends)))*(st.Bar+2) + st.Font*0.5
}

// inside places words so that they begin at x, or end at the edge where they would
// run over it.
func inside(words string, x, y float64, sc scale, st Style) Text {
	right := sc.left + sc.width
	if w := TextWidth(words, st.Font); x+w > right {
		if right-w < sc.left { // too long for any place
			return Text{words, round(sc.left), round(y), "start"}
		}
		return Text{words, round(right), round(y), "end"}
	}
	return Text{words, round(x), round(y), "start"}
}

// points places points with their labels on as few lanes as they need. Where a band
// has no lane left, a point loses its label, then shares the lane that ends first.
func points(all []Point, sc scale, st Style, y float64) ([]Mark, float64) {
	sorted := slices.Clone(all)
	slices.SortStableFunc(sorted, func(a, b Point) int { return cmp.Compare(a.Day, b.Day) })
	var marks []Mark
	var ends []float64
	// Every point has a square of two font sizes to itself, so that a finger finds it.
	r, gap, height := st.Font*0.4, st.Font*0.6, st.Font*2
	reach := st.Font - gap/2
	free := func(left float64) int {
		for i, e := range ends {
			if e+gap <= left {
				return i
			}
		}
		if len(ends) < st.Lanes {
			ends = append(ends, math.Inf(-1))
			return len(ends) - 1
		}
		return -1
	}
	for _, p := range sorted {
		if p.Day < sc.from || p.Day > sc.to {
			continue
		}
		x := sc.x(p.Day)
		m := Mark{X: round(x), R: round(r), Title: p.Title, Href: p.Href, Class: p.Class}
		left, right := x-reach, x+reach
		if p.Label != "" {
			m.Label = Text{Words: p.Label, X: round(x + r + gap/2), Anchor: "start"}
			if w := TextWidth(p.Label, st.Font); x+r+gap/2+w <= st.Width {
				right = max(right, x+r+gap/2+w)
			} else if x-r-gap/2-w >= 0 {
				m.Label.X, m.Label.Anchor = round(x-r-gap/2), "end"
				left = min(left, x-r-gap/2-w)
			} else {
				m.Label = Text{}
			}
		}
		lane := free(left)
		if lane < 0 {
			m.Label, left, right = Text{}, x-reach, x+reach
			if lane = free(left); lane < 0 {
				lane = slices.Index(ends, slices.Min(ends))
			}
		}
		ends[lane] = max(ends[lane], right)
		m.Y = round(y + height*(float64(lane)+0.5))
		if m.Label.Words != "" {
			m.Label.Y = round(m.Y + st.Font*0.35)
		}
		marks = append(marks, m)
	}
	return marks, height * float64(len(ends))
}
