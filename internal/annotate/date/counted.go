package date

import (
	"glossator/internal/language"
	"glossator/internal/meta"
)

// signedDay reads days of a script without spaces, whose numbers have characters behind them:
// "2021年3月5日", "2021年", "3月5日". A day or a number of years alone is none.
func (f *Finder) signedDay(i int) int {
	at, y, m, d := i, -1, -1, -1
	if f.signAt(at+1, language.Year) && f.year(at) >= 0 {
		y, at = f.year(at), at+2
	}
	if n := f.digits(at, false); n >= 1 && n <= 12 && f.signAt(at+1, language.Month) && (at == i || f.joined(at)) {
		m, at = n, at+2
	}
	if n := f.digits(at, false); m > 0 && n >= 1 && n <= 31 && f.signAt(at+1, language.Day) && f.joined(at) {
		d, at = n, at+2
	}
	switch {
	case y > 0 && d > 0:
		return f.dated(i, at, meta.DayOf(y, m, d))
	case y > 0 && m > 0:
		return f.dated(i, at, meta.MonthOf(y, m))
	case y > 0:
		return f.dated(i, at, meta.YearOf(y))
	case d > 0:
		return f.add(i, at, f.monthDay(i, at, m, d))
	}
	return i
}

// signAt tells whether the character for a unit of the calendar stands right behind a number
// at token i.
func (f *Finder) signAt(i, unit int) bool {
	if !f.joined(i) {
		return false
	}
	u, ok := f.Lex.Pack.DaySigns[f.Raw(i)]
	return ok && u == unit
}
