package export

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"glossator/internal/annotate"
	"glossator/internal/catalogue"
	"glossator/internal/compare"
	"glossator/internal/doc"
	"glossator/internal/golden"
	"glossator/internal/lexicon"
	"glossator/internal/mark"
	"glossator/internal/site"
	"glossator/internal/source"
)

// TestWhatIsExported holds every file, byte by byte, and the data of every page: with a
// base address and without one.
func TestWhatIsExported(t *testing.T) {
	s, o := wholeSite(t, "testdata/site.txtar")
	var got txtar.Archive
	add := func(under, path, data string) {
		if data != "" && data[len(data)-1] != '\n' {
			data += "\n"
		}
		got.Files = append(got.Files, txtar.File{Name: under + path, Data: []byte(data)})
	}
	for under, base := range map[string]string{"": "", "based/": "https://example.org/x"} {
		o.Base = base
		for _, f := range whole(s, o) {
			if f.Path != "data/site.schema.json" { // it stands beside this test
				add(under, f.Path, f.Data)
			}
		}
		maker := NewLD(s, o.Base)
		add(under, "index.html", maker.Home())
		for _, a := range s.Articles {
			for _, f := range ofArticle(s, a, o) {
				add(under, f.Path, f.Data)
			}
			add(under, a.Path, maker.Article(a))
		}
		for _, p := range s.Profiles {
			add(under, p.Path, maker.Entry(p))
			for _, f := range formats() {
				if f.Entries {
					var b strings.Builder
					if err := f.WriteEntry(&b, s, p, o); err != nil {
						t.Fatal(err)
					}
					add(under, f.Path(p.Path), b.String())
				}
			}
		}
	}
	slices.SortFunc(got.Files, func(a, b txtar.File) int { return strings.Compare(a.Name, b.Name) })
	golden.Is(t, "testdata/exports.txtar", string(txtar.Format(&got)))
}

// wholeSite is the site of an archive of files, annotated and compared as a build does.
func wholeSite(t *testing.T, path string) (*site.Site, Options) {
	t.Helper()
	archive, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	fs := fstest.MapFS{}
	for _, f := range archive.Files {
		fs[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	tree, _, err := new(source.Reader).Read(source.Mount{Name: "content", Shown: "content", FS: fs})
	if err != nil {
		t.Fatal(err)
	}
	config, cat, problems := catalogue.Load(tree)
	lex, md := lexicon.New(cat, "en"), mark.New()
	in := site.Input{Config: config, Catalogue: cat, Tree: tree, ArticleDirs: []string{"content/articles"}}
	annotated := func(d *doc.Document, ps []source.Problem) site.Annotated {
		problems = append(problems, ps...)
		return site.Annotated{Doc: d, Ann: annotate.Annotate(d, lex)}
	}
	for _, e := range cat.Entries {
		in.Entries = append(in.Entries, annotated(doc.Body(e.File, e.ID, e.Body, md)))
	}
	for _, p := range tree.Under("content/articles") {
		in.Articles = append(in.Articles, annotated(doc.Parse(tree.File(p), nil, doc.Options{Markdown: md})))
	}
	for _, p := range tree.Under("content/pages") {
		in.Pages = append(in.Pages, annotated(doc.Parse(tree.File(p), nil, doc.Options{Markdown: md})))
	}
	in.Pairs = func() []compare.Pair { return []compare.Pair{{A: 0, B: 2, Relation: compare.Rewording}} }
	s, ps := site.New(in)
	for _, p := range append(problems, ps...) {
		if source.Stops([]source.Problem{p}, false) {
			t.Fatal(p)
		}
	}
	side := func(i int) compare.Side { return compare.Side{Doc: s.Articles[i].Doc, Ann: s.Articles[i].Ann} }
	changes := []*compare.Comparison{compare.Compare("en", side(s.Pairs[0].A), side(s.Pairs[0].B))}
	return s, Options{Policy: "default-src 'self'", Changes: func() []*compare.Comparison { return changes }}
}
