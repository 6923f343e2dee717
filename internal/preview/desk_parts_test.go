package preview

import (
	"bytes"
	"compress/gzip"
	"io/fs"
	"strings"
	"testing"

	"glossator/internal/browser"
)

// TestDeskIsLight: what a page carries while the desk is closed, and what is loaded when
// it is opened.
func TestDeskIsLight(t *testing.T) {
	script, _ := client.ReadFile("client/client.js")
	style, _ := client.ReadFile("client/client.css")
	_, loader, _ := strings.Cut(string(script), "// ── The desk")
	loader, _, found := strings.Cut(loader, "// ── Start")
	for line := range strings.Lines(string(style)) {
		if strings.Contains(line, "knob") {
			loader += line
		}
	}
	if n := len(loader); !found || n > 2<<10 {
		t.Errorf("a page carries %d bytes for a closed desk", n)
	}
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	files, err := fs.Glob(client, "client/desk/*")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, f := range files {
		data, _ := client.ReadFile(f)
		_, _ = w.Write(data)
	}
	_ = w.Close()
	if packed.Len() > 60<<10 {
		t.Errorf("the desk weighs %d bytes", packed.Len())
	}
	t.Logf("loader %d bytes; desk %d bytes compressed, %d files", len(loader), packed.Len(), len(files))
}

// TestModules: of the desk's own files, and of no others.
func TestModules(t *testing.T) {
	r := enter(t)
	r.has("/.preview/client/desk/desk.js", "export function open")
	r.has("/.preview/client/desk/desk.css", ":host")
	for _, p := range []string{"client/desk/none.js", "client/desk", "client/idiomorph.LICENSE", "client/desk/../../server.go"} {
		if status, _ := r.get("/.preview/" + p); status != 404 {
			t.Errorf("%s: %d", p, status)
		}
	}
}

// modules gives a page the parts of the desk by name.
const modules = `const [tree, , words] = await Promise.all(["tree", "choose", "words"].map((n) => import("/.preview/client/desk/" + n + ".js")));
const {h, draw} = tree;`

func TestDeskParts(t *testing.T) {
	r := enter(t, func(r *room) {
		r.write("content/articles/one.md", article("One", "Ada Stone and *Ada Stone* came first, and Ada Stone stayed."))
	})
	browser.Each(t, browser.Light, func(t *testing.T, b *browser.Tab) {
		b.Open(r.url + "/articles/one.html")
		drawingKeeps(t, b)
		choosing(t, b)
		wordsAreFound(t, b)
	})
}

// drawingKeeps: what is equal stays, with what was typed, and with the focus.
func drawingKeeps(t *testing.T, b *browser.Tab) {
	b.Do(modules + `
		const at = document.body.appendChild(document.createElement("div")); at.id = "drawn"
		window.show = (list, value) => draw(at, h("p", {}, list.length, " things"), list.map((k) => h("label", {key: k}, k, h("input", {id: k, value}))))
		show(["a", "b", "c"], "old")
		b.value = "typed"; b.focus(); window.kept = b
		show(["b", "c", "d"], "old")`)
	if got := browser.Value[string](b, `[...drawn.querySelectorAll("label")].map((l) => l.textContent + l.firstElementChild.value).join(" ")`); got != "btyped cold dold" {
		t.Error(got)
	}
	if !browser.Value[bool](b, `kept.isConnected && document.activeElement === kept`) {
		t.Error("the focus was lost")
	}
	b.Do(`show(["b"], "new")`)
	if got := browser.Value[string](b, `drawn.textContent + kept.value`); got != "1 thingsbnew" {
		t.Error(got)
	}
}

// choosing goes through the box with a list by keys alone.
func choosing(t *testing.T, b *browser.Tab) {
	b.Do(modules + `
		window.picked = []; window.escaped = 0
		document.body.addEventListener("keydown", (e) => { if (e.key === "Escape") window.escaped++ })
		const choices = [{id: "ada", name: "Ada Stone"}, {id: "bo", name: "Bo Ádám"}, {id: "adams", name: "Adams Fund", aliases: ["The Fund"]}]
		draw(document.body.appendChild(document.createElement("div")), h("desk-choose", {own: true, label: "Who?", choices, free: "nobody known", picked: (c) => picked.push(c.id + "/" + c.name)}))
		document.querySelector("desk-choose").focus()`)
	options := func() []string {
		return browser.Value[[]string](b, `[...document.querySelectorAll("[role=option]")].map((o) => (o.getAttribute("aria-selected") === "true" ? "*" : "") + o.firstChild.textContent)`)
	}
	says := func(want ...string) {
		t.Helper()
		if got := options(); strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("%q, not %q", got, want)
		}
	}
	b.Type("ada")
	says("*Ada Stone", "Adams Fund", "Bo Ádám", "ada")
	if !browser.Value[bool](b, `(() => { const i = document.querySelector("[role=combobox]"); return i.getAttribute("aria-expanded") === "true" &&
		document.getElementById(i.getAttribute("aria-activedescendant")).ariaSelected === "true" && document.getElementById(i.getAttribute("aria-controls")).role === "listbox" && i.labels[0].textContent === "Who?" })()`) {
		t.Error("the box does not say what is chosen")
	}
	b.Type(browser.Down + browser.Enter)
	b.Type(strings.Repeat(browser.Backspace, 12) + "the f" + browser.Escape)
	says()
	b.Type(browser.Escape)
	b.Type(strings.Repeat(browser.Backspace, 5) + "Zoe" + browser.Enter)
	if got := browser.Value[string](b, `picked.join(" ") + " " + escaped`); got != "adams/Adams Fund /Zoe 1" {
		t.Error(got)
	}
}

// wordsAreFound: what is selected on a page is found there again.
func wordsAreFound(t *testing.T, b *browser.Tab) {
	got := browser.Value[[]string](b, `(async () => { `+modules+`
		const ids = new Set(["p1"]), said = []
		for (let nth = 0; nth < 4; nth++) {
			const r = words.rangeOf("p1", "Ada  Stone", nth)
			if (!r) { said.push("none"); continue }
			getSelection().removeAllRanges()
			getSelection().addRange(r)
			const s = words.selected(ids)
			said.push(s.block + " " + s.text + " " + s.nth)
		}
		said.push(String(words.holds({block: "p1", text: "Stone came", nth: 0}, {block: "p1", text: "came", nth: 0})), String(words.holds({block: "p1", text: "came", nth: 0}, {block: "p1", text: "Stone came", nth: 0})))
		return said })()`)
	if want := "p1 Ada Stone 0|p1 Ada Stone 1|p1 Ada Stone 2|none|true|false"; strings.Join(got, "|") != want {
		t.Errorf("%q", got)
	}
}
