package command

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"glossator/internal/build"
	"glossator/internal/vocabulary"
)

// errForm tells of a file of another form.
var errForm = errors.New("the vocabulary is written as .csv (a spreadsheet) or .ttl (SKOS)\n\thint: check --export-vocabulary vocabulary.csv")

// exportVocabulary writes the entries' names for other programs: see package vocabulary.
func (f *checkFlags) exportVocabulary(r *build.Result) error {
	if r.Site.Config.File == nil {
		return errors.New("there is no vocabulary without content/site.yaml")
	}
	place, data := f.ExportVocabulary, ""
	switch strings.ToLower(filepath.Ext(place)) {
	case ".csv":
		data = vocabulary.CSV(r.Site)
	case ".ttl":
		data = vocabulary.Turtle(r.Site, r.Base())
	default:
		return errForm
	}
	return f.table(place, data, fmt.Sprintf("%d entries", len(r.Site.Profiles)))
}

// exportArticles writes the table of articles.
func (f *checkFlags) exportArticles(r *build.Result) error {
	if strings.ToLower(filepath.Ext(f.ExportArticles)) != ".csv" {
		return errors.New("the articles are written as .csv\n\thint: check --export-articles articles.csv")
	}
	return f.table(f.ExportArticles, vocabulary.ArticlesCSV(r.Site), count(len(r.Site.Articles), "article"))
}

// table writes a table. The file is there whole or not at all.
func (f *checkFlags) table(place, data, what string) error {
	_, missing := os.Stat(place)
	temporary := filepath.Join(filepath.Dir(place), "."+filepath.Base(place)+".tmp")
	if err := os.WriteFile(temporary, []byte(data), 0o644); err != nil {
		return err
	}
	if err := os.Rename(temporary, place); err != nil {
		_ = os.Remove(temporary)
		return err
	}
	if f.Format != "json" && !f.Quiet {
		fmt.Printf("%s %s: %s\n", map[bool]string{false: "wrote   ", true: "replaced"}[missing == nil], place, what)
	}
	return nil
}
