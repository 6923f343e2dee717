package preview

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// says is what is asked of a desk, or answered.
type says map[string]any

// told is the answer to an act.
type told struct {
	status  int
	OK      bool
	Says    string
	Change  int
	Number  int
	Problem struct{ Msg, Hint, Where, Link string }
	body    string
}

// post asks a server for an act, as a page of the preview does; more headers may say
// otherwise.
func post(t *testing.T, s *Server, name string, asked says, header ...string) (a told) {
	t.Helper()
	data, err := json.Marshal(asked)
	if err != nil {
		t.Fatal(err)
	}
	r := httptest.NewRequest(http.MethodPost, "http://localhost:8080"+private+"desk/"+name, strings.NewReader(string(data)))
	h := append([]string{"Content-Type", "application/json", "Origin", "http://localhost:8080", "Sec-Fetch-Site", "same-origin", "X-Desk-Token", s.desk.token}, header...)
	for i := 0; i < len(h); i += 2 {
		if h[i] == "Host" {
			r.Host = h[i+1]
		}
		r.Header.Set(h[i], h[i+1])
		if h[i+1] == "" {
			r.Header.Del(h[i])
		}
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	_ = json.Unmarshal(w.Body.Bytes(), &a) // a refusal may be plain words
	a.status, a.body = w.Code, w.Body.String()
	return a
}

// do is post of the room's own desk, which must do it.
func (r *room) do(name string, asked says) told {
	r.Helper()
	a := post(r.T, r.server, name, asked)
	if a.status != http.StatusOK || !a.OK {
		r.Fatalf("%s %v: %d %s", name, asked, a.status, a.body)
	}
	return a
}

// ask is what the desk tells.
func (r *room) ask(name string, into any, q ...string) {
	r.Helper()
	v := url.Values{}
	for i := 0; i < len(q); i += 2 {
		v.Set(q[i], q[i+1])
	}
	got := get(r.server, private+"desk/"+name+"?"+v.Encode())
	if got.status != http.StatusOK {
		r.Fatalf("%s %v: %d %s", name, q, got.status, got.body)
	}
	r.must(json.Unmarshal([]byte(got.body), into))
}

func (r *room) file(p string) string {
	r.Helper()
	data, err := os.ReadFile(r.path(p))
	r.must(err)
	return string(data)
}

// TestOnlyTheDesksOwnPagesAct: whoever lacks the token, and every page from elsewhere, is
// refused.
func TestOnlyTheDesksOwnPagesAct(t *testing.T) {
	r := enter(t)
	before := r.contents()
	token := r.server.desk.token
	for name, header := range map[string][]string{
		"no token":                   {"X-Desk-Token", ""},
		"a wrong token":              {"X-Desk-Token", token[1:] + "A"},
		"a longer token":             {"X-Desk-Token", token + "A"},
		"a foreign origin":           {"Origin", "http://evil.example"},
		"another port":               {"Origin", "http://localhost:9999"},
		"no origin that is told":     {"Origin", "null"},
		"a page from elsewhere":      {"Sec-Fetch-Site", "cross-site"},
		"a page of the same machine": {"Sec-Fetch-Site", "same-site"},
		"an address that was typed":  {"Sec-Fetch-Site", "none"},
		"a form":                     {"Content-Type", "text/plain"},
		"a name pointed here":        {"Host", "evil.example", "Origin", "http://evil.example"},
	} {
		if a := post(t, r.server, "ignore", says{"words": "Ada"}, header...); a.status != http.StatusForbidden || strings.Contains(a.body, token) {
			t.Errorf("%s: %d %s", name, a.status, a.body)
		}
	}
	if after := r.contents(); len(after) != len(before) {
		t.Error(after)
	}
	if a := post(t, r.server, "nonsense", says{}); a.status != http.StatusNotFound {
		t.Errorf("an act that there is not: %d %s", a.status, a.body)
	}
	r.do("ignore", says{"words": "Ada"})
	if a := post(t, r.server, "ignore", says{"words": "Bea"}, "Origin", "", "Sec-Fetch-Site", ""); !a.OK {
		t.Errorf("a program that is no browser: %d %s", a.status, a.body)
	}
	if got := r.file("content/decisions.yaml"); got != "ignore:\n  - Ada\n  - Bea\n" {
		t.Error(got)
	}
}

// TestNoPageFromElsewhereReadsTheDesk holds the token above all.
func TestNoPageFromElsewhereReadsTheDesk(t *testing.T) {
	r := enter(t)
	for name, header := range map[string][]string{
		"another site":        {"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors"},
		"a link to it":        {"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document"},
		"a script":            {"Origin", "http://evil.example"},
		"a name pointed here": {"Host", "evil.example"},
	} {
		for _, what := range []string{"state", "entries", "changes", "page?path=/articles/one.html"} {
			if got := get(r.server, private+"desk/"+what, header...); got.status != http.StatusForbidden || strings.Contains(got.body, r.server.desk.token) {
				t.Errorf("%s, %s: %d %s", name, what, got.status, got.body)
			}
		}
	}
	got := get(r.server, private+"desk/state")
	if got.header.Get("Cross-Origin-Resource-Policy") != "same-origin" || got.header.Get("Cache-Control") != "no-store" || !strings.Contains(got.body, r.server.desk.token) {
		t.Error(got)
	}
}

// TestADeskMayBeOff: then nothing can be written, and nothing of it is told.
func TestADeskMayBeOff(t *testing.T) {
	for name, c := range map[string]struct {
		addr string
		desk Switch
		on   bool
	}{
		"this machine":                   {"127.0.0.1:0", Auto, true},
		"turned off":                     {"127.0.0.1:0", Off, false},
		"an address of the network":      {"0.0.0.0:0", Auto, false},
		"an address where it is allowed": {"0.0.0.0:0", On, true},
	} {
		p := newPreviewer(Config{Addr: c.addr, Desk: c.desk}, "", c.addr)
		p.server.Show(View{Gen: fake{"index.html": document("home")}})
		key := []string{secretHeader, p.server.Secret}
		var state struct{ On bool }
		got := get(p.server, private+"desk/state", key...)
		if c.on {
			if p.server.desk == nil {
				t.Errorf("%s: there is no desk", name)
			}
			continue
		}
		if err := json.Unmarshal([]byte(got.body), &state); err != nil || state.On || strings.Contains(got.body, "token") {
			t.Errorf("%s: %d %s", name, got.status, got.body)
		}
		if got := get(p.server, private+"desk/entries", key...); got.status != http.StatusNotFound {
			t.Errorf("%s: %d %s", name, got.status, got.body)
		}
		if got := request(p.server, http.MethodPost, private+"desk/ignore", key...); got.status != http.StatusMethodNotAllowed {
			t.Errorf("%s: %d %s", name, got.status, got.body)
		}
	}
}

// TestInTheNetworkNothingIsShownWithoutTheSecret: pages, files and the preview's own.
func TestInTheNetworkNothingIsShownWithoutTheSecret(t *testing.T) {
	p := newPreviewer(Config{Addr: "0.0.0.0:0", Desk: On}, "", "0.0.0.0:8080")
	s := p.server
	s.Show(View{Gen: fake{"index.html": document("home")}})
	opened := p.opened("http://0.0.0.0:8080/")
	if opened.Key != s.Secret || len(s.Secret) < 20 || opened.Address != "http://0.0.0.0:8080/?key="+s.Secret || opened.Token != s.desk.token {
		t.Errorf("it is told as %+v", opened)
	}
	for _, path := range []string{"/", "/index.html", private + "state", private + "client.js", private + "events", private + "desk/state", "/?key=" + s.Secret[1:], "/?key="} {
		if got := get(s, path); got.status != http.StatusForbidden || strings.Contains(got.body, "home") || strings.Contains(got.body, s.desk.token) {
			t.Errorf("%s: %d", path, got.status)
		}
	}
	if a := post(t, s, "undo", says{"change": 1}); a.status != http.StatusForbidden {
		t.Errorf("an act without it: %d %s", a.status, a.body)
	}
	got := get(s, "/index.html?on=2022&key="+s.Secret)
	cookie := got.header.Get("Set-Cookie")
	if got.status != http.StatusFound || got.header.Get("Location") != "/index.html?on=2022" || !strings.Contains(cookie, "HttpOnly") || !strings.Contains(cookie, "SameSite=Strict") {
		t.Fatalf("with the secret: %d %v", got.status, got.header)
	}
	cookie, _, _ = strings.Cut(cookie, ";")
	if got := get(s, "/", "Cookie", cookie); got.status != http.StatusOK || !strings.Contains(got.body, "home") {
		t.Errorf("with the cookie: %d", got.status)
	}
	if got := get(s, "/", "Cookie", cookie+"x"); got.status != http.StatusForbidden {
		t.Errorf("with another cookie: %d", got.status)
	}
	if got := get(s, "/", secretHeader, s.Secret); got.status != http.StatusOK {
		t.Errorf("a program with it: %d", got.status)
	}
}

// TestAnActStaysInTheSite: what is named leads nowhere else, whatever it is called.
func TestAnActStaysInTheSite(t *testing.T) {
	r := enter(t, func(r *room) {
		r.write("secret.md", entry("Out Side"))
		r.must(os.Symlink("../../secret.md", r.path("content/who/out-side.md")))
		r.must(os.Symlink("one.md", r.path("content/articles/alias.md")))
		r.must(os.Symlink("../elsewhere.yaml", r.path("content/decisions.yaml")))
	})
	before := r.contents()
	for name, asked := range map[string][]says{
		"reading": {
			{"path": "/../secret.html", "p": 1, "words": "Out", "link": "none"},
			{"path": "/articles/../../secret.html", "p": 1, "words": "Out", "link": "none"},
			{"path": "/articles/one.html", "p": 1, "words": "not there", "link": "none"},
			{"path": "/articles/one.html", "p": 1, "words": "Ada Stone came\n- {p: 1, words: x, link: none}", "link": "none"},
			{"path": "/articles/one.html", "p": -1, "words": "Ada", "link": "none"},
			{"path": "/who/ada-stone.html", "p": 1, "words": "Ada", "link": "none"},
		},
		"entry":     {{"id": "../../secret", "fields": says{"name": "X"}}, {"id": "out-side", "fields": says{"name": "X"}, "body": "x"}},
		"entry/add": {{"id": "../articles/one", "list": "aliases", "word": "X"}, {"id": "ada-stone", "list": "../x", "word": "X"}},
		"entry/new": {{"name": "../../x", "facet": "../templates"}, {"name": "Con", "facet": "who"}, {"name": "", "facet": "who"}, {"name": "…", "facet": "who"}},
		"ignore":    {{"words": "Ada"}}, // through a link
		"undo":      {{"change": 0}, {"change": -1}, {"change": 99}, {}},
		"articles":  {{"changes": []says{{"id": "../site", "field": "title", "value": "x"}}}, {"changes": []says{{"id": "one", "field": "published", "value": "yesterday"}}}},
		"texts":     {{"files": []says{{"name": "../../x.txt", "data": "!"}}}},
	} {
		for _, a := range asked {
			if got := post(t, r.server, name, a); got.status != http.StatusConflict || got.Problem.Msg == "" {
				if !(name == "articles" && got.Says == "0 texts are changed.") {
					t.Errorf("%s %v: %d %s", name, a, got.status, got.body)
				}
			}
		}
	}
	if after := r.contents(); fmt.Sprint(after) != fmt.Sprint(before) {
		t.Errorf("%v\nwas\n%v", after, before)
	}
	if got := r.file("secret.md"); got != entry("Out Side") {
		t.Error(got)
	}
}

// TestAFileThatChangedMeanwhileIsNotOverwritten: no event tells of the change, so that the
// act is made on the site as it was; it is refused, and what the file holds is shown.
func TestAFileThatChangedMeanwhileIsNotOverwritten(t *testing.T) {
	r := enter(t, func(r *room) { r.cfg.watch = blind })
	theirs := strings.Replace(entry("Ada Stone"), "kind: person", "kind: person\naliases: [Ada]", 1)
	r.write("content/who/ada-stone.md", theirs)
	a := post(t, r.server, "entry/add", says{"id": "ada-stone", "list": "aliases", "word": "Stone"})
	if a.status != http.StatusConflict || !strings.Contains(a.Problem.Msg, "changed meanwhile") {
		t.Fatalf("%d %s", a.status, a.body)
	}
	if got := r.file("content/who/ada-stone.md"); got != theirs {
		t.Fatal(got)
	}
	r.do("entry/add", says{"id": "ada-stone", "list": "aliases", "word": "Stone"}) // on what is shown now
	if got := r.file("content/who/ada-stone.md"); !strings.Contains(got, "aliases: [Ada, Stone]") {
		t.Error(got)
	}
}

// TestAStaleFormIsRefused: a form that was opened before another tab saved would take back
// what that one wrote.
func TestAStaleFormIsRefused(t *testing.T) {
	r := enter(t)
	var form says
	r.ask("entry", &form, "id", "ada-stone")
	r.do("entry/add", says{"id": "ada-stone", "list": "aliases", "word": "Ada"})
	form["body"] = "Ada Stone is somebody else.\n"
	if a := post(t, r.server, "entry", form); a.status != http.StatusConflict || !strings.Contains(a.Problem.Msg, "changed meanwhile") {
		t.Errorf("%d %s", a.status, a.body)
	}
	var cells struct {
		Articles []struct {
			ID     string
			Fields map[string]string
		}
	}
	r.ask("articles", &cells)
	r.do("articles", says{"changes": []says{{"id": "one", "field": "publisher", "was": "Daily", "value": "Weekly"}}})
	if a := post(t, r.server, "articles", says{"changes": []says{{"id": "one", "field": "publisher", "was": "Daily", "value": "Monthly"}}}); a.status != http.StatusConflict {
		t.Errorf("%d %s", a.status, a.body)
	}
}

// TestPublishIsABuild: what is published is what is served, strictly, and only when asked
// for; what stops a strict build stops it too, and is told.
func TestPublishIsABuild(t *testing.T) {
	r := enter(t)
	a := r.do("entry/new", says{"name": "Nemo", "facet": "who", "sentence": "Nemo is somebody here."})
	if n := r.server.now.Load().number; a.Number != n || n < 2 {
		t.Errorf("generation %d is served, %d was told", n, a.Number)
	}
	r.has("/who/nemo.html", "Nemo is somebody here.")
	if _, err := os.Stat(r.cfg.Build.Out); !os.IsNotExist(err) {
		t.Error("something was published")
	}
	r.do("publish", says{})
	published := filepath.Join(r.cfg.Build.Out, "who", "nemo.html")
	data, err := os.ReadFile(published)
	r.must(err)
	if _, served := r.get("/who/nemo.html"); served != string(data) {
		t.Error("what is published is not what is served")
	}
	r.do("undo", says{"change": a.Change})
	r.gone("/who/nemo.html")
	r.do("articles", says{"changes": []says{{"id": "two", "field": "rights", "value": "private"}}})
	if stopped := r.do("publish", says{}); !strings.Contains(stopped.body, `"published":false`) || !strings.Contains(stopped.body, "two.md:1:1") {
		t.Error(stopped.body)
	}
	if _, err := os.Stat(published); err != nil {
		t.Error("a publish that was stopped changed what was published: ", err)
	}
}

// TestWhatCannotBeReadCannotBeWritten: a file in another encoding, or with a character that
// no page may hold, is told as such.
func TestWhatCannotBeReadCannotBeWritten(t *testing.T) {
	r := enter(t, func(r *room) {
		r.write("content/who/luz.md", strings.Replace(entry("Ana Luz"), "person in", "señora in", 1))
		r.must(os.WriteFile(r.path("content/who/luz.md"), []byte(strings.ReplaceAll(r.file("content/who/luz.md"), "ñ", "\xf1")), 0o644))
		r.write("content/who/bell.md", entry("Bo Bell")+"\a\n")
	})
	before := r.contents()
	for id, words := range map[string]string{"luz": "not UTF-8", "bell": "no page may hold"} {
		for name, asked := range map[string]says{
			"entry/add": {"id": id, "list": "aliases", "word": "Ann"}, "entry": {"id": id, "fields": says{"name": "Ann"}, "body": "Ann is one.\n"},
		} {
			if a := post(t, r.server, name, asked); a.status != http.StatusConflict || !strings.Contains(a.Problem.Msg, words) {
				t.Errorf("%s %s: %d %s", name, id, a.status, a.body)
			}
		}
	}
	if after := r.contents(); fmt.Sprint(after) != fmt.Sprint(before) {
		t.Error(after)
	}
}
