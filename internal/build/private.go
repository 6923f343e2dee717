package build

import (
	"fmt"
	"strings"

	"glossator/internal/compare"
	"glossator/internal/site"
)

// Private tells where a published site has the words of texts that are not for
// publishing. A strict build publishes none.
type Private struct {
	Texts   int
	Entries int      // pages of entries that show them
	Files   []string // tables of their words
}

// private finds out where the words of private texts are; nil where there are none.
func (r *Result) private() *Private {
	p := &Private{}
	kept := make([]bool, len(r.Site.Articles))
	var has [6]bool
	for i, a := range r.Site.Articles {
		if a.Doc.Meta.Rights.Text != "private" {
			continue
		}
		kept[i] = true
		p.Texts++
		for table, n := range []int{len(a.Ann.Mentions), len(a.Ann.Quotes), len(a.Ann.Figures), len(a.Ann.Dates), len(a.Doc.Cleaned)} {
			has[table] = has[table] || n > 0
		}
	}
	if p.Texts == 0 {
		return nil
	}
	for i := range r.Site.Pairs {
		pair := &r.Site.Pairs[i]
		has[5] = has[5] || compares(pair) && (kept[pair.A] || kept[pair.B])
	}
	for table, name := range []string{"mentions", "quotes", "figures", "dates", "cleaned", "changes"} {
		if has[table] {
			p.Files = append(p.Files, "data/"+name+".csv")
		}
	}
	for _, e := range r.Site.Profiles {
		if shows(e, kept) {
			p.Entries++
		}
	}
	return p
}

// compares tells whether the words of two articles are compared, and so stand in the table
// of changes.
func compares(p *site.Pair) bool {
	return p.From == nil && (p.Relation == compare.Copy || p.Relation == compare.Rewording)
}

func shows(e *site.Profile, kept []bool) bool {
	for _, a := range e.Articles {
		if kept[a] {
			return true
		}
	}
	return false
}

// String says it as the report does.
func (p *Private) String() string {
	places := append([]string{"search"}, p.Files...)
	if p.Entries > 0 {
		places = append(places, plural(p.Entries, "entry page"))
	}
	last := len(places) - 1
	return fmt.Sprintf("%s, not for publishing: besides their pages, their words are in %s and %s", plural(p.Texts, "text"), strings.Join(places[:last], ", "), places[last])
}
