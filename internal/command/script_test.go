package command_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestOneProgram builds the one program and runs it where nothing of its sources is.
func TestOneProgram(t *testing.T) {
	bin := t.TempDir()
	if out, err := exec.Command("go", "build", "-o", filepath.Join(bin, "glossator"), "../../cmd/glossator").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	starter := filepath.Join(t.TempDir(), "starter") // go test looks at what is copied
	if err := os.CopyFS(starter, os.DirFS("../../starter")); err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{Dir: "testdata/script", Setup: func(e *testscript.Env) error {
		e.Setenv("PATH", bin+string(os.PathListSeparator)+e.Getenv("PATH"))
		e.Setenv("STARTER", starter)
		e.Setenv("GLOSSATOR_CACHE", filepath.Join(e.WorkDir, ".remembered"))
		return nil
	}})
}
