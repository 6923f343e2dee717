package page_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"glossator/internal/build"
	"glossator/internal/page"
	"glossator/internal/source"
)

// viewsOf builds a site of one facet and is its views, by address.
func viewsOf(t *testing.T, files map[string]string) map[string]any {
	t.Helper()
	dir := t.TempDir()
	files["content/site.yaml"] = "title: The harbor\nlanguage: en\nfacets:\n  - {id: rule, dir: rules, singular: rule, plural: Rules, question: Which rule?}\n"
	for name, data := range files {
		name = filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, []byte(data), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	r, err := build.New(build.Config{Site: dir}).Build()
	if err != nil || !r.OK {
		t.Fatal(err, r.Problems())
	}
	views := map[string]any{}
	for _, p := range page.Plan(r.Site, page.Options{Part: func(*strings.Builder, string, any) *source.Problem { return nil }}) {
		views[p.Path] = p.View()
	}
	return views
}

const ban = "---\nname: Night Ban\nperiods:\n  - {from: 2021-03-01, to: 2021-05-31, status: in force, covers: All boats}\n  - {from: 2021-06-01, as_of: 2021-06-30, status: suspended}\n---\nBoats stay.\n"

// TestTimelineShowsADay: the day shown at first is the last article's; how the rules stood
// on the others waits, hidden, for a script.
func TestTimelineShowsADay(t *testing.T) {
	views := viewsOf(t, map[string]string{
		"content/rules/night-ban.md": ban,
		"content/articles/a.md":      "---\ntitle: First\npublished: 2021-04-02\nrights: own\n---\nThe Night Ban holds.\n",
		"content/articles/b.md":      "---\ntitle: Second\npublished: 2021-07-09\nrights: own\n---\nThe Night Ban is suspended.\n",
		"content/timeline.yaml":      "- {date: 2021-03-01, title: The ban begins, entries: [night-ban]}\n- {date: 2021-04-02, title: The council meets, event: true}\n- {date: 2021-05, title: Some day in May, event: true}\n",
	})
	v := views["timeline.html"].(*page.Timeline)
	if v.Day.ISO != "2021-07-09" || len(v.Meetings) != 2 || v.Meetings[0].Title != "The council meets" || v.Meetings[1].Title != "Second" || !v.Meetings[1].Selected {
		t.Errorf("%+v %+v", v.Day, v.Meetings) // a month is no day that goes through
	}
	var told []string
	for _, g := range v.Groups {
		for _, s := range g.Rules {
			told = append(told, fmt.Sprint(g.Word, "|", s.Word, "|", s.First, "|", s.Last, "|", s.On))
		}
	}
	want := "in force|in force|2021-03-01|2021-05-31|false\nblocked or suspended|suspended|2021-06-01|2021-06-30|false\nnot known past an earlier day|last known: suspended|2021-07-01||true"
	if got := strings.Join(told, "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	d := views["days/2021-04-02.html"].(*page.DayPage)
	if len(d.Groups) != 1 || d.Groups[0].Rules[0].Covers != "All boats" || len(d.Articles) != 1 || d.Next == nil || d.Previous != nil || len(d.Events) != 1 {
		t.Errorf("%+v", d)
	}
}

// TestTimelineWritesOut: what the author chose, else some that lie apart; a site with many
// days of articles marks those that the timeline calls events.
func TestTimelineWritesOut(t *testing.T) {
	files := map[string]string{"content/rules/night-ban.md": ban}
	var events strings.Builder
	for i := range 40 {
		written := ""
		if i == 7 || i == 9 {
			written = ", written: true"
		}
		fmt.Fprintf(&events, "- {date: 2021-%02d-%02d, title: Event %d, entries: [night-ban]%s}\n", 1+i/4, 1+i%4*7, i, written)
		files[fmt.Sprintf("content/articles/a%02d.md", i)] = fmt.Sprintf("---\ntitle: A %d\npublished: 2021-%02d-03\nrights: own\n---\nThe Night Ban.\n", i, 1+i%12)
	}
	for i := range 8 {
		files[fmt.Sprintf("content/articles/b%d.md", i)] = fmt.Sprintf("---\ntitle: B %d\npublished: 2022-%02d-03\nrights: own\n---\nThe Night Ban.\n", i, 1+i)
	}
	files["content/timeline.yaml"] = events.String() + "- {date: 2021-05-03, title: The council meets, event: true}\n"
	v := viewsOf(t, files)["timeline.html"].(*page.Timeline)
	var words []string
	for _, m := range v.Lying.Marks {
		if m.Label.Words != "" {
			words = append(words, m.Label.Words)
		}
	}
	if got := strings.Join(words, ", "); got != "Event 7, Event 9" {
		t.Error("written out:", got)
	}
	if len(v.Days) != 20 || len(v.Meetings) != 1 || v.Meetings[0].Href != "days/2021-05-03.html" {
		t.Errorf("%d days, %+v", len(v.Days), v.Meetings)
	}
	files["content/timeline.yaml"] = strings.ReplaceAll(files["content/timeline.yaml"], ", written: true", "")
	n := 0
	for _, m := range viewsOf(t, files)["timeline.html"].(*page.Timeline).Lying.Marks {
		if m.Label.Words != "" {
			n++
		}
	}
	if n < 5 || n > 8 {
		t.Errorf("%d are written out", n)
	}
}

// TestOnlyTheTimelineMovesTheDay: no other page loads its script.
func TestOnlyTheTimelineMovesTheDay(t *testing.T) {
	r, err := published()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range r.Paths() {
		if !strings.HasSuffix(p, ".html") {
			continue
		}
		data, _, _, _ := r.Get(p)
		if has := strings.Contains(string(data), "assets/timeline-"); has != (strings.TrimPrefix(p, "es/") == "timeline.html") {
			t.Errorf("%s: the timeline's script: %v", p, has)
		}
	}
}
