package search

import (
	"maps"
	"math"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func scanned(text string) (all []string) {
	s := scanner{text: text}
	for s.next() {
		all = append(all, string(s.word))
	}
	return all
}

// wordTests hold for the browser's words, too.
var wordTests = []struct {
	text  string
	words string
}{
	{"The border, quiet.", "the border quiet"},
	{"Anita's don't", "anita s don t"},
	{"São Tomé, Łódź, straße", "sao tome lodz strasse"},
	{"24,819 of 2.5 million, 1,5", "24819 of 2.5 million 15"},
	{"in the U.S. side, U.S.-made, J. Smith, J.Smith, 3 p.m.", "in the us side us made j smith j smith 3 pm"},
	{"co\u00adoperate e\u0301t\u00e9", "cooperate ete"},
	{"難民abc カナ", "難 民 abc カ ナ"},
	{"asylum-seekers and/or x_y", "asylum seekers and or x y"},
	{"ΟΔΟΣ οδος", "οδοσ οδοσ"},
	{"1. 2., 3.a end.", "1 2 3 a end"},
	{"", ""},
	{strings.Repeat("a", 50) + " " + strings.Repeat("é", 50), strings.Repeat("a", 40) + " " + strings.Repeat("e", 40)},
}

func TestWords(t *testing.T) {
	for _, c := range wordTests {
		if got := strings.Join(scanned(c.text), " "); got != c.words {
			t.Errorf("words of %q: %q, want %q", c.text, got, c.words)
		}
	}
}

func FuzzWords(f *testing.F) {
	for _, c := range wordTests {
		f.Add(c.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s := scanner{text: text}
		end := 0
		for s.next() {
			if s.start < end || s.end <= s.start || s.end > len(text) {
				t.Fatalf("%q: word at %d–%d after %d", text, s.start, s.end, end)
			}
			end = s.end
			if n := utf8.RuneCount(s.word); n == 0 || n > longest {
				t.Fatalf("%q: a word of %d characters", text, n)
			}
			if strings.ContainsAny(string(s.word), " ;,\"\\") {
				t.Fatalf("%q: word %q would break the format", text, s.word)
			}
			if again := scanned(string(s.word)); utf8.ValidString(text) && strings.Join(again, "") != string(s.word) {
				t.Fatalf("%q: word %q is read as %q", text, s.word, again)
			}
		}
	})
}

func TestSmall(t *testing.T) {
	r := newReader(t, Build(small(t)))
	for _, c := range []struct {
		word string
		want [][]int
	}{
		{"ferrymen", [][]int{{0}}},
		{"toll", [][]int{{0, 1}, nil, nil, nil, nil, {1}, nil, nil, {0, 1}}},
		{"tolls", [][]int{nil, nil, nil, {1}}},
		{"anita", [][]int{nil, nil, nil, nil, nil, {0}}},
		{"ruiz", [][]int{{0, 1}, nil, nil, nil, {1}, nil, {0}, {0, 1}}},
		{"border", [][]int{{2}}},
		{"24819", [][]int{{0}}},
		{"tome", [][]int{{0}}},
		{"harvest", [][]int{nil, nil, nil, {2}}},
		{"farm", [][]int{{2}}},
		{"ferryman", [][]int{{0}}},
		{"river", [][]int{nil, nil, nil, nil, {0}}},
		{"law", [][]int{nil, nil, nil, nil, {1}}},
		{"zebra", nil},
	} {
		if diff := cmp.Diff(c.want, r.lists(c.word)); diff != "" {
			t.Errorf("%s: %s", c.word, diff)
		}
	}
	if r.meta.Ends != nil {
		t.Error("a small site needs no words backwards")
	}
	if r.meta.Labels["All"] != "Todo" || len(r.meta.Labels) != 1 {
		t.Errorf("labels %v", r.meta.Labels)
	}
	var texts [][]string
	r.load("articles-0", &texts)
	want := []string{"articles/bridge-talks.html", "Talks at the bridge", "2022-12-19", "Example Wire",
		"\x011\x02\x0eAna Ruiz\x03 met the ferrymen on Monday.\x02They spoke of the \x0fToll Act\x03 for an hour." +
			"\x012\x02About 24,819 people crossed the U.S.\x02side in São Tomé.\x02\"Nobody asked us,\" a ferryman said."}
	if diff := cmp.Diff(want, texts[0]); diff != "" {
		t.Error(diff)
	}
	var entries [][]string
	r.load("entries-0", &entries)
	if got := entries[1][:4]; !slices.Equal(got, []string{"policies/toll-act.html", "Toll Act", "", "law"}) {
		t.Errorf("entry %q", got)
	}
}

// TestEveryWord looks every word of every document up, in a site large enough for
// split files.
func TestEveryWord(t *testing.T) {
	s := invented(t, 300)
	r := newReader(t, Build(s))
	if r.meta.Ends == nil || strings.Count(r.meta.Words, " ") < 8 {
		t.Fatalf("the site is too small to split: words %q", r.meta.Words)
	}
	lists := map[string][][]int{}
	find := func(word string) [][]int {
		if _, known := lists[word]; !known {
			lists[word] = r.lists(word)
			letters := []rune(word)
			slices.Reverse(letters)
			if _, known := r.line("ends", string(letters)); !known && len(letters) >= slipLength {
				t.Fatalf("%q does not stand in the words read backwards", word)
			}
		}
		return lists[word]
	}
	for i, a := range s.Articles {
		count := map[string]int{}
		for _, w := range scanned(a.Doc.Prose.Text) {
			count[w]++
		}
		title := map[string]bool{}
		for _, w := range scanned(a.Doc.Meta.Title) {
			title[w] = true
			count[w]++
		}
		for _, w := range scanned(a.Doc.Meta.Publisher) {
			count[w]++
		}
		for w, n := range count {
			want := once
			switch {
			case title[w]:
				want = titled
			case n > 3:
				want = often
			case n > 1:
				want = twice
			}
			for list := once; list <= titled; list++ {
				if has(find(w), list, i) != (list == want) {
					t.Fatalf("%q stands %d times in %s: list %d is wrong: %v", w, n, a.Doc.Name, list, find(w))
				}
			}
		}
		for _, m := range a.Ann.Mentions {
			facet := s.Profile(m.Entry).Entry.Facet
			for _, w := range scanned(a.Doc.Prose.Text[m.Span.Start:m.Span.End]) {
				if !has(find(w), marked+facet, i) {
					t.Fatalf("%q is not found inside a mark of %s", w, a.Doc.Name)
				}
			}
		}
	}
	for i, p := range s.Profiles {
		for _, w := range scanned(p.Entry.Name + " " + p.Entry.Aliases[0].Text) {
			if !has(find(w), named, i) && !has(find(w), whole, i) {
				t.Fatalf("%q is not found in the names of %s", w, p.Entry.ID)
			}
		}
		for _, w := range scanned(p.Doc.Prose.Text) {
			if !has(find(w), told, i) && !has(find(w), named, i) && !has(find(w), whole, i) {
				t.Fatalf("%q is not found in %s", w, p.Entry.ID)
			}
		}
	}
}

func TestEncode(t *testing.T) {
	var e encoder
	e[0] = []uint32{0, 1, 31, 32, 33, 70, 1103, 1104, 200000}
	e[2] = []uint32{5}
	got := decodeLists(string(e.encode(nil, math.MaxInt)))
	if diff := cmp.Diff([][]int{{0, 1, 31, 32, 33, 70, 1103, 1104, 200000}, nil, {5}}, got); diff != "" {
		t.Error(diff)
	}
	got = decodeLists(string(e.encode(nil, 2)))
	if diff := cmp.Diff([][]int{{1104, 200000}, nil, {5}}, got); diff != "" {
		t.Error(diff)
	}
}

// TestOnce writes every file once, the one that readers begin with last.
func TestOnce(t *testing.T) {
	var mu sync.Mutex
	var all []string
	Write(invented(t, 600), func(path string, _ []byte) {
		mu.Lock()
		defer mu.Unlock()
		if slices.Contains(all, path) {
			t.Errorf("two files %s", path)
		}
		all = append(all, path)
	})
	if last := all[len(all)-1]; last != "search/meta.js" {
		t.Errorf("%s is written last", last)
	}
}

// TestSame builds on one and on several processors.
func TestSame(t *testing.T) {
	s := invented(t, 600)
	many := Build(s)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	if !maps.Equal(many, Build(s)) {
		t.Error("the index depends on the number of processors")
	}
}

func TestSize(t *testing.T) {
	for path, data := range Build(invented(t, 300)) {
		if strings.HasPrefix(path, "search/words") && len(data) > 2*fileSize {
			t.Errorf("%s takes %d bytes", path, len(data))
		}
	}
}

func TestEmpty(t *testing.T) {
	r := newReader(t, Build(newSite(t, nil, nil)))
	if len(r.files) != 2 || r.lists("word") != nil {
		t.Errorf("files of an empty site: %v", r.files)
	}
}

// TestOddText carries what could end a JavaScript string, or stand for a sign.
func TestOddText(t *testing.T) {
	s := newSite(t, []written{{"odd", `"Quoted" \ title`, "2020-01-01", "", "Back\\slash \"quote\" \x01\x0e\x03 control\ntab\t </script> \u2028 end."}}, nil)
	r := newReader(t, Build(s))
	var texts [][]string
	r.load("articles-0", &texts)
	if got, want := texts[0][4], "\x011\x02Back\\slash \"quote\"     control tab  </script> \u2028 end."; got != want || texts[0][1] != `"Quoted" \ title` {
		t.Errorf("got %q, want %q; title %q", got, want, texts[0][1])
	}
}

// TestKindsInTheSitesLanguage: beside a result stands what the entry is, in the language of
// the pages, as a reader may type it.
func TestKindsInTheSitesLanguage(t *testing.T) {
	s := newSite(t, nil, []entry{{id: "salida", name: "Salida", kind: "practice"}})
	s.Config.Labels = map[string]string{"practice": "práctica"}
	var all strings.Builder
	for _, text := range Build(s) {
		all.WriteString(text)
	}
	if !strings.Contains(all.String(), `"práctica"`) || strings.Contains(all.String(), "practice") {
		t.Error(&all)
	}
}
