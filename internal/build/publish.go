package build

import (
	"cmp"
	"context"
	"errors"
	"io"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"glossator/internal/output"
	"glossator/internal/source"
)

// patience is how long a publish waits for another into the same directory.
const patience = 5 * time.Second

// Publish builds the site into its directory. Where a problem stops it, the
// directory is as it was and OK is false.
func Publish(cfg Config) (*Result, error) { return PublishUntil(context.Background(), cfg) }

// PublishUntil publishes, or gives up when ctx is done: the directory is then as it was,
// and the error wraps the cause. Once the new site begins to come it comes whole, since
// that takes but a moment.
func PublishUntil(ctx context.Context, cfg Config) (*Result, error) {
	if err := cfg.Wrong(); err != nil {
		return nil, err
	}
	waiting, done := context.WithTimeout(ctx, patience)
	defer done()
	place, err := output.Claim(waiting, cfg.Out, output.Options{Force: cfg.Force, Doubt: cfg.Clean, Kept: cfg.sources()})
	if ctx.Err() != nil {
		err = stopped(ctx, cfg)
	}
	if err != nil {
		return nil, err
	}
	defer place.Release()
	opened := source.Start(func() (o opening) {
		o.dir, o.err = place.Open()
		return o
	})
	defer opened.Wait()
	b := New(cfg)
	b.once = true
	r, err := b.made(ctx)
	if ctx.Err() == nil {
		defer b.Close()
	}
	if err == nil {
		r.Report.NoCard = r.withoutCard()
	}
	if err != nil || r.fell || !r.OK && !cfg.forced() {
		return r, err
	}
	there := opened.Get()
	if there.err != nil {
		return r, there.err
	}
	dir := there.dir
	var problems []source.Problem
	if fell := source.Guard("the site", func() { problems, err = r.put(ctx, dir, cfg) }); fell != nil {
		problems, r.fell = append(problems, *fell), true
	}
	if err == nil && len(problems) > 0 {
		r.Report.count(append(r.Report.Problems, problems...))
		r.OK = false
	}
	if err != nil || r.fell || !r.OK && !cfg.forced() {
		dir.Abort()
		return r, err
	}
	r.Report.done(r.clock, "render")
	if err := dir.Commit(); err != nil {
		return r, err
	}
	r.Report.done(r.clock, "write")
	r.Report.Written, r.Report.Kept, r.Report.Removed = dir.Written, dir.Kept, dir.Removed
	r.Report.Private = r.private()
	return r, nil
}

// opening is what was there, which is looked at while the site is built.
type opening struct {
	dir *output.Dir
	err error
}

// made builds the site, and doesn't wait for that when nobody wants it any more.
func (b *Builder) made(ctx context.Context) (*Result, error) {
	type outcome struct {
		r   *Result
		err error
	}
	done := make(chan outcome, 1)
	go func() {
		r, err := b.Build()
		done <- outcome{r, err}
	}()
	select {
	case o := <-done:
		return o.r, o.err
	case <-ctx.Done():
		return nil, stopped(ctx, b.cfg)
	}
}

// stopped tells of a publish that nobody wants any more.
func stopped(ctx context.Context, cfg Config) error {
	return &output.Failure{Dir: cfg.Out, Err: context.Cause(ctx), Whole: true}
}

// rank puts first what takes longest, so that no processor waits for another in the
// end: an article's page is as much work as any other article's.
func (o *claimed) rank() int {
	if strings.HasPrefix(o.path, "articles/") || strings.Contains(o.path, "/articles/") {
		return 1
	}
	return 0
}

// put renders what is not kept and hands it to the directory, on every processor, until
// the world fails or ctx is done.
func (r *Result) put(ctx context.Context, dir *output.Dir, cfg Config) ([]source.Problem, error) {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	var todo []*claimed
	keys := r.Keys()
	for i, p := range r.Planned() {
		if cfg.Clean || !dir.Keep(p, keys[i]) {
			o := r.output(p)
			o.once.Do(func() { o.key = keys[i] })
			todo = append(todo, o)
		}
	}
	slices.SortStableFunc(todo, func(a, b *claimed) int { return cmp.Compare(a.rank(), b.rank()) })
	var next, rendered, finished atomic.Int64
	var problems wrong
	index := func(g *group) {
		g.write(func(path string, data []byte) {
			if err := dir.Put(path, g.key(), data); err != nil {
				stop(err)
			}
		})
	}
	files := func() {
		for i := next.Add(1) - 1; i < int64(len(todo)) && ctx.Err() == nil; i = next.Add(1) - 1 {
			if err := r.publish(todo[i], dir, &problems); err != nil {
				stop(err)
			}
			if todo[i].page {
				rendered.Add(1)
			}
			if n := finished.Add(1); cfg.Progress != nil && n%16 == 0 {
				cfg.Progress("publishing", int(n), len(todo))
			}
		}
	}
	source.Together(runtime.GOMAXPROCS(0)+1, func(i int) {
		if i > 0 {
			files()
			return
		}
		for _, g := range r.search {
			if cfg.Clean || !dir.KeepAll(g.prefix, g.key()) {
				problems.add(source.Guard(searchIndex, func() { index(g) }))
			}
		}
	})
	r.Report.Rendered = int(rendered.Load())
	if ctx.Err() != nil {
		return nil, stopped(ctx, cfg)
	}
	return problems.all, nil
}

// wrong gathers the author's problems from several goroutines.
type wrong struct {
	mu  sync.Mutex
	all []source.Problem
}

func (w *wrong) add(p *source.Problem) {
	if p == nil {
		return
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.all = append(w.all, *p)
}

// errProblem says that there is nothing to write: the author's mistake is kept apart.
var errProblem = errors.New("a problem")

// publish makes a file and hands it to the directory.
func (r *Result) publish(o *claimed, dir *output.Dir, problems *wrong) error {
	err := dir.Write(o.path, o.keyed(), func(w io.Writer) error {
		problem, err := r.write(o, w)
		if problem == nil {
			return err
		}
		problems.add(problem)
		return errProblem
	})
	if errors.Is(err, errProblem) {
		return nil
	}
	return err
}
