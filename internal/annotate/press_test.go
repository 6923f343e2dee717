package annotate_test

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"glossator/internal/annotate"
	"glossator/internal/annotation"
	"glossator/internal/doc"
	"glossator/internal/lexicon"
	"glossator/internal/source"
)

// Articles as publishers of fourteen kinds write them, with the entries of an afternoon, in
// which a careful reader marked everything: {entry|a name}, {~entry|a description},
// {"speaker|“what is quoted”} and {@day|a date}, one inside another where they are so. A
// speaker is an entry or a name, "-" nobody; a "/" parts several that are as good, as a ","
// parts days; the day "?" has no place on the calendar. Those named unseen-* were run without
// a look at them until the rules stood; those named later-* were written and run once after
// that: precision and recall of names 1.00 and 0.96, of descriptions 1.00 and 0.88, of
// speakers 0.90 and 0.82, of days 0.91 and 0.93.
//
// The archive's section "kind" is the article's kind; "suggest" is read by package suggest.
func TestPress(t *testing.T) {
	paths, err := filepath.Glob("testdata/press/*.txtar")
	if err != nil || len(paths) != 14 {
		t.Fatal(paths, err)
	}
	scores := map[string]press{"seen": {}, "unseen": {}, "later": {}}
	for _, path := range paths {
		half, _, _ := strings.Cut(filepath.Base(path), "-")
		if scores[half] == nil {
			half = "seen"
		}
		for _, m := range scores[half].read(t, "en", path) {
			if testing.Verbose() {
				t.Log(filepath.Base(path) + ": " + m)
			}
		}
	}
	for half, p := range scores {
		for _, row := range []string{"name", "description", "speaker", "day"} {
			s := p[row]
			t.Logf("%-6s %-11s precision %.3f of %d, recall %.3f of %d", half, row, share(s.right, s.given), s.given, share(s.right, s.asked), s.asked)
			if least := pressFloors[half][row]; share(s.right, s.given) < least.precision || share(s.right, s.asked) < least.recall {
				t.Errorf("%s: %ss are below %v", half, row, least)
			}
		}
	}
}

// pressFloors are what is reached.
var pressFloors = map[string]map[string]floor{
	"seen":   {"name": {1, 0.96, 0}, "description": {0.83, 0.66, 0}, "speaker": {1, 0.90, 0}, "day": {1, 1, 0}},
	"unseen": {"name": {1, 0.96, 0}, "description": {0.84, 0.80, 0}, "speaker": {0.89, 0.89, 0}, "day": {1, 1, 0}},
	"later":  {"name": {1, 0.98, 0}, "description": {1, 0.97, 0}, "speaker": {1, 0.93, 0}, "day": {0.92, 0.95, 0}},
}

// press counts, for each kind of thing, what is asked for, what was given, and what of it is right.
type press map[string]*pressScore

type pressScore struct{ asked, given, right int }

func share(part, whole int) float64 {
	if whole == 0 {
		return 1
	}
	return float64(part) / float64(whole)
}

// pressMark is a thing marked in a text: of a kind, and what it may stand for.
type pressMark struct {
	kind  string
	start int // code point
	words string
	may   []string
}

func (p press) read(t *testing.T, lang, path string) (misses []string) {
	d, lex, want := readMarked(t, lang, path)
	given := pressGiven(annotate.Gold(d, annotate.Annotate(d, lex), lex))
	if lang == "en" { // neither is marked there
		given = slices.DeleteFunc(given, func(g pressMark) bool { return g.kind == "figure" || g.kind == "quotation" })
	} else {
		want = append(want, quotationsOf(want)...)
	}
	for _, kind := range []string{"name", "description", "speaker", "day", "figure", "quotation"} {
		if p[kind] == nil {
			p[kind] = new(pressScore)
		}
	}
	for _, w := range want {
		s := p[w.kind]
		nobody := slices.Contains(w.may, "-") || slices.Contains(w.may, "?")
		if !nobody {
			s.asked++
		}
		at := slices.IndexFunc(given, func(g pressMark) bool {
			return g.kind == w.kind && g.start == w.start && (g.words == w.words || w.kind == "figure")
		})
		switch {
		case at < 0 && nobody:
		case at < 0:
			misses = append(misses, w.kind+" missed: “"+w.words+"” = "+strings.Join(w.may, "/"))
		case slices.Contains(w.may, given[at].may[0]):
			s.given++
			s.right++
			if nobody {
				s.asked++
			}
		default:
			s.given++
			misses = append(misses, w.kind+" wrong: “"+w.words+"” = "+given[at].may[0]+", not "+strings.Join(w.may, "/"))
		}
		if at >= 0 {
			given = slices.Delete(given, at, at+1)
		}
	}
	for _, g := range given {
		p[g.kind].given++
		misses = append(misses, g.kind+" in vain: “"+g.words+"” = "+g.may[0])
	}
	return misses
}

// pressGiven is what was found, as marks; what has no speaker and no day is left out.
func pressGiven(g annotate.GoldFile) (all []pressMark) {
	for _, m := range g.Mentions {
		kind := "name"
		if m.Level == annotation.Descriptive {
			kind = "description"
		}
		all = append(all, pressMark{kind, m.Start, m.Exact, []string{string(m.ID)}})
	}
	for _, q := range g.Quotes {
		all = append(all, pressMark{"quotation", q.Start, q.Exact, []string{""}})
		who := q.SpeakerName
		if who == "" && q.Speaker != nil {
			who = string(*q.Speaker)
		}
		if who != "" {
			all = append(all, pressMark{"speaker", q.Start, q.Exact, []string{who}})
		}
	}
	for _, x := range g.Dates {
		if x.Resolves != nil {
			all = append(all, pressMark{"day", x.Start, x.Exact, []string{string(*x.Resolves)}})
		}
	}
	for _, x := range g.Figures {
		all = append(all, pressMark{"figure", x.Start, x.Exact, []string{strconv.FormatFloat(x.Value, 'f', -1, 64)}})
	}
	return all
}

// quotationsOf are the passages in quotation marks, whoever said them.
func quotationsOf(marks []pressMark) (all []pressMark) {
	for _, m := range marks {
		if m.kind == "speaker" {
			all = append(all, pressMark{"quotation", m.start, m.words, []string{""}})
		}
	}
	return all
}

func readMarked(t testing.TB, lang, path string) (*doc.Document, *lexicon.Lexicon, []pressMark) {
	archive, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	head := "title: T\nrights: own\n"
	last := len(archive.Files) - 1
	var entries []txtar.File
	for _, f := range archive.Files[:last] {
		switch f.Name {
		case "suggest":
		case "kind":
			head += "kind: " + string(f.Data)
		default:
			entries = append(entries, f)
		}
	}
	text, want := pressMarks(string(archive.Files[last].Data))
	head += "published: " + archive.Files[last].Name + "\n"
	d, problems := doc.Parse(source.NewFile("a.txt", text), source.NewFile("a.yaml", head), doc.Options{})
	for _, p := range problems {
		t.Fatal(p)
	}
	return d, afternoonIn(t, lang, entries), want
}

// pressMarks takes the marks out of a text, and tells what they mark.
func pressMarks(text string) (string, []pressMark) {
	var out []rune
	var want, open []pressMark
	for text != "" {
		switch key, rest, _ := strings.Cut(text[1:], "|"); text[0] {
		case '{':
			m := pressMark{kind: "name", start: len(out), may: []string{key}}
			switch key[0] {
			case '~':
				m.kind, m.may = "description", []string{key[1:]}
			case '"':
				m.kind, m.may = "speaker", strings.Split(key[1:], "/")
			case '#':
				m.kind, m.may = "figure", []string{key[1:]}
			case '@':
				m.kind, m.may = "day", strings.Split(key[1:], ",")
			}
			open, text = append(open, m), rest
		case '}':
			m := open[len(open)-1]
			m.words = string(out[m.start:])
			if m.kind == "speaker" {
				inner := strings.TrimLeft(m.words, "„“‘«»\" ")
				m.start += len([]rune(m.words)) - len([]rune(inner))
				m.words = strings.TrimRight(inner, "“”’«»\" ")
			}
			open, want, text = open[:len(open)-1], append(want, m), text[1:]
		default:
			r, n := utf8.DecodeRuneInString(text)
			out, text = append(out, r), text[n:]
		}
	}
	return string(out), want
}
