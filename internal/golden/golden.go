// Package golden compares what a test made with a file that was read before it was
// accepted. For tests alone: it gives their packages the flag -update.
package golden

import (
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the goldens anew")

// Is fails the test where a file does not hold what was made; with -update it is written.
func Is(t testing.TB, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); d != "" {
		t.Errorf("%s: -want +got; if it is meant, run this package's tests with -update\n%s", path, d)
	}
}

// Phrases is a golden of what is told of phrases: each stands on a line of its own, and
// behind it, each line of them indented by a tab, what tell says. "#" begins a remark.
func Phrases(t testing.TB, path string, tell func(phrase string) (lines []string)) {
	t.Helper()
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
		if phrase := strings.TrimSpace(line); phrase != "" && phrase[0] != '#' {
			for _, said := range tell(phrase) {
				got.WriteString("\t" + said + "\n")
			}
		}
	}
	Is(t, path, got.String())
}
