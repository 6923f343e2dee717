package page_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"glossator/internal/browser"
	"glossator/internal/build"
	"glossator/internal/page"
)

// cited are articles of which all that a citation tells is told, little, and nothing.
var cited = map[string]string{
	"site.yaml":          "title: \"The \\\"Harbour\\\" & <Sons>\"\nauthor: Harbour {Desk}\nfacets:\n  - {id: who, dir: who, singular: person, plural: Who, question: Who?}\n",
	"articles/ferry.md":  "---\ntitle: The night ban returns\nkind: account\noriginal_title: \"Ban is back: 50% of #1_x ~ ^ \\\\ {y}\"\npublisher: Port Weekly\nauthors: [Ana van der Berg, \"Lund, Eva\", The Desk, Ops, Port Weekly, Jean de la Cruz y Sol, Bo de, Ana María Díaz]\npublished: 2024-05-01\nupdated: 2024-05-03\nplace: Port Lorne\nurl: https://example.org/a?b=1&c=2{3}\nrights: own\nsummary: \"It is back, says Díaz & Co_.\"\n---\nThe ban is back.\n",
	"articles/quay.md":   "---\ntitle: The quay\nkind: account\npublisher: Port Weekly\npublished: 2024-05-02\nplace: Port Lorne\nrights: own\n---\nThe quay is open.\n",
	"articles/größe.md":  "---\ntitle: Größe\noriginal_title: How large it is\npublished: 2023-01-01\nrights: own\n---\nIt is large.\n",
	"articles/nobody.md": "---\nrights: own\n---\nNobody said so.\n",
}

// TestCitationsThatAPageMakesAreThoseOfTheFiles in every browser.
func TestCitationsThatAPageMakesAreThoseOfTheFiles(t *testing.T) {
	browser.Each(t, browser.Light, func(t *testing.T, b *browser.Tab) {
		dir := t.TempDir()
		for p, text := range cited {
			p = filepath.Join(dir, "content", p)
			if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(p, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		made := func(exports string) *build.Result {
			r, err := build.New(build.Config{Site: dir, Exports: exports, BaseURL: "https://example.org/x/"}).Build()
			if err != nil || !r.OK {
				t.Fatal(err, r.Problems())
			}
			return r
		}
		files, pages := made("citations"), made("pages")
		s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
			data, _, _, _ := pages.Get(strings.TrimPrefix(q.URL.Path, "/"))
			w.Header().Set("Content-Type", contentType(q.URL.Path))
			w.Header().Set("Content-Security-Policy", page.CSP)
			_, _ = w.Write(data)
		}))
		t.Cleanup(s.Close)
		for _, a := range pages.Site.Articles {
			stem := strings.TrimSuffix(a.Path, ".html")
			b.Open(s.URL + "/" + (&url.URL{Path: a.Path}).EscapedPath())
			b.Click(".cite summary")
			b.Until(`document.querySelectorAll(".cite [download]").length === 3`)
			links := browser.Value[map[string]string](b, `Object.fromEntries([...document.querySelectorAll(".cite p:not([hidden]) a[download]")].map((a) => [a.download, decodeURIComponent(a.href.replace(/^[^,]*,/, ""))]))`)
			for _, ending := range []string{".bib", ".ris", ".csl.json"} {
				want, _, _, _ := files.Get(stem + ending)
				got := links[a.Doc.Name+ending]
				if ending == ".csl.json" { // how characters are escaped may differ
					var x, y any
					if json.Unmarshal(want, &x) != nil || json.Unmarshal([]byte(got), &y) != nil || !cmp.Equal(x, y) {
						t.Errorf("%s%s:\n%s\nthe file is\n%s", stem, ending, got, want)
					}
				} else if got != string(want) || got == "" {
					t.Errorf("%s%s:\n%s\nthe file is\n%s", stem, ending, got, want)
				}
			}
		}
	})
}
