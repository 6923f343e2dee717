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

// report is what a report says.
func report(r *build.Result) string {
	var b strings.Builder
	r.Report.WriteProblems(&b, true)
	return b.String()
}

func TestWhatIsDecidedForTheSiteHolds(t *testing.T) {
	dir := t.TempDir()
	story := "The harbor council met on Monday to speak about the new quay, which Rosa Pardo wants. “We will build the quay this year,” Rosa Pardo said. Mayor Pard left early. Port Row was closed, as Port Row had been since May, for the visit of Ana Diaz, who wrote about it.\n"
	for p, text := range map[string]string{
		"content/site.yaml":         quaySite,
		"content/who/rosa-pardo.md": "---\nname: Rosa Pardo\nkind: person\n---\nRosa Pardo leads.\n",
		"content/articles/one.md":   "---\ntitle: One\npublished: 2021-06-01\nrights: own\n---\n" + story,
		"content/articles/two.md":   "---\ntitle: Two\npublished: 2021-06-02\nrights: own\n---\n" + story,
	} {
		write(t, dir, p, text)
	}
	names := func(r *build.Result) string {
		var all []string
		for _, s := range r.Suggest() {
			all = append(all, s.Name)
		}
		return strings.Join(all, ", ")
	}
	before, r := publish(t, build.Config{Site: dir})
	if before["compare/one--two.html"] == "" || !strings.Contains(report(r), "[same-story]") {
		t.Fatalf("the two are not found to be alike:\n%s", report(r))
	}
	if !strings.Contains(names(r), "Ana Diaz") || strings.Contains(before["data/mentions.csv"], "Mayor Pard,") {
		t.Fatalf("suggested are %s", names(r))
	}
	write(t, dir, "content/decisions.yaml", "ignore: [Ana Diaz]\nsame: [{words: Mayor Pard, entry: rosa-pardo}]\nunrelated: [[two, one]]\n")
	after, r := publish(t, build.Config{Site: dir})
	clean(t, r)
	if after["compare/one--two.html"] != "" || strings.Contains(report(r), "[same-story]") {
		t.Errorf("the two are still alike:\n%s", report(r))
	}
	if strings.Contains(names(r), "Ana Diaz") {
		t.Errorf("suggested are %s", names(r))
	}
	has(t, "mentions", after["data/mentions.csv"], "Mayor Pard,who,rosa-pardo,named,editor")
	replaceIn(t, dir, "content/articles/one.md", "title: One", "title: One\nsame_story: [{article: two, as: copy}]")
	if again, _ := publish(t, build.Config{Site: dir}); again["compare/one--two.html"] == "" {
		t.Error("an article's own same_story does not win")
	}
	write(t, dir, "content/decisions.yaml", "ignore: Ana\nsame: [{words: x, entry: rosa-pard}]\nunrelated: [[one], [one, tow]]\nsmae: []\n")
	write(t, dir, "content/who/none.md", "---\nname: None\n---\n")
	_, r = publish(t, build.Config{Site: dir})
	has(t, "the report", report(r), `decisions.yaml:1:9: "ignore" is`, `decisions.yaml:2:26: unknown entry "rosa-pard"`, "decisions.yaml:3:14: 1 articles in a pair",
		`decisions.yaml:3:26: warning: there is no article "tow"`, `decisions.yaml:4:1: unknown field "smae"`, `who/none.md:1:1: no entry can be called "none"`)
}

// TestARowIsFollowedBeforeEvidence holds who wins, and that the loser is told.
func TestARowIsFollowedBeforeEvidence(t *testing.T) {
	dir := quay(t)
	write(t, dir, "content/articles/quay.evidence.csv", "paragraph,kind,entry,facet,level,phrase,value\n"+
		"1,mention,bo-mar,who,descriptive,The bill,\n1,mention,quay-bill,rule,descriptive,the bill,\n1,quote,bo-mar,who,certain,It cannot work,\n"+
		"2,date,,,,May 2021,2021-05\n2,figure,,,,12,12 boats\n2,mention,ana-luz,who,named,Ana Luz,\n")
	site, r := publish(t, build.Config{Site: dir})
	clean(t, r)
	for _, line := range []string{"2:1", "4:1", "5:1", "6:1"} {
		has(t, "the report", report(r), "quay.evidence.csv:"+line+": warning: of ")
	}
	if n := strings.Count(site["data/evidence.csv"], "\n"); n != 3 {
		t.Errorf("%d lines of evidence:\n%s", n, site["data/evidence.csv"])
	}
}

// TestWhatIsSettledIsNotAskedAgain holds that the desk asks no more of what was decided.
func TestWhatIsSettledIsNotAskedAgain(t *testing.T) {
	dir := quay(t)
	write(t, dir, "content/who/eva-luz.md", "---\nname: Eva Luz\nkind: person\n---\nEva Luz sails.\n")
	write(t, dir, "content/articles/asked.txt", "Asked\n\nThe tide was low, and Ana Luz met Eva Luz on the quay in the rain.\n\nThe board on the wall read “we are never at all late” and hung there for years.\n\nOn Monday the boat brought Luz to the quay, which was wet.\n")
	write(t, dir, "content/articles/asked.yaml", "published: 2021-06-01\nrights: own\n")
	asks := func() (all string) {
		_, r := publish(t, build.Config{Site: dir})
		for _, topic := range r.Desk() {
			for _, q := range topic.Items {
				if strings.Contains(q.Pos.Path, "asked.txt") {
					all += topic.ID + " "
				}
			}
		}
		return all
	}
	if got := asks(); !strings.Contains(got, "speaker") || !strings.Contains(got, "ambiguous") {
		t.Fatalf("it asks %q", got)
	}
	write(t, dir, "content/articles/asked.readings.yaml", "- {p: 3, words: we are never, speaker: nobody}\n- {p: 4, words: Luz, link: ana-luz}\n")
	if got := asks(); got != "" {
		t.Errorf("it still asks %q", got)
	}
}

// TestBrokenRowsHoldTheirTextBack holds that a text of which it is not known what was
// decided is not published in spite of errors.
func TestBrokenRowsHoldTheirTextBack(t *testing.T) {
	dir := quay(t)
	write(t, dir, "content/articles/quay.readings.yaml", "- {p: 2, words: [, keep: out}\n")
	site, r := publish(t, build.Config{Site: dir, Force: true})
	if r.OK || site["articles/quay.html"] != "" || site["articles/marked.html"] == "" {
		t.Error("the text is published, or another is not")
	}
}
