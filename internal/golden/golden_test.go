package golden

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// heard is a test that remembers what failed it.
type heard struct {
	testing.TB
	said []string
}

func (h *heard) Helper()                   {}
func (h *heard) Errorf(_ string, a ...any) { h.said = append(h.said, a[1].(string)) }

func TestPhrases(t *testing.T) {
	path := filepath.Join(t.TempDir(), "phrases.txt")
	const held = "# a remark\n\nred\n\tRED\nblue\n\tBLUE\n"
	if err := os.WriteFile(path, []byte(held), 0o644); err != nil {
		t.Fatal(err)
	}
	loud := func(phrase string) []string { return []string{strings.ToUpper(phrase)} }
	Phrases(t, path, loud)

	h := &heard{TB: t}
	Phrases(h, path, func(phrase string) []string { return loud(strings.TrimPrefix(phrase, "b")) })
	if len(h.said) != 1 || !strings.Contains(h.said[0], "LUE") || strings.Contains(h.said[0], "remark\",\n-") {
		t.Errorf("another answer fails once, with both: %q", h.said)
	}
	*update = true
	defer func() { *update = false }()
	Phrases(t, path, func(string) []string { return nil })
	if data, err := os.ReadFile(path); err != nil || string(data) != "# a remark\n\nred\nblue\n" {
		t.Errorf("written: %q, %v", data, err)
	}
}
