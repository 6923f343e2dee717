package vocabulary

import (
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"glossator/internal/catalogue"
	"glossator/internal/doc"
	"glossator/internal/edit"
	"glossator/internal/meta"
	"glossator/internal/site"
	"glossator/internal/source"
)

// What is known of the articles is a table, too, with a row for each: its fields, as an
// author may write them, one column each, and first the article's name. It is read and
// written as the table of entries is.

// ArticleColumns are its columns, in the order in which they are written.
var ArticleColumns = []Column{
	{Name: "article", About: "the article's name: that of its file", kind: name},
	{Name: "title", About: "the headline", kind: text, article: func(m *doc.Meta) value { return one(m.Title) }},
	{Name: "original_title", About: "the publisher's headline, where title is another", kind: text, article: func(m *doc.Meta) value { return one(m.OriginalTitle) }},
	{Name: "kind", About: "report, account, transcript, document or opinion", kind: text, article: func(m *doc.Meta) value { return one(m.Kind.Text) }},
	{Name: "publisher", About: "who published it", kind: text, article: func(m *doc.Meta) value { return one(m.Publisher) }},
	{Name: "authors", About: "who wrote it, a list", kind: list, article: func(m *doc.Meta) value { return texts(m.Authors) }},
	{Name: "published", About: "the day it was published", kind: day, article: func(m *doc.Meta) value { return one(string(m.Published)) }},
	{Name: "updated", About: "the day our words were last changed", kind: day, article: func(m *doc.Meta) value { return one(string(m.Updated)) }},
	{Name: "event", About: "the day of what it tells", kind: day, article: func(m *doc.Meta) value { return one(string(m.Event)) }},
	{Name: "place", About: "where it was written", kind: text, article: func(m *doc.Meta) value { return one(m.Place) }},
	{Name: "language", About: "the language of its words, where it is not the site's: es, pt-BR", kind: text, article: func(m *doc.Meta) value { return one(m.Language.Text) }},
	{Name: "url", About: "the publisher's own page", kind: text, article: func(m *doc.Meta) value { return one(m.URL.Text) }},
	{Name: "rights", About: "own, licensed, public-domain or private", kind: text, article: func(m *doc.Meta) value { return one(m.Rights.Text) }},
	{Name: "draft", About: "yes where it is not published yet", kind: yes, article: func(m *doc.Meta) value { return yesOr(m.Draft) }},
	{Name: "summary", About: "one sentence", kind: text, article: func(m *doc.Meta) value { return one(m.Summary) }},
	{Name: "formerly", About: "addresses it had before, a list", kind: list, article: func(m *doc.Meta) value { return words(m.Formerly) }},
}

// told are columns of an import's table that say how an article was read. Where a table is
// read they are passed over.
var told = []Column{
	{Name: "file", About: "the file that it was read from", kind: text},
	{Name: "words", About: "how many words were kept", kind: text},
	{Name: "left_out", About: "how many lines were left out as no part of it", kind: text},
	{Name: "like", About: "an article that it is a copy, a rewording or another version of", kind: text},
}

// Imported is an article as an import read it.
type Imported struct {
	Name    string
	Meta    *doc.Meta
	File    string
	Words   int
	LeftOut int
	Like    string
}

// ImportedCSV writes the table of an import: what is known of each article, to be corrected
// and read back, and how it was read.
func ImportedCSV(all []Imported) string {
	return written(slices.Concat(ArticleColumns[:1], told, ArticleColumns[1:]), all, func(x Imported, c Column) string {
		switch {
		case c.kind == name:
			return x.Name
		case c.article != nil:
			return c.article(x.Meta).cell(c.kind)
		}
		return map[string]string{"file": x.File, "words": strconv.Itoa(x.Words), "left_out": strconv.Itoa(x.LeftOut), "like": x.Like}[c.Name]
	})
}

func texts(all []string) (v value) {
	for _, s := range all {
		v = append(v, oneLine(s))
	}
	return v
}

// ArticlesCSV writes the table of a site's articles.
func ArticlesCSV(s *site.Site) string {
	return written(ArticleColumns, s.Articles, func(a *site.Article, c Column) string {
		if c.kind == name {
			return a.Doc.Name
		}
		return c.article(&a.Doc.Meta).cell(c.kind)
	})
}

// ReadArticles reads such a table.
func ReadArticles(f *source.File) (*Sheet, []source.Problem) {
	return read(f, slices.Concat(ArticleColumns, told))
}

// ArticleChange is what a table does to what is known of an article.
type ArticleChange struct {
	Article string
	Path    string   // of the file that holds it, as the author knows it
	Data    string   `json:"-"`
	New     bool     // there was no such file: the fields of a text or a page
	Fields  []string // the columns that differ
}

// ApplyArticles makes of a table the changes to the files of a site's articles. The site
// must hold its drafts. raw is a file as it is on the disk.
func (s *Sheet) ApplyArticles(on *site.Site, raw func(*source.File) (string, error)) (changes []ArticleChange, problems []source.Problem, err error) {
	var names []string
	for _, a := range on.Articles {
		names = append(names, a.Doc.Name)
	}
	for _, row := range s.Rows {
		a := on.Article(row.ID)
		if a == nil {
			problems = append(problems, s.File.Problem(row.at, rule, fmt.Sprintf("there is no article %q", row.ID), meta.DidYouMean(row.ID, names)))
			continue
		}
		c, ps, err := s.article(row, a, raw)
		if err != nil {
			return nil, nil, err
		}
		changes, problems = append(changes, c), append(problems, ps...)
	}
	return changes, problems, nil
}

// article makes the change of one row.
func (s *Sheet) article(row Row, a *site.Article, raw func(*source.File) (string, error)) (c ArticleChange, problems []source.Problem, err error) {
	f := a.Doc.MetaFile
	c = ArticleChange{Article: row.ID, Path: f.Path}
	if ext := path.Ext(f.Path); ext == ".txt" || ext == ".html" {
		c.Path, c.New = strings.TrimSuffix(f.Path, ext)+".yaml", true
	} else if c.Data, err = raw(f); err != nil {
		return c, nil, err
	}
	bad := func(at int, msg, hint string) {
		problems = append(problems, s.File.Problem(at, rule, msg, hint))
	}
	order := meta.Names[doc.Meta]()
	for _, col := range ArticleColumns[1:] {
		x, there := row.cells[col.Name]
		if !there || x.value.equal(col.article(&a.Doc.Meta)) {
			continue
		}
		act := edit.Act(edit.Remove{Path: edit.Path{col.Name}})
		if len(x.value) > 0 {
			act = edit.Set{Path: edit.Path{col.Name}, Value: x.value.yaml(col, &catalogue.Entry{}), Order: order}
		} else if c.New || !edit.Has(source.NewFile(c.Path, c.Data), col.Name) {
			continue // it is read from the text, and nothing is written that could be taken away
		}
		after, problem := edit.Do(c.Path, c.Data, act)
		if problem != nil {
			bad(x.at, fmt.Sprintf("%s cannot be changed: %s", problem.Pos, problem.Msg), problem.Hint)
			continue
		}
		if told := mistakes(c.Path, after); len(told) > len(mistakes(c.Path, c.Data)) {
			bad(x.at, told[0].Msg, told[0].Hint)
			continue
		}
		c.Data = after
		c.Fields = append(c.Fields, col.Name)
	}
	c.New = c.New && len(c.Fields) > 0
	return c, problems, nil
}

// mistakes are what is wrong with the fields in a file of an article.
func mistakes(p, data string) []source.Problem {
	fields := data
	if strings.HasSuffix(p, ".md") {
		front, _ := meta.FrontMatter(source.NewFile(p, data))
		fields = data[front.Start:front.End]
	}
	beside := source.NewFile("x.yaml", fields)
	_, problems := doc.Parse(source.NewFile("x.txt", "x"), beside, doc.Options{})
	return slices.DeleteFunc(problems, func(x source.Problem) bool { return x.Pos.Path != beside.Path })
}
