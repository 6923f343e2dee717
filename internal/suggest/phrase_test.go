package suggest_test

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"glossator/internal/suggest"
)

// TestPhrases reads testdata/phrases.txt: behind each line of words, each indented, stand
// the suggestions.
func TestPhrases(t *testing.T) {
	const path = "testdata/phrases.txt"
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "\t") {
			continue
		}
		got.WriteString(line)
		if text := strings.TrimSpace(line); text != "" && text[0] != '#' {
			for _, s := range told(suggest.Entries(world(t, "who place", nil, strings.Split(text, " && ")...))) {
				got.WriteString("\t" + s + "\n")
			}
		}
	}
	if *update {
		if err := os.WriteFile(path, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if d := cmp.Diff(strings.Split(string(data), "\n"), strings.Split(got.String(), "\n")); d != "" {
		t.Errorf("-want +got; if it is meant, go test ./internal/suggest -update\n%s", d)
	}
}
