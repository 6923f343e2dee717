package output_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"glossator/internal/output"
)

// Two sites of which each has whatever can become of a file: replaced, new, gone, a file
// that becomes a folder, and a folder that becomes a file.
var (
	oldSite = map[string]string{"index.html": "old home", "a/one.html": "old one", "a/two.html": "two", "gone/deep/x.html": "x",
		"thing": "a file", "that/y/z.txt": "in a folder", "same.css": "same"}
	newSite = map[string]string{"index.html": "new home", "a/one.html": "new one", "a/two.html": "two", "new/deep/x.html": "x",
		"thing/y.txt": "in a folder", "that": "a file", "same.css": "same"}
)

// over publishes the new site over the old one, as far as step lets it.
func over(t *testing.T, dir string, step func(op, path string) error) error {
	t.Helper()
	d := open(t, dir)
	defer d.Kill()
	d.Watch(step)
	for p, data := range newSite {
		if err := d.Put(p, 2, []byte(data)); err != nil {
			d.Abort()
			return err
		}
	}
	return d.Commit()
}

// steps counts what a publish of the new site changes on the disk.
func steps(t *testing.T) (n int) {
	dir := t.TempDir()
	publish(t, dir, oldSite)
	if err := over(t, dir, func(op, path string) error { n++; return nil }); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(newSite, site(t, dir)); d != "" {
		t.Fatal(d)
	}
	return n
}

// TestWhateverFailsTheOldSiteStays lets every step fail in turn.
func TestWhateverFailsTheOldSiteStays(t *testing.T) {
	n := steps(t)
	if n < 20 {
		t.Fatalf("only %d steps are seen", n)
	}
	reasons := []struct {
		err  error
		says string
	}{{syscall.ENOSPC, "the disk is full"}, {syscall.EDQUOT, "your share of the disk is used up"}, {syscall.EPERM, "it is not allowed"}}
	for fails := range n {
		why := reasons[fails%len(reasons)]
		dir := t.TempDir()
		publish(t, dir, oldSite)
		before := tree(t, dir)
		i := 0
		err := over(t, dir, func(op, path string) error {
			if i++; i == fails+1 {
				return &os.PathError{Op: op, Path: path, Err: why.err}
			}
			return nil
		})
		if !errors.Is(err, why.err) {
			t.Fatalf("step %d: got %v", fails, err)
		}
		var failure *output.Failure
		if errors.As(err, &failure) && (!failure.Whole || !strings.Contains(err.Error(), why.says)) {
			t.Errorf("step %d: it says %v", fails, err)
		}
		if d := cmp.Diff(before, tree(t, dir)); d != "" {
			t.Fatalf("step %d, %v: the old site is not as it was: %s", fails, err, d)
		}
	}
}

// TestAKilledPublishIsMended kills at every step: each file is an old or a new one, no
// key vouches for other bytes, and the next publish makes the site whole.
func TestAKilledPublishIsMended(t *testing.T) {
	for last := range steps(t) {
		dir := t.TempDir()
		publish(t, dir, oldSite)
		func() {
			defer func() { _ = recover() }()
			i := 0
			_ = over(t, dir, func(op, path string) error {
				if i++; i > last {
					panic("killed")
				}
				return nil
			})
		}()
		for p, data := range site(t, dir) {
			if !strings.HasPrefix(p, ".glossator-tmp-") && data != oldSite[p] && data != newSite[p] && !strings.HasPrefix(data, "an empty") {
				t.Fatalf("step %d: %s holds %q", last, p, data)
			}
		}
		d := open(t, dir)
		for p, data := range newSite {
			if d.Keep(p, 1) && read(dir, p) != oldSite[p] || d.Keep(p, 2) && read(dir, p) != data {
				t.Fatalf("step %d: %s is kept by a key that is not its own", last, p)
			}
		}
		d.Abort()
		d.Kill()
		publish(t, dir, newSite)
		if d := cmp.Diff(newSite, site(t, dir)); d != "" {
			t.Fatalf("step %d: the next publish does not make it whole: %s", last, d)
		}
	}
}

func TestAFirstSiteThatFailsIsNotThere(t *testing.T) {
	for fails := range 2*len(newSite) + 3 {
		around := t.TempDir()
		d := open(t, filepath.Join(around, "new", "public"))
		i := 0
		d.Watch(func(op, path string) error {
			if i++; i == fails+1 {
				return syscall.ENOSPC
			}
			return nil
		})
		var err error
		for p, data := range newSite {
			err = errors.Join(err, d.Put(p, 1, []byte(data)))
		}
		if err == nil {
			err = d.Commit()
		} else {
			d.Abort()
		}
		if left := tree(t, around); err == nil || len(left) > 1 {
			t.Errorf("step %d: %v, left behind: %v", fails, err, left)
		}
	}
}

func TestFilesThatBecomeFolders(t *testing.T) {
	dir := t.TempDir()
	publish(t, dir, map[string]string{"thing": "a file"})
	for range 2 {
		publish(t, dir, map[string]string{"thing/y.txt": "in it", "thing/deep/er/z.txt": "in it too"})
		publish(t, dir, map[string]string{"thing": "a file"})
	}
	os.Remove(filepath.Join(dir, "thing"))
	os.MkdirAll(filepath.Join(dir, "thing", "empty", "er"), 0o755)
	publish(t, dir, map[string]string{"thing": "a file"})
	if d := cmp.Diff(map[string]string{"thing": "a file"}, site(t, dir)); d != "" {
		t.Error(d)
	}
}

func TestWhatStandsInTheWayIsNamed(t *testing.T) {
	elsewhere := t.TempDir()
	for name, c := range map[string]struct {
		make func(dir string) error
		by   string
	}{
		"a folder where a page belongs": {func(dir string) error {
			return errors.Join(os.Mkdir(filepath.Join(dir, "page.html"), 0o755), os.WriteFile(filepath.Join(dir, "page.html", "mine"), nil, 0o644))
		}, "page.html/mine"},
		"a file where a folder belongs": {func(dir string) error { return os.WriteFile(filepath.Join(dir, "a"), nil, 0o644) }, "a"},
		"a link where a folder belongs": {func(dir string) error { return os.Symlink(elsewhere, filepath.Join(dir, "a")) }, "a"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			publish(t, dir, map[string]string{"index.html": "home"})
			if err := c.make(dir); err != nil {
				t.Fatal(err)
			}
			before := tree(t, dir)
			d, err := claim(t, dir, output.Options{Force: true})
			if err != nil {
				t.Fatal(err)
			}
			put(t, d, "index.html", 2, "news")
			put(t, d, "page.html", 1, "page")
			put(t, d, "a/b.html", 1, "b")
			err = d.Commit()
			var blocked *output.Blocked
			if !errors.As(err, &blocked) || blocked.By != c.by {
				t.Errorf("got %v", err)
			}
			if d := cmp.Diff(before, tree(t, dir)); d != "" {
				t.Error(d)
			}
		})
	}
	if left, _ := os.ReadDir(elsewhere); len(left) > 0 {
		t.Error("it wrote through a link:", left)
	}
}

// TestNamesThatAreOneOnSomeDisks publishes names that differ in case or normal form
// alone. The disk here may tell them apart; where one doesn't, any change to one while
// the other is there would hit that.
func TestNamesThatAreOneOnSomeDisks(t *testing.T) {
	before := []string{"Logo.png", "Articles/one.html", "Articles/gone.html", "cafe\u0301.txt", "a/B/c.txt", "a/kept.txt"}
	after := []string{"logo.png", "articles/one.html", "caf\u00e9.txt", "a/b/c.txt", "a/kept.txt"}
	dir := t.TempDir()
	files := map[string]string{}
	for _, p := range before {
		files[p] = "old " + p
	}
	publish(t, dir, files)
	d := open(t, dir)
	d.Watch(func(op, path string) error {
		for now := range tree(t, dir) {
			for i := strings.IndexByte(path, '/'); ; i = len(path) {
				part := path
				if i >= 0 {
					part = path[:i]
				}
				if n := len(part); len(now) >= n && now[:n] != part && strings.EqualFold(now[:n], part) && op != "create" && op != "write" {
					t.Errorf("%s %s while %s is there", op, path, now)
				}
				if i < 0 || i == len(path) {
					break
				}
			}
		}
		return nil
	})
	files = map[string]string{}
	for _, p := range after {
		files[p] = "new " + p
		put(t, d, p, 2, files[p])
	}
	commit(t, d)
	if d := cmp.Diff(files, site(t, dir)); d != "" {
		t.Error(d)
	}
}

func TestWhatIsNeededComesFirst(t *testing.T) {
	dir := t.TempDir()
	publish(t, dir, map[string]string{"old.css": "", "index.html": ""})
	d := open(t, dir)
	var order []string
	d.Watch(func(op, path string) error {
		if op == "rename" || op == "remove" {
			order = append(order, path)
		}
		return nil
	})
	for _, p := range []string{"index.html", "b.html", "a.html", "new.css"} {
		put(t, d, p, 2, "new")
	}
	commit(t, d)
	if want := []string{output.Manifest, "new.css", "a.html", "b.html", "index.html", "old.css", output.Manifest}; !slices.Equal(order, want) {
		t.Errorf("got %v, want %v", order, want)
	}
}
