package doc

import (
	"cmp"
	"path"
	"regexp"
	"slices"
	"strings"

	"glossator/internal/meta"
	"glossator/internal/source"
)

// translationOf is the field by which a text says whose translation it is.
var translationOf = regexp.MustCompile(`(?m)^translation_of:[ \t]*["']?([^\s"'#]+)`)

// Translates is the name of the text of which a text says that it is a translation, or "".
// It is asked before the text is read, for what it does not say is the original's. metaFile
// is the .yaml beside it, or nil.
func Translates(f, metaFile *source.File) string {
	head := ""
	switch front, _ := meta.FrontMatter(f); {
	case metaFile != nil:
		head = metaFile.Data
	case path.Ext(f.Path) == ".md":
		head = f.Data[front.Start:front.End]
	}
	if !strings.Contains(head, "translation_of") {
		return ""
	}
	if m := translationOf.FindStringSubmatch(head); m != nil {
		return m[1]
	}
	return ""
}

// inherit takes from the original what a translation does not say; its name, which is its
// address, is the original's. Titles, summaries and places are words of a language.
func (d *Document) inherit(from Source) {
	var o Meta
	if from.Meta != nil {
		_ = meta.Decode(from.Meta, source.Span{End: len(from.Meta.Data)}, &o) // what is wrong is told of the original
	} else {
		_, _, _ = meta.Head(from.File, &o)
	}
	m := &d.Meta
	d.Name = m.TranslationOf.ID
	m.OriginalTitle, m.Publisher = cmp.Or(m.OriginalTitle, o.OriginalTitle), cmp.Or(m.Publisher, o.Publisher)
	m.Kind, m.Rights = cmp.Or(m.Kind, at(o.Kind)), cmp.Or(m.Rights, at(o.Rights))
	m.Published, m.Event, m.Updated = cmp.Or(m.Published, o.Published), cmp.Or(m.Event, o.Event), cmp.Or(m.Updated, o.Updated)
	m.Place, m.URL = cmp.Or(m.Place, o.Place), cmp.Or(m.URL, at(o.URL))
	m.Draft = m.Draft || o.Draft
	for _, r := range o.SameStory {
		if slices.Contains(Relations, r.As.Text) {
			m.SameStory = append(m.SameStory, Relation{meta.Ref{ID: r.Article.ID}, at(r.As)})
		}
	}
	if m.Authors == nil {
		m.Authors = o.Authors
	}
}

// at is a word of the original, which stands nowhere in the translation.
func at(w meta.Word) meta.Word { return meta.Word{Text: w.Text} }
