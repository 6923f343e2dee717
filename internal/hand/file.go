package hand

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"glossator/internal/source"
)

// Write is what an act makes of a file of the site.
type Write struct {
	Path          string // in the site: content/…
	Before, After string
	New           bool // there was no such file
}

// Put writes all of them, each file wholly: what is killed in the midst leaves each as it
// was or as it is to be. Where one cannot be written those before it are put back.
func Put(dir string, writes []Write) error { return all(dir, writes, Write.put, Write.back) }

// Back undoes them, the last first, while every file is as it was left; or none.
func Back(dir string, writes []Write) error {
	last := slices.Clone(writes)
	slices.Reverse(last)
	return all(dir, last, Write.back, Write.put)
}

// all does something with every write, or undoes what was done when one cannot be done.
func all(dir string, writes []Write, do, undo func(Write, *os.Root) error) error {
	root, err := os.OpenRoot(filepath.FromSlash(dir))
	if err != nil {
		return err
	}
	defer root.Close()
	for i, w := range writes {
		if err := do(w, root); err != nil {
			for _, done := range slices.Backward(writes[:i]) {
				_ = undo(done, root) // told is what failed
			}
			return err
		}
	}
	return nil
}

// put writes the file, unless it holds something else than what the act was made on.
func (w Write) put(root *os.Root) error {
	if err := w.stands(root, w.Before, w.New); err != nil {
		return err
	}
	return w.replace(root, w.After)
}

// back undoes a write, while the file is as it was left.
func (w Write) back(root *os.Root) error {
	if err := w.stands(root, w.After, false); err != nil {
		return err
	}
	if w.New {
		return root.Remove(w.Path)
	}
	return w.replace(root, w.Before)
}

// isLeft tells whether the file is as the write left it.
func (w Write) isLeft(dir string) bool {
	root, err := os.OpenRoot(filepath.FromSlash(dir))
	if err != nil {
		return false
	}
	defer root.Close()
	return w.stands(root, w.After, false) == nil
}

// stands refuses a file that cannot be written, or holds something else than it should.
func (w Write) stands(root *os.Root, data string, absent bool) error {
	if err := w.fits(root); err != nil {
		return err
	}
	now, err := root.ReadFile(w.Path)
	switch {
	case absent && errors.Is(err, fs.ErrNotExist):
		return nil
	case absent && err == nil:
		return refuse("choose another name, or change that file", "%s stands there already", w.Path)
	case errors.Is(err, fs.ErrNotExist):
		return refuse("look at it again", "%s is gone", w.Path)
	case err != nil:
		return err
	case string(now) != data:
		return &Refused{Msg: w.Path + " was changed meanwhile, so nothing was written", Hint: "what it holds now is shown: try it again on that",
			Place: Place{Where: path.Join(filepath.ToSlash(root.Name()), w.Path)}}
	}
	return nil
}

// fits refuses a file that is not below content/, whose name some platform cannot hold, or
// that stands behind a link: what a link leads to may be another's. A folder that becomes
// one in the meantime leads out of the site no more than any path does (os.Root).
func (w Write) fits(root *os.Root) error {
	if !strings.HasPrefix(w.Path, "content/") || !fs.ValidPath(w.Path) {
		return refuse("", "%q is no file of the site's content", w.Path)
	}
	at := ""
	for name := range strings.SplitSeq(w.Path, "/") {
		if why, hint := source.Unportable(name); w.New && why != "" {
			return refuse(hint, "%s", why)
		}
		if source.Ignored(name) {
			return refuse("choose another name", "a file called %q is not read", name)
		}
		at = path.Join(at, name)
		if info, err := root.Lstat(at); err == nil && info.Mode()&fs.ModeSymlink != 0 {
			return refuse("change the file that it leads to", "%s is a symbolic link, and nothing is written through one", at)
		}
	}
	return nil
}

// replace puts the file in its place at once, with the rights of the one before.
func (w Write) replace(root *os.Root, data string) error {
	mode := fs.FileMode(0o644)
	if info, err := root.Lstat(w.Path); err == nil {
		mode = info.Mode().Perm()
		if mode&0o200 == 0 {
			return refuse("make it writable first", "%s cannot be written: it is read-only", w.Path)
		}
	}
	if err := root.MkdirAll(path.Dir(w.Path), 0o755); err != nil {
		return err
	}
	temporary := path.Join(path.Dir(w.Path), fmt.Sprintf(".desk-%s.tmp", rand.Text()))
	t, err := root.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = t.WriteString(data)
	if err = errors.Join(err, t.Chmod(mode), t.Sync(), t.Close()); err == nil {
		err = root.Rename(temporary, w.Path)
	}
	if err != nil {
		_ = root.Remove(temporary) // told is what failed
	}
	return err
}
