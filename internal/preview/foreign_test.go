package preview

import (
	_ "embed"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing"

	"glossator/internal/browser"
)

// probe is a page that tries to read a preview, at the address after its question
// mark, in the ways that a page has.
//
//go:embed testdata/probe.html
var probe string

// readable is a site with no policy of its own, which gives its data to everyone.
var readable = fake{"probe.html": probe, "framed.html": document("<iframe></iframe>"), "articles/new.html": document("A zebra, is-draft"),
	"search/articles-0.js": `glossator.search("articles-0", "A zebra")`, "data/mentions.csv": "zebra", "loud.css": "#styled { color: rgb(1, 2, 3) }",
	"dot.svg":  `<svg xmlns="http://www.w3.org/2000/svg" width="7" height="7"/>`,
	"_headers": "/data/*\n  Access-Control-Allow-Origin: *\n"}

// TestForeignPagesReadNothing opens the probe at another port of this machine and as
// another site. That it can read is shown first: as a page of the preview it reads
// everything, which then also lies in the browser's memory.
func TestForeignPagesReadNothing(t *testing.T) {
	browser.Each(t, browser.Light, func(t *testing.T, b *browser.Tab) {
		s := serving(readable, "")
		s.Hosts = hostsFor("0.0.0.0:0")
		preview := listening(t, s)
		other := listening(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			_, _ = w.Write([]byte(probe))
		}))
		for _, host := range hosts(t) {
			mine := "http://" + net.JoinHostPort(host, preview)
			if read := probed(b, mine, mine); len(read) != browser.Value[int](b, "ways.length") || !browser.Value[bool](b, `got.includes("zebra")`) {
				t.Fatalf("as a page of %s the probe reads only %q", mine, read)
			}
			for _, at := range []string{host, "localhost"} {
				page := "http://" + net.JoinHostPort(at, other)
				if read := probed(b, page, mine); len(read) > 0 {
					t.Errorf("%s reads of %s: %q", page, mine, read)
				}
			}
			b.Click("#go") // a link may be followed
			b.Until(`document.body.textContent.includes("zebra")`)
		}
	})
}

// hosts are the loopback address and one of the local network, where there is one: of
// requests to it browsers tell less.
func hosts(t *testing.T) []string {
	t.Helper()
	all := []string{"127.0.0.1"}
	addrs, err := net.InterfaceAddrs()
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range addrs {
		if ip, ok := a.(*net.IPNet); ok && ip.IP.To4() != nil && !ip.IP.IsLoopback() {
			return append(all, ip.IP.String())
		}
	}
	return all
}

// probed is what the probe reads of a preview.
func probed(b *browser.Tab, page, preview string) []string {
	b.Open(page + "/probe.html?" + url.QueryEscape(preview))
	b.Until(`window.tried && tried.length === ways.length`)
	return browser.Value[[]string](b, `tried.filter((t) => !t.endsWith(": nothing")).sort()`)
}

// listening serves at all addresses of this machine.
func listening(t *testing.T, h http.Handler) (port string) {
	t.Helper()
	l, err := net.Listen("tcp", "0.0.0.0:0")
	if err != nil {
		t.Fatal(err)
	}
	s := httptest.NewUnstartedServer(h)
	s.Listener.Close()
	s.Listener = l
	s.Start()
	t.Cleanup(func() { s.CloseClientConnections(); s.Close() }) // also the streams that never end
	_, port, err = net.SplitHostPort(l.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	return port
}
