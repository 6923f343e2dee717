package build

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"glossator/internal/source"
	"glossator/static"
	"glossator/templates"
)

// look reads what the hints say has changed, and everything where they do not tell.
func (b *Builder) look(hints []string) (*source.Tree, []source.Problem, error) {
	switch {
	case slices.Contains(hints, "*"):
		b.reader.Forget()
	case len(hints) > 0:
		if t, problems, ok := b.reader.Look(hints...); ok {
			return t, problems, nil
		}
		b.reader.Forget(hints...)
	}
	return b.read()
}

// read reads everything the build is made of.
func (b *Builder) read() (*source.Tree, []source.Problem, error) {
	mounts := []source.Mount{
		b.mount("content", "content"),
		b.mount("templates", "templates"),
		b.mount("static", "static"),
	}
	mounts[1].Form, mounts[2].Form = source.Code, source.Bytes
	var problems []source.Problem
	for i, dir := range b.cfg.Articles {
		if info, err := os.Stat(dir); err != nil || !info.IsDir() {
			problems = append(problems, source.Problem{Pos: source.Pos{Path: dir}, Rule: "no-directory",
				Msg: "there is no directory to read articles from", Hint: "check --articles"})
			continue
		}
		mounts = append(mounts, source.Mount{Name: fmt.Sprintf("articles/%d", i), Shown: filepath.ToSlash(filepath.Clean(dir)), Dir: dir})
	}
	t, ps, err := b.reader.Read(mounts...)
	return t, append(problems, ps...), err
}

// mount is a directory of the site.
func (b *Builder) mount(name, dir string) source.Mount {
	p := filepath.Join(b.cfg.Site, dir)
	m := source.Mount{Name: name, Shown: filepath.ToSlash(p), Dir: p, Skip: below(p, b.cfg.Out)}
	if b.files != nil {
		m.FS, _ = fs.Sub(b.files, dir) // fails on names that are none alone
	}
	return m
}

// below is the path of a directory from one that holds it, with slashes; "" where it
// lies elsewhere.
func below(holder, dir string) string {
	h, err := filepath.Abs(holder)
	d, err2 := filepath.Abs(dir)
	if err != nil || err2 != nil || dir == "" {
		return ""
	}
	rel, err := filepath.Rel(h, d)
	if err != nil || rel == "." || !filepath.IsLocal(rel) {
		return ""
	}
	return filepath.ToSlash(rel)
}

// articleDirs are the directories of the tree in which articles lie.
func (b *Builder) articleDirs() []string {
	if len(b.cfg.Articles) == 0 {
		return []string{"content/articles"}
	}
	var dirs []string
	for i := range b.cfg.Articles {
		dirs = append(dirs, fmt.Sprintf("articles/%d", i))
	}
	return dirs
}

// stock reads the files that the program carries, under a directory's name.
func stock(from fs.FS, name string) (files []*source.File) {
	_ = fs.WalkDir(from, ".", func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || path.Ext(p) == ".go" {
			return err
		}
		data, err := fs.ReadFile(from, p)
		if err == nil {
			files = append(files, source.NewFile(name+"/"+p, string(data)))
		}
		return err
	})
	return files
}

// overlaid are the program's own files of a directory with the site's in place of
// those of the same path.
func overlaid(t *source.Tree, own []*source.File, dir string) (files []*source.File) {
	site := map[string]bool{}
	for _, p := range t.Under(dir) {
		if path.Ext(p) != ".go" {
			site[p] = true
		}
	}
	for _, f := range own {
		if !site[f.Path] {
			files = append(files, f)
		}
	}
	for _, p := range t.Under(dir) {
		if site[p] {
			f := t.File(p)
			files = append(files, &source.File{Path: f.Path, Data: f.Data, Digest: f.Digest})
		}
	}
	return files
}

func stockTemplates() []*source.File { return stock(templates.FS, "templates") }
func stockStatic() []*source.File    { return stock(static.FS, "static") }

// rel is a static file's path below static/.
func rel(p string) string {
	if i := strings.LastIndex(p, "static/"); i >= 0 {
		return p[i+len("static/"):]
	}
	return p
}
