package importer

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"glossator/internal/doc"
	"glossator/internal/golden"
	"glossator/internal/mark"
	"glossator/internal/source"
)

func pages(t *testing.T) []string {
	all, err := filepath.Glob("testdata/pages/*.html")
	if err != nil || len(all) < 6 {
		t.Fatalf("pages: %v %v", all, err)
	}
	return all
}

func readFile(t *testing.T, p string) *Article {
	t.Helper()
	data, err := os.ReadFile(p)
	if err != nil {
		t.Fatal(err)
	}
	a, problems := read(input{p, data})
	if a == nil {
		t.Fatalf("%s: %v", p, problems)
	}
	return a
}

// prose is an article's text as a reader of the site sees it.
func prose(t *testing.T, a *Article) string {
	t.Helper()
	d, problems := doc.Parse(source.NewFile("a.md", a.String()), nil, doc.Options{Markdown: mark.New()})
	for _, p := range problems {
		t.Error(p)
	}
	text := d.Prose.Text
	if b := d.Prose.Blocks; len(b) > 0 && b[0].Kind == doc.Title {
		text = text[b[0].Span.End:]
	}
	return strings.Join(strings.Fields(text), " ")
}

func TestPages(t *testing.T) {
	for _, p := range pages(t) {
		t.Run(filepath.Base(p), func(t *testing.T) {
			golden.Is(t, filepath.Join("testdata/want", strings.TrimSuffix(filepath.Base(p), ".html")+".md"), readFile(t, p).String())
		})
	}
}

// In the pages of testdata every element that holds words of the article says so,
// with the attribute data-k. What has it must be kept whole, in order and once; what
// stands outside must be gone.
func TestPagesKeepTheArticleAndNothingElse(t *testing.T) {
	for _, p := range pages(t) {
		t.Run(filepath.Base(p), func(t *testing.T) {
			a := readFile(t, p)
			text := prose(t, a)
			data, _ := os.ReadFile(p)
			page, _ := decode(data, "", true)
			root, err := html.Parse(strings.NewReader(page))
			if err != nil {
				t.Fatal(err)
			}
			at, kept := 0, ""
			var outside []string
			var walk func(n *html.Node, inside bool)
			walk = func(n *html.Node, inside bool) {
				if n.Type == html.ElementNode && !inside && attrs(n)["data-k"] {
					inside = true
					kept += words(n) + "\n"
					for _, b := range blocksOf(n, nil) {
						for _, w := range flat(b) {
							if k := strings.Index(text[at:], w); k < 0 {
								t.Errorf("lost: %q", w)
							} else {
								at += k + len(w)
							}
						}
					}
				}
				if w := strings.Join(strings.Fields(n.Data), " "); n.Type == html.TextNode && !inside && strings.Count(w, " ") > 1 && w != a.Title {
					outside = append(outside, w)
				}
				for c := n.FirstChild; c != nil; c = c.NextSibling {
					walk(c, inside)
				}
			}
			walk(root, false)
			for _, w := range outside {
				if strings.Contains(text, w) && !strings.Contains(kept, w) {
					t.Errorf("kept: %q", w)
				}
			}
		})
	}
}

func attrs(n *html.Node) map[string]bool {
	all := map[string]bool{}
	for _, a := range n.Attr {
		all[a.Key] = true
	}
	return all
}

// Whatever a page holds, reading it ends, and what is written is Markdown without a
// mistake that says the words that were kept.
func FuzzPage(f *testing.F) {
	all, _ := filepath.Glob("testdata/pages/*.html")
	for _, p := range all {
		data, _ := os.ReadFile(p)
		f.Add(data)
	}
	f.Add([]byte("<p>a *b* <b>c</b>d<i> e</i><a href='http://x.y/(z)'>f!</a>[g](h) [[i]] [^j] `k` &lt;l&gt; &amp;amp; m\\"))
	f.Add([]byte("<table><tr><td>a|b<td><p>c<p>d</table><ul><ul><li>x<pre>```\n</pre></ul></ul><dl><dt># y<dd>1. z</dl>"))
	f.Add([]byte("<article><h1>t<h1>u</article><script type='application/ld+json'>{\"@graph\":[{\"@type\":\"Article\",\"author\":[[[]]]}]}</script>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		text, _ := decode(data, "", true)
		a, problems := readPage(source.NewFile("page.html", text), "")
		if a == nil {
			if len(problems) == 0 {
				t.Error("no article and no problem")
			}
			return
		}
		d, mistakes := doc.Parse(source.NewFile("a.md", a.String()), nil, doc.Options{Markdown: mark.New()})
		if source.Stops(mistakes, false) {
			t.Errorf("%v in\n%s", mistakes, a)
		}
		_ = d
	})
}

// The blocks of any page are read from their Markdown as the words they have.
func FuzzBlocks(f *testing.F) {
	f.Add("<p>a<ul><li>b<p>c</p><li><ol start=9><li>d</ol></ul><blockquote>e<blockquote>f</blockquote><ul><li>g</ul></blockquote><h2>h #</h2><table><tr><th>i|j<th>k<tr><td>l</table>")
	f.Add("<ul><li>a</ul><ul><li>b</ul><ol><li>c</ol><ol><li>d</ol><ul><li><pre>x</pre><li><table><tr><td>1<td>2<tr><td>3<td>4</table></ul>")
	f.Add("<p>a <b>b<br>c</b> <i>d</i><a href=https://x.yz/>e</a>f<br><br>g<dl><dt>h<dd>i</dl>")
	f.Add("<p>a <=@p> b <i>&lt;=@q.r</i>&gt;")
	f.Add("<ul><li><h3>a</h3><li>b<ul><li>c<p>d</ul></ul><p>+ e<p>2. f<h4># g</h4>")
	f.Fuzz(func(t *testing.T, data string) {
		root, err := html.Parse(strings.NewReader(strings.Map(func(r rune) rune {
			if r < ' ' && r != '\n' || r == 0xAD || r >= 0x7f && r < 0xA0 || r == 0xFFFD {
				return -1
			}
			return r
		}, data)))
		if err != nil {
			return
		}
		strip(root)
		blocks := blocksOf(root, nil)
		var want []string
		var gather func([]*piece)
		gather = func(all []*piece) {
			for _, b := range all {
				if b.kind == verbatim {
					continue
				}
				want = append(want, text(b.runs))
				gather(b.kids)
				for _, i := range b.items {
					gather(i)
				}
				for _, r := range b.rows {
					for _, c := range r {
						want = append(want, text(c))
					}
				}
			}
		}
		gather(blocks)
		md := strings.Join(markdown(blocks), "\n")
		if got, want := said(t, md), squeezed(strings.Join(want, " ")); got != want {
			t.Errorf("%q is read as %q from\n%s", want, got, md)
		}
	})
}
