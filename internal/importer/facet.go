package importer

import (
	"fmt"
	"slices"
	"strings"

	"glossator/internal/catalogue"
	"glossator/internal/meta"
	"glossator/internal/source"
)

// DefaultFacets are the questions that a news story on public affairs is asked: who
// acts, under which rule, and what is done.
var DefaultFacets = []string{"who", "policy", "measure"}

// knownFacets are facets by ID, with the words an editor would choose.
var knownFacets = []catalogue.Facet{
	{ID: "who", Dir: "who", Singular: "person or organization", Plural: "Who", Question: "Who is this?"},
	{ID: "person", Dir: "people", Singular: "person", Plural: "People", Question: "Who is this?"},
	{ID: "org", Dir: "organizations", Singular: "organization", Plural: "Organizations", Question: "Which organization is this?"},
	{ID: "organization", Dir: "organizations", Singular: "organization", Plural: "Organizations", Question: "Which organization is this?"},
	{ID: "company", Dir: "companies", Singular: "company", Plural: "Companies", Question: "Which company is this?"},
	{ID: "law", Dir: "laws", Singular: "law", Plural: "Laws", Question: "Which law?"},
	{ID: "court", Dir: "courts", Singular: "court", Plural: "Courts", Question: "Which court?"},
	{ID: "policy", Dir: "policies", Singular: "policy", Plural: "Policies", Question: "Which policy?"},
	{ID: "program", Dir: "programs", Singular: "program", Plural: "Programs", Question: "Which program?"},
	{ID: "measure", Dir: "measures", Singular: "measure", Plural: "Measures", Question: "What is done?"},
	{ID: "place", Dir: "places", Singular: "place", Plural: "Places", Question: "Where is this?"},
	{ID: "event", Dir: "events", Singular: "event", Plural: "Events", Question: "What happened?"},
	{ID: "work", Dir: "works", Singular: "work", Plural: "Works", Question: "Which work is this?"},
	{ID: "term", Dir: "terms", Singular: "term", Plural: "Terms", Question: "What does this mean?"},
	{ID: "what", Dir: "things", Singular: "thing", Plural: "What", Question: "What is this?"},
	{ID: "where", Dir: "places", Singular: "place", Plural: "Where", Question: "Where is this?"},
	{ID: "when", Dir: "events", Singular: "event", Plural: "When", Question: "When was this?"},
	{ID: "why", Dir: "reasons", Singular: "reason", Plural: "Why", Question: "Why is this so?"},
	{ID: "how", Dir: "methods", Singular: "method", Plural: "How", Question: "How is this done?"},
	{ID: "species", Dir: "species", Singular: "species", Plural: "Species", Question: "Which species is this?"},
}

// CheckFacets says what is wrong with facets as they were given, each problem at its
// place in the list.
func CheckFacets(ids []string) (problems []source.Problem) {
	f := source.NewFile("--facets", strings.Join(ids, ","))
	seen := map[string]string{}
	at := 0
	for _, id := range ids {
		facet := facetOf(id)
		switch {
		case !catalogue.SafeName(id):
			problems = append(problems, f.Problem(at, "bad-name", fmt.Sprintf("facet %q", id), "use small letters, digits and hyphens: who,law,place"))
		case slices.Contains(catalogue.Reserved, id) || slices.Contains(catalogue.Reserved, facet.Dir):
			problems = append(problems, f.Problem(at, "reserved", fmt.Sprintf("%q is taken by the site's own pages", id), reservedHint(id)))
		case seen[id] != "" || seen["/"+facet.Dir] != "":
			problems = append(problems, f.Problem(at, "duplicate", fmt.Sprintf("facet %q has the folder %q, which another one has already", id, facet.Dir), "name each question once"))
		}
		seen[id], seen["/"+facet.Dir] = id, id
		at += len(id) + 1
	}
	return problems
}

func reservedHint(id string) string {
	known := make([]string, len(knownFacets))
	for i, f := range knownFacets {
		known[i] = f.ID
	}
	if near := meta.DidYouMean(id, known); strings.HasPrefix(near, "did you mean") {
		return near
	}
	return "name it otherwise, event or number say"
}

// facetOf is the facet of an ID, with the words made from it where it is not known.
func facetOf(id string) catalogue.Facet {
	for _, f := range knownFacets {
		if f.ID == id {
			return f
		}
	}
	name := strings.ReplaceAll(id, "-", " ")
	return catalogue.Facet{ID: id, Dir: plural(id), Singular: name, Plural: capital(plural(name)), Question: "Which " + name + "?"}
}

// plural is a noun's plural in English.
func plural(s string) string {
	switch {
	case len(s) > 1 && strings.HasSuffix(s, "y") && !strings.ContainsAny(s[len(s)-2:len(s)-1], "aeiou"):
		return s[:len(s)-1] + "ies"
	case slices.ContainsFunc([]string{"s", "x", "z", "ch", "sh"}, func(end string) bool { return strings.HasSuffix(s, end) }):
		return s + "es"
	}
	return s + "s"
}

func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
