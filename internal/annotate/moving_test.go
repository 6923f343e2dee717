package annotate_test

import (
	"testing"

	"glossator/internal/annotate"
	"glossator/internal/annotation"
	"glossator/internal/catalogue"
	"glossator/internal/doc"
	"glossator/internal/lexicon"
	"glossator/internal/source"
)

// TestAMovingDayIsAskedOnce: the editor is asked for the day of Ramadan until it is given.
func TestAMovingDayIsAskedOnce(t *testing.T) {
	const text = "They met during Ramadan.\n"
	lex := lexicon.New(catalogue.New(nil, nil), "en")
	asked := func(readings ...doc.Reading) bool {
		d, _ := doc.Parse(source.NewFile("a.txt", text), nil, doc.Options{})
		for _, r := range readings {
			r.Span = source.Span{Start: 16, End: 23}
			d.Readings = append(d.Readings, r)
		}
		doubts := annotate.Annotate(d, lex).Doubts
		return len(doubts) == 1 && doubts[0].Rule == annotation.MovingDay
	}
	if !asked() {
		t.Error("nobody is told that Ramadan has no day")
	}
	if asked(doc.Reading{Kind: doc.Dates, Day: "2024-03-11"}) || asked(doc.Reading{Kind: doc.Dates, None: true}) {
		t.Error("asked again for what was decided")
	}
}
