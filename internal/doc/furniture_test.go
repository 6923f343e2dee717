package doc

import (
	"strings"
	"testing"

	"glossator/internal/language"
)

// TestEveryFurnitureRuleHasItsExample: its example is furniture by each rule's own name,
// and without that rule it would be prose or another rule's.
func TestEveryFurnitureRuleHasItsExample(t *testing.T) {
	f := language.FurnitureOf()
	for i := range f.Lines {
		r := &f.Lines[i]
		if got := furnitureRule(r.Example); got != r.Name {
			t.Errorf("%q: %q, want %q", r.Example, got, r.Name)
		}
		own := false
		for _, start := range r.Starts {
			n := len(start)
			own = own || len(r.Example) >= n && strings.EqualFold(r.Example[:n], start) && allows(r, r.Example, n)
		}
		if words := strings.Count(r.Example, " ") + 1; !own || words > r.Words {
			t.Errorf("%q is not the example of its own rule %q", r.Example, r.Name)
		}
	}
	for _, r := range f.Ends {
		if got := furnitureRule(r.Example); got != r.Name {
			t.Errorf("%q: %q, want %q", r.Example, got, r.Name)
		}
	}
}
