package meta

import (
	"github.com/goccy/go-yaml/ast"

	"glossator/internal/source"
)

// fit is a string's text less what no page may hold: as bytes it left the file when that
// was read, but "\u202e" is written in ASCII.
func (d *decoder) fit(n *ast.StringNode) string {
	text := source.Fit(n.Value)
	if text == n.Value {
		return text
	}
	told := map[rune]bool{}
	for _, r := range n.Value {
		if source.Unfit(r) && !told[r] {
			told[r] = true
			d.problems = append(d.problems, d.file.UnfitProblem(d.offset(n.GetToken()), r, 1))
		}
	}
	return text
}
