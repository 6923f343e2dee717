package content_test

import (
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"glossator/internal/build"
	"glossator/internal/site"
)

// A translation may not tell another story. Whoever corrects a sentence in one language is
// told here of the other: marks, notes, references to paragraphs, links and numbers stand
// in both.

// TestTranslatedTextsSayTheSame: accounts, pages and the bodies of entries.
func TestTranslatedTextsSayTheSame(t *testing.T) {
	files, _ := filepath.Glob("*/*.*.md")
	if len(files) < 100 {
		t.Fatalf("%d translated texts", len(files))
	}
	for _, name := range files {
		name = filepath.ToSlash(name)
		original := name[:strings.Index(name, ".")] + ".md"
		of, is := bodyOf(t, original), bodyOf(t, name)
		for what, one := range map[string]*regexp.Regexp{
			"a mark":      regexp.MustCompile(`\[\[[^|\]]*\|`),
			"a note":      regexp.MustCompile(`\[\^[^\]]+\]`),
			"a paragraph": regexp.MustCompile(`¶[\d–]+`),
			"a link":      regexp.MustCompile(`\]\([^)]*\)`),
		} {
			a, b := one.FindAllString(of, -1), one.FindAllString(is, -1)
			slices.Sort(a)
			slices.Sort(b)
			if !slices.Equal(a, b) && !marksMore(what, a, b) {
				t.Errorf("%s: %s: %v, and %v in %s", name, what, b, a, original)
			}
		}
		sameNumbers(t, name, of, is)
	}
}

// marksMore tells whether a translation has all marks of its original and some more: its
// language may need a hand where rules find a phrase in English.
func marksMore(what string, of, is []string) bool {
	return what == "a mark" && !slices.ContainsFunc(of, func(m string) bool { return !slices.Contains(is, m) })
}

// bodyOf is a text without its front matter.
func bodyOf(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if text, ok := strings.CutPrefix(string(data), "---\n"); ok {
		_, text, _ = strings.Cut(text, "\n---\n")
		return text
	}
	return string(data)
}

var (
	unwritten = regexp.MustCompile(`\[\^[^\]]+\]|\]\([^)]*\)|\[\[[^|\]]*\|`) // ids and addresses
	thousands = regexp.MustCompile(`(\d)[,\x{a0}](\d{3})\b`)                 // 24,819 and 24 819
	fraction  = regexp.MustCompile(`(\d)[.,](\d)`)                           // 2.5 and 2,5
	digits    = regexp.MustCompile(`\d+(\.\d+)?`)
	inMillion = map[string]string{"46500": "46.5"} // 46.5 billion dollars are 46 500 millones
)

// numbersIn are the numbers of a text in digits, in no order, as English writes them.
func numbersIn(text string) map[string]bool {
	text = unwritten.ReplaceAllString(text, " ")
	for thousands.MatchString(text) {
		text = thousands.ReplaceAllString(text, "$1$2")
	}
	all := map[string]bool{}
	for _, n := range digits.FindAllString(fraction.ReplaceAllString(text, "$1.$2"), -1) {
		if same := inMillion[n]; same != "" {
			n = same
		}
		all[n] = true
	}
	return all
}

func sameNumbers(t *testing.T, where, of, is string) {
	t.Helper()
	if a, b := numbersIn(of), numbersIn(is); !maps.Equal(a, b) {
		t.Errorf("%s: numbers %v, in the original %v: %.60s", where, only(b, a), only(a, b), is)
	}
}

// only are the numbers that one text has and the other has not.
func only(one, other map[string]bool) (all []string) {
	for n := range one {
		if !other[n] {
			all = append(all, n)
		}
	}
	slices.Sort(all)
	return all
}

// TestTranslatedDataSayTheSame: timeline, figures, exhibits, and the facts of entries.
func TestTranslatedDataSayTheSame(t *testing.T) {
	r, err := build.New(build.Config{Site: "..", Exports: "pages"}).Build()
	if err != nil || len(r.Editions) == 0 {
		t.Fatalf("%v; %d editions", err, len(r.Editions))
	}
	for _, s := range r.Editions {
		a, b := dataOf(r.Site), dataOf(s)
		if len(a) != len(b) || len(a) < 500 {
			t.Fatalf("%s: %d pieces, and %d in the original", s.Tag, len(b), len(a))
		}
		for i := range a {
			sameNumbers(t, s.Tag+", "+a[i].where, a[i].text, b[i].text)
		}
	}
}

// dataOf are the words of a site besides its prose, in the same order in all languages.
func dataOf(s *site.Site) (all []passage) {
	add := func(where string, parts ...string) {
		for _, p := range parts {
			all = append(all, passage{where, p})
		}
	}
	for _, p := range s.Profiles {
		e := p.Entry
		for _, q := range e.Periods {
			add(e.ID, q.Covers, q.Note)
		}
		for _, f := range e.Facts {
			add(e.ID, f.Label+" "+f.Value)
		}
	}
	for _, e := range s.Timeline {
		add("timeline: "+e.Title, e.Title, e.Text)
	}
	for _, f := range s.Figures {
		add("figures: "+f.ID, f.What, f.Said, f.Official, f.Note)
	}
	for _, x := range exhibits(s) {
		add(x.File.Path, inExhibit(reflect.ValueOf(*x))...)
	}
	return all
}

// TestTranslatedAccountsAreMarkedTheSame: a reader of either language finds the same people,
// policies and measures explained, and the same people speaking.
func TestTranslatedAccountsAreMarkedTheSame(t *testing.T) {
	r, err := build.New(build.Config{Site: "..", Exports: "pages"}).Build()
	if err != nil || len(r.Editions) == 0 {
		t.Fatalf("%v; %d editions", err, len(r.Editions))
	}
	for _, s := range r.Editions {
		for _, a := range s.Articles {
			o := r.Site.Article(a.Doc.Name)
			if m := missing(mentioned(o), mentioned(a)); len(m) > 0 {
				t.Errorf("%s: not marked: %v", a.Doc.File.Path, m)
			}
			if m := missing(speakers(o), speakers(a)); len(m) > 0 {
				t.Errorf("%s: who does not speak, or less often: %v", a.Doc.File.Path, m)
			}
		}
	}
}

// mentioned counts each entry once.
func mentioned(a *site.Article) map[string]int {
	all := map[string]int{}
	for _, m := range a.Ann.Mentions {
		all[string(m.Entry)] = 1
	}
	return all
}

// speakers counts the quotations of each entry that is quoted.
func speakers(a *site.Article) map[string]int {
	all := map[string]int{}
	for _, q := range a.Ann.Quotes {
		if q.Speaker != "" {
			all[string(q.Speaker)]++
		}
	}
	return all
}

// missing are those of whom a translation has fewer than its original.
func missing(of, is map[string]int) (all []string) {
	for id, n := range of {
		if is[id] < n {
			all = append(all, id)
		}
	}
	slices.Sort(all)
	return all
}

// spoken are the rules of style for what is told in a language: words that take a side stand
// in quotation marks, and a quotation is a fragment.
var spoken = map[string]struct{ loaded, quoted *regexp.Regexp }{
	"es": {
		regexp.MustCompile(`(?i)\b(oleadas?|olas?|avalanchas?|inunda\w*|flujos?|afluencia|mareas?|crisis|amnist\w+|ilegales|ilegalmente|` +
			`invasi\w+|invad\w+|hordas?|jaulas?|draconian\w+|inhuman\w+|caos|extranjeros ilegal\w*|línea dura)\b`),
		regexp.MustCompile(`«[^»]*»|“[^”]*”`), // English ones, too: what has no translation is shown as it is
	},
}

func TestTranslationsTakeNoSide(t *testing.T) {
	r, err := build.New(build.Config{Site: "..", Exports: "pages"}).Build()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range r.Editions {
		rules, ok := spoken[s.Tag]
		if !ok {
			t.Errorf("%s: no rules of style", s.Tag)
			continue
		}
		for _, p := range texts(s) {
			bare := rules.quoted.ReplaceAllString(p.text, "«»")
			for _, w := range rules.loaded.FindAllString(bare, -1) {
				t.Errorf("%s: %q outside quotation marks: %.80s", p.where, w, p.text)
			}
			for _, q := range rules.quoted.FindAllString(p.text, -1) {
				if n := words(q); n > site.MostWords {
					t.Errorf("%s: a quotation of %d words: %s", p.where, n, q)
				}
			}
			if strings.ContainsAny(bare, `"'`) || strings.Count(p.text, "«") != strings.Count(p.text, "»") {
				t.Errorf("%s: quotation marks: %.80s", p.where, p.text)
			}
		}
	}
}
