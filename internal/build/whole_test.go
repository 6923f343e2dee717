package build_test

import (
	"flag"
	"fmt"
	"path"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
	"pgregory.net/rapid"

	"glossator/internal/build"
)

// made builds a site of files that anybody may have written, and is what it publishes.
func (r *reader) made(t rapid.TB, files map[string]string) map[string]string {
	built := r.read(t, files)
	r.built = built
	site := map[string]string{}
	for _, p := range built.Paths() {
		site[p] = ""
		if path.Ext(p) != ".html" {
			continue
		}
		data, _, problem, ok := built.Get(p)
		if problem != nil || !ok {
			t.Errorf("%s cannot be made: %v", p, problem)
		}
		site[p] = string(data)
	}
	return site
}

// harmless holds the pages of a site to what holds whatever its files say: they are
// read by a browser as they were meant, nothing in them runs or is fetched that is not
// the site's own, and ids stand once.
func harmless(t rapid.TB, site map[string]string) {
	t.Helper()
	for p, data := range site {
		if path.Ext(p) != ".html" {
			continue
		}
		root, err := html.Parse(strings.NewReader(data))
		if err != nil {
			t.Errorf("%s: %v", p, err)
			continue
		}
		seen := map[string]bool{}
		for n := range root.Descendants() {
			if n.Type == html.ElementNode {
				harmlessElement(t, p, n)
			}
			if id := attribute(n, "id"); id != "" && seen[id] {
				t.Errorf("%s: the id %q stands twice", p, id)
			} else {
				seen[id] = true
			}
		}
	}
}

func harmlessElement(t rapid.TB, p string, n *html.Node) {
	t.Helper()
	kind := ""
	for _, a := range n.Attr {
		address := strings.ToLower(strings.TrimSpace(a.Val))
		outside := strings.HasPrefix(address, "//") || strings.HasPrefix(address, "http")
		switch {
		case strings.HasPrefix(a.Key, "on"), a.Key == "style", a.Key == "srcdoc":
			t.Errorf("%s: <%s %s=%q>", p, n.Data, a.Key, a.Val)
		case a.Key == "type":
			kind = a.Val
		case a.Key == "href" && n.Data == "a", a.Key == "action":
			if strings.HasPrefix(address, "javascript:") || strings.HasPrefix(address, "vbscript:") || strings.HasPrefix(address, "data:") {
				t.Errorf("%s: the address %q", p, a.Val)
			}
		case a.Key == "src" && n.Data != "img" && outside, a.Key == "href" && n.Data == "link" && outside && attribute(n, "rel") == "stylesheet":
			t.Errorf("%s: <%s> fetches %q", p, n.Data, a.Val)
		}
	}
	if n.Data == "script" && n.FirstChild != nil && kind != "application/ld+json" {
		t.Errorf("%s: a script: %.100q", p, n.FirstChild.Data)
	}
	switch n.Data {
	case "iframe", "object", "embed", "base", "frame", "applet":
		t.Errorf("%s: <%s>", p, n.Data)
	}
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// scraps are what pages of the web are put together from at random.
var scraps = []string{
	"<p>", "</p>", "<div class=x>", "</div>", "<b>", "</b>", "<i>", "</i>", "<a href='javascript:alert(1)'>", "<a href=' JAVASCRIPT:x'>", "<a href='//x.yz/a b'>", "<a href=https://x.yz/?a=1&b=2>", "<a href='data:text/html,<script>x</script>'>", "</a>",
	"<script>alert(1)</script>", "<script src=//x.yz/a.js></script>", "<img src=x onerror=alert(1)>", "<img src='//x.yz/a.png'>", "<svg onload=x>", "</svg>", "<style>p{}</style>", "<iframe src=//x.yz>", "</iframe>", "<object data=x>", "<base href=//x.yz/>", "<meta http-equiv=refresh content='0;//x.yz'>",
	"<h1>", "</h1>", "<h2>One</h2>", "<ul><li>", "</ul>", "<ol start=7><li>", "</ol>", "<table><tr><td>", "</table>", "<blockquote>", "</blockquote>", "<pre>", "</pre>", "<br>", "<hr>", "<code>`</code>", "<template>", "<noscript><p onclick=x>", "<textarea>", "<title>A</title>",
	"Rosa Pardo said so. ", "“We go,” the mayor said on Monday. ", "12 boats ", "&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;img src=x onerror=x&gt;", "[x](javascript:alert(1))", "![x](//x.yz/a.png)", "[[rosa-pardo|<b>x]]", "<!--", "-->", "]]>", "{{.Site}}", "\\", "*", "_", "`", "~~", "# ", "- ", "> ", "1. ", "| a | b |", "\n", "\n\n", "&amp;", "&", "\"", "'", "\u202e", "é", "[^a]", "[^a]: b", ":::unmarked\n", "---\n", "<", ">", "</script>", "<p id=p1>", "<p id=main>",
	"A sentence of some length, with words enough to be one of an article that somebody wrote. ",
}

func webPage(scraps []string) map[string]string {
	return map[string]string{"raw/x.html": "<html><head><title>A page</title></head><body><article><p>A first sentence, long enough to be an article's, with more words than a menu has.</p>" + strings.Join(scraps, "") + "</article></body></html>"}
}

// few makes rapid check less often than it would: each check goes the whole way.
func few(t *testing.T) {
	checks := flag.Lookup("rapid.checks")
	if before := checks.Value.String(); before == checks.DefValue {
		_ = checks.Value.Set("25")
		t.Cleanup(func() { _ = checks.Value.Set(before) })
	}
}

func TestAnyPageOfTheWebIsImportedAndHarmless(t *testing.T) {
	few(t)
	r := newReader(t)
	rapid.Check(t, func(rt *rapid.T) {
		harmless(rt, r.made(rt, webPage(rapid.SliceOfN(rapid.SampledFrom(scraps), 1, 40).Draw(rt, "page"))))
	})
}

func FuzzWebPage(f *testing.F) {
	for _, s := range scraps {
		f.Add("<p>A first sentence, long enough to be an article's, with more words than a menu has.</p>" + s + "x" + s)
	}
	r := newReader(f)
	f.Fuzz(func(t *testing.T, text string) {
		harmless(t, r.made(t, map[string]string{"raw/x.html": text}))
	})
}

func FuzzArticle(f *testing.F) {
	for _, s := range scraps {
		f.Add("Rosa Pardo said so.\n\n" + s + "x" + s)
	}
	r := newReader(f)
	f.Fuzz(func(t *testing.T, text string) {
		harmless(t, r.made(t, map[string]string{"content/articles/x.md": "---\nrights: own\n---\n" + text, "content/articles/y.txt": text}))
	})
}

// TestAnyCatalogueOverAnyTextObeysTheLaws puts entries and texts together of the same few
// words, so that names, descriptions and cues overlap in every way.
func TestAnyCatalogueOverAnyTextObeysTheLaws(t *testing.T) {
	few(t)
	r := newReader(t)
	words := rapid.SampledFrom(strings.Fields("Rosa Pardo the mayor of Ab Cd a A. de turned away boats said “We go,” 12 2021 Monday May 3, (HO) HO — “ ” . , ; president former Mr. U.S. not who was Harbor Office AB CD é Núñez ’s"))
	phrase := rapid.Custom(func(rt *rapid.T) string {
		return strings.Join(rapid.SliceOfN(words, 1, 4).Draw(rt, "phrase"), " ")
	})
	list := func(rt *rapid.T, field string) string {
		var quoted []string
		for _, p := range rapid.SliceOfN(phrase, 0, 3).Draw(rt, field) {
			quoted = append(quoted, fmt.Sprintf("%q", p))
		}
		return field + ": [" + strings.Join(quoted, ", ") + "]\n"
	}
	rapid.Check(t, func(rt *rapid.T) {
		files := map[string]string{}
		for i := range rapid.IntRange(1, 5).Draw(rt, "entries") {
			files[fmt.Sprintf("content/who/e%d.md", i)] = fmt.Sprintf("---\nname: %q\nkind: %s\n%s%s%scues: [%q]\n---\n%s\n", phrase.Draw(rt, "name"), rapid.SampledFrom([]string{"person", "office", "organization"}).Draw(rt, "kind"),
				list(rt, "aliases"), list(rt, "descriptions"), list(rt, "damaged"), rapid.SampledFrom([]string{"turn away", "[turn … boat]", "(say|go) …  boat !not", "=We go"}).Draw(rt, "cue"), phrase.Draw(rt, "body"))
		}
		for _, name := range []string{"x.md", "y.txt"} {
			var paras []string
			for range rapid.IntRange(1, 4).Draw(rt, "paragraphs") {
				paras = append(paras, strings.Join(rapid.SliceOfN(words, 1, 40).Draw(rt, name), " "))
			}
			files["content/articles/"+name] = strings.Join(paras, "\n\n") + "\n"
		}
		site := r.made(rt, files)
		harmless(rt, site)
		fresh, err := build.New(build.Config{Site: r.dir, Exports: "pages"}).Build()
		if err != nil {
			rt.Fatal(err)
		}
		if data, _, _, _ := fresh.Get("articles/x.html"); string(data) != site["articles/x.html"] {
			rt.Errorf("what is remembered makes another page of %v:\n%s", files, cmp.Diff(string(data), site["articles/x.html"]))
		}
		for _, a := range r.built.Site.Articles {
			drawn := bare(html.UnescapeString(tags.ReplaceAllString(site["articles/"+a.Doc.Name+".html"], "")))
			for _, b := range a.Doc.Prose.Blocks {
				if words := bare(a.Doc.Prose.Text[b.Span.Start:b.Span.End]); !strings.Contains(drawn, words) {
					rt.Errorf("%q is not in the page", words)
				}
			}
		}
	})
}

// bare is a text without its white space.
func bare(s string) string { return strings.Join(strings.Fields(s), "") }
