package importer

import (
	"os"
	"path/filepath"
	"testing"
)

// A file that would fill the memory is told and not read; the others are.
func TestLargeFiles(t *testing.T) {
	dir := t.TempDir()
	large, small := filepath.Join(dir, "a.html"), filepath.Join(dir, "b.txt")
	for name, size := range map[string]int64{large: 32<<20 + 1, small: 10} {
		if err := os.WriteFile(name, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Truncate(name, size); err != nil {
			t.Fatal(err)
		}
	}
	g := gather([]string{dir})
	if len(g.inputs) != 1 || g.inputs[0].path != small || len(g.problems) != 1 || g.problems[0].Rule != "too-large" {
		t.Error(len(g.inputs), g.problems)
	}
}
