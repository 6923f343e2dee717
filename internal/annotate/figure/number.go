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
	scale    float64 // what its last word made it larger by: 1e6 of "11 million"; else 1
	glued    float64 // what the letters right behind its digits made it larger by: 1e9 of "4bn"; 0 without
	unit     string  // that belongs to the number itself: percent, dollars
	digits   bool
	plain    bool // digits only: no comma, point, magnitude or sign
	metres   bool // "m" stands behind it, which may be metres as well as millions
	unsure   bool // it is not known what it says
}

// number reads digits or number words with their fractions and magnitudes. Where the
// tokens are no number that can be a figure, ok is false and to is behind them.
func (f *Finder) number(i int) (n number, ok bool) {
	if n, ok = f.oneNumber(i); !ok {
		return n, false
	}
	switch scale := f.scaleOfRange(n); {
	case scale == 0:
		n.unsure = true
	case scale > 1:
		n.value, n.scale, n.plain = n.value*scale, scale, false
	}
	return n, true
}

// oneNumber is number without what the end of a range says of its beginning.
func (f *Finder) oneNumber(i int) (n number, ok bool) {
	if f.Lex.Pack.Counted {
		return f.countedUp(i)
	}
	if f.Lex.Pack.Added {
		n, ok = f.addedUp(i)
		return n, ok && (!n.single() || f.In(n.to, language.Percent))
	}
	if f.Tokens[i].Shape == token.Number {
		n, ok = f.inDigits(i)
	} else {
		n, ok = f.inWords(i)
	}
	if !ok {
		return n, false
	}
	f.addFraction(&n)
	f.addMagnitude(&n)
	if n.scale > 1 {
		f.addFraction(&n) // "a million and a half"
	}
	if f.Lex.Pack.OneNoun {
		f.addSmaller(&n)
	}
	return n, !n.single() || f.In(n.to, language.Percent)
}

// addSmaller adds what a number in digits goes on with behind its magnitude, in Arabic: "1 مليون و269 ألف".
func (f *Finder) addSmaller(n *number) {
	for n.scale > 1 && f.In(n.to, language.FractionLead) && !f.starts(n.to) && n.to+1 < len(f.Tokens) && f.Tokens[n.to+1].Shape == token.Number {
		part, ok := f.inDigits(n.to + 1)
		if f.addMagnitude(&part); !ok || part.value >= n.scale || part.scale >= n.scale {
			return
		}
		n.value, n.scale, n.to = n.value+part.value, part.scale, part.to
	}
}

// single tells whether a number is the word "one", which counts only beside others.
func (n *number) single() bool { return n.value == 1 && !n.digits && n.to == n.from+1 }

// inDigits reads a number in digits.
func (f *Finder) inDigits(i int) (n number, ok bool) {
	n = number{from: i, to: i + 1, scale: 1, digits: true}
	digits := f.Digits(i)
	if n.value, ok = wholeNumber(digits); ok && !f.Lex.Pack.SpacedThousands && !f.apostropheAt(n.to) {
		n.plain = true
		return f.unlessChain(n)
	}
	if at := strings.IndexFunc(digits, unicode.IsLetter); at > 0 && f.Lex.Pack.Glued[digits[at:]] != "" {
		n.unit, digits = f.Lex.Pack.Glued[digits[at:]], digits[:at] // "100km"
	}
	digits = f.grouped(&n, digits)
	digits = f.apostrophed(&n, digits)
	n.value, n.plain, ok = f.value(digits)
	if !ok && (f.In(n.to, language.Percent) || f.numberWord(n.to).Kind == language.Magnitude) {
		n.value, ok = otherPoint(digits)
	}
	n.metres = strings.HasSuffix(digits, "m")
	if at := strings.IndexFunc(digits, unicode.IsLetter); at > 0 {
		n.glued = f.Lex.Pack.Scales[strings.ToLower(digits[at:])]
	}
	if n.plain = n.plain && n.unit == ""; !ok {
		return n, false
	}
	return f.unlessChain(n)
}

// unlessChain is a number, unless it hangs together with others to what is none.
func (f *Finder) unlessChain(n number) (number, bool) {
	if to := f.chain(n.from); to > n.from+1 && !f.mixedAt(n.from) {
		return number{from: n.from, to: to}, false
	}
	return n, true
}

// grouped adds the groups of thousands that spaces part, in a language that writes so:
// "1 200 000".
func (f *Finder) grouped(n *number, digits string) string {
	if !f.Lex.Pack.SpacedThousands || len(digits) > len("100") || atoi(digits) < 0 {
		return digits
	}
	for n.to < len(f.Tokens) && f.groupAt(n.to) {
		digits += f.Raw(n.to)
		n.to++
	}
	return digits
}

// apostrophed adds the groups of thousands that an apostrophe parts: "1’396.342", "12'500".
func (f *Finder) apostrophed(n *number, digits string) string {
	for f.apostropheAt(n.to) {
		digits += f.Raw(n.to + 1)
		n.to += 2
	}
	if n.to > n.from+1 {
		digits = strings.ReplaceAll(digits, f.Lex.Pack.Thousands, "")
	}
	return digits
}

// apostropheAt tells whether an apostrophe between groups of thousands stands at token i, in a
// language that does not measure feet with it.
func (f *Finder) apostropheAt(i int) bool {
	if !f.Lex.Pack.Added || !f.glued(i) || !f.glued(i+1) || !f.Is(i, "'") || f.Tokens[i+1].Shape != token.Number {
		return false
	}
	for group := range strings.SplitSeq(f.Raw(i+1), f.Lex.Pack.Thousands) {
		if len(group) != len("100") || atoi(group) < 0 {
			return false
		}
	}
	return true
}

// otherPoint reads a number with another language's decimal point, which the groups of its
// digits show: "23.1" where thousands are written "1.200".
func otherPoint(digits string) (float64, bool) {
	at := strings.IndexAny(digits, ".,")
	if at <= 0 || len(digits)-at-1 > len("25") || strings.ContainsAny(digits[at+1:], ".,") {
		return 0, false
	}
	v, err := strconv.ParseFloat(digits[:at]+"."+digits[at+1:], 64)
	return v, err == nil
}

// groupAt tells whether token i is a group of three digits behind a space that parts
// thousands. The last may have decimals.
func (f *Finder) groupAt(i int) bool {
	s := f.Raw(i)
	whole, _, _ := strings.Cut(s, f.Lex.Pack.Decimal)
	if f.starts(i) || f.glued(i) || f.Tokens[i].Shape != token.Number {
		return false
	}
	return len(whole) == len("100") && atoi(whole) >= 0
}

// mixedAt tells whether a whole number with a fraction in digits stands at token i:
// "14-1/2", "3 1/2".
func (f *Finder) mixedAt(i int) bool {
	_, to := f.fractionInDigits(i + 1)
	return to > i+1
}

// fractionInDigits reads "1/2" behind a hyphen or a space; to is i where there is none.
func (f *Finder) fractionInDigits(i int) (v float64, to int) {
	at := i
	if f.hyphenAt(at) && f.glued(at+1) {
		at++
	}
	if !f.slashAt(at+1) || f.starts(at) || f.slashAt(at+3) {
		return 0, i
	}
	a, b := atoi(f.Raw(at)), atoi(f.Raw(at+2))
	if a < 1 || a >= b || b > 64 {
		return 0, i
	}
	return float64(a) / float64(b), at + 3
}

// slashAt tells whether token i is a slash with nothing between it and its neighbours.
func (f *Finder) slashAt(i int) bool {
	return f.glued(i) && f.glued(i+1) && f.Raw(i) == "/"
}

// atoi is a number of few digits, -1 for others.
func atoi(s string) int {
	if v, ok := wholeNumber(s); ok && v < 10_000 {
		return int(v)
	}
	return -1
}

// addFraction adds what stands behind a number as its fraction: "2½", "14-1/2", "two and a
// half", "one point two".
func (f *Finder) addFraction(n *number) {
	i := n.to
	if i >= len(f.Tokens) || f.starts(i) || f.Tokens[i].Shape.Wordlike() && !f.In(i, language.FractionLead) {
		return
	}
	if n.digits && n.scale == 1 && f.Tokens[i].Shape == token.Punct {
		if v := f.Lex.Pack.Vulgar[f.Raw(i)]; v > 0 {
			n.value, n.to, n.plain = n.value+v, i+1, false
			return
		}
	}
	if v, to := f.fractionInDigits(i); to > i && n.plain {
		n.value, n.to, n.plain = n.value+v, to, false
		return
	}
	if v, to := f.andAHalf(i); to > i {
		n.value, n.to, n.plain = n.value+v*n.scale, to, false
		return
	}
	if v, to := f.decimalsInWords(i); to > i && !n.digits {
		n.value, n.to = n.value+v, to
	}
}

// andAHalf reads "and a half", "-and-a-half", "and three quarters"; to is i where there is
// none.
func (f *Finder) andAHalf(i int) (v float64, to int) {
	at := f.overHyphen(i)
	if !f.nouns || !f.Is(at, "and") {
		return 0, i
	}
	at = f.overHyphen(at + 1)
	count := f.numberWord(at)
	part := f.numberWord(f.overHyphen(at + 1))
	switch {
	case f.In(at, language.AOrAn):
		count.Value = 1
	case count.Kind != language.Ones:
		return 0, i
	}
	end := f.overHyphen(at+1) + 1
	switch {
	case part.Kind == language.Half && count.Value == 1:
		return part.Value, end
	case part.Kind == language.Fraction && count.Value < part.Value:
		return count.Value / part.Value, end
	}
	return 0, i
}

// overHyphen is the token behind a hyphen at token i that joins words, else i.
func (f *Finder) overHyphen(i int) int {
	if f.hyphenAt(i) && f.glued(i+1) {
		return i + 1
	}
	return i
}

// decimalsInWords reads "point two five"; to is i where there is none.
func (f *Finder) decimalsInWords(i int) (v float64, to int) {
	if f.Is(i, "and") || !f.In(i, language.FractionLead) {
		return 0, i
	}
	to = i
	for place := 0.1; ; place /= 10 {
		w := f.numberWord(to + 1)
		if w.Kind != language.Ones || w.Value > 9 {
			break
		}
		v += w.Value * place
		to++
	}
	if to == i {
		return 0, i
	}
	return v, to + 1
}

// addMagnitude reads "million", "-million", "dozen" behind a number.
func (f *Finder) addMagnitude(n *number) {
	if at := f.overHyphen(n.to); n.scale == 1 && at < len(f.Tokens) && !f.starts(at) {
		w := f.numberWord(at)
		small := w.Kind == language.Hundred || w.Kind == language.Dozen
		if w.Kind == language.Magnitude || small && n.digits && at == n.to {
			n.value, n.scale, n.to, n.plain = n.value*w.Value, w.Value, at+1, false
		}
	}
}

// scaleOfRange is the magnitude that a number shares with the end of the range which it
// begins: "$11–12 million", "two or three million", "between 2 and 3 million". It is
// shared where the end is the larger of the two without it: not in "from 500 to 2 million".
// It is 0 where "m" at the end may be metres.
func (f *Finder) scaleOfRange(n number) float64 {
	if !f.nouns || n.scale != 1 || n.unit != "" || !f.rangeGoesOn(n) {
		return 1
	}
	i := n.to + 1
	if f.money(i) {
		i++
	}
	if i >= len(f.Tokens) || f.starts(i) || f.Tokens[i].Shape != token.Number && f.numberWord(i).Kind == language.NoNumber {
		return 1
	}
	end, ok := f.oneNumber(i)
	scale := max(end.scale, end.glued)
	switch {
	case !ok || scale < 1000 || end.value/scale <= n.value:
		return 1
	case end.metres && !f.money(n.from-1) && !f.money(i-1):
		return 0
	}
	return scale
}

// money tells whether token i is the sign of a currency.
func (f *Finder) money(i int) bool {
	return i >= 0 && i < len(f.Tokens) && f.Lex.Pack.Currency[f.Raw(i)] != ""
}

// rangeGoesOn tells whether a range goes on behind a number: with a hyphen, "to", "or",
// or "and" behind "between".
func (f *Finder) rangeGoesOn(n number) bool {
	switch i := n.to; {
	case f.Is(i, "-"), f.Is(i, "to"), f.Is(i, "or"):
		return true
	case f.Is(i, "and"):
		before := n.from - 1
		if f.money(before) {
			before--
		}
		return f.In(before, language.Between)
	}
	return false
}

// numberWord is what a word is worth in a number. Where a language's number words are not
// known, its words for millions may be.
func (f *Finder) numberWord(i int) language.Number {
	n := f.Term(i).Number
	if !f.nouns && n.Kind != language.Magnitude {
		return language.Number{}
	}
	return n
}

// value reads digits with thousands separators and a decimal point, of which the
// language tells which is which. "5k",
// "30m" and "1.5bn" are numbers, "20th" and "H1N1" are not.
func (f *Finder) value(s string) (v float64, plain, ok bool) {
	end := strings.IndexFunc(s, func(c rune) bool { return !(c >= '0' && c <= '9' || c == ',' || c == '.') })
	if end >= 0 {
		scale, known := f.Lex.Pack.Scales[strings.ToLower(s[end:])]
		if !known {
			return 0, false, false
		}
		v, _, ok = f.value(s[:end])
		return v * scale, false, ok
	}
	if v, ok := wholeNumber(s); ok {
		return v, true, true
	}
	thousands, decimal := f.Lex.Pack.Thousands, f.Lex.Pack.Decimal
	last := strings.LastIndex(s, decimal)
	whole := s
	if last >= 0 {
		whole = s[:last]
	}
	if f.Lex.Pack.Either && last >= 0 && mayBeThousands(whole, s[last+1:]) {
		return 0, false, false
	}
	if strings.Contains(whole, thousands) {
		groups := strings.Split(whole, thousands)
		for i, g := range groups[1:] { // 24,819 and 12,34,567
			if len(g) != 3 && (len(g) != 2 || i == len(groups)-2) {
				return 0, false, false
			}
		}
	}
	written := s
	s = strings.ReplaceAll(s, thousands, "")
	s = strings.Replace(s, decimal, ".", 1)
	v, err := strconv.ParseFloat(s, 64)
	return v, !strings.ContainsAny(written, ".,"), err == nil && !math.IsInf(v, 0)
}

// mayBeThousands tells whether the mark between digits may part thousands: 1,200.
func mayBeThousands(whole, rest string) bool {
	return len(rest) == len("200") && whole != "0" && len(whole) <= len("100") && atoi(whole) > 0
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
		case "٫", "٬", "،": // marks inside Arabic numbers: not read
			return to + 2
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
