package preview

import (
	"strings"

	"glossator/internal/build"
	"glossator/internal/source"
)

// Generation is one whole site: a build's Result, or a test's. It may be read by
// many goroutines and doesn't change.
type Generation interface {
	Planned() []string              // sorted addresses, those known without making a file
	Key(path string) (uint64, bool) // equal keys, equal bytes
	Keys() []uint64                 // of all of Planned, in their order
	Get(path string) (data []byte, tag string, problem *source.Problem, ok bool)
	Draft(path string) bool
	Origin(path string) build.Origin // where the words of a page come from
	Drafts() map[string]string       // addresses of drafts that are left out, to their files
}

// Problem is an author's mistake, with the line it points into.
type Problem struct {
	source.Problem
	Line string
}

// difference lists the addresses at which two generations differ, sorted.
func difference(a, b Generation) (changed, gone, added []string) {
	if r, ok := a.(*build.Result); ok && b == Generation(r) {
		return nil, nil, nil
	}
	switch {
	case a == nil && b == nil:
		return nil, nil, nil
	case a == nil: // without their keys, which take longer to make than all pages are waited for
		return nil, nil, b.Planned()
	case b == nil:
		return nil, a.Planned(), nil
	}
	before, were := a.Planned(), a.Keys()
	after, are := b.Planned(), b.Keys()
	for len(before)+len(after) > 0 {
		switch {
		case len(after) == 0 || len(before) > 0 && before[0] < after[0]:
			gone, before, were = append(gone, before[0]), before[1:], were[1:]
		case len(before) == 0 || after[0] < before[0]:
			added, after, are = append(added, after[0]), after[1:], are[1:]
		default:
			if were[0] != are[0] || are[0] == 0 {
				changed = append(changed, before[0])
			}
			before, after, were, are = before[1:], after[1:], were[1:], are[1:]
		}
	}
	return changed, gone, added
}

// moves pairs addresses that are gone with new ones that show nearly the same: at
// least two thirds of their lines. Large numbers of both are left alone.
func moves(a, b Generation, gone, added []string) map[string]string {
	const most = 30
	gone, added = pages(gone), pages(added)
	found := map[string]string{}
	if len(gone) > most || len(added) > most {
		return found
	}
	sets := make([]map[string]bool, len(added))
	for i, p := range added {
		sets[i] = lines(b, p)
	}
	for _, p := range gone {
		old := lines(a, p)
		best, at := 0.0, -1
		for i, set := range sets {
			if s := alike(old, set); s > best {
				best, at = s, i
			}
		}
		if best >= 2.0/3 {
			found[p] = added[at]
		}
	}
	return found
}

func pages(paths []string) (html []string) {
	for _, p := range paths {
		if isPage(p) {
			html = append(html, p)
		}
	}
	return html
}

func isPage(p string) bool { return strings.HasSuffix(p, ".html") || strings.HasSuffix(p, ".htm") }

func lines(g Generation, p string) map[string]bool {
	data, _, _, _ := g.Get(p)
	set := map[string]bool{}
	for l := range strings.Lines(string(data)) {
		set[l] = true
	}
	return set
}

// alike is the share of lines that both have (Jaccard's index).
func alike(a, b map[string]bool) float64 {
	both := 0
	for l := range a {
		if b[l] {
			both++
		}
	}
	return float64(both) / float64(max(1, len(a)+len(b)-both))
}
