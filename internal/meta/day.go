package meta

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/goccy/go-yaml/ast"
)

// Day is a calendar day, month or year: "2022-12-19", "2022-12" or "2022"; where a text
// says so, a quarter or half of a year, written as ISO 24617-1 (TimeML) does: "2022-Q4",
// "2022-H2". It has no zone and is never an instant. "" is no day. A Day is made by
// ParseDay, which an author's days come from and which knows no quarters, by DayOf,
// MonthOf, YearOf, QuarterOf and HalfOf alone, so that what did not parse is no day; every method holds
// for no day too.
type Day string

// DayOf is a day by its numbers; without n a month, without m a year. "" where there is
// no such day.
func DayOf(y, m, n int) Day {
	b := [10]byte{byte('0' + y/1000%10), byte('0' + y/100%10), byte('0' + y/10%10), byte('0' + y%10), '-', byte('0' + m/10), byte('0' + m%10), '-', byte('0' + n/10), byte('0' + n%10)}
	switch {
	case y < 1 || y > 9999 || m < 0 || m > 12 || n < 0 || n > 31:
		return ""
	case m == 0:
		return Day(b[:4])
	case n == 0:
		return Day(b[:7])
	}
	if time.Date(y, time.Month(m), n, 0, 0, 0, 0, time.UTC).Day() != n {
		return ""
	}
	return Day(b[:])
}

// MonthOf is a month of a year.
func MonthOf(y, m int) Day { return DayOf(y, m, 0) }

// YearOf is a year.
func YearOf(y int) Day { return DayOf(y, 0, 0) }

// QuarterOf is the nth quarter of a year, HalfOf its nth half. "" where there is none.
func QuarterOf(y, n int) Day { return partOf(y, 'Q', n, 4) }

// HalfOf is the nth half of a year.
func HalfOf(y, n int) Day { return partOf(y, 'H', n, 2) }

func partOf(y int, kind byte, n, parts int) Day {
	year := YearOf(y)
	if year == "" || n < 1 || n > parts {
		return ""
	}
	return year + Day([]byte{'-', kind, byte('0' + n)})
}

// Part is the quarter or half that d is, by its first month and how many months it has;
// months is 0 where d is neither.
func (d Day) Part() (first, months int) {
	if len(d) != len("2022-Q4") {
		return 0, 0
	}
	n := int(d[6] - '0')
	switch d[5] {
	case 'Q':
		return 3*n - 2, 3
	case 'H':
		return 6*n - 5, 6
	}
	return 0, 0
}

// DayAt is the whole day of an instant, in the instant's own zone.
func DayAt(t time.Time) Day { return DayOf(t.Year(), int(t.Month()), t.Day()) }

// ParseDay reads a day of any precision, as authors write it.
func ParseDay(s string) (Day, bool) {
	if n := len(s); n != len("2006") && n != len("2006-01") && n != len(time.DateOnly) {
		return "", false
	}
	if _, months := Day(s).Part(); months > 0 {
		return "", false
	}
	if _, ok := midnight(string(Day(s).First())); !ok {
		return "", false
	}
	return Day(s), true
}

// ParseFound reads a day as texts have them: as ParseDay does, and quarters and halves of
// a year.
func ParseFound(s string) (Day, bool) {
	first, months := Day(s).Part()
	y, err := strconv.Atoi(s[:min(len(s), len("2006"))])
	switch {
	case months == 3 && err == nil:
		s = string(QuarterOf(y, (first+2)/3))
	case months == 6 && err == nil:
		s = string(HalfOf(y, (first+5)/6))
	default:
		return ParseDay(s)
	}
	return Day(s), s != ""
}

// midnight is that at which a whole day begins. It is asked for by the hundred thousand:
// the library's Parse, which a test holds it to, takes four times as long.
func midnight(s string) (time.Time, bool) {
	if len(s) != len(time.DateOnly) || s[4] != '-' || s[7] != '-' {
		return time.Time{}, false
	}
	for i := range len(s) {
		if c := s[i]; (c < '0' || c > '9') && i != 4 && i != 7 {
			return time.Time{}, false
		}
	}
	two := func(i int) int { return int(s[i]-'0')*10 + int(s[i+1]-'0') }
	month, day := time.Month(two(5)), two(8)
	t := time.Date(two(0)*100+two(2), month, day, 0, 0, 0, 0, time.UTC)
	if t.Month() != month || t.Day() != day {
		return time.Time{}, false
	}
	return t, true
}

// Full tells whether the day is a whole day.
func (d Day) Full() bool { return len(d) == len(time.DateOnly) }

// Year is the year: "2022".
func (d Day) Year() string { return string(d[:min(len(d), len("2022"))]) }

// Month is the month, or the year where no month is known: "2022-12".
func (d Day) Month() Day {
	if _, months := d.Part(); months > 0 {
		return Day(d.Year())
	}
	return d[:min(len(d), len("2022-12"))]
}

// First is the first day that d may mean; Last the last. Both are whole days.
func (d Day) First() Day {
	if first, months := d.Part(); months > 0 {
		y, _ := strconv.Atoi(d.Year())
		return DayOf(y, first, 1)
	}
	switch len(d) {
	case 4:
		return d + "-01-01"
	case 7:
		return d + "-01"
	}
	return d
}

// Last is the last whole day that d may mean.
func (d Day) Last() Day {
	if _, months := d.Part(); months > 0 {
		return DayAt(d.First().Time().AddDate(0, months, -1))
	}
	switch len(d) {
	case 4:
		return d + "-12-31"
	case 7:
		return DayAt(d.First().Time().AddDate(0, 1, -1))
	}
	return d
}

// Time is midnight UTC of the first day, for arithmetic on days only.
func (d Day) Time() time.Time {
	t, _ := midnight(string(d.First()))
	return t
}

// Add is the whole day n days after d's first; no day where d is none, and beyond the
// years 1 to 9999.
func (d Day) Add(n int) Day {
	if d == "" {
		return ""
	}
	return DayAt(d.Time().AddDate(0, 0, n))
}

func (d *decoder) day(n ast.Node, s string, dst *Day, name, opts string) {
	day, ok := ParseDay(s)
	full := strings.Contains(opts, "full")
	switch {
	case !ok && full, ok && full && !day.Full():
		d.problem(n, "bad-day", fmt.Sprintf("%q of %q is not a day", s, name), "write it as 2022-12-19")
	case !ok:
		d.problem(n, "bad-day", fmt.Sprintf("%q of %q is not a day", s, name), "write it as 2022-12-19, 2022-12 or 2022")
	default:
		*dst = day
	}
}
