package date

import (
	"glossator/internal/language"
	"glossator/internal/meta"
	"glossator/internal/token"
)

// modified reads "last month", "this week", "the prior year", "next Friday", "last
// December", "the past two weeks".
func (f *Finder) modified(i int, w language.Time) int {
	from, j := i, i+1
	if f.Is(i-1, "the") && !f.Lex.Pack.Postposed {
		from = i - 1
	}
	if f.In(j, language.Some) || f.word(j).Kind == language.CountWord || f.digits(j, false) >= 0 {
		return f.lastFew(from, i, w)
	}
	if f.In(j, language.OpensHoliday) {
		return f.modifiedHoliday(i, w.Kind)
	}
	switch u := f.word(j); u.Kind {
	case language.UnitsWord:
		if w.Kind != language.ThisWord || !f.In(i, language.Article) {
			return f.add(i, j+1, "")
		}
	case language.UnitWord:
		return f.modifiedUnit(from, i, w, u.N)
	case language.SeasonWord:
		return f.modifiedSeason(from, i, w, u.N)
	case language.WeekdayWord:
		if f.asDay(j) && !f.partOfName(j) {
			return f.modifiedWeekday(from, i, w, u.N)
		}
	case language.MonthWord, language.ShortMonthWord:
		if f.asDay(j) && f.digits(j+1, true) < 0 {
			return f.add(i, j+1, f.nearMonth(u.N, w.Kind))
		}
	}
	return f.orNext(i, w)
}

// lastFew reads "the past two weeks", which lie in no one month or year; "will last six
// weeks" is a verb.
func (f *Finder) lastFew(from, i int, w language.Time) int {
	t := f.Term(i - 1).Tense
	verb := from == i && (f.Is(i-1, "to") || t == language.Future || t == language.Modal)
	if f.word(i+2).Kind == language.UnitsWord && w.Kind != language.ThisWord && !verb {
		return f.add(from, i+3, "")
	}
	return i
}

// orNext reads the second of "this year or next".
func (f *Finder) orNext(i int, w language.Time) int {
	k := i - 1
	if w.Kind != language.NextWord && w.Kind != language.LastWord || f.behind != k || len(f.out) == 0 {
		return i
	}
	if f.word(i+1).Kind != language.NoTime || !f.endsPhrase(i+1) || f.word(k-1).Kind != language.UnitWord {
		return i
	}
	return f.add(i, i+1, f.unitFrom(f.word(k-1).N, w.Kind))
}

// modifiedUnit reads "last week", "the prior year", "the next day".
func (f *Finder) modifiedUnit(from, i int, w language.Time, unit int) int {
	to := i + 2
	switch {
	case unit == language.Quarter || unit == language.HalfYear || unit == language.Period:
		return f.quarterNear(from, i, w.Kind)
	case f.In(i, language.ToOther) && from == i && !f.In(f.prev(i), language.Possessive):
		return i // "following week after week"
	case f.In(i, language.ToOther), unit == language.Day && w.Kind == language.NextWord && from < i:
		return f.add(from, to, f.besideDay(unit, w.Kind, f.In(i, language.ToOther)))
	case unit == language.Day && !f.dayIsNear(i, w.Kind):
		return i
	case from < i && w.Kind != language.ThisWord:
		return f.stretch(from, to, unit, w.Kind)
	}
	if unit == language.Day {
		return f.addSpoken(from, to, step(w.Kind))
	}
	return f.add(f.withPart(from), to, f.unitFrom(unit, w.Kind))
}

// stretch reads "the past year", "the last week of August": a stretch of time, which fills
// no week, month or year of the calendar.
func (f *Finder) stretch(from, to, unit int, k language.TimeKind) int {
	if f.Is(to, "of") || unit == language.Day || f.word(to).Kind != language.NoTime {
		return from
	}
	return f.add(from, to, "")
}

// dayIsNear tells "this morning" and "last night" from "his last day".
func (f *Finder) dayIsNear(i int, k language.TimeKind) bool {
	late := f.In(i+1, language.Night)
	switch k {
	case language.LastWord:
		return late
	case language.ThisWord:
		return late || !f.Is(i+1, "day")
	}
	return false
}

// besideDay is the unit before or after what was dated in the sentence or the one before.
// Where nothing was, "the previous year" is that before the article's.
func (f *Finder) besideDay(unit int, k language.TimeKind, other bool) meta.Day {
	day := f.recentDay()
	if unit == language.Day && !day.Full() {
		return ""
	}
	if unit == language.Month && len(day) == len("2022") {
		return ""
	}
	if day == "" {
		if k != language.LastWord || !other || f.today.IsZero() {
			return ""
		}
		return unitAt(f.today, unit, step(k))
	}
	return unitAt(day.Time(), unit, step(k))
}

// modifiedSeason reads "last summer", "the following winter".
func (f *Finder) modifiedSeason(from, i int, w language.Time, season int) int {
	if !f.In(i, language.ToOther) {
		return f.add(f.withPart(from), i+2, f.nearSeason(season, w.Kind))
	}
	day := f.recentDay()
	if day == "" || w.Kind != language.NextWord {
		return f.add(from, i+2, "")
	}
	y := yearOf(day)
	if len(day) == len("2022") || int(day.Time().Month()) >= seasonStart[season] {
		y++
	}
	return f.add(from, i+2, meta.YearOf(y))
}

// modifiedWeekday reads "last Friday", "the following Tuesday".
func (f *Finder) modifiedWeekday(from, i int, w language.Time, weekday int) int {
	end := f.weekdayEnd(i+1, weekday)
	switch {
	case end == i+1:
		return i
	case f.In(i, language.ToOther):
		return f.add(from, end, weekdayFrom(f.recentDay(), weekday, step(w.Kind)))
	}
	if to := f.weekdayAndDate(i+1, end, weekday); to > i+1 { // "este miércoles 4 de mayo"
		f.out[len(f.out)-1].Span.Start = int(f.Tokens[i].Start)
		return to
	}
	return f.add(i, end, f.onWeekday(i, end, weekday, w.Kind))
}

// unit reads "the end of the year", "the weekend", "the year-earlier quarter",
// "year-end".
func (f *Finder) unit(i int, w language.Time) int {
	if w.N == language.Year {
		if to := f.yearCompound(i); to > i {
			return to
		}
	}
	if !f.Is(i-1, "the") {
		return i
	}
	switch w.N {
	case language.Weekend:
		return f.add(i-1, i+1, f.weekend(i-1, i+1))
	case language.Quarter, language.Period:
		return f.theQuarter(i)
	}
	if w.N != language.Day && f.Is(i-2, "of") && f.In(i-3, language.PeriodPart) {
		return f.add(i-1, i+1, f.unitFrom(w.N, language.ThisWord))
	}
	k := f.word(i + 1).Kind
	if k != language.EarlierWord && k != language.LaterWord || !f.Is(i+2, "that") && !f.endsPhrase(i+2) {
		return i
	}
	return f.add(i-1, i+2, f.besideDay(w.N, k, true)) // "the month before"
}

// endsPhrase tells whether nothing follows at token i that the words before it govern.
func (f *Finder) endsPhrase(i int) bool {
	if i >= len(f.Tokens) || f.Tokens[i].Flags&token.Break != 0 {
		return true
	}
	return f.Tokens[i].Shape == token.Punct || f.In(i, language.JoinsVerbs)
}

// yearCompound reads "year-end", "year-earlier quarter", "prior-year period" from its
// "year" on.
func (f *Finder) yearCompound(i int) int {
	j := f.behindHyphen(i + 1)
	switch k := f.word(j).Kind; {
	case k == language.AgoWord || k == language.EarlierWord:
		if f.word(j+1).Kind == language.UnitWord {
			return f.yearEarlier(f.withThe(i), j+2)
		}
	case f.In(j, language.Ending) && (j > i+1 || !f.Is(i-1, "the")):
		return f.yearEnd(i, j+1)
	}
	return i
}

// withThe takes "the" before token i into the span.
func (f *Finder) withThe(i int) int {
	if f.Is(i-1, "the") {
		return i - 1
	}
	return i
}

// yearEnd reads what is said of the end of a year: the next one where it lies ahead, else
// the last.
func (f *Finder) yearEnd(from, to int) int {
	if y := f.year(to); y >= 0 {
		return f.dated(from, to+1, meta.YearOf(y))
	}
	if f.today.IsZero() {
		return f.add(from, to, "")
	}
	switch f.side(from, to) {
	case language.Past:
		return f.add(from, to, meta.YearOf(f.today.Year()-1))
	case language.NoTense:
		return f.add(from, to, "")
	}
	return f.add(from, to, meta.YearOf(f.today.Year()))
}

// counted reads "two years ago", "10 days later", "a year earlier"; the number n ends
// before token j.
func (f *Finder) counted(i, n, j int) int {
	u, dir := f.word(j), f.word(j+1)
	if u.Kind != language.UnitsWord && u.Kind != language.UnitWord || f.In(j, language.Night) {
		return i
	}
	if to := f.countedFrom(i, n, j, dir.Kind); to > i {
		return to
	}
	switch dir.Kind {
	case language.LaterWord, language.EarlierWord:
	case language.AgoWord:
		if f.Lex.Pack.AgoBefore { // "alle vier Wochen vor"
			return i
		}
	default:
		if f.aheadBy(i, j+1) {
			return f.add(i, j+1, f.shifted(u.N, -n, language.AgoWord))
		}
		if u.Kind == language.UnitWord && u.N >= language.Decade && f.Is(i, "a") && f.In(f.prev(i), language.VagueLead) {
			return f.add(i, j+1, "") // "in a decade"
		}
		return i
	}
	// "after" and "before" say when only where nothing follows that they govern.
	if f.In(j+1, language.Preposition) && !f.endsPhrase(j+2) {
		return i
	}
	if dir.Kind == language.AgoWord && f.isUnit(j+3, language.Week) && f.word(j+2).Kind == language.ThisWord {
		return f.agoThisWeek(i, n, u.N, j+4)
	}
	return f.add(i, j+2, f.shifted(u.N, n, dir.Kind))
}

// aheadBy tells whether the tokens [from, to) count from the article's day on: "it opens in
// two weeks", "it meets again in two weeks". Behind a noun they may be how long something
// takes, or how rare it is: "the first vote in two weeks".
func (f *Finder) aheadBy(from, to int) bool {
	lead := from - 2
	if !f.In(from-1, language.Locative) || lead < 0 || f.Is(to, "of") || f.possessive(to) {
		return false
	}
	verb := f.adverb(lead) || f.Term(lead).Tense != language.NoTense && !f.nounAt(lead)
	if !verb || f.word(lead-1).Kind == language.OrdinalWord {
		return false
	}
	return f.side(from, to) == language.Future
}

// agoThisWeek reads "a year ago this week".
func (f *Finder) agoThisWeek(i, n, unit, to int) int {
	if f.today.IsZero() || unit != language.Year && unit != language.Month {
		return f.add(i, to, "")
	}
	day := unitAt(f.today, unit, -n)
	if unit == language.Year {
		day = meta.MonthOf(yearOf(day), int(f.today.Month()))
	}
	return f.add(i, to, day)
}

// countedFrom reads "a week from Tuesday", "10 days ago today".
func (f *Finder) countedFrom(i, n, j int, k language.TimeKind) int {
	u := f.word(j).N
	ago := k == language.AgoWord && u <= language.Week
	if !ago && !f.Is(j+1, "from") || n > longestCount {
		return i
	}
	if !ago {
		k = language.NextWord
	}
	from, to := f.fromDay(j+2, k)
	if to == j+2 {
		return i
	}
	return f.add(i, to, farFrom(from, u, step(k)*n, f.Is(to-1, "now")))
}
