package site

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"glossator/internal/catalogue"
	"glossator/internal/meta"
	"glossator/internal/source"
)

// Exhibit is what a page shows besides its words: content/exhibits/NAME.yaml. It is what it
// has of the things below, mostly one of them.
type Exhibit struct {
	Name string       `meta:"-"`
	File *source.File `meta:"-"`

	Title string `meta:"title,required"`
	Lead  string `meta:"lead"` // what it shows, before it
	Note  string `meta:"note"` // what a reader must know of it, behind it

	Columns []string `meta:"columns"` // a table
	Rows    []Row    `meta:"rows"`
	Terms   []Term   `meta:"terms"` // a glossary
	Steps   []Step   `meta:"steps"` // a path from day to day

	Series []string  `meta:"series"` // a chart: what its parts are, the lowest first
	Unit   string    `meta:"unit"`   // what is counted
	Counts []Count   `meta:"counts"`
	Marks  []DayMark `meta:"marks"` // days that the chart marks

	Places  []Place  `meta:"places"`  // a map
	Regions []Region `meta:"regions"` // names that stand on it: of countries, of seas
	Outline meta.Ref `meta:"outline"` // its land: NAME.geojson beside the exhibit
	Land    Outline  `meta:"-"`

	Citations []catalogue.Citation `meta:"citations"`

	Tongue string `meta:"-"` // of its words, where they are not translated
}

// Count is what was counted in one stretch of time: a number for each series, or none where
// it is not known.
type Count struct {
	Item   meta.At    `meta:"-" hash:"ignore"`
	At     meta.Day   `meta:"at,required"`
	Values []float64  `meta:"values"`
	Note   string     `meta:"note"`
	Cited  []meta.Ref `meta:"cited"`
}

// DayMark is a day that a chart marks.
type DayMark struct {
	Date    meta.Day `meta:"date,full,required"`
	Title   string   `meta:"title,required"`
	Article meta.Ref `meta:"article"`
}

// Row is a row of a table: a cell for each column, the first of which names it.
type Row struct {
	At      meta.At    `meta:"-" hash:"ignore"`
	Cells   []string   `meta:"cells,required"`
	Entries []meta.Ref `meta:"entries"`
	Cited   []meta.Ref `meta:"cited"`
}

// Term is a word of a glossary.
type Term struct {
	At      meta.At    `meta:"-" hash:"ignore"`
	Term    string     `meta:"term,required"`
	Text    string     `meta:"text,required"` // what it means, in plain words
	Not     string     `meta:"not"`           // what it is taken for, and is not
	Entries []meta.Ref `meta:"entries"`
	Cited   []meta.Ref `meta:"cited"`
}

// Step is a day of a path: how some rules stood, and what they did to whom.
type Step struct {
	At      meta.At    `meta:"-" hash:"ignore"`
	Date    meta.Day   `meta:"date,full,required"`
	Title   string     `meta:"title,required"`
	Text    string     `meta:"text"`
	Article meta.Ref   `meta:"article"`
	Rules   []meta.Ref `meta:"rules"`  // entries with periods: how they stood is told from these
	Lots    []Lot      `meta:"lots"`   // who met which rule
	Events  int        `meta:"events"` // how many events of the timeline that concern the rules follow it
	Cited   []meta.Ref `meta:"cited"`
}

// Lot is what became of some people on a day.
type Lot struct {
	At    meta.At    `meta:"-" hash:"ignore"`
	Who   string     `meta:"who,required"`
	Under []meta.Ref `meta:"under"` // the rules and measures that they met
	Text  string     `meta:"text,required"`
	Then  string     `meta:"then"` // what could happen next
	Cited []meta.Ref `meta:"cited"`
}

// ExhibitDir is where exhibits lie.
const ExhibitDir = "content/exhibits"

// exhibits reads the exhibits, and joins them to the pages that show them.
func (s *Site) exhibits(t *source.Tree) (problems []source.Problem) {
	byName, names := map[string]*Exhibit{}, []string(nil)
	for _, p := range t.Under(ExhibitDir) {
		name, ok := strings.CutSuffix(path.Base(p), ".yaml")
		if !ok || path.Dir(p) != ExhibitDir || s.translates(p) {
			continue
		}
		x := &Exhibit{Name: name, File: t.File(p)}
		problems = append(problems, s.exhibit(x)...)
		problems = append(problems, s.outline(t, x)...)
		s.Data = append(s.Data, x.File)
		byName[name], names = x, append(names, name)
	}
	shown, ps := s.show(byName, names)
	problems = append(problems, ps...)
	for _, name := range names {
		if !shown[name] {
			problems = append(problems, byName[name].File.Problem(0, "unused-exhibit", fmt.Sprintf("no page shows the exhibit %q", name),
				"add exhibits: ["+name+"] to a page of content/pages").As(source.Warning))
		}
	}
	s.shown = byName
	return problems
}

// show joins the exhibits to the pages that show them, and tells which are shown.
func (s *Site) show(byName map[string]*Exhibit, names []string) (shown map[string]bool, problems []source.Problem) {
	shown = map[string]bool{}
	for _, p := range s.Pages {
		for _, r := range p.Meta.Exhibits {
			x := byName[r.ID]
			switch {
			case x == nil:
				problems = append(problems, p.Doc.File.Problem(r.Offset, "unknown-exhibit", fmt.Sprintf("there is no exhibit %q", r.ID), meta.DidYouMean(r.ID, names)))
			case shown[p.Name+"\x00"+r.ID]:
				problems = append(problems, p.Doc.File.Problem(r.Offset, "duplicate", fmt.Sprintf("exhibit %q stands twice", r.ID), "name each once on a page"))
			default:
				p.Exhibits = append(p.Exhibits, x)
			}
			shown[r.ID], shown[p.Name+"\x00"+r.ID] = true, true
		}
	}
	return shown, problems
}

// exhibit reads one exhibit, and drops what is wrong in it.
func (s *Site) exhibit(x *Exhibit) (problems []source.Problem) {
	f := x.File
	defer source.Reading(f.Path)
	problems = meta.Decode(f, source.Span{End: len(f.Data)}, x)
	if !catalogue.SafeName(x.Name) {
		problems = append(problems, f.Problem(0, "bad-name", fmt.Sprintf("%q cannot be part of an address", x.Name), source.SafeNameHint))
	}
	if len(problems) == 0 && x.empty() {
		problems = append(problems, f.Problem(0, "exhibit", "an exhibit with nothing in it", "give it rows (with columns), terms, steps, places or counts (with series)"))
	}
	for i := range x.Citations {
		problems = append(problems, x.Citations[i].Check(f)...)
	}
	x.Rows = slices.DeleteFunc(x.Rows, func(r Row) bool {
		wrong := len(r.Cells) == 0 || len(r.Cells) != len(x.Columns)
		if wrong {
			problems = append(problems, f.Problem(int(r.At), "exhibit", fmt.Sprintf("%d cells where there are %d columns", len(r.Cells), len(x.Columns)),
				"write as many; – for a cell with nothing in it"))
		}
		return wrong
	})
	problems = append(problems, x.counts()...)
	problems = append(problems, x.positions()...)
	entries, citations := x.refs()
	for _, refs := range entries {
		problems = append(problems, s.known(f, refs)...)
	}
	for _, refs := range citations {
		problems = append(problems, x.cited(refs)...)
	}
	for i := range x.Marks {
		problems = append(problems, s.article(f, &x.Marks[i].Article)...)
	}
	for i := range x.Places {
		x.Places[i].Articles = slices.DeleteFunc(x.Places[i].Articles, func(r meta.Ref) bool {
			problems = append(problems, s.article(f, &r)...)
			return r.ID == ""
		})
	}
	for i := range x.Steps {
		problems = append(problems, s.article(f, &x.Steps[i].Article)...)
		problems = append(problems, s.ruled(f, &x.Steps[i].Rules)...)
	}
	return problems
}

// counts drops counts that cannot be drawn: with more or fewer numbers than there are
// series, or with one below zero.
func (x *Exhibit) counts() (problems []source.Problem) {
	x.Counts = slices.DeleteFunc(x.Counts, func(c Count) bool {
		msg := ""
		switch {
		case len(c.Values) > 0 && len(c.Values) != len(x.Series):
			msg = fmt.Sprintf("%d values where there are %d series", len(c.Values), len(x.Series))
		case len(c.Values) > 0 && slices.Min(c.Values) < 0:
			msg = fmt.Sprintf("a count of %v", slices.Min(c.Values))
		}
		if msg != "" {
			problems = append(problems, x.File.Problem(int(c.Item), "exhibit", msg, "write a number, 0 or more, for each series; no values at all where they are not known"))
		}
		return msg != ""
	})
	return problems
}

// empty tells whether there is nothing to show.
func (x *Exhibit) empty() bool {
	return len(x.Rows)+len(x.Terms)+len(x.Steps)+len(x.Counts)+len(x.Places) == 0
}

// refs are the lists of entries and of its own citations in an exhibit.
func (x *Exhibit) refs() (entries, citations []*[]meta.Ref) {
	add := func(e, c *[]meta.Ref) { entries, citations = append(entries, e), append(citations, c) }
	for i := range x.Rows {
		add(&x.Rows[i].Entries, &x.Rows[i].Cited)
	}
	for i := range x.Terms {
		add(&x.Terms[i].Entries, &x.Terms[i].Cited)
	}
	for i := range x.Counts {
		citations = append(citations, &x.Counts[i].Cited)
	}
	for i := range x.Places {
		add(&x.Places[i].Entries, &x.Places[i].Cited)
	}
	for i := range x.Steps {
		step := &x.Steps[i]
		add(&step.Rules, &step.Cited)
		for n := range step.Lots {
			add(&step.Lots[n].Under, &step.Lots[n].Cited)
		}
	}
	return entries, citations
}

// cited drops references to citations that the exhibit has not: an error.
func (x *Exhibit) cited(refs *[]meta.Ref) (problems []source.Problem) {
	var ids []string
	for _, c := range x.Citations {
		ids = append(ids, c.ID)
	}
	return drop(refs, func(r meta.Ref) (p source.Problem, bad bool) {
		return x.File.Problem(r.Offset, "unknown-citation", fmt.Sprintf("unknown citation %q", r.ID), meta.DidYouMean(r.ID, ids)), x.Citation(r.ID) < 0
	})
}

// Citation is the index of the citation with an ID; -1 for none.
func (x *Exhibit) Citation(id string) int {
	for i, c := range x.Citations {
		if c.ID == id && id != "" {
			return i
		}
	}
	return -1
}

// ruled drops rules that have no periods: how they stood on a day nobody can tell.
func (s *Site) ruled(f *source.File, rules *[]meta.Ref) []source.Problem {
	return drop(rules, func(r meta.Ref) (source.Problem, bool) {
		p := s.Profile(r.ID)
		return f.Problem(r.Offset, "no-periods", fmt.Sprintf("%q has no periods: how it stood on a day is not told", r.ID), "give the entry periods, or name it under lots"),
			p != nil && len(p.Entry.Periods) == 0
	})
}

// drop takes away the references that are bad, and tells why.
func drop(refs *[]meta.Ref, why func(meta.Ref) (p source.Problem, bad bool)) (problems []source.Problem) {
	var kept []meta.Ref
	for _, r := range *refs {
		if p, bad := why(r); bad {
			problems = append(problems, p)
		} else {
			kept = append(kept, r)
		}
	}
	*refs = kept
	return problems
}

// Following are the first events of the timeline that come after a step's day and concern
// its rules, as many as it asks for: indexes into the timeline.
func (s *Site) Following(step Step) (events []int) {
	rules := map[string]bool{}
	for _, r := range step.Rules {
		rules[r.ID] = true
	}
	for i, e := range s.Timeline {
		if len(events) == step.Events {
			break
		}
		if e.Date.First() <= step.Date.Last() {
			continue
		}
		for _, r := range e.Entries {
			if rules[r.ID] {
				events = append(events, i)
				break
			}
		}
	}
	return events
}
