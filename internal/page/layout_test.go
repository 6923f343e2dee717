package page_test

import (
	"testing"

	"github.com/chromedp/chromedp"
)

// TestNothingMovesBeforeTheDrawingIsThere: a page is shown while it still comes. Of the
// timeline the list of what happened comes last, behind the drawing; what stands above the
// drawing, or beside it, stays where it was before the drawing came.
func TestNothingMovesBeforeTheDrawingIsThere(t *testing.T) {
	ctx := chromium(t)
	_, root := serve(t)
	for _, width := range []int64{390, 800, 1100, 1280, 1920} {
		do(t, ctx, screen(width), chromedp.Navigate(root+"timeline.html"), chromedp.WaitReady(".drawing"))
		moved := eval[[]string](t, ctx, `(() => {
			const drawing = document.querySelector(".drawing");
			const seen = [...document.querySelectorAll("main *")].filter((e) => e.getClientRects().length && drawing.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_PRECEDING && !e.contains(drawing));
			const places = () => seen.map((e) => { const r = e.getBoundingClientRect(); return Math.round(r.left) + " " + Math.round(r.top + scrollY) + " " + Math.round(r.width); });
			const there = places();
			while (drawing.nextSibling) drawing.nextSibling.remove();
			drawing.remove();
			const without = places();
			return seen.filter((e, i) => there[i] !== without[i]).slice(0, 5).map((e) => e.tagName + "." + e.className + " " + e.textContent.slice(0, 30));
		})()`)
		for _, what := range moved {
			t.Errorf("%d px: when the drawing comes, this moves: %s", width, what)
		}
	}
}

// TestNotesDoNotTearTheProseApart: beside the text, in every language, no block of the
// text waits for the notes of the one before.
func TestNotesDoNotTearTheProseApart(t *testing.T) {
	ctx := chromium(t)
	r, root := serve(t)
	for _, article := range articlesOf(r) {
		do(t, ctx, screen(1280), chromedp.Navigate(root+article), chromedp.WaitReady(".prose"))
		gap := eval[float64](t, ctx, `(() => {
			const blocks = [...document.querySelectorAll(".prose > :not(aside, span, a)")].filter((e) => e.getClientRects().length);
			return Math.max(0, ...blocks.slice(1).map((e, i) => e.getBoundingClientRect().top - blocks[i].getBoundingClientRect().bottom));
		})()`)
		if gap > 110 {
			t.Errorf("%s: %.0f px of nothing between two blocks", article, gap)
		}
	}
}
