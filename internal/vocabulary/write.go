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
	var b strings.Builder
	b.WriteString(mark)
	w := csv.NewWriter(&b)
	_ = w.Write(columnNames(Columns)) // a strings.Builder does not fail
	for _, p := range s.Profiles {
		cells := make([]string, len(Columns))
		for i, c := range Columns {
			cells[i] = guard(valueOf(s.Catalogue, p.Entry, noteOf(p), c).cell(c.kind))
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
