package edit

import (
	"testing"

	"glossator/internal/source"
)

// FuzzDo does acts on any bytes: each is refused and changes nothing, or is done and can
// be taken back.
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
				Cell{at, field, word}, Mark{s, "x"}, Speaker{s, "x"}, Unmark{at}, Words{s, word},
			} {
				after, problem := Do(path, text, act)
				if problem != nil {
					if after != text {
						t.Fatalf("%#v on %q is refused and makes %q", act, text, after)
					}
					continue
				}
				if again, problem := Do(path, after, Undo(text, after)); problem != nil || again != text {
					t.Fatalf("%#v on %q makes %q, and that %q (%v)", act, text, after, again, problem)
				}
			}
		}
	})
}
