package importer

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"glossator/internal/build"
)

// EvidenceOf reads raw articles with a site's catalogue and makes the evidence of
// each. An article that the site's own account calls a rewording gives no quotations.
func EvidenceOf(cfg build.Config, paths []string) (*build.Result, []File, error) {
	own, err := build.New(cfg).Build()
	if err != nil {
		return nil, nil, err
	}
	var names []string
	cfg.Articles = nil
	for _, p := range paths {
		if dir := filepath.Dir(p); !slices.Contains(cfg.Articles, dir) {
			cfg.Articles = append(cfg.Articles, dir)
		}
		names = append(names, strings.TrimSuffix(filepath.Base(p), filepath.Ext(p)))
	}
	raw, err := build.New(cfg).Build()
	if err != nil {
		return nil, nil, err
	}
	var files []File
	for _, n := range names {
		a := raw.Site.Article(n)
		if a == nil {
			return raw, nil, fmt.Errorf("%s was not read as an article", n)
		}
		files = append(files, Evidence(raw.Site, a, !reworded(own, n)))
	}
	return raw, files, nil
}

func reworded(own *build.Result, name string) bool {
	a := own.Site.Article(name)
	if a == nil {
		return false
	}
	for _, r := range a.Doc.Meta.SameStory {
		if r.As.Text == "rewording" {
			return true
		}
	}
	return false
}

// Write writes the file below a site's directory and tells whether it replaced one.
func (f File) Write(dir string) (replaced bool, err error) {
	_, missing := os.Stat(filepath.Join(dir, filepath.FromSlash(f.Path)))
	var w writing
	return missing == nil, w.finish(w.prepare(dir, f, missing != nil))
}
