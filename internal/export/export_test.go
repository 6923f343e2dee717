package export

import (
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"glossator/internal/annotation"
	"glossator/internal/catalogue"
	"glossator/internal/compare"
	"glossator/internal/doc"
	"glossator/internal/mark"
	"glossator/internal/site"
	"glossator/internal/source"
)

var files = map[string]string{
	"site.yaml": `title: Harbour & Sons <Notes>
description: What the "harbour" decides.
checked: 2024-05-02
facets:
  - {id: body, dir: bodies, singular: body, plural: Bodies, question: Who?}
  - {id: rule, dir: rules, singular: rule, plural: Rules, question: What?}
`,
	"bodies/council.md":  "---\nname: Harbour Council\nkind: organization\naliases: [the Council]\n---\nThe Harbour Council runs the port & its </script> pier.\n",
	"bodies/ana-diaz.md": "---\nname: Ana Díaz\nkind: person\nroles:\n  - {title: Mayor, from: 2019, as_of: 2024}\n---\nAna Díaz is mayor.\n",
	"rules/night-ban.md": `---
name: Night Ban
kind: port order
authority: "Port Act § 4"
periods:
  - {from: 2020-03, to: 2022-06-01, covers: ships}
  - {from: 2022-06-02, status: ended, as_of: 2024}
citations:
  - {id: gazette, identifier: Gazette 12, publisher: The Port, date: undated}
---
The Night Ban kept ships out at night.[^gazette]
`,
	"figures.yaml":                "- {id: f, article: ferry, paragraph: 2, said: about 1500, what: ships, official: \"1,612\", agrees: roughly, citation: {title: Log, publisher: Port, date: 2024, url: https://example.org/log}}\n",
	"timeline.yaml":               "- date: 2020-03\n  title: The ban begins\n  text: \"Ships wait, \\\"for now\\\"\"\n  entries: [night-ban, council]\n  article: ferry\n",
	"articles/ferry.evidence.csv": "paragraph,kind,entry,facet,level,phrase,value\n1,mention,night-ban,rule,descriptive,\"the \"\"night\"\" rule\",\n",
}

const ferry = `---
title: The Night Ban returns
kind: account
publisher: Port Weekly
authors: [Ana van der Berg, Ops Desk]
published: 2024-05-01
updated: 2024-05-03
place: Porto
url: https://example.org/a?b=1&c=2
rights: own
summary: "It is back, says Díaz."
---
Größe: **Ana** *Díaz* said the Night
Ban, "all of it", hits 1,500 ships &amp; more since March.[^n]

The Harbour Council waits.

[^n]: A note & more.
`

const raw = "\uFEFFA ferry comes back\r\n\r\nThe Harbour Council — “silent” — met Ana Díaz.\r\n\r\nAPP ADVERT\r\n"

// span is where words stand in a document's prose, the nth time.
func span(d *doc.Document, words string, nth int) source.Span {
	at := 0
	for ; nth > 0; nth-- {
		at += strings.Index(d.Prose.Text[at:], words) + len(words)
	}
	i := strings.Index(d.Prose.Text[at:], words)
	if i < 0 {
		panic(fmt.Sprintf("%q is not in %q", words, d.Prose.Text))
	}
	return source.Span{Start: at + i, End: at + i + len(words)}
}

func sentences(d *doc.Document) (all []source.Span) {
	for _, b := range d.Prose.Blocks {
		all = append(all, b.Span)
	}
	return all
}

func example(t testing.TB) *site.Site {
	t.Helper()
	fs := fstest.MapFS{}
	for p, text := range files {
		fs[p] = &fstest.MapFile{Data: []byte(text)}
	}
	tree, _, err := new(source.Reader).Read(source.Mount{Name: "content", Shown: "content", FS: fs})
	if err != nil {
		t.Fatal(err)
	}
	config, cat, problems := catalogue.Load(tree)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	md := mark.New()
	in := site.Input{Config: config, Catalogue: cat, Tree: tree, ArticleDirs: []string{"content/articles"}}
	for _, e := range cat.Entries {
		d, _ := doc.Body(e.File, e.ID, e.Body, md)
		in.Entries = append(in.Entries, site.Annotated{Doc: d, Ann: &annotation.Set{Sentences: sentences(d)}})
	}
	a, ps := doc.Parse(source.NewFile("content/articles/ferry.md", ferry), nil, doc.Options{Markdown: md})
	if len(ps) > 0 {
		t.Fatal(ps)
	}
	b, _ := doc.Parse(source.NewFile("in/plain.txt", raw), nil, doc.Options{Markdown: md, Private: true})
	b.Cleaned = append(b.Cleaned, doc.Cleaning{Span: source.Span{Start: strings.Index(raw, "APP"), End: strings.Index(raw, "APP") + 10}, Rule: "furniture"})
	named := func(d *doc.Document, words string, nth int, entry, rule string) annotation.Mention {
		return annotation.Mention{Span: span(d, words, nth), Entry: entry, Level: annotation.Named, Rule: rule}
	}
	in.Articles = []site.Annotated{
		{Doc: a, Ann: &annotation.Set{
			Sentences: sentences(a),
			Mentions: []annotation.Mention{named(a, "Night Ban", 0, "night-ban", "name"), named(a, "Ana Díaz", 0, "ana-diaz", "name"),
				named(a, "Night Ban", 1, "night-ban", "name"), named(a, "Harbour Council", 0, "council", "name")},
			Quotes: []annotation.Quote{{Span: span(a, "all of it", 0), Kind: "fragment", Speaker: "ana-diaz", Cue: span(a, "said", 0), Certainty: "certain"}},
			Figures: []annotation.Figure{{Span: span(a, "1,500", 0), Value: 1500, Unit: "ships"},
				{Span: span(a, "ships & more", 0), Value: 0.5}},
			Dates: []annotation.Date{{Span: span(a, "March", 0), Resolves: "2024-03"}},
		}},
		{Doc: b, Ann: &annotation.Set{
			Sentences: sentences(b),
			Mentions:  []annotation.Mention{named(b, "Harbour Council", 0, "council", "name"), named(b, "Ana Díaz", 0, "ana-diaz", "name")},
			Quotes:    []annotation.Quote{{Span: span(b, "silent", 0), Kind: "fragment", Name: "a clerk", Certainty: "unknown"}},
		}},
	}
	in.Pairs = func() []compare.Pair { return []compare.Pair{{A: 0, B: 1, Relation: "rewording"}} }
	s, problems := site.New(in)
	if source.Stops(problems, false) {
		t.Fatal(problems)
	}
	return s
}

func options(s *site.Site, base string) Options {
	a, b := s.Articles[0].Doc, s.Articles[1].Doc
	changes := []*compare.Comparison{{Findings: []compare.Finding{
		{Kind: compare.Name, Verdict: compare.DroppedName, Entry: "night-ban", A: span(a, "Night Ban", 1), B: source.Span{Start: 5, End: 5}},
		{Kind: compare.Wording, Verdict: compare.WordingOnly, A: source.Span{Start: len(a.Prose.Text), End: len(a.Prose.Text)}, B: span(b, "— “silent” —", 0)},
	}}}
	return Options{Base: base, Policy: "default-src 'self'", Changes: func() []*compare.Comparison { return changes }}
}

func all(s *site.Site, base string) map[string]string {
	o := options(s, base)
	out := map[string]string{}
	for _, f := range whole(s, o) {
		out[f.Path] = f.Data
	}
	for _, a := range s.Articles {
		for _, f := range ofArticle(s, a, o) {
			out[f.Path] = f.Data
		}
	}
	return out
}

func rows(t *testing.T, text string) (maps []map[string]string) {
	t.Helper()
	recs, err := csv.NewReader(strings.NewReader(text)).ReadAll() // refuses rows of unequal length
	if err != nil {
		t.Fatal(err)
	}
	for _, rec := range recs[1:] {
		m := map[string]string{}
		for i, name := range recs[0] {
			m[name] = rec[i]
		}
		maps = append(maps, m)
	}
	return maps
}

func TestOffsetsFindTheExactWords(t *testing.T) {
	s := example(t)
	out := all(s, "")
	check := func(table string, r map[string]string, article, start, end, exact string) {
		text := []rune(s.Article(r[article]).Doc.File.Data)
		from, err1 := strconv.Atoi(r[start])
		to, err2 := strconv.Atoi(r[end])
		// csv.Reader turns CR LF inside a cell into LF.
		if err1 != nil || err2 != nil || strings.ReplaceAll(string(text[from:to]), "\r\n", "\n") != r[exact] {
			t.Errorf("%s: %v: [%s:%s] is not %q", table, r, r[start], r[end], r[exact])
		}
	}
	for table, n := range map[string]int{"mentions": 6, "quotes": 2, "figures": 2, "dates": 1, "cleaned": 1} {
		all := rows(t, out["data/"+table+".csv"])
		if len(all) != n {
			t.Errorf("%s: %d rows, want %d", table, len(all), n)
		}
		for _, r := range all {
			check(table, r, "article", "source_start", "source_end", "exact")
		}
	}
	if all := rows(t, out["data/changes.csv"]); len(all) != 2 {
		t.Errorf("changes: %v", all)
	} else {
		for _, r := range all {
			check("changes", r, "a", "a_start", "a_end", "a_exact")
			check("changes", r, "b", "b_start", "b_end", "b_exact")
		}
	}
}

func TestMentionRow(t *testing.T) {
	out := all(example(t), "https://example.org/x/")
	if !strings.Contains(out["data/mentions.csv"], `,Ana** *Díaz,body,ana-diaz,named,name,"Größe: Ana Díaz said the Night Ban, ""all of it"", hits 1,500 ships & more since March.",articles/ferry.html#p1.ana-diaz`+"\n") {
		t.Error(out["data/mentions.csv"])
	}
	if q := out["data/quotes.csv"]; !strings.Contains(q, "all of it,fragment,ana-diaz,said,certain,\n") || !strings.Contains(q, "silent,fragment,a clerk,,unknown,\n") {
		t.Error(q)
	}
}

func TestColumnsAreTheIssue(t *testing.T) {
	out := all(example(t), "")
	for path, head := range map[string]string{
		"data/mentions.csv": "article,source_start,source_end,exact,facet,entry,level,rule,sentence,page",
		"data/quotes.csv":   "article,source_start,source_end,exact,kind,speaker,cue,certainty,rule",
		"data/figures.csv":  "article,source_start,source_end,exact,value,unit,what,rule",
		"data/dates.csv":    "article,source_start,source_end,exact,resolves,rule",
		"data/cleaned.csv":  "article,source_start,source_end,exact,rule,replacement",
		"data/changes.csv":  "a,b,kind,entry,a_start,a_end,a_exact,b_start,b_end,b_exact,verdict",
		"data/evidence.csv": "article,paragraph,kind,entry,facet,level,phrase,value",
	} {
		if got, _, _ := strings.Cut(out[path], "\n"); got != head {
			t.Errorf("%s: %s", path, got)
		}
	}
	for _, tab := range Tables() {
		if all := rows(t, out[tab.Path]); len(all) == 0 {
			t.Errorf("%s has no row in the example", tab.Path)
		} else if len(all[0]) != len(tab.Columns) {
			t.Errorf("%s: %d columns, %d documented", tab.Path, len(all[0]), len(tab.Columns))
		}
		for _, c := range tab.Columns {
			if c.About == "" {
				t.Errorf("%s: %s is not described", tab.Path, c.Name)
			}
		}
	}
}

func TestXMLAndJSONAreWellFormed(t *testing.T) {
	s := example(t)
	for _, base := range []string{"", "https://example.org/x"} {
		for path, text := range all(s, base) {
			switch {
			case strings.HasSuffix(path, ".xml"):
				for d := xml.NewDecoder(strings.NewReader(text)); ; {
					if _, err := d.Token(); err == io.EOF {
						break
					} else if err != nil {
						t.Fatalf("%s: %v\n%s", path, err, text)
					}
				}
			case strings.HasSuffix(path, "json"), strings.HasSuffix(path, "jsonld"):
				if !json.Valid([]byte(text)) {
					t.Errorf("%s: %s", path, text)
				}
			}
		}
		maker := NewLD(s, base)
		ld := []string{maker.Home()}
		for _, a := range s.Articles {
			ld = append(ld, maker.Article(a))
		}
		for _, p := range s.Profiles {
			ld = append(ld, maker.Entry(p))
		}
		for _, text := range ld {
			if !json.Valid([]byte(text)) || strings.ContainsAny(text, "<>&\n") {
				t.Errorf("not safe in a script: %s", text)
			}
		}
	}
}

func TestABaseNeedsNoSlash(t *testing.T) {
	s := example(t)
	with, without := all(s, "https://example.org/x/"), all(s, "https://example.org/x")
	for path := range with {
		if with[path] != without[path] {
			t.Errorf("%s differs", path)
		}
	}
	if NewLD(s, "https://example.org/x/").Home() != NewLD(s, "https://example.org/x").Home() {
		t.Error("so does the home page")
	}
}

func TestFeed(t *testing.T) {
	s := example(t)
	var f struct {
		ID, Title, Updated string
		Author             struct {
			Name string `xml:"name"`
		} `xml:"author"`
		Link []struct {
			Rel  string `xml:"rel,attr"`
			Href string `xml:"href,attr"`
		} `xml:"link"`
		Entry []struct {
			ID      string `xml:"id"`
			Title   string `xml:"title"`
			Updated string `xml:"updated"`
			Content string `xml:"content"`
		} `xml:"entry"`
	}
	type head struct {
		ID      string `xml:"id"`
		Title   string `xml:"title"`
		Updated string `xml:"updated"`
	}
	var h head
	for base, want := range map[string]struct{ id, entry, href, self string }{
		"":                       {"urn:uuid:", "urn:uuid:", `href="../rules/night-ban.html"`, "feed.xml"},
		"https://example.org/x/": {"https://example.org/x/", "https://example.org/x/articles/ferry.html", `href="https://example.org/x/rules/night-ban.html"`, "https://example.org/x/feed.xml"},
	} {
		text := all(s, base)["feed.xml"]
		f.Link, f.Entry = nil, nil
		if err := xml.Unmarshal([]byte(text), &f); err != nil {
			t.Fatal(err)
		}
		if err := xml.Unmarshal([]byte(text), &h); err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(h.ID, want.id) || h.Title != "Harbour & Sons <Notes>" || h.Updated != "2024-05-03T00:00:00Z" || f.Author.Name == "" || f.Link[0].Href != want.self {
			t.Errorf("%+v %+v", h, f)
		}
		if len(f.Entry) != 1 { // the other one has no day
			t.Fatalf("%d entries", len(f.Entry))
		}
		e := f.Entry[0]
		if !strings.HasPrefix(e.ID, want.entry) || e.Title != "The Night Ban returns" || e.Updated != "2024-05-03T00:00:00Z" {
			t.Errorf("%+v", e)
		}
		for _, part := range []string{want.href, "</strong>", "kept ships out at night", "<sup>[1]</sup>", "[1] A note &amp; more.", "(rule): The Night Ban"} {
			if !strings.Contains(e.Content, part) {
				t.Errorf("no %q in %s", part, e.Content)
			}
		}
	}
}

func TestPrivateTextIsNotSpread(t *testing.T) {
	s := example(t)
	s.Articles[1].Doc.Meta.Published = "2024-01-01"
	out := all(s, "https://example.org/")
	if strings.Contains(out["feed.xml"], "silent") || !strings.Contains(out["feed.xml"], "articles/plain.html") {
		t.Error(out["feed.xml"])
	}
	if strings.Contains(out["sitemap.xml"], "plain") || !strings.Contains(out["sitemap.xml"], "<loc>https://example.org/articles/ferry.html</loc><lastmod>2024-05-03</lastmod>") {
		t.Error(out["sitemap.xml"])
	}
}

func TestAnnotationsSelectThePublishedText(t *testing.T) {
	s := example(t)
	out := all(s, "https://example.org/")
	for _, a := range s.Articles {
		var c struct {
			Total int
			About struct{ ID, Value, Language string } `json:"schema:about"`
			First struct {
				Items []struct {
					Target struct {
						Source   string
						Selector []struct {
							Type, Exact, Prefix, Suffix string
							Start, End                  int
						}
					}
				}
			}
		}
		stem := strings.TrimSuffix(a.Path, ".html")
		if err := json.Unmarshal([]byte(out[stem+".jsonld"]), &c); err != nil {
			t.Fatal(err)
		}
		if c.Total != len(c.First.Items) || c.Total == 0 {
			t.Errorf("total %d of %d", c.Total, len(c.First.Items))
		}
		text := []rune(c.About.Value)
		if c.About.Value+"\n" != out[stem+".txt"] || c.About.Language != "en" {
			t.Errorf("the text is not the article's: %+v", c.About)
		}
		for _, x := range c.First.Items {
			quote, at := x.Target.Selector[0], x.Target.Selector[1]
			if x.Target.Source != c.About.ID {
				t.Errorf("%s: an annotation of %q", stem, x.Target.Source)
			}
			if string(text[at.Start:at.End]) != quote.Exact || !strings.HasSuffix(string(text[:at.Start]), quote.Prefix) || !strings.HasPrefix(string(text[at.End:]), quote.Suffix) {
				t.Errorf("%s: %+v", stem, x)
			}
		}
	}
}

func TestCitations(t *testing.T) {
	out := all(example(t), "https://example.org/")
	for path, want := range map[string]string{
		"articles/ferry.bib": `@article{ferry-original,
  author = {van der Berg, Ana and Desk, Ops},
  title = {{[Port Weekly, Porto, 2024-05-01]}},
  journal = {Port Weekly},
  year = {2024},
  month = {5},
  date = {2024-05-01},
  url = {https://example.org/a?b=1&c=2}
}
@misc{ferry,
  author = {{Harbour \& Sons <Notes>}},
  title = {{The Night Ban returns}},
  howpublished = {Harbour \& Sons <Notes>},
  year = {2024},
  month = {5},
  date = {2024-05-03},
  url = {https://example.org/articles/ferry.html},
  note = {Port Weekly, 2024-05-01}
}
`,
		"articles/plain.ris": "TY  - NEWS\r\nTI  - A ferry comes back\r\nUR  - https://example.org/articles/plain.html\r\nLA  - en\r\nER  - \r\n",
		"articles/plain.csl.json": `[{"id":"plain","type":"article-newspaper","title":"A ferry comes back","URL":"https://example.org/articles/plain.html","language":"en"}]
`,
	} {
		if out[path] != want {
			t.Errorf("%s:\n%q\nwant\n%q", path, out[path], want)
		}
	}
	if !strings.Contains(out["articles/ferry.csl.json"], `"author":[{"family":"van der Berg","given":"Ana"},{"family":"Desk","given":"Ops"}],"container-title":"Port Weekly","issued":{"date-parts":[[2024,5,1]]}`) {
		t.Error(out["articles/ferry.csl.json"])
	}
}

func TestTimelineDates(t *testing.T) {
	text := all(example(t), "")["data/timeline.json"]
	for _, part := range []string{
		`"start_date":{"year":2020,"month":3},"text":{"headline":"The ban begins"`,
		`"start_date":{"year":2020,"month":3},"end_date":{"year":2022,"month":6,"day":1}`,
		`"group":"Rules"`,
	} {
		if !strings.Contains(text, part) {
			t.Errorf("no %s in %s", part, text)
		}
	}
	if strings.Contains(text, `"month":6,"day":2`) {
		t.Error("the period that says it ended is drawn")
	}
}

func TestSchemaTypes(t *testing.T) {
	for _, c := range []struct{ kind, name, want string }{
		{"person", "Ana", "Person"},
		{"organization", "Ministry of Fish", "GovernmentOrganization"},
		{"organization", "Green Party", "PoliticalParty"},
		{"news organization", "Port Weekly", "NewsMediaOrganization"},
		{"organization", "Friends of Fish", "Organization"},
		{"public health order", "Fish 42", "Legislation"},
		{"effect of a law", "x", "DefinedTerm"},
		{"practice", "x", "DefinedTerm"},
		{"", "x", "DefinedTerm"},
	} {
		if got := schemaType(&catalogue.Entry{Kind: c.kind, Name: c.name}); got != c.want {
			t.Errorf("%s %s: %s, want %s", c.kind, c.name, got, c.want)
		}
	}
}

func FuzzTextInCells(f *testing.F) {
	f.Add("a", "b,\"c\"\n")
	f.Add(" ", "\u2028</script>")
	f.Fuzz(func(t *testing.T, a, b string) {
		var cells strings.Builder
		w := sheet{csv: csv.NewWriter(&cells)}
		w.text(a, b)
		w.end()
		w.csv.Flush()
		if strings.Contains(a+b, "\r") || a+b == "" {
			return // the reader changes the first, and skips the second
		}
		if rec, err := csv.NewReader(strings.NewReader(cells.String())).Read(); err != nil || rec[0] != a || rec[1] != b {
			t.Errorf("%q, %v", rec, err)
		}
		var j object
		j.text(a + b)
		var back string
		if err := json.Unmarshal(j.Bytes(), &back); err != nil || back != strings.ToValidUTF8(a+b, "\uFFFD") && strings.ToValidUTF8(a+b, "") == a+b {
			t.Errorf("%s: %v", j.String(), err)
		}
	})
}

// large is a site of n articles of 640 words with 25 mentions, 5 quotations, 6
// figures and 5 dates each.
func large(b testing.TB, n int) *site.Site {
	s := example(b)
	paragraph := "On Monday the Harbour Council said “nothing at all” about the 1,500 ships that waited, and nobody asked it why they did.\n\n"
	d, _ := doc.Parse(source.NewFile("in/long.txt", strings.Repeat(paragraph, 29)), nil, doc.Options{Markdown: mark.New()})
	ann := &annotation.Set{Sentences: sentences(d)}
	for i := range 25 {
		ann.Mentions = append(ann.Mentions, annotation.Mention{Span: span(d, "Harbour Council", i+1), Entry: "council", Level: annotation.Named, Rule: "name"})
		if i%5 == 0 {
			ann.Quotes = append(ann.Quotes, annotation.Quote{Span: span(d, "nothing at all", i), Kind: "fragment", Speaker: "council", Certainty: "certain"})
			ann.Figures = append(ann.Figures, annotation.Figure{Span: span(d, "1,500", i), Value: 1500, Unit: "ships"})
			ann.Dates = append(ann.Dates, annotation.Date{Span: span(d, "Monday", i), Resolves: "2024-05-01"})
		}
	}
	a := *s.Articles[0]
	a.Doc, a.Ann = d, ann
	a.Doc.Meta.Updated = "2024-05-01"
	for s.Articles = nil; len(s.Articles) < n; {
		s.Articles = append(s.Articles, &a)
	}
	return s
}

func BenchmarkFiles(b *testing.B) {
	s := large(b, 10_000)
	for b.Loop() {
		whole(s, Options{Base: "https://example.org/"})
	}
}

func BenchmarkArticle(b *testing.B) {
	s := large(b, 1)
	for b.Loop() {
		NewLD(s, "https://example.org/").Article(s.Articles[0])
		ofArticle(s, s.Articles[0], Options{Base: "https://example.org/"})
	}
}

// whole makes every file of the site as a whole.
func whole(s *site.Site, o Options) (all []written) {
	for _, f := range allFiles() {
		var b strings.Builder
		if err := f.Write(&b, s, o); err != nil {
			panic(err)
		}
		all = append(all, written{f.Path, b.String()})
	}
	return all
}

// written is one file of the published site.
type written struct{ Path, Data string }

// ofArticle makes every file of an article.
func ofArticle(s *site.Site, a *site.Article, o Options) (all []written) {
	for _, f := range formats() {
		if f.Entries {
			continue
		}
		var b strings.Builder
		if err := f.Write(&b, s, a, o); err != nil {
			panic(err)
		}
		all = append(all, written{f.Path(a.Path), b.String()})
	}
	return all
}

// TestEveryFormatCanBeAskedFor by a name of the catalogue's table, and none comes unasked.
func TestEveryFormatCanBeAskedFor(t *testing.T) {
	n := 0
	for _, e := range catalogue.Exports {
		n += len(Formats([]string{e.Name}))
	}
	if n != len(formats()) || len(Formats(nil)) != 0 {
		t.Errorf("of %d formats %d can be asked for, and %d come unasked", len(formats()), n, len(Formats(nil)))
	}
}

func TestEveryFileHasItsTypeAndSaysSomething(t *testing.T) {
	s := large(t, 2)
	all := append(whole(s, Options{Policy: "default-src 'self'"}), ofArticle(s, s.Articles[0], Options{})...)
	for _, f := range all {
		if TypeOf(f.Path) == "" {
			t.Errorf("%s has no media type", f.Path)
		}
		if f.Data == "" && f.Path != ".nojekyll" && f.Path != "_redirects" {
			t.Errorf("%s is empty", f.Path)
		}
	}
	for _, path := range []string{"data/nonesuch.json", "articles/a.nonesuch", "index.html", "x.bib"} {
		if got := TypeOf(path); got != "" {
			t.Errorf("%s is no export, but has the type %s", path, got)
		}
	}
	for _, f := range formats() {
		if f.Label == "" {
			t.Errorf("%s has no label", f.Ext)
		}
	}
}
