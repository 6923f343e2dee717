package lexicon

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"glossator/internal/catalogue"
	"glossator/internal/golden"
	"glossator/internal/language"
	"glossator/internal/meta"
	"glossator/internal/source"
)

// TestWhatAnEntryIsCalled: every form that an entry gives, and its weak descriptions.
func TestWhatAnEntryIsCalled(t *testing.T) {
	golden.Phrases(t, "testdata/called.txt", func(entry string) []string {
		front := strings.ReplaceAll(entry, "; ", "\n")
		e, problems := catalogue.Parse(source.NewFile("x.md", "---\n"+front+"\n---\n"), 0)
		for _, p := range problems {
			t.Error(entry, p)
		}
		return calledBy(New(catalogue.New([]catalogue.Facet{{ID: "who", Singular: "policy"}}, []*catalogue.Entry{e}), "en"))
	})
}

var kindNames = [...]string{"name", "surname", "part", "short", "region", "damaged", "description", "title", "office"}

func calledBy(l *Lexicon) (out []string) {
	for _, f := range l.forms {
		s := kindNames[f.Kind] + " " + f.Text
		for _, x := range []struct {
			is   bool
			told string
		}{{f.derived, "derived"}, {f.beginning, "beginning"}, {f.few, "few"}, {f.person, "person"}, {f.foreign, "foreign"}, {f.Det != (language.Set{}), "behind a word"}, {f.firm != "", "of a " + f.firm}} {
			if x.is {
				s += ", " + x.told
			}
		}
		for _, o := range f.Owners {
			if o.Role != nil {
				s += ", as " + o.Role.Title
			}
		}
		out = append(out, s)
	}
	for _, w := range l.weak {
		s := "weak " + w.Text
		if w.Listed {
			s += ", listed"
		}
		if w.Role != nil {
			s += ", as " + w.Role.Title
		}
		out = append(out, s)
	}
	return append(out, l.person()...)
}

// person tells what is known of the first entry as a person.
func (l *Lexicon) person() (out []string) {
	var given []string
	for pair := range l.given {
		given = append(given, fmt.Sprintf("given name %s of %s", l.Text(pair[1]), l.Text(pair[0])))
	}
	slices.Sort(given)
	for _, w := range l.suffixes[0] {
		given = append(given, "ends in "+l.Text(w))
	}
	if w := l.Given(0); w != 0 && l.Catalogue.Entries[0].Person() {
		given = append(given, "called "+l.Text(w))
	}
	if l.PlaceLike(0) && !l.Catalogue.Entries[0].Person() {
		given = append(given, "may be a place")
	}
	return given
}

// TestWhatIsAskedOfATitle: its head, and its words up to that.
func TestWhatIsAskedOfATitle(t *testing.T) {
	ana := &catalogue.Entry{ID: "ana", Kind: "person", Name: "Ana Bell Jr.", Descriptions: nil}
	bo := &catalogue.Entry{ID: "bo", Kind: "person", Name: "Lund Bo", Surname: "Lund"}
	l := New(catalogue.New([]catalogue.Facet{{ID: "who"}}, []*catalogue.Entry{ana, bo}), "en")
	for title, want := range map[string]string{
		"President of the Islands": "president, president, president", "Prime Minister of Norway": "prime minister, minister, prime minister", "Mayor's deputy": "mayor's deputy, mayor, mayor",
		"Chair, acting": "chair, acting, chair, chair", "Minister for Ports": "minister for ports, minister, minister", "": ", , ", "Of Norland": "of norland, , of norland",
	} {
		got := l.TitleHead(title) + ", " + l.Text(l.Head(title)) + ", " + strings.Join(l.TitleWords(title), " ")
		if title != "" && got != want {
			t.Errorf("%s: %q, want %q", title, got, want)
		}
	}
	if l.Head("") != 0 || len(l.TitleWords("")) != 0 {
		t.Error("no title has a head")
	}
	word := func(s string) Word { return l.vocabulary.Put(s) }
	if !l.HasSuffix(0, word("jr")) || l.HasSuffix(1, word("jr")) || !l.Suffixed(0) || l.Suffixed(1) {
		t.Error("Jr.")
	}
	if !l.NameHas(0, word("bell")) || l.NameHas(0, word("lund")) || l.NameHas(0, 0) {
		t.Error("words of a name")
	}
	if l.SurnameFirst(0) || !l.SurnameFirst(1) || l.Given(1) != 0 || l.Given(0) != word("ana") {
		t.Error("surnames that stand first")
	}
	if l.AnyBare() || l.Bare(word("mayor")) {
		t.Error("nothing is listed without an article")
	}
	bare := New(catalogue.New([]catalogue.Facet{{ID: "who"}}, []*catalogue.Entry{{ID: "x", Kind: "person", Name: "Ana Bell", Descriptions: nil}, {ID: "y", Name: "Ropes", Descriptions: []meta.Word{{Text: "mayor"}, {Text: "the clerk"}}}}), "en")
	if !bare.AnyBare() || !bare.Bare(bare.vocabulary.Put("mayor")) || bare.Bare(bare.vocabulary.Put("clerk")) {
		t.Error("a word that is listed without an article")
	}
}
