package site_test

import (
	"testing"

	"glossator/internal/annotation"
	"glossator/internal/doc"
	"glossator/internal/site"
	"glossator/internal/source"
)

// TestAddressesAreNotOfTheOrderOfMarks: a mark more in a paragraph leaves those of other
// entries and paragraphs where they were.
func TestAddressesAreNotOfTheOrderOfMarks(t *testing.T) {
	block := func(n, from int) doc.Block { return doc.Block{N: n, Span: source.Span{Start: from, End: from + 9}} }
	d := &doc.Document{Prose: doc.Prose{Text: "Ana, Ana. Luz, Ana. Ana, Luz.", Blocks: []doc.Block{block(0, 0), block(1, 10), block(2, 20)}}}
	var ana, luz site.Counter
	got := ""
	for _, x := range []struct {
		counter *site.Counter
		entry   string
		at      int
	}{{&ana, "ana", 0}, {&ana, "ana", 5}, {&luz, "luz", 10}, {&ana, "ana", 15}, {&ana, "ana", 20}, {&luz, "luz", 25}} {
		got += x.counter.Next(d, annotation.Mention{Entry: x.entry, Span: source.Span{Start: x.at, End: x.at + 3}}).String() + " "
	}
	if want := "b0.ana b0.ana.2 p1.luz p1.ana p2.ana p2.luz "; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
