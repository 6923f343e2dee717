package cli

import (
	"runtime"
	"sync/atomic"
	"testing"
	"time"
)

func TestCollectionsAreFollowedAsLongAsWanted(t *testing.T) {
	var met atomic.Int32
	afterCollection(func() bool { return met.Add(1) < 3 })
	for until := time.Now().Add(10 * time.Second); met.Load() < 3 && time.Now().Before(until); time.Sleep(time.Millisecond) {
		runtime.GC()
	}
	for range 3 {
		runtime.GC()
		time.Sleep(time.Millisecond)
	}
	if n := met.Load(); n != 3 {
		t.Errorf("called %d times, not 3", n)
	}
}
