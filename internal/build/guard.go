package build

import (
	"io"

	"glossator/internal/catalogue"
	"glossator/internal/compare"
	"glossator/internal/site"
	"glossator/internal/source"
)

// assemble makes the site of what was read. Where the program fails, the result is no site,
// and its one error names the file that was being read; nothing is remembered of what was
// half made.
func (b *Builder) assemble(tree *source.Tree, problems []source.Problem, clock *clock) *Result {
	r := &Result{pages: b.pages, tree: tree}
	fell := source.Guard(b.mount("content", "content").Shown, func() { b.model(r, problems, clock) })
	if fell == nil {
		return r
	}
	b.docs, b.vocabulary, b.catalogue = map[string]*remembered{}, nil, catalogue.Loader{}
	b.finder, b.gathered, b.others, b.assets, b.set = compare.Finder{}, site.Memory{}, nil, bundle{}, nil
	return fallen(tree, b.pages, append(problems, *fell))
}

// fallen is the result where there is no site.
func fallen(tree *source.Tree, pages *pageMemory, problems []source.Problem) *Result {
	s, _ := site.New(site.Input{Config: &catalogue.Site{}, Catalogue: catalogue.New(nil, nil), Tree: &source.Tree{}})
	r := &Result{Site: s, fell: true, pages: pages, tree: tree, clock: &clock{}}
	r.listed, r.keys = func() listing { return listing{} }, func() []uint64 { return nil }
	r.Report.Read = tree.Len()
	r.Report.count(problems)
	return r
}

// write writes a file of the site. Where the program fails it is a problem at the file
// whose page it is.
func (r *Result) write(o *claimed, w io.Writer) (problem *source.Problem, err error) {
	fell := source.Guard("", func() { problem, err = o.write(w) })
	if fell == nil {
		return problem, err
	}
	if fell.Pos.Path == "" {
		fell.Pos.Path = r.maker(o)
	}
	return fell, nil
}

// maker is what a file of the site is made of: one of the author's, or what claims the
// address.
func (r *Result) maker(o *claimed) string {
	if a, _ := r.text(o.path); a != nil {
		return a.Doc.File.Path
	}
	return o.claimant()
}

// guarded does something that is asked of a result; where the program fails the report
// says so.
func (r *Result) guarded(what string, do func()) {
	if fell := source.Guard(what, do); fell != nil {
		r.Report.count(append(r.Report.Problems, *fell))
		r.OK = false
	}
}
