package edit

import (
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"glossator/internal/source"
)

// odd are files as some authors and programs write them.
var odd = map[string]string{
	"one.md":   "---\n# who\nname: 'Ana Luz'   # as she signs\nkind: person\n\naliases: [Luz, \"A. L.\"] # two\nroles:\n  # the first\n  - title: Mayor\n    from: 2019-06\n    # so says the register\n\n  - {title: 'Clerk', to: 2018}\n# of interest\nrelated: []\nunmentioned:\n---\nWords.\n",
	"two.md":   "---\nname: x\n---\n",
	"three.md": "Words alone.\n",
	"four.md":  "---\n---\nWords.\n",
	"five.yaml": "title: >-\n  A long\n  title\nauthors:\n- Ana Luz\n- 'Bo Mar' # second\nsummary: words that go\n  on below\nsame_story:\n-\n  article: b\n  as: copy\n" +
		"place: {a: b, 'c d': [1, 2]}\n",
	"six.yaml":   "- {p: 7, words: \"It cannot work\", speaker: rosa-pardo}   # she\n- p: 9\n  words: 11 September attacks\n  date: 2001-09-11\n\n# the rest\n- {p: 12, words: 'Read our other stories', keep: out}",
	"seven.yaml": "ignore: [\n  Port Row,\n  \"Quay: Five\",\n  Ñandú,\n]\nunrelated: [[a, b], [c, d]]\n",
	"eight.yaml": "# nothing yet\n",
	"nine.yaml":  "",
	"ten.yaml":   "labels:\n  Read more: Leer más\n  \"Who: is\": ¿Quién?   \n\n\n",
}

// files are those, and all of the project's own.
func files(t testing.TB) map[string]string {
	all := map[string]string{}
	for name, text := range odd {
		all[name] = text
	}
	for _, dir := range []string{"../../content", "../../docs/tour", "../build/testdata/rio/content"} {
		err := fs.WalkDir(os.DirFS(dir), ".", func(p string, e fs.DirEntry, err error) error {
			if err != nil || path.Ext(p) != ".md" && path.Ext(p) != ".yaml" {
				return err
			}
			data, err := os.ReadFile(path.Join(dir, p))
			all[path.Join(dir, p)] = string(data)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return all
}

// disguise gives a file other line ends, a byte order mark, no end of its last line.
func disguise(t *rapid.T, text string) string {
	if rapid.Bool().Draw(t, "crlf") {
		text = strings.ReplaceAll(text, "\n", "\r\n")
	}
	if rapid.Bool().Draw(t, "mark") {
		text = "\uFEFF" + text
	}
	if rapid.Bool().Draw(t, "open") {
		text = strings.TrimRight(text, "\r\n")
	}
	return text
}

var texts = rapid.OneOf(rapid.SampledFrom([]string{"Ana Luz", "a: b", "true", "null", "x, y", "[z]", "“Yes”", "it's", `say "no"`, "#1", "12", "2021-05-01", "- a", "tab\there", "two\nlines", "", " ", "ñ", "Luz", "~", "a #b", "{", "\\", "*x", "&y", "'", "Bo: "}), rapid.String())

func value(t *rapid.T) Value {
	switch rapid.IntRange(0, 6).Draw(t, "form") {
	case 0:
		return Texts(rapid.SliceOfN(texts, 0, 4).Draw(t, "words")...)
	case 1:
		return Fields(Field{"title", Text(texts.Draw(t, "text"))}, Field{"from", Bare("2020-01")})
	case 2:
		return Lines(Fields(Field{"words", Text(texts.Draw(t, "text"))}), Text("b"))
	case 3:
		return Bare(rapid.SampledFrom([]string{"true", "7", "2020-01-02", "not bare"}).Draw(t, "bare"))
	}
	return Text(texts.Draw(t, "text"))
}

// paths are those of every value of a file.
func paths(n *node, at Path) (all []Path) {
	for i, kid := range n.kids {
		p := append(slices.Clone(at), any(kid.name))
		if n.kind == list {
			p[len(at)] = i
		}
		all = append(append(all, p), paths(kid, p)...)
	}
	return all
}

// TestAnActChangesItsLinesAlone does random acts on files of every form.
func TestAnActChangesItsLinesAlone(t *testing.T) {
	all := files(t)
	var names []string
	for name := range all {
		names = append(names, name)
	}
	slices.Sort(names)
	done, refused := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.SampledFrom(names).Draw(t, "file")
		before := disguise(t, all[name])
		y, problem := (&file{File: source.NewFile(name, before)}).read()
		if problem != nil {
			t.Fatalf("%s cannot be read: %s", name, problem)
		}
		here := append(paths(y.root, nil), Path{"new field"}, Path{"kind"}, Path{"aliases"})
		p := rapid.SampledFrom(here).Draw(t, "path")
		order := []string{"title", "name", "kind", "aliases", "roles"}
		var act Act
		switch rapid.IntRange(0, 2).Draw(t, "act") {
		case 0:
			act = Set{p, value(t), order}
		case 1:
			act = Remove{p}
		default:
			act = Insert{Path: p, Index: rapid.IntRange(-1, 3).Draw(t, "index"), Value: value(t), Order: order}
		}
		after, problem := Do(name, before, act)
		if problem != nil {
			if strings.Contains(problem.Msg, "safely") {
				t.Fatalf("it cannot do %#v: %s", act, problem)
			}
			refused++
			if after != before {
				t.Fatalf("refused, and changed: %q", after)
			}
			return
		}
		done++
		where := source.Span{Start: len(before) + 1, End: -1}
		for ; len(p) > 0 && (y.root.find(p) == nil || y.root.find(p[:len(p)-1]).kind == list && len(y.root.find(p[:len(p)-1]).kids) == 1); p = p[:len(p)-1] {
		}
		if n := y.root.find(p); n != nil {
			where = source.Span{Start: y.lineStart(n.at), End: min(len(before), max(n.end, n.span.End))}
			if i := strings.IndexByte(before[max(0, where.End-1):], '\n'); i > 0 {
				where.End += i // the rest of its line
			} else if i < 0 {
				where.End = len(before)
			}
			if i := strings.IndexByte(before[where.End:], '\n'); i > 0 && strings.Contains(before[min(where.Start, n.at):n.at], "- ") {
				where.End += i // the next takes its place behind the dash
			}
		}
		only(t, before, after, where, act)
		if strings.Count(after, "\r\n") != strings.Count(after, "\n") && strings.Count(before, "\r\n") == strings.Count(before, "\n") && strings.Contains(before, "\n") {
			t.Fatalf("line ends are mixed: %q", after)
		}
	})
	t.Logf("%d acts done, %d refused", done, refused)
}

// only demands that lines outside of a span stay, or that lines were added alone.
func only(t *rapid.T, before, after string, where source.Span, act Act) {
	from, to := min(where.Start, len(before)), max(0, where.End)
	if to == len(before) { // a last line without an end is parted from the one before it
		from = len(strings.TrimRight(before[:from], "\r\n"))
	}
	if strings.HasPrefix(after, before[:from]) && strings.HasSuffix(after, strings.TrimPrefix(before[to:], "\uFEFF")) && len(after) >= from+len(before)-to {
		return
	}
	rest := strings.Split(after, "\n")
	for line := range strings.SplitSeq(before, "\n") {
		i := slices.IndexFunc(rest, func(s string) bool { return strings.TrimRight(s, "\r") == strings.TrimRight(line, "\r") })
		if i < 0 {
			t.Fatalf("%#v: line %q is gone\nbefore %.500q\nafter  %.500q", act, line, before, after)
		}
		rest = rest[i+1:]
	}
}

// TestTheLastFieldOfAnItemLeavesIt: an item keeps its place in the list, which says what it is
// about.
func TestTheLastFieldOfAnItemLeavesIt(t *testing.T) {
	const before = "---\nperiods:\n  - covers: all\n  - note: some\n  - {note: few}\n---\nText.\n"
	for at, want := range []string{
		"---\nperiods:\n  - {}\n  - note: some\n  - {note: few}\n---\nText.\n",
		"---\nperiods:\n  - covers: all\n  - {}\n  - {note: few}\n---\nText.\n",
		"---\nperiods:\n  - covers: all\n  - note: some\n  - {}\n---\nText.\n",
	} {
		after, problem := Do("a.md", before, Remove{Path{"periods", at, []string{"covers", "note", "note"}[at]}})
		if problem != nil || after != want {
			t.Errorf("%d: %q, %v", at, after, problem)
		}
	}
}
