package preview

import (
	"encoding/json"
	"fmt"
	"net/http"
	"path"
	"strings"
	"sync"

	"glossator/internal/source"
)

// message tells a tab what is shown now. Pages nil means that any may have changed.
type message struct {
	Instance string            `json:"instance"`
	Client   string            `json:"client"` // version of the script
	Number   int               `json:"number"` // of the generation
	Pages    []string          `json:"pages"`
	Assets   map[string]string `json:"assets"` // other files that changed: address to key
	Problems []shownProblem    `json:"problems"`
	Tag      string            `json:"tag,omitempty"` // of the page asked for
}

type shownProblem struct {
	Where    string `json:"where"` // file:line:column
	Severity string `json:"severity"`
	Rule     string `json:"rule"`
	Msg      string `json:"msg"`
	Hint     string `json:"hint,omitempty"`
	Line     string `json:"line,omitempty"`
	Column   int    `json:"column,omitempty"`
	Link     string `json:"link,omitempty"`
}

// message says what changed; d nil stands for "see for yourself".
func (s *Server) message(now *state, d *Shown) message {
	m := message{Instance: s.instance, Client: s.version, Number: now.number, Assets: map[string]string{}, Problems: s.shown(now)}
	if d == nil {
		return m
	}
	const most = 200 // more would cost every tab more than asking does
	m.Pages = []string{}
	for _, list := range [][]string{d.Changed, d.Gone, d.Added} {
		for _, p := range list {
			if ext := path.Ext(p); isPage(p) {
				m.Pages = append(m.Pages, p)
			} else if key, ok := now.Gen.Key(p); ok && (ext == ".css" || ext == ".js" || strings.HasPrefix(typeOf(p), "image/")) {
				m.Assets[p] = fmt.Sprintf("%x", key)
			}
		}
	}
	if len(m.Pages) > most {
		m.Pages = nil
	}
	return m
}

// shown are the problems as a tab draws them; notes are for the terminal.
func (s *Server) shown(now *state) []shownProblem {
	all := []shownProblem{}
	for _, p := range now.Problems {
		if p.Severity == source.Note {
			continue
		}
		v := shownProblem{Where: p.Pos.String(), Severity: p.Severity.String(), Rule: p.Rule, Msg: p.Msg, Hint: p.Hint,
			Link: s.Editor.Link(p.Pos.Path, p.Pos.Line, p.Pos.Col)}
		v.Line, v.Column = clip(p.Line, p.Pos.Col)
		all = append(all, v)
	}
	return all
}

// clip cuts a long line around a column (both in code points, the column 1-based).
func clip(line string, column int) (string, int) {
	const before, most = 60, 160
	r := []rune(line)
	from := 0
	if column > before && len(r) > most {
		from = min(column-before, len(r)-1)
	}
	to := min(len(r), from+most)
	cut := string(r[from:to])
	if from > 0 {
		cut, from = "…"+cut, from-1
	}
	if to < len(r) {
		cut += "…"
	}
	return cut, column - from
}

func (s *Server) servePrivate(w http.ResponseWriter, r *http.Request, name string) {
	now := s.now.Load()
	if strings.HasPrefix(name, "client/desk/") {
		s.module(w, r, name)
		return
	}
	if act, ok := strings.CutPrefix(name, "desk/"); ok {
		s.serveDesk(w, r, act)
		return
	}
	switch name {
	case "client.js":
		s.part(w, r, name, s.script)
	case "client.css":
		data, _ := client.ReadFile("client/client.css")
		s.part(w, r, name, data)
	case "events":
		s.stream(w, r)
	case "state":
		m := s.message(now, nil)
		m.Tag = s.tagOf(now, r.URL.Query().Get("path"))
		writeJSON(w, m)
	case "missing":
		writeJSON(w, s.absence(r.URL.Query().Get("path")))
	case "source":
		writeJSON(w, s.origin(now, r.URL.Query().Get("path")))
	default:
		http.NotFound(w, r)
	}
}

// module sends a part of the desk, which the browser asks for when it is opened.
func (s *Server) module(w http.ResponseWriter, r *http.Request, name string) {
	data, err := client.ReadFile(name)
	if ext := path.Ext(name); err != nil || ext != ".js" && ext != ".css" {
		http.NotFound(w, r)
		return
	}
	s.part(w, r, name, data)
}

// part sends a file of the preview's own.
func (s *Server) part(w http.ResponseWriter, r *http.Request, name string, data []byte) {
	w.Header().Set("Content-Type", typeOf(name))
	w.Header().Set("Cache-Control", "no-cache")
	content(w, r, data, string(source.DigestOf(string(data))))
}

// tagOf is the tag of what a request for the address would get now.
func (s *Server) tagOf(now *state, address string) string {
	if now.Gen == nil {
		return "nothing"
	}
	if rel, inside := strings.CutPrefix(address, now.Base); inside {
		for _, p := range candidates(rel) {
			if _, tag, ok := s.get(now, p); ok {
				return tag
			}
		}
	}
	if _, tag, ok := s.get(now, "404.html"); ok {
		return tag
	}
	return "none"
}

// stream sends a message now and at every swap (server-sent events).
func (s *Server) stream(w http.ResponseWriter, r *http.Request) {
	out, ok := w.(http.Flusher)
	if !ok {
		http.Error(w, "streaming is not possible here", http.StatusInternalServerError)
		return
	}
	messages, leave := s.hub.join()
	defer leave()
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	fmt.Fprint(w, "retry: 300\n")
	data, _ := json.Marshal(s.message(s.now.Load(), nil))
	for {
		fmt.Fprintf(w, "data: %s\n\n", data)
		out.Flush()
		var open bool
		select {
		case data, open = <-messages:
			if !open {
				return
			}
		case <-r.Context().Done():
			return
		}
	}
}

// hub hands messages to every open stream. One that doesn't keep up is closed: its
// tab comes back and asks.
type hub struct {
	mu     sync.Mutex
	all    map[chan []byte]bool
	closed bool
}

func (h *hub) join() (<-chan []byte, func()) {
	c := make(chan []byte, 16)
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.closed {
		close(c)
		return c, func() {}
	}
	if h.all == nil {
		h.all = map[chan []byte]bool{}
	}
	h.all[c] = true
	return c, func() {
		h.mu.Lock()
		defer h.mu.Unlock()
		h.drop(c)
	}
}

func (h *hub) drop(c chan []byte) {
	if h.all[c] {
		delete(h.all, c)
		close(c)
	}
}

func (h *hub) send(m message) {
	data, err := json.Marshal(m)
	if err != nil {
		panic("preview: a message cannot be written: " + err.Error())
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	for c := range h.all {
		select {
		case c <- data:
		default:
			h.drop(c)
		}
	}
}

func (h *hub) close() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.closed = true
	for c := range h.all {
		h.drop(c)
	}
}
