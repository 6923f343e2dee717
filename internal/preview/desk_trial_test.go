package preview

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"glossator/internal/browser"
	"glossator/internal/build"
)

// trialSite is what an author has who dropped twelve raw texts into a folder.
const trialSite = `title: The valley
description: What happened to the dam of Ostra.
language: en
facets:
  - {id: who, dir: who, singular: person or body, plural: Who, question: Who is this?}
  - {id: rule, dir: rules, singular: rule, plural: Rules, question: Which rule?}
  - {id: measure, dir: measures, singular: measure, plural: Measures, question: What is done?}
`

// valley is the site of twelve raw texts, with the stock templates.
func valley(t *testing.T) *room {
	data, err := os.ReadFile("testdata/trial.txtar")
	if err != nil {
		t.Fatal(err)
	}
	return lay(t, func(r *room) {
		for p := range siteFiles() {
			if err := os.Remove(r.path(p)); err != nil {
				t.Fatal(err)
			}
		}
		r.write("content/site.yaml", trialSite)
		for _, f := range txtar.Parse(data).Files {
			r.write("content/articles/"+f.Name, string(f.Data))
		}
		r.cfg.Build.Exports = ""
	})
}

// TestTrial makes a site of twelve raw texts at the desk, and nowhere else.
func TestTrial(t *testing.T) {
	browser.Each(t, browser.Light, func(t *testing.T, b *browser.Tab) {
		r := valley(t)
		before := r.contents()
		d := openDesk(t, b, r.url+"/articles/court.html")

		d.press("Explain")
		explained := map[string]string{
			"Nadia Verrel": "president of the council of Ostra", "Dam Fund": "a fund for the dam", "Pavel Oster": "director of the Valley Water Board",
			"Tomas Brink": "an engineer", "Ilse Markand": "chair of the farmers' union", "Upper Ostra Farmers' Union": "a union of 140 farms",
			"Savings Bank of Ostra": "the bank of the valley's towns", "Valley Water Board": "the body that keeps the river", "Greta Holm": "keeper of the Dam Fund", "Henrik Sall": "a judge in Lind",
		}
		for _, name := range []string{"Nadia Verrel", "Dam Fund", "Pavel Oster", "Tomas Brink", "Ilse Markand", "Upper Ostra Farmers' Union", "Savings Bank of Ostra", "Valley Water Board", "Greta Holm", "Henrik Sall"} {
			d.press("Explain …", name)
			d.fill("Who or what is it?", name+" is "+explained[name]+".")
			d.press("Begin the entry")
			d.said(name + " has an entry.")
		}
		d.press("Same as …", "Nadia Stahl")
		d.choose("“Nadia Stahl", "Nadia")
		d.said("Nadia Stahl is Nadia Verrel")
		for _, name := range []string{"Jon Arvid", "Regional Court of Lind"} {
			d.press("Not a name", name)
			d.said(name + " is no name")
		}

		d.press("Page")
		d.press("We never asked") // the words of a quotation without a speaker
		d.choose("Who says it?", "Ilse")
		d.said("Ilse Markand says it")
		d.Until(`document.querySelector("#p3 .quote")?.dataset.speaker === "Markand"`) // the page shows it
		d.press("All of this page")
		d.pick("p2", "the judge")
		d.press("Only here …")
		d.choose("Here these words mean", "Henrik")
		d.said("means Henrik Sall here")
		d.Until(`document.querySelector("#p2 .mention")?.dataset.entry === "henrik-sall"`)

		for _, x := range []struct{ page, block, words, entry string }{{"oster-profile", "p3", "The Tap", "Pavel Oster"}, {"water-board", "p3", "Ostra Water Board", "Valley Water Board"}} {
			d.visit(r.url + "/articles/" + x.page + ".html")
			d.pick(x.block, x.words)
			d.press("Name of …")
			d.choose("In every text", x.entry)
			d.said("names " + x.entry)
		}

		d.visit(r.url + "/articles/basins.html")
		d.press("9 October")
		d.fill("Another day", "2023-10-09")
		d.press("Put right")
		d.said("is 2023-10-09")

		d.visit(r.url + "/articles/lind-court.html")
		d.press("two")
		d.press("No figure")
		d.said("is no figure")

		d.visit(r.url + "/articles/first-spade.html")
		d.press("Left out")
		d.Until(`document.querySelector("[data-preview-left]")`)
		d.press("Read more")
		d.press("Keep it")
		d.said("is part of the article")
		d.Until(`document.querySelector("main").textContent.includes("Ten walks around the lake")`)

		d.press("Texts")
		for i, label := range []string{"Day", "Publisher", "Rights"} {
			value := []string{"2024-05-20", "Ostra Post", "own"}[i]
			if label == "Rights" {
				d.option("Rights: ", value)
			} else {
				d.fill(label+": ", value)
			}
			d.press("Fill down")
		}
		d.fill("Day: First spade", "2024-05-03")
		d.press("Save")
		d.said("12 texts are changed.")
		d.shows("Nothing is missing.")

		d.press("Changes")
		d.press("Publish")
		d.shows("Published to")

		r.asWritten(before)
		r.clean()
	})
}

// contents are the files of the site.
func (r *room) contents() map[string]string {
	all := map[string]string{}
	_ = filepath.WalkDir(r.path("content"), func(p string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(p)
		rel, _ := filepath.Rel(r.dir, p)
		all[filepath.ToSlash(rel)] = string(data)
		return err
	})
	return all
}

// asWritten holds the site's files to what an editor would have written in the trial: no
// text is another, and what is new are entries, fields, readings and decisions.
func (r *room) asWritten(before map[string]string) {
	r.Helper()
	after := r.contents()
	for p, data := range before {
		if after[p] != data {
			r.Errorf("%s is another:\n%s", p, after[p])
		}
	}
	for p, want := range map[string]string{
		"content/decisions.yaml":                     "ignore:\n  - Jon Arvid\n  - Regional Court of Lind\n",
		"content/articles/court.readings.yaml":       "- {p: 3, words: the judge, link: henrik-sall}\n- {p: 4, words: We never asked for one., speaker: ilse-markand}\n",
		"content/articles/basins.readings.yaml":      "- {p: 2, words: 9 October, date: 2023-10-09}\n",
		"content/articles/lind-court.readings.yaml":  "- {p: 2, words: two, value: none}\n",
		"content/articles/first-spade.readings.yaml": "- {p: 4, words: \"Read more: Ten walks around the lake\", keep: in}\n",
		"content/articles/first-spade.yaml":          "publisher: Ostra Post\npublished: 2024-05-03\nrights: own\n",
	} {
		if after[p] != want {
			r.Errorf("%s:\n%s", p, after[p])
		}
		delete(after, p)
	}
	entries := 0
	for p, data := range after {
		_, old := before[p]
		switch {
		case old, strings.HasPrefix(p, "content/articles/") && data == "publisher: Ostra Post\npublished: 2024-05-20\nrights: own\n":
		case strings.HasPrefix(p, "content/who/") && !strings.Contains(data, "draft"):
			entries++
		default:
			r.Errorf("%s is new:\n%s", p, data)
		}
	}
	if entries != 10 {
		r.Errorf("%d entries", entries)
	}
	oster := after["content/who/pavel-oster.md"]
	if !strings.Contains(oster, "The Tap") || !strings.Contains(after["content/who/valley-water-board.md"], "Ostra Water Board") || !strings.Contains(after["content/who/nadia-verrel.md"], "aliases: [Nadia Stahl]") {
		r.Errorf("names were not joined:\n%s\n%s", oster, after["content/who/nadia-verrel.md"])
	}
}

// clean holds the site to build without a warning.
func (r *room) clean() {
	r.Helper()
	cfg := r.cfg.Build
	cfg.Strict = true
	result, err := build.New(cfg).Build()
	if err != nil || !result.OK {
		r.Errorf("not clean: %v %v", err, result.Report.Problems)
	}
	if _, err := os.Stat(filepath.Join(cfg.Out, "articles", "court.html")); err != nil {
		r.Error(err)
	}
	if left, _ := filepath.Glob(r.path("content/*/.*")); len(left) > 0 {
		r.Error(slices.Sorted(slices.Values(left)), "was left")
	}
}
