package source

import (
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// Mount is a directory to read. Its files stand in the tree under Name ("content");
// Shown is the path the author knows it by ("../site/content").
type Mount struct {
	Name  string
	Shown string
	FS    fs.FS
	Bytes bool   // files are served as they are (static): not decoded as text
	Skip  string // a directory below that is not read: where the site is published; "" for none
}

// Tree is all that a build reads, at one moment. Paths are Name/relative/path.
type Tree struct {
	files map[string]*File
	paths []string // sorted
}

// File is the file at a path of the tree, or nil.
func (t *Tree) File(p string) *File { return t.files[p] }

// Paths lists every path of the tree, in order.
func (t *Tree) Paths() []string { return t.paths }

// With is the tree with other files at some of its paths; nil leaves the path out.
func (t *Tree) With(other map[string]*File) *Tree {
	n := &Tree{files: make(map[string]*File, len(t.files))}
	for _, p := range t.paths {
		f, replaced := other[p]
		if !replaced {
			f = t.files[p]
		}
		if f != nil {
			n.files[p] = f
			n.paths = append(n.paths, p)
		}
	}
	return n
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
	mount       *Mount
	rel, shown  string
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
		fs, ps, err := walk(&mounts[i])
		if err != nil {
			return nil, nil, err
		}
		all, problems = append(all, fs...), append(problems, ps...)
	}
	r.load(all)
	t := &Tree{files: make(map[string]*File, len(all))}
	next := make(map[string]known, len(all))
	folded := map[string]string{}
	for _, f := range all {
		if f.unreachable != nil {
			problems = append(problems, Problem{Pos: Pos{Path: f.shown}, Rule: "unreadable", Msg: f.unreachable.Error()})
			continue
		}
		if f.file == nil {
			continue
		}
		problems = append(problems, f.problems...)
		p := f.at()
		next[f.shown] = known{f.info.Size(), f.info.ModTime(), f.file, f.problems, f.mount, p[len(p)-len(f.rel):], p}
		if other, taken := folded[foldPath(p)]; taken {
			problems = append(problems, Problem{
				Pos: Pos{Path: f.shown}, Rule: "same-path",
				Msg:  fmt.Sprintf("%q and %q are one file on some disks", f.shown, other),
				Hint: "rename one of them: they differ only in capitals or in how an accent is written",
			})
			continue
		}
		folded[foldPath(p)] = f.shown
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
		if !ok {
			return nil, nil, false
		}
		info, err := fs.Stat(k.mount.FS, k.rel)
		if err != nil || !info.Mode().IsRegular() {
			return nil, nil, false
		}
		f := found{mount: k.mount, rel: k.rel, shown: p}
		f.read(known{size: -1, file: k.file}, nil)
		if f.unreachable != nil || f.file == nil || len(f.problems)+len(k.problems) > 0 {
			return nil, nil, false
		}
		if k.size, k.modified = info.Size(), info.ModTime(); f.file != k.file {
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

func foldPath(p string) string {
	for i := 0; i < len(p); i++ {
		if p[i] >= utf8.RuneSelf {
			return strings.ToLower(norm.NFC.String(p))
		}
	}
	return strings.ToLower(p)
}

func walk(m *Mount) (all []*found, problems []Problem, err error) {
	dir := path.Clean(m.Shown)
	err = fs.WalkDir(m.FS, ".", func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil && p == ".":
			return fs.SkipAll // a mount that is not there is empty
		case err != nil:
			problems = append(problems, Problem{Pos: Pos{Path: below(dir, p)}, Rule: "unreadable", Msg: err.Error()})
			return nil
		case p != "." && (p == m.Skip || Ignored(d.Name())):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir():
			return nil
		}
		f := &found{mount: m, rel: p, shown: below(dir, p)}
		if d.Type().IsRegular() {
			all = append(all, f) // what else there is to know is asked when it is read
			return nil
		}
		info, err := fs.Stat(m.FS, p) // follows a link to a file
		switch {
		case err != nil:
			if d.Type()&fs.ModeSymlink == 0 {
				return nil // it went away while we walked
			}
			problems = append(problems, Problem{Pos: Pos{Path: f.shown}, Rule: "dead-link",
				Msg: "symbolic link leads nowhere", Hint: "remove it or point it at a file"}.As(Warning))
		case info.IsDir():
			problems = append(problems, Problem{Pos: Pos{Path: f.shown}, Rule: "linked-directory",
				Msg: "symbolic link to a directory is not followed", Hint: "copy the files, or link each file"}.As(Warning))
		case info.Mode().IsRegular():
			all = append(all, f)
		}
		return nil
	})
	return all, problems, err
}

// Ignored tells whether a file name is an editor's or a system's, not an author's.
// Of the names with a leading dot only .well-known is an author's.
func Ignored(base string) bool {
	return base != ".well-known" && strings.HasPrefix(base, ".") || strings.HasSuffix(base, "~") ||
		strings.HasPrefix(base, "#") && strings.HasSuffix(base, "#") ||
		strings.HasSuffix(base, ".swp") || strings.HasSuffix(base, ".tmp") || base == "4913" || base == "Thumbs.db"
}

func (r *Reader) load(all []*found) {
	r.mu.Lock()
	before := r.known
	r.mu.Unlock()
	var next atomic.Int64
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			var room []byte
			for i := next.Add(1) - 1; i < int64(len(all)); i = next.Add(1) - 1 {
				room = all[i].read(before[all[i].shown], room)
			}
		})
	}
	wg.Wait()
}

// read looks at the file, and at its bytes where they may be others than before. It is
// given room for them and gives it back.
func (f *found) read(before known, room []byte) []byte {
	if before.file != nil && before.size >= 0 {
		f.info, _ = fs.Stat(f.mount.FS, f.rel)
		if f.info != nil && before.size == f.info.Size() && before.modified.Equal(f.info.ModTime()) {
			f.file, f.problems = before.file, before.problems
			return room
		}
	}
	data, err := f.bytes(room)
	if err != nil {
		if _, gone := fs.Stat(f.mount.FS, f.rel); gone == nil {
			f.unreachable = err
		}
		return room
	}
	if f.mount.Bytes {
		f.file = NewFile(f.shown, string(data))
	} else {
		f.file, f.problems = decode(f.shown, string(data))
	}
	if before.file != nil && before.file.Digest == f.file.Digest {
		f.file = before.file
	}
	return data
}

// bytes reads the file whole. It ends where the file's size says, so that nearly every
// file is read by one call of the system.
func (f *found) bytes(room []byte) ([]byte, error) {
	file, err := f.mount.FS.Open(f.rel)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	if f.info, err = file.Stat(); err != nil {
		return nil, err
	}
	size := int(f.info.Size())
	data := slices.Grow(room[:0], size+1)
	for {
		n, err := file.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		switch {
		case err == io.EOF || err == nil && len(data) == size:
			return data, nil
		case err != nil:
			return nil, err
		}
		data = slices.Grow(data, 512)
	}
}

// decode makes text of a file's bytes. What is not UTF-8 is read as Windows-1252,
// with a warning: nearly all such files come from old Windows programs.
func decode(shown, data string) (*File, []Problem) {
	if utf8.ValidString(data) {
		return NewFile(shown, data), nil
	}
	bad := 0
	for bad < len(data) {
		r, n := utf8.DecodeRuneInString(data[bad:])
		if r == utf8.RuneError && n == 1 {
			break
		}
		bad += n
	}
	text, err := charmap.Windows1252.NewDecoder().String(data)
	if err != nil {
		text = strings.ToValidUTF8(data, "\uFFFD")
	}
	at := NewFile(shown, data).Pos(bad)
	return NewFile(shown, text), []Problem{Problem{
		Pos: at, Rule: "not-utf8", Msg: fmt.Sprintf("byte %#x is not UTF-8; read as Windows-1252", data[bad]),
		Hint: "save the file as UTF-8",
	}.As(Warning)}
}
