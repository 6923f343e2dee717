package reading

import (
	"testing"

	"glossator/internal/catalogue"
	"glossator/internal/doc"
	"glossator/internal/lexicon"
	"glossator/internal/token"
)

// The tables are found by the hash that the lexicon gives its tokens.
func TestLookupKnowsTheTokensHash(t *testing.T) {
	d := &doc.Document{Prose: doc.Prose{Text: "Wörter, Naïve CAFÉ's Mr. U.S. said"}}
	x := New(d, lexicon.New(catalogue.New(nil, nil), "en"))
	for i, tok := range x.Tokens {
		if tok.Hash != token.Hash(x.Fold(i)) {
			t.Errorf("%q: %x, not %x", x.Fold(i), tok.Hash, token.Hash(x.Fold(i)))
		}
	}
}
