package build_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"glossator/internal/build"
	"glossator/internal/site"
)

// bilingual is a small site in two languages, with files written over it in pairs: a path,
// and what stands there, nothing to take the file away.
func bilingual(t *testing.T, more ...string) string {
	t.Helper()
	dir := t.TempDir()
	archive, err := txtar.ParseFile("testdata/bilingual.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range archive.Files {
		write(t, dir, f.Name, string(f.Data))
	}
	for i := 0; i+1 < len(more); i += 2 {
		if write(t, dir, more[i], more[i+1]); more[i+1] == "" {
			os.Remove(filepath.Join(dir, more[i]))
		}
	}
	return dir
}

// TestASiteInTwoLanguagesIsOneCatalogue: each language's edition has the same articles and
// entries in its own words, where they are translated, and one evidence.
func TestASiteInTwoLanguagesIsOneCatalogue(t *testing.T) {
	_, r := publish(t, build.Config{Site: bilingual(t)})
	clean(t, r)
	if len(r.Editions) != 1 || r.Editions[0].Tag != "es" {
		t.Fatalf("editions are %v", r.Editions)
	}
	en, es := r.Site, r.Editions[0]
	for _, s := range []*site.Site{en, es} {
		if len(s.Articles) != 3 || s.Stories() != 3 {
			t.Errorf("%s: articles %d, stories %d; a translation is no other article", s.Config.Language, len(s.Articles), s.Stories())
		}
	}
	storm := es.Article("storm")
	if m := storm.Doc.Meta; m.Title != "Una tormenta en el muelle" || m.Publisher != "Saltmere Post" || m.Published != "2021-06-02" || m.Place != "Saltmere" || m.Rights.Text != "own" {
		t.Errorf("the translation has %+v", m)
	}
	if es.Article("calm").Path != "../articles/calm.html" || es.Article("fiesta").Path != "articles/fiesta.html" || en.Article("fiesta").Path != "es/articles/fiesta.html" {
		t.Error("an article does not lie where its language is")
	}
	rule := es.Profile("night-rule")
	if rule.Entry.Name != "Regla de la Noche" || !strings.HasPrefix(rule.Doc.Prose.Text, "La Regla") || rule.Entry.Periods[0].Covers != "transbordadores" || rule.Entry.Periods[0].From != "2021-06-01" {
		t.Errorf("the entry is %+v", rule.Entry)
	}
	if len(storm.Of(rule.Index)) != 1 || len(es.Article("fiesta").Of(rule.Index)) != 1 {
		t.Error("a Spanish name is not found in a Spanish text")
	}
	if len(es.Article("fiesta").Of(es.Profile("ana-luz").Index)) != 2 {
		t.Error("a Spanish description is not found in a Spanish text")
	}
	if office := es.Profile("port-office"); office.Doc.Prose.Text != "La Oficina del Puerto cobra las tasas." || office.Entry.Name != "Oficina del Puerto" {
		t.Errorf("the note is %q", office.Doc.Prose.Text)
	}
	if bo := es.Profile("bo-mar"); bo.Doc.Prose.Text != en.Profile("bo-mar").Doc.Prose.Text {
		t.Error("what is not translated is not there in the site's own language")
	}
	if got := en.Article("storm").Told[0]; got.Path != "es/articles/storm.html" || len(got.Of(rule.Index)) != 1 {
		t.Errorf("the English article knows of %+v", got)
	}
	if e := es.Timeline; e[0].Title != "Empieza la Regla de la Noche" || e[1].Title != "Six desks open" || e[1].Tongue != "en" || e[2].Title != "La tormenta" || e[2].Tongue != "" {
		t.Errorf("the timeline is %+v", e)
	}
	if f := es.Figures[0]; f.Said != "unos 12" || f.Official != "14" || f.Note != "Contados a mediodía." || en.Figures[0].Said != "about 12" {
		t.Errorf("the figure is %+v", f)
	}
	x := es.Page("tides").Exhibits[0]
	if x.Title != "Mareas de junio" || x.Rows[1].Cells[1] != "3,4" || len(x.Rows[0].Entries) != 1 || en.Page("tides").Exhibits[0].Rows[0].Cells[0] != "June 1" {
		t.Errorf("the exhibit is %+v", x)
	}
	if m := es.Page("method"); m.Away != "../" || m.Path != "../method.html" || es.Page("tides").Meta.Order != 1 {
		t.Error("a page is not where it is read, or has lost its order")
	}
}

// TestMistakesInTranslations are told where they stand, each with what to do.
func TestMistakesInTranslations(t *testing.T) {
	article := func(head string) string { return "---\n" + head + "title: X\n---\nAna Luz vino.\n" }
	for _, c := range []struct{ path, text, want string }{
		{"content/articles/x.md", article("language: es\ntranslation_of: strm\n"), "content/articles/x.md:3:17: there is no text \"strm\" to translate [translation]\n\thint: did you mean \"storm\"?"},
		{"content/articles/x.md", article("translation_of: calm\n"), "content/articles/x.md:2:17: a translation in \"en\", the site's own language [translation]\n\thint: say in which language it is written, as language: es"},
		{"content/articles/x.md", article("language: en\ntranslation_of: calm\n"), `a translation in "en", the site's own language [translation]`},
		{"content/articles/x.md", article("language: fr\ntranslation_of: calm\n"), "content/articles/x.md:2:11: \"fr\" is no other language of the site [translation]\n\thint: add fr: {title: …} to translations in site.yaml"},
		{"content/articles/zz.md", article("language: es\ntranslation_of: storm\n"), "\"storm\" is translated into \"es\" already, in content/articles/storm.es.md [translation]\n\thint: a text has one translation"},
		{"content/articles/x.md", article("language: es\ntranslation_of: fiesta\n"), `"fiesta" is written in "es" itself [translation]`},
		{"content/pages/x.md", article("language: es\ntranslation_of: methd\n"), "content/pages/x.md:3:17: there is no text \"methd\" to translate [translation]\n\thint: did you mean \"method\"?"},
		{"content/who/x.md", "---\nname: X\nunmentioned: yes\ntranslation_of: ana-luz\n---\nX.\n", "content/who/x.md:4:1: unknown field \"translation_of\" [unknown-field]\n\thint: an entry is one in all languages: give it names: {es: …}, and write its text in es into x.es.md beside it"},
		{"content/who/xx.es.md", "X.\n", "content/who/xx.es.md:1:1: there is no entry \"xx\" to translate [translation]"},
		{"content/who/ana-luz.fr.md", "X.\n", "content/who/ana-luz.fr.md:1:1: \"ana-luz.fr\" cannot be an entry's address [bad-name]\n\thint: the text of an entry in another language needs translations: {fr: {title: …}} in site.yaml"},
		{"content/who/ana-luz.en.md", "X.\n", "content/who/ana-luz.en.md:1:1: \"en\" is the site's own language [translation]\n\thint: write it into ana-luz.md"},
		{"content/rules/ana-luz.es.md", "X.\n", "content/rules/ana-luz.es.md:1:1: entry \"ana-luz\" stands in content/who/ana-luz.md [translation]\n\thint: put it beside it"},
		{"content/who/bo-mar.es.md", "---\nname: Bo\n---\nX.[^gazete]\n", "hint: its name stands in bo-mar.md: names: {es: …}"},
		{"content/who/ana-luz.es.md", "X.[^gazete]\n", `content/who/ana-luz.es.md:1:3: warning: there is no note "gazete" [unknown-note]`},
		{"content/who/ana-luz.es.md", "---\nroles: [{}, {}]\n---\nX.\n", "content/who/ana-luz.es.md:2:9: roles: 2, where ana-luz.md has 1 [translation]\n\thint: write as many, in its order; {} leaves one as it is"},
		{"content/who/ana-luz.es.md", "---\ncitations: [{id: gazete, note: x}]\n---\nX.\n", "content/who/ana-luz.es.md:2:18: unknown citation \"gazete\" [unknown-citation]\n\thint: did you mean \"gazette\"?"},
		{"content/who/bo-mar.md", "---\nname: Bo Mar\nkind: person\nnames: {fr: Beau Mar}\n---\nBo.\n", "content/who/bo-mar.md:4:13: names in \"fr\", which is no other language of the site [translation]\n\thint: add fr: {title: …} to translations in site.yaml"},
		{"content/timeline.es.yaml", "- {date: 2021-06-03, title: X}\n", "content/timeline.es.yaml:1:4: timeline.yaml has no event 1 on 2021-06-03 [translation]"},
		{"content/figures.es.yaml", "- {id: boat, said: X}\n", "content/figures.es.yaml:1:8: there is no figure \"boat\" to translate [translation]\n\thint: did you mean \"boats\"?"},
		{"content/corrections.es.yaml", "- {date: 2021-06-05, said: X, says: Y}\n", "content/corrections.es.yaml:1:4: corrections.yaml has no correction 1 on 2021-06-05 [translation]\n\thint: one is found by its date"},
		{"content/corrections.es.yaml", "- {date: 2021-06-04, said: X, says: Y}\n", "content/corrections.es.yaml:1:4: the correction has a note in corrections.yaml, and none here [translation]"},
		{"content/corrections.es.yaml", "- {date: 2021-06-05, page: method, entry: bo-mar, said: X, says: Y}\n", "content/corrections.es.yaml:1:4: the correction names 2 places [correction]"},
		{"content/exhibits/tides.es.yaml", "title: X\nrows: [{cells: [a, b]}]\n", "content/exhibits/tides.es.yaml:2:1: rows: 1, where tides.yaml has 2 [translation]"},
		{"content/exhibits/tide.es.yaml", "title: X\n", "content/exhibits/tide.es.yaml:1:1: there is no exhibit \"tide\" to translate [translation]"},
		{"content/articles/calm.es.md", "---\nlanguage: es\ntranslation_of: calm\n---\n[[bo-mer]] vino.\n", "content/articles/calm.es.md:5:1: unknown entry \"bo-mer\" [unknown-entry]\n\thint: did you mean \"bo-mar\"?"},
	} {
		dir := bilingual(t, c.path, c.text)
		if got := strings.ReplaceAll(told(t, dir, ""), filepath.ToSlash(dir)+"/", ""); !strings.Contains(got, c.want) {
			t.Errorf("%s:\n%s\ntold %s\nwant %s", c.path, c.text, got, c.want)
		}
	}
}

// TestMistakesInTheListOfLanguages are told at the language.
func TestMistakesInTheListOfLanguages(t *testing.T) {
	for tag, want := range map[string]string{
		"spanish: {title: X}":                        `language "spanish" [bad-language]`,
		"en: {title: X}":                             `"en" is the site's own language [translation]`,
		"es: {description: X}":                       `"title" is missing`,
		"es: {title: X, facets: {hwo: {plural: Y}}}": `there is no facet "hwo" [unknown-facet]`,
	} {
		dir := t.TempDir()
		write(t, dir, "content/site.yaml", quaySite+"translations:\n  "+tag+"\n")
		if got := told(t, dir, ""); !strings.Contains(got, want) || !strings.Contains(got, "content/site.yaml:6:") {
			t.Errorf("%s: told %s, want %s", tag, got, want)
		}
	}
}

// TestPagesInTwoLanguages: each page says its language and leads to itself in the other,
// what is not translated is there in the site's own language and says so, and nothing leads
// nowhere.
func TestPagesInTwoLanguages(t *testing.T) {
	site, r := publish(t, build.Config{Site: bilingual(t), BaseURL: crawlBase})
	clean(t, r)
	crawled(t, "bilingual", site, r)
	if r.Report.Warnings > 0 {
		t.Error(r.Problems())
	}
	has(t, "the article", site["articles/storm.html"], `<html lang="en"`,
		`<link rel="alternate" href="https://example.org/x/es/articles/storm.html" hreflang="es">`, `<link rel="alternate" href="https://example.org/x/articles/storm.html" hreflang="x-default">`,
		`<nav class="small langs" aria-label="Language"><a href="../es/articles/storm.html" lang="es">Español</a> </nav>`)
	has(t, "its translation", site["es/articles/storm.html"], `<html lang="es"`, `<link rel="canonical" href="https://example.org/x/es/articles/storm.html">`,
		`<a href="../../articles/storm.html" lang="en">English</a>`, `href="../rules/night-rule.html" id="p2.night-rule"`, `La Regla de la Noche paró los transbordadores`, `<dt>unos 12</dt>`,
		`<link rel="stylesheet" href="../../assets/site-`, `<a rel="next" href="../../articles/calm.html" lang="en">`)
	has(t, "an article that is not translated", site["articles/calm.html"], `<a href="../es/articles/index.html" lang="es">Español</a>`)
	if p := site["articles/calm.html"]; strings.Contains(p, `hreflang=`) {
		t.Error("a page that is there once names alternatives")
	}
	has(t, "the list of articles", site["es/articles/index.html"], `<a href="../articles/storm.html">Una tormenta en el muelle</a>`, `<h2 lang="en"><a href="../../articles/calm.html">A calm day</a></h2>`, `Sin traducir: inglés`)
	has(t, "the English list", site["articles/index.html"], `<a href="../es/articles/fiesta.html">Fiesta en el puerto</a>`, `Not translated: Spanish`)
	has(t, "an entry", site["es/rules/night-rule.html"], `<dfn>Regla de la Noche</dfn>`, `orden portuaria`, `transbordadores`, `1 de junio de 2021`)
	has(t, "an entry with a note", site["es/who/port-office.html"], "<p>La Oficina del Puerto cobra las tasas.</p>", "Sin traducir: inglés", `<div class="prose" lang="en">`, "desks.</p>")
	has(t, "an entry without anything", site["es/who/bo-mar.html"], `<div class="prose" lang="en">`, "Sin traducir: inglés")
	has(t, "its note", site["es/articles/storm.html"], `<p class="note-text" lang="en">Bo Mar is a skipper.</p>`)
	has(t, "evidence in English", site["rules/night-rule.html"], `id="in-storm"`, `id="in-storm-es"`, `The same article: Spanish`, `href="../es/articles/storm.html#p2.night-rule"`, `<span lang="es">La <`, `Mentions: 2. `, `Different stories: 2. `)
	has(t, "evidence in Spanish", site["es/rules/night-rule.html"], `id="in-storm-en"`, `El mismo artículo: inglés`, `href="../../articles/storm.html#p2.night-rule"`, `<span lang="en">The <`, `Historias distintas: 2. `)
	has(t, "the home page", site["es/index.html"], `href="articles/storm.html">la tormenta</a>`, `href="../method.html">cómo trabajamos</a>`, `<a href="../method.html" lang="en">Method (inglés)</a>`)
	has(t, "the timeline", site["es/timeline.html"], `<h3>Empieza la Regla de la Noche</h3>`, `<h3 lang="en">Six desks open</h3>`, `id="e2021-06-01.the-night-rule-begins"`)
	has(t, "an exhibit", site["es/tides.html"], "Mareas de junio", "3,4")
	has(t, "what was put right", site["es/corrections.html"], `<li id="c2021-06-07-es-1">`, `Decía: <q>Los barcos pesaron.</q>`, `<li id="c2021-06-04-1">`, `Decía: <q>nueve barcos</q>`, `<p class="small">Los cuenta el diario del puerto.</p>`,
		`<a href="who/bo-mar.html">Bo Mar</a> · Sin traducir: inglés</p>`, `Decía: <q lang="en">a sailor</q>`, `<a href="../articles/calm.html" lang="en">A calm day</a>`)
	has(t, "an article that was put right", site["es/articles/storm.html"], `<q>nueve barcos</q>`, `<q>Los barcos pesaron.</q>`)
	has(t, "a correction in the feed", site["es/feed.xml"], "&lt;q&gt;nueve barcos&lt;/q&gt;", "&lt;q lang=&#34;en&#34;&gt;a sailor&lt;/q&gt;")
	if strings.Contains(site["corrections.html"], "barcos") {
		t.Error("what was wrong in Spanish alone is told in English")
	}
	has(t, "the feed", site["es/feed.xml"], `xml:lang="es"`, "https://example.org/x/es/articles/storm.html")
	has(t, "the site map", site["sitemap.xml"], `xmlns:xhtml="http://www.w3.org/1999/xhtml"`,
		`<url><loc>https://example.org/x/es/articles/storm.html</loc><lastmod>2021-06-02</lastmod><xhtml:link rel="alternate" hreflang="en" href="https://example.org/x/articles/storm.html"/><xhtml:link rel="alternate" hreflang="x-default" href="https://example.org/x/articles/storm.html"/><xhtml:link rel="alternate" hreflang="es" href="https://example.org/x/es/articles/storm.html"/></url>`,
		`<url><loc>https://example.org/x/articles/calm.html</loc><lastmod>2021-06-05</lastmod></url>`)
	has(t, "a table", site["es/data/mentions.csv"], "storm,", "norma nocturna")
	if strings.Contains(site["data/mentions.csv"], "norma nocturna") || strings.Contains(site["es/feed.xml"], "calm") {
		t.Error("a table or a feed has what is in the other language")
	}
	for _, path := range []string{"es/404.html", "es/sitemap.xml", "es/robots.txt", "es/_headers", "es/articles/calm.html"} {
		if site[path] != "" {
			t.Errorf("%s is there", path)
		}
	}
	if !strings.Contains(site["es/search/articles-0.js"]+site["es/search/articles-1.js"], "Una tormenta") || strings.Contains(site["search/articles-0.js"], "Una tormenta") {
		t.Error("a search finds what is in the other language")
	}
	var text strings.Builder
	r.Report.WriteText(&text)
	has(t, "the report", text.String(), "translated es: 2 of 3 articles, 2 of 3 pages, 3 of 4 entries")
	var asked []string
	for _, topic := range r.Questions() {
		for _, q := range topic.Items {
			if topic.ID == "untranslated" {
				asked = append(asked, q.Msg)
			}
		}
	}
	if got := strings.Join(asked, "; "); got != "“A calm day” has no text in es; “How we work” has no text in es; “Bo Mar” has no text in es; timeline.yaml has 1 of 3 without words in es; corrections.yaml has 2 of 3 without words in es" {
		t.Errorf("the desk asks %s", got)
	}
}

// TestASiteOfOneLanguageHasNothingOfOthers: no switch, no folder, no style sheet of it.
func TestASiteOfOneLanguageHasNothingOfOthers(t *testing.T) {
	site, r := publish(t, build.Config{Site: rio})
	clean(t, r)
	for p, data := range site {
		if strings.HasPrefix(p, "assets/site-") && strings.Contains(data, "langs") || strings.HasSuffix(p, ".html") && strings.Contains(data, "hreflang") {
			t.Errorf("%s tells of other languages", p)
		}
	}
}

// TestATranslationFromTheRight: pages in Arabic are written from the right, and what is not
// translated in them from the left.
func TestATranslationFromTheRight(t *testing.T) {
	site, r := publish(t, build.Config{Site: bilingual(t,
		"content/site.yaml", quaySite+"translations:\n  ar: {title: المرسى}\n",
		"content/articles/storm.ar.md", "---\nlanguage: ar\ntranslation_of: storm\ntitle: عاصفة\n---\nانتظرت Ana Luz.\n",
		"content/articles/storm.es.md", "", "content/pages/index.es.md", "", "content/pages/tides.es.md", "", "content/articles/fiesta.md", "",
		"content/who/port-office.md", "---\nname: Port Office\n---\nFees.\n", "content/rules/night-rule.md", "---\nname: Night Rule\n---\nNo.\n",
		"content/who/ana-luz.es.md", "", "content/rules/night-rule.es.md", "", "content/timeline.es.yaml", "", "content/figures.es.yaml", "", "content/corrections.es.yaml", "", "content/exhibits/tides.es.yaml", "")})
	clean(t, r)
	has(t, "the Arabic article", site["ar/articles/storm.html"], `<html lang="ar" dir="rtl"`, `lang="en" dir="ltr">English</a>`, `<p class="note-text" lang="en" dir="ltr">`)
	has(t, "the English entry", site["who/ana-luz.html"], `<span lang="ar" dir="rtl">`, `lang="ar" dir="rtl">العربية</a>`)
}

// TestATranslationIsReadAgainWhenItsEntryCitesSomethingElse: what a label stands for is said
// in the entry's own file.
func TestATranslationIsReadAgainWhenItsEntryCitesSomethingElse(t *testing.T) {
	dir := bilingual(t,
		"content/who/bo-mar.md", "---\nname: Bo Mar\nkind: person\ncitations: [{id: log, title: The log, note: Page 2.}]\n---\nBo Mar keeps the log.\n",
		"content/who/bo-mar.es.md", "Bo Mar lleva el cuaderno.[^log]\n")
	warm := build.New(build.Config{Site: dir})
	unknown := func() (n int) {
		r, err := warm.Build("*")
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range r.Problems() {
			if p.Rule == "unknown-note" && strings.HasSuffix(p.Pos.Path, "bo-mar.es.md") {
				n++
			}
		}
		return n
	}
	if unknown() != 0 {
		t.Fatal("what the entry cites is unknown")
	}
	if replaceIn(t, dir, "content/who/bo-mar.md", "id: log,", "id: book,"); unknown() != 1 {
		t.Error("what the entry cites no more is still known")
	}
}

// TestMemoryIsRightInTwoLanguages: a builder with memory makes of any edit what a new one makes.
func TestMemoryIsRightInTwoLanguages(t *testing.T) { anyEdit(t, "testdata/bilingual.txtar") }

// TestATranslationComesAndGoes, and its original, and the language: pages follow.
func TestATranslationComesAndGoes(t *testing.T) {
	dir := bilingual(t)
	warm := build.New(build.Config{Site: dir})
	same := func(what string) map[string]string {
		t.Helper()
		got, want := allBut(t, ".png", warm, "*"), allBut(t, ".png", build.New(build.Config{Site: dir}))
		if d := cmp.Diff(want, got); d != "" {
			t.Fatalf("%s: %s", what, d)
		}
		return got
	}
	same("first")
	write(t, dir, "content/articles/calm.es.md", "---\nlanguage: es\ntranslation_of: calm\ntitle: Un día tranquilo\n---\nBo Mar zarpó.\n")
	if p := same("a translation comes"); !strings.Contains(p["articles/calm.html"], `href="https://example.org/quay/es/articles/calm.html" hreflang="es"`) || !strings.Contains(p["es/articles/calm.html"], "Bo Mar") {
		t.Error("the pages do not lead to a new translation")
	}
	replaceIn(t, dir, "content/articles/calm.md", "published: 2021-06-05", "published: 2021-06-06")
	if p := same("the original's day changes"); !strings.Contains(p["es/articles/calm.html"], "6 de junio de 2021") {
		t.Error("a translation keeps the original's old day")
	}
	os.Remove(filepath.Join(dir, "content/articles/calm.es.md"))
	same("the translation goes")
	os.Remove(filepath.Join(dir, "content/who/ana-luz.es.md"))
	same("an entry's words go")
	replaceIn(t, dir, "content/rules/night-rule.md", "names: {es: Regla de la Noche}\n", "")
	same("an entry's name goes")
	replaceIn(t, dir, "content/articles/storm.es.md", "language: es\ntranslation_of: storm\n", "draft: true\nlanguage: es\ntranslation_of: storm\n")
	if p := same("a translation is a draft"); p["es/articles/storm.html"] != "" || strings.Contains(p["rules/night-rule.html"], "in-storm-es") {
		t.Error("a draft of a translation is shown")
	}
	os.Remove(filepath.Join(dir, "content/articles/storm.md"))
	same("the original goes")
}

// TestSourcesAreNamedInTheirLanguage: what nobody translates says in which language it is: a
// source's title and publisher, and the publisher of an article that is translated.
func TestSourcesAreNamedInTheirLanguage(t *testing.T) {
	dir := bilingual(t)
	replaceIn(t, dir, "content/who/ana-luz.md", "note: Page 3.}\n", "note: Page 3.}\n  - {id: diario, title: El muelle, publisher: Diario, date: 2020-01-03, language: es}\n")
	site, r := publish(t, build.Config{Site: dir})
	clean(t, r)
	has(t, "the Spanish entry", site["es/who/ana-luz.html"], `<span lang="en">Saltmere Gazette. Town of Saltmere</span>, 2 de enero de 2020. Página 3.`, `>El muelle. Diario, 3 de enero`, `<span lang="en">Saltmere Post</span>`)
	has(t, "the English entry", site["who/ana-luz.html"], `>Saltmere Gazette. Town of Saltmere, January 2`, `<span lang="es">El muelle. Diario</span>, January 3`)
	has(t, "the Spanish article", site["es/articles/storm.html"], `<p class="byline"><b lang="en">Saltmere Post</b>`)
	replaceIn(t, dir, "content/articles/storm.es.md", "title: Una", "publisher: Correo de Saltmere\ntitle: Una")
	site, _ = publish(t, build.Config{Site: dir})
	has(t, "a publisher that is translated", site["es/articles/storm.html"], `<p class="byline"><b>Correo de Saltmere</b>`)
	replaceIn(t, dir, "content/who/ana-luz.md", "language: es", "language: spanish")
	if got := told(t, dir, ""); !strings.Contains(got, "content/who/ana-luz.md:10:") || !strings.Contains(got, "[bad-language]") {
		t.Error(got)
	}
}

// TestPagesTellProgramsTheirLanguage: that of the words that are shown.
func TestPagesTellProgramsTheirLanguage(t *testing.T) {
	dir := bilingual(t)
	replaceIn(t, dir, "content/articles/storm.md", "summary:", "kind: account\noriginal_title: Boats wait\nsummary:")
	site, r := publish(t, build.Config{Site: dir, BaseURL: crawlBase})
	clean(t, r)
	has(t, "an entry in Spanish", site["es/who/ana-luz.html"], `<meta property="og:locale" content="es">`, `"inLanguage":"es"`)
	has(t, "an entry that is not translated", site["es/who/bo-mar.html"], `<meta property="og:locale" content="en">`, `"inLanguage":"en"`)
	has(t, "a translation", site["es/articles/storm.html"], `<meta property="og:locale" content="es">`, `"description":"Los barcos esperaron.","inLanguage":"es"`, `"headline":"Boats wait","inLanguage":"en"`)
	site, r = publish(t, build.Config{Site: bilingual(t, "content/site.yaml", quaySite, "content/articles/storm.es.md", "", "content/pages/index.es.md", "", "content/pages/tides.es.md", "",
		"content/who/port-office.md", "---\nname: Port Office\n---\nFees.\n", "content/rules/night-rule.md", "---\nname: Night Rule\n---\nNo.\n", "content/who/ana-luz.es.md", "", "content/rules/night-rule.es.md", "",
		"content/timeline.es.yaml", "", "content/figures.es.yaml", "", "content/corrections.es.yaml", "", "content/exhibits/tides.es.yaml", "")})
	clean(t, r)
	has(t, "a Spanish article of an English site", site["articles/fiesta.html"], `<html lang="en"`, `<meta property="og:locale" content="es">`, `"inLanguage":"es"`)
}

// TestATranslatedQuotationIsSaidOnce: a page lists the words in its language and those that
// they translate as one, also where the original's evidence has them.
func TestATranslatedQuotationIsSaidOnce(t *testing.T) {
	site, r := publish(t, build.Config{Site: bilingual(t,
		"content/articles/storm.evidence.csv", "paragraph,kind,entry,facet,level,phrase,value\n1,quote,ana-luz,,certain,wait for the Port Office …,\n2,quote,bo-mar,,certain,Nobody saw it …,\n")})
	clean(t, r)
	count := func(p, part string, want int) {
		t.Helper()
		if got := strings.Count(site[p], part); got != want {
			t.Errorf("%s: %q %d times, not %d", p, part, got, want)
		}
	}
	has(t, "who said it", site["es/who/ana-luz.html"], `<q>Esperamos a la Oficina del Puerto</q> <span class="small">Traducido de: <a href="../../articles/storm.html#q1.we-wait-for-the-port"><q lang="en">We wait for the Port Office.</q></a></span>`)
	has(t, "what only the original has", site["es/who/bo-mar.html"], `<q lang="en">Nobody saw it …</q>`)
	for _, l := range []string{"", "es/"} {
		count(l+"who/ana-luz.html", "<li><q", 1)
		count(l+"quotes.html", "<li><q", 4) // each by speaker and by article
	}
	count("who/ana-luz.html", "Translated from", 0)
	has(t, "the other one", site["es/quotes.html"], `Ana Luz</a> <span class="n">1</span>`)
}

// TestAQuotationThatIsNotCertainIsNotCalledATranslation: another speaker, far more words, or
// another number of quotations in the paragraph.
func TestAQuotationThatIsNotCertainIsNotCalledATranslation(t *testing.T) {
	for name, said := range map[string]string{
		"another speaker": "Bo Mar dijo: «Esperamos a la Oficina del Puerto».",
		"far more words":  "Ana Luz dijo: «Esperamos a la Oficina del Puerto, porque sin ella no sale nadie, y menos de noche, cuando el viento sopla fuerte».",
		"two":             "Ana Luz dijo: «Esperamos a la Oficina del Puerto». Ana Luz dijo: «No sale nadie del muelle».",
	} {
		dir := bilingual(t)
		replaceIn(t, dir, "content/articles/storm.es.md", "Ana Luz dijo: «Esperamos a la Oficina del Puerto».", said)
		site, r := publish(t, build.Config{Site: dir})
		clean(t, r)
		if !strings.Contains(site["es/quotes.html"], "Esperamos a la Oficina") || strings.Contains(site["es/quotes.html"], "Traducido de") {
			t.Errorf("%s: it is taken for a translation", name)
		}
	}
}

// TestAMistakeInATemplateIsToldOnce, and not in each language; no page of it is made in any.
func TestAMistakeInATemplateIsToldOnce(t *testing.T) {
	dir := bilingual(t, "templates/day.html", `{{define "main"}}{{.Nothing}}{{end}}`)
	r, err := build.New(build.Config{Site: dir}).Build()
	if err != nil || r.OK {
		t.Fatal(err, "it is published")
	}
	if n := strings.Count(told(t, dir, ""), "templates/day.html:1:"); n != 1 {
		t.Errorf("it is told %d times: %s", n, told(t, dir, ""))
	}
	for _, p := range []string{"days/2021-06-02.html", "es/days/2021-06-02.html"} {
		if _, _, problem, ok := r.Get(p); ok && problem == nil {
			t.Errorf("%s is made", p)
		}
	}
}
