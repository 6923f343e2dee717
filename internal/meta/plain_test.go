package meta

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"glossator/internal/source"
)

// TestPlainFrontMatterIsReadAsTheLibraryReadsIt puts lines together at random and reads
// them both ways.
func TestPlainFrontMatterIsReadAsTheLibraryReadsIt(t *testing.T) {
	keys := []string{"title", "title", "kind", "day", "month", "words", "flag", "number", "list", "refs", "marks", "unknown", "Title", "true"}
	values := []string{"Words", "two words", "Señor López – “x”", "a: b", "a:b", "a #b", "a#b", "2021-06-01", "2021-06", "2021-13-40", "true", "No", "12", "1e3",
		"[a, b]", "[two words, 2021-06-01]", "[a,b]", "[]", "[a, [b]]", "[a, true]", "[a, ]", "[a, b, ]", "[\"x\", y]", "[é, é, \"ü\"]", `"quoted words"`, `"with \n"`, `"a", b`, "'single'", "it's", "", "~", "|", "> a", "&x a", "*x",
		"!t a", "- a", "? a", "{a: b}", "@a", "a ", " a", "a\tb", "https://example.org/x?y=1", "null", "e5", "x, y", "a [b]", "#a", "%a", "a: ", "end:"}
	r := rand.New(rand.NewPCG(1, 1))
	short := 0
	for range 60_000 {
		var b strings.Builder
		for range 1 + r.IntN(3) {
			b.WriteString(keys[r.IntN(len(keys))] + ": " + values[r.IntN(len(values))] + "\n")
		}
		if same(t, b.String()) {
			short++
		}
	}
	if short < 1000 {
		t.Errorf("only %d were plain", short)
	}
}

func FuzzPlain(f *testing.F) {
	f.Add("title: Words\nday: 2021-06-01\nlist: [a, b c]\n")
	f.Add("words: \"x\"\nkind: é\n")
	f.Fuzz(func(t *testing.T, text string) { same(t, text) })
}

type everyKind struct {
	Title  string   `meta:"title,required"`
	Kind   Ref      `meta:"kind"`
	Day    Day      `meta:"day,full"`
	Month  Day      `meta:"month"`
	Words  Word     `meta:"words"`
	Flag   bool     `meta:"flag"`
	Number int      `meta:"number"`
	List   []string `meta:"list"`
	Refs   []Ref    `meta:"refs"`
	Marks  []Word   `meta:"marks"`
}

// same tells whether a text is plain, and holds what is then read to what the library
// reads.
func same(t *testing.T, text string) bool {
	t.Helper()
	head := "---\n"
	file := source.NewFile("x.md", head+text)
	span := source.Span{Start: len(head), End: len(file.Data)}
	var quick, whole, tried everyKind
	if !plain(text, span.Start, reflect.ValueOf(&tried).Elem()) {
		if d := cmp.Diff(everyKind{}, tried); d != "" {
			t.Fatalf("%q is not plain, and something was done: %s", text, d)
		}
		return false
	}
	got := Decode(file, span, &quick)
	want := newDecoder(file, span).parse(reflect.ValueOf(&whole).Elem())
	if d := cmp.Diff(whole, quick); d != "" {
		t.Fatalf("%q: %s", text, d)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Fatalf("%q: %s", text, d)
	}
	return true
}
