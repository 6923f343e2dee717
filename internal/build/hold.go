package build

import (
	"path"
	"strings"

	"glossator/internal/doc"
	"glossator/internal/source"
)

// holdBack makes the site of the tree again without the texts of which it is not known
// what their front matter says, or what was decided of them, where a site is published in spite of errors: one of
// them may be a draft. The problems stay.
func (b *Builder) holdBack(r *Result, t *source.Tree, problems []source.Problem) *Result {
	broken := map[string]bool{}
	for _, p := range r.Report.Problems {
		if hides(p) {
			broken[stem(p.Pos.Path)] = true
		}
	}
	held := map[string]*source.File{}
	for _, p := range t.Under("content") {
		if broken[stem(t.File(p).Path)] && path.Dir(p) != "content" {
			held[p] = nil
		}
	}
	for _, dir := range b.articleDirs() {
		for _, p := range t.Under(dir) {
			if broken[stem(t.File(p).Path)] {
				held[p] = nil
			}
		}
	}
	if len(held) == 0 {
		return r
	}
	without := b.assemble(t.With(held), problems, r.clock)
	without.Report.count(append(without.Report.Problems, r.Report.Problems...))
	without.OK = r.OK
	return without
}

// stem is a file's path without its ending: a text and the .yaml files beside it have one.
func stem(p string) string {
	if text, ok := strings.CutSuffix(p, doc.ReadingsExt); ok {
		return text
	}
	return strings.TrimSuffix(p, path.Ext(p))
}

// hides tells whether a mistake hides what keeps a text back.
func hides(p source.Problem) bool {
	switch p.Rule {
	case "front-matter", "yaml":
		return true
	case "unknown-field", "wrong-type", "bad-value":
		said := p.Msg + p.Hint
		return strings.Contains(said, `"draft"`) || strings.Contains(said, `"rights"`) || strings.Contains(said, `"private"`)
	}
	return false
}
