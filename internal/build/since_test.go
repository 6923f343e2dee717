package build_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"glossator/internal/build"
)

// TestWhatChangedSinceIsTold: against a folder that was published before, kind by kind; a
// second publish of the same is the same, and beside itself nothing changed.
func TestWhatChangedSinceIsTold(t *testing.T) {
	dir, was, out := copySite(t, rio), filepath.Join(t.TempDir(), "was"), filepath.Join(t.TempDir(), "out")
	appendTo(t, dir, "content/site.yaml", "checked: 2026-03-01\n")
	write(t, dir, "content/obras/esclusa.md", "---\nname: la Esclusa\nperiods: [{from: 2019, status: in force}]\n---\nLa Esclusa cierra el río.\n")
	write(t, dir, "content/figures.yaml", "- {id: f, article: reunion, said: doce, what: Peces, official: \"10\", agrees: no}\n")
	write(t, dir, "content/articles/dicho.md", "---\ntitle: Dicho\npublished: 2024-05-01\n---\nMarta Olmos dijo: “La trucha vuelve al río este año y nadie lo esperaba”. Llegaron 12 peces.\n")
	publishTo := func(dir, to, since string) *build.Result {
		r, err := build.Publish(build.Config{Site: dir, Out: to, Since: since})
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	if r := publishTo(dir, was, ""); !r.OK {
		t.Fatal(r.Problems())
	}
	if r := publishTo(dir, out, was); !r.OK || !strings.Contains(files(t, out)["changes.html"], "<p>Nada cambió.</p>") {
		t.Error(r.Problems(), files(t, out)["changes.html"])
	}
	write(t, dir, "content/obras/esclusa.md", "---\nname: la Esclusa\nperiods: [{from: 2019, to: 2025, status: in force}, {from: 2026, status: ended}]\n---\nLa Esclusa cerró el río.\n")
	write(t, dir, "content/obras/azud.md", "---\nname: el Azud\n---\nEl Azud es nuevo.\n")
	write(t, dir, "content/figures.yaml", "- {id: f, article: reunion, said: doce, what: Peces, official: \"11\", agrees: roughly}\n")
	write(t, dir, "content/articles/dicho.md", "---\ntitle: Dicho\npublished: 2024-05-01\n---\nMarta Olmos dijo: “La trucha vuelve al río este mes y nadie lo esperaba”. Llegaron 13 peces.\n")
	write(t, dir, "content/articles/nuevo.md", "---\ntitle: Lo nuevo\npublished: 2024-06-01\n---\nMarta Olmos.\n")
	if err := os.Remove(filepath.Join(dir, "content/lugares/puente-de-cal.md")); err != nil {
		t.Fatal(err)
	}
	r := publishTo(dir, out, was)
	if !r.OK {
		t.Fatal(r.Problems())
	}
	site := files(t, out)
	for _, want := range []string{
		`<h2>Artículos nuevos: 1</h2>`, `<li><a href="articles/nuevo.html">Lo nuevo</a>.</li>`, `<h2>Entradas nuevas: 1</h2>`, `<a href="obras/azud.html">el Azud</a>`,
		`<h2>Entradas retiradas: 1</h2>`, `<li>puente de Cal.</li>`, `<a href="obras/esclusa.html">la Esclusa</a>. Antes: en vigor. Ahora: `,
		`Antes: <q>La trucha vuelve al río este año y nadie lo esperaba</q>. Ahora: <q>La trucha vuelve al río este mes y nadie lo esperaba</q>`,
		`<h2>Cifras corregidas: 1</h2>`, `Antes: 12. Ahora: 13`, `<h2>Cifras oficiales cambiadas: 1</h2>`, `Antes: 10. Ahora: 11`,
	} {
		if !strings.Contains(site["changes.html"], want) {
			_, main, _ := strings.Cut(site["changes.html"], "<main")
			t.Errorf("changes.html has no %q: %s", want, main)
		}
	}
	if feed := site["feed.xml"]; !strings.Contains(feed, "<updated>2026-03-01T00:00:00Z</updated>") || !strings.Contains(feed, "el Azud") {
		t.Error(feed)
	}
	if again := publishTo(dir, out, was); again.Report.Written != 0 {
		t.Errorf("%d files were written again", again.Report.Written)
	}
}

// TestWhatChangedSinceIsToldInEachLanguage: the pages of a language are compared with those
// that were published in it, from a folder and from its data/site.json.
func TestWhatChangedSinceIsToldInEachLanguage(t *testing.T) {
	dir, was := bilingual(t), filepath.Join(t.TempDir(), "was")
	appendTo(t, dir, "content/site.yaml", "checked: 2026-03-01\nexports: json\n")
	publishTo := func(to, since string) map[string]string {
		r, err := build.Publish(build.Config{Site: dir, Out: to, Since: since})
		if err != nil || !r.OK {
			t.Fatal(err, r.Problems())
		}
		return files(t, to)
	}
	publishTo(was, "")
	if site := publishTo(filepath.Join(t.TempDir(), "out"), was); !strings.Contains(site["changes.html"], "Nothing changed.") || !strings.Contains(site["es/changes.html"], "Nada cambió.") {
		t.Error(site["changes.html"], site["es/changes.html"])
	}
	write(t, dir, "content/articles/calm.es.md", "---\nlanguage: es\ntranslation_of: calm\ntitle: Un día tranquilo\n---\nBo Mar zarpó.\n")
	replaceIn(t, dir, "content/articles/storm.es.md", "Esperamos a la Oficina", "Aguardamos a la Oficina")
	write(t, dir, "content/rules/quiet-rule.md", "---\nname: Quiet Rule\nkind: harbor order\nnames: {es: Regla del Silencio}\nunmentioned: It is new.\n---\nThe Quiet Rule is new.\n")
	replaceIn(t, dir, "content/figures.yaml", `official: "14"`, `official: "15"`)
	for _, since := range []string{was, filepath.Join(was, "data/site.json")} {
		site := publishTo(filepath.Join(t.TempDir(), "out"), since)
		has(t, "the Spanish page", site["es/changes.html"], `<html lang="es"`, `<h2>Artículos nuevos: 1</h2>`, `<li><a href="articles/calm.html">Un día tranquilo</a>.</li>`, `<h2>Entradas nuevas: 1</h2>`, `<a href="rules/quiet-rule.html">Regla del Silencio</a>`,
			`Antes: <q>Esperamos a la Oficina del Puerto</q>. Ahora: <q>Aguardamos a la Oficina del Puerto</q>`, `<a href="figures.html">unos 12</a>, Barcos que esperaron. Antes: 14. Ahora: 15`)
		has(t, "the English page", site["changes.html"], `<h2>New entries: 1</h2>`, `Quiet Rule</a>`, `about 12</a>, Boats that waited. Before: 14. Now: 15`)
		if p := site["changes.html"]; strings.Contains(p, "calm") || strings.Contains(p, "<q>") {
			t.Error("the English page tells what changed in Spanish alone")
		}
		has(t, "the Spanish feed", site["es/feed.xml"], "Qué cambió", "Regla del Silencio")
	}
	replaceIn(t, dir, "content/figures.es.yaml", "  note:", "  official: unos 15\n  note:")
	again := filepath.Join(t.TempDir(), "again")
	publishTo(again, "")
	replaceIn(t, dir, "content/figures.es.yaml", "unos 15", "cerca de 15")
	if site := publishTo(filepath.Join(t.TempDir(), "out"), again); !strings.Contains(site["es/changes.html"], "Nada cambió.") {
		t.Error("a number that is only said in other words changed:", site["es/changes.html"])
	}
	alone := filepath.Join(t.TempDir(), "site.json")
	if err := os.Rename(filepath.Join(was, "data/site.json"), alone); err != nil {
		t.Fatal(err)
	}
	r, err := build.Publish(build.Config{Site: dir, Out: filepath.Join(t.TempDir(), "out"), Since: alone})
	if err != nil || !r.OK || len(r.Problems()) == 0 || !strings.Contains(r.Problems()[0].String(), "the earlier publish has no es/: what changed is not told there") {
		t.Error(err, r.Problems())
	}
}

// TestAnEarlierPublishThatCannotBeReadIsTold, before anything is written.
func TestAnEarlierPublishThatCannotBeReadIsTold(t *testing.T) {
	folder := func(change func(dir string)) string {
		dir := filepath.Join(t.TempDir(), "was")
		if _, err := build.Publish(build.Config{Site: rio, Out: dir}); err != nil {
			t.Fatal(err)
		}
		change(dir)
		return dir
	}
	for name, c := range map[string]struct{ since, want, hint string }{
		"nothing there":    {filepath.Join(t.TempDir(), "x"), "x: the earlier publish cannot be read: no such file", "name a folder that was published"},
		"a strange folder": {t.TempDir(), "nothing was published to", "name a folder that was published"},
		"an older publish": {folder(func(dir string) { write(t, dir, ".glossator", "glossator 0\n") }), "by another version of the program", "publish that state once more"},
		"no such column":   {folder(func(dir string) { write(t, dir, "data/entries.csv", "entry,name\na,b\n") }), `was/data/entries.csv:1:1: the earlier publish has no column "status"`, "publish that state once more"},
		"no table":         {folder(func(dir string) { _ = os.Remove(filepath.Join(dir, "data/checks.csv")) }), "was/data/checks.csv", "publish that state once more"},
		"no JSON":          {filepath.Join(folder(func(string) {}), "index.html"), "index.html:1:1: this is no data/site.json", "name a folder"},
		"another version":  {filepath.Join(folder(func(dir string) { write(t, dir, "data/site.json", `{"version": 99}`) }), "data/site.json"), "version 99 of the format, and version 1 is read", "publish that state"},
	} {
		out := filepath.Join(t.TempDir(), "out")
		r, err := build.Publish(build.Config{Site: rio, Out: out, Since: c.since})
		if err != nil || r.OK || len(r.Problems()) == 0 {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := r.Problems()[0].String(); !strings.Contains(got, c.want) || !strings.Contains(got, c.hint) || r.Problems()[0].Rule != "earlier-publish" {
			t.Errorf("%s: %s", name, got)
		}
		if _, err := os.Stat(out); err == nil {
			t.Errorf("%s: something was published", name)
		}
	}
}
