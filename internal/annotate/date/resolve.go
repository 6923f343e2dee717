package date

import (
	"time"

	"glossator/internal/language"
	"glossator/internal/meta"
	"glossator/internal/token"
)

func yearOf(d meta.Day) int { return atoi(d.Year()) }

func atoi(s string) int {
	n := 0
	for _, c := range []byte(s) {
		if c < '0' || c > '9' || n > 9999 {
			return -1
		}
		n = 10*n + int(c-'0')
	}
	return n
}

// step is the way a modifier goes: last is one back.
func step(k language.TimeKind) int {
	switch k {
	case language.LastWord, language.EarlierWord, language.AgoWord:
		return -1
	case language.NextWord, language.LaterWord:
		return 1
	}
	return 0
}

// bareMonth is the month m nearest to the article: its own or an earlier one, or a
// later one where the sentence speaks of the future. A year that the sentence named
// before, other than the article's own, holds for it.
func (f *Finder) bareMonth(from, to, m int) meta.Day {
	if y := f.yearNamed(from, m); y > 0 && (y >= f.today.Year() || len(f.anchor) > len("2022") || f.side(from, to) != language.Future) {
		return meta.MonthOf(y, m)
	}
	if f.today.IsZero() {
		return ""
	}
	if m == int(f.today.Month()) {
		return meta.MonthOf(f.today.Year(), m)
	}
	back := (int(f.today.Month()) - m + 12) % 12
	switch t := f.side(from, to); t {
	case language.Past:
		return f.pastMonth(m, back)
	case language.Future, language.Modal:
		return f.comingMonth(from, m, 12-back, t)
	case language.Weak:
		return f.nearMonth(m, language.NextWord)
	}
	switch {
	case back <= near:
		return f.nearMonth(m, language.LastWord)
	case 12-back <= near:
		return f.nearMonth(m, language.NextWord)
	}
	return ""
}

// Months from the article's, to tell what is near.
const near, half, far = 3, 6, 9

// pastMonth is the last month m, which is some months back; none where it may be one of
// the year of which the text just told, or where it was nearly a year ago or is misread.
func (f *Finder) pastMonth(m, back int) meta.Day {
	day := f.nearMonth(m, language.LastWord)
	switch {
	case back > near && (f.said || f.saidLast):
		return f.unlessOf(day, yearly{month: m})
	case back >= far && !f.sure:
		return ""
	}
	return day
}

// comingMonth is the next month m, which is some months ahead. "It could sail" may be past,
// and "it will tell of January sales" tells nothing.
func (f *Finder) comingMonth(from, m, ahead int, t language.Tense) meta.Day {
	switch {
	case ahead > far && f.Lex.Pack.SmallDays && !f.In(from-1, language.Locative):
		return "" // a month that is just over: "la inflación que mostrará abril"
	case t == language.Modal && ahead > half && !f.Is(from-1, "by"):
		return f.nearMonth(m, language.LastWord)
	case ahead > half && !f.In(from-1, language.DateLead, language.RangeEnd):
		return ""
	}
	return f.nearMonth(m, language.NextWord)
}

// yearNamed is the year that the sentence gave a month before it was named: "in 2019, from
// May to July". 0 where it gave none.
func (f *Finder) yearNamed(from, m int) int {
	a := f.anchor
	if a == "" {
		return 0
	}
	y, month := yearOf(a), int(a.Time().Month())
	now := f.today.Year()
	switch {
	case f.today.IsZero(), y > now:
		return y
	case y == now:
		return 0
	case len(a) == len("2022"):
		return y
	case f.In(from-1, language.RangeEnd) && m < month: // "from May 2020 to July"
		return y + 1
	case f.In(from-1, language.RangeEnd):
		return y
	}
	return 0
}

// nearMonth is "last May", "next May" or "this May", seen from the article. The
// article's own month is neither last nor next.
func (f *Finder) nearMonth(m int, k language.TimeKind) meta.Day {
	if f.today.IsZero() {
		return ""
	}
	y, now := f.today.Year(), int(f.today.Month())
	switch {
	case k == language.LastWord && m >= now:
		y--
	case k == language.NextWord && m <= now:
		y++
	}
	return meta.MonthOf(y, m)
}

// monthDay is the day without a year that tokens [from, to) name.
func (f *Finder) monthDay(from, to, m, n int) meta.Day {
	if day := f.knownDay(to, m, n); day != "" {
		return day
	}
	f.yearless = yearly{month: m, day: n}
	return f.nearestDay(from, to, yearly{month: m, day: n})
}

// yearly is what comes in every year: a day, a month without a day, a holiday.
type yearly struct {
	month, day int
	holiday    *language.Holiday
}

// on is what it is in a year.
func (y yearly) on(year int) meta.Day {
	if y.holiday != nil {
		return meta.DayAt(y.holiday.On(year))
	}
	return meta.DayOf(year, y.month, y.day)
}

// nearestDay is a day of every year: that on the side of the sentence's tense, unless this
// one is nearly a year away. A year that the sentence gave before holds for it.
func (f *Finder) nearestDay(from, to int, what yearly) meta.Day {
	if f.today.IsZero() {
		if f.anchor != "" {
			return what.on(yearOf(f.anchor))
		}
		return ""
	}
	if a := f.anchor; f.said && a.Full() && yearOf(a) < f.today.Year() { // "on May 30, 2019, and on June 7"
		return f.goesOn(from, what)
	}
	before, after := what.on(f.today.Year()), what.on(f.today.Year())
	if before > f.Day {
		before = what.on(f.today.Year() - 1)
	}
	if after < f.Day {
		after = what.on(f.today.Year() + 1)
	}
	if before == f.Day {
		return before
	}
	const near, far = 60, 270 // days
	back, ahead := f.daysTo(before), f.daysTo(after)
	switch side := f.side(from, to); {
	case side == language.Past && back > near && f.saidLast:
		return f.unlessOf(before, what)
	case side == language.Past && (f.sure || back < far), side == language.Modal && ahead >= far:
		return before
	case side == language.Past:
		return "" // of nearly a year ago, or misread
	case side == language.Future, side == language.Modal, ahead < near:
		return after
	case back < near:
		return before
	}
	return ""
}

// unlessOf is a day of the article's last year, but none where it may be of the year of
// which the text just told.
func (f *Finder) unlessOf(day meta.Day, what yearly) meta.Day {
	told := f.recentDay()
	if told == "" {
		return day
	}
	then := what.on(yearOf(told))
	if then < told {
		then = what.on(yearOf(told) + 1)
	}
	if then != day {
		return ""
	}
	return day
}

// goesOn is the day that follows one in an earlier year that its sentence named; none
// where a verb between them may have left that year.
func (f *Finder) goesOn(from int, what yearly) meta.Day {
	for j := f.behind; j < from; j++ {
		if f.Term(j).Tense == language.Past || f.finite(j) && f.verb(j, false) == language.Past {
			return ""
		}
	}
	if day := what.on(yearOf(f.anchor)); day >= f.anchor {
		return day
	}
	return what.on(yearOf(f.anchor) + 1)
}

// daysTo are the days between a day and the article's.
func (f *Finder) daysTo(day meta.Day) int {
	if day == "" {
		return 1000
	}
	n := int(day.Time().Sub(f.today).Hours() / 24)
	return max(n, -n)
}

// unitFrom is a day, week, month or year counted from the article's day.
func (f *Finder) unitFrom(u int, k language.TimeKind) meta.Day {
	if f.today.IsZero() {
		return ""
	}
	if u == language.Weekend && step(k) == 0 {
		return meta.DayAt(nextSaturday(f.today)).Month()
	}
	return unitAt(f.today, u, step(k))
}

// unitAt is what lies n units from a day, as exact as the unit: of a week the month.
func unitAt(day time.Time, u, n int) meta.Day {
	switch u {
	case language.Day:
		return meta.DayAt(day.AddDate(0, 0, n))
	case language.Week, language.Weekend:
		return meta.DayAt(day.AddDate(0, 0, 7*n)).Month()
	case language.Month:
		return meta.DayAt(time.Date(day.Year(), day.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)).Month()
	case language.Quarter:
		return partAt(meta.DayAt(day), u, n)
	case language.Year:
		return meta.YearOf(day.Year() + n)
	}
	return ""
}

// longestCount is how many units are counted on.
const longestCount = 3000

// shifted is n units before or after: "ago" counts from the article, the others from
// the last date of the sentence or the one before, "earlier" else from the article. It is
// as exact as its unit.
func (f *Finder) shifted(u, n int, k language.TimeKind) meta.Day {
	var day meta.Day
	from := f.today
	if k != language.AgoWord {
		day = f.recentDay()
	}
	switch {
	case day != "":
		from = day.Time()
	case k == language.LaterWord:
		return ""
	}
	if from.IsZero() || n > longestCount || coarser(day, u) {
		return ""
	}
	n *= step(k)
	if u == language.Decade && (n > 1 || n < -1) {
		return meta.YearOf(from.Year() + 10*n)
	}
	return unitAt(from, u, n) // "a decade ago" is no year
}

// coarser tells whether a day is known less exactly than what is counted from it.
func coarser(day meta.Day, unit int) bool {
	switch {
	case day == "" || day.Full():
		return false
	case unit == language.Day || unit == language.Week:
		return true
	}
	return unit == language.Month && len(day) == len("2022")
}

// fromDay reads the day at token i that a stretch of time is counted from ("a week from
// Tuesday", "a year ago today"), and returns the token behind it; i where there is
// none.
func (f *Finder) fromDay(i int, k language.TimeKind) (time.Time, int) {
	at := i
	if k == language.AgoWord && f.Is(at, "on") {
		at++
	}
	switch w := f.word(at); {
	case f.today.IsZero():
	case f.Is(at, "now") && k != language.AgoWord:
		return f.today, at + 1
	case w.Kind == language.DayWord && (k != language.AgoWord || w.N == 0):
		return f.today.AddDate(0, 0, w.N), at + 1
	case w.Kind == language.WeekdayWord && f.asDay(at):
		back := (int(f.today.Weekday()) - w.N + 7) % 7
		if k == language.AgoWord {
			return f.today.AddDate(0, 0, -back), at + 1
		}
		return f.today.AddDate(0, 0, (7-back)%7), at + 1
	}
	return time.Time{}, i
}

// farFrom is n units from a day: from a named day weeks are whole days, from now they are
// as exact as their unit.
func farFrom(from time.Time, u, n int, now bool) meta.Day {
	if u == language.Week && !now {
		return meta.DayAt(from.AddDate(0, 0, 7*n))
	}
	return unitAt(from, u, n)
}

// nowadays tells whether a word like "today" means these times and no day: "today's youth".
func (f *Finder) nowadays(i int) bool {
	if f.capital(i) && !f.opens(i) && f.nameOfWork(i) {
		return true
	}
	if !f.possessive(i + 1) {
		return false
	}
	const near = 3 // tokens: "today's last vote"
	for j := i + 2; j < i+2+near && j < len(f.Tokens) && f.Tokens[j].Shape.Wordlike(); j++ {
		if f.In(j, language.DatedNoun) {
			return false
		}
	}
	return true
}

// nameOfWork tells whether a word with a capital is a name: "the Today programme".
func (f *Finder) nameOfWork(i int) bool {
	beside := f.In(i-1, language.Definite) || f.possessive(i-1) || f.nameAt(i-1)
	return beside || f.In(i+1, language.DayAsName, language.Broadcast)
}

// possessive tells whether token i is "'s".
func (f *Finder) possessive(i int) bool {
	return i >= 0 && i < len(f.Tokens) && f.Tokens[i].Shape == token.Clitic
}
