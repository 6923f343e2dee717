package preview

import (
	"strings"
	"testing"
)

// TestAPartIsFollowed changes how a mark looks, saves it broken, and without its words.
func TestAPartIsFollowed(t *testing.T) {
	part := "templates/parts/mine.html"
	r := enter(t, func(r *room) {
		r.write("templates/entry.html", `{{define "main"}}<h1>{{.Title}}</h1>{{range .Groups}}{{.Sentences}}{{end}}{{end}}`)
	})
	r.has("/articles/one.html", `class="mention first`)
	r.write(part, `{{define "mark-mention"}}<b>{{.Words}}</b>{{end}}`)
	if m := r.once(); len(m.Problems) != 0 {
		t.Fatal(m.Problems)
	}
	r.has("/articles/one.html", "<b>Ada Stone</b> came first")
	r.has("/who/ada-stone.html", "<b>Ada Stone</b> came first")
	r.write(part, `{{define "mark-mention"}}<i>{{.Words}}</i>{{end}}`)
	if m := r.once(); len(m.Problems) != 0 {
		t.Fatal(m.Problems)
	}
	r.has("/articles/one.html", "<i>Ada Stone</i> came first")
	r.has("/who/ada-stone.html", "<i>Ada Stone</i> came first")

	for _, broken := range []string{`{{define "mark-mention"}}{{.Wrods}}{{end}}`, `{{define "mark-mention"}}<b>{{.ID}}</b>{{end}}`} {
		r.write(part, broken)
		if m := r.reload(); len(m.Problems) != 1 || !strings.HasPrefix(m.Problems[0].Where, r.path(part)+":1:") {
			t.Error(m.Problems)
		}
		r.has("/articles/one.html", "<i>Ada Stone</i> came first") // the last that could be made
	}
	r.write(part, `{{define "mark-mention"}}<u>{{.Words}}</u>{{end}}`)
	if m := r.once(); len(m.Problems) != 0 {
		t.Error(m.Problems)
	}
	r.has("/articles/one.html", "<u>Ada Stone</u> came first")
	r.right()
}
