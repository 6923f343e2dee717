package figure

import (
	"strings"

	"glossator/internal/language"
)

// inWords reads a number in words: "twenty-five", "two hundred and six", "half a million",
// "two-thirds", "a quarter of a million".
func (f *Finder) inWords(i int) (n number, ok bool) {
	n = number{from: i, to: i + 1, scale: 1}
	w := f.numberWord(i)
	switch w.Kind {
	case language.Half, language.Fraction:
		return f.partOfMagnitude(i, w)
	case language.Hundred, language.Magnitude, language.Dozen:
		if !f.Is(i-1, "a") || strings.HasSuffix(f.Fold(i), "s") {
			return n, false // "hundreds", "a few million"
		}
	case language.Ones, language.Tens:
	default:
		return n, false
	}
	var s spelled
	n.to = i
	for n.to < len(f.Tokens) && (n.to == i || !f.starts(n.to)) {
		j := f.nextWord(n.to, i, &s)
		w := f.numberWord(j)
		if w.Kind == language.Fraction && f.fractionOf(s, n.to, j, w) {
			return f.scaledPart(number{from: i, to: j + 1, scale: 1, value: s.part / w.Value})
		}
		if !s.take(w, n.to == i, j > n.to) {
			break
		}
		n.to = j + 1
	}
	n.value, n.scale = s.total+s.part, s.scale()
	n.unsure = f.numberWord(n.to).Kind == language.Fraction && !f.onlyFraction(n.to, f.numberWord(n.to)) && n.value > 1
	return n, n.to > i
}

// nextWord is the next word of a number at token i or behind a hyphen or "and" there.
func (f *Finder) nextWord(i, first int, s *spelled) int {
	if i > first && (f.overHyphen(i) > i || f.Is(i, "and") && s.round()) {
		return i + 1
	}
	return i
}

// fractionOf tells whether a word makes the number before it a fraction: "two-thirds",
// "two thirds of".
func (f *Finder) fractionOf(s spelled, to, j int, w language.Number) bool {
	if s.total != 0 || s.part <= 0 || s.part >= w.Value {
		return false
	}
	return j > to || f.Is(j+1, "of") || f.onlyFraction(j, w)
}

// onlyFraction tells "two thirds" from "two quarters", which may be those of a year, and
// "two halves", which may be those of a match.
func (f *Finder) onlyFraction(i int, w language.Number) bool {
	return w.Value != 2 && w.Value != 4 && strings.HasSuffix(f.Fold(i), "s")
}

// partOfMagnitude reads "half a million", "half a dozen", "a quarter of a million".
func (f *Finder) partOfMagnitude(i int, w language.Number) (n number, ok bool) {
	n = number{from: i, to: i + 1, scale: 1}
	if w.Kind == language.Fraction {
		if !f.In(i-1, language.AOrAn) {
			return n, false
		}
		w.Value = 1 / w.Value
		n.value = w.Value
		return f.wholePart(n)
	}
	m := f.numberWord(i + 2)
	if f.In(i+1, language.AOrAn) && (m.Kind == language.Magnitude || m.Kind == language.Dozen) {
		return number{from: i, to: i + 3, scale: m.Value, value: w.Value * m.Value}, true
	}
	return n, false
}

// wholePart reads "of a million" behind a fraction, without which it is no figure.
func (f *Finder) wholePart(n number) (number, bool) {
	whole, _ := f.scaledPart(n)
	return whole, whole.to > n.to
}

// scaledPart reads "of a million" behind a fraction.
func (f *Finder) scaledPart(n number) (number, bool) {
	if m := f.numberWord(n.to + 2); f.Is(n.to, "of") && f.In(n.to+1, language.AOrAn) && m.Kind == language.Magnitude {
		n.value, n.scale, n.to = n.value*m.Value, m.Value, n.to+3
	}
	return n, true
}

// spelled is a number while its words are read: what stands before the last magnitude, and
// what behind it.
type spelled struct{ total, part, magnitude float64 }

// scale is the magnitude that ended the number, else 1.
func (s *spelled) scale() float64 {
	if s.magnitude > 0 && s.part == 0 {
		return s.magnitude
	}
	return 1
}

// take adds a word, and tells whether the number goes on with it. A word may stand first,
// or behind a hyphen or "and".
func (s *spelled) take(w language.Number, first, joined bool) bool {
	switch w.Kind {
	case language.Ones:
		if !first && !s.takesOnes(w.Value, joined) {
			return false
		}
		s.part += w.Value
	case language.Tens:
		if !first && !s.round() {
			return false
		}
		s.part += w.Value
	case language.Hundred, language.Dozen:
		if s.part >= 100 {
			return false
		}
		s.part = max(s.part, 1) * w.Value
	case language.Magnitude:
		if s.part == 0 && s.magnitude > 0 { // "two thousand million"
			s.total, s.part = 0, s.total
		}
		s.total, s.part, s.magnitude = s.total+max(s.part, 1)*w.Value, 0, w.Value
	default:
		return false
	}
	return true
}

// round tells whether what was read ends with hundreds or a magnitude, so that tens or
// ones may follow, behind "and" too: "two hundred and six", "two thousand three hundred".
func (s *spelled) round() bool {
	if s.part == 0 {
		return s.magnitude > 0
	}
	return s.part >= 100 && int(s.part)%100 == 0
}

// takesOnes tells whether ones may follow: "two hundred and six", "twenty-six".
func (s *spelled) takesOnes(v float64, joined bool) bool {
	if s.round() {
		return true
	}
	tens := int(s.part)%100 >= 20 && int(s.part)%10 == 0
	return tens && v < 10 && joined
}
