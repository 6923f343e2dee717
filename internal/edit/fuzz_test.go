package edit

import (
	"testing"

	"glossator/internal/source"
)

// FuzzDo does acts on any bytes: each is done, or refused and then changes nothing.
func FuzzDo(f *testing.F) {
	for name, text := range odd {
		f.Add(name, text, "name", "Ana: Luz", 0)
	}
	f.Fuzz(func(t *testing.T, name, text, field, word string, at int) {
		for _, path := range []string{"a.md", "a.yaml", "a.csv"} {
			s := source.Span{Start: at, End: at + len(word)}
			for _, act := range []Act{
				Set{Path: Path{field}, Value: Text(word)}, Remove{Path{field}}, Insert{Path: Path{field}, Index: at, Value: Text(word)},
				AddWord{List: field, Word: word}, Ignore{word}, Same{word, field}, Reading{P: at, Words: word, Says: []Field{{"link", Text(field)}}},
				Words{s, word},
			} {
				if after, problem := Do(path, text, act); problem != nil && after != text {
					t.Fatalf("%#v on %q is refused and makes %q", act, text, after)
				}
			}
		}
	})
}
