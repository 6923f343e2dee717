package importer

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// writing is files on their way into a site: all of them come, or none.
type writing struct {
	prepared []ready
	undo     []func()
}

// ready is a file that was prepared beside its place.
type ready struct {
	temporary, place string
	new              bool
}

// prepare writes a file beside its place, under a name of its own that begins with a dot.
// One that is to be new doesn't replace what comes to stand there meanwhile.
func (w *writing) prepare(dir string, f File, isNew bool) error {
	place := filepath.Join(dir, filepath.FromSlash(f.Path))
	if err := os.MkdirAll(filepath.Dir(place), 0o755); err != nil {
		return err
	}
	t, err := os.CreateTemp(filepath.Dir(place), ".import-*.tmp")
	if err != nil {
		return err
	}
	w.prepared = append(w.prepared, ready{t.Name(), place, isNew})
	_, err = t.WriteString(f.Data)
	return errors.Join(err, t.Chmod(0o644), t.Close())
}

// finish puts every file in its place, where err is nil and nothing fails. What is in
// the way of a new one is left as it is.
func (w *writing) finish(err error) error {
	for _, r := range w.prepared {
		if err == nil {
			err = w.put(r)
		}
	}
	if err != nil {
		for _, back := range slices.Backward(w.undo) {
			back()
		}
	}
	for _, r := range w.prepared {
		_ = os.Remove(r.temporary)
	}
	return err
}

func (w *writing) put(r ready) error {
	if !r.new {
		return w.replace(r)
	}
	err := os.Link(r.temporary, r.place)
	if err != nil && !errors.Is(err, fs.ErrExist) { // a disk without links
		var f *os.File
		if f, err = os.OpenFile(r.place, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644); err == nil {
			err = errors.Join(f.Close(), os.Rename(r.temporary, r.place))
		}
	}
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s stands there already and is left as it is", r.place)
	}
	if err == nil {
		w.undo = append(w.undo, func() { _ = os.Remove(r.place) })
	}
	return err
}

// replace puts a file in another's place. The other is kept until all are there.
func (w *writing) replace(r ready) error {
	before := r.temporary + ".before.tmp"
	if os.Link(r.place, before) == nil {
		w.prepared = append(w.prepared, ready{temporary: before})
		w.undo = append(w.undo, func() { _ = os.Rename(before, r.place) })
	}
	return os.Rename(r.temporary, r.place)
}
