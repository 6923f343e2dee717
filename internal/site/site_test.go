package site_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"glossator/internal/annotate"
	"glossator/internal/catalogue"
	"glossator/internal/compare"
	"glossator/internal/doc"
	"glossator/internal/lexicon"
	"glossator/internal/mark"
	"glossator/internal/meta"
	"glossator/internal/site"
	"glossator/internal/source"
)

// tree makes a tree of files given as path and text.
func tree(t *testing.T, files map[string]string) *source.Tree {
	t.Helper()
	fs := fstest.MapFS{}
	for p, text := range files {
		fs[strings.TrimPrefix(p, "content/")] = &fstest.MapFile{Data: []byte(text)}
	}
	var r source.Reader
	tr, _, err := r.Read(source.Mount{Name: "content", Shown: "content", FS: fs})
	if err != nil {
		t.Fatal(err)
	}
	return tr
}

// model makes a site of files.
func model(t *testing.T, files map[string]string, pairs ...compare.Pair) (*site.Site, string) {
	t.Helper()
	files["content/site.yaml"] = "title: T\nfacets:\n  - {id: who, dir: who, singular: s, plural: p, question: q}\n  - {id: rule, dir: rules, singular: s, plural: p, question: q}\n"
	tr := tree(t, files)
	config, cat, problems := catalogue.Load(tr)
	lex, md := lexicon.New(cat, "en"), mark.New()
	in := site.Input{Config: config, Catalogue: cat, Tree: tr, ArticleDirs: []string{"content/articles"}, Pairs: func() []compare.Pair { return pairs }}
	for _, p := range tr.Under("content/articles") {
		if strings.HasSuffix(p, ".md") {
			d, ps := doc.Parse(tr.File(p), nil, doc.Options{Markdown: md})
			problems = append(problems, ps...)
			in.Articles = append(in.Articles, site.Annotated{Doc: d, Ann: annotate.Annotate(d, lex)})
		}
	}
	for _, e := range cat.Entries {
		d, _ := doc.Body(e.File, e.ID, e.Body, md)
		in.Entries = append(in.Entries, site.Annotated{Doc: d, Ann: annotate.Annotate(d, lex)})
	}
	for _, p := range tr.Under("content/pages") {
		d, _ := doc.Parse(tr.File(p), nil, doc.Options{Markdown: md})
		in.Pages = append(in.Pages, site.Annotated{Doc: d, Ann: annotate.Annotate(d, lex)})
	}
	s, ps := site.New(in)
	var lines []string
	for _, p := range source.SortProblems(append(problems, ps...)) {
		lines = append(lines, p.String())
	}
	return s, strings.Join(lines, "\n")
}

const (
	ferryOrder = "---\nname: Ferry Order\nperiods:\n  - {from: 2020-03, to: 2021-06-01, status: in force}\n  - {from: 2021-06-02, to: 2021-12-04, status: ended}\n  - {from: 2021-12-05, to: 2022-08, status: blocked}\n  - {from: 2022-09-01, as_of: 2023-01-01, status: ended}\n---\nAn order.\n"
	anaLuz     = "---\nname: Ana Luz\nkind: person\n---\nAna Luz sails.\n"
)

func TestRulesOnADay(t *testing.T) {
	s, problems := model(t, map[string]string{"content/rules/ferry-order.md": ferryOrder, "content/articles/a.md": "The Ferry Order."})
	if problems != "" {
		t.Fatal(problems)
	}
	for _, c := range []struct {
		day, word string
		since     int
	}{
		{"2020-02-29", "not yet", 4}, {"2020-03-31", "in force", 4}, {"2021-06-01", "in force", 3}, {"2021-06-02", "no longer", 3},
		{"2022-01-01", "blocked", 2}, {"2022-08-31", "blocked", 1}, {"2023-05-05", "no longer", 0},
	} {
		states := s.RulesOn(meta.Day(c.day), everything(s))
		if len(states) != 1 || states[0].Word != c.word || len(states[0].Since) != c.since {
			t.Errorf("on %s: %+v, want %s and %d since", c.day, states, c.word, c.since)
		}
	}
	s, _ = model(t, map[string]string{"content/articles/a.md": "x", "content/rules/dam-rule.md": "---\nname: Dam Rule\nperiods:\n  - {from: 2020, as_of: 2021-05}\n---\nA rule.\n"})
	for day, word := range map[meta.Day]string{"2021-05-31": "in force", "2021-06-01": "last known: in force"} {
		if got := s.RulesOn(day, everything(s))[0].Word; got != word {
			t.Errorf("on %s: %q, want %q: nothing is claimed past the as-of", day, got, word)
		}
	}
	if s.RulesOn("", everything(s)) != nil {
		t.Error("a text without a day has no rules of its day")
	}
}

func TestMentionsAreGatheredInContext(t *testing.T) {
	s, problems := model(t, map[string]string{
		"content/rules/ferry-order.md": ferryOrder, "content/who/ana-luz.md": anaLuz,
		"content/articles/late.md":  "---\npublished: 2022-01-02\n---\nThe Ferry Order ended.",
		"content/articles/early.md": "---\npublished: 2021-01-02\n---\nAna Luz came. Luz read the Ferry Order aloud.\n\nLuz left.",
	})
	if problems != "" {
		t.Fatal(problems)
	}
	if s.Articles[0].Doc.Name != "early" || s.Articles[0].Path != "articles/early.html" {
		t.Errorf("articles stand in time: first is %s", s.Articles[0].Doc.Name)
	}
	luz := s.Profile("ana-luz")
	var got []string
	for _, i := range luz.Articles {
		for _, m := range s.Articles[i].Of(luz.Index) {
			sentence, _ := s.Articles[i].Context(m)
			got = append(got, s.Articles[i].Doc.Prose.Text[sentence.Start:sentence.End])
		}
	}
	if want := []string{"Ana Luz came.", "Luz read the Ferry Order aloud.", "Luz left."}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if with := s.With(luz); len(with) != 1 || with[0].Sentences != 1 || luz.Mentions != 3 || len(luz.Articles) != 1 || s.Profile("ferry-order").Stories != 2 {
		t.Errorf("with %v, %d mentions, articles %v", with, luz.Mentions, luz.Articles)
	}
}

func TestCopiesTellOneStory(t *testing.T) {
	files := map[string]string{
		"content/who/ana-luz.md": anaLuz,
		"content/articles/a.md":  "Ana Luz came.", "content/articles/b.md": "Ana Luz came back.",
		"content/articles/c.md": "---\nsame_story:\n  - {article: a, as: unrelated}\n  - {article: b, as: same event}\n---\nAna Luz came too.",
	}
	s, problems := model(t, files, compare.Pair{A: 0, B: 1, Relation: compare.Copy}, compare.Pair{A: 0, B: 2, Relation: compare.Rewording})
	if problems != "" {
		t.Fatal(problems)
	}
	if s.Stories() != 2 || s.Profile("ana-luz").Stories != 2 || len(s.Profile("ana-luz").Articles) != 3 {
		t.Errorf("%d stories: a copy is not a second source, a denied relation is none", s.Stories())
	}
	if len(s.Pairs) != 2 || s.Pairs[1].Relation != "same event" || !s.Pairs[1].Stated || s.Pairs[0].Path != "compare/a--b.html" {
		t.Errorf("got %+v", s.Pairs)
	}
}

func TestContentFilesAreChecked(t *testing.T) {
	for _, c := range []struct{ name, path, text, want string }{
		{"timeline: unknown entry", "content/timeline.yaml", "- {date: 2020, title: x, entries: [ana-lus]}", "timeline.yaml:1:36: unknown entry \"ana-lus\" [unknown-entry]\n\thint: did you mean \"ana-luz\"?"},
		{"timeline: no list", "content/timeline.yaml", "date: 2020", "timeline.yaml:1:1: the file is a set of fields, not a list"},
		{"figures: agrees", "content/figures.yaml", "- {id: x, article: a, said: \"9\", agrees: mostly}", "\"mostly\" of \"agrees\" is none"},
		{"evidence: head", "content/articles/a.evidence.csv", "a,b\n", "a.evidence.csv:1:1: the first line is not paragraph,kind"},
		{"evidence: fields", "content/articles/a.evidence.csv", "paragraph,kind,entry,facet,level,phrase,value\n1,mention\n", "a.evidence.csv:2:1: 2 fields where 7 are due"},
		{"evidence: entry", "content/articles/a.evidence.csv", "paragraph,kind,entry,facet,level,phrase,value\n1,mention,ana,who,named,x,\n", "a.evidence.csv:2:1: unknown entry \"ana\""},
		{"changes: of whom", "content/compare/a--z.csv", "", "a--z.csv:1:1: warning: \"a--z\" does not name two articles"},
		{"a broken mark's entry", "content/articles/b.md", "See [[ana-lus|her]].", "b.md:1:5: unknown entry \"ana-lus\""},
		{"a guessed speaker", "content/articles/a.evidence.csv", "paragraph,kind,entry,facet,level,phrase,value\n1,quote,ana-luz,who,likely,so it is,\n", `a.evidence.csv:2:1: note: "ana-luz" is likely whose words "so it is" are: nobody is printed`},
		{"exhibit: nothing in it", "content/exhibits/x.yaml", "title: x", "x.yaml:1:1: an exhibit with nothing in it [exhibit]"},
		{"exhibit: on no page", "content/exhibits/x.yaml", "title: x\nterms: [{term: a, text: b}]", "x.yaml:1:1: warning: no page shows the exhibit \"x\""},
		{"exhibit: of another name", "content/pages/p.md", "---\ntitle: P\nexhibits: [y]\n---\nx", "p.md:3:12: there is no exhibit \"y\" [unknown-exhibit]"},
		{"exhibit: cells", "content/exhibits/x.yaml", "title: x\ncolumns: [a, b]\nrows:\n  - {cells: [c]}", "x.yaml:4:6: 1 cells where there are 2 columns"},
		{"exhibit: entry", "content/exhibits/x.yaml", "title: x\nterms: [{term: a, text: b, entries: [ana-lus]}]", "x.yaml:2:38: unknown entry \"ana-lus\""},
		{"exhibit: citation", "content/exhibits/x.yaml", "title: x\nterms: [{term: a, text: b, cited: [log]}]\ncitations: [{id: logs, title: L, publisher: P, date: undated}]", "x.yaml:2:36: unknown citation \"log\" [unknown-citation]\n\thint: did you mean \"logs\"?"},
		{"exhibit: no periods", "content/exhibits/x.yaml", "title: x\nsteps: [{date: 2020-01-01, title: t, rules: [ana-luz]}]", "x.yaml:2:46: \"ana-luz\" has no periods"},
		{"exhibit: values", "content/exhibits/x.yaml", "title: x\nseries: [a, b]\ncounts:\n  - {at: 2020-01, values: [1]}", "x.yaml:4:6: 1 values where there are 2 series [exhibit]"},
		{"exhibit: less than none", "content/exhibits/x.yaml", "title: x\nseries: [a]\ncounts: [{at: 2020, values: [-1]}]", "a count of -1 [exhibit]"},
		{"exhibit: no position", "content/exhibits/x.yaml", "title: x\nplaces: [{name: a, position: 32 N}]", "x.yaml:2:30: \"32 N\" is no position [exhibit]"},
		{"exhibit: off the earth", "content/exhibits/x.yaml", "title: x\nplaces:\n  - {name: a, position: \"-117.03, 32.5\"}", "\"-117.03, 32.5\" is no position [exhibit]\n\thint: write degrees north and degrees east"},
		{"exhibit: no outline", "content/exhibits/x.yaml", "title: x\noutline: y.geojson\nplaces: [{name: a, position: \"1, 2\"}]", "x.yaml:2:10: there is no outline \"y.geojson\" [unknown-outline]"},
		{"exhibit: a month is no day", "content/exhibits/x.yaml", "title: x\nsteps: [{date: 2020-01, title: t}]", "x.yaml:2:16:"},
		{"same_story", "content/articles/b.md", "---\nsame_story: [{article: z, as: copy}]\n---\nx", "b.md:2:24: warning: there is no article \"z\""},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, got := model(t, map[string]string{"content/who/ana-luz.md": anaLuz, "content/articles/a.md": "Ana Luz came.", c.path: c.text})
			if !strings.Contains(got, c.want) {
				t.Errorf("got\n%s\nwant it to hold\n%s", got, c.want)
			}
		})
	}
}

func FuzzReadEvidence(f *testing.F) {
	f.Add("paragraph,kind,entry,facet,level,phrase,value\n1,mention,x,who,named,\"a, b\",\n")
	f.Fuzz(func(t *testing.T, text string) {
		rows, _ := site.ReadEvidence(source.NewFile("x.csv", text))
		for _, r := range rows {
			if len(strings.Fields(r.Phrase)) > site.MostWords || r.Paragraph < 0 || r.Kind == "quote" && r.Level == "likely" {
				t.Errorf("accepted %+v", r)
			}
		}
	})
}

func everything(s *site.Site) (all []int) {
	for i := range s.Profiles {
		all = append(all, i)
	}
	return all
}
