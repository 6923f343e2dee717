package search

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"glossator/internal/browser"
)

const testPage = `<!doctype html><html lang="en" data-root="ROOT"><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'"><title>Test</title>
<form data-search action="ROOTsearch.html"><input type="search" name="q" id="box"><div data-search-results hidden></div></form>
MAIN<p id="outside">text</p><script src="ROOTsearch.js"></script></html>`

// opened writes a small site to disk and opens one of its pages from there.
func opened(t *testing.T, page string) context.Context {
	t.Helper()
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		browser.Missing(t, "chromium is not installed")
	}
	dir := t.TempDir()
	script, err := os.ReadFile(runtimeScript)
	if err != nil {
		t.Fatal(err)
	}
	main := `<form data-search="page"><input type="search" name="q" id="page"></form><div data-search-results id="results"></div>`
	files := Build(small(t))
	files["search.js"] = "(() => {" + string(script) + "})();"
	files["search.html"] = strings.NewReplacer("ROOT", "", "MAIN", main).Replace(testPage)
	files["articles/x.html"] = strings.NewReplacer("ROOT", "../", "MAIN", "").Replace(testPage)
	for name, data := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(data), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(chromium), chromedp.NoSandbox)
	ctx, stop := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(stop)
	ctx, stop = context.WithTimeout(ctx, 30*time.Second)
	t.Cleanup(stop)
	ctx, stop = chromedp.NewContext(ctx)
	t.Cleanup(stop)
	if err := chromedp.Do(ctx, chromedp.Navigate("file://"+dir+"/"+page)); err != nil {
		t.Fatal(err)
	}
	return ctx
}

// step does something in the browser and waits until an expression is true.
func step(t *testing.T, ctx context.Context, until string, do ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	do = append(do, chromedp.Poll[chromedp.Void](until, chromedp.WithPollingTimeout(3*time.Second)))
	if err := chromedp.Do(ctx, do...); err != nil {
		html, _ := chromedp.Run(ctx, chromedp.Evaluate[string]("document.body.outerHTML + document.activeElement.outerHTML"))
		t.Fatalf("%s: %v\n%s", until, err, html)
	}
}

// slash is the key "/" as a page sees it. KeyEvent would type it into the field, too,
// which a browser does not do for a key that was taken.
var slash = chromedp.Evaluate[chromedp.Void](`void document.activeElement.dispatchEvent(new KeyboardEvent("keydown", {key: "/", bubbles: true, cancelable: true}))`)

func TestBox(t *testing.T) {
	ctx := opened(t, "articles/x.html")
	const results = `document.querySelector("[data-search-results]")`
	focused := func(what string) string { return "document.activeElement === " + what }
	step(t, ctx, focused(`document.querySelector("#box")`), slash)
	step(t, ctx, results+`.querySelectorAll("li").length === 1 && !`+results+`.hidden`, chromedp.KeyEvent("ferymen"))
	step(t, ctx, results+`.querySelector("mark").textContent === "ferrymen"`)
	step(t, ctx, results+`.querySelector("p span").dataset.facet === "who"`)
	step(t, ctx, results+`.querySelector("li a").getAttribute("href") === "../articles/bridge-talks.html#p1"`)
	step(t, ctx, focused(results+`.querySelector("li a")`), chromedp.KeyEvent(kb.ArrowDown))
	step(t, ctx, focused(`document.querySelector("#box")`), chromedp.KeyEvent(kb.ArrowUp))
	step(t, ctx, results+`.hidden && document.querySelector("#box").value === "ferymen"`, chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.Escape))
	step(t, ctx, focused(results+`.querySelector("li a")`), chromedp.KeyEvent(kb.ArrowDown))
	step(t, ctx, results+`.hidden`, chromedp.Click("#outside"))
	step(t, ctx, `document.querySelector("#box").value === "ferymen"`, slash, chromedp.KeyEvent(kb.End))
	step(t, ctx, results+`.querySelector("[role=status]").textContent === "No results"`, chromedp.KeyEvent("xxx"))
}

func TestSearchPage(t *testing.T) {
	ctx := opened(t, "search.html?q=ruiz&in=who")
	const count = `document.querySelectorAll("#results li").length`
	step(t, ctx, count+` === 3 && document.querySelector("#results input:checked").value === "who"`)
	step(t, ctx, `document.querySelector("#results [role=status]").textContent === "Results: 3"`)
	step(t, ctx, count+` === 2`, chromedp.Click("#results input[value=articles]"))
	step(t, ctx, `document.activeElement.id === "page"`, chromedp.Click("#outside"), slash)
	step(t, ctx, count+` === 1`, chromedp.KeyEvent("border")) // "/" selected what stood there
	step(t, ctx, `document.activeElement === document.querySelector("#results li a")`, chromedp.KeyEvent(kb.Enter))
	step(t, ctx, count+` === 0 && document.querySelector("#page").value === ""`, chromedp.KeyEvent(kb.Escape))
	step(t, ctx, `document.querySelector("[data-search-results] ol").childElementCount === 0`) // the box's own results
}

// TestOff keeps "/" from the field where the site says so.
func TestOff(t *testing.T) {
	ctx := opened(t, "articles/x.html")
	step(t, ctx, `document.activeElement === document.body`,
		chromedp.Evaluate[chromedp.Void](`document.documentElement.dataset.searchKey = "off"`), slash)
}
