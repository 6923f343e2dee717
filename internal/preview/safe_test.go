package preview

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
)

// drafty is a site in which something of every kind is that others must not read.
func drafty() fake {
	return fake{"index.html": document("home"), "articles/index.html": document("list"), "articles/new.html": document("is-draft"),
		"404.html": document("none"), "search/articles-0.js": "glossator.search()", "data/mentions.csv": "a,b", "feed.xml": "<feed/>",
		"favicon.svg": "<svg/>", "assets/site.css": "p{}", "_headers": `/*
  Content-Security-Policy: default-src 'self'
  Referrer-Policy: unsafe-url
  cross-origin-resource-policy: cross-origin
  Cross-Origin-Opener-Policy: unsafe-none
/data/*
  access-control-allow-origin: *
  Access-Control-Expose-Headers: *
/assets/*
  Cache-Control: public, max-age=31536000, immutable
`}
}

// addresses are of every kind of answer.
var addresses = []string{"/", "/index.html", "/articles", "/articles/", "/articles/new.html", "/search/articles-0.js", "/search/articles-0.js?v=1",
	"/data/mentions.csv", "/feed.xml", "/favicon.svg", "/assets/site.css", "/_headers", "/gone", "/gone.js",
	"/.preview/client.js", "/.preview/client.css", "/.preview/events", "/.preview/state", "/.preview/missing", "/.preview/source", "/.preview/gone"}

// What a browser says of a request: whose it is, how and what for.
func asked(site, mode, dest string, more ...string) []string {
	return append([]string{"Sec-Fetch-Site", site, "Sec-Fetch-Mode", mode, "Sec-Fetch-Dest", dest, "User-Agent", "Mozilla/5.0"}, more...)
}

// TestOthersPagesReadNothing asks for every address as a page of another site, or of
// another port of this machine, can make a browser ask.
func TestOthersPagesReadNothing(t *testing.T) {
	const evil, port = "http://evil.example", "http://localhost:9311"
	refused := [][]string{
		{"Origin", evil}, {"Origin", port}, {"Origin", "null"}, {"Origin", ""}, {"Origin", "file://"},
		{"Origin", "http://localhost:8080.evil.example"}, {"Origin", "http://localhost:8080@evil.example"},
		{"Referer", evil + "/page"}, {"Referer", port + "/page"}, {"Referer", port + "/?http://localhost:8080/"},
		{"Referer", evil + "/page", "Accept", "*/*"}, {"Referer", "about:blank", "Accept", "image/avif,*/*"},
		asked("none", "navigate", "document", "Origin", evil), asked("same-origin", "cors", "empty", "Origin", port),
		asked("cross-site", "navigate", "document", "Origin", "null"), asked("cross-site", "navigate", "document", "Sec-Purpose", "prefetch"),
		asked("same-site", "navigate", "document", "Sec-Purpose", "prefetch;prerender"),
		asked("cross-site", "", ""), asked("cross-site", "navigate", ""), asked("cross-site", "", "document"), asked("elsewhere", "no-cors", "script"),
		asked("cross-site", "no-cors", "document", "Accept", "text/html"), asked("same-site", "same-origin", "empty"),
	}
	for _, site := range []string{"cross-site", "same-site"} {
		for _, dest := range []string{"frame", "iframe", "embed", "object", "fencedframe"} {
			refused = append(refused, asked(site, "navigate", dest, "Accept", "text/html"))
		}
		for _, dest := range []string{"script", "style", "image", "font", "audio", "video", "track", "object", "embed", "manifest", "worker", "sharedworker",
			"serviceworker", "audioworklet", "paintworklet", "xslt", "json", "report", "empty"} {
			refused = append(refused, asked(site, "no-cors", dest), asked(site, "cors", dest, "Origin", evil), asked(site, "cors", dest, "Referer", "http://localhost:8080/"))
		}
	}
	s := serving(drafty(), "")
	for _, h := range refused {
		for _, at := range addresses {
			for _, method := range []string{"GET", "HEAD", "OPTIONS", "POST"} {
				if c := request(s, method, at, h...); c.status != http.StatusForbidden || strings.Contains(c.body, "draft") {
					t.Errorf("%s %s as %q: %d %q", method, at, h, c.status, c.body)
				}
			}
		}
	}
}

// TestOwnPagesAndPeopleAreAnswered: what the preview's pages and a person do works.
func TestOwnPagesAndPeopleAreAnswered(t *testing.T) {
	const own, evil = "http://localhost:8080", "http://evil.example"
	everything := [][]string{ // also what only a script asks for
		nil, {"Accept", "*/*", "User-Agent", "curl/8"}, {"Origin", own}, {"Origin", "http://LOCALHOST:8080"}, {"Referer", own + "/articles/"},
		asked("none", "navigate", "document"), asked("none", "no-cors", "empty"),
		asked("same-origin", "navigate", "document"), asked("same-origin", "no-cors", "script", "Referer", own+"/"),
		asked("same-origin", "cors", "empty", "Origin", own), asked("same-origin", "navigate", "iframe"), asked("same-origin", "no-cors", "empty", "Sec-Purpose", "prefetch"),
	}
	visits := [][]string{ // by a link in an e-mail or on a page
		asked("cross-site", "navigate", "document"), asked("same-site", "navigate", "document", "Sec-Fetch-User", "?1"),
		asked("cross-site", "navigate", "document", "Referer", evil+"/mail"),
		{"Referer", evil + "/mail", "Accept", "text/html,application/xhtml+xml"},
	}
	s := serving(drafty(), "")
	for _, at := range addresses {
		if at == "/.preview/events" {
			continue // never ends
		}
		preview := strings.HasPrefix(at, private)
		for _, h := range append(slices.Clone(everything), visits...) {
			visit := slices.ContainsFunc(visits, func(v []string) bool { return slices.Equal(v, h) })
			if c := request(s, "GET", at, h...); (c.status == http.StatusForbidden) != (visit && preview) {
				t.Errorf("%s as %q: %d", at, h, c.status)
			}
		}
	}
}

// TestEveryAnswerIsProtected: whatever is answered, and whatever the site's own
// _headers say.
func TestEveryAnswerIsProtected(t *testing.T) {
	s := serving(drafty(), "")
	tag := get(s, "/").header.Get("ETag")
	answers := map[string]call{
		"200 page": get(s, "/"), "200 file": get(s, "/data/mentions.csv"), "200 asset": get(s, "/assets/site.css"), "304": get(s, "/", "If-None-Match", tag),
		"206": get(s, "/", "Range", "bytes=0-3"), "416": get(s, "/", "Range", "bytes=9999-"), "301": get(s, "/articles"), "404": get(s, "/gone"),
		"403": get(s, "/", "Origin", "null"), "405": request(s, "POST", "/"), "200 state": get(s, "/.preview/state"), "200 client": get(s, "/.preview/client.js"),
		"404 private": get(s, "/.preview/gone"), "503": get(nothing(), "/"), "302": get(serving(drafty(), "/sub/"), "/"), "403 host": get(s, "/", "Host", "evil.example"),
	}
	served := httptest.NewServer(s)
	defer served.Close()
	stream, err := http.Get(served.URL + "/.preview/events")
	if err != nil {
		t.Fatal(err)
	}
	stream.Body.Close()
	answers["200 events"] = call{stream.StatusCode, stream.Header, ""}
	for name, c := range answers {
		if !strings.HasPrefix(name, fmt.Sprint(c.status)) {
			t.Errorf("%s: %d", name, c.status)
		}
		for field, want := range map[string]string{"Cross-Origin-Resource-Policy": "same-origin", "X-Content-Type-Options": "nosniff",
			"Cross-Origin-Opener-Policy": "same-origin", "Referrer-Policy": "same-origin"} {
			if got := c.header.Values(field); !slices.Equal(got, []string{want}) {
				t.Errorf("%s: %s: %q", name, field, got)
			}
		}
		if !slices.Contains(c.header.Values("Content-Security-Policy"), "frame-ancestors 'self'") {
			t.Errorf("%s may stand in a frame", name)
		}
		for field := range c.header {
			if strings.HasPrefix(field, "Access-Control-") {
				t.Errorf("%s: %s", name, field)
			}
		}
	}
}

func nothing() *Server {
	s := NewServer("", "x")
	s.Show(View{})
	return s
}
