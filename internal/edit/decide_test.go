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
		{"unrelated", "d.yaml", "unrelated: [[a, b]]", Unrelated{"c", "d"}, "unrelated: [[a, b], [c, d]]"},
		{"an alias", "x.md", entry, AddWord{List: "aliases", Word: "Captain"}, strings.Replace(entry, "\"A. L.\"]", "\"A. L.\", Captain]", 1)},
		{"a cell", "t.csv", "\uFEFFa,b\r\n1,\"x, y\"\r\n2,z", Cell{2, "b", "no \"x\""}, "\uFEFFa,b\r\n1,\"no \"\"x\"\"\"\r\n2,z"},
		{"the last cell", "t.csv", "a;b\n1;x\n2;z", Cell{3, "b", "p;q"}, "a;b\n1;x\n2;\"p;q\""},
		{"a mark", "x.md", "---\nname: x\n---\nThe *bill* is late.\n", Mark{span("---\nname: x\n---\nThe *bill* is late.\n", "late"), "quay-bill"}, "---\nname: x\n---\nThe *bill* is [[quay-bill|late]].\n"},
		{"in a table", "x.md", "| a | b |\n|---|---|\n| c | d e |\n", Mark{span("| a | b |\n|---|---|\n| c | d e |\n", "d e"), "-"}, "| a | b |\n|---|---|\n| c | [[-\\|d e]] |\n"},
		{"a speaker", "x.md", "She: “It *can’t*\nwork.”\n", Speaker{span("She: “It *can’t*\nwork.”\n", "“It *can’t*\nwork.”"), "ana"}, "She: [“It *can’t*\nwork.”]{speaker: ana}\n"},
		{"a mark taken away", "x.md", "A [[b|c]] d.\n", Unmark{2}, "A c d.\n"},
		{"a speaker taken away", "x.md", "A [“c”]{speaker: b} d.\n", Unmark{2}, "A “c” d.\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, problem := Do(c.path, c.file, c.act)
			if d := cmp.Diff(c.want, got); d != "" || problem != nil {
				t.Error(d, problem)
			}
			if again, problem := Do(c.path, got, Undo(c.file, got)); again != c.file || problem != nil {
				t.Errorf("taken back it is %q (%v)", again, problem)
			}
		})
	}
	for _, c := range []struct {
		path, file string
		act        Act
		want       string
	}{
		{"x.md", "A `b c` d.\n", Mark{source.Span{Start: 3, End: 4}, "x"}, "a mark here would change"},
		{"x.md", "A [b|c] d.\n", Mark{source.Span{Start: 2, End: 7}, "x"}, "cannot be marked"},
		{"x.md", "---\nname: A\n---\nb\n", Mark{source.Span{Start: 4, End: 8}, "x"}, "these are no words of the text"},
		{"x.md", "A plain b.\n", Speaker{source.Span{Start: 2, End: 7}, "x"}, "a mark here would change"},
		{"x.md", "A b.\n", Unmark{2}, "there is no mark here"},
		{"t.csv", "a,b\n1,2\n", Cell{2, "c", "x"}, `the row has no column "c"`},
		{"t.csv", "a,b\n1,2\n", Cell{1, "a", "x"}, "no row begins in line 1"},
		{"t.csv", "a,b\n\"1,2\n", Cell{2, "a", "x"}, "this is not CSV"},
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
		case !y.head || rapid.Bool().Draw(t, "field"):
			field := "x" + rapid.StringMatching(`[a-z]{1,9}`).Draw(t, "name")
			act, contrary = Set{Path: Path{field}, Value: value(t)}, Remove{Path{field}}
		default:
			at := y.body() + strings.IndexByte(before[y.body():], ' ')
			end := at + 1 + strings.IndexAny(before[at+1:], " .,\r\n")
			act, contrary = Mark{source.Span{Start: at + 1, End: end}, "x"}, Unmark{at + 1}
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
