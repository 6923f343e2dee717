package figure

import (
	"math"
	"strconv"
	"strings"
	"unicode"

	"glossator/internal/language"
	"glossator/internal/token"
)

// number is a number read from tokens [from, to).
type number struct {
	from, to int
	value    float64
	unit     string // that belongs to the number itself: percent, dollars
	digits   bool
	plain    bool // digits only: no comma, point, language.Magnitude or sign
}

// number reads digits or number words with their language.Magnitude. Where the tokens are no
// number that can be a figure, ok is false and to is behind them.
func (f *Finder) number(i int) (n number, ok bool) {
	n = number{from: i, to: i + 1}
	if f.Tokens[i].Shape == token.Number {
		n.digits = true
		digits := f.Raw(i)
		if at := strings.IndexFunc(digits, unicode.IsLetter); at > 0 && f.Lex.Pack.Glued[digits[at:]] != "" {
			n.unit, digits = f.Lex.Pack.Glued[digits[at:]], digits[:at] // "100km"
		}
		n.value, n.plain, ok = f.value(digits)
		if n.plain = n.plain && n.unit == ""; !ok {
			return n, false
		}
		if to := f.chain(i); to > i+1 {
			return number{from: i, to: to}, false
		}
	} else if n.value, n.to, ok = f.words(i); !ok {
		return n, false
	}
	if w := f.numberWord(n.to); n.digits && (w.Kind == language.Magnitude || w.Kind == language.Hundred || w.Kind == language.Dozen) && !f.starts(n.to) {
		n.value, n.to, n.plain = n.value*w.Value, n.to+1, false
	} else if f.Is(n.to, "-") && f.glued(n.to) && f.glued(n.to+1) && n.digits && f.numberWord(n.to+1).Kind == language.Magnitude {
		n.value, n.to, n.plain = n.value*f.numberWord(n.to+1).Value, n.to+2, false // "30-million"
	}
	return n, true
}

func (f *Finder) numberWord(i int) language.Number {
	if !f.nouns {
		return language.Number{}
	}
	return f.Term(i).Number
}

// value reads digits with thousands separators and a decimal point, of which the
// language tells which is which. "5k",
// "30m" and "1.5bn" are numbers, "20th" and "H1N1" are not.
func (f *Finder) value(s string) (v float64, plain, ok bool) {
	scale := 1.0
	end := strings.IndexFunc(s, func(c rune) bool { return !(c >= '0' && c <= '9' || c == ',' || c == '.') })
	if end >= 0 {
		switch strings.ToLower(s[end:]) {
		case "k":
			scale = 1e3
		case "m", "mn":
			scale = 1e6
		case "bn", "b":
			scale = 1e9
		default:
			return 0, false, false
		}
		s = s[:end]
	}
	if v, ok := wholeNumber(s); ok {
		return v * scale, end < 0, true
	}
	plain = end < 0 && !strings.ContainsAny(s, ".,")
	thousands, decimal := f.Lex.Pack.Thousands, f.Lex.Pack.Decimal
	last := strings.LastIndex(s, decimal)
	if strings.Count(s, decimal) > 1 {
		return 0, false, false // 1.2.3
	}
	whole := s
	if last >= 0 {
		whole = s[:last]
	}
	if strings.Contains(whole, thousands) {
		groups := strings.Split(whole, thousands)
		for i, g := range groups[1:] { // 24,819 and 12,34,567
			if len(g) != 3 && (len(g) != 2 || i == len(groups)-2) {
				return 0, false, false
			}
		}
	}
	s = strings.ReplaceAll(s, thousands, "")
	s = strings.Replace(s, decimal, ".", 1)
	v, err := strconv.ParseFloat(s, 64)
	return v * scale, plain, err == nil && !math.IsInf(v, 0)
}

// wholeNumber is the value of digits alone, as most numbers are written: there is
// nothing to take apart in them.
func wholeNumber(s string) (float64, bool) {
	const exact = 15 // digits that a float holds
	n := 0
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = 10*n + int(c-'0')
	}
	return float64(n), s != "" && len(s) <= exact
}

// chain finds the end of digits that hang together and are no figure: telephone
// numbers (555-123-4567), clock times (10:30), references (1:12, 12/4).
func (f *Finder) chain(i int) int {
	to, links := i+1, 0
	for f.glued(to) && f.glued(to+1) && f.Tokens[to+1].Shape == token.Number {
		switch f.Raw(to) {
		case "-", "/", ":", ".", "‑":
			links++
		default:
			return i + 1
		}
		to += 2
	}
	switch {
	case links >= 2, links == 1 && (f.Is(i+1, ":") || f.Is(i+1, "/")):
		return to
	case links == 1 && f.Is(i+1, "-") && f.Tokens[i].End-f.Tokens[i].Start == 3 && f.Tokens[i+2].End-f.Tokens[i+2].Start == 4:
		return to // 555-0100
	}
	return i + 1
}

// words reads a number in words: "twenty-five", "two hundred and six", "language.Half a
// million", "two-thirds". "One" is a number only as part of a larger one.
func (f *Finder) words(i int) (v float64, to int, ok bool) {
	w := f.numberWord(i)
	total, part, alone := 0.0, 0.0, true
	switch w.Kind {
	case language.Half:
		if (f.Is(i+1, "a") || f.Is(i+1, "an")) && (f.numberWord(i+2).Kind == language.Magnitude || f.numberWord(i+2).Kind == language.Dozen) {
			return w.Value * f.numberWord(i+2).Value, i + 3, true
		}
		return 0, i + 1, false
	case language.Ones, language.Tens:
	case language.Hundred, language.Magnitude, language.Dozen:
		if !f.Is(i-1, "a") || strings.HasSuffix(f.Fold(i), "s") {
			return 0, i + 1, false // "hundreds", "a few million"
		}
	default:
		return 0, i + 1, false
	}
	to = i
	for to < len(f.Tokens) && (to == i || !f.starts(to)) {
		j := to
		if to > i && (f.Is(to, "-") && f.glued(to) && f.glued(to+1) || f.Is(to, "and") && part >= 100) {
			j++
		}
		w := f.numberWord(j)
		switch {
		case w.Kind == language.Ones && (to == i || part >= 100 || int(part)%100 >= 20 && int(part)%10 == 0 && w.Value < 10 && j > to):
			part += w.Value
		case w.Kind == language.Tens && (to == i || part >= 100 && int(part)%100 == 0):
			part += w.Value
		case w.Kind == language.Hundred && part < 100:
			part, alone = max(part, 1)*100, false
		case w.Kind == language.Dozen && part < 100:
			part, alone = max(part, 1)*12, false
		case w.Kind == language.Magnitude:
			total, part, alone = total+max(part, 1)*w.Value, 0, false
		case w.Kind == language.Fraction && j > to && part > 0 && part < w.Value:
			return part / w.Value, j + 1, true
		default:
			v = total + part
			return v, to, v != 1 || !alone || f.Is(to, "percent")
		}
		to = j + 1
	}
	v = total + part
	return v, to, v != 1 || !alone
}

// signs takes the currency sign before a number and the percent behind it into it.
func (f *Finder) signs(n number) number {
	if at := n.from - 1; at >= 0 && f.Tokens[n.from].Flags&token.Break == 0 {
		taken := len(f.out) > 0 && f.out[len(f.out)-1].Span.End > int(f.Tokens[at].Start) // "20 $ 30"
		if c := f.Lex.Pack.Currency[f.Raw(at)]; c != "" && !taken {
			n.unit, n.from, n.plain = c, at, false
			if at > 0 && f.glued(at) && f.Tokens[at-1].Shape == token.Upper { // US$, C$
				n.from--
			}
			return n
		}
	}
	if n.to >= len(f.Tokens) || f.starts(n.to) {
		return n
	}
	switch f.Fold(n.to) {
	case "%", "percent", "pct":
		n.unit, n.to, n.plain = "percent", n.to+1, false
	case "per":
		if f.Is(n.to+1, "cent") {
			n.unit, n.to, n.plain = "percent", n.to+2, false
		}
	case "percentage":
		if f.Is(n.to+1, "points") || f.Is(n.to+1, "point") {
			n.unit, n.to, n.plain = "percentage points", n.to+2, false
		}
	case "€", "£", "$":
		n.unit, n.to, n.plain = f.Lex.Pack.Currency[f.Raw(n.to)], n.to+1, false
	case "-":
		if f.glued(n.to) && f.Is(n.to+1, "percent") {
			n.unit, n.to, n.plain = "percent", n.to+2, false
		}
	}
	return n
}
