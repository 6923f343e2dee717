package output_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"glossator/internal/output"
)

// here makes a temporary directory the current one, and the user's home another.
func here(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	t.Setenv("HOME", filepath.Join(dir, "home"))
	t.Setenv("USERPROFILE", filepath.Join(dir, "home"))
	for _, d := range []string{"home/sites", "site/content/articles", "real", "elsewhere"} {
		if err := os.MkdirAll(filepath.Join(dir, d), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(filepath.Join(dir, "site"))
	return dir
}

func TestPlacesThatAreRefused(t *testing.T) {
	dir := here(t)
	link := func(to, name string) {
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	link("gone", "nowhere")
	link("site", "same")
	link("/", "root")
	os.WriteFile(filepath.Join(dir, "file"), nil, 0o644)
	link("file", "filelink")
	os.WriteFile(filepath.Join(dir, "elsewhere", output.Manifest), []byte("glossator 1\n"), 0o644)
	kept := []string{".", "content", "static"}
	for _, c := range []struct{ out, why string }{
		{"", "no name"}, {"/", "root of a disk"}, {"../root", "root of a disk"},
		{"../home", "home folder"}, {"..", "home folder"}, {".", "made of: ."}, {"../site", "made of: ."}, {"../same", "made of: ."},
		{"content", "made of: content"}, {"../same/content/../content", "made of: content"},
		{"../nowhere", "link to gone"}, {"../file", "it is a file"}, {"../filelink", "it is a file"}, {"../file/public", "../file/public"},
		{"../elsewhere/public", "which is a published site"},
	} {
		for _, force := range []bool{false, true} {
			p, err := output.Claim(t.Context(), c.out, output.Options{Kept: kept, Force: force})
			if err == nil {
				p.Release()
				if !force || !strings.HasPrefix(c.out, "../elsewhere") {
					t.Errorf("%q was accepted", c.out)
				}
			} else if !strings.Contains(err.Error(), c.why) {
				t.Errorf("%q: %v", c.out, err)
			}
		}
	}
}

func TestALinkIsFollowedToItsFolder(t *testing.T) {
	dir := here(t)
	os.Symlink("../real", "public")
	publish(t, "public", map[string]string{"a.html": "a"})
	if read(dir, "real/a.html") != "a" {
		t.Error("nothing is where the link leads")
	}
	if info, err := os.Lstat("public"); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Error("the link was replaced")
	}
	if left, _ := os.ReadDir("."); len(left) != 2 {
		t.Errorf("left behind: %v", left)
	}
}

// busy claims a place that another publish has.
func busy(t *testing.T, dir string) *output.Busy {
	t.Helper()
	ctx, done := context.WithTimeout(t.Context(), 5*time.Millisecond)
	defer done()
	p, err := output.Claim(ctx, dir, output.Options{})
	var b *output.Busy
	if err == nil {
		p.Release()
		t.Errorf("%s: two publishes have one place", dir)
	} else if !errors.As(err, &b) {
		t.Errorf("%s: %v", dir, err)
	}
	return b
}

func TestOnePublishAtATime(t *testing.T) {
	dir := here(t)
	os.Symlink("../real", "link")
	os.Symlink(dir, "../around")
	for _, c := range []struct{ out, again string }{
		{"public", "./public/../public"}, {"public", filepath.Join(dir, "site", "public")}, {"public", "../around/site/public"},
		{"link", "../real"}, {"../real", "link"},
	} {
		p, err := output.Claim(t.Context(), c.out, output.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if b := busy(t, c.again); b != nil && (b.Process != os.Getpid() || b.Dir != c.again) {
			t.Errorf("%s: it does not tell who and where: %v", c.again, b)
		}
		p.Release()
		if p, err = output.Claim(t.Context(), c.again, output.Options{}); err != nil {
			t.Errorf("%s is free again, but: %v", c.again, err)
		} else {
			p.Release()
		}
	}
	for _, p := range []string{".", "../real"} {
		if left, _ := filepath.Glob(p + "/.*gloss*"); len(left) > 0 {
			t.Errorf("left behind: %v", left)
		}
	}
}

// TestAnotherUserIsSeen claims a place from two caches that know nothing of each other.
func TestAnotherUserIsSeen(t *testing.T) {
	here(t)
	d := open(t, "../real")
	for _, cache := range []string{t.TempDir(), "/proc/none/cache"} {
		t.Setenv("XDG_CACHE_HOME", cache)
		busy(t, "../real")
	}
	d.Kill()

	first := open(t, "public") // there is no folder yet to be locked
	put(t, first, "index.html", 1, "first")
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	second := open(t, "public")
	put(t, second, "index.html", 1, "second")
	commit(t, second)
	if err := first.Commit(); err == nil || !strings.Contains(err.Error(), "it came into being") {
		t.Errorf("got %v", err)
	}
	if got := read("public", "index.html"); got != "second" {
		t.Errorf("published: %q", got)
	}
	if left, _ := filepath.Glob(".public*"); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestACacheThatCannotBeWrittenIsNoHindrance(t *testing.T) {
	here(t)
	t.Setenv("XDG_CACHE_HOME", "/proc/none")
	t.Setenv("HOME", "/proc/none")
	p, err := output.Claim(t.Context(), "public", output.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer p.Release()
	if b := busy(t, "public"); b != nil && b.Process != os.Getpid() {
		t.Error("it does not tell who has the place")
	}
}
