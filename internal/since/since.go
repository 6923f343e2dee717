// Package since tells what changed in a site since an earlier publish of it.
//
// In: an Earlier, read from the tables of a published folder (see Tables) and the addresses
// that its manifest lists, or from a data/site.json, of one language; and a Site in it. Out: Changes, in the order of
// the site. Invariant: pure; a site beside its own publish has none.
package since

import (
	"cmp"
	"slices"
	"strings"

	"glossator/internal/site"
	"glossator/internal/source"
)

// Earlier is what an earlier publish held.
type Earlier struct {
	Articles []Named            // in the order of the publish
	Entries  []Entry            // the same
	Quotes   map[string][]Quote // of each article, in order
	Figures  map[string][]Figure
	Checks   []Check
	Sources  bool // words are as the source files have them, not as the prose has them
}

// Named is an article: its name, and its title where that is known.
type Named struct{ ID, Title string }

// Entry is an entry.
type Entry struct{ ID, Name, Status string }

// Quote is a quotation.
type Quote struct{ Words, Speaker string }

// Figure is a number that carries a fact.
type Figure struct{ Words, Unit, What string }

// Check is a number of an article beside the official one.
type Check struct{ ID, Said, Official, Agrees string }

// Changes are what changed, kind by kind.
type Changes struct {
	Articles []int    // new ones, as indexes into the Site's
	Gone     []Named  // articles that are no more
	Begun    []int    // new entries, as indexes into the Site's profiles
	Ended    []Entry  // entries that are no more
	Statuses []Change // of entries
	Quotes   []Change // words of quotations
	Speakers []Change // of quotations: entries' IDs, or names
	Figures  []Change // numbers in articles
	Verdicts []Change // on numbers that are checked
	Official []Change // the official numbers beside these
}

// Change is one thing that is otherwise than it was.
type Change struct {
	Of      int    // an index: of a status into the Site's Profiles, of a check into its Figures, else into its Articles
	What    string // of a speaker the quotation, of a number what it counts
	Was, Is string
}

// Any tells whether anything changed.
func (c *Changes) Any() bool {
	kinds := []int{len(c.Articles), len(c.Gone), len(c.Begun), len(c.Ended), len(c.Statuses), len(c.Quotes), len(c.Speakers), len(c.Figures), len(c.Verdicts), len(c.Official)}
	return slices.Max(kinds) > 0
}

// Compare finds what changed. A site in several languages is compared in each, with what was
// published in it: articles are those whose pages are in the language.
func Compare(e *Earlier, s *site.Site) *Changes {
	c := &Changes{}
	c.articles(e, s)
	c.entries(e, s)
	c.checks(e, s)
	return c
}

// Beside leaves out the official numbers that did not change in the site's own language, too:
// these are only said in other words.
func (c *Changes) Beside(main *Changes) {
	c.Official = slices.DeleteFunc(c.Official, func(x Change) bool {
		return !slices.ContainsFunc(main.Official, func(y Change) bool { return x.Of == y.Of })
	})
}

func (c *Changes) articles(e *Earlier, s *site.Site) {
	was := map[string]bool{}
	for _, a := range e.Articles {
		if is := s.Article(a.ID); is == nil || is.Away != "" {
			c.Gone = append(c.Gone, a)
		}
		was[a.ID] = true
	}
	for i, a := range s.Articles {
		switch {
		case a.Away != "":
			continue
		case !was[a.Doc.Name]:
			c.Articles = append(c.Articles, i)
			continue
		}
		c.quotes(e.Quotes[a.Doc.Name], e.quotesOf(a), i)
		c.figures(e.Figures[a.Doc.Name], e.figuresOf(a), i)
	}
}

// words are those of a span as the earlier publish would have them; false where it would have
// none.
func (e *Earlier) words(a *site.Article, s source.Span) (string, bool) {
	if !e.Sources {
		return a.Doc.Prose.Text[s.Start:s.End], true
	}
	where, ok := a.Doc.Prose.Source(s)
	if !ok {
		return "", false
	}
	return a.Doc.File.Data[where.Start:where.End], true
}

func (e *Earlier) quotesOf(a *site.Article) (all []Quote) {
	for _, q := range a.Ann.Quotes {
		if words, ok := e.words(a, q.Span); ok {
			all = append(all, Quote{words, cmp.Or(q.Speaker, q.Name)})
		}
	}
	return all
}

func (e *Earlier) figuresOf(a *site.Article) (all []Figure) {
	for _, f := range a.Ann.Figures {
		if words, ok := e.words(a, f.Span); ok {
			all = append(all, Figure{words, f.Unit, f.What})
		}
	}
	return all
}

// quotes tells of quotations of one article whose words or whose speaker changed. One that
// came or went alone is an edit of the text, and none of a quotation.
func (c *Changes) quotes(was, is []Quote, article int) {
	was, is = apart(was, is)
	was, is = matched(was, is, func(a, b Quote) bool { return a.Words == b.Words }, func(a, b Quote) {
		c.Speakers = append(c.Speakers, Change{article, b.Words, a.Speaker, b.Speaker})
	})
	matched(was, is, func(a, b Quote) bool { return alike(a.Words, b.Words) }, func(a, b Quote) {
		c.Quotes = append(c.Quotes, Change{article, "", a.Words, b.Words})
	})
}

// figures tells of numbers of one article that count the same and are others.
func (c *Changes) figures(was, is []Figure, article int) {
	was, is = apart(was, is)
	same := func(a, b Figure) bool { return a.Unit == b.Unit && a.What == b.What && a.Unit+a.What != "" }
	matched(was, is, same, func(a, b Figure) {
		c.Figures = append(c.Figures, Change{article, b.What, a.Words, b.Words})
	})
}

// apart leaves out what both lists have, each item as often as both have it.
func apart[T comparable](was, is []T) ([]T, []T) {
	return matched(was, is, func(a, b T) bool { return a == b }, func(T, T) {})
}

// matched takes pairs out of two lists, the first that fit, and gives each to found; what is
// left of both is returned.
func matched[T any](was, is []T, fits func(a, b T) bool, found func(a, b T)) (left, over []T) {
	over = slices.Clone(is)
	for _, a := range was {
		i := slices.IndexFunc(over, func(b T) bool { return fits(a, b) })
		if i < 0 {
			left = append(left, a)
			continue
		}
		found(a, over[i])
		over = slices.Delete(over, i, i+1)
	}
	return left, over
}

// alike tells whether two quotations share at least half of the words of the longer.
func alike(a, b string) bool {
	x, y := strings.Fields(strings.ToLower(a)), strings.Fields(strings.ToLower(b))
	left, _ := apart(x, y)
	return 2*(len(x)-len(left)) >= max(len(x), len(y))
}

func (c *Changes) entries(e *Earlier, s *site.Site) {
	was := map[string]Entry{}
	for _, x := range e.Entries {
		if was[x.ID] = x; s.Profile(x.ID) == nil {
			c.Ended = append(c.Ended, x)
		}
	}
	for i, p := range s.Profiles {
		old, there := was[p.Entry.ID]
		if !there {
			c.Begun = append(c.Begun, i)
			continue
		}
		c.Statuses = changed(c.Statuses, i, old.Status, p.Entry.Status())
	}
}

func (c *Changes) checks(e *Earlier, s *site.Site) {
	was := map[string]Check{}
	for _, x := range e.Checks {
		was[x.ID] = x
	}
	for i, f := range s.Figures {
		if old, there := was[f.ID]; there {
			c.Verdicts = changed(c.Verdicts, i, old.Agrees, f.Agrees.Text)
			c.Official = changed(c.Official, i, old.Official, f.Official)
		}
	}
}

// changed adds what is otherwise than it was; what was not known before, or is not now, is no
// change.
func changed(all []Change, of int, was, is string) []Change {
	if was == is || was == "" || is == "" {
		return all
	}
	return append(all, Change{of, "", was, is})
}
