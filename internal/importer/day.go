package importer

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"glossator/internal/meta"
)

// monthNames are the months in the languages of the pages that are met most, by their
// first letters: as many as tell them apart.
var monthNames = []string{
	"jan jän ene gen", "feb fév fev fév", "mar mär", "apr abr avr", "may mai mag maj", "jun jui giu", "jul juil lug", "aug ago aoû aou", "sep set", "oct okt ott out", "nov", "dec dez dic déc",
}

var (
	isoDay      = regexp.MustCompile(`\b(1[89]\d\d|20\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?:\b|T)`)
	packedDay   = regexp.MustCompile(`^(20\d\d)(\d\d)(\d\d)$`)
	monthFirst  = regexp.MustCompile(`(?i)\b(\p{L}{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(1[89]\d\d|20\d\d)\b`)
	dayFirst    = regexp.MustCompile(`(?i)\b(\d{1,2})(?:st|nd|rd|th|er|º)?\.?\s+(?:de\s+|of\s+)?(\p{L}{3,10})\.?,?\s+(?:del?\s+)?(1[89]\d\d|20\d\d)\b`)
	numberDay   = regexp.MustCompile(`\b(\d{1,2})([./])(\d{1,2})[./](1[89]\d\d|20\d\d)\b`)
	wordsAround = regexp.MustCompile(`(?i)^(?:(?:first |last )?(?:published|posted|updated|date|issued|released|am|le|el)(?: on| at)?:?\s*)?(?:\p{L}{2,12}\.?,?\s+)?$`)
)

// updatedLine is a line that says when an article was changed.
var updatedLine = regexp.MustCompile(`(?i)^\W*(?:last )?(?:updated|modified|revised|aktualisiert|actualizado|mis à jour)\b`)

// dayIn is the first day that is written out in a text with its year; "" where there
// is none, or where day and month cannot be told apart (03/04/2024). The day is the
// one that is written: a time beside it, or its zone, changes nothing.
func dayIn(s string) meta.Day {
	day, _ := findDay(s)
	return day
}

// findDay is dayIn, and where in s the day begins.
func findDay(s string) (meta.Day, int) {
	var first meta.Day
	at := len(s)
	take := func(where int, year, month, day string) {
		m, err := strconv.Atoi(month)
		if err != nil {
			m = monthOf(month)
		}
		d, _ := strconv.Atoi(day)
		if parsed, ok := meta.ParseDay(fmt.Sprintf("%s-%02d-%02d", year, m, d)); ok && where < at {
			first, at = parsed, where
		}
	}
	if m := packedDay.FindStringSubmatch(s); m != nil {
		take(0, m[1], m[2], m[3])
	}
	each := func(re *regexp.Regexp, use func(where int, part []string)) {
		for _, m := range re.FindAllStringSubmatchIndex(s, 4) {
			part := make([]string, len(m)/2)
			for i := range part {
				if m[2*i] >= 0 {
					part[i] = s[m[2*i]:m[2*i+1]]
				}
			}
			use(m[0], part)
		}
	}
	each(isoDay, func(at int, p []string) { take(at, p[1], p[2], p[3]) })
	each(monthFirst, func(at int, p []string) { take(at, p[3], p[1], p[2]) })
	each(dayFirst, func(at int, p []string) { take(at, p[3], p[2], p[1]) })
	each(numberDay, func(at int, p []string) {
		one, _ := strconv.Atoi(p[1])
		two, _ := strconv.Atoi(p[3])
		switch {
		case p[2] == "." || one > 12 || one == two:
			take(at, p[4], p[3], p[1])
		case two > 12:
			take(at, p[4], p[1], p[3])
		}
	})
	return first, at
}

// onlyDay tells whether a line says a day and nothing else.
func onlyDay(s string) (meta.Day, bool) {
	day, at := findDay(s)
	if day == "" || len(s) > 60 || !wordsAround.MatchString(s[:at]) {
		return "", false
	}
	return day, len(strings.Fields(s[at:])) <= 8 && (!strings.HasSuffix(s, ".") || strings.HasSuffix(s, ".m.")) || len(strings.Fields(s)) <= 4
}

// monthOf is the number of a month by its name, 0 where it is none.
func monthOf(name string) int {
	name = strings.ToLower(name)
	best := 0
	for i, starts := range monthNames {
		for start := range strings.FieldsSeq(starts) {
			if strings.HasPrefix(name, start) {
				best = i + 1 // juil after jui: the last that fits
			}
		}
	}
	if strings.HasPrefix(name, "juin") {
		best = 6
	}
	return best
}
