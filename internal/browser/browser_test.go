package browser

import (
	"bytes"
	"image/png"
	"net/http"
	"net/http/httptest"
	"testing"
)

const board = `<!doctype html><meta charset="utf-8"><title>Board</title><style>#over:hover { color: rgb(1, 2, 3) }</style>
<p id="over">over</p><button id="b">press</button><input id="i"><script>
b.onclick = (e) => { b.dataset.pressed = (b.dataset.pressed ?? "") + e.pointerType + " " }
</script>`

func TestCommands(t *testing.T) {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { _, _ = w.Write([]byte(board)) }))
	defer s.Close()
	Each(t, Dark, func(t *testing.T, b *Tab) {
		b.Open(s.URL)
		if got := Value[string](b, `Promise.resolve(document.title)`); got != "Board" {
			t.Error(got)
		}
		if !Value[bool](b, `matchMedia("(prefers-color-scheme: dark)").matches && innerWidth === 1280`) {
			t.Errorf("not dark, or %v wide", Value[int](b, "innerWidth"))
		}
		b.Hover("#over")
		b.Until(`getComputedStyle(over).color === "rgb(1, 2, 3)"`)
		b.Click("#b")
		b.Until(`b.dataset.pressed === "mouse "`)
		b.Tap("#b")
		b.Until(`b.dataset.pressed === "mouse ` + b.finger + ` "`)
		b.Click("#i")
		b.Type("aé")
		b.Until(`i.value === "aé"`)
		b.Do(`await 0; document.title = "Changed"`)
		b.Until(`document.title === "Changed"`)
		if _, err := png.Decode(bytes.NewReader(b.Screenshot())); err != nil {
			t.Error(err)
		}
	})
}
