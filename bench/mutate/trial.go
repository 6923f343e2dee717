package main

import (
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
)

// ending is what became of a mistake.
type ending int

const (
	unbuilt ending = iota // it does not compile
	noticed
	survived
)

// trial runs the tests of a package, and of more if these notice nothing, over mistakes.
type trial struct {
	root string   // of the module
	dir  string   // for what is built
	own  string   // the package, from the root: "internal/annotate"
	more []string // other packages: "internal/build"
}

// longest is how long tests may run: a mistake that makes them run on is noticed.
const longest = "2m"

func (t *trial) of(m mistake) (ending, error) {
	overlay, err := t.overlay(m)
	if err != nil {
		return unbuilt, err
	}
	bin := filepath.Join(t.dir, "tests")
	for i, p := range append([]string{filepath.Dir(m.name)}, t.more...) {
		os.Remove(bin)
		built := t.command("go", "test", "-c", "-overlay", overlay, "-o", bin, "./"+p).Run() == nil
		if !built && i == 0 {
			return unbuilt, nil
		}
		if _, err := os.Stat(bin); built && err != nil {
			continue // a package without tests
		}
		if !built || !t.passes(bin, p) {
			return noticed, nil
		}
	}
	return survived, nil
}

// overlay writes what tells go to read the file with the mistake in the file's place.
func (t *trial) overlay(m mistake) (string, error) {
	whole, err := filepath.Abs(filepath.Join(t.root, m.name))
	if err != nil {
		return "", err
	}
	changed, overlay := filepath.Join(t.dir, "changed.go"), filepath.Join(t.dir, "overlay.json")
	table, err := json.Marshal(map[string]map[string]string{"Replace": {whole: changed}})
	if err != nil {
		return "", err
	}
	return overlay, errors.Join(os.WriteFile(changed, []byte(m.whole()), 0o644), os.WriteFile(overlay, table, 0o644))
}

// passes runs tests with so little memory that a mistake without an end takes the machine
// from nobody.
func (t *trial) passes(bin, dir string) bool {
	const script = `ulimit -v 6000000 2>/dev/null; exec "$0" -test.short -test.failfast -test.timeout ` + longest
	c := t.command("sh", "-c", script, bin)
	c.Dir = filepath.Join(t.root, dir)
	return c.Run() == nil
}

func (t *trial) command(name string, args ...string) *exec.Cmd {
	c := exec.Command(name, args...)
	c.Dir = t.root
	return c
}
