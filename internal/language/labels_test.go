package language

import "testing"

// TestLabels: a region's marks in numbers; nothing where a language has no labels, or
// where they are in another script.
func TestLabels(t *testing.T) {
	for _, c := range []struct{ tag, word, label string }{
		{"en", "Search", ""},
		{"en-GB", ",", ""},
		{"es", "Search", "Buscar"},
		{"es-MX", "Search", "Buscar"},
		{"es", ",", "."},
		{"es", ".", ","},
		{"es-MX", ",", ","},
		{"es-MX", ".", "."},
		{"de-CH", ",", "’"},
		{"sv", ",", "\u00a0"},
		{"sv", "Search", ""},
		{"zh-Hant", "Search", ""},
		{"spanish!", "Search", ""},
	} {
		if l := Labels(c.tag)[c.word]; l != c.label {
			t.Errorf("%s: %q is %q, want %q", c.tag, c.word, l, c.label)
		}
	}
}
