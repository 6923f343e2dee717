package chart

import (
	"strconv"
	"time"
)

// scale leads from days to places.
type scale struct {
	from, to    int
	left, width float64
}

func (s scale) x(day int) float64 {
	if s.to <= s.from {
		return s.left
	}
	day = max(s.from, min(day, s.to))
	return s.left + s.width*float64(day-s.from)/float64(s.to-s.from)
}

// Tick is a line across the drawing at the begin of a year or month.
type Tick struct {
	X, Y1, Y2 float64 // the line, from top to bottom
	Label     Text    // the year or month
}

// ticks marks years, or months where less than two years are shown, as close as
// their labels allow.
func (s scale) ticks(font, top, bottom float64) (all []Tick) {
	if s.to <= s.from {
		return nil
	}
	for _, months := range []int{1, 3, 6, 12, 24, 60, 120, 240, 600, 1200} {
		if months < 12 && s.to-s.from > 2*366 {
			continue
		}
		all = s.every(months, font, top, bottom)
		clear := true
		for i := 1; i < len(all); i++ {
			clear = clear && all[i].Label.left(font) >= all[i-1].Label.right(font)+font/2
		}
		if clear && len(all) > 0 {
			return all
		}
	}
	return all[:min(len(all), 1)]
}

func (s scale) every(months int, font, top, bottom float64) (all []Tick) {
	first := civil(s.from)
	year, month := first.Year(), 1
	if years := months / 12; years > 0 {
		year -= year % years
	}
	for t := time.Date(year, time.Month(month), 1, 0, 0, 0, 0, time.UTC); Day(t) <= s.to; t = t.AddDate(0, months, 0) {
		if Day(t) < s.from {
			continue
		}
		label := strconv.Itoa(t.Year())
		if months < 12 {
			label = t.Format("2006-01")
		}
		x := s.x(Day(t))
		half := TextWidth(label, font) / 2
		at := max(half, min(x, s.left+s.width-half)) // labels at the ends stay inside
		all = append(all, Tick{round(x), round(top), round(bottom), Text{label, round(at), round(top - font*0.4), "middle"}})
	}
	return all
}

// left and right are where words begin and end when set in a size.
func (t Text) left(size float64) float64 {
	switch w := TextWidth(t.Words, size); t.Anchor {
	case "end":
		return t.X - w
	case "middle":
		return t.X - w/2
	}
	return t.X
}

func (t Text) right(size float64) float64 { return t.left(size) + TextWidth(t.Words, size) }
