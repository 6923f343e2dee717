package figure

import (
	"slices"
	"testing"

	"glossator/internal/annotate/sample"
	"glossator/internal/reading"
)

// TestEveryRuleOfCountingHasItsExample: each rule settles what some number of its example
// counts.
func TestEveryRuleOfCountingHasItsExample(t *testing.T) {
	for k, c := range countings() {
		x, _ := sample.Text("2022-03-10", "en", c.example)
		if got := settledBy(x); !slices.Contains(got, k) {
			t.Errorf("%q: rules %v, want %d", c.example, got, k)
		}
	}
}

// settledBy are the rules that settle what the numbers of a text count.
func settledBy(x *reading.Text) (rules []int) {
	f := Finder{Text: x, nouns: true}
	for i := x.Next(0, reading.InDigits|reading.Numeral); i < len(x.Tokens); {
		n, ok := f.number(i)
		if ok {
			n = f.signs(n)
			c := counted{number: n, at: n.to}
			for k, x := range countings() {
				if x.rule(&f, &c) {
					rules = append(rules, k)
					break
				}
			}
		}
		i = x.Next(max(n.to, i+1), reading.InDigits|reading.Numeral)
	}
	return rules
}
