package language

import (
	"strings"
	"testing"
	"time"
)

func TestHolidays(t *testing.T) {
	days := map[string]string{}
	p := English()
	for i := range p.Holidays {
		h := &p.Holidays[i]
		var name []string
		for _, w := range h.Name {
			name = append(name, p.Vocabulary.Text(w))
		}
		for _, year := range []int{1997, 1998, 2000, 2019, 2024} {
			days[strings.Join(name, " ")] += " " + h.On(year).Format(time.DateOnly)
		}
	}
	for name, want := range map[string]string{
		"easter sunday":    " 1997-03-30 1998-04-12 2000-04-23 2019-04-21 2024-03-31",
		"good friday":      " 1997-03-28 1998-04-10 2000-04-21 2019-04-19 2024-03-29",
		"pentecost":        " 1997-05-18 1998-05-31 2000-06-11 2019-06-09 2024-05-19",
		"thanksgiving day": " 1997-11-27 1998-11-26 2000-11-23 2019-11-28 2024-11-28",
		"memorial day":     " 1997-05-26 1998-05-25 2000-05-29 2019-05-27 2024-05-27",
		"labor day":        " 1997-09-01 1998-09-07 2000-09-04 2019-09-02 2024-09-02",
		"new year 's eve":  " 1997-12-31 1998-12-31 2000-12-31 2019-12-31 2024-12-31",
	} {
		if days[name] != want {
			t.Errorf("%s: %s, want %s", name, days[name], want)
		}
	}
}
