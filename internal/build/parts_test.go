package build_test

import (
	"html"
	"strings"
	"testing"

	"glossator/internal/build"
)

const ownMark = `{{define "mark-mention"}}<span class="own {{.Entry.Kind}}"{{with .ID}} id="{{.}}"{{end}}>{{if .Href}}<a href="{{.Href}}" title="{{.Entry.Name}}">{{.Words}}</a>{{else}}{{.Words}}{{end}}</span>{{end}}`

// TestAPartOfASitesOwnTakesTheStockOnesPlace has a site define one part in a file of its
// own. Law 4 holds of it too: without what was drawn both sites have the same words.
func TestAPartOfASitesOwnTakesTheStockOnesPlace(t *testing.T) {
	stock, _ := publish(t, build.Config{Site: rio})
	dir := copySite(t, rio)
	write(t, dir, "templates/parts/a.html", ownMark)
	own, r := publish(t, build.Config{Site: dir})
	if !r.OK {
		t.Fatal(r.Problems())
	}
	for path, mark := range map[string]string{
		"articles/reunion.html":      `<span class="own" id="p`,
		"obras/presa-vieja.html":     `<li><a class="para" href="../articles/`,
		"lugares/puente-de-cal.html": `<p>`,
	} {
		if !strings.Contains(own[path], `<span class="own `) && !strings.Contains(own[path], mark) {
			t.Errorf("%s has no mark of the site's own: %s", path, own[path])
		}
		if strings.Contains(own[path], `class="mention`) {
			t.Errorf("%s has a stock mark", path)
		}
	}
	for path, page := range stock {
		words := func(s string) string { return html.UnescapeString(tags.ReplaceAllString(s, "")) }
		if strings.HasSuffix(path, ".html") && words(page) != words(own[path]) {
			t.Errorf("%s has other words with other marks", path)
		}
	}
}

// TestAPartThatFailsIsTold: what a part lacks for some entry alone is found when it is
// made for that entry, and told as a template's other mistakes.
func TestAPartThatFailsIsTold(t *testing.T) {
	dir := copySite(t, rio)
	write(t, dir, "templates/parts/a.html", "\n"+`{{define "note"}}{{if .Name}}{{slice .Name 500}}{{end}}{{end}}`)
	r, err := build.New(build.Config{Site: dir}).Build()
	if err != nil || !r.OK {
		t.Fatal(err, r.Problems())
	}
	_, _, problem, _ := r.Get("articles/reunion.html")
	if problem == nil || !strings.Contains(problem.String(), "templates/parts/a.html:2:32: slice .Name 500") {
		t.Errorf("%v", problem)
	}
}

// TestASpeakersTagStandsWhereTheSentenceNamesNobody, before the quotation, where nobody
// hears it as part of it.
func TestASpeakersTagStandsWhereTheSentenceNamesNobody(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "content/site.yaml", quaySite)
	write(t, dir, "content/who/ana-luz.md", "---\nname: Ana Luz\nkind: person\n---\nAna Luz is the mayor.\n")
	write(t, dir, "content/articles/quay.md", "---\ntitle: The quay\npublished: 2021-06-02\nrights: own\n---\nAna Luz went to the quay. “It is over for the sailors,” she said. “Nobody will come again,” Ana Luz said.\n\n“We never asked for it at all,” said Tom Reed.\n")
	site, r := publish(t, build.Config{Site: dir})
	clean(t, r)
	page := site["articles/quay.html"]
	has(t, "the page", page, `“<span class="speaker" data-name="Luz" aria-hidden="true"></span><span id="q1.it-is-over-for-the" data-speaker="Luz" class="quote direct">It is over for the sailors,</span>”`,
		`“<span id="q1.nobody-will-come-again" data-speaker="Luz" class="quote direct">Nobody`, `“<span id="q2.we-never-asked-for-it" data-speaker="Tom Reed" class="quote direct">We never`)
	if n := strings.Count(page, "data-name="); n != 1 {
		t.Errorf("%d tags, want 1", n)
	}
}
