package render

import (
	"html/template"
	"math/rand/v2"
	"strings"
	"testing"
)

// TestEscapingIsHTMLTemplates holds what is written here of a text, in each place of a
// page, to what html/template writes.
func TestEscapingIsHTMLTemplates(t *testing.T) {
	pieces := []string{"a", "b", "Zz", "09", " ", "&", "<", ">", `"`, "'", "+", "\x00", "é", "“", "\U0001f600", "\ufdd0", "\uffff", "\xff", "/", "#", "-", ".", "_", "~", "?", "=", ";", "[", "]", "{", "`", "\n"}
	r := rand.New(rand.NewPCG(3, 5))
	whole := template.Must(template.New("").Parse(`<p title="{{.}}">{{.}}</p><a href="/{{.}}">`))
	for range 20000 {
		var b strings.Builder
		for range r.IntN(24) {
			b.WriteString(pieces[min(r.IntN(len(pieces)), r.IntN(2*len(pieces)))])
		}
		text := b.String()
		var want strings.Builder
		if err := whole.Execute(&want, text); err != nil {
			t.Fatal(err)
		}
		got := escaped([]byte(`<p title="`), text)
		got = escaped(append(got, `">`...), text)
		got, _ = encoded(append(got, `</p><a href="/`...), text, &reserved)
		if got := string(got) + `">`; got != want.String() {
			t.Fatalf("%q: %s, not %s", text, got, want.String())
		}
	}
}
