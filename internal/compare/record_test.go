package compare

import (
	"reflect"
	"testing"

	"glossator/internal/annotation"
	"glossator/internal/language"
)

// TestASketchComesBack whole from its record, and from no part of it.
func TestASketchComesBack(t *testing.T) {
	pack, _ := language.For("en")
	for seed := range uint64(20) {
		d, ann := article(seed, 1)
		d.Prose.Text = d.Prose.Text[:len(d.Prose.Text)>>(seed%12)] // short ones too
		ann.Figures = []annotation.Figure{{Value: 3, Unit: "boats"}, {Value: float64(seed)}}
		tokens, _ := pack.Vocabulary.Tokens(d.Prose.Text, nil)
		want := NewSketch(d, ann, tokens)
		b := want.Append(nil)
		got, rest, ok := FromRecord(append(b, 7), d, ann)
		if !ok || len(rest) != 1 || !reflect.DeepEqual(got, want) {
			t.Fatalf("text %d: %v, %v", seed, ok, rest)
		}
		for n := range b {
			if _, _, ok := FromRecord(b[:n], d, ann); ok {
				t.Fatalf("text %d: %d of its %d bytes are enough", seed, n, len(b))
			}
		}
	}
}

// FuzzSketchRecord reads bytes that nobody wrote.
func FuzzSketchRecord(f *testing.F) {
	d, ann := article(1, 1)
	f.Add([]byte{})
	f.Add(new(Sketch).Append(nil))
	f.Add((&Sketch{phrases: sample{hashes: []uint64{1 << 20, 2 << 40}, bound: 3 << 50}}).Append(nil))
	f.Fuzz(func(t *testing.T, b []byte) {
		if s, rest, ok := FromRecord(b, d, ann); ok && string(s.Append(nil)) != string(b[:len(b)-len(rest)]) {
			t.Errorf("%x is another when it is written again", b)
		}
	})
}
