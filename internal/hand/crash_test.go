//go:build unix

package hand

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestMain lets this program be the one that is killed, or whose disk is full.
func TestMain(m *testing.M) {
	switch dir := os.Getenv("HAND_DIR"); os.Getenv("HAND_DOES") {
	case "write for ever":
		writeForEver(dir)
	case "write too much":
		writeTooMuch(dir)
	default:
		os.Exit(m.Run())
	}
}

// does is this program doing something else in a folder.
func does(t *testing.T, what, dir string) *exec.Cmd {
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), "HAND_DOES="+what, "HAND_DIR="+dir)
	return c
}

// texts are long enough for a write to be met in its midst.
var long = map[bool]string{false: strings.Repeat("the old words\n", 40_000), true: strings.Repeat("and the new ones\n", 50_000)}

func threeFiles(is bool) (all []Write) {
	for i := range 3 {
		all = append(all, Write{Path: fmt.Sprintf("content/%d.md", i), Before: long[is], After: long[!is]})
	}
	return all
}

func writeForEver(dir string) {
	for is := false; ; is = !is {
		if err := Put(dir, threeFiles(is)); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
	}
}

// TestAKillLeavesEveryFileOldOrNew holds it at any moment.
func TestAKillLeavesEveryFileOldOrNew(t *testing.T) {
	for range 12 {
		dir := folder(t, map[string]string{"content/0.md": long[false], "content/1.md": long[false], "content/2.md": long[false]})
		c := does(t, "write for ever", dir)
		must(t, c.Start())
		time.Sleep(20*time.Millisecond + rand.N(60*time.Millisecond)) // the moment is the subject
		must(t, c.Process.Kill())
		if err := c.Wait(); err == nil || c.ProcessState.Exited() {
			t.Fatalf("it ended before it was killed: %v", err)
		}
		for i := range 3 {
			data, err := os.ReadFile(filepath.Join(dir, fmt.Sprintf("content/%d.md", i)))
			must(t, err)
			if string(data) != long[false] && string(data) != long[true] {
				t.Errorf("file %d is neither old nor new: %d bytes", i, len(data))
			}
		}
	}
}

// writeTooMuch writes where no file may have more than so many bytes, as on a full disk.
func writeTooMuch(dir string) {
	signal.Ignore(syscall.SIGXFSZ)
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: 4096, Max: 4096}); err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	err := Put(dir, []Write{
		{Path: "content/small.md", Before: "old", After: "new"},
		{Path: "content/fresh.md", After: "new", New: true},
		{Path: "content/large.md", Before: "old", After: long[true]},
	})
	if err == nil {
		fmt.Println("it was written")
		os.Exit(1)
	}
	os.Exit(0)
}

// TestAFullDiskLeavesEverythingAsItWas: also what was written before it was full.
func TestAFullDiskLeavesEverythingAsItWas(t *testing.T) {
	files := map[string]string{"content/small.md": "old", "content/large.md": "old"}
	dir := folder(t, files)
	if out, err := does(t, "write too much", dir).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	if after := holds(t, dir); !same(files, after) {
		t.Errorf("%q", after)
	}
}
