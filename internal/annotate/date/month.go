package date

import (
	"glossator/internal/language"
	"glossator/internal/meta"
	"glossator/internal/token"
)

// month reads an expression that begins with a month's name at token i; its span
// begins at from.
func (f *Finder) month(from, i int, w language.Time) int {
	if !f.asDay(i) || f.partOfName(i) {
		return i
	}
	to := i + 1
	if f.stopOfMonth(i, w.Kind) {
		to++
	}
	if n := f.dayOfMonth(to); n >= 0 && !f.Lex.Pack.OrdinalStop && f.Term(to+1).Number.Kind == language.NoNumber {
		return f.monthAndDay(from, to+1, w.N, n)
	}
	if n, end := f.ordinalAt(to); end > to {
		return f.monthAndDay(from, end, w.N, n) // "January twentieth"
	}
	if day, end := f.monthOfYear(to, w.N); end > to {
		return f.add(f.withPart(from), end, day)
	}
	year := to
	if f.Is(year, ",") || f.Is(year, "of") {
		year++
	}
	if y := f.year(year); y >= 0 {
		return f.dated(f.withPart(from), year+1, meta.MonthOf(y, w.N))
	}
	if y, end := f.yearInWords(to); end > to {
		return f.dated(f.withPart(from), end, meta.MonthOf(y, w.N))
	}
	if w.Kind == language.ShortMonthWord && f.Tokens[i].Flags&token.Dotted == 0 || !f.surelyMonth(i, w.N) {
		return i
	}
	from = f.withPart(from)
	return f.add(from, i+1, f.bareMonth(from, i+1, w.N))
}

// stopOfMonth tells whether the full stop of a short month is a token of its own.
func (f *Finder) stopOfMonth(i int, k language.TimeKind) bool {
	if k != language.ShortMonthWord || f.Tokens[i].Flags&token.Dotted != 0 {
		return false
	}
	return f.Is(i+1, ".") && f.joined(i+1) && i+2 < len(f.Tokens) && f.Tokens[i+2].Shape == token.Number
}

// monthOfYear reads "last year", "of next year", "of that year" behind a month.
func (f *Finder) monthOfYear(i, m int) (day meta.Day, to int) {
	at := i
	if f.Is(at, "of") {
		at++
	}
	if day, to := f.monthOfYearBehind(at, m); to > at {
		return day, to
	}
	k := f.word(at).Kind
	if !f.isUnit(at+1, language.Year) || k == language.ThisWord && at == i {
		return "", i
	}
	told := f.recentDay()
	switch {
	case k == language.ThatWord && told != "":
		return meta.MonthOf(yearOf(told), m), at + 2
	case (step(k) != 0 || k == language.ThisWord) && !f.today.IsZero():
		return meta.MonthOf(f.today.Year()+step(k), m), at + 2
	}
	return "", i
}

// monthOfYearBehind reads "año pasado", "l’an dernier" behind a month and its "of", where what tells
// which year stands behind it.
func (f *Finder) monthOfYearBehind(i, m int) (day meta.Day, to int) {
	at := i
	for f.In(at, language.Article) || f.joined(at) && f.Tokens[at].Shape == token.Punct { // "l’an"
		at++
	}
	way := step(f.word(at + 1).Kind)
	if !f.Lex.Pack.Postposed || !f.isUnit(at, language.Year) || way == 0 || f.In(at+1, language.ToOther) || f.today.IsZero() {
		return "", i
	}
	return meta.MonthOf(f.today.Year()+way, m), at + 2
}

// monthAndDay reads "March 3", "March 3, 2022", "March 3-5", "March 3 and 4" from behind
// its day n on.
func (f *Finder) monthAndDay(from, to, m, n int) int {
	days := false
	if f.joins(to) && f.dayOfMonth(to+1) > n && !f.Plural(to+2) {
		to, days = to+2, true
	}
	y, end := f.yearBehind(to)
	day, add := meta.DayOf(y, m, n), f.dated
	if y < 0 {
		day, add = f.monthDay(from, end, m, n), f.add
	}
	if days {
		day = day.Month()
	}
	return add(from, end, day)
}

// joins tells whether a second day may follow token i.
func (f *Finder) joins(i int) bool { return f.Is(i, "-") || f.Is(i, "and") || f.Is(i, "to") }

// yearBehind reads the year behind a day: "2022", ", 2022", "of last year".
func (f *Finder) yearBehind(i int) (y, to int) {
	if f.behindComma(i) > i {
		return f.year(i + 1), i + 2
	}
	if y := f.year(i); y >= 0 && !f.Plural(i+1) {
		return y, i + 1
	}
	if day, to := f.monthOfYear(i, 1); to > i {
		return yearOf(day), to
	}
	return -1, i
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
	human := m == 4 || m == 6 || m == 8
	return !human || !f.nameAt(i+1) && !f.nameAt(f.prev(i))
}

// nameAt tells whether token i may be part of a name.
func (f *Finder) nameAt(i int) bool {
	return f.capital(i) && !f.In(i, language.Function) && f.word(i).Kind == language.NoTime
}

// partOfName tells whether a day or month is part of a name: "Black September", "the
// Sunday Times".
func (f *Finder) partOfName(i int) bool {
	if f.In(f.prev(i), language.NoWeekday) && f.capital(i-1) {
		return true
	}
	return f.capital(i+1) && f.In(i+1, language.DayAsName)
}

// withPart takes "early", "late" and "mid-" before a month or year into the span.
func (f *Finder) withPart(from int) int {
	at := from - 1
	if at > 0 && f.Is(at, "-") && f.joined(from) {
		at--
	}
	if at >= 0 && f.word(at).Kind == language.PartWord {
		return at
	}
	return from
}

// ordinalAt reads a day of the month in words: "twentieth", "twenty-first".
func (f *Finder) ordinalAt(i int) (n, to int) {
	tens, j := f.countWord(i), f.behindHyphen(i+1)
	switch w := f.word(j); {
	case f.word(i).Kind == language.OrdinalWord:
		return f.word(i).N, i + 1
	case j == i+1 || w.Kind != language.OrdinalWord:
	case (tens == 20 || tens == 30) && w.N < 10:
		return tens + w.N, j + 1
	}
	return 0, i
}

// ordinal reads "the third of May", "the first quarter".
func (f *Finder) ordinal(i int, w language.Time) int {
	if to := f.partOfYear(i, w.N); to > i {
		return to
	}
	if f.Is(i+1, "of") {
		return f.dayOf(i, w.N, i+1)
	}
	return i
}
