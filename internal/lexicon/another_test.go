package lexicon_test

import (
	"strings"
	"testing"

	"glossator/internal/catalogue"
)

// TestNamesWithoutWords: a lone accent or mark is no word, and no reason to fall.
func TestNamesWithoutWords(t *testing.T) {
	for _, odd := range []string{"\u030d", "\u0301\u0301", "\u200d", "’", "-", "&", ".", "'s", "§", "😀", "$", "\u0651"} {
		for _, kind := range []string{"organization", "person", "law", ""} {
			l := compile(
				&catalogue.Entry{ID: "dock-company", Kind: kind, Name: "Norland Dock Company", Aliases: words(odd), Damaged: words(odd), Descriptions: words(odd)},
				&catalogue.Entry{ID: "odd", Kind: kind, Name: odd, Aliases: words("Norland Quay Company", odd)})
			if got := strings.Join(every(l, "The Norland Dock Company "+odd+" closed."), "; "); !strings.Contains(got, "name Norland Dock Company") {
				t.Errorf("%q of kind %q: found %q", odd, kind, got)
			}
		}
	}
}
