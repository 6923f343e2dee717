package site

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"glossator/internal/source"
)

// table reads a stand-off file: CSV whose first line must be the columns. row is given
// every other line of as many fields; what it says is wrong becomes a problem there.
// made is the flag of the command import that makes such files, and the problems' rule.
func table(f *source.File, columns []string, made string, row func(rec []string, line int) (msg, hint string)) (problems []source.Problem) {
	defer source.Reading(f.Path)
	bad := func(line int, msg, hint string) {
		problems = append(problems, f.Problem(f.LineStart(line), made, msg, hint))
	}
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(f.Data, "\uFEFF")))
	r.FieldsPerRecord = -1
	for first := true; ; first = false {
		rec, err := r.Read()
		if errors.Is(err, io.EOF) {
			return problems
		}
		var broken *csv.ParseError
		if errors.As(err, &broken) {
			bad(broken.Line, "not CSV: "+broken.Err.Error(), "quote a field that holds a comma or a quotation mark, and double the marks in it")
			return problems
		}
		line, _ := r.FieldPos(0)
		switch {
		case first && !slices.Equal(rec, columns):
			bad(line, "the first line is not "+strings.Join(columns, ","), "make the file with import --"+made)
			return problems
		case first:
		case len(rec) != len(columns):
			bad(line, fmt.Sprintf("%d fields where %d are due", len(rec), len(columns)), "")
		default:
			if msg, hint := row(rec, line); msg != "" {
				bad(line, msg, hint)
			}
		}
	}
}
