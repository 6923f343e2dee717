// Package date finds time expressions and places them on the calendar.
package date

import (
	"time"

	"glossator/internal/annotation"
	"glossator/internal/language"
	"glossator/internal/meta"
	"glossator/internal/reading"
	"glossator/internal/token"
)

// Finder reads a text's time expressions from its first token to its last. Its zero value
// is ready, and it is used for one text after another.
type Finder struct {
	*reading.Text
	words    bool      // the language's words of time are known
	today    time.Time // zero where the article has no day
	sentence int
	anchor   meta.Day // what the last expression of this sentence resolves to
	before   meta.Day // and of the sentence before
	full     meta.Day // the last whole day
	out      []annotation.Date
}

// Find finds the time expressions and places them on the calendar, counting from
// the article's own day. What fills no day, month or year takes the smallest of these
// that holds it ("this week": the month); what cannot be placed resolves to "". Only
// days written in digits are found in a language whose words of time are not known.
func (f *Finder) Find(t *reading.Text) []annotation.Date {
	*f = Finder{Text: t, out: f.out[:0], words: t.Lex.Pack.ReadsDates}
	opens := reading.InDigits
	if f.words {
		opens |= reading.OpensTime
	}
	if t.Day != "" {
		f.today = t.Day.Time()
	}
	for i := t.Next(0, opens); i < len(t.Tokens); {
		for f.sentence < len(t.Sentences) && t.Sentences[f.sentence].To <= i {
			f.sentence++
			f.before, f.anchor = f.anchor, ""
		}
		to := f.read(i)
		i = t.Next(max(to, i+1), opens)
	}
	return append([]annotation.Date(nil), f.out...)
}

// add records the tokens [from, to) and returns to.
func (f *Finder) add(from, to int, day meta.Day) int {
	if n := len(f.out); n > 0 && int(f.Tokens[from].Start) < f.out[n-1].Span.End {
		return to
	}
	f.out = append(f.out, annotation.Date{Span: f.Span(from, to), Resolves: day})
	if day != "" {
		f.anchor = day
	}
	if day.Full() {
		f.full = day
	}
	return to
}

// read reads the expression that token i begins, and returns the token behind it; i
// or less where there is none.
func (f *Finder) read(i int) int {
	if f.Tokens[i].Shape == token.Number {
		return f.number(i)
	}
	w := f.word(i)
	switch w.Kind {
	case language.MonthWord, language.ShortMonthWord:
		return f.month(i, i, w)
	case language.WeekdayWord:
		return f.weekday(i, w.N)
	case language.SeasonWord:
		return f.season(i, w.N)
	case language.DayWord:
		return f.add(i, i+1, f.days(w.N))
	case language.ThisWord, language.LastWord, language.NextWord:
		return f.modified(i, w)
	case language.UnitWord:
		return f.unit(i, w.N)
	case language.UnitsWord:
		if f.In(f.prev(i), language.VagueLead) {
			return f.add(i, i+1, "")
		}
	case language.RecentWord:
		if f.word(i+1).Kind == language.UnitsWord {
			return f.add(i, i+2, "")
		}
	case language.CountWord:
		return f.counted(i, w.N, i+1)
	case language.OrdinalWord:
		if m := f.word(i + 2); f.Is(i+1, "of") && m.Kind == language.MonthWord && f.capital(i+2) {
			to, day := i+3, f.monthDay(i, m.N, w.N)
			if y := f.year(to); y >= 0 {
				to, day = to+1, meta.DayOf(y, m.N, w.N)
			}
			return f.add(i, to, day)
		}
	case language.SameWord:
		if f.Is(i-1, "the") && f.word(i+1) == (language.Time{Kind: language.UnitWord, N: language.Day}) && f.Fold(i+1) == "day" {
			return f.add(i-1, i+2, f.full)
		}
	case language.HolidayWord:
		if f.capital(i) && f.Is(i+1, "eve") && f.capital(i+1) {
			return f.add(i, i+2, f.eve(f.monthDay(i, w.N/100, w.N%100)))
		}
		if f.capital(i) {
			return f.add(i, i+1, f.monthDay(i, w.N/100, w.N%100))
		}
	}
	if f.In(i, language.AOrAn) && f.word(i+1).Kind == language.UnitWord {
		return f.counted(i, 1, i+1)
	}
	return i
}

// word is what token i says about time.
func (f *Finder) word(i int) language.Time {
	return f.Term(i).Time
}

// prev is the token before i in its sentence, -1 where there is none.
func (f *Finder) prev(i int) int {
	if f.sentence < len(f.Sentences) && i <= f.Sentences[f.sentence].From {
		return -1
	}
	return i - 1
}

func (f *Finder) capital(i int) bool { return f.Tokens[i].Shape.Capitalized() }

// joined tells whether token i is there and stands right behind the one before it.
func (f *Finder) joined(i int) bool {
	return i > 0 && i < len(f.Tokens) && f.Tokens[i].Flags&(token.Spaced|token.Break) == 0
}
