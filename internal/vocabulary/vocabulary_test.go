package vocabulary_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"glossator/internal/annotate"
	"glossator/internal/catalogue"
	"glossator/internal/doc"
	"glossator/internal/lexicon"
	"glossator/internal/mark"
	"glossator/internal/site"
	"glossator/internal/source"
	"glossator/internal/vocabulary"
)

const siteYAML = "title: T\nfacets:\n  - {id: who, dir: people, singular: s, plural: People, question: q}\n  - {id: rule, dir: rules, singular: s, plural: Rules, question: q}\n"

// model makes a site of files, by their paths below content.
func model(t interface{ Fatal(...any) }, files map[string]string) *site.Site {
	fs := fstest.MapFS{"site.yaml": &fstest.MapFile{Data: []byte(siteYAML)}}
	for p, text := range files {
		fs[p] = &fstest.MapFile{Data: []byte(text)}
	}
	var r source.Reader
	tree, _, err := r.Read(source.Mount{Name: "content", Shown: "content", FS: fs})
	if err != nil {
		t.Fatal(err)
	}
	config, cat, problems := catalogue.Load(tree)
	if source.Stops(problems, false) {
		t.Fatal(problems)
	}
	lex, md := lexicon.New(cat, "en"), mark.New()
	in := site.Input{Config: config, Catalogue: cat, Tree: tree}
	for _, e := range cat.Entries {
		d, _ := doc.Body(e.File, e.ID, e.Body, md)
		in.Entries = append(in.Entries, site.Annotated{Doc: d, Ann: annotate.Annotate(d, lex)})
	}
	s, _ := site.New(in)
	return s
}

// apply brings a table into a site and returns its files then, what was done, and the
// problems.
func apply(t interface{ Fatal(...any) }, files map[string]string, table string) (after map[string]string, done, problems string) {
	after = maps.Clone(files)
	if after == nil {
		after = map[string]string{}
	}
	sheet, ps := vocabulary.Read(source.NewFile("v.csv", table))
	if sheet != nil {
		changes, more := sheet.Apply(model(t, files))
		ps = append(ps, more...)
		if !source.Stops(ps, false) {
			for _, c := range changes {
				after[strings.TrimPrefix(c.Path, "content/")] = c.Data
				done += fmt.Sprintln(c.Entry, c.New, c.Fields)
			}
		}
	}
	var lines []string
	for _, p := range source.SortProblems(ps) {
		lines = append(lines, p.String())
	}
	return after, done, strings.Join(lines, "\n")
}

const luz = `---
# The captain.
name: Ana Luz
kind: person   # of flesh
aliases:
  - "Captain Luz"   # in the log
  # the papers' word
  - The Captain
periods:
  - {from: 2020, as_of: 2021} # kept

roles:
  - {title: Captain, from: 2019-05, as_of: 2024-01-01, citation: log} # since the storm
  - title: Mate
    from: 2012
    to: 2019-05
    descriptions: [the mate]
citations:
  - {id: log, publisher: Harbor, identifier: Log}
---
Ana Luz sails.[^log] She has two boats.
`

func TestChangesTouchTheFieldsThatDiffer(t *testing.T) {
	for _, c := range []struct{ name, table, done, old, new string }{
		{"nothing", "id,kind,aliases\nana-luz,person,Captain Luz; The Captain\n", "ana-luz false []\n", "", ""},
		{"a column that is not there", "id\nana-luz\n", "ana-luz false []\n", "", ""},
		{"a line that ends early", "id,kind,surname\nana-luz,person\n", "ana-luz false []\n", "", ""},
		{"a text and its comment", "id,kind\nana-luz,sailor\n", "ana-luz false [kind]\n", "kind: person   # of flesh", "kind: sailor   # of flesh"},
		{"a text that must be quoted", "id,kind\nana-luz,\"a: \"\"b\"\" \\ #c\"\n", "ana-luz false [kind]\n", "kind: person ", `kind: "a: \"b\" \\ #c" `},
		{"an item more", "id,aliases\nana-luz,Captain Luz; The Captain; A. Luz\n", "ana-luz false [aliases]\n", "  - The Captain\n", "  - The Captain\n  - A. Luz\n"},
		{"an item less, and its comment", "id,aliases\nana-luz,Captain Luz\n", "ana-luz false [aliases]\n", "  # the papers' word\n  - The Captain\n", ""},
		{"the other order", "id,aliases\nana-luz,The Captain; Captain Luz\n", "ana-luz false [aliases]\n",
			"  - \"Captain Luz\"   # in the log\n  # the papers' word\n  - The Captain\n", "  # the papers' word\n  - The Captain\n  - \"Captain Luz\"   # in the log\n"},
		{"a list emptied", "id,aliases\nana-luz,\n", "ana-luz false [aliases]\n", "aliases:\n  - \"Captain Luz\"   # in the log\n  # the papers' word\n  - The Captain\n", ""},
		{"a field more", "id,surname,damaged\nana-luz,Luz,Ana Lus; Anna Luz\n", "ana-luz false [surname damaged]\n",
			"aliases:\n  - \"Captain Luz\"   # in the log\n  # the papers' word\n  - The Captain\n", "surname: Luz\naliases:\n  - \"Captain Luz\"   # in the log\n  # the papers' word\n  - The Captain\ndamaged: [Ana Lus, Anna Luz]\n"},
		{"a role that ends keeps its as_of and citation", "id,roles\nana-luz,Captain | 2019-05 | 2024-03; Mate | 2012 | 2019-05 | the mate\n", "ana-luz false [roles]\n",
			"{title: Captain, from: 2019-05, as_of: 2024-01-01, citation: log} # since the storm", `{title: Captain, from: 2019-05, to: 2024-03, as_of: 2024-01-01, citation: log} # since the storm`},
		{"the summary", "id,summary\nana-luz,Ana Luz *owns* ships.\n", "ana-luz false [summary]\n", "Ana Luz sails.[^log]", `Ana Luz \*owns\* ships.[^log]`},
		{"a summary of two sentences", "id,summary\nana-luz,Ana Luz sails. She has two boats.\n", "ana-luz false []\n", "", ""},
		{"no summary", "id,summary\nana-luz,\n", "ana-luz false []\n", "", ""},
		{"a draft", "id,draft\nana-luz,Yes\n", "ana-luz false [draft]\n", "identifier: Log}\n", "identifier: Log}\ndraft: true\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.old != "" && strings.Count(luz, c.old) != 1 {
				t.Fatal("the case does not name one place")
			}
			after, done, problems := apply(t, map[string]string{"people/ana-luz.md": luz}, c.table)
			if problems != "" || done != c.done {
				t.Errorf("done %q, want %q\n%s", done, c.done, problems)
			}
			if d := cmp.Diff(strings.Replace(luz, c.old, c.new, 1), after["people/ana-luz.md"]); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestOtherFilesAreChangedAsTheyAreWritten(t *testing.T) {
	for _, c := range []struct{ name, file, table, want string }{
		{"lines that end as on Windows", "---\r\nname: Ana\r\nby: [x]\r\n---\r\nAna sails.\r\n", "id,kind,by\nx,person,\n", "---\r\nname: Ana\r\nkind: person\r\n---\r\nAna sails.\r\n"},
		{"a byte order mark", "\uFEFF---\nname: Ana\n---\n", "id,name\nx,Eva\n", "\uFEFF---\nname: Eva\n---\n"},
		{"no text yet", "---\nname: Ana\n---", "id,summary\nx,Ana sails.\n", "---\nname: Ana\n---\nAna sails.\n"},
		{"a list in one line", "---\nname: Ana\naliases: [A, B] # two\nkind: boat\n---\n", "id,aliases\nx,\"B; \"\"c: d\"\"\"\n", "---\nname: Ana\naliases: [B, \"\\\"c: d\\\"\"] # two\nkind: boat\n---\n"},
		{"a list in several lines", "---\nname: Ana\naliases: [A,\n  B]\nkind: boat\n---\n", "id,aliases\nx,B\n", "---\nname: Ana\naliases: [B]\nkind: boat\n---\n"},
		{"a list at the margin", "---\nname: Ana\naliases:\n- A\n- B\n---\n", "id,aliases\nx,C; B\n", "---\nname: Ana\naliases:\n- C\n- B\n---\n"},
		{"a text of several lines", "---\nname: Ana\nauthority: >\n  one\n  two\n\n# next\nkind: boat\n---\n", "id,authority\nx,three\n", "---\nname: Ana\nauthority: three\n\n# next\nkind: boat\n---\n"},
		{"fields in another order", "---\nkind: boat\nname: Ana\n---\n", "id,kind,aliases,surname\nx,,A,S\n", "---\nname: Ana\nsurname: S\naliases: [A]\n---\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := map[string]string{"people/x.md": c.file}
			after, _, problems := apply(t, files, c.table)
			if d := cmp.Diff(c.want, after["people/x.md"]); d != "" || problems != "" {
				t.Error(d, problems)
			}
			again, done, _ := apply(t, after, c.table)
			if !maps.Equal(after, again) || !strings.HasSuffix(done, "[]\n") {
				t.Errorf("the second time: %s", done)
			}
		})
	}
}

func TestNewEntries(t *testing.T) {
	table := "\uFEFFsep=;\r\nID;Facet;Name;Kind;Aliases;Cues;Roles;By;Summary\r\n" +
		";who;Łucja Peña-O'Neil;person;;;\"Mate | 2012\nCaptain | 2019-05 | | the captain | the \\| skipper\";;The captain.\r\n" +
		"ferry-order;rule;Ferry Order;order;\"\"\"Order; \\; 9\"\"\";'=tariffs … fall;;lucja-pena-oneil;\r\n;;;;;;;;\r\n"
	after, done, problems := apply(t, nil, table)
	if problems != "" {
		t.Fatal(problems)
	}
	if want := "lucja-pena-oneil true [facet kind name roles summary]\nferry-order true [id facet kind name aliases cues by]\n"; done != want {
		t.Errorf("done %q, want %q", done, want)
	}
	for path, want := range map[string]string{
		"people/lucja-pena-oneil.md": "---\nname: Łucja Peña-O'Neil\nkind: person\nroles:\n  - {title: Mate, from: 2012}\n  - {title: Captain, from: 2019-05, descriptions: [the captain, the | skipper]}\n---\nThe captain.\n",
		"rules/ferry-order.md":       "---\nname: Ferry Order\nkind: order\naliases: [\"\\\"Order\", \"; 9\\\"\"]\ncues: [\"=tariffs … fall\"]\nby: [lucja-pena-oneil]\n---\n",
	} {
		if d := cmp.Diff(want, after[path]); d != "" {
			t.Error(d)
		}
	}
}

func TestMistakesAreLocated(t *testing.T) {
	files := map[string]string{"people/ana-luz.md": luz, "people/eva.md": "---\nname: Eva\n---\nEva is *very* tall.\n", "rules/odd.md": "---\n{name: Odd, # so\n surname: x}\n---\n"}
	for _, c := range []struct{ name, table, want string }{
		{"empty", "", "v.csv:1:1: the table is empty"},
		{"column", "id,nmae\n", "v.csv:1:4: unknown column \"nmae\" [vocabulary]\n\thint: did you mean \"name\"?"},
		{"column twice", "\uFEFFid,Id\n", "v.csv:1:5: column \"Id\" stands twice"},
		{"no key", "kind\nx\n", "v.csv:1:1: there is neither a column id nor a column name"},
		{"quotation marks", "id\n\"a\nb\n", "v.csv:4:1: not CSV"},
		{"a cell too many", "id,kind\nana-luz,a,b\n", "v.csv:2:11: a cell behind the last column: \"b\""},
		{"bad id", "id\nAna Luz\n", "v.csv:2:1: the id \"Ana Luz\" cannot be an address [vocabulary]\n\thint: write small letters, digits and hyphens: ana-luz"},
		{"twice", "id\nana-luz\neva\n\nana-luz\n", "v.csv:5:1: \"ana-luz\" stands in line 2 already"},
		{"twice by name", "name,id,facet\nNew,,who\nNew,,who\n", "v.csv:3:1: \"new\" stands in line 2 already"},
		{"no name", "id,name\neva,\n", "v.csv:2:5: the entry has no name"},
		{"draft", "id,draft\neva,maybe\n", "v.csv:2:5: draft \"maybe\""},
		{"day", "id,roles\neva,Mate | soon\n", "v.csv:2:5: the role \"Mate | soon\" has no days in their places"},
		{"reference", "id,by\neva,ana-lus\n", "v.csv:2:5: unknown entry \"ana-lus\" in the column by [vocabulary]\n\thint: did you mean \"ana-luz\"?"},
		{"facet", "id;name;facet\nx;X;whom\n", "v.csv:2:5: unknown facet \"whom\" [vocabulary]\n\thint: did you mean \"who\"?"},
		{"facet of another", "id,facet\neva,rule\n", "v.csv:2:5: the entry \"eva\" answers the facet \"who\", not \"rule\""},
		{"no facet", "id,name\nana-lus,Ana\n", "v.csv:2:1: the new entry \"ana-lus\" has no facet [vocabulary]\n\thint: write in the column facet one of who, rule; for an entry there is, did you mean \"ana-luz\"?"},
		{"cue", "id,cues\neva,fine work; (bad\n", "v.csv:2:5: "},
		{"marks", "id,summary\neva,Eva is short.\n", "content/people/eva.md:4:1: warning: the summary in the table is left out"},
		{"a file that cannot be changed", "id,kind\nodd,boat\n", "v.csv:2:1: content/rules/odd.md cannot be changed: it is written over several lines in a way that cannot be changed here"},
	} {
		t.Run(c.name, func(t *testing.T) {
			after, _, got := apply(t, files, c.table)
			if !strings.HasPrefix(got, c.want) {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
			if !maps.Equal(after, files) {
				t.Error("something was changed")
			}
		})
	}
}

// anyText is what an author may write into a field: one line, no spaces at its ends.
var anyText = rapid.Custom(func(t *rapid.T) string {
	s := rapid.StringOfN(rapid.OneOf(rapid.RuneFrom([]rune("aBé9 ;|\\'\"=+-@,:#[]{}*_&!%<>`~.’“\u00a0")), rapid.Rune()), 1, 12, -1).Draw(t, "text")
	s = strings.Map(func(r rune) rune {
		if r < ' ' || r == '\uFFFD' || source.Unfit(r) {
			return 'x'
		}
		return r
	}, s)
	if s = strings.TrimSpace(source.Fit(s)); s == "" { // what is unfit is left out as a file is read
		return "x"
	}
	return s
})

func yamlList(all []string) string {
	quoted := make([]string, len(all))
	for i, s := range all {
		quoted[i] = "'" + strings.ReplaceAll(s, "'", "''") + "'"
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}

// TestRoundTrip: what is exported and imported into an empty site matches the same
// words, and is exported to the same table; imported again it changes nothing.
func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		files := map[string]string{}
		for i := range rapid.IntRange(1, 4).Draw(t, "entries") {
			many := func(label string) string { return yamlList(rapid.SliceOfN(anyText, 0, 3).Draw(t, label)) }
			text := "---\nname: '" + strings.ReplaceAll(anyText.Draw(t, "name"), "'", "''") + "'\n"
			text += "kind: " + rapid.SampledFrom([]string{"person", "organization", "'yes'"}).Draw(t, "kind") + "\n"
			text += "aliases: " + many("aliases") + "\ndamaged: " + many("damaged") + "\ndescriptions: " + many("descriptions") + "\n"
			text += "cues: " + rapid.SampledFrom([]string{"[]", "['=raise … tariffs', '(expel|send back) [migrants]']"}).Draw(t, "cues") + "\n"
			if rapid.Bool().Draw(t, "role") {
				text += "roles:\n  - title: '" + strings.ReplaceAll(anyText.Draw(t, "title"), "'", "''") + "'\n    from: 2019-05\n    descriptions: " + many("phrases") + "\n"
			}
			files[rapid.SampledFrom([]string{"people", "rules"}).Draw(t, "facet")+fmt.Sprintf("/e%d.md", i)] = text + "---\nIt is " + rapid.SampledFrom([]string{"a ship", "the *3rd* ship", "1. of 2_3_4"}).Draw(t, "body") + ".\n"
		}
		before := model(t, files)
		table := vocabulary.CSV(before)
		after, _, problems := apply(t, nil, table)
		if strings.Contains(problems, "error") || len(after) != len(files) {
			t.Fatalf("%v\n%s\n%s", files, table, problems)
		}
		again := model(t, after)
		if a, b := lexicon.New(before.Catalogue, "en").Digest, lexicon.New(again.Catalogue, "en").Digest; a != b {
			t.Errorf("other words match\n%v\n%s\n%v", files, table, after)
		}
		if second := vocabulary.CSV(again); second != table {
			t.Errorf("exported again: %s", cmp.Diff(table, second))
		}
		if same, done, _ := apply(t, files, table); !maps.Equal(same, files) {
			t.Errorf("its own site is changed: %s", done)
		}
	})
}

func TestTurtle(t *testing.T) {
	s := model(t, map[string]string{
		"people/ana-luz.md":    luz,
		"rules/ferry-order.md": "---\nname: 'The \"Ferry\" \\ Order'\naliases: ['The \"Ferry\" \\ Order', Order 9]\ndamaged: [Order 9, Ordre]\nunder: [sea-act, ana-luz]\nrelated: [sea-act, ana-luz, eva]\n---\n",
		"rules/sea-act.md":     "---\nname: Sea Act\nrelated: [ferry-order]\n---\n",
		"people/eva.md":        "---\nname: Eva\n---\nEva is\n*tall*.\n",
	})
	got := vocabulary.Turtle(s, "https://example.org/a b")
	_, got, _ = strings.Cut(got, "\n\n<https://example.org/a%20b/rules/ferry-order.html#concept>")
	want := ` a skos:Concept ;
    skos:inScheme <https://example.org/a%20b/rules/#scheme> ;
    skos:notation "ferry-order" ;
    skos:prefLabel "The \"Ferry\" \\ Order"@en ;
    skos:altLabel "Order 9"@en ;
    skos:hiddenLabel "Ordre"@en ;
    skos:broader <https://example.org/a%20b/rules/sea-act.html#concept> ;
    skos:broadMatch <https://example.org/a%20b/people/ana-luz.html#concept> ;
    skos:related <https://example.org/a%20b/people/eva.html#concept> .

<https://example.org/a%20b/rules/sea-act.html#concept> a skos:Concept ;
    skos:inScheme <https://example.org/a%20b/rules/#scheme> ;
    skos:notation "sea-act" ;
    skos:prefLabel "Sea Act"@en .
`
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if got := vocabulary.Turtle(s, ""); !strings.Contains(got, "<urn:glossator:t:eva> a skos:Concept") || !strings.Contains(got, "skos:scopeNote \"Eva is tall.\"@en") {
		t.Error(got)
	}
}

// FuzzRead: no table makes reading panic, and a place that is told lies in the file.
func FuzzRead(f *testing.F) {
	f.Add("id,facet,name,aliases\nx,who,X,\"a; b\nc\"\n")
	f.Add("\uFEFFsep=;\r\nid;roles\r\nx;\"a | 2020 | | b \\| c; d\"\r\n")
	f.Add("id\tdraft\n'=x\tyes\n\"")
	s := model(f, map[string]string{"people/x.md": luz})
	f.Fuzz(func(t *testing.T, text string) {
		file := source.NewFile("v.csv", text)
		sheet, problems := vocabulary.Read(file)
		if sheet != nil {
			_, more := sheet.Apply(s)
			problems = append(problems, more...)
		}
		lines := strings.Count(text, "\n") + 1
		if slices.ContainsFunc(problems, func(p source.Problem) bool { return p.Pos.Path == "v.csv" && (p.Pos.Line < 1 || p.Pos.Line > lines) }) {
			t.Errorf("%q: %v", text, problems)
		}
	})
}
