package importer

import (
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
	sheet, r, problems, err := tableOf(cfg, path, vocabulary.ReadArticles)
	if t.Problems = problems; err != nil || sheet == nil {
		return t, err
	}
	raw := func(f *source.File) (string, error) {
		data, err := own(filepath.FromSlash(f.Path))
		return string(data), err
	}
	var more []source.Problem
	t.Changes, more, err = sheet.ApplyArticles(r.Site, raw)
	t.Problems = source.SortProblems(append(t.Problems, more...))
	return t, err
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
