package browser

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"
)

// Tab is the one tab of a browser. What cannot be done ends the test.
type Tab struct {
	Name   string // of the browser: chromium, firefox or webkit
	finger string // the pointer that taps: WebKitGTK's driver knows none but the mouse
	t      testing.TB
	wire   wire
}

func (b *Tab) call(command string, params any) json.RawMessage {
	b.t.Helper()
	value, err := b.wire.call(command, params)
	if err != nil {
		b.t.Fatal(err)
	}
	return value
}

// Open goes to an address and waits until the page is loaded.
func (b *Tab) Open(address string) {
	b.t.Helper()
	b.call("Navigate", map[string]any{"url": address})
}

// Size sets the window's, in CSS pixels. No browser makes one as narrow as a phone:
// that is what a frame is for.
func (b *Tab) Size(width, height int) {
	b.t.Helper()
	b.call("SetWindowRect", map[string]any{"width": width, "height": height})
}

// Do runs a script in the page. It may await.
func (b *Tab) Do(script string) {
	b.t.Helper()
	Value[any](b, "(async () => {"+script+"})()")
}

// Value is what an expression is in the page, awaited where it is a promise.
func Value[T any](b *Tab, expression string) T {
	b.t.Helper()
	v, err := value[T](b, expression)
	if err != nil {
		b.t.Fatal(err)
	}
	return v
}

func value[T any](b *Tab, expression string) (v T, err error) {
	script := `const done = arguments[arguments.length - 1];
(async () => (` + expression + `))().then((value) => done({value}), (e) => done({failed: String(e)}));`
	data, err := b.wire.call("ExecuteAsyncScript", map[string]any{"script": script, "args": []any{}})
	if err != nil {
		return v, fmt.Errorf("%s: %w", expression, err)
	}
	var answer struct {
		Value  T
		Failed string
	}
	if err := json.Unmarshal(data, &answer); err != nil {
		return v, fmt.Errorf("%s: %w: %s", expression, err, data)
	}
	if answer.Failed != "" {
		return v, fmt.Errorf("%s: %s", expression, answer.Failed)
	}
	return answer.Value, nil
}

// Until waits for an expression to be true, also on the next page.
func (b *Tab) Until(expression string) {
	b.t.Helper()
	var last error
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		true, err := value[bool](b, "!!("+expression+")")
		if true {
			return
		}
		last = err
	}
	b.t.Fatalf("never true: %s (%v)", expression, last)
}

// Screenshot is a PNG of what is seen.
func (b *Tab) Screenshot() []byte {
	b.t.Helper()
	var png []byte // base64 in JSON
	if err := json.Unmarshal(b.call("TakeScreenshot", map[string]any{"full": false}), &png); err != nil {
		b.t.Fatal(err)
	}
	return png
}
