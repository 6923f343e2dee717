package site

import (
	"fmt"
	"slices"
	"strings"

	"glossator/internal/catalogue"
	"glossator/internal/meta"
	"glossator/internal/source"
)

// Moved is a former address that leads to the one a page has now.
type Moved struct{ From, To, Title string }

// moved gathers the former addresses of articles and entries. One that is none, or is
// taken, is an error.
func (s *Site) moved() (problems []source.Problem) {
	taken := s.taken()
	add := func(f *source.File, dir, path, title string, formerly []meta.Word) {
		for _, w := range formerly {
			from := dir + "/" + w.Text + ".html"
			switch owner := taken[from]; {
			case !catalogue.SafeName(w.Text):
				// told where the file was read
			case from == path:
				problems = append(problems, f.Problem(w.Offset, "same-address", fmt.Sprintf("%q of \"formerly\" is the address it has now", w.Text), "take it away"))
			case owner != "":
				problems = append(problems, f.Problem(w.Offset, "same-address", fmt.Sprintf("the address %s of \"formerly\" is taken by %s", from, owner),
					"an old address leads to one page: take it away here or there"))
			default:
				taken[from] = f.Path
				s.Moved = append(s.Moved, Moved{from, path, title})
			}
		}
	}
	for _, a := range s.Articles {
		add(a.Doc.MetaFile, "articles", a.Path, a.Doc.Meta.Title, a.Doc.Meta.Formerly)
	}
	for _, p := range s.Profiles {
		add(p.Entry.File, s.Catalogue.FacetOf(p.Entry).Dir, p.Path, p.Entry.Name, p.Entry.Formerly)
	}
	return problems
}

// taken are the addresses at which an old one could lie, with the files that have them.
// They are only listed where something has moved.
func (s *Site) taken() map[string]string {
	has := func(formerly []meta.Word) bool { return len(formerly) > 0 }
	if !slices.ContainsFunc(s.Articles, func(a *Article) bool { return has(a.Doc.Meta.Formerly) }) &&
		!slices.ContainsFunc(s.Profiles, func(p *Profile) bool { return has(p.Entry.Formerly) }) {
		return nil
	}
	taken := map[string]string{"articles/index.html": "the list of articles"}
	for _, f := range s.Catalogue.Facets {
		taken[f.Dir+"/index.html"] = "the list of " + f.Plural
	}
	for _, a := range s.Articles {
		taken[strings.ToLower(a.Path)] = a.Doc.File.Path
	}
	for _, p := range s.Profiles {
		taken[p.Path] = p.Entry.File.Path
	}
	return taken
}
