package date

import (
	"fmt"
	"slices"

	"glossator/internal/annotation"
	"glossator/internal/language"
	"glossator/internal/meta"
)

// holiday reads "Thanksgiving Day", "Christmas Eve 1996", "Easter Sunday".
func (f *Finder) holiday(i int) int {
	h, to := f.holidayAt(i)
	if h == nil || f.Is(i-1, "-") || f.asModifier(to) {
		return i
	}
	y, end := f.yearOfHoliday(to)
	switch {
	case h.Moving() && end > to:
		return f.dated(i, end, meta.YearOf(y))
	case h.Moving():
		return f.moving(i, to)
	case end > to:
		return f.dated(i, end, meta.DayAt(h.On(y)))
	}
	return f.add(i, to, f.nearestDay(i, to, yearly{holiday: h}))
}

// holidayAt is the holiday with the longest name at token i; nil where there is none.
func (f *Finder) holidayAt(i int) (found *language.Holiday, to int) {
	all := f.Lex.Pack.Holidays
	for h := range all {
		if end := i + len(all[h].Name); end > to && f.spells(i, &all[h]) {
			found, to = &all[h], end
		}
	}
	return found, to
}

// spells tells whether the name of a holiday stands at token i.
func (f *Finder) spells(i int, h *language.Holiday) bool {
	if !f.capital(i) && f.Lex.Pack.Term(h.Name[0]).Time.Kind != language.OrdinalWord || i+len(h.Name) > len(f.Tokens) {
		return false
	}
	for k, w := range h.Name {
		if f.Tokens[i+k].Word != w {
			return false
		}
	}
	return f.capital(i + len(h.Name) - 1)
}

// asModifier tells whether a noun at token i makes a holiday's name a word for something
// else: "the Christmas party", "Easter eggs", "Thanksgiving weekend".
func (f *Finder) asModifier(i int) bool {
	if f.endsPhrase(i) || f.capital(i) {
		return f.nameAt(i) // "Easter Island"
	}
	if f.In(i, language.Function, language.Saying, language.Night) || f.Term(i).Tense != language.NoTense {
		return false
	}
	switch f.word(i).Kind {
	case language.NoTime:
		return f.Tokens[i].Shape.Wordlike()
	case language.UnitWord, language.UnitsWord, language.SeasonWord:
		return true
	}
	return false
}

// yearOfHoliday reads "1996", ", 1996", "of 1996", "last year".
func (f *Finder) yearOfHoliday(i int) (y, to int) {
	at := i
	if f.Is(at, "of") || f.Is(at, ",") {
		at++
	}
	if y := f.year(at); y >= 0 && !f.Plural(at+1) {
		return y, at + 1
	}
	if day, to := f.monthOfYear(i, 1); to > i {
		return yearOf(day), to
	}
	return 0, i
}

// modifiedHoliday reads "last Thanksgiving", "this Christmas".
func (f *Finder) modifiedHoliday(i int, k language.TimeKind) int {
	h, to := f.holidayAt(i + 1)
	if h == nil || f.asModifier(to) {
		return i
	}
	switch {
	case h.Moving():
		return f.moving(i, to)
	case f.today.IsZero():
		return f.add(i, to, "")
	}
	day := h.On(f.today.Year())
	switch y := f.today.Year(); {
	case k == language.LastWord && !day.Before(f.today):
		day = h.On(y - 1)
	case k == language.NextWord && !day.After(f.today):
		day = h.On(y + 1)
	}
	return f.add(i, to, meta.DayAt(day))
}

// moving records a holiday whose day another calendar tells, and tells the editor, once of
// each in a text.
func (f *Finder) moving(from, to int) int {
	span := f.Span(from, to)
	words := f.Prose[span.Start:span.End]
	told := func(d annotation.Doubt) bool { return f.Prose[d.Span.Start:d.Span.End] == words }
	if !slices.ContainsFunc(f.doubts, told) {
		f.doubts = append(f.doubts, annotation.Doubt{Span: span, Rule: annotation.MovingDay,
			Msg:  fmt.Sprintf("“%s” has its day by another calendar: it is marked as a date, and placed nowhere", words),
			Hint: fmt.Sprintf("say in the text's .readings.yaml which day is meant, by a row with words: %s and date:", words)})
	}
	return f.add(from, to, "")
}

// Doubts are what Find left to the editor in the text that it read last.
func (f *Finder) Doubts() []annotation.Doubt { return f.doubts }

// knownDay is the day that is known by its month and day alone, where what happened on it
// is said at token i: "the 11 September attacks".
func (f *Finder) knownDay(i, m, n int) meta.Day {
	if i >= len(f.Tokens) {
		return ""
	}
	all := f.Lex.Pack.KnownDays
	for k := range all {
		d := &all[k]
		if d.Month != m || d.Day != n || !d.Words[f.Fold(i)] {
			continue
		}
		if day := meta.DayOf(d.Year, m, n); f.today.IsZero() || day <= f.Day {
			return day
		}
	}
	return ""
}

// days is the article's day n days on.
func (f *Finder) days(n int) meta.Day {
	if f.today.IsZero() {
		return ""
	}
	return meta.DayAt(f.today.AddDate(0, 0, n))
}
