package catalogue_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"glossator/internal/catalogue"
	"glossator/internal/source"
)

// load reads site.yaml and an entry who/ana.md whose front matter is given.
func load(t *testing.T, site, front string) (*catalogue.Site, *catalogue.Catalogue, string) {
	t.Helper()
	var r source.Reader
	tree, _, err := r.Read(source.Mount{Name: "content", Shown: "content", FS: fstest.MapFS{
		"site.yaml": {Data: []byte(site)}, "who/ana.md": {Data: []byte("---\n" + front + "---\nWords.\n")},
	}})
	if err != nil {
		t.Fatal(err)
	}
	s, c, problems := catalogue.Load(tree)
	var lines []string
	for _, p := range source.SortProblems(problems) {
		lines = append(lines, p.String())
	}
	return s, c, strings.Join(lines, "\n")
}

const facets = "title: A\nfacets:\n  - {id: who, dir: who, singular: person, plural: Who, question: Who?}\n"

// TestAFacetThatIsWrongIsNotThere: nobody downstream makes pages of its folder.
func TestAFacetThatIsWrongIsNotThere(t *testing.T) {
	for _, c := range []struct{ facet, want string }{
		{"{id: a, dir: a/b, singular: a, plural: a, question: a}", `site.yaml:4:6: facet "a" with folder "a/b" [bad-name]`},
		{"{id: a, dir: .., singular: a, plural: a, question: a}", `site.yaml:4:6: facet "a" with folder ".." [bad-name]`},
		{"{id: a/b, dir: b, singular: a, plural: a, question: a}", `facet "a/b" with folder "b" [bad-name]`},
		{"{id: a, dir: articles, singular: a, plural: a, question: a}", `folder "articles" is taken by the site itself [bad-name]`},
		{"{id: who, dir: b, singular: a, plural: a, question: a}", `facet "who" or its folder stands twice [duplicate]`},
		{"{id: a, singular: a, plural: a, question: a}", `site.yaml:4:6: "dir" is missing in an item of "facets" [missing-field]`},
		{"a", `"facets" is "a", not a set of fields [wrong-type]`},
	} {
		site, _, got := load(t, facets+"  - "+c.facet+"\n", "name: Ana\n")
		if len(site.Facets) != 1 || !strings.Contains(got, c.want) {
			t.Errorf("%s: %d facets, told\n%s", c.facet, len(site.Facets), got)
		}
	}
}

func TestABaseThatIsNoAddressIsNotThere(t *testing.T) {
	for _, base := range []string{`"https://e.org/\n/*\n  X-Evil: 1"`, "javascript:1", "e.org", "https://me:pw@e.org/", "https://e.org/?a", `"https:// e.org"`, "https://"} {
		site, _, got := load(t, facets+"base_url: "+base+"\n", "name: Ana\n")
		if site.BaseURL.Text != "" || !strings.HasPrefix(got, "content/site.yaml:4:11: base_url: ") || !strings.Contains(got, "[bad-address]") {
			t.Errorf("%s: %q, told\n%s", base, site.BaseURL.Text, got)
		}
	}
}

func TestWhatIsWrongInAnEntryIsNotThere(t *testing.T) {
	for _, c := range []struct {
		front, want string
		left        func(*catalogue.Entry) int
	}{
		{"periods: [{from: 2021-0}]\n", `ana.md:3:18: "2021-0" of "from" is not a day [bad-day]`, func(e *catalogue.Entry) int { return len(e.Periods) }},
		{"periods: [{to: 2021}]\n", `"from" is missing in an item of "periods"`, func(e *catalogue.Entry) int { return len(e.Periods) }},
		{"periods: [{from: 2020, to: 2021-1}]\n", `"2021-1" of "to" is not a day`, func(e *catalogue.Entry) int { return len(e.Periods) }},
		{"periods:\n  - {from: 2021, to: 2020}\n", `ana.md:4:6: period from 2021 ends before it begins, on 2020 [bad-day]`, func(e *catalogue.Entry) int { return len(e.Periods) }},
		{"periods: [{from: 2021, status: gone}]\n", `"gone" of "status" is none of the words it may be [bad-value]`, func(e *catalogue.Entry) int { return len(e.Periods) }},
		{"roles: [{title: a, from: 2021, to: 2020}]\n", `role from 2021 ends before it begins, on 2020 [bad-day]`, func(e *catalogue.Entry) int { return len(e.Roles) }},
		{"roles: [{from: 2021}]\n", `"title" is missing in an item of "roles"`, func(e *catalogue.Entry) int { return len(e.Roles) }},
		{"facts: [{label: a}]\n", `"value" is missing in an item of "facts"`, func(e *catalogue.Entry) int { return len(e.Facts) }},
		{"facts: [{label: a, value: b, citation: x}]\n", `unknown citation "x" [unknown-citation]`, func(e *catalogue.Entry) int { return len(e.Facts[0].Citation.ID) }},
		{"citations:\n  - {id: a, url: javascript:1}\n", `ana.md:4:18: the citation's address "javascript:1" does not begin with https:// or http:// [bad-address]`, func(e *catalogue.Entry) int { return len(e.Citations[0].URL.Text) }},
		{"citations: [{id: a, date: someday}]\n", `ana.md:3:27: the citation's date "someday" is neither a day nor "undated" [citation]`, func(e *catalogue.Entry) int { return len(e.Citations[0].Date.Text) }},
		{"citations: [{id: a}, {id: a}]\n", `ana.md:3:23: citation "a" stands twice [duplicate]`, func(e *catalogue.Entry) int { return len(e.Citations) - 1 }},
	} {
		_, cat, got := load(t, facets, "name: Ana\n"+c.front)
		if e := cat.Entry("ana"); c.left(e) != 0 || !strings.Contains(got, c.want) || strings.Count(got, "content/") != 1 {
			t.Errorf("%s: %d left, told\n%s", c.front, c.left(e), got)
		}
	}
}
