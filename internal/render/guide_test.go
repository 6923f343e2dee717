package render

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"html/template"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"glossator/internal/catalogue"
	"glossator/internal/compare"
	"glossator/internal/doc"
	"glossator/internal/export"
	"glossator/internal/golden"
	"glossator/internal/page"
	"glossator/internal/search"
	"glossator/internal/site"
	"glossator/internal/source"
)

const guidePath = "../../docs/templates.md"

// TestGuide holds docs/templates.md to the code: what stands in it between
// "<!-- generated: NAME -->" and "<!-- end -->" is made here, from the view types and
// their comments, the templates and the functions.
func TestGuide(t *testing.T) {
	made := map[string]string{
		"kinds":     kindsTable(t),
		"functions": functionsText(t),
		"parts":     partsTable(t),
		"views":     viewTables(t),
		"words":     wordsList(t),
	}
	data, err := os.ReadFile(guidePath)
	if err != nil {
		t.Fatal(err)
	}
	section := regexp.MustCompile(`(?s)(<!-- generated: (\w+) -->\n).*?(<!-- end -->)`)
	used := map[string]bool{}
	want := section.ReplaceAllStringFunc(string(data), func(old string) string {
		m := section.FindStringSubmatch(old)
		used[m[2]] = true
		return m[1] + "\n" + strings.TrimSpace(made[m[2]]) + "\n\n" + m[3]
	})
	for name := range made {
		if !used[name] {
			t.Errorf("%s has no section <!-- generated: %s -->", guidePath, name)
		}
	}
	golden.Is(t, guidePath, want)
}

// kindsTable tells which template makes what of which view.
func kindsTable(t *testing.T) string {
	makes := map[string]string{
		"home": "the front page, `index.html`", "articles": "the list of articles, `articles/index.html`", "facet": "a facet’s entries, `DIR/index.html`",
		"article": "an article, `articles/NAME.html`", "entry": "an entry, `DIR/ID.html`", "evidence": "an entry’s older mentions, `DIR/ID.N.html`", "timeline": "`timeline.html`", "day": "a day that articles are about, `days/2022-12-19.html`", "quotes": "`quotes.html`",
		"figures": "`figures.html`", "page": "a page of `content/pages`, `NAME.html`", "search": "`search.html`", "404": "what hosts show for a page that is not there, `404.html`",
		"changes":     "what changed since an earlier publish, `changes.html`, where `build --since` compares with one",
		"corrections": "everything that was put right, from `content/corrections.yaml`, `corrections.html`",
		"made":        "how the site was made, `made.html`, where no page of that name is in `content/pages`", "accessibility": "the statement of accessibility, `accessibility.html`, likewise",
		"embed":     "a piece of a page for other sites to show in theirs, `embed/entry-ID.html` …; it defines `base.html` too, and so its whole frame",
		"misquoted": "what somebody said and what a copy made of it, `misquoted/SPEAKER-FIRST-WORDS.html`",
		"redirect":  "an old address, from `formerly:`", "data": "the tables to download, `data.html`", "compare": "two tellings of one story, `compare/A--B.html`",
	}
	var b strings.Builder
	b.WriteString("| template | makes | view |\n|---|---|---|\n")
	views := page.Empty()
	for _, kind := range slices.Sorted(maps.Keys(views)) {
		if makes[kind] == "" {
			t.Errorf("kindsTable does not say what %s.html makes", kind)
		}
		fmt.Fprintf(&b, "| `%s.html` | %s | %s |\n", kind, makes[kind], typeWords(reflect.TypeOf(views[kind])))
	}
	return b.String()
}

// functionsText is what the package comment says of the functions.
func functionsText(t *testing.T) string {
	file, err := parser.ParseFile(token.NewFileSet(), "render.go", nil, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for line := range strings.Lines(file.Doc.Text()) {
		if words, ok := strings.CutPrefix(line, "\t"); ok {
			lines = append(lines, words)
		}
	}
	text := strings.Join(lines, "")
	for name := range new(Set).funcs(Config{}) {
		if !regexp.MustCompile(`(?m)^` + name + `\b`).MatchString(text) {
			t.Errorf("the comment of package render does not tell of the function %s", name)
		}
	}
	return "```text\n" + text + "```"
}

// partsTable lists the parts with the values that the stock templates hand them.
func partsTable(t *testing.T) string {
	c := stockChecker(t)
	takes := map[string][]string{}
	for _, kind := range slices.Sorted(maps.Keys(c.set.kinds)) {
		c.all, c.seen = c.set.kinds[kind], map[visit]counts{}
		c.enter("base.html", shape{t: reflect.TypeOf(page.Empty()[kind])})
		for v := range c.seen {
			words := "nothing"
			if v.t != nil {
				words = typeWords(v.t)
				if strings.Contains(v.name, "masthead") || strings.Contains(v.name, "foot") {
					words = "any view"
				}
			}
			takes[v.name] = append(takes[v.name], words)
		}
	}
	c.all, c.seen = c.set.parts, map[visit]counts{}
	c.inTexts()
	for v := range c.seen {
		takes[v.name] = append(takes[v.name], typeWords(pointed(v.t)))
	}
	var b strings.Builder
	b.WriteString("| part | file | takes |\n|---|---|---|\n")
	for _, f := range slices.Sorted(maps.Keys(c.set.files)) {
		if !strings.HasPrefix(f, "parts/") {
			continue
		}
		for _, m := range regexp.MustCompile(`\{\{define "([^"]+)"`).FindAllStringSubmatch(c.set.files[f].Data, -1) {
			words := takes[m[1]]
			slices.Sort(words)
			fmt.Fprintf(&b, "| `%s` | `%s` | %s |\n", m[1], f, strings.Join(slices.Compact(words), "; "))
		}
	}
	return b.String()
}

func stockChecker(t *testing.T) *checker {
	t.Helper()
	var c Config
	for _, pattern := range []string{"*.html", "parts/*.html"} {
		paths, err := filepath.Glob("../../templates/" + pattern)
		if err != nil || len(paths) == 0 {
			t.Fatal(pattern, err)
		}
		for _, p := range paths {
			data, err := os.ReadFile(p)
			if err != nil {
				t.Fatal(err)
			}
			c.Files = append(c.Files, source.NewFile(filepath.ToSlash(p), string(data)))
		}
	}
	set, _ := New(c)
	return &checker{set: set, parts: set.functions, reached: map[string]bool{}, told: map[string]source.Problem{}}
}

// viewTables describes every type that a template can meet, field by field, in the
// words of its comments. A field without a comment fails the test.
func viewTables(t *testing.T) string {
	comments := map[string]string{} // "Article" and "Article.Body", other packages' with their name
	readComments(t, "../page", "", comments)
	readComments(t, "../chart", "chart.", comments)
	views := page.Empty()
	queue := []reflect.Type{reflect.TypeFor[page.Base]()}
	for _, kind := range slices.Sorted(maps.Keys(views)) {
		queue = append(queue, reflect.TypeOf(views[kind]).Elem())
	}
	parts := page.InTexts()
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		queue = append(queue, reflect.TypeOf(parts[name]).Elem())
	}
	var b strings.Builder
	seen := map[reflect.Type]bool{}
	for len(queue) > 0 {
		st := queue[0]
		queue = queue[1:]
		if seen[st] {
			continue
		}
		seen[st] = true
		name := typeName(st)
		if comments[name] == "" {
			t.Errorf("%s has no comment", name)
		}
		fmt.Fprintf(&b, "### %s\n\n%s\n\n| field | is | |\n|---|---|---|\n", name, comments[name])
		for f := range fieldsOf(st) {
			if !f.IsExported() {
				continue
			}
			if inner := bare(f.Type); inner.Kind() == reflect.Struct {
				queue = append(queue, inner)
			}
			if f.Anonymous {
				fmt.Fprintf(&b, "| | all of %s | |\n", typeWords(f.Type))
				continue
			}
			words := comments[name+"."+f.Name]
			if words == "" {
				t.Errorf("the field %s.%s has no comment: say what it is, beside it", name, f.Name)
			}
			fmt.Fprintf(&b, "| `%s` | %s | %s |\n", f.Name, typeWords(f.Type), strings.ReplaceAll(words, "|", "\\|"))
		}
		b.WriteString("\n")
	}
	return b.String()
}

func fieldsOf(t reflect.Type) func(func(reflect.StructField) bool) {
	return func(yield func(reflect.StructField) bool) {
		for i := range t.NumField() {
			if !yield(t.Field(i)) {
				return
			}
		}
	}
}

// readComments reads the comments of a package's structs and their fields.
func readComments(t *testing.T, dir, prefix string, into map[string]string) {
	t.Helper()
	paths, err := filepath.Glob(dir + "/*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range paths {
		if strings.HasSuffix(p, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), p, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok || g.Tok != token.TYPE {
				continue
			}
			for _, s := range g.Specs {
				spec := s.(*ast.TypeSpec)
				st, ok := spec.Type.(*ast.StructType)
				if !ok {
					continue
				}
				name := prefix + spec.Name.Name
				into[name] = oneLine(cmp.Or(spec.Doc.Text(), g.Doc.Text()))
				for _, f := range st.Fields.List {
					for _, n := range f.Names {
						into[name+"."+n.Name] = oneLine(cmp.Or(f.Doc.Text(), f.Comment.Text()))
					}
				}
			}
		}
	}
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// bare is the type of what a pointer leads to or a list holds.
func bare(t reflect.Type) reflect.Type {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	return t
}

// typeWords says a field's type, with a link to its table.
func typeWords(t reflect.Type) string {
	switch t.Kind() {
	case reflect.Pointer:
		inner := typeWords(t.Elem())
		for _, view := range page.Empty() {
			if reflect.TypeOf(view) == t {
				return inner
			}
		}
		return inner + ", or nothing"
	case reflect.Slice:
		if t.Elem() == reflect.TypeFor[string]() {
			return "list of texts"
		}
		return "list of " + typeWords(t.Elem())
	case reflect.Struct:
		n := typeName(t)
		return fmt.Sprintf("[%s](#%s)", n, strings.ReplaceAll(strings.ToLower(n), ".", ""))
	case reflect.Bool:
		return "yes or no"
	case reflect.Int, reflect.Float64:
		return "number"
	}
	switch t {
	case reflect.TypeFor[template.HTML]():
		return "HTML"
	case reflect.TypeFor[template.JS]():
		return "JSON"
	}
	return "text"
}

var months = []string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

// wordsList lists the pages' own words, which labels in site.yaml translate.
func wordsList(t *testing.T) string {
	found := map[string]bool{}
	read := func(pattern string, words *regexp.Regexp) {
		paths, err := filepath.Glob(pattern)
		if err != nil || len(paths) == 0 {
			t.Fatal(pattern, err)
		}
		for _, p := range paths {
			data, err := os.ReadFile(p)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range words.FindAllStringSubmatch(string(data), -1) {
				found[m[1]] = true
			}
		}
	}
	inTemplate := regexp.MustCompile(`[{(]t "([^"]+)"`)
	read("../../templates/*.html", inTemplate)
	read("../../templates/parts/*.html", inTemplate)
	read("../book/templates/*.html", inTemplate)
	read("../book/templates/parts/*.html", inTemplate)
	for _, code := range []string{
		`\b[pw]\.t\("([^"]+)"\)`,
		`p\.base\([^,]+, "[a-z0-9]+", "([^"]+)"`,       // a page's title
		`add\("([A-Z][^"]+)", (?:"[a-z/]+\.html"|p\.)`, // a word of the menu
		`Link\{Text: "([A-Z][^"]+)"`,
		`\{Text: "([A-Z][a-z]+)", Href: root`,
		`Cite\{\{?"([^"]+)"`,
		`\{"(The original|Our account)"`,
		`return "([a-z][a-z ]+)"`,
	} {
		read("../page/[a-z]*.go", regexp.MustCompile(code))
	}
	read("../since/list.go", regexp.MustCompile(`(?:add|changed)\("([A-Z][^"]+)"`))
	read("../site/verdict.go", regexp.MustCompile(`return "([a-z][a-z ]+)"`))
	for _, words := range [][]string{catalogue.Statuses, doc.Kinds, doc.Relations, months} {
		for _, w := range words {
			found[w] = true
		}
	}
	every, _ := catalogue.Exported("all")
	for _, f := range export.Formats(every) {
		found[f.Label] = true
	}
	for _, w := range catalogue.Statuses {
		found[site.LastKnown+w] = true
	}
	for _, v := range compare.Verdicts {
		found[string(v)] = true
	}
	for _, table := range export.Tables() {
		found[table.About] = true
		for _, c := range table.Columns {
			found[c.About] = true
		}
	}
	for _, w := range search.Labels() {
		found[w] = true
	}
	all := strings.Join(slices.Sorted(maps.Keys(found)), "\n")
	golden.Is(t, "../page/words.txt", all+"\n")
	return "```text\n" + all + "\n```"
}
