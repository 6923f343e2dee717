package preview

import (
	"fmt"
	"math/rand"
	"os"
	"runtime"
	"testing"
	"time"

	"glossator/internal/watch"
)

// Case 34: whatever happens to the files, what is served is what a clean build gives.
func TestCase34RandomOperations(t *testing.T) {
	if testing.Short() {
		t.Skip("takes its time")
	}
	r := enter(t, fast(func(c *watch.Config) {
		c.Times = watch.Times{Empty: 20 * time.Millisecond, Vanish: 10 * time.Millisecond}
	}))
	rng := rand.New(rand.NewSource(34))
	name := func() string { return fmt.Sprintf("n%d", rng.Intn(6)) }
	dir := func() string {
		return []string{"content/articles", "content/articles/sub", "static", "static/deep/er"}[rng.Intn(4)]
	}
	text := func() string {
		return article("Title "+name(), []string{"Ada Stone was here.", "Nobody was here.", "Adam Wells saw Ada Stone.", ""}[rng.Intn(4)]+" "+name())
	}
	operations := []func(){
		func() { r.write(dir()+"/"+name()+".md", text()) },
		func() { r.write("content/articles/"+name()+".md", text()) },
		func() { _ = os.Remove(r.path(dir() + "/" + name() + ".md")) },
		func() { _ = os.Rename(r.path(dir()+"/"+name()+".md"), r.path(dir()+"/"+name()+".md")) },
		func() { _ = os.RemoveAll(r.path([]string{"content/articles/sub", "static/deep"}[rng.Intn(2)])) },
		func() { _ = os.Rename(r.path("static/deep"), r.path("static/"+name())) },
		func() { _ = os.Rename(r.path("static/"+name()), r.path("static/deep")) },
		func() { r.write("content/who/"+name()+".md", entry("Adam Wells "+name())) },
		func() { _ = os.Remove(r.path("content/who/" + name() + ".md")) },
		func() {
			r.write("templates/article.html", `{{define "main"}}<h1>`+name()+`{{.Title}}</h1>{{.Body}}{{end}}`)
		},
		func() { r.write("content/articles/"+name()+".md", "---\ntitel: broken\n---\nText.\n") },
		func() { r.write("content/articles/"+name()+".md", "") },
		func() {
			p := "content/articles/" + name() + ".md"
			r.write(p+"~", text())
			_ = os.Rename(r.path(p+"~"), r.path(p))
		},
		func() { _ = os.Chtimes(r.path("content/site.yaml"), time.Now(), time.Now()) },
	}
	const total = 1000
	var memory, goroutines []uint64
	for done := 0; done < total; {
		for range 1 + rng.Intn(12) {
			operations[rng.Intn(len(operations))]()
			done++
		}
		r.settles()
		if len(memory) < 3*done/total {
			runtime.GC()
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			memory = append(memory, m.HeapInuse)
			goroutines = append(goroutines, uint64(runtime.NumGoroutine()))
		}
	}
	t.Log("heap", memory, "goroutines", goroutines)
	if first, last := memory[0], memory[len(memory)-1]; last > 2*first+16<<20 {
		t.Errorf("the heap grew from %d to %d bytes", first, last)
	}
}

// settles waits until what is served is right: what a clean build gives, or where
// that has errors, that they are shown.
func (r *room) settles() {
	r.Helper()
	why := ""
	select { // don't build before there can be anything to compare
	case <-r.events:
	case <-time.After(30 * time.Millisecond):
	}
	for end := time.Now().Add(enough); time.Now().Before(end); {
		if why = r.unsettled(); why == "" {
			return
		}
		select {
		case <-r.events:
		case <-time.After(20 * time.Millisecond):
		}
	}
	r.Fatalf("%s\n%s", why, r.log)
}
