package page

import (
	"reflect"
	"testing"

	"glossator/internal/annotation"
	"glossator/internal/catalogue"
	"glossator/internal/doc"
	"glossator/internal/mark"
	"glossator/internal/meta"
	"glossator/internal/site"
	"glossator/internal/source"
)

// TestPagesOfASectionBeginAlike holds what is made once for a section to what each of
// its pages would make.
func TestPagesOfASectionBeginAlike(t *testing.T) {
	s := &site.Site{Config: &catalogue.Site{Title: "Site", Language: "en"}, Articles: []*site.Article{{Annotated: site.Annotated{Doc: &doc.Document{}, Ann: &annotation.Set{}}}},
		Catalogue: &catalogue.Catalogue{Facets: []catalogue.Facet{{ID: "who", Dir: "who", Plural: "Who"}, {ID: "rule", Dir: "rules", Plural: "Rules"}}}}
	p := &planner{Site: s, Options: Options{BaseURL: "https://x.org/"}}
	p.frames()
	for path, kind := range map[string]string{"index.html": "home", "search.html": "search", "404.html": "404", "articles/index.html": "articles", "articles/a.html": "article",
		"who/index.html": "facet", "who/x.html": "entry", "who/x.1.html": "evidence", "rules/former.html": "redirect", "compare/a--b.html": "compare"} {
		want := p.baseAt(path, kind)
		want.Path, want.Kind, want.Title, want.Description, want.Canonical = path, kind, "t", "d", "https://x.org/"+address(path)
		if got := p.base(path, kind, "t", "d"); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v, want %+v", path, got, want)
		}
	}
}

func TestPagesAreWrittenFromTheSideOfTheirLanguage(t *testing.T) {
	for language, want := range map[string]string{"ar": "rtl", "he": "rtl", "es-MX": "", "en": ""} {
		p := &planner{Site: &site.Site{Config: &catalogue.Site{Language: language}, Catalogue: &catalogue.Catalogue{}}}
		p.frames()
		if b := p.baseAt("index.html", "home"); b.Language != language || b.Direction != want {
			t.Errorf("%s: %q", language, b.Direction)
		}
	}
}

func TestDaysAreWrittenInTheSitesLanguage(t *testing.T) {
	es := words{map[string]string{"January 2, 2006": "2 de January de 2006", "January 2006": "January de 2006", "December": "diciembre", "1,234.5": "1.234,5", "third quarter of 2006": "tercer trimestre de 2006"}}
	for _, c := range []struct {
		w    words
		in   meta.Day
		want string
	}{
		{words{}, "2022-12-09", "December 9, 2022"},
		{words{}, "2022-12", "December 2022"},
		{words{}, "2022", "2022"},
		{words{}, "", ""},
		{words{}, meta.QuarterOf(2022, 4), "fourth quarter of 2022"},
		{words{}, meta.HalfOf(2022, 2), "second half of 2022"},
		{es, meta.QuarterOf(2022, 3), "tercer trimestre de 2022"},
		{es, "2022-12-19", "19 de diciembre de 2022"},
		{es, "2022-12", "diciembre de 2022"},
	} {
		if got := c.w.long(c.in); got != c.want {
			t.Errorf("%s: %q, want %q", c.in, got, c.want)
		}
	}
	if d := (words{}).day(meta.QuarterOf(2022, 4)); d.ISO != "2022" { // HTML knows no quarters
		t.Errorf("%+v", d)
	}
	for v, want := range map[float64]string{0: "0", 999: "999", 24819: "24,819", 1234567.5: "1,234,567.5", -2000: "−2,000"} {
		if got := (words{}).number(v); got != want {
			t.Errorf("%v: %q, want %q", v, got, want)
		}
	}
	if got := es.number(24819); got != "24.819" {
		t.Error(got)
	}
}

func TestSpansAreMergedInOrder(t *testing.T) {
	span := func(a, b int) mark.Span { return mark.Span{Start: a, End: b} }
	got := merged(nil, []mark.Span{span(0, 4), span(9, 12)}, []mark.Span{span(0, 9), span(5, 6), span(9, 10), span(20, 21)})
	want := []mark.Span{span(0, 9), span(0, 4), span(5, 6), span(9, 12), span(9, 10), span(20, 21)}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%v", got)
	}
}

func TestParagraphNumbersLeadToTheMap(t *testing.T) {
	text := "One (¶2–3), two (¶4, ¶17), three (¶9)."
	a := &site.Article{Annotated: site.Annotated{Doc: &doc.Document{Prose: doc.Prose{Text: text}}, Ann: &annotation.Set{}},
		Evidence: []site.Evidence{{Paragraph: 2}, {Paragraph: 17}}}
	var got []string
	for _, s := range (&planner{}).paragraphs(a) {
		got = append(got, text[s.Start:s.End]+" "+s.Slot)
	}
	if want := []string{" (¶2–3) ", "¶2–3 2", " (¶4, ¶17) ", "¶17 17", " (¶9) "}; !reflect.DeepEqual(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestTheRoleOfTheDay(t *testing.T) {
	e := &catalogue.Entry{Roles: []catalogue.Role{{Title: "elect", From: "2020-12", To: "2021-01-20"}, {Title: "president", From: "2021-01-20", To: "2025-01-20"}}}
	for day, want := range map[meta.Day]int{"2020-12-19": 0, "2021-01-20": 1, "2022-06-01": 1, "2026-01-01": -1, "": -1} {
		if got := roleOn(e, day); got != want {
			t.Errorf("%s: role %d, want %d", day, got, want)
		}
	}
}

func TestNotesFollowTheParagraphOfTheirMention(t *testing.T) {
	// title "A", paragraph 1 "B A", paragraph 2 with a note that alone speaks of C
	d := &doc.Document{Prose: doc.Prose{Text: "A\n\nB A\n\nx\n\nC", Blocks: []doc.Block{
		{Kind: doc.Title, Span: source.Span{Start: 0, End: 1}},
		{Kind: doc.Paragraph, Span: source.Span{Start: 3, End: 6}, N: 1},
		{Kind: doc.Paragraph, Span: source.Span{Start: 8, End: 9}, N: 2},
		{Kind: doc.Aside, Span: source.Span{Start: 11, End: 12}},
	}}, Notes: []doc.Note{{Label: "n", Block: 3, After: 2}}}
	at := func(i int) annotation.Mention { return annotation.Mention{Span: source.Span{Start: i, End: i + 1}} }
	a := &site.Article{Annotated: site.Annotated{Doc: d, Ann: &annotation.Set{Mentions: []annotation.Mention{at(0), at(3), at(5), at(11)}}},
		Seen: []site.Seen{{Profile: 0, Mentions: []int{0, 2}}, {Profile: 1, Mentions: []int{1}}, {Profile: 2, Mentions: []int{3}}}}
	m := (&planner{}).firstMet(a)
	for paragraph, want := range map[int][]int{1: {1, 0}, 2: {2}, 3: nil} {
		var got []int
		for _, x := range m.after(paragraph) {
			got = append(got, x.profile)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("notes of %v after paragraph %d, want %v", got, paragraph, want)
		}
	}
	if want := []int{2, 1, 3}; !reflect.DeepEqual(m.mentions, want) {
		t.Errorf("met at %v, want %v", m.mentions, want)
	}
}

func TestQuotationsAreMatchedToTheirAlteration(t *testing.T) {
	pair := site.Pair{A: 0, B: 1, Path: "compare/a--b.html", Changes: []site.Change{
		{ParagraphA: 10, ParagraphB: 12, Kind: "quotation", A: "perfect", B: "excellent", Verdict: "altered quotation"}}}
	for _, c := range []struct {
		article int
		row     site.Evidence
		want    string
	}{
		{0, site.Evidence{Paragraph: 10, Phrase: "perfect"}, "excellent"},
		{1, site.Evidence{Paragraph: 12, Phrase: "the excellent …"}, "perfect"},
		{0, site.Evidence{Paragraph: 11, Phrase: "perfect"}, ""},
		{0, site.Evidence{Paragraph: 10, Phrase: "equal"}, ""},
	} {
		got := ""
		if l := alteredOriginal(pair, c.article, c.row, ""); l != nil {
			got = l.Text
		}
		if got != c.want {
			t.Errorf("%+v: %q, want %q", c.row, got, c.want)
		}
	}
}
