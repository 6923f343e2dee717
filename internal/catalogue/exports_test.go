package catalogue_test

import (
	"slices"
	"strings"
	"testing"

	"glossator/internal/catalogue"
)

func TestWhatIsAskedFor(t *testing.T) {
	for _, c := range []struct{ asked, names, unknown string }{
		{"", "cards annotations", ""},
		{"pages", "", ""},
		{"all", "cards annotations text citations embeds markdown json", ""},
		{"text, cards", "cards text", ""},
		{"text,text", "text", ""},
		{"pages, text", "text", ""},
		{"text, all", "cards annotations text citations embeds markdown json", ""},
		{"some", "", "some"},
		{"text, Cards", "", "Cards"},
	} {
		names, unknown := catalogue.Exported(c.asked)
		if !slices.Equal(names, strings.Fields(c.names)) || unknown != c.unknown {
			t.Errorf("%q: %q, unknown %q", c.asked, names, unknown)
		}
	}
}
