package meta_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"glossator/internal/meta"
	"glossator/internal/source"
)

// TestBrokenYAMLIsToldInTheAuthorsWords holds each kind of mistake to its place in the
// file, as an editor counts lines and columns, to its words and to a hint that fits.
func TestBrokenYAMLIsToldInTheAuthorsWords(t *testing.T) {
	for _, c := range []struct{ name, in, at, msg, hint string }{
		{"field twice", "title: a\nday: 2020-01-01\ntitle: b\n", "4:1", `"title" is already defined at line 2`, "take the other away"},
		{"item's field twice", "title: a\nphases:\n  - from: 2020\n    from: 2021\n", "5:5", `"from" is already defined at line 4`, "take the other away"},
		{"tab", "title: a\ntags:\n\t- x\n", "4:1", "a tab where a line is indented", "indent with spaces"},
		{"mark not closed", "title: \"Señor\ntags: [x]\n", "2:8", `a quotation mark " is opened and never closed`, `close it with "`},
		{"apostrophe mark", "title: 'Tis the season\n", "2:8", "a quotation mark ' is opened and never closed", "write ''"},
		{"apostrophe inside", "title: 'it's'\n", "2:12", "words behind the closing quotation mark", "write ''"},
		{"marks inside", `title: "a "b" c"` + "\n", "2:12", "words behind the closing quotation mark", `write \"`},
		{"bracket", "title: a\ntags: [x, y\ndraft: true\n", "3:7", "a bracket [ is opened and not closed", "close it"},
		{"brace", "title: a\nphases: [{from: 2020]\n", "3:10", "a bracket { is opened and not closed", "close it"},
		{"behind a bracket", "title: [[ana|Ana]] came\n", "2:20", "words behind the closing bracket", "quotation marks"},
		{"colon", "title: Ana: a life\n", "2:8", "a value holds a colon and a space", "quotation marks"},
		{"indented", "title: a\n  draft: true\n", "3:8", "this line stands deeper than the field above", "column of the field above"},
		{"no space", "title:a\ndraft: true\n", "2:1", `no space behind the colon of "title:a"`, "write title: a"},
		{"words alone", "title: a\nand more\ndraft: true\n", "3:1", `"and more" is no field here`, "indented deeper"},
		{"at sign", "title: @ana\n", "2:8", "a value cannot begin with ` or @", "quotation marks"},
		{"percent", "title: %5 more\n", "2:8", "a value cannot begin with %", "quotation marks"},
		{"anchor", "title: &ana\n", "2:8", "a value cannot begin with &", "quotation marks"},
		{"star", "title: *ana*\n", "2:8", "anchors and aliases", "write the value out"},
		{"backslash", "title: \"C:\\quiet\"\n", "2:12", "a backslash in quotation marks", "single quotation marks"},
		{"list behind a colon", "title: - a\n", "2:8", "a - that begins a list stands behind a colon", "line of its own"},
		{"pipe", "title: | a\n", "2:8", "words behind a | or >", "quotation marks"},
	} {
		for _, form := range []struct{ name, mark, eol string }{{"plain", "", "\n"}, {"CRLF", "", "\r\n"}, {"BOM", "\uFEFF", "\n"}, {"CRLF and BOM", "\uFEFF", "\r\n"}} {
			t.Run(c.name+"/"+form.name, func(t *testing.T) {
				text := form.mark + strings.ReplaceAll("---\n"+c.in+"---\nWords.\n", "\n", form.eol)
				f := source.NewFile("a.md", text)
				front, _ := meta.FrontMatter(f)
				var s sample
				got := meta.Decode(f, front, &s)
				if len(got) != 1 {
					t.Fatalf("%d problems: %v", len(got), got)
				}
				if at := fmt.Sprintf("%d:%d", got[0].Pos.Line, got[0].Pos.Col); at != c.at || !strings.Contains(got[0].Msg, c.msg) || !strings.Contains(got[0].Hint, c.hint) {
					t.Errorf("got %s\nwant %s: %s\n\thint: … %s", got[0], c.at, c.msg, c.hint)
				}
			})
		}
	}
}

// TestTheFirstLineOfAFileIsCountedBehindItsByteOrderMark is about files that are YAML as
// a whole.
func TestTheFirstLineOfAFileIsCountedBehindItsByteOrderMark(t *testing.T) {
	for _, text := range []string{"titel: a\ntitle: b\n", "title: b\ntags: [a], b]\n"} {
		plain, marked := decodeFile(text), decodeFile("\uFEFF"+text)
		if len(plain) != 1 || len(marked) != 1 || strings.Replace(plain[0].Pos.String(), ":1:1", ":1:2", 1) != marked[0].Pos.String() && plain[0].Pos != marked[0].Pos {
			t.Errorf("%q: %v and with a mark %v", text, plain, marked)
		}
	}
}

func decodeFile(text string) []source.Problem {
	var s sample
	return meta.Decode(source.NewFile("a.yaml", text), source.Span{End: len(text)}, &s)
}

// TestMoreThanAnyFileHoldsIsRefusedBeforeItCosts gives the reader a hundred thousand
// bytes of what the parser would take gigabytes or minutes for.
func TestMoreThanAnyFileHoldsIsRefusedBeforeItCosts(t *testing.T) {
	numbered := func(n int, format string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
	deeper := func(n int, line string) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(strings.Repeat(" ", i) + line + "\n")
		}
		return b.String()
	}
	const n = 50_000
	for _, c := range []struct{ name, text, want string }{
		{"lists", "title: " + strings.Repeat("[", n) + strings.Repeat("]", n), "nested too deep"},
		{"lists not closed", "title: " + strings.Repeat("[", n), "nested too deep"},
		{"sets", strings.Repeat("{a: ", n/2) + strings.Repeat("}", n/2), "nested too deep"},
		{"both", strings.Repeat("[{a: ", n/2), "nested too deep"},
		{"items", strings.Repeat("- ", n), "nested too deep"},
		{"items of items", "tags:\n" + deeper(400, "-"), "nested too deep"},
		{"questions", strings.Repeat("? ", n), "nested too deep"},
		{"indents", deeper(400, "a:"), "nested too deep"},
		{"indents with marks", deeper(400, `"a":`), "nested too deep"},
		{"fields", numbered(n/4, "k%d: v\n"), "more than 1000 fields in one place"},
		{"fields without values", numbered(n/4, "k%d:\n"), "more than 1000 fields in one place"},
		{"fields with anchors", numbered(n/4, "k%[1]d: &a%[1]d x\n"), "more than 1000 fields in one place"},
		{"documents", strings.Repeat("---\na: b\n", n/8), "a second YAML document"},
		{"laughs", "a0: &a0 x\n" + numbered(28, "b%[1]d: &b%[1]d [*a0, *a0, *a0, *a0, *a0, *a0, *a0, *a0]\n"), "unknown field"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			got := decodeFile(c.text)
			runtime.ReadMemStats(&after)
			if len(got) == 0 || !strings.Contains(got[0].Msg, c.want) || got[0].Pos.Line == 0 {
				t.Errorf("got %.300v", got)
			}
			if mb := (after.TotalAlloc - before.TotalAlloc) >> 20; mb > 100 {
				t.Errorf("it took %d MB", mb)
			}
		})
	}
}

// TestNestingOfRealFilesIsRead is the other side: what looks deep and is not.
func TestNestingOfRealFilesIsRead(t *testing.T) {
	for name, text := range map[string]string{
		"brackets in text":  "title: a\ntags:\n" + strings.Repeat("  - from [0, 1 and on\n", 100),
		"many items":        "title: a\nphases:\n" + strings.Repeat("  - from: 2020\n", 2000),
		"many items inline": "title: a\nphases: [" + strings.Repeat("{from: 2020}, ", 2000) + "]\n",
		"a long list":       "title: a\ntags: [" + strings.Repeat("x, ", 5000) + "y]\n",
		"a long text":       "title: a\ntags: [\"" + strings.Repeat("words: [ { ", 5000) + "\"]\n",
	} {
		if got := decodeFile(text); len(got) > 0 {
			t.Errorf("%s: %.300v", name, got)
		}
	}
}

func TestWhatIsWrongIsNotThere(t *testing.T) {
	for _, c := range []struct {
		name, in string
		phases   int
		told     string
	}{
		{"a day that is none", "title: a\nphases: [{from: 2021-0}, {from: 2020}]\n", 1, `a.yaml:2:17: "2021-0" of "from" is not a day`},
		{"no day", "title: a\nphases:\n  - {}\n  - {from: 2020}\n", 1, `a.yaml:3:5: "from" is missing`},
		{"words for an item", "title: a\nphases: [x, {from: 2020}]\n", 1, `a.yaml:2:10: "phases" is "x", not a set of fields`},
		{"nothing for an item", "title: a\nphases:\n  -\n", 0, `"from" is missing in an item of "phases"`},
		{"an unknown field spoils nothing", "title: a\nphases: [{from: 2020, form: x}]\n", 1, `unknown field "form"`},
	} {
		got, told := decode(c.in)
		if len(got.Phases) != c.phases || !strings.Contains(told, c.told) || strings.Count(told, "[") != 1 && strings.Count(told, "\n") > 1 {
			t.Errorf("%s: %d phases, told\n%s", c.name, len(got.Phases), told)
		}
	}
	got, told := decode("title: a\ntags: [x, \"\", [y], ~]\nnear: [\"\"]\n")
	if strings.Join(got.Tags, "|") != "x" || len(got.Near) != 0 || strings.Count(told, "is empty") != 3 {
		t.Errorf("tags %q, near %v, told\n%s", got.Tags, got.Near, told)
	}
}

// TestWhatMayBeADraftIsHeldBack: a flag that cannot be read is taken as set.
func TestWhatMayBeADraftIsHeldBack(t *testing.T) {
	for _, in := range []string{"title: a\ndraft: yess\n", "title: \"a\ndraft: true\n", "title: a\ndraft: [true]\n"} {
		if got, told := decode(in); !got.Draft || told == "" {
			t.Errorf("%q is no draft; told %s", in, told)
		}
	}
	if got, _ := decode("title: a\ndraft: false\n"); got.Draft {
		t.Error("false is false")
	}
}

func TestDaysOutOfReachAreNone(t *testing.T) {
	for _, d := range []meta.Day{meta.DayOf(0, 1, 1), meta.DayOf(10_000, 1, 1), meta.DayOf(2021, 13, 1), meta.DayOf(2021, 2, 30), meta.Day("9999-12-31").Add(1), meta.Day("").Add(3)} {
		if d != "" {
			t.Errorf("%q is a day", d)
		}
	}
	for _, d := range []meta.Day{"", "2", "2021-0", "2021-02-30", "no day"} { // none of them can be made
		_, _, _, _ = d.First().Time(), d.Last().Time(), d.Year(), d.Month()
	}
}

func TestAddresses(t *testing.T) {
	for address, want := range map[string]string{
		"https://example.org": "", "http://example.org:8080/x/": "", "https://例え.jp/x?q=1#y": "", "http://[::1]:80/": "", "https://example.org/a%20b": "",
		"": "does not begin", "example.org": "does not begin", "//example.org": "does not begin", "javascript:alert(1)": "does not begin", "HTTPS://": "does not begin",
		"https://": "names no site", "https:///x": "names no site", "https://?x": "names no site", "https://a\"b/": "names no site", "https://<b>/": "names no site",
		"https://me:pw@example.org/": "holds a user", "https://example.org\n/": "not seen", "https://example.org/a b": "not seen", "https://example.org/\u202E": "not seen",
		"https://example.org/\x00": "not seen", "https://example.org:port/": "cannot be read", "https://%zz/": "cannot be read",
	} {
		if got := meta.BadAddress(address); want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%q: %q, want %q", address, got, want)
		}
	}
	for address, good := range map[string]bool{"https://example.org/x/": true, "https://example.org/?x": false, "https://example.org/#x": false} {
		if (meta.BadBase(address) == "") != good {
			t.Errorf("%q: %s", address, meta.BadBase(address))
		}
	}
}
