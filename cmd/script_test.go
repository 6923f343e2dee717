// Package cmd_test runs the commands as a person does: see testdata/script.
package cmd_test

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain keeps what the commands remember away from what the user's own do.
func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "remembered-")
	if err == nil {
		err = os.Setenv("GLOSSATOR_CACHE", dir)
	}
	if err != nil {
		panic(err)
	}
	code := m.Run()
	os.RemoveAll(dir)
	os.Exit(code)
}

// TestScripts builds the commands once and runs every script with them on the PATH,
// as glossator-build, glossator-check, glossator-import, and the one program as glossator.
func TestScripts(t *testing.T) {
	look(t, "../internal", "../templates", "../static", "../docs", "../content", ".")
	bin := t.TempDir()
	for program, dir := range map[string]string{"glossator-build": "./build", "glossator-check": "./check", "glossator-import": "./import", "glossator": "./glossator"} {
		out, err := exec.Command("go", "build", "-o", filepath.Join(bin, program), dir).CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %s", err, out)
		}
	}
	t.Run("docs", func(t *testing.T) { runDocs(t, bin) })
	t.Run("crashes", func(t *testing.T) { runCrashes(t, bin) })
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			e.Setenv("PATH", bin+string(os.PathListSeparator)+e.Getenv("PATH"))
			e.Setenv("GLOSSATOR_CACHE", filepath.Join(e.WorkDir, ".remembered"))
			return nil
		},
	})
}

// look looks at every file that the commands are made of: go test remembers a result as
// long as the files that the test itself looked at stay the same.
func look(t *testing.T, dirs ...string) {
	for _, dir := range dirs {
		err := filepath.WalkDir(dir, func(p string, e fs.DirEntry, err error) error {
			if err == nil && !e.IsDir() {
				_, err = os.Stat(p)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}
