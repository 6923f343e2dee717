package page_test

import (
	_ "embed"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"strings"
	"testing"

	"glossator/internal/browser"
	"glossator/internal/build"
	"glossator/internal/page"
)

// TestInEveryBrowser looks at a page of every kind in each, over HTTP and from disk.
func TestInEveryBrowser(t *testing.T) {
	browser.Each(t, browser.Light, func(t *testing.T, b *browser.Tab) {
		r, served := watched(t)
		disk := written(t, r)
		for _, p := range kinds(t, r) {
			if embedded(p) { // see embed_test.go
				continue
			}
			everyPage(t, b, served+p)
			narrow(t, b, served, p)
			if p != "404.html" { // a host serves it at any depth: its links begin at the root
				everyPage(t, b, disk+p)
			}
		}
	})
}

// TestArticlesInEveryBrowser uses what an article does.
func TestArticlesInEveryBrowser(t *testing.T) {
	browser.Each(t, browser.Light, func(t *testing.T, b *browser.Tab) {
		r, served := watched(t)
		article := anArticle(t, r)
		for _, root := range []string{served, written(t, r)} {
			b.Open(root + article)
			marksAreSeen(t, b)
			cardsOpen(b)
			lookUp(b, r)
			searchPage(b, r, root)
			switches(b, root+article)
		}
	})
}

// TestDarkInEveryBrowser: who prefers dark pages gets them, with marks that are seen.
func TestDarkInEveryBrowser(t *testing.T) {
	browser.Each(t, browser.Dark, func(t *testing.T, b *browser.Tab) {
		r, served := watched(t)
		b.Open(served + anArticle(t, r))
		const light = `(colour) => colour.match(/\d+/g).slice(0, 3).reduce((n, c) => n + Number(c), 0) / 765`
		if paper := browser.Value[float64](b, `(`+light+`)(getComputedStyle(document.body).backgroundColor)`); paper > .2 {
			t.Errorf("the paper is %.2f light", paper)
		}
		if line := browser.Value[float64](b, `(`+light+`)(getComputedStyle(document.querySelector(".mention.first")).textDecorationColor)`); line < .5 {
			t.Errorf("a mark's line is %.2f light", line)
		}
		marksAreSeen(t, b)
	})
}

// everyPage opens a page: it is styled, its scripts ran, and nothing went wrong.
func everyPage(t *testing.T, b *browser.Tab, address string) {
	t.Helper()
	b.Open(address)
	if browser.Value[string](b, `getComputedStyle(document.body).maxWidth`) == "none" {
		t.Errorf("%s has no style", address)
	}
	b.Until(`document.documentElement.classList.contains("scripted") && document.fonts.status === "loaded"`)
	for _, wrong := range browser.Value[[]string](b, `wrong`) {
		t.Errorf("%s: %s", address, wrong)
	}
}

// narrow puts a page in a frame as wide as a small phone, and as what is left of a
// screen at 400 %, with everything open: it doesn't scroll sideways, and nothing stands
// out of the masthead.
func narrow(t *testing.T, b *browser.Tab, root, p string) {
	t.Helper()
	b.Open(root + "narrow.html?" + p)
	b.Until(`frames[0].document.querySelector("main") && frames[0].document.readyState === "complete"`)
	wide := browser.Value[[]string](b, `[360, 320].flatMap((width) => {
		document.querySelector("iframe").style.width = width + "px";
		const page = frames[0], d = page.document, end = (e) => Math.round(e.getBoundingClientRect().right);
		d.querySelectorAll("details").forEach((e) => { e.open = true });
		if (page.innerWidth !== width) return ["the frame is " + page.innerWidth];
		const out = d.documentElement.scrollWidth > width ? width : end(d.querySelector(".masthead"));
		const where = out === width ? "main *, header *, footer *" : ".masthead form, .masthead button";
		return [...d.querySelectorAll(where)].filter((e) => end(e) > out).slice(0, 5).map((e) => width + ": " + e.outerHTML.slice(0, 90));
	})`)
	if len(wide) > 0 {
		t.Errorf("%s is too wide: %s", p, strings.Join(wide, "\n"))
	}
}

// marksAreSeen holds every mark that an article shows, and one of every look that a facet
// can have, to a line under it that has a thickness, a colour and the facet's style. Words
// that are marked already show theirs when one comes to them.
func marksAreSeen(t *testing.T, b *browser.Tab) {
	t.Helper()
	unseen := browser.Value[[]string](b, `(() => {
		const lines = {f1: "solid", f2: "double", f3: "dashed", f4: "dotted", f5: "wavy", f6: "solid"};
		const model = document.querySelector(".prose .mention");
		const added = Object.keys(lines).map((look) => {
			const m = model.cloneNode(true);
			m.className = "mention first " + look;
			model.after(" ", m);
			return m;
		});
		const looks = (e, style) => {
			const s = getComputedStyle(e), colour = s.textDecorationColor;
			const seen = s.textDecorationLine.includes("underline") && s.textDecorationStyle === style &&
				parseFloat(s.textDecorationThickness) >= 1 && colour !== "transparent" && !/[,\/] *0\)$/.test(colour);
			return seen ? [] : [e.className + ": " + [s.textDecorationLine, s.textDecorationStyle, s.textDecorationThickness, colour]];
		};
		const mentions = [...document.querySelectorAll(".prose a.mention.first")];
		const again = document.querySelector(".prose p a.mention:not(.first)");
		const drawn = () => getComputedStyle(again).textDecorationLine.includes("underline");
		if (drawn()) return ["words that were marked a line before are marked again"];
		again.focus({preventScroll: true});
		if (!drawn()) return ["the focus does not show the mark"];
		again.blur();
		const unseen = mentions.flatMap((m) => looks(m, lines[[...m.classList].find((c) => lines[c])]));
		const figures = [...document.querySelectorAll(".prose .date[data-says], .prose a.figure")];
		unseen.push(...figures.flatMap((e) => looks(e, "dotted")));
		added.forEach((m) => m.remove());
		return mentions.length > 12 && figures.length ? unseen : ["too few marks to tell: " + [mentions.length, figures.length]];
	})()`)
	for _, mark := range unseen {
		t.Errorf("a mark is not seen: %s", mark)
	}
}

// cardsOpen opens a note beside the text and over it: by pointer, finger and keys.
func cardsOpen(b *browser.Tab) {
	const mention, card = `.prose .mention`, `document.querySelector(".card[role=dialog]")`
	const seen = card + `?.getBoundingClientRect().height > 50 && ` + card + `.querySelector(".more").href.endsWith(".html")`
	b.Hover(mention)
	b.Until(`document.querySelector(".note.lit")`)
	for _, open := range []func(string){b.Click, b.Tap} {
		open(mention)
		b.Until(seen)
		b.Type(browser.Escape)
		b.Until(`!` + card + ` && document.activeElement.matches(".mention")`)
	}
	b.Type(browser.Enter)
	b.Until(seen)
	b.Click(".card .close")
	b.Until(`!` + card)
	b.Hover("h1") // what the closed card uncovers under the pointer takes the light away
	b.Do(`document.activeElement.blur(); document.querySelector(".prose .mention").focus({preventScroll: true})`)
	b.Until(`document.querySelector(".note.lit")`)
}

// lookUp types a name into the box of whatever page this is.
func lookUp(b *browser.Tab, r *build.Result) {
	e := r.Site.Profiles[0].Entry
	b.Click(`.lookup input`)
	b.Type(e.Name)
	b.Until(fmt.Sprintf(`[...document.querySelectorAll(".lookup [data-search-results] a")].some((a) => a.getAttribute("href").endsWith(%q))`, r.Site.Profiles[0].Path))
	b.Type(browser.Escape)
}

// searchPage asks by the address, as a form without scripts does.
func searchPage(b *browser.Tab, r *build.Result, root string) {
	word := strings.Fields(r.Site.Profiles[0].Entry.Name)[0]
	b.Open(root + "search.html?q=" + word)
	b.Until(`document.querySelectorAll("main [data-search-results] li a[href]").length > 1 && document.querySelector("main mark")`)
}

// switches takes the marks of one facet away, and brings them back.
func switches(b *browser.Tab, address string) {
	const drawn = `[...document.querySelectorAll(".prose .mention.f1")].some((m) => getComputedStyle(m).textDecorationLine !== "none")`
	b.Open(address)
	b.Until(drawn)
	b.Click(".switch[data-marks=f1]")
	b.Until(`!` + drawn)
	b.Open(address)
	b.Until(`!` + drawn) // it is remembered
	b.Click(".switch[data-marks=all]")
	b.Until(drawn)

	const stops = `[...document.querySelectorAll(".prose > p :is(a.mention, .date, a.figure)")].filter((e) => e.matches("[href], [tabindex]")).length`
	stopped := browser.Value[int](b, stops)
	b.Click(".switch[data-marks=all]")
	b.Until(`!` + drawn + ` && ` + stops + ` === 0 && ![...document.querySelectorAll(".places, .speaker, .glosses .note")].some((e) => e.getClientRects().length)`)
	b.Click(".switch[data-marks=all]")
	b.Until(fmt.Sprintf("%s === %d", stops, stopped))
}

// TestLinksInEveryBrowser: two presses give a link to a sentence, the keys come back from
// there, and an address of the time when marks were numbered arrives where it did.
func TestLinksInEveryBrowser(t *testing.T) {
	browser.Each(t, browser.Light, func(t *testing.T, b *browser.Tab) {
		r, served := watched(t)
		article := served + anArticle(t, r)
		const card, given = `document.querySelector(".share")`, `(document.querySelector(".share [role=status] input") || {value: document.querySelector(".share [role=status]").textContent}).value`
		b.Open(article)
		b.Click("#p1 > .act")
		b.Until(card + ` && ` + card + `.getBoundingClientRect().height > 50`)
		b.Click(".share .link")
		b.Until(given)
		b.Click(".share li button")
		b.Until(`/#p1:~:text=/.test(` + given + `) || !document.querySelector(".share input")`)
		b.Type(browser.Escape)
		b.Until(`!` + card + ` && document.activeElement.matches("#p1 > .act")`)

		third := browser.Value[string](b, `[...document.querySelectorAll(".mention[id]")].filter((m) => !m.closest(".note.own"))[2].id`)
		b.Open(article + "?old#m3")
		b.Until(fmt.Sprintf(`location.hash === "#" + %q && document.querySelector(":target").matches(".mention")`, third))
		b.Open(article + "?older#p99." + third[strings.IndexByte(third, '.')+1:])
		b.Until(`document.querySelector(":target.mention")`)

		b.Open(served + "index.html") // the home page is no source: its quotations are
		b.Until(`document.querySelector(".act") && !document.querySelector(".front .prose .act")`)
	})
}

// wrong is what collects what goes wrong in a page.
//
//go:embed testdata/wrong.js
var wrong string

// watch puts it before everything else in a page.
func watch(p string, data []byte) []byte {
	root := strings.Repeat("../", strings.Count(p, "/"))
	return []byte(strings.Replace(string(data), `<meta charset="utf-8">`, `<meta charset="utf-8"><script src="`+root+`wrong.js"></script>`, 1))
}

// watched serves the site with the header that hosts send, each page with a script
// that collects what goes wrong, and a page that holds others in a narrow frame.
func watched(t *testing.T) (*build.Result, string) {
	t.Helper()
	r, err := published()
	if err != nil {
		t.Fatal(err)
	}
	return r, watchedSite(t, r)
}

// watchedSite is the address at which a site is served so.
func watchedSite(t *testing.T, r *build.Result) string {
	t.Helper()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		p := strings.TrimPrefix(q.URL.Path, "/")
		switch p {
		case "wrong.js":
			w.Header().Set("Content-Type", "text/javascript")
			_, _ = w.Write([]byte(wrong))
		case "narrow.html":
			w.Header().Set("Content-Type", "text/html")
			fmt.Fprintf(w, `<!doctype html><iframe src="%s" style="border: 0; width: 360px; height: 800px"></iframe>`, q.URL.RawQuery)
		default:
			data, _, problem, ok := r.Get(p)
			if !ok || problem != nil {
				http.NotFound(w, q)
				return
			}
			w.Header().Set("Content-Type", contentType(p))
			w.Header().Set("Content-Security-Policy", page.CSP)
			if path.Ext(p) == ".html" {
				data = watch(p, data)
			}
			_, _ = w.Write(data)
		}
	}))
	t.Cleanup(s.Close)
	return s.URL + "/"
}

// written is the address of the site on disk, with the same script.
func written(t *testing.T, r *build.Result) string {
	t.Helper()
	dir := t.TempDir()
	write := func(p string, data []byte) {
		if err := os.MkdirAll(path.Join(dir, path.Dir(p)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path.Join(dir, p), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("wrong.js", []byte(wrong))
	for _, p := range r.Paths() {
		if data, _, problem, ok := r.Get(p); ok && problem == nil {
			if path.Ext(p) == ".html" {
				data = watch(p, data)
			}
			write(p, data)
		}
	}
	return "file://" + dir + "/"
}
