package build_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"glossator/internal/build"
	"glossator/internal/site"
)

// TestAnAliasIsFoundWhereverItStands changes names and descriptions at random, taken
// from the texts themselves, damaged or not, and holds a builder with memory to a new
// one. Only some texts are read again after such a change; these must be the right ones.
func TestAnAliasIsFoundWhereverItStands(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "content"), os.DirFS(filepath.Join(border, "content"))); err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(3, 5))
	entries, _ := filepath.Glob(filepath.Join(dir, "content/*/*.md"))
	entries = slices.DeleteFunc(entries, func(p string) bool {
		return strings.Contains(p, "/articles/") || strings.Contains(p, "/pages/")
	})
	b := build.New(build.Config{Site: dir})
	have, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	again, all := 0, have.Report.Annotated
	words := regexp.MustCompile(`\p{L}+`)
	steps := 20
	if testing.Short() {
		steps = 3
	}
	for step := range steps {
		text := have.Site.Articles[r.IntN(len(have.Site.Articles))].Doc.Prose.Text
		at := words.FindAllStringIndex(text, -1)
		from := r.IntN(len(at) - 4)
		some := text[at[from][0]:at[from+r.IntN(4)][1]]
		switch r.IntN(6) {
		case 0:
			some = strings.NewReplacer("o", "ó", "a", "á").Replace(some) // the text has lost its accents
		case 1:
			some = strings.Replace(some, " ", " Other ", 1) // the text has lost a word
		}
		if strings.ContainsAny(some, "\n\"") {
			continue
		}
		field := []string{"aliases", "descriptions", "damaged"}[r.IntN(3)]
		edit(t, entries[r.IntN(len(entries))], field, some)
		if have, err = b.Build("*"); err != nil {
			t.Fatal(err)
		}
		again += have.Report.Annotated
		want, err := build.New(build.Config{Site: dir}).Build()
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(found(want.Site), found(have.Site)); d != "" {
			t.Fatalf("step %d, %s %q: %s", step, field, some, d)
		}
	}
	t.Logf("%d of %d texts were read again", again, steps*all)
	if again > steps*all*9/10 {
		t.Error("nearly every text is read again")
	}
}

// edit gives an entry a name or a description, in place of any that it had.
func edit(t *testing.T, file, field, text string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(data), "\n")
	lines = slices.DeleteFunc(lines, func(l string) bool { return strings.HasPrefix(l, field+":") && strings.HasSuffix(l, "]") })
	if slices.ContainsFunc(lines, func(l string) bool { return strings.HasPrefix(l, field+":") }) {
		return // a list of several lines
	}
	lines = slices.Insert(lines, 1, fmt.Sprintf("%s: [%q]", field, text))
	if err := os.WriteFile(file, []byte(strings.Join(lines, "\n")), 0o644); err != nil {
		t.Fatal(err)
	}
}

// found is everything found in every text, in words.
func found(s *site.Site) (all []string) {
	say := func(x site.Annotated) {
		line := x.Doc.File.Path + " " + string(x.Ann.Digest())
		for _, d := range x.Ann.Doubts {
			line += fmt.Sprint(" ", d.Rule, d.Span)
		}
		all = append(all, line)
	}
	for _, a := range s.Articles {
		say(a.Annotated)
	}
	for _, p := range s.Profiles {
		say(p.Annotated)
	}
	return all
}

// TestEvidenceIsPaged: every mention of an entry stands on one of its pages, none of
// which grows with the number of articles.
func TestEvidenceIsPaged(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		p := filepath.Join(dir, "content", name)
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("site.yaml", "title: Ferries\nlanguage: en\nfacets:\n  - {id: who, dir: who, singular: person, plural: Who, question: Who?}\n")
	write("who/ana-luz.md", "---\nname: Ana Luz\nkind: person\n---\nShe ran the ferry.\n")
	const articles = 450
	for i := range articles {
		write(fmt.Sprintf("articles/day-%03d.md", i), fmt.Sprintf("---\ntitle: Day %d\npublished: 20%02d-%02d-%02d\n---\nAna Luz counted %d boats, and said: “It is day %d.”\n", i, 10+i/300, 1+i/28%12, 1+i%28, i, i))
	}
	files, r := publish(t, build.Config{Site: dir, Exports: "pages"})
	clean(t, r)
	quoted := map[string]int{}
	for p, data := range files {
		if !strings.HasPrefix(p, "who/ana-luz") {
			continue
		}
		if len(data) > 150_000 {
			t.Errorf("%s has %d bytes", p, len(data))
		}
		for _, m := range regexp.MustCompile(`id="in-(day-\d+)"`).FindAllStringSubmatch(data, -1) {
			quoted[m[1]]++
		}
	}
	for i := range articles {
		if name := fmt.Sprintf("day-%03d", i); quoted[name] != 1 {
			t.Errorf("%s stands on %d pages", name, quoted[name])
		}
	}
	for _, p := range []string{"who/ana-luz.html", "who/ana-luz.1.html", "who/ana-luz.3.html"} {
		if !strings.Contains(files[p], `<nav class="pages"`) {
			t.Errorf("%s does not lead to the other pages", p)
		}
	}
	for _, m := range regexp.MustCompile(`href="(ana-luz[^"#]*)(#[^"]*)?"`).FindAllStringSubmatch(files["who/ana-luz.html"], -1) {
		if files["who/"+m[1]] == "" || m[2] != "" && !strings.Contains(files["who/"+m[1]], `id="`+m[2][1:]+`"`) {
			t.Errorf("%s leads nowhere", m[0])
		}
	}
}

// TestAFalseAlarmIsNotBuilt: where no byte is another the last site is given again, and where
// one is, or a file comes or goes, a new one.
func TestAFalseAlarmIsNotBuilt(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "content/site.yaml", quaySite)
	write(t, dir, "content/articles/quay.md", "---\ntitle: The quay\npublished: 2021-06-02\nrights: own\n---\nThe quay.\n")
	b := build.New(build.Config{Site: dir})
	last, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	text := filepath.ToSlash(filepath.Join(dir, "content/articles/quay.md"))
	built := func(what string, anew bool, hints ...string) {
		t.Helper()
		r, err := b.Build(hints...)
		if err != nil {
			t.Fatal(err)
		}
		if r != last != anew {
			t.Errorf("%s: another site %v, want %v", what, r != last, anew)
		}
		last = r
	}
	built("nothing", false, text)
	built("nothing anywhere", false, "*")
	write(t, dir, "content/articles/quay.md", "---\ntitle: The quay\npublished: 2021-06-02\nrights: own\n---\nThe bank.\n")
	built("a word", true, text)
	built("the word again", false, text)
	write(t, dir, "content/articles/river.md", "---\ntitle: The river\npublished: 2021-06-02\nrights: own\n---\nThe river.\n")
	built("a file comes", true, "*")
	if err := os.Remove(filepath.Join(dir, "content/articles/river.md")); err != nil {
		t.Fatal(err)
	}
	built("a file goes", true, "*")
	write(t, dir, "content/articles/quay.md", "---\ntitle: The quay\npublished: 2021-06-02\nrights: own\n---\nThe \u202ebank.\n")
	built("a character that is left out", true, text)
	if !strings.Contains(fmt.Sprint(last.Problems()), "U+202E is left out") {
		t.Errorf("problems: %v", last.Problems())
	}
	built("the same problem", false, text)
}
