package reading

import (
	"testing"

	"glossator/internal/catalogue"
	"glossator/internal/doc"
	"glossator/internal/lexicon"
	"glossator/internal/source"
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

// Sentences end where readers of their language see an end. Too long is better than cut.
func TestSentencesOfOtherLanguages(t *testing.T) {
	for _, c := range []struct {
		language, text string
		want           int
	}{
		{"de", "Das kostet 2,3 Mio. Euro im Jahr, so Groß. Am 3. März kam Dr. Weber. Es war der 12. Tag.", 3},
		{"es", "La Sra. Pardo y el Dr. Luz contaron 40 barcos. Nadie habló. ¿Quién fue? Hoy llegan más.", 4},
		{"fr", "M. Dubois et Mme. Roy arrivent. Ils partent à 9 h. Nul ne sait pourquoi !", 3},
		{"ar", "قالت ليلى حداد إن المرفأ مغلق. وصلت القوارب؟ عاد الناس.", 3},
		{"ja", "港は閉鎖された。船は来なかった。市長は何も言わなかった！", 3},
		{"zh", "港口关闭了。没有船来！市长没有说话？", 3},
		{"hi", "बंदरगाह बंद है। नावें नहीं आईं। महापौर चुप हैं।", 3},
		{"en", "It cost 2.3 million. On May 3. Nobody came. No. 4 left.", 4},
	} {
		d := &doc.Document{Prose: doc.Prose{Text: c.text, Blocks: []doc.Block{{Kind: doc.Paragraph, Span: source.Span{End: len(c.text)}}}}}
		x := New(d, lexicon.New(catalogue.New(nil, nil), c.language))
		if n := len(x.Sentences); n != c.want {
			t.Errorf("%s: %d sentences, want %d: %v", c.language, n, c.want, x.SentenceSpans())
		}
	}
}
