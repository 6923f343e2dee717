package cli

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

const (
	rarely, often = 100, 45  // percent of growth until garbage is collected
	largeHeap     = 80 << 20 // bytes in use from which memory counts more than time
)

// Rarely has garbage collected rarely: somebody waits. GOGC in the environment wins.
func Rarely() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(rarely)
	}
}

// Sparing has garbage collected rarely while little memory is in use, and often from
// then on. A publish of 1,000 articles takes a sixth less time than if it were often from
// the start, and one of 10,000 a fifth less memory than if it were rarely to the end. GOGC
// in the environment wins.
func Sparing() {
	if os.Getenv("GOGC") != "" {
		return
	}
	Rarely()
	afterCollection(func() bool {
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		if metrics.Read(live); live[0].Value.Uint64() < largeHeap {
			return true
		}
		debug.SetGCPercent(often)
		return false
	})
}

// afterCollection calls do when garbage has been collected, as long as it asks for more.
func afterCollection(do func() bool) {
	garbage := new([4]int)
	runtime.AddCleanup(garbage, func(int) {
		if do() {
			afterCollection(do)
		}
	}, 0)
}
