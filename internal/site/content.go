package site

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"glossator/internal/catalogue"
	"glossator/internal/meta"
	"glossator/internal/source"
)

// Event is one row of the timeline.
type Event struct {
	Date     meta.Day           `meta:"date,required"`
	Title    string             `meta:"title,required"`
	Text     string             `meta:"text"`
	Entries  []meta.Ref         `meta:"entries"`
	Article  meta.Ref           `meta:"article"`
	Event    bool               `meta:"event"`
	Written  bool               `meta:"written"` // a drawing writes it out
	Citation catalogue.Citation `meta:"citation"`
	Tongue   string             `meta:"-"` // of Title and Text, where they are not translated
}

// Figure is a number of an article beside the official one.
type Figure struct {
	At             meta.At            `meta:"-" hash:"ignore"`
	ID             string             `meta:"id,required"`
	Article        meta.Ref           `meta:"article,required"`
	Paragraph      int                `meta:"paragraph"` // of the original
	Said           string             `meta:"said,required"`
	Values         []float64          `meta:"values"`
	Unit           string             `meta:"unit"`
	What           string             `meta:"what"`
	Speaker        meta.Ref           `meta:"speaker"`
	SpeakerName    string             `meta:"speaker_name"`
	Official       string             `meta:"official"`
	OfficialValues []float64          `meta:"official_values"`
	Agrees         meta.Word          `meta:"agrees"` // one of Agreements
	Note           string             `meta:"note"`
	Entries        []meta.Ref         `meta:"entries"`
	Series         []Bar              `meta:"series"`
	Citation       catalogue.Citation `meta:"citation"`
	Tongue         string             `meta:"-"` // of its words, where they are not translated
}

// Bar is one value of a series.
type Bar struct {
	Label string  `meta:"label,required"`
	Value float64 `meta:"value"`
}

// Agreements are the words a figure's agrees may be.
var Agreements = []string{"yes", "roughly", "no", "unverified"}

// Evidence is one row of a private original's stand-off evidence.
type Evidence struct {
	Paragraph int
	Kind      string // mention, quote, figure, date
	Entry     catalogue.ID
	Facet     string
	Level     string
	Phrase    string // the publisher's own words, at most MostWords
	Value     string // of a figure or a date; a quotation's cue
	Line      int    // in the file
}

// MostWords is how long a phrase of somebody else's text may be.
const MostWords = 12

// EvidenceColumns is the head of an evidence file.
var EvidenceColumns = []string{"paragraph", "kind", "entry", "facet", "level", "phrase", "value"}

func (s *Site) timeline(t *source.Tree) (problems []source.Problem) {
	f := t.File("content/timeline.yaml")
	if f == nil {
		return nil
	}
	defer source.Reading(f.Path)
	s.Data = append(s.Data, f)
	problems = meta.Decode(f, source.Span{End: len(f.Data)}, &s.Timeline)
	for i := range s.Timeline {
		e := &s.Timeline[i]
		problems = append(problems, s.known(f, &e.Entries)...)
		problems = append(problems, s.article(f, &e.Article)...)
		problems = append(problems, e.Citation.Check(f)...)
	}
	slices.SortStableFunc(s.Timeline, func(a, b Event) int { return cmp.Compare(a.Date.First(), b.Date.First()) })
	return problems
}

// figures reads the figures. What an article says that is a draft waits with it.
func (s *Site) figures(in Input) (problems []source.Problem) {
	f := in.Tree.File("content/figures.yaml")
	if f == nil {
		return nil
	}
	defer source.Reading(f.Path)
	s.Data = append(s.Data, f)
	problems = meta.Decode(f, source.Span{End: len(f.Data)}, &s.Figures)
	seen, waiting, drafts := map[string]bool{}, map[string]bool{}, drafts(in)
	s.Figures = slices.DeleteFunc(s.Figures, func(g Figure) bool {
		rule, msg, hint := g.wrong(seen)
		if rule != "" {
			problems = append(problems, f.Problem(int(g.At), rule, msg, hint))
		}
		seen[g.ID] = true
		return rule != ""
	})
	for i := range s.Figures {
		g := &s.Figures[i]
		waiting[g.ID] = drafts[g.Article.ID] && s.Article(g.Article.ID) == nil
		if g.Agrees.Text != "" && !slices.Contains(Agreements, g.Agrees.Text) {
			problems = append(problems, f.Problem(g.Agrees.Offset, "bad-value", fmt.Sprintf("%q of \"agrees\" is none of the words it may be", g.Agrees.Text), meta.DidYouMean(g.Agrees.Text, Agreements)))
			g.Agrees = meta.Word{}
		}
		speaker := []meta.Ref{g.Speaker}
		problems = append(problems, s.known(f, &speaker)...)
		g.Speaker = append(speaker, meta.Ref{})[0]
		problems = append(problems, s.known(f, &g.Entries)...)
		problems = append(problems, s.article(f, &g.Article)...)
		problems = append(problems, g.Citation.Check(f)...)
	}
	s.Figures = slices.DeleteFunc(s.Figures, func(g Figure) bool { return waiting[g.ID] })
	return problems
}

// drafts are the names of articles that are left out.
func drafts(in Input) map[string]bool {
	all := map[string]bool{}
	for _, a := range in.Articles {
		if a.Doc.Meta.Draft && !in.Drafts {
			all[a.Doc.Name] = true
		}
	}
	return all
}

// wrong is what is wrong with a figure beside those seen; no rule where nothing is.
func (g *Figure) wrong(seen map[string]bool) (rule, msg, hint string) {
	switch {
	case seen[g.ID]:
		return "duplicate", fmt.Sprintf("figure %q stands twice", g.ID), "give each its own id"
	case g.Paragraph < 0:
		return "bad-value", fmt.Sprintf("paragraph %d", g.Paragraph), "count the original's paragraphs from 1"
	}
	return "", "", ""
}

// known drops references to entries that there are not: an error.
func (s *Site) known(f *source.File, entries *[]meta.Ref) (problems []source.Problem) {
	*entries = slices.DeleteFunc(*entries, func(r meta.Ref) bool {
		unknown := r.ID != "" && s.Profile(r.ID) == nil
		if unknown {
			problems = append(problems, f.Problem(r.Offset, "unknown-entry", fmt.Sprintf("unknown entry %q", r.ID), meta.DidYouMean(r.ID, s.Catalogue.IDs())))
		}
		return unknown
	})
	return problems
}

// article checks a reference to an article. One that is not here (another folder may
// have been read) is a warning, and the reference is emptied so that it is drawn as
// plain text.
func (s *Site) article(f *source.File, article *meta.Ref) (problems []source.Problem) {
	if article.ID != "" && s.Article(article.ID) == nil {
		problems = append(problems, f.Problem(article.Offset, "unknown-article", fmt.Sprintf("there is no article %q", article.ID),
			meta.DidYouMean(article.ID, s.names())).As(source.Warning))
		article.ID = ""
	}
	return problems
}

func (s *Site) names() (all []string) {
	for _, a := range s.Articles {
		all = append(all, a.Doc.Name)
	}
	return all
}

// evidence reads the NAME.evidence.csv beside each article.
func (s *Site) evidence(t *source.Tree, dirs []string) (problems []source.Problem) {
	var paths []string
	for _, dir := range dirs {
		paths = append(paths, t.Under(dir)...)
	}
	for _, p := range paths {
		stem, ok := strings.CutSuffix(p, ".evidence.csv")
		if !ok {
			continue
		}
		name, f := path.Base(stem), t.File(p)
		a := s.Article(name)
		if a == nil {
			problems = append(problems, f.Problem(0, "unknown-article", fmt.Sprintf("there is no article %q beside this evidence", name),
				"name it like the article's file").As(source.Warning))
			continue
		}
		a.From = f
		rows, ps := ReadEvidence(f)
		for _, r := range rows {
			if r.Entry != "" && s.Catalogue.Entry(r.Entry) == nil {
				ps = append(ps, f.Problem(f.LineStart(r.Line), "unknown-entry", fmt.Sprintf("unknown entry %q", r.Entry), meta.DidYouMean(r.Entry, s.Catalogue.IDs())))
			}
		}
		var told []source.Problem
		a.Evidence, told = followed(f, a.Doc, rows)
		problems = append(append(problems, ps...), told...)
	}
	return problems
}

// ReadEvidence reads an evidence file. A quotation whose speaker is merely likely has none.
func ReadEvidence(f *source.File) (rows []Evidence, problems []source.Problem) {
	var guessed []source.Problem
	problems = table(f, EvidenceColumns, "evidence", func(rec []string, line int) (msg, hint string) {
		n, err := strconv.Atoi(rec[0])
		if err != nil || n < 0 {
			return fmt.Sprintf("paragraph %q is no number", rec[0]), "count the original's paragraphs from 1; 0 is its title"
		}
		if words := len(strings.Fields(rec[5])); words > MostWords {
			return fmt.Sprintf("a phrase of %d words", words), fmt.Sprintf("quote at most %d words of somebody else's text", MostWords)
		}
		r := Evidence{n, rec[1], rec[2], rec[3], rec[4], rec[5], rec[6], line}
		if r.Kind == "quote" && r.Level == "likely" {
			guessed = append(guessed, f.Problem(f.LineStart(line), "likely-speaker", fmt.Sprintf("%q is likely whose words %q are: nobody is printed", cmp.Or(r.Entry, r.Value), r.Phrase),
				"write certain, if it is").As(source.Note))
			r.Entry, r.Facet, r.Level, r.Value = "", "", "unknown", ""
		}
		rows = append(rows, r)
		return "", ""
	})
	return rows, append(problems, guessed...)
}

// pages reads the front matter of content/pages.
func (s *Site) pages(in Input) (problems []source.Problem) {
	for _, x := range in.Pages {
		p := &Page{Annotated: x, Name: x.Doc.Name, Path: x.Doc.Name + ".html"}
		_, _, ps := meta.Head(x.Doc.File, &p.Meta)
		problems = append(problems, ps...)
		s.inherit(p)
		problems = append(problems, s.article(x.Doc.File, &p.Meta.Start)...)
		if !catalogue.SafeName(p.Name) {
			problems = append(problems, x.Doc.File.Problem(0, "bad-name", fmt.Sprintf("%q cannot be a page's address", p.Name), source.SafeNameHint))
			continue
		}
		if !p.Meta.Draft || in.Drafts {
			s.Pages = append(s.Pages, p)
		}
	}
	slices.SortStableFunc(s.Pages, byOrder)
	return problems
}

// Page is the page of that name, or nil.
func (s *Site) Page(name string) *Page {
	for _, p := range s.Pages {
		if p.Name == name {
			return p
		}
	}
	return nil
}
