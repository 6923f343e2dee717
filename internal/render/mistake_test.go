package render_test

import (
	"io/fs"
	"path"
	"strings"
	"testing"

	"glossator/internal/page"
	"glossator/internal/render"
	"glossator/internal/source"
	"glossator/templates"
)

// stock reads the templates that the program carries.
func stock(t *testing.T) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := fs.WalkDir(templates.FS, ".", func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || path.Ext(p) != ".html" {
			return err
		}
		data, err := fs.ReadFile(templates.FS, p)
		files[p] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

var assets = map[string]string{"site.css": "a", "type.css": "a", "more.css": "a", "site.js": "a", "first.js": "a", "search.js": "a", "share.js": "a", "timeline.js": "a", "embed.css": "a", "embed.js": "a"}

func TestStockTemplatesHaveNoMistake(t *testing.T) {
	_, problems := set(t, stock(t), nil, assets)
	for _, p := range problems {
		t.Error(p)
	}
}

// Every mistake is found when the templates are read, before any page is made.
func TestMistakesAreFoundWithoutAPage(t *testing.T) {
	for _, c := range []struct{ name, file, text, want string }{
		{"a field", "page.html", "{{define \"main\"}}\n  {{.Titel}}{{end}}",
			`templates/page.html:2:5: no field "Titel" in Prose [template]` + "\n\thint: did you mean \"Title\"? Prose has About, Body, "},
		{"one that is not near", "page.html", "{{define \"main\"}}{{.Words}}{{end}}", "hint: Prose has About, "},
		{"columns in code points", "page.html", "{{define \"main\"}}äöü{{.Titel}}{{end}}", "templates/page.html:1:23: "},
		{"a field of a field", "article.html", "{{define \"main\"}}{{.Rules.Dya.ISO}}{{end}}",
			"templates/article.html:1:26: no field \"Dya\" in Rules [template]\n\thint: did you mean \"Day\"? Rules has Any, Day, "},
		{"in a with", "article.html", "{{define \"main\"}}{{with .Event}}{{.Iso}}{{end}}{{end}}", "1:35: no field \"Iso\" in Day [template]\n\thint: did you mean \"ISO\"? Day has ISO, Text"},
		{"in its else", "article.html", "{{define \"main\"}}{{with .Event}}{{else}}{{.ISO}}{{end}}{{end}}", "no field \"ISO\" in Article"},
		{"in a range", "article.html", "{{define \"main\"}}{{range .Figures}}{{.Sad}}{{end}}{{end}}", "1:38: no field \"Sad\" in FigureRow [template]\n\thint: did you mean \"Said\"?"},
		{"of the page, in a range", "article.html", "{{define \"main\"}}{{range .Figures}}{{$.Titel}}{{end}}{{end}}", "1:39: no field \"Titel\" in Article"},
		{"of a variable", "article.html", "{{define \"main\"}}{{range $i, $f := .Figures}}{{$f.Sad}}{{end}}{{end}}", "no field \"Sad\" in FigureRow"},
		{"of a pipeline", "article.html", "{{define \"main\"}}{{(index .Figures 0).Sad}}{{end}}", "1:38: no field \"Sad\" in FigureRow"},
		{"of a text", "article.html", "{{define \"main\"}}{{.Title.Text}}{{end}}", "no field \"Text\" in .Title, which is text [template]\n\thint: write .Title alone"},
		{"of a list", "article.html", "{{define \"main\"}}{{.Figures.Said}}{{end}}", "which is a list of FigureRow [template]\n\thint: take its items one by one: {{range .Figures}} … {{end}}"},
		{"in a part", "parts/citation.html", "{{define \"citation\"}}{{.Wrods}}{{end}}", "templates/parts/citation.html:1:24: no field \"Wrods\" in Citation [template]\n\thint: did you mean \"Words\"?"},
		{"in a shared part", "parts/foot.html", "{{define \"foot\"}}{{.Sites}}{{end}}", "templates/parts/foot.html:1:20: no field \"Sites\" that every page has [template]\n\thint: did you mean \"Site\"? Base has About, "},
		{"in the frame", "base.html", "{{block \"head\" .}}{{end}}{{block \"main\" .}}{{end}}{{.Sites}}", "templates/base.html:1:53: no field \"Sites\" that every page has"},
		{"a name of a dict", "page.html", `{{define "main"}}{{template "x" dict "A" .Title}}{{end}}{{define "x"}}{{.B}}{{end}}`, "no name \"B\" in the dict [template]\n\thint: did you mean \"A\"? names: A"},
		{"a part without its value", "page.html", `{{define "main"}}{{template "citation"}}{{end}}`, "no field \"URL\" where there is no value"},
		{"a range over one thing", "article.html", "{{define \"main\"}}{{range .Event}}{{end}}{{end}}", "1:26: range over .Event, which is a Day [template]\n\thint: for one value, which may be missing, write {{with .Event}}"},
		{"a range over text", "article.html", "{{define \"main\"}}{{range .Title}}{{end}}{{end}}", "range over .Title, which is text [template]\n\thint: a list is needed"},
		{"a part that is not there", "page.html", "{{define \"main\"}}\n{{template \"citatoin\" .}}{{end}}", "templates/page.html:2:12: there is no part \"citatoin\" [template]\n\thint: did you mean \"citation\"? parts: card, cards, "},
		{"an asset that is not there", "page.html", "{{define \"main\"}}\n{{asset \"sight.css\"}}{{end}}", "templates/page.html:2:9: there is no asset \"sight.css\" [template]\n\thint: did you mean \"site.css\"? assets: embed.css, "},
		{"too many values", "page.html", "{{define \"main\"}}{{t .Title .Path}}{{end}}", "1:20: t takes 1 value, not 2"},
		{"a value of another kind", "article.html", "{{define \"main\"}}{{t .Minutes}}{{end}}", "1:22: t takes text, and .Minutes is a number"},
		{"the same, handed on", "article.html", "{{define \"main\"}}{{.Body | t}}{{end}}", "t takes text, and .Body is HTML"},
		{"a struct for readers", "article.html", "{{define \"main\"}}{{.Published}}{{end}}", "1:20: warning: .Published is a Day: readers would see it as Go prints it [template]\n\thint: choose one of its fields: ISO, Text"},
		{"a list for readers", "article.html", "{{define \"main\"}}{{.Authors}}{{end}}", "warning: .Authors is a list of texts: "},
		{"in what nothing calls", "page.html", `{{define "main"}}{{end}}{{define "left"}}{{template "over"}}{{end}}`, "there is no part \"over\""},
		{"a kind that is not there", "artcle.html", "", "templates/artcle.html:1:1: warning: no page is made with \"artcle.html\" [unused-template]\n\thint: did you mean \"article\"? page kinds: 404, accessibility, article, "},

		{"a mark's field", "parts/own.html", "{{define \"mark-mention\"}}\n<a href=\"{{.Href}}\">{{.Wrods}}</a>{{end}}",
			"templates/parts/own.html:2:23: no field \"Wrods\" in MentionMark [template]\n\thint: did you mean \"Words\"? MentionMark has Again, "},
		{"a mark without its words", "parts/own.html", "\n{{define \"mark-date\"}}<time>{{.Day.Text}}</time>{{end}}",
			"templates/parts/own.html:2:3: part \"mark-date\" loses words: it does not print .Words [template]\n\thint: print {{.Words}} once, between tags"},
		{"with them twice", "parts/own.html", `{{define "mark-date"}}{{.Words}} {{.Words}}{{end}}`, "1:3: part \"mark-date\" prints .Words 2 times"},
		{"with them in one way", "parts/own.html", `{{define "mark-mention"}}{{if .First}}<b>{{.Words}}</b>{{end}}{{end}}`, "1:31: .Words is printed in only one way through {{if .First}}"},
		{"with them in a range", "parts/own.html", `{{define "mark-date"}}{{range 2}}{{$.Words}}{{end}}{{end}}`, "1:31: .Words is printed in each turn of {{range 2}}"},
		{"with them for a function", "parts/own.html", `{{define "mark-date"}}{{printf "%s" .Words}}{{end}}`, "1:37: .Words can be printed, and nothing else"},
		{"with them for a variable", "parts/own.html", `{{define "mark-date"}}{{$w := .Words}}{{$w}}{{end}}`, "1:25: .Words can be printed, and nothing else"},
		{"with them for a question", "parts/own.html", `{{define "mark-date"}}{{with .Words}}{{.}}{{end}}{{end}}`, "1:30: .Words can be printed, and nothing else"},
		{"with them in a part of its own", "parts/own.html", `{{define "mark-date"}}{{template "w" .}}{{template "w" .}}{{end}}{{define "w"}}{{.Words}}{{end}}`, "part \"mark-date\" prints .Words 2 times"},
		{"a note without its words", "parts/own.html", `{{define "own-note"}}{{.Words}}{{end}}`, "part \"own-note\" loses words: it does not print .Rest"},
		{"for one kind of page", "article.html", `{{define "main"}}{{.Body}}{{end}}{{define "note"}}x{{end}}`,
			"templates/article.html:1:36: warning: part \"note\" is made for all pages together, not for \"article.html\" alone [template]\n\thint: define it in a file under templates/parts/"},
		{"without a part", "parts/marks.html", ``, "templates/parts: there is no part \"mark-date\" [template]\n\thint: define it in a file there"},

		{"a function", "page.html", "{{define \"main\"}}\n  {{nope .Title}}{{end}}", "templates/page.html:2:5: there is no function \"nope\" [template]\n\thint: functions: and, asset, "},
		{"an action that is open", "page.html", "{{define \"main\"}}\n<p>{{.Title\n</p>{{end}}", "templates/page.html:2:4: action is not closed [template]\n\thint: write }} where it ends"},
		{"a block that is open", "page.html", "{{define \"main\"}}\n{{if .Title}}<p>\n{{end}}", "templates/page.html:1:1: {{define}} is not closed [template]\n\thint: write {{end}} where it ends"},
		{"a range that is open", "page.html", "{{define \"main\"}}{{end}}{{define \"x\"}}{{end}}\n{{range .Menu}}", "templates/page.html:2:1: {{range}} is not closed"},
		{"an end too many", "page.html", "{{define \"main\"}}{{end}}\nx {{end}}", "templates/page.html:2:3: {{end}} closes nothing"},
		{"no condition", "page.html", "{{define \"main\"}}\n {{if}}{{end}}{{end}}", "templates/page.html:2:2: missing value for if [template]\n\thint: say of what: {{if .Field}}"},
		{"a variable", "page.html", "{{define \"main\"}}\n{{$x}}{{end}}", "templates/page.html:2:3: undefined variable \"$x\" [template]\n\thint: declare it first: {{$x := …}}"},
		{"a quotation mark", "page.html", "{{define \"main\"}}\n{{t \"x}}{{end}}", "templates/page.html:2:5: unterminated quoted string"},
		{"in a part's form", "parts/citation.html", "{{define \"citation\"}}{{nope}}{{end}}", "templates/parts/citation.html:1:24: there is no function \"nope\""},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := stock(t)
			files[c.file] = c.text
			s, problems := set(t, files, nil, assets)
			var got []string
			for _, p := range problems {
				got = append(got, p.String())
			}
			if !strings.Contains(strings.Join(got, "\n"), c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
			if c.file == "base.html" && len(problems) != 1 {
				t.Errorf("a mistake in the frame is told %d times", len(problems))
			}
			if len(problems) > 0 && problems[0].Severity == source.Error && strings.Count(c.file, "/") == 0 {
				kind := strings.TrimSuffix(c.file, ".html")
				if view := page.Empty()[kind]; view != nil {
					if _, p := s.Page(kind, view); p == nil || !strings.Contains(strings.Join(got, "\n"), p.String()) {
						t.Errorf("a page of the kind has %v", p)
					}
				}
			}
		})
	}
}

// What stands in an attribute or a comment is found when the part is made.
func TestWordsNeedAPlaceForWords(t *testing.T) {
	for _, text := range []string{`<b title="{{.Words}}"></b>`, `<!-- {{.Words}} -->`, `<textarea>{{.Words}}</textarea>`} {
		files := stock(t)
		files["parts/own.html"] = `{{define "mark-date"}}` + text + `{{end}}`
		s, problems := set(t, files, nil, assets)
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		p := s.Part(new(strings.Builder), "mark-date", page.InTexts()["mark-date"])
		if p == nil || !strings.HasPrefix(p.String(), "templates/parts/own.html:1:3: part \"mark-date\" prints .Words where no words can stand [template]") {
			t.Errorf("%s: %v", text, p)
		}
	}
}

func TestWhatIsRightIsNotReported(t *testing.T) {
	for _, text := range []string{
		`{{$x := .Title}}{{$x = .Path}}{{$x}}`,
		`{{with or .Event .Published}}{{.ISO}}{{end}}`,
		`{{range $i, $f := .Figures}}{{if $i}}, {{end}}{{$f.Said}}{{else}}{{.Title}}{{end}}`,
		`{{range $f := .Figures}}{{range $f.Entries}}{{.Name}}{{$.Title}}{{end}}{{end}}`,
		`{{template "x" (dict "A" .Figures "B" .Rules)}}`,
		`<script type="application/json">{{.Authors}}</script>`,
		`{{len .Authors}}{{index .Authors 0 | t}}{{printf "%d" .Minutes}}{{eq .Kind "article"}}`,
		`{{range .Rules.On}}{{.Name}}{{.Card.Name}}{{.Note}}{{end}}`,
		`{{range 3}}{{.}}{{end}}{{range $i := 3}}{{$i}}{{end}}`,
		`{{template "tree" .Menu}}`,
		`{{template "deep" (dict "A" .Title)}}`,
		`{{with $y := .Event}}{{$y.ISO}}{{else with .Published}}{{.Text}}{{end}}`,
	} {
		files := stock(t)
		files["article.html"] = `{{define "main"}}` + text + `{{end}}{{define "x"}}{{range .A}}{{.Said}}{{end}}{{.B.Day.ISO}}{{end}}` +
			`{{define "deep"}}{{template "deep" (dict "A" . "B" .)}}{{template "deep" (dict "A" .)}}{{end}}` +
			`{{define "tree"}}{{range .}}{{.Text}}{{template "tree" $}}{{end}}{{end}}`
		if _, problems := set(t, files, nil, assets); len(problems) > 0 {
			t.Errorf("%s: %v", text, problems)
		}
	}
}

// What only a page can show is told with its place, and with the pages.
func TestMistakesOfAPageAreToldOnce(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"what is missing", "{{define \"main\"}}\n  {{.Event.Text}}{{end}}",
			"templates/article.html:2:11: .Event has nothing here to take .Text from [template]\n\thint: where it may be missing write {{with .Event}}{{.Text}}{{end}}\n\tmet by articles/a.html, articles/b.html"},
		{"too few", "{{define \"main\"}}{{index .Authors 0}}{{end}}", "templates/article.html:1:20: index .Authors 0: the list is shorter here [template]\n\thint: ask with"},
		{"an address", "{{define \"main\"}}<a href='{{if .Title}}x?{{end}}{{.Title}}'>x</a>{{end}}", "templates/article.html:1:"},
		{"known before", "{{define \"main\"}}{{.Titel}}{{end}}", "did you mean \"Title\"? Article has "},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := stock(t)
			files["article.html"] = c.text
			s, problems := set(t, files, nil, assets)
			for _, path := range []string{"articles/b.html", "articles/a.html"} {
				_, p := s.Page("article", &page.Article{Base: page.Base{Path: path, Title: "T"}})
				if p == nil {
					t.Fatal("nothing was reported")
				}
				problems = append(problems, *p)
			}
			problems = source.SortProblems(problems)
			if len(problems) != 1 || !strings.Contains(problems[0].String(), c.want) || problems[0].Pages != "articles/a.html articles/b.html" {
				t.Errorf("got  %v\nwant %s", problems, c.want)
			}
		})
	}
}

func BenchmarkNew(b *testing.B) {
	c := render.Config{Assets: assets}
	entries := []string{}
	_ = fs.WalkDir(templates.FS, ".", func(p string, e fs.DirEntry, err error) error {
		if err == nil && path.Ext(p) == ".html" {
			entries = append(entries, p)
		}
		return err
	})
	for _, p := range entries {
		data, _ := fs.ReadFile(templates.FS, p)
		c.Files = append(c.Files, source.NewFile("templates/"+p, string(data)))
	}
	for b.Loop() {
		render.New(c)
	}
}

// Whatever an author writes is read, and every place that is told lies in a file.
func FuzzTemplates(f *testing.F) {
	f.Add(`{{define "main"}}{{range .Menu}}{{.Words}}{{end}}{{end}}`)
	f.Add(`{{define "main"}}{{template "main" .}}{{dict "A" . | t}}`)
	f.Add(`{{/* {{if */}}{{with $x := .Title}}{{`)
	f.Fuzz(func(t *testing.T, text string) {
		s, problems := set(t, map[string]string{"base.html": base, "page.html": text}, nil, nil)
		for _, p := range problems {
			if p.Pos.Line < 1 || p.Pos.Col < 1 {
				t.Errorf("%q: %v", text, p)
			}
		}
		if s == nil {
			t.Error("no set")
		}
	})
}
