package annotate

import (
	"strings"

	"glossator/internal/language"
	"glossator/internal/meta"
	"glossator/internal/token"
)

// digits is the number that token i is, written without separators; -1 for others.
// An ordinal ("20th") counts where it may.
func (d *dater) digits(i int, ordinal bool) int {
	if i < 0 || i >= len(d.tokens) || d.tokens[i].Shape != token.Number {
		return -1
	}
	s := d.raw(i)
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
func (d *dater) year(i int) int {
	if n := d.digits(i, false); n >= 1800 && n < 2100 {
		return n
	}
	return -1
}

// dayOfMonth is the day of a month that token i may be, else -1.
func (d *dater) dayOfMonth(i int) int {
	if n := d.digits(i, true); n >= 1 && n <= 31 && (i+1 >= len(d.tokens) || !d.is(i+1, "%")) {
		return n
	}
	return -1
}

// number reads a date that begins with digits: 2022-12-19, 19.12.2022, 12/19/2022,
// 3 March 2022, a year, or "10 days ago".
func (d *dater) number(i int) int {
	if i > 0 && d.joined(i) && d.tokens[i-1].Shape == token.Punct && strings.ContainsAny(d.raw(i-1), "$€£#/.:") {
		return i
	}
	if to, day := d.allDigits(i); to > i {
		return d.add(i, to, day)
	}
	if y := d.year(i); y >= 0 {
		return d.bareYear(i, y)
	}
	if !d.words {
		return i
	}
	if to := d.decade(i); to > i {
		return to
	}
	if n := d.dayOfMonth(i); n >= 0 {
		j := i + 1
		if d.is(j, "of") {
			j++
		}
		if w := d.word(j); (w.Kind == language.MonthWord || w.Kind == language.ShortMonthWord) && d.capital(j) && d.dayOfMonth(j+1) < 0 {
			to, day := j+1, d.monthDay(i, w.N, n)
			if d.is(to, ",") && d.year(to+1) >= 0 {
				to++
			}
			if y := d.year(to); y >= 0 {
				to, day = to+1, meta.DayOf(y, w.N, n)
			}
			return d.add(i, to, day)
		}
	}
	if n := d.digits(i, false); n > 0 {
		return d.counted(i, n, i+1)
	}
	return i
}

// decade reads "the late 1990s", "the '70s", "the 19th century", which lie in no one
// year.
func (d *dater) decade(i int) int {
	s, from, to := d.raw(i), i, i+1
	digits := strings.TrimSuffix(s, "s")
	switch n := atoi(digits); {
	case len(digits) < len(s) && n >= 1000 && n < 2100 && n%10 == 0:
	case len(digits) < len(s) && len(digits) == 2 && n > 0 && n%10 == 0 && i > 0 && d.joined(i) && (d.raw(i-1) == "'" || d.raw(i-1) == "’" || d.raw(i-1) == "‘"):
		from--
	case d.dayOfMonth(i) > 0 && len(s) > 2 && s[len(s)-1] > '9':
		if d.is(to, "-") && d.joined(to) {
			to++
		}
		if d.word(to) != (language.Time{Kind: language.UnitWord, N: language.Century}) {
			return i
		}
		to++
	default:
		return i
	}
	from = d.withPart(from)
	if d.is(from-1, "the") {
		from--
	}
	return d.add(from, to, "")
}

// allDigits reads a whole day in digits. Which of two numbers is the month is known
// where one is above 12, else by the language: the month stands first in "en" and
// "en-US" with slashes only.
func (d *dater) allDigits(i int) (int, meta.Day) {
	s := d.raw(i)
	if strings.Count(s, ".") == 2 {
		p := strings.Split(s, ".")
		if len(p[2]) == 4 {
			return i + 1, meta.DayOf(atoi(p[2]), atoi(p[1]), atoi(p[0]))
		}
		return i, ""
	}
	if i+4 >= len(d.tokens) || !d.joined(i+1) || !d.joined(i+2) || !d.joined(i+3) || !d.joined(i+4) || d.joined(i+5) && d.tokens[i+5].Shape != token.Punct {
		return i, ""
	}
	a, b, c := d.digits(i, false), d.digits(i+2, false), d.digits(i+4, false)
	mark := d.raw(i + 1)
	if mark != d.raw(i+3) || a < 0 || b < 0 || c < 0 {
		return i, ""
	}
	switch {
	case (mark == "-" || mark == "/") && d.year(i) >= 0:
		if day := meta.DayOf(a, b, c); day != "" {
			return i + 5, day
		}
	case (mark == "/" || mark == "-") && d.year(i+4) >= 0:
		m, n := b, a
		if b > 12 || a <= 12 && d.lex.Pack.MonthFirst {
			m, n = a, b
		}
		if day := meta.DayOf(c, m, n); day != "" {
			return i + 5, day
		}
	}
	return i, ""
}

// bareYear reads a year that stands alone, or a span of years, which is in no year.
func (d *dater) bareYear(i, y int) int {
	after := i + 1
	if d.joined(after) && d.is(after, "-") && d.joined(after+1) {
		if n := d.digits(after+1, false); n >= 0 {
			return d.add(i, after+2, "") // 2021-22
		}
		if d.tokens[after+1].Shape.Wordlike() {
			return i // 2000-strong
		}
	}
	if d.joined(after) && (d.is(after, "%") || d.is(after, ".") && d.joined(after+1)) || d.is(after, "percent") {
		return i
	}
	if d.words && !d.opens(i) && !d.in(d.prev(i), language.DateLead) && !d.calendarBefore(i) && d.plural(after) {
		return i // "some 2000 people"
	}
	if d.words {
		return d.add(d.withPart(i), after, meta.DayOf(y, 0, 0))
	}
	return d.add(i, after, meta.DayOf(y, 0, 0))
}

// opens tells whether token i stands first in its sentence or behind punctuation.
func (d *dater) opens(i int) bool {
	return d.prev(i) < 0 || d.tokens[i-1].Shape == token.Punct && !d.is(i-1, "-")
}

func (d *dater) calendarBefore(i int) bool {
	k := d.word(i - 1).Kind
	return k == language.MonthWord || k == language.ShortMonthWord || k == language.SeasonWord
}
