package date

import (
	"glossator/internal/language"
	"glossator/internal/meta"
)

// partOfYear reads "the third quarter of 1998", "first-half", "the second fiscal quarter":
// the ordinal n ends before token i+1. Without a year it is read beside words of accounts
// alone, and never beside words of sport.
func (f *Finder) partOfYear(i, n int) int {
	j, fiscal := f.behindHyphen(i+1), f.In(i-1, language.Fiscal)
	if f.In(j, language.Fiscal) {
		j, fiscal = j+1, true
	}
	unit := f.word(j).N
	if f.word(j).Kind != language.UnitWord || n > 4 {
		return i
	}
	if unit != language.Quarter && (unit != language.HalfYear || n > 2) {
		return i
	}
	from := i
	if fiscal && f.In(i-1, language.Fiscal) {
		from--
	}
	return f.placeQuarter(f.withThe(from), j+1, unit, n, fiscal)
}

// quarterCode reads "Q3", "Q3 2019", "H1 of 2020".
func (f *Finder) quarterCode(i int, w language.Time) int {
	unit := language.Quarter
	if w.Kind == language.HalfWord {
		unit = language.HalfYear
	}
	if !f.capital(i) {
		return i
	}
	return f.placeQuarter(i, i+1, unit, w.N, f.In(i-1, language.Fiscal))
}

// placeQuarter records the nth quarter or half of the year that is said behind token to,
// or of the one nearest by tense. What quarter of the calendar a fiscal one is, no text
// tells.
func (f *Finder) placeQuarter(from, to, unit, n int, fiscal bool) int {
	y, end := f.yearOfQuarter(to)
	switch {
	case end == to && !f.ofAccounts(from):
		return from
	case y >= 0 && !fiscal && !f.In(end-2, language.Fiscal):
		return f.dated(from, end, partDay(y, unit, n))
	case y >= 0:
		return f.add(from, end, meta.YearOf(y))
	case fiscal || end > to || f.today.IsZero():
		return f.add(from, end, "")
	}
	return f.add(from, end, f.nearPart(from, end, unit, n))
}

// yearOfQuarter reads the year of a quarter: "1998", "of fiscal 1998", "of last year",
// "of the year"; to is i where none is said, and y -1 where it is none of the calendar.
func (f *Finder) yearOfQuarter(i int) (y, to int) {
	if y := f.year(f.behindComma(i)); y >= 0 {
		return y, f.behindComma(i) + 1
	}
	if !f.Is(i, "of") {
		if day, to := f.monthOfYear(i, 1); to > i {
			return yearOf(day), to
		}
		return -1, i
	}
	at := i + 1
	if f.In(at, language.Fiscal) {
		at++
	}
	switch {
	case f.year(at) >= 0:
		return f.year(at), at + 1
	case f.Is(at, "the") && f.isUnit(at+1, language.Year) && !f.today.IsZero():
		return f.today.Year(), at + 2
	}
	if day, to := f.monthOfYear(i, 1); to > i {
		return yearOf(day), to
	}
	return -1, i
}

// ofAccounts tells whether the sentence that holds token i speaks of money and not of
// sport, or goes on about a quarter.
func (f *Finder) ofAccounts(i int) bool {
	if f.sentence >= len(f.Sentences) {
		return false
	}
	accounts := f.quarter != ""
	s := f.Sentences[f.sentence]
	const farthest = 60 // tokens
	for j := max(s.From, i-farthest); j < min(s.To, i+farthest); j++ {
		if f.In(j, language.Match) {
			return false
		}
		accounts = accounts || f.In(j, language.Accounts)
	}
	return accounts
}

func partDay(y, unit, n int) meta.Day {
	if unit == language.HalfYear {
		return meta.HalfOf(y, n)
	}
	return meta.QuarterOf(y, n)
}

// partAt is the quarter or half that holds a day, n parts on.
func partAt(day meta.Day, unit, n int) meta.Day {
	months := monthsOf(unit)
	at := yearOf(day)*12/months + (int(day.Time().Month())-1)/months + n
	parts := 12 / months
	return partDay(at/parts, unit, at%parts+1)
}

func monthsOf(unit int) int {
	if unit == language.HalfYear {
		return 6
	}
	return 3
}

// nearPart is the nth quarter or half without a year: the last one that is over, or the
// next that is not, by tense. One that runs on the article's day and of which is told as
// past may be the year's before, or that of a firm whose year is another.
func (f *Finder) nearPart(from, to, unit, n int) meta.Day {
	if a := f.anchor; unitOf(a) == unit && numberOf(a) > 0 && numberOf(a) < n {
		return partDay(yearOf(a), unit, n) // "in the first half of 1990 and the second half"
	}
	now := f.Day.First()
	this := partDay(f.today.Year(), unit, n)
	side := f.side(from, to)
	ahead := side == language.Future || side == language.Modal
	switch {
	case this.First() > now && (ahead || side == language.Present):
		return this
	case this.First() > now && side == language.Past:
		return partDay(f.today.Year()-1, unit, n)
	case this.Last() < now && ahead && f.monthsSince(this) > 6:
		return partDay(f.today.Year()+1, unit, n)
	case this.Last() < now:
		return this
	case this.First() <= now && side != language.Past:
		return this
	}
	return ""
}

// monthsSince are the months from the end of a part of the year to the article's.
func (f *Finder) monthsSince(part meta.Day) int {
	return int(f.today.Month()) - int(part.Last().Time().Month())
}

// quarterNear reads "last quarter", "the current quarter", "the previous quarter".
func (f *Finder) quarterNear(from, i int, k language.TimeKind) int {
	unit := f.word(i + 1).N
	switch {
	case unit == language.Period, !f.ofAccounts(i):
		return i
	case f.In(i, language.ToOther) && f.quarter == "", f.today.IsZero():
		return f.add(from, i+2, "")
	case f.In(i, language.ToOther):
		return f.add(from, i+2, partAt(f.quarter, unit, step(k)))
	}
	return f.add(from, i+2, partAt(f.Day, unit, step(k)))
}

// theQuarter reads "the quarter", which is the one that the text spoke of; "the quarter
// ended March 31" says which it is itself.
func (f *Finder) theQuarter(i int) int {
	if f.quarter == "" || f.isUnit(i, language.Period) || !f.ofAccounts(i) {
		return i
	}
	if f.Term(i+1).Tense != language.NoTense || f.In(i+1, language.Ending) {
		return f.add(i-1, i+1, "")
	}
	q := f.quarter
	to := f.add(i-1, i+1, q)
	return to
}

// yearEarlier reads "the year-earlier quarter", "the same period last year": the quarter
// that the text spoke of, a year before, and its year where no quarter is known.
func (f *Finder) yearEarlier(from, to int) int {
	y, end := f.yearOfQuarter(to)
	said := end > to
	switch {
	case f.word(end).Kind == language.EarlierWord:
	case f.Is(end, "a") && f.isUnit(end+1, language.Year) && f.word(end+2).Kind == language.EarlierWord:
		end = end + 3
	case f.In(from, language.Definite) && f.word(from+1).Kind == language.SameWord && !said:
		return from
	}
	q := f.quarter
	if u := f.word(to - 1).N; q != "" && u != language.Period && u != unitOf(q) {
		q = "" // a half says nothing of "the year-earlier quarter"
	}
	switch {
	case said && y < 0:
		return f.add(from, end, "")
	case q != "" && said:
		return f.keepQuarter(from, end, partDay(y, unitOf(q), numberOf(q)))
	case said:
		return f.add(from, end, meta.YearOf(y))
	case q != "":
		return f.keepQuarter(from, end, partDay(yearOf(q)-1, unitOf(q), numberOf(q)))
	case !f.today.IsZero():
		return f.add(from, end, meta.YearOf(f.today.Year()-1))
	}
	return f.add(from, end, "")
}

// keepQuarter records a quarter that another was compared with, of which the text goes on
// to speak.
func (f *Finder) keepQuarter(from, to int, day meta.Day) int {
	q := f.quarter
	to = f.add(from, to, day)
	f.quarter = q
	return to
}

// unitOf is the unit that a part of a year is.
func unitOf(part meta.Day) int {
	if _, months := part.Part(); months == 6 {
		return language.HalfYear
	}
	return language.Quarter
}

// numberOf is the number of a part in its year; 0 for other days.
func numberOf(part meta.Day) int {
	first, months := part.Part()
	if months == 0 {
		return 0
	}
	return (first-1)/months + 1
}
