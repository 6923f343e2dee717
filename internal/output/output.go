// Package output is the published directory and its manifest: what to keep, put and
// prune, so that the last good site stays until a better one is whole.
//
// In: paths with keys, and bytes. Out: files. Invariants: a file is replaced at once
// or not at all; nothing that this program did not write is touched; a key in the
// manifest always belongs to the bytes on disk, also after a crash, because it is
// dropped before its file is rewritten.
//
// The manifest is .glossator in the directory: a line for each file, path, key,
// digest and size, separated by tabs.
package output

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strconv"
	"strings"
	"sync"

	"glossator/internal/source"
)

// Manifest is the name of the manifest in the published directory.
const Manifest = ".glossator"

// version heads the manifest; another version's manifest still tells which files are
// ours, but none of its keys counts.
const version = "glossator 1"

// Dir is a directory being published to. Keep and Put may be called by several
// goroutines.
type Dir struct {
	root  string
	fresh bool // there is no site yet: it is made beside its place and moved there whole
	old   map[string]entry
	disk  map[string]int64 // what is there now: path to size

	mu                     sync.Mutex
	next                   map[string]entry
	pending                []string // prepared under temporary names
	dirs                   map[string]bool
	Kept, Written, Removed int
}

type entry struct {
	key    uint64
	digest source.Digest
	size   int64
}

// Foreign is the error of a directory that holds files this program did not write.
type Foreign struct {
	Dir   string
	Files []string
}

func (f *Foreign) Error() string {
	return fmt.Sprintf("%s holds files that were not published from here: %s", f.Dir, strings.Join(f.Files[:min(3, len(f.Files))], ", "))
}

// Open looks at the directory. It refuses one that holds somebody else's files
// unless force is set; even then those files are left alone.
func Open(root string, force bool) (*Dir, error) {
	d := &Dir{root: root, next: map[string]entry{}, dirs: map[string]bool{}, disk: map[string]int64{}}
	if d.fresh = empty(root); d.fresh {
		return d, os.RemoveAll(d.stage()) // left by a publish that was killed
	}
	if err := d.read(); err != nil {
		return nil, err
	}
	var foreign []string
	err := filepath.WalkDir(root, func(p string, e fs.DirEntry, err error) error {
		if err != nil {
			if errors.Is(err, fs.ErrNotExist) {
				return nil
			}
			return err
		}
		rel, _ := filepath.Rel(root, p)
		rel = filepath.ToSlash(rel)
		if e.IsDir() {
			if rel == ".git" {
				return fs.SkipDir
			}
			d.dirs[rel] = true
			return nil
		}
		if strings.HasSuffix(rel, tmpSuffix) {
			return os.Remove(p) // left by a publish that was killed
		}
		if rel == Manifest {
			return nil
		}
		info, err := e.Info()
		if err != nil {
			return nil
		}
		d.disk[rel] = info.Size()
		if _, ours := d.old[rel]; !ours {
			foreign = append(foreign, rel)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("looking at %s: %w", root, err)
	}
	if len(foreign) > 0 && !force {
		sort.Strings(foreign)
		return nil, &Foreign{root, foreign}
	}
	return d, nil
}

const tmpSuffix = ".glossator-tmp"

// empty tells whether nothing is at a path but, perhaps, an empty directory that may
// give way to another.
func empty(root string) bool {
	info, err := os.Lstat(root)
	if err != nil {
		return errors.Is(err, fs.ErrNotExist)
	}
	files, err := os.ReadDir(root)
	return info.IsDir() && err == nil && len(files) == 0 && filepath.Base(filepath.Clean(root)) != "."
}

// stage is where a first site is made. Its name has a leading dot, so that nobody reads
// it as source where a site is published into its own folders.
func (d *Dir) stage() string {
	dir, base := filepath.Split(filepath.Clean(d.root))
	return filepath.Join(dir, "."+base+tmpSuffix)
}

func (d *Dir) read() error {
	d.old = map[string]entry{}
	f, err := os.Open(filepath.Join(d.root, Manifest))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("reading the manifest: %w", err)
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	current := sc.Scan() && sc.Text() == version
	for sc.Scan() {
		f := strings.Split(sc.Text(), "\t")
		if len(f) != 4 || !filepath.IsLocal(f[0]) {
			continue
		}
		e := entry{digest: source.Digest(f[2])}
		e.key, _ = strconv.ParseUint(f[1], 16, 64)
		e.size, _ = strconv.ParseInt(f[3], 10, 64)
		if !current {
			e.key, e.digest = 0, ""
		}
		d.old[f[0]] = e
	}
	return sc.Err()
}

// Keep tells whether the file at path was published with this key and is still
// there; it is then part of the new site as it is. Key 0 is never kept.
func (d *Dir) Keep(path string, key uint64) bool {
	e, ok := d.old[path]
	size, there := d.disk[path]
	if !ok || !there || key == 0 || e.key != key || e.size != size {
		return false
	}
	d.mu.Lock()
	d.next[path] = e
	d.Kept++
	d.mu.Unlock()
	return true
}

// KeepAll keeps every file below a prefix, if there are any and all of them were
// published with this key and are still there.
func (d *Dir) KeepAll(prefix string, key uint64) bool {
	var paths []string
	for p, e := range d.old {
		if !strings.HasPrefix(p, prefix) {
			continue
		}
		if size, there := d.disk[p]; !there || key == 0 || e.key != key || e.size != size {
			return false
		}
		paths = append(paths, p)
	}
	for _, p := range paths {
		d.Keep(p, key)
	}
	return len(paths) > 0
}

// Abort takes back everything that was prepared: the published site is as it was.
func (d *Dir) Abort() {
	if d.fresh {
		os.RemoveAll(d.stage())
	}
	for _, p := range d.pending {
		os.Remove(d.temporary(p))
	}
	d.pending = nil
}

// Commit publishes what was prepared: assets and data first, pages after what they
// need, the home page last; then what is no longer part of the site goes. Where
// nothing changed nothing is written, not even the manifest.
func (d *Dir) Commit() error {
	if d.fresh {
		return d.appear()
	}
	if len(d.old) > 0 && len(d.pending) > 0 {
		if err := d.write(d.unsure()); err != nil {
			return err
		}
	}
	slices.SortFunc(d.pending, func(a, b string) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a, b))
	})
	for _, p := range d.pending {
		if err := os.Rename(d.full(p)+tmpSuffix, d.full(p)); err != nil {
			return err
		}
	}
	d.pending = nil
	if err := d.prune(); err != nil {
		return err
	}
	if d.Written == 0 && d.Removed == 0 && maps.Equal(d.old, d.next) {
		return nil
	}
	return d.write(d.next)
}

// appear moves a first site to its place, at once. Where the empty directory there
// cannot give way (it is a disk of its own, say), its files are moved one by one.
func (d *Dir) appear() error {
	if err := d.write(d.next); err != nil {
		return err
	}
	if os.Remove(d.root); os.Rename(d.stage(), d.root) == nil {
		return nil
	}
	if err := os.MkdirAll(d.root, 0o755); err != nil {
		return err
	}
	files, err := os.ReadDir(d.stage())
	if err != nil {
		return err
	}
	for _, f := range files {
		if err := os.Rename(filepath.Join(d.stage(), f.Name()), filepath.Join(d.root, f.Name())); err != nil {
			return err
		}
	}
	return os.Remove(d.stage())
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
func (d *Dir) unsure() map[string]entry {
	now := maps.Clone(d.old)
	for p := range now {
		if d.next[p] != now[p] {
			now[p] = entry{size: now[p].size}
		}
	}
	for _, p := range d.pending {
		now[p] = entry{}
	}
	return now
}

// prune removes what was published before and is not part of the new site, and the
// directories that became empty.
func (d *Dir) prune() error {
	for _, p := range slices.Sorted(maps.Keys(d.old)) {
		if _, still := d.next[p]; still {
			continue
		}
		if _, there := d.disk[p]; !there {
			continue
		}
		full := d.full(p)
		if err := os.Remove(full); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		d.Removed++
		dir := filepath.Dir(full)
		for dir != filepath.Clean(d.root) && os.Remove(dir) == nil {
			dir = filepath.Dir(dir)
		}
	}
	return nil
}

func (d *Dir) write(m map[string]entry) error {
	b := make([]byte, 0, 80*len(m)+64)
	b = append(append(b, version...), '\n')
	for _, p := range slices.Sorted(maps.Keys(m)) {
		e := m[p]
		b = append(append(b, p...), '\t')
		b = append(strconv.AppendUint(b, e.key, 16), '\t')
		b = append(append(b, e.digest...), '\t')
		b = append(strconv.AppendInt(b, e.size, 10), '\n')
	}
	if err := d.prepare(Manifest, b); err != nil {
		return err
	}
	return os.Rename(d.temporary(Manifest), d.full(Manifest))
}
