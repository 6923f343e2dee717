package build_test

import (
	"html"
	"net/url"
	"strings"
	"testing"

	"glossator/internal/build"
)

// TestAnErrorIsReportedFromEveryPage: each page has a plain link to the contact, with its
// title and address filled in; a site without a contact has none.
func TestAnErrorIsReportedFromEveryPage(t *testing.T) {
	dir := copySite(t, rio)
	stock, _ := publish(t, build.Config{Site: dir})
	appendTo(t, dir, "content/site.yaml", "contact: mesa@example.org\n")
	site, r := publish(t, build.Config{Site: dir, BaseURL: "https://example.org/rio"})
	if !r.OK {
		t.Fatal(r.Problems())
	}
	for path, page := range site {
		if !strings.HasSuffix(path, ".html") {
			continue
		}
		if strings.Contains(stock[path], "mailto:") {
			t.Errorf("%s asks for errors where nobody is to be told", path)
		}
		_, rest, ok := strings.Cut(page, `<p class="report"><a href="`)
		href, _, _ := strings.Cut(rest, `"`)
		u, err := url.Parse(html.UnescapeString(href))
		if !ok || err != nil || u.Scheme != "mailto" || u.Opaque != "mesa@example.org" {
			t.Errorf("%s: the link is %q", path, href)
			continue
		}
		_, title, _ := strings.Cut(page, "<title>")
		title, _, _ = strings.Cut(title, "</title>")
		title, _, _ = strings.Cut(html.UnescapeString(title), " · ")
		q := u.Query()
		if q.Get("subject") != "Error: "+title || !strings.HasPrefix(q.Get("body"), "Página: "+title+"\n") || !strings.HasSuffix(q.Get("body"), "\n\nQué está mal: ") {
			t.Errorf("%s: subject %q, body %q", path, q.Get("subject"), q.Get("body"))
		}
		if strings.HasPrefix(path, "articles/reunion") && !strings.Contains(q.Get("body"), "\nhttps://example.org/rio/"+path) {
			t.Errorf("%s: body %q", path, q.Get("body"))
		}
	}
}

// TestWhatWasPutRightIsShown where it was wrong, on a page of its own and in the feed, and
// changes no other article's page.
func TestWhatWasPutRightIsShown(t *testing.T) {
	dir := copySite(t, rio)
	before, _ := publish(t, build.Config{Site: dir})
	write(t, dir, "content/corrections.yaml", "- {date: 2026-02-01, article: reunion, said: diez peces, says: doce peces, note: Lo vio un lector.}\n- {date: 2026-02-02, page: timeline, said: en marzo, says: en mayo}\n")
	one, r := publish(t, build.Config{Site: dir})
	if !r.OK {
		t.Fatal(r.Problems())
	}
	for path, want := range map[string]string{
		"articles/reunion.html": "Decía: <q>diez peces</q>", "timeline.html": "Dice ahora: <q>en mayo</q>",
		"corrections.html": `<a href="articles/reunion.html">`, "feed.xml": "<title>Corregido: ", "made.html": `<a href="corrections.html">2</a>`,
	} {
		if !strings.Contains(one[path], want) || strings.Contains(before[path], want) {
			t.Errorf("%s has no %q that was not there before: %s", path, want, one[path])
		}
	}
	write(t, dir, "content/corrections.yaml", "- {date: 2026-02-01, article: reunion, said: diez peces, says: once peces, note: Lo vio un lector.}\n- {date: 2026-02-02, page: timeline, said: en marzo, says: en mayo}\n")
	two, _ := publish(t, build.Config{Site: dir})
	for path := range two {
		if changed := one[path] != two[path]; strings.HasPrefix(path, "articles/") && changed != (path == "articles/reunion.html") {
			t.Errorf("%s: changed is %v", path, changed)
		}
	}
}

// TestAPageOfTheSitesTakesAStockOnesPlace: what the site says of itself is its own to say.
func TestAPageOfTheSitesTakesAStockOnesPlace(t *testing.T) {
	dir := copySite(t, rio)
	appendTo(t, dir, "content/site.yaml", "accessibility: {tested: 2026-02-03, known: [El mapa es solo un mapa.]}\n")
	stock, _ := publish(t, build.Config{Site: dir})
	if page := stock["accessibility.html"]; !strings.Contains(page, "3 de febrero de 2026") || !strings.Contains(page, "<li>El mapa es solo un mapa.</li>") {
		t.Error(page)
	}
	if !strings.Contains(stock["index.html"], `<a href="accessibility.html">Accesibilidad</a>`) {
		t.Error("the foot does not lead there")
	}
	write(t, dir, "content/pages/made.md", "---\ntitle: A mano\n---\nEscrito a mano.\n")
	own, r := publish(t, build.Config{Site: dir})
	if !r.OK || !strings.Contains(own["made.html"], "Escrito a mano.") || strings.Contains(own["made.html"], "Un programa lee") {
		t.Error(r.Problems(), own["made.html"])
	}
}
