package figure

import (
	"testing"

	"glossator/internal/catalogue"
	"glossator/internal/doc"
	"glossator/internal/lexicon"
	"glossator/internal/reading"
	"glossator/internal/source"
)

// TestEveryRuleOfNamingHasItsExample: in the example of each rule that rule alone says of
// some number that it names, so that none can go or be turned round unseen.
func TestEveryRuleOfNamingHasItsExample(t *testing.T) {
	lex := lexicon.New(catalogue.New(nil, nil), "en")
	for k, n := range naming {
		d := &doc.Document{Prose: doc.Prose{Text: n.example, Blocks: []doc.Block{{Span: source.Span{End: len(n.example)}, N: 1}}}}
		if got := rulesOf(reading.New(d, lex)); len(got) != 1 || got[0] != k {
			t.Errorf("%q: rules %v, want %d alone", n.example, got, k)
		}
	}
}

// rulesOf are the rules by which the last number of a text names something.
func rulesOf(t *reading.Text) (rules []int) {
	r := Finder{Text: t, nouns: true}
	for i := t.Next(0, reading.InDigits|reading.Numeral); i < len(t.Tokens); {
		n, ok := r.number(i)
		if ok {
			n = r.signs(n)
			b := r.beside(n)
			rules = rules[:0]
			for k := range naming {
				if naming[k].rule(&r, b) {
					rules = append(rules, k)
				}
			}
			if len(rules) > 0 {
				r.name = n.to
			}
		}
		i = t.Next(max(n.to, i+1), reading.InDigits|reading.Numeral)
	}
	return rules
}
