package hand

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"glossator/internal/desk"
	"glossator/internal/site"
	"glossator/internal/source"
	"glossator/internal/suggest"
)

// Entry is one entry as lists show it.
type Entry struct {
	ID      string   `json:"id"`
	Name    string   `json:"name"`
	Kind    string   `json:"kind"`
	Facet   string   `json:"facet"`
	Note    string   `json:"note"` // what tells it from others of its name
	Aliases []string `json:"aliases"`
	Path    string   `json:"path"`
}

// Entries are all entries of the site, by name.
func (s *Site) Entries() []Entry {
	all := []Entry{}
	for _, p := range s.Site.Profiles {
		e := p.Entry
		facet := s.Site.Catalogue.FacetOf(e)
		x := Entry{ID: e.ID, Name: e.Name, Kind: e.Kind, Facet: facet.ID, Note: cmp.Or(e.Kind, facet.Singular), Aliases: []string{}, Path: s.address(p.Path)}
		for _, a := range e.Aliases {
			x.Aliases = append(x.Aliases, a.Text)
		}
		all = append(all, x)
	}
	slices.SortFunc(all, func(a, b Entry) int { return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID)) })
	return all
}

// Facet is a question of the site; Look is the class of its marks.
type Facet struct {
	ID       string `json:"id"`
	Plural   string `json:"plural"`
	Question string `json:"question"`
	Look     string `json:"look"`
}

// Facets are the site's.
func (s *Site) Facets() []Facet {
	all := []Facet{}
	for i, f := range s.Site.Catalogue.Facets {
		all = append(all, Facet{f.ID, f.Plural, f.Question, fmt.Sprintf("f%d", i%6+1)})
	}
	return all
}

// Suggestion is a name that no entry explains.
type Suggestion struct {
	ID        string    `json:"id"`
	Name      string    `json:"name"`
	Also      []string  `json:"also"`
	Kind      string    `json:"kind"`
	Facet     string    `json:"facet"`
	Roles     []string  `json:"roles"`
	Count     int       `json:"count"`
	Articles  int       `json:"articles"`
	Sentences []Passage `json:"sentences"`
}

// sentences is how many are shown of a suggestion.
const sentences = 4

// Suggestions are those that have no file yet, the most mentioned first.
func (s *Site) Suggestions(found []suggest.Suggestion) []Suggestion {
	all := []Suggestion{}
	for _, x := range found {
		if s.begun(x) {
			continue
		}
		y := Suggestion{ID: x.ID, Name: x.Name, Also: slices.Concat([]string{}, x.Aliases, x.Damaged), Kind: string(x.Kind), Facet: x.Facet, Roles: []string{},
			Count: x.Mentions, Articles: x.Articles, Sentences: []Passage{}}
		for _, r := range x.Roles {
			y.Roles = append(y.Roles, r.Title)
		}
		if len(x.Seen) > 0 { // the one that tells the most first
			for _, seen := range slices.Concat(x.Seen[x.Best:x.Best+1], x.Seen[:x.Best], x.Seen[x.Best+1:]) {
				p := s.seen(seen)
				if len(y.Sentences) < sentences && !slices.ContainsFunc(y.Sentences, func(o Passage) bool { return o.Text == p.Text }) {
					y.Sentences = append(y.Sentences, p)
				}
			}
		}
		all = append(all, y)
	}
	return all
}

// begun tells whether a suggestion has a file: a draft, which explains nothing yet.
func (s *Site) begun(x suggest.Suggestion) bool {
	for _, f := range s.Site.Catalogue.Facets {
		if s.File("content/"+f.Dir+"/"+x.ID+".md") != nil {
			return true
		}
	}
	return false
}

func (s *Site) seen(x suggest.Sight) Passage {
	p := Passage{Text: x.Sentence}
	if at := strings.Index(x.Sentence, x.Words); at >= 0 {
		p.From, p.To = units(x.Sentence[:at]), units(x.Sentence[:at+len(x.Words)])
	}
	if a := s.Site.Article(x.Article); a != nil {
		p.Title, p.Path = headline(a), s.address(a.Path)
		p.Block = s.blockAt(a, x.Pos)
	}
	return p
}

func headline(a *site.Article) string { return cmp.Or(a.Doc.Meta.Title, a.Doc.Name) }

// blockAt is the id of the block of a page that holds a place of its file.
func (s *Site) blockAt(a *site.Article, pos source.Pos) string {
	at := a.Doc.Prose.At(a.Doc.File.LineStart(pos.Line) + max(0, pos.Col-1))
	if at < 0 || len(a.Doc.Prose.Blocks) == 0 {
		return ""
	}
	return idOf(a.Doc.Prose.Blocks[min(a.Doc.Prose.Block(at), len(a.Doc.Prose.Blocks)-1)])
}

// Topic is a question and all that it is asked of.
type Topic struct {
	ID    string     `json:"id"`
	Asks  string     `json:"asks"`
	Items []Question `json:"items"`
}

// Question is one thing to settle, with what it is about: an article, an entry, a place on
// a page.
type Question struct {
	Msg      string   `json:"msg"`
	Hint     string   `json:"hint,omitempty"`
	Severity string   `json:"severity,omitempty"`
	Article  string   `json:"article,omitempty"`
	Entry    string   `json:"entry,omitempty"`
	Entries  []string `json:"entries,omitempty"`
	Path     string   `json:"path,omitempty"`
	Block    string   `json:"block,omitempty"`
	Text     string   `json:"text,omitempty"`
	Nth      int      `json:"nth,omitempty"`
	Place
}

// Questions are what check asks, and first what it warns of.
func (s *Site) Questions(topics []desk.Topic, problems []source.Problem) []Topic {
	all := []Topic{}
	mend := Topic{ID: "problems", Asks: "What is to be mended?"}
	for _, p := range problems {
		if p.Severity != source.Note {
			q := s.question(p.Pos, p.Msg, p.Hint)
			q.Severity = p.Severity.String()
			mend.Items = append(mend.Items, q)
		}
	}
	if len(mend.Items) > 0 {
		all = append(all, mend)
	}
	for _, t := range topics {
		u := Topic{ID: t.ID, Asks: t.Asks}
		for _, x := range t.Items {
			q := s.question(x.Pos, x.Msg, x.Hint)
			q.Entries = x.Entries
			if q.Entry == "" && q.Article == "" && len(x.Entries) > 0 {
				q.Entry = x.Entries[0]
			}
			u.Items = append(u.Items, q)
		}
		all = append(all, u)
	}
	return all
}

// question finds out what a place is about.
func (s *Site) question(pos source.Pos, msg, hint string) Question {
	q := Question{Msg: msg, Hint: hint, Place: s.place(pos)}
	for _, a := range s.Site.Articles {
		switch pos.Path {
		case a.Doc.File.Path:
			q.Article, q.Path = a.Doc.Name, s.address(a.Path)
			if pos.Line > 0 {
				s.meant(a, pos, &q)
			}
		case a.Doc.MetaFile.Path:
			q.Article, q.Path = a.Doc.Name, s.address(a.Path)
		}
	}
	for _, p := range s.Site.Profiles {
		if p.Entry.File.Path == pos.Path {
			q.Entry, q.Path = p.Entry.ID, s.address(p.Path)
		}
	}
	if dir, name := filepath.Split(filepath.FromSlash(s.inTree(pos.Path))); q.Entry == "" && q.Article == "" {
		for _, f := range s.Site.Catalogue.Facets { // a draft
			if filepath.ToSlash(dir) == "content/"+f.Dir+"/" {
				q.Entry = strings.TrimSuffix(name, ".md")
			}
		}
	}
	return q
}

// meant finds the words of an article's page that stand at a place of its file.
func (s *Site) meant(a *site.Article, pos source.Pos, q *Question) {
	q.Block = s.blockAt(a, pos)
	for _, r := range s.readings(a) {
		if r.Where == pos.String() {
			q.Block, q.Text, q.Nth = r.Block, r.Text, r.Nth
			return
		}
	}
	for _, d := range a.Ann.Doubts {
		if where, ok := a.Doc.Prose.Source(d.Span); ok && a.Doc.File.Pos(where.Start) == pos {
			r := s.reading(a.Doc, d.Span, Reading{})
			q.Block, q.Text, q.Nth = r.Block, r.Text, r.Nth
			return
		}
	}
}

// Article is one text as the table shows it.
type Article struct {
	ID      string            `json:"id"`
	File    string            `json:"file"`
	Path    string            `json:"path"`
	Fields  map[string]string `json:"fields"`
	Missing []string          `json:"missing"`
	Place
}

// Articles are the rows of the table of all texts.
func (s *Site) Articles() []Article {
	all := []Article{}
	for _, a := range s.Site.Articles {
		m := a.Doc.Meta
		x := Article{ID: a.Doc.Name, File: a.Doc.File.Path, Path: s.address(a.Path), Missing: []string{}, Place: s.place(source.Pos{Path: a.Doc.MetaFile.Path, Line: 1, Col: 1})}
		x.Fields = map[string]string{"title": m.Title, "published": string(m.Published), "publisher": m.Publisher, "authors": strings.Join(m.Authors, "; "),
			"rights": m.Rights.Text, "kind": m.Kind.Text, "url": m.URL.Text, "draft": map[bool]string{true: "yes"}[m.Draft]}
		for _, name := range []string{"title", "published", "publisher", "rights"} {
			if v := x.Fields[name]; v == "" && !(name == "published" && m.Event != "") {
				x.Missing = append(x.Missing, name)
			}
		}
		all = append(all, x)
	}
	return all
}

// disk is a file of the site as it is now; "" where it is not there.
func (s *Site) disk(path string) (data string, there bool, err error) {
	raw, err := os.ReadFile(filepath.Join(filepath.FromSlash(s.Dir), filepath.FromSlash(path)))
	if os.IsNotExist(err) {
		return "", false, nil
	}
	return string(raw), err == nil, err
}

// raw is what stands on the disk where a file was read as it stands there, and else what was
// read: of what is no UTF-8, or holds what no page may, the two differ, and package edit
// says so.
func (s *Site) raw(f *source.File) string {
	data, there, err := s.disk(s.inTree(f.Path))
	if err == nil && there && data != f.Data {
		if read, _ := source.Text(f.Path, data); read.Data == f.Data {
			return data
		}
	}
	return f.Data
}
