package output

import (
	"cmp"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"sync"

	"glossator/internal/source"
)

// Write prepares a file for publishing as Put does, from what write writes. A large
// file is not held in memory: it goes to its temporary name as it comes.
func (d *Dir) Write(path string, key uint64, write func(io.Writer) error) error {
	w := d.writers.take()
	defer d.writers.put(w)
	w.dir, w.path, w.file, w.size = d, path, nil, 0
	w.held = w.held[:0]
	w.sum.Reset()
	err := write(w)
	if w.file == nil {
		if err != nil {
			return err
		}
		return d.Put(path, key, w.held)
	}
	if err == nil {
		_, err = w.file.Write(w.held)
	}
	if err = cmp.Or(err, w.file.Close()); err != nil {
		return err
	}
	e := entry{key, source.Sum(&w.sum), w.size}
	if d.same(path, e) {
		d.keep(path, e)
		return os.Remove(w.file.Name())
	}
	d.add(path, e, w.file.Name())
	return nil
}

// writer holds a file's bytes until there are too many.
type writer struct {
	dir  *Dir
	path string
	held []byte
	file *os.File
	size int64
	sum  source.Hash
}

const mostHeld = 256 << 10

// writers are those that are free. There are as many as files are written at once.
type writers struct {
	mu   sync.Mutex
	free []*writer
}

func (w *writers) take() *writer {
	w.mu.Lock()
	defer w.mu.Unlock()
	k := len(w.free) - 1
	if k < 0 {
		return &writer{held: make([]byte, 0, 64<<10)}
	}
	one := w.free[k]
	w.free = w.free[:k]
	return one
}

func (w *writers) put(one *writer) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.free = append(w.free, one)
}

func (w *writer) Write(b []byte) (int, error) {
	w.size += int64(len(b))
	if w.file == nil && len(w.held)+len(b) > mostHeld {
		err := check(w.path)
		if err == nil {
			w.file, err = w.dir.create(w.path)
		}
		if err != nil {
			return 0, err
		}
		w.sum.Write(w.held)
	}
	if w.file != nil {
		w.sum.Write(b)
		if len(w.held) > 0 {
			if _, err := w.file.Write(w.held); err != nil {
				return 0, err
			}
			w.held = w.held[:0]
		}
		return w.file.Write(b)
	}
	w.held = append(w.held, b...)
	return len(b), nil
}

// Put prepares a file for publishing, unless the bytes on disk are these already.
// Nothing that is published changes before Commit.
func (d *Dir) Put(path string, key uint64, data []byte) error {
	if err := check(path); err != nil {
		return err
	}
	e := entry{key, source.DigestOfBytes(data), int64(len(data))}
	if d.same(path, e) {
		d.keep(path, e)
		return nil
	}
	at, err := d.prepare(path, data)
	if err == nil {
		d.add(path, e, at)
	}
	return err
}

// prepare writes a file where it can be moved from, and tells where that is.
func (d *Dir) prepare(path string, data []byte) (at string, err error) {
	f, err := d.create(path)
	if err != nil {
		return "", err
	}
	err = d.do("write", path, func() error {
		_, err := f.Write(data)
		return err
	})
	return f.Name(), cmp.Or(err, f.Close())
}

// same tells whether a file on disk has these bytes already.
func (d *Dir) same(path string, e entry) bool {
	old, ours := d.old[path]
	return ours && old.digest == e.digest && d.intact(path, e)
}

// add makes a file that was prepared part of the new site.
func (d *Dir) add(path string, e entry, at string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.next[path] = e
	d.Written++
	d.pending = append(d.pending, prepared{path, at})
}

// create opens a file to be prepared.
func (d *Dir) create(path string) (f *os.File, err error) {
	at, err := d.aside(path)
	if err != nil {
		return nil, err
	}
	err = d.do("create", path, func() error {
		f, err = create(at)
		return err
	})
	return f, err
}

// aside is where a file is prepared: of a first site in its place in the folder that
// becomes the site, else in this run's room, under a short name.
func (d *Dir) aside(path string) (string, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.room == "" {
		if err := d.enter(); err != nil {
			return "", err
		}
	}
	if !d.place.fresh {
		d.names++
		return filepath.Join(d.room, strconv.Itoa(d.names)), nil
	}
	at := d.full(path)
	if dir := filepath.Dir(at); !d.dirs[dir] {
		d.dirs[dir] = true
		return at, os.MkdirAll(dir, 0o755)
	}
	return at, nil
}

// enter makes this run's room: in the published folder, since only there a rename is
// sure to stay on one disk; for a first site beside its place.
func (d *Dir) enter() (err error) {
	if !d.place.fresh {
		d.room, err = os.MkdirTemp(d.root, roomPrefix)
		return err
	}
	parent := filepath.Dir(d.root)
	for dir := parent; missing(dir); dir = filepath.Dir(dir) {
		d.made = append(d.made, dir)
	}
	if err := os.MkdirAll(parent, 0o755); err != nil {
		return err
	}
	if d.room, err = os.MkdirTemp(parent, d.place.beside()); err != nil {
		return err
	}
	d.place.locks.hold(d.room)
	d.root = filepath.Join(d.room, "site")
	return os.Mkdir(d.root, 0o755)
}

func missing(path string) bool {
	_, err := os.Lstat(path)
	return errors.Is(err, fs.ErrNotExist)
}
