package site

import (
	"cmp"
	"slices"

	"glossator/internal/compare"
	"glossator/internal/doc"
	"glossator/internal/meta"
	"glossator/internal/source"
)

// pairs joins what the comparison found with what the authors state or deny.
func (s *Site) pairs(found []compare.Pair, order []int, problems *[]source.Problem) {
	all := map[[2]int]Pair{}
	for _, p := range found {
		if a, b := order[p.A], order[p.B]; a >= 0 && b >= 0 {
			all[[2]int{min(a, b), max(a, b)}] = Pair{Relation: p.Relation, Sure: p.Sure, Why: p.Why}
		}
	}
	for _, pair := range s.unrelated(problems) {
		delete(all, pair)
	}
	for _, a := range s.Articles {
		for i := range a.Doc.Meta.SameStory {
			r := a.Doc.Meta.SameStory[i] // a copy: documents are shared between builds
			*problems = append(*problems, s.article(a.Doc.MetaFile, &r.Article)...)
			b := s.Article(r.Article.ID)
			if b == nil || b == a {
				continue
			}
			key := [2]int{min(a.Index, b.Index), max(a.Index, b.Index)}
			if r.As.Text == "unrelated" {
				delete(all, key)
				continue
			}
			all[key] = Pair{Relation: r.As.Text, Sure: 1, Why: "stated by the author", Stated: true}
		}
	}
	for key, p := range all {
		p.A, p.B = key[0], key[1]
		p.Path = "compare/" + s.Articles[p.A].Doc.Name + "--" + s.Articles[p.B].Doc.Name + ".html"
		s.Pairs = append(s.Pairs, p)
	}
	s.inPairs()
}

// inPairs puts the pairs in order, and tells their articles of them.
func (s *Site) inPairs() {
	slices.SortFunc(s.Pairs, func(a, b Pair) int { return cmp.Or(cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B)) })
	for i, p := range s.Pairs {
		for _, x := range []int{p.A, p.B} {
			s.Articles[x].Pairs = append(s.Articles[x].Pairs, i)
		}
	}
}

// unrelated are the pairs that were decided to tell different stories.
func (s *Site) unrelated(problems *[]source.Problem) (all [][2]int) {
	d := s.Catalogue.Decisions
	if d == nil || d.File == nil {
		return nil
	}
	s.Data = append(s.Data, d.File)
	for _, pair := range d.Unrelated {
		x, y := pair[0], pair[1] // copies: decisions are shared between builds
		*problems = append(*problems, s.article(d.File, &x)...)
		*problems = append(*problems, s.article(d.File, &y)...)
		if a, b := s.Article(x.ID), s.Article(y.ID); a != nil && b != nil {
			all = append(all, [2]int{min(a.Index, b.Index), max(a.Index, b.Index)})
		}
	}
	return all
}

// stories gives every article the index of the first that tells its story, and counts
// for every entry how many different stories mention it. A copy
// or a rewording is not a second source; the same event told anew is.
func (s *Site) stories() {
	for i, a := range s.Articles {
		a.Story = i
	}
	root := func(i int) int {
		for s.Articles[i].Story != i {
			i = s.Articles[i].Story
		}
		return i
	}
	for _, p := range s.Pairs {
		if p.Relation == "copy" || p.Relation == "rewording" {
			a, b := root(p.A), root(p.B)
			s.Articles[max(a, b)].Story = min(a, b)
		}
	}
	for i, a := range s.Articles {
		a.Story = root(i)
	}
	told := make([]int, len(s.Articles)) // the last profile, plus one, that a story was counted for
	for i, p := range s.Profiles {
		for _, a := range p.Articles {
			if story := s.Articles[a].Story; told[story] != i+1 {
				told[story] = i + 1
				p.Stories++
			}
		}
	}
}

// Reworded tells whether an article puts another one's report in other words: its own are
// nobody's. Where an author says so the article that says it is the rewording, else the
// later one.
func (s *Site) Reworded(a *Article) bool {
	for _, i := range a.Pairs {
		if p := s.Pairs[i]; p.Relation != compare.Rewording {
			continue
		} else if p.Stated && states(a, s.Articles[p.A+p.B-a.Index]) || !p.Stated && a.Story != a.Index {
			return true
		}
	}
	return false
}

// states tells whether an article's own fields say that it rewords another.
func states(a, b *Article) bool {
	return slices.ContainsFunc(a.Doc.Meta.SameStory, func(r doc.Relation) bool {
		return r.As.Text == compare.Rewording && r.Article.ID == b.Doc.Name
	})
}

// Stories is how many different stories the articles tell.
func (s *Site) Stories() int {
	seen := map[int]bool{}
	for _, a := range s.Articles {
		seen[a.Story] = true
	}
	return len(seen)
}

// State is how a policy or measure stood on a day.
type State struct {
	Profile int
	Word    string // "in force", "blocked", … ; "not yet"; "no longer"
	Period  int    // the period meant: the one on, the next, or the last
	Since   []int  // the periods and ends that came after the day
}

// LastKnown stands before the word of a period that is open, on a day behind the one it
// was known on.
const LastKnown = "last known: "

// RulesOn tells how those of the profiles with periods stood on a day, in their order.
func (s *Site) RulesOn(day meta.Day, profiles []int) (all []State) {
	if day == "" {
		return nil
	}
	for _, i := range profiles {
		if st, ok := stateOn(s.Profiles[i], day); ok {
			st.Profile = i
			all = append(all, st)
		}
	}
	return all
}

func stateOn(p *Profile, day meta.Day) (State, bool) {
	periods := p.Entry.Periods
	if len(periods) == 0 {
		return State{}, false
	}
	on, next, last := -1, -1, -1
	var since []int
	for i, q := range periods {
		switch {
		case q.On(day):
			if on < 0 || periods[on].From.First() < q.From.First() {
				on = i
			}
			if q.To != "" && q.To.First() > day.Last() {
				since = append(since, i)
			}
		case q.From.First() > day.Last():
			if next < 0 || q.From.First() < periods[next].From.First() {
				next = i
			}
			since = append(since, i)
		case last < 0 || periods[last].To.Last() < q.To.Last():
			last = i
		}
	}
	switch {
	case on >= 0:
		word := periods[on].Status.Text
		switch {
		case periods[on].Ended():
			return State{Word: "no longer", Period: on, Since: since}, true
		case word == "":
			word = "in force"
		}
		if q := periods[on]; q.To == "" && q.AsOf != "" && q.AsOf.Last() < day.First() {
			word = LastKnown + word // nothing is claimed past the day it was known on
		}
		return State{Word: word, Period: on, Since: since}, true
	case last >= 0:
		return State{Word: "no longer", Period: last, Since: since}, true
	}
	return State{Word: "not yet", Period: next, Since: since}, true
}
