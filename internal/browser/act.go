package browser

import "encoding/json"

// Keys that have no letter, as WebDriver writes them.
const (
	Tabulator = "\ue004"
	Enter     = "\ue007"
	Escape    = "\ue00c"
	Backspace = "\ue003"
	Down      = "\ue015"
	Left      = "\ue012"
	Right     = "\ue014"
	PageUp    = "\ue00e"
)

// Type presses and releases a key for each character.
func (b *Tab) Type(keys string) {
	b.t.Helper()
	var all []action
	for _, k := range keys {
		all = append(all, action{"type": "keyDown", "value": string(k)}, action{"type": "keyUp", "value": string(k)})
	}
	b.act("key", "", all...)
}

// Hover moves the pointer over an element, Click presses its first button there, Tap
// touches it. The element is the first that the selector finds; behind ">>>" it is looked
// for in the shadow of what stands before.
func (b *Tab) Hover(selector string) { b.t.Helper(); b.act("pointer", "mouse", b.to(selector)) }
func (b *Tab) Click(selector string) { b.t.Helper(); b.press("mouse", selector) }
func (b *Tab) Tap(selector string)   { b.t.Helper(); b.press(b.finger, selector) }

// Drag takes an element by its middle and lets it go that far to the right and down.
func (b *Tab) Drag(selector string, right, down int) {
	b.t.Helper()
	b.act("pointer", "mouse", b.to(selector), action{"type": "pointerDown", "button": 0},
		action{"type": "pointerMove", "duration": 50, "origin": "pointer", "x": right, "y": down},
		action{"type": "pointerUp", "button": 0})
}

func (b *Tab) press(pointer, selector string) {
	b.t.Helper()
	b.act("pointer", pointer, b.to(selector), action{"type": "pointerDown", "button": 0}, action{"type": "pointerUp", "button": 0})
}

// action is one tick of an input source (w3.org/TR/webdriver2, chapter 15).
type action map[string]any

// to is a move to the middle of an element's first line.
func (b *Tab) to(selector string) action {
	b.t.Helper()
	at := Value[[2]float64](b, `(() => {
		const e = `+quoted(selector)+`.split(">>>").reduce((root, s) => (root.shadowRoot ?? root).querySelector(s), document);
		e.scrollIntoView({block: "center", behavior: "instant"});
		const r = e.getClientRects()[0];
		return [Math.round(r.left + r.width / 2), Math.round(r.top + r.height / 2)];
	})()`)
	return action{"type": "pointerMove", "duration": 0, "origin": "viewport", "x": at[0], "y": at[1]}
}

func (b *Tab) act(kind, pointer string, actions ...action) {
	b.t.Helper()
	source := map[string]any{"type": kind, "id": kind + pointer, "actions": actions}
	if pointer != "" {
		source["parameters"] = map[string]any{"pointerType": pointer}
	}
	b.call("PerformActions", map[string]any{"actions": []any{source}})
}

// quoted is a text as a script has it.
func quoted(text string) string {
	data, _ := json.Marshal(text) // a text can always be written
	return string(data)
}
