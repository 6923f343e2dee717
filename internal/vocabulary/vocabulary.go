// Package vocabulary exchanges a catalogue's names with other programs: a table that a
// desk keeps in a spreadsheet, read and written, and SKOS, written; and what is known of
// the articles, as a table.
//
// In: a site's model, or a table. Out: the table or the Turtle of a site; or, of a
// table, the Changes that it makes to the files of a site's entries. Invariants: pure.
// A table that was exported and is imported into an empty site gives entries that match
// the same words (the digest of their lexicon is the same). Imported into its own site it
// changes nothing. A change touches the lines of the fields that differ, and no other
// byte of the entry's file.
//
// # The table
//
// CSV in UTF-8; the first line names the columns, in any order: see Columns. A byte order
// mark, semicolons or tabs instead of commas, and the line "sep=;" that some programs put
// first are read, too. Only the columns that a table has are changed in the entries. An
// empty cell empties its field (but for summary: it leaves the text alone); a line that
// ends before a column leaves that field as it is. A line without id takes the one that
// its name gives; a line whose id is no entry's makes a new one.
//
// A list is written in one cell, its items apart by semicolons: "MPP; Remain in Mexico".
// Line breaks inside the cell separate, too. A semicolon that is part of an item is
// written \; and a backslash before one, \\. In the list of roles an item is
//
//	title | from | to | phrase | phrase …
//
// with days as in an entry, empty where open, and \| for a bar. What else an entry says
// of a role (as_of, its citation) stays with the role of that title and beginning.
//
// A cell that begins with = + - or @ would be taken for a formula: it is written with an
// apostrophe before it, which reading takes off ('=tariffs … is the cue =tariffs …).
package vocabulary

import (
	"slices"
	"strings"

	"glossator/internal/catalogue"
	"glossator/internal/doc"
	"glossator/internal/meta"
	"glossator/internal/site"
)

// kind is how a column's cells are written.
type kind int

const (
	text kind = iota
	list
	refs // a list of IDs
	ref
	roles
	yes // yes or nothing
	id
	facet
	summary
	name // of an article
	day
)

// Column is one column of the table: a field of an entry.
type Column struct {
	Name  string
	About string
	kind  kind
	read  func(of) value

	article func(*doc.Meta) value // of the table of articles
}

// Columns are the columns there are, in the order in which they are written.
var Columns = []Column{
	{Name: "id", About: "the entry's ID: the name of its file; its name in small letters where empty", kind: id, read: func(e of) value { return one(e.ID) }},
	{Name: "facet", About: "which question it answers: a facet's id", kind: facet, read: func(e of) value { return one(e.catalogue.FacetOf(e.Entry).ID) }},
	{Name: "kind", About: "person, organization, or free words", kind: text, read: func(e of) value { return one(e.Kind) }},
	{Name: "name", About: "its name", kind: text, read: func(e of) value { return one(e.Name) }},
	{Name: "surname", About: "of a person, where it is not the name's last word", kind: text, read: func(e of) value { return one(e.Surname) }},
	{Name: "aliases", About: "its other names, a list", kind: list, read: func(e of) value { return words(e.Aliases) }},
	{Name: "damaged", About: "spoiled forms of its names, a list", kind: list, read: func(e of) value { return words(e.Damaged) }},
	{Name: "descriptions", About: "phrases that describe without naming, a list", kind: list, read: func(e of) value { return words(e.Descriptions) }},
	{Name: "cues", About: "patterns of things done, a list", kind: list, read: func(e of) value { return words(e.Cues) }},
	{Name: "roles", About: "what a person was, and when: title | from | to | phrase …, a list", kind: roles, read: func(e of) value { return rolesOf(e.Roles) }},
	{Name: "authority", About: "the law it rests on", kind: text, read: func(e of) value { return one(e.Authority) }},
	{Name: "by", About: "IDs of who issued it or does it, a list", kind: refs, read: func(e of) value { return ids(e.By) }},
	{Name: "under", About: "IDs of what it is done under, a list", kind: refs, read: func(e of) value { return ids(e.Under) }},
	{Name: "claimed_by", About: "ID of the one from whose claim alone it is known", kind: ref, read: func(e of) value { return one(e.ClaimedBy.ID) }},
	{Name: "related", About: "IDs of related entries, a list", kind: refs, read: func(e of) value { return ids(e.Related) }},
	{Name: "same_as", About: "addresses of the same thing in Wikidata, VIAF, the Library of Congress and other registers, a list", kind: list, read: func(e of) value { return words(e.SameAs) }},
	{Name: "unmentioned", About: "why it is here though no article mentions it", kind: text, read: func(e of) value { return one(e.Unmentioned) }},
	{Name: "draft", About: "yes where it is not published yet", kind: yes, read: func(e of) value { return yesOr(e.Draft) }},
	{Name: "summary", About: "the first sentence of its text: the note in the margin", kind: summary, read: func(e of) value { return one(e.note) }},
}

func columnOf(columns []Column, name string) (Column, bool) {
	i := slices.IndexFunc(columns, func(c Column) bool { return c.Name == name })
	if i < 0 {
		return Column{}, false
	}
	return columns[i], true
}

func columnNames(columns []Column) (names []string) {
	for _, c := range columns {
		names = append(names, c.Name)
	}
	return names
}

// value is what a cell says: one text for a text, one for each item of a list.
type value []string

func (v value) equal(w value) bool { return slices.Equal(v, w) }

// cell is the value as it is written.
func (v value) cell(k kind) string {
	if k != list && k != refs && k != roles {
		return strings.Join(v, "")
	}
	items := make([]string, len(v))
	for i, item := range v {
		items[i] = escape(item, ";")
		if k == roles {
			items[i] = strings.ReplaceAll(item, ";", `\;`) // its parts are escaped already
		}
	}
	return strings.Join(items, "; ")
}

// parse is the value that a cell of that kind holds.
func parse(cell string, k kind) (v value) {
	if k != list && k != refs && k != roles {
		cell = oneLine(cell)
		if k == yes {
			cell = strings.ToLower(cell)
		}
		if cell != "" && !(k == yes && cell == "no") {
			v = value{cell}
		}
		return v
	}
	for line := range strings.Lines(cell) {
		for _, item := range split(line, ';') {
			if k == roles {
				item = readRole(item).String()
			} else {
				item = unescape(oneLine(item))
			}
			if item != "" {
				v = append(v, item)
			}
		}
	}
	return v
}

// of is an entry in its site: what a column is read of.
type of struct {
	*catalogue.Entry
	catalogue *catalogue.Catalogue
	note      string // its first sentence
}

// valueOf is what an entry has in a column; note is its first sentence.
func valueOf(c *catalogue.Catalogue, e *catalogue.Entry, note string, col Column) value {
	return col.read(of{e, c, note})
}

// one is the value of a text.
func one(s string) value { return parse(s, text) }

func words(ws []meta.Word) (v value) {
	for _, w := range ws {
		if s := oneLine(w.Text); s != "" {
			v = append(v, s)
		}
	}
	return v
}

func rolesOf(rs []catalogue.Role) (v value) {
	for _, r := range rs {
		v = append(v, roleOf(r).String())
	}
	return v
}

func yesOr(is bool) value {
	if is {
		return value{"yes"}
	}
	return nil
}

func ids(rs []meta.Ref) (v value) {
	for _, r := range rs {
		if r.ID != "" {
			v = append(v, r.ID)
		}
	}
	return v
}

// noteOf is the first sentence of an entry's text.
func noteOf(p *site.Profile) string { return p.Doc.Prose.Text[p.Note.Start:p.Note.End] }
