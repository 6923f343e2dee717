package build

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"glossator/internal/catalogue"
	"glossator/internal/meta"
	"glossator/internal/page"
	"glossator/internal/source"
)

// unknownLabels are labels of site.yaml for words that no page says: those of the pages
// themselves, the kinds of entries, and what the site's own templates and scripts hold
// between quotation marks.
func unknownLabels(config *catalogue.Site, cat *catalogue.Catalogue, t *source.Tree) (problems []source.Problem) {
	if config.File == nil || len(config.OwnLabels) == 0 {
		return nil
	}
	known, own := page.Words(), slices.Concat(t.Under("templates"), t.Under("static"))
	for _, e := range cat.Entries {
		known = append(known, e.Kind)
	}
	for _, label := range slices.Sorted(maps.Keys(config.OwnLabels)) {
		said := func(path string) bool { return strings.Contains(t.File(path).Data, `"`+label+`"`) }
		if slices.Contains(known, label) || slices.ContainsFunc(own, said) {
			continue
		}
		hint := meta.DidYouMean(label, known)
		if hint == "" {
			hint = "docs/templates.md lists the pages' own words"
		}
		at := max(0, strings.Index(config.File.Data, "labels:"))
		at += max(0, strings.Index(config.File.Data[at:], label))
		problems = append(problems, config.File.Problem(at, "unknown-label", fmt.Sprintf("no page says %q", label), hint))
	}
	return problems
}
