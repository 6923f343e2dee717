package vocabulary

import (
	"encoding/csv"
	"strings"

	"glossator/internal/site"
)

// mark is the byte order mark, without which Excel takes UTF-8 for an old encoding.
const mark = "\uFEFF"

// CSV writes the table of a site's entries, in the catalogue's order.
func CSV(s *site.Site) string {
	return written(Columns, s.Profiles, func(p *site.Profile, c Column) string {
		return valueOf(s.Catalogue, p.Entry, noteOf(p), c).cell(c.kind)
	})
}

// written is a table of a row for each of some things.
func written[T any](columns []Column, all []T, cell func(T, Column) string) string {
	var b strings.Builder
	b.WriteString(mark)
	w := csv.NewWriter(&b)
	_ = w.Write(columnNames(columns)) // a strings.Builder does not fail
	cells := make([]string, len(columns))
	for _, x := range all {
		for i, c := range columns {
			cells[i] = guard(cell(x, c))
		}
		_ = w.Write(cells)
	}
	w.Flush()
	return b.String()
}

// formula are the characters at which a spreadsheet begins to calculate.
const formula = "=+-@\t\r"

// guard puts an apostrophe before a cell that a spreadsheet would take for a formula,
// and before one that looks as if that had been done.
func guard(cell string) string {
	if cell != "" && strings.IndexByte(formula, cell[0]) >= 0 || guarded(cell) {
		return "'" + cell
	}
	return cell
}

func guarded(cell string) bool {
	return len(cell) > 1 && cell[0] == '\'' && strings.IndexByte(formula+"'", cell[1]) >= 0
}

// unguard takes the apostrophe off.
func unguard(cell string) string {
	if guarded(cell) {
		return cell[1:]
	}
	return cell
}
