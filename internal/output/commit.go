package output

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// Commit publishes what was prepared: assets and data first, pages after what they
// need, the home page last; then what is no longer part of the site goes. Where
// nothing changed nothing is written, not even the manifest. Where anything fails all
// is put back; if that fails too, or if the program is killed, every file is an old or
// a new one, and the next publish makes the site whole.
func (d *Dir) Commit() error {
	if d.place.fresh {
		return d.appear()
	}
	defer d.leave()
	if d.unchanged() {
		return nil
	}
	c := &change{Dir: d}
	err := c.apply()
	if err == nil {
		return nil
	}
	return &Failure{d.place.shown, err, c.back()}
}

// appear moves a first site to its place, at once.
func (d *Dir) appear() error {
	at, err := d.prepare(Manifest, formatManifest(d.next))
	if err == nil && !missing(d.place.root) {
		err = errors.New("it came into being while the site was made: publish again")
	}
	if err == nil {
		err = d.do("rename", ".", func() error { return os.Rename(filepath.Dir(at), d.place.root) })
	}
	if err != nil {
		d.Abort()
		return &Failure{d.place.shown, err, true}
	}
	d.leave()
	return nil
}

// change is a commit, and how each of its steps is taken back.
type change struct {
	*Dir
	gone    []string     // published before, and not part of the new site
	restore func() error // takes back the manifest; nil where it was not replaced yet
	undo    []func() error
	lost    bool // a step cannot be taken back
}

// apply changes the published files. What needs room on the disk comes first.
func (c *change) apply() error {
	for p := range c.old {
		_, still := c.next[p]
		if _, there := c.disk[p]; there && !still {
			c.gone = append(c.gone, p)
		}
	}
	slices.Sort(c.gone)
	c.Removed = len(c.gone)
	slices.SortFunc(c.pending, func(a, b prepared) int {
		return cmp.Or(cmp.Compare(rank(a.path), rank(b.path)), cmp.Compare(a.path, b.path))
	})
	first, err := c.inTheWay()
	if err != nil {
		return err
	}
	unsure, err := c.prepare(Manifest, formatManifest(c.unsure()))
	if err != nil {
		return err
	}
	sure, err := c.prepare(Manifest, formatManifest(c.next))
	if err != nil {
		return err
	}
	if c.dirs[Manifest] {
		_ = os.Remove(c.full(Manifest)) // where it is empty
	}
	if c.restore, err = c.put(unsure, Manifest); err != nil {
		return err
	}
	if err := c.clear(first); err != nil {
		return err
	}
	for _, p := range c.pending {
		if err := c.come(p); err != nil {
			return err
		}
	}
	for _, p := range c.gone {
		if err := c.remove(p); err != nil {
			return err
		}
	}
	_, err = c.put(sure, Manifest)
	return err
}

// come puts a file in its place.
func (c *change) come(p prepared) error {
	if err := c.folders(path.Dir(p.path)); err != nil {
		return err
	}
	undo, err := c.put(p.at, p.path)
	if undo != nil {
		c.undo = append(c.undo, undo)
	}
	return err
}

func rank(path string) int {
	switch {
	case path == "index.html":
		return 2
	case strings.HasSuffix(path, ".html"):
		return 1
	}
	return 0
}

// unsure is the manifest for the time in which files change: what is about to be
// replaced or removed has no key.
func (c *change) unsure() map[string]entry {
	now := make(map[string]entry, len(c.next))
	for p, e := range c.old {
		if c.next[p] != e {
			e = entry{size: e.size}
		}
		now[p] = e
	}
	for _, p := range c.pending {
		now[p.path] = entry{}
	}
	return now
}

// put moves what was prepared to its place, and tells how that is taken back. What was
// there is linked into the room first, so that it can come back without ever having been
// away.
func (c *change) put(at, path string) (undo func() error, err error) {
	to := c.full(path)
	before, err := c.aside(path)
	if err != nil {
		return nil, err
	}
	linked := os.Link(to, before)
	if err := c.do("rename", path, func() error { return os.Rename(at, to) }); err != nil {
		return nil, err
	}
	switch {
	case linked == nil:
		return func() error { return os.Rename(before, to) }, nil
	case errors.Is(linked, fs.ErrNotExist):
		return func() error { return os.Remove(to) }, nil
	}
	c.lost = true // a disk without links
	return nil, nil
}

// remove takes a file away, and the folders that it leaves empty.
func (c *change) remove(path string) error {
	from := c.full(path)
	to, err := c.aside(path)
	if err != nil {
		return err
	}
	if err := c.do("remove", path, func() error { return os.Rename(from, to) }); err != nil {
		return err
	}
	c.undo = append(c.undo, func() error { return os.Rename(to, from) })
	for dir := filepath.Dir(from); dir != c.root && c.rmdir(dir); {
		dir = filepath.Dir(dir)
	}
	return nil
}

// rmdir removes a folder if it is empty.
func (c *change) rmdir(full string) bool {
	if os.Remove(full) != nil {
		return false
	}
	c.undo = append(c.undo, func() error { return os.Mkdir(full, 0o755) })
	rel, _ := filepath.Rel(c.root, full)
	delete(c.dirs, filepath.ToSlash(rel))
	return true
}

// folders makes the folders of a file, from the outermost.
func (c *change) folders(dir string) error {
	if c.dirs[dir] {
		return nil
	}
	if err := c.folders(path.Dir(dir)); err != nil {
		return err
	}
	full := c.full(dir)
	if err := c.do("mkdir", dir, func() error { return os.Mkdir(full, 0o755) }); err != nil {
		return err
	}
	c.dirs[dir] = true
	c.undo = append(c.undo, func() error { return os.Remove(full) })
	return nil
}

// back takes every step back, the last one first, and tells whether all is as it was.
// If not, the manifest that vouches for nothing stays.
func (c *change) back() (whole bool) {
	whole = !c.lost
	for _, step := range slices.Backward(c.undo) {
		whole = step() == nil && whole
	}
	if whole && c.restore != nil {
		whole = c.restore() == nil
	}
	return whole
}
