package date

import (
	"time"

	"glossator/internal/language"
	"glossator/internal/meta"
)

// weekday reads "Monday", "Monday, March 3", "Monday 3 March", "Monday of next week".
func (f *Finder) weekday(i int, w language.Time) int {
	end := f.weekdayEnd(i, w.N)
	if !f.asDay(i) || f.partOfName(i) || end == i {
		return i
	}
	if to := f.weekdayAndDate(i, end, w.N); to > i {
		return to
	}
	if to := f.weekdayAndNumber(i, end, w.N); to > i {
		return to
	}
	if f.In(f.prev(i), language.NoDay) { // "every Friday", "on a Monday"
		return i
	}
	if day, to := f.ofWeek(end, w.N); to > end {
		return f.add(i, to, day)
	}
	if day, to := f.besideOther(i, w.N); to > i {
		return f.add(f.withThe(i), to, day)
	}
	if f.behind == i-1 && f.AnyOf(i-1, ",", "(") && onWeekday(f.anchor, w.N) { // "tomorrow (Friday)"
		return f.add(i, end, f.anchor)
	}
	return f.add(i, end, f.onWeekday(i, end, w.N, language.NoTime))
}

// onWeekday tells whether a whole day falls on a weekday.
func onWeekday(day meta.Day, weekday int) bool {
	return day.Full() && int(day.Time().Weekday()) == weekday
}

// weekdayEnd is the token behind a weekday; i where an end that it must have is missing:
// "segunda-feira".
func (f *Finder) weekdayEnd(i, weekday int) int {
	const monday, friday = 1, 5
	if f.Lex.Pack.WeekdayEnd == "" || weekday < monday || weekday > friday {
		return i + 1
	}
	if at := f.behindHyphen(i + 1); at > i+1 && f.Fold(at) == f.Lex.Pack.WeekdayEnd {
		return at + 1
	}
	return i
}

// weekdayAndDate reads a weekday, which ends before token end, before a whole date. Where no
// year is said, the weekday tells which it is.
func (f *Finder) weekdayAndDate(i, end, weekday int) int {
	f.yearless = yearly{}
	to := f.weekdayAndDay(i, end)
	if last := len(f.out) - 1; to > i && f.yearless.day > 0 && !onWeekday(f.out[last].Resolves, weekday) {
		if day := f.yearOn(weekday, f.yearless); day != "" {
			f.out[last].Resolves, f.anchor, f.full = day, day, day
		}
	}
	return to
}

// yearOn is the day of every year that falls on a weekday and is less than a year away from the
// article's; none where it does in no such year.
func (f *Finder) yearOn(weekday int, what yearly) meta.Day {
	const year = 366 // days
	for _, years := range [...]int{0, -1, 1} {
		if day := what.on(f.today.Year() + years); !f.today.IsZero() && f.daysTo(day) < year && onWeekday(day, weekday) {
			return day
		}
	}
	return ""
}

func (f *Finder) weekdayAndDay(i, end int) int {
	j := end
	if f.Is(j, ",") || f.Is(j, "the") {
		j++
	}
	if f.Lex.Pack.OrdinalStop && f.Is(j, "the") { // "Dienstag, dem 5. März"
		j++
	}
	k := j
	switch w := f.word(j); {
	case w.Kind == language.MonthWord || w.Kind == language.ShortMonthWord:
		day := j + 1
		if f.stopOfMonth(j, w.Kind) {
			day++
		}
		if !f.asDay(j) || f.dayOfMonth(day) < 0 {
			return i
		}
		return f.month(i, j, w)
	case f.dayOfMonth(j) > 0:
		k = f.dayOf(j, f.dayOfMonth(j), f.behindSign(j+1))
	}
	if n := len(f.out) - 1; k > j && n >= 0 {
		f.out[n].Span.Start = int(f.Tokens[i].Start)
		return k
	}
	return i
}

// ofWeek reads "of last week" behind a weekday. A week begins on Monday.
func (f *Finder) ofWeek(i, weekday int) (day meta.Day, to int) {
	k := f.word(i + 1).Kind
	if !f.Is(i, "of") || step(k) == 0 && k != language.ThisWord || !f.isUnit(i+2, language.Week) {
		return "", i
	}
	if f.today.IsZero() {
		return "", i + 3
	}
	monday := f.today.AddDate(0, 0, -(int(f.today.Weekday())+6)%7)
	return meta.DayAt(monday.AddDate(0, 0, 7*step(k)+(weekday+6)%7)), i + 3
}

// besideOther reads "the Monday before", "the following Friday": counted from the whole
// day that was dated before.
func (f *Finder) besideOther(i, weekday int) (day meta.Day, to int) {
	k := f.word(i + 1).Kind
	beside := f.In(i-1, language.Definite) && (k == language.EarlierWord || k == language.LaterWord)
	if !beside {
		return "", i
	}
	if !f.endsPhrase(i + 2) {
		return "", i + 1 // "the Monday before Easter"
	}
	return weekdayFrom(f.recentDay(), weekday, step(k)), i + 2
}

// weekdayFrom is the next weekday after a whole day, or the last before it.
func weekdayFrom(day meta.Day, weekday, way int) meta.Day {
	if !day.Full() {
		return ""
	}
	ahead := (weekday - int(day.Time().Weekday()) + 7) % 7
	switch {
	case way > 0 && ahead == 0:
		ahead = 7
	case way < 0:
		ahead -= 7
	}
	return day.Add(ahead)
}

// onWeekday is the weekday n nearest to the article's day: the day itself or the one
// before it, or after it where the sentence speaks of the future. "Last Friday" and
// "next Friday" are never the day itself.
func (f *Finder) onWeekday(from, to, n int, k language.TimeKind) meta.Day {
	if f.today.IsZero() {
		return ""
	}
	back := (int(f.today.Weekday()) - n + 7) % 7
	ahead := (7 - back) % 7
	switch {
	case k == language.LastWord && back == 0:
		return f.days(-7)
	case k == language.LastWord:
		return f.days(-back)
	case k == language.NextWord && ahead == 0:
		return f.days(7)
	case k == language.NextWord:
		return f.days(ahead)
	case back == 0 && f.side(from, to) == language.Future:
		return "" // "will speak on Thursday", in Thursday's paper: today, or in a week
	case back == 0:
		return f.days(0)
	}
	const rare = 6 // days: then a text says "last Friday"
	switch side := f.side(from, to); {
	case side == language.Past && back == rare && f.anchor == "":
	case side == language.Past:
		if day := f.days(-back); day >= f.anchor || !f.anchor.Full() || !f.endsRange(from) {
			return day
		}
		return "" // "from Monday to Friday": of which week, nothing tells
	case side != language.NoTense:
		if f.anchor.Full() && f.anchor > f.Day && f.In(from-1, language.RangeEnd) {
			return f.anchor.Add((n - int(f.anchor.Time().Weekday()) + 7) % 7) // "from next Monday to Friday"
		}
		return f.days(ahead)
	}
	return ""
}

// endsRange tells whether a range that began before ends at token i: "to Friday".
func (f *Finder) endsRange(i int) bool {
	return f.In(i-1, language.RangeEnd) && !f.Is(i-1, "and")
}

// nextSaturday is the first day of the weekend that holds a day, or else of the next.
func nextSaturday(day time.Time) time.Time {
	if day.Weekday() == time.Sunday {
		return day.AddDate(0, 0, -1)
	}
	return day.AddDate(0, 0, 6-int(day.Weekday()))
}

// weekend is the month of the weekend that is meant by "the weekend".
func (f *Finder) weekend(from, to int) meta.Day {
	if f.today.IsZero() {
		return ""
	}
	saturday := nextSaturday(f.today)
	if saturday.Sub(f.today) > 0 && f.side(from, to) == language.Past {
		saturday = saturday.AddDate(0, 0, -7)
	}
	return meta.DayAt(saturday).Month()
}
