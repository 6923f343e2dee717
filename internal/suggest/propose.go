package suggest

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"glossator/internal/catalogue"
)

// place gives every suggestion a facet and an ID.
func place(c *catalogue.Catalogue, facets map[Kind]string, found []Suggestion) {
	taken := map[string]bool{}
	for _, e := range c.Entries {
		taken[e.ID] = true
		for _, w := range e.Formerly {
			taken[w.Text] = true
		}
	}
	alone(found)
	for i := range found {
		s := &found[i]
		s.Facet = facets[s.Kind]
		s.ID = free(s.Name, taken)
		taken[s.ID] = true
	}
}

// alone takes away the aliases that another suggestion has, too: two entries of one name
// leave it to the author who is meant.
func alone(found []Suggestion) {
	owners := map[string]int{}
	for _, s := range found {
		owners[folded(s.Name)]++
		for _, a := range s.Aliases {
			owners[folded(a)]++
		}
	}
	for i := range found {
		s := &found[i]
		s.Aliases = slices.DeleteFunc(s.Aliases, func(a string) bool { return owners[folded(a)] > 1 })
	}
}

// free is an ID made of a name, that nothing has yet.
func free(name string, taken map[string]bool) catalogue.ID {
	id := cmp.Or(catalogue.Slug(name), "entry")
	base := id
	for n := 2; taken[id]; n++ {
		id = base + "-" + strconv.Itoa(n)
	}
	return id
}

// asks are the words by which a facet of each kind calls itself or its entries.
var asks = []struct {
	kind  Kind
	words string
}{
	{Person, "who person people character actor"},
	{Organization, "organization organisation body agency institution group company who actor"},
	{Court, "court judge organization organisation institution body who actor"},
	{Law, "law policy rule act legislation statute order treaty regulation"},
	{Program, "program programme policy project scheme initiative plan law"},
	{Practice, "measure practice action happens happening deed done"},
	{Measure, "measure practice policy rule action scheme program law"},
	{Place, "place where country city town location"},
}

// facetsOf tells in which facet each kind belongs: where the entries of that kind are,
// else the facet that calls itself so.
func facetsOf(c *catalogue.Catalogue) map[Kind]string {
	facets := map[Kind]string{}
	for _, a := range asks {
		words := strings.Fields(a.words)
		if f := mostEntries(c, words[0], a.kind); f != "" {
			facets[a.kind] = f
			continue
		}
		best, rank := "", len(words)
		for _, f := range c.Facets {
			called := " " + folded(strings.Join([]string{f.ID, f.Dir, f.Singular, f.Plural, strings.TrimRight(f.Question, "?")}, " ")) + " "
			for i, w := range words[:rank] {
				if strings.Contains(called, " "+w+" ") || strings.Contains(called, " "+w+"s ") || strings.Contains(called, " "+strings.TrimSuffix(w, "y")+"ies ") {
					best, rank = f.ID, i
					break
				}
			}
		}
		if best != "" {
			facets[a.kind] = best
		}
	}
	return facets
}

// mostEntries is the facet that has most of the entries of a kind.
func mostEntries(c *catalogue.Catalogue, word string, k Kind) string {
	count := make([]int, len(c.Facets))
	best := -1
	for _, e := range c.Entries {
		kind := " " + folded(e.Kind) + " "
		if strings.Contains(kind, " "+string(k)+" ") || strings.Contains(kind, " "+word+" ") {
			count[e.Facet]++
			if best < 0 || count[e.Facet] > count[best] {
				best = e.Facet
			}
		}
	}
	if best < 0 {
		return ""
	}
	return c.Facets[best].ID
}
