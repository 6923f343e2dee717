package preview

import (
	"testing"

	"glossator/internal/browser"
)

// TestByKeysAlone begins an entry, corrects a speaker and closes the desk without a
// pointer.
func TestByKeysAlone(t *testing.T) {
	browser.Each(t, browser.Light, func(t *testing.T, b *browser.Tab) {
		r := valley(t)
		d := openDesk(t, b, r.url+"/articles/court.html")
		d.Type(browser.Right)
		d.shows("Nadia Verrel")
		d.tabTo("Explain …")
		d.Type(browser.Enter)
		d.Until(shadow + `.activeElement?.localName === "textarea"`)
		d.Type("Nadia Verrel is president of the council.")
		d.tabTo("Begin the entry")
		d.Type(browser.Enter)
		d.said("Nadia Verrel has an entry.")
		d.Until(shadow + `.activeElement?.localName === "h3"`) // the next name
		d.Type(browser.Escape)
		d.Until(`!document.querySelector("preview-desk")`)
		d.Type("e") // it opens where it was
		d.ready()
		d.Type(browser.Left)
		d.tabTo("We never asked")
		d.Type(browser.Enter)
		d.Until(shadow + `.querySelector(".one h3")`)
		d.ready()
		d.tabTo("Nobody says it")
		d.Type(browser.Tabulator + "Nadia" + browser.Enter)
		d.said("Nadia Verrel says it")
		d.ready()
		d.Type(browser.Escape)
		d.Until(shadow + `.querySelector(".readings")`) // a step back
		d.Type(browser.Escape)
		d.Until(`!document.querySelector("preview-desk") && ` + overlayed + `.querySelector(".knob:not([hidden])")`)
	})
}

// tabTo goes on by the Tab key until what has the focus begins so.
func (d inDesk) tabTo(words string) {
	d.t.Helper()
	d.ready()
	for range 40 {
		d.Type(browser.Tabulator)
		if browser.Value[bool](d.Tab, `Boolean(`+shadow+`.activeElement?.textContent.startsWith(`+js(words)+`))`) {
			return
		}
	}
	d.t.Fatalf("the focus never comes to %q", words)
}
