package suggest_test

import (
	"strings"
	"testing"

	"glossator/internal/golden"
	"glossator/internal/suggest"
)

// TestPhrases: behind each line of words, of one article or of several joined by "&&",
// stand the suggestions.
func TestPhrases(t *testing.T) {
	golden.Phrases(t, "testdata/phrases.txt", func(phrase string) []string {
		return told(suggest.Entries(world(t, "who place", nil, strings.Split(phrase, " && ")...)))
	})
}

// TestGermanPhrases: as TestPhrases, where every noun has a capital.
func TestGermanPhrases(t *testing.T) {
	golden.Phrases(t, "testdata/phrases-de.txt", func(phrase string) []string {
		return told(suggest.Entries(worldIn(t, "de", "who place", nil, strings.Split(phrase, " && ")...)))
	})
}
