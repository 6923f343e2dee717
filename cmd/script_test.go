// Package cmd_test runs the commands as a person does: see testdata/script.
package cmd_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	// What the commands are made of, so that a remembered result of this test is
	// forgotten when they change.
	_ "glossator/internal/cli"
	_ "glossator/internal/importer"
	_ "glossator/templates"
)

// TestScripts builds the commands once and runs every script with them on the PATH,
// as glossator-build, glossator-check, glossator-import.
func TestScripts(t *testing.T) {
	bin := t.TempDir()
	for _, name := range []string{"build", "check", "import"} {
		out, err := exec.Command("go", "build", "-o", filepath.Join(bin, "glossator-"+name), "./"+name).CombinedOutput()
		if err != nil {
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
