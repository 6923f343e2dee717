package render_test

import (
	"maps"
	"slices"
	"testing"

	"glossator/internal/page"
	"glossator/internal/render"
	"glossator/internal/source"
	"glossator/templates"
)

const base = `<html><body>{{block "main" .}}{{end}}</body></html>`

func set(t *testing.T, files map[string]string, labels, assets map[string]string) (*render.Set, []source.Problem) {
	t.Helper()
	c := render.Config{Labels: labels, Assets: assets}
	for _, name := range []string{"parts/marks.html", "parts/notes.html"} { // without which no text can be drawn
		if data, err := templates.FS.ReadFile(name); err == nil {
			c.Files = append(c.Files, source.NewFile("templates/"+name, string(data)))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		c.Files = append(c.Files, source.NewFile("templates/"+name, files[name]))
	}
	return render.New(c)
}

func TestPagesAreFramedTranslatedAndEscaped(t *testing.T) {
	s, problems := set(t, map[string]string{
		"base.html": base, "parts/x.html": `{{define "x"}}<i>{{.}}</i>{{end}}`,
		"page.html": `{{define "main"}}{{t "Search"}} {{t "a <b>"}} <p title="{{t "Data"}}">{{template "x" .Title}}</p>{{asset "site.css"}}{{end}}`,
	}, map[string]string{"Search": "Buscar & ver"}, map[string]string{"site.css": "assets/site-1.css"})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	got, problem := s.Page("page", &page.Prose{Base: page.Base{Title: "<T>"}})
	if problem != nil {
		t.Fatal(problem)
	}
	want := `<html><body>Buscar &amp; ver a &lt;b&gt; <p title="Data"><i>&lt;T&gt;</i></p>assets/site-1.css</body></html>`
	if string(got) != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestAssetsAreBundledWithFingerprints(t *testing.T) {
	assets, unused, problems := render.Bundle([]*source.File{
		source.NewFile("static/assets/site.css", "@import \"./part.css\";\nb { color : red }"),
		source.NewFile("static/assets/part/x.css", "i{}"),
		source.NewFile("static/assets/part.css", "a { color: blue }"),
	})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if len(unused) != 1 || unused[0].Path != "static/assets/part/x.css" {
		t.Errorf("nothing names %v", unused)
	}
	for _, a := range assets {
		if a.Name == "site.css" && (a.Data != "a{color:#00f}b{color:red}\n" || a.Path == "assets/site.css") {
			t.Errorf("%s: %q", a.Path, a.Data)
		}
	}
	_, _, problems = render.Bundle([]*source.File{source.NewFile("static/assets/site.js", "let x = 1;\nlet x = 2;")})
	if len(problems) != 1 || problems[0].Pos.Path != "static/assets/site.js" || problems[0].Pos.Line != 2 {
		t.Errorf("got %v", problems)
	}
}
