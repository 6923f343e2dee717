package annotate_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"glossator/internal/annotate"
	"glossator/internal/annotation"
	"glossator/internal/catalogue"
	"glossator/internal/doc"
	"glossator/internal/lexicon"
	"glossator/internal/source"
)

// Names and descriptions in articles on many subjects, with the few entries that an
// author writes in an afternoon: names, kinds, some roles, hardly a description. Each
// file of testdata/fresh is a catalogue and an article, whose name is its day, in which
// a careful reader marked {entry|what names it} and {~entry|what describes it}. Those
// named unseen-* were run without a look at them until the rules stood.

var freshFloors = map[string]map[string]floor{
	"seen":   {"named": {1, 0.98, 0}, "described": {0.97, 0.78, 0}},
	"unseen": {"named": {0.98, 0.98, 0}, "described": {0.97, 0.84, 0}},
}

func TestQualityFresh(t *testing.T) {
	paths, err := filepath.Glob("testdata/fresh/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal("no texts", err)
	}
	all := map[string]tally{"seen": {}, "unseen": {}}
	for _, path := range paths {
		half := "seen"
		if strings.HasPrefix(filepath.Base(path), "unseen-") {
			half = "unseen"
		}
		d, lex, want := readFresh(t, path)
		for _, m := range all[half].mentions(want, annotate.Gold(d, annotate.Annotate(d, lex), lex).Mentions) {
			if half == "seen" {
				t.Log(filepath.Base(path) + ": " + m)
			}
		}
	}
	for half, y := range all {
		t.Logf("\n%s", y.table(half+" texts", freshFloors[half]))
		for _, failed := range y.below(half, freshFloors[half]) {
			t.Error(failed)
		}
	}
}

// readFresh reads a catalogue, an article and what is marked in it.
func readFresh(t testing.TB, path string) (*doc.Document, *lexicon.Lexicon, []annotate.GoldMention) {
	archive, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	last := len(archive.Files) - 1
	lex := afternoon(t, archive.Files[:last])
	text, want := withoutMarks(string(archive.Files[last].Data))
	head := "title: T\nrights: own\npublished: " + archive.Files[last].Name + "\n"
	d, problems := doc.Parse(source.NewFile("a.txt", text), source.NewFile("a.yaml", head), doc.Options{})
	for _, p := range problems {
		t.Fatal(p)
	}
	return d, lex, want
}

// afternoon is the lexicon of entries that are no more than their heads.
func afternoon(t testing.TB, files []txtar.File) *lexicon.Lexicon { return afternoonIn(t, "en", files) }

func afternoonIn(t testing.TB, lang string, files []txtar.File) *lexicon.Lexicon {
	var facets []catalogue.Facet
	var entries []*catalogue.Entry
	for _, f := range files {
		dir := filepath.Dir(f.Name)
		at := slices.IndexFunc(facets, func(f catalogue.Facet) bool { return f.Dir == dir })
		if at < 0 {
			at = len(facets)
			facets = append(facets, catalogue.Facet{ID: dir, Dir: dir, Singular: strings.TrimSuffix(dir, "s")})
		}
		e, problems := catalogue.Parse(source.NewFile(f.Name, "---\n"+string(f.Data)+"---\nIt is invented.\n"), at)
		for _, p := range problems {
			t.Fatal(p)
		}
		entries = append(entries, e)
	}
	return lexicon.New(catalogue.New(facets, entries), lang)
}

// withoutMarks takes the marks out of a text, and tells what they mark.
func withoutMarks(text string) (string, []annotate.GoldMention) {
	var want []annotate.GoldMention
	var out strings.Builder
	for text != "" {
		before, rest, marked := strings.Cut(text, "{")
		out.WriteString(before)
		if !marked {
			break
		}
		mark, after, _ := strings.Cut(rest, "}")
		entry, phrase, _ := strings.Cut(mark, "|")
		id, described := strings.CutPrefix(entry, "~")
		m := annotate.GoldMention{ID: id, Level: annotation.Named}
		if described {
			m.Level = annotation.Descriptive
		}
		m.Start, m.Exact = utf8.RuneCountInString(out.String()), phrase
		m.End = m.Start + utf8.RuneCountInString(phrase)
		want = append(want, m)
		out.WriteString(phrase)
		text = after
	}
	return out.String(), want
}
