package edit

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"glossator/internal/source"
)

const readings = "# the desk\n- {p: 2, words: It cannot work, speaker: ana}   # she\n- p: 9\n  words: the bill\n  link: quay-bill\n"

func TestDecisions(t *testing.T) {
	for _, c := range []struct {
		name, path, file string
		act              Act
		want             string
	}{
		{"the first row", "a.readings.yaml", "", Reading{P: 7, Words: "It cannot: work", Says: []Field{{"speaker", Text("ana")}}}, "- {p: 7, words: \"It cannot: work\", speaker: ana}\n"},
		{"a row in its place", "a.readings.yaml", readings, Reading{P: 4, Words: "12 boats", N: 2, Says: []Field{{"value", Bare("12")}, {"unit", Text("boats")}}},
			strings.Replace(readings, "- p: 9", "- {p: 4, words: 12 boats, n: 2, value: 12, unit: boats}\n- p: 9", 1)},
		{"a row that is there", "a.readings.yaml", readings, Reading{P: 2, Words: "It cannot work", Says: []Field{{"speaker_name", Text("Bo")}}},
			strings.Replace(readings, "speaker: ana", "speaker_name: Bo", 1)},
		{"of another kind", "a.readings.yaml", readings, Reading{P: 9, Words: "the bill", Says: []Field{{"date", Text("none")}}}, readings + "- {p: 9, words: the bill, date: none}\n"},
		{"taken out", "a.readings.yaml", readings, NoReading{P: 9, Words: "the bill", Says: []Field{{Name: "link"}}}, strings.Split(readings, "- p: 9")[0]},
		{"ignored", "d.yaml", "", Ignore{"Port Row"}, "ignore:\n  - Port Row\n"},
		{"ignored too", "d.yaml", "# d\nignore:\n  - A\n", Ignore{"Port, Row"}, "# d\nignore:\n  - A\n  - Port, Row\n"},
		{"ignored already", "d.yaml", "ignore: [A]\n", Ignore{"A"}, "ignore: [A]\n"},
		{"the same", "d.yaml", "ignore: [A]\nunrelated: [[a, b]]\n", Same{"Mayor Pard", "rosa-pardo"}, "ignore: [A]\nsame:\n  - {words: Mayor Pard, entry: rosa-pardo}\nunrelated: [[a, b]]\n"},
		{"an alias", "x.md", entry, AddWord{List: "aliases", Word: "Captain"}, strings.Replace(entry, "\"A. L.\"]", "\"A. L.\", Captain]", 1)},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, problem := Do(c.path, c.file, c.act)
			if d := cmp.Diff(c.want, got); d != "" || problem != nil {
				t.Error(d, problem)
			}
		})
	}
	for _, c := range []struct {
		path, file string
		act        Act
		want       string
	}{
		{"a.readings.yaml", readings, NoReading{P: 9, Words: "the bill", Says: []Field{{Name: "date"}}}, "there is no such row"},
	} {
		if got, problem := Do(c.path, c.file, c.act); problem == nil || !strings.Contains(problem.Msg, c.want) || got != c.file {
			t.Errorf("%#v: %v", c.act, problem)
		}
	}
}

// TestActsAndTheirContraries does an act, and the act that an author would undo it with:
// the bytes are those of the begin.
func TestActsAndTheirContraries(t *testing.T) {
	all := files(t)
	names := []string{"../../content/articles/duque-visit.md", "../../content/who/joe-biden.md", "one.md", "six.yaml", "seven.yaml"}
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.SampledFrom(names).Draw(t, "file")
		before := disguise(t, all[name])
		var act, contrary Act
		switch y, _ := (&file{File: source.NewFile(name, before)}).read(); {
		case y.root.kind == list:
			r := Reading{P: rapid.IntRange(0, 20).Draw(t, "p"), Words: rapid.StringMatching(`[a-z :,#"']{3,20}`).Draw(t, "words"), Says: []Field{{"link", Text("none")}}}
			act, contrary = r, NoReading(r)
		default:
			field := "x" + rapid.StringMatching(`[a-z]{1,9}`).Draw(t, "name")
			act, contrary = Set{Path: Path{field}, Value: value(t)}, Remove{Path{field}}
		}
		after, problem := Do(name, before, act)
		if problem != nil {
			return
		}
		if again, problem := Do(name, after, contrary); problem != nil || again != before {
			t.Fatalf("%#v, then %#v (%v):\nbefore %.300q\nbetween %.300q\nagain  %.300q", act, contrary, problem, before, after, again)
		}
	})
}
