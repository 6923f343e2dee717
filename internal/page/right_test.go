package page_test

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/txtar"

	"glossator/internal/browser"
	"glossator/internal/build"
)

// arabic builds the site in testdata/arabic.txtar, once.
var arabic = sync.OnceValues(func() (*build.Result, error) {
	dir, err := os.MkdirTemp("", "arabic")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	archive, err := txtar.ParseFile("testdata/arabic.txtar")
	if err != nil {
		return nil, err
	}
	for _, f := range archive.Files {
		name := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return nil, err
		}
		if err := os.WriteFile(name, f.Data, 0o644); err != nil {
			return nil, err
		}
	}
	r, err := build.New(build.Config{Site: dir}).Build()
	if err == nil { // the files are gone when a page is asked for
		for _, p := range r.Paths() {
			r.Get(p)
		}
	}
	return r, err
})

// fromTheRight are pages of it: an article, the timeline, two tellings, a search, an entry.
var fromTheRight = []string{"articles/storm.html", "timeline.html", "compare/storm--storm-again.html", "search.html?q=%D8%B3%D9%84%D9%85%D9%89", "nas/salma-haddad.html"}

func arabicSite(t *testing.T) *build.Result {
	t.Helper()
	r, err := arabic()
	if err != nil || !r.OK {
		t.Fatal(err, r.Problems())
	}
	return r
}

// TestFromTheRightInEveryBrowser looks at pages that are read from the right, on a phone and
// on a screen, in light and dark: nothing stands out at the side, sentences end at the left,
// the panel stands before the text and the notes behind it, and a mark opens its card.
func TestFromTheRightInEveryBrowser(t *testing.T) {
	for _, scheme := range []browser.Scheme{browser.Light, browser.Dark} {
		browser.Each(t, scheme, func(t *testing.T, b *browser.Tab) {
			root := watchedSite(t, arabicSite(t))
			for _, p := range fromTheRight {
				b.Open(root + "narrow.html?" + p)
				b.Until(`frames[0].document.querySelector("main") && frames[0].document.readyState === "complete" && frames[0].document.documentElement.classList.contains("scripted")`)
				if strings.HasPrefix(p, "search") {
					b.Until(`frames[0].document.querySelector("main [data-search-results] li")`)
				}
				for _, wrong := range browser.Value[[]string](b, rightWay) {
					t.Errorf("%s, %s: %s", p, scheme, wrong)
				}
			}
			b.Open(root + "narrow.html?" + fromTheRight[0])
			b.Until(`frames[0].document.documentElement.classList.contains("scripted")`)
			for _, width := range []string{"360", "1280"} {
				b.Do(`document.querySelector("iframe").style.width = "` + width + `px"; frames[0].document.querySelector(".prose .mention").click()`)
				b.Until(`frames[0].document.querySelector(".card[role=dialog]")?.getBoundingClientRect().height > 50`)
				card := browser.Value[[]float64](b, `(() => {
					const d = frames[0].document, box = (s) => d.querySelector(s).getBoundingClientRect(), card = box(".card[role=dialog]"), close = box(".card .close");
					return [card.left, d.documentElement.clientWidth - card.right, card.left + card.width / 2 - close.right];
				})()`)
				if min(card[0], card[1], card[2]) < 0 {
					t.Errorf("%s px, %s: the card stands out of the page, or is shut on its right: %v", width, scheme, card)
				}
				b.Do(`frames[0].document.querySelector(".card .close").click()`)
			}
		})
	}
}

// rightWay lists what is wrong with the page in the frame, at both widths.
const rightWay = `[360, 1280].flatMap((width) => {
	document.querySelector("iframe").style.width = width + "px";
	const page = frames[0], d = page.document, box = (e) => e.getBoundingClientRect(), wrong = [];
	d.querySelectorAll("details").forEach((e) => { e.open = true });
	if (page.innerWidth !== width || d.dir !== "rtl") return ["the frame is " + page.innerWidth + " " + d.dir];
	if (d.documentElement.scrollWidth > width) {
		const out = [...d.querySelectorAll("main *, header *, footer *")].filter((e) => box(e).left < 0 || box(e).right > width);
		wrong.push("stands out: " + out.slice(0, 3).map((e) => e.outerHTML.slice(0, 90)));
	}
	const last = (text, at) => { const r = d.createRange(); r.setStart(text, at); r.setEnd(text, at + 1); return box(r) };
	const stops = [...d.querySelectorAll(".story .prose > p, .entry .prose > p")].flatMap((p) => {
		const walk = d.createTreeWalker(p, 4), ends = [];
		for (let t = walk.nextNode(); t; t = walk.nextNode()) {
			for (const m of t.data.matchAll(/[^\s.]\.(?=\s|$)/g)) ends.push([last(t, m.index), last(t, m.index + 1)]);
		}
		return ends;
	});
	if (d.querySelector(".story, .entry") && !stops.length) wrong.push("no sentence ends");
	if (stops.some(([before, stop]) => stop.left > before.left)) wrong.push("a full stop stands at the right");
	const text = d.querySelector(".story .prose > p"), panel = d.querySelector(".panel"), note = d.querySelector(".prose .note");
	if (text && width > 1000) {
		if (box(panel).left < box(text).right) wrong.push("the panel does not stand at the right");
		if (box(note).right > box(text).left) wrong.push("the notes do not stand at the left");
	}
	return wrong.map((w) => width + " px: " + w);
})`

// TestFromTheRightIsAccessible, in light and dark.
func TestFromTheRightIsAccessible(t *testing.T) {
	ctx := chromium(t)
	r := arabicSite(t)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		data, _, _, ok := r.Get(strings.TrimPrefix(q.URL.Path, "/"))
		if !ok {
			http.NotFound(w, q)
			return
		}
		w.Header().Set("Content-Type", contentType(path.Base(q.URL.Path)))
		_, _ = w.Write(data)
	}))
	t.Cleanup(s.Close)
	for _, width := range []int64{360, 1280} {
		for _, scheme := range []string{"light", "dark"} {
			for _, p := range fromTheRight {
				accessible(t, ctx, s.URL+"/", p, width, scheme)
			}
		}
	}
}
