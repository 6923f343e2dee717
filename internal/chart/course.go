package chart

import (
	"cmp"
	"slices"
	"strings"
)

// Course is how things went over time, to be drawn lying (Lay) or standing (Stand): rows
// of spans, days that go through every row, and events beside them.
type Course struct {
	From, To int     // the days shown, both included
	Groups   []Group // of rows; their points are not drawn
	Lines    []Point // the days that go through every row; each says its Label
	Events   []Point // what happened; those with a Label are written out
}

// piece is a span as both drawings need it: where it lies between the edges, as shares of
// the whole, and in which lane.
type piece struct {
	Span
	from, to  float64
	lane, all int
	fades     bool
}

// pieces cuts the spans of a row at the edges and lays them beside one another where they
// overlap. A span that fades is two: what is known, and what is not known to have ended.
func (c Course) pieces(l Life) (all []piece) {
	spans := slices.Clone(l.Spans)
	slices.SortStableFunc(spans, func(a, b Span) int { return cmp.Compare(a.From, b.From) })
	var ends []int // the last day of each lane
	for _, s := range spans {
		if s.Open {
			s.To = max(s.From, c.To)
		}
		last := max(s.To, s.Fade)
		if last < c.From || s.From > c.To {
			continue
		}
		lane := 0
		for lane < len(ends) && ends[lane] > s.From { // one may end on the day the next begins
			lane++
		}
		if lane == len(ends) {
			ends = append(ends, 0)
		}
		ends[lane] = s.To
		all = append(all, piece{Span: s, from: c.share(s.From), to: c.share(s.To + 1), lane: lane})
		if s.Fade > s.To && s.To < c.To {
			all = append(all, piece{Span: s, from: c.share(s.To + 1), to: c.share(s.Fade + 1), lane: lane, fades: true})
		}
	}
	for i := range all {
		all[i].all = len(ends)
	}
	return all
}

// share is how far along a day begins, from 0 to 1.
func (c Course) share(day int) float64 {
	if c.To <= c.From {
		return 0
	}
	return float64(max(c.From, min(day, c.To+1))-c.From) / float64(c.To+1-c.From)
}

func (c Course) shown(p Point) bool { return c.From <= p.Day && p.Day <= c.To }

// lines breaks words into lines no wider than there is room.
func lines(words string, size, room float64) (all []string) {
	line := ""
	for _, w := range strings.Fields(words) {
		if line != "" && TextWidth(line+" "+w, size) > room {
			all, line = append(all, line), w
			continue
		}
		line = strings.TrimPrefix(line+" "+w, " ")
	}
	return append(all, line)
}

// clipped shortens words behind one of them where they are wider than there is room.
func clipped(words string, size, room float64) string {
	if TextWidth(words, size) <= room {
		return words
	}
	return strings.TrimRight(lines(words, size, room-size)[0], " ,;:—") + "…"
}
