package lexicon

import (
	"strconv"
	"testing"

	"glossator/internal/token"
)

// TestWordsOfATextAreKnown: none of its own is missing, and hardly another is in it.
func TestWordsOfATextAreKnown(t *testing.T) {
	var tokens []token.Token
	for n := range 400 {
		tokens = append(tokens, token.Token{Hash: token.Hash("own" + strconv.Itoa(n))})
	}
	w, others := WordsOf(tokens), 0
	for i := range tokens {
		if !w.has(tokens[i].Hash) {
			t.Fatal("a word of the text is missing")
		}
	}
	for n := range 10_000 {
		if w.has(token.Hash("other" + strconv.Itoa(n))) {
			others++
		}
	}
	if others > 60 {
		t.Errorf("%d of 10,000 other words seem to be in the text", others)
	}
}
