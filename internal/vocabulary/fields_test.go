package vocabulary

import (
	"slices"
	"testing"

	"glossator/internal/catalogue"
	"glossator/internal/doc"
	"glossator/internal/meta"
)

// aside are the fields of an entry that no cell can hold: they stay with its file.
var aside = []string{"periods", "facts", "citations", "formerly", "names", "note"}

// made are the columns that are no field.
var made = []string{"id", "facet", "summary"}

func TestEveryFieldOfAnEntryHasItsColumn(t *testing.T) {
	fields := meta.Names[catalogue.Entry]()
	for _, f := range fields {
		if _, ok := columnOf(Columns, f); ok == slices.Contains(aside, f) {
			t.Errorf("%s has no column, or one though it is left aside", f)
		}
	}
	for _, c := range Columns {
		if slices.Contains(fields, c.Name) == slices.Contains(made, c.Name) {
			t.Errorf("the column %s is no field of an entry", c.Name)
		}
	}
}

func TestEveryFieldOfAnArticleHasItsColumn(t *testing.T) {
	fields := meta.Names[doc.Meta]()
	for _, f := range fields {
		if _, ok := columnOf(ArticleColumns, f); ok == (f == "same_story" || f == "translation_of") { // no cell holds pairs; a translation has no row
			t.Errorf("%s has no column, or one though it is left aside", f)
		}
	}
	for _, c := range ArticleColumns[1:] {
		if !slices.Contains(fields, c.Name) {
			t.Errorf("the column %s is no field of an article", c.Name)
		}
	}
}
