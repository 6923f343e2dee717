package importer

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"glossator/internal/compare"
	"glossator/internal/doc"
	"glossator/internal/language"
	"glossator/internal/meta"
	"glossator/internal/source"
	"glossator/internal/vocabulary"
)

// sameWords tells whether two files of articles hold the same words, whatever an editor
// filled in at their heads and marked in their texts.
func sameWords(a, b string) bool { return proseOf(a) == proseOf(b) }

func proseOf(file string) string {
	d, _ := doc.Parse(source.NewFile("x.md", file), nil, doc.Options{})
	return strings.Join(strings.Fields(d.Prose.Text), " ")
}

// version tells whether an article is another version of a page that the site has.
func (a *Article) version() bool { return a != nil && a.Front == "" && len(a.SameStory) > 0 }

// versions finds the pages whose address the site has already, with other words. The first
// is kept as it stands; the other comes beside it, as a telling of the same story, so that
// what was changed can be seen.
func (s *standing) versions(articles []*Article) {
	for _, a := range articles {
		first := strings.TrimSuffix(path.Base(s.addresses[a.URL.Text]), ".md")
		if a.URL.Text == "" || a.Front != "" || s.articles[first] == "" || sameWords(s.articles[first], a.String()) {
			continue
		}
		a.SameStory = []doc.Relation{{Article: meta.Ref{ID: first}, As: meta.Word{Text: compare.Copy}}}
		a.like = "another version of " + first
	}
}

// alike tells of new articles that are nearly the words of another one, of this import or
// of the site.
func (p *Plan) alike(there *standing) {
	pack, err := language.For(p.Language)
	if err != nil {
		return // the site's own check tells
	}
	var sketches []*compare.Sketch
	var articles []*Article // nil for those that stand
	var called []string
	add := func(name, file string, a *Article) {
		d := &doc.Document{Prose: doc.Prose{Text: proseOf(file)}}
		tokens, _ := pack.Vocabulary.Tokens(d.Prose.Text, nil)
		sketches, articles, called = append(sketches, compare.NewSketch(d, nil, tokens)), append(articles, a), append(called, name)
	}
	for _, f := range p.Files {
		if f.Article != nil && (f.Action == Wrote || f.Action == Replaced) {
			add(strings.TrimSuffix(path.Base(f.Path), ".md"), f.Data, f.Article)
		}
	}
	if len(articles) == 0 {
		return
	}
	for _, name := range slices.Sorted(maps.Keys(there.articles)) {
		if !slices.Contains(called, name) {
			add(name, there.articles[name], nil)
		}
	}
	for _, pair := range new(compare.Finder).Find(p.Language, sketches) {
		a := articles[pair.A] // the new ones are first
		if a == nil || a.version() || articles[pair.B].version() {
			continue
		}
		a.like = fmt.Sprintf("a %s of %s", pair.Relation, called[pair.B])
		p.Problems = append(p.Problems, whole(a.From, "near-copy", fmt.Sprintf("it reads like a %s of %s: %s", pair.Relation, called[pair.B], pair.Why),
			"both are imported; keep one, or say in same_story of one of them how they stand to each other").As(source.Warning))
	}
}

// Table is what was read, a row an article, to be corrected and given back with
// --articles-table.
func (p *Plan) Table() string {
	var rows []vocabulary.Imported
	for _, f := range p.Files {
		if a := f.Article; a != nil {
			rows = append(rows, vocabulary.Imported{Name: strings.TrimSuffix(path.Base(f.Path), ".md"), Meta: &a.Meta, File: a.From,
				Words: a.Words, LeftOut: len(a.Left), Like: a.like})
		}
	}
	return vocabulary.ImportedCSV(rows)
}
