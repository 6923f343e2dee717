package date

import (
	"glossator/internal/language"
	"glossator/internal/meta"
	"glossator/internal/token"
)

// weekdayAndNumber reads a weekday, which ends before token end, with the number of its day and
// no month: "el lunes 16", "terça-feira (3)", "quarta-feira (3/5)"; the month may be said at the
// end of the range which it begins, "lunes 10 al viernes 14 de octubre". Weekday and number have to agree
// on a day.
func (f *Finder) weekdayAndNumber(i, end, weekday int) int {
	if !f.Lex.Pack.SmallDays || f.today.IsZero() {
		return i
	}
	var day meta.Day
	to := end + 1
	switch {
	case f.Is(end, "("):
		day, to = f.bracketedDay(end+1, weekday)
	case f.dayOfMonth(end) < 0 || f.countsAt(to):
		return i
	default:
		n := f.dayOfMonth(end)
		if m := f.monthAtEnd(to, n); m > 0 {
			day = f.yearOn(weekday, yearly{month: m, day: n})
		} else {
			day = f.nearNumber(weekday, n)
		}
	}
	if day == "" {
		return i
	}
	return f.add(i, to, day)
}

// bracketedDay reads "3)" or "3/5)" behind the bracket of a weekday.
func (f *Finder) bracketedDay(i, weekday int) (day meta.Day, to int) {
	n := f.dayOfMonth(i)
	switch {
	case n < 0:
	case f.Is(i+1, ")"):
		return f.nearNumber(weekday, n), i + 2
	case f.Is(i+1, "/") && f.Is(i+3, ")") && f.digits(i+2, false) > 0:
		return f.yearOn(weekday, yearly{month: f.digits(i+2, false), day: n}), i + 4
	}
	return "", i
}

// countsAt tells whether what stands at token i makes the number before it a count of it:
// "el lunes 16 personas".
func (f *Finder) countsAt(i int) bool {
	if i >= len(f.Tokens) || f.Tokens[i].Flags&token.Break != 0 {
		return false
	}
	if f.Tokens[i].Shape == token.Punct {
		return !f.AnyOf(i, ",", ".", ";", ":", ")") || f.joined(i+1)
	}
	counted := f.Plural(i) || f.capital(i) || f.Term(i).Unit != "" || f.Term(i).Number.Kind != language.NoNumber
	return counted || f.Is(i, "of") || f.In(i, language.People) || f.Tokens[i].Shape == token.Number
}

// monthAtEnd is the month that the end of a range says of its beginning, the n-th: "al viernes 14 de
// octubre" behind token i; 0 where there is none.
func (f *Finder) monthAtEnd(i, n int) int {
	if !f.In(i, language.RangeEnd) {
		return 0
	}
	i++
	if f.In(i, language.Article) {
		i++
	}
	if w := f.word(i); w.Kind == language.WeekdayWord {
		i = f.weekdayEnd(i, w.N)
	}
	last, at := f.dayOfMonth(i), i+1
	if f.Is(at, "of") {
		at++
	}
	w := f.word(at)
	if last < 0 || w.Kind != language.MonthWord {
		return 0
	}
	if n > last {
		return (w.N+10)%12 + 1
	}
	return w.N
}

// nearNumber is the day with number n that falls on a weekday within some weeks of the
// article's day; none where there are two.
func (f *Finder) nearNumber(weekday, n int) (near meta.Day) {
	const weeks = 6
	first := (weekday-int(f.today.Weekday())+7)%7 - 7*weeks
	for days := first; days <= 7*weeks; days += 7 {
		at := f.today.AddDate(0, 0, days)
		switch {
		case at.Day() != n:
		case near != "":
			return ""
		default:
			near = meta.DayAt(at)
		}
	}
	return near
}
