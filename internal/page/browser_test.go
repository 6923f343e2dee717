package page_test

import (
	"bytes"
	"compress/gzip"
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"glossator/internal/browser"
	"glossator/internal/build"
	"glossator/internal/page"
	"glossator/internal/source"
)

// axe is axe-core 4.14.1 (npm, MPL-2.0: see testdata/axe/LICENSE).
//
//go:embed testdata/axe/axe.min.js
var axe string

// chromium starts a browser for a test, or skips it where there is none and none is
// required.
func chromium(t *testing.T) context.Context {
	t.Helper()
	if testing.Short() {
		t.Skip("a browser is slow")
	}
	alloc, cancel := chromedp.NewExecAllocator(context.Background(), append(chromedp.DefaultExecAllocatorOptions[:], chromedp.DisableGPU, chromedp.UserDataDir(t.TempDir()))...)
	t.Cleanup(cancel)
	ctx, cancel := chromedp.NewContext(alloc, chromedp.WithErrorf(func(string, ...any) {}))
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, 4*time.Minute)
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx); err != nil {
		browser.Missing(t, fmt.Sprintf("no browser to look at the pages with: %v", err))
	}
	return ctx
}

// published builds this project's own site, once.
var published = sync.OnceValues(func() (*build.Result, error) {
	return build.New(build.Config{Site: "../.."}).Build()
})

// serve serves the site with the header that hosts send.
func serve(t *testing.T) (*build.Result, string) {
	t.Helper()
	r, err := published()
	if err != nil {
		t.Fatal(err)
	}
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		data, _, problem, ok := r.Get(strings.TrimPrefix(q.URL.Path, "/"))
		if !ok || problem != nil {
			http.NotFound(w, q)
			return
		}
		w.Header().Set("Content-Type", contentType(q.URL.Path))
		w.Header().Set("Content-Security-Policy", page.CSP)
		_, _ = w.Write(data)
	}))
	t.Cleanup(s.Close)
	return r, s.URL + "/"
}

func contentType(p string) string {
	types := map[string]string{".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".woff2": "font/woff2"}
	return types[path.Ext(p)] + "; charset=utf-8"
}

// kinds lists a page of every kind.
func kinds(t *testing.T, r *build.Result) []string {
	all := []string{"index.html", "articles/index.html", "search.html", "404.html", "data.html"}
	seen := map[string]bool{}
	for _, p := range page.Plan(r.Site, page.Options{Embeds: true, Part: func(*strings.Builder, string, any) *source.Problem { return nil }}) {
		kind := p.Template
		if embedded(p.Path) { // one of each thing that is embedded
			kind, _, _ = strings.Cut(p.Path, "-")
		}
		if !seen[kind] {
			seen[kind] = true
			if !slices.Contains(all, p.Path) && p.Template != "redirect" {
				all = append(all, p.Path)
			}
		}
	}
	for _, x := range r.Site.Pages {
		if len(x.Exhibits) > 0 {
			all = append(all, x.Path)
		}
	}
	// the pages with the most on them
	most := r.Site.Profiles[0]
	for _, e := range r.Site.Profiles {
		if e.Mentions > most.Mentions {
			most = e
		}
	}
	return append(all, most.Path)
}

// articlesOf are the pages of the articles, in every language.
func articlesOf(r *build.Result) (paths []string) {
	for _, a := range r.Site.Articles {
		paths = append(paths, a.Path)
	}
	for _, s := range r.Editions {
		for _, a := range s.Articles {
			paths = append(paths, s.Config.Language+"/"+a.Path)
		}
	}
	return paths
}

func embedded(path string) bool { return strings.HasPrefix(path, "embed/") }

func anArticle(t *testing.T, r *build.Result) string {
	for _, a := range r.Site.Articles {
		if len(a.Seen) > 3 {
			return a.Path
		}
	}
	t.Fatal("no article mentions anything")
	return ""
}

func do(t *testing.T, ctx context.Context, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(ctx, steps...); err != nil {
		t.Fatal(err)
	}
}

func eval[T any](t *testing.T, ctx context.Context, js string) T {
	t.Helper()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](js, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatalf("%s: %v", js, err)
	}
	return v
}

// screen sets a width and colours.
func screen(width int64, features ...string) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		p := emulation.SetDeviceMetricsOverrideParams{Width: width, Height: 800, DeviceScaleFactor: 1, Mobile: width < 500}
		if _, err := cdp.Call(ctx, t, emulation.SetDeviceMetricsOverride, p); err != nil {
			return err
		}
		var m emulation.SetEmulatedMediaParams
		for _, f := range features {
			name, value, _ := strings.Cut(f, ":")
			m.Features = append(m.Features, &emulation.MediaFeature{Name: name, Value: value})
		}
		_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia, m)
		return err
	})
}

func TestAccessible(t *testing.T) {
	ctx := chromium(t)
	r, root := serve(t)
	for _, width := range []int64{360, 1280} {
		for _, scheme := range []string{"light", "dark"} {
			for _, p := range kinds(t, r) {
				accessible(t, ctx, root, p, width, scheme)
			}
		}
	}
}

// accessible holds a page at a width, in light or dark, to what axe-core finds.
func accessible(t *testing.T, ctx context.Context, root, p string, width int64, scheme string) {
	t.Helper()
	do(t, ctx, screen(width, "prefers-color-scheme:"+scheme, "prefers-reduced-motion:reduce"), chromedp.Navigate(root+p))
	eval[any](t, ctx, axe+"; 0")
	found := eval[[]struct{ ID, Help, Node string }](t, ctx, `axe.run({rules: {"target-size": {enabled: true}}}).then(r => r.violations.flatMap(v => v.nodes.slice(0, 3).map(n => ({ID: v.id, Help: v.help, Node: n.html.slice(0, 200) + " :: " + n.failureSummary}))))`)
	for _, f := range found {
		t.Errorf("%s, %d px, %s: %s: %s: %s", p, width, scheme, f.ID, f.Help, f.Node)
	}
}

// TestNoSidewaysScroll: 320 px is also what is left of 1280 at 400 % zoom; the others
// are where the layout changes.
func TestNoSidewaysScroll(t *testing.T) {
	ctx := chromium(t)
	r, root := serve(t)
	for _, width := range []int64{320, 640, 1023, 1024, 1231, 1232} {
		do(t, ctx, screen(width))
		for _, p := range kinds(t, r) {
			do(t, ctx, chromedp.Navigate(root+p))
			// whatever is open makes the page wider at most
			eval[any](t, ctx, `document.querySelectorAll("details").forEach(d => { d.open = true }); 0`)
			if w := eval[int64](t, ctx, `document.documentElement.scrollWidth`); w > width {
				wide := eval[string](t, ctx, `[...document.querySelectorAll("main *, header *, footer *")].filter(e => e.getBoundingClientRect().right > innerWidth + 1).slice(0, 5).map(e => e.outerHTML.slice(0, 90)).join("\n")`)
				t.Errorf("%s is %d px wide at %d:\n%s", p, w, width, wide)
			}
		}
	}
}

func TestCardsByKeyboard(t *testing.T) {
	ctx := chromium(t)
	r, root := serve(t)
	do(t, ctx, screen(1280), chromedp.Navigate(root+anArticle(t, r)))
	press := func(keys string, n int) {
		for range n {
			do(t, ctx, chromedp.KeyEvent(keys))
		}
	}
	press(kb.Tab, 1)
	if at := eval[string](t, ctx, `document.activeElement.className`); at != "skip" {
		t.Errorf("the first stop is %q, not the skip link", at)
	}
	on := func() bool { return eval[bool](t, ctx, `document.activeElement.matches(".prose .mention")`) }
	for n := 0; !on(); n++ {
		if n > 150 {
			t.Fatal("the Tab key does not reach a mention")
		}
		press(kb.Tab, 1)
		if eval[bool](t, ctx, `(() => { const r = document.activeElement.getBoundingClientRect(); return r.width === 0 || r.height === 0 })()`) {
			t.Errorf("focus on something that is not seen: %s", eval[string](t, ctx, `document.activeElement.outerHTML.slice(0, 120)`))
		}
	}
	id := eval[string](t, ctx, `document.activeElement.id`)
	press(kb.Enter, 1)
	if !eval[bool](t, ctx, `document.activeElement.matches(".card[role=dialog][aria-label]") && document.activeElement.querySelector(".more").href.endsWith(".html")`) {
		t.Fatal("Enter does not open a card with a link to the entry")
	}
	press(kb.Escape, 1)
	if eval[bool](t, ctx, `!!document.querySelector(".card")`) || eval[string](t, ctx, `document.activeElement.id`) != id {
		t.Error("Escape does not close the card and give the focus back")
	}
	press(kb.Enter, 1)
	press(kb.Tab, 9)
	if eval[bool](t, ctx, `!!document.querySelector(".card")`) {
		t.Error("the Tab key does not leave the card")
	}
	// a modified click goes to the page and opens no card
	if eval[bool](t, ctx, `(() => { const m = document.querySelector(".prose .mention"); let stopped; m.addEventListener("click", e => setTimeout(() => 0)); document.addEventListener("click", e => { stopped = e.defaultPrevented; e.preventDefault() }, {once: true}); m.dispatchEvent(new MouseEvent("click", {bubbles: true, cancelable: true, ctrlKey: true})); return stopped || !!document.querySelector(".card") })()`) {
		t.Error("a click with Ctrl does not go to the entry's page")
	}
}

func TestPinnedCardStays(t *testing.T) {
	ctx := chromium(t)
	r, root := serve(t)
	do(t, ctx, screen(1280), chromedp.Navigate(root+anArticle(t, r)))
	got := eval[[]int](t, ctx, `(() => {
		const ms = [...document.querySelectorAll(".prose .mention")];
		const other = ms.find(m => m.dataset.entry !== ms[0].dataset.entry);
		const count = () => document.querySelectorAll(".card").length;
		ms[0].click(); const one = count();
		document.querySelector(".card .pin").click();
		other.click(); const two = count();
		other.click(); const back = count();
		document.querySelector(".pins .close").click();
		return [one, two, back, count()];
	})()`)
	if !slices.Equal(got, []int{1, 2, 1, 0}) {
		t.Errorf("cards open: %v", got)
	}
}

func TestMarksSwitchIsRemembered(t *testing.T) {
	ctx := chromium(t)
	r, root := serve(t)
	do(t, ctx, screen(1280), chromedp.Navigate(root+anArticle(t, r)))
	underlined := `[...document.querySelectorAll(".prose .mention.f1")].some(m => getComputedStyle(m).textDecorationLine !== "none")`
	if !eval[bool](t, ctx, underlined) {
		t.Fatal("no mark is drawn")
	}
	eval[any](t, ctx, `document.querySelector('.switch[data-marks=f1]').click(); 0`)
	if eval[bool](t, ctx, underlined) {
		t.Error("the switch does not hide the marks")
	}
	do(t, ctx, chromedp.Reload())
	if eval[bool](t, ctx, underlined) {
		t.Error("the choice is forgotten")
	}
	eval[any](t, ctx, `document.querySelector('.switch[data-marks=all]').click(); 0`)
	if !eval[bool](t, ctx, underlined) {
		t.Error("the switch for all does not bring the marks back")
	}
}

// TestTheSwitchOfLanguagesKeepsThePlace: from the paragraph that is read it leads to the same
// one in the other language.
func TestTheSwitchOfLanguagesKeepsThePlace(t *testing.T) {
	ctx := chromium(t)
	r, root := serve(t)
	if len(r.Editions) == 0 {
		t.Skip("the site has one language")
	}
	path := anArticle(t, r)
	do(t, ctx, screen(360), chromedp.Navigate(root+path), chromedp.WaitReady("#p3"))
	leads := func() string {
		t.Helper()
		return eval[string](t, ctx, `(() => { const a = document.querySelector(".langs a"); a.addEventListener("click", (e) => e.preventDefault()); a.click(); return a.pathname + a.hash; })()`)
	}
	if at := leads(); !strings.HasSuffix(at, "/es/"+path) {
		t.Errorf("from its head a page leads to %q", at)
	}
	eval[any](t, ctx, `document.querySelector("#p3").scrollIntoView({ behavior: "instant" }); 0`)
	if at := leads(); !strings.HasSuffix(at, "/es/"+path+"#p3") {
		t.Errorf("from the third paragraph a page leads to %q", at)
	}
}

// TestPolicyHolds opens every page kind, served and from disk: nothing may be
// refused by the policy, and nothing moves while the page loads.
func TestPolicyHolds(t *testing.T) {
	ctx := chromium(t)
	r, root := serve(t)
	dir := t.TempDir()
	for _, p := range r.Paths() {
		if data, _, _, ok := r.Get(p); ok {
			if err := os.MkdirAll(path.Join(dir, path.Dir(p)), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path.Join(dir, p), data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	var mu sync.Mutex
	var logged []string
	if err := chromedp.Listen(ctx, func(ev any) {
		if e, ok := ev.(*log.EventEntryAdded); ok {
			mu.Lock()
			logged = append(logged, e.Entry.Text+" "+e.Entry.URL)
			mu.Unlock()
		}
	}); err != nil {
		t.Fatal(err)
	}
	do(t, ctx, screen(1280), chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, log.Enable, cdp.Empty{})
		return err
	}))
	for _, base := range []string{root, "file://" + dir + "/"} {
		for _, p := range kinds(t, r) {
			if p == "404.html" && base != root {
				continue // a host serves it at any depth: its links begin at the root
			}
			do(t, ctx, chromedp.Navigate(base+p), chromedp.Sleep(50*time.Millisecond))
			shift := eval[float64](t, ctx, `new Promise(done => new PerformanceObserver((list, o) => { o.disconnect(); done(list.getEntries().reduce((n, e) => n + e.value, 0)) }).observe({type: "layout-shift", buffered: true}) || setTimeout(() => done(0), 60))`)
			if shift > 0.0005 {
				t.Errorf("%s: what is read moves: layout shift of %.4f", base+p, shift)
			}
		}
	}
	mu.Lock()
	defer mu.Unlock()
	for _, l := range logged {
		t.Error(l)
	}
}

// TestArticleWeight adds up what an article's page costs over the wire, in every language.
func TestArticleWeight(t *testing.T) {
	r, err := published()
	if err != nil {
		t.Fatal(err)
	}
	get := func(p string) []byte {
		data, _, problem, ok := r.Get(p)
		if !ok || problem != nil {
			t.Fatalf("%s: %v", p, problem)
		}
		return data
	}
	named := regexp.MustCompile(`(?:src|href)="(?:\.\./)*(assets/[^"]+|favicon\.svg)"`)
	fonts := regexp.MustCompile(`url\("?([^)"]+\.woff2)`)
	for _, article := range articlesOf(r) {
		html := get(article)
		total, parts := 0, []string{}
		add := func(p string, data []byte) {
			n := len(data)
			if path.Ext(p) != ".woff2" {
				n = zipped(data)
			}
			total += n
			parts = append(parts, fmt.Sprintf("%s %d", p, n))
		}
		add(article, html)
		for _, m := range named.FindAllSubmatch(html, -1) {
			data := get(string(m[1]))
			add(string(m[1]), data)
			for _, f := range fonts.FindAllSubmatch(data, -1) {
				p := path.Join("assets", string(f[1]))
				add(p, get(p))
			}
		}
		if total > 60<<10 {
			t.Errorf("%s weighs %d bytes: %s", article, total, strings.Join(parts, ", "))
		} else {
			t.Logf("%s weighs %d bytes: %s", article, total, strings.Join(parts, ", "))
		}
	}
}

func zipped(data []byte) int {
	var b bytes.Buffer
	w, _ := gzip.NewWriterLevel(&b, gzip.BestCompression)
	_, _ = w.Write(data)
	_ = w.Close()
	return b.Len()
}

// TestStructuredDataIsJSON holds what stands in script elements against a parser.
func TestStructuredDataIsJSON(t *testing.T) {
	r, err := published()
	if err != nil {
		t.Fatal(err)
	}
	inside := regexp.MustCompile(`(?s)<script type="application/ld\+json">(.*?)</script>`)
	n := 0
	for _, p := range r.Paths() {
		if path.Ext(p) != ".html" {
			continue
		}
		data, _, _, _ := r.Get(p)
		for _, m := range inside.FindAllSubmatch(data, -1) {
			n++
			if !json.Valid(m[1]) {
				t.Errorf("%s: not JSON: %.200s", p, m[1])
			}
		}
	}
	if n == 0 {
		t.Error("no page has structured data")
	}
}

// TestLookupFromAnyPage types into the box of an article: the search comes then and
// not before, and brings results that lead somewhere.
func TestLookupFromAnyPage(t *testing.T) {
	ctx := chromium(t)
	r, root := serve(t)
	do(t, ctx, screen(1280), chromedp.Navigate(root+anArticle(t, r)))
	scripts := func() int { return eval[int](t, ctx, `document.querySelectorAll("script[src]").length`) }
	before := scripts()
	word := strings.Fields(r.Site.Profiles[0].Entry.Name)
	do(t, ctx, chromedp.KeyEvent("/"), chromedp.Sleep(100*time.Millisecond), chromedp.KeyEvent(word[len(word)-1]))
	if at := eval[string](t, ctx, `document.activeElement.id`); at != "q" {
		t.Fatalf("the / key leads to %q, not to the look-up box", at)
	}
	if scripts() == before {
		t.Error("the search is not loaded")
	}
	for range 40 {
		if eval[int](t, ctx, `document.querySelectorAll(".lookup [data-search-results] a[href]").length`) > 0 {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Errorf("nothing found: %s", eval[string](t, ctx, `document.querySelector(".lookup").outerHTML`))
}
