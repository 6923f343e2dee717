package preview

import (
	"bytes"
	"cmp"
	"embed"
	"encoding/json"
	"fmt"
	"html"
	"maps"
	"mime"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/text/unicode/norm"

	"glossator/internal/build"
	"glossator/internal/source"
)

// private is where everything of the preview's own lies. No file of a site can lie
// there: names with a leading dot are not read.
const private = "/.preview/"

//go:embed client
var client embed.FS

// Server answers requests from one generation at a time.
type Server struct {
	Editor Editor
	Hosts  func(host string) bool // which Host headers are answered; nil: this machine's names
	Secret string                 // without it nothing is answered; "" where only this machine can ask
	Failed func(source.Problem)   // told when a page asked for can't be made; may be nil

	desk     *atDesk // nil where there is none
	instance string  // differs from one server to the next
	script   []byte
	version  string // of the script
	now      atomic.Pointer[state]
	first    chan struct{} // closed at the first Show
	once     sync.Once
	hub      hub
}

// state is everything that an answer is made from; it is replaced at once.
type state struct {
	View
	number  int
	headers []rule
	moved   map[string]string // gone addresses, to where they went
}

// View is what there is to show.
type View struct {
	Gen      Generation // nil: nothing could be made yet
	Good     Generation // makes the pages that Gen cannot; may be nil
	Base     string     // path at which the site stands, with slashes at both ends; "" is "/"
	Problems []Problem
}

// NewServer makes a server that has nothing to show yet: requests wait for the
// first Show.
func NewServer(editor Editor, instance string) *Server {
	s := &Server{Editor: editor, instance: instance, first: make(chan struct{})}
	var b bytes.Buffer
	b.WriteString("(() => {\n")
	for _, name := range []string{"idiomorph.min.js", "client.js"} {
		data, err := client.ReadFile("client/" + name)
		if err != nil {
			panic("preview: " + err.Error())
		}
		b.Write(data)
		b.WriteString("\n")
	}
	b.WriteString("})()\n")
	s.script = b.Bytes()
	s.version = string(source.DigestOf(b.String()))[:8]
	s.now.Store(&state{})
	return s
}

// Shown is what a Show changed.
type Shown struct {
	Changed, Gone, Added []string          // addresses
	Moved                map[string]string // of Gone, to which of Added
	Problems             bool              // the problems are others than before
}

// Show swaps what is shown, at once, and tells every tab when anything changed.
func (s *Server) Show(v View) Shown {
	if v.Base == "" {
		v.Base = "/"
	}
	old := s.now.Load()
	next := &state{View: v, number: old.number, moved: old.moved}
	if v.Gen != nil {
		data, _, _, _ := v.Gen.Get("_headers")
		next.headers = parseHeaders(string(data))
	}
	first := false
	s.once.Do(func() { first = true })
	s.now.Store(next) // served from here on; what changed takes longer to tell
	if first {
		close(s.first)
	}
	var d Shown
	d.Changed, d.Gone, d.Added = difference(old.Gen, v.Gen)
	d.Problems = !slices.Equal(old.Problems, v.Problems)
	if !first && !d.Any() && v.Base == old.Base {
		return d
	}
	told := *next
	told.number++
	if len(d.Added) > 0 && old.Gen != nil {
		d.Moved = moves(old.Gen, v.Gen, d.Gone, d.Added)
		told.moved = follow(old.moved, d.Moved, d.Added)
	}
	s.now.Store(&told)
	s.hub.send(s.message(&told, &d))
	return d
}

// Any tells whether anything changed.
func (d Shown) Any() bool { return len(d.Changed)+len(d.Gone)+len(d.Added) > 0 || d.Problems }

// follow adds new moves to the known ones: what went to an address that now moved on
// went there too, and an address that is taken again is where it was.
func follow(known, moved map[string]string, added []string) map[string]string {
	all := maps.Clone(known)
	if all == nil {
		all = map[string]string{}
	}
	for from, to := range all {
		if again, ok := moved[to]; ok {
			all[from] = again
		}
	}
	maps.Copy(all, moved)
	for _, p := range added {
		delete(all, p)
	}
	return all
}

// Close ends every open stream.
func (s *Server) Close() { s.hub.close() }

// ServeHTTP answers. Only the desk's acts change anything.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	protect(w.Header())
	switch {
	case !s.allowed(r):
		http.Error(w, "this preview answers only its own pages", http.StatusForbidden)
		return
	case !s.admitted(w, r):
		return
	case r.Method == http.MethodPost && s.desk != nil && strings.HasPrefix(r.URL.Path, private+"desk/"):
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "a preview can only be read", http.StatusMethodNotAllowed)
		return
	}
	select {
	case <-s.first:
	case <-r.Context().Done():
		return
	}
	if name, own := strings.CutPrefix(r.URL.Path, private); own {
		s.servePrivate(w, r, name)
		return
	}
	s.servePage(w, r)
}

func (s *Server) servePage(w http.ResponseWriter, r *http.Request) {
	now := s.now.Load()
	if now.Gen == nil {
		s.send(w, r, now, http.StatusServiceUnavailable, "", []byte(nothingYet), "nothing")
		return
	}
	rel, inside := strings.CutPrefix(r.URL.Path, now.Base)
	if !inside {
		if r.URL.Path == "/" || r.URL.Path+"/" == now.Base {
			http.Redirect(w, r, now.Base, http.StatusFound)
			return
		}
		s.missing(w, r, now)
		return
	}
	for _, p := range candidates(rel) {
		if data, tag, ok := s.get(now, p); ok {
			s.send(w, r, now, http.StatusOK, p, data, tag)
			return
		}
	}
	if rel != "" && !strings.HasSuffix(rel, "/") {
		if _, ok := now.Gen.Key(rel + "/index.html"); ok {
			http.Redirect(w, r, (&url.URL{Path: now.Base + rel + "/"}).String(), http.StatusMovedPermanently)
			return
		}
	}
	s.missing(w, r, now)
}

// candidates are the addresses a request may mean: as a plain host has it, an
// address that ends in a slash is the index there. A name is found in either of the
// two ways in which Unicode writes an accent.
func candidates(rel string) []string {
	if rel == "" || strings.HasSuffix(rel, "/") {
		rel += "index.html"
	}
	all := []string{rel}
	for _, form := range []norm.Form{norm.NFC, norm.NFD} {
		if other := form.String(rel); other != rel {
			all = append(all, other)
		}
	}
	return all
}

// get is a file of the generation; where its template is broken, the last one that
// could be made.
func (s *Server) get(now *state, p string) (data []byte, tag string, ok bool) {
	data, tag, problem, ok := now.Gen.Get(p)
	if !ok || problem == nil {
		return data, tag, ok
	}
	if s.Failed != nil {
		s.Failed(*problem)
	}
	if now.Good != nil {
		if data, tag, problem, ok = now.Good.Get(p); ok && problem == nil {
			return data, tag, true
		}
	}
	return []byte(nothingYet), "nothing", true
}

func (s *Server) missing(w http.ResponseWriter, r *http.Request, now *state) {
	data, tag, ok := s.get(now, "404.html")
	if !ok {
		data, tag = []byte("<!doctype html><title>Not found</title><p>Not found, and this site has no 404 page.</p>"), "none"
	}
	s.send(w, r, now, http.StatusNotFound, "404.html", data, tag)
}

// send writes one file. A page gets the script tag, and a tag of its own.
func (s *Server) send(w http.ResponseWriter, r *http.Request, now *state, status int, p string, data []byte, tag string) {
	h := w.Header()
	for _, f := range headersFor(now.headers, r.URL.Path, now.Base) {
		if !protects(f.name) {
			h.Add(f.name, f.value)
		}
	}
	if c := h.Get("Cache-Control"); !strings.Contains(c, "immutable") || isPage(p) {
		h.Set("Cache-Control", "no-cache")
	}
	if isPage(p) || p == "" {
		draft := p != "" && now.Gen.Draft(p)
		script := s.tag(now, tag, status, draft)
		data = inject(data, script)
		tag += "-" + string(source.DigestOf(script))[:8]
	}
	h.Set("Content-Type", typeOf(p))
	if status == http.StatusOK {
		content(w, r, data, tag)
		return
	}
	h.Set("Content-Length", fmt.Sprint(len(data)))
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		w.Write(data)
	}
}

// content answers with a file, a part of it, or that it is known already.
func content(w http.ResponseWriter, r *http.Request, data []byte, tag string) {
	w.Header().Set("ETag", `"`+tag+`"`)
	if !strings.HasPrefix(r.Header.Get("Range"), "bytes=") {
		r.Header.Del("Range") // units that nobody knows are ignored; ServeContent refuses them
	}
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(data))
}

// tag is the one thing a page has here that a published one has not.
func (s *Server) tag(now *state, etag string, status int, draft bool) string {
	more := ""
	if status != http.StatusOK {
		more = fmt.Sprintf(` data-status="%d"`, status)
	}
	if draft {
		more += " data-draft"
	}
	return fmt.Sprintf(`<script src="%sclient.js?%s" data-tag="%s" data-base="%s"%s defer></script>`,
		private, s.version, html.EscapeString(etag), html.EscapeString(now.Base), more)
}

// inject puts the script tag at the start of the head, so that the script runs
// before the page's own and sees the page as it was served.
func inject(data []byte, tag string) []byte {
	at := 0
	if i := bytes.Index(data, []byte("<head")); i >= 0 {
		if j := bytes.IndexByte(data[i:], '>'); j >= 0 {
			at = i + j + 1
		}
	} else if i := bytes.IndexByte(data, '>'); i >= 0 && bytes.HasPrefix(bytes.ToLower(data[:min(9, len(data))]), []byte("<!doctype")) {
		at = i + 1
	}
	out := make([]byte, 0, len(data)+len(tag))
	return append(append(append(out, data[:at]...), tag...), data[at:]...)
}

const nothingYet = `<!doctype html><html><head><meta charset="utf-8"><title>Nothing to show yet</title></head>` +
	`<body data-preview="nothing"><h1>Nothing to show yet</h1><p>This page appears as soon as the problems are mended.</p></body></html>`

// typeOf doesn't ask the machine, whose answers differ, for what a site is made of.
func typeOf(p string) string {
	known := map[string]string{
		"": "text/html; charset=utf-8", ".html": "text/html; charset=utf-8", ".htm": "text/html; charset=utf-8",
		".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".json": "application/json",
		".xml": "application/xml", ".txt": "text/plain; charset=utf-8", ".csv": "text/csv; charset=utf-8", ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg",
		".jpeg": "image/jpeg", ".webp": "image/webp", ".avif": "image/avif", ".gif": "image/gif", ".ico": "image/x-icon",
		".woff2": "font/woff2", ".woff": "font/woff", ".pdf": "application/pdf",
		".webmanifest": "application/manifest+json", ".mp4": "video/mp4", ".mp3": "audio/mpeg",
	}
	if made := build.MediaType(p); made != "" {
		return made
	}
	ext := strings.ToLower(path.Ext(p))
	if p != "" && ext == "" {
		return "text/plain; charset=utf-8"
	}
	return cmp.Or(known[ext], mime.TypeByExtension(ext), "application/octet-stream")
}

func writeJSON(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	e := json.NewEncoder(w)
	e.SetEscapeHTML(true)
	_ = e.Encode(v) // the reader went away
}
