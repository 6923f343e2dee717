package mention

import (
	"testing"

	"glossator/internal/catalogue"
	"glossator/internal/lexicon"
	"glossator/internal/reading"
)

// TestLentMemorySaysNothing reads articles one after another in the same memory: what
// one said must not be known in the next.
func TestLentMemorySaysNothing(t *testing.T) {
	lex := lexicon.New(catalogue.New([]catalogue.Facet{{ID: "who", Singular: "person"}}, []*catalogue.Entry{
		{ID: "ana-luz", Kind: "person", Name: "Ana Luz", Aliases: words("Luz of Norland")},
		{ID: "bo-luz", Kind: "person", Name: "Bo Luz", Aliases: words("Luz of Norland")},
	}), "en")
	lent, f := new(reading.Text), new(Finder)
	for _, c := range []struct{ text, want string }{
		{"Ana Luz came. Luz of Norland spoke.", "{Ana Luz=ana-luz} came. {Luz of Norland=ana-luz} spoke."},
		{"Luz of Norland spoke.", "Luz of Norland spoke."},
		{"Bo Luz came. Luz of Norland spoke.", "{Bo Luz=bo-luz} came. {Luz of Norland=bo-luz} spoke."},
	} {
		d := article(c.text)
		lent.Read(d, lex)
		if ms, _ := f.Find(lent); linked(d, ms) != c.want {
			t.Errorf("got  %s\nwant %s", linked(d, ms), c.want)
		}
	}
}
