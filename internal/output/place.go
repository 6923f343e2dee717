package output

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Options say how a place is published to.
type Options struct {
	Force bool     // beside files that were not published from here
	Doubt bool     // compare every file's bytes, not only those of files newer than the manifest
	Kept  []string // folders that the site is made of: the place may not hold one
}

// Place is where a site is published, claimed for one publish.
type Place struct {
	Options
	shown string // as it was asked for
	root  string // absolute, without symbolic links
	fresh bool   // nothing is there yet
	locks locks
}

// Refused is the error of a place where no site may be published.
type Refused struct{ Dir, Why, Hint string }

func (r *Refused) Error() string { return fmt.Sprintf("cannot publish to %q: %s", r.Dir, r.Why) }

// Claim finds the place and claims it for one publish, which ends with Release. It
// waits for another that is being made there until ctx is done. What must not be
// published to is refused without a look at all that it holds.
func Claim(ctx context.Context, dir string, o Options) (*Place, error) {
	p := &Place{Options: o, shown: dir}
	var err error
	if p.root, err = resolve(dir); err != nil {
		return nil, err
	}
	if refused := p.refused(); refused != nil {
		return nil, refused
	}
	if err := p.locks.take(ctx, p); err != nil {
		return nil, err
	}
	if _, err := os.Lstat(p.root); errors.Is(err, fs.ErrNotExist) {
		p.fresh = true
		return p, nil
	}
	if err := p.locks.folder(ctx, p); err != nil {
		p.Release()
		return nil, err
	}
	return p, nil
}

// refused is why no site may be published to a place, or nil.
func (p *Place) refused() error {
	if filepath.Dir(p.root) == p.root {
		return &Refused{p.shown, "it is the root of a disk", "name a folder with --out"}
	}
	if home, err := os.UserHomeDir(); err == nil && holds(p.root, home) {
		return &Refused{p.shown, "it is your home folder, or holds it", "name a folder in it with --out"}
	}
	for _, kept := range p.Kept {
		if holds(p.root, kept) {
			return &Refused{p.shown, fmt.Sprintf("it holds what the site is made of: %s", kept), "name a folder of its own with --out"}
		}
	}
	if outer := within(p.root); outer != "" && !p.Force {
		return &Refused{p.shown, fmt.Sprintf("it lies inside %s, which is a published site", outer), "name a folder outside of it with --out, or add --force"}
	}
	return nil
}

// Release lets others publish here.
func (p *Place) Release() { p.locks.release() }

// resolve is where a directory really is. Of one that is not there yet, that is where
// it will be.
func resolve(dir string) (string, error) {
	if dir == "" {
		return "", &Refused{dir, "it has no name", "name a folder with --out"}
	}
	full, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	info, err := os.Stat(full)
	switch {
	case err == nil && !info.IsDir():
		return "", &Refused{dir, "it is a file", "name a folder with --out, or remove the file"}
	case err == nil:
		return filepath.EvalSymlinks(full)
	case !errors.Is(err, fs.ErrNotExist):
		return "", fmt.Errorf("cannot publish to %q: %w", dir, err)
	}
	if to, err := os.Readlink(full); err == nil {
		return "", &Refused{dir, fmt.Sprintf("it is a link to %s, which is not there", to), "make that folder, or remove the link"}
	}
	parent, err := resolve(filepath.Dir(full))
	return filepath.Join(parent, filepath.Base(full)), err
}

// holds tells whether a folder is another one or holds it, by whatever names.
func holds(outer, inner string) bool {
	out, err := os.Stat(outer)
	if err != nil {
		return false
	}
	real, err := resolve(inner)
	for err == nil {
		if in, err := os.Stat(real); err == nil && os.SameFile(in, out) {
			return true
		}
		up := filepath.Dir(real)
		if up == real {
			break
		}
		real = up
	}
	return false
}

// within is the published site in which a folder lies; "" where it lies in none.
func within(root string) string {
	for dir := filepath.Dir(root); dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if published(dir) {
			return dir
		}
	}
	return ""
}

// published tells whether a folder has a manifest.
func published(dir string) bool {
	f, err := os.Open(filepath.Join(dir, Manifest))
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, len(version))
	n, _ := f.Read(head)
	return string(head[:n]) == version
}

// beside begins the names of folders in which a first site is made. They have a leading
// dot, so that nobody reads them as source where a site is published into its own
// folders.
func (p *Place) beside() string { return "." + filepath.Base(p.root) + roomPrefix }

// sweep removes what first publishes to this place left beside it when they were
// killed. A folder that a running one holds locked stays.
func (p *Place) sweep() {
	parent := filepath.Dir(p.root)
	files, _ := os.ReadDir(parent)
	for _, f := range files {
		if left := filepath.Join(parent, f.Name()); f.IsDir() && strings.HasPrefix(f.Name(), p.beside()) && !taken(left) {
			_ = os.RemoveAll(left)
		}
	}
}
