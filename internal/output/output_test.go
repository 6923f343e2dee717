package output_test

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"glossator/internal/output"
)

func claim(t *testing.T, dir string, o output.Options) (*output.Dir, error) {
	t.Helper()
	ctx, done := context.WithTimeout(t.Context(), 10*time.Millisecond)
	defer done()
	p, err := output.Claim(ctx, dir, o)
	if err != nil {
		return nil, err
	}
	t.Cleanup(p.Release)
	d, err := p.Open()
	if err != nil {
		p.Release()
	}
	return d, err
}

func open(t *testing.T, dir string) *output.Dir {
	t.Helper()
	d, err := claim(t, dir, output.Options{})
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
	d.Kill()
}

// publish puts whole files in place of what is there.
func publish(t *testing.T, dir string, files map[string]string) *output.Dir {
	t.Helper()
	d := open(t, dir)
	for p, data := range files {
		put(t, d, p, 1, data)
	}
	commit(t, d)
	return d
}

func read(dir, path string) string {
	data, _ := os.ReadFile(filepath.Join(dir, path))
	return string(data)
}

// tree is every file below a directory, and every empty folder, hidden ones too.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(p string, e fs.DirEntry, err error) error {
		rel, _ := filepath.Rel(dir, p)
		if err == nil && e.IsDir() {
			if inside, _ := os.ReadDir(p); len(inside) == 0 {
				all[rel] = "an empty folder"
			}
			return nil
		}
		all[rel] = read(dir, rel)
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return all
}

// site is what a directory holds besides the manifest.
func site(t *testing.T, dir string) map[string]string {
	all := tree(t, dir)
	delete(all, output.Manifest)
	return all
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
	publish(t, dir, map[string]string{"b.html": "b"})
	if d := cmp.Diff(map[string]string{"b.html": "b"}, site(t, dir)); d != "" {
		t.Error(d)
	}
}

func TestSameBytesAreNotWrittenAgain(t *testing.T) {
	dir := t.TempDir()
	publish(t, dir, map[string]string{"a.html": "same"})
	d := open(t, dir)
	put(t, d, "a.html", 2, "same")
	commit(t, d)
	if d.Written != 0 || d.Kept != 1 {
		t.Errorf("%d written, %d kept", d.Written, d.Kept)
	}
	before, _ := os.Stat(filepath.Join(dir, output.Manifest))
	d = open(t, dir)
	d.Watch(func(op, path string) error { t.Errorf("%s %s where nothing changed", op, path); return nil })
	if !d.Keep("a.html", 2) {
		t.Error("the file was not kept")
	}
	commit(t, d)
	if after, _ := os.Stat(filepath.Join(dir, output.Manifest)); !os.SameFile(before, after) {
		t.Error("the manifest was written again")
	}
}

func TestAFileChangedByHandIsMended(t *testing.T) {
	for _, c := range []struct {
		name, data string
		when       time.Duration // from the publish
		doubt      bool
		kept       bool
	}{
		{name: "another size", data: "somebody's", when: -time.Hour},
		{name: "the same size", data: "mine", when: time.Hour},
		{name: "only touched", data: "ours", when: time.Hour, kept: true},
		{name: "the same size and an old time", data: "mine", when: -time.Hour, kept: true},
		{name: "the same size and an old time, compared", data: "mine", when: -time.Hour, doubt: true},
		{name: "nothing, compared", data: "ours", when: -time.Hour, doubt: true, kept: true},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			publish(t, dir, map[string]string{"a.html": "ours"})
			page := filepath.Join(dir, "a.html")
			when := time.Now().Add(c.when)
			if err := errors.Join(os.WriteFile(page, []byte(c.data), 0o644), os.Chtimes(page, when, when)); err != nil {
				t.Fatal(err)
			}
			d, err := claim(t, dir, output.Options{Doubt: c.doubt})
			if err != nil {
				t.Fatal(err)
			}
			if d.Keep("a.html", 1) != c.kept {
				t.Errorf("kept: %v", !c.kept)
			}
			put(t, d, "a.html", 1, "ours")
			commit(t, d)
			if got := read(dir, "a.html"); !c.kept && got != "ours" {
				t.Errorf("published: %q", got)
			}
		})
	}
}

func TestAbortLeavesNothing(t *testing.T) {
	there, none := t.TempDir(), t.TempDir()
	for _, c := range []struct{ around, dir string }{{there, there}, {none, filepath.Join(none, "new", "public")}} {
		d := open(t, c.dir)
		put(t, d, "a/a.html", 1, "a")
		d.Abort()
		if entries, _ := os.ReadDir(c.around); len(entries) != 0 {
			t.Errorf("left behind: %v", entries)
		}
	}
}

func TestPathsStayInside(t *testing.T) {
	d := open(t, t.TempDir())
	for _, p := range []string{"../x", "/x", "a/../../x", "", ".", "a//b", "./a", output.Manifest, ".glossator-tmp-1/x", strings.Repeat("n", 256)} {
		if err := d.Put(p, 1, nil); err == nil {
			t.Errorf("%q was accepted", p)
		}
	}
}

func TestOddNamesArePublishedAndKnownAgain(t *testing.T) {
	dir := t.TempDir()
	files := map[string]string{
		strings.Repeat("n", 249) + ".html": "a long name", "a\tb.txt": "a tab", "c\nd.txt": "a new line", `"e".txt`: "quoted",
		"x/" + strings.Repeat("ñ", 127) + "/y": "a long folder", "f\x7f\\g": "a backslash", ".glossator-tmp": "nearly ours",
	}
	publish(t, dir, files)
	if d := publish(t, dir, files); d.Written != 0 || d.Kept != len(files) {
		t.Errorf("again: %d written, %d kept", d.Written, d.Kept)
	}
	if d := cmp.Diff(files, site(t, dir)); d != "" {
		t.Error(d)
	}
	publish(t, dir, map[string]string{"z": "z"})
	if left := site(t, dir); len(left) != 1 {
		t.Errorf("left behind: %v", left)
	}
}

func TestForeignFilesAreRefused(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"theirs.txt", "index.html", "z.txt", "zz.txt"} {
		os.WriteFile(filepath.Join(dir, name), []byte("theirs"), 0o644)
	}
	_, err := claim(t, dir, output.Options{})
	var foreign *output.Foreign
	if !errors.As(err, &foreign) || !strings.Contains(err.Error(), "theirs.txt") || len(foreign.Files) != 3 {
		t.Errorf("got %v", err)
	}
	d, err := claim(t, dir, output.Options{Force: true})
	if err != nil {
		t.Fatal(err)
	}
	put(t, d, "index.html", 1, "ours")
	commit(t, d)
	if read(dir, "theirs.txt") != "theirs" || read(dir, "index.html") != "ours" {
		t.Error("forced, only what stands at an address of the site is replaced")
	}
}

func TestAWorkTreeOfGitIsNobodysBusiness(t *testing.T) {
	folder, file := t.TempDir(), t.TempDir()
	os.Mkdir(filepath.Join(folder, ".git"), 0o755)
	os.WriteFile(filepath.Join(folder, ".git", "HEAD"), nil, 0o644)
	os.WriteFile(filepath.Join(file, ".git"), []byte("gitdir: elsewhere"), 0o644)
	publish(t, folder, map[string]string{"a": "a"})
	publish(t, file, map[string]string{"a": "a"})
	if read(file, ".git") == "" {
		t.Error("it was removed")
	}
}

func TestAFirstSiteAppearsWhole(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	killed := open(t, dir)
	put(t, killed, "a/one.html", 1, "half")
	killed.Kill()
	d := open(t, dir)
	put(t, d, "two.html", 2, "two")
	if _, err := os.Stat(dir); err == nil {
		t.Error("the directory is there before the site is whole")
	}
	commit(t, d)
	if read(dir, "two.html") != "two" || read(dir, "a/one.html") != "" {
		t.Error("the site is not what was put last")
	}
	if left, _ := os.ReadDir(filepath.Dir(dir)); len(left) != 1 {
		t.Error("left behind:", left)
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
	if len(tree(t, dir)) != 3 {
		t.Error("left behind:", maps.Keys(tree(t, dir)))
	}
}

// TestFilesHoldTheirOwnBytesAlone, whatever was written before them: a large file, one that
// failed, a longer one.
func TestFilesHoldTheirOwnBytesAlone(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	d := open(t, dir)
	all := map[string]string{"large.csv": strings.Repeat("large ", 200_000), "long.html": strings.Repeat("long ", 1000), "short.html": "short"}
	for _, path := range []string{"large.csv", "failed", "long.html", "short.html"} {
		err := d.Write(path, 7, func(w io.Writer) error {
			if path == "failed" {
				_, _ = io.WriteString(w, "half of it")
				return errors.New("no more")
			}
			_, err := io.WriteString(w, all[path])
			return err
		})
		if (err != nil) != (path == "failed") {
			t.Fatal(path, err)
		}
	}
	commit(t, d)
	if got := site(t, dir); cmp.Diff(all, got) != "" {
		t.Errorf("%d files, which hold %d, %d and %d bytes", len(got), len(got["large.csv"]), len(got["long.html"]), len(got["short.html"]))
	}
}

// TestAManifestCanBeAnything damages it: nothing outside is touched, and what can still
// be read of it counts.
func TestAManifestCanBeAnything(t *testing.T) {
	for name, c := range map[string]struct {
		manifest string
		foreign  bool
	}{
		"NULs":            {strings.Repeat("\x00", 10_000), true},
		"one long line":   {strings.Repeat("glossator 1 ", 300_000), true},
		"empty":           {"", true},
		"a head of NULs":  {"\x00\x00\x00\na.html\t1\t0\t4\n", false},
		"another version": {"glossator 0\na.html\t1\t0\t4\n", false},
		"ways out": {"glossator 1\na.html\t1\t0\t4\n../outside\t1\t0\t4\n/etc/passwd\t1\t0\t4\nlink/outside\t1\t0\t4\n" +
			"\"../out\\x73ide\"\t1\t0\t4\n\"\t1\t0\t4\na/../../outside\t1\t0\t4\n.\t1\t0\t4\n\t\t\t\n", false},
	} {
		t.Run(name, func(t *testing.T) {
			around := t.TempDir()
			dir := filepath.Join(around, "public")
			publish(t, dir, map[string]string{"a.html": "ours"})
			os.WriteFile(filepath.Join(around, "outside"), []byte("mine"), 0o644)
			os.WriteFile(filepath.Join(dir, output.Manifest), []byte(c.manifest), 0o644)
			d, err := claim(t, dir, output.Options{})
			var foreign *output.Foreign
			if errors.As(err, &foreign) != c.foreign {
				t.Fatalf("got %v", err)
			}
			if c.foreign {
				if d, err = claim(t, dir, output.Options{Force: true}); err != nil {
					t.Fatal(err)
				}
			}
			put(t, d, "a.html", 2, "news")
			commit(t, d)
			if read(dir, "a.html") != "news" || read(around, "outside") != "mine" {
				t.Errorf("a.html is %q, the file outside %q", read(dir, "a.html"), read(around, "outside"))
			}
			publish(t, dir, map[string]string{"b.html": "after that all is well"})
		})
	}
}
