package language

import (
	"strconv"
	"strings"
	"time"

	"glossator/internal/token"
)

// Holiday is a day of every year by one of its names. A pack writes the day as month
// and day ("12-25"), counted from Easter ("easter-2"), or as a weekday of a month: the
// fourth Thursday of November is "11-thursday-4", the last Monday of May "5-monday-last".
// What another calendar tells is "moving".
type Holiday struct {
	Name    []token.Word
	month   int
	day     int // of the month, or the days from Easter where there is no month
	weekday int // 0 is Sunday
	moving  bool
	nth     int // weekday of the month, -1 for the last; 0 where the day is fixed
}

// Moving tells whether its day is that of another calendar: On does not know it.
func (h *Holiday) Moving() bool { return h.moving }

// On is the holiday's day in a year.
func (h *Holiday) On(year int) time.Time {
	switch {
	case h.month == 0:
		return easter(year).AddDate(0, 0, h.day)
	case h.nth == 0:
		return time.Date(year, time.Month(h.month), h.day, 0, 0, 0, 0, time.UTC)
	case h.nth > 0:
		first := time.Date(year, time.Month(h.month), 1, 0, 0, 0, 0, time.UTC)
		return first.AddDate(0, 0, (h.weekday-int(first.Weekday())+7)%7+7*(h.nth-1))
	}
	last := time.Date(year, time.Month(h.month)+1, 0, 0, 0, 0, 0, time.UTC)
	return last.AddDate(0, 0, -((int(last.Weekday()) - h.weekday + 7) % 7))
}

// easter is the Sunday by the Gregorian computus of Meeus, Jones and Butcher.
func easter(y int) time.Time {
	a, b, c := y%19, y/100, y%100
	d := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	e := (32 + 2*(b%4) + 2*(c/4) - d - c%4) % 7
	n := d + e - 7*((a+11*d+22*e)/451) + 114
	return time.Date(y, time.Month(n/31), n%31+1, 0, 0, 0, 0, time.UTC)
}

// holiday reads a day and its names, parted by commas.
func (p *Pack) holiday(day, names string) {
	h := Holiday{}
	shift, byEaster := strings.CutPrefix(day, "easter")
	switch parts := strings.Split(day, "-"); {
	case day == "moving":
		h.moving = true
	case byEaster:
		h.day, _ = strconv.Atoi(shift) // none for Easter itself
	case len(parts) == 2:
		h.month, h.day = whole(parts[0]), whole(parts[1])
	default:
		h.month, h.weekday, h.nth = whole(parts[0]), p.term(parts[1]).Time.N, -1
		if parts[2] != "last" {
			h.nth = whole(parts[2])
		}
	}
	for name := range strings.SplitSeq(names, ", ") {
		h.Name = nil
		for w := range strings.FieldsSeq(name) {
			h.Name = append(h.Name, p.put(w))
		}
		first := &p.sets[h.Name[0]]
		*first = first.Or(SetOf(OpensHoliday))
		p.Holidays = append(p.Holidays, h)
	}
}

// KnownDay is a day that is known by its month and day alone, before words for what
// happened on it: "the 11 September attacks".
type KnownDay struct {
	Year, Month, Day int
	Words            map[string]bool
}

func (p *Pack) knownDay(day, words string) {
	p.KnownDays = append(p.KnownDays, KnownDay{whole(day[:4]), whole(day[5:7]), whole(day[8:]), set(words)})
}
