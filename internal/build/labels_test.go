package build_test

import (
	"testing"

	"glossator/internal/build"
)

// TestLabels: a kind of entry is a word of the pages; a label for a word that no page says
// is told with what was meant, unless the site's own templates say it. What a site does
// not say is said in its language.
func TestLabels(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "content/site.yaml", quaySite+"language: es\nlabels:\n  Search: Buscar\n  person: persona\n  Serch: Buscar\n  Our desk: Nuestra mesa\n")
	write(t, dir, "content/who/ana-luz.md", "---\nname: Ana Luz\nkind: person\n---\nAna Luz es alcaldesa.\n")
	write(t, dir, "content/articles/quay.md", "---\ntitle: El muelle\npublished: 2021-06-02\nrights: own\n---\nAna Luz llegó.\n")
	write(t, dir, "templates/parts/foot.html", `{{define "foot"}}<footer>{{t "Our desk"}}</footer>{{end}}`)
	r, err := build.New(build.Config{Site: dir, Exports: "pages"}).Build()
	if err != nil {
		t.Fatal(err)
	}
	var told []string
	for _, p := range r.Problems() {
		if p.Rule == "unknown-label" {
			told = append(told, p.Pos.String()[len(dir):]+" "+p.Msg+" "+p.Hint)
		}
	}
	if len(told) != 1 || told[0] != `/content/site.yaml:9:3 no page says "Serch" did you mean "Search"?` {
		t.Errorf("told %q", told)
	}
	write(t, dir, "content/site.yaml", quaySite+"language: es\nlabels: {person: persona}\n")
	site, r := publish(t, build.Config{Site: dir})
	clean(t, r)
	has(t, "the entry's page", site["who/ana-luz.html"], "persona")
	has(t, "the article", site["articles/quay.html"], `<span class="note-kind">persona</span>`)
	write(t, dir, "content/site.yaml", quaySite+"language: es-MX\nlabels: {Look up: Búsqueda}\n")
	site, r = publish(t, build.Config{Site: dir})
	clean(t, r)
	has(t, "the article", site["articles/quay.html"], "Búsqueda")
	has(t, "the article", site["articles/quay.html"], "<button>Buscar</button>")
	has(t, "the article", site["articles/quay.html"], ">2 de junio de 2021</time>")
	has(t, "the article", site["articles/quay.html"], `<span class="note-kind">persona</span>`)
}
