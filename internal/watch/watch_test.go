package watch

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"github.com/fsnotify/fsnotify"
	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// place is a directory followed by a Watcher.
type place struct {
	*testing.T
	dir   string
	w     *Watcher
	warns chan string
	told  map[string]bool // what was expected so far
	marks int
}

func begin(t *testing.T, cfg Config, files ...string) *place {
	t.Helper()
	t.Parallel()
	return open(t, cfg, files...)
}

// inNoTime follows a directory whose events the test tells, by a clock of its own: what is
// of time is tested to the moment, however busy the machine is.
func inNoTime(t *testing.T, cfg Config, do func(p *place, f *fake), files ...string) {
	synctest.Test(t, func(t *testing.T) {
		f := newFake()
		cfg.Backend = func() (Backend, error) { return f, nil }
		do(open(t, cfg, files...), f)
	})
}

func open(t *testing.T, cfg Config, files ...string) *place {
	t.Helper()
	p := &place{T: t, dir: filepath.Join(t.TempDir(), "content"), warns: make(chan string, 100), told: map[string]bool{}}
	p.mkdir("")
	for _, f := range files {
		p.write(f, "old")
	}
	if cfg.Roots == nil {
		cfg.Roots = []string{p.dir}
	}
	cfg.Ignored = func(b string) bool {
		return strings.HasPrefix(b, ".") || strings.HasSuffix(b, "~") || b == "4913"
	}
	if cfg.Times.Idle == 0 {
		cfg.Times.Idle = time.Hour
	}
	cfg.Warn = func(m string) { p.warns <- m }
	w, err := Start(cfg)
	if err != nil {
		t.Fatal(err)
	}
	p.w = w
	t.Cleanup(func() { p.w.Close() })
	return p
}

func (p *place) path(f string) string { return filepath.Join(p.dir, f) }

func (p *place) must(err error) {
	p.Helper()
	if err != nil {
		p.Fatal(err)
	}
}

func (p *place) write(f, data string) {
	p.Helper()
	p.must(os.WriteFile(p.path(f), []byte(data), 0o644))
}
func (p *place) mkdir(f string)     { p.Helper(); p.must(os.MkdirAll(p.path(f), 0o755)) }
func (p *place) rename(a, b string) { p.Helper(); p.must(os.Rename(p.path(a), p.path(b))) }
func (p *place) remove(f string)    { p.Helper(); p.must(os.RemoveAll(p.path(f))) }

// enough is how long even a busy machine takes to tell of a file.
const enough = time.Minute

func (p *place) next() Look {
	p.Helper()
	select {
	case l := <-p.w.Looks():
		return l
	case <-time.After(enough):
		p.Fatal("no look")
	}
	return Look{}
}

// expect takes Looks until they have spoken of the files (or of everything): one, where
// the machine is not so busy that there is a pause between what a save does. It returns
// the last.
func (p *place) expect(files ...string) Look {
	p.Helper()
	missing := map[string]bool{}
	for _, f := range files {
		missing[p.path(f)], p.told[p.path(f)] = true, true
	}
	for {
		l := p.next()
		for _, f := range l.Paths {
			delete(missing, f)
		}
		if l.All || len(missing) == 0 {
			return l
		}
	}
}

// quiet makes sure that nothing but what was expected is spoken of: another file is saved,
// and what comes before it is told is all there is.
func (p *place) quiet() {
	p.Helper()
	for _, l := range p.upToAMark() {
		for _, f := range l.Paths {
			if !p.told[f] {
				p.Fatalf("unasked: %v", l)
			}
		}
	}
}

// drain takes what a slow last step may have added.
func (p *place) drain() { p.Helper(); p.upToAMark() }

func (p *place) upToAMark() (looks []Look) {
	p.Helper()
	p.marks++
	name := fmt.Sprintf("mark-%d.md", p.marks)
	p.told[p.path(name)] = true
	p.write(name, "x")
	for {
		l := p.next()
		looks = append(looks, l)
		if l.All || slices.Contains(l.Paths, p.path(name)) {
			return looks
		}
	}
}

// saved writes a file and tells of it.
func (p *place) saved(f *fake, name, data string) {
	p.Helper()
	p.write(name, data)
	f.events <- fsnotify.Event{Name: p.path(name), Op: fsnotify.Write}
}

// none makes sure that for a while nothing is told, by the test's own clock.
func (p *place) none() {
	p.Helper()
	select {
	case l := <-p.w.Looks():
		p.Fatalf("unasked: %v", l)
	case <-time.After(enough):
	}
}

func (p *place) warned(words string) {
	p.Helper()
	select {
	case m := <-p.warns:
		if !strings.Contains(m, words) {
			p.Fatalf("warning %q lacks %q", m, words)
		}
	case <-time.After(enough):
		p.Fatalf("no warning of %q", words)
	}
}

func TestWriteInPlace(t *testing.T) {
	p := begin(t, Config{}, "a.md")
	p.write("a.md", "new")
	if l := p.expect("a.md"); len(l.Paths) != 1 || l.All {
		t.Error(l)
	}
	p.quiet()
}

func TestSavePatterns(t *testing.T) {
	pause := func() { time.Sleep(25 * time.Millisecond) } // a slow disk
	for name, save := range map[string]func(p *place){
		"vim": func(p *place) {
			p.write("4913", "")
			p.remove("4913")
			p.rename("a.md", "a.md~")
			pause()
			p.write("a.md", "")
			pause()
			p.write("a.md", "new")
			p.must(os.Chmod(p.path("a.md"), 0o644))
			p.remove("a.md~")
		},
		"temporary file": func(p *place) {
			p.write(".a.md.tmp", "new")
			p.rename(".a.md.tmp", "a.md")
		},
		"sed": func(p *place) {
			p.write("sedXYZ", "new")
			p.rename("sedXYZ", "a.md")
		},
		"jetbrains": func(p *place) {
			p.write("a.md___jb_tmp___", "new")
			p.rename("a.md", "a.md___jb_old___")
			pause()
			p.rename("a.md___jb_tmp___", "a.md")
			p.remove("a.md___jb_old___")
		},
		"truncate": func(p *place) {
			p.must(os.Truncate(p.path("a.md"), 0))
			time.Sleep(300 * time.Millisecond)
			p.write("a.md", "new")
		},
	} {
		t.Run(name, func(t *testing.T) {
			p := begin(t, Config{Times: Times{Vanish: 20 * time.Second, Empty: 20 * time.Second}}, "a.md") // a busy machine
			for range 3 {
				done := make(chan struct{})
				go func() { save(p); close(done) }()
				l := p.expect("a.md")
				if data, err := os.ReadFile(p.path("a.md")); string(data) != "new" {
					t.Errorf("looked too early: %q %v", data, err)
				}
				for _, f := range l.Paths {
					if strings.HasSuffix(f, "~") || strings.Contains(f, "4913") {
						t.Error("an editor's file:", f)
					}
				}
				<-done
				p.drain()
				p.write("a.md", "old")
				p.expect("a.md")
			}
		})
	}
}

func TestEmptyStaysEmpty(t *testing.T) {
	inNoTime(t, Config{Times: Times{Empty: 2 * time.Second}}, func(p *place, f *fake) {
		began := time.Now()
		p.saved(f, "a.md", "")
		p.expect("a.md")
		if d := time.Since(began); d < 2*time.Second || d > 3*time.Second {
			t.Error("believed after", d)
		}
		began = time.Now()
		p.saved(f, "a.md", "")
		p.expect("a.md")
		if d := time.Since(began); d > time.Second {
			t.Error("known to be empty, and waited for again:", d)
		}
	}, "a.md")
}

func TestVanished(t *testing.T) {
	p := begin(t, Config{}, "a.md")
	p.remove("a.md")
	p.expect("a.md")
	p.write("a.md", "back")
	p.expect("a.md")
	p.rename("a.md", "A.md")
	p.expect("a.md", "A.md")
}

func TestDirectories(t *testing.T) {
	p := begin(t, Config{}, "a.md")
	p.mkdir("a/b/c")
	p.write("a/b/c/x.md", "new")
	p.expect("a/b/c/x.md")
	p.rename("a/b", "a/z")
	p.expect("a/z/c/x.md")
	p.write("a/z/c/x.md", "edited")
	p.expect("a/z/c/x.md")

	out := filepath.Join(filepath.Dir(p.dir), "out")
	p.must(os.Rename(p.path("a"), out))
	p.expect("a/z/c/x.md")
	p.must(os.Rename(out, p.path("in")))
	p.expect("in/z/c/x.md")
	p.write("in/z/c/y.md", "new")
	p.expect("in/z/c/y.md")

	for range 2 {
		p.remove("in")
		p.mkdir("in/z/c")
		p.write("in/z/c/x.md", "again")
		p.expect("in/z/c/x.md")
		p.drain()
		p.write("in/z/c/y.md", "later")
		p.expect("in/z/c/y.md")
	}
	p.quiet()
}

func TestRootComesAndGoes(t *testing.T) {
	dir := t.TempDir()
	root := filepath.Join(dir, "not", "yet")
	p := begin(t, Config{Roots: []string{root}})
	p.dir = root
	p.mkdir("")
	p.write("a.md", "new")
	p.expect("a.md")
	p.drain()
	p.write("a.md", "edited")
	p.expect("a.md")
	p.must(os.Rename(filepath.Join(dir, "not"), filepath.Join(dir, "gone")))
	p.expect("a.md")
	p.must(os.Rename(filepath.Join(dir, "gone"), filepath.Join(dir, "not")))
	p.expect("a.md")
	p.write("a.md", "once more")
	p.expect("a.md")
}

func TestManyFilesAreOneLook(t *testing.T) {
	inNoTime(t, Config{}, func(p *place, f *fake) {
		for i := range 500 {
			p.saved(f, fmt.Sprintf("%d.md", i), "x")
			time.Sleep(time.Millisecond)
		}
		began := time.Now()
		if l := p.next(); len(l.Paths) != 500 {
			t.Errorf("%d paths", len(l.Paths))
		}
		if d := time.Since(began); d > 200*time.Millisecond {
			t.Error("waited", d)
		}
		p.none()
	})
}

func TestBusyConsumerGetsOneMore(t *testing.T) {
	inNoTime(t, Config{}, func(p *place, f *fake) {
		p.saved(f, "a.md", "1")
		p.expect("a.md")
		for i := range 5 { // a build is running
			p.saved(f, "a.md", fmt.Sprint(i))
			time.Sleep(15 * time.Millisecond)
		}
		p.saved(f, "b.md", "x")
		time.Sleep(time.Second)
		if l := p.next(); len(l.Paths) != 2 {
			t.Error(l)
		}
		p.none()
	}, "a.md", "b.md")
}

// TestWhatWaitedForAnotherProgramComesAlong: events that were on their way when the other
// program ended belong to the same look.
func TestWhatWaitedForAnotherProgramComesAlong(t *testing.T) {
	late, asked := make(chan func(), 1), 0
	busy := func() bool {
		if asked++; asked == 2 {
			go (<-late)()
			time.Sleep(time.Millisecond)
		}
		return asked == 1
	}
	inNoTime(t, Config{Busy: busy}, func(p *place, f *fake) {
		late <- func() { p.saved(f, "c.md", "new") }
		p.saved(f, "a.md", "new")
		p.saved(f, "b.md", "new")
		if l := p.next(); len(l.Paths) != 3 {
			t.Error(l)
		}
		p.none()
	}, "a.md", "b.md", "c.md")
}

func TestEndlessEventsAreBounded(t *testing.T) {
	inNoTime(t, Config{Times: Times{Most: 200 * time.Millisecond, Quiet: 50 * time.Millisecond}}, func(p *place, f *fake) {
		for range 60 {
			p.saved(f, "a.md", "x")
			select {
			case <-p.w.Looks():
				return
			case <-time.After(5 * time.Millisecond):
			}
		}
		t.Fatal("never settled")
	}, "a.md")
}

func TestIdleLooksAtEverythingOnce(t *testing.T) {
	inNoTime(t, Config{Times: Times{Idle: 50 * time.Millisecond}}, func(p *place, f *fake) {
		p.none()
		p.saved(f, "a.md", "new")
		p.expect("a.md")
		if l := p.next(); !l.All || !l.Idle {
			t.Error(l)
		}
		p.none()
	}, "a.md")
}

func TestSkippedDirectory(t *testing.T) {
	dir := t.TempDir()
	p := begin(t, Config{Roots: []string{dir}, Skip: []string{filepath.Join(dir, "public")}})
	p.dir = dir
	p.mkdir("public/who")
	p.drain()
	p.write("public/who/x.html", "x")
	p.write("public/y.html", "x")
	p.quiet()
}

func TestLinks(t *testing.T) {
	p := begin(t, Config{Every: 20 * time.Millisecond})
	target := filepath.Join(filepath.Dir(p.dir), "target.md")
	p.must(os.WriteFile(target, []byte("old"), 0o644))
	p.must(os.Symlink(target, p.path("a.md")))
	p.must(os.Symlink(p.dir, p.path("cycle")))
	p.must(os.Symlink("self", p.path("self")))
	p.expect("a.md")
	p.w.Close()
	p.w, _ = Start(p.w.cfg)
	p.must(os.WriteFile(target, []byte("edited"), 0o644))
	p.expect("a.md")
	p.must(os.WriteFile(target+".new", []byte("replaced"), 0o644))
	p.must(os.Rename(target+".new", target))
	p.expect("a.md")
}

// fake is a Backend that a test speaks through.
type fake struct {
	events chan fsnotify.Event
	errs   chan error
	refuse func(dir string) error
}

func (f *fake) Add(dir string) error {
	if f.refuse != nil {
		return f.refuse(dir)
	}
	return nil
}
func (f *fake) Events() <-chan fsnotify.Event { return f.events }
func (f *fake) Errors() <-chan error          { return f.errs }
func (f *fake) Close() error                  { return nil }

func newFake() *fake {
	return &fake{events: make(chan fsnotify.Event), errs: make(chan error)}
}

func TestOverflow(t *testing.T) {
	f := newFake()
	p := begin(t, Config{Backend: func() (Backend, error) { return f, nil }}, "a.md")
	f.errs <- fsnotify.ErrEventOverflow
	if l := p.next(); !l.All {
		t.Error(l)
	}
}

func TestNoRoomForAWatch(t *testing.T) {
	p := begin(t, Config{Every: 20 * time.Millisecond, Backend: func() (Backend, error) {
		b, err := System()
		return &refusing{b, "deep"}, err
	}}, "a.md")
	p.mkdir("deep/er")
	p.warned(filepath.Join("deep") + ": the system's limit of watched directories")
	p.drain()
	p.write("deep/er/x.md", "new")
	p.expect("deep/er/x.md")
	p.write("deep/er/x.md", "edited")
	p.expect("deep/er/x.md")
	p.write("a.md", "edited")
	p.expect("a.md")
}

type refusing struct {
	Backend
	word string
}

func (r *refusing) Add(dir string) error {
	if strings.Contains(filepath.Base(dir), r.word) || strings.Contains(dir, r.word+"/") {
		return fmt.Errorf("adding %s: %w", dir, syscall.ENOSPC)
	}
	return r.Backend.Add(dir)
}

func TestNoEvents(t *testing.T) {
	for name, cfg := range map[string]Config{
		"asked":   {Poll: true},
		"refused": {Backend: func() (Backend, error) { return nil, errors.New("too many open files") }},
		"silent": {
			Backend: func() (Backend, error) { return newFake(), nil },
			Silent:  func(string) string { return "NFS" },
		},
	} {
		t.Run(name, func(t *testing.T) {
			cfg.Every = 20 * time.Millisecond
			p := begin(t, cfg, "a.md")
			p.write("a.md", "edited")
			p.expect("a.md")

			info, err := os.Stat(p.path("a.md"))
			p.must(err)
			p.write("a.md", "ed1ted") // same size, and the old time put back
			p.must(os.Chtimes(p.path("a.md"), info.ModTime(), info.ModTime()))
			p.expect("a.md")
			p.drain()

			p.mkdir("new/dir")
			p.write("new/dir/x.md", "x")
			p.expect("new/dir/x.md")
			p.drain()
			p.rename("new/dir", "new/other")
			p.expect("new/other/x.md")
			p.drain()
			p.write("new/other/x.md", "edited")
			p.expect("new/other/x.md")
			p.remove("a.md")
			p.expect("a.md")
			p.quiet()
		})
	}
}

func TestNoEventsAreNamed(t *testing.T) {
	p := begin(t, Config{Silent: func(string) string { return "NFS" }})
	p.warned("lies on NFS")
}

func TestIdleCostsNothing(t *testing.T) {
	p := begin(t, Config{}, "a.md")
	if p.w.needsPolling() {
		t.Error("polls although every directory sends events")
	}
}

func BenchmarkSave(b *testing.B) {
	dir := b.TempDir()
	w, err := Start(Config{Roots: []string{dir}})
	if err != nil {
		b.Fatal(err)
	}
	defer w.Close()
	for i := range b.N {
		if err := os.WriteFile(filepath.Join(dir, "a.md"), []byte(fmt.Sprint(i)), 0o644); err != nil {
			b.Fatal(err)
		}
		<-w.Looks()
	}
}
