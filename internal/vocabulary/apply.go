package vocabulary

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"glossator/internal/catalogue"
	"glossator/internal/edit"
	"glossator/internal/lexicon"
	"glossator/internal/meta"
	"glossator/internal/site"
	"glossator/internal/source"
)

// Change is what a table does to one entry.
type Change struct {
	Entry  catalogue.ID
	Path   string   // of its file, below the site
	Data   string   `json:"-"` // what the file is to hold
	New    bool     // there is no such entry yet
	Fields []string // the columns that differ; none where the file stays as it is
}

// applier applies one table.
type applier struct {
	*Sheet
	site     *site.Site
	ids      []string // of the entries and of the table
	known    map[catalogue.ID]bool
	problems []source.Problem
}

// Apply makes of a table the changes to a site's entries, one for each row. The site
// must hold its drafts, or they would be made anew. Where a problem is an Error nothing
// may be written; a Warning tells of a cell that was left out.
func (s *Sheet) Apply(on *site.Site) ([]Change, []source.Problem) {
	a := &applier{Sheet: s, site: on}
	if len(on.Catalogue.Facets) == 0 {
		a.bad(0, "the site has no facets", "name its questions in content/site.yaml: facets:")
		return nil, a.problems
	}
	a.ids, a.known = on.Catalogue.IDs(), map[catalogue.ID]bool{}
	for _, row := range s.Rows {
		a.ids = append(a.ids, row.ID)
	}
	for _, id := range a.ids {
		a.known[id] = true
	}
	var changes []Change
	var made []*catalogue.Entry
	for _, row := range s.Rows {
		before := len(a.problems)
		a.references(row)
		c, e := a.apply(row)
		if source.Stops(a.problems[before:], false) {
			continue
		}
		changes = append(changes, c)
		made = append(made, e)
	}
	a.cues(changes, made)
	return changes, a.problems
}

func (a *applier) bad(at int, msg, hint string) {
	a.problems = append(a.problems, a.File.Problem(at, rule, msg, hint))
}

// references reports what leads to no entry.
func (a *applier) references(row Row) {
	for _, c := range a.Columns {
		if c.kind != refs && c.kind != ref {
			continue
		}
		x := row.cells[c.Name]
		for _, id := range x.value {
			if !a.known[id] {
				a.bad(x.at, fmt.Sprintf("unknown entry %q in the column %s", id, c.Name), a.near(id, a.ids))
			}
		}
	}
}

// apply makes the change of one row, and the entry as it then is.
func (a *applier) apply(row Row) (Change, *catalogue.Entry) {
	p := a.site.Profile(row.ID)
	if p == nil {
		return a.create(row)
	}
	facet := a.site.Catalogue.FacetOf(p.Entry)
	c := Change{Entry: row.ID, Path: pathOf(facet, row.ID), Data: p.Entry.File.Data}
	if id := row.one("facet"); id != "" && id != facet.ID {
		a.bad(row.cells["facet"].at, fmt.Sprintf("the entry %q answers the facet %q, not %q", row.ID, facet.ID, id),
			"move its file to the other facet's folder first, or correct the cell")
		return c, p.Entry
	}
	differs := a.differing(p, row)
	if len(differs) == 0 {
		return c, p.Entry
	}
	if msg := a.edit(&c, p, row, differs); msg != "" {
		a.bad(row.at, fmt.Sprintf("%s cannot be changed: %s", p.Entry.File.Path, msg), "mend the file first, or change it by hand")
	}
	e, _ := catalogue.Parse(source.NewFile(c.Path, c.Data), p.Entry.Facet)
	return c, e
}

// differing are the columns in which a row says something else than its entry.
func (a *applier) differing(p *site.Profile, row Row) (all []Column) {
	for _, c := range Columns {
		x, there := row.cells[c.Name]
		switch {
		case !there || c.kind == id || c.kind == facet:
		case c.kind == summary && (len(x.value) == 0 || says(p, x.value[0])):
		case x.value.equal(valueOf(a.site.Catalogue, p.Entry, noteOf(p), c)):
		default:
			all = append(all, c)
		}
	}
	return all
}

// says tells whether an entry's text begins with whole sentences: a table may hold more
// than the first.
func says(p *site.Profile, sentences string) bool {
	if len(p.Doc.Prose.Blocks) == 0 {
		return false
	}
	b := p.Doc.Prose.Blocks[0].Span
	rest, ok := strings.CutPrefix(oneLine(p.Doc.Prose.Text[b.Start:b.End]), sentences)
	return ok && (rest == "" || rest[0] == ' ' && strings.ContainsAny(sentences[len(sentences)-1:], ".!?"))
}

// edit changes the entry's text, and looks whether it then says what the row says and
// what it said before.
func (a *applier) edit(c *Change, p *site.Profile, row Row, differs []Column) (msg string) {
	var acts []edit.Act
	for _, col := range slices.Backward(differs) { // the summary first: it stands below the fields
		x := row.cells[col.Name]
		switch span, plain := sentence(p); {
		case col.kind != summary && len(x.value) == 0:
			acts = append(acts, edit.Remove{Path: edit.Path{col.Name}})
		case col.kind != summary:
			acts = append(acts, edit.Set{Path: edit.Path{col.Name}, Value: x.value.yaml(col, p.Entry), Order: order})
		case plain:
			acts = append(acts, edit.Words{Span: span, Text: bodyOf(p, x.value[0])})
		default:
			a.marked(p)
			continue
		}
		c.Fields = append(c.Fields, col.Name)
	}
	slices.Reverse(c.Fields)
	data, problem := edit.Do(p.Entry.File.Path, c.Data, acts...)
	if problem != nil {
		return problem.Msg
	}
	c.Data = data
	return a.unlike(c, p, row, differs)
}

// marked tells that a summary is left out because the text's holds marks.
func (a *applier) marked(p *site.Profile) {
	at := p.Entry.File.Pos(p.Entry.Body.Start)
	if where, ok := p.Doc.Prose.Source(p.Note); ok {
		at = p.Entry.File.Pos(where.Start)
	}
	a.problems = append(a.problems, source.Problem{Pos: at, Rule: rule, Severity: source.Warning,
		Msg:  "the summary in the table is left out: the first sentence here holds marks, which a table cannot",
		Hint: "change it here; export the table anew"})
}

// unlike says what an edited file does not say as it should.
func (a *applier) unlike(c *Change, p *site.Profile, row Row, differs []Column) (msg string) {
	e, problems := catalogue.Parse(source.NewFile(c.Path, c.Data), p.Entry.Facet)
	if e == nil || len(problems) > 0 {
		return "what it would hold cannot be read: " + problems[0].Msg
	}
	for _, col := range Columns {
		want := valueOf(a.site.Catalogue, p.Entry, "", col)
		if slices.ContainsFunc(differs, func(d Column) bool { return d.Name == col.Name }) && col.kind != summary {
			want = row.cells[col.Name].value
		}
		if !want.equal(valueOf(a.site.Catalogue, e, "", col)) {
			return "the field " + col.Name + " is not written in a way that can be changed"
		}
	}
	return ""
}

// create makes a new entry of a row.
func (a *applier) create(row Row) (Change, *catalogue.Entry) {
	facets := a.site.Catalogue.Facets
	names := make([]string, len(facets))
	for i, f := range facets {
		names[i] = f.ID
	}
	i := slices.Index(names, row.one("facet"))
	if row.one("facet") == "" && len(facets) == 1 {
		i = 0
	}
	x, there := row.cells["facet"]
	switch {
	case i < 0 && there && len(x.value) > 0:
		a.bad(x.at, fmt.Sprintf("unknown facet %q", row.one("facet")), meta.DidYouMean(row.one("facet"), names))
		return Change{}, nil
	case i < 0:
		a.bad(row.at, fmt.Sprintf("the new entry %q has no facet", row.ID), "write in the column facet one of "+strings.Join(names, ", ")+a.misspelled(row.ID))
		return Change{}, nil
	case row.one("name") == "":
		a.bad(row.at, fmt.Sprintf("the new entry %q has no name", row.ID), "write one in the column name"+a.misspelled(row.ID))
		return Change{}, nil
	}
	c := Change{Entry: row.ID, Path: pathOf(facets[i], row.ID), Data: newFile(row), New: true}
	e, problems := catalogue.Parse(source.NewFile(c.Path, c.Data), i)
	if e == nil || len(problems) > 0 {
		a.bad(row.at, fmt.Sprintf("no entry can be made of the row: %s", problems[0].Msg), problems[0].Hint)
		return c, nil
	}
	for _, col := range Columns {
		if x, ok := row.cells[col.Name]; ok && len(x.value) > 0 {
			c.Fields = append(c.Fields, col.Name)
		}
	}
	return c, e
}

// near is a hint that an ID may be another one, misspelled. It is sought for the first
// mistakes only: a table of thousands may be wrong in every row.
func (a *applier) near(id catalogue.ID, ids []string) string {
	if len(a.problems) >= 50 {
		return ""
	}
	if hint := meta.DidYouMean(id, ids); strings.HasPrefix(hint, "did you mean") {
		return hint
	}
	return ""
}

// misspelled is the same for a new ID that may be an entry's.
func (a *applier) misspelled(id catalogue.ID) string {
	if hint := a.near(id, a.site.Catalogue.IDs()); hint != "" {
		return "; for an entry there is, " + hint
	}
	return ""
}

func pathOf(f catalogue.Facet, id catalogue.ID) string {
	return "content/" + f.Dir + "/" + id + ".md"
}

// cues reports cues that cannot be read, in the table where they were written.
func (a *applier) cues(changes []Change, made []*catalogue.Entry) {
	byPath := map[string]*catalogue.Entry{}
	var entries []*catalogue.Entry
	for i, c := range changes {
		if made[i] != nil && slices.Contains(c.Fields, "cues") {
			byPath[made[i].File.Path] = made[i]
			entries = append(entries, made[i])
		}
	}
	slices.SortFunc(entries, func(x, y *catalogue.Entry) int { return cmp.Or(x.Facet-y.Facet, cmp.Compare(x.ID, y.ID)) })
	lex := lexicon.New(catalogue.New(a.site.Catalogue.Facets, entries), a.site.Config.Language)
	for _, p := range lex.Problems {
		if e := byPath[p.Pos.Path]; e != nil && p.Severity == source.Error {
			i := slices.IndexFunc(a.Rows, func(r Row) bool { return r.ID == e.ID })
			a.bad(a.Rows[i].cells["cues"].at, p.Msg, p.Hint)
		}
	}
}
