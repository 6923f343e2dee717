package importer

import (
	"fmt"
	"os"
	"path/filepath"

	"glossator/internal/build"
	"glossator/internal/source"
	"glossator/internal/vocabulary"
)

// ArticlesTable is what a table does to what is known of a site's articles. It is printed
// as JSON.
type ArticlesTable struct {
	Site     string
	Changes  []vocabulary.ArticleChange // one for each row; a file without Fields is kept
	Problems []source.Problem           // of the table; where one is an Error, nothing is written
}

// ArticlesTableOf reads a table and the site whose articles it is about. An error is the
// world's failure.
func ArticlesTableOf(cfg build.Config, path string) (*ArticlesTable, error) {
	t := &ArticlesTable{Site: cfg.Site}
	f, problems, err := tableAt(path)
	if err != nil {
		return nil, err
	}
	sheet, more := vocabulary.ReadArticles(f)
	if t.Problems = append(problems, more...); sheet == nil {
		return t, nil
	}
	r, err := siteOf(cfg)
	if err != nil {
		return nil, err
	}
	raw := func(f *source.File) (string, error) {
		data, err := own(filepath.FromSlash(f.Path))
		return string(data), err
	}
	t.Changes, more, err = sheet.ApplyArticles(r.Site, raw)
	t.Problems = source.SortProblems(append(t.Problems, more...))
	return t, err
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

// Write writes every file that is new or changed, or none. Where the table has an error
// nothing is written.
func (t *ArticlesTable) Write() error {
	if source.Stops(t.Problems, false) {
		return nil
	}
	var w writing
	var err error
	for _, c := range t.Changes {
		if err == nil && len(c.Fields) > 0 {
			err = w.prepare("", File{c.Path, c.Data}, c.New)
		}
	}
	return w.finish(err)
}
