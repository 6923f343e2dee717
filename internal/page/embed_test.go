package page_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"

	"glossator/internal/browser"
	"glossator/internal/build"
	"glossator/internal/page"
)

// mostOfAnEmbed is what an embed may weigh, with its style and script, over the wire.
const mostOfAnEmbed = 20 << 10

func TestEmbedsAreSmall(t *testing.T) {
	r, err := published()
	if err != nil {
		t.Fatal(err)
	}
	named := regexp.MustCompile(`(?:src|href)="\.\./(assets/[^"]+)"`)
	all, heaviest := page.Embeds(r.Site, page.Misquotations(r.Site, page.Compared(r.Site))), ""
	most := 0
	for _, e := range all {
		html, _, problem, ok := r.Get(e.Path)
		if !ok || problem != nil {
			t.Fatalf("%s: %v", e.Path, problem)
		}
		weight, assets := zipped(html), named.FindAllSubmatch(html, -1)
		if len(assets) != 2 {
			t.Fatalf("%s has not one style sheet and one script: %q", e.Path, assets)
		}
		for _, m := range assets {
			data, _, _, _ := r.Get(string(m[1]))
			if strings.Contains(string(data), "url(") {
				t.Errorf("%s asks for more", m[1])
			}
			weight += zipped(data)
		}
		if weight > mostOfAnEmbed {
			t.Errorf("%s weighs %d bytes", e.Path, weight)
		}
		if weight > most {
			most, heaviest = weight, e.Path
		}
	}
	if want := len(r.Site.Profiles) + len(r.Site.Figures) + 1; len(all) <= want {
		t.Errorf("%d embeds, not those of %d entries, figures and the timeline, and of misquotations", len(all), want)
	}
	t.Logf("%d embeds, the heaviest %s of %d bytes", len(all), heaviest, most)
}

// TestOEmbed follows a page's link to what tells how to embed it, and that to the frame.
func TestOEmbed(t *testing.T) {
	const base = "https://example.org/x/"
	r, err := build.New(build.Config{Site: "../..", BaseURL: base}).Build()
	if err != nil {
		t.Fatal(err)
	}
	link := regexp.MustCompile(`<link rel="alternate" type="application/json\+oembed" href="` + regexp.QuoteMeta(base) + `([^"]+)">`)
	frame := regexp.MustCompile(`^<iframe src="` + regexp.QuoteMeta(base) + `(embed/[^"]+)" title="[^"]+" width="100%" height="(\d+)"`)
	for _, p := range []string{r.Site.Profiles[0].Path, "timeline.html", page.Misquotations(r.Site, page.Compared(r.Site))[0].Path, "embed/fig-" + r.Site.Figures[0].ID + ".html"} {
		html, _, _, _ := r.Get(p)
		m := link.FindSubmatch(html)
		if m == nil {
			t.Errorf("%s has no link to what tells how to embed it", p)
			continue
		}
		data, _, _, ok := r.Get(string(m[1]))
		var answer struct {
			Version, Type, Title, HTML string
			Width, Height              int
		}
		if err := json.Unmarshal(data, &answer); !ok || err != nil {
			t.Errorf("%s: %v: %s", m[1], err, data)
			continue
		}
		if answer.Version != "1.0" || answer.Type != "rich" || answer.Title == "" || answer.Width != page.EmbedWidth {
			t.Errorf("%s: %s", m[1], data)
		}
		in := frame.FindStringSubmatch(answer.HTML)
		if in == nil || in[2] != fmt.Sprint(answer.Height) {
			t.Errorf("%s: the frame is %s", m[1], answer.HTML)
		} else if _, _, _, ok := r.Get(in[1]); !ok {
			t.Errorf("%s: there is no %s", m[1], in[1])
		}
	}
	without, err := published() // nothing whole can be said without the site's address
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range without.Paths() {
		if embedded(p) && path.Ext(p) == ".json" {
			t.Fatalf("there is %s, though the site's address is not known", p)
		}
	}
}

// listener is what the guide tells the author of the page around an embed to write.
func listener(t *testing.T) string {
	t.Helper()
	guide, err := os.ReadFile("../../docs/sharing.md")
	if err != nil {
		t.Fatal(err)
	}
	m := regexp.MustCompile("(?s)```html around.html\n(<script>.*?</script>)\n```").FindSubmatch(guide)
	if m == nil {
		t.Fatal("the guide has no listener")
	}
	return string(m[1])
}

// around is a host of another origin, with pages that hold a frame: the address behind "?".
func around(t *testing.T, listener string) string {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprintf(w, `<!doctype html><meta name="color-scheme" content="light dark">%s<script>
told = []; loaded = 0
addEventListener("message", (e) => { told.push(e.data.height) })
</script><iframe src="%s" style="border:0;width:600px;height:100px" onload="loaded++"></iframe>`, listener, q.URL.RawQuery)
	}))
	t.Cleanup(s.Close)
	return s.URL
}

// hosted serves the site as a host does that reads _headers: with all values of a header
// that stands in several rules, or the nearest rule's alone.
func hosted(t *testing.T, all bool) (*build.Result, string) {
	r, err := published()
	if err != nil {
		t.Fatal(err)
	}
	file, _, _, _ := r.Get("_headers")
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		p, kept := strings.TrimPrefix(q.URL.Path, "/"), false
		if rest, ok := strings.CutPrefix(p, "elsewhere/"); ok { // the same, where the rules are others
			p = rest
		}
		for line := range strings.Lines(string(file)) {
			if !strings.HasPrefix(line, " ") {
				kept = strings.HasPrefix(q.URL.Path, strings.TrimSuffix(strings.TrimSpace(line), "*"))
			} else if name, value, _ := strings.Cut(strings.TrimSpace(line), ": "); kept && all {
				w.Header().Add(name, value)
			} else if kept {
				w.Header().Set(name, value)
			}
		}
		data, _, problem, ok := r.Get(p)
		if !ok || problem != nil {
			http.NotFound(w, q)
			return
		}
		w.Header().Set("Content-Type", contentType(p))
		_, _ = w.Write(data)
	}))
	t.Cleanup(s.Close)
	return r, strings.Replace(s.URL, "127.0.0.1", "localhost", 1) // another site than the page around it
}

// TestEmbedsInAPageOfAnotherOrigin: each embed is shown there and its frame gets its height;
// what is not below embed/ is not shown.
func TestEmbedsInAPageOfAnotherOrigin(t *testing.T) {
	script := listener(t)
	browser.Each(t, browser.Dark, func(t *testing.T, b *browser.Tab) {
		for _, all := range []bool{true, false} {
			r, site := hosted(t, all)
			page := around(t, strings.ReplaceAll(script, "https://example.org", site))
			b.Open(page + "?" + site + "/elsewhere/embed/timeline.html")
			b.Until(`loaded > 0`)
			b.Do(`await new Promise((done) => setTimeout(done, 100))`)
			if told := browser.Value[int](b, `told.length`); told > 0 {
				t.Errorf("what is not below embed/ is shown in a frame (all headers: %v)", all)
			}
			for _, p := range kinds(t, r) {
				if embedded(p) {
					b.Open(page + "?" + site + "/" + p)
					b.Until(`told.length > 0 && told.at(-1) > 100 && document.querySelector("iframe").getBoundingClientRect().height === told.at(-1)`)
				}
			}
		}
	})
}

// TestEmbedIsCopied: the button of an entry gives the frame of its embed, which leads to
// what is there and whose links open the whole page in a window that knows nothing of it.
func TestEmbedIsCopied(t *testing.T) {
	browser.Each(t, browser.Light, func(t *testing.T, b *browser.Tab) {
		r, served := watched(t)
		for _, c := range []struct{ page, button, embed string }{
			{r.Site.Profiles[0].Path, ".entry > .head > .act", "entry-" + r.Site.Profiles[0].Entry.ID},
			{"timeline.html", ".head > .act", "timeline"},
			{"figures.html", ".figures-row > .act", "fig-" + r.Site.Figures[0].ID},
			{r.Site.Figures[0].Article.ID, "", "fig-" + r.Site.Figures[0].ID},
		} {
			if c.button == "" {
				c.page, c.button = "articles/"+c.page+".html", "#fig-"+r.Site.Figures[0].ID+" .act"
			}
			b.Open(served + c.page)
			b.Until(`document.querySelector(` + fmt.Sprintf("%q", c.button) + `)`)
			b.Click(c.button)
			b.Until(`document.querySelector(".share .embed")`)
			b.Click(".share .embed")
			b.Until(`document.documentElement.dataset.copied`)
			got := browser.Value[string](b, `document.documentElement.dataset.copied`)
			if want := `<iframe src="` + served + "embed/" + c.embed + `.html" title="`; !strings.HasPrefix(got, want) || !strings.HasSuffix(got, `loading="lazy"></iframe>`) {
				t.Errorf("%s: %s, not %s…", c.page, got, want)
			}
			if _, _, _, ok := r.Get("embed/" + c.embed + ".html"); !ok {
				t.Errorf("there is no embed/%s.html", c.embed)
			}
		}
		b.Open(served + "embed/entry-" + r.Site.Profiles[0].Entry.ID + ".html")
		for _, wrong := range browser.Value[[]string](b, `wrong`) {
			t.Error(wrong)
		}
	})
}
