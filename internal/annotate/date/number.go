package date

import (
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
	s := f.Raw(i)
	if n := len(s); ordinal && n > 2 {
		switch s[n-2:] {
		case "st", "nd", "rd", "th":
			s = s[:n-2]
		}
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
	if i > 0 && f.joined(i) && f.Tokens[i-1].Shape == token.Punct && strings.ContainsAny(f.Raw(i-1), "$€£#/.:") {
		return i
	}
	if to, day := f.allDigits(i); to > i {
		return f.add(i, to, day)
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
		j := i + 1
		if f.Is(j, "of") {
			j++
		}
		if w := f.word(j); (w.Kind == language.MonthWord || w.Kind == language.ShortMonthWord) && f.capital(j) && f.dayOfMonth(j+1) < 0 {
			to, day := j+1, f.monthDay(i, w.N, n)
			if f.Is(to, ",") && f.year(to+1) >= 0 {
				to++
			}
			if y := f.year(to); y >= 0 {
				to, day = to+1, meta.DayOf(y, w.N, n)
			}
			return f.add(i, to, day)
		}
	}
	if n := f.digits(i, false); n > 0 {
		return f.counted(i, n, i+1)
	}
	return i
}

// decade reads "the late 1990s", "the '70s", "the 19th century", which lie in no one
// year.
func (f *Finder) decade(i int) int {
	s, from, to := f.Raw(i), i, i+1
	digits := strings.TrimSuffix(s, "s")
	switch n := atoi(digits); {
	case len(digits) < len(s) && n >= 1000 && n < 2100 && n%10 == 0:
	case len(digits) < len(s) && len(digits) == 2 && n > 0 && n%10 == 0 && i > 0 && f.joined(i) && (f.Raw(i-1) == "'" || f.Raw(i-1) == "’" || f.Raw(i-1) == "‘"):
		from--
	case f.dayOfMonth(i) > 0 && len(s) > 2 && s[len(s)-1] > '9':
		if f.Is(to, "-") && f.joined(to) {
			to++
		}
		if f.word(to) != (language.Time{Kind: language.UnitWord, N: language.Century}) {
			return i
		}
		to++
	default:
		return i
	}
	from = f.withPart(from)
	if f.Is(from-1, "the") {
		from--
	}
	return f.add(from, to, "")
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
	if i+4 >= len(f.Tokens) || !f.joined(i+1) || !f.joined(i+2) || !f.joined(i+3) || !f.joined(i+4) || f.joined(i+5) && f.Tokens[i+5].Shape != token.Punct {
		return i, ""
	}
	a, b, c := f.digits(i, false), f.digits(i+2, false), f.digits(i+4, false)
	mark := f.Raw(i + 1)
	if mark != f.Raw(i+3) || a < 0 || b < 0 || c < 0 {
		return i, ""
	}
	switch {
	case (mark == "-" || mark == "/") && f.year(i) >= 0:
		if day := meta.DayOf(a, b, c); day != "" {
			return i + 5, day
		}
	case (mark == "/" || mark == "-") && f.year(i+4) >= 0:
		m, n := b, a
		if b > 12 || a <= 12 && f.Lex.Pack.MonthFirst {
			m, n = a, b
		}
		if day := meta.DayOf(c, m, n); day != "" {
			return i + 5, day
		}
	}
	return i, ""
}

// bareYear reads a year that stands alone, or a span of years, which is in no year.
func (f *Finder) bareYear(i, y int) int {
	after := i + 1
	if f.joined(after) && f.Is(after, "-") && f.joined(after+1) {
		if n := f.digits(after+1, false); n >= 0 {
			return f.add(i, after+2, "") // 2021-22
		}
		if f.Tokens[after+1].Shape.Wordlike() {
			return i // 2000-strong
		}
	}
	if f.joined(after) && (f.Is(after, "%") || f.Is(after, ".") && f.joined(after+1)) || f.Is(after, "percent") {
		return i
	}
	if f.words && !f.opens(i) && !f.In(f.prev(i), language.DateLead) && !f.calendarBefore(i) && f.Plural(after) {
		return i // "some 2000 people"
	}
	if f.words {
		return f.add(f.withPart(i), after, meta.DayOf(y, 0, 0))
	}
	return f.add(i, after, meta.DayOf(y, 0, 0))
}

// opens tells whether token i stands first in its sentence or behind punctuation.
func (f *Finder) opens(i int) bool {
	return f.prev(i) < 0 || f.Tokens[i-1].Shape == token.Punct && !f.Is(i-1, "-")
}

func (f *Finder) calendarBefore(i int) bool {
	k := f.word(i - 1).Kind
	return k == language.MonthWord || k == language.ShortMonthWord || k == language.SeasonWord
}
