package date

import (
	"strings"
	"time"

	"glossator/internal/language"
	"glossator/internal/meta"
	"glossator/internal/token"
)

func yearOf(d meta.Day) int { return atoi(d.Year()) }

func atoi(s string) int {
	n := 0
	for _, c := range []byte(s) {
		if c < '0' || c > '9' || n > 9999 {
			return -1
		}
		n = 10*n + int(c-'0')
	}
	return n
}

// step is the way a modifier goes: last is one back.
func step(k language.TimeKind) int {
	switch k {
	case language.LastWord, language.EarlierWord, language.AgoWord:
		return -1
	case language.NextWord, language.LaterWord:
		return 1
	}
	return 0
}

// days is the article's day n days on.
func (f *Finder) days(n int) meta.Day {
	if f.today.IsZero() {
		return ""
	}
	return meta.DayAt(f.today.AddDate(0, 0, n))
}

// tense tells whether what token i dates lies before the article or after it: by the
// nearest word of its sentence that says so. Words beyond a comma or dash count as
// farther away.
func (f *Finder) tense(i int) language.Tense {
	if f.sentence >= len(f.Sentences) {
		return language.NoTense
	}
	const farthest, beyondMark = 40, 15
	if be := i - 1; f.In(be, language.IsOn) || f.In(be, language.On) && f.In(be-1, language.IsOn) {
		return language.Future // "the deadline is Friday"
	}
	if f.Is(i-1, "as") && (f.Is(i-2, "early") || f.Is(i-2, "soon")) && f.Is(i-3, "as") {
		return language.Future // "as early as Monday"
	}
	if f.Is(i-2, "now") && f.In(i-1, language.RangeEnd) {
		return language.Future // "between now and May"
	}
	s := f.Sentences[f.sentence]
	back, backward := f.seek(i-1, s.From-1, -1, farthest, beyondMark)
	ahead, forward := f.seek(i+1, s.To, 1, farthest, beyondMark)
	const beside = 8 // tokens
	switch {
	case f.anchor != "" && !f.today.IsZero() && f.anchor.First() > f.Day && !(back == language.Past && backward < beside) && !(ahead == language.Past && forward < beside && forward < backward):
		return language.Future // as the expression before it
	case f.Is(i-1, "for") && f.settled(i-2, s.From):
		return language.Future // "set the trial for 9 September"
	case back != language.NoTense && backward <= forward:
		return back
	case ahead != language.NoTense:
		return ahead
	}
	const near = 6 // tokens
	for j := i - 1; j >= s.From && j > i-near && f.Tokens[j].Shape != token.Punct; j-- {
		if f.Term(j).Tense == language.Weak && (j == i-1 || f.In(j+1, language.Article) || f.Is(j, "ahead")) {
			return language.Future
		}
	}
	return language.NoTense
}

// settled tells whether a verb that fixes a day stands not far before token i.
func (f *Finder) settled(i, from int) bool {
	const farthest = 8 // tokens
	for to := max(from, i-farthest); i >= to; i-- {
		if f.In(i, language.Settles) {
			return true
		}
	}
	return false
}

// seek goes from token i towards stop and returns the first word with a tense and
// how far away it is.
func (f *Finder) seek(i, stop, by, farthest, beyondMark int) (language.Tense, int) {
	for far := 1; i != stop && i >= 0 && i < len(f.Tokens) && far < farthest; i, far = i+by, far+1 {
		if tok := f.Tokens[i]; tok.Shape == token.Punct {
			if w := f.Fold(i); w == "," || w == ";" || w == "-" || w == ":" {
				far += beyondMark
			}
			continue
		}
		w := f.Fold(i)
		switch k := f.Term(i).Tense; k {
		case language.Past, language.Future, language.Modal:
			if w == "may" && f.capital(i) || w == "last" || w == "since" && by > 0 {
				continue
			}
			if (w == "has" || w == "have" || w == "had") && by < 0 && f.Is(i+1, "until") {
				return language.Future, far // "has until Friday"
			}
			return k, far
		case language.Takes:
			if f.In(i+1, language.TakesWhat) {
				return language.Future, far
			}
		case language.Leaning:
			if f.Is(i+1, "to") && (by < 0 || !f.In(i-1, language.Article)) {
				return language.Future, far
			}
		case language.Be:
			if f.Is(i+1, "to") || w == "be" && f.Is(i-1, "to") {
				return language.Future, far
			}
			continue
		}
		if len(w) > 4 && strings.HasSuffix(w, "ed") && f.finite(i) {
			return language.Past, far
		}
	}
	return language.NoTense, farthest * 2
}

// finite tells whether a word on -ed is the verb of its clause: not behind an article
// or preposition ("the disputed order") nor behind "be" ("will be signed").
func (f *Finder) finite(i int) bool {
	if i == 0 || !f.Tokens[i].Shape.Wordlike() || f.Tokens[i].Shape.Capitalized() {
		return false
	}
	if f.Term(i-1).Tense == language.Be {
		return false
	}
	return !f.In(i-1, language.Article, language.Preposition, language.Possessive)
}

// eve is the day before.
func (f *Finder) eve(day meta.Day) meta.Day {
	if day == "" {
		return ""
	}
	return meta.DayAt(day.Time().AddDate(0, 0, -1))
}

// onWeekday is the weekday n nearest to the article's day: the day itself or the one
// before it, or after it where the sentence speaks of the future. "Last Friday" and
// "next Friday" are never the day itself.
func (f *Finder) onWeekday(i, n int, k language.TimeKind) meta.Day {
	if f.today.IsZero() {
		return ""
	}
	back := (int(f.today.Weekday()) - n + 7) % 7
	ahead := (7 - back) % 7
	switch {
	case k == language.LastWord && back == 0:
		return f.days(-7)
	case k == language.NextWord && ahead == 0:
		return f.days(7)
	case k == language.NextWord:
		return f.days(ahead)
	}
	if t := f.tense(i); k != language.LastWord && (t == language.Future || t == language.Modal) {
		if f.anchor.Full() && f.anchor > f.Day && f.In(i-1, language.Until) {
			a := f.anchor.Time() // "from next Monday to Friday"
			return meta.DayAt(a.AddDate(0, 0, (n-int(a.Weekday())+7)%7))
		}
		return f.days(ahead)
	}
	return f.days(-back)
}

// bareMonth is the month m nearest to the article: its own or an earlier one, or a
// later one where the sentence speaks of the future. A year that the sentence named
// before, other than the article's own, holds for it.
func (f *Finder) bareMonth(i, m int) meta.Day {
	if a := f.anchor; a != "" && (f.today.IsZero() || yearOf(a) != f.today.Year()) && (len(a) == 4 || yearOf(a) > f.today.Year()) {
		return meta.DayOf(yearOf(a), m, 0)
	} else if len(a) >= 7 && !f.today.IsZero() && yearOf(a) < f.today.Year() && f.In(i-1, language.RangeEnd) {
		y := yearOf(a) // "from May 2020 to July"
		if m < int(a.Time().Month()) {
			y++
		}
		return meta.DayOf(y, m, 0)
	}
	if f.today.IsZero() {
		return ""
	}
	if m == int(f.today.Month()) {
		return meta.DayOf(f.today.Year(), m, 0)
	}
	k := language.LastWord
	ahead := (m - int(f.today.Month()) + 12) % 12
	if t := f.tense(i); t == language.Future || t == language.Modal && (ahead <= 6 || f.Is(i-1, "by")) {
		k = language.NextWord
	}
	return f.nearMonth(m, k)
}

// nearMonth is "last May", "next May" or "this May", seen from the article. The
// article's own month is neither last nor next.
func (f *Finder) nearMonth(m int, k language.TimeKind) meta.Day {
	if f.today.IsZero() {
		return ""
	}
	y, now := f.today.Year(), int(f.today.Month())
	switch {
	case k == language.LastWord && m >= now:
		y--
	case k == language.NextWord && m <= now:
		y++
	}
	return meta.DayOf(y, m, 0)
}

// monthDay is the day without a year that lies nearest to the article, on the side
// of the sentence's tense; on the other side where that is very near and this one
// nearly a year away.
func (f *Finder) monthDay(i, m, n int) meta.Day {
	if f.today.IsZero() {
		if f.anchor != "" {
			return meta.DayOf(yearOf(f.anchor), m, n)
		}
		return ""
	}
	if a := f.anchor; a.Full() && yearOf(a) < f.today.Year() { // "on May 30, 2019, and on June 7"
		if day := meta.DayOf(yearOf(a), m, n); day >= a {
			return day
		}
		return meta.DayOf(yearOf(a)+1, m, n)
	}
	const near, far = 45, 270 // days
	y := f.today.Year()
	that := time.Date(y, time.Month(m), n, 0, 0, 0, 0, time.UTC)
	before, after := that, that
	if that.After(f.today) {
		before = that.AddDate(-1, 0, 0)
	} else if that.Before(f.today) {
		after = that.AddDate(1, 0, 0)
	}
	back, ahead := int(f.today.Sub(before).Hours()/24), int(after.Sub(f.today).Hours()/24)
	choice := before
	switch tense := f.tense(i); {
	case (tense == language.Future || tense == language.Modal) && !(back < near && ahead > far), ahead < near && back > far:
		choice = after
	case tense == language.NoTense && ahead < back && ahead < near:
		choice = after
	}
	return meta.DayOf(choice.Year(), m, n)
}

// unitFrom is a day, week, month or year counted from the article's day, or, for what
// is relative ("the prior year"), from the last date of the sentence.
func (f *Finder) unitFrom(u int, k language.TimeKind, relative bool) meta.Day {
	from, known := f.today, !f.today.IsZero()
	if relative && f.anchor != "" && (u != language.Day || f.anchor.Full()) {
		from, known = f.anchor.Time(), true
	} else if relative && u == language.Day && f.before.Full() {
		from, known = f.before.Time(), true
	}
	if !known {
		return ""
	}
	n := step(k)
	switch u {
	case language.Day:
		return meta.DayAt(from.AddDate(0, 0, n))
	case language.Week, language.Weekend:
		to := from.AddDate(0, 0, 7*n)
		if u == language.Weekend && n == 0 {
			to = to.AddDate(0, 0, (6-int(to.Weekday()))%7)
		}
		return meta.DayOf(to.Year(), int(to.Month()), 0)
	case language.Month:
		to := time.Date(from.Year(), from.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
		return meta.DayOf(to.Year(), int(to.Month()), 0)
	case language.Quarter:
		to := time.Date(from.Year(), from.Month()+time.Month(3*n), 1, 0, 0, 0, 0, time.UTC)
		return meta.DayOf(to.Year(), 0, 0)
	case language.Year:
		return meta.DayOf(from.Year()+n, 0, 0)
	}
	return ""
}

// weekend is the month of the weekend that is meant by "the weekend".
func (f *Finder) weekend(i int) meta.Day {
	if f.today.IsZero() {
		return ""
	}
	to := f.today.AddDate(0, 0, (6-int(f.today.Weekday()))%7)
	if t := f.tense(i); t != language.Future && t != language.Modal && (f.Is(i-2, "over") || t == language.Past) && f.today.Weekday() != time.Saturday && f.today.Weekday() != time.Sunday {
		to = to.AddDate(0, 0, -7)
	}
	return meta.DayOf(to.Year(), int(to.Month()), 0)
}

// shifted is n units before or after: "ago" counts from the article, the others from
// the last date of the sentence or the one before, else from the article. It is as
// exact as its unit.
func (f *Finder) shifted(u, n int, k language.TimeKind) meta.Day {
	from := f.today
	if k != language.AgoWord {
		for _, a := range [...]meta.Day{f.anchor, f.before} {
			if a != "" {
				from = a.Time()
				break
			}
		}
	}
	if from.IsZero() || n > 3000 || k == language.LaterWord && f.anchor == "" && f.before == "" {
		return ""
	}
	n *= step(k)
	switch u {
	case language.Day:
		if f.anchor != "" && k != language.AgoWord && !f.anchor.Full() {
			return ""
		}
		return meta.DayAt(from.AddDate(0, 0, n))
	case language.Week:
		to := from.AddDate(0, 0, 7*n)
		return meta.DayOf(to.Year(), int(to.Month()), 0)
	case language.Month:
		to := time.Date(from.Year(), from.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
		return meta.DayOf(to.Year(), int(to.Month()), 0)
	case language.Year:
		return meta.DayOf(from.Year()+n, 0, 0)
	case language.Decade:
		if n != 1 && n != -1 {
			return meta.DayOf(from.Year()+10*n, 0, 0)
		}
	}
	return "" // "a decade ago" is no year
}

// fromDay reads the day at token i that a stretch of time is counted from ("a week from
// Tuesday", "a year ago today"), and returns the token behind it; i where there is
// none.
func (f *Finder) fromDay(i int, k language.TimeKind) (time.Time, int) {
	at := i
	if k == language.AgoWord && f.Is(at, "on") {
		at++
	}
	switch w := f.word(at); {
	case f.today.IsZero():
	case f.Is(at, "now") && k != language.AgoWord:
		return f.today, at + 1
	case w.Kind == language.DayWord && (k != language.AgoWord || w.N == 0):
		return f.today.AddDate(0, 0, w.N), at + 1
	case w.Kind == language.WeekdayWord && f.capital(at):
		back := (int(f.today.Weekday()) - w.N + 7) % 7
		if k == language.AgoWord {
			return f.today.AddDate(0, 0, -back), at + 1
		}
		return f.today.AddDate(0, 0, (7-back)%7), at + 1
	}
	return time.Time{}, i
}

// away is n units from a day: from a named day weeks are whole days, from now they are
// as exact as their unit.
func (f *Finder) away(from time.Time, u, n int, now bool) meta.Day {
	switch {
	case u == language.Day:
		return meta.DayAt(from.AddDate(0, 0, n))
	case u == language.Week && !now:
		return meta.DayAt(from.AddDate(0, 0, 7*n))
	case u == language.Week:
		to := from.AddDate(0, 0, 7*n)
		return meta.DayOf(to.Year(), int(to.Month()), 0)
	case u == language.Month:
		to := time.Date(from.Year(), from.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
		return meta.DayOf(to.Year(), int(to.Month()), 0)
	case u == language.Year:
		return meta.DayOf(from.Year()+n, 0, 0)
	}
	return ""
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
	over := now > start+2
	switch {
	case k == language.LastWord && !over:
		y--
	case k == language.NextWord && now >= start:
		y++
	}
	return meta.DayOf(y, 0, 0)
}

// bareSeason is the season nearest to the article on the side of the sentence's tense.
func (f *Finder) bareSeason(i, n int) meta.Day {
	if f.today.IsZero() {
		return ""
	}
	y, now, start := f.today.Year(), int(f.today.Month()), seasonStart[n]
	switch t := f.tense(i); {
	case (t == language.Future || t == language.Modal) && now > start+2:
		y++
	case t == language.Past && now < start:
		y--
	}
	return meta.DayOf(y, 0, 0)
}
