package watch

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/fsnotify/fsnotify"
)

// open walks the roots anew, with a new backend: a directory that was moved keeps
// its watch under the old name, and there is no telling which those are.
func (w *Watcher) open() {
	if w.backend != nil {
		w.backend.Close()
		w.backend = nil
	}
	if !w.cfg.Poll {
		b, err := w.cfg.Backend()
		if err == nil {
			w.backend = b
		} else {
			w.warn(fmt.Sprintf("the system gives no file events (%v); comparing files every %v instead", err, w.cfg.Every))
		}
	}
	w.dirs, w.files, w.gates = map[string]bool{}, map[string]bool{}, map[string]bool{}
	w.polled, w.links = map[string]map[string]stamp{}, map[string]stamp{}
	for _, root := range w.cfg.Roots {
		root = filepath.Clean(root)
		w.gate(root)
		if info, err := os.Stat(root); err == nil && info.IsDir() { // a root may be a link
			w.follow(root, false)
		}
	}
}

// gate watches the nearest parent of a root that exists, for the root to come or go.
func (w *Watcher) gate(root string) {
	dir := filepath.Dir(root)
	for !exists(dir) && dir != filepath.Dir(dir) {
		dir = filepath.Dir(dir)
	}
	if !w.gates[dir] && w.backend != nil && w.backend.Add(dir) == nil {
		w.gates[dir] = true
	}
}

// isGate tells whether the path is a root, or one of the directories above it.
func (w *Watcher) isGate(p string) bool {
	if w.gates[p] {
		return true // said of a watched directory itself when it is moved
	}
	if !w.gates[filepath.Dir(p)] {
		return false
	}
	for _, root := range w.cfg.Roots {
		root = filepath.Clean(root)
		if p == root || strings.HasPrefix(root, p+string(filepath.Separator)) {
			return true
		}
	}
	return false
}

// follow watches a directory and all below it. The watch comes before the listing,
// so that a file made between the two is noticed by one or the other. With hint,
// every file found counts as changed. It returns false for a directory to skip.
func (w *Watcher) follow(dir string, hint bool) bool {
	if abs, err := filepath.Abs(dir); err != nil || w.skip[abs] {
		return false
	}
	w.dirs[dir] = true
	if !w.watch(dir) {
		w.polled[dir] = map[string]stamp{}
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return true // it went away again: its parent tells
	}
	for _, e := range entries {
		p := filepath.Join(dir, e.Name())
		if w.cfg.Ignored(e.Name()) {
			continue
		}
		if e.IsDir() {
			w.follow(p, hint)
			continue
		}
		w.files[p] = true
		if e.Type()&fs.ModeSymlink != 0 {
			w.links[p] = stampOf(p)
		}
		if files := w.polled[dir]; files != nil {
			files[e.Name()] = stampOf(p)
		}
		if hint {
			w.touch(p)
		}
	}
	return true
}

// watch asks for the events of one directory; false means it has to be polled.
func (w *Watcher) watch(dir string) bool {
	if w.backend == nil {
		return false
	}
	err := w.backend.Add(dir)
	switch {
	case errors.Is(err, syscall.ENOSPC):
		w.warn(fmt.Sprintf("%s: the system's limit of watched directories is reached (on Linux fs.inotify.max_user_watches); comparing its files every %v instead", dir, w.cfg.Every))
		return false
	case errors.Is(err, fs.ErrNotExist):
		return true // its parent tells
	case err != nil:
		w.warn(fmt.Sprintf("%s cannot be watched (%v); comparing its files every %v instead", dir, err, w.cfg.Every))
		return false
	}
	if name := w.cfg.Silent(dir); name != "" {
		w.warn(fmt.Sprintf("%s lies on %s, which sends no file events; comparing its files every %v instead", dir, name, w.cfg.Every))
		return false
	}
	return true
}

func exists(p string) bool {
	_, err := os.Stat(p)
	return err == nil
}

// system is fsnotify as a Backend.
type system struct{ *fsnotify.Watcher }

// System is the system's own source of events.
func System() (Backend, error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	return system{w}, nil
}

func (s system) Events() <-chan fsnotify.Event { return s.Watcher.Events }
func (s system) Errors() <-chan error          { return s.Watcher.Errors }
