package since

import (
	"cmp"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"glossator/internal/source"
)

// Table is a table that is compared: the columns that are asked of it, and what a row, of
// these columns, adds.
type Table struct {
	Path    string
	columns []string
	add     func(e *Earlier, cells []string)
}

// Tables are the tables of a published folder that are compared.
func Tables() []Table {
	return []Table{
		{"data/entries.csv", []string{"entry", "name", "status"}, func(e *Earlier, c []string) {
			e.Entries = append(e.Entries, Entry{c[0], c[1], c[2]})
		}},
		{"data/quotes.csv", []string{"article", "exact", "speaker"}, func(e *Earlier, c []string) {
			e.Quotes[c[0]] = append(e.Quotes[c[0]], Quote{c[1], c[2]})
		}},
		{"data/figures.csv", []string{"article", "exact", "unit", "what"}, func(e *Earlier, c []string) {
			e.Figures[c[0]] = append(e.Figures[c[0]], Figure{c[1], c[2], c[3]})
		}},
		{"data/checks.csv", []string{"id", "said", "official", "agrees"}, func(e *Earlier, c []string) {
			e.Checks = append(e.Checks, Check{c[0], c[1], c[2], c[3]})
		}},
	}
}

// Rule is that of every problem of an earlier publish.
const Rule = "earlier-publish"

// Again says what to do where an earlier publish cannot be compared.
const Again = "another version of the program published it: publish that state once more, then compare with it"

// Folder reads the tables of a published folder, in the order of Tables. pages are the
// addresses that its manifest lists. Of another language both are those of its own folder.
func Folder(tables []*source.File, pages []string) (*Earlier, []source.Problem) {
	e := &Earlier{Quotes: map[string][]Quote{}, Figures: map[string][]Figure{}, Sources: true}
	for _, p := range pages {
		name, article := strings.CutPrefix(p, "articles/")
		if name, page := strings.CutSuffix(name, ".html"); article && page && name != "index" {
			e.Articles = append(e.Articles, Named{ID: name})
		}
	}
	var problems []source.Problem
	for i, t := range Tables() {
		problems = append(problems, t.read(tables[i], e)...)
	}
	return e, problems
}

// read adds every row.
func (t Table) read(f *source.File, e *Earlier) []source.Problem {
	bad := func(msg string) []source.Problem { return []source.Problem{f.Problem(0, Rule, msg, Again)} }
	all, err := csv.NewReader(strings.NewReader(f.Data)).ReadAll()
	if err != nil || len(all) == 0 {
		return bad("the table of the earlier publish cannot be read")
	}
	cells, at := make([]string, len(t.columns)), make([]int, len(t.columns))
	for i, c := range t.columns {
		if at[i] = slices.Index(all[0], c); at[i] < 0 {
			return bad(fmt.Sprintf("the earlier publish has no column %q", c))
		}
	}
	for _, rec := range all[1:] {
		for i, k := range at {
			cells[i] = rec[k]
		}
		t.add(e, cells)
	}
	return nil
}

// Whole reads a data/site.json of that version of its format.
func Whole(f *source.File, version int) (*Earlier, []source.Problem) {
	bad := func(msg, hint string) (*Earlier, []source.Problem) {
		return nil, []source.Problem{f.Problem(0, Rule, msg, hint)}
	}
	var w struct {
		Version  int
		Articles []struct {
			ID, Title  string
			Quotations []struct{ Words, Speaker, Name string }
			Figures    []Figure
		}
		Entries []Entry
		Checks  []Check
	}
	if err := json.Unmarshal([]byte(f.Data), &w); err != nil {
		return bad("this is no data/site.json: "+err.Error(), "name a folder that was published, or the data/site.json of one")
	}
	if w.Version != version {
		return bad(fmt.Sprintf("this is version %d of the format, and version %d is read", w.Version, version), Again)
	}
	e := &Earlier{Entries: w.Entries, Checks: w.Checks, Quotes: map[string][]Quote{}, Figures: map[string][]Figure{}}
	for _, a := range w.Articles {
		e.Articles = append(e.Articles, Named{a.ID, a.Title})
		for _, q := range a.Quotations {
			e.Quotes[a.ID] = append(e.Quotes[a.ID], Quote{q.Words, cmp.Or(q.Speaker, q.Name)})
		}
		e.Figures[a.ID] = a.Figures
	}
	return e, nil
}
