package build

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"glossator/internal/export"
	"glossator/internal/output"
	"glossator/internal/since"
	"glossator/internal/site"
	"glossator/internal/source"
)

// since compares the site, in each of its languages, with the earlier publish that was asked
// for. What cannot be read is told.
func (b *Builder) since(r *Result) (problems []source.Problem) {
	if b.cfg.Since == "" {
		return nil
	}
	earlier, problems := earlierAt(b.cfg.Since, "")
	if len(problems) > 0 {
		return problems
	}
	main := since.Compare(earlier, r.Site)
	r.since = map[string]*since.Changes{"": main}
	for _, s := range r.Editions {
		earlier, ps := earlierAt(b.cfg.Since, site.Folder(s.Tag))
		if problems = append(problems, ps...); earlier == nil {
			continue
		}
		c := since.Compare(earlier, s)
		c.Beside(main)
		r.since[s.Tag] = c
	}
	return problems
}

// earlierAt reads an earlier publish: its folder, or its data/site.json; of another language
// than the site's own, what it has in the language's folder ("es/"). Where it has none, that
// is noted.
func earlierAt(place, folder string) (*since.Earlier, []source.Problem) {
	told := func(severity source.Severity, path, msg, hint string) (*since.Earlier, []source.Problem) {
		return nil, []source.Problem{{Pos: source.Pos{Path: filepath.ToSlash(path)}, Rule: since.Rule, Severity: severity, Msg: msg, Hint: hint}}
	}
	bad := func(path string, err error, hint string) (*since.Earlier, []source.Problem) {
		var at *os.PathError
		if errors.As(err, &at) {
			path, err = at.Path, at.Err
		}
		return told(source.Error, path, "the earlier publish cannot be read: "+err.Error(), hint)
	}
	none := func() (*since.Earlier, []source.Problem) {
		return told(source.Note, place, "the earlier publish has no "+folder+": what changed is not told there", "compare with a later one, which has it")
	}
	const hint = "name a folder that was published, or the data/site.json of one"
	info, err := os.Stat(place)
	if err != nil {
		return bad(place, err, hint)
	}
	if !info.IsDir() {
		if folder != "" {
			place = filepath.Join(filepath.Dir(place), "..", folder, "data", filepath.Base(place))
		}
		data, err := os.ReadFile(place)
		switch {
		case folder != "" && errors.Is(err, fs.ErrNotExist):
			return none()
		case err != nil:
			return bad(place, err, hint)
		}
		return since.Whole(source.NewFile(filepath.ToSlash(place), string(data)), export.WholeVersion)
	}
	all, err := output.Published(place)
	switch {
	case errors.Is(err, output.ErrOlder):
		return bad(place, err, since.Again)
	case err != nil:
		return bad(place, err, hint)
	}
	var pages []string
	for _, p := range all {
		if own, here := strings.CutPrefix(p, folder); here {
			pages = append(pages, own)
		}
	}
	if len(pages) == 0 {
		return none()
	}
	var tables []*source.File
	for _, t := range since.Tables() {
		path := filepath.Join(place, filepath.FromSlash(folder+t.Path))
		data, err := os.ReadFile(path)
		if err != nil {
			return bad(path, err, since.Again)
		}
		tables = append(tables, source.NewFile(filepath.ToSlash(path), string(data)))
	}
	return since.Folder(tables, pages)
}
