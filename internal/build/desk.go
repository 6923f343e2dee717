package build

import (
	"path"
	"slices"

	"glossator/internal/catalogue"
	"glossator/internal/desk"
	"glossator/internal/source"
	"glossator/internal/suggest"
)

// Desk is what a desk would ask of the site. The notes that it asks as questions are
// taken out of the report, so that nothing is said twice.
func (r *Result) Desk() (topics []desk.Topic) {
	r.guarded("the desk", func() { topics = r.desk() })
	return topics
}

func (r *Result) desk() []desk.Topic {
	if r.Site.Config.File == nil {
		return nil
	}
	r.Report.count(slices.DeleteFunc(slices.Clone(r.Report.Problems), desk.Asked))
	return r.Questions()
}

// Questions are what Desk asks; the report stays as it is.
func (r *Result) Questions() []desk.Topic {
	if r.Site.Config.File == nil {
		return nil
	}
	left := map[string]bool{}
	for _, file := range r.drafts {
		left[file] = true
	}
	in := desk.Input{Site: r.Site, Editions: r.Editions}
	begun := map[string]bool{} // names that a draft explains
	for _, p := range r.tree.Paths() {
		f := r.tree.File(p)
		if !left[f.Path] {
			continue
		}
		in.Drafts = append(in.Drafts, metadata(r.tree, p, f))
		if e := r.entry(p, f); e != nil {
			begun[e.Name] = true
			for _, a := range e.Aliases {
				begun[a.Text] = true
			}
		}
	}
	in.Names = names(r.Suggest(), begun)
	return desk.Ask(in)
}

// entry is the entry that a file of the tree holds, or nil.
func (r *Result) entry(p string, f *source.File) *catalogue.Entry {
	for i, facet := range r.Site.Catalogue.Facets {
		if path.Dir(p) == "content/"+facet.Dir {
			e, _ := catalogue.Parse(f, i)
			return e
		}
	}
	return nil
}

// names are the suggested entries that are things with names, but for those that a
// draft explains.
func names(found []suggest.Suggestion, begun map[string]bool) (all []desk.Name) {
	for _, s := range found {
		if s.Kind == suggest.Practice || begun[s.Name] || slices.ContainsFunc(s.Aliases, func(a string) bool { return begun[a] }) {
			continue
		}
		n := desk.Name{Text: s.Name, Kind: string(s.Kind), ID: s.ID, Articles: s.Articles}
		for _, seen := range s.Seen {
			n.Places = append(n.Places, seen.Pos)
		}
		all = append(all, n)
	}
	return all
}

// metadata is the file that says that a text is a draft: itself, or the .yaml beside it.
func metadata(t *source.Tree, p string, f *source.File) *source.File {
	if beside := t.File(p[:len(p)-len(path.Ext(p))] + ".yaml"); path.Ext(p) != ".md" && beside != nil {
		return beside
	}
	return f
}
