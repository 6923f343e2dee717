package source_test

import (
	"fmt"
	"maps"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"glossator/internal/source"
)

// folder makes a folder of files, links (→) and folders among them.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, data := range files {
		p := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		to, link := strings.CutPrefix(data, "→")
		err := os.WriteFile(p, []byte(data), 0o644)
		if link {
			os.Remove(p)
			err = os.Symlink(strings.ReplaceAll(to, "DIR", dir), p)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// read reads the folder site/content of a directory: the paths, and the problems.
func read(t *testing.T, dir string) (tree *source.Tree, told string) {
	t.Helper()
	var r source.Reader
	tree, problems, err := r.Read(source.Mount{Name: "content", Shown: "content", Dir: filepath.Join(dir, "site", "content")})
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, p := range source.SortProblems(problems) {
		line, _, _ := strings.Cut(p.String(), "\n")
		lines = append(lines, line)
	}
	return tree, strings.Join(lines, "\n")
}

func TestLinksLeadNowhereOutside(t *testing.T) {
	const secret = "not for you"
	for _, c := range []struct{ name, at, to, want string }{
		{"a file of the system", "content/a.md", "/etc/hostname", `content/a.md: symbolic link to "/etc/hostname" leads out of content, and is not read [link-out]`},
		{"one that is never the same", "content/a.md", "/proc/uptime", "leads out of content"},
		{"a device", "content/a.md", "/dev/zero", "leads out of content"},
		{"a folder of the site beside content", "content/a.md", "../private/a.md", `content/a.md: symbolic link to "../private/a.md" leads out of content`},
		{"by a whole path", "content/a.md", "DIR/site/private/a.md", "leads out of content"},
		{"a file of the site that is hidden", "content/a.md", "../.env", "leads out of content"},
		{"a hidden file of the folder", "content/a.md", ".env", `content/a.md: symbolic link to ".env" leads to a hidden name, and is not read [link-out]`},
		{"a file of a hidden folder", "content/x/a.md", "../.git/config", "leads to a hidden name"},
		{"by another link", "content/a.md", "b/over.md", "leads out of content"},
		{"by a linked folder on the way", "content/a.md", "b/away/a.md", "leads out of content"},
		{"a folder outside", "content/a", "../private", "leads out of content"},
		{"nowhere", "content/a.md", "none.md", "content/a.md: warning: symbolic link leads nowhere [dead-link]"},
		{"itself", "content/a.md", "a.md", "symbolic link leads nowhere"},
		{"a folder inside", "content/a", "b", "content/a: warning: symbolic link to a directory is not followed [linked-directory]"},
		{"the folder that it lies in", "content/b/a", "..", "symbolic link to a directory is not followed"},
	} {
		dir := folder(t, map[string]string{
			"site/content/b/plain.md": "fine", "site/content/b/over.md": "→../../private/a.md", "site/content/b/away": "→../../private",
			"site/content/.env": secret, "site/content/.git/config": secret, "site/.env": secret, "site/private/a.md": secret, "site/" + c.at: "→" + c.to,
		})
		tree, told := read(t, dir)
		if !strings.Contains(told, c.want) {
			t.Errorf("%s: %s\nis not in\n%s", c.name, c.want, told)
		}
		for _, p := range tree.Paths() {
			if strings.HasPrefix(p, "content/a") || strings.Contains(tree.File(p).Data, secret) {
				t.Errorf("%s: %s was read", c.name, p)
			}
		}
	}
}

func TestLinksInsideAreFollowed(t *testing.T) {
	for _, to := range []string{"b/plain.md", "./b/../b/plain.md", "DIR/site/content/b/plain.md", "b/again.md", "b/around.md", "DIR/elsewhere/b/plain.md"} {
		dir := folder(t, map[string]string{
			"elsewhere/b/plain.md": "fine", "elsewhere/a.md": "→" + to, "elsewhere/b/again.md": "→plain.md",
			"elsewhere/b/around.md": "→DIR/site/content/b/plain.md", "site/content": "→../elsewhere", // content itself is the author's to link
		})
		tree, told := read(t, dir)
		if told != "" || tree.File("content/a.md") == nil || tree.File("content/a.md").Data != "fine" {
			t.Errorf("a link to %s: %s", to, told)
		}
	}
}

func TestALinkIsLookedAtAnew(t *testing.T) {
	dir := folder(t, map[string]string{"content/one": "one", "content/two": "two", "content/a.md": "→one"})
	at := filepath.Join(dir, "content", "a.md")
	mount := source.Mount{Name: "content", Shown: "content", Dir: filepath.Join(dir, "content")}
	var r source.Reader
	r.Read(mount)
	os.Remove(at)
	os.Symlink("two", at)
	if tree, _, ok := r.Look("content/a.md"); ok {
		t.Errorf("the hint to a link was enough to say it holds %q", tree.File("content/a.md").Data)
	}
	if tree, _, _ := r.Read(mount); tree.File("content/a.md").Data != "two" {
		t.Error("the link leads elsewhere now")
	}
	os.Remove(at)
	os.Symlink("/etc/hostname", at)
	if tree, problems, _ := r.Read(mount); tree.File("content/a.md") != nil || len(problems) != 1 {
		t.Errorf("it leads out now: %v", problems)
	}
}

func TestWhatIsNoFileIsTold(t *testing.T) {
	dir := folder(t, map[string]string{
		"site/content/a.md": "fine", "site/content/.hidden.md": "", "site/content/.a.md.swp": "", "site/content/._a.md": "", "site/content/.#a.md": "→nobody@host",
		"site/content/b\xff.md": "", "site/content/c\xff/d.md": "", "site/content/e\u202e.md": "", "site/content/f\n.md": "", "site/content/g.md": "→pipe",
		"site/content/.git/h.md": "", "site/content/i.md~": "",
	})
	in := func(name string) string { return filepath.Join(dir, "site", "content", name) }
	if err := fifo(in("pipe")); err != nil {
		t.Skip("no pipe can be made here: " + err.Error())
	}
	socket, err := net.Listen("unix", in("s"))
	if err != nil {
		t.Skip("no socket can be made here: " + err.Error())
	}
	defer socket.Close()
	tree, told := read(t, dir)
	if got := strings.Join(tree.Paths(), " "); got != "content/a.md" {
		t.Errorf("read %s", got)
	}
	want := `content/.hidden.md: note: ".hidden.md" is not read: its name begins with a dot [not-read]
"content/b\xff.md": warning: "b\xff.md" is not read: its name is not UTF-8 [not-read]
"content/c\xff": warning: "c\xff" is not read: its name is not UTF-8 [not-read]
"content/e\u202e.md": "e\u202e.md" is not read: its name holds a character that cannot be seen [bad-name]
"content/f\n.md": "f\n.md" is not read: its name holds a character that cannot be seen [bad-name]
content/g.md: warning: it is not read: it is no file, but a pipe [not-read]
content/pipe: warning: it is not read: it is no file, but a pipe [not-read]
content/s: warning: it is not read: it is no file, but a socket [not-read]`
	if told != want {
		t.Errorf("got\n%s\nwant\n%s", told, want)
	}
}

func TestUnportableNames(t *testing.T) {
	for p, want := range map[string]bool{
		"articles/con.html": true, "AUX/index.html": true, "nul.tar.gz": true, "a/com1": true, "lpt³.txt": true, "con .txt": true, "prn": true,
		"a./b": true, "a /b": true, "b.": true, "a:b.png": true, `a\b`: true, "what?": true, "a*": true, "<a>": true, "a|b": true, `"a"`: true, "a\tb": true, "a\u202eb": true,
		"articles/conference.html": false, "console": false, "com10.html": false, "lpt.html": false, "auxiliary/a.md": false, ".well-known/x": false, "año nuevo.html": false, "a.b.c": false, "nul-a": false,
	} {
		if why, _ := source.Unportable(p); (why != "") != want {
			t.Errorf("%q: %q", p, why)
		}
	}
}

func TestFoldIsOneNameOnAnyDisk(t *testing.T) {
	for _, c := range [][2]string{{"Ferry.md", "ferry.md"}, {"caf\u00e9", "CAFE\u0301"}, {"ΟΔΟΣ", "οδος"}, {"οδός", "ΟΔΌΣ"}, {"\u017fea", "SEA"}} {
		if source.Fold(c[0]) != source.Fold(c[1]) {
			t.Errorf("%q and %q are told apart", c[0], c[1])
		}
	}
	if source.Fold("cafe") == source.Fold("café") {
		t.Error("an accent is part of a name")
	}
}

func TestATextHasALimit(t *testing.T) {
	dir := folder(t, map[string]string{"site/content/long.md": "", "site/content/short.md": "x"})
	if err := os.Truncate(filepath.Join(dir, "site/content/long.md"), 33<<20); err != nil {
		t.Fatal(err)
	}
	tree, told := read(t, dir)
	if want := "content/long.md: it cannot be read: it has more than 32 MB [unreadable]"; told != want || tree.Len() != 1 {
		t.Errorf("%d files are read; told\n%s\nwant\n%s", tree.Len(), told, want)
	}
}

// TestATreeWithOtherFilesLeavesTheFirst: however often files are exchanged, each tree has
// its own.
func TestATreeWithOtherFilesLeavesTheFirst(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		files := fstest.MapFS{}
		for i := range 80 {
			files[fmt.Sprintf("%02d.md", i)] = &fstest.MapFile{Data: []byte("first")}
		}
		var r source.Reader
		tree, _, err := r.Read(source.Mount{Name: "content", Shown: "content", FS: files})
		if err != nil {
			t.Fatal(err)
		}
		want := map[string]string{}
		for _, p := range tree.Paths() {
			want[p] = "first"
		}
		type moment struct {
			tree *source.Tree
			want map[string]string
		}
		moments := []moment{{tree, want}}
		for n := range rapid.IntRange(1, 20).Draw(t, "exchanges") {
			other, now := map[string]*source.File{}, maps.Clone(want)
			for _, i := range rapid.SliceOfNDistinct(rapid.IntRange(0, 90), 0, 30, rapid.ID).Draw(t, "which") { // some are not there
				p, data := fmt.Sprintf("content/%02d.md", i), fmt.Sprint("exchanged ", n)
				other[p] = source.NewFile(p, data)
				if rapid.IntRange(0, 9).Draw(t, "gone") == 0 {
					other[p] = nil
				}
				if f := other[p]; f == nil {
					delete(now, p)
				} else if _, is := now[p]; is {
					now[p] = f.Data
				}
			}
			tree, want = tree.With(other), now
			moments = append(moments, moment{tree, want})
		}
		for i, m := range moments {
			got := map[string]string{}
			for _, p := range m.tree.Paths() {
				got[p] = m.tree.File(p).Data
			}
			if d := cmp.Diff(m.want, got); d != "" {
				t.Fatalf("tree %d holds (+) what it should not (-):\n%s", i, d)
			}
		}
	})
}
