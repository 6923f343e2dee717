package build_test

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"glossator/internal/build"
	"glossator/internal/doc"
	"glossator/internal/mark"
	"glossator/internal/source"
)

const (
	border = "../.."        // the project's own site
	rio    = "testdata/rio" // another subject, four other facets, another language
)

// publish builds a site into a fresh directory and reads it back.
func publish(t *testing.T, cfg build.Config) (map[string]string, *build.Result) {
	t.Helper()
	if cfg.Out == "" {
		cfg.Out = filepath.Join(t.TempDir(), "public")
	}
	r, err := build.Publish(cfg)
	if err != nil {
		t.Fatal(err)
	}
	return files(t, cfg.Out), r
}

func files(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || p == ".glossator" {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, p))
		all[p] = string(data)
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return all
}

func clean(t *testing.T, r *build.Result) {
	t.Helper()
	if !r.OK {
		var b strings.Builder
		r.Report.WriteProblems(&b, false)
		t.Fatalf("the build has problems:\n%s", &b)
	}
}

func TestBothSitesBuildCleanAndTwiceAlike(t *testing.T) {
	for _, dir := range []string{border, rio} {
		one, r := publish(t, build.Config{Site: dir, BaseURL: "https://example.org/x/"})
		clean(t, r)
		if r.Report.Warnings > 0 {
			t.Errorf("%s: %v", dir, r.Problems())
		}
		two, _ := publish(t, build.Config{Site: dir, BaseURL: "https://example.org/x/"})
		if d := cmp.Diff(one, two); d != "" {
			t.Errorf("%s: two builds differ: %s", dir, d)
		}
		for _, want := range []string{"index.html", "search.html", "404.html", "feed.xml", "sitemap.xml", "robots.txt", "_headers", ".nojekyll", "data/mentions.csv"} {
			if one[want] == "" && want != ".nojekyll" {
				t.Errorf("%s: %s is missing or empty", dir, want)
			}
		}
	}
}

func TestPublishingAgainWritesNothing(t *testing.T) {
	for range 3 { // keys must not hang on chance
		out := filepath.Join(t.TempDir(), "border")
		publish(t, build.Config{Site: border, Out: out})
		if _, again := publish(t, build.Config{Site: border, Out: out}); again.Report.Rendered != 0 {
			t.Errorf("publishing again rendered %d pages", again.Report.Rendered)
		}
	}
	out := filepath.Join(t.TempDir(), "public")
	_, first := publish(t, build.Config{Site: rio, Out: out})
	_, again := publish(t, build.Config{Site: rio, Out: out})
	if again.Report.Written != 0 || again.Report.Rendered != 0 || again.Report.Removed != 0 || again.Report.Kept != first.Report.Written {
		t.Errorf("the first run wrote %d; the second %+v", first.Report.Written, again.Report)
	}
	_, forced := publish(t, build.Config{Site: rio, Out: out, Clean: true})
	if forced.Report.Rendered == 0 || forced.Report.Written != 0 {
		t.Errorf("a clean build over the same site rendered %d and wrote %d", forced.Report.Rendered, forced.Report.Written)
	}
}

func copySite(t *testing.T, from string) string {
	t.Helper()
	to := t.TempDir()
	if err := os.CopyFS(to, os.DirFS(from)); err != nil {
		t.Fatal(err)
	}
	return to
}

// TestMemoryChangesNothing edits a site at random and compares what a builder with
// memory makes with what a new one makes.
func TestMemoryChangesNothing(t *testing.T) {
	dir := copySite(t, rio)
	rng := rand.New(rand.NewSource(7))
	cfg := build.Config{Site: dir}
	warm := build.New(cfg)
	edited := ""
	at := func(p string) string { edited = p; return p }
	edits := []func(){
		func() { appendTo(t, dir, at("content/articles/la-trucha-vuelve.md"), "\n\nMarta Olmos volvió.\n") },
		func() { replaceIn(t, dir, at("content/especies/trucha-comun.md"), "aliases: [", "aliases: [peces, ") },
		func() { replaceIn(t, dir, at("content/especies/trucha-comun.md"), "aliases: [peces, ", "aliases: [") },
		func() { replaceIn(t, dir, at("content/site.yaml"), "anotado", "anotado y") },
		func() {
			write(t, dir, at(fmt.Sprintf("content/articles/n%d.txt", rng.Intn(3))), "Una línea más\n\nLa presa vieja y Marta Olmos.\n")
		},
		func() { os.Remove(filepath.Join(dir, at(fmt.Sprintf("content/articles/n%d.txt", rng.Intn(3))))) },
		func() { replaceIn(t, dir, at("content/personas/marta-olmos.md"), "Cuenta peces", "Cuenta más peces") },
		func() {
			write(t, dir, at("content/lugares/molino.md"), "---\nname: el molino\n---\nEl molino está abajo.\n")
		},
		func() { os.Remove(filepath.Join(dir, at("content/lugares/molino.md"))) },
		func() {
			write(t, dir, at("templates/page.html"), "{{define \"main\"}}<h1>{{.Title}}</h1>{{.Body}}<hr>{{end}}")
		},
		func() { os.Remove(filepath.Join(dir, at("templates/page.html"))) },
		func() { write(t, dir, at("static/x.txt"), fmt.Sprint(rng.Intn(9))) },
		func() { replaceIn(t, dir, at("content/timeline.yaml"), "Se abre", "Se abre ya") },
		func() {
			appendTo(t, dir, at("content/articles/la-trucha-vuelve.md"), "\n\n[“La presa vieja”]{speaker: marta-olmos} se oyó.\n")
		},
		func() {
			write(t, dir, at("content/decisions.yaml"), "ignore: [Junta]\nsame: [{words: la señora "+fmt.Sprint(rng.Intn(3))+", entry: marta-olmos}]\nunrelated: [[reunion, la-trucha-vuelve]]\n")
		},
		func() { os.Remove(filepath.Join(dir, at("content/decisions.yaml"))) },
		func() {
			write(t, dir, at("content/articles/la-trucha-vuelve.readings.yaml"), "- {p: 2, words: "+fmt.Sprint(rng.Intn(3))+", keep: out}\n- {p: 1, words: Marta Olmos, link: none}\n")
		},
		func() { os.Remove(filepath.Join(dir, at("content/articles/la-trucha-vuelve.readings.yaml"))) },
		func() { replaceIn(t, dir, at("content/site.yaml"), "singular: obra", "singular: cierre") },
		func() { replaceIn(t, dir, at("content/site.yaml"), "singular: cierre", "singular: obra") },
		func() { replaceIn(t, dir, at("content/site.yaml"), "plural: Obras", "plural: Las obras") },
		func() { replaceIn(t, dir, at("content/site.yaml"), "id: especie,", "id: animal,") },
		func() { replaceIn(t, dir, at("content/site.yaml"), "¿Dónde?", "¿En qué sitio?") },
		func() {
			replaceIn(t, dir, at("content/obras/presa-vieja.md"), "periods:", "by: [marta-olmos]\nperiods:")
		},
		func() { replaceIn(t, dir, at("content/obras/presa-vieja.md"), "by: [marta-olmos]\n", "") },
	}
	steps := 40
	if testing.Short() {
		steps = 12
	}
	for i := range steps {
		edits[rng.Intn(len(edits))]()
		hint := "*"
		if rng.Intn(2) == 0 {
			hint = filepath.ToSlash(filepath.Join(dir, edited))
		}
		got, want := all(t, warm, hint), all(t, build.New(cfg))
		if d := cmp.Diff(want, got); d != "" {
			t.Fatalf("after edit %d: %s", i, d)
		}
	}
}

// TestAnyEditReachesThePages changes one word of a line of a site's content, for every
// third line or so, and compares what a builder with memory makes of it with what a new one makes.
func TestAnyEditReachesThePages(t *testing.T) { anyEdit(t, "testdata/edits.txtar") }

func anyEdit(t *testing.T, archive string) {
	t.Helper()
	var warm *build.Builder
	edits := eachEdit(t, archive, 3, func(cfg build.Config, what string) {
		if warm == nil {
			warm = build.New(cfg)
			r, err := warm.Build()
			if err != nil {
				t.Fatal(err)
			}
			clean(t, r)
			return
		}
		got, want := allBut(t, ".png", warm, "*"), allBut(t, ".png", build.New(cfg)) // images take long
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s is not everywhere: %s", what, d)
		}
	})
	if edits < 5 {
		t.Errorf("only %d lines were edited", edits)
	}
}

// eachEdit writes a site and has it looked at; then again with one word changed of one of so
// many lines, one after another, each of which it names.
func eachEdit(t *testing.T, archive string, one int, look func(cfg build.Config, what string)) (edits int) {
	t.Helper()
	site, err := txtar.ParseFile(archive)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, f := range site.Files {
		write(t, dir, f.Name, string(f.Data))
	}
	cfg := build.Config{Site: dir}
	look(cfg, "nothing")
	rng := rand.New(rand.NewSource(3))
	word := regexp.MustCompile(`[\pL\d]+\b[^:]`) // no field's name
	if testing.Short() {
		one *= 4
	}
	for _, f := range site.Files {
		lines := strings.SplitAfter(string(f.Data), "\n")
		for n, line := range lines {
			words := word.FindAllStringIndex(line, -1)
			if len(words) == 0 {
				continue
			}
			at := words[rng.Intn(len(words))]
			at[1]--
			if rng.Intn(one) > 0 {
				continue
			}
			edits++
			edited := slices.Clone(lines)
			edited[n] = line[:at[0]] + altered(line[at[0]:at[1]]) + line[at[1]:]
			write(t, dir, f.Name, strings.Join(edited, ""))
			look(cfg, fmt.Sprintf("%s:%d, made %q,", f.Name, n+1, edited[n]))
		}
		write(t, dir, f.Name, string(f.Data))
	}
	return edits
}

// altered is another word of the same form: a number stays one.
func altered(word string) string {
	last := word[len(word)-1]
	switch {
	case last >= '0' && last <= '8':
		return word[:len(word)-1] + string(last+1)
	case last == '9':
		return word[:len(word)-1] + "8"
	}
	return word + "s"
}

func all(t *testing.T, b *build.Builder, hints ...string) map[string]string {
	t.Helper()
	return allBut(t, "?", b, hints...)
}

// allBut is all files but those with an ending.
func allBut(t *testing.T, ending string, b *build.Builder, hints ...string) map[string]string {
	t.Helper()
	r, err := b.Build(hints...)
	if err != nil {
		t.Fatal(err)
	}
	return rendered(t, r, ending)
}

func rendered(t *testing.T, r *build.Result, ending string) map[string]string {
	t.Helper()
	m := map[string]string{}
	for _, p := range r.Paths() {
		if strings.HasSuffix(p, ending) {
			continue
		}
		data, _, problem, _ := r.Get(p)
		if problem != nil {
			t.Fatal(problem)
		}
		m[p] = string(data)
	}
	return m
}

func write(t testing.TB, dir, p, text string) {
	t.Helper()
	full := filepath.Join(dir, p)
	if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(full, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func appendTo(t *testing.T, dir, p, text string) {
	data, _ := os.ReadFile(filepath.Join(dir, p))
	write(t, dir, p, string(data)+text)
}

func replaceIn(t *testing.T, dir, p, old, new string) {
	data, _ := os.ReadFile(filepath.Join(dir, p))
	write(t, dir, p, strings.Replace(string(data), old, new, 1))
}

// TestEveryContentFileReachesAPublishedSite edits one file of each sort and publishes
// over the last site: what was kept of it must be what a fresh publish makes.
func TestEveryContentFileReachesAPublishedSite(t *testing.T) {
	if testing.Short() {
		t.Skip("it publishes the site for every sort of file")
	}
	dir := t.TempDir()
	for _, part := range []string{"content", "templates", "static"} {
		if err := os.CopyFS(filepath.Join(dir, part), os.DirFS(filepath.Join(border, part))); err != nil {
			t.Fatal(err)
		}
	}
	out := filepath.Join(t.TempDir(), "public")
	cfg := build.Config{Site: dir, Out: out}
	publish(t, cfg)
	for _, c := range []struct{ file, old, new string }{
		{"content/site.yaml", "Four reports", "The four reports"},
		{"content/articles/lasso-visit.md", "Oval Office", "oval office"},
		{"content/articles/lasso-visit.evidence.csv", "a public health order", "the public health order"},
		{"content/compare/lopez-obrador-call--lopez-obrador-call-reworded.csv", "perfect,excellent", "perfect,superb"},
		{"content/policies/title-42.md", "Title 42 was a public", "Title 42 had been a public"},
		{"content/policies/title-42.md", "aliases: [", "aliases: [The Forty-Two, "},
		{"content/who/joe-biden.md", "name: Joe Biden", "name: Joseph Biden"},
		{"content/timeline.yaml", "Title 42 expires", "Title 42 runs out"},
		{"content/figures.yaml", "about 78,000", "some 78,000"},
		{"content/exhibits/glossary.yaml", "Twenty words", "Some words"},
		{"content/exhibits/border.geojson", "[[-97.1", "[[-97.2"},
		{"content/pages/index.md", "Oval Office", "oval office"},
		{"templates/parts/foot.html", "<footer", "<footer lang=\"en\""},
		{"static/assets/css/plain.css", "#fdfcf9", "#fdfcfa"},
	} {
		before, _ := os.ReadFile(filepath.Join(dir, c.file))
		replaceIn(t, dir, c.file, c.old, c.new)
		if after, _ := os.ReadFile(filepath.Join(dir, c.file)); string(after) == string(before) {
			t.Fatalf("%s: there is no %q to edit", c.file, c.old)
		}
		over, r := publish(t, cfg)
		clean(t, r)
		fresh, _ := publish(t, build.Config{Site: dir})
		for p := range fresh {
			if over[p] != fresh[p] {
				t.Errorf("after %s: %s is stale", c.file, p)
			}
		}
		if len(over) != len(fresh) || r.Report.Written == 0 {
			t.Errorf("after %s: %d files where %d are due, %d written", c.file, len(over), len(fresh), r.Report.Written)
		}
	}
}

func TestAFailedBuildLeavesTheLastSite(t *testing.T) {
	for name, spoil := range map[string]func(dir string){
		"an unknown entry":      func(dir string) { appendTo(t, dir, "content/articles/la-trucha-vuelve.md", "\n[[nadie]]\n") },
		"a broken template":     func(dir string) { write(t, dir, "templates/entry.html", "{{define \"main\"}}{{.Nothing}}{{end}}") },
		"no site.yaml":          func(dir string) { os.Remove(filepath.Join(dir, "content/site.yaml")) },
		"broken front matter":   func(dir string) { write(t, dir, "content/obras/presa-vieja.md", "---\nname: [x\n---\n") },
		"a claimed address":     func(dir string) { write(t, dir, "static/search.html", "mine") },
		"an address of a draft": func(dir string) { write(t, dir, "content/lugares/marta-olmos.md", "---\nname: otra\n---\n") },
	} {
		t.Run(name, func(t *testing.T) {
			dir := copySite(t, rio)
			out := filepath.Join(t.TempDir(), "public")
			before, r := publish(t, build.Config{Site: dir, Out: out})
			clean(t, r)
			spoil(dir)
			after, r := publish(t, build.Config{Site: dir, Out: out})
			if r.OK || r.Report.Errors == 0 {
				t.Error("the build did not fail")
			}
			if d := cmp.Diff(before, after); d != "" {
				t.Errorf("the published site changed: %s", d)
			}
		})
	}
}

func TestWhatVanishesIsPruned(t *testing.T) {
	dir := copySite(t, rio)
	out := filepath.Join(t.TempDir(), "public")
	publish(t, build.Config{Site: dir, Out: out})
	os.Remove(filepath.Join(dir, "content/articles/reunion.txt"))
	os.Remove(filepath.Join(dir, "content/articles/reunion.yaml"))
	after, r := publish(t, build.Config{Site: dir, Out: out})
	clean(t, r)
	if after["articles/reunion.html"] != "" || r.Report.Removed == 0 {
		t.Errorf("the page is still there; %d removed", r.Report.Removed)
	}
	fresh, _ := publish(t, build.Config{Site: dir})
	if d := cmp.Diff(fresh, after); d != "" {
		t.Errorf("published over the old site it differs: %s", d)
	}
}

func TestSomebodyElsesFilesAreLeftAlone(t *testing.T) {
	out := t.TempDir()
	write(t, out, "mine.txt", "mine")
	if _, err := build.Publish(build.Config{Site: rio, Out: out}); err == nil || !strings.Contains(err.Error(), "mine.txt") {
		t.Errorf("got %v", err)
	}
	if got := files(t, out); len(got) != 1 {
		t.Errorf("it wrote %d files", len(got)-1)
	}
	site, _ := publish(t, build.Config{Site: rio, Out: out, Force: true})
	if site["mine.txt"] != "mine" || site["index.html"] == "" {
		t.Error("forced, it must publish beside the other files")
	}
}

var tags = regexp.MustCompile(`<[^>]*>`)

// TestWhatIsDrawnStrippedIsTheProse draws random spans over texts of every kind.
func TestWhatIsDrawnStrippedIsTheProse(t *testing.T) {
	md := mark.New()
	for _, f := range []*source.File{
		source.NewFile("a.md", "---\ntitle: Uno\n---\n# Dos *tres*\n\nCuatro **cinco [seis](x) siete**\nocho &amp; nueve \\* `diez`.\n\n- once\n- doce [[x|trece]] [“y *uno*”]{speaker: x}\n\n> catorce\n\n| a | b |\n|---|---|\n| c | d |\n"),
		source.NewFile("a.txt", "Un título\n\nUna línea <b>con</b> & sin. Ñandú.\n\nOtra.\n"),
	} {
		d, _ := doc.Parse(f, nil, doc.Options{Markdown: md})
		plain := tags.ReplaceAllString(d.Draw(doc.Drawing{}), "")
		rng := rand.New(rand.NewSource(1))
		bounds := []int{0}
		for i := range d.Prose.Text {
			bounds = append(bounds, i)
		}
		for range 500 {
			var spans []mark.Span
			for range rng.Intn(12) {
				a, b := bounds[rng.Intn(len(bounds))], bounds[rng.Intn(len(bounds))]
				if a > b {
					a, b = b, a
				}
				if block := d.Prose.Block(a); a < b && block == d.Prose.Block(b-1) {
					spans = append(spans, mark.Span{Start: a, End: b, Look: []*mark.Look{mark.LinkTo("x"), plainLook("span"), plainLook("time")}[rng.Intn(3)]})
				}
			}
			drawn := d.Draw(doc.Drawing{Spans: spans})
			if got := tags.ReplaceAllString(drawn, ""); got != plain {
				t.Fatalf("%s with %v:\ngot  %q\nwant %q\n%s", f.Path, spans, got, plain, drawn)
			}
			if n := strings.Count(drawn, "<a "); n != strings.Count(drawn, "</a>") || strings.Count(drawn, "<span") != strings.Count(drawn, "</span>") {
				t.Fatalf("%s: tags are not balanced: %s", f.Path, drawn)
			}
		}
	}
}

func plainLook(tag string) *mark.Look {
	return mark.NewLook(mark.InLink, func(mark.Way) *mark.Around {
		return &mark.Around{Open: "<" + tag + ">", Close: "</" + tag + ">"}
	})
}

func TestBadInputIsLocatedAndNothingIsLost(t *testing.T) {
	big := strings.Repeat("Marta Olmos y la presa vieja. ", 70_000)
	for _, c := range []struct {
		name, path, text string
		want             string // a problem that must be reported, or ""
		page, holds      string
	}{
		{"empty", "content/articles/x.md", "", "x.md:1:1: warning: the article has no text", "", ""},
		{"not UTF-8", "content/articles/x.txt", "Un t\xedtulo\n\nLa presa vieja.\n", "x.txt:1:5: warning: byte 0xed is not UTF-8", "articles/x.html", "Un título"},
		{"BOM and CRLF", "content/articles/x.md", "\uFEFF---\r\ntitle: Con BOM\r\n---\r\nLa presa vieja.\r\n", "", "articles/x.html", "Con BOM"},
		{"a long line", "content/articles/x.txt", "Un título\n\n" + big, "", "articles/x.html", "presa vieja"},
		{"HTML and templates", "content/articles/x.md", "<script>alert(1)</script> {{.Site}} <b>", "", "articles/x.html", "&lt;script&gt;alert(1)&lt;/script&gt; {{.Site}} &lt;b&gt;"},
		{"a script's address", "content/articles/x.md", "[x](javascript:alert) y", "x.md:1:1: warning: address \"javascript:alert\"", "articles/x.html", "x y"},
		{"an ID that is no address", "content/obras/A b.md", "---\nname: x\n---\n", "A b.md:1:1: \"A b\" cannot be an entry's address", "", ""},
		{"one address twice", "content/articles/reunion.md", "Otra.", "is taken by", "", ""},
		{"an unknown field", "content/obras/x.md", "---\nname: x\nalias: [y]\n---\n", "x.md:3:1: unknown field \"alias\" [unknown-field]\n\thint: did you mean \"aliases\"?", "", ""},
		{"a bad day", "content/articles/x.md", "---\npublished: 2024-13-01\n---\nx", "x.md:2:12: \"2024-13-01\" of \"published\" is not a day", "", ""},
		{"an unknown entry", "content/obras/x.md", "---\nname: x\nrelated: [presa-viej]\n---\n", "x.md:3:11: unknown entry \"presa-viej\" [unknown-entry]\n\thint: did you mean \"presa-vieja\"?", "", ""},
		{"an article that is not there", "content/timeline.yaml", "- date: 2024\n  title: x\n  article: nada\n", "timeline.yaml:3:12: warning: there is no article \"nada\"", "timeline.html", "x"},
		{"evidence that is too long", "content/articles/reunion.evidence.csv", "paragraph,kind,entry,facet,level,phrase,value\n1,mention,presa-vieja,obra,named,a b c d e f g h i j k l m,\n", "reunion.evidence.csv:2:1: a phrase of 13 words", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := copySite(t, rio)
			write(t, dir, c.path, c.text)
			site, r := publish(t, build.Config{Site: dir, Force: true})
			var b strings.Builder
			r.Report.WriteProblems(&b, true)
			if c.want != "" && !strings.Contains(b.String(), c.want) {
				t.Errorf("it does not report %q, but:\n%s", c.want, &b)
			}
			if c.page != "" && !strings.Contains(site[c.page], c.holds) {
				t.Errorf("%s does not hold %q", c.page, c.holds)
			}
			for p := range site {
				if strings.Contains(p, "..") || !filepath.IsLocal(p) {
					t.Errorf("it wrote %s", p)
				}
			}
		})
	}
}

func TestDraftsAndPrivateTexts(t *testing.T) {
	dir := copySite(t, rio)
	write(t, dir, "content/articles/x.md", "---\ntitle: Borrador\ndraft: true\n---\nLa presa vieja.\n")
	site, _ := publish(t, build.Config{Site: dir})
	if site["articles/x.html"] != "" || strings.Contains(site["feed.xml"]+site["articles/index.html"]+site["data/mentions.csv"], "Borrador") {
		t.Error("a draft was published")
	}
	site, _ = publish(t, build.Config{Site: dir, Drafts: true})
	if site["articles/x.html"] == "" {
		t.Error("--drafts left the draft out")
	}
	raw := t.TempDir()
	write(t, raw, "uno.txt", "Un título\n\nMarta Olmos abrió la presa vieja.\n")
	site, r := publish(t, build.Config{Site: dir, Articles: []string{raw}})
	clean(t, r)
	if p := site["articles/uno.html"]; !strings.Contains(p, "noindex") || site["articles/reunion.html"] != "" {
		t.Error("a private text must say noindex, and other articles must not be read")
	}
	if _, r := publish(t, build.Config{Site: dir, Articles: []string{raw}, Strict: true}); r.OK {
		t.Error("a strict build published a private text")
	}
	if !slices.ContainsFunc(r.Problems(), func(p source.Problem) bool { return p.Rule == "private-text" }) {
		t.Error("nothing says that the text is private")
	}
}
