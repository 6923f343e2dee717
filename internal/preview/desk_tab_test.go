package preview

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"glossator/internal/browser"
)

// inDesk is a tab with the desk open, used as a person does: by the words on buttons and
// beside fields.
type inDesk struct {
	*browser.Tab
	t *testing.T
}

// shadow is where the desk stands.
const shadow = `document.querySelector("preview-desk").shadowRoot`

// openDesk goes to a page and opens the desk by its key.
func openDesk(t *testing.T, b *browser.Tab, address string) inDesk {
	t.Helper()
	d := inDesk{b, t}
	b.Open(address)
	b.Until(overlayed + `.querySelector(".knob:not([hidden])") || document.querySelector("preview-desk")`)
	if !browser.Value[bool](b, `Boolean(document.querySelector("preview-desk"))`) {
		b.Type("e")
	}
	d.ready()
	return d
}

// ready waits until nothing is being done and the panel shows what there is.
func (d inDesk) ready() {
	d.t.Helper()
	d.Until(`document.querySelector("preview-desk") && ` + shadow + `.querySelector(".panel")?.getAttribute("aria-busy") === "false"`)
}

// the marks an element of the desk, waits until it is there, and returns its selector.
func (d inDesk) the(find string) string {
	d.t.Helper()
	d.ready()
	d.Until(`(() => { const root = ` + shadow + `; root.querySelector("[data-now]")?.removeAttribute("data-now");
		const e = (` + find + `)(root); e?.setAttribute("data-now", ""); return e })()`)
	return "preview-desk >>> [data-now]"
}

// press clicks the button, link or tab of these words; within names what it is in: an
// item of a list, say, by words of it.
func (d inDesk) press(words string, within ...string) {
	d.t.Helper()
	d.Click(d.the(`(root) => [...(` + scope(within) + `)(root).querySelectorAll("button, a, summary")].find((e) => e.checkVisibility() && e.textContent.trim().startsWith(` + js(words) + `))`))
	d.ready()
}

func scope(within []string) string {
	if len(within) == 0 {
		return `(root) => root`
	}
	return `(root) => [...root.querySelectorAll("li, tr, section, form")].find((e) => [...e.children].some((c) => c.textContent.includes(` + js(within[0]) + `)) && !e.querySelector("li, tr, section, form")) ??
		[...root.querySelectorAll("li, tr, section, form")].findLast((e) => e.textContent.includes(` + js(within[0]) + `))`
}

// fill writes into the field beside a label, or named by one, in the place of what it
// holds.
func (d inDesk) fill(label, words string) {
	d.t.Helper()
	d.Click(d.the(`(root) => [...root.querySelectorAll("input, textarea, select")].find((e) => e.checkVisibility() && (e.labels?.[0]?.textContent ?? e.ariaLabel ?? "").startsWith(` + js(label) + `))`))
	d.Do(shadow + `.activeElement.select?.()`)
	if words == "" {
		words = browser.Backspace
	}
	d.Type(words)
}

// choose types into a box with a list and takes what comes first.
func (d inDesk) choose(label, words string) {
	d.t.Helper()
	d.fill(label, words)
	d.Until(shadow + `.querySelector("[role=option][aria-selected=true]")`)
	d.Type(browser.Enter)
	d.ready()
}

// said waits until the desk tells what it did.
func (d inDesk) said(words string) {
	d.t.Helper()
	d.Until(shadow + `.querySelector(".done").textContent.includes(` + js(words) + `)`)
}

// shows waits for words in the panel.
func (d inDesk) shows(words string) {
	d.t.Helper()
	d.Until(shadow + `.querySelector(".panel").textContent.includes(` + js(words) + `)`)
}

// pick selects the nth of some words on the page with the pointer's events.
func (d inDesk) pick(block, words string) {
	d.t.Helper()
	d.ready()
	d.Do(fmt.Sprintf(`const {rangeOf} = await import("/.preview/client/desk/words.js")
		getSelection().removeAllRanges(); getSelection().addRange(rangeOf(%s, %s, 0))
		document.querySelector("#"+%[1]s).dispatchEvent(new MouseEvent("mouseup", {bubbles: true, composed: true}))`, js(block), js(words)))
	d.Until(shadow + `.querySelector(".one h3")?.textContent === ` + js(words))
	d.ready()
}

func js(text string) string {
	data, _ := json.Marshal(text) // a text can always be written
	return strings.ReplaceAll(string(data), "\\u0026", "&")
}

// visit goes to another page with the desk open.
func (d inDesk) visit(address string) {
	d.t.Helper()
	d.Open(address)
	d.Until(`document.querySelector("preview-desk")`)
	d.ready()
}

// option takes one of a list of words.
func (d inDesk) option(label, value string) {
	d.t.Helper()
	d.Do(shadow + `.activeElement?.blur()`)
	d.the(`(root) => [...root.querySelectorAll("select")].find((e) => e.checkVisibility() && (e.labels?.[0]?.textContent ?? e.ariaLabel ?? "").startsWith(` + js(label) + `))`)
	d.Do(`const e = ` + shadow + `.querySelector("[data-now]"); e.focus(); e.value = ` + js(value) + `; e.dispatchEvent(new Event("change", {bubbles: true}))`)
}
