package site

import (
	"fmt"
	"path"
	"strings"

	"glossator/internal/source"
)

// Missing is something of the site that an edition in another language has not in it.
type Missing struct {
	File *source.File // what is not translated
	What string       // "“Title” has no text in es"
	Hint string       // what to write where
}

// Missing lists what is not translated: texts, and of lists how many of their items.
func (s *Site) Missing() (all []Missing) {
	add := func(f *source.File, what, hint string) { all = append(all, Missing{f, what, hint}) }
	text := func(f *source.File, name, title string) {
		add(f, fmt.Sprintf("“%s” has no text in %s", title, s.Tag),
			fmt.Sprintf("write %s.%s.md beside it, with language: %s and translation_of: %s", name, s.Tag, s.Tag, name))
	}
	for _, a := range s.Articles {
		if a.Away != "" {
			text(a.Doc.File, a.Doc.Name, a.Doc.Meta.Title)
		}
	}
	for _, p := range s.Pages {
		if p.Away != "" {
			text(p.Doc.File, p.Name, p.Meta.Title)
		}
	}
	for _, p := range s.Profiles {
		if p.Entry.Text() == nil {
			add(p.Original, fmt.Sprintf("“%s” has no text in %s", p.Entry.Name, s.Tag),
				fmt.Sprintf("write %s.%s.md beside it, or at least note: {%s: …} here", p.Entry.ID, s.Tag, s.Tag))
		}
	}
	items := func(dir, name string, missing, of int) {
		p := path.Join(dir, name)
		if f := s.dataFile(p); f != nil && missing > 0 {
			add(f, fmt.Sprintf("%s has %d of %d without words in %s", path.Base(name), missing, of, s.Tag), "write them into "+path.Base(s.inTag(p)))
		}
	}
	items("content", "timeline.yaml", count(s.Timeline, func(e Event) bool { return e.Tongue != "" }), len(s.Timeline))
	items("content", "figures.yaml", count(s.Figures, func(g Figure) bool { return g.Tongue != "" }), len(s.Figures))
	items("content", "corrections.yaml", count(s.Corrections, func(c Correction) bool { return c.Tongue != "" }), len(s.Main.Corrections))
	for _, p := range s.Pages {
		for _, x := range p.Exhibits {
			if x.Tongue != "" {
				add(x.File, fmt.Sprintf("%s.yaml has no words in %s", x.Name, s.Tag), fmt.Sprintf("write %s.%s.yaml beside it", x.Name, s.Tag))
			}
		}
	}
	return all
}

// dataFile is one of the site's own data files, by its path in content, or nil.
func (s *Site) dataFile(p string) *source.File {
	for _, f := range s.Main.Data {
		if strings.HasSuffix(f.Path, p) {
			return f
		}
	}
	return nil
}

func count[T any](all []T, is func(T) bool) (n int) {
	for _, x := range all {
		if is(x) {
			n++
		}
	}
	return n
}

// Translated is how much of the site an edition has in its language.
type Translated struct {
	Language           string
	Articles, Pages    int
	Entries            int
	OfArticles         int
	OfPages, OfEntries int
}

// Translated counts it.
func (s *Site) Translated() Translated {
	return Translated{
		Language: s.Tag,
		Articles: len(s.Here()), OfArticles: len(s.Articles),
		Pages: count(s.Pages, func(p *Page) bool { return p.Away == "" }), OfPages: len(s.Pages),
		Entries: count(s.Profiles, func(p *Profile) bool { return p.Entry.Text() != nil }), OfEntries: len(s.Profiles),
	}
}
