package date

import (
	"glossator/internal/language"
	"glossator/internal/meta"
	"glossator/internal/token"
)

// month reads an expression that begins with a month's name at token i; its span
// begins at from.
func (f *Finder) month(from, i int, w language.Time) int {
	if !f.capital(i) {
		return i
	}
	to := i + 1
	if w.Kind == language.ShortMonthWord && f.Is(to, ".") && f.joined(to) && f.Tokens[i].Flags&token.Dotted == 0 && to+1 < len(f.Tokens) && f.Tokens[to+1].Shape == token.Number {
		to++
	}
	if n := f.dayOfMonth(to); n >= 0 && !f.Is(to+1, "million") {
		return f.monthAndDay(from, i, to, w.N, n)
	}
	if m, u := f.word(to), f.word(to+1); step(m.Kind) != 0 && u == (language.Time{Kind: language.UnitWord, N: language.Year}) && !f.today.IsZero() {
		return f.add(f.withPart(from), to+2, meta.DayOf(f.today.Year()+step(m.Kind), w.N, 0)) // "June last year"
	}
	year := to
	if f.Is(year, ",") || f.Is(year, "of") {
		year++
	}
	if y := f.year(year); y >= 0 {
		return f.add(f.withPart(from), year+1, meta.DayOf(y, w.N, 0))
	}
	if f.Is(to, "of") { // "May of last year"
		if m, u := f.word(to+1), f.word(to+2); (m.Kind == language.ThisWord || m.Kind == language.LastWord || m.Kind == language.NextWord) && u == (language.Time{Kind: language.UnitWord, N: language.Year}) && !f.today.IsZero() {
			return f.add(f.withPart(from), to+3, meta.DayOf(f.today.Year()+step(m.Kind), w.N, 0))
		}
	}
	if w.Kind == language.ShortMonthWord && f.Tokens[i].Flags&token.Dotted == 0 || !f.surelyMonth(i, w.N) {
		return i
	}
	return f.add(f.withPart(from), i+1, f.bareMonth(i, w.N))
}

// monthAndDay reads "March 3", "March 3, 2022", "March 3-5", "March 3 and 4".
func (f *Finder) monthAndDay(from, i, at, m, n int) int {
	to := at + 1
	days := false
	if (f.Is(to, "-") || f.Is(to, "and") || f.Is(to, "to")) && f.dayOfMonth(to+1) > n && !f.Plural(to+2) {
		to, days = to+2, true
	}
	y := -1
	if f.Is(to, ",") && f.year(to+1) >= 0 {
		y, to = f.year(to+1), to+2
	} else if f.year(to) >= 0 && !f.Plural(to+1) {
		y, to = f.year(to), to+1
	}
	var day meta.Day
	if y >= 0 {
		day = meta.DayOf(y, m, n)
	} else {
		day = f.monthDay(i, m, n)
	}
	if days && day != "" {
		day = day.Month()
	}
	return f.add(from, to, day)
}

// surelyMonth tells a month from a name or a verb: "May 3", "in May", but not
// "Theresa May", "April Smith", "May he rest".
func (f *Finder) surelyMonth(i, m int) bool {
	if f.In(f.prev(i), language.DateLead) || f.word(i-1).Kind != language.NoTime || f.withPart(i) < i {
		return true
	}
	if m == 3 || m == 5 {
		return false
	}
	name := func(j int) bool {
		return j >= 0 && j < len(f.Tokens) && f.Tokens[j].Shape.Capitalized() && !f.In(j, language.Function) && f.word(j).Kind == language.NoTime
	}
	human := m == 4 || m == 6 || m == 8
	return !(human && (i+1 < len(f.Tokens) && name(i+1) || f.prev(i) >= 0 && name(i-1)))
}

// withPart takes "early", "late" and "mid-" before a month or year into the span.
func (f *Finder) withPart(from int) int {
	at := from - 1
	if at > 0 && f.Is(at, "-") && f.joined(from) {
		at--
	}
	if f.word(at).Kind == language.PartWord {
		return at
	}
	return from
}

// weekday reads "Monday", "Monday, March 3", "Monday 3 March".
func (f *Finder) weekday(i, n int) int {
	if !f.capital(i) || f.In(f.prev(i), language.NoWeekday) {
		return i
	}
	j := i + 1
	if f.Is(j, ",") {
		j++
	}
	if w := f.word(j); (w.Kind == language.MonthWord || w.Kind == language.ShortMonthWord) && f.capital(j) {
		k := j + 1
		if f.Is(k, ".") {
			k++
		}
		if f.dayOfMonth(k) > 0 {
			return f.month(i, j, w)
		}
	}
	if f.dayOfMonth(j) > 0 && f.word(j+1).Kind == language.MonthWord && f.capital(j+1) {
		k := f.number(j)
		if n := len(f.out) - 1; k > j && n >= 0 {
			f.out[n].Span.Start = int(f.Tokens[i].Start)
		}
		return k
	}
	return f.add(i, i+1, f.onWeekday(i, n, language.NoTime))
}

// modified reads "last month", "this week", "the prior year", "next Friday", "last
// December", "the past two weeks".
func (f *Finder) modified(i int, w language.Time) int {
	from, j := i, i+1
	if f.Is(i-1, "the") && f.word(i-1).Kind == language.NoTime && !f.Is(i, "this") {
		from = i - 1
	}
	if f.In(j, language.Some) || f.word(j).Kind == language.CountWord || f.digits(j, false) >= 0 {
		if f.Is(i, "last") && from == i && (f.Is(i-1, "to") || f.Term(i-1).Tense == language.Future || f.Term(i-1).Tense == language.Modal) {
			return i // "will last six weeks"
		}
		if f.word(j+1).Kind == language.UnitsWord && w.Kind != language.ThisWord {
			return f.add(from, j+2, "") // "the past two weeks" lie in no one month or year
		}
		return i
	}
	u := f.word(j)
	switch u.Kind {
	case language.UnitsWord:
		if w.Kind != language.ThisWord || f.Is(i, "current") {
			return f.add(i, j+1, "")
		}
	case language.UnitWord:
		if f.Is(i, "following") && from == i { // "following week after week"
			return i
		}
		relative := f.In(i, language.ToOther)
		if u.N == language.Day && !relative {
			night := f.Is(j, "night") || f.Is(j, "evening")
			switch {
			case w.Kind == language.NextWord && from < i: // "the next day"
				relative = true
			case w.Kind == language.LastWord && !night, w.Kind == language.ThisWord && f.Is(j, "day"), w.Kind == language.NextWord:
				return i
			}
		}
		return f.add(from, j+1, f.unitFrom(u.N, w.Kind, relative))
	case language.SeasonWord:
		return f.add(from, j+1, f.nearSeason(u.N, w.Kind))
	case language.WeekdayWord:
		if f.capital(j) {
			return f.add(i, j+1, f.onWeekday(j, u.N, w.Kind))
		}
	case language.MonthWord, language.ShortMonthWord:
		if f.capital(j) && f.year(j+1) < 0 && f.dayOfMonth(j+1) < 0 {
			return f.add(i, j+1, f.nearMonth(u.N, w.Kind))
		}
	}
	return i
}

// unit reads "the end of the year", "the weekend".
func (f *Finder) unit(i, n int) int {
	if !f.Is(i-1, "the") {
		return i
	}
	switch {
	case n == language.Weekend:
		return f.add(i-1, i+1, f.weekend(i))
	case n != language.Day && i > 2 && f.Is(i-2, "of") && f.In(i-3, language.PeriodPart):
		return f.add(i-1, i+1, f.unitFrom(n, language.ThisWord, false))
	case f.Is(i+1, "before") || f.Is(i+1, "after"):
		kind := language.LastWord
		if f.Is(i+1, "after") {
			kind = language.NextWord
		}
		if f.Is(i+2, "that") || f.tokensEnd(i+2) || f.Tokens[i+2].Shape == token.Punct {
			return f.add(i-1, i+2, f.unitFrom(n, kind, true))
		}
	}
	return i
}

func (f *Finder) tokensEnd(i int) bool { return i >= len(f.Tokens) }

// counted reads "two years ago", "10 days later", "a year earlier"; the number n ends
// before token j.
func (f *Finder) counted(i, n, j int) int {
	u, dir := f.word(j), f.word(j+1)
	if u.Kind != language.UnitsWord && u.Kind != language.UnitWord || f.Fold(j) == "night" {
		return i
	}
	if f.Is(j+1, "from") || dir.Kind == language.AgoWord && u.N <= language.Week {
		sign := 1
		if dir.Kind == language.AgoWord {
			sign = -1
		}
		if from, to := f.fromDay(j+2, dir.Kind); to > j+2 && n <= 3000 {
			return f.add(i, to, f.away(from, u.N, sign*n, f.Is(to-1, "now")))
		}
	}
	switch dir.Kind {
	case language.AgoWord, language.LaterWord, language.EarlierWord:
	default:
		if u.Kind == language.UnitWord && u.N >= language.Decade && f.Is(i, "a") && f.In(f.prev(i), language.VagueLead) {
			return f.add(i, j+1, "") // "in a decade"
		}
		return i
	}
	// "after" and "before" say when only where nothing follows that they govern.
	if (f.Is(j+1, "after") || f.Is(j+1, "before")) && !(f.tokensEnd(j+2) || f.Tokens[j+2].Shape == token.Punct) {
		return i
	}
	return f.add(i, j+2, f.shifted(u.N, n, dir.Kind))
}

// season reads "the summer", "summer 2022", "the late spring and summer of next year".
func (f *Finder) season(i, n int) int {
	if f.capital(i) && !f.opens(i) && f.year(i+1) < 0 {
		return i // "Jane Summer", "Prague Spring"
	}
	from := f.withPart(i)
	j := i + 1
	if f.Is(j, "and") && f.word(j+1).Kind == language.SeasonWord {
		j += 2
	}
	if f.Is(from-1, "the") {
		from--
	}
	of := j
	if f.Is(of, "of") || f.Is(of, ",") {
		of++
	}
	if y := f.year(of); y >= 0 {
		return f.add(from, of+1, meta.DayOf(y, 0, 0))
	}
	if w := f.word(of); of > j && (w.Kind == language.ThisWord || w.Kind == language.LastWord || w.Kind == language.NextWord) && f.word(of+1).Kind == language.UnitWord && f.word(of+1).N == language.Year {
		return f.add(from, of+2, f.unitFrom(language.Year, w.Kind, false))
	}
	prep := f.In(f.prev(from), language.SeasonLead)
	article := f.Is(from, "the") || from < i && f.word(from).Kind == language.PartWord
	switch {
	case f.Is(j, "of"), !article && !prep:
		return i
	case (f.Is(i, "fall") || f.Is(i, "spring")) && !prep && f.word(i-1).Kind != language.PartWord:
		return i
	}
	return f.add(from, j, f.bareSeason(i, n))
}
