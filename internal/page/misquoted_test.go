package page_test

import (
	"strings"
	"testing"

	"glossator/internal/page"
)

const (
	anaLuz = "---\nname: Ana Luz\nkind: person\n---\nAna Luz keeps the harbor.\n"
	report = "---\ntitle: The quay\npublished: 2021-04-02\nrights: own\n---\nThe harbor master spoke on Friday to the owners of the boats about the quay and its repair.\n\n" +
		"“The quay stays closed until the spring. Every owner will be told in time,” said Ana Luz on the steps of the office, in front of twenty people.\n\n" +
		"The repair of the northern wall costs two million and began in March, after the storm had torn it open.\n"
	retold = "The harbor chief talked on Friday to the owners of the vessels about the quay and its repair.\n\n" +
		"“The pier stays shut until the spring. Every owner will be told in time,” said Ana Luz on the steps of the workplace, in front of twenty people.\n\n" +
		"The repair of the northern wall costs two million and started in March, after the storm had torn it open.\n"
)

func harborTold(head string) map[string]string {
	return map[string]string{
		"content/rules/ana-luz.md": anaLuz, "content/articles/a.md": report,
		"content/articles/b.md": "---\ntitle: The pier\npublished: 2021-04-03\nrights: own\n" + head + "---\n" + retold,
	}
}

// TestMisquotations: the true words stand whole, up to their sentence's end, and of the
// copy's those are struck that nobody said; home, the comparison and the speaker show it.
func TestMisquotations(t *testing.T) {
	views := viewsOf(t, harborTold("same_story: [{article: a, as: rewording}]\n"))
	v, ok := views["misquoted/ana-luz-the-quay-stays-closed-until-the-spring.html"].(*page.MisquotedPage)
	if !ok {
		t.Fatal("there is no page of the pair")
	}
	var retold strings.Builder
	for _, r := range v.Quote.Retold {
		if r.Struck {
			r.Words = "[" + r.Words + "]"
		}
		retold.WriteString(r.Words + " ")
	}
	if v.Quote.Said != "The quay stays closed until the spring." || retold.String() != "The [pier] stays [shut] until the spring. " {
		t.Errorf("%q, %q", v.Quote.Said, retold.String())
	}
	if v.Original.Title != "The quay" || v.Copy.Title != "The pier" || v.Quote.Speaker.Name != "Ana Luz" {
		t.Errorf("%+v", v)
	}
	if h := views["index.html"].(*page.Home); len(h.Misquoted) != 1 || h.Changed == nil || views[h.Changed.Href] == nil {
		t.Errorf("home: %+v", h.Misquoted)
	}
	if c := views["compare/a--b.html"].(*page.Compare); len(c.Misquoted) != 1 {
		t.Errorf("comparison: %+v", c.Misquoted)
	}
	if e := views["rules/ana-luz.html"].(*page.Entry); len(e.Misquoted) != 1 || e.Misquoted[0].Href != "../"+v.Path {
		t.Errorf("speaker: %+v", e.Misquoted)
	}
}

// TestNobodyIsAccusedUnasked: without an author's word that a text rewords another, none is
// said to misquote.
func TestNobodyIsAccusedUnasked(t *testing.T) {
	for _, head := range []string{"", "same_story: [{article: a, as: same event}]\n"} {
		for path := range viewsOf(t, harborTold(head)) {
			if strings.HasPrefix(path, "misquoted/") {
				t.Errorf("%q: %s", head, path)
			}
		}
	}
}

// TestTheSameWordsAreListedOnce: an account and the original that it retells quote one
// speaker; the longer of the two is listed.
func TestTheSameWordsAreListedOnce(t *testing.T) {
	files := harborTold("")
	delete(files, "content/articles/b.md")
	files["content/articles/a.evidence.csv"] = "paragraph,kind,entry,facet,level,phrase,value\n" +
		"2,quote,ana-luz,rule,certain,The quay stays closed …,\n3,quote,ana-luz,rule,certain,we shall see,\n"
	v := viewsOf(t, files)["quotes.html"].(*page.Quotes)
	if len(v.Speakers) != 1 || v.Speakers[0].Count != 2 {
		t.Errorf("%+v", v.Speakers)
	}
}

// TestWhoBeganAndWhoEnded: of a rule, and of what blocked it between; an entry that is not
// there is an error with its place.
func TestWhoBeganAndWhoEnded(t *testing.T) {
	v := viewsOf(t, map[string]string{
		"content/rules/night-ban.md": "---\nname: Night Ban\nperiods:\n  - {from: 2021-03-01, to: 2021-05-31, by: [quay-fee]}\n  - {from: 2021-06-01, status: ended, by: [quay-fee, ana-luz]}\n---\nBoats stay.\n",
		"content/rules/quay-fee.md":  "---\nname: Quay Fee\nkind: office\n---\nIt takes a fee.\n",
		"content/rules/ana-luz.md":   "---\nname: Ana Luz\nkind: person\n---\nShe decides.\n",
		"content/articles/a.md":      "---\ntitle: First\npublished: 2021-04-02\nrights: own\n---\nAna Luz, the Night Ban and the Quay Fee.\n",
	})["rules/night-ban.html"].(*page.Entry)
	names := func(all []page.Card) (s string) {
		for _, c := range all {
			s += c.Name + ";"
		}
		return s
	}
	if v.Began == nil || names(v.Began.By) != "Quay Fee;" || v.Over == nil || names(v.Over.By) != "Quay Fee;Ana Luz;" {
		t.Errorf("began %+v, over %+v", v.Began, v.Over)
	}
}

// TestOtherNamesAreToldOnce: a name that texts write in small letters, too, is an alias
// twice, and one to a reader.
func TestOtherNamesAreToldOnce(t *testing.T) {
	v := viewsOf(t, map[string]string{
		"content/rules/night-ban.md": "---\nname: Night Ban\naliases: [night ban, Order 7, order 7, Órdenes, órdenes, Orders]\n---\nBoats stay.\n",
		"content/articles/a.md":      "---\ntitle: First\npublished: 2021-04-02\nrights: own\n---\nThe Night Ban.\n",
	})["rules/night-ban.html"].(*page.Entry)
	if got := strings.Join(v.Aliases, "; "); got != "Order 7; Órdenes; Orders" {
		t.Error(got)
	}
}

// TestHomeAnswers: what ended, what number is wrong, what was in force on which day.
func TestHomeAnswers(t *testing.T) {
	h := viewsOf(t, map[string]string{
		"content/rules/night-ban.md": "---\nname: Night Ban\nperiods:\n  - {from: 2021-03-01, to: 2021-05-31, status: in force}\n  - {from: 2021-06-01, status: ended, note: The council let it lapse.}\n---\nBoats stay.\n",
		"content/rules/quay-fee.md":  "---\nname: Quay Fee\nperiods:\n  - {from: 2021-01-01, status: in force}\n---\nA fee.\n",
		"content/articles/a.md":      "---\ntitle: First\npublished: 2021-04-02\nrights: own\n---\nThe Night Ban and the Quay Fee hold. The Quay Fee is due.\n",
		"content/timeline.yaml":      "- {date: 2021-03-01, title: The ban begins, entries: [night-ban]}\n",
		"content/figures.yaml":       "- {id: x, article: a, said: 12 boats, what: Boats sent away, agrees: no}\n- {id: y, article: a, said: 9 boats, agrees: roughly}\n",
	})["index.html"].(*page.Home)
	if h.Over == nil || h.Over.Card.Name != "Night Ban" || h.Over.Since != "since June 1, 2021" || h.Over.Note == "" {
		t.Errorf("over: %+v", h.Over)
	}
	if len(h.Wrong) != 1 || h.Wrong[0].Href != "figures.html#x" || len(h.Days) != 1 || h.Days[0].Href != "days/2021-04-02.html" {
		t.Errorf("%+v %+v", h.Wrong, h.Days)
	}
	if h.Sample == nil || h.Sample.Name != "Quay Fee" {
		t.Errorf("sample: %+v", h.Sample)
	}
	if l := h.Matrix.Lists; len(l) != 1 || len(l[0].Rows) != 2 || l[0].Rows[0].Card.Name != "Quay Fee" || l[0].Rows[0].Cell.Count != 2 {
		t.Errorf("%+v", l)
	}
}
