package date

import (
	"glossator/internal/language"
	"glossator/internal/meta"
)

// signedDay reads days of a script without spaces, whose numbers have characters behind them:
// "2021年3月5日", "2021年", "3月5日", and "5日" where it tells a day by what follows it. A number of
// years alone is none.
func (f *Finder) signedDay(i int) int {
	at, y, m, d := i, -1, -1, -1
	if f.signAt(at+1, language.Year) && f.year(at) >= 0 {
		y, at = f.year(at), at+2
	}
	if years, ok := f.toldYear(i - 2); ok && f.joined(i) && f.signAt(i+1, language.Month) {
		i, y = i-2, f.today.Year()+years // "去年3月5日"
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
	return f.dayAlone(i)
}

// told reads words for a day or a year of two characters: "昨天", "去年". Beside some characters they are
// parts of other words.
func (f *Finder) told(i int) int {
	if f.today.IsZero() || i+1 >= len(f.Tokens) || !f.joined(i+1) || f.inWord(i) {
		return i
	}
	if days, ok := f.Lex.Pack.ToldDays[f.Raw(i)+f.Raw(i+1)]; ok {
		return f.addSpoken(i, i+2, days)
	}
	years, ok := f.toldYear(i)
	if !ok || f.numberAt(i+2) && f.joined(i+2) && f.signAt(i+3, language.Month) {
		return i
	}
	return f.add(i, i+2, meta.YearOf(f.today.Year()+years))
}

// toldYear is how many years from the article's a word at token i says.
func (f *Finder) toldYear(i int) (years int, ok bool) {
	if f.today.IsZero() || i < 0 || i+1 >= len(f.Tokens) || !f.joined(i+1) || f.inWord(i) {
		return 0, false
	}
	years, ok = f.Lex.Pack.ToldYears[f.Raw(i)+f.Raw(i+1)]
	return years, ok
}

// inWord tells whether the characters beside a word of two, from token i on, make it part of another.
func (f *Finder) inWord(i int) bool {
	return f.joined(i) && f.In(i-1, language.NoDay) || f.joined(i+2) && f.In(i+2, language.DayAsName)
}

// dayAlone reads the day of a month that is not said, in a language whose newspapers write so:
// "10日午前", "10日、". It is that of the month which its sentence dated last, or else the day
// with this number that is near the article's; none where neither is. "10日間" counts days.
func (f *Finder) dayAlone(i int) int {
	n := f.digits(i, false)
	ends, owns := f.In(i+2, language.DayEnd), f.In(i+2, language.DayOwns)
	if n < 1 || n > 31 || !f.signAt(i+1, language.Day) || f.signBefore(i) || !ends && !owns || f.today.IsZero() {
		return i
	}
	if a := f.anchor; len(a) >= len("2022-01") && a.Month() != f.Day.Month() {
		if day := meta.DayOf(yearOf(a), int(a.Time().Month()), n); day >= a {
			return f.add(i, i+2, day)
		}
		return i
	}
	most := 10 // days
	if owns {
		most = 2 // "10日の会見" is as many days' where it is not this week's
	}
	for days := range most + 1 {
		for _, day := range [...]meta.Day{f.days(-days), f.days(days)} {
			if day.Time().Day() == n {
				return f.add(i, i+2, day)
			}
		}
	}
	return i
}

// signBefore tells whether the number at token i hangs together with one before it: "3月5日", "1〜5日".
func (f *Finder) signBefore(i int) bool {
	return i > 0 && f.joined(i) && (f.numberAt(i-1) || f.Lex.Pack.DaySigns[f.Raw(i-1)] != 0 || f.AnyOf(i-1, "-", "〜", "~", "・", "、") && f.numberAt(i-2))
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
