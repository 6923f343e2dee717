package build

import (
	"bytes"
	"context"
	"fmt"

	"glossator/internal/book"
	"glossator/internal/card"
	"glossator/internal/output"
	"glossator/internal/page"
	"glossator/internal/render"
	"glossator/internal/site"
	"glossator/internal/source"
)

// Book is a book of the site, in each of its languages.
type Book struct {
	Dir     string // where it is written
	Teacher bool   // with the keys
}

// BookUntil makes a book of the site, or gives up when ctx is done. Nothing is published;
// the directory is as it was where a problem stops it.
func BookUntil(ctx context.Context, cfg Config, e Book) (*Result, error) {
	if err := cfg.Wrong(); err != nil {
		return nil, err
	}
	waiting, done := context.WithTimeout(ctx, patience)
	defer done()
	place, err := output.Claim(waiting, e.Dir, output.Options{Force: cfg.Force, Kept: append(cfg.sources(), cfg.Out)})
	if err != nil {
		return nil, err
	}
	defer place.Release()
	b := New(cfg)
	defer b.Close()
	r, err := b.Build()
	if err != nil || r.fell || !r.OK {
		return r, err
	}
	var files []book.File
	fell := source.Guard("the book", func() { files = b.book(r, e.Teacher) })
	if fell != nil {
		r.Report.count(append(r.Report.Problems, *fell))
		r.OK = false
	}
	if !r.OK {
		return r, nil
	}
	r.Report.done(r.clock, "book")
	dir, err := place.Open()
	if err != nil {
		return r, err
	}
	for _, f := range files {
		key := source.Key(source.DigestOf(f.Data))
		if dir.Keep(f.Path, key) {
			continue
		}
		if err := dir.Put(f.Path, key, []byte(f.Data)); err != nil {
			dir.Abort()
			return r, err
		}
	}
	if err := dir.Commit(); err != nil {
		return r, err
	}
	r.Report.done(r.clock, "write")
	r.Report.Written, r.Report.Kept, r.Report.Removed = dir.Written, dir.Kept, dir.Removed
	return r, nil
}

// book makes the files of a book in each of the site's languages; none where a problem stops
// it, which is then in the report.
func (b *Builder) book(r *Result, teacher bool) (all []book.File) {
	stop := func(problems ...source.Problem) []book.File {
		r.Report.count(append(r.Report.Problems, problems...))
		r.OK = false
		return nil
	}
	if p := r.private(); p != nil {
		return stop(source.Problem{Pos: source.Pos{Path: b.mount("content", "content").Shown}, Rule: "private",
			Msg: fmt.Sprintf("%s, not for publishing: a book is given to others", plural(p.Texts, "text")), Hint: "take them out, or say whose they are with rights: own"})
	}
	languages := page.NewEditions(withSlash(r.base), r.Site, r.Editions)
	for _, s := range append([]*site.Site{r.Site}, r.Editions...) {
		files, problems := b.bookOf(r, s, languages, teacher)
		if source.Stops(problems, false) {
			return stop(problems...)
		}
		all = append(all, files...)
	}
	return all
}

// bookOf makes the files of a book in one language.
func (b *Builder) bookOf(r *Result, s *site.Site, languages *page.Editions, teacher bool) ([]book.File, []source.Problem) {
	set, problems := render.New(render.Config{Files: book.Templates(overlaid(r.tree, b.stock.templates, "templates")), Labels: s.Config.Labels})
	if source.Stops(problems, false) {
		return nil, problems
	}
	base := withSlash(r.base)
	if s.Tag != "" && base != "" {
		base += site.Folder(s.Tag)
	}
	in := book.Input{Site: s, Set: set, Base: base, Teacher: teacher, Pages: page.Plan(s, page.Options{BaseURL: base, Part: set.Part, Editions: languages})}
	if words, ok := cardOf(s, cardOfSite); ok && words.Drawn() {
		var cover bytes.Buffer
		if err := card.Write(&cover, words, card.Style{}); err != nil {
			panic("build: a buffer does not take a card: " + err.Error())
		}
		in.Cover = cover.Bytes()
	}
	files, problem := book.Make(in)
	if problem != nil {
		return nil, []source.Problem{*problem}
	}
	return files, nil
}
