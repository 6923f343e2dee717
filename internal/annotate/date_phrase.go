package annotate

import (
	"glossator/internal/language"
	"glossator/internal/meta"
	"glossator/internal/token"
)

// month reads an expression that begins with a month's name at token i; its span
// begins at from.
func (d *dater) month(from, i int, w language.Time) int {
	if !d.capital(i) {
		return i
	}
	to := i + 1
	if w.Kind == language.ShortMonthWord && d.is(to, ".") && d.joined(to) && d.tokens[i].Flags&token.Dotted == 0 && to+1 < len(d.tokens) && d.tokens[to+1].Shape == token.Number {
		to++
	}
	if n := d.dayOfMonth(to); n >= 0 && !d.is(to+1, "million") {
		return d.monthAndDay(from, i, to, w.N, n)
	}
	if m, u := d.word(to), d.word(to+1); step(m.Kind) != 0 && u == (language.Time{Kind: language.UnitWord, N: language.Year}) && !d.today.IsZero() {
		return d.add(d.withPart(from), to+2, meta.DayOf(d.today.Year()+step(m.Kind), w.N, 0)) // "June last year"
	}
	year := to
	if d.is(year, ",") || d.is(year, "of") {
		year++
	}
	if y := d.year(year); y >= 0 {
		return d.add(d.withPart(from), year+1, meta.DayOf(y, w.N, 0))
	}
	if d.is(to, "of") { // "May of last year"
		if m, u := d.word(to+1), d.word(to+2); (m.Kind == language.ThisWord || m.Kind == language.LastWord || m.Kind == language.NextWord) && u == (language.Time{Kind: language.UnitWord, N: language.Year}) && !d.today.IsZero() {
			return d.add(d.withPart(from), to+3, meta.DayOf(d.today.Year()+step(m.Kind), w.N, 0))
		}
	}
	if w.Kind == language.ShortMonthWord && d.tokens[i].Flags&token.Dotted == 0 || !d.surelyMonth(i, w.N) {
		return i
	}
	return d.add(d.withPart(from), i+1, d.bareMonth(i, w.N))
}

// monthAndDay reads "March 3", "March 3, 2022", "March 3-5", "March 3 and 4".
func (d *dater) monthAndDay(from, i, at, m, n int) int {
	to := at + 1
	days := false
	if (d.is(to, "-") || d.is(to, "and") || d.is(to, "to")) && d.dayOfMonth(to+1) > n && !d.plural(to+2) {
		to, days = to+2, true
	}
	y := -1
	if d.is(to, ",") && d.year(to+1) >= 0 {
		y, to = d.year(to+1), to+2
	} else if d.year(to) >= 0 && !d.plural(to+1) {
		y, to = d.year(to), to+1
	}
	var day meta.Day
	if y >= 0 {
		day = meta.DayOf(y, m, n)
	} else {
		day = d.monthDay(i, m, n)
	}
	if days && day != "" {
		day = day.Month()
	}
	return d.add(from, to, day)
}

// surelyMonth tells a month from a name or a verb: "May 3", "in May", but not
// "Theresa May", "April Smith", "May he rest".
func (d *dater) surelyMonth(i, m int) bool {
	if d.in(d.prev(i), language.DateLead) || d.word(i-1).Kind != language.NoTime || d.withPart(i) < i {
		return true
	}
	if m == 3 || m == 5 {
		return false
	}
	name := func(j int) bool {
		return j >= 0 && j < len(d.tokens) && d.tokens[j].Shape.Capitalized() && !d.in(j, language.Function) && d.word(j).Kind == language.NoTime
	}
	human := m == 4 || m == 6 || m == 8
	return !(human && (i+1 < len(d.tokens) && name(i+1) || d.prev(i) >= 0 && name(i-1)))
}

// withPart takes "early", "late" and "mid-" before a month or year into the span.
func (d *dater) withPart(from int) int {
	at := from - 1
	if at > 0 && d.is(at, "-") && d.joined(from) {
		at--
	}
	if d.word(at).Kind == language.PartWord {
		return at
	}
	return from
}

// weekday reads "Monday", "Monday, March 3", "Monday 3 March".
func (d *dater) weekday(i, n int) int {
	if !d.capital(i) || d.in(d.prev(i), language.NoWeekday) {
		return i
	}
	j := i + 1
	if d.is(j, ",") {
		j++
	}
	if w := d.word(j); (w.Kind == language.MonthWord || w.Kind == language.ShortMonthWord) && d.capital(j) {
		k := j + 1
		if d.is(k, ".") {
			k++
		}
		if d.dayOfMonth(k) > 0 {
			return d.month(i, j, w)
		}
	}
	if d.dayOfMonth(j) > 0 && d.word(j+1).Kind == language.MonthWord && d.capital(j+1) {
		k := d.number(j)
		if n := len(d.out) - 1; k > j && n >= 0 {
			d.out[n].Span.Start = int(d.tokens[i].Start)
		}
		return k
	}
	return d.add(i, i+1, d.onWeekday(i, n, language.NoTime))
}

// modified reads "last month", "this week", "the prior year", "next Friday", "last
// December", "the past two weeks".
func (d *dater) modified(i int, w language.Time) int {
	from, j := i, i+1
	if d.is(i-1, "the") && d.word(i-1).Kind == language.NoTime && !d.is(i, "this") {
		from = i - 1
	}
	if d.in(j, language.Some) || d.word(j).Kind == language.CountWord || d.digits(j, false) >= 0 {
		if d.is(i, "last") && from == i && (d.is(i-1, "to") || d.term(i-1).Tense == language.Future || d.term(i-1).Tense == language.Modal) {
			return i // "will last six weeks"
		}
		if d.word(j+1).Kind == language.UnitsWord && w.Kind != language.ThisWord {
			return d.add(from, j+2, "") // "the past two weeks" lie in no one month or year
		}
		return i
	}
	u := d.word(j)
	switch u.Kind {
	case language.UnitsWord:
		if w.Kind != language.ThisWord || d.is(i, "current") {
			return d.add(i, j+1, "")
		}
	case language.UnitWord:
		if d.is(i, "following") && from == i { // "following week after week"
			return i
		}
		relative := d.in(i, language.ToOther)
		if u.N == language.Day && !relative {
			night := d.is(j, "night") || d.is(j, "evening")
			switch {
			case w.Kind == language.NextWord && from < i: // "the next day"
				relative = true
			case w.Kind == language.LastWord && !night, w.Kind == language.ThisWord && d.is(j, "day"), w.Kind == language.NextWord:
				return i
			}
		}
		return d.add(from, j+1, d.unitFrom(u.N, w.Kind, relative))
	case language.SeasonWord:
		return d.add(from, j+1, d.nearSeason(u.N, w.Kind))
	case language.WeekdayWord:
		if d.capital(j) {
			return d.add(i, j+1, d.onWeekday(j, u.N, w.Kind))
		}
	case language.MonthWord, language.ShortMonthWord:
		if d.capital(j) && d.year(j+1) < 0 && d.dayOfMonth(j+1) < 0 {
			return d.add(i, j+1, d.nearMonth(u.N, w.Kind))
		}
	}
	return i
}

// unit reads "the end of the year", "the weekend".
func (d *dater) unit(i, n int) int {
	if !d.is(i-1, "the") {
		return i
	}
	switch {
	case n == language.Weekend:
		return d.add(i-1, i+1, d.weekend(i))
	case n != language.Day && i > 2 && d.is(i-2, "of") && d.in(i-3, language.PeriodPart):
		return d.add(i-1, i+1, d.unitFrom(n, language.ThisWord, false))
	case d.is(i+1, "before") || d.is(i+1, "after"):
		kind := language.LastWord
		if d.is(i+1, "after") {
			kind = language.NextWord
		}
		if d.is(i+2, "that") || d.tokensEnd(i+2) || d.tokens[i+2].Shape == token.Punct {
			return d.add(i-1, i+2, d.unitFrom(n, kind, true))
		}
	}
	return i
}

func (d *dater) tokensEnd(i int) bool { return i >= len(d.tokens) }

// counted reads "two years ago", "10 days later", "a year earlier"; the number n ends
// before token j.
func (d *dater) counted(i, n, j int) int {
	u, dir := d.word(j), d.word(j+1)
	if u.Kind != language.UnitsWord && u.Kind != language.UnitWord || d.fold(j) == "night" {
		return i
	}
	if d.is(j+1, "from") || dir.Kind == language.AgoWord && u.N <= language.Week {
		sign := 1
		if dir.Kind == language.AgoWord {
			sign = -1
		}
		if from, to := d.fromDay(j+2, dir.Kind); to > j+2 && n <= 3000 {
			return d.add(i, to, d.away(from, u.N, sign*n, d.is(to-1, "now")))
		}
	}
	switch dir.Kind {
	case language.AgoWord, language.LaterWord, language.EarlierWord:
	default:
		if u.Kind == language.UnitWord && u.N >= language.Decade && d.is(i, "a") && d.in(d.prev(i), language.VagueLead) {
			return d.add(i, j+1, "") // "in a decade"
		}
		return i
	}
	// "after" and "before" say when only where nothing follows that they govern.
	if (d.is(j+1, "after") || d.is(j+1, "before")) && !(d.tokensEnd(j+2) || d.tokens[j+2].Shape == token.Punct) {
		return i
	}
	return d.add(i, j+2, d.shifted(u.N, n, dir.Kind))
}

// season reads "the summer", "summer 2022", "the late spring and summer of next year".
func (d *dater) season(i, n int) int {
	if d.capital(i) && !d.opens(i) && d.year(i+1) < 0 {
		return i // "Jane Summer", "Prague Spring"
	}
	from := d.withPart(i)
	j := i + 1
	if d.is(j, "and") && d.word(j+1).Kind == language.SeasonWord {
		j += 2
	}
	if d.is(from-1, "the") {
		from--
	}
	of := j
	if d.is(of, "of") || d.is(of, ",") {
		of++
	}
	if y := d.year(of); y >= 0 {
		return d.add(from, of+1, meta.DayOf(y, 0, 0))
	}
	if w := d.word(of); of > j && (w.Kind == language.ThisWord || w.Kind == language.LastWord || w.Kind == language.NextWord) && d.word(of+1).Kind == language.UnitWord && d.word(of+1).N == language.Year {
		return d.add(from, of+2, d.unitFrom(language.Year, w.Kind, false))
	}
	prep := d.in(d.prev(from), language.SeasonLead)
	article := d.is(from, "the") || from < i && d.word(from).Kind == language.PartWord
	switch {
	case d.is(j, "of"), !article && !prep:
		return i
	case (d.is(i, "fall") || d.is(i, "spring")) && !prep && d.word(i-1).Kind != language.PartWord:
		return i
	}
	return d.add(from, j, d.bareSeason(i, n))
}
