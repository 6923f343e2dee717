// Package browser looks at pages in three browsers, for tests: Chromium, Firefox and
// WebKitGTK, the engine of Safari.
//
// In goes an address, out come the values of expressions in its page. All three are
// driven by the commands of WebDriver (w3.org/TR/webdriver2): two by HTTP through their
// drivers, Firefox itself over its own wire, which takes the same commands. Nothing of
// a browser outlives the test that started it.
//
// A test whose browser is not installed is skipped, and fails where the variable
// GLOSSATOR_BROWSER is "required".
package browser

import (
	"os"
	"os/exec"
	"testing"
)

// Scheme is what the pages are told that the reader prefers.
type Scheme string

const (
	Light Scheme = "light"
	Dark  Scheme = "dark"
)

// Each runs a test in every browser, one after the other.
func Each(t *testing.T, scheme Scheme, test func(t *testing.T, tab *Tab)) {
	t.Helper()
	if testing.Short() {
		t.Skip("browsers are slow")
	}
	for _, p := range []program{
		{"chromium", chromium, "touch", []string{"chromium", "chromedriver"}},
		{"firefox", firefox, "touch", []string{"firefox-esr"}},
		{"webkit", webkit, "mouse", []string{"WebKitWebDriver", "Xvfb"}},
	} {
		t.Run(p.name, func(t *testing.T) {
			tab := p.open(t, scheme)
			tab.Size(1280, 900)
			test(t, tab)
		})
	}
}

// Phone is Chromium as a small phone has it: 360 by 640 px, read with a finger.
func Phone(t *testing.T) *Tab {
	t.Helper()
	if testing.Short() {
		t.Skip("browsers are slow")
	}
	return program{"chromium", phone, "touch", []string{"chromium", "chromedriver"}}.open(t, Light)
}

// program is a browser as it is installed: how it starts, the pointer that taps in it, and
// what has to be there.
type program struct {
	name   string
	start  func(home string, scheme Scheme) (wire, error)
	finger string
	needs  []string
}

func (p program) open(t *testing.T, scheme Scheme) *Tab {
	t.Helper()
	for _, needed := range p.needs {
		if _, err := exec.LookPath(needed); err != nil {
			Missing(t, needed+" is not installed")
		}
	}
	home, err := os.MkdirTemp("", "browser")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(home) }) // a browser that ends may still write there
	w, err := p.start(home, scheme)
	if err != nil {
		t.Fatalf("%s does not start: %v", p.name, err)
	}
	t.Cleanup(w.close)
	return &Tab{Name: p.name, finger: p.finger, t: t, wire: w}
}

// Missing skips a test that needs what is not here, or fails it where it is required.
func Missing(t testing.TB, what string) {
	t.Helper()
	if os.Getenv("GLOSSATOR_BROWSER") == "required" {
		t.Fatal(what)
	}
	t.Skip(what)
}
