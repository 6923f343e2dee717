package preview

import (
	"io"
	"mime"
	"mime/multipart"
	"strings"
	"testing"
)

// TestConditionsAndRanges holds answers to RFC 9110, chapters 13 and 14, for a file
// and for a page, which is longer here than in the site.
func TestConditionsAndRanges(t *testing.T) {
	s := serving(fake{"x.txt": "0123456789", "index.html": document("home"), "404.html": document("none")}, "")
	for _, at := range []string{"/x.txt", "/", "/.preview/client.js", "/.preview/client.css"} {
		whole := get(s, at)
		tag, n := whole.header.Get("ETag"), len(whole.body)
		if n < 10 || !strings.HasPrefix(tag, `"`) || whole.header.Get("Accept-Ranges") != "bytes" {
			t.Fatalf("%s: %v", at, whole)
		}
		for _, c := range []struct {
			header []string
			status int
			body   string
		}{
			{[]string{"If-None-Match", tag}, 304, ""},
			{[]string{"If-None-Match", `"a", W/"b",` + tag + ` , "c"`}, 304, ""},
			{[]string{"If-None-Match", "W/" + tag}, 304, ""},
			{[]string{"If-None-Match", "*"}, 304, ""},
			{[]string{"If-None-Match", `"a,b", "` + strings.Trim(tag, `"`)}, 200, whole.body}, // a tag that does not end
			{[]string{"If-None-Match", strings.Trim(tag, `"`)}, 200, whole.body},
			{[]string{"If-None-Match", `"other"`}, 200, whole.body},
			{[]string{"If-Match", `"other"`}, 412, ""},
			{[]string{"If-Match", tag}, 200, whole.body},
			{[]string{"Range", "bytes=2-4"}, 206, whole.body[2:5]},
			{[]string{"Range", "bytes=2-"}, 206, whole.body[2:]},
			{[]string{"Range", "bytes=-3"}, 206, whole.body[n-3:]},
			{[]string{"Range", "bytes=5-999999"}, 206, whole.body[5:]},
			{[]string{"Range", "lines=1-2"}, 200, whole.body},
			{[]string{"Range", "bytes=4-2"}, 416, ""},
			{[]string{"Range", "bytes=999999-"}, 416, ""},
			{[]string{"Range", "bytes=2-4", "If-Range", tag}, 206, whole.body[2:5]},
			{[]string{"Range", "bytes=2-4", "If-Range", "W/" + tag}, 200, whole.body},
			{[]string{"Range", "bytes=2-4", "If-Range", `"other"`}, 200, whole.body},
			{[]string{"Range", "bytes=2-4", "If-None-Match", tag}, 304, ""},
		} {
			got := get(s, at, c.header...)
			if got.status != c.status || c.status < 300 && got.body != c.body || c.status == 304 && got.body != "" {
				t.Errorf("%s, %q: %d %q", at, c.header, got.status, got.body)
			}
			if c.status != 416 && c.status != 412 && got.header.Get("ETag") != tag {
				t.Errorf("%s, %q: the tag is %s", at, c.header, got.header.Get("ETag"))
			}
			head := request(s, "HEAD", at, c.header...)
			if head.status != got.status || c.status < 300 && (head.body != "" || head.header.Get("Content-Length") != got.header.Get("Content-Length")) {
				t.Errorf("HEAD %s, %q: %d %q, %v", at, c.header, head.status, head.body, head.header)
			}
		}
		parts(t, get(s, at, "Range", "bytes=0-1,4-6"), whole.body[:2], whole.body[4:7])
	}
	if c := get(s, "/gone", "Range", "bytes=0-3"); c.status != 404 || !strings.Contains(c.body, "none") {
		t.Error("a part of what is not there:", c)
	}
}

// parts reads several ranges of one answer.
func parts(t *testing.T, c call, want ...string) {
	t.Helper()
	kind, params, err := mime.ParseMediaType(c.header.Get("Content-Type"))
	if err != nil || c.status != 206 || kind != "multipart/byteranges" {
		t.Fatal(err, c.status, kind)
	}
	r := multipart.NewReader(strings.NewReader(c.body), params["boundary"])
	for _, w := range want {
		p, err := r.NextPart()
		if err != nil {
			t.Fatal(err)
		}
		if data, _ := io.ReadAll(p); string(data) != w || p.Header.Get("Content-Range") == "" {
			t.Errorf("%q %v, want %q", data, p.Header, w)
		}
	}
}

// TestTagIsOfTheBytes: a page that is sent otherwise has another tag.
func TestTagIsOfTheBytes(t *testing.T) {
	g := fake{"index.html": document("home"), "404.html": document("home")}
	tags := map[string]bool{}
	for _, base := range []string{"/", "/sub/", "/other/"} {
		tags[get(serving(g, base), base).header.Get("ETag")] = true
	}
	if len(tags) != 3 {
		t.Error(tags)
	}
}
