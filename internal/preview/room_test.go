package preview

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"glossator/internal/build"
	"glossator/internal/page"
	"glossator/internal/watch"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// room is a site of its own with a preview of it.
type room struct {
	*testing.T
	dir    string // of the site
	cfg    Config
	url    string // of the server, without the base
	log    *logged
	events chan message
	stop   func()
	client *http.Client
	server *Server
}

// siteFiles is a small site whose templates are its own, so that these tests don't
// change with the stock ones.
func siteFiles() map[string]string {
	f := map[string]string{
		"content/site.yaml":        "title: Small\ndescription: A small site.\nlanguage: en\nfacets:\n  - {id: who, dir: who, singular: person, plural: People, question: \"Who?\"}\n",
		"content/who/ada-stone.md": entry("Ada Stone"),
		"content/articles/one.md":  article("One", "Ada Stone came first."),
		"content/articles/two.md":  article("Two", "Nobody came second."),
		"content/pages/about.md":   "---\ntitle: About\nmenu: About\n---\nAbout this.\n",
		"static/hello.txt":         "hello\n",
		"static/assets/site.css":   "p { color: #222 }\n",
		"static/assets/site.js":    "document.documentElement.dataset.ran = 1\n",
		"static/assets/theme.css":  "a { color: #00e }\n",
		"templates/base.html": `<!doctype html><html lang="{{.Language}}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'self'"><title>{{.Title}}</title>` +
			`<link rel="stylesheet" href="{{.Root}}{{asset "site.css"}}"><script src="{{.Root}}{{asset "site.js"}}" defer></script></head><body><header>{{range .Menu}}<a href="{{.Href}}">{{.Text}}</a> {{end}}</header><main>{{block "main" .}}{{end}}</main></body></html>`,
	}
	for kind := range page.Empty() {
		f["templates/"+kind+".html"] = `{{define "main"}}<h1>{{.Title}}</h1>` + map[string]string{
			"article": "{{.Body}}", "entry": "{{.Body}}", "page": "{{.Body}}",
		}[kind] + "{{end}}\n"
	}
	return f
}

func entry(name string) string {
	return "---\nname: " + name + "\nkind: person\ncitations:\n  - {id: book, title: A Book, publisher: Press, date: 2020}\n---\n" + name + " is a person in this site.\n"
}

func article(title, text string) string {
	return "---\ntitle: " + title + "\nkind: report\npublisher: Daily\npublished: 2024-05-02\nrights: own\n---\n" + text + "\n"
}

// enter lays a site out and previews it. Changes to it come first.
func enter(t *testing.T, changes ...func(r *room)) *room {
	t.Helper()
	t.Parallel()
	return lay(t, changes...)
}

// lay is enter for a test that runs alone.
func lay(t *testing.T, changes ...func(r *room)) *room {
	t.Helper()
	r := &room{T: t, dir: filepath.Join(t.TempDir(), "site"), client: &http.Client{Transport: &http.Transport{}}}
	t.Cleanup(r.client.CloseIdleConnections)
	r.cfg = Config{Build: build.Config{Site: r.dir, Out: filepath.Join(r.dir, "public"), Exports: "pages"}, Addr: "127.0.0.1:0"}
	for p, data := range siteFiles() {
		r.write(p, data)
	}
	for _, change := range changes {
		change(r)
	}
	r.start()
	return r
}

func (r *room) start() {
	r.Helper()
	r.log = &logged{}
	r.cfg.Log = r.log
	opened := make(chan string, 1)
	r.cfg.Opened = func(o Opened) { opened <- o.Address }
	r.cfg.serving = func(s *Server) { r.server = s }
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- Run(ctx, r.cfg) }()
	var once sync.Once
	r.stop = func() {
		once.Do(func() {
			cancel()
			if err := <-ended; err != nil {
				r.Error(err)
			}
		})
	}
	r.Cleanup(r.stop)
	select {
	case a := <-opened:
		r.url = a[:strings.Index(a[len("http://"):], "/")+len("http://")]
	case err := <-ended:
		ended <- nil
		r.Fatal(err)
	}
	r.listen()
}

// listen follows the stream of messages.
func (r *room) listen() {
	r.Helper()
	resp, err := http.Get(r.url + "/.preview/events")
	r.must(err)
	r.events = make(chan message, 1000)
	events := r.events
	go func() {
		defer resp.Body.Close()
		sc := bufio.NewScanner(resp.Body)
		sc.Buffer(nil, 1<<20)
		for sc.Scan() {
			if data, ok := strings.CutPrefix(sc.Text(), "data: "); ok {
				var m message
				if json.Unmarshal([]byte(data), &m) == nil {
					events <- m
				}
			}
		}
	}()
	<-r.events // the present state
}

func (r *room) path(p string) string { return filepath.Join(r.dir, p) }

func (r *room) must(err error) {
	r.Helper()
	if err != nil {
		r.Fatal(err)
	}
}

func (r *room) write(p, data string) {
	r.Helper()
	r.mkdir(filepath.Dir(p))
	r.must(os.WriteFile(r.path(p), []byte(data), 0o644))
}
func (r *room) mkdir(p string)     { r.Helper(); r.must(os.MkdirAll(r.path(p), 0o755)) }
func (r *room) rename(a, b string) { r.Helper(); r.must(os.Rename(r.path(a), r.path(b))) }
func (r *room) remove(p string)    { r.Helper(); r.must(os.RemoveAll(r.path(p))) }

// get asks for an address; the script tag is taken out of what comes.
func (r *room) get(p string) (status int, body string) {
	r.Helper()
	resp, err := r.client.Get(r.url + p)
	r.must(err)
	defer resp.Body.Close()
	data, err := io.ReadAll(resp.Body)
	r.must(err)
	return resp.StatusCode, without(string(data))
}

func (r *room) has(p, words string) {
	r.Helper()
	if status, body := r.get(p); status != 200 || !strings.Contains(body, words) {
		r.Fatalf("%s: %d, without %q: %s", p, status, words, body)
	}
}

func (r *room) gone(p string) {
	r.Helper()
	if status, _ := r.get(p); status != 404 {
		r.Fatalf("%s: %d, want 404", p, status)
	}
}

// enough is how long even a busy machine takes to follow a save.
const enough = time.Minute

// reload waits for the next message: sent after the swap, so what it speaks of is
// what is served.
func (r *room) reload() message {
	r.Helper()
	select {
	case m := <-r.events:
		return m
	case <-time.After(enough):
		r.Fatalf("no message; log:\n%s", r.log)
	}
	return message{}
}

// still makes sure that no message comes.
func (r *room) still() {
	r.Helper()
	select {
	case m := <-r.events:
		r.Fatalf("unasked: %+v\n%s", m, r.log)
	case <-time.After(150 * time.Millisecond):
	}
}

// once is the reload for what was just saved, and what is served then is right. Where the
// machine is so busy that there is a pause between what a save does, it is the last of
// several.
func (r *room) once() message {
	r.Helper()
	m := r.reload()
	for r.wrong() != "" || m.Number != r.server.now.Load().number {
		m = r.reload()
	}
	return m
}

// right compares what is served with a clean build, byte for byte.
func (r *room) right() {
	r.Helper()
	if d := r.wrong(); d != "" {
		r.Fatal(d)
	}
}

func (r *room) wrong() string {
	r.Helper()
	clean, err := build.New(r.cfg.Build).Build()
	r.must(err)
	return r.differs(clean)
}

// unsettled is wrong, but for a site with errors asks only that they are shown.
func (r *room) unsettled() string {
	r.Helper()
	clean, err := build.New(r.cfg.Build).Build()
	r.must(err)
	if clean.OK {
		return r.differs(clean)
	}
	shown := located(clean, clean.Problems())
	if now := r.server.now.Load().Problems; !slices.Equal(now, shown) {
		return fmt.Sprintf("problems shown\n%v\nproblems there are\n%v", now, shown)
	}
	return ""
}

// differs compares what is served with a build.
func (r *room) differs(clean *build.Result) string {
	r.Helper()
	served, paths := r.server.now.Load().Gen.(*build.Result).Paths(), clean.Paths()
	if !slices.Equal(served, paths) {
		return fmt.Sprintf("addresses differ:\nserved %v\nclean  %v", served, paths)
	}
	base := basePath(clean.Base())
	for _, p := range paths {
		data, _, problem, _ := clean.Get(p)
		if problem != nil {
			return problem.String()
		}
		if strings.HasSuffix(p, "/index.html") || p == "index.html" {
			p = strings.TrimSuffix(p, "index.html")
		}
		if _, body := r.get(base + (&url.URL{Path: p}).EscapedPath()); body != string(data) {
			return fmt.Sprintf("%s: served\n%s\nclean\n%s", p, body, data)
		}
	}
	return ""
}

// logged is a log that may be read while it is written.
type logged struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *logged) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *logged) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

func (r *room) logs(words string) {
	r.Helper()
	for range 100 {
		if strings.Contains(r.log.String(), words) {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	r.Fatalf("the log lacks %q:\n%s", words, r.log)
}

// fast makes what waits for an author's pause not wait long.
func fast(change func(*watch.Config)) func(*room) {
	return func(r *room) { r.cfg.watch = change }
}
