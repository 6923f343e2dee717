package cli

import "sync"

// progressLocked lets several goroutines report progress.
func progressLocked(f func(string, int, int)) func(string, int, int) {
	var mu sync.Mutex
	return func(stage string, done, total int) {
		mu.Lock()
		defer mu.Unlock()
		f(stage, done, total)
	}
}
