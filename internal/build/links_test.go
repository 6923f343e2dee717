package build_test

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"glossator/internal/build"
)

// told builds a site and lists its problems of a rule ("" for all), with their paths in the site.
func told(t *testing.T, dir, rule string) string {
	t.Helper()
	r, err := build.New(build.Config{Site: dir}).Build()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, p := range r.Problems() {
		if rule == "" || p.Rule == rule {
			p.Pos.Path = strings.TrimPrefix(p.Pos.Path, filepath.ToSlash(dir)+"/")
			fmt.Fprintln(&b, p)
		}
	}
	return b.String()
}

func TestDeadLinksAreToldWhereTheyStand(t *testing.T) {
	const article, entry, page = "content/articles/x.md", "content/obras/x.md", "content/pages/x.md"
	for _, c := range []struct{ file, link, want string }{
		// what there is
		{article, "[a](reunion.html)", ""},
		{article, "[a](../obras/presa-vieja.html?q=1#evidence)", ""},
		{article, "[a](la-trucha-vuelve.html#p1) [b](#p1) [c](#) [d](#top) [e](x.html#) [f](#:~:text=x) [g](?x)", ""},
		{article, "[a](#p1.presa-vieja) la presa vieja", ""},
		{article, "# Año nuevo\n\n[a](#año-nuevo) [b](#a%C3%B1o-nuevo) [c](<#año-nuevo>)", ""},
		{article, "[a](../data/mentions.csv#row=2) [b](../feed.xml) [c](x.jsonld) [d](../foto%20uno.png) ![e](<../foto uno.png> \"t\")", ""},
		{article, "[a](./../articles/../articles/x.html) [b](../index.html#main)", ""},
		{article, "[a](mailto:a@b.org) [b](tel:+1) [c](https://example.org/none) <https://example.org>", ""},
		{entry, "[a](presa-vieja.html) [b](#evidence-x)", `content/obras/x.md:4:23: warning: link "#evidence-x": obras/x.html has no place "evidence-x"`},
		{page, "[a](articles/reunion.html#p1) [b](x.html)", ""},
		// what there is not
		{article, "Uno [a](nada.html).", `content/articles/x.md:4:5: warning: link "nada.html" leads to no page [dead-link]`},
		{article, "\\[ [a](reunoin.html)", "hint: did you mean \"reunion.html\"?"},
		{article, "[a](presa-vieja.html)", "hint: did you mean \"../obras/presa-vieja.html\"?"},
		{article, "[a](../Obras/Presa-Vieja.html#evidence)", "hint: write \"../obras/presa-vieja.html#evidence\""},
		{article, "[a](../obras/presa-vieja.md)", "hint: write \"../obras/presa-vieja.html\""},
		{article, "[a](la-trucha-vuelve.md)", "hint: write \"la-trucha-vuelve.html\""},
		{article, "[a](../obras/presa-vieja)", "hint: write \"../obras/presa-vieja.html\""},
		{article, "[a](../obras/)", "hint: write \"../obras/index.html\""},
		{article, "[a](..)", "hint: write \"../index.html\""},
		{article, "[a](/obras/presa-vieja.html)", `link "/obras/presa-vieja.html" begins at the root of the host, which the site need not be [dead-link]` + "\n\thint: write \"../obras/presa-vieja.html\""},
		{article, "[a](/x/obras/presa-vieja.html)", "hint: write \"../obras/presa-vieja.html\""},
		{article, "[a](../../content/pages/metodo.md)", "hint: write \"../metodo.html\""},
		{article, "![a](../static/foto%20uno.png)", "hint: write \"../foto%20uno.png\""},
		{article, "![a](foto.png)", `image "foto.png" is not there [dead-link]` + "\n\thint: what is published besides pages lies in static/: put the file at static/articles/foto.png"},
		{article, "[a](borrador.html)", "hint: it is a draft, which is not published: take draft: true out of "},
		{article, "[a]()", "link has no address"},
		{article, "[a](../../../etc/passwd)", "leads to no page"},
		{article, "[a](reunion.html#p99)", "hint: its paragraphs are p1 to p"},
		{article, "# La presa vieja\n\n[a](#La_presa-vieja)", "hint: did you mean \"#la-presa-vieja\"?"},
		{article, "[a][b]\n\n[b]: nada.html", `x.md:4:1: warning: link "nada.html" leads to no page`},
		{article, "Uno.[^1]\n\n[^1]: [a](nada.html)", `x.md:6:7: warning: link "nada.html" leads to no page`},
		{article, ":::unmarked\n[a](nada.html)\n:::\n\nUno.", `x.md:5:1: warning: link "nada.html" leads to no page`},
		{entry, "[a](articles/reunion.html)", "hint: write \"../articles/reunion.html\""},
		{page, "| a |\n|---|\n| [a](../articles/reunion.html) |", `content/pages/x.md:6:3: warning: link "../articles/reunion.html" leads to no page [dead-link]` + "\n\thint: write \"articles/reunion.html\""},
	} {
		dir := copySite(t, rio)
		write(t, dir, "static/foto uno.png", "png")
		write(t, dir, "content/pages/metodo.md", "---\ntitle: Método\n---\nAsí.\n")
		write(t, dir, "content/articles/borrador.md", "---\ndraft: true\n---\nAún no.\n")
		head := "---\ntitle: Uno\n---\n"
		if c.file == entry {
			head = "---\nname: Uno\n---\n"
		}
		write(t, dir, c.file, head+c.link+"\n")
		got := told(t, dir, "dead-link")
		if !strings.Contains(got, c.want) || c.want == "" && got != "" || strings.Count(got, "[dead-link]") > 1 {
			t.Errorf("%s %q:\ngot  %swant %s", c.file, c.link, got, c.want)
		}
	}
}

func TestADeadLinkStopsAStrictBuildAlone(t *testing.T) {
	dir := copySite(t, rio)
	write(t, dir, "content/articles/x.md", "Uno [a](nada.html) y dos[^2].\n")
	if _, r := publish(t, build.Config{Site: dir}); !r.OK || r.Report.Warnings != 2 {
		t.Errorf("%d warnings; OK is %v", r.Report.Warnings, r.OK)
	}
	if _, r := publish(t, build.Config{Site: dir, Strict: true}); r.OK {
		t.Error("a strict build published a dead link")
	}
}

// TestNotesStandOnEveryKindOfPage: an entry's are numbered behind its citations.
func TestNotesStandOnEveryKindOfPage(t *testing.T) {
	dir := copySite(t, rio)
	text := "Uno[^a] y otra vez[^a], dos[^50%].\n\n[^a]: bajo\n[^50%]: alto[^a]\n"
	write(t, dir, "content/articles/x.md", "---\ntitle: Uno\n---\n"+text)
	write(t, dir, "content/obras/x.md", "---\nname: Uno\ncitations:\n  - {id: c, title: T, publisher: P, date: undated}\n---\nCero[^c]. "+text)
	write(t, dir, "content/pages/x.md", "---\ntitle: Uno\n---\n"+text)
	site, r := publish(t, build.Config{Site: dir})
	clean(t, r)
	crawled(t, "notes", site, r)
	for p, number := range map[string]string{"articles/x.html": "1", "obras/x.html": "2", "x.html": "1"} {
		for _, want := range []string{`<a id="ref-a" href="#note-a" role="doc-noteref" aria-label="nota ` + number + `">` + number + `</a>`, `<div class="note own" id="note-a" role="doc-footnote"><p>`, `href="#ref-50%25"`, `</a> bajo</p>`} {
			if !strings.Contains(site[p], want) {
				t.Errorf("%s has no %s", p, want)
			}
		}
	}

}

// BenchmarkManyLinksAndNotes: four times the links and notes take about four times as long.
func BenchmarkManyLinksAndNotes(b *testing.B) {
	texts := map[string]func(n int) string{
		"dead links":      func(n int) string { return many(n, "[é](n%d.html)%s") },
		"links to places": func(n int) string { return many(n, "[é](#p%d)%s") },
		"no notes":        func(n int) string { return many(n, "é[^%d]%s") },
		"no definitions":  func(n int) string { return many(n, "[é][r%d]%s") },
		"headings":        func(n int) string { return many(n, "# Uno\n\n%d.\n\n") },
		"notes":           func(n int) string { return many(n, "Uno[^%d]%s") + "\n\n" + many(n, "[^%d]: dos\n") },
	}
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		for _, n := range []int{2_500, 10_000} {
			b.Run(fmt.Sprint(name, " ", n), func(b *testing.B) {
				dir := b.TempDir()
				write(b, dir, "content/site.yaml", "title: Uno\nfacets: []\n")
				write(b, dir, "content/articles/x.md", texts[name](n))
				for b.Loop() {
					r, err := build.New(build.Config{Site: dir}).Build()
					if err != nil {
						b.Fatal(err)
					}
					r.Get("articles/x.html")
				}
			})
		}
	}
}

// many writes a piece of text again and again, numbered, in paragraphs of fifty.
func many(n int, piece string) string {
	var b strings.Builder
	for i := range n {
		end := " "
		if i%50 == 49 {
			end = "\n\n"
		}
		b.WriteString(strings.NewReplacer("%d", strconv.Itoa(i), "%s", end).Replace(piece))
	}
	return b.String()
}
