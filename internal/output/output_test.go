package output_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"glossator/internal/output"
)

func open(t *testing.T, dir string) *output.Dir {
	t.Helper()
	d, err := output.Open(dir, false)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func put(t *testing.T, d *output.Dir, path string, key uint64, data string) {
	t.Helper()
	if err := d.Put(path, key, []byte(data)); err != nil {
		t.Fatal(err)
	}
}

func commit(t *testing.T, d *output.Dir) {
	t.Helper()
	if err := d.Commit(); err != nil {
		t.Fatal(err)
	}
}

func read(dir, path string) string {
	data, _ := os.ReadFile(filepath.Join(dir, path))
	return string(data)
}

func TestKeepPutAndPrune(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	d := open(t, dir)
	put(t, d, "a/one.html", 1, "one")
	put(t, d, "a/two.html", 2, "two")
	if read(dir, "a/one.html") != "" {
		t.Error("a file was published before the commit")
	}
	commit(t, d)

	d = open(t, dir)
	if !d.Keep("a/one.html", 1) || d.Keep("a/two.html", 3) || d.Keep("a/none.html", 1) {
		t.Error("what is kept must have the same key and be there")
	}
	commit(t, d)
	if read(dir, "a/one.html") != "one" || d.Removed != 1 {
		t.Errorf("one.html is %q and %d were removed", read(dir, "a/one.html"), d.Removed)
	}

	d = open(t, dir)
	put(t, d, "b.html", 1, "b")
	commit(t, d)
	if _, err := os.Stat(filepath.Join(dir, "a")); !errors.Is(err, os.ErrNotExist) {
		t.Error("the directory that became empty is still there")
	}
}

func TestSameBytesAreNotWrittenAgain(t *testing.T) {
	dir := t.TempDir()
	d := open(t, dir)
	put(t, d, "a.html", 1, "same")
	commit(t, d)
	d = open(t, dir)
	put(t, d, "a.html", 2, "same")
	commit(t, d)
	if d.Written != 0 || d.Kept != 1 {
		t.Errorf("%d written, %d kept", d.Written, d.Kept)
	}
}

func TestAFileChangedByHandIsNotKept(t *testing.T) {
	dir := t.TempDir()
	d := open(t, dir)
	put(t, d, "a.html", 1, "ours")
	commit(t, d)
	os.WriteFile(filepath.Join(dir, "a.html"), []byte("somebody's"), 0o644)
	if open(t, dir).Keep("a.html", 1) {
		t.Error("a file of another size was kept")
	}
}

// TestAKilledPublishIsMended stops a publish at every stage: the next one must make
// the site whole, and never keep bytes under a key that is not theirs.
func TestAKilledPublishIsMended(t *testing.T) {
	dir := t.TempDir()
	d := open(t, dir)
	put(t, d, "a.html", 1, "old a")
	put(t, d, "b.html", 1, "old b")
	commit(t, d)

	d = open(t, dir) // killed with files prepared
	put(t, d, "a.html", 2, "new a")
	if read(dir, "a.html") != "old a" {
		t.Fatal("preparing changed the site")
	}
	d = open(t, dir)
	if !d.Keep("a.html", 1) {
		t.Error("what was not replaced is still good")
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "*tmp*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}

	// Killed between two renames: the manifest on disk must not vouch for the file
	// that was replaced, whichever bytes it has.
	d = open(t, dir)
	put(t, d, "a.html", 2, "new a")
	put(t, d, "b.html", 2, "new b")
	os.Mkdir(filepath.Join(dir, "b.html.d"), 0o755)
	os.Remove(filepath.Join(dir, "b.html.glossator-tmp")) // so that the second rename fails
	if err := d.Commit(); err == nil {
		t.Fatal("the commit must fail")
	}
	d = open(t, dir)
	if d.Keep("a.html", 1) || d.Keep("a.html", 2) || d.Keep("b.html", 1) {
		t.Error("a key was kept for a file that a broken publish touched")
	}
}

func TestAbortLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	d := open(t, dir)
	put(t, d, "a.html", 1, "a")
	d.Abort()
	if entries, _ := os.ReadDir(dir); len(entries) != 0 {
		t.Errorf("left behind: %v", entries)
	}
}

func TestPathsStayInside(t *testing.T) {
	d := open(t, t.TempDir())
	for _, p := range []string{"../x", "/x", "a/../../x", ""} {
		if err := d.Put(p, 1, nil); err == nil {
			t.Errorf("%q was accepted", p)
		}
	}
}

func TestForeignFilesAreRefused(t *testing.T) {
	dir := t.TempDir()
	os.WriteFile(filepath.Join(dir, "theirs.txt"), nil, 0o644)
	_, err := output.Open(dir, false)
	var foreign *output.Foreign
	if !errors.As(err, &foreign) || !strings.Contains(err.Error(), "theirs.txt") {
		t.Errorf("got %v", err)
	}
	if _, err := output.Open(dir, true); err != nil {
		t.Error(err)
	}
}

func TestAFirstSiteAppearsWhole(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	killed := open(t, dir)
	put(t, killed, "a/one.html", 1, "half")
	d := open(t, dir)
	put(t, d, "two.html", 2, "two")
	if _, err := os.Stat(dir); err == nil {
		t.Error("the directory is there before the site is whole")
	}
	commit(t, d)
	if read(dir, "two.html") != "two" || read(dir, "a/one.html") != "" {
		t.Error("the site is not what was put last")
	}
	aborted := filepath.Join(t.TempDir(), "other")
	d = open(t, aborted)
	put(t, d, "one.html", 1, "one")
	d.Abort()
	for _, parent := range []string{filepath.Dir(dir), filepath.Dir(aborted)} {
		left, _ := filepath.Glob(parent + "/*tmp*")
		if len(left) > 0 {
			t.Error("left behind:", left)
		}
	}
}

func TestALargeFileIsWrittenAsItComes(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	line := strings.Repeat("x", 99_999) + "\n"
	write := func(w io.Writer) error {
		for range 30 {
			if _, err := io.WriteString(w, line); err != nil {
				return err
			}
		}
		return nil
	}
	for round := range 3 {
		d := open(t, dir)
		if err := d.Write("data/large.csv", 7, write); err != nil {
			t.Fatal(err)
		}
		put(t, d, "index.html", 1, "home")
		commit(t, d)
		if read(dir, "data/large.csv") != strings.Repeat(line, 30) {
			t.Fatal("the file is not what was written")
		}
		if round > 0 && (d.Written != 0 || d.Kept != 2) {
			t.Errorf("the same bytes were written again: %d written, %d kept", d.Written, d.Kept)
		}
	}
	left, _ := filepath.Glob(filepath.Join(dir, "data", "*tmp*"))
	if len(left) > 0 {
		t.Error("left behind:", left)
	}
}
