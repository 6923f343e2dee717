package build_test

import (
	"strings"
	"testing"

	"glossator/internal/build"
)

const quaySite = "title: The quay\nfacets:\n  - {id: who, dir: who, singular: person, plural: People, question: Who?}\n  - {id: rule, dir: rules, singular: rule, plural: Rules, question: Which?}\n"

// quay is a site of a text in which much is read wrongly, with the rows that mend it.
func quay(t *testing.T) string {
	dir := t.TempDir()
	for p, text := range map[string]string{
		"content/site.yaml":          quaySite,
		"content/who/ana-luz.md":     "---\nname: Ana Luz\nkind: person\n---\nAna Luz is the mayor.\n",
		"content/who/bo-mar.md":      "---\nname: Bo Mar\nkind: person\n---\nBo Mar sails.\n",
		"content/rules/quay-bill.md": "---\nname: Quay Bill\n---\nThe Quay Bill.\n",
		"content/articles/quay.txt":  "The quay\n\nAna Luz met Bo Mar. “It cannot work at all,” Bo Mar said in May 2021.\n\nThe bill was read. Some 12 boats came since the 11 September attacks.\n\nRead more: The other quay\n",
		"content/articles/quay.yaml": "published: 2021-06-01\nrights: own\n",
		"content/articles/marked.md": "---\ntitle: Marked\npublished: 2021-06-02\nrights: own\n---\nOn the quay [“It is over”]{speaker: ana-luz} was heard, and Bo Mar left.\n",
		"content/articles/quay.readings.yaml": `# what the desk decided
- {p: 2, words: It cannot work, speaker: ana-luz}
- {p: 2, words: Bo Mar, n: 1, link: none}
- {p: 2, words: May 2021, date: 2020-05}
- {p: 3, words: The bill, link: quay-bill}
- {p: 3, words: 11 September attacks, date: 2001-09-11}
- {p: 3, words: 12, value: 20, unit: boats}
- {p: 4, words: "Read more: The other", keep: in}
`,
	} {
		write(t, dir, p, text)
	}
	return dir
}

func has(t *testing.T, name, data string, lines ...string) {
	t.Helper()
	for _, l := range lines {
		if !strings.Contains(data, l) {
			t.Errorf("%s does not hold %q:\n%s", name, l, data)
		}
	}
}

func TestWhatAnEditorDecidesIsPublished(t *testing.T) {
	dir := quay(t)
	site, r := publish(t, build.Config{Site: dir})
	clean(t, r)
	has(t, "mentions", site["data/mentions.csv"], "The bill,rule,quay-bill,descriptive,editor")
	has(t, "quotes", site["data/quotes.csv"], `"It cannot work at all,",direct,ana-luz,said,certain,editor`, "It is over,", "ana-luz,,certain,editor")
	has(t, "dates", site["data/dates.csv"], "May 2021,2020-05,editor", "11 September attacks,2001-09-11,editor")
	has(t, "figures", site["data/figures.csv"], "12,20,boats,boats,editor")
	has(t, "the page", site["articles/quay.html"], "Read more")
	if n := strings.Count(site["data/mentions.csv"], "\nquay,") - strings.Count(site["data/mentions.csv"], "\nquay,28"); n != 3 {
		t.Errorf("the first Bo Mar is linked, or another is not:\n%s", site["data/mentions.csv"])
	}
	for _, p := range r.Problems() {
		if strings.Contains(p.Pos.Path, "readings") {
			t.Error(p)
		}
	}
}

// TestAChangedRowIsReadWithItsTextAlone holds that one text is annotated anew, and as a
// clean build would.
func TestAChangedRowIsReadWithItsTextAlone(t *testing.T) {
	dir := quay(t)
	b := build.New(build.Config{Site: dir})
	if _, err := b.Build(); err != nil {
		t.Fatal(err)
	}
	replaceIn(t, dir, "content/articles/quay.readings.yaml", "speaker: ana-luz", "speaker: nobody")
	r, err := b.Build("*")
	if err != nil {
		t.Fatal(err)
	}
	if r.Report.Annotated != 1 {
		t.Errorf("%d texts were annotated", r.Report.Annotated)
	}
	data, _, _, _ := r.Get("data/quotes.csv")
	has(t, "quotes", string(data), `"It cannot work at all,",direct,,,certain,editor`)
}

func TestRowsWithoutATextAreTold(t *testing.T) {
	dir := quay(t)
	write(t, dir, "content/articles/gone.readings.yaml", "- {p: 1, words: a b c, link: none}\n")
	replaceIn(t, dir, "content/articles/quay.readings.yaml", "link: quay-bill", "link: quay-bil")
	replaceIn(t, dir, "content/articles/quay.readings.yaml", "words: It cannot work", "words: cannot work at")
	_, r := publish(t, build.Config{Site: dir})
	var told strings.Builder
	r.Report.WriteProblems(&told, false)
	has(t, "the report", told.String(),
		"gone.readings.yaml: warning: \"gone.readings.yaml\" is not read",
		"it stands beside no text of its name",
		"quay.readings.yaml:5:", `unknown entry "quay-bil" [unknown-entry]`,
		`"cannot work at" does not begin the quotation that it stands in`)
}
