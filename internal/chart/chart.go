// Package chart turns days and numbers into the geometry of inline SVG.
//
// In: bars, points and values with days as day numbers (see Day), and a Style. Out:
// structs of coordinates that a template draws as they are: no template has to
// reckon. Invariants: coordinates are in units of the viewBox, lie inside it, and are
// rounded to a tenth, so that every machine draws the same; time runs from left to
// right; no label lies over another label, bar or point, unless a
// band has more points than Style.Lanes lets it hold.
//
// A drawing is made for one width. For narrow screens it is made again with a small
// Width rather than scaled down, so that words stay as large as they are.
package chart

import (
	"math"
	"strconv"
	"time"
	"unicode"
)

// Style is the size of things, in units of the viewBox. The zero value is good for a
// column of text.
type Style struct {
	Width float64 // of the whole drawing; 720 where 0
	Font  float64 // size of the words; 12 where 0
	Bar   float64 // thickness of a bar; 10 where 0
	Lanes int     // most lanes of points in a band; 40 where 0
}

func (s Style) filled() Style {
	if s.Width == 0 {
		s.Width = 720
	}
	if s.Font == 0 {
		s.Font = 12
	}
	if s.Bar == 0 {
		s.Bar = 10
	}
	if s.Lanes == 0 {
		s.Lanes = 40
	}
	return s
}

// Box is the size of a drawing.
type Box struct {
	Width, Height float64 // of the viewBox
	ViewBox       string  // "0 0 720 340"
}

func box(w, h float64) Box {
	w, h = round(w), round(math.Ceil(h))
	return Box{w, h, "0 0 " + number(w) + " " + number(h)}
}

// Text is words in a place: X, Y is the end of the baseline that Anchor names.
type Text struct {
	Words  string  // what it says
	X, Y   float64 // the end of the baseline that Anchor names
	Anchor string  // start, middle or end: SVG's text-anchor
}

// Day is the number of a day, counted from 1970-01-01.
func Day(t time.Time) int { return int(math.Floor(float64(t.Unix()) / 86400)) }

func civil(day int) time.Time { return time.Unix(int64(day)*86400, 0).UTC() }

func round(x float64) float64 { return math.Round(x*10) / 10 }

func number(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// TextWidth is about how wide words are set in a sans serif of that size: rather too
// wide than too narrow.
func TextWidth(words string, size float64) float64 {
	sum := 0.0
	for _, r := range words {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r == 'i' || r == 'j' || r == 'l' || r == 't' || r == 'f' || r == 'I' || r == '.' || r == ',' || r == ':' || r == '\'' || r == '’':
			sum += 0.34
		case r == ' ':
			sum += 0.3
		case r == 'm' || r == 'w' || r == 'M' || r == 'W' || r == '—' || r == '…':
			sum += 0.95
		case r >= 0x2e80:
			sum++
		case unicode.IsUpper(r):
			sum += 0.72
		default:
			sum += 0.58
		}
	}
	return sum * size
}
