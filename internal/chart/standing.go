package chart

import (
	"math"
	"slices"
)

// Standing is a course with time downward: for a phone. Years stand on the left, then the
// rows as strips, then what is written out.
type Standing struct {
	Box
	From, To    int     // the days shown, both included
	Top, Bottom float64 // per cent of the height at which the first day begins and the last ends
	Left, Right float64 // X between which strips and lines are
	Ticks       []Tick  // the years or months: here Y1 is where the line is
	Lines       []Note  // the days that go through every strip
	Marks       []Note  // what happened, in time
	Bands       []Band  // the strips, group by group; their names have no place
}

// Note is a day beside the strips: where it is, and where it is written out.
type Note struct {
	X, Y               float64 // the mark
	Words              []Text  // its lines; none where it is only marked
	To, At             float64 // the place of its words, to which a line leads
	Title, Href, Class string  // what it says in full; where it leads, or ""; of its style
}

// Stand draws a course with time downward. Strips are no wider than Style.Bar, and
// narrower where there are many.
func Stand(c Course, style Style) Standing {
	st := style.filled()
	left := TextWidth("2000", st.Font) + st.Font*0.5
	strips := 0
	for _, g := range c.Groups {
		strips += len(g.Rows)
	}
	room := st.Width*0.45 - left
	gap := min(st.Font/2, room/float64(5*max(1, len(c.Groups))))
	pitch := min(st.Bar+1, (room-gap*float64(1+len(c.Groups)))/float64(max(1, strips)))
	thick := pitch * 0.85
	x := left + gap
	tall := c.tall(st)
	d := Standing{From: c.From, To: c.To, Left: round(left)}
	top := st.Font
	y := func(share float64) float64 { return round(top + share*tall) }
	for _, g := range c.Groups {
		b := Band{Class: g.Class, Y: round(top), Height: round(tall)}
		for _, l := range g.Rows {
			r := Row{Class: l.Class, Href: l.Href, ID: l.ID, Label: Text{Words: l.Label}}
			for _, p := range c.pieces(l) {
				w := thick / float64(p.all)
				bar := Bar{X: round(x + float64(p.lane)*w), Y: y(p.from), W: max(0.1, round(w*0.95)), Title: p.Title, Class: p.Class, Fades: p.fades}
				bar.H = round(max(leastBar, y(p.to)-bar.Y))
				r.Bars = append(r.Bars, bar)
			}
			b.Rows = append(b.Rows, r)
			x += pitch
		}
		d.Bands = append(d.Bands, b)
		x += gap
	}
	d.Right = round(x)
	flags := c.flags(st, math.Inf(1))
	notes, end := d.write(flags, y, st)
	d.Lines, d.Marks = notes[:len(notes)-len(c.events())], notes[len(notes)-len(c.events()):]
	for _, t := range (scale{c.From, c.To + 1, 0, tall}).ticks(st.Font, 0, 0) {
		at := round(top + t.X)
		d.Ticks = append(d.Ticks, Tick{X: d.Left, Y1: at, Y2: at, Label: Text{t.Label.Words, 0, round(at + st.Font*0.35), "start"}})
	}
	d.Box = box(st.Width, max(top+tall+st.Font/2, end))
	d.Top, d.Bottom = top/d.Height*percent, (top+tall)/d.Height*percent
	d.Top, d.Bottom = round(d.Top), round(d.Bottom)
	return d
}

// tall is how high the days stand: a year as high as a thumb, and room for all words.
func (c Course) tall(st Style) float64 {
	const thumb, least, most = 105.0, 420.0, 1400.0
	words := 0
	for _, p := range append(slices.Clone(c.Lines), c.Events...) {
		if p.Label != "" && c.shown(p) {
			words += 4
		}
	}
	years := float64(c.To-c.From) / 365
	return max(least, min(years*thumb, most), float64(words)*st.Font*1.2)
}

// write places words beside the strips, each as near to its day as those before allow, and
// none under the end while there is room above. end is where the last ends.
func (d *Standing) write(flags []Flag, y func(share float64) float64, st Style) (notes []Note, end float64) {
	left, leading := d.Right+st.Font*1.6, st.Font*1.2
	var order []int
	for i, f := range flags {
		n := Note{X: round(d.Right + st.Font*0.5), Y: y(f.X), Title: f.Title, Href: f.Href, Class: f.Class}
		if f.Label.Words != "" {
			for _, l := range lines(f.Label.Words, st.Font*bold, st.Width-left-st.Font/2) { // a handle lies at the edge
				n.Words = append(n.Words, Text{l, round(left), 0, "start"})
			}
			order = append(order, i)
		}
		notes = append(notes, n)
	}
	slices.SortStableFunc(order, func(a, b int) int { return int(notes[a].Y*10) - int(notes[b].Y*10) })
	tops := make([]float64, len(order))
	free := 0.0
	for k, i := range order {
		tops[k] = max(free, notes[i].Y-leading*0.6)
		free = tops[k] + float64(len(notes[i].Words))*leading + st.Font*0.5
	}
	limit := max(y(1)+st.Font, 0)
	for k := len(order) - 1; k >= 0; k-- { // back up from the end
		high := float64(len(notes[order[k]].Words)) * leading
		tops[k] = max(0, min(tops[k], limit-high))
		limit = tops[k] - st.Font*0.5
	}
	free = 0
	for k, i := range order {
		tops[k] = max(tops[k], free)
		n := &notes[i]
		for j := range n.Words {
			n.Words[j].Y = round(tops[k] + float64(j)*leading + st.Font)
		}
		n.To, n.At = round(left-st.Font*0.3), round(tops[k]+st.Font*0.65)
		free = tops[k] + float64(len(n.Words))*leading + st.Font*0.4
		end = max(end, free)
	}
	return notes, end
}
