package preview

import (
	"encoding/json"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"glossator/internal/build"
	"glossator/internal/source"
)

// fake is a Generation that a test writes down.
type fake map[string]string

func (f fake) Keys() (keys []uint64) {
	for _, p := range f.Planned() {
		k, _ := f.Key(p)
		keys = append(keys, k)
	}
	return keys
}

func (f fake) Planned() []string {
	return slices.DeleteFunc(slices.Sorted(maps.Keys(f)), func(p string) bool { return strings.HasPrefix(p, "draft ") })
}
func (f fake) Key(p string) (uint64, bool) {
	d, ok := f[p]
	var k uint64 = 14695981039346656037
	for i := range len(d) {
		k = (k ^ uint64(d[i])) * 1099511628211
	}
	return k, ok
}
func (f fake) Get(p string) ([]byte, string, *source.Problem, bool) {
	d, ok := f[p]
	if strings.HasPrefix(d, "broken") {
		return nil, "", &source.Problem{Rule: "template", Msg: d}, true
	}
	return []byte(d), string(source.DigestOf(d)), nil, ok
}
func (f fake) Draft(p string) bool { return strings.Contains(f[p], "is-draft") }
func (f fake) Origin(p string) build.Origin {
	return build.Origin{File: "content/" + p, Blocks: []build.Place{{ID: "p1", Line: 3, Col: 1}},
		Mentions: []build.Why{{Block: "p1", Text: "Ada", Entry: "ada", Level: "named", Rule: "surname", Line: 3, Col: 7}}}
}
func (f fake) Drafts() map[string]string {
	d := map[string]string{}
	for p, file := range f {
		if p, ok := strings.CutPrefix(p, "draft "); ok {
			d[p] = file
		}
	}
	return d
}

func document(body string) string {
	return "<!doctype html><html><head><meta charset=utf-8></head><body>" + body + "</body></html>"
}

type call struct {
	status int
	header http.Header
	body   string
}

func get(s *Server, path string, header ...string) call { return request(s, "GET", path, header...) }

func request(s *Server, method, path string, header ...string) call {
	r := httptest.NewRequest(method, "http://localhost:8080"+path, nil)
	for i := 0; i+1 < len(header); i += 2 {
		if header[i] == "Host" {
			r.Host = header[i+1]
		}
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	data, _ := io.ReadAll(w.Body)
	return call{w.Code, w.Result().Header, string(data)}
}

func serving(g Generation, base string) *Server {
	e, _ := EditorNamed("vscode")
	s := NewServer(e, "x")
	s.Show(View{Gen: g, Base: base})
	return s
}

func TestServedBytesAreTheSitesPlusOneTag(t *testing.T) {
	g := fake{"index.html": document("home"), "a/index.html": document("a"), "x.css": "p{}", "odd.html": "no head at all"}
	s := serving(g, "")
	for path, file := range map[string]string{"/": "index.html", "/index.html": "index.html", "/a/": "a/index.html", "/odd.html": "odd.html"} {
		c := get(s, path)
		if c.status != 200 || strings.Count(c.body, "<script") != 1 {
			t.Errorf("%s: %d %q", path, c.status, c.body)
		}
		if without(c.body) != g[file] {
			t.Errorf("%s: %q, want %q and a tag", path, c.body, g[file])
		}
	}
	if c := get(s, "/x.css"); c.body != "p{}" {
		t.Error(c)
	}
	if c := get(s, "/a"); c.status != 301 || c.header.Get("Location") != "/a/" {
		t.Error(c)
	}
	etag := get(s, "/").header.Get("ETag")
	if c := get(s, "/", "If-None-Match", etag); c.status != 304 || c.body != "" {
		t.Error(c)
	}
}

// without takes the script tag out of a page.
func without(page string) string {
	i := strings.Index(page, `<script src="/.preview/`)
	if i < 0 {
		return page
	}
	return page[:i] + page[i+strings.Index(page[i:], "</script>")+len("</script>"):]
}

func TestOnlyWhatIsInTheSite(t *testing.T) {
	s := serving(fake{"index.html": document(""), "404.html": document("own 404")}, "")
	for _, path := range []string{"/../go.mod", "/..%2f..%2fetc/passwd", "/.git/config", "//index.html", "/.preview/", "/.preview/../index.html", "/.preview/client/client.js", "/server.go"} {
		if c := get(s, path); c.status != 404 {
			t.Errorf("%s: %d", path, c.status)
		}
	}
	if c := get(s, "/nothing"); without(c.body) != document("own 404") || !strings.Contains(c.body, `data-status="404"`) {
		t.Error(c)
	}
	for _, method := range []string{"POST", "PUT", "DELETE", "PATCH", "OPTIONS"} {
		w := httptest.NewRecorder()
		s.ServeHTTP(w, httptest.NewRequest(method, "http://localhost/index.html", nil))
		if w.Code != http.StatusMethodNotAllowed {
			t.Error(method, w.Code)
		}
	}
}

// Case 30.
func TestForeignHostAndOrigin(t *testing.T) {
	s := serving(fake{"index.html": document("")}, "")
	for host, want := range map[string]int{
		"localhost:8080": 200, "127.0.0.1:9": 200, "[::1]:8080": 200, "app.localhost": 200,
		"evil.example": 403, "evil.example:8080": 403, "localhost.evil.example": 403, "192.168.0.9:8080": 403, "": 403,
	} {
		if c := get(s, "/", "Host", host); c.status != want {
			t.Errorf("host %q: %d", host, c.status)
		}
	}
	for origin, want := range map[string]int{"http://localhost:8080": 200, "http://evil.example": 403, "null": 403, "http://localhost:9999": 403} {
		if c := get(s, "/.preview/state", "Origin", origin); c.status != want {
			t.Errorf("origin %q: %d", origin, c.status)
		}
	}
	for addr, names := range map[string]map[string]bool{
		"0.0.0.0:8080":     {"192.168.0.9": true, "evil.example": false, "localhost": true},
		":8080":            {"10.0.0.1": true, "evil.example": false},
		"192.168.0.9:8080": {"192.168.0.9": true, "192.168.0.1": false, "localhost": true, "evil.example": false},
		"127.0.0.1:8080":   {"192.168.0.9": false, "localhost": true},
	} {
		known := hostsFor(addr)
		for name, want := range names {
			if known(name) != want {
				t.Errorf("at %s: %s answered: %v", addr, name, !want)
			}
		}
	}
}

func TestBasePathIsTheHosts(t *testing.T) {
	s := serving(fake{"index.html": document("home"), "404.html": document("none")}, "/border/")
	if c := get(s, "/border/"); without(c.body) != document("home") {
		t.Error(c)
	}
	if c := get(s, "/"); c.status != 302 || c.header.Get("Location") != "/border/" {
		t.Error(c)
	}
	if c := get(s, "/index.html"); c.status != 404 {
		t.Error(c)
	}
	var a absence
	ask(t, s, "/.preview/missing?path=/index.html", &a)
	if a.Base != "/border/" || !slices.Contains(a.Near, "/border/index.html") {
		t.Error(a)
	}
	for base, want := range map[string]string{"": "/", "https://x.org": "/", "https://x.org/": "/", "https://x.org/a": "/a/", "https://x.org/a/b/": "/a/b/"} {
		if got := basePath(base); got != want {
			t.Errorf("%q: %q", base, got)
		}
	}
}

func ask(t *testing.T, s *Server, path string, v any) {
	t.Helper()
	if err := json.Unmarshal([]byte(get(s, path).body), v); err != nil {
		t.Fatal(err)
	}
}

func TestHonestAbsence(t *testing.T) {
	page := document(strings.Repeat("line\n", 3) + "one\ntwo\nthree\nfour\n")
	g := fake{"index.html": document(""), "who/ada.html": page, "who/bob.html": document("bob"), "draft articles/new.html": "content/articles/new.md"}
	s := serving(g, "")
	next := maps.Clone(g)
	delete(next, "who/ada.html")
	next["who/ada-lovelace.html"] = page
	d := s.Show(View{Gen: next})
	if d.Moved["who/ada.html"] != "who/ada-lovelace.html" {
		t.Error(d)
	}
	for path, check := range map[string]func(a absence) bool{
		"/who/ada.html":      func(a absence) bool { return a.Moved == "/who/ada-lovelace.html" },
		"/who/bbo.html":      func(a absence) bool { return slices.Contains(a.Near, "/who/bob.html") },
		"/who/bob":           func(a absence) bool { return slices.Contains(a.Near, "/who/bob.html") },
		"/who/bob/":          func(a absence) bool { return slices.Contains(a.Near, "/who/bob.html") },
		"/policies/bob.html": func(a absence) bool { return slices.Contains(a.Near, "/who/bob.html") },
		"/articles/new.html": func(a absence) bool {
			return a.Draft == "content/articles/new.md" && strings.HasPrefix(a.Link, "vscode://file/")
		},
		"/quite/another/thing.html": func(a absence) bool { return a.Draft+a.Moved == "" && len(a.Near) == 0 },
	} {
		var a absence
		ask(t, s, "/.preview/missing?path="+path, &a)
		if !check(a) {
			t.Errorf("%s: %+v", path, a)
		}
	}
	third := maps.Clone(next)
	delete(third, "who/ada-lovelace.html")
	third["who/countess.html"] = page
	s.Show(View{Gen: third})
	var a absence
	if ask(t, s, "/.preview/missing?path=/who/ada.html", &a); a.Moved != "/who/countess.html" {
		t.Error("moved twice:", a)
	}
	s.Show(View{Gen: g})
	a = absence{}
	if ask(t, s, "/.preview/missing?path=/who/ada.html", &a); a.Moved != "" {
		t.Error("back again:", a)
	}
}

func TestHeadersFile(t *testing.T) {
	s := serving(fake{"index.html": document(""), "assets/x-1.css": "p{}", "who/ada.html": document(""), "_headers": `# comment
/*
  X-Frame-Options: DENY
  Content-Security-Policy: default-src 'self'
/assets/*
  Cache-Control: public, max-age=31536000, immutable
/who/:name.html
  X-Who: yes
  Cache-Control: max-age=600
`}, "/sub/")
	if h := get(s, "/sub/").header; h.Get("X-Frame-Options") != "DENY" || !slices.Contains(h.Values("Content-Security-Policy"), "default-src 'self'") || h.Get("Cache-Control") != "no-cache" {
		t.Error(h)
	}
	if h := get(s, "/sub/assets/x-1.css").header; !strings.Contains(h.Get("Cache-Control"), "immutable") {
		t.Error(h)
	}
	if h := get(s, "/sub/who/ada.html").header; h.Get("Cache-Control") != "no-cache" {
		t.Error("a page must not be kept:", h)
	}
	for _, c := range []struct {
		pattern, path string
		want          bool
	}{
		{"/*", "/", true}, {"/a/*", "/a/", true}, {"/a/*", "/b", false}, {"/:x/y", "/1/y", true}, {"/:x/y", "/1/2/y", false},
		{"/*.css", "/a/b.css", true}, {"/*.css", "/a/b.js", false}, {"/a", "/a", true}, {"/a", "/ab", false},
	} {
		if matches(c.pattern, c.path) != c.want {
			t.Error(c)
		}
	}
}

func TestOneMessageForEachChange(t *testing.T) {
	g := fake{"index.html": document("1"), "a.html": document("1"), "x.css": "1"}
	s := serving(g, "")
	messages, leave := s.hub.join()
	defer leave()
	s.Show(View{Gen: maps.Clone(g)})
	if len(messages) != 0 {
		t.Fatal("told of nothing")
	}
	next := fake{"index.html": document("1"), "a.html": document("2"), "x.css": "2"}
	s.Show(View{Gen: next})
	var m message
	if err := json.Unmarshal(<-messages, &m); err != nil || len(messages) != 0 {
		t.Fatal(err, len(messages))
	}
	if !slices.Equal(m.Pages, []string{"a.html"}) || m.Assets["x.css"] == "" {
		t.Error(m)
	}
	s.Show(View{Gen: next, Problems: []Problem{{source.Problem{Pos: source.Pos{Path: "content/a.md", Line: 2, Col: 3}, Rule: "r", Msg: "wrong", Hint: "do"}, "a line"}}})
	if err := json.Unmarshal(<-messages, &m); err != nil {
		t.Fatal(err)
	}
	if p := m.Problems[0]; len(m.Pages) != 0 || p.Where != "content/a.md:2:3" || p.Line != "a line" || !strings.HasSuffix(p.Link, "/content/a.md:2:3") {
		t.Error(m)
	}
}

func TestPageThatCannotBeMadeStays(t *testing.T) {
	good := fake{"index.html": document("good")}
	s := serving(good, "")
	var failed []source.Problem
	s.Failed = func(p source.Problem) { failed = append(failed, p) }
	s.Show(View{Gen: fake{"index.html": "broken template"}, Good: good})
	if c := get(s, "/"); without(c.body) != good["index.html"] || len(failed) == 0 {
		t.Error(c, failed)
	}
}

func TestNothingYet(t *testing.T) {
	s := NewServer("", "x")
	s.Show(View{Problems: []Problem{{source.Problem{Msg: "bad"}, ""}}})
	if c := get(s, "/"); c.status != 503 || !strings.Contains(c.body, "/.preview/client.js") {
		t.Error(c)
	}
	messages, leave := s.hub.join()
	defer leave()
	d := s.Show(View{Gen: fake{"a.html": document("1"), "index.html": document("1")}, Problems: []Problem{{source.Problem{Msg: "bad"}, ""}}})
	if !slices.Equal(d.Added, []string{"a.html", "index.html"}) || len(messages) != 1 {
		t.Errorf("of the first site %v is told, in %d messages", d.Added, len(messages))
	}
}

func TestSourceOfAPage(t *testing.T) {
	s := serving(fake{"a.html": document("")}, "")
	var o origin
	ask(t, s, "/.preview/source?path=/a.html", &o)
	if o.Blocks[0].Where != "content/a.html:3:1" || o.Mentions[0].Why != "named: surname" || !strings.HasSuffix(o.Mentions[0].Link, "content/a.html:3:7") {
		t.Error(o)
	}
}

func TestEditors(t *testing.T) {
	for name, want := range map[string]string{
		"vscode": "vscode://file/a%20b/x.md:3:4", "idea": "idea://open?file=%2Fa+b%2Fx.md&line=3&column=4",
		"subl": "subl://open?url=file://%2Fa+b%2Fx.md&line=3&column=4", "": "", "my:{path}#{line}": "my:/a%20b/x.md#3",
	} {
		e, err := EditorNamed(name)
		if got := e.Link("/a b/x.md", 3, 4); err != nil || got != want {
			t.Errorf("%s: %q %v, want %q", name, got, err, want)
		}
	}
	if _, err := EditorNamed("vscod"); err == nil {
		t.Error("unknown editor accepted")
	}
}

func TestClip(t *testing.T) {
	line := strings.Repeat("ä", 300) + "X" + strings.Repeat("b", 300)
	cut, col := clip(line, 301)
	if r := []rune(cut); len(r) > 170 || r[col-1] != 'X' {
		t.Error(cut, col)
	}
	if cut, col := clip("short", 3); cut != "short" || col != 3 {
		t.Error(cut, col)
	}
}

// Case 31.
func TestPorts(t *testing.T) {
	a, err := Listen("")
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	b, err := Listen("")
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	if a.Addr().String() == b.Addr().String() || !strings.HasPrefix(b.Addr().String(), "127.0.0.1:") {
		t.Error(a.Addr(), b.Addr())
	}
	if _, err := Listen(a.Addr().String()); err == nil || !strings.Contains(err.Error(), a.Addr().String()+" cannot be used: ") {
		t.Error(err)
	}
}
