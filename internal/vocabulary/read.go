package vocabulary

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"glossator/internal/catalogue"
	"glossator/internal/meta"
	"glossator/internal/source"
)

// Sheet is a table as it was read.
type Sheet struct {
	File    *source.File
	Columns []Column
	Rows    []Row

	register bool // it is a register's: see Register
}

// Row is one entry of a table.
type Row struct {
	ID    catalogue.ID
	at    int // byte offset of the row in the file
	cells map[string]cell
}

// cell is what a row says in a column that it reaches.
type cell struct {
	value
	at int // byte offset in the file
}

// rule is that of every problem of a table.
const rule = "vocabulary"

// reader reads one table.
type reader struct {
	sheet    *Sheet
	csv      *csv.Reader
	columns  []Column // that there are
	base     int      // byte offset of the table in the file
	problems []source.Problem
}

// Read reads a table of entries. Its sheet is nil where a mistake stops it from being understood at
// all; every row that has none of its own is in the sheet.
func Read(f *source.File) (*Sheet, []source.Problem) { return read(f, Columns) }

func read(f *source.File, columns []Column) (*Sheet, []source.Problem) {
	r := &reader{sheet: &Sheet{File: f}, columns: columns, base: len(f.Data) - len(strings.TrimPrefix(f.Data, mark))}
	comma := r.separator()
	r.csv = csv.NewReader(strings.NewReader(f.Data[r.base:]))
	r.csv.Comma, r.csv.FieldsPerRecord = comma, -1
	head, ok := r.next()
	if ok && len(columns) > 0 && columns[0].Name == "id" && isRegister(head) {
		return r.register(head), r.problems
	}
	if !ok || !r.head(head) {
		if len(r.problems) == 0 {
			r.bad(0, "the table is empty", "its first line names the columns: "+strings.Join(columnNames(r.columns), ","))
		}
		return nil, r.problems
	}
	for {
		rec, ok := r.next()
		if !ok {
			break
		}
		r.row(rec)
	}
	r.twice()
	return r.sheet, r.problems
}

// separator finds what stands between the cells: what stands most often in the first
// line, which holds names of columns only, or what a line "sep=;" before it says.
func (r *reader) separator() rune {
	data := r.sheet.File.Data
	first, rest, _ := strings.Cut(data[r.base:], "\n")
	if sep, ok := strings.CutPrefix(strings.TrimRight(first, "\r"), "sep="); ok && len(sep) == 1 && strings.Contains(",;\t", sep) {
		r.base = len(data) - len(rest)
		return rune(sep[0])
	}
	best := ','
	for _, c := range ";\t" {
		if strings.Count(first, string(c)) > strings.Count(first, string(best)) {
			best = c
		}
	}
	return best
}

// next is the next record that has a cell with anything in it.
func (r *reader) next() ([]string, bool) {
	for {
		rec, err := r.csv.Read()
		var broken *csv.ParseError
		switch {
		case errors.Is(err, io.EOF):
			return nil, false
		case errors.As(err, &broken):
			r.bad(r.offset(broken.Line, broken.Column), "not CSV: "+broken.Err.Error(), "double the quotation marks inside a quoted cell, and close each")
			return nil, false
		case err != nil:
			r.bad(r.base, "not CSV: "+err.Error(), "")
			return nil, false
		}
		if slices.ContainsFunc(rec, func(s string) bool { return strings.TrimSpace(s) != "" }) {
			return rec, true
		}
	}
}

// offset is the byte at a line and a column of the table, both from 1, columns in bytes.
func (r *reader) offset(line, column int) int {
	f := r.sheet.File
	if line == 1 {
		return r.base + column - 1
	}
	return f.LineStart(f.Pos(r.base).Line+line-1) + column - 1
}

func (r *reader) at(field int) int { return r.offset(r.csv.FieldPos(field)) }

func (r *reader) bad(at int, msg, hint string) {
	r.problems = append(r.problems, r.sheet.File.Problem(at, rule, msg, hint))
}

// head reads the names of the columns.
func (r *reader) head(names []string) bool {
	for len(names) > 0 && strings.TrimSpace(names[len(names)-1]) == "" {
		names = names[:len(names)-1] // spreadsheets keep empty columns behind the last
	}
	seen := map[string]bool{}
	for i, n := range names {
		name := strings.ReplaceAll(strings.ToLower(strings.TrimSpace(n)), " ", "_")
		c, ok := columnOf(r.columns, name)
		switch {
		case !ok:
			r.bad(r.at(i), fmt.Sprintf("unknown column %q", n), meta.DidYouMean(name, columnNames(r.columns)))
		case seen[name]:
			r.bad(r.at(i), fmt.Sprintf("column %q stands twice", n), "remove one of the two")
		}
		seen[name] = true
		r.sheet.Columns = append(r.sheet.Columns, c)
	}
	key := r.columns[0].Name
	if !seen[key] && !seen["name"] && len(r.problems) == 0 {
		r.bad(r.at(0), fmt.Sprintf("there is neither a column %s nor a column name", key), "the first line names the columns: "+strings.Join(columnNames(r.columns), ","))
	}
	return len(r.problems) == 0
}

// row reads one entry.
func (r *reader) row(rec []string) {
	row := Row{at: r.at(0), cells: map[string]cell{}}
	before := len(r.problems)
	for i, text := range rec {
		if i >= len(r.sheet.Columns) {
			if strings.TrimSpace(text) != "" {
				r.bad(r.at(i), fmt.Sprintf("a cell behind the last column: %q", text), "quote a cell that holds the separator, or name the column in the first line")
				break
			}
			continue
		}
		c := r.sheet.Columns[i]
		x := cell{parse(unguard(text), c.kind), r.at(i)}
		r.check(c, x)
		row.cells[c.Name] = x
	}
	row.ID = row.one(r.columns[0].Name)
	if row.ID == "" {
		row.ID = catalogue.Slug(row.one("name"))
	}
	if row.ID == "" {
		r.bad(row.at, fmt.Sprintf("the row has neither an %s nor a name that gives one", r.columns[0].Name), "write an id of small letters, digits and hyphens")
	}
	if len(r.problems) == before {
		r.sheet.Rows = append(r.sheet.Rows, row)
	}
}

// check reports a cell that no entry can have.
func (r *reader) check(c Column, x cell) {
	text := strings.Join(x.value, "; ")
	switch {
	case c.kind == id && text != "" && !catalogue.SafeName(text):
		r.bad(x.at, fmt.Sprintf("the id %q cannot be an address", text), "write small letters, digits and hyphens"+idLike(text))
	case c.Name == "name" && text == "":
		r.bad(x.at, "the entry has no name", "write one, or remove the row")
	case c.kind == yes && text != "" && text != "yes":
		r.bad(x.at, fmt.Sprintf("%s %q", c.Name, text), "write yes, or leave the cell empty")
	case c.kind == roles:
		for _, item := range x.value {
			role := readRole(item)
			switch {
			case role.title == "":
				r.bad(x.at, fmt.Sprintf("the role %q has no title", item), "write title | from | to | phrase …")
			case !dayOrNone(role.from) || !dayOrNone(role.to):
				r.bad(x.at, fmt.Sprintf("the role %q has no days in their places", item), "write title | from | to | phrase …, with days as 2022-12-19, 2022-12 or 2022")
			}
		}
	}
}

func idLike(text string) string {
	if s := catalogue.Slug(text); s != "" {
		return ": " + s
	}
	return ""
}

func dayOrNone(s string) bool {
	_, ok := meta.ParseDay(s)
	return ok || s == ""
}

// twice reports rows of one ID.
func (r *reader) twice() {
	first := map[catalogue.ID]int{}
	for _, row := range r.sheet.Rows {
		if at, taken := first[row.ID]; taken {
			r.bad(row.at, fmt.Sprintf("%q stands in line %d already", row.ID, r.sheet.File.Pos(at).Line), "one row for each: join the rows, or give one of them another id")
			continue
		}
		first[row.ID] = row.at
	}
}

// one is the text of a row's cell, "" where there is none.
func (r Row) one(column string) string { return strings.Join(r.cells[column].value, "") }
