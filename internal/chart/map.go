package chart

import (
	"math"
	"strconv"
	"strings"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/clip"
	"github.com/paulmach/orb/project"
	"github.com/paulmach/orb/simplify"
)

// Spot is a place on a map: longitude and latitude in degrees, and its name.
type Spot struct {
	At   orb.Point
	Name string
}

// Map is a drawing of places on their land, in Mercator's projection: north is up, and
// small things have their shape.
type Map struct {
	Box
	Land    string    // path data of areas
	Lines   string    // path data of other lines
	Spots   []MapSpot // the places, in the order given
	Regions []Text    // names of countries and seas, where there is room for them
}

// MapSpot is a place as it is drawn: a dot, and a label with its number and, where there is
// room, its name.
type MapSpot struct {
	X, Y   float64 // the dot
	Label  Text    // "3 Laredo", or "3"
	X2, Y2 float64 // where a line leads from the dot to a label that had to stand off; 0 for none
	Title  string  // the name
}

// margin is how much of the drawing lies around the places, on each side: names need room.
const margin = 0.13

// leastSpan is how wide a map is at least, in degrees: one place is shown in its country.
const leastSpan = 2

// flattest and tallest are the heights that a map may have, for a width of 1.
const (
	flattest = 0.42
	tallest  = 1.3
)

// DrawMap draws places, numbered from 1, on their land. A narrow map is as tall as it needs
// to be; a wide one, at most as tall as a screen shows.
func DrawMap(areas []orb.Ring, lines []orb.LineString, spots, regions []Spot, style Style) Map {
	st := style.filled()
	if len(spots) == 0 {
		return Map{}
	}
	m := newMapping(spots, st)
	d := Map{Box: box(st.Width, m.height), Land: m.areas(areas), Lines: m.lines(lines)}
	room := &room{width: st.Width, height: m.height, font: st.Font}
	for _, s := range spots {
		x, y := m.at(s.At)
		room.take(ground{x - dot, y - dot, x + dot, y + dot})
	}
	for i, s := range spots {
		d.Spots = append(d.Spots, room.label(m, s, strconv.Itoa(i+1)))
	}
	for _, r := range regions {
		x, y := m.at(r.At)
		half := TextWidth(r.Name, st.Font) * 0.58 // set wide
		if room.free(ground{x - half, y - st.Font, x + half, y + st.Font*0.3}) {
			d.Regions = append(d.Regions, Text{r.Name, round(x), round(y), "middle"})
		}
	}
	return d
}

// mapping is how degrees come to be places in a drawing.
type mapping struct {
	bound  orb.Bound // what is shown, projected
	scale  float64
	height float64
}

func newMapping(spots []Spot, st Style) *mapping {
	var points orb.MultiPoint
	for _, s := range spots {
		points = append(points, s.At)
	}
	degrees := points.Bound()
	if w := degrees.Max[0] - degrees.Min[0]; w < leastSpan {
		degrees.Min[0], degrees.Max[0] = degrees.Min[0]-(leastSpan-w)/2, degrees.Max[0]+(leastSpan-w)/2
	}
	b := orb.Bound{Min: project.WGS84.ToMercator(degrees.Min), Max: project.WGS84.ToMercator(degrees.Max)}
	w, h := b.Max[0]-b.Min[0], b.Max[1]-b.Min[1]
	pad := math.Max(w, h) * margin
	b.Min, b.Max = orb.Point{b.Min[0] - pad, b.Min[1] - pad}, orb.Point{b.Max[0] + pad, b.Max[1] + pad}
	w, h = w+2*pad, h+2*pad
	most := tallest
	if st.Width > 2*narrowest {
		most = 0.62
	}
	if want := w * flattest; h < want {
		b.Min[1], b.Max[1] = b.Min[1]-(want-h)/2, b.Max[1]+(want-h)/2
		h = want
	}
	if want := h / most; w < want {
		b.Min[0], b.Max[0] = b.Min[0]-(want-w)/2, b.Max[0]+(want-w)/2
		w = want
	}
	return &mapping{bound: b, scale: st.Width / w, height: h * st.Width / w}
}

// narrowest is the width of a drawing for a phone.
const narrowest = 328

func (m *mapping) at(degrees orb.Point) (x, y float64) {
	return m.place(project.WGS84.ToMercator(degrees))
}

func (m *mapping) place(p orb.Point) (x, y float64) {
	return (p[0] - m.bound.Min[0]) * m.scale, (m.bound.Max[1] - p[1]) * m.scale
}

// around is what is drawn and a little more, so that the rim of the drawing is no coast.
func (m *mapping) around() orb.Bound { return m.bound.Pad(4 / m.scale) }

func (m *mapping) areas(areas []orb.Ring) string {
	var b strings.Builder
	for _, ring := range areas {
		projected := m.projected(orb.LineString(ring))
		kept := clip.Ring(m.around(), orb.Ring(projected))
		if len(kept) > 3 {
			m.path(&b, m.simple(orb.LineString(kept)), true)
		}
	}
	return b.String()
}

func (m *mapping) lines(lines []orb.LineString) string {
	var b strings.Builder
	for _, line := range lines {
		for _, kept := range clip.LineString(m.around(), m.projected(line)) {
			m.path(&b, m.simple(kept), false)
		}
	}
	return b.String()
}

// projected is a line in the projection. What lies beyond its reach lies at its end.
func (m *mapping) projected(line orb.LineString) orb.LineString {
	all := make(orb.LineString, len(line))
	for i, p := range line {
		all[i] = project.WGS84.ToMercator(orb.Point{p[0], math.Max(-85, math.Min(85, p[1]))})
	}
	return all
}

// simple takes away the points that nobody would see missing.
func (m *mapping) simple(line orb.LineString) orb.LineString {
	return simplify.DouglasPeucker(0.35 / m.scale).LineString(line)
}

// path writes a line as path data: tenths of a unit, each point from the one before.
func (m *mapping) path(b *strings.Builder, line orb.LineString, closed bool) {
	if closed && len(line) > 3 {
		line = line[:len(line)-1]
	}
	var px, py float64
	for i, p := range line {
		x, y := m.place(p)
		x, y = round(x), round(y)
		if i == 0 {
			b.WriteString("M" + number(x) + " " + number(y) + "l")
		} else {
			b.WriteString(step(x-px, i > 1) + step(y-py, true))
		}
		px, py = x, y
	}
	if closed {
		b.WriteString("z")
	}
}

// step is a number of path data, with a space before it where it needs one.
func step(v float64, after bool) string {
	s := number(round(v))
	if s == "-0" {
		s = "0"
	}
	if after && s[0] != '-' {
		return " " + s
	}
	return s
}

// dot is how far a place's dot reaches, with the ground around it.
const dot = 5.0

type ground struct{ x1, y1, x2, y2 float64 }

// room is what of a drawing has words or dots on it.
type room struct {
	width, height, font float64
	taken               []ground
}

func (r *room) take(a ground) { r.taken = append(r.taken, a) }

func (r *room) free(a ground) bool {
	if a.x1 < 0 || a.y1 < 0 || a.x2 > r.width || a.y2 > r.height {
		return false
	}
	for _, b := range r.taken {
		if a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2 {
			return false
		}
	}
	return true
}

// sides are where a label is tried, the best first: the way to it, in units of its distance.
var sides = []struct {
	dx, dy float64
	anchor string
}{{1, 0, "start"}, {-1, 0, "end"}, {0, -1, "middle"}, {0, 1, "middle"}, {0.75, -0.75, "start"}, {0.75, 0.75, "start"}, {-0.75, -0.75, "end"}, {-0.75, 0.75, "end"}}

// label finds room for a place's number and name, or for its number, near the place or as
// near as there is room.
func (r *room) label(m *mapping, s Spot, n string) MapSpot {
	x, y := m.at(s.At)
	v := MapSpot{X: round(x), Y: round(y), Title: s.Name}
	for i, far := range []float64{1, 2.2, 3.6, 5, 7, 9} {
		for _, words := range []string{n + " " + s.Name, n} {
			if i > 2 && words != n {
				continue // a name so far off says nothing
			}
			for _, side := range sides {
				text, at := r.beside(x, y, words, far, side.dx, side.dy, side.anchor)
				if !r.free(at) {
					continue
				}
				r.take(at)
				v.Label = text
				if far > 1 {
					v.X2, v.Y2 = round(x+side.dx*far*r.font*0.75), round(y+side.dy*far*r.font*0.75)
				}
				return v
			}
		}
	}
	v.Label = Text{n, round(x + dot), round(y - dot), "start"} // over another, rather than not at all
	return v
}

// beside is a label on one side of a place, and the room that it takes.
func (r *room) beside(x, y float64, words string, far, dx, dy float64, anchor string) (Text, ground) {
	w, gap := TextWidth(words, r.font), r.font*0.75*far
	x, y = x+dx*gap, y+dy*gap*1.15+r.font*0.35
	left := x
	switch anchor {
	case "end":
		left = x - w
	case "middle":
		left = x - w/2
	}
	return Text{words, round(x), round(y), anchor}, ground{left - 2, y - r.font*0.85, left + w + 2, y + r.font*0.25}
}
