package build

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"glossator/internal/catalogue"
	"glossator/internal/doc"
	"glossator/internal/site"
	"glossator/internal/source"
)

// unread tells of the files of content/ and static/ that nothing was made of and nobody
// has told of: a warning where the name is that of a text or a table, else a note.
func (b *Builder) unread(t *source.Tree, in site.Input, whole *catalogue.Catalogue, s *site.Site, translating []*source.File, told []source.Problem) (problems []source.Problem) {
	known := make(map[string]bool, t.Len()) // by path: read, or told of
	for _, p := range told {
		known[p.Pos.Path] = true
	}
	if in.Config.File == nil || known[in.Config.File.Path] {
		return nil // the folders of entries may not be known
	}
	for _, f := range append(used(in, whole, s), translating...) {
		if f != nil {
			known[f.Path] = true
		}
	}
	for _, dir := range append(b.articleDirs(), "content") {
		for _, p := range t.Under(dir) {
			if f := t.File(p); !known[f.Path] && !t.Linked(p) && !b.elsewhere(p) {
				known[f.Path] = true
				problems = append(problems, notRead(t, p))
			}
		}
	}
	for _, p := range t.Under("static") {
		if path.Ext(p) == ".go" {
			problems = append(problems, notRead(t, p))
		}
	}
	return problems
}

// used are the files of which something was made.
func used(in site.Input, whole *catalogue.Catalogue, s *site.Site) []*source.File {
	files := append(slices.Clone(s.Data), in.Config.File)
	for _, texts := range [][]site.Annotated{in.Articles, in.Pages} {
		for _, a := range texts {
			files = append(files, a.Doc.File, a.Doc.MetaFile, a.Doc.Decided)
		}
	}
	for _, e := range whole.Entries {
		files = append(files, e.File)
	}
	files = append(files, whole.Translating()...)
	for _, a := range s.Articles {
		files = append(files, a.From)
	}
	for _, p := range s.Pairs {
		files = append(files, p.From)
	}
	return files
}

// translating are the files of texts in the site's other languages, and of what belongs to
// these.
func (b *Builder) translating(editions []*site.Site) (files []*source.File) {
	if len(editions) == 0 {
		return nil
	}
	for _, r := range b.docs {
		files = append(files, r.file, r.meta, r.readings)
	}
	for _, s := range editions {
		files = append(files, s.Data...)
	}
	return files
}

// elsewhere tells whether a file is of the articles in content/ while others are read.
func (b *Builder) elsewhere(p string) bool {
	return len(b.cfg.Articles) > 0 && (strings.HasPrefix(p, "content/articles/") || strings.HasPrefix(p, "content/compare/"))
}

// notRead is the problem of a file that nothing is made of.
func notRead(t *source.Tree, p string) source.Problem {
	base, severity := path.Base(p), source.Note
	about := strings.HasPrefix(strings.ToUpper(base), "README") || strings.HasPrefix(strings.ToUpper(base), "LICENSE")
	if source.LooksLikeText(base) && !about {
		severity = source.Warning
	}
	return source.Problem{Pos: source.Pos{Path: t.File(p).Path}, Rule: "not-read", Severity: severity,
		Msg: fmt.Sprintf("%q is not read: nothing is made of such a file here", base), Hint: whatIsRead(p)}
}

// unpublished tells of the site's own files in static/assets that nothing names.
func (b *Builder) unpublished(unused []*source.File) (problems []source.Problem) {
	for _, f := range unused {
		if !slices.Contains(b.stock.static, f) {
			problems = append(problems, source.Problem{Pos: source.Pos{Path: f.Path}, Rule: "not-read", Severity: source.Note,
				Msg: fmt.Sprintf("%q is not published: no style sheet or script names it", path.Base(f.Path)), Hint: "what is to be served as it is lies in static/, outside of assets/"})
		}
	}
	return problems
}

// whatIsRead is the hint to a file that is not read.
func whatIsRead(p string) string {
	ext, dir := path.Ext(p), path.Dir(p)
	switch small := strings.ToLower(ext); {
	case strings.HasPrefix(p, "static/"):
		return "Go files are not published: keep it elsewhere"
	case small != ext && slices.Contains(doc.Extensions, small), small == ".markdown", small == ".htm":
		return "an ending is written in small letters, and as .md, .txt or .html: rename it"
	case strings.HasSuffix(p, doc.ReadingsExt):
		return "it stands beside no text of its name: NAME.readings.yaml belongs to NAME.md, NAME.txt or NAME.html"
	case ext == ".yaml" && dir != "content":
		return "it stands beside no .txt or .html of its name; a .md has its fields at its own head"
	case ext == ".md" && dir != "content":
		return "entries lie in content/DIR itself, where DIR is the dir of a facet in site.yaml"
	}
	return "content/ is site.yaml, timeline.yaml, figures.yaml, corrections.yaml, decisions.yaml, articles, pages, exhibits and the folders of the facets; what is to be served as it is lies in static/"
}
