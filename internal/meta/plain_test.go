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
	keys := []string{"title", "kind", "day", "words", "flag", "number", "list", "unknown", "Title", "true"}
	values := []string{"Words", "two words", "Señor López – “x”", "a: b", "a:b", "a #b", "a#b", "2021-06-01", "2021-06", "2021-13-40", "true", "No", "12", "1e3",
		"[a, b]", "[two words, 2021-06-01]", "[a,b]", "[]", "[a, [b]]", "[a, true]", "[\"x\", y]", `"quoted words"`, `"with \n"`, `"a", b`, "'single'", "it's", "", "~", "|", "> a", "&x a", "*x",
		"!t a", "- a", "? a", "{a: b}", "@a", "a ", " a", "a\tb", "https://example.org/x?y=1", "null", "e5", "x, y", "a [b]", "#a", "%a", "a: ", "end:"}
	r := rand.New(rand.NewPCG(1, 1))
	short := 0
	for range 20_000 {
		var b strings.Builder
		for range 1 + r.IntN(3) {
			b.WriteString(keys[r.IntN(len(keys))] + ": " + values[r.IntN(len(values))] + "\n")
		}
		if plain(b.String()) != nil {
			short++
		}
		same(t, b.String())
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
	Words  Word     `meta:"words"`
	Flag   bool     `meta:"flag"`
	Number int      `meta:"number"`
	List   []string `meta:"list"`
}

func same(t *testing.T, text string) {
	t.Helper()
	if plain(text) == nil {
		return
	}
	file := source.NewFile("x.yaml", text)
	span := source.Span{End: len(text)}
	var quick, whole everyKind
	got := Decode(file, span, &quick)
	want := (&decoder{file: file}).parse(text, span, reflect.ValueOf(&whole).Elem())
	if d := cmp.Diff(whole, quick); d != "" {
		t.Fatalf("%q: %s", text, d)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Fatalf("%q: %s", text, d)
	}
}
