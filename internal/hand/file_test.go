package hand

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// folder lays files out.
func folder(t *testing.T, files map[string]string) (dir string) {
	t.Helper()
	dir = t.TempDir()
	for p, data := range files {
		place := filepath.Join(dir, filepath.FromSlash(p))
		must(t, os.MkdirAll(filepath.Dir(place), 0o755))
		must(t, os.WriteFile(place, []byte(data), 0o644))
	}
	return dir
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// holds are all files below a folder, those with a leading dot too.
func holds(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	must(t, filepath.WalkDir(dir, func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		rel, _ := filepath.Rel(dir, p)
		if e.Type()&fs.ModeSymlink != 0 {
			all[filepath.ToSlash(rel)], err = os.Readlink(p)
			return err
		}
		data, err := os.ReadFile(p)
		all[filepath.ToSlash(rel)] = string(data)
		return err
	}))
	return all
}

func link(t *testing.T, to, at string) {
	t.Helper()
	if err := os.Symlink(to, at); err != nil {
		t.Skip("no links here: ", err)
	}
}

// TestOnlyTheSitesContentIsWritten: nothing outside of it, nothing through a link, no name
// that a platform cannot hold, nothing over what holds something else.
func TestOnlyTheSitesContentIsWritten(t *testing.T) {
	fresh := func(p string) Write { return Write{Path: p, After: "new", New: true} }
	over := func(p string) Write { return Write{Path: p, Before: "old", After: "new"} }
	for _, c := range []struct {
		name  string
		lay   func(t *testing.T, dir string)
		write Write
		says  string // what the refusal does
	}{
		{"outside of content", nil, fresh("templates/page.html"), "no file of the site's content"},
		{"outside of the site", nil, fresh("content/../../x.md"), "no file of the site's content"},
		{"outside by a rooted path", nil, fresh("/etc/x.md"), "no file of the site's content"},
		{"outside by a backslash", nil, fresh(`content/..\..\x.md`), "on every system"},
		{"another drive", nil, fresh("content/C:x.md"), "on every system"},
		{"content itself", nil, fresh("content"), "no file of the site's content"},
		{"a hidden name", nil, fresh("content/.htaccess"), "is not read"},
		{"a name that Windows keeps", nil, fresh("content/who/con.md"), "Windows keeps"},
		{"the same with an ending of ours", nil, fresh("content/articles/aux.readings.yaml"), "Windows keeps"},
		{"a name that Windows cuts", nil, fresh("content/who/ada.md."), "Windows takes"},
		{"a name with a sign that Windows has not", nil, fresh("content/who/ada?.md"), "on every system"},
		{"a file that is a link", func(t *testing.T, dir string) { link(t, "../elsewhere/file", filepath.Join(dir, "content/linked.md")) },
			over("content/linked.md"), "symbolic link"},
		{"a link that leads nowhere", func(t *testing.T, dir string) { link(t, "nowhere", filepath.Join(dir, "content/new.md")) },
			fresh("content/new.md"), "symbolic link"},
		{"a folder that is a link", func(t *testing.T, dir string) { link(t, "../elsewhere", filepath.Join(dir, "content/who")) },
			over("content/who/file"), "symbolic link"},
		{"a folder that is a link within content", func(t *testing.T, dir string) { link(t, "real", filepath.Join(dir, "content/alias")) },
			fresh("content/alias/new.md"), "symbolic link"},
		{"content that is a link", func(t *testing.T, dir string) {
			must(t, os.Rename(filepath.Join(dir, "content"), filepath.Join(dir, "moved")))
			link(t, "moved", filepath.Join(dir, "content"))
		}, over("content/file.md"), "symbolic link"},
		{"a file changed meanwhile", func(t *testing.T, dir string) {
			must(t, os.WriteFile(filepath.Join(dir, "content/file.md"), []byte("other"), 0o644))
		},
			over("content/file.md"), "changed meanwhile"},
		{"a file that is gone", nil, over("content/gone.md"), "is gone"},
		{"a new file that stands there", nil, fresh("content/file.md"), "stands there already"},
		{"a folder in the place of a file", func(t *testing.T, dir string) { must(t, os.Mkdir(filepath.Join(dir, "content/x.md"), 0o755)) }, fresh("content/x.md"), ""},
		{"a read-only file", func(t *testing.T, dir string) { must(t, os.Chmod(filepath.Join(dir, "content/file.md"), 0o444)) }, over("content/file.md"), "read-only"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := folder(t, map[string]string{"content/file.md": "old", "content/first.md": "old", "content/real/file": "old", "elsewhere/file": "old"})
			if c.lay != nil {
				c.lay(t, dir)
			}
			before := holds(t, dir)
			first := over("content/first.md") // what was written before it is put back
			if c.name == "content that is a link" {
				first = c.write
			}
			err := Put(dir, []Write{first, c.write})
			if err == nil || !strings.Contains(err.Error(), c.says) {
				t.Errorf("%q: %v", c.write.Path, err)
			}
			if after := holds(t, dir); !same(before, after) {
				t.Errorf("it holds %q, and held %q", after, before)
			}
		})
	}
}

func same(a, b map[string]string) bool {
	if len(a) != len(b) {
		return false
	}
	for p, data := range a {
		if other, ok := b[p]; !ok || other != data {
			return false
		}
	}
	return true
}

// TestNamesOfAuthorsAreWritten: what a site's files may be called the desk can write.
func TestNamesOfAuthorsAreWritten(t *testing.T) {
	dir := folder(t, map[string]string{"content/site.yaml": ""})
	for _, p := range []string{"content/articles/Storm_2024.readings.yaml", "content/articles/Ünder der Brücke.yaml", "content/who/ada.md", "content/decisions.yaml"} {
		w := Write{Path: p, After: "x", New: true}
		if err := Put(dir, []Write{w}); err != nil {
			t.Errorf("%s: %v", p, err)
		}
		if err := Back(dir, []Write{w}); err != nil {
			t.Errorf("%s: %v", p, err)
		}
	}
}

// TestAWriteLeavesWhatItDoesNotChange: the rights of a file, and nothing beside it.
func TestAWriteLeavesWhatItDoesNotChange(t *testing.T) {
	dir := folder(t, map[string]string{"content/file.md": "old"})
	place := filepath.Join(dir, "content/file.md")
	must(t, os.Chmod(place, 0o640))
	w := Write{Path: "content/file.md", Before: "old", After: "new"}
	must(t, Put(dir, []Write{w}))
	if info, err := os.Stat(place); err != nil || info.Mode().Perm() != 0o640 {
		t.Error(info.Mode(), err)
	}
	must(t, Back(dir, []Write{w}))
	if after := holds(t, dir); !same(after, map[string]string{"content/file.md": "old"}) {
		t.Error(after)
	}
	if err := Back(dir, []Write{w}); err == nil {
		t.Error("it was taken back twice")
	}
	var refused *Refused
	if err := Put(filepath.Join(dir, "content"), []Write{w}); !errors.As(err, &refused) {
		t.Error("where there is no such site: ", err)
	}
}
