package site

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"glossator/internal/catalogue"
	"glossator/internal/doc"
	"glossator/internal/source"
)

// Folder is where the pages of the edition in a language lie: "es/".
func Folder(tag string) string { return strings.ToLower(tag) + "/" }

// Edition makes the model of the site in another language. main is the site in its own, in
// has the articles as readers of the language find them (in it where they are translated),
// and Config and Catalogue in it. What is not of words is main's: which articles tell one
// story, evidence, days, numbers. The problems are those of the files that translate.
func Edition(main *Site, tag string, in Input) (*Site, []source.Problem) {
	s := &Site{Tag: tag, Main: main, Config: in.Config, Catalogue: in.Catalogue, byArticle: map[string]int{}, byEntry: map[catalogue.ID]int{}}
	if in.Memory == nil {
		in.Memory = new(Memory)
	}
	var problems []source.Problem
	s.articles(in, &problems)
	s.profiles(in)
	problems = append(problems, s.pages(in)...)
	s.awayPages()
	for _, a := range s.Articles {
		if m := main.Article(a.Doc.Name); m != nil {
			a.Evidence, a.From = m.Evidence, m.From
		}
	}
	problems = append(problems, s.timelineIn(in.Tree)...)
	problems = append(problems, s.figuresIn(in.Tree)...)
	problems = append(problems, s.exhibitsIn(in.Tree)...)
	problems = append(problems, s.correctionsIn(in)...)
	problems = append(problems, s.marks()...)
	problems = append(problems, s.moved()...)
	s.gather(in.Memory)
	s.pairsIn()
	s.stories()
	return s, s.own(problems)
}

// Here are the articles whose pages are in this edition.
func (s *Site) Here() []*Article {
	if !slices.ContainsFunc(s.Articles, func(a *Article) bool { return a.Away != "" }) {
		return s.Articles
	}
	return slices.DeleteFunc(slices.Clone(s.Articles), func(a *Article) bool { return a.Away != "" })
}

// TongueOf is the language of a text: its own, else that of the site, of whose editions
// this may be one in another.
func (s *Site) TongueOf(d *doc.Document) string {
	own := s.Config.Language
	if s.Main != nil {
		own = s.Main.Config.Language
	}
	return cmp.Or(d.Meta.Language.Text, own)
}

// profiles makes a profile of each entry.
func (s *Site) profiles(in Input) {
	for i, e := range in.Catalogue.Entries {
		p := &Profile{Annotated: in.Entries[i], Entry: e, Index: i, Path: in.Catalogue.FacetOf(e).Dir + "/" + e.ID + ".html"}
		if e.Original != nil {
			p.Original = e.Original.File
		}
		p.Note, p.line = p.note(), source.Key([]string{p.Path, e.Name})
		s.Profiles = append(s.Profiles, p)
		s.byEntry[e.ID] = i
	}
}

// tell joins the same text in other languages to an article.
func (a *Article) tell(told []Telling) {
	for _, t := range told {
		a.Told = append(a.Told, &Article{Annotated: t.Annotated, Away: t.Away, Path: t.Away + "articles/" + t.Doc.Name + ".html"})
	}
}

// own are the problems of files that are of this edition alone: the others are main's too.
func (s *Site) own(problems []source.Problem) []source.Problem {
	files := map[string]bool{}
	for _, f := range s.Translating() {
		files[f.Path] = true
	}
	return slices.DeleteFunc(problems, func(p source.Problem) bool { return !files[p.Pos.Path] })
}

// Translating are the files of which an edition is made besides those of the site in its
// own language.
func (s *Site) Translating() (files []*source.File) {
	for _, a := range s.Articles {
		if a.Away == "" {
			files = append(files, a.Doc.File, a.Doc.MetaFile)
		}
	}
	for _, p := range s.Profiles {
		if p.Entry.File != p.Original {
			files = append(files, p.Entry.File)
		}
	}
	for _, p := range s.Pages {
		if p.Away == "" {
			files = append(files, p.Doc.File)
		}
	}
	return append(files, s.Data[min(len(s.Main.Data), len(s.Data)):]...)
}

// inherit takes from the original what the front matter of a translated page does not say.
func (s *Site) inherit(p *Page) {
	if s.Main == nil || p.Meta.TranslationOf.ID == "" {
		return
	}
	o := s.Main.Page(p.Meta.TranslationOf.ID)
	if o == nil {
		return
	}
	m := &p.Meta
	m.Order, m.Updated, m.Start = cmp.Or(m.Order, o.Meta.Order), cmp.Or(m.Updated, o.Meta.Updated), cmp.Or(m.Start, o.Meta.Start)
	m.Draft = m.Draft || o.Meta.Draft
	if m.Exhibits == nil {
		m.Exhibits = o.Meta.Exhibits
	}
}

// awayPages adds the pages that are not translated: they are reached in the site's own
// language.
func (s *Site) awayPages() {
	for _, o := range s.Main.Pages {
		if s.Page(o.Name) == nil {
			p := *o
			p.Away, p.Exhibits = "../", nil
			p.Path = p.Away + p.Path
			s.Pages = append(s.Pages, &p)
		}
	}
	slices.SortStableFunc(s.Pages, byOrder)
}

// byOrder puts pages in the order in which a menu has them.
func byOrder(a, b *Page) int {
	return cmp.Or(cmp.Compare(a.Meta.Order, b.Meta.Order), cmp.Compare(a.Name, b.Name))
}

// pairsIn has the pairs of the site in its own language. They are compared there where one
// of the two is not translated.
func (s *Site) pairsIn() {
	for _, o := range s.Main.Pairs {
		first, second := s.Main.Articles[o.A].Doc.Name, s.Main.Articles[o.B].Doc.Name
		a, b := s.Article(first), s.Article(second)
		if a == nil || b == nil {
			continue
		}
		p := o
		if p.A, p.B = a.Index, b.Index; p.A > p.B {
			p.A, p.B, p.Changes = p.B, p.A, slices.Clone(p.Changes)
			turn(p.Changes)
			first, second = second, first
		}
		p.Path = "compare/" + first + "--" + second + ".html"
		if a.Away != "" || b.Away != "" {
			p.Away, p.Path = "../", "../"+o.Path
		}
		s.Pairs = append(s.Pairs, p)
	}
	s.inPairs()
}

// translates tells whether a file's name says that it translates another: "cases.es.yaml".
func (s *Site) translates(p string) bool {
	_, tag := catalogue.CutTag(p)
	_, ok := s.Config.Translations[tag]
	return ok || tag != "" && tag == s.Config.Language && len(s.Config.Translations) > 0
}

// inTag is a file's path with the edition's tag before its ending: "timeline.es.yaml".
func (s *Site) inTag(p string) string {
	ext := path.Ext(p)
	return strings.TrimSuffix(p, ext) + "." + s.Tag + ext
}
