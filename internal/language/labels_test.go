package language

import "testing"

// TestLabels: a region's marks in numbers; nothing where a language has no labels, or
// where they are in another script.
func TestLabels(t *testing.T) {
	for _, c := range []struct{ tag, word, label string }{
		{"en", "Search", ""},
		{"en-GB", "1,234.5", ""},
		{"es", "Search", "Buscar"},
		{"es-MX", "Search", "Buscar"},
		{"es", "1,234.5", "1.234,5"},
		{"es-MX", "1,234.5", "1,234.5"},
		{"de-CH", "1,234.5", "1’234.5"},
		{"sv", "1,234.5", "1\u00a0234,5"},
		{"sv", "Search", ""},
		{"zh-Hant", "Search", ""},
		{"spanish!", "Search", ""},
	} {
		if l := Labels(c.tag)[c.word]; l != c.label {
			t.Errorf("%s: %q is %q, want %q", c.tag, c.word, l, c.label)
		}
	}
}
