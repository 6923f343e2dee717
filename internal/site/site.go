// Package site joins all articles and the catalogue to one model: addresses, every
// mention in its context, what was in force on a day, who said what.
//
// In: annotated documents, the catalogue, and the content files timeline.yaml,
// figures.yaml and *.evidence.csv. Out: a Site, and the problems that only the whole
// shows: an entry never mentioned, a reference to an article that is not there.
// Invariant: pure, and in the same order for the same input; indexes (Article,
// Profile) lead into the Site's own lists.
//
// # Formats owned here
//
// content/timeline.yaml is a list of
//
//   - date: 2020-03-20        # a day, month or year
//     title: The order is issued
//     text: One or two sentences
//     entries: [title-42]
//     article: lasso-visit    # the article that reports it
//     event: true             # what the article is about
//     written: true           # a drawing writes it out, and not only marks it
//     citation: {publisher: …, identifier: …, date: …, url: …}
//
// content/figures.yaml is a list of numbers beside the official ones: see Figure.
//
// content/corrections.yaml is a list of what was wrong and was put right:
//
//   - date: 2026-07-04
//     article: lasso-visit    # or entry: or page:
//     said: in March          # what the page said
//     says: in May            # what it says now
//     note: why, or who found it
//
// corrections.TAG.yaml has their words in another language of the site.
//
// content/exhibits/NAME.yaml is a table, a glossary or a path that pages show: see Exhibit.
//
// content/compare/A--B.csv tells what differs between two private originals: see
// Change.
//
// content/articles/NAME.evidence.csv has the columns
// paragraph,kind,entry,facet,level,phrase,value: see Evidence.
package site

import (
	"slices"

	"glossator/internal/annotation"
	"glossator/internal/catalogue"
	"glossator/internal/compare"
	"glossator/internal/doc"
	"glossator/internal/meta"
	"glossator/internal/source"
)

// Annotated is a document with what was found in it.
type Annotated struct {
	Doc *doc.Document   `hash:"ignore"`
	Ann *annotation.Set `hash:"ignore"`
	Key uint64          // stands for both: see KeyOf
}

// KeyOf is the key of a document in which something was found.
func KeyOf(d *doc.Document, found source.Digest) uint64 {
	return source.Key(struct {
		Doc   *doc.Document
		Found source.Digest
	}{d, found})
}

// Input is everything a Site is made of.
type Input struct {
	Config    *catalogue.Site
	Catalogue *catalogue.Catalogue
	Articles  []Annotated
	Entries   []Annotated // one for each of Catalogue.Entries, in its order
	Pages     []Annotated
	Tree      *source.Tree
	Pairs     func() []compare.Pair // over Articles; asked for late, so that they may be found meanwhile
	Drafts    bool                  // drafts are part of the site

	ArticleDirs []string // of the tree, in which articles and their evidence lie
	Memory      *Memory  // of the last build; nil for none

	Away []string    // of each of Articles: what leads to the edition whose page it is, "" for this one; nil where none is away
	Told [][]Telling // of each of Articles: the same text in the site's other languages; nil where there are none
}

// Telling is an article in another language of the site.
type Telling struct {
	Annotated
	Away string // what leads from this edition's root to the one whose page it is: "es/", "../"
}

// Site is the whole model. Its key stands for all of it: left out is what was made of
// the rest.
type Site struct {
	Tag         string `hash:"ignore"` // of an edition in another language than the site's: es; its Config says so too
	Main        *Site  `hash:"ignore"` // of such an edition: the site in its own language; else nil
	Config      *catalogue.Site
	Catalogue   *catalogue.Catalogue `hash:"ignore"` // its entries are the Profiles'
	Articles    []*Article           // by day, then name; undated last
	Profiles    []*Profile           // one for each entry, in the catalogue's order
	Pages       []*Page              // by order, then name
	Timeline    []Event              `hash:"ignore"` // by day
	Figures     []Figure             `hash:"ignore"`
	Moved       []Moved              `hash:"ignore"` // former addresses
	Corrections []Correction         `hash:"ignore"` // the latest first
	Pairs       []Pair
	Data        []*source.File // timeline.yaml, figures.yaml, corrections.yaml, decisions.yaml and the exhibits, where they are

	byArticle map[string]int       `hash:"ignore"`
	byEntry   map[catalogue.ID]int `hash:"ignore"`
	shown     map[string]*Exhibit  `hash:"ignore"` // every exhibit, by name
	corrected map[string]bool      `hash:"ignore"` // the ID of every row of corrections.yaml, shown or not
	memory    *Memory              `hash:"ignore"`
	with      []company            `hash:"ignore"` // of each profile, shared with Sites of the same entries
}

// Article is one article in its place.
type Article struct {
	Annotated
	Index    int          `hash:"ignore"`
	Path     string       // address in the published site: articles/NAME.html
	Story    int          // index of the first article that tells the same story: itself, mostly
	Seen     []Seen       `hash:"ignore"` // the entries mentioned, in order of first mention
	Evidence []Evidence   `hash:"ignore"`
	From     *source.File // the evidence file, or nil
	Pairs    []int        `hash:"ignore"` // indexes into Site.Pairs
	Away     string       // what leads to the edition whose page it is, where that is not this one: "es/", "../"
	Told     []*Article   // the same text in the site's other languages, in the order of these; each has its Index
	gathered *gathered    `hash:"ignore"`
}

// Seen is one entry as an article mentions it.
type Seen struct {
	Profile  int
	Mentions []int // indexes into Ann.Mentions
}

// Profile is one entry with everything the articles say of it.
type Profile struct {
	Annotated
	Entry    *catalogue.Entry `hash:"ignore"` // Doc is its file's
	Index    int              `hash:"ignore"`
	Path     string           // DIR/ID.html
	Note     source.Span      `hash:"ignore"` // of Doc.Prose.Text: the first sentence, for margins
	Mentions int              `hash:"ignore"` // in the articles' prose
	Evidence []Standoff       `hash:"ignore"` // phrases from private originals
	Articles []int            `hash:"ignore"` // the articles that mention it, prose or evidence
	Stories  int              `hash:"ignore"` // how many different stories those tell
	Said     []Said           `hash:"ignore"` // what it said
	Original *source.File     // of an edition in another language: the entry's own file; else nil
	line     uint64           `hash:"ignore"` // see Line
}

// Standoff is one row of evidence of an article's private original.
type Standoff struct{ Article, Row int }

// Together is an entry met in the same sentences.
type Together struct{ Profile, Sentences int }

// Said is a quotation: of the article's prose, or (Row ≥ 0) of its evidence.
type Said struct{ Article, Quote, Row int }

// Pair is two articles that tell the same story.
type Pair struct {
	A, B     int    `hash:"ignore"` // indexes into Site.Articles, A before B in time, then in name
	Path     string // compare/A--B.html
	Relation string
	Sure     float64
	Why      string
	Stated   bool         // by an author
	Away     string       // what leads to the edition that compares them, where that is not this one
	Changes  []Change     `hash:"ignore"` // between the private originals, where a stand-off file tells
	From     *source.File // that file, or nil
}

// Page is one of content/pages.
type Page struct {
	Annotated
	Name     string
	Path     string
	Meta     PageMeta   `hash:"ignore"` // of Doc's file
	Exhibits []*Exhibit `hash:"ignore"` // that it shows, in order
	Away     string     // what leads to the edition whose page it is, where that is not this one
}

// PageMeta is the front matter of a page.
type PageMeta struct {
	Title       string     `meta:"title,required"`
	Menu        string     `meta:"menu"`
	Order       int        `meta:"order"`
	Stake       string     `meta:"stake"` // of the home page: one sentence of what is at stake
	Start       meta.Ref   `meta:"start"` // of the home page: the article to begin with
	Description string     `meta:"description"`
	Updated     meta.Day   `meta:"updated,full"`
	Exhibits    []meta.Ref `meta:"exhibits"` // what it shows besides its words
	Key         bool       `meta:"key"`      // answers: an edition has it where it is for teachers
	Draft       bool       `meta:"draft,withholds"`

	Language      meta.Word `meta:"language"`       // where it is not the site's
	TranslationOf meta.Ref  `meta:"translation_of"` // the page that it translates, by its name
}

// Article is the article of that name, or nil.
func (s *Site) Article(name string) *Article {
	if i, ok := s.byArticle[name]; ok {
		return s.Articles[i]
	}
	return nil
}

// Profile is the profile of the entry, or nil.
func (s *Site) Profile(id catalogue.ID) *Profile {
	if i, ok := s.byEntry[id]; ok {
		return s.Profiles[i]
	}
	return nil
}

// New makes the model.
func New(in Input) (*Site, []source.Problem) {
	s := &Site{Config: in.Config, Catalogue: in.Catalogue, byArticle: map[string]int{}, byEntry: map[catalogue.ID]int{}}
	if in.Memory == nil {
		in.Memory = new(Memory)
	}
	var problems []source.Problem
	order := s.articles(in, &problems)
	s.profiles(in)
	problems = append(problems, s.pages(in)...)
	problems = append(problems, s.evidence(in.Tree, in.ArticleDirs)...)
	problems = append(problems, s.timeline(in.Tree)...)
	problems = append(problems, s.figures(in)...)
	problems = append(problems, s.exhibits(in.Tree)...)
	problems = append(problems, s.corrections(in)...)
	problems = append(problems, s.marks()...)
	problems = append(problems, s.moved()...)
	s.gather(in.Memory)
	var found []compare.Pair
	if in.Pairs != nil {
		found = in.Pairs()
	}
	s.pairs(found, order, &problems)
	s.stories()
	problems = append(problems, s.changes(in.Tree, in.ArticleDirs)...)
	return s, append(problems, s.unused()...)
}

// articles puts the articles in order; the result leads from Input.Articles to
// Site.Articles, -1 for one that is left out.
func (s *Site) articles(in Input, problems *[]source.Problem) []int {
	in.Memory.renew(in.Catalogue)
	all, room := make([]placed, 0, len(in.Articles)), make([]Article, len(in.Articles))
	for i, x := range in.Articles {
		g := in.Memory.articles[x.Ann] // it was here before: its name is good
		if g == nil && !safeArticle(x.Doc.Name) {
			*problems = append(*problems, x.Doc.File.Problem(0, "bad-name", "\""+x.Doc.Name+"\" cannot be an article's address",
				"name the file with letters, digits and hyphens, in at most 120 bytes; index is taken"))
			continue
		}
		if x.Doc.Meta.Draft && !in.Drafts {
			continue
		}
		a := &room[i]
		a.Annotated, a.gathered = x, g
		if in.Away != nil {
			a.Away = in.Away[i]
		}
		if g != nil {
			a.Path = g.path
		} else {
			a.Path = a.Away + "articles/" + x.Doc.Name + ".html"
		}
		if in.Told != nil {
			a.tell(in.Told[i])
		}
		all = append(all, placed{a, i})
	}
	last := &in.Memory.order
	all = last.sort(all, len(all) == len(in.Articles))
	known := last.byName != nil && !last.renamed
	s.Articles, s.byArticle = make([]*Article, 0, len(all)), last.byName
	if !known {
		s.byArticle = make(map[string]int, len(all))
	}
	order := slices.Repeat([]int{-1}, len(in.Articles))
	for _, p := range all {
		if !known {
			if other, taken := s.byArticle[p.a.Doc.Name]; taken {
				*problems = append(*problems, p.a.Doc.File.Problem(0, "same-address",
					"the address "+p.a.Path+" is taken by "+s.Articles[other].Doc.File.Path, "rename one of the files"))
				continue
			}
			s.byArticle[p.a.Doc.Name] = len(s.Articles)
		}
		p.a.Index = len(s.Articles)
		for _, t := range p.a.Told {
			t.Index = p.a.Index
		}
		order[p.at] = p.a.Index
		s.Articles = append(s.Articles, p.a)
	}
	if last.byName, last.renamed = nil, false; len(s.Articles) == len(in.Articles) {
		last.byName = s.byArticle
	}
	return order
}

// note is the first sentence of an entry's body.
func (p *Profile) note() source.Span {
	if p.Ann != nil && len(p.Ann.Sentences) > 0 {
		return p.Ann.Sentences[0]
	}
	if b := p.Doc.Prose.Blocks; len(b) > 0 {
		return b[0].Span
	}
	return source.Span{}
}
