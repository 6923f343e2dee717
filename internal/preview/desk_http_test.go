package preview

import (
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
		r.do("explain", says{"suggestion": it.ID, "name": name, "kind": it.Kind, "facet": it.Facet, "sentence": name + " is " + x[1] + "."})
	}
	r.do("same", says{"suggestion": suggested("Nadja Verrel").ID, "entry": "nadia-verrel"})
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
