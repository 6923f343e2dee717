// Package output is the published directory and its manifest: what to keep, put and
// prune, so that the last good site stays until a better one is whole.
//
// In: paths with keys, and bytes. Out: files. A publish claims its place (Claim), looks
// at what is there (Open), prepares (Keep, Put, Write) and then commits or aborts.
//
// Invariants: one publish at a time has a place; a file is replaced at once or not at
// all; what fails, before or during Commit, is taken back, so that the published site is
// as it was; nothing that this program did not write is touched; a key in the manifest
// always belongs to the bytes on disk, also after a crash, because it is dropped before
// its file is rewritten.
package output

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"glossator/internal/source"
)

// Dir is a directory being published to. Keep and Put may be called by several
// goroutines.
type Dir struct {
	place *Place
	root  string // where files are made: the place, or a folder beside it
	room  string // in it, of this run alone: what is prepared, and what is taken away
	old   map[string]entry
	disk  map[string]present // what is there now, but for folders
	dirs  map[string]bool    // the folders that are there now

	mu                     sync.Mutex
	next                   map[string]entry
	pending                []prepared
	names                  int // given in room
	writers                writers
	made                   []string // folders around the place, made for it, the innermost first
	Kept, Written, Removed int

	step func(op, path string) error // tests see every change to the disk before it is made
}

// present is a file that is there.
type present struct {
	size    int64
	regular bool
	doubted bool // it may hold other bytes than were published
}

// prepared is a file for the new site.
type prepared struct{ path, at string }

// Foreign is the error of a directory that holds files this program did not write.
type Foreign struct {
	Dir   string
	Files []string // the first of them
}

func (f *Foreign) Error() string {
	return fmt.Sprintf("%s holds files that were not published from here: %s", f.Dir, strings.Join(f.Files, ", "))
}

// mostForeign is how many foreign files are named. No more are looked for.
const mostForeign = 3

// roomPrefix begins the names of folders in which a run prepares files. What a killed
// run leaves of them is removed by the next one.
const roomPrefix = ".glossator-tmp-"

// Open looks at the directory. It refuses one that holds somebody else's files unless
// that is forced; even then those files are left alone, but for those that stand where
// a file of the site belongs.
func (p *Place) Open() (*Dir, error) {
	d := &Dir{place: p, root: p.root, next: map[string]entry{}, disk: map[string]present{}, dirs: map[string]bool{".": true}}
	p.sweep()
	if p.fresh {
		return d, nil // its files are made beside its place and moved there whole
	}
	var written time.Time
	var err error
	if d.old, written, err = readManifest(p.root); err != nil {
		return nil, err
	}
	foreign, err := d.look(written)
	if err != nil {
		return nil, fmt.Errorf("looking at %s: %w", p.shown, err)
	}
	if len(foreign) > 0 && !p.Force {
		return nil, &Foreign{p.shown, foreign}
	}
	return d, nil
}

// look lists what is there, and the first files that are not ours.
func (d *Dir) look(written time.Time) (foreign []string, err error) {
	err = filepath.WalkDir(d.root, func(p string, e fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		rel, _ := filepath.Rel(d.root, p)
		rel = filepath.ToSlash(rel)
		switch {
		case err != nil:
			return err
		case rel == ".git": // a folder, or a file where the folder is a work tree
			return skip(e)
		case strings.HasPrefix(rel, roomPrefix):
			return cmp.Or(os.RemoveAll(p), skip(e)) // left by a publish that was killed
		case e.IsDir():
			d.dirs[rel] = true
			return nil
		case rel == Manifest:
			return nil
		}
		info, err := e.Info()
		if err != nil {
			return nil // it went away
		}
		d.disk[rel] = present{info.Size(), info.Mode().IsRegular(), d.place.Doubt || info.ModTime().After(written)}
		if _, ours := d.old[rel]; !ours && len(foreign) < mostForeign {
			foreign = append(foreign, rel)
		}
		if len(foreign) == mostForeign && !d.place.Force {
			return fs.SkipAll
		}
		return nil
	})
	return foreign, err
}

// skip passes over what a walk has met.
func skip(e fs.DirEntry) error {
	if e.IsDir() {
		return fs.SkipDir
	}
	return nil
}

// Keep tells whether the file at path was published with this key and is still
// there; it is then part of the new site as it is. Key 0 is never kept.
func (d *Dir) Keep(path string, key uint64) bool {
	e := d.old[path]
	if key == 0 || e.key != key || !d.intact(path, e) {
		return false
	}
	d.keep(path, e)
	return true
}

func (d *Dir) keep(path string, e entry) {
	d.mu.Lock()
	d.next[path] = e
	d.Kept++
	d.mu.Unlock()
}

// KeepAll keeps every file below a prefix, if there are any and all of them were
// published with this key and are still there.
func (d *Dir) KeepAll(prefix string, key uint64) bool {
	kept := map[string]entry{}
	for p, e := range d.old {
		if !strings.HasPrefix(p, prefix) {
			continue
		}
		if key == 0 || e.key != key || !d.intact(p, e) {
			return false
		}
		kept[p] = e
	}
	for p, e := range kept {
		d.keep(p, e)
	}
	return len(kept) > 0
}

// intact tells whether the file on disk has the bytes that the manifest's line stands
// for: by its size, and by what it holds where it was written to since.
func (d *Dir) intact(path string, e entry) bool {
	there, ok := d.disk[path]
	switch {
	case !ok || !there.regular || there.size != e.size:
		return false
	case !there.doubted:
		return true
	}
	f, err := os.Open(d.full(path))
	if err != nil {
		return false
	}
	defer f.Close()
	var sum source.Hash
	_, err = io.Copy(&sum, f)
	return err == nil && source.Sum(&sum) == e.digest
}

// Abort takes back everything that was prepared: the published site is as it was.
func (d *Dir) Abort() {
	d.leave()
	for _, dir := range d.made {
		_ = os.Remove(dir)
	}
	d.pending, d.made = nil, nil
}

// leave removes this run's room.
func (d *Dir) leave() {
	if d.room != "" {
		_ = os.RemoveAll(d.room)
		d.room = ""
	}
}

// unchanged tells whether the new site is the old one.
func (d *Dir) unchanged() bool {
	return len(d.pending) == 0 && maps.Equal(d.old, d.next)
}

func (d *Dir) full(path string) string { return filepath.Join(d.root, filepath.FromSlash(path)) }

// do changes the disk.
func (d *Dir) do(op, path string, f func() error) error {
	if d.step != nil {
		if err := d.step(op, path); err != nil {
			return err
		}
	}
	return f()
}
