package edit

import (
	"encoding/csv"
	"fmt"
	"slices"
	"strings"

	"glossator/internal/source"
)

// Cell puts other words into a cell of a table of comma-separated values.
type Cell struct {
	Line   int    // 1-based, at which the row begins
	Column string // as the table's first line names it
	Text   string
}

func (a Cell) on(f *file) *source.Problem {
	rows, at, problem := f.table()
	if problem != nil {
		return problem
	}
	row := -1
	for i := range rows {
		if i > 0 && f.Pos(at[i][0].Start).Line == a.Line {
			row = i
		}
	}
	if row < 0 {
		return f.refuse(f.LineStart(a.Line), fmt.Sprintf("no row begins in line %d", a.Line), "")
	}
	column := slices.Index(rows[0], a.Column)
	if column < 0 || column >= len(rows[row]) {
		return f.refuse(at[row][0].Start, fmt.Sprintf("the row has no column %q", a.Column), "name it in the first line")
	}
	span := at[row][column]
	text := a.Text
	if strings.HasPrefix(f.Data[span.Start:], `"`) || strings.ContainsAny(text, ",;\t\"\r\n") || text != strings.TrimSpace(text) {
		text = `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
	}
	f.patches = append(f.patches, patch{span, text})
	got, _, problem := (&file{File: source.NewFile(f.Path, f.after())}).table()
	rows[row][column] = strings.ReplaceAll(a.Text, "\r\n", "\n")
	if problem != nil || !slices.EqualFunc(rows, got, slices.Equal[[]string]) {
		return f.refuse(span.Start, "the cell cannot be changed safely", "change it by hand")
	}
	return nil
}

// table reads the rows of a table, and where each cell stands.
func (f *file) table() (rows [][]string, at [][]source.Span, problem *source.Problem) {
	base := len(f.Data) - len(strings.TrimPrefix(f.Data, "\uFEFF"))
	head, _, _ := strings.Cut(f.Data[base:], "\n")
	r := csv.NewReader(strings.NewReader(f.Data[base:]))
	r.FieldsPerRecord = -1
	for _, c := range ";\t" {
		if strings.Count(head, string(c)) > strings.Count(head, string(r.Comma)) {
			r.Comma = c
		}
	}
	for {
		row, err := r.Read()
		if row == nil && err == nil || err != nil {
			if err != nil && err.Error() != "EOF" {
				return nil, nil, f.refuse(base, "this is not CSV: "+err.Error(), "double the quotation marks inside a quoted cell, and close each")
			}
			return rows, at, nil
		}
		spans := make([]source.Span, len(row))
		for i := range row {
			line, column := r.FieldPos(i)
			start := f.LineStart(line) + column - 1
			if line == 1 {
				start = base + column - 1
			}
			spans[i] = source.Span{Start: start, End: start + cellEnd(f.Data[start:], r.Comma)}
		}
		rows, at = append(rows, row), append(at, spans)
	}
}

// cellEnd is the length of the cell at the head of a text.
func cellEnd(text string, comma rune) int {
	if !strings.HasPrefix(text, `"`) {
		if end := strings.IndexAny(text, string(comma)+"\r\n"); end >= 0 {
			return end
		}
		return len(text)
	}
	for i := 1; i < len(text); i++ {
		if text[i] == '"' {
			if i++; i == len(text) || text[i] != '"' {
				return i
			}
		}
	}
	return len(text)
}
