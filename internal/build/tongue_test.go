package build_test

import (
	"strings"
	"testing"

	"glossator/internal/build"
)

// TestAnArticleInAnotherLanguage is read with the rules of its own language, and its words
// say which that is wherever they stand; the report tells what each language lacks.
func TestAnArticleInAnotherLanguage(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "content/site.yaml", quaySite+"language: es\n")
	write(t, dir, "content/who/ana-luz.md", "---\nname: Ana Luz\nkind: person\n---\nAna Luz es alcaldesa.\n")
	write(t, dir, "content/articles/muelle.md", "---\ntitle: El muelle\npublished: 2021-06-02\nrights: own\n---\nAna Luz contó 12.500 barcos.\n")
	write(t, dir, "content/articles/quay.md", "---\ntitle: The quay\npublished: 2021-06-02\nrights: own\nlanguage: en\n---\nAna Luz counted 12,500 boats on June 1. “We wait,” she said.\n")
	write(t, dir, "content/articles/marsa.md", "---\ntitle: المرسى\npublished: 2021-06-02\nrights: own\nlanguage: ar\n---\nوصلت Ana Luz أمس.\n")
	site, r := publish(t, build.Config{Site: dir})
	clean(t, r)
	has(t, "figures", site["data/figures.csv"], ",12.500,12500,", ",\"12,500\",12500,boats,boats")
	has(t, "dates", site["data/dates.csv"], ",June 1,2021-06-01")
	has(t, "quotes", site["data/quotes.csv"], "ana-luz")
	has(t, "the English article", site["articles/quay.html"], `<h1 lang="en">`, `<div class="prose" lang="en">`, `<aside class="notes" id="n1" lang="es">`, `<html lang="es"`)
	has(t, "the Arabic article", site["articles/marsa.html"], `<h1 lang="ar" dir="rtl">`, `<div class="prose" lang="ar" dir="rtl">`, `<aside class="notes" id="n1" lang="es" dir="ltr">`)
	has(t, "the entry", site["who/ana-luz.html"], `<span lang="en"><span class="mention here f1">`, `<q lang="en">We wait</q>`, `<span lang="ar" dir="rtl">`)
	if p := site["articles/muelle.html"]; strings.Count(p, ` lang="`) != 1 {
		t.Error("an article in the site's language says its language again")
	}
	var text strings.Builder
	r.Report.WriteText(&text)
	has(t, "the report", text.String(), "language   ar: not read in it: ")
	if strings.Contains(text.String(), "language   en") || strings.Contains(text.String(), "language   es") {
		t.Error("neither English nor Spanish lacks what the report tells")
	}

	write(t, dir, "content/articles/quay.md", "---\ntitle: The quay\nlanguage: english\n---\nAna Luz.\n")
	if got, want := told(t, dir, "bad-language"), `content/articles/quay.md:3:11: language "english" [bad-language]`; !strings.Contains(got, want) {
		t.Errorf("told %q, want %q", got, want)
	}
}
