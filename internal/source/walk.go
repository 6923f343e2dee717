package source

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"
)

// walk lists the files of the mount, and tells of what is none.
func (m *opened) walk() (all []*found, problems []Problem, err error) {
	dir := path.Clean(m.Shown)
	err = fs.WalkDir(m.fs, ".", func(p string, d fs.DirEntry, err error) error {
		add := func(problem *Problem) {
			if problem != nil {
				problem.Pos.Path = below(dir, p)
				problems = append(problems, *problem)
			}
		}
		switch {
		case err != nil && p == "." && errors.Is(err, fs.ErrNotExist):
			return fs.SkipAll // a mount that is not there is empty
		case err != nil:
			add(unplaced(Error, "unreadable", "it cannot be read: "+cause(err), "check its permissions"))
			return nil
		case p == ".":
			return nil
		}
		if problem, passed := m.passed(p, d); passed {
			add(problem)
			return skipped(d)
		}
		if d.IsDir() {
			return nil
		}
		f := &found{mount: m, rel: p, shown: below(dir, p)}
		if !d.Type().IsRegular() { // what else there is to know of a file is asked when it is read
			leads, problem := m.leads(p, d)
			if add(problem); problem != nil {
				return nil
			}
			f.leads = leads
		}
		all = append(all, f)
		return nil
	})
	return all, problems, err
}

func skipped(d fs.DirEntry) error {
	if d.IsDir() {
		return fs.SkipDir
	}
	return nil
}

// passed tells whether a name is passed over, and what to say of that; nil for nothing.
func (m *opened) passed(p string, d fs.DirEntry) (problem *Problem, passed bool) {
	base := d.Name()
	say := func(s Severity, rule, why string) (*Problem, bool) {
		return unplaced(s, rule, fmt.Sprintf("%q is not read: its name %s", base, why), "rename it, if it is part of the site"), true
	}
	switch {
	case p == m.Skip, Ignored(base) && (d.IsDir() || leftover(base) || !hidden(base)):
		return nil, true
	case hidden(base):
		return say(Note, "not-read", "begins with a dot")
	case !utf8.ValidString(base):
		return say(Warning, "not-read", "is not UTF-8")
	case strings.ContainsFunc(base, unprintable):
		return say(Error, "bad-name", "holds a character that cannot be seen")
	}
	return nil, false
}

// leads is where in the mount a symbolic link leads, or what is wrong with it, or with
// what is neither a file nor a link.
func (m *opened) leads(p string, d fs.DirEntry) (string, *Problem) {
	if d.Type()&fs.ModeSymlink == 0 || m.root == nil {
		return "", odd(d.Type())
	}
	if real, err := filepath.EvalSymlinks(m.Dir); m.real == "" && err == nil {
		m.real = real
	}
	to, err := filepath.EvalSymlinks(filepath.Join(m.real, filepath.FromSlash(p)))
	if err != nil {
		return "", unplaced(Warning, "dead-link", "symbolic link leads nowhere", "remove it or point it at a file")
	}
	written, _ := m.root.Readlink(filepath.FromSlash(p))
	in, err := filepath.Rel(m.real, to)
	switch in = filepath.ToSlash(in); {
	case err != nil || !filepath.IsLocal(in):
		return "", unplaced(Error, "link-out", fmt.Sprintf("symbolic link to %q leads out of %s, and is not read", filepath.ToSlash(written), m.Shown),
			"only what lies in this folder is part of the site: put a copy in its place, or remove it")
	case slices.ContainsFunc(strings.Split(in, "/"), hidden) && in != ".":
		return "", unplaced(Error, "link-out", fmt.Sprintf("symbolic link to %q leads to a hidden name, and is not read", filepath.ToSlash(written)),
			"what has a leading dot is no part of the site: put a copy in its place, or remove it")
	}
	info, err := m.root.Lstat(filepath.FromSlash(in))
	switch {
	case err != nil:
		return "", unplaced(Error, "unreadable", "it cannot be read: "+cause(err), "check its permissions")
	case info.IsDir():
		return "", unplaced(Warning, "linked-directory", "symbolic link to a directory is not followed", "copy the files, or link each file")
	}
	return in, odd(info.Mode().Type())
}

// odd says of what is no file that it is none; nil of a file.
func odd(mode fs.FileMode) *Problem {
	what := "something else"
	switch {
	case mode.IsRegular():
		return nil
	case mode&fs.ModeNamedPipe != 0:
		what = "a pipe"
	case mode&fs.ModeSocket != 0:
		what = "a socket"
	case mode&fs.ModeDevice != 0:
		what = "a device"
	}
	return unplaced(Warning, "not-read", "it is not read: it is no file, but "+what, "put a file in its place, or remove it")
}

// unplaced is a problem that gets its place later.
func unplaced(s Severity, rule, msg, hint string) *Problem {
	return &Problem{Rule: rule, Msg: msg, Hint: hint, Severity: s}
}
