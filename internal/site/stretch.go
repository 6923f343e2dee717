package site

import (
	"slices"

	"glossator/internal/meta"
)

// Stretch is days on end through which a policy or measure stood in one way. Both days
// are whole and included; To is "" where nothing ends it.
type Stretch struct {
	From, To meta.Day
	State
}

// Holds tells whether a whole day is one of the stretch.
func (s Stretch) Holds(day meta.Day) bool { return s.From <= day && (s.To == "" || day <= s.To) }

// Stretches are how one of the profiles stood, from the first day on that is told of: on
// each day as RulesOn says.
func (s *Site) Stretches(profile int) (all []Stretch) {
	p := s.Profiles[profile]
	for _, day := range turns(p) {
		st, _ := stateOn(p, day)
		st.Profile = profile
		if n := len(all); n > 0 && all[n-1].Word == st.Word && all[n-1].Period == st.Period {
			continue
		} else if n > 0 {
			all[n-1].To = day.Add(-1)
		}
		all = append(all, Stretch{From: day, State: st})
	}
	return all
}

// turns are the days on which how a rule stands may change, in order: with them begins a
// period, the time behind one, or what nothing is known of.
func turns(p *Profile) (all []meta.Day) {
	for _, q := range p.Entry.Periods {
		all = append(all, q.From.First())
		if q.To != "" {
			all = append(all, q.To.Last().Add(1))
		} else if q.AsOf != "" {
			all = append(all, q.AsOf.Last().Add(1))
		}
	}
	all = slices.DeleteFunc(all, func(d meta.Day) bool { return d == "" })
	slices.Sort(all)
	return slices.Compact(all)
}
