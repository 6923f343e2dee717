package build

import (
	"errors"
	"os"
	"path/filepath"

	"glossator/internal/export"
	"glossator/internal/output"
	"glossator/internal/since"
	"glossator/internal/site"
	"glossator/internal/source"
)

// since compares the site with the earlier publish that was asked for; nil where none was, or
// where it cannot be read, which is told.
func (b *Builder) since(s *site.Site) (*since.Changes, []source.Problem) {
	if b.cfg.Since == "" {
		return nil, nil
	}
	earlier, problems := earlierAt(b.cfg.Since)
	if len(problems) > 0 {
		return nil, problems
	}
	return since.Compare(earlier, s), nil
}

// sinceOf is what changed of an edition: it is told in the site's own language.
func (r *Result) sinceOf(s *site.Site) *since.Changes {
	if s.Main != nil {
		return nil
	}
	return r.since
}

// earlierAt reads an earlier publish: its folder, or its data/site.json.
func earlierAt(place string) (*since.Earlier, []source.Problem) {
	bad := func(path string, err error, hint string) (*since.Earlier, []source.Problem) {
		var at *os.PathError
		if errors.As(err, &at) {
			path, err = filepath.ToSlash(at.Path), at.Err
		}
		return nil, []source.Problem{{Pos: source.Pos{Path: path}, Rule: since.Rule, Msg: "the earlier publish cannot be read: " + err.Error(), Hint: hint}}
	}
	const hint = "name a folder that was published, or the data/site.json of one"
	info, err := os.Stat(place)
	if err != nil {
		return bad(place, err, hint)
	}
	if !info.IsDir() {
		data, err := os.ReadFile(place)
		if err != nil {
			return bad(place, err, hint)
		}
		return since.Whole(source.NewFile(filepath.ToSlash(place), string(data)), export.WholeVersion)
	}
	pages, err := output.Published(place)
	switch {
	case errors.Is(err, output.ErrOlder):
		return bad(place, err, since.Again)
	case err != nil:
		return bad(place, err, hint)
	}
	var tables []*source.File
	for _, t := range since.Tables() {
		path := filepath.Join(place, filepath.FromSlash(t.Path))
		data, err := os.ReadFile(path)
		if err != nil {
			return bad(path, err, since.Again)
		}
		tables = append(tables, source.NewFile(filepath.ToSlash(path), string(data)))
	}
	return since.Folder(tables, pages)
}
