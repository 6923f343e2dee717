package preview

import (
	"context"
	"fmt"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"glossator/internal/browser"
)

// chromium starts one, or skips the test where there is none. Its time begins to run:
// a test that waits for its turn to run beside others asks for it then.
func chromium(t *testing.T) context.Context {
	t.Helper()
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			path = found
			break
		}
	}
	if path == "" {
		browser.Missing(t, "there is no Chromium here")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.WindowSize(900, 600))
	ctx, stop := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stop)
	ctx, stop = context.WithTimeout(ctx, 60*time.Second)
	t.Cleanup(stop)
	ctx, stop = chromedp.NewContext(ctx)
	t.Cleanup(stop)
	if err := chromedp.Do(ctx); err != nil { // starts it, for all tabs
		t.Fatal(err)
	}
	return ctx
}

// tab is one tab of a browser.
type tab struct {
	*testing.T
	ctx context.Context
}

func (r *room) tab(browser context.Context, address string) tab {
	r.Helper()
	ctx, stop := chromedp.NewContext(browser)
	r.Cleanup(stop)
	t := tab{r.T, ctx}
	if err := chromedp.Do(ctx, chromedp.Navigate(r.url+address)); err != nil {
		r.Fatal(err)
	}
	t.do(`window.kept = true`) // lost when the page is loaded anew
	return t
}

func (t tab) do(js string) {
	t.Helper()
	if err := chromedp.Do(t.ctx, chromedp.Evaluate[chromedp.Void](js)); err != nil {
		t.Fatalf("%s: %v", js, err)
	}
}

// until waits for an expression to be true, also on the next page.
func (t tab) until(js string) {
	t.Helper()
	var err error
	for end := time.Now().Add(10 * time.Second); time.Now().Before(end); {
		poll := chromedp.Poll[chromedp.Void]("!!("+js+")", chromedp.WithPollingInterval(20*time.Millisecond), chromedp.WithPollingTimeout(time.Until(end)))
		if err = chromedp.Do(t.ctx, poll); err == nil {
			return
		} else if !strings.Contains(err.Error(), "navigated") && !strings.Contains(err.Error(), "context") {
			break
		}
	}
	html, _ := chromedp.Run(t.ctx, chromedp.Evaluate[string](`document.documentElement.outerHTML + (document.querySelector("preview-overlay")?.shadowRoot.innerHTML ?? "")`))
	t.Fatalf("%s: %v\n%.3000s", js, err, html)
}

func (t tab) is(js string) {
	t.Helper()
	ok, err := chromedp.Run(t.ctx, chromedp.Evaluate[bool](js))
	if err != nil || !ok {
		html, _ := chromedp.Run(t.ctx, chromedp.Evaluate[string](`document.documentElement.outerHTML`))
		t.Errorf("not %s: %v\n%.3000s", js, err, html)
	}
}

const overlayed = `document.querySelector("preview-overlay").shadowRoot`

// long is an article of many paragraphs.
func long(first string) string {
	var b strings.Builder
	b.WriteString(first + " Ada Stone was there.\n")
	for i := range 40 {
		fmt.Fprintf(&b, "\nParagraph x%dx has some words, and some more words to fill its lines.\n", i)
	}
	return article("One", b.String())
}

func TestCase26RestartedServer(t *testing.T) {
	r := enter(t)
	b := chromium(t)
	page := r.tab(b, "/articles/one.html")
	r.stop()
	page.until(overlayed + `.textContent.includes("not running")`)
	r.write("content/articles/one.md", article("One", "While it was away."))
	r.cfg.Addr = strings.TrimPrefix(r.url, "http://")
	r.start()
	page.until(`document.body.textContent.includes("While it was away")`)
	page.until(`!` + overlayed + `.textContent.includes("not running")`)
}

func TestCase27OnlyWhatChanged(t *testing.T) {
	r := enter(t, func(r *room) { r.write("content/articles/one.md", long("Short.")) })
	b := chromium(t)
	one, two := r.tab(b, "/articles/one.html"), r.tab(b, "/articles/two.html")
	two.do(`new MutationObserver(() => window.mutated = true).observe(document, {subtree: true, childList: true, attributes: true, characterData: true})`)
	one.do(`document.querySelector("details").open = true
		const card = document.createElement("div"); card.className = "card"; card.textContent = "a script's"; document.body.append(card)
		document.body.classList.add("switched")
		scrollTo(0, 600)
		const at = document.querySelector("#p30"); at.tabIndex = 0; at.focus({preventScroll: true})
		window.top0 = at.getBoundingClientRect().top`)
	time.Sleep(100 * time.Millisecond)
	r.write("content/articles/one.md", long(strings.Repeat("Much longer than it was before. ", 60)))
	r.reload()
	one.until(`document.querySelector("#p1").textContent.includes("Much longer")`)
	one.is(`window.kept`)
	one.is(`document.querySelector("details").open`)
	one.is(`document.querySelectorAll(".card").length === 1 && document.querySelector(".card").parentElement === document.body`)
	one.is(`document.body.classList.contains("switched")`)
	one.is(`document.activeElement.id === "p30"`)
	time.Sleep(100 * time.Millisecond) // the browser's own anchoring would come now
	one.is(`Math.abs(document.querySelector("#p30").getBoundingClientRect().top - window.top0) < 2`)
	two.is(`window.kept && !window.mutated`)
	r.write("content/articles/two.md", article("Two", "And now this one."))
	two.until(`document.body.textContent.includes("And now this one") && window.kept && window.mutated`)
	one.is(`window.kept`)
}

func TestChangedBlockIsShown(t *testing.T) {
	r := enter(t, func(r *room) { r.write("content/articles/one.md", long("Short.")) })
	b := chromium(t)
	page := r.tab(b, "/articles/one.html")
	r.write("content/articles/one.md", strings.Replace(long("Short."), "x39x has", "x39x now has", 1))
	page.until(`document.body.textContent.includes("x39x now has")`)
	page.until(`(() => { const r = document.querySelector("#p41").getBoundingClientRect(); return r.top > 0 && r.bottom < innerHeight })()`)
	page.is(`document.querySelector("#p41").getAnimations().length === 1 && document.getAnimations().length === 1`)
	page.is(`window.kept`)
}

func TestCase28EightTabs(t *testing.T) {
	r := enter(t)
	b := chromium(t)
	var tabs []tab
	for range 8 {
		tabs = append(tabs, r.tab(b, "/articles/one.html"))
	}
	for i := range 2 {
		r.write("content/articles/one.md", article("One", fmt.Sprintf("Round x%dx.", i)))
		for _, page := range tabs {
			page.until(fmt.Sprintf(`document.body.textContent.includes("Round x%dx")`, i))
			page.is(`window.kept`)
		}
	}
	r.server.hub.mu.Lock()
	streams := len(r.server.hub.all)
	r.server.hub.mu.Unlock()
	if streams != 2 { // the tabs' and this test's
		t.Errorf("%d streams", streams)
	}
}

func TestCase29StrictPolicy(t *testing.T) {
	r := enter(t)
	b := chromium(t)
	page := r.tab(b, "/articles/one.html")
	page.is(`document.querySelector("meta[http-equiv]").content === "default-src 'self'"`)
	page.do(`document.addEventListener("securitypolicyviolation", (e) => window.violated = e.violatedDirective)`)
	r.write("content/articles/one.md", article("One", "Under a policy."))
	page.until(`document.body.textContent.includes("Under a policy")`)
	r.write("content/articles/one.md", strings.Replace(article("One", "Broken."), "kind:", "kidn:", 1))
	page.until(`getComputedStyle(` + overlayed + `.querySelector(".problems") ?? document.body).position === "fixed"`)
	page.is(`!window.violated && window.kept`)
}

func TestOverlay(t *testing.T) {
	r := enter(t, func(r *room) { r.cfg.Editor = "vscode" })
	b := chromium(t)
	page := r.tab(b, "/articles/two.html")
	f := "content/articles/one.md"
	r.write(f, strings.Replace(article("One", "Broken."), "kind:", "kidn:", 1))
	page.until(overlayed + `.querySelector(".problems")?.textContent.includes("one.md:3:1")`)
	page.is(overlayed + `.querySelector(".problems a").href === "vscode://file` + r.path(f) + `:3:1"`)
	page.is(overlayed + `.querySelector(".problems pre").textContent === "kidn: report"`)
	page.is(overlayed + `.querySelector(".problems .hint").textContent.includes("kind")`)
	page.do(overlayed + `.querySelector(".fold").click()`)
	page.is(`!` + overlayed + `.querySelector(".problems") && ` + overlayed + `.textContent.includes("1 error")`)
	r.write(f, article("One", "Mended."))
	page.until(`!` + overlayed + `.querySelector(".problems, .badge")`)
	page.is(`window.kept`)
}

func TestStartBrokenThenShown(t *testing.T) {
	r := enter(t, func(r *room) { r.write("content/site.yaml", "title: [\n") })
	b := chromium(t)
	page := r.tab(b, "/articles/one.html")
	page.until(overlayed + `.querySelector(".problems")?.textContent.includes("site.yaml")`)
	r.write("content/site.yaml", siteFiles()["content/site.yaml"])
	page.until(`document.body.textContent.includes("came first")`)
}

func TestStyleIsExchangedInPlace(t *testing.T) {
	r := enter(t)
	b := chromium(t)
	page := r.tab(b, "/articles/one.html")
	page.do(`window.bare = 0; new MutationObserver(() => { if (!document.querySelector("link[rel=stylesheet]")) window.bare++ }).observe(document.head, {childList: true})`)
	r.write("static/assets/site.css", "p { color: rgb(1, 2, 3) }\n")
	page.until(`getComputedStyle(document.querySelector("main p")).color === "rgb(1, 2, 3)"`)
	page.is(`window.kept && window.bare === 0 && document.querySelectorAll("link[rel=stylesheet]").length === 1`)
	r.write("static/assets/site.js", "document.documentElement.dataset.ran = 2\n")
	page.until(`document.documentElement.dataset.ran === "2"`) // a script needs a new page
}

func TestAbsentPageComes(t *testing.T) {
	r := enter(t, func(r *room) {
		r.write("content/articles/new.md", strings.Replace(article("New", "Soon here."), "title:", "draft: true\ntitle:", 1))
	})
	b := chromium(t)
	page := r.tab(b, "/articles/new.html")
	page.until(overlayed + `.textContent.includes("This address is a draft")`)
	r.write("content/articles/new.md", article("New", "Here now."))
	page.until(`document.body.textContent.includes("Here now")`)
	page.until(`!` + overlayed + `.textContent.includes("draft")`)
	r.rename("content/articles/new.md", "content/articles/newer.md")
	page.until(overlayed + `.querySelector("a[href='/articles/newer.html']")`)
}

func TestDraftIsMarked(t *testing.T) {
	r := enter(t, func(r *room) {
		r.cfg.Build.Drafts = true
		r.write("content/articles/new.md", strings.Replace(article("New", "Soon here."), "title:", "draft: true\ntitle:", 1))
	})
	b := chromium(t)
	r.tab(b, "/articles/new.html").until(overlayed + `.textContent.includes("Draft: not published")`)
	r.tab(b, "/articles/one.html").is(`!` + overlayed + `.textContent.includes("Draft")`)
}

func TestFromPageToSource(t *testing.T) {
	r := enter(t)
	b := chromium(t)
	page := r.tab(b, "/articles/one.html")
	page.do(`addEventListener("preview:source", (e) => window.from = e.detail, true)`)
	click := `.dispatchEvent(new MouseEvent("click", {altKey: true, bubbles: true, cancelable: true}))`
	page.do(`document.querySelector("main a.mention")` + click)
	page.until(`window.from?.where === "` + r.path("content/articles/one.md") + `:8:1"`)
	page.is(`window.from.entry === "ada-stone" && window.from.why.startsWith("named: ")`)
	page.do(`window.from = null; document.querySelector("#p1")` + click)
	page.until(`window.from?.where.endsWith("one.md:8:1") && !window.from.entry`)
	page.is(`window.kept`)
	page.do(`document.querySelector("main a.mention").dispatchEvent(new MouseEvent("mousemove", {altKey: true, bubbles: true, clientX: 10, clientY: 10}))`)
	page.until(overlayed + `.querySelector(".tip:not([hidden])")?.textContent.includes("ada-stone, named")`)
}
