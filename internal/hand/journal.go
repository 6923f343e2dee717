package hand

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/rogpeppe/go-internal/diff"
)

// Journal is what was written since the preview began, for one site.
type Journal struct {
	mu  sync.Mutex
	all []*entry
}

type entry struct {
	id     int
	says   string
	at     time.Time
	writes []Write
	undone bool
}

// Change is one act that was written.
type Change struct {
	ID     int    `json:"id"`
	Says   string `json:"says"`
	File   string `json:"file"`
	At     string `json:"at"`
	Diff   string `json:"diff"`
	Undone bool   `json:"undone"`
	Can    bool   `json:"can"` // every file is as it was left, and by this act last
}

// Add remembers an act that was written.
func (j *Journal) Add(d Done, at time.Time) (id int) {
	j.mu.Lock()
	defer j.mu.Unlock()
	id = len(j.all) + 1
	j.all = append(j.all, &entry{id: id, says: d.Says, at: at, writes: d.Writes})
	return id
}

// Len is how many acts stand.
func (j *Journal) Len() (n int) {
	j.mu.Lock()
	defer j.mu.Unlock()
	for _, e := range j.all {
		if !e.undone {
			n++
		}
	}
	return n
}

// Undo takes an act back.
func (j *Journal) Undo(dir string, id int) (Done, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if id < 1 || id > len(j.all) || j.all[id-1].undone {
		return Done{}, refuse("", "there is nothing to be undone")
	}
	e := j.all[id-1]
	if later := j.over(e); later != nil {
		return Done{}, refuse("undo that first: "+later.says, "what was changed later stands on it")
	}
	if err := Back(dir, e.writes); err != nil {
		return Done{}, err
	}
	e.undone = true
	return Done{Says: "Undone: " + e.says, Writes: e.writes}, nil
}

// over is an act that changed a file of another act later, and stands; or nil. That file
// may be as the other left it: what was changed since then was changed back.
func (j *Journal) over(e *entry) *entry {
	for _, later := range j.all[e.id:] {
		for _, w := range later.writes {
			if !later.undone && slices.ContainsFunc(e.writes, func(x Write) bool { return x.Path == w.Path }) {
				return later
			}
		}
	}
	return nil
}

// Changes are all acts, the newest first.
func (j *Journal) Changes(dir string) []Change {
	j.mu.Lock()
	defer j.mu.Unlock()
	all := []Change{}
	for i := len(j.all) - 1; i >= 0; i-- {
		e := j.all[i]
		c := Change{ID: e.id, Says: e.says, At: e.at.Format("15:04"), Undone: e.undone, Can: !e.undone && j.over(e) == nil}
		var files, diffs []string
		for _, w := range e.writes {
			files = append(files, w.Path)
			diffs = append(diffs, unified(w))
			c.Can = c.Can && w.isLeft(dir)
		}
		c.File = strings.Join(files[:min(len(files), 3)], ", ")
		if n := len(files) - 3; n > 0 {
			c.File += fmt.Sprintf(" and %d more", n)
		}
		c.Diff = strings.Join(diffs, "")
		all = append(all, c)
	}
	return all
}

// unified is the diff of a write, file by file as git shows it.
func unified(w Write) string {
	text := string(diff.Diff("a/"+w.Path, []byte(w.Before), "b/"+w.Path, []byte(w.After)))
	_, text, _ = strings.Cut(text, "\n") // the line of the command that would print it
	return text
}
