package catalogue

import (
	"slices"
	"testing"

	"glossator/internal/meta"
)

// TestWhatIsOnOnADay: the first day and the last one count, of a month or a year too, and
// a day that is only known by its month may be any of it.
func TestWhatIsOnOnADay(t *testing.T) {
	for _, c := range []struct {
		from, to, day meta.Day
		want          bool
	}{
		{"2020-03-20", "2023-05-11", "2020-03-19", false},
		{"2020-03-20", "2023-05-11", "2020-03-20", true},
		{"2020-03-20", "2023-05-11", "2023-05-11", true},
		{"2020-03-20", "2023-05-11", "2023-05-12", false},
		{"2020-03-20", "", "2019-12-31", false},
		{"2020-03-20", "", "2090-01-01", true},
		{"2020-03", "2021", "2020-02-29", false},
		{"2020-03", "2021", "2020-03-01", true},
		{"2020-03", "2021", "2021-12-31", true},
		{"2020-03", "2021", "2022-01-01", false},
		{"2020-03-20", "2023-05-11", "2020-03", true},
		{"2020-03-20", "2023-05-11", "2023-05", true},
		{"2020-03-20", "2023-05-11", "2023-06", false},
	} {
		if got := (Period{From: c.from, To: c.to}).On(c.day); got != c.want {
			t.Errorf("a period from %s to %q: %v on %s", c.from, c.to, got, c.day)
		}
		if got := (Role{From: c.from, To: c.to}).On(c.day); got != c.want {
			t.Errorf("a role from %s to %q: %v on %s", c.from, c.to, got, c.day)
		}
	}
	if since := (Role{To: "2020"}); !since.On("1900-01-01") || since.On("2021-01-01") {
		t.Error("a role that gives no beginning was not held before its end, or after it")
	}
}

func TestAPeriodsStatus(t *testing.T) {
	for status, want := range map[string]struct{ on, ended bool }{
		"": {true, false}, "in force": {true, false}, "ended": {false, true}, "blocked": {}, "suspended": {}, "proposed": {}, "claimed": {},
	} {
		p := Period{Status: meta.Word{Text: status}}
		if p.InForce() != want.on || p.Ended() != want.ended {
			t.Errorf("%q: in force %v, ended %v", status, p.InForce(), p.Ended())
		}
		if status != "" && !slices.Contains(Statuses, status) {
			t.Errorf("%q may not be written", status)
		}
	}
}

func TestADraftIsNotPublished(t *testing.T) {
	ana, ben := &Entry{ID: "ana", Kind: "person"}, &Entry{ID: "ben", Kind: "Person", Facet: 1, Draft: true}
	all := New([]Facet{{ID: "who"}, {ID: "what"}}, []*Entry{ana, ben})
	if got := all.IDs(); !slices.Equal(got, []string{"ana", "ben"}) || all.FacetOf(ben).ID != "what" {
		t.Errorf("entries %q, %q", got, all.FacetOf(ben).ID)
	}
	if !ana.Person() || ben.Person() {
		t.Error("only the kind \"person\" is a person")
	}
	out := all.Published()
	if out.Entry("ana") != ana || out.Entry("ben") != nil || len(out.Entries) != 1 || len(out.Facets) != 2 {
		t.Errorf("published: %q", out.IDs())
	}
	if all.Entry("ben") != ben || len(all.Entries) != 2 {
		t.Error("publishing took the draft out of the catalogue itself")
	}
	if out.Published() != out {
		t.Error("a catalogue without drafts is copied")
	}
}

func TestCitations(t *testing.T) {
	e := &Entry{Citations: []Citation{{ID: "a"}, {Title: "without"}, {ID: "b"}}}
	if got := e.Cited(); !slices.Equal(got, []string{"a", "b"}) {
		t.Errorf("cited: %q", got)
	}
	if !(Citation{}).IsZero() || (Citation{Note: "x"}).IsZero() {
		t.Error("what says something is a citation, and nothing else")
	}
}
