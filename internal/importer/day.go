package importer

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"glossator/internal/language"
	"glossator/internal/meta"
)

// longestDayLine is how many bytes of a text are read for days: a line that tells one is
// short.
const longestDayLine = 400

// tongue is the language that a page says it is in: "de", "en-US"; "" where it says none.
// It decides what a month's name means that two languages have, and the order of 3/4/2024.
type tongue string

// order is which number comes first in 3/4/2024.
type order int

const (
	unknownOrder order = iota
	dayThenMonth
)

// order is that of the language: of English only where a country is named with it, and by
// no means where many pages are called American that are not.
func (l tongue) order() order {
	tag, country, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(string(l)), "_", "-"), "-")
	switch {
	case tag == "":
		return unknownOrder
	case tag != "en":
		return dayThenMonth
	case strings.Contains(" gb au nz ie in za ", " "+country+" ") && country != "":
		return dayThenMonth
	}
	return unknownOrder
}

func (l tongue) month(name string) int {
	tag, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(string(l)), "_", "-"), "-")
	return language.DayWordsOf().Month(tag, name)
}

// toldDay is a day as it stands in a text.
type toldDay struct {
	day      meta.Day
	from, to int // bytes
}

// sign is a word or a number of a text that is read for days.
type sign struct {
	word     string // "" for a number
	n        int    // a number's value
	digits   int
	glue     string // what stands before it, from the sign before: without spaces where there is more
	from, to int
}

func (s sign) number() bool { return s.digits > 0 }
func (s sign) year() bool   { return s.digits == 4 && s.n >= 1800 && s.n < 2100 }
func (s sign) small() bool  { return s.digits == 1 || s.digits == 2 }

// signsOf cuts a text into words and numbers. The digits of every script count.
func signsOf(s string) (all []sign) {
	s = s[:min(len(s), longestDayLine)]
	end := 0
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		class := classOf(r)
		if class == 0 {
			i += size
			continue
		}
		x := sign{from: i}
		for i < len(s) {
			if r, size = utf8.DecodeRuneInString(s[i:]); classOf(r) != class {
				break
			}
			if class == 'n' && x.digits < 9 {
				x.n = x.n*10 + digitOf(r)
			}
			if x.digits++; class != 'n' {
				x.digits = 0
			}
			if i += size; class == 'c' {
				break // 2021年5月3日: each is a word of its own
			}
		}
		if x.to = i; class != 'n' {
			x.word = s[x.from:x.to]
		}
		x.glue = s[end:x.from]
		if bare := strings.TrimSpace(x.glue); bare != "" || x.glue == "" {
			x.glue = bare
		} else {
			x.glue = " "
		}
		all, end = append(all, x), i
	}
	return all
}

// classOf is 'n' for a digit, 'w' for a letter, 'c' for a letter that is a word alone, 0
// for what stands between.
func classOf(r rune) byte {
	switch {
	case r >= '0' && r <= '9':
		return 'n'
	case r < 0x80:
		if r|0x20 >= 'a' && r|0x20 <= 'z' {
			return 'w'
		}
		return 0
	case unicode.Is(unicode.Nd, r):
		return 'n'
	case unicode.In(r, unicode.Han, unicode.Hangul):
		return 'c'
	case unicode.IsLetter(r) || unicode.IsMark(r):
		return 'w'
	}
	return 0
}

// digitOf is the value of a digit: each script has its ten in a row.
func digitOf(r rune) int {
	n := 0
	for n < 9 && unicode.Is(unicode.Nd, r-1-rune(n)) {
		n++
	}
	if r >= '0' && r <= '9' {
		return int(r - '0')
	}
	return n
}

// A form is a way to write a day: where it holds at the head of signs, year, month, day
// and how many signs it takes; 0 where not.
type form func(l tongue, s []sign) (y, m, d, taken int)

var forms = []form{yearFirst, numbersOnly, dayMonthYear, monthDayYear, yearMonthDay, asClock}

// days are the days that are written out in a text with their year, in order. One whose
// day and month cannot be told apart (3/4/2024) is none. A time beside it, or its zone,
// changes nothing.
func (l tongue) days(s string) (all []toldDay) {
	signs := signsOf(s)
	if packed, ok := packedDay(s, signs); ok {
		return []toldDay{packed}
	}
	for i := 0; i < len(signs); {
		taken := 0
		for _, form := range forms {
			var y, m, d int
			if y, m, d, taken = form(l, signs[i:]); taken == 0 {
				continue
			}
			if day := meta.DayOf(y, m, d); day != "" && m > 0 && d > 0 {
				all = append(all, toldDay{day, signs[i].from, signs[i+taken-1].to})
				break
			}
			taken = 0
		}
		i += max(taken, 1)
	}
	return all
}

// day is the first of them, "" for none.
func (l tongue) day(s string) meta.Day {
	if all := l.days(s); len(all) > 0 {
		return all[0].day
	}
	return ""
}

// dayIn is the day in a text whose language is not known.
func dayIn(s string) meta.Day { return tongue("").day(s) }

// packedDay is 20240603, and the same with hour and minute behind it, where a text holds
// nothing else.
func packedDay(s string, signs []sign) (toldDay, bool) {
	s = strings.TrimSpace(s)
	if len(signs) != 1 || len(s) != signs[0].digits || !slices.Contains([]int{8, 12, 14}, len(s)) {
		return toldDay{}, false
	}
	day, ok := meta.ParseDay(s[:4] + "-" + s[4:6] + "-" + s[6:8])
	return toldDay{day, signs[0].from, signs[0].to}, ok && s[:2] >= "18" && s[:2] <= "20"
}

// yearFirst is 2024-06-03, 2024/6/3, 2024. 6. 3. and 2024年6月3日.
func yearFirst(_ tongue, s []sign) (y, m, d, taken int) {
	if len(s) >= 5 && s[0].year() && s[2].small() && s[4].small() && counters[s[1].word+s[3].word] {
		return s[0].n, s[2].n, s[4].n, 5
	}
	if len(s) < 3 || !s[0].year() || !s[1].small() || !s[2].small() || !parted(s) {
		return
	}
	return s[0].n, s[1].n, s[2].n, 3
}

// counters stand behind the number of a year and of a month, in Chinese or Japanese and in
// Korean.
var counters = set("年月 년월")

// parted tells whether three numbers are parted by one mark of days.
func parted(s []sign) bool {
	return s[1].glue == s[2].glue && len(s[1].glue) == 1 && strings.Contains("-/.", s[1].glue)
}

// numbersOnly is 03.06.2024, 3. 6. 2024, 03.06.24, 23/06/2024 and 23-06-2024.
func numbersOnly(l tongue, s []sign) (y, m, d, taken int) {
	if len(s) < 3 || !s[0].small() || !s[1].small() || !parted(s) {
		return
	}
	if y = numbersYear(s); y == 0 {
		return
	}
	one, two := s[0].n, s[1].n
	switch {
	case s[1].glue == "." || one > 12 || one == two:
		return y, two, one, 3
	case two > 12:
		return y, one, two, 3
	case l.order() == dayThenMonth:
		return y, two, one, 3
	}
	return
}

// numbersYear is the year of a day in numbers, also of two digits; 0 where it has none, or
// is a part of a number of more parts.
func numbersYear(s []sign) int {
	if s[2].year() {
		return s[2].n
	}
	before := s[0].glue == "." || s[0].glue == ":"
	behind := len(s) > 3 && s[3].number() && strings.ContainsAny(s[3].glue, ".:")
	if before || behind || s[1].glue == "-" || !s[2].shortYear() {
		return 0
	}
	return 2000 + s[2].n
}

// shortYear tells whether a sign may be the last two digits of a year of this century.
func (s sign) shortYear() bool { return s.digits == 2 && s.n < 50 }

// ordinals stand behind a day's number: 3rd, 1er, 3a.
const ordinals = " st nd rd th er º ª a e ème eme те го ste de "

// dayMonthYear is "3 June 2024", "3rd of June, 2024", "3 de junio de 2024", "3. Juni 24".
func dayMonthYear(l tongue, s []sign) (y, m, d, taken int) {
	if !s[0].small() {
		return
	}
	i := 1
	if i < len(s) && s[i].glue == "" && strings.Contains(ordinals, " "+s[i].word+" ") {
		i++
	}
	i += fillers(s[i:])
	if i >= len(s) || s[i].number() {
		return
	}
	if m = l.month(s[i].word); m == 0 {
		return
	}
	i++
	i += fillers(s[i:])
	switch {
	case i < len(s) && s[i].year():
		return s[i].n, m, s[0].n, i + 1
	case i < len(s) && s[i].shortYear() && s[i].glue != "" && strings.Contains(" .'’", s[i].glue):
		if i+1 < len(s) && s[i+1].glue == ":" {
			return // an hour
		}
		return 2000 + s[i].n, m, s[0].n, i + 1
	}
	return
}

// monthDayYear is "June 3, 2024" and "Jun. 3rd 2024".
func monthDayYear(l tongue, s []sign) (y, m, d, taken int) {
	if s[0].number() || len(s) < 3 || !s[1].small() {
		return
	}
	if m = l.month(s[0].word); m == 0 {
		return
	}
	i := 2
	if s[i].glue == "" && strings.Contains(ordinals, " "+s[i].word+" ") {
		i++
	}
	if i += fillers(s[i:]); i < len(s) && s[i].year() && s[i].glue != ":" {
		return s[i].n, m, s[1].n, i + 1
	}
	return
}

// yearMonthDay is "2024. június 3." and "2024 m. birželio 3 d.".
func yearMonthDay(l tongue, s []sign) (y, m, d, taken int) {
	if !s[0].year() {
		return
	}
	i := 1 + fillers(s[1:])
	if i+1 >= len(s) || s[i].number() || !s[i+1].small() {
		return
	}
	if m = l.month(s[i].word); m == 0 {
		return
	}
	return s[0].n, m, s[i+1].n, i + 2
}

// asClock is a day around a time, as programs print it: "Jun 3 09:49:32 UTC 2024".
func asClock(l tongue, s []sign) (y, m, d, taken int) {
	if len(s) < 6 || s[3].glue != ":" || s[4].glue != ":" {
		return
	}
	if s[0].number() || !s[1].small() {
		return
	}
	i := 5
	if !s[i].number() {
		i++
	}
	if m = l.month(s[0].word); m > 0 && i < len(s) && s[i].year() {
		return s[i].n, m, s[1].n, i + 1
	}
	return
}

// fillers counts the words at the head of signs that stand between the parts of a day.
func fillers(s []sign) (n int) {
	for n < len(s) && n < 2 && !s[n].number() && language.DayWordsOf().Between(s[n].word) {
		n++
	}
	return n
}

// beside is what a line says of the day in it, by the words before and behind.
func beside(line string, w toldDay) string {
	c := language.DayWordsOf()
	kind := c.Label(wordsOf(line[:w.from]))
	if kind == "" {
		kind = c.Behind(wordsOf(line[w.to:]))
	}
	return kind
}

// wordsOf are the words of a text in small letters, without what is not letters.
func wordsOf(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
}

// changedLine tells whether a line says when an article was changed.
func changedLine(s string) bool {
	all := wordsOf(s)
	for n := range min(len(all), 4) {
		if language.DayWordsOf().Label(all[:n+1]) == language.DayChanged {
			return true
		}
	}
	return false
}

// onlyDay is the day of a line that says a day and nothing else: besides what kind of day
// it is, its weekday, and the hour. Of two it is the one on which something came out.
func onlyDay(s string) (meta.Day, bool) {
	if len(s) > longestDayLine {
		return "", false
	}
	all := tongue("").days(s)
	if len(all) == 0 || len(unsaid(s, all)) > 0 {
		return "", false
	}
	for _, w := range all {
		if beside(s, w) == language.DayPublished {
			return w.day, true
		}
	}
	return all[0].day, true
}

// unsaid are the words of a line that say something besides its days.
func unsaid(s string, days []toldDay) (words []string) {
	from := 0
	for _, w := range append(days, toldDay{from: len(s)}) {
		for _, word := range wordsOf(s[from:w.from]) {
			if !language.DayWordsOf().Besides(word) {
				words = append(words, word)
			}
		}
		from = w.to
	}
	return words
}
