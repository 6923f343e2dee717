package page_test

import (
	"context"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// sheet is how a page of a PDF begins.
var sheet = regexp.MustCompile(`/Type\s*/Page\b[^s]`)

// TestArticlesFitOnPaper prints what a class reads: an article with its notes on a sheet of
// two pages, three where it explains more than anybody reads at once, and the worksheet on
// two, without its key; the home page on five, the timeline with all that happened on seven.
func TestArticlesFitOnPaper(t *testing.T) {
	ctx := chromium(t)
	r, root := serve(t)
	pages := func(path string) int {
		do(t, ctx, chromedp.Navigate(root+path))
		n := 0
		do(t, ctx, chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
			pdf, err := cdp.Call(ctx, t, cdppage.PrintToPDF, cdppage.PrintToPDFParams{})
			if err == nil {
				n = len(sheet.FindAllIndex([]byte(pdf.Data), -1))
			}
			return err
		}))
		return n
	}
	for _, a := range r.Site.Articles {
		most := 2
		if len(a.Seen) > 25 {
			most = 3
		}
		if n := pages(a.Path); n < 1 || n > most {
			t.Errorf("%s is printed on %d pages, not on %d", a.Path, n, most)
		}
	}
	if n := pages("worksheet.html"); n < 1 || n > 2 {
		t.Errorf("the worksheet is printed on %d pages", n)
	}
	for _, edition := range []string{"", "es/"} {
		if n := pages(edition + "index.html"); n < 2 || n > 5 {
			t.Errorf("%sindex.html is printed on %d pages: one of which article speaks of what", edition, n)
		}
		if n := pages(edition + "timeline.html"); n < 3 || n > 7 {
			t.Errorf("%stimeline.html is printed on %d pages: one of its rules, one of the drawing, and what happened in columns", edition, n)
		}
	}
	if data, _, _, _ := r.Get("worksheet.html"); strings.Contains(string(data), "Answer key") {
		t.Error("the worksheet has its key on it")
	}
}
