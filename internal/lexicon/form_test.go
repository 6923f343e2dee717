package lexicon_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"glossator/internal/catalogue"
	"glossator/internal/language"
	"glossator/internal/lexicon"
	"glossator/internal/meta"
)

var kinds = [...]string{"name", "surname", "part", "short", "region", "damaged", "description", "title", "office"}

// every lists all forms of a text, overlapping ones too: "surname Peña".
func every(l *lexicon.Lexicon, text string) (out []string) {
	tokens, _ := l.Tokens(text, nil)
	for _, m := range l.Matches(text, tokens, nil) {
		s := kinds[m.Form.Kind] + " " + text[tokens[m.From].Start:tokens[m.To-1].End]
		if m.Damage != lexicon.Whole {
			s += fmt.Sprintf("/%d", m.Damage)
		}
		out = append(out, s)
	}
	return out
}

// TestWhatAPersonIsCalled: the forms that a person's name gives, and the neighbours that
// it does not give.
func TestWhatAPersonIsCalled(t *testing.T) {
	person := func(name, surname string, aliases ...string) *catalogue.Entry {
		return &catalogue.Entry{ID: "x", Kind: "person", Name: name, Surname: surname, Aliases: words(aliases...)}
	}
	for _, c := range []struct {
		e          *catalogue.Entry
		text, want string
	}{
		{person("Ana Bell", ""), "Ana Bell, Bell, Ana", "name Ana Bell, surname Bell, surname Bell, name Bell, Ana"},
		{person("Ana Bell Jr.", ""), "Ana Bell and Ana Bell Jr. and Bell", "name Ana Bell, surname Bell, name Ana Bell, name Ana Bell Jr., surname Bell, surname Bell"},
		{person("Ana Bell III", ""), "Bell", "surname Bell"},
		{person("Ana Bell, Sr.", ""), "Bell", "surname Bell"},
		{person("Iván Duque Márquez", "Duque"), "Iván Duque met Duque Márquez", "name Iván Duque, surname Duque, surname Duque"},
		{person("Andrés Manuel López Obrador", "López Obrador"), "Andrés López Obrador, Andrés López, Manuel López, López, Obrador",
			"name Andrés López, name Andrés López Obrador, part López, surname López Obrador, name López Obrador, Andrés, part Obrador, name Andrés López, part López, part López, part López, part Obrador"},
		{person("Andrés Manuel López Obrador", "López Obrador"), "Andrés Manuel López", "name Andrés Manuel López, part López"},
		{person("Thomas B. Archer", ""), "Thomas Archer, Tom Archer, Tom B. Archer, Tommy Archer", "name Thomas Archer, surname Archer, name Tom Archer, surname Archer, name Tom B. Archer, surname Archer, surname Archer"},
		{person("B. Thomas Archer", ""), "B. Thomas Archer; Thomas Archer; B. Archer", "name B. Thomas Archer, surname Archer, surname Archer, name B. Archer, surname Archer"},
		{person("Jr.", ""), "Jr.", "name Jr."},
		{person("Pelé", ""), "Pelé and Pele", "name Pelé, name Pele/1"},
		{person("Ana Bell", "", "Annie"), "Annie Bell", "name Annie, surname Bell"},
		{person("Ana van Dorn", "van Dorn"), "van Dorn, Dorn, Van Dorn", "surname van Dorn, surname Van Dorn"},
		{person("Ana Bell", "Corde"), "Bell, Corde, Corde, Ana", "surname Corde, surname Corde"},
		{&catalogue.Entry{ID: "x", Kind: "organization", Name: "Ana Bell"}, "Bell, Ana; Ana B. Bell", ""},
		{&catalogue.Entry{ID: "x", Kind: "organization", Name: "White House", Damaged: words("White Home")}, "White Home, white home", "damaged White Home"},
	} {
		if d := cmp.Diff(c.want, strings.Join(every(compile(c.e), c.text), ", ")); d != "" {
			t.Errorf("%s: %s", c.e.Name, d)
		}
	}
}

// TestCapitals: what a name writes with a capital needs one; a headline's capitals do, for
// a name of one word only where it is no abbreviation that they spell.
func TestCapitals(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"Bell", "Bell bell BELL bEll", "name Bell, name BELL, name bEll"},
		{"Ann", "ANN Ann", "name Ann"},
		{"Ann Lee", "ANN LEE, Ann lee", "name ANN LEE"},
		{"McGee", "McGee Mcgee mcgee MCGEE", "name McGee, name Mcgee, name MCGEE"},
		{"UNRO", "UNRO Unro unro", "name UNRO, name Unro"},
		{"UNR", "UNR Unr unr", "name UNR"},
		{"UN Office", "Un Office, UN Office, UN office, uN Office", "name UN Office, name uN Office"},
		{"gray list", "Gray List, GRAY list", "name Gray List, name GRAY list"},
	} {
		if d := cmp.Diff(c.want, strings.Join(every(compile(&catalogue.Entry{ID: "x", Name: c.name}), c.text), ", ")); d != "" {
			t.Errorf("%s: %s", c.name, d)
		}
	}
}

// TestOneWordReplaced: of three words or more one may be another, if two that tell much
// stay; in a person's name only a slip of one letter.
func TestOneWordReplaced(t *testing.T) {
	for _, c := range []struct{ kind, name, text, want string }{
		{"", "Harbor Safety", "Harbor Security", ""},
		{"", "Harbor Pilot Safety", "Harbor Pilot Security, Port Pilot Safety, Harbor Ship Safety, Port Pilot Security", "name Harbor Pilot Security/5, name Port Pilot Safety/5, name Harbor Ship Safety/4"},
		{"", "Harbor Pilot Safety", "harbor Pilot Safety, Harbor pilot Safety", ""},
		{"", "National Harbor Act", "National Port Act, National Harbor Law", ""},
		{"", "Harbor Pilot Act", "Ship Pilot Act, Harbor Pilot Law", "short Pilot Act, name Harbor Pilot Law/5"},
		{"", "Harbor of the Pilots", "Port of the Pilots, Harbor in the Pilots, Harbor of the Sailors", ""},
		{"", "Harbor of Pilots and Safety", "Harbor of The and Safety", ""},
		{"person", "Maria Elena Ortega", "Maria Elena Ortiga, Maria Elena Orteg, Maria Elena Orteegaa, Maria Elena Ruiz, Mario Elena Ortega, Mariaa Elena Ortega", "name Maria Elena Ortiga/2, name Maria Elena Orteg/2, name Mario Elena Ortega/2, surname Ortega, name Mariaa Elena Ortega/2, surname Ortega"},
		{"person", "Ana Elena Ruiz", "Ann Elena Ruiz; Ana Elena Ruis, Ana Elema Ruiz", "surname Ruiz, name Ana Elema Ruiz/2, surname Ruiz"},
	} {
		l := compile(&catalogue.Entry{ID: "x", Kind: c.kind, Name: c.name})
		if d := cmp.Diff(c.want, strings.Join(every(l, c.text), ", ")); d != "" {
			t.Errorf("%s: %s", c.name, d)
		}
	}
}

// TestWhatATextDidToAName: lost accents and letters are damage, an accent that only the
// text has is none.
func TestWhatATextDidToAName(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"Peña", "Peña PEÑA Pena PENA", "name Peña, name PEÑA, name Pena/1, name PENA/1"},
		{"Peña", "Pen\u0303a Pe\u00F1a\u0301", "name Pen\u0303a/1, name Pe\u00F1a\u0301"},
		{"Pena", "Peña Pen\u0303a", "name Peña, name Pen\u0303a"},
		{"Pen\u0303a", "Pen\u0303a Pena", "name Pen\u0303a, name Pena/1"},
		{"López", "Lpez lpez LPEZ Lopez", "name Lpez/2, name LPEZ/2, name Lopez/1"},
		{"Águas", "Guas guas", "name Guas/2"},
		{"Añé", "A", ""},
		{"Añéb", "Ab", ""},
		{"Añéba", "Aba", "name Aba/2"},
		{"Groß", "Gross Groß", "name Gross/1, name Groß"},
		{"O’Brien", "O'Brien O’Brien", "name O'Brien, name O’Brien"},
		{"López Act", "Lpez Act, Lopez act", "name Lpez Act/2"},
	} {
		l := compile(&catalogue.Entry{ID: "x", Name: c.name})
		if d := cmp.Diff(c.want, strings.Join(every(l, c.text), ", ")); d != "" {
			t.Errorf("%s: %s", c.name, d)
		}
	}
}

// TestHyphensAndInitials: what may stand between the words of a name.
func TestHyphensAndInitials(t *testing.T) {
	for _, c := range []struct{ kind, name, text, want string }{
		{"", "Rio Grande", "Rio-Grande Rio–Grande Rio‑Grande Rio‐Grande Rio−Grande", "name Rio-Grande, name Rio–Grande, name Rio‑Grande, name Rio‐Grande, name Rio−Grande"},
		{"", "Rio Grande", "Rio - Grande, Rio- Grande, Rio -Grande, Rio/Grande, Rio—Grande, Rio--Grande, Rio·Grande, Rio-", ""},
		{"", "Rio-Grande", "Rio Grande, Rio-Grande", "name Rio Grande, name Rio-Grande"},
		{"", "Rio - Grande", "Rio Grande", ""},
		{"person", "Ana Bell", "Ana C. Bell; Ana C. D. Bell; Ana C.\n\nBell; Ana\n\nBell", "name Ana C. Bell, surname Bell, surname Bell, surname Bell, surname Bell"},
		{"person", "Ana Bell", "Ana C.", ""},
		{"", "Ana Bell", "Ana C. Bell", ""},
	} {
		l := compile(&catalogue.Entry{ID: "x", Kind: c.kind, Name: c.name})
		if d := cmp.Diff(c.want, strings.Join(every(l, c.text), ", ")); d != "" {
			t.Errorf("%s: %s", c.name, d)
		}
	}
}

// TestTheLongestName: sixteen words are a form, one more is none.
func TestTheLongestName(t *testing.T) {
	name := strings.TrimSpace(strings.Repeat("Long ", 15)) + " Name"
	if got := every(compile(&catalogue.Entry{ID: "x", Name: name}), name); len(got) != 1 {
		t.Errorf("a name of sixteen words: %q", got)
	}
	if got := every(compile(&catalogue.Entry{ID: "x", Name: "Too " + name}), "Too "+name); len(got) != 0 {
		t.Errorf("a name of seventeen words: %q", got)
	}
}

func role(title string, from, to meta.Day, descriptions ...string) catalogue.Role {
	return catalogue.Role{Title: title, From: from, To: to, Descriptions: words(descriptions...)}
}

// TestWhatARoleGives: its title, with the place in front, and what anybody of such an
// office is called.
func TestWhatARoleGives(t *testing.T) {
	l := compile(&catalogue.Entry{ID: "x", Kind: "person", Name: "Ana Bell", Roles: []catalogue.Role{
		role("President of the Islands", "2020", "", "the island president", "our leader"), role("Sheriff", "2020", "")}})
	for text, want := range map[string]string{
		"a president of the islands, President of the Islands": "title president of the islands, title President of the Islands",
		"the Islands' president, the islands’s President":      "title islands’s President",
		"the Islands President":                                "title Islands President",
		"the head of state and the leader":                     "office head of state",
		"the sheriff":                                          "",
		"an island president":                                  "description island president",
	} {
		if d := cmp.Diff(want, strings.Join(every(l, text), ", ")); d != "" {
			t.Errorf("%s: %s", text, d)
		}
	}
}

// TestWeakDescriptions: those of one word, and the heads of what is longer.
func TestWeakDescriptions(t *testing.T) {
	ana := &catalogue.Entry{ID: "ana", Kind: "person", Name: "Ana Bell", Descriptions: words("the mayor", "a critic of the port", "the woman with a red bicycle", "their"),
		Roles: []catalogue.Role{role("Minister for Ports, acting", "2020", ""), role("Mayor's deputy", "2020", ""), role("Chair since 2020", "2020", "")}}
	order := &catalogue.Entry{ID: "order", Facet: 1, Name: "Quiet Hours Order", Kind: "rule of the port", Descriptions: words("the order", "a rule")}
	office := &catalogue.Entry{ID: "office", Kind: "organization", Name: "Harbor Service"}
	small := &catalogue.Entry{ID: "small", Kind: "customs", Name: "Two Gulls"}
	l := compile(ana, order, office, small)
	var got []string
	for _, word := range []string{"mayor", "critic", "woman", "bicycle", "their", "minister", "deputy", "chair", "2020", "order", "rule", "policy", "hours", "service", "agency", "organization", "port", "gulls"} {
		tokens, _ := l.Tokens(word, nil)
		for _, w := range l.Weak(tokens[0].Word) {
			s := word + ": " + l.Catalogue.Entries[w.Entry].ID
			if w.Listed {
				s += " listed"
			}
			if w.Det != (language.Set{}) {
				s += " behind a word"
			}
			if w.Role != nil {
				s += " as " + w.Role.Title
			}
			got = append(got, s+" “"+w.Text+"”")
		}
	}
	want := []string{
		"mayor: ana listed behind a word “the mayor”", "critic: ana “critic”", "woman: ana “woman”", "their: ana listed “their”",
		"minister: ana as Minister for Ports, acting “minister”", "chair: ana as Chair since 2020 “chair”",
		"order: order listed behind a word “the order”", "rule: order listed behind a word “a rule”", "policy: order “policy”", "agency: office “agency”",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// TestProperNames are written with capitals throughout, but for short words.
func TestProperNames(t *testing.T) {
	for name, want := range map[string]bool{"Bank of the Sarn": true, "Bank over Sarn": false, "gray list": false, "Ana": true, "van Dorn": true, "UN 3rd": true} {
		l := compile(&catalogue.Entry{ID: "x", Name: name})
		tokens, _ := l.Tokens(name, nil)
		m := l.Matches(name, tokens, nil)
		if len(m) != 1 || m[0].Form.Proper() != want || m[0].Form.Len() != len(tokens) || m[0].Form.FirstWord() != tokens[0].Word || m[0].Form.LastWord() != tokens[len(tokens)-1].Word {
			t.Errorf("%s: %+v", name, m)
		}
	}
}
