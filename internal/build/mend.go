package build

import (
	"glossator/internal/source"
)

// Mend makes the best whole site there is while the author's mistakes stand: each
// file with an error is taken as it was in good, the last whole result, or left out
// where good has none (or is nil). All else is as it is now, so that one broken file
// doesn't hold up the others. It returns nil where that doesn't help.
func (b *Builder) Mend(r, good *Result) *Result {
	replaced := map[string]*source.File{}
	for range 4 { // what is left out may be missed by another file
		broken := map[string]bool{}
		for _, p := range r.Report.Problems {
			if p.Severity == source.Error {
				broken[p.Pos.Path] = true
			}
		}
		more := b.misread(broken)
		for _, p := range r.tree.Paths() {
			f := r.tree.File(p)
			if !broken[f.Path] {
				continue
			}
			var before *source.File
			if good != nil {
				before = good.tree.File(p)
			}
			if old, done := replaced[p]; before == f || done && old == nil {
				before = nil
			}
			replaced[p], more = before, true
		}
		if !more {
			return nil
		}
		tree := r.tree.With(replaced)
		if r = b.assemble(tree, nil, &clock{}); r.OK {
			return r
		}
	}
	return nil
}

// misread tells whether a mistake is one of reading, as a link out of the site is: what
// it stands for is no part of the tree, and so left out already.
func (b *Builder) misread(broken map[string]bool) bool {
	for _, p := range b.reader.Problems() {
		if p.Severity == source.Error && broken[p.Pos.Path] {
			return true
		}
	}
	return false
}
