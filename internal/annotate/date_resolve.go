package annotate

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
func (d *dater) days(n int) meta.Day {
	if d.today.IsZero() {
		return ""
	}
	return meta.DayAt(d.today.AddDate(0, 0, n))
}

// tense tells whether what token i dates lies before the article or after it: by the
// nearest word of its sentence that says so. Words beyond a comma or dash count as
// farther away.
func (d *dater) tense(i int) language.Tense {
	if d.sentence >= len(d.sentences) {
		return language.NoTense
	}
	const farthest, beyondMark = 40, 15
	if be := i - 1; d.in(be, language.IsOn) || d.in(be, language.On) && d.in(be-1, language.IsOn) {
		return language.Future // "the deadline is Friday"
	}
	if d.is(i-1, "as") && (d.is(i-2, "early") || d.is(i-2, "soon")) && d.is(i-3, "as") {
		return language.Future // "as early as Monday"
	}
	if d.is(i-2, "now") && d.in(i-1, language.RangeEnd) {
		return language.Future // "between now and May"
	}
	s := d.sentences[d.sentence]
	back, backward := d.seek(i-1, s.from-1, -1, farthest, beyondMark)
	ahead, forward := d.seek(i+1, s.to, 1, farthest, beyondMark)
	const beside = 8 // tokens
	switch {
	case d.anchor != "" && !d.today.IsZero() && d.anchor.First() > d.day && !(back == language.Past && backward < beside) && !(ahead == language.Past && forward < beside && forward < backward):
		return language.Future // as the expression before it
	case d.is(i-1, "for") && d.settled(i-2, s.from):
		return language.Future // "set the trial for 9 September"
	case back != language.NoTense && backward <= forward:
		return back
	case ahead != language.NoTense:
		return ahead
	}
	const near = 6 // tokens
	for j := i - 1; j >= s.from && j > i-near && d.tokens[j].Shape != token.Punct; j-- {
		if d.term(j).Tense == language.Weak && (j == i-1 || d.in(j+1, language.Article) || d.is(j, "ahead")) {
			return language.Future
		}
	}
	return language.NoTense
}

// settled tells whether a verb that fixes a day stands not far before token i.
func (d *dater) settled(i, from int) bool {
	const farthest = 8 // tokens
	for to := max(from, i-farthest); i >= to; i-- {
		if d.in(i, language.Settles) {
			return true
		}
	}
	return false
}

// seek goes from token i towards stop and returns the first word with a tense and
// how far away it is.
func (d *dater) seek(i, stop, by, farthest, beyondMark int) (language.Tense, int) {
	for far := 1; i != stop && i >= 0 && i < len(d.tokens) && far < farthest; i, far = i+by, far+1 {
		if tok := d.tokens[i]; tok.Shape == token.Punct {
			if w := d.fold(i); w == "," || w == ";" || w == "-" || w == ":" {
				far += beyondMark
			}
			continue
		}
		w := d.fold(i)
		switch k := d.term(i).Tense; k {
		case language.Past, language.Future, language.Modal:
			if w == "may" && d.capital(i) || w == "last" || w == "since" && by > 0 {
				continue
			}
			if (w == "has" || w == "have" || w == "had") && by < 0 && d.is(i+1, "until") {
				return language.Future, far // "has until Friday"
			}
			return k, far
		case language.Takes:
			if d.in(i+1, language.TakesWhat) {
				return language.Future, far
			}
		case language.Leaning:
			if d.is(i+1, "to") && (by < 0 || !d.in(i-1, language.Article)) {
				return language.Future, far
			}
		case language.Be:
			if d.is(i+1, "to") || w == "be" && d.is(i-1, "to") {
				return language.Future, far
			}
			continue
		}
		if len(w) > 4 && strings.HasSuffix(w, "ed") && d.finite(i) {
			return language.Past, far
		}
	}
	return language.NoTense, farthest * 2
}

// finite tells whether a word on -ed is the verb of its clause: not behind an article
// or preposition ("the disputed order") nor behind "be" ("will be signed").
func (d *dater) finite(i int) bool {
	if i == 0 || !d.tokens[i].Shape.Wordlike() || d.tokens[i].Shape.Capitalized() {
		return false
	}
	if d.term(i-1).Tense == language.Be {
		return false
	}
	return !d.in(i-1, language.Article, language.Preposition, language.Possessive)
}

// eve is the day before.
func (d *dater) eve(day meta.Day) meta.Day {
	if day == "" {
		return ""
	}
	return meta.DayAt(day.Time().AddDate(0, 0, -1))
}

// onWeekday is the weekday n nearest to the article's day: the day itself or the one
// before it, or after it where the sentence speaks of the future. "Last Friday" and
// "next Friday" are never the day itself.
func (d *dater) onWeekday(i, n int, k language.TimeKind) meta.Day {
	if d.today.IsZero() {
		return ""
	}
	back := (int(d.today.Weekday()) - n + 7) % 7
	ahead := (7 - back) % 7
	switch {
	case k == language.LastWord && back == 0:
		return d.days(-7)
	case k == language.NextWord && ahead == 0:
		return d.days(7)
	case k == language.NextWord:
		return d.days(ahead)
	}
	if t := d.tense(i); k != language.LastWord && (t == language.Future || t == language.Modal) {
		if d.anchor.Full() && d.anchor > d.day && d.in(i-1, language.Until) {
			a := d.anchor.Time() // "from next Monday to Friday"
			return meta.DayAt(a.AddDate(0, 0, (n-int(a.Weekday())+7)%7))
		}
		return d.days(ahead)
	}
	return d.days(-back)
}

// bareMonth is the month m nearest to the article: its own or an earlier one, or a
// later one where the sentence speaks of the future. A year that the sentence named
// before, other than the article's own, holds for it.
func (d *dater) bareMonth(i, m int) meta.Day {
	if a := d.anchor; a != "" && (d.today.IsZero() || yearOf(a) != d.today.Year()) && (len(a) == 4 || yearOf(a) > d.today.Year()) {
		return meta.DayOf(yearOf(a), m, 0)
	} else if len(a) >= 7 && !d.today.IsZero() && yearOf(a) < d.today.Year() && d.in(i-1, language.RangeEnd) {
		y := yearOf(a) // "from May 2020 to July"
		if m < int(a.Time().Month()) {
			y++
		}
		return meta.DayOf(y, m, 0)
	}
	if d.today.IsZero() {
		return ""
	}
	if m == int(d.today.Month()) {
		return meta.DayOf(d.today.Year(), m, 0)
	}
	k := language.LastWord
	ahead := (m - int(d.today.Month()) + 12) % 12
	if t := d.tense(i); t == language.Future || t == language.Modal && (ahead <= 6 || d.is(i-1, "by")) {
		k = language.NextWord
	}
	return d.nearMonth(m, k)
}

// nearMonth is "last May", "next May" or "this May", seen from the article. The
// article's own month is neither last nor next.
func (d *dater) nearMonth(m int, k language.TimeKind) meta.Day {
	if d.today.IsZero() {
		return ""
	}
	y, now := d.today.Year(), int(d.today.Month())
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
func (d *dater) monthDay(i, m, n int) meta.Day {
	if d.today.IsZero() {
		if d.anchor != "" {
			return meta.DayOf(yearOf(d.anchor), m, n)
		}
		return ""
	}
	if a := d.anchor; a.Full() && yearOf(a) < d.today.Year() { // "on May 30, 2019, and on June 7"
		if day := meta.DayOf(yearOf(a), m, n); day >= a {
			return day
		}
		return meta.DayOf(yearOf(a)+1, m, n)
	}
	const near, far = 45, 270 // days
	y := d.today.Year()
	that := time.Date(y, time.Month(m), n, 0, 0, 0, 0, time.UTC)
	before, after := that, that
	if that.After(d.today) {
		before = that.AddDate(-1, 0, 0)
	} else if that.Before(d.today) {
		after = that.AddDate(1, 0, 0)
	}
	back, ahead := int(d.today.Sub(before).Hours()/24), int(after.Sub(d.today).Hours()/24)
	choice := before
	switch tense := d.tense(i); {
	case (tense == language.Future || tense == language.Modal) && !(back < near && ahead > far), ahead < near && back > far:
		choice = after
	case tense == language.NoTense && ahead < back && ahead < near:
		choice = after
	}
	return meta.DayOf(choice.Year(), m, n)
}

// unitFrom is a day, week, month or year counted from the article's day, or, for what
// is relative ("the prior year"), from the last date of the sentence.
func (d *dater) unitFrom(u int, k language.TimeKind, relative bool) meta.Day {
	from, known := d.today, !d.today.IsZero()
	if relative && d.anchor != "" && (u != language.Day || d.anchor.Full()) {
		from, known = d.anchor.Time(), true
	} else if relative && u == language.Day && d.before.Full() {
		from, known = d.before.Time(), true
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
func (d *dater) weekend(i int) meta.Day {
	if d.today.IsZero() {
		return ""
	}
	to := d.today.AddDate(0, 0, (6-int(d.today.Weekday()))%7)
	if t := d.tense(i); t != language.Future && t != language.Modal && (d.is(i-2, "over") || t == language.Past) && d.today.Weekday() != time.Saturday && d.today.Weekday() != time.Sunday {
		to = to.AddDate(0, 0, -7)
	}
	return meta.DayOf(to.Year(), int(to.Month()), 0)
}

// shifted is n units before or after: "ago" counts from the article, the others from
// the last date of the sentence or the one before, else from the article. It is as
// exact as its unit.
func (d *dater) shifted(u, n int, k language.TimeKind) meta.Day {
	from := d.today
	if k != language.AgoWord {
		for _, a := range [...]meta.Day{d.anchor, d.before} {
			if a != "" {
				from = a.Time()
				break
			}
		}
	}
	if from.IsZero() || n > 3000 || k == language.LaterWord && d.anchor == "" && d.before == "" {
		return ""
	}
	n *= step(k)
	switch u {
	case language.Day:
		if d.anchor != "" && k != language.AgoWord && !d.anchor.Full() {
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
func (d *dater) fromDay(i int, k language.TimeKind) (time.Time, int) {
	at := i
	if k == language.AgoWord && d.is(at, "on") {
		at++
	}
	switch w := d.word(at); {
	case d.today.IsZero():
	case d.is(at, "now") && k != language.AgoWord:
		return d.today, at + 1
	case w.Kind == language.DayWord && (k != language.AgoWord || w.N == 0):
		return d.today.AddDate(0, 0, w.N), at + 1
	case w.Kind == language.WeekdayWord && d.capital(at):
		back := (int(d.today.Weekday()) - w.N + 7) % 7
		if k == language.AgoWord {
			return d.today.AddDate(0, 0, -back), at + 1
		}
		return d.today.AddDate(0, 0, (7-back)%7), at + 1
	}
	return time.Time{}, i
}

// away is n units from a day: from a named day weeks are whole days, from now they are
// as exact as their unit.
func (d *dater) away(from time.Time, u, n int, now bool) meta.Day {
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
func (d *dater) nearSeason(n int, k language.TimeKind) meta.Day {
	if d.today.IsZero() {
		return ""
	}
	y, now, start := d.today.Year(), int(d.today.Month()), seasonStart[n]
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
func (d *dater) bareSeason(i, n int) meta.Day {
	if d.today.IsZero() {
		return ""
	}
	y, now, start := d.today.Year(), int(d.today.Month()), seasonStart[n]
	switch t := d.tense(i); {
	case (t == language.Future || t == language.Modal) && now > start+2:
		y++
	case t == language.Past && now < start:
		y--
	}
	return meta.DayOf(y, 0, 0)
}
