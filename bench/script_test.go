package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestScripts builds the benchmark and what it times, and runs every script with both on
// the PATH, as glossator-bench and glossator-build.
func TestScripts(t *testing.T) {
	bin := t.TempDir()
	for name, in := range map[string][2]string{"bench": {".", "."}, "build": {product, "./cmd/build"}} {
		cmd := exec.Command("go", "build", "-o", filepath.Join(bin, "glossator-"+name), in[1])
		cmd.Dir = in[0]
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			e.Setenv("PATH", bin+string(os.PathListSeparator)+e.Getenv("PATH"))
			return nil
		},
	})
}
