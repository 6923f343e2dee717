package page_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"glossator/internal/language"
	"glossator/internal/page"
)

// labelled are the languages that have a file of labels.
var labelled = strings.Fields("es fr de pt it nl ar zh ja")

// TestLabelsAreWhole: a language that has labels has one for every word of the pages and
// for the kinds of entries that the program knows, and for nothing else.
func TestLabelsAreWhole(t *testing.T) {
	want := append(page.Words(), "person", "organization")
	slices.Sort(want)
	for _, tag := range labelled {
		labels := language.Labels(tag)
		if have := slices.Sorted(maps.Keys(labels)); !slices.Equal(have, want) {
			t.Errorf("%s: missing %q, unknown %q", tag, without(want, have), without(have, want))
		}
		for word, label := range labels {
			if strings.TrimSpace(label) == "" {
				t.Errorf("%s: %q is empty", tag, word)
			}
			if colon := strings.HasSuffix(label, ":") || strings.HasSuffix(label, "："); strings.HasSuffix(word, ":") && !colon {
				t.Errorf("%s: %q ends otherwise than %q", tag, label, word)
			}
		}
	}
}

// TestLabelsKeepTheirPlaces: what a label has to hold for its day is in it.
func TestLabelsKeepTheirPlaces(t *testing.T) {
	for _, tag := range labelled {
		for word, label := range language.Labels(tag) {
			for _, place := range []string{"2005", "2006", "January"} {
				if strings.Contains(word, place) && word != place && !strings.Contains(label, place) {
					t.Errorf("%s: %q of %q has no %s", tag, label, word, place)
				}
			}
		}
		if order := language.Labels(tag)["January 2, 2006"]; !strings.Contains(strings.ReplaceAll(order, "2006", ""), "2") {
			t.Errorf("%s: %q has no day", tag, order)
		}
	}
}

func without(list, taken []string) (rest []string) {
	for _, w := range list {
		if !slices.Contains(taken, w) {
			rest = append(rest, w)
		}
	}
	return rest
}
