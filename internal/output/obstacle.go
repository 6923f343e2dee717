package output

import (
	"fmt"
	"os"
	"path"
	"slices"
	"strings"

	"glossator/internal/source"
)

// Blocked is the error of a file that cannot be published because something that was
// not published from here stands in its way.
type Blocked struct{ Dir, Path, By string }

func (b *Blocked) Error() string {
	return fmt.Sprintf("%s in %s cannot be published: %s stands there and was not published from here", b.Path, b.Dir, b.By)
}

// inTheWay lists what was published and must go before the new files come: files that
// become folders, files in folders that become files, and names that differ from new
// ones only in capitals or in how an accent is written, which are one on some disks.
func (c *change) inTheWay() (first []string, err error) {
	seen := map[string]bool{}
	for _, p := range c.pending {
		for dir := path.Dir(p.path); dir != "." && !seen[dir]; dir = path.Dir(dir) {
			seen[dir] = true
			if _, file := c.disk[dir]; file {
				first = append(first, dir)
			}
		}
		if c.dirs[p.path] {
			first = append(first, c.below(p.path)...)
		}
	}
	for _, p := range first {
		if _, ours := slices.BinarySearch(c.gone, p); !ours {
			return nil, &Blocked{c.place.shown, c.blocked(p), p}
		}
	}
	return append(first, c.respelled()...), nil
}

// below lists the files that are in a folder.
func (c *change) below(dir string) (files []string) {
	for p := range c.disk {
		if strings.HasPrefix(p, dir+"/") {
			files = append(files, p)
		}
	}
	slices.Sort(files)
	return files
}

// blocked is the file to be published that something stands in the way of.
func (c *change) blocked(by string) string {
	for _, p := range c.pending {
		if strings.HasPrefix(p.path, by+"/") || strings.HasPrefix(by, p.path+"/") {
			return p.path
		}
	}
	return by
}

// respelled lists what goes whose name, or a folder's, is written otherwise now.
func (c *change) respelled() (all []string) {
	if len(c.gone) == 0 {
		return nil
	}
	spelled := map[string]string{}
	for p := range c.next {
		for ; p != "." && spelled[source.Fold(p)] == ""; p = path.Dir(p) {
			spelled[source.Fold(p)] = p
		}
	}
	for _, gone := range c.gone {
		for p := gone; p != "."; p = path.Dir(p) {
			if now := spelled[source.Fold(p)]; now != "" && now != p {
				all = append(all, gone)
				break
			}
		}
	}
	return all
}

// clear takes away what is in the way, and empty folders where files belong.
func (c *change) clear(first []string) error {
	for _, p := range first {
		if i, left := slices.BinarySearch(c.gone, p); left {
			if err := c.remove(p); err != nil {
				return err
			}
			c.gone = slices.Delete(c.gone, i, i+1)
		}
	}
	for _, p := range c.pending {
		if err := c.level(p.path); err != nil {
			return err
		}
	}
	return nil
}

// level removes the empty folders that stand where a file belongs.
func (c *change) level(file string) error {
	if !c.dirs[file] {
		return nil
	}
	var dirs []string
	for dir := range c.dirs {
		if dir == file || strings.HasPrefix(dir, file+"/") {
			dirs = append(dirs, dir)
		}
	}
	slices.Sort(dirs)
	for _, dir := range slices.Backward(dirs) {
		if !c.rmdir(c.full(dir)) {
			return &os.PathError{Op: "rmdir", Path: c.full(dir), Err: os.ErrExist}
		}
	}
	return nil
}
