package annotate_test

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/tools/txtar"

	"glossator/internal/annotate"
	"glossator/internal/annotation"
	"glossator/internal/catalogue"
	"glossator/internal/doc"
	"glossator/internal/lexicon"
	"glossator/internal/meta"
	"glossator/internal/source"
)

// The quality of the whole engine, measured on texts of our own about an invented
// world. testdata/quality holds its catalogue.txtar and for each text NAME.txt,
// NAME.yaml (its metadata) and NAME.gold (what a careful reader marks). Texts named
// hard-* are in styles that the rules were not written on.
//
// A line of a .gold file has fields parted by tabs: kind, the exact phrase, which of
// its occurrences in the file (from 1), and what it stands for:
//
//	named      phrase  n  entry
//	described  phrase  n  entry
//	quote      phrase  n  speaker  direct or fragment
//	figure     phrase  n  value
//	date       phrase  n  YYYY, YYYY-MM or YYYY-MM-DD
//	furniture  phrase  n  what it is
//	damage     phrase  n  what should stand there
//
// A speaker is an entry, "~" and a name where there is no entry, or "-" for nobody;
// several that are as good are parted by commas. In a phrase a space is any white space
// of the text, and soft hyphens are left out.

// floor is the least that a row of the table must reach. Zero asks for nothing.
type floor struct{ precision, recall, f1 float64 }

// floors of all texts together, and of the hard ones by themselves. Where the engine
// falls short of its aim, the floor is what it reaches, and a comment gives the aim;
// whoever betters a row raises its floor.
var floors = map[string]map[string]floor{
	"all": {
		"named":              {0.98, 0.98, 0.98},
		"described":          {0.95, 0.88, 0.93},
		"described, people":  {0.95, 0.89, 0},
		"described, rules":   {0.95, 0.87, 0},
		"described, actions": {0.95, 0.82, 0},
		"quotations":         {0.98, 0.98, 0.98},
		"speakers":           {0, 1, 0},
		"figures":            {1, 1, 1},
		"dates":              {1, 1, 1},
		"furniture":          {1, 1, 1},
		"damage":             {0, 0.71, 0},
	},
	"hard": {
		"named":      {0.98, 0.97, 0},
		"described":  {0.95, 0.79, 0},
		"quotations": {0.98, 0.98, 0.98},
		"speakers":   {0, 1, 0},
		"figures":    {1, 1, 1},
		"dates":      {1, 1, 1},
		"furniture":  {1, 1, 1},
	},
}

// rows of the table, in order.
var rows = []string{"named", "named, people", "named, rules", "described", "described, people", "described, rules",
	"described, actions", "quotations", "speakers", "figures", "dates", "furniture", "damage"}

func TestQuality(t *testing.T) {
	lex := qualityLexicon(t)
	texts, err := filepath.Glob("testdata/quality/*.txt")
	if err != nil || len(texts) == 0 {
		t.Fatal("no texts", err)
	}
	all, plain, hard := tally{}, tally{}, tally{}
	var misses []string
	for _, path := range texts {
		name := strings.TrimSuffix(filepath.Base(path), ".txt")
		d := qualityText(t, path)
		want := readGold(t, strings.TrimSuffix(path, ".txt")+".gold", d.File, lex.Catalogue)
		y := tally{}
		for _, m := range y.count(want, annotate.Gold(d, annotate.Annotate(d, lex), lex)) {
			misses = append(misses, name+": "+m)
		}
		all.add(y)
		if strings.HasPrefix(name, "hard-") {
			hard.add(y)
		} else {
			plain.add(y)
		}
	}
	t.Logf("\n%s\n%s\n%s", all.table("all texts", floors["all"]), plain.table("plain texts", nil), hard.table("hard texts", floors["hard"]))
	if failed := append(all.below("all", floors["all"]), hard.below("hard", floors["hard"])...); len(failed) > 0 {
		t.Error(strings.Join(failed, "\n"))
	}
	if t.Failed() || testing.Verbose() {
		t.Log("not as the gold has it:\n" + strings.Join(misses, "\n"))
	}
}

func qualityLexicon(t testing.TB) *lexicon.Lexicon {
	archive, err := txtar.ParseFile("testdata/quality/catalogue.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var facets []catalogue.Facet
	var entries []*catalogue.Entry
	for _, f := range archive.Files {
		dir := filepath.Dir(f.Name)
		at := slices.IndexFunc(facets, func(f catalogue.Facet) bool { return f.Dir == dir })
		if at < 0 {
			at = len(facets)
			facets = append(facets, catalogue.Facet{ID: dir, Dir: dir})
		}
		e, problems := catalogue.Parse(source.NewFile(f.Name, string(f.Data)), at)
		for _, p := range problems {
			t.Fatal(p)
		}
		entries = append(entries, e)
	}
	lex := lexicon.New(catalogue.New(facets, entries), "en")
	for _, p := range lex.Problems {
		t.Fatal(p)
	}
	return lex
}

func qualityText(t testing.TB, path string) *doc.Document {
	read := func(path string) *source.File {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return source.NewFile(filepath.Base(path), string(data))
	}
	d, problems := doc.Parse(read(path), read(strings.TrimSuffix(path, ".txt")+".yaml"), doc.Options{})
	for _, p := range problems {
		t.Fatal(p)
	}
	return d
}

// readGold reads a .gold file. Speakers keep their several alternatives in
// SpeakerName as they are written.
func readGold(t *testing.T, path string, text *source.File, c *catalogue.Catalogue) (g annotate.GoldFile) {
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	find := newFinder(text)
	n := 0
	for line := range strings.Lines(string(data)) {
		n++
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		bad := func(msg string) { t.Fatalf("%s:%d: %s: %s", path, n, msg, line) }
		if len(f) < 4 {
			bad("too few fields")
		}
		nth, _ := strconv.Atoi(f[2])
		span, ok := find.nth(f[1], nth)
		if !ok {
			bad("the text has no such phrase")
		}
		switch f[0] {
		case "named", "described":
			e := c.Entry(f[3])
			if e == nil {
				bad("unknown entry")
			}
			level := annotation.Named
			if f[0] == "described" {
				level = annotation.Descriptive
			}
			g.Mentions = append(g.Mentions, annotate.GoldMention{GoldSpan: span, Facet: c.FacetOf(e).ID, ID: e.ID, Level: level})
		case "quote":
			if len(f) != 5 {
				bad("a quote has five fields")
			}
			g.Quotes = append(g.Quotes, annotate.GoldQuote{GoldSpan: span, SpeakerName: f[3], Kind: f[4]})
		case "figure":
			value, err := strconv.ParseFloat(f[3], 64)
			if err != nil {
				bad("no number")
			}
			g.Figures = append(g.Figures, annotate.GoldFigure{GoldSpan: span, Value: value})
		case "date":
			day, ok := meta.ParseFound(f[3])
			if !ok {
				bad("no day")
			}
			g.Dates = append(g.Dates, annotate.GoldDate{GoldSpan: span, Resolves: &day})
		case "furniture":
			g.Boilerplate = append(g.Boilerplate, annotate.GoldDefect{span, "", f[3]})
		case "damage":
			g.Defects = append(g.Defects, annotate.GoldDefect{span, f[3], ""})
		default:
			bad("unknown kind")
		}
	}
	return g
}

// finder finds phrases in a text whose white space is read as single spaces and
// whose soft hyphens are left out.
type finder struct {
	file *source.File
	flat string
	at   []int // byte of flat → byte of the file, and the end
}

func newFinder(f *source.File) *finder {
	x := &finder{file: f}
	var b strings.Builder
	for i, r := range f.Data {
		if r == '\u00ad' {
			continue
		}
		if unicode.IsSpace(r) {
			r = ' '
		}
		n, _ := b.WriteRune(r)
		for j := range n {
			x.at = append(x.at, i+j)
		}
	}
	x.flat, x.at = b.String(), append(x.at, len(f.Data))
	return x
}

// nth is the n-th occurrence of a phrase that is not part of a longer word.
func (x *finder) nth(phrase string, n int) (annotate.GoldSpan, bool) {
	letter := func(i int) bool {
		if i < 0 || i >= len(x.flat) {
			return false
		}
		c := x.flat[i] | 0x20
		return c >= 'a' && c <= 'z' || x.flat[i] >= '0' && x.flat[i] <= '9'
	}
	for at := 0; phrase != ""; at++ {
		i := strings.Index(x.flat[at:], phrase)
		if i < 0 {
			break
		}
		at += i
		end := at + len(phrase)
		if letter(at-1) && letter(at) || letter(end-1) && letter(end) {
			continue
		}
		if n--; n == 0 {
			points := x.file.CodePoints()
			s, e := x.at[at], x.at[end]
			return annotate.GoldSpan{points.At(s), points.At(e), x.file.Data[s:e]}, true
		}
	}
	return annotate.GoldSpan{}, false
}
