package content_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"glossator/internal/build"
	"glossator/internal/catalogue"
	"glossator/internal/meta"
	"glossator/internal/site"
)

// citedIn calls f with every citation of the site and where it stands.
func citedIn(s *site.Site, f func(where string, c catalogue.Citation)) {
	for _, p := range s.Profiles {
		for _, c := range p.Entry.Citations {
			f(p.Entry.File.Path, c)
		}
	}
	for _, e := range s.Timeline {
		f("timeline.yaml: "+e.Title, e.Citation)
	}
	for _, x := range s.Figures {
		f("figures.yaml: "+x.ID, x.Citation)
	}
	for _, x := range exhibits(s) {
		for _, c := range x.Citations {
			f(x.File.Path, c)
		}
	}
}

// numbered are identifiers from which a government's address follows.
var numbered = regexp.MustCompile(`\d Fed\. Reg\. \d|U\.S\.C\.|^Executive Order|^Proclamation|^(H\.R|S)\. \d|^(Arizona|Biden|Noem|Louisiana|Huisha-Huisha|Ms\. L\.|Texas|National) .*No\. `)

func addresses(t *testing.T, s *site.Site) {
	citedIn(s, func(where string, c catalogue.Citation) {
		if numbered.MatchString(c.Identifier) && c.URL.Text == "" {
			t.Errorf("%s: %q has no address", where, c.Identifier)
		}
		if c.Date.Text == catalogue.Undated && strings.Contains(c.Identifier, "Fed. Reg.") {
			t.Errorf("%s: %q has a day", where, c.Identifier)
		}
	})
}

var (
	register = regexp.MustCompile(`\d+ Fed\. Reg\. \d+`)
	signed   = regexp.MustCompile(`^(Executive Order|Proclamation) `)
)

// publicationDay: a document of the Federal Register has one day wherever it is cited, that
// of its publication; for what a president signs, the note gives the day of signing.
func publicationDay(t *testing.T, s *site.Site) {
	days := map[string]string{}
	citedIn(s, func(where string, c catalogue.Citation) {
		number := register.FindString(c.Identifier)
		if number == "" {
			return
		}
		if day, ok := days[number]; ok && day != c.Date.Text {
			t.Errorf("%s: %s is of %s here and of %s elsewhere", where, number, c.Date.Text, day)
		}
		days[number] = c.Date.Text
		if signed.MatchString(c.Identifier) && !strings.HasPrefix(c.Note, "Signed ") {
			t.Errorf("%s: %s: the note gives no day of signing", where, c.Identifier)
		}
	})
}

// dateInProse is a year, or a day of a month.
var dateInProse = regexp.MustCompile(`\b(19|20)\d\d\b|\b(January|February|March|April|May|June|July|August|September|October|November|December) \d`)

func datedParagraphs(t *testing.T, s *site.Site) {
	for _, p := range s.Profiles {
		e := p.Entry
		for paragraph := range strings.SplitSeq(e.File.Data[e.Body.Start:e.Body.End], "\n\n") {
			if dateInProse.MatchString(paragraph) && !strings.Contains(paragraph, "[^") {
				t.Errorf("%s: no source: %.90s", e.File.Path, paragraph)
			}
		}
	}
	for _, a := range s.Articles {
		_, then, _ := strings.Cut(a.Doc.File.Data, "## "+since)
		then, _, _ = strings.Cut(then, "\n[^")
		if !strings.Contains(then, "[^since]") {
			t.Errorf("%s: what came since has no source", a.Doc.File.Path)
		}
	}
}

var unsought = regexp.MustCompile(`(?i)\b(not|nothing|never|none)\b[^.]*\b(researched|checked|found|confirmed)\b[^.]*\.$`)

func endings(t *testing.T, s *site.Site) {
	for _, p := range s.Profiles {
		if text := strings.TrimSpace(entryText(p)); unsought.MatchString(text[strings.LastIndex(strings.TrimSuffix(text, "."), ". ")+1:]) {
			t.Errorf("%s: ends in what was not found", p.Entry.File.Path)
		}
	}
	for _, x := range texts(s) {
		if strings.Contains(x.text, "not researched") || strings.Contains(x.text, "later was checked") {
			t.Errorf("%s: find it, or leave it out: %.80s", x.where, x.text)
		}
	}
}

func checkedDay(t *testing.T, s *site.Site) {
	var newest meta.Day
	citedIn(s, func(_ string, c catalogue.Citation) {
		if d, ok := meta.ParseDay(c.Date.Text); ok && d.Full() {
			newest = max(newest, d)
		}
	})
	if s.Config.Checked != newest {
		t.Errorf("site.yaml: checked to %s, and the newest source is of %s", s.Config.Checked, newest)
	}
}

var (
	announces = regexp.MustCompile(`(?i)\bannounce[sd]\b|\bannouncement\b`)
	underWay  = regexp.MustCompile(`(?i)\b(begins?|opens?|starts?|takes? effect|is widened|are sent)\b`)
)

// announced: an event that was announced on its day is told as announced, and no period
// is in force from the day on which its note says that it was announced.
func announced(t *testing.T, s *site.Site) {
	for _, e := range s.Timeline {
		if strings.Contains(e.Text, "announces") && underWay.MatchString(e.Title) && !announces.MatchString(e.Title) {
			t.Errorf("timeline.yaml: %q was announced on that day", e.Title)
		}
	}
	for _, p := range s.Profiles {
		for _, q := range p.Entry.Periods {
			if q.InForce() && (strings.Contains(q.Note, "Announced on this day") || strings.Contains(strings.ToLower(q.Note), "announced "+written(q.From))) {
				t.Errorf("%s: in force from %s, when it was announced", p.Entry.File.Path, q.From)
			}
		}
	}
}

// written is a day as notes write it, in small letters.
func written(d meta.Day) string {
	if !d.Full() {
		return "\x00"
	}
	return strings.ToLower(d.First().Time().Format("January 2, 2006"))
}

// outlived: what is done under one rule alone is not in force behind that rule's end.
func outlived(t *testing.T, s *site.Site) {
	for _, p := range s.Profiles {
		if len(p.Entry.Under) != 1 {
			continue
		}
		rule := s.Profile(p.Entry.Under[0].ID)
		if rule == nil || !slices.ContainsFunc(rule.Entry.Periods, func(q catalogue.Period) bool { return q.Ended() && q.Covers == "Nobody" }) {
			continue
		}
		for _, q := range p.Entry.Periods {
			if q.InForce() && q.To == "" {
				t.Errorf("%s: in force with no end, under %s, which is over", p.Entry.File.Path, rule.Entry.ID)
			}
		}
	}
}

var (
	countedPeople = regexp.MustCompile(`\d (people|persons|migrants|Venezuelans|Mexicans|Cubans)\b[^.;]{0,40}\b(encountered|at the border in)\b`)
	countsPeople  = regexp.MustCompile(`\bcount(s|ed)? \d[\d,]* (people|migrants|Venezuelans)\b`)
)

func encounters(t *testing.T, s *site.Site) {
	for _, x := range texts(s) {
		if countedPeople.MatchString(x.text) || countsPeople.MatchString(x.text) {
			t.Errorf("%s: encounters are not people: %.90s", x.where, x.text)
		}
	}
	for _, f := range s.Figures {
		a := s.Article(f.Article.ID)
		if f.Unit != "encounters" || a == nil {
			continue
		}
		for _, row := range a.Evidence {
			if row.Kind == "figure" && row.Paragraph == f.Paragraph && strings.HasSuffix(row.Value, " people") {
				t.Errorf("%s: %s are encounters, not %q", a.Doc.File.Path, row.Phrase, row.Value)
			}
		}
	}
}

// roleYears: whoever has roles is listed with years.
func roleYears(t *testing.T, s *site.Site) {
	r, err := build.New(build.Config{Site: "..", Exports: "pages"}).Build()
	if err != nil {
		t.Fatal(err)
	}
	data, _, problem, _ := r.Get("who/index.html")
	if problem != nil {
		t.Fatal(problem)
	}
	for _, p := range in(s, "who") {
		if len(p.Entry.Roles) == 0 || len(p.Articles) == 0 {
			continue
		}
		_, line, ok := strings.Cut(string(data), ">"+p.Entry.Name+"</a>")
		line, _, _ = strings.Cut(line, "</p>")
		if !ok || !year.MatchString(line) {
			t.Errorf("%s: listed without years: %s", p.Entry.ID, line)
		}
	}
}

var rose = regexp.MustCompile(`\b(rose|risen|rise|highest|growing)\b`)

// rises: three reports say that more people come, as the reason of what they tell, and the
// fourth expects it. No word that the site calls loaded is needed to say so.
func rises(t *testing.T, s *site.Site) {
	for _, a := range s.Articles {
		if text := a.Doc.Prose.Text; !rose.MatchString(text) && !strings.Contains(text, "more people") {
			t.Errorf("%s: does not say that the numbers rose", a.Doc.File.Path)
		}
	}
}
