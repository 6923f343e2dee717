package vocabulary

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"glossator/internal/catalogue"
	"glossator/internal/meta"
	"glossator/internal/site"
	"glossator/internal/source"
)

// # A register
//
// A table that Wikidata's query service or OpenRefine exports is read, too: one that has a
// column of the names in registers, and no column id. Its other columns are passed over. A
// row is the entry that has its address in same_as, else the one of its name, else a new one.
// What an entry says already stays: a register adds names and addresses, and fills what is
// empty.

// registers leads from the names of a register's columns, in small letters without spaces and
// underscores, to the entries' columns.
var registers = map[string]string{
	"item": "same_as", "wikidata": "same_as", "wikidataid": "same_as", "wikidataurl": "same_as", "qid": "same_as", "wikidataqid": "same_as", "entityuri": "same_as", "entityurl": "same_as",
	"viaf": "same_as", "viafid": "same_as", "viafurl": "same_as", "loc": "same_as", "lcnaf": "same_as", "lcauthid": "same_as", "locid": "same_as", "gnd": "same_as", "gndid": "same_as", "isni": "same_as",
	"itemlabel": "name", "label": "name", "name": "name", "itemdescription": "summary", "description": "summary",
	"itemaltlabel": "aliases", "altlabel": "aliases", "aliases": "aliases", "facet": "facet", "kind": "kind",
}

// bases stand before an identifier alone, by the register's column.
var bases = map[string]string{
	"viaf": "http://viaf.org/viaf/", "viafid": "http://viaf.org/viaf/", "loc": "http://id.loc.gov/authorities/names/", "lcnaf": "http://id.loc.gov/authorities/names/",
	"lcauthid": "http://id.loc.gov/authorities/names/", "locid": "http://id.loc.gov/authorities/names/", "gnd": "https://d-nb.info/gnd/", "gndid": "https://d-nb.info/gnd/", "isni": "https://isni.org/isni/",
}

// columnKey is a column's name as registers has it.
func columnKey(name string) string {
	return strings.NewReplacer(" ", "", "_", "").Replace(strings.ToLower(strings.TrimSpace(name)))
}

// isRegister tells of a table's head whether it is a register's.
func isRegister(head []string) bool {
	id := slices.ContainsFunc(head, func(n string) bool { return columnKey(n) == "id" || columnKey(n) == "sameas" })
	return !id && slices.ContainsFunc(head, func(n string) bool { return registers[columnKey(n)] == "same_as" })
}

// register reads the rows of a register.
func (r *reader) register(head []string) *Sheet {
	r.sheet.register = true
	for rec, ok := r.next(); ok; rec, ok = r.next() {
		row := Row{at: r.at(0), cells: map[string]cell{}}
		for i, text := range rec[:min(len(rec), len(head))] {
			r.registered(&row, columnKey(head[i]), strings.TrimSpace(text), r.at(i))
		}
		row.ID = catalogue.Slug(row.one("name"))
		if row.ID == "" {
			r.bad(row.at, "the row has no name that gives an ID", "have the register's label in a column itemLabel or name")
			continue
		}
		r.sheet.Rows = append(r.sheet.Rows, row)
	}
	for _, name := range []string{"facet", "kind", "name", "aliases", "same_as", "summary"} {
		c, _ := columnOf(Columns, name)
		r.sheet.Columns = append(r.sheet.Columns, c)
	}
	return r.sheet
}

// registered adds a cell of a register to a row.
func (r *reader) registered(row *Row, key, text string, at int) {
	column := registers[key]
	c, ok := columnOf(Columns, column)
	if !ok || text == "" {
		return
	}
	x := row.cells[column]
	switch column {
	case "same_as":
		address := catalogue.SameAddress(text)
		if address == "" {
			address = catalogue.SameAddress(bases[key] + text)
		}
		if address == "" {
			r.problems = append(r.problems, r.sheet.File.Problem(at, rule, fmt.Sprintf("%q is the address of nothing in a register: it is left out", text), "").As(source.Warning))
			return
		}
		x.value = append(x.value, address)
	case "aliases": // the query service parts them by commas
		for _, name := range strings.FieldsFunc(text, func(c rune) bool { return c == ',' || c == ';' || c == '|' }) {
			if name = oneLine(name); name != "" {
				x.value = append(x.value, name)
			}
		}
	case "summary":
		x.value = value{asSentence(oneLine(text))}
	default:
		x.value = parse(text, c.kind)
	}
	x.at = cmp.Or(x.at, at)
	row.cells[column] = x
}

// asSentence makes of a description a sentence: a capital, and a stop.
func asSentence(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	s = string(unicode.ToUpper(first)) + s[size:]
	if !strings.ContainsAny(s[len(s)-1:], ".!?") && !strings.HasSuffix(s, "。") {
		s += "."
	}
	return s
}

// merged are a register's rows as a table of this site would have them: for facet, where a
// row names none, the one that is given; of an entry that is there, what the register adds.
func (s *Sheet) merged(on *site.Site, facet string) *Sheet {
	known := map[string]*site.Profile{} // by address in a register
	for _, p := range on.Profiles {
		for _, w := range p.Entry.SameAs {
			known[w.Text] = p
		}
	}
	m := *s
	m.Rows = nil
	at := map[catalogue.ID]int{}
	for _, row := range s.Rows {
		p := on.Profile(row.ID)
		for _, address := range row.cells["same_as"].value {
			if same := known[address]; same != nil {
				p, row.ID = same, same.Entry.ID
			}
		}
		if i, again := at[row.ID]; again { // the query service repeats a row for each value
			m.Rows[i].add(row)
			continue
		}
		if _, there := row.cells["facet"]; !there && facet != "" {
			row.cells["facet"] = cell{value{facet}, row.at}
		}
		at[row.ID] = len(m.Rows)
		m.Rows = append(m.Rows, row)
		if p != nil {
			row.keep(on, p)
		}
	}
	return &m
}

// add adds the list items of another row of the same thing.
func (r Row) add(other Row) {
	for _, column := range []string{"aliases", "same_as"} {
		x := r.cells[column]
		for _, item := range other.cells[column].value {
			if !slices.Contains(x.value, item) {
				x.value = append(x.value, item)
			}
		}
		r.cells[column] = x
	}
}

// keep puts what an entry says already before what a register says.
func (r Row) keep(on *site.Site, p *site.Profile) {
	name := oneLine(p.Entry.Name)
	if label := r.one("name"); label != "" && label != name {
		x := r.cells["aliases"]
		r.cells["aliases"] = cell{append(x.value, label), cmp.Or(x.at, r.at)}
	}
	for column, x := range r.cells {
		c, _ := columnOf(Columns, column)
		old := valueOf(on.Catalogue, p.Entry, noteOf(p), c)
		switch {
		case c.kind == facet:
			delete(r.cells, column)
		case c.kind == list:
			all := slices.Clone(old)
			for _, item := range x.value {
				if !slices.Contains(all, item) && item != name {
					all = append(all, item)
				}
			}
			r.cells[column] = cell{all, x.at}
		case len(old) > 0:
			delete(r.cells, column)
		}
	}
}

// Register makes of a table that is a register's one for this site; another stays as it is.
// facet is the one of new entries.
func (s *Sheet) Register(on *site.Site, facet string) (*Sheet, []source.Problem) {
	if !s.register {
		return s, nil
	}
	var names []string
	for _, f := range on.Catalogue.Facets {
		names = append(names, f.ID)
	}
	if facet != "" && !slices.Contains(names, facet) {
		return nil, []source.Problem{s.File.Problem(0, rule, fmt.Sprintf("unknown facet %q", facet), meta.DidYouMean(facet, names))}
	}
	return s.merged(on, facet), nil
}
