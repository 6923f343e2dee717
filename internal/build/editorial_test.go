package build_test

import (
	"strings"
	"testing"

	"glossator/internal/build"
)

// What pages say of days, and of whose words they show, holds on the reader's day and not
// only on the articles'.

const portSite = `title: The port
checked: 2026-01-15
facets:
  - {id: who, dir: who, singular: person, plural: Who, question: Who?}
  - {id: rule, dir: rules, singular: rule, plural: Rules, question: Which?}
`

// port is a site of a report of 2021, our account of it, and a rewording.
func port(t *testing.T) string {
	dir := t.TempDir()
	for p, text := range map[string]string{
		"content/site.yaml": portSite,
		"content/who/ana-luz.md": "---\nname: Ana Luz\nkind: person\nroles:\n" +
			"  - {title: Mayor of Brisa, from: 2019-05, to: 2023-05, descriptions: [the mayor]}\n---\nAna Luz was mayor.\n",
		"content/who/bo-mar.md": "---\nname: Bo Mar\nkind: person\nroles:\n" +
			"  - {title: Harbor master, from: 2015, to: 2020}\n  - {title: Head of the board, from: 2020, as_of: 2022}\n---\nBo Mar ran the port.\n",
		"content/who/eva-sol.md": "---\nname: Eva Sol\nkind: person\nroles:\n" +
			"  - {title: Judge, from: 2018, as_of: 2026-01}\n---\nEva Sol is a judge.\n",
		"content/rules/night-rule.md": "---\nname: Night Rule\nperiods:\n  - {from: 2021-03-01, status: in force, as_of: 2021-06-01}\n---\nThe Night Rule stops boats.\n",
		"content/rules/quay-law.md":   "---\nname: Quay Law\nperiods:\n  - {from: 2021-03-01, older: true, status: in force, as_of: 2021-06-01}\n---\nThe Quay Law is old.\n",
		"content/rules/dry-rule.md":   "---\nname: Dry Rule\nperiods:\n  - {from: 2021-03-01, older: true, to: 2022-02, status: in force}\n---\nThe Dry Rule is old.\n",
		"content/rules/toll-law.md":   "---\nname: Toll Law\nperiods:\n  - {from: 2019-03-01, status: in force, as_of: 2026-01-10}\n---\nThe Toll Law is new.\n",
		"content/articles/port.md": "---\ntitle: At the port\nkind: account\npublisher: Brisa Post\npublished: 2021-06-01\nrights: own\n---\n" +
			"Ana Luz, Bo Mar and Eva Sol spoke of the Night Rule, the Quay Law, the Dry Rule and the Toll Law. Ana Luz said that “boats must wait.”[^n] It was shown on “Sea Watch Tonight.” Some call it “quiet.”\n\n" +
			"[^n]: Eva Sol said it on Monday, not in May, as the report’s “last month” would mean.\n",
		"content/articles/port.evidence.csv": "paragraph,kind,entry,facet,level,phrase,value\n1,mention,night-rule,rule,descriptive,a rule of the night,\n",
		"content/articles/port-copy.md": "---\ntitle: The copy\nkind: account\npublisher: Unknown\npublished: 2021-06-01\nrights: own\nsame_story:\n  - {article: port, as: rewording}\n---\n" +
			"It rewords the report of Ana Luz.\n\n| As published | In the copy |\n|---|---|\n| Ana Luz: “boats must wait” | “vessels should attend” |\n",
		"content/articles/port-copy.evidence.csv": "paragraph,kind,entry,facet,level,phrase,value\n1,mention,night-rule,rule,descriptive,a regulation of the evening,\n",
	} {
		write(t, dir, p, text)
	}
	return dir
}

// textOf is the text of a page, tags away.
func textOf(html string) string {
	return strings.Join(strings.Fields(tags.ReplaceAllString(html, " ")), " ")
}

func TestYearsHoldOnTheReadersDay(t *testing.T) {
	site, r := publish(t, build.Config{Site: port(t)})
	clean(t, r)
	for _, page := range []string{"index.html", "who/index.html"} {
		has(t, page, textOf(site[page]), "Ana Luz Mayor of Brisa 2019–2023", "Bo Mar Head of the board 2020 to at least 2022", "Eva Sol Judge since 2018")
	}
	has(t, "an article's notes", textOf(site["articles/port.html"]), "Ana Luz Mayor of Brisa, 2019–2023", "Bo Mar Head of the board, 2020 to at least 2022")
	has(t, "rules", textOf(site["rules/index.html"]), "Night Rule as of 2021", "Quay Law as of 2021", "Dry Rule until 2022", "Toll Law since 2019")
	// a drawing, too, ends with the day up to which it is known
	if svg := site["rules/night-rule.html"]; !strings.Contains(svg, "in force: March 1, 2021, as of June 1, 2021") || strings.Contains(svg, "since March 1, 2021") {
		t.Error("the drawing goes past the day on which the rule is known to have been in force")
	}
}

func TestNobodysWordsAreNobodys(t *testing.T) {
	site, r := publish(t, build.Config{Site: port(t)})
	clean(t, r)
	rule := textOf(site["rules/night-rule.html"])
	has(t, "the entry", rule, "In the publisher’s own words ¶1 , Brisa Post a rule of the night", "As a rewording has it: nobody’s own words ¶1 , Unknown a regulation of the evening")
	has(t, "the copy", textOf(site["articles/port-copy.html"]), "The rewording: nobody’s own words")
	quotes := textOf(site["quotes.html"])
	has(t, "quotes", quotes, "Ana Luz Brisa Post , June 1, 2021 boats must wait §1")
	for _, words := range []string{"vessels should attend", "boats must wait §", "Sea Watch", "quiet"} {
		if strings.Contains(quotes, "Unknown , June 1, 2021 "+words) || words != "boats must wait §" && strings.Contains(quotes, words) {
			t.Errorf("%q is listed as said:\n%s", words, quotes)
		}
	}
	if strings.Contains(quotes, "Eva Sol Brisa Post") {
		t.Errorf("the report's words are credited to whom the note speaks of:\n%s", quotes)
	}
}
