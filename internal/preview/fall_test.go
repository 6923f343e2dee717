package preview

import (
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// TestThePreviewOutlivesAFailureOfTheProgram: the build's clock fails in the midst of a
// build. The last good pages are served, with the failure among the problems; the next
// save heals it.
func TestThePreviewOutlivesAFailureOfTheProgram(t *testing.T) {
	var failing atomic.Bool
	r := enter(t, func(r *room) {
		r.cfg.Build.Now = func() time.Time {
			if failing.Load() {
				panic("no time")
			}
			return time.Time{}
		}
	})
	failing.Store(true)
	r.write("content/articles/one.md", article("One", "Ada Stone came late."))
	m := r.reload()
	if len(m.Problems) != 1 || m.Problems[0].Rule != "internal" || !strings.Contains(m.Problems[0].Msg, "no time") {
		t.Fatalf("told %+v\n%s", m.Problems, r.log)
	}
	r.has("/articles/one.html", "came first")
	r.has("/index.html", "Small")
	failing.Store(false)
	r.write("content/articles/one.md", article("One", "Ada Stone came after all."))
	if m := r.reload(); len(m.Problems) != 0 {
		t.Fatalf("told %+v", m.Problems)
	}
	r.has("/articles/one.html", "came after all")
}

// TestAPreviewOfWhatIsWrongFromTheStartIsServed types the values that once ended it.
func TestAPreviewOfWhatIsWrongFromTheStartIsServed(t *testing.T) {
	r := enter(t, func(r *room) { r.write("content/timeline.yaml", "- title: It sailed\n") })
	r.has("/index.html", "Small")
	r.write("content/who/ada-stone.md", "---\nname: Ada Stone\nperiods: [{from: 2021-0}]\n---\nShe came.\n")
	if m := r.reload(); len(m.Problems) != 2 {
		t.Fatalf("told %+v", m.Problems)
	}
	r.has("/who/ada-stone.html", "Ada Stone")
}
