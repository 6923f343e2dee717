// Package watch turns what happens in directories into a settled "look again".
//
// In: directories to follow. Out: Looks, one for each burst of changes, sent when
// the burst is over: the paths that changed, or All when that isn't certain.
// Invariant: a Look is a hint, never the truth. Whoever takes it reads the files; a
// doubled, late or made-up hint costs time and nothing else, and for a missed one
// every burst is followed by one Look at everything once the author pauses.
//
// # When a burst is over
//
// A few milliseconds after the last event (longer when many files change at once, as
// when a branch is checked out), and then only if no file looks half saved:
//
//   - a file that vanished gets a moment to come back: editors move the old one away
//     before they write the new one;
//   - a file that became empty gets longer: it was truncated and is about to be
//     written. An empty file that stays empty is believed in the end.
//
// and not while another program says that it is at work (Busy: git's lock).
// The wait has an upper bound. What happens while a Look waits to be taken is added
// to it, so any number of saves during a build cause one further build.
//
// # Where events don't come
//
// Directories are compared instead, every half second, by name, size, and times of
// modification and of change (the second cannot be set by a program, so new bytes of
// the same length under an old date are seen; Windows has no such time, and there
// they are seen when the author pauses). That is done for every directory when asked
// for, for a directory the system refuses to watch, for file systems that are known
// to send no events, and for files that are symbolic links. Symbolic links to
// directories are not followed.
package watch

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/fsnotify/fsnotify"
)

// Config says what to follow. Only Roots is needed.
type Config struct {
	Roots   []string                // directories, as the caller names them; they need not exist yet
	Skip    []string                // directories never entered, such as where the site is published
	Ignored func(base string) bool  // names that are an editor's, not an author's
	Busy    func() bool             // a program is in the midst of changing files, but not for ever; may be nil
	Poll    bool                    // compare, don't rely on events
	Every   time.Duration           // between two comparisons; 0: 500 ms
	Times   Times                   // how long to wait for what
	Warn    func(msg string)        // told once of each thing that cannot be watched; called from one goroutine
	Backend func() (Backend, error) // source of events; nil: the system's
	Silent  func(dir string) string // the name of a file system that sends no events, or ""; nil: ask the system
}

// Times are the waits before a burst counts as over. Zero means the default.
type Times struct {
	Quiet  time.Duration // without an event; 5 ms
	Busy   time.Duration // the longest Quiet when many files change; 60 ms
	Vanish time.Duration // for a file to come back; 100 ms
	Empty  time.Duration // for an empty file to be written; 1.5 s
	Most   time.Duration // upper bound while events keep coming; 1 s
	Idle   time.Duration // after a Look, before everything is looked at; 5 s
}

// Look asks for another look at the files.
type Look struct {
	Paths []string  // files that may have changed, appeared or vanished; sorted, named as under Roots
	All   bool      // anything may have changed: compare bytes, not times
	Idle  bool      // nothing happened: All is only a precaution
	Saved time.Time // when the last change was noticed
}

// Backend is a source of events: fsnotify, or a test's.
type Backend interface {
	Add(dir string) error // not recursive
	Events() <-chan fsnotify.Event
	Errors() <-chan error
	Close() error
}

// Watcher follows directories until it is closed.
type Watcher struct {
	cfg        Config
	looks      chan Look
	stop, done chan struct{}

	// All below belongs to the goroutine of run.
	backend Backend // nil when the system offers none
	skip    map[string]bool
	warned  map[string]bool
	dirs    map[string]bool             // followed
	files   map[string]bool             // known to exist
	gates   map[string]bool             // existing parents of roots
	polled  map[string]map[string]stamp // directories compared by polling: their files
	links   map[string]stamp            // files that are symbolic links: polled too
	empty   map[string]bool             // files believed to be empty
	burst   burst
}

// burst is what happened since the last Look.
type burst struct {
	paths       map[string]time.Time // when each was last heard of
	sizes       map[string]int64     // as it was settled on, in bytes; gone: not there
	first, last time.Time
	all         bool
	idle        bool
	lost        bool // the tree of directories may be another one: walk it again
	ready       bool
	held        bool      // another program was at work when it was last asked whether it is over
	asked       time.Time // the last event, when that was asked
}

// Start begins to follow the roots. When it returns every directory that exists is
// followed, so a change made from now on leads to a Look.
func Start(cfg Config) (*Watcher, error) {
	cfg.Times.fill()
	if cfg.Every == 0 {
		cfg.Every = 500 * time.Millisecond
	}
	if cfg.Ignored == nil {
		cfg.Ignored = func(string) bool { return false }
	}
	if cfg.Warn == nil {
		cfg.Warn = func(string) {}
	}
	if cfg.Backend == nil {
		cfg.Backend = System
	}
	if cfg.Silent == nil {
		cfg.Silent = silentFS
	}
	w := &Watcher{
		cfg: cfg, looks: make(chan Look), stop: make(chan struct{}), done: make(chan struct{}),
		skip: map[string]bool{}, warned: map[string]bool{}, empty: map[string]bool{},
	}
	w.burst = newBurst()
	for _, d := range cfg.Skip {
		abs, err := filepath.Abs(d)
		if err != nil {
			return nil, err
		}
		w.skip[abs] = true
	}
	w.open()
	go w.run()
	return w, nil
}

// Looks delivers the Looks. It is never closed.
func (w *Watcher) Looks() <-chan Look { return w.looks }

// Close ends the watch and waits until it has ended.
func (w *Watcher) Close() {
	close(w.stop)
	<-w.done
}

func (t *Times) fill() {
	for _, d := range []struct {
		p *time.Duration
		v time.Duration
	}{
		{&t.Quiet, 5 * time.Millisecond}, {&t.Busy, 60 * time.Millisecond}, {&t.Vanish, 100 * time.Millisecond},
		{&t.Empty, 1500 * time.Millisecond}, {&t.Most, time.Second}, {&t.Idle, 5 * time.Second},
	} {
		if *d.p == 0 {
			*d.p = d.v
		}
	}
}

// run is the only goroutine that touches the watcher's state. It never waits for
// whoever takes the Looks, so the system's queue of events doesn't fill up.
func (w *Watcher) run() {
	defer close(w.done)
	settle, idle := stopped(), stopped()
	defer settle.Stop()
	defer idle.Stop()
	poll := time.NewTicker(w.cfg.Every)
	defer poll.Stop()
	polling := true
	for {
		if need := w.needsPolling(); need != polling {
			if polling = need; need {
				poll.Reset(w.cfg.Every)
			} else {
				poll.Stop()
			}
		}
		var events <-chan fsnotify.Event
		var errs <-chan error
		if w.backend != nil {
			events, errs = w.backend.Events(), w.backend.Errors()
		}
		var out chan Look
		var look Look
		if w.burst.ready {
			out, look = w.looks, w.burst.look()
		}
		before := w.burst.last
		select {
		case <-w.stop:
			if w.backend != nil {
				w.backend.Close()
			}
			return
		case e := <-events:
			w.event(e)
		case err := <-errs:
			w.failed(err)
		case <-poll.C:
			w.compareAll()
		case <-settle.C:
			if wait := w.settle(time.Now()); wait > 0 {
				settle.Reset(wait)
			}
		case <-idle.C:
			w.burst.all, w.burst.idle, w.burst.ready = true, true, true
			w.burst.last = time.Now()
			continue
		case out <- look:
			w.taken()
			if !look.Idle {
				idle.Reset(w.cfg.Times.Idle)
			}
			continue
		}
		if w.burst.last != before {
			w.burst.ready, w.burst.idle = false, false
			idle.Stop()
			settle.Reset(min(w.cfg.Times.Quiet, max(0, time.Until(w.burst.first.Add(w.cfg.Times.Most)))))
		}
	}
}

func stopped() *time.Timer {
	t := time.NewTimer(time.Hour)
	t.Stop()
	return t
}

// touch notes that something happened to a path; "" is nothing in particular.
func (w *Watcher) touch(p string) {
	now := time.Now()
	if w.burst.first.IsZero() {
		w.burst.first = now
	}
	w.burst.last = now
	if p != "" {
		w.burst.paths[p] = now
	}
}

// event takes one event in.
func (w *Watcher) event(e fsnotify.Event) {
	p := filepath.Clean(e.Name)
	switch {
	case w.isGate(p):
		if !e.Has(fsnotify.Chmod) {
			w.lose()
		}
	case !w.dirs[filepath.Dir(p)] || w.cfg.Ignored(filepath.Base(p)):
	case w.dirs[p]:
		if e.Has(fsnotify.Remove) || e.Has(fsnotify.Rename) || e.Has(fsnotify.Create) {
			w.lose()
		}
	case e.Has(fsnotify.Create) && isDir(p):
		if w.follow(p, true) {
			w.touch("")
		}
	default:
		w.touch(p)
	}
}

// lose gives up what is known of the tree: a directory was moved or removed, and the
// events that follow may bear its old name.
func (w *Watcher) lose() {
	w.burst.lost = true
	w.touch("")
}

// failed takes an error of the backend in. After an overflow anything may have
// happened; other errors are no better.
func (w *Watcher) failed(err error) {
	if !errors.Is(err, fsnotify.ErrEventOverflow) {
		w.warn("watching failed: " + err.Error() + "; everything is looked at again")
	}
	w.burst.all = true
	w.lose()
}

func (w *Watcher) warn(msg string) {
	if !w.warned[msg] {
		w.warned[msg] = true
		w.cfg.Warn(msg)
	}
}

// settle marks the burst as ready, or says how long to wait before asking again.
func (w *Watcher) settle(now time.Time) time.Duration {
	b, t := &w.burst, w.cfg.Times
	quiet := t.Quiet
	if n := time.Duration(len(b.paths)); n > 1 {
		quiet = min(t.Quiet*(2+n/2), max(t.Busy, t.Quiet))
	}
	late := now.Sub(b.first) >= t.Most
	if wait := b.last.Add(quiet).Sub(now); wait > 0 && !late {
		return wait
	}
	if w.cfg.Busy != nil && w.cfg.Busy() {
		b.held = true
		return t.Vanish / 10
	}
	// On a busy machine our time is over before the events that waited for us are here:
	// they come while it is asked once more.
	if b.held || len(b.paths) > 1 && !late && !b.asked.Equal(b.last) {
		b.held, b.asked = false, b.last
		return t.Quiet
	}
	for p, heard := range b.paths {
		hold, size := time.Duration(0), int64(gone)
		if info, err := os.Stat(p); err == nil {
			size = info.Size()
		}
		switch {
		case size == gone && w.files[p]:
			hold = t.Vanish
		case size == gone:
			delete(b.paths, p) // it came and went
			continue
		case size == 0 && !w.empty[p]:
			hold = t.Empty
		}
		if wait := heard.Add(hold).Sub(now); wait > 0 && now.Sub(b.first) < t.Most+t.Empty {
			return min(wait, t.Vanish/2) // ask often: it may be mended soon
		}
		b.sizes[p] = size
	}
	if b.lost {
		b.all, b.lost = true, false
		w.open()
	}
	b.ready = true
	return 0
}

// gone is the size of a file that isn't there.
const gone = -1

func newBurst() burst {
	return burst{paths: map[string]time.Time{}, sizes: map[string]int64{}}
}

func (b *burst) look() Look {
	l := Look{All: b.all, Idle: b.idle, Saved: b.last}
	for p := range b.paths {
		l.Paths = append(l.Paths, p)
	}
	slices.Sort(l.Paths)
	return l
}

// taken begins the next burst and believes what the last one showed.
func (w *Watcher) taken() {
	for p := range w.burst.paths {
		delete(w.empty, p)
		delete(w.files, p)
		if size := w.burst.sizes[p]; size != gone {
			w.files[p] = true
			if size == 0 {
				w.empty[p] = true
			}
		}
	}
	w.burst = newBurst()
}

func isDir(p string) bool {
	info, err := os.Lstat(p)
	return err == nil && info.IsDir()
}
