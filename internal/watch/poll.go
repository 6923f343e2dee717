package watch

import (
	"os"
	"path/filepath"
)

// stamp is what a file looks like from outside: if it is the same, the bytes almost
// certainly are. The zero stamp is a file that isn't there.
type stamp struct {
	size, modified, changed int64 // bytes; nanoseconds
	inode                   uint64
}

func stampOf(p string) stamp {
	info, err := os.Stat(p)
	if err != nil {
		return stamp{}
	}
	s := stamp{size: info.Size(), modified: info.ModTime().UnixNano()}
	s.changed, s.inode = identity(info)
	return s
}

func (w *Watcher) needsPolling() bool { return w.backend == nil || len(w.polled)+len(w.links) > 0 }

// compareAll looks at everything that sends no events.
func (w *Watcher) compareAll() {
	if w.backend == nil {
		for _, root := range w.cfg.Roots {
			if root = filepath.Clean(root); exists(root) != w.dirs[root] {
				w.lose()
				return
			}
		}
	}
	for p, before := range w.links {
		if now := stampOf(p); now != before {
			w.links[p] = now
			w.touch(p)
		}
	}
	for dir, files := range w.polled {
		w.compare(dir, files)
	}
}

func (w *Watcher) compare(dir string, files map[string]stamp) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		if !w.burst.lost {
			w.lose()
		}
		return
	}
	seen := make(map[string]bool, len(entries))
	for _, e := range entries {
		name, p := e.Name(), filepath.Join(dir, e.Name())
		switch {
		case w.cfg.Ignored(name):
			continue
		case e.IsDir():
			if !w.dirs[p] && w.follow(p, true) {
				w.touch("")
			}
			continue
		}
		seen[name] = true
		if now := stampOf(p); now != files[name] {
			files[name] = now
			w.touch(p)
		}
	}
	for name := range files {
		if !seen[name] {
			delete(files, name)
			w.touch(filepath.Join(dir, name))
		}
	}
}
