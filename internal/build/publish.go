package build

import (
	"cmp"
	"errors"
	"io"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"glossator/internal/output"
	"glossator/internal/source"
)

// Publish builds the site into its directory. Where a problem stops it, the
// directory is as it was and OK is false.
func Publish(cfg Config) (*Result, error) {
	b := New(cfg)
	b.once = true
	r, err := b.Build()
	if err != nil || !r.OK && !cfg.Force {
		return r, err
	}
	dir, err := output.Open(cfg.Out, cfg.Force)
	if err != nil {
		return r, err
	}
	problems, err := r.put(dir, cfg)
	if err == nil && len(problems) > 0 {
		r.Report.count(append(r.Report.Problems, problems...))
		r.OK = false
		if !cfg.Force {
			dir.Abort()
			return r, nil
		}
	}
	if err != nil {
		dir.Abort()
		return r, err
	}
	r.Report.done(r.clock, "render")
	if err := dir.Commit(); err != nil {
		return r, err
	}
	r.Report.done(r.clock, "write")
	r.Report.Written, r.Report.Kept, r.Report.Removed = dir.Written, dir.Kept, dir.Removed
	return r, nil
}

// rank puts first what takes longest, so that no processor waits for another in the
// end: an article's page is as much work as any other article's.
func (o *claimed) rank() int {
	if strings.HasPrefix(o.path, "articles/") {
		return 1
	}
	return 0
}

// errProblem says that there is nothing to write: the author's mistake is kept apart.
var errProblem = errors.New("a problem")

// put renders what is not kept and hands it to the directory, on every processor.
func (r *Result) put(dir *output.Dir, cfg Config) (problems []source.Problem, failure error) {
	r.Keys()
	var todo []*claimed
	for _, p := range r.fixed() {
		o := r.output(p)
		if cfg.Clean || !dir.Keep(p, o.keyed()) {
			todo = append(todo, o)
		}
	}
	slices.SortStableFunc(todo, func(a, b *claimed) int { return cmp.Compare(a.rank(), b.rank()) })
	var next, rendered, finished atomic.Int64
	var mu sync.Mutex
	var wg sync.WaitGroup
	failed := func(problem *source.Problem, err error) {
		mu.Lock()
		defer mu.Unlock()
		if problem != nil {
			problems = append(problems, *problem)
		}
		failure = cmp.Or(failure, err)
	}
	if cfg.Clean || !dir.KeepAll(r.search.prefix, r.search.key()) {
		wg.Go(func() {
			r.search.write(func(path string, data []byte) {
				if err := dir.Put(path, r.search.key(), data); err != nil {
					failed(nil, err)
				}
			})
		})
	}
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for {
				i := int(next.Add(1)) - 1
				if i >= len(todo) {
					return
				}
				o := todo[i]
				var problem *source.Problem
				err := dir.Write(o.path, o.keyed(), func(w io.Writer) (err error) {
					if problem, err = o.write(w); problem != nil {
						return errProblem
					}
					return err
				})
				if err == errProblem {
					err = nil
				}
				if o.page {
					rendered.Add(1)
				}
				if problem != nil || err != nil {
					failed(problem, err)
				}
				if n := finished.Add(1); cfg.Progress != nil && n%16 == 0 {
					cfg.Progress("publishing", int(n), len(todo))
				}
			}
		})
	}
	wg.Wait()
	r.Report.Rendered = int(rendered.Load())
	return problems, failure
}
