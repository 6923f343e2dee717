package build_test

import (
	"path"
	"path/filepath"
	"strings"
	"testing"

	"glossator/internal/build"
)

// marker is a word that stands in drafts alone.
const marker = "Zyzzyva"

// drafts are files in which a draft has something to say, and what speaks of it. Beside
// them stands a published article that a draft was known by before.
var drafts = map[string]string{
	"content/articles/borrador.md": "---\ntitle: Zyzzyva sale\ndraft: true\nrights: own\npublished: 2024-05-01\nupdated: 2024-05-02\nsummary: Zyzzyva en suma\n" +
		"formerly: [zyzzyva-antes]\n---\nMarta Olmos vio la Zyzzyva. «La Zyzzyva vuelve», dijo Marta Olmos. Hay 17 zyzzyva.\n",
	"content/articles/borrador.evidence.csv": "paragraph,kind,entry,facet,level,phrase,value\n1,mention,marta-olmos,persona,named,Olmos Zyzzyva,\n",
	"content/personas/zyzzyva.md":            "---\nname: Zyzzyva Zorn\naliases: [la Zyzzyva Roja]\ndraft: true\nformerly: [zyzzyva-vieja]\n---\nZyzzyva Zorn cuenta peces.\n",
	"content/pages/zyzzyva.md":               "---\ntitle: Zyzzyva\ndraft: true\n---\nUna página de la Zyzzyva.\n",
	"content/compare/borrador--reunion.csv":  "kind,a,b,a_paragraph,b_paragraph,entry\nname,Zyzzyva uno,Olmos,1,1,marta-olmos\n",
	"content/articles/otro.md":               "---\ntitle: Otra noticia\nrights: own\nsame_story: [{article: borrador, as: rewording}]\n---\nMarta Olmos abrió la presa vieja.\n",
	"content/personas/amigo.md":              "---\nname: Amigo Lobo\nrelated: [zyzzyva]\n---\nAmigo Lobo pesca.\n",
}

// TestNothingOfADraftIsPublished looks for what drafts hold in every published file, by
// its words and by its name.
func TestNothingOfADraftIsPublished(t *testing.T) {
	dir := copySite(t, rio)
	for p, text := range drafts {
		write(t, dir, p, text)
	}
	appendTo(t, dir, "content/timeline.yaml", "\n- date: 2024-05-03\n  title: Un día\n  article: borrador\n  entries: [zyzzyva]\n")
	appendTo(t, dir, "content/figures.yaml", "\n- {id: f-borrador, article: borrador, said: 17 zyzzyva, official: \"18\"}\n")
	for _, force := range []bool{false, true} {
		site, r := publish(t, build.Config{Site: dir, BaseURL: "https://example.org/", Force: force})
		if !force && !r.OK {
			r.Report.WriteProblems(logger{t}, false)
		}
		for p, data := range site {
			for _, word := range []string{marker, "borrador"} {
				if at := strings.Index(strings.ToLower(data), strings.ToLower(word)); at >= 0 {
					t.Errorf("%s holds %q: …%s…", p, word, data[max(0, at-60):min(len(data), at+60)])
				}
				if strings.Contains(strings.ToLower(p), strings.ToLower(word)) {
					t.Errorf("%s is published", p)
				}
			}
		}
		if len(site) == 0 && force {
			t.Error("nothing was published")
		}
	}
	site, _ := publish(t, build.Config{Site: dir, Drafts: true, Force: true})
	if !strings.Contains(site["articles/borrador.html"], marker) || site["personas/zyzzyva.html"] == "" {
		t.Error("--drafts leaves the drafts out: the test looks for nothing")
	}
	if _, err := build.Publish(build.Config{Site: dir, Out: filepath.Join(t.TempDir(), "public"), Drafts: true, Strict: true}); err == nil {
		t.Error("a strict build published drafts")
	}
}

func TestTheReportTellsOfPrivateTexts(t *testing.T) {
	dir := copySite(t, rio)
	said := func(cfg build.Config) string {
		_, r := publish(t, cfg)
		var b strings.Builder
		r.Report.WriteText(&b)
		return b.String()
	}
	if text := said(build.Config{Site: dir}); strings.Contains(text, "private") {
		t.Errorf("nothing is private, but:\n%s", text)
	}
	write(t, dir, "content/articles/ajeno.md", "---\ntitle: Ajeno\nrights: private\n---\nMarta Olmos abrió la presa vieja en 2023.\n")
	want := "private    1 text, not for publishing: besides their pages, their words are in search, data/mentions.csv, data/dates.csv and 2 entry pages\n"
	if text := said(build.Config{Site: dir}); !strings.Contains(text, want) {
		t.Errorf("it does not tell %q, but:\n%s", want, text)
	}
	site, _ := publish(t, build.Config{Site: dir})
	for p, data := range site { // what it tells is so
		if path.Ext(p) == ".csv" && strings.Contains(data, "\najeno,") != strings.Contains(want, p) {
			t.Errorf("%s is told of wrongly", p)
		}
	}
	if text := said(build.Config{Site: dir, Strict: true, Force: true}); strings.Contains(text, "private ") || !strings.Contains(text, "published  0 written") {
		t.Errorf("strict, nothing is published:\n%s", text)
	}
}

func TestFoldersAndFilesOfOneName(t *testing.T) {
	for _, c := range []struct{ file, want string }{
		{"static/articles", "static/articles: the address articles is that of a folder of the site"},
		{"static/cards", "static/cards: the address cards is that of a folder of the site"},
		{"static/search.html/x.txt", "static/search.html/x.txt: its folder has the address search.html, which is taken by the page search.html"},
		{"static/Articles/x.txt", "static/Articles/x.txt: the folders Articles and articles are one on some disks"},
		{"static/Maps/y.txt", "static/maps/z.txt: the folders maps and Maps are one on some disks"},
	} {
		dir := copySite(t, rio)
		write(t, dir, c.file, "x")
		write(t, dir, "static/maps/z.txt", "z")
		site, r := publish(t, build.Config{Site: dir})
		var b strings.Builder
		r.Report.WriteProblems(&b, false)
		if !strings.Contains(b.String(), c.want) || len(site) > 0 {
			t.Errorf("%s: %d files published; it does not tell %q, but:\n%s", c.file, len(site), c.want, &b)
		}
	}
}

type logger struct{ t *testing.T }

func (l logger) Write(b []byte) (int, error) { l.t.Log(string(b)); return len(b), nil }
