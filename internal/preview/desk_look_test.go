package preview

import (
	"context"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

var picture = flag.Bool("picture", false, "write docs/desk.png anew")

// screen sets a width and colours.
func (t tab) screen(width int64, scheme string) {
	t.Helper()
	err := chromedp.Do(t.ctx, chromedp.Func(func(ctx context.Context, to *chromedp.Target) error {
		p := emulation.SetDeviceMetricsOverrideParams{Width: width, Height: 800, DeviceScaleFactor: 1, Mobile: width < 500}
		if _, err := cdp.Call(ctx, to, emulation.SetDeviceMetricsOverride, p); err != nil {
			return err
		}
		m := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}, {Name: "prefers-reduced-motion", Value: "reduce"}}}
		_, err := cdp.Call(ctx, to, emulation.SetEmulatedMedia, m)
		return err
	}))
	if err != nil {
		t.Fatal(err)
	}
}

// views are the desk's panels, each as it is shown by a script.
var views = []struct{ name, script string }{
	{"page", `await all()`},
	{"a quotation", `await all(); press(".reading", "We never asked")`},
	{"words", `await go("page", {block: "p2", text: "the judge", nth: 0}); await quiet(); press("button", "Things done")`},
	{"explain", `await go("explain"); await quiet(); press("button", "Explain …")`},
	{"questions", `go("questions")`},
	{"texts", `await go("texts"); await quiet(); root.querySelector(".panel .back")?.click()`},
	{"add", `await go("texts"); await quiet(); press("button", "Add texts"); [...root.querySelectorAll("button")].find((e) => e.textContent === "Put away")?.click(); root.querySelector("textarea").value = "A title\n\nSome words of it.\n\nShare this article"; press("button", "Look at it")`},
	{"entry", `go("entry", "nadia-verrel")`},
	{"changes", `go("changes")`},
}

const deskScript = `const {desk} = await import("/.preview/client/desk/desk.js")
const root = document.querySelector("preview-desk").shadowRoot
const go = (panel, what) => desk.go(panel, what)
const quiet = async () => { while (root.querySelector("[aria-busy=true]")) await new Promise((done) => setTimeout(done, 20)) }
const all = async () => { await go("page"); await quiet(); root.querySelector(".panel .back")?.click(); await quiet() }
const press = (selector, words) => [...root.querySelectorAll(selector)].find((e) => e.textContent.startsWith(words)).click()
`

// TestDeskIsAccessible: no panel violates a rule of axe-core, whatever the width and the
// colours; nor does one scroll sideways.
func TestDeskIsAccessible(t *testing.T) {
	if testing.Short() {
		t.Skip("a browser is slow")
	}
	axe, err := os.ReadFile("../page/testdata/axe/axe.min.js")
	if err != nil {
		t.Fatal(err)
	}
	r := valley(t)
	r.act("explain", `{"suggestion": "nadia-verrel", "name": "Nadia Verrel", "kind": "person", "facet": "who", "sentence": "Nadia Verrel was president of the council of Ostra."}`)
	r.act("entry/new", `{"name": "Henrik Sall", "kind": "person", "facet": "who", "sentence": "Henrik Sall was a judge in Lind."}`)
	page := r.tab(chromium(t), "/articles/court.html")
	page.until(overlayed + `.querySelector(".knob:not([hidden])")`)
	page.do(overlayed + `.querySelector(".knob").click()`)
	page.until(`document.querySelector("preview-desk")?.shadowRoot.querySelector("[aria-busy=false]")`)
	page.do(string(axe) + "; 0")
	for _, width := range []int64{360, 1280} {
		for _, scheme := range []string{"light", "dark"} {
			page.screen(width, scheme)
			for _, v := range views {
				page.do(fmt.Sprintf(`window.shown = false; (async () => { %s; %s; await quiet(); window.shown = true })().catch((e) => { window.shown = String(e) })`, deskScript, v.script))
				page.until(`window.shown`)
				page.do(`window.found = null; axe.run().then((r) => { window.found = r.violations.flatMap((v) => v.nodes.slice(0, 3).map((n) => v.id + ": " + v.help + ": " + n.html.slice(0, 200) + " :: " + n.failureSummary)) })`)
				page.until(`window.found`)
				found, err := chromedp.Run(page.ctx, chromedp.Evaluate[[]string](`[...(window.shown === true ? [] : [window.shown]), ...window.found, ...(() => { const p = document.querySelector("preview-desk").shadowRoot.querySelector(".panel"); return p.scrollWidth > p.clientWidth ? ["it scrolls sideways"] : [] })()]`))
				if err != nil {
					t.Fatal(err)
				}
				for _, what := range found {
					t.Errorf("%s, %d px, %s: %s", v.name, width, scheme, what)
				}
				if dir := os.Getenv("GLOSSATOR_SHOTS"); dir != "" { // to look at
					page.shot(fmt.Sprintf("%s/%s-%d-%s.png", dir, strings.ReplaceAll(v.name, " ", "-"), width, scheme))
				}
			}
		}
	}
	if *picture {
		page.screen(1280, "light")
		page.do(`window.shown = false; (async () => { ` + deskScript + views[1].script + `; await quiet(); const place = root.querySelector(".facts .place"); place.textContent = place.textContent.replace(/^.*(?=content)/, ""); scrollTo(0, 0); window.shown = true })()`)
		page.until(`window.shown`)
		page.shot("../../docs/desk.png")
	}
}

func (t tab) shot(path string) {
	t.Helper()
	time.Sleep(150 * time.Millisecond) // it is drawn
	png, err := chromedp.Run(t.ctx, chromedp.CaptureScreenshot())
	if err == nil {
		err = os.WriteFile(path, png, 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
}
