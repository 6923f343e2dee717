package cmd_test

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"glossator/internal/catalogue"
	"glossator/internal/doc"
	"glossator/internal/site"
)

// The guides are run as a reader runs them. Of each page of docs/, and of the README,
// every block of code is taken in turn:
//
//	```yaml content/site.yaml   a file of that name is written
//	```console                  lines "$ command" are run in the folder that the files
//	                            make; what follows is what they print, where … stands
//	                            for anything and a line … for any number of lines
//	```sh, ```nginx, …          for elsewhere: a comment at the head says that it was run,
//	                            with what, or "not run"
//	```text                     shown only, where no file is named
//
// What a page needs besides lies in testdata/docs/PAGE. Links must lead somewhere.
func runDocs(t *testing.T, bin string) {
	pages, err := filepath.Glob("../docs/*.md")
	if err != nil || len(pages) == 0 {
		t.Fatal("no pages", err)
	}
	for _, page := range append(pages, "../README.md") {
		t.Run(filepath.Base(page), func(t *testing.T) {
			t.Parallel()
			data, err := os.ReadFile(page)
			if err != nil {
				t.Fatal(err)
			}
			g := &guide{t: t, page: page, dir: t.TempDir(), bin: bin}
			g.prepare()
			for _, b := range blocks(string(data)) {
				g.block(b)
			}
			links(t, page, string(data))
		})
	}
}

type guide struct {
	t              *testing.T
	page, dir, bin string
}

// block is a fenced block of code: its language, what stands behind it, its lines.
type block struct {
	line             int
	language, behind string
	text             string
}

func blocks(data string) (all []block) {
	var b *block
	n := 0
	for line := range strings.Lines(data) {
		n++
		info, fence := strings.CutPrefix(strings.TrimRight(line, "\n"), "```")
		switch {
		case fence && b == nil:
			language, behind, _ := strings.Cut(info, " ")
			b = &block{line: n, language: language, behind: behind}
		case fence && info == "":
			all, b = append(all, *b), nil
		case b != nil:
			b.text += line
		}
	}
	return all
}

// prepare puts what the page needs into its folder. The README speaks of this site.
func (g *guide) prepare() {
	from := filepath.Join("testdata/docs", strings.TrimSuffix(filepath.Base(g.page), ".md"))
	if _, err := os.Stat(from); err == nil {
		if err := os.CopyFS(g.dir, os.DirFS(from)); err != nil {
			g.t.Fatal(err)
		}
	}
	if filepath.Base(g.page) == "README.md" {
		for _, name := range []string{"content", "docs"} {
			there, err := filepath.Abs("../" + name)
			if err == nil {
				err = os.Symlink(there, filepath.Join(g.dir, name))
			}
			if err != nil {
				g.t.Fatal(err)
			}
		}
	}
}

func (g *guide) block(b block) {
	g.t.Helper()
	switch {
	case b.language == "console":
		g.console(b)
	case slices.Contains([]string{"sh", "nginx", "apache", "toml"}, b.language):
		if first, _, _ := strings.Cut(b.text, "\n"); !strings.HasPrefix(first, "# run") && !strings.HasPrefix(first, "# not run") {
			g.t.Errorf("%s:%d: say in a comment at the head whether it was run", g.page, b.line)
		}
	case b.behind != "":
		p := filepath.Join(g.dir, filepath.FromSlash(b.behind))
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			g.t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(b.text), 0o644); err != nil {
			g.t.Fatal(err)
		}
	case b.language == "yaml" || b.language == "markdown" || b.language == "html" || b.language == "css":
		g.t.Errorf("%s:%d: name the file that the block is, so that it is tried", g.page, b.line)
	}
}

// console runs the commands of a block and compares what they print.
func (g *guide) console(b block) {
	g.t.Helper()
	n := b.line
	for _, part := range regexp.MustCompile(`(?m)^\$ `).Split(b.text, -1) {
		if part != "" {
			command, want, _ := strings.Cut(part, "\n")
			got, err := g.run(command)
			if want == "" && err != nil {
				g.t.Errorf("%s:%d: %s: %v\n%s", g.page, n, command, err, got)
			} else if want != "" && !pattern(want).MatchString(got) {
				g.t.Errorf("%s:%d: %s\nprints:\n%s\nthe guide says:\n%s", g.page, n, command, got, want)
			}
		}
		n += strings.Count(part, "\n")
	}
}

// elsewhere are commands that a test cannot run as they stand: the tests themselves, a
// server, and the site's own build.
var elsewhere = regexp.MustCompile(`^(go test -timeout 30m \./\.\.\.|go run \./cmd/preview\b.*|\./build\.sh\b.*|git clone\b.*|cd \w+)$`)

func (g *guide) run(command string) (string, error) {
	if elsewhere.MatchString(command) {
		return "", nil
	}
	c := exec.Command("bash", "-c", regexp.MustCompile(`go run \./cmd/(\w+)`).ReplaceAllString(command, "glossator-$1"))
	c.Dir = g.dir
	c.Env = append(os.Environ(), "PATH="+g.bin+string(os.PathListSeparator)+os.Getenv("PATH"), "BASE_URL=", "COLUMNS=100")
	out, err := c.CombinedOutput()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		g.t.Fatal(err)
	}
	return string(out), err
}

// pattern is what a guide says a command prints.
func pattern(want string) *regexp.Regexp {
	var b strings.Builder
	b.WriteString("^")
	for line := range strings.Lines(want) {
		if strings.TrimSpace(line) == "…" {
			b.WriteString("(?:.*\n)*")
			continue
		}
		b.WriteString(strings.ReplaceAll(regexp.QuoteMeta(line), "…", ".*"))
	}
	b.WriteString("$")
	return regexp.MustCompile(b.String())
}

// links reports links to files and headings that are not there.
func links(t *testing.T, page, data string) {
	for _, m := range regexp.MustCompile(`\]\(([^)\s]+)\)`).FindAllStringSubmatch(data, -1) {
		target, fragment, _ := strings.Cut(m[1], "#")
		if strings.Contains(target, "://") {
			continue
		}
		text := data
		if target != "" {
			p := filepath.Join(filepath.Dir(page), filepath.FromSlash(target))
			info, err := os.Stat(p)
			if err != nil {
				t.Errorf("%s links to %s: %v", page, target, err)
				continue
			}
			if info.IsDir() || filepath.Ext(p) != ".md" {
				continue
			}
			other, err := os.ReadFile(p)
			if err != nil {
				t.Fatal(err)
			}
			text = string(other)
		}
		if fragment != "" && !headings(text)[fragment] {
			t.Errorf("%s links to %s, where there is no such heading", page, m[1])
		}
	}
}

// headings are the fragments that a page's headings have on GitHub.
func headings(data string) map[string]bool {
	all := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^#+ (.+)$`).FindAllStringSubmatch(data, -1) {
		slug := regexp.MustCompile(`[^\p{L}\p{N} _-]`).ReplaceAllString(strings.ToLower(m[1]), "")
		slug = strings.ReplaceAll(slug, " ", "-")
		for n, s := 1, slug; ; n++ {
			if !all[s] {
				all[s] = true
				break
			}
			s = fmt.Sprintf("%s-%d", slug, n)
		}
	}
	return all
}

// documented are the types whose fields an author writes. Some page of docs/ has a
// table of each, under <!-- fields: NAME -->.
var documented = map[string]reflect.Type{
	"Site": reflect.TypeFor[catalogue.Site](), "Facet": reflect.TypeFor[catalogue.Facet](),
	"Entry": reflect.TypeFor[catalogue.Entry](), "Period": reflect.TypeFor[catalogue.Period](), "Role": reflect.TypeFor[catalogue.Role](),
	"Fact": reflect.TypeFor[catalogue.Fact](), "Citation": reflect.TypeFor[catalogue.Citation](),
	"Article": reflect.TypeFor[doc.Meta](), "Relation": reflect.TypeFor[doc.Relation](),
	"Event": reflect.TypeFor[site.Event](), "Figure": reflect.TypeFor[site.Figure](), "Correction": reflect.TypeFor[site.Correction](), "Accessibility": reflect.TypeFor[catalogue.Accessibility](), "Bar": reflect.TypeFor[site.Bar](),
	"Row": reflect.TypeFor[doc.Row](), "Decisions": reflect.TypeFor[catalogue.Decisions](), "Same": reflect.TypeFor[catalogue.Same](),
	"Page":        reflect.TypeFor[site.PageMeta](),
	"Translation": reflect.TypeFor[catalogue.Translation](), "FacetWords": reflect.TypeFor[catalogue.FacetWords](), "Words": reflect.TypeFor[catalogue.Words](),
	"EventWords": reflect.TypeFor[site.EventWords](), "FigureWords": reflect.TypeFor[site.FigureWords](),
	"Exhibit": reflect.TypeFor[site.Exhibit](), "TableRow": reflect.TypeFor[site.Row](), "Term": reflect.TypeFor[site.Term](),
	"Step": reflect.TypeFor[site.Step](), "Lot": reflect.TypeFor[site.Lot](),
	"Count": reflect.TypeFor[site.Count](), "DayMark": reflect.TypeFor[site.DayMark](),
	"Place": reflect.TypeFor[site.Place](), "Region": reflect.TypeFor[site.Region](),
}

func TestEveryFieldIsDocumented(t *testing.T) {
	pages, err := filepath.Glob("../docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	table := regexp.MustCompile(`<!-- fields: (\w+) -->\n((?:\|.*\n)+)`)
	row := regexp.MustCompile("(?m)^\\| `(\\w+)` \\| (.*?) \\|")
	found := map[string]bool{}
	for _, page := range pages {
		data, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range table.FindAllStringSubmatch(string(data), -1) {
			of, ok := documented[m[1]]
			if !ok {
				t.Errorf("%s documents %s, which no author writes", page, m[1])
				continue
			}
			found[m[1]] = true
			var got []string
			for _, r := range row.FindAllStringSubmatch(m[2], -1) {
				if strings.HasSuffix(r[2], "required") {
					r[1] += ",required"
				}
				got = append(got, r[1])
			}
			if want := fields(of); !slices.Equal(got, want) {
				t.Errorf("%s: the fields of %s are\n%s\nthe page says\n%s", page, m[1], strings.Join(want, " "), strings.Join(got, " "))
			}
		}
	}
	for name := range documented {
		if !found[name] {
			t.Errorf("no page of docs/ has a table <!-- fields: %s -->", name)
		}
	}
}

// fields are the names under which an author writes a type's fields.
func fields(t reflect.Type) (names []string) {
	for i := range t.NumField() {
		name, options, _ := strings.Cut(t.Field(i).Tag.Get("meta"), ",")
		if name == "" || name == "-" {
			continue
		}
		if strings.Contains(options, "required") {
			name += ",required"
		}
		names = append(names, name)
	}
	return names
}
