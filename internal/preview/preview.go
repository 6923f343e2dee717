// Package preview serves a site from memory while it is being written, and makes the
// browser follow every save.
//
// In: a build's configuration, and the directories it reads. Out: the site over
// HTTP. Invariants: every answer is made from one generation, and its bytes are those
// that a publish would write, plus one script tag at the start of each page's head;
// an author's mistake never replaces a page that was right; only the desk writes, its acts
// under content/ and its Publish the published folder as the command build does; and no
// file is served that isn't part of the site.
//
// # What lies under /.preview/
//
// No file of a site can lie there, since names with a leading dot are not read.
//
//	client.js   the script that the tag loads: patching, problems, links to the source
//	client.css  the look of its overlay
//	client/desk the desk's panel: modules and style, loaded when it is opened
//	desk/       what the desk shows and does: see docs/desk.md, and desk.go
//	events      a stream of messages (see message), one at once and one at every swap
//	state       the same message now; with ?path= also that page's tag
//	missing     why nothing is at ?path=: a draft, moved, outside the base; what is near
//	source      where the words at ?path= come from, and why each mention is linked
package preview

import (
	"cmp"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"glossator/internal/build"
	"glossator/internal/source"
	"glossator/internal/watch"
)

// Config is what to preview and how.
type Config struct {
	Build  build.Config
	Addr   string // HOST:PORT; "" is 127.0.0.1:8080, or the next free port
	Poll   bool   // compare files instead of waiting for events
	Editor string // see EditorNamed
	Open   bool   // open the browser
	Desk   Switch // whether the site can be changed in the browser
	Log    io.Writer
	Opened func(Opened) // told once the site is served; may be nil

	watch   func(*watch.Config) // a test's changes to how files are watched
	serving func(*Server)       // gives a test the server
}

// Run previews the site until the context ends, which is no error.
func Run(ctx context.Context, cfg Config) error {
	editor, err := EditorNamed(cfg.Editor)
	if err != nil {
		return err
	}
	l, err := Listen(cfg.Addr)
	if err != nil {
		return err
	}
	p := newPreviewer(cfg, editor, l.Addr().String())
	if cfg.serving != nil {
		cfg.serving(p.server)
	}
	w, err := watch.Start(p.watched())
	if err != nil {
		l.Close()
		return fmt.Errorf("watching the site: %w", err)
	}
	defer w.Close()
	srv := &http.Server{Handler: p.server, ReadHeaderTimeout: 10 * time.Second}
	served := make(chan error, 1)
	go func() { served <- srv.Serve(l) }()
	defer func() {
		p.stopCheck()
		p.tidies.Wait()
		if d := p.server.desk; d != nil {
			d.end()
		}
		p.server.Close()
		soon, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		if srv.Shutdown(soon) != nil {
			srv.Close()
		}
		<-served
		p.builder.Close()
	}()
	return p.run(ctx, l.Addr(), w.Looks(), served)
}

// Opened is what a program needs that works with a preview.
type Opened struct {
	Address string `json:"address"`         // with the secret, where there is one
	Token   string `json:"token,omitempty"` // of the desk, where there is one: see docs/desk.md
	Key     string `json:"key,omitempty"`   // the secret of an address that others can reach
}

// opened is the preview at an address.
func (p *previewer) opened(address string) Opened {
	o := Opened{Address: address, Key: p.server.Secret}
	if o.Key != "" {
		o.Address += "?" + secretParameter + "=" + o.Key
	}
	if p.server.desk != nil {
		o.Token = p.server.desk.token
	}
	return o
}

// previewer builds whenever the watcher says so and shows what came of it.
type previewer struct {
	cfg     Config
	server  *Server
	builder *build.Builder
	good    *build.Result // the last whole one
	view    View
	late    chan late // what checking every page in the background found
	cancel  context.CancelFunc
	checks  sync.WaitGroup
	tried   atomic.Pointer[build.Result] // the last whose templates made every page
	tidies  sync.WaitGroup
	tidying atomic.Bool

	publishes build.Config // what the desk publishes
	drafts    atomic.Bool  // they are shown
	acts      chan func()  // of the desk: one at a time, and none while the site is built
}

// late is a mistake that showed only when some page was made.
type late struct {
	of      *build.Result
	problem source.Problem
}

func newPreviewer(cfg Config, editor Editor, addr string) *previewer {
	publishes := cfg.Build
	cfg.Build.Strict = false // warnings are shown; they stop nothing here
	if cfg.Log == nil {
		cfg.Log = io.Discard
	}
	p := &previewer{cfg: cfg, builder: build.New(cfg.Build), late: make(chan late, 64), cancel: func() {}, acts: make(chan func()), publishes: publishes}
	p.drafts.Store(cfg.Build.Drafts)
	p.server = NewServer(editor, strconv.FormatInt(time.Now().UnixNano(), 36))
	p.server.Hosts = hostsFor(cmp.Or(cfg.Addr, addr))
	here := loopbackName(hostOf(addr))
	if !here {
		p.server.Secret = rand.Text()
	}
	if cfg.Desk == On || here && cfg.Desk != Off {
		p.server.desk = newDesk(p)
	}
	p.server.Failed = func(problem source.Problem) {
		select {
		case p.late <- late{nil, problem}:
		default: // it comes again with the next request
		}
	}
	return p
}

// watched are the directories that a build reads.
func (p *previewer) watched() watch.Config {
	c := p.cfg.Build
	w := watch.Config{
		Ignored: source.Ignored, Skip: []string{c.Out}, Poll: p.cfg.Poll, Busy: checkout(c.Site),
		Warn: func(msg string) { fmt.Fprintln(p.cfg.Log, "warning:", msg) },
	}
	for _, dir := range []string{"content", "templates", "static"} {
		w.Roots = append(w.Roots, filepath.Join(c.Site, dir))
	}
	w.Roots = append(w.Roots, c.Articles...)
	if p.cfg.watch != nil {
		p.cfg.watch(&w)
	}
	return w
}

// checkout tells whether git is changing the files of the repository that holds the
// directory: it keeps a lock as long. A lock older than ten seconds was left behind.
// nil where there is no repository.
func checkout(dir string) func() bool {
	dir, err := filepath.Abs(dir)
	for err == nil {
		if info, err := os.Stat(filepath.Join(dir, ".git")); err == nil && info.IsDir() {
			lock := filepath.Join(dir, ".git", "index.lock")
			return func() bool {
				info, err := os.Stat(lock)
				return err == nil && time.Since(info.ModTime()) < 10*time.Second
			}
		}
		if dir == filepath.Dir(dir) {
			break
		}
		dir = filepath.Dir(dir)
	}
	return nil
}

func (p *previewer) run(ctx context.Context, addr net.Addr, looks <-chan watch.Look, served <-chan error) error {
	began := time.Now()
	p.look(watch.Look{All: true, Idle: true})
	opened := p.opened("http://" + addr.String() + p.view.Base)
	fmt.Fprintf(p.cfg.Log, "previewing %s (%s, ready in %s); Ctrl-C ends\n", opened.Address, p.size(), short(time.Since(began)))
	if p.cfg.Opened != nil {
		p.cfg.Opened(opened)
	}
	if p.cfg.Open {
		if err := open(opened.Address); err != nil {
			fmt.Fprintln(p.cfg.Log, "warning: the browser could not be opened:", err)
		}
	}
	for {
		select {
		case <-ctx.Done():
			return nil
		case err := <-served:
			if errors.Is(err, http.ErrServerClosed) {
				return nil
			}
			return fmt.Errorf("serving: %w", err)
		case l := <-looks:
			p.look(l)
		case l := <-p.late:
			p.blame(l)
		case act := <-p.acts:
			act()
		}
	}
}

// look builds, swaps, and says what changed.
func (p *previewer) look(l watch.Look) {
	hints := make([]string, len(l.Paths))
	for i, f := range l.Paths {
		hints[i] = filepath.ToSlash(f)
	}
	if l.All {
		hints = []string{"*"}
	}
	r, err := p.builder.Build(hints...)
	next := p.view
	if err != nil {
		next.Problems = []Problem{{Problem: source.Problem{Rule: "unreadable", Msg: err.Error()}}}
		p.show(next, l)
		return
	}
	next.Problems = located(r, r.Problems())
	switch shown := p.best(r); {
	case shown == nil:
	case shown == p.good:
		next.Gen, next.Base = shown, basePath(shown.Base())
	default:
		next.Gen, next.Good, next.Base = shown, p.previous(), basePath(shown.Base())
		if shown.OK {
			p.good = shown
		}
	}
	tried := p.view.Gen == nil || p.isTried(p.view.Gen)
	p.show(next, l)
	switch gen, ok := next.Gen.(*build.Result); {
	case !ok:
	case p.templatesIn(l) || !tried: // a check that was not at its end begins anew
		p.check(gen)
	default:
		p.tried.Store(gen)
	}
	p.tidy()
}

// showDrafts makes drafts part of what is shown, or leaves them out.
func (p *previewer) showDrafts(show bool) {
	if p.drafts.Swap(show) == show {
		return
	}
	p.cfg.Build.Drafts = show
	p.builder.Close()
	p.builder = build.New(p.cfg.Build)
}

// isTried tells whether the templates of a generation have made every page.
func (p *previewer) isTried(g Generation) bool {
	r, ok := g.(*build.Result)
	return ok && p.tried.Load() == r
}

// tidy collects what the last build left now, while the editor reads, and not in the
// midst of the next: at 10,000 articles that would take half as long again. Of the first
// generation it makes the keys, with which the next is compared.
func (p *previewer) tidy() {
	if p.tidying.CompareAndSwap(false, true) {
		shown := p.view.Gen
		p.tidies.Go(func() {
			runtime.GC()
			if shown != nil {
				shown.Keys()
			}
			p.tidying.Store(false)
		})
	}
}

// best is the result to show: a whole one, or one with the broken files as they last
// were; failing that the last whole one, or at first whatever could be made.
func (p *previewer) best(r *build.Result) *build.Result {
	if r.OK {
		return r
	}
	if m := p.builder.Mend(r, p.good); m != nil {
		return m
	}
	if p.good == nil && len(r.Planned()) > 0 && r.Site.Config.File != nil {
		return r
	}
	return p.good
}

// previous is what can make a page that a new generation's templates can't: the one on
// show, if its own could.
func (p *previewer) previous() Generation {
	if v := p.view; v.Good != nil && (len(v.Problems) > 0 || !p.isTried(v.Gen)) {
		return v.Good
	}
	return p.view.Gen
}

func located(r *build.Result, problems []source.Problem) []Problem {
	all, places := make([]Problem, len(problems)), make([]source.Pos, len(problems))
	for i, p := range problems {
		if all[i].Problem = p; p.Severity != source.Note {
			places[i] = p.Pos
		}
	}
	for i, line := range r.Lines(places) {
		all[i].Line = line
	}
	return all
}

// basePath is the path of the address at which the site will stand.
func basePath(base string) string {
	u, err := url.Parse(base)
	if err != nil || u.Path == "" {
		return "/"
	}
	return "/" + strings.Trim(u.Path, "/") + strings.Repeat("/", min(1, len(strings.Trim(u.Path, "/"))))
}

// templatesIn tells whether the look may have brought other templates.
func (p *previewer) templatesIn(l watch.Look) bool {
	dir := filepath.Join(p.cfg.Build.Site, "templates") + string(filepath.Separator)
	for _, f := range l.Paths {
		if strings.HasPrefix(f, dir) {
			return true
		}
	}
	return l.All && !l.Idle
}

// check makes every page in the background, so that a template that is broken only
// for pages nobody visits is reported too. A new check ends the one before.
func (p *previewer) check(r *build.Result) {
	p.stopCheck()
	ctx, cancel := context.WithCancel(context.Background())
	p.cancel = cancel
	p.checks.Go(func() {
		for _, path := range r.Planned() {
			if ctx.Err() != nil {
				return
			}
			if !isPage(path) {
				continue
			}
			if problem := r.Try(path); problem != nil {
				select {
				case p.late <- late{r, *problem}:
				case <-ctx.Done():
				}
				return
			}
		}
		p.tried.Store(r)
	})
}

func (p *previewer) stopCheck() {
	p.cancel()
	p.checks.Wait()
}

// blame adds a mistake that showed late.
func (p *previewer) blame(l late) {
	if l.of != nil && Generation(l.of) != p.view.Gen {
		return
	}
	for _, known := range p.view.Problems {
		if known.Problem == l.problem {
			return
		}
	}
	next := p.view
	next.Problems = append(next.Problems[:len(next.Problems):len(next.Problems)],
		located(p.view.Gen.(*build.Result), []source.Problem{l.problem})...)
	p.show(next, watch.Look{Idle: true})
}

func (p *previewer) size() string {
	if p.view.Gen == nil {
		return "nothing to show yet"
	}
	return fmt.Sprintf("%d files", len(p.view.Gen.Planned()))
}
