package catalogue

import (
	"strings"
	"testing"

	"glossator/internal/source"
)

func TestANameThatNobodyCanSayIsAnErrorAtItsPlace(t *testing.T) {
	long := strings.Repeat("Harbor ", 1000)
	for _, c := range []struct{ front, want string }{
		{"kind: office\nname: " + long, "a.md:3:1: name of 6999 characters, more than 1000: “Harbor Harbor "},
		{"name: A\naliases: [B, " + long + "]", "a.md:3:14: alias of 6999 characters"},
		{"name: A\ndescriptions: [the " + long + "]", "a.md:3:16: description of 7003 characters"},
		{"name: A\nroles:\n  - {title: " + long + ", from: 2020}", "a.md:4:13: title of 6999 characters"},
		{"name: A\naliases: [" + long[:900] + "]", ""},
		{"name: " + strings.Repeat("x", 1000), ""},
		{"name: " + strings.Repeat("x", 1001), "a.md:2:1: name of 1001 characters"},
		{"name: A\nroles: [{title: " + strings.Repeat("x", 1000) + "}]\ndamaged: [" + strings.Repeat("x", 1001) + "]", "a.md:4:11: damaged form of 1001 characters"},
	} {
		_, problems := Parse(source.NewFile("a.md", "---\n"+c.front+"\n---\n"), 0)
		switch {
		case c.want == "" && len(problems) == 0:
		case len(problems) != 1 || c.want == "" || !strings.HasPrefix(problems[0].String(), c.want):
			t.Errorf("want %q, got %.200v", c.want, problems)
		}
	}
}
