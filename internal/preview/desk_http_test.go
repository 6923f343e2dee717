package preview

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"
)

// TestTrialByProgram does the whole trial by what docs/desk.md tells programs: twelve raw
// texts become a site, and nothing is written but what an editor would have written.
func TestTrialByProgram(t *testing.T) {
	r := valley(t)
	before := r.contents()
	type suggestion struct{ ID, Name, Kind, Facet string }
	suggested := func(name string) suggestion {
		var all struct{ Suggestions []suggestion }
		r.ask("suggestions", &all)
		i := slices.IndexFunc(all.Suggestions, func(x suggestion) bool { return x.Name == name })
		if i < 0 {
			t.Fatalf("%q is not suggested: %v", name, all)
		}
		return all.Suggestions[i]
	}
	for _, x := range [][2]string{{"Nadia Verrel", "president of the council of Ostra"}, {"Dam Fund", "a fund for the dam"}, {"Pavel Oster", "director of the Valley Water Board"},
		{"Tomas Brink", "an engineer"}, {"Ilse Markand", "chair of the farmers' union"}, {"Upper Ostra Farmers' Union", "a union of 140 farms"},
		{"Savings Bank of Ostra", "the bank of the valley's towns"}, {"Valley Water Board", "the body that keeps the river"}, {"Greta Holm", "keeper of the Dam Fund"}, {"Henrik Sall", "a judge in Lind"}} {
		name := x[0]
		it := suggested(name)
		asked := says{"suggestion": it.ID, "name": name, "kind": it.Kind, "facet": it.Facet, "sentence": name + " is " + x[1] + "."}
		if name == "Greta Holm" { // what is not said is as it was suggested
			delete(asked, "name")
			delete(asked, "kind")
			delete(asked, "facet")
		}
		if a := r.do("explain", asked); a.Says != name+" has an entry." {
			t.Errorf("%q", a.Says)
		}
	}
	r.do("same", says{"suggestion": suggested("Nadia Stahl").ID, "entry": "nadia-verrel"})
	r.do("entry/add", says{"id": "pavel-oster", "list": "aliases", "word": "The Tap"})
	r.do("entry/add", says{"id": "valley-water-board", "list": "aliases", "word": "Ostra Water Board"})
	r.do("ignore", says{"suggestion": suggested("Jon Arvid").ID})
	r.do("ignore", says{"suggestion": suggested("Regional Court of Lind").ID})

	put := func(kind, address, text string, decided says) {
		t.Helper()
		row := r.found(kind, address, text)
		for name, value := range decided {
			row[name] = value
		}
		r.do("reading", row)
	}
	put("quote", "/articles/court.html", "We never asked", says{"speaker": "ilse-markand"})
	put("date", "/articles/basins.html", "9 October", says{"date": "2023-10-09"})
	put("figure", "/articles/lind-court.html", "two", says{"value": "none"})
	put("left", "/articles/first-spade.html", "Read more", says{"keep": "in"})
	var why says
	r.ask("why", &why, "path", "/articles/court.html", "block", "p2", "text", "the judge", "nth", "0")
	r.do("reading", says{"path": "/articles/court.html", "p": why["p"], "words": why["words"], "n": why["n"], "link": "henrik-sall"})

	var table struct {
		Articles []struct {
			ID     string
			Fields map[string]string
		}
	}
	r.ask("articles", &table)
	var changes []says
	for _, a := range table.Articles {
		day := "2024-05-20"
		if a.ID == "first-spade" {
			day = "2024-05-03"
		}
		for field, value := range map[string]string{"published": day, "publisher": "Ostra Post", "rights": "own"} {
			changes = append(changes, says{"id": a.ID, "field": field, "was": a.Fields[field], "value": value})
		}
	}
	r.do("articles", says{"changes": changes})

	report := r.do("publish", says{})
	if !strings.Contains(report.body, `"published":true`) {
		t.Error(report.body)
	}
	r.asWritten(before)
	r.clean()
	r.right()

	var all struct{ Changes []struct{ ID int } }
	r.ask("changes", &all)
	for _, c := range all.Changes { // the newest first
		r.do("undo", says{"change": c.ID})
	}
	for p, data := range r.contents() {
		if before[p] != data {
			t.Errorf("%s is not as it was at the beginning:\n%s", p, data)
		}
	}
}

// found is a thing that was read on a page, or left out of it, as a row of readings has it.
func (r *room) found(kind, address, text string) says {
	r.Helper()
	type row struct {
		Kind, Text, Words string
		P, N              int
	}
	var page struct{ Readings, Left []row }
	r.ask("page", &page, "path", address)
	for i := range page.Left {
		page.Left[i].Kind = "left"
	}
	for _, x := range append(page.Readings, page.Left...) {
		if x.Kind == kind && strings.HasPrefix(x.Text, text) {
			return says{"path": address, "p": x.P, "words": x.Words, "n": x.N}
		}
	}
	r.Fatalf("%s: no %s %q: %+v", address, kind, text, page)
	return nil
}

// TestTextsAreAddedByProgram: what would be kept and left out is told before anything is written;
// then they are written as import does, under names of their own.
func TestTextsAreAddedByProgram(t *testing.T) {
	r := enter(t)
	before := r.contents()
	text := "The ferry stays\nBy Tessa Wendover\nDate: June 12, 2024\n\nAda Stone said that it runs twice an hour.\n\nRead more: The other quay\n"
	files := []says{
		{"name": "../../Ferry?.txt", "data": base64.StdEncoding.EncodeToString([]byte(text))},
		{"name": "none.html", "data": base64.StdEncoding.EncodeToString([]byte("<html></html>"))},
	}
	type piece struct {
		P    int
		Text string
	}
	var looked struct {
		Texts []struct {
			Title, Published, Authors string
			Kept, Left                []piece
			Problem                   *struct{ Msg string }
		}
	}
	a := post(t, r.server, "texts/look", says{"files": files})
	r.must(json.Unmarshal([]byte(a.body), &looked))
	if a.status != http.StatusOK || len(looked.Texts) != 2 || looked.Texts[1].Problem == nil {
		t.Fatalf("%d %s", a.status, a.body)
	}
	x := looked.Texts[0]
	if x.Title != "The ferry stays" || x.Published != "2024-06-12" || x.Authors != "Tessa Wendover" || len(x.Kept) == 0 || x.Kept[0].Text != "Ada Stone said that it runs twice an hour." {
		t.Errorf("%+v", x)
	}
	if after := r.contents(); fmt.Sprint(after) != fmt.Sprint(before) {
		t.Fatalf("looking wrote %v", after)
	}
	if a := post(t, r.server, "texts", says{"files": files}); a.status != http.StatusConflict {
		t.Errorf("a text that cannot be read: %d %s", a.status, a.body)
	}
	one := says{"name": "Ferry.txt", "data": files[0]["data"], "title": x.Title, "published": x.Published, "publisher": "Daily", "authors": x.Authors, "rights": "own", "kept": []string{x.Kept[0].Text}}
	other := maps.Clone(one)
	other["kept"], other["title"] = []string{"Ada Stone: another text of that name."}, "Another"
	done := r.do("texts", says{"files": []says{one, other}})
	var fresh []string
	for p, data := range r.contents() {
		if _, old := before[p]; !old {
			fresh = append(fresh, p)
			if !strings.Contains(data, "publisher: Daily") || !strings.Contains(data, "rights: own") || strings.Contains(data, "Read more") {
				t.Errorf("%s:\n%s", p, data)
			}
		}
	}
	if len(fresh) != 2 || !strings.HasPrefix(fresh[0], "content/articles/") || !strings.HasPrefix(fresh[1], "content/articles/") {
		t.Fatal(fresh)
	}
	for _, p := range fresh {
		r.has("/"+strings.TrimSuffix(strings.TrimPrefix(p, "content/"), ".md")+".html", "Ada Stone")
	}
	r.do("undo", says{"change": done.Change})
	if after := r.contents(); fmt.Sprint(after) != fmt.Sprint(before) {
		t.Error(after)
	}
	r.right()
}
