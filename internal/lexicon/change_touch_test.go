package lexicon_test

import (
	"slices"
	"strings"
	"testing"

	"glossator/internal/catalogue"
	"glossator/internal/lexicon"
)

// TestWhatAChangeTouches: an entry that is edited has the texts read again that may be
// read otherwise, and no others.
func TestWhatAChangeTouches(t *testing.T) {
	base := func() *catalogue.Entry {
		return &catalogue.Entry{ID: "ana", Kind: "person", Name: "Ana Bell", Aliases: words("Harbor Pilot Safety"), Descriptions: words("the mayor of Falk"),
			Roles: []catalogue.Role{role("Sheriff", "2020", "", "the island sheriff")}}
	}
	other := &catalogue.Entry{ID: "ben", Kind: "person", Name: "Ben Lund", Aliases: words("Señor")}
	texts := map[string]string{ // by the words that matter in each
		"bell": "Bell spoke.", "pilots": "The pilot wants safety.", "all": "A harbor pilot wants safety.", "pena": "Pea came to Lund.", "north": "In the north office.", "mentions": "She came.", "none": "Nothing of it.",
	}
	for _, c := range []struct {
		name string
		edit func(e *catalogue.Entry)
		want string // "all" where any text may be touched
	}{
		{"nothing", func(*catalogue.Entry) {}, ""},
		{"an alias less", func(e *catalogue.Entry) { e.Aliases = nil }, "all pilots"},
		{"an alias more", func(e *catalogue.Entry) { e.Aliases = append(e.Aliases, words("North Office")...) }, "north"},
		{"a spoiled form", func(e *catalogue.Entry) { e.Damaged = words("North Office") }, "north"},
		{"an accented name", func(e *catalogue.Entry) { e.Aliases = append(e.Aliases, words("Peña Lund")...) }, "pena"},
		{"a description", func(e *catalogue.Entry) { e.Descriptions = append(e.Descriptions, words("the north office")...) }, "north"},
		{"a description of one word", func(e *catalogue.Entry) { e.Descriptions = append(e.Descriptions, words("the pilot")...) }, "mentions"},
		{"a role's description", func(e *catalogue.Entry) { e.Roles[0].Descriptions = words("the north office") }, "north"},
		{"what is found by nothing", func(e *catalogue.Entry) { e.Authority = "a law" }, ""},
		{"another name", func(e *catalogue.Entry) { e.Name = "Ana Falk" }, "all"},
		{"another kind", func(e *catalogue.Entry) { e.Kind = "office" }, "all"},
		{"a cue", func(e *catalogue.Entry) { e.Cues = words("tow") }, "all"},
		{"another day of a role", func(e *catalogue.Entry) { e.Roles[0].From = "2021" }, "all"},
		{"a name that another's lost accents spell", func(e *catalogue.Entry) { e.Aliases = append(e.Aliases, words("Seor")...) }, "all"},
	} {
		edited := base()
		c.edit(edited)
		old, now := compile(base(), other), compile(edited, other)
		for _, pair := range [][2]*lexicon.Lexicon{{now, old}, {old, now}} {
			change := pair[0].Since(pair[1])
			if got := touched(pair[0], change, texts); change == nil && c.want != "all" || change != nil && got != c.want {
				t.Errorf("%s: %q, want %q", c.name, got, c.want)
			}
		}
	}
	if compile(other).Since(nil) != nil {
		t.Error("there is a change since nothing")
	}
}

// touched lists the texts that a change touches; the one called "mentions" mentions ana.
func touched(l *lexicon.Lexicon, c *lexicon.Change, texts map[string]string) string {
	var out []string
	for name, text := range texts {
		tokens, _ := l.Tokens(text, nil)
		if c != nil && c.Touches(lexicon.WordsOf(tokens), func(id catalogue.ID) bool { return name == "mentions" && id == "ana" }) {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

// TestAWordThatIsJoinedTouchesAll: where letters are joined to the word behind them, a word that
// comes or goes may stand in any text.
func TestAWordThatIsJoinedTouchesAll(t *testing.T) {
	in := func(entries ...*catalogue.Entry) *lexicon.Lexicon {
		return lexicon.New(catalogue.New([]catalogue.Facet{{ID: "who"}}, entries), "ar")
	}
	one, more := &catalogue.Entry{ID: "salma", Name: "سلمى حداد"}, &catalogue.Entry{ID: "salma", Name: "سلمى حداد", Aliases: words("المرفأ")}
	if in(more).Since(in(one)) != nil || in(one).Since(in(more)) != nil {
		t.Error("some texts are not read again")
	}
	if in(one).Since(in(one)) == nil {
		t.Error("nothing changed, and all is read again")
	}
}
