package site_test

import (
	"strings"
	"testing"
)

func TestCorrectionsLeadToTheirPages(t *testing.T) {
	s, problems := model(t, map[string]string{"content/who/ana-luz.md": anaLuz, "content/articles/a.md": "---\ntitle: The ferry\n---\nAna Luz.\n", "content/pages/about.md": "---\ntitle: About\n---\nUs.\n",
		"content/corrections.yaml": "- {date: 2026-01-02, article: a, said: in March, says: in May}\n- {date: 2026-01-04, entry: ana-luz, said: x, says: y}\n" +
			"- {date: 2026-01-04, page: about, said: x, says: y}\n- {date: 2026-01-03, page: timeline, said: x, says: y, note: n}\n"})
	if problems != "" {
		t.Fatal(problems)
	}
	var got []string
	for _, c := range s.Corrections {
		got = append(got, c.ID+" "+c.Path+" "+c.Title)
	}
	want := "c2026-01-04-1 who/ana-luz.html Ana Luz, c2026-01-04-2 about.html About, c2026-01-03-1 timeline.html , c2026-01-02-1 articles/a.html The ferry"
	if strings.Join(got, ", ") != want {
		t.Errorf("%q", got)
	}
}

func TestMistakesInCorrectionsAreTold(t *testing.T) {
	for _, c := range []struct{ row, want, hint string }{
		{"{date: 2026-01-02, said: x, says: y}", "content/corrections.yaml:1:4: the correction names 0 places [correction]", "name one, as article:, entry: or page:"},
		{"{date: 2026-01-02, page: timeline, entry: ana-luz, said: x, says: y}", "content/corrections.yaml:1:4: the correction names 2 places [correction]", "name one"},
		{"{date: 2026-01-02, page: timeline, said: x, says: x}", `content/corrections.yaml:1:4: it said "x", and says so [correction]`, "write behind says: what the page says now"},
		{"{date: 2026-01-02, page: timelin, said: x, says: y}", `content/corrections.yaml:1:28: there is no page "timelin" [unknown-page]`, `did you mean "timeline"?`},
		{"{date: 2026-01-02, entry: ana-lus, said: x, says: y}", `content/corrections.yaml:1:29: unknown entry "ana-lus" [unknown-entry]`, `did you mean "ana-luz"?`},
		{"{date: 2026-01-02, article: b, said: x, says: y}", `content/corrections.yaml:1:31: warning: there is no article "b" [unknown-article]`, ""},
		{"{date: 2026-01, page: timeline, said: x, says: y}", `content/corrections.yaml:1:10: `, "write"},
		{"{page: timeline, says: y}", `content/corrections.yaml:1:`, ""},
	} {
		s, problems := model(t, map[string]string{"content/who/ana-luz.md": anaLuz, "content/articles/a.md": "Ana Luz.", "content/corrections.yaml": "- " + c.row + "\n"})
		if !strings.HasPrefix(problems, c.want) || !strings.Contains(problems, c.hint) {
			t.Errorf("%s: %s", c.row, problems)
		}
		for _, x := range s.Corrections {
			if x.Path != "" && strings.Contains(c.row, "ana-lus") {
				t.Errorf("%s: %+v", c.row, x)
			}
		}
	}
}
