package site

import (
	"testing"

	"glossator/internal/catalogue"
	"glossator/internal/meta"
)

// TestStretchesSayWhatEachDayDoes: on no day does a stretch tell otherwise than the rules
// of that day do, and each day has one stretch at most.
func TestStretchesSayWhatEachDayDoes(t *testing.T) {
	word := func(w string) meta.Word { return meta.Word{Text: w} }
	s := &Site{Profiles: []*Profile{{Entry: &catalogue.Entry{Periods: []catalogue.Period{
		{From: "2020-03", To: "2020-05-10", Status: word("in force")},
		{From: "2020-04-20", To: "2020-04-22", Status: word("blocked")},
		{From: "2020-06-01", AsOf: "2020-06-15", Status: word("proposed")},
		{From: "2020-07", Status: word("ended")},
	}}}}}
	all := s.Stretches(0)
	for day := meta.Day("2020-03-01"); day < "2020-08-05"; day = day.Add(1) {
		var held []Stretch
		for _, x := range all {
			if x.Holds(day) {
				held = append(held, x)
			}
		}
		want := s.RulesOn(day, []int{0})[0]
		if len(held) != 1 || held[0].Word != want.Word || held[0].Period != want.Period {
			t.Fatalf("%s: %+v, want %+v", day, held, want)
		}
	}
	if last := all[len(all)-1]; last.To != "" || last.Word != "no longer" || all[0].From != "2020-03-01" {
		t.Errorf("%+v", all)
	}
}
