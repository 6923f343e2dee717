package doc

import (
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"glossator/internal/language"
	"glossator/internal/mark"
	"glossator/internal/meta"
	"glossator/internal/source"
)

// Options tell how to read.
type Options struct {
	Markdown *mark.Markdown // shared by all documents of a build; nil makes one for this text
	Readings *source.File   // NAME.readings.yaml beside the text, or nil
	Whole    bool           // paragraphs of a plain text stand between blank lines, however its lines look
	Private  bool           // a text that does not say its rights is private (--articles)
	Original Source         // of a translation: the text that it translates
}

// Source is the file of a text, and the .yaml beside it; nil where there is none.
type Source struct{ File, Meta *source.File }

// Extensions are the file names that are articles.
var Extensions = []string{".md", ".txt", ".html"}

// Parse reads one article. metaFile is the .yaml beside a .txt or .html, or nil.
func Parse(f, metaFile *source.File, o Options) (*Document, []source.Problem) {
	ext := path.Ext(f.Path)
	d := &Document{File: f, MetaFile: f, Name: strings.TrimSuffix(path.Base(f.Path), ext)}
	rows, told := d.rows(o.Readings)
	d.sort(rows)
	var problems []source.Problem
	switch ext {
	case ".md":
		front, body, ps := meta.Head(f, &d.Meta)
		problems = ps
		var b builder
		b.room(d.Meta.Title, f.Data[body.Start:body.End])
		if at := strings.Index(f.Data[front.Start:front.End], d.Meta.Title); d.Meta.Title != "" {
			b.same(d.Meta.Title, nowhere(at, front.Start))
			b.block(Title, 1)
		}
		problems = append(problems, d.markdown(&b, body, o.Markdown)...)
		if bs := d.Prose.Blocks; d.Meta.Title == "" && len(bs) > 0 {
			d.Meta.Title = headline(d.Prose.Text[bs[0].Span.Start:bs[0].Span.End])
		}
	default:
		if metaFile != nil {
			d.MetaFile = metaFile
			problems = meta.Decode(metaFile, source.Span{End: len(metaFile.Data)}, &d.Meta)
		}
		problems = append(problems, meta.NoHead(f, &d.Meta)...)
		if ext == ".html" {
			problems = append(problems, d.page()...)
		} else {
			d.plain(o.Whole)
		}
	}
	problems = append(append(problems, told...), d.decide(rows)...)
	if o.Original.File != nil && d.Meta.TranslationOf.ID != "" {
		d.inherit(o.Original)
	}
	if d.Private = o.Private && d.Meta.Rights.Text == ""; d.Private {
		d.Meta.Rights.Text = "private"
	}
	if !slices.ContainsFunc(d.Prose.Blocks, func(b Block) bool { return b.N > 0 }) {
		problems = append(problems, f.Problem(0, "empty-article", "the article has no text", "write it, or remove the file").As(source.Warning))
	}
	return d, append(problems, d.check()...)
}

// Body reads the Markdown body of another kind of file: an entry, a page. References
// [^label] to what is cited, an entry's citations, are not to notes.
func Body(f *source.File, name string, body source.Span, md *mark.Markdown, cited ...string) (*Document, []source.Problem) {
	d := &Document{File: f, MetaFile: f, Name: name, sheet: true, cited: cited}
	var b builder
	b.room("", f.Data[body.Start:body.End])
	return d, d.markdown(&b, body, md)
}

// In says in which language a text is written, where that is not the site's, and of which
// other it is a translation.
func (d *Document) In(tag meta.Word, of meta.Ref) (problems []source.Problem) {
	d.Meta.Language, d.Meta.TranslationOf = tag, of
	if tag.Text == "" {
		return nil
	}
	var bad *language.BadTag
	if _, err := language.For(tag.Text); errors.As(err, &bad) {
		d.Meta.Language = meta.Word{}
		problems = append(problems, d.MetaFile.Problem(tag.Offset, "bad-language", bad.Error(), bad.Hint))
	}
	return problems
}

func nowhere(at, base int) int {
	if at < 0 {
		return -1
	}
	return at + base
}

func (d *Document) check() (problems []source.Problem) {
	wrong := func(w meta.Word, field string, allowed []string) bool {
		if w.Text == "" || slices.Contains(allowed, w.Text) {
			return false
		}
		problems = append(problems, d.MetaFile.Problem(w.Offset, "bad-value", fmt.Sprintf("%q of %q is none of the words it may be", w.Text, field), meta.DidYouMean(w.Text, allowed)))
		return true
	}
	if wrong(d.Meta.Kind, "kind", Kinds) {
		d.Meta.Kind = meta.Word{}
	}
	if wrong(d.Meta.Rights, "rights", Rights) {
		d.Meta.Rights.Text = "private" // until it is known that it may be published
	}
	problems = append(problems, d.In(d.Meta.Language, d.Meta.TranslationOf)...)
	for _, w := range d.Meta.Formerly {
		if !source.SafeName(w.Text) {
			problems = append(problems, d.MetaFile.Problem(w.Offset, "bad-name", fmt.Sprintf("formerly %q cannot be an address", w.Text), source.SafeNameHint))
		}
	}
	d.Meta.SameStory = slices.DeleteFunc(d.Meta.SameStory, func(r Relation) bool { return wrong(r.As, "as", Relations) })
	if d.Meta.URL.Text == "" {
		return problems
	}
	if msg := meta.BadAddress(d.Meta.URL.Text); msg != "" {
		problems = append(problems, d.MetaFile.Problem(d.Meta.URL.Offset, "bad-address", "the address "+msg+", and is left out",
			meta.AddressHint).As(source.Warning))
		d.Meta.URL.Text = ""
	}
	return problems
}

// Day is the day from which the text speaks: that of its publication, else of its
// event, else none.
func (d *Document) Day() meta.Day {
	if d.Meta.Published != "" {
		return d.Meta.Published
	}
	return d.Meta.Event
}

// headline makes a title of a text that has none: its first sentence without the
// dateline, cut at a word where it is long.
func headline(text string) string {
	const longest = 90
	text = text[dateline(text):]
	for i := 0; i+1 < len(text); i++ {
		if (text[i] == '.' || text[i] == '?' || text[i] == '!') && text[i+1] == ' ' && i > 40 {
			text = text[:i]
		}
	}
	text = strings.TrimRight(text, ".")
	if len(text) <= longest {
		return text
	}
	cut := strings.LastIndexByte(text[:longest], ' ')
	if cut < longest/2 {
		cut = len(strings.ToValidUTF8(text[:longest], ""))
	}
	return strings.TrimRight(text[:cut], " ,;:—-") + " …"
}

// dateline is the length of a dateline at the head of a text, with its dash: a place in
// capitals, "WASHINGTON — " or "SAN JUAN (Wire) - ". 0 where there is none.
func dateline(text string) int {
	const longest = 50
	place, _, _ := strings.Cut(text, " ")
	if len(place) < 3 || strings.ToUpper(place) != place || strings.ToLower(place) == place {
		return 0
	}
	for _, dash := range []string{" — ", " – ", " - ", " -- "} {
		if i := strings.Index(text[:min(len(text), longest)], dash); i > 0 {
			return i + len(dash)
		}
	}
	return 0
}
