package lexicon_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"glossator/internal/catalogue"
	"glossator/internal/lexicon"
	"glossator/internal/meta"
	"glossator/internal/token"
)

func word1(l *lexicon.Lexicon, text string) lexicon.Word {
	tokens, _ := l.Tokens(text, nil)
	return tokens[0].Word
}

// TestWhoIsRelated: who is named after whom, who does what, and where a role is held.
func TestWhoIsRelated(t *testing.T) {
	entries := []*catalogue.Entry{
		{ID: "ana", Kind: "person", Name: "Ana Bell Cruz", Surname: "Bell Cruz"},
		{ID: "ben", Kind: "person", Name: "Ben Dahl"},
		{ID: "pele", Kind: "person", Name: "Pelé"},
		{ID: "jr", Kind: "person", Name: "Dan Falk", Aliases: words("Dan Falk Jr.")},
		{ID: "gov", Kind: "government", Name: "Bell Cruz administration", Aliases: words("the Bell Cruz administration")},
		{ID: "camp", Kind: "campaign", Name: "Ben Dahl campaign"},
		{ID: "other", Kind: "campaign", Name: "Campaign of Dahl"},
		{ID: "house", Kind: "organization", Name: "Harbor House", Aliases: words("Quay"), By: []meta.Ref{{ID: "ana"}}},
		{ID: "towing", Name: "Towing", Cues: words("tow boat"), By: []meta.Ref{{ID: "ana"}, {ID: "house"}, {ID: "nobody"}}},
		{ID: "chief", Kind: "person", Name: "Eva Lund", Roles: []catalogue.Role{
			role("Chief of Harbor House", "", ""), role("Chair of the Quay", "", ""), role("Chair of Ben Dahl", "", ""), role("Harbor House", "", "")}},
	}
	l := compile(entries...)
	index := func(id string) int32 { i, _ := l.Index(id); return i }
	ids := func(all []int32) (out []string) {
		for _, i := range all {
			out = append(out, l.Catalogue.Entries[i].ID)
		}
		return out
	}
	bodies := func(id string) string {
		var out []string
		for _, b := range l.Bodies(index(id)) {
			out = append(out, l.Catalogue.Entries[b.Entry].ID+" "+l.Text(b.Word))
		}
		return strings.Join(out, ", ")
	}
	var places []string
	for i := range entries[9].Roles {
		if at, ok := l.Place(&entries[9].Roles[i]); ok {
			places = append(places, entries[9].Roles[i].Title+" at "+l.Catalogue.Entries[at].ID)
		}
	}
	for _, c := range []struct{ what, got, want string }{
		{"what is named after Ana", bodies("ana"), "gov administration"},
		{"after Ben", bodies("ben"), "camp campaign"},
		{"after Pelé", bodies("pele"), ""},
		{"what Ana does", strings.Join(ids(l.Deeds(index("ana"))), ", "), "towing"},
		{"what the house does", strings.Join(ids(l.Deeds(index("house"))), ", "), "towing"},
		{"where roles are held", strings.Join(places, "; "), "Chief of Harbor House at house; Chair of the Quay at house"},
		{"Ana's surname ends in", l.Text(l.SurnameWord(index("ana"))), "cruz"},
		{"Pelé has none", fmt.Sprint(l.SurnameWord(index("pele"))), "0"},
		{"who may have Jr.", fmt.Sprint(l.Suffixed(index("jr")), l.Suffixed(index("ana"))), "true false"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, not %q", c.what, c.got, c.want)
		}
	}
	cruz := word1(l, "Cruz")
	for name, want := range map[string]bool{"Bell": false, "Ana": true, "Ann": false, "Ben": false, "Cruz": false, "unheard": false} {
		if got := l.GivenName(cruz, word1(l, name)); got != want {
			t.Errorf("%s before Cruz is a given name: %v", name, got)
		}
	}
	if dahl := word1(l, "Dahl"); !l.GivenName(dahl, word1(l, "Benjamin")) || !l.GivenName(dahl, word1(l, "Ben")) {
		t.Error("Ben and Benjamin are given names of Dahl")
	}
	surname := func(text, id string) bool {
		tokens, _ := l.Tokens(text, nil)
		m := l.Matches(text, tokens, nil)
		return l.IsSurname(index(id), m[0].Form)
	}
	if !surname("Dahl", "ben") || surname("Dahl", "ana") || surname("Ben Dahl", "ben") {
		t.Error("a form is a surname that is none, or the other way round")
	}
	if _, ok := l.Index("nobody"); ok {
		t.Error("who is not there has a place")
	}
}

func TestWordsThatStandForOthers(t *testing.T) {
	l := compile(&catalogue.Entry{ID: "a", Name: "Ana", Descriptions: words("the order", "orders")}, &catalogue.Entry{ID: "b", Name: "Bell", Descriptions: words("the order")})
	if got := l.Text(l.Full(word1(l, "Gov."))); got != "governor" {
		t.Errorf("gov is short for %q", got)
	}
	if ana := word1(l, "Ana"); l.Full(ana) != ana || l.Hash(ana) != token.Hash("ana") {
		t.Error("a word that is no abbreviation stands for another")
	}
	for entry, want := range []int{1, 1} {
		if got := l.WeakOf(word1(l, "order"), int32(entry)); len(got) != want || got[0].Entry != int32(entry) {
			t.Errorf("entry %d: %v", entry, got)
		}
	}
	if got := l.WeakOf(word1(l, "orders"), 1); len(got) != 0 {
		t.Errorf("orders are Bell's, too: %v", got)
	}
	if len(l.Weak(0)) != 0 || len(l.Weak(word1(l, "Ana"))) != 0 {
		t.Error("no word, or a name, is a weak description")
	}
}

// TestWhoComesBeforeAndAfter in a role, on a day.
func TestWhoComesBeforeAndAfter(t *testing.T) {
	mayor := func(id string, from, to meta.Day) *catalogue.Entry {
		return &catalogue.Entry{ID: id, Kind: "person", Name: "Person " + id, Roles: []catalogue.Role{role("Mayor", from, to)}}
	}
	back := mayor("again", "2018-03-01", "2020-01-31")
	back.Roles = append(back.Roles, role("mayor", "2024-02-01", ""))
	l := compile(mayor("first", "2010", "2013"), mayor("second", "2014", "2018-03-01"), back, mayor("fourth", "2020-01-31", "2024-01-31"),
		&catalogue.Entry{ID: "else", Kind: "person", Name: "Person Else", Roles: []catalogue.Role{role("Sheriff", "2014", "2018")}})
	for _, c := range []struct {
		who           string
		day           meta.Day
		before, after string
	}{
		{"first", "", "", "second"},
		{"second", "", "first", "again"},
		{"second", "2016-01-01", "first", "again"},
		{"second", "2013-12-31", "", ""},
		{"again", "2019-01-01", "second", "fourth"},
		{"again", "2024-02-01", "fourth", ""},
		{"again", "", "fourth", "fourth"},
		{"fourth", "", "again", "again"},
		{"else", "", "", ""},
	} {
		i, _ := l.Index(c.who)
		name := func(after bool) string {
			if e, ok := l.Neighbor(i, c.day, after); ok {
				return l.Catalogue.Entries[e].ID
			}
			return ""
		}
		if before, after := name(false), name(true); before != c.before || after != c.after {
			t.Errorf("%s on %q: after %q and before %q, want %q and %q", c.who, c.day, before, after, c.before, c.after)
		}
	}
}

// TestCuesAreToldShort: what a mention says of its ground is not longer than a line.
func TestCuesAreToldShort(t *testing.T) {
	exact := strings.Repeat("wörd ", 9) + "end" // 48
	for cue, want := range map[string]string{
		"tow boat": "cue “tow boat”", exact: "cue “" + exact + "”", exact + "s": "cue “" + exact + "…”", strings.Repeat("word ", 9) + "a (b|c)": "cue “" + strings.Repeat("word ", 9) + "a…”",
	} {
		l := compile(&catalogue.Entry{ID: "m", Facet: 2, Name: "M", Cues: words(cue)})
		text := strings.NewReplacer("(", "", "|c)", "").Replace(cue)
		tokens, fold := l.Tokens(text, nil)
		m := l.CueMatches(text, fold, tokens, 0, len(tokens), nil)
		if len(m) != 1 || l.Cue(m[0]).Rule != want || l.Cue(m[0]).Entry != 0 {
			t.Errorf("%s: %v %v, want %s", cue, m, l.Problems, want)
		}
	}
}

// TestNamesThatAreShared: whoever has it second is told, wherever the name stands in the
// entry; what both have as a surname or a description is no clash.
func TestNamesThatAreShared(t *testing.T) {
	var got []string
	for _, p := range compile(
		&catalogue.Entry{ID: "one", Kind: "person", Name: "Ana Bell", Damaged: words("Anna Bel"), Descriptions: words("the mayor of Falk")},
		&catalogue.Entry{ID: "two", Kind: "person", Name: "Ben Bell", Descriptions: words("the mayor of Falk")},
		&catalogue.Entry{ID: "three", Name: "Ana Bell"},
		&catalogue.Entry{ID: "twice", Name: "Harbor House", Aliases: words("Harbor House", "Quay", "Quay")},
		&catalogue.Entry{ID: "four", Name: "Falk", Damaged: words("x", "Anna Bel")},
	).Problems {
		got = append(got, p.String())
	}
	slices.Sort(got)
	want := []string{
		"content/four.md:1:3: warning: \"Anna Bel\" also names \"one\" [ambiguous-alias]\n\thint: remove it from one of them; until then articles must mark it: [[four|Anna Bel]]",
		"content/three.md:1:1: warning: \"Ana Bell\" also names \"one\" [ambiguous-alias]\n\thint: remove it from one of them; until then articles must mark it: [[three|Ana Bell]]",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	bare := lexicon.New(catalogue.New(facets, []*catalogue.Entry{{ID: "a", Name: "Ana", Cues: words("(")}, {ID: "b", Name: "Ana"}}), "en")
	if len(bare.Problems) != 1 || bare.Problems[0].Rule != "bad-cue" {
		t.Errorf("entries of no file: %v", bare.Problems)
	}
}
