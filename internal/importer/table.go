package importer

import (
	"fmt"
	"os"
	"path/filepath"

	"glossator/internal/build"
	"glossator/internal/source"
	"glossator/internal/vocabulary"
)

// tableOf reads a table, as read does, and builds the site that it is about. The sheet is
// nil, and nothing is built, where it cannot be read.
func tableOf(cfg build.Config, path string, read func(*source.File) (*vocabulary.Sheet, []source.Problem)) (sheet *vocabulary.Sheet, r *build.Result, problems []source.Problem, err error) {
	f, problems, err := tableAt(path)
	if err != nil {
		return nil, nil, nil, err
	}
	sheet, more := read(f)
	if sheet != nil {
		r, err = siteOf(cfg)
	}
	return sheet, r, append(problems, more...), err
}

// tableAt reads a table's file.
func tableAt(path string) (*source.File, []source.Problem, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, nil, err
	}
	text, _ := decode(data, "", false)
	f, odd := source.Text(filepath.ToSlash(path), text)
	return f, odd, nil
}

// siteOf builds the site that a table is about, with its drafts.
func siteOf(cfg build.Config) (*build.Result, error) {
	cfg.Drafts, cfg.Exports = true, "pages"
	r, err := build.New(cfg).Build()
	if err == nil && r.Site.Config.File == nil {
		err = fmt.Errorf("%s holds no site: content/site.yaml is missing\n\thint: name the site's directory with --site, or make one with --new", cfg.Site)
	}
	return r, err
}
