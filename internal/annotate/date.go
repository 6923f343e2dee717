package annotate

import (
	"time"

	"glossator/internal/language"
	"glossator/internal/meta"
	"glossator/internal/token"
)

// dates finds the time expressions and places them on the calendar, counting from
// the article's own day. What fills no day, month or year takes the smallest of these
// that holds it ("this week": the month); what cannot be placed resolves to "". Only
// days written in digits are found in a language whose words of time are not known.
func (t *text) dates() []Date {
	d := dater{text: t, out: t.dateRoom[:0], words: t.lex.Pack.ReadsDates}
	opens := inDigits
	if d.words {
		opens |= opensTime
	}
	if t.day != "" {
		d.today = t.day.Time()
	}
	for i := t.next(0, opens); i < len(t.tokens); {
		for d.sentence < len(t.sentences) && t.sentences[d.sentence].to <= i {
			d.sentence++
			d.before, d.anchor = d.anchor, ""
		}
		to := d.read(i)
		i = t.next(max(to, i+1), opens)
	}
	t.dateRoom = d.out
	return append([]Date(nil), d.out...)
}

// dater reads a text's time expressions from its first token to its last.
type dater struct {
	*text
	words    bool      // the language's words of time are known
	today    time.Time // zero where the article has no day
	sentence int
	anchor   meta.Day // what the last expression of this sentence resolves to
	before   meta.Day // and of the sentence before
	full     meta.Day // the last whole day
	out      []Date
}

// add records the tokens [from, to) and returns to.
func (d *dater) add(from, to int, day meta.Day) int {
	if n := len(d.out); n > 0 && int(d.tokens[from].Start) < d.out[n-1].Span.End {
		return to
	}
	d.out = append(d.out, Date{Span: d.span(from, to), Resolves: day})
	if day != "" {
		d.anchor = day
	}
	if day.Full() {
		d.full = day
	}
	return to
}

// read reads the expression that token i begins, and returns the token behind it; i
// or less where there is none.
func (d *dater) read(i int) int {
	if d.tokens[i].Shape == token.Number {
		return d.number(i)
	}
	w := d.word(i)
	switch w.Kind {
	case language.MonthWord, language.ShortMonthWord:
		return d.month(i, i, w)
	case language.WeekdayWord:
		return d.weekday(i, w.N)
	case language.SeasonWord:
		return d.season(i, w.N)
	case language.DayWord:
		return d.add(i, i+1, d.days(w.N))
	case language.ThisWord, language.LastWord, language.NextWord:
		return d.modified(i, w)
	case language.UnitWord:
		return d.unit(i, w.N)
	case language.UnitsWord:
		if d.in(d.prev(i), language.VagueLead) {
			return d.add(i, i+1, "")
		}
	case language.RecentWord:
		if d.word(i+1).Kind == language.UnitsWord {
			return d.add(i, i+2, "")
		}
	case language.CountWord:
		return d.counted(i, w.N, i+1)
	case language.OrdinalWord:
		if m := d.word(i + 2); d.is(i+1, "of") && m.Kind == language.MonthWord && d.capital(i+2) {
			to, day := i+3, d.monthDay(i, m.N, w.N)
			if y := d.year(to); y >= 0 {
				to, day = to+1, meta.DayOf(y, m.N, w.N)
			}
			return d.add(i, to, day)
		}
	case language.SameWord:
		if d.is(i-1, "the") && d.word(i+1) == (language.Time{Kind: language.UnitWord, N: language.Day}) && d.fold(i+1) == "day" {
			return d.add(i-1, i+2, d.full)
		}
	case language.HolidayWord:
		if d.capital(i) && d.is(i+1, "eve") && d.capital(i+1) {
			return d.add(i, i+2, d.eve(d.monthDay(i, w.N/100, w.N%100)))
		}
		if d.capital(i) {
			return d.add(i, i+1, d.monthDay(i, w.N/100, w.N%100))
		}
	}
	if d.in(i, language.AOrAn) && d.word(i+1).Kind == language.UnitWord {
		return d.counted(i, 1, i+1)
	}
	return i
}

// word is what token i says about time.
func (d *dater) word(i int) language.Time {
	return d.term(i).Time
}

// prev is the token before i in its sentence, -1 where there is none.
func (d *dater) prev(i int) int {
	if d.sentence < len(d.sentences) && i <= d.sentences[d.sentence].from {
		return -1
	}
	return i - 1
}

func (d *dater) capital(i int) bool { return d.tokens[i].Shape.Capitalized() }

// joined tells whether token i is there and stands right behind the one before it.
func (d *dater) joined(i int) bool {
	return i > 0 && i < len(d.tokens) && d.tokens[i].Flags&(token.Spaced|token.Break) == 0
}
