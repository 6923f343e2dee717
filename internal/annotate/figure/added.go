package figure

import (
	"math"

	"glossator/internal/language"
	"glossator/internal/token"
)

// sum is a number while it is read in a language whose number words are added up one
// behind the other: "ciento veinte mil trescientos", "dos mil quinientos", "5 millones 300
// mil".
type sum struct {
	millions, thousands, part float64
	last                      float64 // the magnitude that ended it, else 1
}

func (s *sum) value() float64 { return s.millions + s.thousands + s.part }

// addedUp reads such a number, in digits, in words or in both.
func (f *Finder) addedUp(i int) (n number, ok bool) {
	s := sum{last: 1}
	n = number{from: i, to: i, scale: 1}
	switch w := f.numberWord(i); {
	case f.Tokens[i].Shape == token.Number:
		if alone, ok := f.digitsAlone(&n, i); alone {
			return n, ok
		}
		s.part, n.plain = n.value, false
	case f.noNumber(i, w):
		return number{from: i, to: i + 1}, false
	case w.Kind == language.Half:
		return f.halfOf(n)
	}
	for n.to < len(f.Tokens) && (n.to == i || !f.starts(n.to)) {
		to := f.take(&s, n.to, n.to == i)
		if to == n.to {
			break
		}
		n.to = to
	}
	if n.to == i {
		n.to++
		return n, false
	}
	n.value, n.scale = s.value(), s.last
	if f.hyphenAt(n.to) && !n.digits && f.numberWord(n.to+1).Kind != language.NoNumber {
		n.unsure = true
	}
	if w := f.numberWord(n.to); w.Kind == language.Fraction && !n.digits && f.Is(n.to+1, "of") && n.value < w.Value {
		n.value, n.to = n.value/w.Value, n.to+1 // "dos tercios de"
	}
	return n, true
}

// digitsAlone reads the number in digits at token i, and tells whether it ends there: no
// word behind it multiplies it.
func (f *Finder) digitsAlone(n *number, i int) (alone, ok bool) {
	if *n, ok = f.inDigits(i); !ok || f.ordinalSign(n.to) { // "el 1.º de mayo"
		return true, false
	}
	k := f.numberWord(n.to).Kind
	if !f.starts(n.to) && (k == language.Magnitude || k == language.Dozen) {
		return false, true
	}
	f.addFraction(n)
	return true, true
}

// noNumber tells whether a word for a number is none where it stands: "por ciento", "cientos",
// "millones de barcos".
func (f *Finder) noNumber(i int, w language.Number) bool {
	return f.Is(i-1, "per") && f.Is(i, "cent") || f.In(i-1, language.AlwaysNumbered) || f.In(i, language.OnlyCounting) && !f.countsAt(i+1) ||
		w.Kind == language.Magnitude && i > 0 && f.Tokens[i-1].Shape == token.Number && !f.starts(i) || // of a number that could not be read
		w.Kind == language.Hundred && f.Plural(i) && w.Value == 100 || w.Kind == language.Magnitude && w.Value > 1000
}

// countsAt tells whether something that a number word counts may stand at token i.
func (f *Finder) countsAt(i int) bool {
	return f.wordlike(i) && !f.starts(i) && !f.In(i, language.Function, language.Preposition, language.PhraseEnd)
}

// ordinalSign tells whether token i is the sign that makes the number before it an ordinal:
// "1º", "1.º".
func (f *Finder) ordinalSign(i int) bool {
	if f.glued(i) && f.Raw(i) == "." {
		i++
	}
	return f.glued(i) && (f.Raw(i) == "º" || f.Raw(i) == "ª")
}

// halfOf reads "medio millón", "media docena".
func (f *Finder) halfOf(n number) (number, bool) {
	w := f.numberWord(n.from + 1)
	n.to = n.from + 1
	if w.Kind != language.Magnitude && w.Kind != language.Dozen {
		return n, false
	}
	n.value, n.scale, n.to = w.Value/2, w.Value, n.from+2
	return n, true
}

// take adds the word at token i, and returns the token behind it; i where the number does
// not go on with it.
func (f *Finder) take(s *sum, i int, first bool) int {
	switch {
	case f.Is(i, "and") && !first:
		return f.behindAnd(s, i)
	case !first && f.hyphenAt(i) && f.glued(i+1) && s.hyphened(f.numberWord(i+1)):
		return i + 2
	}
	if f.Tokens[i].Shape == token.Number {
		return f.takeDigits(s, i, first)
	}
	low := math.Mod(s.part, 100)
	switch w := f.numberWord(i); w.Kind {
	case language.Ones, language.Tens:
		if !first && (low != 0 || s.value() == 0) {
			return i
		}
		s.part, s.last = s.part+w.Value, 1
	case language.Hundred:
		if s.part != 0 && (w.Value != 100 || s.part > 9) {
			return i
		}
		s.part, s.last = max(s.part, 1)*w.Value, 1 // "deux cents"
	case language.Dozen:
		if s.thousands+s.millions != 0 {
			return i
		}
		s.part, s.last = max(s.part, 1)*w.Value, w.Value
	case language.Magnitude:
		return f.takeMagnitude(s, i, w.Value)
	default:
		return i
	}
	return i + 1
}

// hyphened adds a word behind a hyphen: "vingt-deux", "soixante-dix-sept",
// "quatre-vingt-douze"; false where the two make no number.
func (s *sum) hyphened(w language.Number) bool {
	low := math.Mod(s.part, 100)
	score := low == 60 || low == 80 // on which the numbers to nineteen follow
	switch {
	case w.Value == 20 && low == 4:
		s.part += 76
	case w.Kind != language.Ones:
		return false
	case low == 10 || low >= 20 && math.Mod(low, 10) == 0:
		if w.Value >= 10 && !score {
			return false
		}
		s.part += w.Value
	default:
		return false
	}
	return true
}

func (f *Finder) takeMagnitude(s *sum, i int, of float64) int {
	switch {
	case of == 1000 && s.thousands == 0:
		s.thousands, s.part = max(s.part, 1)*1000, 0
	case of > 1000 && s.millions == 0:
		s.millions, s.thousands, s.part = max(s.thousands+s.part, 1)*of, 0, 0
	default:
		return i
	}
	s.last = max(s.last, of)
	return i + 1
}

// takeDigits reads the 500 of "21 mil 500".
func (f *Finder) takeDigits(s *sum, i int, first bool) int {
	v, ok := wholeNumber(f.Raw(i))
	if first {
		return i + 1 // it is read already
	}
	if !ok || v >= 1000 || s.part != 0 {
		return i
	}
	s.part, s.last = v, 1
	return i + 1
}

// addsBehindAnd adds a word that may follow hundreds or a magnitude behind "e"; false where
// it cannot.
func (s *sum) addsBehindAnd(w language.Number) bool {
	round := s.part == 0 && s.value() > 0
	switch {
	case w.Kind == language.Ones || w.Kind == language.Tens:
		if !round && (s.part < 100 || math.Mod(s.part, 100) != 0) {
			return false
		}
	case w.Kind != language.Hundred || !round:
		return false
	}
	s.part, s.last = s.part+w.Value, 1
	return true
}

// behindAnd reads "y dos" behind "treinta", "y medio" behind "un millón".
func (f *Finder) behindAnd(s *sum, i int) int {
	w := f.numberWord(i + 1)
	low := math.Mod(s.part, 100)
	switch {
	case w.Kind == language.Ones && low >= 20 && s.hyphened(w): // "treinta y dos", "soixante et onze"
	case f.Lex.Pack.AddedAnd && s.addsBehindAnd(w): // "duzentos e cinquenta", "dois mil e quinhentos"
	case w.Kind == language.Half && s.part == 0 && s.last > 1 && s.millions > 0:
		s.millions += w.Value * s.last
	default:
		return i
	}
	return i + 2
}
