package chart

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/paulmach/orb"
)

// A square island of ten degrees, about the equator, with four towns on it.
var (
	island = []orb.Ring{{{-5, -5}, {5, -5}, {5, 5}, {-5, 5}, {-5, -5}}}
	towns  = []Spot{{orb.Point{-4, 4}, "Northwest"}, {orb.Point{4, 4}, "Northeast"}, {orb.Point{-4, -4}, "Southwest"}, {orb.Point{4, -4}, "Southeast"}}
)

func TestMapShowsPlacesWhereTheyLie(t *testing.T) {
	m := DrawMap(island, nil, towns, nil, Style{})
	nw, ne, sw := m.Spots[0], m.Spots[1], m.Spots[2]
	if !(nw.X < ne.X && nw.Y < sw.Y && nw.Y == ne.Y && nw.X == sw.X) {
		t.Errorf("north is not up: %+v %+v %+v", nw, ne, sw)
	}
	if w, h := ne.X-nw.X, sw.Y-nw.Y; math.Abs(w-h) > w*0.01 {
		t.Errorf("a square is drawn %v wide and %v high", w, h)
	}
	for i, s := range m.Spots {
		if !strings.HasPrefix(s.Label.Words, strconv.Itoa(i+1)+" ") || s.Title != towns[i].Name || s.X2 != 0 {
			t.Errorf("place %d is labeled %+v", i+1, s)
		}
	}
}

// What lies far outside is not in the drawing's bytes, and a coast of a thousand points is
// drawn with as many as can be seen.
func TestMapIsDrawnAsFineAsItIsSeen(t *testing.T) {
	var coast orb.Ring
	for i := range 1001 {
		a := 2 * math.Pi * float64(i) / 1000
		coast = append(coast, orb.Point{5 * math.Cos(a), 5 * math.Sin(a)})
	}
	faraway := orb.Ring{{100, 40}, {101, 40}, {101, 41}, {100, 40}}
	m := DrawMap([]orb.Ring{coast, faraway}, []orb.LineString{{{0, -60}, {0, 60}}}, towns, nil, Style{})
	if n := strings.Count(m.Land, "M"); n != 1 {
		t.Errorf("%d areas, want 1: %s", n, m.Land)
	}
	if len(m.Land) > 2000 || len(m.Land) < 200 {
		t.Errorf("a round island takes %d bytes", len(m.Land))
	}
	var x, y, dx, dy float64
	if _, err := fmt.Sscanf(strings.ReplaceAll(m.Lines, "-", " -"), "M%f %fl%f %f", &x, &y, &dx, &dy); err != nil {
		t.Fatalf("a straight line is drawn as %q: %v", m.Lines, err)
	}
	if math.Abs(x-m.Width/2) > 1 || dx != 0 || math.Min(y, y+dy) < -10 || math.Max(y, y+dy) > m.Height+10 {
		t.Errorf("the meridian in the middle runs %q in a drawing of %v × %v", m.Lines, m.Width, m.Height)
	}
}

// Twelve places within a few pixels: every number is in the drawing, none on another.
func TestMapLabelsDoNotCover(t *testing.T) {
	spots := []Spot{{orb.Point{-10, 0}, "West"}, {orb.Point{10, 0}, "East"}}
	for i := range 10 {
		spots = append(spots, Spot{orb.Point{float64(i%5) * 0.3, float64(i/5) * 0.3}, "A town of some length"})
	}
	for _, width := range []float64{328, 1120} {
		st := Style{Width: width}
		m := DrawMap(nil, nil, spots, []Spot{{orb.Point{0, 0}, "COUNTRY"}}, st)
		var taken []ground
		for i, s := range m.Spots {
			w, x := TextWidth(s.Label.Words, 12), s.Label.X
			switch s.Label.Anchor {
			case "end":
				x -= w
			case "middle":
				x -= w / 2
			}
			r := ground{x, s.Label.Y - 9, x + w, s.Label.Y + 2}
			if r.x1 < 0 || r.x2 > m.Width || r.y1 < 0 || r.y2 > m.Height {
				t.Errorf("%v: the label of %d leaves the drawing: %+v in %v × %v", width, i+1, r, m.Width, m.Height)
			}
			for k, o := range taken {
				if r.x1 < o.x2 && o.x1 < r.x2 && r.y1 < o.y2 && o.y1 < r.y2 {
					t.Errorf("%v: the labels of %d and %d cover each other", width, k+1, i+1)
				}
			}
			taken = append(taken, r)
		}
		if len(m.Regions) != 0 {
			t.Errorf("%v: a country's name lies over its towns", width)
		}
	}
}

func TestMapOfOnePlace(t *testing.T) {
	m := DrawMap(island, nil, towns[:1], nil, Style{Width: 328})
	if s := m.Spots[0]; math.Abs(s.X-m.Width/2) > 1 || math.Abs(s.Y-m.Height/2) > 1 || m.Height < 100 {
		t.Errorf("one place stands at %v, %v of %v × %v", s.X, s.Y, m.Width, m.Height)
	}
	if m := DrawMap(island, nil, nil, nil, Style{}); m.Height != 0 {
		t.Errorf("a map of no place: %+v", m)
	}
}
