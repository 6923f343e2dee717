package preview

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"

	"glossator/internal/build"
	"glossator/internal/desk"
	"glossator/internal/hand"
	"glossator/internal/source"
	"glossator/internal/suggest"
	"glossator/internal/watch"
)

// atDesk is the desk's half in the server: it shows what package hand knows of the
// generation that is served, and has hand's acts written. docs/desk.md documents its
// answers. Invariants: an act is a POST of JSON with the run's token; acts are done one at
// a time, none while the site is built, and answered when the site is served that they
// made.
type atDesk struct {
	p       *previewer
	token   string
	journal hand.Journal
	publish sync.Mutex
	ctx     context.Context // done when the preview ends: a publish ends with it
	end     context.CancelFunc

	mu    sync.Mutex
	known learned // of the generation that was asked of last
}

// learned is what costs much to find out.
type learned struct {
	of          *build.Result
	suggestions []suggest.Suggestion
	topics      []desk.Topic
}

func newDesk(p *previewer) *atDesk {
	d := &atDesk{p: p, token: rand.Text()}
	d.ctx, d.end = context.WithCancel(context.Background())
	return d
}

// most is how many bytes may be posted: texts that are added.
const most = 64 << 20

func (s *Server) serveDesk(w http.ResponseWriter, r *http.Request, name string) {
	w.Header().Set("Cache-Control", "no-store")
	d := s.desk
	switch {
	case d == nil && name == "state":
		writeJSON(w, map[string]bool{"on": false})
	case d == nil:
		http.NotFound(w, r)
	case r.Method == http.MethodPost:
		d.post(w, r, name)
	default:
		d.get(w, r, name)
	}
}

// site is the site that is served, as the desk sees it.
func (d *atDesk) site() (*hand.Site, error) {
	now := d.p.server.now.Load()
	r, ok := now.Gen.(*build.Result)
	if !ok {
		return nil, &hand.Refused{Msg: "there is nothing to show yet", Hint: "mend the problems first"}
	}
	return &hand.Site{Result: r, Dir: filepath.ToSlash(filepath.Clean(d.p.cfg.Build.Site)), Link: d.p.server.Editor.Link, Base: now.Base}, nil
}

func (d *atDesk) get(w http.ResponseWriter, r *http.Request, name string) {
	s, err := d.site()
	if err != nil {
		answer(w, nil, err)
		return
	}
	q := r.URL.Query()
	switch name {
	case "state":
		answer(w, d.state(s, q.Get("path")), nil)
	case "entries":
		answer(w, map[string]any{"entries": s.Entries()}, nil)
	case "page":
		answer(w, s.Page(q.Get("path")), nil)
	case "why":
		nth, _ := strconv.Atoi(q.Get("nth"))
		why, err := s.Why(q.Get("path"), q.Get("block"), q.Get("text"), nth)
		answer(w, why, err)
	case "cue":
		answer(w, s.Cue(q.Get("cue")), nil)
	case "suggestions":
		answer(w, map[string]any{"suggestions": s.Suggestions(d.learn(s).suggestions)}, nil)
	case "questions":
		answer(w, map[string]any{"topics": s.Questions(d.learn(s).topics, d.problems())}, nil)
	case "articles":
		answer(w, map[string]any{"articles": s.Articles()}, nil)
	case "entry":
		form, err := s.Form(q.Get("id"))
		answer(w, form, err)
	case "changes":
		answer(w, map[string]any{"changes": d.journal.Changes(s.Dir), "out": d.p.cfg.Build.Out}, nil)
	default:
		http.NotFound(w, r)
	}
}

// learn finds out what costs much, once for a generation.
func (d *atDesk) learn(s *hand.Site) learned {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.known.of != s.Result {
		d.known = learned{s.Result, s.Suggest(), s.Result.Questions()}
	}
	return d.known
}

// problems are those that are shown.
func (d *atDesk) problems() (all []source.Problem) {
	for _, p := range d.p.server.now.Load().Problems {
		all = append(all, p.Problem)
	}
	return all
}

// small is up to how many articles a site's suggestions are counted with every answer.
const small = 200

func (d *atDesk) state(s *hand.Site, address string) any {
	counts := map[string]int{"changes": d.journal.Len()}
	if len(s.Site.Articles) <= small {
		k := d.learn(s)
		counts["explain"] = len(s.Suggestions(k.suggestions))
		for _, t := range s.Questions(k.topics, d.problems()) {
			counts["questions"] += len(t.Items)
		}
	}
	page := map[string]string{}
	for _, p := range s.Site.Profiles {
		if s.Base+p.Path == address {
			page["entry"] = p.Entry.ID
		}
	}
	return map[string]any{"on": true, "token": d.token, "drafts": d.p.drafts.Load(), "counts": counts, "facets": s.Facets(), "page": page}
}

// post does an act, or looks at what is too long for an address.
func (d *atDesk) post(w http.ResponseWriter, r *http.Request, name string) {
	if !d.mayAct(r) {
		fail(w, http.StatusForbidden, &hand.Refused{Msg: "only the desk of this preview may do that", Hint: "load the page again: the preview was started anew"})
		return
	}
	asked, err := io.ReadAll(http.MaxBytesReader(w, r.Body, most))
	if err != nil {
		fail(w, http.StatusRequestEntityTooLarge, &hand.Refused{Msg: "that is too much at once", Hint: "add fewer texts"})
		return
	}
	switch name {
	case "entry/look":
		look(w, d, asked, (*hand.Site).Look)
	case "texts/look":
		look(w, d, asked, func(s *hand.Site, raw hand.Raw) (map[string]any, error) {
			texts, err := s.LookAt(raw)
			return map[string]any{"texts": texts}, err
		})
	case "publish":
		report, err := d.publishNow()
		answer(w, report, err)
	case "undo":
		var x struct{ Change int }
		err := hand.Asked(asked, &x)
		d.act(w, r, func(s *hand.Site) (hand.Done, int, error) {
			if err != nil {
				return hand.Done{}, 0, err
			}
			done, err := d.journal.Undo(s.Dir, x.Change)
			return done, 0, err
		})
	case "drafts":
		var x struct{ Show bool }
		err := hand.Asked(asked, &x)
		d.act(w, r, func(*hand.Site) (hand.Done, int, error) {
			if err != nil {
				return hand.Done{}, 0, err
			}
			d.p.showDrafts(x.Show)
			return hand.Done{Says: map[bool]string{true: "Drafts are shown.", false: "Drafts are left out."}[x.Show]}, 0, nil
		})
	default:
		if !hand.Acts(name) {
			http.NotFound(w, r)
			return
		}
		d.act(w, r, func(s *hand.Site) (hand.Done, int, error) {
			done, err := s.Act(name, asked)
			if err != nil {
				return done, 0, err
			}
			if err := hand.Put(s.Dir, done.Writes); err != nil {
				return done, 0, err
			}
			return done, d.journal.Add(done, time.Now()), nil
		})
	}
}

// mayAct tells whether a page of this preview asks for an act, or a program: with this
// run's token, which no page from elsewhere can read, and as no form can post.
func (d *atDesk) mayAct(r *http.Request) bool {
	kind, _, _ := strings.Cut(r.Header.Get("Content-Type"), ";")
	site := r.Header.Get("Sec-Fetch-Site")
	return subtle.ConstantTimeCompare([]byte(r.Header.Get("X-Desk-Token")), []byte(d.token)) == 1 &&
		kind == "application/json" && (site == "" || site == "same-origin")
}

func look[T, U any](w http.ResponseWriter, d *atDesk, asked []byte, see func(*hand.Site, T) (U, error)) {
	var x T
	s, err := d.site()
	if err == nil {
		err = hand.Asked(asked, &x)
	}
	if err != nil {
		answer(w, nil, err)
		return
	}
	seen, err := see(s, x)
	answer(w, seen, err)
}

// act has an act done where the site is built, and answers when that is served.
func (d *atDesk) act(w http.ResponseWriter, r *http.Request, do func(*hand.Site) (hand.Done, int, error)) {
	type outcome struct {
		done   hand.Done
		change int
		err    error
	}
	ended := make(chan outcome, 1)
	act := func() {
		var o outcome
		s, err := d.site()
		if o.err = err; err == nil {
			o.done, o.change, o.err = do(s)
		}
		l := watch.Look{Saved: time.Now()} // what was refused may be about files that are others by now
		for _, x := range o.done.Writes {
			l.Paths = append(l.Paths, filepath.Join(d.p.cfg.Build.Site, filepath.FromSlash(x.Path)))
		}
		if o.err == nil || len(l.Paths) > 0 {
			d.p.look(l)
		}
		ended <- o
	}
	select {
	case d.p.acts <- act:
	case <-r.Context().Done():
		return
	}
	o := <-ended
	answer(w, map[string]any{"ok": true, "says": o.done.Says, "change": o.change, "number": d.p.server.now.Load().number}, o.err)
}

// publishNow publishes as the command build does with --strict.
func (d *atDesk) publishNow() (any, error) {
	if !d.publish.TryLock() {
		return nil, &hand.Refused{Msg: "the site is being published already"}
	}
	defer d.publish.Unlock()
	cfg := d.p.publishes
	cfg.Strict, cfg.Drafts, cfg.Force = true, false, false
	r, err := build.PublishUntil(d.ctx, cfg)
	if err != nil {
		return nil, &hand.Refused{Msg: err.Error()}
	}
	problems := []map[string]string{}
	for _, p := range r.Report.Problems {
		if p.Severity != source.Note {
			problems = append(problems, map[string]string{"msg": p.Msg, "hint": p.Hint, "severity": p.Severity.String(), "where": p.Pos.String(), "link": d.p.server.Editor.Link(p.Pos.Path, p.Pos.Line, p.Pos.Col)})
		}
	}
	report := map[string]any{"published": r.OK, "written": r.Report.Written, "kept": r.Report.Kept, "removed": r.Report.Removed, "out": cfg.Out, "problems": problems}
	says := fmt.Sprintf("Published to %s.", cfg.Out)
	if !r.OK {
		says = "Nothing was published."
	}
	return map[string]any{"ok": true, "says": says, "report": report}, nil
}

type failure struct {
	OK      bool          `json:"ok"`
	Problem *hand.Refused `json:"problem"`
}

// answer writes what was asked for, or why it is not to be had.
func answer(w http.ResponseWriter, x any, err error) {
	if err == nil {
		writeJSON(w, x)
		return
	}
	var refused *hand.Refused
	if !errors.As(err, &refused) {
		refused = &hand.Refused{Msg: err.Error()}
	}
	fail(w, http.StatusConflict, refused)
}

// fail answers that something was not done.
func fail(w http.ResponseWriter, status int, refused *hand.Refused) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(failure{Problem: refused}) // the tab may be gone
}
