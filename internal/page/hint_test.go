package page_test

import (
	"context"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// TestTheHintIsShownOnce: what a mark does is shown on the first article that a reader opens,
// and there until a mark was opened. On no later page is it, and nothing moves when it is
// not; a reader whose browser keeps nothing is shown it everywhere.
func TestTheHintIsShownOnce(t *testing.T) {
	ctx := chromium(t)
	r, root := serve(t)
	first, second := root+r.Site.Articles[0].Path, root+r.Site.Articles[1].Path
	const shown = `document.querySelector(".hint").getClientRects().length > 0`
	open := func(address string, want bool, why string) {
		t.Helper()
		do(t, ctx, chromedp.Navigate(address))
		if eval[bool](t, ctx, shown) != want {
			t.Errorf("%s: the hint is shown: %v", why, !want)
		}
		moved := eval[float64](t, ctx, `new Promise(done => new PerformanceObserver((list) => done(list.getEntries().reduce((n, e) => n + e.value, 0))).observe({type: "layout-shift", buffered: true}) || setTimeout(() => done(0), 100))`)
		if moved > 0.0005 {
			t.Errorf("%s: what is read moves by %.4f", why, moved)
		}
	}
	do(t, ctx, screen(360, "prefers-reduced-motion:reduce"))
	open(first+"#p5", true, "an address in the middle of an article")
	open(second, true, "the first article whose head is seen")
	eval[any](t, ctx, `new Promise(done => { document.querySelector(".hint").scrollIntoView({behavior: "instant"}); (function look() { localStorage.getItem("hint") ? done(0) : setTimeout(look, 20) })() })`)
	open(second, true, "the same article again")
	open(first, false, "another article")
	eval[any](t, ctx, `localStorage.clear(); 0`)
	open(second, true, "another reader")
	eval[any](t, ctx, `document.querySelector(".prose .mention").click(); 0`)
	open(second, false, "after a mark was opened")
	open(root+"es/"+r.Site.Articles[0].Path, false, "in another language")

	refuse := chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, cdppage.AddScriptToEvaluateOnNewDocument, cdppage.AddScriptToEvaluateOnNewDocumentParams{
			Source: `window.wrong = []; addEventListener("error", (e) => wrong.push(e.message)); Object.defineProperty(window, "localStorage", {get() { throw new DOMException("refused", "SecurityError") }})`})
		return err
	})
	do(t, ctx, refuse)
	for range 2 {
		open(second, true, "where nothing is kept")
		eval[any](t, ctx, `document.querySelector(".prose .mention").click(); 0`)
		for _, wrong := range eval[[]string](t, ctx, `wrong`) {
			t.Errorf("where nothing is kept: %s", wrong)
		}
	}
}
