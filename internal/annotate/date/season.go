package date

import (
	"glossator/internal/language"
	"glossator/internal/meta"
)

// season reads "the summer", "summer 2022", "the late spring and summer of next year".
func (f *Finder) season(i int, w language.Time) int {
	if f.capital(i) && !f.opens(i) && f.year(i+1) < 0 {
		return i // "Jane Summer", "Prague Spring"
	}
	from, to := f.withPart(i), i+1
	if f.Is(to, "and") && f.word(to+1).Kind == language.SeasonWord {
		to += 2
	}
	from = f.withThe(from)
	if day, end := f.yearOfSeason(to); end > to {
		return f.add(from, end, day)
	}
	if f.Is(to, "of") || !f.surelySeason(from, i) {
		return i
	}
	return f.add(from, to, f.bareSeason(from, to, w.N))
}

// yearOfSeason reads "2022", "of 2022", "of next year".
func (f *Finder) yearOfSeason(i int) (day meta.Day, to int) {
	of := i
	if f.Is(of, "of") || f.Is(of, ",") {
		of++
	}
	if y := f.year(of); y >= 0 {
		return meta.YearOf(y), of + 1
	}
	k := f.word(of).Kind
	said := step(k) != 0 || k == language.ThisWord && of > i
	if !said || !f.isUnit(of+1, language.Year) {
		return "", i
	}
	return f.unitFrom(language.Year, k), of + 2
}

// surelySeason tells "in the fall" from "the fall of the pier" and "a spring in her step".
func (f *Finder) surelySeason(from, i int) bool {
	lead := f.In(f.prev(from), language.SeasonLead)
	part := f.word(i-1).Kind == language.PartWord
	if f.In(i, language.Movement) {
		return lead || part
	}
	return lead || part || f.Is(from, "the")
}

// seasonStart is the month in which a season is taken to begin. Winter is the one
// that begins the year.
var seasonStart = [...]int{0, 3, 6, 9}

// nearSeason is "last summer", "next summer", "this summer": the year that holds it.
func (f *Finder) nearSeason(n int, k language.TimeKind) meta.Day {
	if f.today.IsZero() {
		return ""
	}
	y, now, start := f.today.Year(), int(f.today.Month()), seasonStart[n]
	switch over := now > start+2; {
	case k == language.LastWord && !over:
		y--
	case k == language.NextWord && now >= start:
		y++
	}
	return meta.YearOf(y)
}

// bareSeason is the season nearest to the article on the side of the sentence's tense.
func (f *Finder) bareSeason(from, to, n int) meta.Day {
	if f.today.IsZero() {
		return ""
	}
	y, now, start := f.today.Year(), int(f.today.Month()), seasonStart[n]
	switch t := f.side(from, to); {
	case (t == language.Future || t == language.Modal) && now > start+2:
		y++
	case t == language.Past && now < start:
		y--
	}
	return meta.YearOf(y)
}
