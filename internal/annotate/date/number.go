package date

import (
	"slices"
	"strings"

	"glossator/internal/language"
	"glossator/internal/meta"
	"glossator/internal/token"
)

// digits is the number that token i is, written without separators; -1 for others.
// An ordinal ("20th") counts where it may.
func (f *Finder) digits(i int, ordinal bool) int {
	if i < 0 || i >= len(f.Tokens) || f.Tokens[i].Shape != token.Number {
		return -1
	}
	s := f.Digits(i)
	if n := len(s); ordinal && n > 2 && slices.Contains(f.Lex.Pack.OrdinalEnds, s[n-2:]) { // of two letters: 1er mars
		s = s[:n-2]
	}
	if len(s) > 4 {
		return -1
	}
	n := 0
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return -1
		}
		n = 10*n + int(c-'0')
	}
	return n
}

// year is the year that token i may be, else -1.
func (f *Finder) year(i int) int {
	if n := f.digits(i, false); n >= 1800 && n < 2100 {
		return n
	}
	return -1
}

// dayOfMonth is the day of a month that token i may be, else -1.
func (f *Finder) dayOfMonth(i int) int {
	if n := f.digits(i, true); n >= 1 && n <= 31 && (i+1 >= len(f.Tokens) || !f.Is(i+1, "%")) {
		return n
	}
	return -1
}

// number reads a date that begins with digits: 2022-12-19, 19.12.2022, 12/19/2022,
// 3 March 2022, a year, or "10 days ago".
func (f *Finder) number(i int) int {
	if f.joined(i) && strings.ContainsAny(f.Raw(i-1), "$€£#/.:") {
		return i
	}
	if f.joined(i) && f.joined(i-1) && f.Is(i-1, "-") && f.digits(i-2, false) > 31 && f.year(i-2) < 0 {
		return i // "decree 531-2021"
	}
	if to, day := f.allDigits(i); to > i {
		return f.dated(i, to, day)
	}
	if f.Lex.Pack.DaySigns != nil {
		return f.signedDay(i)
	}
	if y := f.year(i); y >= 0 {
		return f.bareYear(i, y)
	}
	if !f.words {
		return i
	}
	if to := f.decade(i); to > i {
		return to
	}
	if n := f.dayOfMonth(i); n >= 0 {
		if to := f.daysOf(i, n); to > i {
			return to
		}
		if to := f.dayOf(i, n, f.behindSign(i+1)); to > i {
			return to
		}
	}
	if n := f.digits(i, false); n > 0 {
		return f.counted(i, n, i+1)
	}
	return i
}

// dayOf reads "3 March 2022", "the third of May", "11 September attacks": the number n of
// the day ends before token j.
func (f *Finder) dayOf(i, n, j int) int {
	if f.Is(j, "of") {
		j++
	}
	w := f.word(j)
	if w.Kind != language.MonthWord && w.Kind != language.ShortMonthWord || !f.asDay(j) || f.dayOfMonth(j+1) >= 0 && !f.Lex.Pack.OrdinalStop {
		return i
	}
	if f.partOfName(j) {
		return i
	}
	to := f.behindComma(j + 1)
	if f.Is(to, "of") && f.year(to+1) >= 0 { // "3 de marzo de 2022"
		to++
	}
	if y := f.year(to); y >= 0 {
		return f.dated(i, to+1, meta.DayOf(y, w.N, n))
	}
	if month, end := f.monthOfYear(j+1, w.N); end > j+1 { // "3 de marzo del año pasado"
		return f.dated(i, end, meta.DayOf(yearOf(month), w.N, n))
	}
	return f.add(i, j+1, f.monthDay(i, j+1, w.N, n))
}

// behindComma is the token behind a comma at token i that a year follows, else i.
func (f *Finder) behindComma(i int) int {
	if f.Is(i, ",") && f.year(i+1) >= 0 {
		return i + 1
	}
	return i
}

// decade reads "the late 1990s", "the '70s", "the 19th century", which lie in no one
// year.
func (f *Finder) decade(i int) int {
	from, to := i, i+1
	switch s := f.Raw(i); {
	case roundYear(s, 1000, 2100):
	case roundYear(s, 10, 100) && f.joined(i) && strings.ContainsAny(f.Raw(i-1), "'’‘"):
		from--
	case f.dayOfMonth(i) > 0 && s[len(s)-1] > '9' && f.isUnit(f.behindHyphen(to), language.Century):
		to = f.behindHyphen(to) + 1
	default:
		return i
	}
	if from = f.withPart(from); f.Is(from-1, "the") {
		from--
	}
	return f.add(from, to, "")
}

// roundYear tells whether s is a decade within bounds, written as "1990s".
func roundYear(s string, least, bound int) bool {
	digits, ok := strings.CutSuffix(s, "s")
	n := atoi(digits)
	return ok && n >= least && n < bound && n%10 == 0
}

// allDigits reads a whole day in digits. Which of two numbers is the month is known
// where one is above 12, else by the language: the month stands first in "en" and
// "en-US" with slashes only.
func (f *Finder) allDigits(i int) (int, meta.Day) {
	s := f.Raw(i)
	if strings.Count(s, ".") == 2 {
		p := strings.Split(s, ".")
		if len(p[2]) == 4 {
			return i + 1, meta.DayOf(atoi(p[2]), atoi(p[1]), atoi(p[0]))
		}
		return i, ""
	}
	if !f.threeNumbers(i) {
		return i, ""
	}
	a, b, c := f.digits(i, false), f.digits(i+2, false), f.digits(i+4, false)
	var day meta.Day
	switch {
	case f.year(i) >= 0:
		day = meta.DayOf(a, b, c)
	case f.year(i+4) >= 0 && (b > 12 || a <= 12 && f.Lex.Pack.MonthFirst):
		day = meta.DayOf(c, a, b)
	case f.year(i+4) >= 0:
		day = meta.DayOf(c, b, a)
	}
	if day == "" {
		return i, ""
	}
	return i + 5, day
}

// threeNumbers tells whether three numbers hang together with the same mark between
// them, and with nothing else.
func (f *Finder) threeNumbers(i int) bool {
	for j := i + 1; j < i+5; j++ {
		if !f.joined(j) {
			return false
		}
	}
	if f.joined(i+5) && f.Tokens[i+5].Shape != token.Punct {
		return false
	}
	mark := f.Raw(i + 1)
	return mark == f.Raw(i+3) && (mark == "-" || mark == "/") && f.digits(i, false)|f.digits(i+2, false)|f.digits(i+4, false) >= 0
}

// bareYear reads a year that stands alone, or a span of years, which is in no year.
func (f *Finder) bareYear(i, y int) int {
	after := i + 1
	if j := f.behindHyphen(after); j > after {
		if f.digits(j, false) >= 0 {
			return f.add(i, j+1, "") // 2021-22
		}
		if f.Tokens[j].Shape.Wordlike() {
			return i // 2000-strong
		}
	}
	if f.Lex.Pack.Postposed && f.Is(i-1, "of") && f.isUnit(i-2, language.Decade) { // "la década de 1990"
		return f.add(i-2, after, "")
	}
	switch {
	case f.measured(after):
		return i
	case !f.words:
		return f.add(i, after, meta.YearOf(y))
	case f.Plural(after) && !f.yearLead(i): // "some 2000 people"
		return i
	case f.vintage(i), f.Lex.Pack.CapitalNouns && f.capital(after) && !f.behindYearWord(i): // "2023 Verluste", "2000 Menschen"
		return i
	}
	return f.add(f.withPart(i), after, meta.YearOf(y))
}

// behindYearWord tells whether what stands before token i makes it a year, whatever follows:
// "im Jahr 2023", "seit 2023".
func (f *Finder) behindYearWord(i int) bool {
	return f.isUnit(i-1, language.Year) || f.calendarBefore(i) || f.Lex.Pack.Side(f.Tokens[max(i-1, 0):i]) == language.Past
}

// measured tells whether what stands at token i makes the number before it no year: a
// percent sign, or digits behind a point.
func (f *Finder) measured(i int) bool {
	if f.Is(i, "percent") {
		return true
	}
	if !f.joined(i) {
		return false
	}
	return f.Is(i, "%") || f.Is(i, ".") && f.joined(i+1) && f.Tokens[i+1].Shape == token.Number
}

// yearLead tells whether what stands before token i makes it a year, though a plural
// follows.
func (f *Finder) yearLead(i int) bool {
	return f.opens(i) || f.In(f.prev(i), language.DateLead) || f.calendarBefore(i)
}

// vintage tells whether a year is that in which a thing was made: "a 1987 car".
func (f *Finder) vintage(i int) bool {
	const near = 3 // tokens: "her 1987 Chevrolet Nova"
	for j := i + 1; j <= i+near && j < len(f.Tokens) && f.Tokens[j].Shape.Wordlike(); j++ {
		if f.In(j, language.Vintage) {
			return f.In(f.prev(i), language.Article, language.Possessive)
		}
	}
	return false
}

// opens tells whether token i stands first in its sentence or behind punctuation.
func (f *Finder) opens(i int) bool {
	return f.prev(i) < 0 || f.Tokens[i-1].Shape == token.Punct && !f.Is(i-1, "-")
}

func (f *Finder) calendarBefore(i int) bool {
	k := f.word(i - 1).Kind
	return k == language.MonthWord || k == language.ShortMonthWord || k == language.SeasonWord
}
