package page

import (
	"slices"
	"testing"

	"glossator/internal/site"
)

// TestChangesKeepTheirAddresses: another change found before one leaves its address.
func TestChangesKeepTheirAddresses(t *testing.T) {
	all := []site.Change{
		{Verdict: "garbled name", ParagraphA: 5, ParagraphB: 5},
		{Verdict: "garbled name", ParagraphA: 5, ParagraphB: 5},
		{Verdict: "added passage", ParagraphA: -1, ParagraphB: 7},
	}
	want := []string{"a5.garbled-name", "a5.garbled-name.2", "b7.added-passage"}
	if got := tableIDs(all); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	more := append([]site.Change{{Verdict: "altered title"}, {Verdict: "dropped name", ParagraphA: 5, ParagraphB: -1}}, all...)
	if got := tableIDs(more); !slices.Equal(got[2:], want) {
		t.Errorf("after others were found: %q", got)
	}
}
