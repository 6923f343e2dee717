package date

import (
	"glossator/internal/language"
	"glossator/internal/token"
)

// withHours takes into the span of a whole day what stands beside it of the clock and of
// the parts of the day: "9:30 a.m. EST Tuesday", "early Friday", "Friday night", "the
// evening of Feb. 3", "Monday at noon".
func (f *Finder) withHours(from, to int) (int, int) {
	if !f.words {
		return from, to
	}
	if f.partOfDay(to) {
		to++
	}
	from = f.withPart(from)
	if at := from - 1; f.Is(at, "of") && f.partOfDay(at-1) {
		from = f.withThe(at - 1)
	}
	before := from - 1
	if f.In(before, language.OnDay) {
		before--
	}
	if at := f.hourBefore(before); at >= 0 {
		from = at
	}
	if f.In(to, language.HourLead) {
		to = max(to, f.hourBehind(to+1))
	}
	return from, to
}

// partOfDay tells whether token i is "morning", "night".
func (f *Finder) partOfDay(i int) bool {
	return f.isUnit(i, language.Day) && !f.Is(i, "day")
}

// hourBefore is the first token of an hour that ends with token i, -1 where there is none.
func (f *Finder) hourBefore(i int) int {
	if f.In(i, language.ClockWord) {
		return i
	}
	for f.In(i, language.Clock) && f.In(i-1, language.Clock) {
		i-- // "a.m. EST"
	}
	if !f.In(i, language.Clock) || !f.numberAt(i-1) {
		return -1
	}
	at := i - 1
	for at > 1 && f.joined(at) && f.Is(at-1, ":") && f.numberAt(at-2) {
		at -= 2
	}
	return at
}

// hourBehind is the token behind an hour that begins with token i, 0 where there is none.
func (f *Finder) hourBehind(i int) int {
	if f.In(i, language.ClockWord) {
		return i + 1
	}
	if !f.numberAt(i) {
		return 0
	}
	to := i + 1
	for f.joined(to) && f.Is(to, ":") && f.numberAt(to+1) {
		to += 2
	}
	if !f.In(to, language.Clock) {
		return 0
	}
	for f.In(to, language.Clock) {
		to++
	}
	return to
}

func (f *Finder) numberAt(i int) bool {
	return i >= 0 && i < len(f.Tokens) && f.Tokens[i].Shape == token.Number
}
