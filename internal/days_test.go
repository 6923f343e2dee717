package internal

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// TestDaysAreMadeByMetaAlone holds that no text becomes a day unread: meta's makers look
// at it, and what did not parse is no day.
func TestDaysAreMadeByMetaAlone(t *testing.T) {
	for _, root := range []string{".", "../cmd"} {
		err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
			if err != nil || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
				return err
			}
			files := token.NewFileSet()
			file, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
			if err != nil {
				return err
			}
			ast.Inspect(file, func(n ast.Node) bool {
				if call, ok := n.(*ast.CallExpr); ok && isDay(call.Fun) {
					t.Errorf("%s: a text is turned into a day unread: use meta.ParseDay or meta.DayOf", files.Position(call.Pos()))
				}
				return true
			})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

func isDay(fun ast.Expr) bool {
	s, ok := fun.(*ast.SelectorExpr)
	pkg, named := ast.Expr(nil), false
	if ok {
		pkg, named = s.X, s.Sel.Name == "Day"
	}
	id, ok := pkg.(*ast.Ident)
	return ok && named && id.Name == "meta"
}
