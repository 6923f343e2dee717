// Package date finds time expressions and places them on the calendar.
//
// In: a Text and its quotations. Out: the expressions, in order. Invariant: a day is given
// where the text settles it, and none is guessed.
package date

import (
	"time"

	"glossator/internal/annotation"
	"glossator/internal/language"
	"glossator/internal/meta"
	"glossator/internal/reading"
	"glossator/internal/token"
)

// Find finds the time expressions and places them on the calendar, counting from
// the article's own day. What fills no day, month, quarter, half or year takes the
// smallest of day, month and year that holds it ("this week": the month); what cannot be
// placed for sure resolves to "". Only days written in digits are found in a language
// whose words of time are not known.
func (f *Finder) Find(t *reading.Text, quotes []annotation.Quote) []annotation.Date {
	*f = Finder{Text: t, out: f.out[:0], spoken: f.spoken[:0], words: t.Lex.Pack.ReadsDates}
	opens := reading.InDigits
	if f.words {
		opens |= reading.OpensTime
	}
	if t.Day != "" {
		f.today = t.Day.Time()
	}
	for i := t.Next(0, opens); i < len(t.Tokens); {
		f.enter(i)
		to := f.read(i)
		i = t.Next(max(to, i+1), opens)
	}
	f.asSaid(quotes)
	return append([]annotation.Date(nil), f.out...)
}

// Finder reads a text's time expressions from its first token to its last.
type Finder struct {
	*reading.Text
	words    bool // the language's words of time are known
	doubts   []annotation.Doubt
	today    time.Time // zero where the article has no day
	sentence int
	anchor   meta.Day // what the last expression of this sentence resolves to
	before   meta.Day // and of the sentence before
	behind   int      // token behind the last expression
	said     bool     // a year before the article's own was said with a month or day of this sentence
	saidLast bool     // or of the one before, in the same block
	full     meta.Day // the last whole day
	yearless yearly   // the last day of a month whose year was not said
	quarter  meta.Day // the last quarter or half of a year
	sure     bool     // what side told last stands beside the date, or is a rule
	spoken   []spoken // expressions that count from the day on which they are said
	out      []annotation.Date
}

// enter goes on to the sentence that holds token i.
func (f *Finder) enter(i int) {
	for f.sentence < len(f.Sentences) && f.Sentences[f.sentence].To <= i {
		f.sentence++
		f.before, f.anchor = f.anchor, ""
		f.saidLast, f.said = f.said, false
		f.saidLast = f.saidLast && f.goesOnBlock()
	}
}

// goesOnBlock tells whether the sentence is of the same block as the one before it.
func (f *Finder) goesOnBlock() bool {
	return f.sentence < len(f.Sentences) && f.Sentences[f.sentence].Block == f.Sentences[f.sentence-1].Block
}

// add records the tokens [from, to), with the hours and the part of the day that stand
// beside a whole day, and returns the token behind.
func (f *Finder) add(from, to int, day meta.Day) int {
	if day.Full() || day == "" && f.word(to-1).Kind == language.WeekdayWord {
		from, to = f.withHours(from, to)
	}
	if n := len(f.out); n > 0 && int(f.Tokens[from].Start) < f.out[n-1].Span.End {
		return to
	}
	f.out = append(f.out, annotation.Date{Span: f.Span(from, to), Resolves: day})
	f.behind = to
	if day != "" {
		f.anchor = day
	}
	if day.Full() {
		f.full = day
	}
	if _, months := day.Part(); months > 0 {
		f.quarter = day
	}
	return to
}

// dated records a day or month whose year is said.
func (f *Finder) dated(from, to int, day meta.Day) int {
	_, months := day.Part()
	exact := len(day) > len("2022") && months == 0
	f.said = f.said || exact && !f.today.IsZero() && yearOf(day) < f.today.Year()
	return f.add(from, to, day)
}

// readers read the expression that a word of each kind begins at token i, and return the
// token behind it; i or less where there is none.
var readers = [...]func(f *Finder, i int, w language.Time) int{
	language.MonthWord:      func(f *Finder, i int, w language.Time) int { return f.month(i, i, w) },
	language.ShortMonthWord: func(f *Finder, i int, w language.Time) int { return f.month(i, i, w) },
	language.WeekdayWord:    (*Finder).weekday,
	language.SeasonWord:     (*Finder).season,
	language.DayWord:        (*Finder).dayWord,
	language.ThisWord:       (*Finder).modified,
	language.LastWord:       (*Finder).modified,
	language.NextWord:       (*Finder).modified,
	language.UnitWord:       (*Finder).unit,
	language.UnitsWord:      (*Finder).vague,
	language.RecentWord:     (*Finder).recent,
	language.CountWord:      (*Finder).count,
	language.OrdinalWord:    (*Finder).ordinal,
	language.SameWord:       (*Finder).same,
	language.ThatWord:       (*Finder).that,
	language.QuarterWord:    (*Finder).quarterCode,
	language.HalfWord:       (*Finder).quarterCode,
	language.YearWord:       (*Finder).yearWord,
}

// read reads the expression that token i begins, and returns the token behind it; i
// or less where there is none.
func (f *Finder) read(i int) int {
	if f.Tokens[i].Shape == token.Number {
		return f.number(i)
	}
	if f.Lex.Pack.DaySigns != nil {
		return f.told(i)
	}
	if f.In(i, language.OpensHoliday) {
		if to := f.holiday(i); to > i {
			return to
		}
	}
	if f.Lex.Pack.Postposed {
		if to := f.postposed(i); to > i {
			return to
		}
	}
	w := f.word(i)
	if w.Kind == language.AgoWord && f.Lex.Pack.AgoBefore {
		return f.agoBefore(i)
	}
	if int(w.Kind) < len(readers) && readers[w.Kind] != nil {
		if to := readers[w.Kind](f, i, w); to > i {
			return to
		}
	}
	if f.In(i, language.AOrAn) && f.word(i+1).Kind == language.UnitWord {
		return f.counted(i, 1, i+1)
	}
	return i
}

// dayWord reads "today", "yesterday".
func (f *Finder) dayWord(i int, w language.Time) int {
	if f.nowadays(i) || w.N == 1 && f.morning(i) {
		return i
	}
	return f.addSpoken(i, i+1, w.N)
}

// yearWord reads "heuer", "im Vorjahr": the last year is that before the one dated before.
func (f *Finder) yearWord(i int, w language.Time) int {
	if w.N < 0 {
		return f.add(i, i+1, f.besideDay(language.Year, language.LastWord, true))
	}
	return f.add(i, i+1, f.unitFrom(language.Year, language.ThisWord))
}

// vague reads "for weeks".
func (f *Finder) vague(i int, _ language.Time) int {
	if f.In(f.prev(i), language.VagueLead) {
		return f.add(i, i+1, "")
	}
	return i
}

// recent reads "recent months".
func (f *Finder) recent(i int, _ language.Time) int {
	if f.word(i+1).Kind == language.UnitsWord {
		return f.add(i, i+2, "")
	}
	return i
}

// count reads "two years ago", "nineteen ninety-one".
func (f *Finder) count(i int, w language.Time) int {
	if y, to := f.yearInWords(i); to > i {
		return f.dated(f.withPart(i), to, meta.YearOf(y))
	}
	if n, to := f.ordinalAt(i); to > i {
		return f.dayOf(i, n, to) // "twenty-first of May"
	}
	n, to := w.N, i+1
	if j := f.behindHyphen(to); n >= 20 && f.word(j).Kind == language.CountWord && f.word(j).N < 10 {
		n, to = n+f.word(j).N, j+1 // "twenty-one months ago"
	}
	return f.counted(i, n, to)
}

// behindHyphen is the token behind a hyphen at token i, else i.
func (f *Finder) behindHyphen(i int) int {
	if f.joined(i) && f.joined(i+1) && f.Is(i, "-") {
		return i + 1
	}
	return i
}

// same reads "the same day", "the same year".
func (f *Finder) same(i int, _ language.Time) int {
	if u := f.word(i + 1); f.Is(i-1, "the") && u.Kind == language.UnitWord {
		if u.N == language.Quarter || u.N == language.Period {
			return f.yearEarlier(i-1, i+2)
		}
		return f.takenUp(i-1, i+2, u.N)
	}
	return i
}

// that reads "that year", "later that day", "that December": what was dated before in the
// sentence, or in the one before.
func (f *Finder) that(i int, _ language.Time) int {
	from, w := f.withPart(i), f.word(i+1)
	if f.word(i-1).Kind == language.LaterWord && !f.In(i-1, language.Preposition) {
		from = i - 1
	}
	switch w.Kind {
	case language.UnitWord:
		return f.takenUp(from, i+2, w.N)
	case language.SeasonWord:
		if y := f.recentDay(); y != "" {
			return f.add(from, i+2, meta.YearOf(yearOf(y)))
		}
	case language.MonthWord:
		if y := f.recentDay(); y != "" && f.asDay(i+1) && f.dayOfMonth(i+2) < 0 {
			return f.add(from, i+2, meta.MonthOf(yearOf(y), w.N))
		}
	}
	return i
}

// takenUp records the day, month or year that was dated before; nothing where none was.
func (f *Finder) takenUp(from, to, unit int) int {
	day := f.recentDay()
	switch {
	case unit == language.Day && day.Full():
	case unit == language.Month && len(day) >= len("2022-01"):
		day = day.Month()
	case unit == language.Year && day != "":
		day = meta.YearOf(yearOf(day))
	default:
		return from
	}
	return f.add(from, to, day)
}

// recentDay is what the sentence or the one before dated last.
func (f *Finder) recentDay() meta.Day {
	if f.anchor != "" {
		return f.anchor
	}
	return f.before
}

// word is what token i says about time.
func (f *Finder) word(i int) language.Time {
	return f.Term(i).Time
}

// isUnit tells whether token i is a unit of the calendar.
func (f *Finder) isUnit(i, unit int) bool {
	return f.word(i) == language.Time{Kind: language.UnitWord, N: unit}
}

// prev is the token before i in its sentence, -1 where there is none.
func (f *Finder) prev(i int) int {
	if f.sentence < len(f.Sentences) && i <= f.Sentences[f.sentence].From {
		return -1
	}
	return i - 1
}

// asDay tells whether token i is written as a day or month is in the language.
func (f *Finder) asDay(i int) bool {
	if !f.Lex.Pack.SmallDays {
		return f.capital(i)
	}
	return !f.capital(i) || f.opens(i) && !f.capital(i+1) // "Domingo Pérez", "Julio Mayo"
}

func (f *Finder) capital(i int) bool {
	return i >= 0 && i < len(f.Tokens) && f.Tokens[i].Shape.Capitalized()
}

// joined tells whether token i is there and stands right behind the one before it.
func (f *Finder) joined(i int) bool {
	return i > 0 && i < len(f.Tokens) && f.Tokens[i].Flags&(token.Spaced|token.Break) == 0
}
