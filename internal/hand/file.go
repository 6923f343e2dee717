package hand

import (
	"errors"
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
func Put(dir string, writes []Write) error {
	for i, w := range writes {
		if err := w.put(dir); err != nil {
			for _, done := range slices.Backward(writes[:i]) {
				_ = done.Back(dir) // told is what failed
			}
			return err
		}
	}
	return nil
}

// put writes the file, unless it holds something else than what the act was made on.
func (w Write) put(dir string) error {
	place, err := w.place(dir)
	if err != nil {
		return err
	}
	if err := w.stands(place, w.Before, w.New); err != nil {
		return err
	}
	return replace(place, w.After)
}

// Back undoes a write, while the file is as it was left.
func (w Write) Back(dir string) error {
	place, err := w.place(dir)
	if err != nil {
		return err
	}
	if err := w.stands(place, w.After, false); err != nil {
		return err
	}
	if w.New {
		return os.Remove(place)
	}
	return replace(place, w.Before)
}

// stands refuses a file that holds something else than it should.
func (w Write) stands(place, data string, absent bool) error {
	now, err := os.ReadFile(place)
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
		return &Refused{Msg: w.Path + " was changed meanwhile, so nothing was written", Hint: "what it holds now is shown: try it again on that", Place: Place{Where: filepath.ToSlash(place)}}
	}
	return nil
}

// place is where the file stands: below content/, under a name that every platform can
// hold, and not behind a link.
func (w Write) place(dir string) (string, error) {
	if !strings.HasPrefix(w.Path, "content/") || path.Clean(w.Path) != w.Path || !fs.ValidPath(w.Path) {
		return "", refuse("", "%q is no file of the site's content", w.Path)
	}
	at := dir
	for _, name := range strings.Split(w.Path, "/") {
		if w.New && !source.SafeName(strings.TrimSuffix(strings.SplitN(name, ".", 2)[0], ".")) {
			return "", refuse("use small letters, digits and hyphens", "a file cannot be called %q everywhere", name)
		}
		at = filepath.Join(at, name)
		if info, err := os.Lstat(at); err == nil && info.Mode()&fs.ModeSymlink != 0 {
			return "", refuse("change the file that it leads to", "%s is a symbolic link, and nothing is written through one", filepath.ToSlash(at))
		}
	}
	return at, nil
}

// replace puts a file in its place at once, with the rights of the one before.
func replace(place, data string) error {
	mode := fs.FileMode(0o644)
	if info, err := os.Lstat(place); err == nil {
		mode = info.Mode().Perm()
		if mode&0o200 == 0 {
			return refuse("make it writable first", "%s cannot be written: it is read-only", filepath.ToSlash(place))
		}
	}
	if err := os.MkdirAll(filepath.Dir(place), 0o755); err != nil {
		return err
	}
	t, err := os.CreateTemp(filepath.Dir(place), ".desk-*.tmp")
	if err != nil {
		return err
	}
	defer os.Remove(t.Name()) // gone, when all went well
	_, err = t.WriteString(data)
	if err = errors.Join(err, t.Chmod(mode), t.Sync(), t.Close()); err != nil {
		return err
	}
	return os.Rename(t.Name(), place)
}
