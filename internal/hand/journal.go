package hand

import (
	"fmt"
	"strings"
	"sync"
	"time"
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
	Can    bool   `json:"can"` // every file is as it was left
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
	var done Done
	for _, w := range e.writes {
		if err := w.Back(dir); err != nil {
			_ = Put(dir, done.Writes) // what was taken back comes again
			return Done{}, err
		}
		done.Writes = append(done.Writes, w)
	}
	e.undone = true
	done.Says = "Undone: " + e.says
	return done, nil
}

// Changes are all acts, the newest first.
func (j *Journal) Changes(dir string) []Change {
	j.mu.Lock()
	defer j.mu.Unlock()
	all := []Change{}
	for i := len(j.all) - 1; i >= 0; i-- {
		e := j.all[i]
		c := Change{ID: e.id, Says: e.says, At: e.at.Format("15:04"), Undone: e.undone, Can: !e.undone}
		var files, diffs []string
		for _, w := range e.writes {
			files = append(files, w.Path)
			diffs = append(diffs, diff(w))
			place, err := w.place(dir)
			c.Can = c.Can && err == nil && w.stands(place, w.After, false) == nil
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

// diff is the lines that a write changed, with one around them.
func diff(w Write) string {
	before, after := strings.SplitAfter(w.Before, "\n"), strings.SplitAfter(w.After, "\n")
	from := 0
	for from < min(len(before), len(after)) && before[from] == after[from] {
		from++
	}
	tail := 0
	for tail < min(len(before), len(after))-from && before[len(before)-1-tail] == after[len(after)-1-tail] {
		tail++
	}
	var b strings.Builder
	put := func(sign string, lines []string) {
		for _, l := range lines {
			if l != "" {
				b.WriteString(sign + strings.TrimSuffix(l, "\n") + "\n")
			}
		}
	}
	put(" ", before[max(0, from-1):from])
	put("-", before[from:len(before)-tail])
	put("+", after[from:len(after)-tail])
	put(" ", before[len(before)-tail:min(len(before), len(before)-tail+1)])
	return b.String()
}
