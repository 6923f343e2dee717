package preview

import (
	"strings"
	"testing"

	"glossator/internal/browser"
)

// TestTextsAreAdded drops a text and pastes one; nothing is written before it is seen what
// is kept of them, and what is not kept is not in the file.
func TestTextsAreAdded(t *testing.T) {
	browser.Each(t, browser.Dark, func(t *testing.T, b *browser.Tab) {
		r := valley(t)
		before := len(r.contents())
		d := openDesk(t, b, r.url+"/articles/court.html")
		d.press("Texts")
		d.press("Add texts …")
		d.Do(`const dropped = new DataTransfer()
			dropped.items.add(new File(["The ferry\n\nThe ferry came at noon, and nobody saw it leave.\n\nSubscribe to our newsletter\n\nIt was empty when it came."], "ferry.txt", {type: "text/plain"}))
			` + shadow + `.querySelector(".drop").dispatchEvent(new DragEvent("drop", {dataTransfer: dropped, bubbles: true, cancelable: true}))`)
		d.shows("Subscribe to our newsletter")
		d.Click(d.the(`(root) => root.querySelector('[aria-label^="Leave out: It was empty"]')`))
		if now := len(r.contents()); now != before {
			t.Errorf("%d files, before anything was to be written", now)
		}
		d.press("Add 1 text")
		d.said("One text is added.")
		if got := r.contents()["content/articles/the-ferry.md"]; !strings.HasPrefix(got, "---\ntitle: The ferry\nrights: own\n") || !strings.HasSuffix(got, "---\nThe ferry came at noon, and nobody saw it leave.\n") {
			t.Errorf("%s", got)
		}
		d.press("Add texts …")
		d.Do(shadow + `.querySelector("textarea").value = "The quay\n\nThe quay has no light since Monday."`)
		d.press("Look at it")
		d.press("Add 1 text")
		d.said("One text is added.")
		d.Until(shadow + `.querySelector('[aria-label^="Title: The quay"]')`)
		d.press("Changes")
		d.press("Undo")
		d.said("Undone")
		if _, there := r.contents()["content/articles/the-quay.md"]; there {
			t.Error("it is still there")
		}
	})
}
