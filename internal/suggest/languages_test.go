package suggest_test

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"glossator/internal/annotate"
	"glossator/internal/catalogue"
	"glossator/internal/doc"
	"glossator/internal/lexicon"
	"glossator/internal/source"
	"glossator/internal/suggest"
)

// TestOtherLanguages suggests entries for the articles by which the reading of a language is
// measured, with an empty catalogue: whom and what their own entries name is wanted; of the
// rest, what the archive's section "suggest" lists is as good. Those named unseen-* were not
// looked at while the lists were written.
func TestOtherLanguages(t *testing.T) {
	for lang, texts := range map[string]int{"es": 8, "fr": 8, "de": 16} {
		t.Run(lang, func(t *testing.T) {
			paths, err := filepath.Glob("../annotate/testdata/" + lang + "/*.txtar")
			own, err2 := filepath.Glob("testdata/" + lang + "/*.txtar")
			paths = append(paths, own...)
			if err != nil || err2 != nil || len(paths) != texts {
				t.Fatal(paths, err, err2)
			}
			halves := map[string]*count{"seen": {}, "unseen": {}}
			for _, path := range paths {
				half := "seen"
				if strings.HasPrefix(filepath.Base(path), "unseen-") {
					half = "unseen"
				}
				suggested(t, lang, path, half, halves[half])
			}
			for half, c := range halves {
				precision, recall := ratio(c.right, c.right+c.wrong), ratio(c.right, c.right+c.missed)
				t.Logf("%-6s %d asked, precision %.2f, recall %.2f", half, c.right+c.missed, precision, recall)
				if precision < 0.90 || recall < 0.80 {
					t.Errorf("%s: precision %.3f, recall %.3f", half, precision, recall)
				}
			}
		})
	}
}

// marks are those of the gold: {entry|words}.
var marks = regexp.MustCompile(`\{[^|{}]*\|`)

func suggested(t *testing.T, lang, path, half string, c *count) {
	archive, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	last := len(archive.Files) - 1
	wanted, maybe := map[string]bool{}, []string{}
	for _, f := range archive.Files[:last] {
		if f.Name == "suggest" {
			maybe = strings.Split(strings.TrimSpace(string(f.Data)), "\n")
			continue
		}
		if f.Name == "wanted" {
			for name := range strings.Lines(string(f.Data)) {
				wanted[strings.TrimSpace(name)] = true
			}
			continue
		}
		name, _, _ := strings.Cut(string(f.Data), "\n")
		wanted[strings.TrimPrefix(name, "name: ")] = true
	}
	prose := marks.ReplaceAllString(string(archive.Files[last].Data), "")
	prose = strings.ReplaceAll(prose, "}", "")
	for name := range wanted { // what the text never gives whole nobody can suggest
		if !strings.Contains(prose, name) {
			delete(wanted, name)
			maybe = append(maybe, name)
		}
	}
	lex := lexicon.New(catalogue.New(nil, nil), lang)
	d, _ := doc.Parse(source.NewFile("a.txt", prose), source.NewFile("a.yaml", "title: T\nrights: own\npublished: "+archive.Files[last].Name+"\n"), doc.Options{})
	for _, s := range suggest.Entries(suggest.Input{Lexicon: lex, Articles: []suggest.Article{{Doc: d, Ann: annotate.Annotate(d, lex)}}}) {
		if s.Kind == suggest.Practice || s.Kind == suggest.Place || s.Kind == suggest.Measure {
			continue
		}
		switch {
		case wanted[s.Name]:
			c.right++
			delete(wanted, s.Name)
		case !slices.Contains(maybe, s.Name):
			c.wrong++
			if half == "seen" || testing.Verbose() {
				t.Logf("%s: wrong %s %s", filepath.Base(path), s.Kind, s.Name)
			}
		}
	}
	for name := range wanted {
		c.missed++
		if half == "seen" || testing.Verbose() {
			t.Logf("%s: missed %s", filepath.Base(path), name)
		}
	}
}
