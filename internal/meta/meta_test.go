package meta_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"glossator/internal/meta"
	"glossator/internal/source"
)

type sample struct {
	Title  string     `meta:"title,required"`
	Day    meta.Day   `meta:"day,full"`
	Loose  meta.Day   `meta:"loose"`
	Tags   []string   `meta:"tags"`
	Near   []meta.Ref `meta:"near"`
	Draft  bool       `meta:"draft"`
	Count  int        `meta:"count"`
	Phases []struct {
		From meta.Day `meta:"from,required"`
	} `meta:"phases"`
}

func decode(text string) (sample, string) {
	f := source.NewFile("a.yaml", text)
	var s sample
	var lines []string
	for _, p := range source.SortProblems(meta.Decode(f, source.Span{End: len(text)}, &s)) {
		lines = append(lines, p.String())
	}
	return s, strings.Join(lines, "\n")
}

func TestDecodeReadsEveryKindOfField(t *testing.T) {
	got, problems := decode("title: \"A: b\"\nday: 2022-12-19\nloose: 2021-06\ntags: [x, 'y']\nnear:\n  - z\ndraft: true\ncount: 7\nphases:\n  - from: 2020\n")
	if problems != "" {
		t.Fatal(problems)
	}
	if got.Title != "A: b" || got.Day != "2022-12-19" || got.Loose != "2021-06" || !got.Draft || got.Count != 7 || got.Phases[0].From != "2020" {
		t.Errorf("got %+v", got)
	}
	if d := cmp.Diff([]meta.Ref{{ID: "z", Offset: 70}}, got.Near); d != "" {
		t.Error(d)
	}
}

func TestDecodeLocatesMistakes(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"unknown field", "title: a\ntagz: [x]", "a.yaml:2:1: unknown field \"tagz\" [unknown-field]\n\thint: did you mean \"tags\"?"},
		{"missing", "draft: true", "a.yaml:1:1: \"title\" is missing [missing-field]\n\thint: add title: …"},
		{"type", "title: a\ntags: x", "a.yaml:2:7: \"tags\" is \"x\", not a list [wrong-type]\n\thint: write it as [one, two]"},
		{"list for text", "title: [a]", "a.yaml:1:8: \"title\" is a list, not text [wrong-type]\n\thint: write one value, without [ ] or -; put text that begins with [ in quotation marks"},
		{"day", "title: é\nday: 2022-02-30", "a.yaml:2:6: \"2022-02-30\" of \"day\" is not a day [bad-day]\n\thint: write it as 2022-12-19"},
		{"month where a day is due", "title: a\nday: 2022-02", "a.yaml:2:6: \"2022-02\" of \"day\" is not a day [bad-day]\n\thint: write it as 2022-12-19"},
		{"in an item", "title: a\nphases:\n  - {}\n", "a.yaml:3:5: \"from\" is missing in an item of \"phases\" [missing-field]\n\thint: add from: …"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, got := decode(c.in); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestDecodeReportsBrokenYAMLWhereItIs(t *testing.T) {
	for _, in := range []string{"title: a\ntitle: b\n", "title: \"a\nx: [", "title: a: b: c\n", "a\n\tb: c\n- d", "&x a", "--- \na: b\n---\nc: d"} {
		if _, got := decode(in); !strings.HasPrefix(got, "a.yaml:") {
			t.Errorf("%q: got %q", in, got)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add("title: a\nphases: [{from: 2020}]\n")
	f.Add("a: &b [*b]")
	f.Fuzz(func(t *testing.T, text string) {
		decode(text) // must not panic, hang or point outside the file
	})
}

func TestDay(t *testing.T) {
	for _, c := range []struct{ in, first, last meta.Day }{
		{"2024", "2024-01-01", "2024-12-31"}, {"2024-02", "2024-02-01", "2024-02-29"}, {"2024-02-03", "2024-02-03", "2024-02-03"},
	} {
		if c.in.First() != c.first || c.in.Last() != c.last {
			t.Errorf("%s: %s to %s", c.in, c.in.First(), c.in.Last())
		}
	}
	if d := meta.Day("2024-02-28").Add(2); d != "2024-03-01" {
		t.Error(d)
	}
}

// Quarters and halves of a year are found in texts and written by nobody.
func TestPartsOfAYear(t *testing.T) {
	for _, c := range []struct {
		day              meta.Day
		want             string
		first, last, mon meta.Day
	}{
		{meta.QuarterOf(2022, 1), "2022-Q1", "2022-01-01", "2022-03-31", "2022"},
		{meta.QuarterOf(2022, 4), "2022-Q4", "2022-10-01", "2022-12-31", "2022"},
		{meta.HalfOf(1998, 1), "1998-H1", "1998-01-01", "1998-06-30", "1998"},
		{meta.HalfOf(1998, 2), "1998-H2", "1998-07-01", "1998-12-31", "1998"},
		{meta.QuarterOf(2022, 5), "", "", "", ""},
		{meta.HalfOf(0, 1), "", "", "", ""},
	} {
		if string(c.day) != c.want || c.day.First() != c.first || c.day.Last() != c.last || c.day.Month() != c.mon || c.day.Full() {
			t.Errorf("%s: %s to %s in %s", c.day, c.day.First(), c.day.Last(), c.day.Month())
		}
		if _, ok := meta.ParseDay(c.want); ok {
			t.Errorf("%q is read as an author's day", c.want)
		}
		if got, ok := meta.ParseFound(c.want); ok != (c.want != "") || got != c.day {
			t.Errorf("%q is found as %q", c.want, got)
		}
	}
	for _, s := range []string{"2022-Q0", "2022-Q5", "2022-H3", "x022-Q1", "2022-q1", "2022-12-Q1"} {
		if got, ok := meta.ParseFound(s); ok {
			t.Errorf("%q is found as %q", s, got)
		}
	}
	if got, ok := meta.ParseFound("2022-12"); !ok || got != "2022-12" {
		t.Error(got, ok)
	}
}

// TestDaysAreReadAsTheLibraryReadsThem spoils days at random.
func TestDaysAreReadAsTheLibraryReadsThem(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	good := 0
	for range 100_000 {
		s := []byte(fmt.Sprintf("%04d-%02d-%02d", r.IntN(10_000), r.IntN(14), r.IntN(33)))[:[]int{4, 7, 10, 10, 9}[r.IntN(5)]]
		if r.IntN(8) == 0 {
			s[r.IntN(len(s))] = "0-/:9 é"[r.IntN(8)]
		}
		layout := "2006-01-02"[:min(len(s), 10)]
		want, err := time.Parse(layout, string(s))
		got, ok := meta.ParseDay(string(s))
		if ok != (err == nil && len(s) != 9) || ok && (string(got) != string(s) || !got.Time().Equal(want)) {
			t.Fatalf("%q: got %q %v %v, want %v %v", s, got, got.Time(), ok, want, err)
		}
		if ok {
			good++
		}
		if whole, _ := time.Parse(time.DateOnly, string(s)); len(s) == 10 && !meta.Day(s).Time().Equal(whole) {
			t.Fatalf("%q is %v, want %v", s, meta.Day(s).Time(), whole)
		}
	}
	if good < 10_000 {
		t.Errorf("only %d were days", good)
	}
}

func TestWordsOfAPageHaveAnAddress(t *testing.T) {
	for _, c := range []struct{ address, words, want string }{
		{"https://e.org/a", "as he said", "https://e.org/a#:~:text=as%20he%20said"},
		{"https://e.org/a?b=c#d", "so-called “pact”, 2 & 3", "https://e.org/a?b=c#d:~:text=so%2Dcalled%20%E2%80%9Cpact%E2%80%9D%2C%202%20%26%203"},
		{"https://e.org/a", "one two three four five six seven eight nine", "https://e.org/a#:~:text=one%20two%20three%20four,seven%20eight%20nine"},
		{"https://e.org/a", "cannot be solved …", "https://e.org/a#:~:text=cannot%20be%20solved"}, {"https://e.org/a", "he [the mayor] said", ""},
		{"", "words", ""}, {"https://e.org/a", " ", ""}, {"https://e.org/a", "… said", ""},
	} {
		if got := meta.TextFragment(c.address, c.words); got != c.want {
			t.Errorf("%q %q: %q, want %q", c.address, c.words, got, c.want)
		}
	}
}
