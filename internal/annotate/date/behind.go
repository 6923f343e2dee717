package date

import "glossator/internal/language"

// postposed reads what languages write whose modifiers stand behind the noun: "semana
// pasada", "lunes próximo", "año anterior", "mes que viene", "hace dos años". It returns the
// token behind it; i where there is none.
func (f *Finder) postposed(i int) int {
	w := f.word(i)
	switch {
	case w.Kind == language.AgoWord:
		return f.agoBefore(i)
	case w.Kind == language.UnitWord && f.numberAt(i-1): // "the 22 months past"
		return i
	}
	at := i + 1
	if w.Kind == language.WeekdayWord {
		if at = f.weekdayEnd(i, w.N); at == i {
			return i
		}
	}
	if f.Is(at, "that") { // "que viene"
		at++
	}
	k := f.word(at).Kind
	if k != language.LastWord && k != language.NextWord {
		return i
	}
	switch w.Kind {
	case language.UnitWord:
		if f.In(at, language.ToOther) {
			return f.add(i, at+1, f.besideDay(w.N, k, true))
		}
		return f.add(i, at+1, f.unitFrom(w.N, k))
	case language.WeekdayWord:
		if f.In(at, language.ToOther) {
			return f.add(i, at+1, weekdayFrom(f.recentDay(), w.N, step(k)))
		}
		return f.add(i, at+1, f.onWeekday(i, at+1, w.N, k))
	case language.MonthWord:
		return f.add(i, at+1, f.nearMonth(w.N, k))
	case language.SeasonWord:
		return f.add(i, at+1, f.nearSeason(w.N, k))
	}
	return i
}

// agoBefore reads "hace dos años", "hace 10 días", "il y a deux ans", "vor zwei Jahren".
func (f *Finder) agoBefore(i int) int {
	from, at := i, i+1
	if f.Is(at, "has") { // "il y a"
		at++
		if f.In(i-1, language.ThirdPerson) {
			from--
		}
	}
	n := f.digits(at, false)
	if w := f.word(at); w.Kind == language.CountWord {
		n = w.N
	}
	u := f.word(at + 1)
	if n <= 0 || u.Kind != language.UnitWord && u.Kind != language.UnitsWord {
		return i
	}
	return f.add(from, at+2, f.shifted(u.N, n, language.AgoWord))
}

// morning tells whether the word for tomorrow means the morning: "por la mañana", "am
// Morgen", "heute Morgen".
func (f *Finder) morning(i int) bool {
	if f.Lex.Pack.CapitalNouns {
		return f.capital(i) && !f.opens(i) || f.In(i-1, language.Article)
	}
	return f.Lex.Pack.Postposed && f.In(i-1, language.Article, language.Possessive)
}

// daysOf reads "3 al 5 de mayo", "3 y 4 de mayo de 2021", "3. bis zum 5. Mai": days of one
// month, which fill none of them. The number n of the first is that of token i.
func (f *Finder) daysOf(i, n int) int {
	joint := f.behindSign(i + 1)
	second := joint + 1
	if f.Is(second, "to") { // "bis zum"
		second++
	}
	ranges := f.Lex.Pack.Postposed || f.Lex.Pack.OrdinalStop
	if !ranges || !f.joins(joint) || f.dayOfMonth(second) <= n {
		return i
	}
	at := f.behindSign(second + 1)
	if !f.Is(at, "of") && f.word(at).Kind != language.MonthWord {
		return i
	}
	out := len(f.out)
	to := f.dayOf(second, f.dayOfMonth(second), at)
	if to == second || len(f.out) == out {
		return i
	}
	last := &f.out[out]
	last.Span.Start, last.Resolves = int(f.Tokens[i].Start), last.Resolves.Month()
	return to
}

// behindSign is the token behind the sign of an ordinal: "1.º de mayo", "1° maggio", "3. März"; else i.
func (f *Finder) behindSign(i int) int {
	at := i
	if f.joined(at) && f.Is(at, ".") {
		at++
	}
	switch {
	case f.joined(at) && (f.Raw(at) == "º" || f.Raw(at) == "°"):
		return at + 1
	case f.Lex.Pack.OrdinalStop:
		return at
	}
	return i
}
