package output

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"

	"glossator/internal/source"
)

// Write prepares a file for publishing as Put does, from what write writes. A large
// file is not held in memory: it goes to its temporary name as it comes.
func (d *Dir) Write(path string, key uint64, write func(io.Writer) error) error {
	w := writers.Get().(*writer)
	defer writers.Put(w)
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
		if err := os.Remove(d.temporary(path)); err != nil {
			return err
		}
	}
	d.note(path, e)
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

const mostHeld = 1 << 20

var writers = sync.Pool{New: func() any { return new(writer) }}

func (w *writer) Write(b []byte) (int, error) {
	w.size += int64(len(b))
	if w.file == nil && len(w.held)+len(b) > mostHeld {
		var err error
		if w.file, err = w.dir.create(w.path); err != nil {
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
	e := entry{key, source.DigestOfBytes(data), int64(len(data))}
	if !d.same(path, e) {
		if err := d.prepare(path, data); err != nil {
			return err
		}
	}
	d.note(path, e)
	return nil
}

func (d *Dir) prepare(path string, data []byte) error {
	f, err := d.create(path)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return cmp.Or(err, f.Close())
}

// same tells whether a file on disk has these bytes already.
func (d *Dir) same(path string, e entry) bool {
	old, ours := d.old[path]
	size, there := d.disk[path]
	return ours && there && old.digest == e.digest && size == e.size
}

// note makes a file part of the new site.
func (d *Dir) note(path string, e entry) {
	same := d.same(path, e)
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.next[path] = e; same {
		d.Kept++
	} else {
		d.Written++
		d.pending = append(d.pending, path)
	}
}

// create opens a file under its temporary name.
func (d *Dir) create(path string) (*os.File, error) {
	if !filepath.IsLocal(path) {
		return nil, fmt.Errorf("%q leads out of the published directory", path)
	}
	if err := d.mkdir(filepath.Dir(d.full(path))); err != nil {
		return nil, err
	}
	return os.OpenFile(d.temporary(path), os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
}

func (d *Dir) full(path string) string {
	if d.fresh {
		return filepath.Join(d.stage(), filepath.FromSlash(path))
	}
	return filepath.Join(d.root, filepath.FromSlash(path))
}

// temporary is where a file is prepared.
func (d *Dir) temporary(path string) string {
	if d.fresh {
		return d.full(path)
	}
	return d.full(path) + tmpSuffix
}

func (d *Dir) mkdir(full string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.dirs[full] {
		return nil
	}
	d.dirs[full] = true
	return os.MkdirAll(full, 0o755)
}
