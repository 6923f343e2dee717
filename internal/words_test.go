package internal_test

import (
	"go/ast"
	"go/parser"
	gotoken "go/token"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"glossator/internal/language"
	"glossator/internal/token"
)

// reading are the rooms that read texts, and so must know no word of a language: words
// stand in the packs of language.
const reading = "token pattern lexicon reading annotation annotate annotate/mention annotate/quote annotate/figure annotate/date compare suggest search desk"

// TestRoomsKnowNoWords looks for words of the English pack that the rooms compare with.
// testdata/words.txt is what is left of them, room by room: a list that only shrinks. A
// word that is not in it fails, and so does one in it that no room compares with.
func TestRoomsKnowNoWords(t *testing.T) {
	data, err := os.ReadFile("testdata/words.txt")
	if err != nil {
		t.Fatal(err)
	}
	left := map[string][]string{}
	for line := range strings.Lines(string(data)) {
		if room, words, ok := strings.Cut(line, ": "); ok && !strings.HasPrefix(line, "#") {
			left[room] = strings.Fields(words)
		}
	}
	for room := range strings.FieldsSeq(reading) {
		have := compared(t, room)
		for _, w := range have {
			if !slices.Contains(left[room], w) {
				t.Errorf("%s compares with %q: make it a class of a pack of language", room, w)
			}
		}
		for _, w := range left[room] {
			if !slices.Contains(have, w) {
				t.Errorf("%s compares with %q no more: take it off the list", room, w)
			}
		}
	}
}

var oneWord = regexp.MustCompile(`^'?[a-z]+(['-][a-z]+)?$`)

// compared are the English words that a room compares with, sorted.
func compared(t *testing.T, room string) []string {
	files, err := filepath.Glob(room + "/*.go")
	if err != nil || len(files) == 0 {
		t.Fatal(room, err)
	}
	words, english := map[string]bool{}, language.English()
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(gotoken.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			for _, e := range operands(n) {
				lit, ok := e.(*ast.BasicLit)
				if !ok || lit.Kind != gotoken.STRING {
					continue
				}
				w, err := strconv.Unquote(lit.Value)
				if err == nil && oneWord.MatchString(w) && english.Vocabulary.Find(token.Hash(w)) != 0 {
					words[w] = true
				}
			}
			return true
		})
	}
	return slices.Sorted(maps.Keys(words))
}

// operands are what a node compares: the sides of == and !=, the values of a case, the
// arguments of Is and AnyOf.
func operands(n ast.Node) []ast.Expr {
	switch n := n.(type) {
	case *ast.BinaryExpr:
		if n.Op == gotoken.EQL || n.Op == gotoken.NEQ {
			return []ast.Expr{n.X, n.Y}
		}
	case *ast.CaseClause:
		return n.List
	case *ast.CallExpr:
		if f, ok := n.Fun.(*ast.SelectorExpr); ok && slices.Contains([]string{"is", "Is", "AnyOf"}, f.Sel.Name) {
			return n.Args
		}
	}
	return nil
}
