package site_test

import (
	"strings"
	"testing"
)

// TestAnOldAddressLeadsToOnePage holds each way to take an address twice to a located
// error.
func TestAnOldAddressLeadsToOnePage(t *testing.T) {
	head := func(formerly string) string {
		return "---\ntitle: T\nformerly: [" + formerly + "]\n---\nAna Luz came.\n"
	}
	for _, c := range []struct{ name, a, b, entry, want string }{
		{"two articles", "old", "old", "", `content/articles/b.md:3:12: the address articles/old.html of "formerly" is taken by content/articles/a.md [same-address]`},
		{"one article twice", "old, old", "", "", `content/articles/a.md:3:17: the address articles/old.html of "formerly" is taken by content/articles/a.md`},
		{"another article's", "b", "", "", `content/articles/a.md:3:12: the address articles/b.html of "formerly" is taken by content/articles/b.md`},
		{"its own", "a", "", "", `content/articles/a.md:3:12: "a" of "formerly" is the address it has now`},
		{"the list's", "index", "", "", `the address articles/index.html of "formerly" is taken by the list of articles`},
		{"an entry's own", "", "", "ana-luz", `content/who/ana-luz.md:4:12: "ana-luz" of "formerly" is the address it has now`},
		{"another entry's", "", "", "bo", `content/who/ana-luz.md:4:12: the address who/bo.html of "formerly" is taken by content/who/bo.md`},
		{"none", "../../x", "", "", `content/articles/a.md:3:12: formerly "../../x" cannot be an address [bad-name]`},
	} {
		entry := strings.Replace(anaLuz, "kind: person\n", "kind: person\nformerly: ["+c.entry+"]\n", 1)
		s, got := model(t, map[string]string{"content/articles/a.md": head(c.a), "content/articles/b.md": head(c.b), "content/who/ana-luz.md": entry,
			"content/who/bo.md": "---\nname: Bo\nunmentioned: x\n---\nBo.\n"})
		if !strings.Contains(got, c.want) || len(s.Moved) > 1 {
			t.Errorf("%s: %v, told\n%s", c.name, s.Moved, got)
		}
	}
	s, got := model(t, map[string]string{"content/articles/a.md": head("old, older"), "content/who/ana-luz.md": strings.Replace(anaLuz, "kind:", "formerly: [old]\nkind:", 1)})
	if got != "" || len(s.Moved) != 3 || s.Moved[2].From != "who/old.html" || s.Moved[2].To != "who/ana-luz.html" {
		t.Errorf("%v, told\n%s", s.Moved, got)
	}
}
