package annotate

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"glossator/internal/catalogue"
	"glossator/internal/doc"
	"glossator/internal/lexicon"
	"glossator/internal/meta"
	"glossator/internal/source"
)

// explained is a catalogue whose every way of being found is told of once.
var explained = lexicon.New(catalogue.New([]catalogue.Facet{{ID: "who"}, {ID: "measure"}}, []*catalogue.Entry{
	{ID: "vale", Kind: "person", Name: "Martin Vale", Roles: []catalogue.Role{{Title: "President of Norland", Descriptions: []meta.Word{{Text: "the president"}}}}},
	{ID: "kern", Kind: "person", Name: "Oda Kern"},
	{ID: "turn-back", Facet: 1, Kind: "practice", Name: "Turning boats back", Cues: []meta.Word{{Text: "quickly? [turn back … boat]"}}},
}), "en")

func TestExplain(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"They sailed.", "nothing in it is a name, description or cue of the catalogue\n"},
		{"Eva Vale turned back boats.", "“Vale”\n    not linked: “Eva Vale” is somebody else\n" +
			"“turned back boats”\n    linked to turn-back (Turning boats back), descriptive, by: cue “quickly? [turn back … boat]”\n"},
		{"Oda Kern met Kern.", "“Oda Kern”\n    linked to kern (Oda Kern), named, by: name\n“Kern”\n    linked to kern (Oda Kern), named, by: surname\n"},
		{"Oda Kern said it was “late.”", "“Oda Kern”\n    linked to kern (Oda Kern), named, by: name\n“late.”\n    said by Oda Kern, by: cue before\n"},
		{"He is the president of Norland.", "“the president of Norland”\n    not linked: behind “is” it says what something is\n"},
	} {
		if diff := cmp.Diff(c.want, Explain(c.text, explained)); diff != "" {
			t.Error(diff)
		}
	}
}

func FuzzExplain(f *testing.F) {
	f.Add("Martin Vale, the president of Norland, met Oda Kern.", 9)
	f.Add("“Mr. President,” Eva Vale \xff said.", 0)
	f.Fuzz(func(t *testing.T, s string, at int) {
		Explain(s, explained)
		ExplainAt(&doc.Document{Prose: doc.Prose{Text: s, Blocks: []doc.Block{{Span: source.Span{End: len(s)}, N: 1}}}}, explained, at)
	})
}
