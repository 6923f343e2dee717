package render_test

import (
	"strings"
	"testing"

	"glossator/internal/page"
	"glossator/internal/render"
	"glossator/internal/source"
)

const base = `<html><body>{{block "main" .}}{{end}}</body></html>`

func set(t *testing.T, files map[string]string, labels, assets map[string]string) (*render.Set, []source.Problem) {
	t.Helper()
	c := render.Config{Labels: labels, Assets: assets}
	for name, text := range files {
		c.Files = append(c.Files, source.NewFile("templates/"+name, text))
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

func TestMistakesAreLocatedAndNameTheFields(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a field", "{{define \"main\"}}\n  {{.Titel}}{{end}}", "templates/page.html:2:5: "},
		{"its hint", "{{define \"main\"}}{{.Titel}}{{end}}", "page.Prose has About, Body"},
		{"a nested field", "{{define \"main\"}}{{range .Menu}}{{.Words}}{{end}}{{end}}", "page.Link has Current, "},
		{"syntax", "{{define \"main\"}}\n{{if}}{{end}}{{end}}", "templates/page.html:2:"},
		{"a function", "{{define \"main\"}}\n{{nope}}{{end}}", "templates/page.html:2:"},
		{"an asset", "{{define \"main\"}}\n{{asset \"none.css\"}}{{end}}", "there is no asset \"none.css\""},
		{"a part", "{{define \"main\"}}\n{{template \"none\"}}{{end}}", "templates/page.html:2:"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, problems := set(t, map[string]string{"base.html": base, "page.html": c.text}, nil, nil)
			if len(problems) == 0 {
				_, p := s.Page("page", &page.Prose{Base: page.Base{Menu: []page.Link{{}}}})
				if p == nil {
					t.Fatal("nothing was reported")
				}
				problems = []source.Problem{*p}
			}
			if got := problems[0].String(); !strings.Contains(got, c.want) {
				t.Errorf("got %s\nwant it to hold %s", got, c.want)
			}
		})
	}
}

func TestAssetsAreBundledWithFingerprints(t *testing.T) {
	assets, problems := render.Bundle([]*source.File{
		source.NewFile("static/assets/site.css", "@import \"./part.css\";\nb { color : red }"),
		source.NewFile("static/assets/part/x.css", "i{}"),
		source.NewFile("static/assets/part.css", "a { color: blue }"),
	})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for _, a := range assets {
		if a.Name == "site.css" && (a.Data != "a{color:#00f}b{color:red}\n" || a.Path == "assets/site.css") {
			t.Errorf("%s: %q", a.Path, a.Data)
		}
	}
	_, problems = render.Bundle([]*source.File{source.NewFile("static/assets/site.js", "let x = 1;\nlet x = 2;")})
	if len(problems) != 1 || problems[0].Pos.Path != "static/assets/site.js" || problems[0].Pos.Line != 2 {
		t.Errorf("got %v", problems)
	}
}
