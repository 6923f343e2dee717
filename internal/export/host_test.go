package export

import (
	"testing"

	"glossator/internal/site"
)

// TestFormerAddressesAreRedirected from the root of the host, under which the site may lie in
// a folder; a site of which nothing moved has no such file.
func TestFormerAddressesAreRedirected(t *testing.T) {
	s := &site.Site{}
	has := func() bool {
		for _, f := range Files(s, nil) {
			if f.Path == "_redirects" {
				return true
			}
		}
		return false
	}
	if has() {
		t.Error("nothing moved, and there is a file of it")
	}
	s.Moved = []site.Moved{{From: "articles/old.html", To: "articles/new.html"}, {From: "who/b.html", To: "who/a.html"}}
	if !has() {
		t.Error("there is no file of what moved")
	}
	for base, want := range map[string]string{
		"":                        "/articles/old.html /articles/new.html 301\n/who/b.html /who/a.html 301\n",
		"https://example.org":     "/articles/old.html /articles/new.html 301\n/who/b.html /who/a.html 301\n",
		"https://example.org/x/y": "/x/y/articles/old.html /x/y/articles/new.html 301\n/x/y/who/b.html /x/y/who/a.html 301\n",
	} {
		if got := redirections(s, Options{}.at(base)); got != want {
			t.Errorf("%q: %s", base, got)
		}
	}
}
