package site

import (
	"cmp"
	"fmt"
	"slices"

	"glossator/internal/meta"
	"glossator/internal/source"
)

// Correction is one row of content/corrections.yaml: what a page said that was wrong, and
// what it says now. It concerns an article, an entry or a page.
type Correction struct {
	At      meta.At   `meta:"-" hash:"ignore"`
	Date    meta.Day  `meta:"date,required,full"` // the day on which it was put right
	Article meta.Ref  `meta:"article"`
	Entry   meta.Ref  `meta:"entry"`
	Page    meta.Word `meta:"page"` // of content/pages, or of Correctable
	Said    string    `meta:"said,required"`
	Says    string    `meta:"says,required"`
	Note    string    `meta:"note"`

	ID    string `meta:"-"` // fragment on the page of corrections: c2026-07-04-1
	Path  string `meta:"-"` // address of the page concerned; "" where it is not here
	Title string `meta:"-"` // what that page is called

	Tongue string `meta:"-"` // of Said, Says and Note, where they are not translated
}

// Correctable are the site's own pages that a correction may be of, besides those of
// content/pages, and what they are called.
var Correctable = map[string]string{"timeline": "Timeline", "figures": "Figures", "quotes": "Quotes"}

// corrections reads what was put right, the latest first. What concerns a draft waits
// with it.
func (s *Site) corrections(in Input) (problems []source.Problem) {
	f := in.Tree.File("content/corrections.yaml")
	if f == nil {
		return nil
	}
	defer source.Reading(f.Path)
	s.Data = append(s.Data, f)
	problems = meta.Decode(f, source.Span{End: len(f.Data)}, &s.Corrections)
	number("c%s-%d", s.Corrections)
	s.corrected = map[string]bool{}
	for _, c := range s.Corrections {
		s.corrected[c.ID] = true
	}
	problems = append(problems, s.standing(in, f, &s.Corrections)...)
	byLatest(s.Corrections)
	return problems
}

// number gives corrections their IDs, by their day and their place among those of the day.
func number(format string, all []Correction) {
	of := map[meta.Day]int{}
	for i := range all {
		c := &all[i]
		of[c.Date]++
		c.ID = fmt.Sprintf(format, c.Date, of[c.Date])
	}
}

// byLatest puts the latest first.
func byLatest(all []Correction) {
	slices.SortStableFunc(all, func(a, b Correction) int { return cmp.Compare(b.Date, a.Date) })
}

// standing leaves those of which nothing is wrong and that wait for no draft, each with the
// page that it concerns.
func (s *Site) standing(in Input, f *source.File, all *[]Correction) (problems []source.Problem) {
	waiting := drafts(in)
	*all = slices.DeleteFunc(*all, func(c Correction) bool {
		msg, hint := c.wrong()
		if msg != "" {
			problems = append(problems, f.Problem(int(c.At), "correction", msg, hint))
		}
		return msg != "" || waiting[c.Article.ID]
	})
	for i := range *all {
		problems = append(problems, s.concerned(f, &(*all)[i])...)
	}
	return problems
}

// places are how many places the correction names.
func (c *Correction) places() (n int) {
	for _, where := range []string{c.Article.ID, c.Entry.ID, c.Page.Text} {
		if where != "" {
			n++
		}
	}
	return n
}

// wrong is what is wrong with a correction by itself; "" where nothing is.
func (c *Correction) wrong() (msg, hint string) {
	switch n := c.places(); {
	case n != 1:
		return fmt.Sprintf("the correction names %d places", n), "name one, as article:, entry: or page:"
	case c.Said == c.Says && c.Said != "":
		return fmt.Sprintf("it said %q, and says so", c.Said), "write behind says: what the page says now"
	}
	return "", ""
}

// concerned finds the page that a correction is of.
func (s *Site) concerned(f *source.File, c *Correction) (problems []source.Problem) {
	entry := []meta.Ref{c.Entry}
	problems = append(s.article(f, &c.Article), s.known(f, &entry)...)
	switch {
	case c.Article.ID != "":
		a := s.Article(c.Article.ID)
		c.Path, c.Title = a.Path, a.Doc.Meta.Title
	case len(entry) > 0 && c.Entry.ID != "":
		e := s.Profile(c.Entry.ID)
		c.Path, c.Title = e.Path, e.Entry.Name
	case c.Page.Text == "":
	case s.Page(c.Page.Text) != nil:
		x := s.Page(c.Page.Text)
		c.Path, c.Title = x.Path, x.Meta.Title
	case Correctable[c.Page.Text] != "":
		c.Path = c.Page.Text + ".html"
	default:
		names := []string{"timeline", "figures", "quotes"}
		for _, x := range s.Pages {
			names = append(names, x.Name)
		}
		problems = append(problems, f.Problem(c.Page.Offset, "unknown-page", fmt.Sprintf("there is no page %q", c.Page.Text), meta.DidYouMean(c.Page.Text, names)))
	}
	return problems
}
