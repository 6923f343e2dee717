package build_test

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"glossator/internal/build"
	"glossator/internal/export"
	"glossator/internal/language"
)

// TestNoPageSaysAnEnglishWord: on the pages of a site in another language stand words of
// its content and of its labels, the names of files and columns, and no others.
func TestNoPageSaysAnEnglishWord(t *testing.T) {
	dir := everything(t)
	config, err := os.ReadFile(filepath.Join(dir, "content/site.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	own, _, _ := strings.Cut(string(config), "labels:")
	for tag := range strings.FieldsSeq("es fr de pt it nl ar zh ja") {
		write(t, dir, "content/site.yaml", strings.Replace(own, "language: es", "language: "+tag, 1))
		site, _ := publish(t, build.Config{Site: dir, Drafts: true, Force: true})
		known := map[string]bool{}
		know := func(s string) {
			for _, w := range latin.FindAllString(s, -1) {
				known[strings.ToLower(w)] = true
			}
		}
		for _, data := range files(t, filepath.Join(dir, "content")) {
			know(data)
		}
		for _, label := range language.Labels(tag) {
			know(label)
		}
		for _, table := range export.Tables() {
			know(table.Path)
			for _, c := range table.Columns {
				know(c.Name)
			}
		}
		for _, p := range slices.Sorted(maps.Keys(site)) {
			if !strings.HasSuffix(p, ".html") {
				continue
			}
			n, err := html.Parse(strings.NewReader(site[p]))
			if err != nil {
				t.Fatal(err)
			}
			for words := range said(n) {
				for _, w := range latin.FindAllString(words, -1) {
					if !known[strings.ToLower(w)] {
						t.Errorf("%s, %s: %q of %.80q", tag, p, w, words)
					}
				}
			}
		}
	}
}

var latin = regexp.MustCompile(`\p{Latin}+`)

// said yields what a reader reads or hears of a page: its text, and the names of what is
// drawn.
func said(n *html.Node) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for d := range n.Descendants() {
			if silent := d.Parent != nil && (d.Parent.Data == "script" || d.Parent.Data == "style"); d.Type == html.TextNode && !silent && !yield(d.Data) {
				return
			}
			for _, name := range []string{"aria-label", "title", "placeholder", "alt"} {
				if words := attribute(d, name); words != "" && !yield(words) {
					return
				}
			}
		}
	}
}
