package importer

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"glossator/internal/build"
	"glossator/internal/source"
)

// folder writes files into a new directory and goes there.
func folder(t *testing.T, files map[string]string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for p, data := range files {
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// imported makes and writes, and gives what became of each article's file.
func imported(t *testing.T, r Request) (did []string, problems []string) {
	t.Helper()
	p, err := Make(r)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Write(); err != nil {
		t.Fatal(err)
	}
	for _, f := range p.Files {
		if f.Article != nil {
			did = append(did, f.Action+" "+strings.TrimPrefix(f.Path, "content/articles/"))
		}
	}
	for _, x := range p.Problems {
		problems = append(problems, x.Rule)
	}
	return did, problems
}

func same(t *testing.T, got, want any) {
	t.Helper()
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestNewSiteBuildsAtOnce(t *testing.T) {
	here, err := filepath.Abs("testdata/pages")
	if err != nil {
		t.Fatal(err)
	}
	folder(t, map[string]string{"in/one.txt": "A title\n\nA text about nobody at all.\n", "in/two.md": "# Another\n\nText.\n"})
	for _, facets := range [][]string{nil, {}, {"who", "law", "place"}, {"river-basin", "glass", "boat", "species"}} {
		dir := filepath.Join(t.TempDir(), "my-story")
		imported(t, Request{Site: dir, New: true, Facets: facets, Paths: []string{here, "in"}})
		r, err := build.New(build.Config{Site: dir}).Build()
		if err != nil {
			t.Fatal(err)
		}
		r.Render()
		for _, p := range r.Report.Problems {
			if p.Rule != "private-text" && p.Severity != source.Note {
				t.Error(p)
			}
		}
		if len(r.Site.Articles) != 8 || r.Site.Config.Title != "My story" || r.Site.Config.Language != "en" {
			t.Errorf("%d articles, %+v", len(r.Site.Articles), r.Site.Config)
		}
		if want := max(1, len(facets)); facets != nil && len(r.Site.Config.Facets) != want {
			t.Errorf("%v: %d facets", facets, len(r.Site.Config.Facets))
		}
	}
}

func TestNothingIsOverwritten(t *testing.T) {
	page := func(day, words string) string {
		return "<html><head><link rel=canonical href='https://courier.example/" + day + "'><meta name=date content='" + day + "'></head><body><article><h1>The ferry stays</h1><p>" + words +
			"</p><p>The council said so on Wednesday, and nobody asked it why.</p></article></body></html>"
	}
	folder(t, map[string]string{
		"a.html": page("2024-06-12", "It runs twice an hour."), "b.html": page("2024-07-01", "It runs once an hour."),
		"c.txt": "Another text\n\nOf few words.\n",
	})
	all := []string{"a.html", "b.html", "c.txt"}
	did, problems := imported(t, Request{Site: "s", New: true, Paths: all})
	same(t, did, []string{"wrote the-ferry-stays.md", "wrote the-ferry-stays-2.md", "wrote another-text.md"})
	same(t, problems, []string{"near-copy"}) // two days' notices differ in a word

	did, _ = imported(t, Request{Site: "s", Paths: all})
	same(t, did, []string{"kept the-ferry-stays.md", "kept the-ferry-stays-2.md", "kept another-text.md"})
	did, _ = imported(t, Request{Site: "s", Paths: []string{"b.html"}})
	same(t, did, []string{"kept the-ferry-stays-2.md"})

	mine := "s/content/articles/the-ferry-stays-2.md"
	text, _ := os.ReadFile(mine)
	if err := os.WriteFile(mine, []byte(strings.Replace(string(text), "once", "[[-|once]]", 1)), 0o644); err != nil {
		t.Fatal(err)
	}
	did, problems = imported(t, Request{Site: "s", Paths: all})
	same(t, did, []string{"kept the-ferry-stays.md", "kept the-ferry-stays-2.md", "kept another-text.md"}) // a mark changes no word
	same(t, problems, []string(nil))
	if err := os.WriteFile(mine, []byte(strings.Replace(string(text), "once", "at most once", 1)), 0o644); err != nil {
		t.Fatal(err)
	}
	did, problems = imported(t, Request{Site: "s", Paths: all})
	same(t, did, []string{"kept the-ferry-stays.md", "skipped the-ferry-stays-2.md", "kept another-text.md"})
	same(t, problems, []string{"already-there"})
	did, _ = imported(t, Request{Site: "s", Paths: all, Force: true})
	same(t, did, []string{"kept the-ferry-stays.md", "replaced the-ferry-stays-2.md", "kept another-text.md"})

	if err := os.Rename(mine, "s/content/articles/renamed.md"); err != nil {
		t.Fatal(err)
	}
	did, problems = imported(t, Request{Site: "s", Paths: []string{"b.html"}, Rights: "own"})
	same(t, did, []string{"kept renamed.md"})
	same(t, problems, []string(nil))

	if _, err := Make(Request{Site: "s", New: true, Title: "Mine", Paths: all}); err == nil || !strings.Contains(err.Error(), "site.yaml stands there already: nothing was written") {
		t.Error(err)
	}
	if _, err := Make(Request{Site: "none", Paths: all}); err == nil || !strings.Contains(err.Error(), "--new DIR") {
		t.Error(err)
	}
}

// A page that its publisher changed comes beside the first, once, and the two are told to be
// one story.
func TestVersionsOfAPage(t *testing.T) {
	page := func(words string) string {
		return "<html><head><link rel=canonical href='https://courier.example/ferry'><meta name=date content='2024-06-12'></head><body><article><h1>The ferry stays</h1><p>" + words +
			"</p><p>The council said so on Wednesday, and nobody asked it why, although the hall was full and the night was long.</p></article></body></html>"
	}
	folder(t, map[string]string{"a.html": page("It runs twice an hour."), "later.html": page("It runs once an hour, the council said at first."), "last.html": page("It does not run.")})
	imported(t, Request{Site: "s", New: true, Paths: []string{"a.html"}})
	did, problems := imported(t, Request{Site: "s", Paths: []string{"later.html"}})
	same(t, did, []string{"skipped the-ferry-stays.md"})
	same(t, problems, []string{"already-there"})
	for range 2 {
		did, problems = imported(t, Request{Site: "s", Versions: true, Paths: []string{"a.html", "later.html"}})
		same(t, problems, []string(nil))
		same(t, did[:1], []string{"kept the-ferry-stays.md"})
	}
	same(t, did[1:], []string{"kept the-ferry-stays-2.md"})
	did, _ = imported(t, Request{Site: "s", Versions: true, Paths: []string{"last.html"}})
	same(t, did, []string{"wrote the-ferry-stays-3.md"})
	text, _ := os.ReadFile("s/content/articles/the-ferry-stays-3.md")
	if !strings.Contains(string(text), "\nsame_story: [{article: the-ferry-stays, as: copy}]") || !strings.Contains(string(text), "\nIt does not run.\n") {
		t.Errorf("%s", text)
	}
	r, err := build.New(build.Config{Site: "s", Exports: "pages"}).Build()
	if err != nil || r.Report.Errors > 0 || len(r.Site.Pairs) != 3 {
		t.Errorf("%v, %d errors, %d pairs", err, r.Report.Errors, len(r.Site.Pairs))
	}
}

// What reads like another text is told, whether it comes with it or stands in the site; the
// table of what was read says so too, and can be read back.
func TestNearCopiesAreTold(t *testing.T) {
	body := strings.Repeat("The harbor office counted the boats that came in the night and wrote their names into a book. ", 1) +
		"Nobody had asked for the list before the new order, and the office keeps it in a drawer that has no lock. " +
		"The mayor wants it read aloud in the council on the first Monday of each month, with the names of the owners."
	folder(t, map[string]string{
		"one.txt": "Boats in a book\n\n" + body + "\n", "two.txt": "Boats are counted\n\n" + body + " He has not said why.\n",
		"three.txt": "Rain on Friday\n\nIt will rain on Friday in the whole valley, and the wind will turn to the west before the evening comes.\n",
	})
	_, problems := imported(t, Request{Site: "s", New: true, Paths: []string{"one.txt", "three.txt"}})
	same(t, problems, []string(nil))
	read := 0
	p, err := Make(Request{Site: "s", Paths: []string{"two.txt"}, Rights: "own", Progress: func(stage string, done, total int) {
		if read++; stage != "read" || done != 0 || total != 1 {
			t.Errorf("%s: %d of %d", stage, done, total)
		}
	}})
	if read != 1 {
		t.Errorf("a bar was told %d times of one text", read)
	}
	if err != nil || len(p.Problems) != 1 || !strings.Contains(p.Problems[0].Msg, "like a copy of boats-in-a-book: 9") && !strings.Contains(p.Problems[0].Msg, "like a copy of boats-in-a-book: 100") {
		t.Fatalf("%v %v", err, p.Problems)
	}
	if err := p.Write(); err != nil {
		t.Fatal(err)
	}
	table := p.Table()
	if want := "boats-are-counted,two.txt,"; !strings.Contains(table, want) || !strings.Contains(table, ",0,a copy of boats-in-a-book,Boats are counted,") {
		t.Errorf("%s", table)
	}
	if err := os.WriteFile("t.csv", []byte(strings.Replace(table, "Boats are counted", "Boats are counted at night", 1)), 0o644); err != nil {
		t.Fatal(err)
	}
	back, err := ArticlesTableOf(build.Config{Site: "s"}, "t.csv")
	if err != nil || len(back.Problems) > 0 || len(back.Changes) != 1 || strings.Join(back.Changes[0].Fields, " ") != "title" {
		t.Errorf("%v %+v", err, back)
	}
}

func TestOtherFilesHoldNames(t *testing.T) {
	folder(t, map[string]string{
		"ferry.txt": "Ferry\n\nIt stays for now.\n", "s/content/site.yaml": "title: S\nfacets: []\n",
		"s/content/articles/ferry.txt": "Another ferry\n\nIt goes.\n", "s/content/articles/Ferry-2.md": "It went.\n",
	})
	did, _ := imported(t, Request{Site: "s", Paths: []string{"ferry.txt"}})
	same(t, did, []string{"wrote ferry-3.md"})
}

func TestWhatCannotBeReadIsToldAndTheRestGoesOn(t *testing.T) {
	folder(t, map[string]string{
		"in/a.txt": "One\n\nA text.\n", "in/b.txt": "", "in/c.txt": "x\x00y", "in/d.html": "%PDF-1.7", "in/e.md": "---\ntitle: x\n", "in/f.md": "---\ntitle: [x\n---\ny\n",
		"in/g.md": "See [[broken.\n", "in/h.html": "<html><script>x()</script></html>", "in/picture.jpg": "\xff\xd8", "in/i.md": "+++\ntitle = 'x'\n+++\ny\n", "in/.hidden.txt": "no",
		"in/page.html": "<article><p>A page of a few words that make an article.</p></article>", "in/page_files/ad.html": "<p>An advert in a frame.</p>", "in/j.txt": "One\n\nA text.\n",
		"in/k.md": "---\ntitle: K\n---\n", "in/l.txt": "Only a title\n", "empty/x.png": "",
	})
	p, err := Make(Request{Site: "s", New: true, Paths: []string{"in", "in/a.txt", "none.txt", "empty"}})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, x := range p.Problems {
		got = append(got, x.Pos.String()+" "+x.Severity.String()+" "+x.Rule)
	}
	slices.Sort(got)
	same(t, got, []string{
		"empty error no-articles", "in/a.txt warning given-twice", "in/b.txt error no-text", "in/c.txt error no-text", "in/d.html error unreadable", "in/e.md:1:1 error front-matter",
		"in/f.md:2:8 error yaml", "in/g.md:1:5 error broken-mark", "in/h.html:1:1 error no-article", "in/i.md:1:1 error front-matter", "in/j.txt warning same-text", "in/k.md:4:1 error no-article",
		"none.txt error no-file",
	})
	var wrote []string
	for _, f := range p.Files {
		if f.Article != nil {
			wrote = append(wrote, f.Path)
		}
	}
	same(t, wrote, []string{"content/articles/one.md", "content/articles/l.md", "content/articles/page.md"})
	if p.Passed != 2 {
		t.Error(p.Passed)
	}
}

func TestFacets(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"who", ""}, {"who,law,place,policy,measure,org,event,work,term", ""},
		{"who,data", `--facets:1:5: "data" is taken by the site's own pages [reserved]`},
		{"timeline", `--facets:1:1: "timeline" is taken by the site's own pages [reserved]`},
		{"quote", `--facets:1:1: "quote" is taken by the site's own pages [reserved]`},
		{"who,Law", `--facets:1:5: facet "Law" [bad-name]`},
		{"place,where", `--facets:1:7: facet "where" has the folder "places", which another one has already [duplicate]`},
		{"", `--facets:1:1: facet "" [bad-name]`},
	} {
		got := ""
		for _, p := range CheckFacets(strings.Split(c.in, ",")) {
			p.Hint = ""
			got += p.String()
		}
		same(t, got, c.want)
	}
	for _, c := range []struct{ id, dir, plural, question string }{
		{"who", "who", "Who", "Who is this?"}, {"boat", "boats", "Boats", "Which boat?"}, {"river-basin", "river-basins", "River basins", "Which river basin?"},
		{"city", "cities", "Cities", "Which city?"}, {"church", "churches", "Churches", "Which church?"}, {"day", "days", "Days", "Which day?"},
	} {
		f := facetOf(c.id)
		same(t, []string{f.Dir, f.Plural, f.Question}, []string{c.dir, c.plural, c.question})
	}
}
