package preview

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"

	"glossator/internal/build"
	"glossator/internal/watch"
)

// The numbers are those of the list of cases that a preview must survive.

func TestCase01InPlaceWrite(t *testing.T) {
	r := enter(t)
	r.right()
	r.write("content/articles/one.md", article("One", "Ada Stone came again."))
	if m := r.once(); !slices.Contains(m.Pages, "articles/one.html") {
		t.Error(m)
	}
	r.has("/articles/one.html", "came again")
	r.logs("saved " + r.path("content/articles/one.md"))
}

func TestCase02Vim(t *testing.T) {
	r := enter(t, fast(func(c *watch.Config) { c.Times.Vanish, c.Times.Empty = enough, enough })) // a busy machine
	f := "content/articles/one.md"
	missed := make(chan string, 1)
	stop := make(chan struct{})
	go func() { // whoever looks meanwhile sees a page, the old or the new one
		defer close(missed)
		for {
			select {
			case <-stop:
				return
			default:
			}
			resp, err := r.client.Get(r.url + "/articles/one.html")
			if err == nil {
				resp.Body.Close()
				if resp.StatusCode != 200 {
					missed <- resp.Status
					return
				}
			}
			time.Sleep(time.Millisecond)
		}
	}()
	r.write("content/articles/4913", "")
	r.remove("content/articles/4913")
	r.rename(f, f+"~")
	time.Sleep(20 * time.Millisecond)
	r.write(f, "")
	time.Sleep(20 * time.Millisecond)
	r.write(f, article("One", "Written by vim."))
	r.must(os.Chmod(r.path(f), 0o644))
	r.remove(f + "~")
	r.once()
	close(stop)
	if status, bad := <-missed; bad {
		t.Error(status)
	}
	r.has("/articles/one.html", "Written by vim")
	if vim, err := exec.LookPath("vim"); err == nil {
		out, err := exec.Command(vim, "-Nu", "NONE", "-es", "-c", "set backup backupcopy=no writebackup", "-c", "%s/vim/real vim/", "-c", "wq", r.path(f)).CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		r.once()
		r.has("/articles/one.html", "real vim")
	}
}

func TestCase03RenameOver(t *testing.T) {
	r := enter(t)
	for _, f := range []struct{ path, data string }{
		{"content/articles/one.md", article("One", "Round %d.")},
		{"content/site.yaml", strings.Replace(siteFiles()["content/site.yaml"], "Small", "Small %d", 1)},
		{"templates/article.html", `{{define "main"}}<h1>%d {{.Title}}</h1>{{.Body}}{{end}}`},
		{"content/timeline.yaml", "- date: 2020\n  title: Event %d\n  citation: {title: A, publisher: B, date: 2020}\n"},
		{"static/hello.txt", "hello %d"},
	} {
		n := 0
		for i := range 10 {
			tmp := filepath.Join(filepath.Dir(f.path), "."+filepath.Base(f.path)+".tmp")
			r.write(tmp, fmt.Sprintf(f.data, i))
			r.rename(tmp, f.path)
			if r.reload(); true {
				n++
			}
		}
		r.still()
		r.right()
		if n != 10 {
			t.Errorf("%s: %d updates", f.path, n)
		}
	}
}

func TestCase04TruncateThenWrite(t *testing.T) {
	r := enter(t, fast(func(c *watch.Config) { c.Times.Empty = enough }))
	for _, f := range []string{"static/hello.txt", "content/articles/one.md"} {
		old, err := os.ReadFile(r.path(f))
		r.must(err)
		r.must(os.Truncate(r.path(f), 0))
		r.still()
		r.has("/articles/one.html", "came first")
		r.has("/hello.txt", "hello")
		r.write(f, strings.Replace(string(old), "first", "after all", 1)+"more\n")
		r.once()
	}
	r.has("/articles/one.html", "after all")
}

func TestCase05SameBytes(t *testing.T) {
	r := enter(t)
	f := r.path("content/articles/one.md")
	r.must(os.Chtimes(f, time.Now(), time.Now()))
	r.still()
	r.must(os.Chmod(f, 0o600))
	r.still()
	r.write("content/articles/one.md", siteFiles()["content/articles/one.md"])
	r.still()
}

func TestCase06SameSizeAndTime(t *testing.T) {
	for name, poll := range map[string]bool{"events": false, "polling": true} {
		t.Run(name, func(t *testing.T) {
			r := enter(t, fast(func(c *watch.Config) { c.Poll, c.Every = poll, 30*time.Millisecond }))
			f := "content/articles/one.md"
			info, err := os.Stat(r.path(f))
			r.must(err)
			r.write(f, strings.Replace(siteFiles()[f], "first", "third", 1))
			r.must(os.Chtimes(r.path(f), info.ModTime(), info.ModTime()))
			r.once()
			r.has("/articles/one.html", "third")
		})
	}
}

func TestCase07Delete(t *testing.T) {
	r := enter(t)
	r.has("/sitemap.xml", "")
	r.remove("content/articles/two.md")
	r.once()
	r.gone("/articles/two.html")
	for _, p := range r.server.now.Load().Gen.Planned() {
		if _, body := r.get("/" + p); strings.Contains(body, "two.html") || strings.Contains(body, "Nobody came second") {
			t.Errorf("%s still speaks of it", p)
		}
	}
}

func TestCase08RenameSlugDraft(t *testing.T) {
	r := enter(t)
	r.rename("content/articles/two.md", "content/articles/second.md")
	r.once()
	r.gone("/articles/two.html")
	r.has("/articles/second.html", "Nobody came second")
	var a absence
	ask(t, r.server, "/.preview/missing?path=/articles/two.html", &a)
	if a.Moved != "/articles/second.html" {
		t.Error(a)
	}
	r.write("content/articles/second.md", strings.Replace(article("Two", "Nobody."), "title:", "draft: true\ntitle:", 1))
	r.once()
	r.gone("/articles/second.html")
	a = absence{}
	ask(t, r.server, "/.preview/missing?path=/articles/second.html", &a)
	if a.Draft != r.path("content/articles/second.md") {
		t.Error(a)
	}
}

func TestCase09DeleteAndRecreate(t *testing.T) {
	r := enter(t)
	f := "content/articles/two.md"
	r.remove(f)
	r.once()
	r.gone("/articles/two.html")
	r.write(f, siteFiles()[f])
	r.once()
	r.has("/articles/two.html", "Nobody")
}

// Articles lie flat in one directory or in several below it.
func TestCase10NewDirectories(t *testing.T) {
	r := enter(t)
	r.write("static/a/b/c/x.txt", "deep")
	r.write("content/articles/a/b/c/deep.md", article("Deep", "Deep down."))
	r.once()
	r.has("/a/b/c/x.txt", "deep")
	r.has("/articles/deep.html", "Deep down")
}

func TestCase11MoveTreeInAndOut(t *testing.T) {
	r := enter(t)
	outside := filepath.Join(filepath.Dir(r.dir), "outside")
	r.must(os.MkdirAll(filepath.Join(outside, "x/y"), 0o755))
	r.must(os.WriteFile(filepath.Join(outside, "x/y/deep.md"), []byte(article("Deep", "Deep down.")), 0o644))
	r.must(os.Rename(outside, r.path("content/articles/in")))
	r.once()
	r.has("/articles/deep.html", "Deep down")
	r.must(os.Rename(r.path("content/articles/in"), outside))
	r.once()
	r.gone("/articles/deep.html")
}

func TestCase12RenameDirectoryThenEdit(t *testing.T) {
	r := enter(t)
	r.write("static/a/b/x.txt", "one")
	r.reload()
	r.rename("static/a", "static/z")
	r.once()
	r.gone("/a/b/x.txt")
	r.write("static/z/b/x.txt", "two")
	r.once()
	r.has("/z/b/x.txt", "two")
}

func TestCase13RemoveAndRecreateDirectory(t *testing.T) {
	r := enter(t)
	for round := range 2 {
		r.remove("content/articles")
		r.write("content/articles/again.md", article("Again", fmt.Sprintf("Round x%dx.", round)))
		r.once()
		for i := range 2 {
			r.write(fmt.Sprintf("content/articles/more%d.md", i), article("More", fmt.Sprintf("Round x%dx.", round)))
			r.once()
		}
	}
	r.has("/articles/more1.html", "Round x1x")
}

func TestCase14StaticFileClaimsAnAddress(t *testing.T) {
	r := enter(t)
	f := "static/articles/one.html"
	r.write(f, "<p>not the article</p>")
	m := r.reload()
	if len(m.Problems) != 1 || m.Problems[0].Where != r.path(f) || m.Problems[0].Rule != "same-address" {
		t.Error(m.Problems)
	}
	r.has("/articles/one.html", "came first")
	r.remove(f)
	if m := r.once(); len(m.Problems) != 0 {
		t.Error(m.Problems)
	}
}

func TestCase15BrokenTemplate(t *testing.T) {
	r := enter(t)
	f := "templates/article.html"
	r.write(f, "{{define \"main\"}}\n<h1>{{.Titel}}</h1>{{end}}")
	m := r.reload()
	if len(m.Problems) != 1 || !strings.HasPrefix(m.Problems[0].Where, r.path(f)+":2:") {
		t.Error(m.Problems)
	}
	r.has("/articles/one.html", "came first")
	r.has("/articles/two.html", "Nobody")
	r.write(f, "{{define \"main\"}}<h2>{{.Title}}</h2>{{.Body}}{{end}}")
	if m := r.once(); len(m.Problems) != 0 {
		t.Error(m.Problems)
	}
	r.has("/articles/two.html", "<h2>Two")

	unvisited := "templates/timeline.html" // no page uses it
	r.write(unvisited, `{{define "main"}}{{.Nothing}}{{end}}`)
	if m := r.reload(); len(m.Problems) != 1 || !strings.HasPrefix(m.Problems[0].Where, r.path(unvisited)+":1:") {
		t.Error(m.Problems)
	}
	r.write(unvisited, siteFiles()[unvisited])
	if m := r.once(); len(m.Problems) != 0 {
		t.Error(m.Problems)
	}

	// Broken only for what some page shows.
	r.write(f, `{{define "main"}}<h3>{{.Title}}</h3>{{with .Panels}}{{index . 9}}{{end}}{{.Body}}{{end}}`)
	m = r.reload()
	if len(m.Problems) == 0 {
		m = r.reload()
	}
	if len(m.Problems) == 0 || !strings.HasPrefix(m.Problems[0].Where, r.path(f)+":1:") {
		t.Error(m.Problems)
	}
	r.has("/articles/one.html", "<h2>One") // the last that could be made
	r.write(f, siteFiles()[f])
	r.settles()
}

func TestCase16ErrorStaysWhileOthersAreEdited(t *testing.T) {
	r := enter(t)
	a, b := "content/articles/one.md", "content/articles/two.md"
	r.write(a, strings.Replace(article("One", "A broken text."), "kind: report", "kidn: report", 1))
	m := r.reload()
	if len(m.Problems) != 1 || m.Problems[0].Where != r.path(a)+":3:1" || !strings.Contains(m.Problems[0].Line, "kidn") || m.Problems[0].Hint == "" {
		t.Error(m.Problems)
	}
	r.has("/articles/one.html", "came first")
	r.write(b, article("Two", "Somebody came second."))
	if m = r.reload(); len(m.Problems) != 1 {
		t.Error(m.Problems)
	}
	r.has("/articles/two.html", "Somebody")
	r.has("/articles/one.html", "came first")
	r.has("/sitemap.xml", "")
	r.remove(a)
	if m = r.once(); len(m.Problems) != 0 {
		t.Error(m.Problems)
	}
	r.gone("/articles/one.html")

	// A broken entry leaves the pages that speak of it as they were.
	r.write(b, article("Two", "Ada Stone came second."))
	r.once()
	_, before := r.get("/articles/two.html")
	r.write("content/who/ada-stone.md", "---\nname: Ada Stone\nnmae: x\n---\nBroken.\n")
	if m = r.reload(); len(m.Problems) != 1 {
		t.Error(m.Problems)
	}
	if _, now := r.get("/articles/two.html"); now != before || !strings.Contains(before, "ada-stone") {
		t.Error(before, now)
	}
}

func TestCase17StartBroken(t *testing.T) {
	for name, broken := range map[string]map[string]string{
		"article":  {"content/articles/one.md": "---\nkidn: report\n---\nText.\n"},
		"config":   {"content/site.yaml": "title: [\n"},
		"template": {"templates/article.html": "{{define \"main\"}}{{.Nope}}{{end}}"},
		"nothing":  {"content/site.yaml": ""},
	} {
		t.Run(name, func(t *testing.T) {
			r := enter(t, func(r *room) {
				for p, data := range broken {
					r.write(p, data)
				}
			})
			var m message
			ask(t, r.server, "/.preview/state", &m)
			if len(m.Problems) == 0 {
				t.Error("started without a word")
			}
			if status, body := r.get("/"); status != 200 && !strings.Contains(body, "Nothing to show yet") {
				t.Error(status, body)
			}
			for p := range broken {
				r.write(p, siteFiles()[p])
			}
			if m := r.once(); len(m.Problems) != 0 {
				t.Error(m.Problems)
			}
			r.has("/articles/one.html", "came first")
		})
	}
}

func TestCase18Config(t *testing.T) {
	r := enter(t)
	f := "content/site.yaml"
	r.write(f, "titel: x\n"+siteFiles()[f])
	if m := r.reload(); len(m.Problems) == 0 {
		t.Error(m)
	}
	r.still()
	r.has("/articles/one.html", "came first")
	r.write(f, siteFiles()[f])
	r.once()
	r.write(f, "base_url: https://example.org/sub\n"+siteFiles()[f])
	r.once()
	r.has("/sub/articles/one.html", "came first")
	r.gone("/articles/one.html")
	r.write(f, siteFiles()[f])
	r.once()
	r.has("/articles/one.html", "came first")
}

func TestCase19SaveDuringABuild(t *testing.T) {
	r := enter(t)
	before := r.server.now.Load().number
	r.write("content/who/ada-stone.md", strings.Replace(entry("Ada Stone"), "kind:", "aliases: [Nobody]\nkind:", 1))
	const saves = 8 // on a busy machine each may be looked at by itself, but none twice
	for i := range saves {
		r.write("content/articles/one.md", article("One", fmt.Sprintf("Version x%dx.", i)))
		time.Sleep(3 * time.Millisecond)
	}
	r.once()
	r.has("/articles/one.html", "Version x7x")
	if n := r.server.now.Load().number - before; n > saves+1 {
		t.Errorf("%d generations for %d saves", n, saves+1)
	}
}

func TestCase20ManyFiles(t *testing.T) {
	git, err := exec.LookPath("git")
	if err != nil {
		t.Skip("no git here")
	}
	many := func(r *room, word string) {
		for i := range 500 {
			r.write(fmt.Sprintf("content/articles/many-%d.md", i), article("Many", fmt.Sprintf("%s x%dx.", word, i)))
		}
	}
	r := enter(t, func(r *room) {
		run := func(args ...string) {
			t.Helper()
			c := exec.Command(git, append([]string{"-C", r.dir, "-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "core.hooksPath=/dev/null", "-c", "init.defaultBranch=first"}, args...)...)
			if out, err := c.CombinedOutput(); err != nil {
				t.Fatalf("git %v: %v\n%s", args, err, out)
			}
		}
		run("init", "-q")
		many(r, "Text")
		run("add", "-A")
		run("commit", "-qm", "one")
		run("checkout", "-qb", "other")
		many(r, "Other")
		run("commit", "-qam", "two")
	})
	for _, x := range []struct{ branch, word string }{{"first", "Text"}, {"other", "Other"}} {
		if out, err := exec.Command(git, "-C", r.dir, "checkout", "-q", x.branch).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		const most = 8 // one mostly; more where the system lets git pause
		for builds := 1; ; builds++ {
			r.reload()
			wrong := r.wrong()
			if wrong == "" {
				break
			}
			if builds == most {
				t.Fatalf("%d builds for one checkout, and still: %s", builds, wrong)
			}
		}
		for i := range 500 {
			r.has(fmt.Sprintf("/articles/many-%d.html", i), fmt.Sprintf("%s x%dx", x.word, i))
		}
	}
}

// held is a source of events that a test holds in its hand.
type held struct {
	events chan fsnotify.Event
	errs   chan error
}

func (h *held) Add(string) error              { return nil }
func (h *held) Events() <-chan fsnotify.Event { return h.events }
func (h *held) Errors() <-chan error          { return h.errs }
func (h *held) Close() error                  { return nil }

func TestCase21Overflow(t *testing.T) {
	h := &held{make(chan fsnotify.Event), make(chan error)}
	r := enter(t, fast(func(c *watch.Config) { c.Backend = func() (watch.Backend, error) { return h, nil } }))
	info, err := os.Stat(r.path("content/articles/one.md"))
	r.must(err)
	r.write("content/articles/one.md", strings.Replace(siteFiles()["content/articles/one.md"], "first", "third", 1))
	r.must(os.Chtimes(r.path("content/articles/one.md"), info.ModTime(), info.ModTime()))
	r.write("content/articles/new.md", article("New", "New text."))
	r.remove("content/articles/two.md")
	r.still()
	h.errs <- fsnotify.ErrEventOverflow
	r.once()
	r.has("/articles/one.html", "third")
}

// full refuses to watch one directory.
type full struct{ watch.Backend }

func (f full) Add(dir string) error {
	if filepath.Base(dir) == "articles" {
		return fmt.Errorf("adding: %w", syscall.ENOSPC)
	}
	return f.Backend.Add(dir)
}

func TestCase22NoRoomForAWatch(t *testing.T) {
	r := enter(t, fast(func(c *watch.Config) {
		c.Every = 30 * time.Millisecond
		c.Backend = func() (watch.Backend, error) {
			b, err := watch.System()
			return full{b}, err
		}
	}))
	r.logs("warning: " + r.path("content/articles") + ": the system's limit of watched directories is reached")
	r.write("content/articles/one.md", article("One", "Polled."))
	r.once()
	r.write("content/pages/about.md", "---\ntitle: About\n---\nNot polled.\n")
	r.once()
}

func TestCase23NoEvents(t *testing.T) {
	for name, change := range map[string]func(c *watch.Config){
		"asked": func(c *watch.Config) { c.Poll = true },
		"found": func(c *watch.Config) {
			c.Backend = func() (watch.Backend, error) {
				return &held{make(chan fsnotify.Event), make(chan error)}, nil
			}
			c.Silent = func(string) string { return "NFS" }
		},
	} {
		t.Run(name, func(t *testing.T) {
			r := enter(t, fast(func(c *watch.Config) {
				c.Every = 50 * time.Millisecond
				change(c)
			}))
			r.write("content/articles/one.md", article("One", "Polled."))
			r.once()
		})
	}
}

func TestCase24Links(t *testing.T) {
	target := ""
	r := enter(t, func(r *room) {
		r.write("content/drawer/elsewhere.md", article("Linked", "Linked text."))
		target = r.path("content/drawer/elsewhere.md")
		outside := filepath.Join(filepath.Dir(r.dir), "outside.md")
		r.must(os.WriteFile(outside, []byte(article("Outside", "Not of this site.")), 0o644))
		r.must(os.Symlink(outside, r.path("content/articles/outside.md")))
		r.must(os.Symlink(target, r.path("content/articles/linked.md")))
		r.must(os.Symlink(r.path("content"), r.path("content/articles/cycle")))
		r.must(os.Symlink("loop", r.path("content/articles/loop")))
	}, fast(func(c *watch.Config) { c.Every = 30 * time.Millisecond }))
	r.has("/articles/linked.html", "Linked text")
	r.logs("leads out of")
	if _, body := r.get("/articles/outside.html"); strings.Contains(body, "Not of this site") {
		t.Error("a link out of the site was followed")
	}
	r.logs("symbolic link to a directory is not followed")
	r.logs("symbolic link leads nowhere")
	r.must(os.WriteFile(target, []byte(article("Linked", "Edited there.")), 0o644))
	r.once()
	r.has("/articles/linked.html", "Edited there")
}

func TestCase25OutputInsideTheSource(t *testing.T) {
	r := enter(t, func(r *room) {
		r.cfg.Build.Out = filepath.Join(r.dir, "static", "public")
	})
	for range 2 {
		if _, err := build.Publish(r.cfg.Build); err != nil {
			t.Fatal(err)
		}
		r.still()
	}
	r.write("content/articles/one.md", article("One", "After."))
	r.reload()
	r.still()
}

func TestCase32NothingIsPublished(t *testing.T) {
	r := enter(t, func(r *room) {
		r.write("content/articles/secret.md", strings.Replace(article("Secret", "Secret text."), "title:", "draft: true\ntitle:", 1))
		if res, err := build.Publish(r.cfg.Build); err != nil || !res.OK {
			t.Fatal(err, res.Problems())
		}
		r.cfg.Build.Drafts = true
	})
	before := snapshot(t, r.cfg.Build.Out)
	r.has("/articles/secret.html", "Secret text")
	r.write("content/articles/one.md", article("One", "Edited."))
	r.reload()
	for _, p := range r.server.now.Load().Gen.Planned() {
		r.get("/" + p)
	}
	r.stop()
	if after := snapshot(t, r.cfg.Build.Out); after != before {
		t.Error("the published directory was touched")
	}
	r.cfg.Build.Drafts = false
	if res, err := build.Publish(r.cfg.Build); err != nil || !res.OK {
		t.Fatal(err, res.Problems())
	}
	for _, word := range []string{".preview", "localhost", "127.0.0.1", "Secret"} {
		if after := snapshot(t, r.cfg.Build.Out); strings.Contains(after, word) {
			t.Errorf("published: %s", word)
		}
	}
}

// snapshot is every file of a directory with its time and bytes.
func snapshot(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.Walk(dir, func(p string, info os.FileInfo, err error) error {
		if err != nil || info.IsDir() {
			return err
		}
		data, err := os.ReadFile(p)
		fmt.Fprintf(&b, "%s %v %s\n", p[len(dir):], info.ModTime().UnixNano(), data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestCase33CapitalsAndAccents(t *testing.T) {
	r := enter(t)
	r.rename("content/articles/one.md", "content/articles/One.md")
	r.once()
	r.gone("/articles/one.html")
	r.has("/articles/One.html", "came first")
	const nfc, nfd = "caf\u00e9", "cafe\u0301"
	r.write("content/articles/"+nfd+".md", article("Café", "Coffee."))
	r.once()
	for _, name := range []string{nfc, nfd} {
		r.has("/articles/"+name+".html", "Coffee")
	}
	r.rename("content/articles/"+nfd+".md", "content/articles/"+nfc+".md")
	r.reload()
	for _, name := range []string{nfc, nfd} {
		r.has("/articles/"+name+".html", "Coffee")
	}
	r.right()
}
