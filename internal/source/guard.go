package source

import (
	"fmt"
	"path"
	"runtime"
	"strings"
	"sync"
)

// Fall is a panic on its way to a Guard: what it said, where in the program, and the file
// that was being read, where that is known.
type Fall struct {
	File  string
	What  string
	Place string // "page/overview.go:23"
}

// fallOf takes a panic as it was recovered, or as it was thrown again.
func fallOf(recovered any) Fall {
	if f, ok := recovered.(Fall); ok {
		return f
	}
	return Fall{What: fmt.Sprint(recovered), Place: fell()}
}

// fell is the place of our code at which the panic that is being recovered began.
func fell() string {
	calls := make([]uintptr, 64)
	frames := runtime.CallersFrames(calls[:runtime.Callers(1, calls)])
	for panicked := false; ; {
		f, more := frames.Next()
		if panicked && strings.HasPrefix(f.Function, "glossator/") {
			return fmt.Sprintf("%s/%s:%d", path.Base(path.Dir(f.File)), path.Base(f.File), f.Line)
		}
		panicked = panicked || f.Function == "runtime.gopanic"
		if !more {
			return "an unknown place"
		}
	}
}

// Reading, deferred, gives a panic the name of the file that is being read.
func Reading(file string) {
	if r := recover(); r != nil {
		f := fallOf(r)
		if f.File == "" {
			f.File = file
		}
		panic(f)
	}
}

// Guard does something and turns a panic into a problem: at the file that was being read,
// or else at the given path.
func Guard(path string, do func()) (p *Problem) {
	defer func() {
		if r := recover(); r != nil {
			f := fallOf(r)
			if f.File == "" {
				f.File = path
			}
			p = &Problem{Pos: Pos{Path: f.File}, Rule: "internal",
				Msg:  fmt.Sprintf("the program failed here: %s (at %s)", f.What, f.Place),
				Hint: "this is a mistake of Glossator, not yours: please report it with this message and the file; what you changed last is its likely cause"}
		}
	}()
	do()
	return nil
}

// Together calls do for 0 to n-1 at once and waits for all. A panic in one is thrown again
// here: in a goroutine of its own it would end the program, whoever guards the caller.
func Together(n int, do func(i int)) {
	var wg sync.WaitGroup
	var once sync.Once
	var fall any
	for i := range n {
		wg.Go(func() {
			defer func() {
				if r := recover(); r != nil {
					f := fallOf(r)
					once.Do(func() { fall = f })
				}
			}()
			do(i)
		})
	}
	wg.Wait()
	if fall != nil {
		panic(fall)
	}
}

// Later is something that is being made meanwhile.
type Later[T any] struct {
	done  chan struct{}
	value T
	fall  any
}

// Start begins to make something.
func Start[T any](do func() T) *Later[T] {
	l := &Later[T]{done: make(chan struct{})}
	go func() {
		defer close(l.done)
		defer func() {
			if r := recover(); r != nil {
				l.fall = fallOf(r)
			}
		}()
		l.value = do()
	}()
	return l
}

// Wait waits until it is made, or has failed.
func (l *Later[T]) Wait() { <-l.done }

// Get waits for it. A panic that ended it is thrown again here.
func (l *Later[T]) Get() T {
	l.Wait()
	if l.fall != nil {
		panic(l.fall)
	}
	return l.value
}
