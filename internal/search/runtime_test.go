package search

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"glossator/internal/browser"
)

const runtimeScript = "../../static/assets/search.js"

// answer is what testdata/run.js says of one expression.
type answer struct {
	Value  json.RawMessage
	Loaded []string // files that had to be loaded for it
	MS     float64
}

// inNode evaluates expressions in the browser's search over an index. It skips the
// test where there is no node.
func inNode(t testing.TB, ix map[string]string, expressions ...string) []answer {
	t.Helper()
	node, err := exec.LookPath("node")
	if err != nil {
		browser.Missing(t, "node is not installed")
	}
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "search"), 0o777); err != nil {
		t.Fatal(err)
	}
	for path, data := range ix {
		if err := os.WriteFile(filepath.Join(dir, path), []byte(data), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	input, err := json.Marshal(expressions)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(node, "testdata/run.js", runtimeScript, dir)
	cmd.Stdin, cmd.Stderr = bytes.NewReader(input), os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var answers []answer
	if err := json.Unmarshal(out, &answers); err != nil {
		t.Fatal(err)
	}
	return answers
}

// search is an expression that answers a query with the addresses of its results.
func search(query, filter string) string {
	return fmt.Sprintf(`find(%q, %q).then(async (a) => Promise.all(a.results.map(async (r) => {
		const d = await text(r), p = passage(d.body, a);
		return d.path + (p && p.found.length ? "#" + p.paragraph + " " + p.found.map((w) => w.word).join(" ") : "");
	})))`, query, filter)
}

func TestRuntime(t *testing.T) {
	tests := []struct {
		query, filter string
		want          []string
	}{
		{"ferrymen", "", []string{"articles/bridge-talks.html#1 ferrymen"}},
		{"ferymen", "", []string{"articles/bridge-talks.html#1 ferrymen"}},
		{"Ruiz", "", []string{"who/ana-ruiz.html#1 ruiz", "policies/toll-act.html#1 ruiz", "articles/toll-vote.html#1 ruiz", "articles/bridge-talks.html#1 ruiz"}},
		{"ruiz", "articles", []string{"articles/toll-vote.html#1 ruiz", "articles/bridge-talks.html#1 ruiz"}},
		{"ruiz", "policy", []string{"policies/toll-act.html#1 ruiz"}},
		{"ruiz ferrymen", "who", []string{"articles/bridge-talks.html#1 ruiz ferrymen"}},
		{"bord", "", []string{"articles/harvest.html#1 border"}},
		{"brige", "articles", []string{"articles/bridge-talks.html", "articles/toll-vote.html#2 bridges"}},
		{"24,819 u.s.", "", []string{"articles/bridge-talks.html#2 24819 us"}},
		{"sao TOME", "", []string{"articles/bridge-talks.html#2 sao tome"}},
		{"harvest ferrymen", "", []string{"articles/harvest.html#1 harvest", "articles/bridge-talks.html#1 ferrymen"}}, // no article holds both
		{"qqqq", "", []string{}},
		{"", "", []string{}},
	}
	var expressions []string
	for _, c := range tests {
		expressions = append(expressions, search(c.query, c.filter))
	}
	for i, a := range inNode(t, Build(small(t)), expressions...) {
		want, err := json.Marshal(tests[i].want)
		if err != nil {
			t.Fatal(err)
		}
		if string(a.Value) != string(want) {
			t.Errorf("%q in %q: %s, want %s", tests[i].query, tests[i].filter, a.Value, want)
		}
	}
}

// TestRuntimeSplit finds words, beginnings of words and misspelled words where the
// index is in many files.
func TestRuntimeSplit(t *testing.T) {
	s := invented(t, 600)
	name := strings.ToLower(s.Profiles[7].Entry.Name)
	first, second, _ := strings.Cut(name, " ")
	queries := []string{name, first[:len(first)-1], first[1:] + " " + second, first + " " + second[1:2] + second[:1] + second[2:], "q" + first}
	var expressions []string
	for _, q := range queries {
		expressions = append(expressions, search(q+" ", ""))
	}
	for i, a := range inNode(t, Build(s), expressions...) {
		if !strings.HasPrefix(string(a.Value), `["who/e007.html`) {
			t.Errorf("%q: %.80s, want who/e007.html (%s)", queries[i], a.Value, name)
		}
	}
}

// TestSameWords holds the browser's reading of words to Go's, over all characters.
func TestSameWords(t *testing.T) {
	var texts []string
	for _, c := range wordTests {
		texts = append(texts, c.text)
	}
	for r := rune(0x20); r < 0x20000; r++ {
		if unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S, unicode.Z, unicode.Cf) { // assigned, as far as Go knows
			texts = append(texts, "a"+string(r)+"b")
		}
	}
	var expressions []string
	for from := 0; from < len(texts); from += 4096 {
		batch, err := json.Marshal(texts[from:min(len(texts), from+4096)])
		if err != nil {
			t.Fatal(err)
		}
		expressions = append(expressions, string(batch)+`.map((t) => words(t).map((w) => w.word).join(" "))`)
	}
	i, differ := 0, 0
	for _, a := range inNode(t, nil, expressions...) {
		var got []string
		if err := json.Unmarshal(a.Value, &got); err != nil {
			t.Fatal(err)
		}
		for _, g := range got {
			if want := strings.Join(scanned(texts[i]), " "); g != want {
				differ++
				t.Logf("%+q: the browser reads %q, Go %q", texts[i], g, want)
				if i < len(wordTests) || differ > 8 { // a few characters change category from one Unicode version to the next
					t.Fatal("too many words are read otherwise")
				}
			}
			i++
		}
	}
	if i != len(texts) {
		t.Errorf("%d texts read, of %d", i, len(texts))
	}
}
