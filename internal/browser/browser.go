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
	for _, b := range []struct {
		name   string
		start  func(home string, scheme Scheme) (wire, error)
		finger string
		needs  []string
	}{
		{"chromium", chromium, "touch", []string{"chromium", "chromedriver"}},
		{"firefox", firefox, "touch", []string{"firefox-esr"}},
		{"webkit", webkit, "mouse", []string{"WebKitWebDriver", "Xvfb"}},
	} {
		t.Run(b.name, func(t *testing.T) {
			for _, program := range b.needs {
				if _, err := exec.LookPath(program); err != nil {
					Missing(t, program+" is not installed")
				}
			}
			home, err := os.MkdirTemp("", "browser")
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = os.RemoveAll(home) }) // a browser that ends may still write there
			w, err := b.start(home, scheme)
			if err != nil {
				t.Fatalf("%s does not start: %v", b.name, err)
			}
			t.Cleanup(w.close)
			tab := &Tab{Name: b.name, finger: b.finger, t: t, wire: w}
			tab.Size(1280, 900)
			test(t, tab)
		})
	}
}

// Missing skips a test that needs what is not here, or fails it where it is required.
func Missing(t testing.TB, what string) {
	t.Helper()
	if os.Getenv("GLOSSATOR_BROWSER") == "required" {
		t.Fatal(what)
	}
	t.Skip(what)
}
