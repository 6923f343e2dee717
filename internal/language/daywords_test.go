package language

import (
	"strings"
	"testing"
)

// A month's name is that month in its own language, whatever else it is in another; where
// the language is not known it is that month or, where languages disagree, none.
func TestMonthsOfEveryLanguage(t *testing.T) {
	d := DayWordsOf()
	if n := len(d.months); n < 40 {
		t.Fatalf("%d languages", n)
	}
	for tag, months := range d.months {
		seen := map[int]bool{}
		for name, m := range months {
			seen[m] = true
			if got := d.Month(tag, name); got != m {
				t.Errorf("%s: %s is %d, want %d", tag, name, got, m)
			}
			if got := d.Month("", name); got != m && got != 0 {
				t.Errorf("%s is %d without a language, and %d in %s", name, got, m, tag)
			}
		}
		if len(seen) != 12 {
			t.Errorf("%s has %d months", tag, len(seen))
		}
	}
	for _, c := range []struct {
		tag, name string
		want      int
	}{{"hr", "listopada", 10}, {"cs", "Listopadu", 11}, {"pl", "listopad", 11}, {"", "listopad", 0}, {"en", "März", 3}, {"de", "march", 3}, {"", "monday", 0}} {
		if got := d.Month(c.tag, c.name); got != c.want {
			t.Errorf("%q in %q: %d, want %d", c.name, c.tag, got, c.want)
		}
	}
}

func TestWhatADayInALineIs(t *testing.T) {
	d := DayWordsOf()
	for _, c := range []struct{ before, after, want string }{
		{"published on", "", DayPublished}, {"diese seite wurde zuletzt am", "um uhr geändert", DayChanged}, {"last updated", "", DayChanged}, {"x y erstellt am", "", DayPublished},
		{"wurde am", "uhr veröffentlicht", DayPublished}, {"", "pm updated hours ago", ""}, {"retrieved", "", DayOther}, {"the council met on", "", ""},
	} {
		got := d.Label(strings.Fields(c.before))
		if got == "" {
			got = d.Behind(strings.Fields(c.after))
		}
		if got != c.want {
			t.Errorf("%q … %q: %q, want %q", c.before, c.after, got, c.want)
		}
	}
}
