package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"strings"
)

// mistake is one change of a file: the bytes from:to are replaced.
type mistake struct {
	*file
	from, to int
	text     string
}

type file struct {
	name string // from the root of the module, with slashes
	text string
	set  *token.FileSet
}

// String is the place, the line as it is and as the mistake has it.
func (m mistake) String() string {
	start := strings.LastIndexByte(m.file.text[:m.from], '\n') + 1
	after := m.file.text[m.to:]
	end, _, _ := strings.Cut(after, "\n")
	was := m.file.text[start:m.from] + m.file.text[m.from:m.to] + end
	is := m.file.text[start:m.from] + m.text + end
	at := 1 + strings.Count(m.file.text[:m.from], "\n")
	return fmt.Sprintf("%s:%d  %s → %s", m.name, at, oneLine(was), oneLine(is))
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func (m mistake) whole() string {
	return m.file.text[:m.from] + m.text + m.file.text[m.to:]
}

// linesOf is every line that a mistake can be made on, of a package and of the packages
// below it, with the mistakes.
func linesOf(root, dir string) (all [][]mistake, err error) {
	module := os.DirFS(root)
	err = fs.WalkDir(module, dir, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && d.Name() == "testdata":
			return fs.SkipDir
		case path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		text, err := fs.ReadFile(module, name)
		if err != nil {
			return err
		}
		found, err := mistakes(name, string(text))
		all = append(all, found...)
		return err
	})
	return all, err
}

func mistakes(name, text string) (all [][]mistake, err error) {
	f := &file{name: name, text: text, set: token.NewFileSet()}
	tree, err := parser.ParseFile(f.set, name, text, 0)
	if err != nil {
		return nil, err
	}
	lines := map[int]int{} // from a line's number to its place in all
	see := func(m mistake) {
		n := strings.Count(text[:m.from], "\n")
		if _, ok := lines[n]; !ok {
			lines[n] = len(all)
			all = append(all, nil)
		}
		all[lines[n]] = append(all[lines[n]], m)
	}
	ast.Inspect(tree, func(n ast.Node) bool {
		switch n.(type) {
		case *ast.ImportSpec, *ast.StructType:
			return false // an empty path, an empty tag: not a mistake that somebody makes
		}
		f.of(n, see)
		return true
	})
	return all, nil
}

// others is what an operator is mistaken for.
var others = map[token.Token]token.Token{
	token.LSS: token.LEQ, token.LEQ: token.LSS, token.GTR: token.GEQ, token.GEQ: token.GTR,
	token.EQL: token.NEQ, token.NEQ: token.EQL, token.LAND: token.LOR, token.LOR: token.LAND,
	token.ADD: token.SUB, token.SUB: token.ADD, token.MUL: token.QUO, token.QUO: token.MUL,
}

// of makes every mistake that can be made at a node itself.
func (f *file) of(n ast.Node, see func(mistake)) {
	change := func(from, to token.Pos, text string) {
		see(mistake{f, f.set.Position(from).Offset, f.set.Position(to).Offset, text})
	}
	switch n := n.(type) {
	case *ast.BinaryExpr:
		if to, ok := others[n.Op]; ok {
			change(n.OpPos, n.OpPos+token.Pos(len(n.Op.String())), to.String())
		}
	case *ast.BasicLit:
		for _, text := range literally(n) {
			change(n.Pos(), n.End(), text)
		}
	case *ast.Ident:
		if to, ok := map[string]string{"true": "false", "false": "true"}[n.Name]; ok {
			change(n.Pos(), n.End(), to)
		}
	case *ast.IfStmt:
		change(n.Cond.Pos(), n.Cond.End(), "!("+f.at(n.Cond)+")")
		for _, s := range n.Body.List {
			if r, ok := s.(*ast.ReturnStmt); ok {
				change(r.Pos(), r.End(), "") // it goes on where it should be done
			}
		}
	case *ast.BlockStmt:
		f.left(n.List, change)
	case *ast.CaseClause:
		f.left(n.Body, change)
	}
}

// literally is what a literal is mistaken for: a number for its neighbours, words for none.
func literally(l *ast.BasicLit) []string {
	if l.Kind == token.STRING && len(l.Value) > len(`""`) {
		return []string{`""`}
	}
	if l.Kind != token.INT && l.Kind != token.FLOAT {
		return nil
	}
	return []string{l.Value + "+1", l.Value + "-1"}
}

// left leaves out a statement that only does something: an assignment, a call, a step of
// a loop, a branch. Of a "continue" it makes a "break" as well.
func (f *file) left(list []ast.Stmt, change func(from, to token.Pos, text string)) {
	for _, s := range list {
		switch s := s.(type) {
		case *ast.AssignStmt:
			if s.Tok != token.DEFINE {
				change(s.Pos(), s.End(), "")
			}
		case *ast.BranchStmt:
			change(s.Pos(), s.End(), "")
			if s.Tok == token.CONTINUE && s.Label == nil {
				change(s.Pos(), s.End(), "break")
			}
		case *ast.ExprStmt, *ast.IncDecStmt:
			change(s.Pos(), s.End(), "")
		}
	}
}

func (f *file) at(n ast.Node) string {
	return f.text[f.set.Position(n.Pos()).Offset:f.set.Position(n.End()).Offset]
}
