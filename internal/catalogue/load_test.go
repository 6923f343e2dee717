package catalogue_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"glossator/internal/catalogue"
	"glossator/internal/source"
)

// load reads site.yaml and an entry who/ana.md whose front matter is given.
func load(t *testing.T, site, front string) (*catalogue.Site, *catalogue.Catalogue, string) {
	t.Helper()
	return loadFiles(t, map[string]string{"site.yaml": site, "who/ana.md": "---\n" + front + "---\nWords.\n"})
}

// mount is a folder content of files.
func mount(files map[string]string) source.Mount {
	fs := fstest.MapFS{}
	for name, text := range files {
		fs[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return source.Mount{Name: "content", Shown: "content", FS: fs}
}

func loadFiles(t *testing.T, files map[string]string) (*catalogue.Site, *catalogue.Catalogue, string) {
	t.Helper()
	var r source.Reader
	tree, _, err := r.Read(mount(files))
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

// TestASiteAsItIsWritten reads everything that a folder holds: what is no entry is none,
// and what is told is told at its place.
func TestASiteAsItIsWritten(t *testing.T) {
	const front = "---\nname: Ana\n"
	files := map[string]string{
		"site.yaml": `title: The harbor
facets:
  - {id: who, dir: who, singular: person, plural: Who, question: Who?}
  - {id: rule, dir: rules, singular: rule, plural: Rules, question: Which?}
exports: some
language: english
`,
		"who/ana.md":       front + "by: [bem]\nunder: [ana]\nrelated: [rule-of-ana, nobody]\nclaimed_by: noone\nformerly: [old-ana, Old Ana]\n---\nWords.\n",
		"who/ben.md":       "---\nkind: person\n---\nWords.\n",
		"who/Not safe.md":  front + "---\n",
		"who/more/deep.md": front + "---\n",
		"who/notes.txt":    "no entry",
		"rules/ana.md":     "---\nname: Rule\n---\n",
		"rules/old.md":     "---\nname: Old rule\n---\n",
		"other/else.md":    front + "---\n",
	}
	site, cat, got := loadFiles(t, files)
	if ids := strings.Join(cat.IDs(), " "); ids != "ana ben old" {
		t.Errorf("entries: %s", ids)
	}
	if cat.Entry("ben").Name != "ben" || cat.FacetOf(cat.Entry("old")).Dir != "rules" {
		t.Errorf("ben is called %q, old stands in %q", cat.Entry("ben").Name, cat.FacetOf(cat.Entry("old")).Dir)
	}
	if body := cat.Entry("ana").File.Data[cat.Entry("ana").Body.Start:]; body != "Words.\n" {
		t.Errorf("ana's body is %q", body)
	}
	if site.Language != "en" || site.Exports.Text != "" {
		t.Errorf("language %q, exports %q: what is wrong is still there", site.Language, site.Exports.Text)
	}
	want := `content/rules/ana.md:1:1: entry "ana" stands in content/who/ana.md too [duplicate]
	hint: an ID is one entry in all facets: rename one file
content/site.yaml:5:10: "some" of "exports" is none of the words it may be [bad-value]
	hint: write all, pages, or some of cards, annotations, text, citations, embeds, markdown, json
content/site.yaml:6:1: language "english" [bad-language]
	hint: write it as en
content/who/Not safe.md:1:1: "Not safe" cannot be an entry's address [bad-name]
	hint: ` + source.SafeNameHint + `
content/who/ana.md:3:6: unknown entry "bem" [unknown-entry]
	hint: did you mean "ben"?
content/who/ana.md:5:11: unknown entry "rule-of-ana" [unknown-entry]
	hint: there is ana, ben, old
content/who/ana.md:5:24: unknown entry "nobody" [unknown-entry]
	hint: there is ana, ben, old
content/who/ana.md:6:13: unknown entry "noone" [unknown-entry]
	hint: there is ana, ben, old
content/who/ana.md:7:21: formerly "Old Ana" cannot be an address [bad-name]
	hint: ` + source.SafeNameHint + `
content/who/ben.md:2:1: "name" is missing [missing-field]
	hint: add name: …`
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	_, _, got = loadFiles(t, map[string]string{"who/ana.md": front + "---\n"})
	if want := "content/site.yaml: there is no content/site.yaml [missing-site]\n\thint: write one with title: and facets:, or run import --new to make a site"; got != want {
		t.Errorf("without site.yaml:\n%s", got)
	}
}

// TestExportsAndAddressesThatMayBe are not told.
func TestExportsAndAddressesThatMayBe(t *testing.T) {
	for _, line := range []string{"exports: all", "exports: pages", `exports: ""`, "exports: cards, text", "base_url: https://e.org/x/", `base_url: ""`} {
		if _, _, got := load(t, facets+line+"\n", "name: Ana\n"); got != "" {
			t.Errorf("%s: %s", line, got)
		}
	}
	const front = "name: Ana\nformerly: [an-a]\nperiods: [{from: 2021, to: 2021, citation: a}]\nroles: [{title: a, from: 2021, to: 2021, citation: a}, {title: b, to: 2020}]\n" +
		"facts: [{label: a, value: b, citation: a}, {label: a, value: b}]\ncitations: [{id: a, date: undated, url: https://e.org}, {date: 2021-03}, {title: b}]\nrelated: [ana]\n"
	_, cat, got := load(t, facets, front)
	e := cat.Entry("ana")
	if got != "" || len(e.Periods) != 1 || len(e.Roles) != 2 || len(e.Facts) != 2 || len(e.Citations) != 3 {
		t.Errorf("%+v\n%s", e, got)
	}
	if e.Facts[0].Citation.ID != "a" || e.Periods[0].Citation.ID != "a" || e.Citations[0].Date.Text != "undated" || e.Citations[0].URL.Text == "" {
		t.Errorf("what is right is gone: %+v", e)
	}
}

// TestWhatIsLoadedAgainIsTheSame: an entry whose file did not change is shared, and one
// whose folder another facet has now is read for that.
func TestWhatIsLoadedAgainIsTheSame(t *testing.T) {
	var r source.Reader
	var l catalogue.Loader
	read := func(site string) *catalogue.Catalogue {
		tree, _, err := r.Read(mount(map[string]string{"site.yaml": site, "who/ana.md": "---\nname: Ana\n---\n"}))
		if err != nil {
			t.Fatal(err)
		}
		_, c, problems := l.Load(tree)
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		return c
	}
	first, again := read(facets), read(facets+"author: Ben\n")
	if first.Entry("ana") != again.Entry("ana") {
		t.Error("an entry that did not change was read again")
	}
	const before = "title: A\nfacets:\n  - {id: rule, dir: rules, singular: rule, plural: Rules, question: Which?}\n"
	moved := read(strings.Replace(facets, "title: A\nfacets:\n", before, 1))
	if e := moved.Entry("ana"); moved.FacetOf(e).ID != "who" {
		t.Errorf("ana is now in %q", moved.FacetOf(e).ID)
	}
}

// TestDecisions: what is decided for the whole site, and what is wrong with it, at its place.
func TestDecisions(t *testing.T) {
	entry := func(name string) string { return "---\nname: " + name + "\n---\n" }
	read := func(text string) (*catalogue.Catalogue, string) {
		_, c, got := loadFiles(t, map[string]string{"site.yaml": facets, "who/ana.md": entry("Ana"), "who/ben.md": entry("Ben"), "decisions.yaml": text})
		return c, got
	}
	c, got := read("ignore: [Port Row, Quay]\nsame:\n  - {words: Captain Ana, entry: ana}\n  - {words: Nan, entry: ana}\n  - {words: B., entry: ben}\nunrelated: [[quay, storm], [a, b]]\n")
	if ana, ben := c.Entry("ana"), c.Entry("ben"); got != "" || strings.Join(ana.Same, "|") != "Captain Ana|Nan" || strings.Join(ben.Same, "|") != "B." {
		t.Errorf("%q, %q, told %s", ana.Same, ben.Same, got)
	}
	d := c.Decisions
	if !d.Ignores("port row") || !d.Ignores("QUAY") || d.Ignores("Port") || len(d.Unrelated) != 2 {
		t.Errorf("%+v", d)
	}
	var none *catalogue.Decisions
	if none.Ignores("Port Row") {
		t.Error("nobody decided it")
	}
	long := strings.Repeat("x", 1001)
	for _, x := range []struct {
		text, want string
		same, pair int
	}{
		{"same: [{words: Nan, entry: anna}]\n", `content/decisions.yaml:1:28: unknown entry "anna" [unknown-entry]` + "\n\thint: did you mean \"ana\"?", 0, 0},
		{"same: [{words: " + long + ", entry: ana}]\n", `content/decisions.yaml:1:16: words of 1001 characters, more than 1000 [too-long]` + "\n\thint: write a name", 0, 0},
		{"same: [{words: " + long[1:] + ", entry: ana}]\n", "", 1, 0},
		{"unrelated: [[quay]]\n", `content/decisions.yaml:1:14: 1 articles in a pair of "unrelated" [bad-value]` + "\n\thint: name two: unrelated: [[one, other]]", 0, 0},
		{"unrelated: [[quay, quay], [a, b]]\n", `content/decisions.yaml:1:14: 2 articles in a pair of "unrelated" [bad-value]` + "\n\thint: name two: unrelated: [[one, other]]", 0, 1},
		{"unrelated: [[]]\n", `content/decisions.yaml:1:1: 0 articles in a pair of "unrelated" [bad-value]` + "\n\thint: name two: unrelated: [[one, other]]", 0, 0},
		{"same: [{words: Nan}]\n", `content/decisions.yaml:1:9: "entry" is missing in an item of "same" [missing-field]`, 0, 0},
	} {
		c, got := read(x.text)
		if !strings.HasPrefix(got, x.want) || x.want == "" && got != "" || len(c.Entry("ana").Same) != x.same || len(c.Decisions.Unrelated) != x.pair {
			t.Errorf("%.60s\n%d other names, %d pairs, told %s", x.text, len(c.Entry("ana").Same), len(c.Decisions.Unrelated), got)
		}
	}
}

// TestADecisionIsOfOneBuild: entries are shared with the next one, which may decide otherwise.
func TestADecisionIsOfOneBuild(t *testing.T) {
	var r source.Reader
	var l catalogue.Loader
	read := func(decided string) *catalogue.Entry {
		tree, _, err := r.Read(mount(map[string]string{"site.yaml": facets, "who/ana.md": "---\nname: Ana\n---\n", "decisions.yaml": decided}))
		if err != nil {
			t.Fatal(err)
		}
		_, c, _ := l.Load(tree)
		return c.Entry("ana")
	}
	if n := len(read("same: [{words: Nan, entry: ana}, {words: Nana, entry: ana}]\n").Same); n != 2 {
		t.Errorf("%d other names", n)
	}
	if e := read("ignore: []\n"); len(e.Same) != 0 {
		t.Errorf("still called %q", e.Same)
	}
}

// TestAnEntryIsNotCalledNone: a reading says by these words that there is no entry.
func TestAnEntryIsNotCalledNone(t *testing.T) {
	for _, id := range []string{"none", "nobody"} {
		_, c, got := loadFiles(t, map[string]string{"site.yaml": facets, "who/" + id + ".md": "---\nname: Ana\n---\n"})
		if want := `content/who/` + id + `.md:1:1: no entry can be called "` + id + `"`; c.Entry(id) != nil || !strings.HasPrefix(got, want) {
			t.Errorf("%s: %s", id, got)
		}
	}
}
