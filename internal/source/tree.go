package source

import (
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// Mount is a directory to read. Its files stand in the tree under Name ("content");
// Shown is the path the author knows it by ("../site/content").
type Mount struct {
	Name  string
	Shown string
	Dir   string // on the disk: nothing is read that lies outside of it
	FS    fs.FS  // read in place of Dir where it is not nil
	Form  Form
	Skip  string // a directory below that is not read: where the site is published; "" for none
}

// Form is what the files of a mount are.
type Form uint8

const (
	Words Form = iota // an author's texts and tables: decoded, without the characters that no page may hold
	Code              // decoded
	Bytes             // served as they are
)

// Tree is all that a build reads, at one moment. Paths are Name/relative/path.
type Tree struct {
	files  map[string]*File
	other  map[string]*File // in place of those of the same paths in files, which trees may share
	paths  []string         // sorted
	linked map[string]bool  // to which a symbolic link leads
}

// Linked tells whether a symbolic link leads to the path from elsewhere in the tree.
func (t *Tree) Linked(p string) bool { return t.linked[p] }

// File is the file at a path of the tree, or nil.
func (t *Tree) File(p string) *File {
	if f := t.other[p]; f != nil {
		return f
	}
	return t.files[p]
}

// Paths lists every path of the tree, in order.
func (t *Tree) Paths() []string { return t.paths }

// With is the tree with other files at some of its paths; nil leaves the path out.
func (t *Tree) With(other map[string]*File) *Tree {
	if same := t.exchanged(other); same != nil {
		return same
	}
	n := &Tree{files: make(map[string]*File, len(t.files)), linked: t.linked}
	for _, p := range t.paths {
		f, replaced := other[p]
		if !replaced {
			f = t.File(p)
		}
		if f != nil {
			n.files[p] = f
			n.paths = append(n.paths, p)
		}
	}
	return n
}

// exchanged is With where the paths stay and few files are others: nearly all is shared.
func (t *Tree) exchanged(other map[string]*File) *Tree {
	const few = 50
	if len(t.other)+len(other) > few {
		return nil
	}
	n := &Tree{files: t.files, other: make(map[string]*File, len(t.other)+len(other)), paths: t.paths, linked: t.linked}
	maps.Copy(n.other, t.other)
	for p, f := range other {
		switch known := t.files[p] != nil; {
		case known && f == nil:
			return nil
		case known:
			n.other[p] = f
		}
	}
	return n
}

// Same tells whether two trees of one Reader have the same files at the same paths.
func (t *Tree) Same(o *Tree) bool {
	if t == o {
		return true
	}
	if !slices.Equal(t.paths, o.paths) || !maps.Equal(t.linked, o.linked) {
		return false
	}
	return !slices.ContainsFunc(t.paths, func(p string) bool { return t.File(p) != o.File(p) })
}

// Len is the number of files.
func (t *Tree) Len() int { return len(t.paths) }

// Under lists, in order, the paths of the tree below a directory.
func (t *Tree) Under(dir string) []string {
	lo, _ := slices.BinarySearch(t.paths, dir+"/")
	hi := lo
	for hi < len(t.paths) && strings.HasPrefix(t.paths[hi], dir+"/") {
		hi++
	}
	return t.paths[lo:hi]
}

// Reader reads trees and remembers what it read: a file whose size and modification
// time are as they were is not read again, unless Forget was called for it.
type Reader struct {
	mu       sync.Mutex
	known    map[string]known // by the path shown
	tree     *Tree            // the last one
	problems []Problem        // of the last one
}

type known struct {
	size     int64
	modified time.Time
	file     *File
	problems []Problem
	mount    *Mount
	rel, at  string // in the mount, and in the tree
	linked   bool   // by a symbolic link, which may lead elsewhere now
}

// Forget drops what is remembered of the paths (as shown to the author), or of all
// where none is given: the next Read looks at their bytes.
func (r *Reader) Forget(shown ...string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if len(shown) == 0 {
		shown = slices.Collect(maps.Keys(r.known))
	}
	for _, p := range shown {
		if k, ok := r.known[p]; ok {
			k.size = -1 // the File stays, to be used again where the bytes are the same
			r.known[p] = k
		}
	}
}

// found is a file met while walking, before its bytes are looked at.
type found struct {
	mount       *opened
	rel, shown  string
	leads       string      // where in the mount a symbolic link leads; else ""
	info        fs.FileInfo // nil until it was asked for
	file        *File       // nil where it went away while we walked
	problems    []Problem
	unreachable error
}

// at is the file's path in the tree: the end of the path shown, mostly, which then is
// kept once.
func (f *found) at() string {
	at := below(f.mount.Name, f.rel)
	if i := len(f.shown) - len(at); i >= 0 && f.shown[i:] == at {
		return f.shown[i:]
	}
	return at
}

// below is a clean path below a directory.
func below(dir, rel string) string {
	if dir == "" || dir == "." || strings.HasSuffix(dir, "/") {
		return path.Join(dir, rel)
	}
	return dir + "/" + rel
}

// Read reads every mount. Problems are the author's (odd bytes, clashing names); an
// error is the world's.
func (r *Reader) Read(mounts ...Mount) (*Tree, []Problem, error) {
	var all []*found
	var problems []Problem
	for i := range mounts {
		m, problem := mounts[i].open()
		if problem != nil {
			problems = append(problems, *problem)
		}
		if m == nil {
			continue
		}
		defer m.close()
		fs, ps, err := m.walk()
		if err != nil {
			return nil, nil, err
		}
		all, problems = append(all, fs...), append(problems, ps...)
	}
	r.load(all)
	t := &Tree{files: make(map[string]*File, len(all)), linked: map[string]bool{}}
	next := make(map[string]known, len(all))
	folded := map[string]string{}
	for _, f := range all {
		if f.unreachable != nil {
			problems = append(problems, Problem{Pos: Pos{Path: f.shown}, Rule: "unreadable", Msg: "it cannot be read: " + cause(f.unreachable), Hint: remedy(f.unreachable)})
			continue
		}
		if f.file == nil {
			continue
		}
		problems = append(problems, f.problems...)
		p := f.at()
		next[f.shown] = known{f.info.Size(), f.info.ModTime(), f.file, f.problems, f.mount.Mount, p[len(p)-len(f.rel):], p, f.leads != ""}
		if other, taken := folded[Fold(p)]; taken {
			problems = append(problems, Problem{
				Pos: Pos{Path: f.shown}, Rule: "same-path",
				Msg:  fmt.Sprintf("%q and %q are one file on some disks", f.shown, other),
				Hint: "rename one of them: they differ only in capitals or in how an accent is written",
			})
			continue
		}
		folded[Fold(p)] = f.shown
		if f.leads != "" {
			t.linked[below(f.mount.Name, f.leads)] = true
		}
		t.files[p] = f.file
		t.paths = append(t.paths, p)
	}
	slices.Sort(t.paths)
	r.mu.Lock()
	r.known, r.tree, r.problems = next, t, problems
	r.mu.Unlock()
	return t, problems, nil
}

// Look looks at the bytes of the paths (as shown to the author) alone, and is the last
// tree with what they hold now. It is false where that does not tell enough: nothing
// was read yet, a file came or went, or one is odd. What nobody hinted at is found
// by the next Read.
func (r *Reader) Look(shown ...string) (*Tree, []Problem, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	other, next := map[string]*File{}, map[string]known{}
	for _, p := range shown {
		k, ok := r.known[p]
		if !ok || k.linked {
			return nil, nil, false
		}
		f := k.look(p)
		if f == nil || f.unreachable != nil || f.file == nil || len(f.problems)+len(k.problems) > 0 {
			return nil, nil, false
		}
		if k.size, k.modified = f.info.Size(), f.info.ModTime(); f.file != k.file {
			k.file, other[k.at] = f.file, f.file
		}
		next[p] = k
	}
	maps.Copy(r.known, next)
	if len(other) > 0 {
		r.tree = r.tree.With(other)
	}
	return r.tree, r.problems, true
}

// look looks at the bytes of a file that was known; nil where it is no file any more.
func (k *known) look(shown string) *found {
	m, _ := k.mount.open()
	if m == nil {
		return nil
	}
	defer m.close()
	var h hand
	defer h.close()
	if info, err := h.look(m, k.rel); err != nil || !info.Mode().IsRegular() {
		return nil
	}
	f := &found{mount: m, rel: k.rel, shown: shown}
	f.read(known{size: -1, file: k.file}, &h)
	return f
}

// Problems are those of the last reading.
func (r *Reader) Problems() []Problem {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.problems
}

func (r *Reader) load(all []*found) {
	r.mu.Lock()
	before := r.known
	r.mu.Unlock()
	var next atomic.Int64
	Together(4, func(int) {
		var h hand
		defer h.close()
		for i := next.Add(1) - 1; i < int64(len(all)); i = next.Add(1) - 1 {
			all[i].read(before[all[i].shown], &h)
		}
	})
}

// read looks at the file, and at its bytes where they may be others than before.
func (f *found) read(before known, h *hand) {
	at := cmp.Or(f.leads, f.rel)
	if before.file != nil && before.size >= 0 && !f.linked(before) {
		f.info, _ = h.look(f.mount, at)
		if f.info != nil && before.size == f.info.Size() && before.modified.Equal(f.info.ModTime()) {
			f.file, f.problems = before.file, before.problems
			return
		}
	}
	data, info, err := h.bytes(f.mount, at)
	if err != nil {
		if _, gone := h.look(f.mount, at); gone == nil {
			f.unreachable = err
		}
		return
	}
	f.info = info
	f.file, f.problems = f.mount.Form.file(f.shown, string(data))
	if before.file != nil && before.file.Digest == f.file.Digest {
		f.file = before.file
	}
}

// linked tells whether a symbolic link leads to the file, or did: size and time then say
// little.
func (f *found) linked(before known) bool { return f.leads != "" || before.linked }
