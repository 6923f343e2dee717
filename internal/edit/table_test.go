package edit

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"glossator/internal/source"
)

const entry = "---\n# The captain.\nname: 'Ana Luz'   # of flesh\naliases: [Luz, \"A. L.\"] # two\nroles:\n  - title: Mayor\n    from: 2019-06\n  # the papers' word\n  - {title: Clerk, to: 2018} # before\n# of interest\nrelated: []\n---\nWords.\n"

func TestActs(t *testing.T) {
	order := []string{"name", "kind", "aliases", "damaged", "roles"}
	for _, c := range []struct {
		name     string
		act      Act
		old, new string
	}{
		{"a text keeps its quotation marks and its comment", Set{Path{"name"}, Text("Ana O'Luz"), order}, "'Ana Luz'", "'Ana O''Luz'"},
		{"a new field has its place", Set{Path{"kind"}, Text("person"), order}, "# of flesh\n", "# of flesh\nkind: person\n"},
		{"one of no known place stands last", Set{Path{"x y"}, Bare("7"), nil}, "related: []\n", "related: []\nx y: 7\n"},
		{"a field of an item", Set{Path{"roles", 0, "to"}, Bare("2020"), []string{"title", "from", "to"}}, "from: 2019-06\n", "from: 2019-06\n    to: 2020\n"},
		{"in brackets", Set{Path{"roles", 1, "from"}, Bare("2016-01-02"), []string{"title", "from", "to"}}, "Clerk, to", "Clerk, from: 2016-01-02, to"},
		{"an item in brackets", Insert{Path: Path{"aliases"}, Index: -1, Value: Text("Luz, Ana")}, "\"A. L.\"]", "\"A. L.\", \"Luz, Ana\"]"},
		{"an item in lines", Insert{Path: Path{"roles"}, Index: 1, Value: Fields(Field{"title", Text("No")})}, "    from: 2019-06\n", "    from: 2019-06\n  - {title: \"No\"}\n"},
		{"a list that is made", Insert{Path: Path{"damaged"}, Index: -1, Value: Text("Ana Lus"), Order: order}, "# two\n", "# two\ndamaged: [Ana Lus]\n"},
		{"a list that is empty", Insert{Path: Path{"related"}, Index: -1, Value: Text("b")}, "[]", "[b]"},
		{"an item taken out", Remove{Path{"aliases", 0}}, "[Luz, ", "["},
		{"the last one", Remove{Path{"aliases", 1}}, ", \"A. L.\"]", "]"},
		{"the field behind a dash", Remove{Path{"roles", 0, "title"}}, "title: Mayor\n    from", "from"},
		{"a comment above stays", Remove{Path{"roles", 1}}, "  - {title: Clerk, to: 2018} # before\n", ""},
		{"words below", Words{Span: span(entry, "Words"), Text: "More"}, "Words.", "More."},
	} {
		t.Run(c.name, func(t *testing.T) {
			if strings.Count(entry, c.old) != 1 {
				t.Fatal("the case does not name one place")
			}
			for _, eol := range []string{"\n", "\r\n"} {
				before, want := entry, strings.Replace(entry, c.old, c.new, 1)
				act := c.act
				if eol != "\n" {
					before, want = strings.ReplaceAll(before, "\n", eol), strings.ReplaceAll(want, "\n", eol)
					if w, ok := act.(Words); ok {
						act = Words{span(before, "Words"), w.Text}
					}
				}
				got, problem := Do("content/who/ana-luz.md", before, act)
				if d := cmp.Diff(want, got); d != "" || problem != nil {
					t.Error(d, problem)
				}
			}
		})
	}
}

func TestWhatCannotBeHeldIsRefusedWithItsLine(t *testing.T) {
	for _, c := range []struct {
		name, file string
		act        Act
		want       string
	}{
		{"an anchor", "name: &a Ana\nkind: x\n", Set{Path{"kind"}, Text("y"), nil}, "a.yaml:1:7: anchors, aliases and tags are not understood here"},
		{"an alias", "name: Ana\nkind: *a\n", Remove{Path{"name"}}, "a.yaml:2:7: "},
		{"a merge", "a: {b: c}\n<<: {d: e}\n", Remove{Path{"a"}}, "a.yaml:2:1: << is not understood here"},
		{"a tag", "name: !!str 7\n", Set{Path{"kind"}, Text("y"), nil}, "a.yaml:1:7: "},
		{"two documents", "a: b\n---\nc: d\n", Remove{Path{"a"}}, "a.yaml:3:1: a second YAML document"},
		{"no YAML", "a: [b\n", Remove{Path{"a"}}, "a.yaml:1:4: a comma or a closing bracket is missing"},
		{"a comment within brackets", "a: b\nlist: [x, # one\n  y]\n", Insert{Path: Path{"list"}, Index: -1, Value: Text("z")}, "a.yaml:2:7: it is written over several lines"},
		{"no list", "a: b\n", Insert{Path: Path{"a"}, Index: -1, Value: Text("z")}, "a.yaml:1:4: a is no list"},
		{"nothing there", "a: b\n", Remove{Path{"c", 1}}, "a.yaml:1:1: there is no c[1] to be taken away"},
		{"not UTF-8", "a: \xff\n", Remove{Path{"a"}}, "a.yaml:1:1: the file is not UTF-8"},
		{"what turns words around", "a: b\n", Set{Path{"a"}, Text("x\u202ey"), nil}, "a.yaml:1:4: what is to be written holds a character"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, problem := Do("a.yaml", c.file, c.act)
			if problem == nil || !strings.HasPrefix(problem.String(), c.want) || got != c.file {
				t.Errorf("got %q, %v; want %s", got, problem, c.want)
			}
		})
	}
}

// span is where words stand in a text.
func span(text, words string) source.Span {
	at := strings.Index(text, words)
	return source.Span{Start: at, End: at + len(words)}
}
