package chart

import (
	"cmp"
	"math"
	"slices"
)

// Lying is a course with time from left to right. All X and W, and what lies in a row, are
// per cent of the width and of the row's height, so that it is drawn in any width; what
// stands over the rows has Y in pixels.
type Lying struct {
	From, To int         // the days shown, both included
	Head     float64     // how high is what stands over the rows
	Ticks    []Tick      // the years or months; Y1 and Y2 are of the head
	Lines    []Flag      // the days that go through every row
	Marks    []Flag      // what happened, in time
	Bands    []LyingBand // the rows, group by group
}

// LyingBand is a group of rows.
type LyingBand struct {
	Class, Label string     // of its style; its name
	Rows         []LyingRow // one below another
}

// LyingRow is one thing and when it was.
type LyingRow struct {
	ID, Label, Href, Class string     // of the entry; its name; its page; of its style
	Bars                   []LyingBar // one for each span
}

// LyingBar is a bar in its row. One that fades is not known to have ended.
type LyingBar struct {
	X, Y, W, H   float64 // the rectangle, in per cent
	Fades        bool    // it is not known to have ended
	Title, Class string  // what it says when pointed at; of its style
}

// Flag is a day over the rows: a mark at X, Y, and where it is written out its words, with
// a line from them down to the mark.
type Flag struct {
	X, Y               float64 // the mark
	Label              Text    // without Words where it is only marked
	Title, Href, Class string  // what it says in full; where it leads, or ""; of its style
}

const percent = 100

// Lay draws a course with time from left to right, for a width of Style.Width or more: in a
// wider one its words only stand farther apart.
func Lay(c Course, style Style) Lying {
	st := style.filled()
	d := Lying{From: c.From, To: c.To}
	for _, g := range c.Groups {
		b := LyingBand{Class: g.Class, Label: g.Label}
		for _, l := range g.Rows {
			r := LyingRow{ID: l.ID, Label: l.Label, Href: l.Href, Class: l.Class}
			for _, p := range c.pieces(l) {
				r.Bars = append(r.Bars, p.lying())
			}
			b.Rows = append(b.Rows, r)
		}
		d.Bands = append(d.Bands, b)
	}
	lane := st.Font * 1.5
	flags := c.flags(st, st.Width*0.55)
	lanes := hoist(flags, st)
	top := float64(lanes) * lane
	for i := range flags {
		f := &flags[i]
		f.X = round(f.X * percent)
		if f.Label.Words != "" {
			f.Label.X, f.Label.Y = f.X, round(f.Label.Y*lane+st.Font)
		}
		f.Y = round(top + st.Font)
	}
	d.Lines, d.Marks = flags[:len(flags)-len(c.events())], flags[len(flags)-len(c.events()):]
	d.Head = round(top + st.Font*3.6)
	d.Ticks = c.ticks(st, d.Head-st.Font*0.4)
	return d
}

// lying places a piece in its row. A single day is seen too.
func (p piece) lying() LyingBar {
	const least, air = 0.4, 18.0 // per cent of the width; of the row, over and under
	x := min(p.from*percent, percent-least)
	w := max(least, p.to*percent-x)
	high := (percent - 2*air) / float64(p.all)
	gap := 0.0
	if p.all > 1 {
		gap = 4
	}
	return LyingBar{math.Round(x*100) / 100, round(air + float64(p.lane)*high), math.Round(w*100) / 100, round(high - gap), p.fades, p.Title, p.Class}
}

// ticks are the years or months, in per cent.
func (c Course) ticks(st Style, base float64) []Tick {
	all := (scale{c.From, c.To + 1, 0, st.Width}).ticks(st.Font, base, base)
	kept := all[:0]
	for _, t := range all {
		t.X = math.Round(t.X/st.Width*percent*100) / 100
		t.Label.X, t.Label.Y, t.Label.Anchor = t.X, round(base), "start"
		if t.X <= percent-TextWidth(t.Label.Words, st.Font)/st.Width*percent {
			kept = append(kept, t)
		}
	}
	return kept
}

// events are those that are shown, in time.
func (c Course) events() (all []Point) {
	for _, p := range c.Events {
		if c.shown(p) {
			all = append(all, p)
		}
	}
	slices.SortStableFunc(all, byDay)
	return all
}

func byDay(a, b Point) int { return cmp.Compare(a.Day, b.Day) }

// flags are the lines and then the events, each in time; X is a share of the width. No
// label is wider than there is room.
func (c Course) flags(st Style, room float64) (all []Flag) {
	through := slices.DeleteFunc(slices.Clone(c.Lines), func(p Point) bool { return !c.shown(p) })
	slices.SortStableFunc(through, byDay)
	for _, p := range append(through, c.events()...) {
		all = append(all, Flag{X: c.share(p.Day), Label: Text{Words: clipped(p.Label, st.Font, room)}, Title: p.Title, Href: p.Href, Class: p.Class})
	}
	return all
}

// hoist gives labels lanes over one another, their Y, such that none lies over another and
// as few as can be over the line that leads from another down. Labels begin at their day
// and the later ones hang lower, so that each line passes left of what hangs under it;
// those with no room on their right end at their day.
func hoist(all []Flag, st Style) int {
	var order []int
	for i, f := range all {
		if f.Label.Words != "" {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(all[b].X, all[a].X) })
	var set []hung
	lanes := 0
	for _, i := range order {
		h := hang(&all[i], st)
		for h.lane = 0; !h.free(set, true) && h.lane <= len(set); h.lane++ {
		}
		if h.lane > len(set) {
			for h.lane = 0; !h.free(set, false); h.lane++ {
			}
		}
		set, lanes = append(set, h), max(lanes, h.lane+1)
	}
	for _, h := range set { // lanes were counted from below
		h.flag.Label.Y = float64(lanes - 1 - h.lane)
	}
	return lanes
}

// hung is a label in a lane, counted from the lowest.
type hung struct {
	flag     *Flag
	at       float64 // of its line
	from, to float64
	lane     int
}

// bold is how much wider words are that stand out.
const bold = 1.15

func hang(f *Flag, st Style) hung {
	x, w, gap := f.X*st.Width, TextWidth(f.Label.Words, st.Font*bold), st.Font*0.8
	h := hung{flag: f, at: x, from: x, to: x + w + gap}
	f.Label.Anchor = "start"
	if x+w > st.Width && x-w > 0 {
		f.Label.Anchor = "end"
		h.from, h.to = x-w-gap, x
	}
	return h
}

// free tells whether a label may hang in its lane.
func (h hung) free(set []hung, lines bool) bool {
	return !slices.ContainsFunc(set, func(o hung) bool {
		switch {
		case o.lane == h.lane:
			return h.from < o.to && o.from < h.to
		case !lines:
			return false
		case o.lane > h.lane: // its line passes through this lane
			return h.from < o.at && o.at < h.to
		}
		return o.from < h.at && h.at < o.to // this one's line passes through its lane
	})
}
