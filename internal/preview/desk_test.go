package preview

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/fsnotify/fsnotify"

	"glossator/internal/watch"
)

// act posts to the desk as its own page does, with changes to the request.
func (r *room) act(name, body string, changes ...func(*http.Request)) (status int, says string) {
	r.Helper()
	req, err := http.NewRequest("POST", r.url+"/.preview/desk/"+name, strings.NewReader(body))
	if err != nil {
		r.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("X-Desk-Token", r.server.desk.token)
	for _, change := range changes {
		change(req)
	}
	resp, err := r.client.Do(req)
	if err != nil {
		r.Fatal(err)
	}
	defer resp.Body.Close()
	var answer struct {
		Says    string
		Problem struct{ Msg string }
	}
	_ = json.NewDecoder(resp.Body).Decode(&answer) // a refusal before the desk is no JSON
	return resp.StatusCode, answer.Says + answer.Problem.Msg
}

const nobodySays = `{"path": "/articles/one.html", "p": 1, "words": "Ada Stone", "link": "none"}`

// TestTheDeskWritesAndTheAnswerIsServed: when an act is answered the page shows it; undone,
// every byte is as it was.
func TestTheDeskWritesAndTheAnswerIsServed(t *testing.T) {
	r := enter(t)
	before := r.contents()
	r.has("/articles/one.html", `data-entry="ada-stone"`)
	if status, says := r.act("reading", nobodySays); status != 200 || says != "“Ada Stone”: is not linked here." {
		t.Fatal(status, says)
	}
	if _, page := r.get("/articles/one.html"); strings.Contains(page, `data-entry="ada-stone"`) {
		t.Error("the answer came before its page")
	}
	if got := r.contents()["content/articles/one.readings.yaml"]; got != "- {p: 1, words: Ada Stone, link: none}\n" {
		t.Errorf("%q", got)
	}
	if status, says := r.act("undo", `{"change": 1}`); status != 200 {
		t.Error(says)
	}
	r.has("/articles/one.html", `data-entry="ada-stone"`)
	if after := r.contents(); fmt.Sprint(after) != fmt.Sprint(before) {
		t.Error(after)
	}
	if status, says := r.act("undo", `{"change": 1}`); status != 409 || says != "there is nothing to be undone" {
		t.Error(status, says)
	}
}

// blind sees no file change.
func blind(c *watch.Config) {
	c.Backend = func() (watch.Backend, error) {
		return &held{make(chan fsnotify.Event), make(chan error)}, nil
	}
}

// TestWhatIsNotWritten: each is refused in words, and every file stays as it is.
func TestWhatIsNotWritten(t *testing.T) {
	outside := filepath.Join(t.TempDir(), "outside.md")
	for what, x := range map[string]struct {
		before    func(r *room)
		act, body string
		says      string
	}{
		"a file changed meanwhile": {func(r *room) { r.write("content/who/ada-stone.md", entry("Ada Stone")+"More.\n") },
			"entry/add", `{"id": "ada-stone", "list": "aliases", "word": "Adda"}`, "was changed meanwhile"},
		"through a link": {func(r *room) {
			_ = os.WriteFile(outside, []byte(entry("Ada Stone")), 0o644)
			_ = os.Remove(r.path("content/who/ada-stone.md"))
			_ = os.Symlink(outside, r.path("content/who/ada-stone.md"))
		}, "entry/add", `{"id": "ada-stone", "list": "aliases", "word": "Adda"}`, "symbolic link"},
		"a read-only file": {func(r *room) { _ = os.Chmod(r.path("content/who/ada-stone.md"), 0o444) },
			"entry/add", `{"id": "ada-stone", "list": "aliases", "word": "Adda"}`, "read-only"},
		"a form made of another file": {nil, "entry", `{"id": "ada-stone", "rev": "0123456789abcdef", "fields": {"name": "Ada"}, "body": ""}`, "was changed meanwhile"},
		"an entry outside":            {nil, "entry/add", `{"id": "../../outside", "list": "aliases", "word": "Adda"}`, "no entry"},
		"a facet that there is not":   {nil, "entry/new", `{"name": "Bo", "facet": "../..", "sentence": "Bo is."}`, "no question"},
		"a name Windows can't hold":   {nil, "entry/new", `{"name": "Con", "facet": "who", "sentence": "Con is one."}`, "con"},
		"an entry that is there":      {nil, "entry/new", `{"name": "Ada Stone", "facet": "who", "sentence": "Ada is one."}`, "has an entry already"},
		"words that are not there":    {nil, "reading", `{"path": "/articles/one.html", "p": 1, "words": "Never written", "link": "none"}`, "does not stand in block 1"},
		"a day that is none":          {nil, "reading", `{"path": "/articles/one.html", "p": 1, "words": "Ada Stone", "date": "soon"}`, "is not a day"},
		"a number that may be two":    {nil, "reading", `{"path": "/articles/one.html", "p": 1, "words": "Ada Stone", "value": "2,5"}`, "is not a number"},
		"a page without a text":       {nil, "reading", `{"path": "/index.html", "p": 1, "words": "Ada Stone", "link": "none"}`, "no text of its own"},
		"a list that is not words":    {nil, "entry/add", `{"id": "ada-stone", "list": "citations", "word": "Adda"}`, "no list"},
		"a cell that cannot be right": {nil, "articles", `{"changes": [{"id": "one", "field": "published", "value": "yesterday"}]}`, "one: "},
		"no JSON":                     {nil, "reading", `{`, "cannot be read"},
		"a field that is misspelled":  {nil, "reading", `{"path": "/articles/one.html", "p": 1, "words": "Ada Stone", "speeker": "ada-stone"}`, "unknown field \"speeker\""},
		"two things at once":          {nil, "undo", `{"change": 1}{"change": 2}`, "stands behind it"},
		"an undo without a number":    {nil, "undo", `{"change": "last"}`, "cannot be read"},
		"what is no suggestion":       {nil, "explain", `{"suggestion": "bo", "facet": "who", "sentence": "x"}`, "no suggestion any more"},
	} {
		t.Run(what, func(t *testing.T) {
			r := enter(t, func(r *room) { r.cfg.watch = blind })
			if x.before != nil {
				x.before(r)
			}
			before := r.contents()
			if status, says := r.act(x.act, x.body); status != 409 || !strings.Contains(strings.ToLower(says), x.says) {
				t.Errorf("%d %q", status, says)
			}
			if after := r.contents(); fmt.Sprint(after) != fmt.Sprint(before) {
				t.Errorf("%v\n%v", before, after)
			}
		})
	}
}

// TestTwoTabs act on one file at once: both acts are there, or one was told why not.
func TestTwoTabs(t *testing.T) {
	r := enter(t)
	const n = 12
	done := make(chan int, n)
	for i := range n {
		go func() {
			status, _ := r.act("entry/add", fmt.Sprintf(`{"id": "ada-stone", "list": "aliases", "word": "Ada %d"}`, i))
			done <- status
		}()
	}
	right := 0
	for range n {
		if <-done == 200 {
			right++
		}
	}
	if got := strings.Count(r.contents()["content/who/ada-stone.md"], "Ada "); right != n || got < n {
		t.Errorf("%d of %d were done, %d are there", right, n, got)
	}
}
