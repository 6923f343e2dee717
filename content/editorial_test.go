// Package content_test holds the words of this site to its own rules: lengths, dates,
// sources, and a voice that takes no side. The program knows none of them; they are
// about this content alone.
//
// In: the site as it is built. Out: one failure for each breach, with its file.
package content_test

import (
	"fmt"
	"net/url"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"glossator/internal/build"
	"glossator/internal/catalogue"
	"glossator/internal/doc"
	"glossator/internal/meta"
	"glossator/internal/site"
	"glossator/internal/source"
)

// read builds the site from its sources, without publishing it.
func read(t *testing.T) *site.Site {
	t.Helper()
	r, err := build.New(build.Config{Site: "..", Exports: "pages"}).Build()
	if err != nil {
		t.Fatal(err)
	}
	if r.Site == nil {
		t.Fatal("the site cannot be read; see check")
	}
	return r.Site
}

func TestEditorial(t *testing.T) {
	s := read(t)
	for _, rule := range []struct {
		name string
		test func(*testing.T, *site.Site)
	}{
		{"accounts are as long as the report deserves", accountLengths},
		{"accounts say what a reader must know of them", accountFronts},
		{"accounts stay in their day", accountDays},
		{"the lesson prints the account as it stands", printout},
		{"home says what is at stake and where to begin", homeFront},
		{"entries have 30 to 320 words", entryLengths},
		{"an entry's first sentence stands alone", firstSentences},
		{"who: a person has a role with days, a body a kind", whoFacts},
		{"policy: kind, authority, periods and by whom", policyFacts},
		{"measure: by whom, under which policy, when", measureFacts},
		{"what is open says as of when", openStates},
		{"a claim has an owner or a status that says so", claims},
		{"every statement of an entry can be traced", citations},
		{"a number of law has the address of its government", addresses},
		{"a document of the Federal Register has the day of its publication", publicationDay},
		{"every day that an entry gives was read somewhere", datedParagraphs},
		{"what nobody looked for is left out", endings},
		{"facts are checked to the day of the newest source", checkedDay},
		{"announced is not done", announced},
		{"what rests on a rule that is over is over", outlived},
		{"an encounter is no person", encounters},
		{"a role stands with its years", roleYears},
		{"accounts tell the rise that their report gives as its reason", rises},
		{"links lead to governments, courts and publishers", hosts},
		{"loaded words stand in quotation marks", loadedWords},
		{"quotations are fragments", quotations},
		{"quotation marks are typographic", straightQuotes},
	} {
		t.Run(rule.name, func(t *testing.T) { rule.test(t, s) })
	}
}

// words counts what a reader would: runs without white space that hold a letter or
// a digit. References to paragraphs of the original, (¶2, ¶5), are not words.
func words(text string) int {
	n := 0
	for _, w := range strings.Fields(paragraphRef.ReplaceAllString(text, "")) {
		if word.MatchString(w) {
			n++
		}
	}
	return n
}

var (
	word         = regexp.MustCompile(`[\p{L}\p{N}]`)
	paragraphRef = regexp.MustCompile(`\(¶[^)]*\)`)
)

// told is the text of an account that tells what the report says: paragraphs, lists
// and tables. It leaves out the title, headings, margin notes, and everything from
// the heading "Since then" on. Each of its blocks is given to f.
func told(d *doc.Document, f func(b doc.Block, text string)) {
	for _, b := range d.Prose.Blocks {
		text := d.Prose.Text[b.Span.Start:b.Span.End]
		switch b.Kind {
		case doc.Heading:
			if text == since {
				return
			}
		case doc.Title, doc.Aside:
		default:
			f(b, text)
		}
	}
}

const since = "Since then"

// originals are the words of the reports, furniture and headlines left out. An account has
// at most half of them.
var originals = map[string]int{"lopez-obrador-call": 570, "lopez-obrador-call-reworded": 1463, "duque-visit": 444, "lasso-visit": 409, "lopez-obrador-apec": 675}

func accountLengths(t *testing.T, s *site.Site) {
	for _, a := range s.Articles {
		n := 0
		told(a.Doc, func(_ doc.Block, text string) { n += words(text) })
		if most := min(400, originals[a.Doc.Name]/2); n < 150 || n > most {
			t.Errorf("%s: %d words; 150 to %d", a.Doc.File.Path, n, most)
		}
	}
}

func accountFronts(t *testing.T, s *site.Site) {
	for _, a := range s.Articles {
		m := a.Doc.Meta
		if m.Publisher == "" || m.Published == "" || m.Event == "" || m.Updated == "" || m.Place == "" {
			t.Errorf("%s: publisher, published, event, updated or place is missing", a.Doc.File.Path)
		}
		if m.Kind.Text != "account" || m.Rights.Text != "own" {
			t.Errorf("%s: kind %q, rights %q", a.Doc.File.Path, m.Kind.Text, m.Rights.Text)
		}
		if m.Summary == "" || len(sentences(m.Summary)) != 1 {
			t.Errorf("%s: the summary is not one sentence", a.Doc.File.Path)
		}
		headings := map[string]bool{}
		for _, b := range a.Doc.Prose.Blocks {
			if b.Kind == doc.Heading {
				headings[a.Doc.Prose.Text[b.Span.Start:b.Span.End]] = true
			}
		}
		for _, h := range []string{"Which policy", "What happens at the border", since} {
			if !headings[h] {
				t.Errorf("%s: no section %q", a.Doc.File.Path, h)
			}
		}
		if len(a.Doc.Notes) == 0 {
			t.Errorf("%s: no margin note says what the report leaves out", a.Doc.File.Path)
		}
	}
}

// accountDays: outside "Since then" no whole day and no date with a year is later
// than the report. A plan of the day ("in June") is told without its year. A margin
// note may look ahead where its sentence says so.
func accountDays(t *testing.T, s *site.Site) {
	ahead := regexp.MustCompile(`(?i)\b(later|after|until|since|became)\b`)
	for _, a := range s.Articles {
		day, d := a.Doc.Meta.Published, a.Doc
		after, sources := false, map[source.Span]bool{} // the notes on "Since then"
		for _, n := range d.Notes {
			if n.Label == "since" && n.Block >= 0 {
				sources[d.Prose.Blocks[n.Block].Span] = true
			}
		}
		for _, b := range d.Prose.Blocks {
			if b.Kind == doc.Heading {
				after = d.Prose.Text[b.Span.Start:b.Span.End] == since
			}
			if after && b.Kind != doc.Aside || sources[b.Span] {
				continue
			}
			for _, date := range datesIn(a, b.Span) {
				text := d.Prose.Text[date.span.Start:date.span.End]
				if !date.day.Full() && !year.MatchString(text) || date.day.First() <= day {
					continue
				}
				at := a.Ann.Sentence(date.span.Start)
				if b.Kind == doc.Aside && ahead.MatchString(d.Prose.Text[at.Start:at.End]) {
					continue
				}
				t.Errorf("%s: %q (%s) is later than the report, in %q", d.File.Path, text, date.day, d.Prose.Text[at.Start:at.End])
			}
		}
		if words := a.Doc.Meta.Summary; year.MatchString(words) {
			t.Errorf("%s: the summary has a year; it belongs to its day", d.File.Path)
		}
	}
}

var year = regexp.MustCompile(`\b(19|20)\d\d\b`)

type dated struct {
	span source.Span
	day  meta.Day
}

func datesIn(a *site.Article, in source.Span) (found []dated) {
	for _, d := range a.Ann.Dates {
		if d.Resolves != "" && in.Start <= d.Span.Start && d.Span.End <= in.End {
			found = append(found, dated{d.Span, meta.Day(d.Resolves)})
		}
	}
	return found
}

// printout: what the lesson prints without marks is the account that it links to.
func printout(t *testing.T, s *site.Site) {
	printed := oneLine(s.Page("worksheet").Doc.File.Data) // what is unmarked is no prose
	told(s.Article("lasso-visit").Doc, func(_ doc.Block, text string) {
		if text = oneLine(text); !strings.Contains(printed, text) {
			t.Errorf("not on the worksheet: %s", text)
		}
	})
}

// oneLine is a text without references to paragraphs, as it is then set: single
// spaces, and full stops and commas before the closing marks.
func oneLine(text string) string {
	text = strings.Join(strings.Fields(paragraphRef.ReplaceAllString(text, "")), " ")
	return strings.NewReplacer(" .", ".", " ,", ",", " :", ":", "” .", ".”", "” ,", ",”", "”.", ".”", "”,", ",”").Replace(text)
}

func homeFront(t *testing.T, s *site.Site) {
	home := s.Page("index")
	if home.Meta.Stake == "" || s.Article(home.Meta.Start.ID) == nil {
		t.Errorf("what is at stake, or where to start, is missing")
	}
}

// entryText is the body of an entry as it is read.
func entryText(p *site.Profile) string {
	var parts []string
	for _, b := range p.Doc.Prose.Blocks {
		if b.Kind != doc.Title && b.Kind != doc.Aside {
			parts = append(parts, p.Doc.Prose.Text[b.Span.Start:b.Span.End])
		}
	}
	return strings.Join(parts, "\n")
}

func entryLengths(t *testing.T, s *site.Site) {
	full := 0
	for _, p := range s.Profiles {
		n := words(entryText(p))
		if n >= 80 {
			full++
		}
		if n < 30 || n > 320 {
			t.Errorf("%s: %d words; 30 to 320", p.Entry.File.Path, n)
		}
	}
	if full < 35 {
		t.Errorf("only %d entries in full", full)
	}
}

func firstSentences(t *testing.T, s *site.Site) {
	for _, p := range s.Profiles {
		first := p.Doc.Prose.Text[p.Note.Start:p.Note.End]
		if n := words(first); n > 40 || n < 8 {
			t.Errorf("%s: the first sentence has %d words", p.Entry.File.Path, n)
		}
		if !capital.MatchString(first) || !strings.HasSuffix(strings.TrimRight(first, "”"), ".") {
			t.Errorf("%s: not a sentence: %q", p.Entry.File.Path, first)
		}
		if leaning.MatchString(first) {
			t.Errorf("%s: the first sentence leans on something before it: %q", p.Entry.File.Path, first)
		}
	}
}

var (
	capital = regexp.MustCompile(`^[“‘]?\p{Lu}`)
	leaning = regexp.MustCompile(`^(He|She|It|They|This|These|That|Here) `)
)

func whoFacts(t *testing.T, s *site.Site) {
	for _, p := range in(s, "who") {
		e := p.Entry
		switch {
		case e.Kind != "person" && e.Kind != "organization":
			t.Errorf("%s: kind %q", e.File.Path, e.Kind)
		case e.Person() && len(e.Roles) == 0 && !roleless[e.ID]:
			t.Errorf("%s: a person without a role", e.File.Path)
		}
		for _, r := range e.Roles {
			if r.From == "" {
				t.Errorf("%s: %q has no first day", e.File.Path, r.Title)
			}
		}
	}
}

// roleless are the persons whose roles are not told: one is not known by name, and
// one held none at the time of the reports.
var roleless = map[catalogue.ID]bool{"senior-administration-official": true, "salvador-cienfuegos": true}

func policyFacts(t *testing.T, s *site.Site) {
	for _, p := range in(s, "policy") {
		if e := p.Entry; e.Kind == "" || e.Authority == "" || len(e.By) == 0 || len(e.Periods) == 0 || len(e.Facts) == 0 {
			t.Errorf("%s: kind, authority, by, periods or facts are missing", e.File.Path)
		}
		periods(t, p.Entry)
	}
}

func measureFacts(t *testing.T, s *site.Site) {
	for _, p := range in(s, "measure") {
		e := p.Entry
		if e.Kind == "" || len(e.By) == 0 || len(e.Periods) == 0 {
			t.Errorf("%s: kind, by or periods are missing", e.File.Path)
		}
		if e.Authority != "" && strings.Contains(e.Authority, "42 U.S.C.") && !refers(e.Under, "title-42") {
			t.Errorf("%s: rests on Title 42 and is not under it", e.File.Path)
		}
		periods(t, e)
	}
}

func periods(t *testing.T, e *catalogue.Entry) {
	for _, q := range e.Periods {
		if !slices.Contains(catalogue.Statuses, q.Status.Text) {
			t.Errorf("%s: status %q", e.File.Path, q.Status.Text)
		}
		if q.Covers == "" || q.Citation.ID == "" {
			t.Errorf("%s: the period from %s covers nobody, or has no citation", e.File.Path, q.From)
		}
		if q.To != "" && q.To.Last() < q.From.First() {
			t.Errorf("%s: a period ends before it begins", e.File.Path)
		}
	}
}

func openStates(t *testing.T, s *site.Site) {
	for _, p := range s.Profiles {
		e := p.Entry
		for _, q := range e.Periods {
			open(t, e, "the period from "+string(q.From), q.To, q.AsOf, s)
		}
		for _, r := range e.Roles {
			open(t, e, r.Title, r.To, r.AsOf, s)
		}
		for _, f := range e.Facts {
			open(t, e, f.Label, "", f.AsOf, s)
		}
	}
}

func open(t *testing.T, e *catalogue.Entry, what string, to, asOf meta.Day, s *site.Site) {
	switch {
	case to == "" && asOf == "":
		t.Errorf("%s: %s is open and says no as_of", e.File.Path, what)
	case asOf != "" && asOf.First() > s.Config.Checked:
		t.Errorf("%s: %s is as of a day after the last check", e.File.Path, what)
	}
}

// claims: an entry with a claimed period names who claims it, or says in its first
// sentence whose statement it is.
func claims(t *testing.T, s *site.Site) {
	for _, p := range s.Profiles {
		first := p.Doc.Prose.Text[p.Note.Start:p.Note.End]
		for _, q := range p.Entry.Periods {
			if q.Status.Text == "claimed" && p.Entry.ClaimedBy.ID == "" && !owned.MatchString(first) {
				t.Errorf("%s: nobody owns the claim", p.Entry.File.Path)
			}
		}
	}
}

var owned = regexp.MustCompile(`(?i)according to|critics|collective name|\bsaid\b`)

func citations(t *testing.T, s *site.Site) {
	for _, p := range s.Profiles {
		e := p.Entry
		if len(e.Citations) == 0 {
			t.Errorf("%s: no citation", e.File.Path)
		}
		if !strings.Contains(e.File.Data[e.Body.Start:e.Body.End], "[^") {
			t.Errorf("%s: the body cites nothing", e.File.Path)
		}
		for _, c := range e.Citations {
			cited(t, e.File.Path, c)
			if strings.Contains(strings.ToLower(c.Publisher), "wikipedia") {
				t.Errorf("%s: cites an encyclopedia", e.File.Path)
			}
		}
		if len(p.Articles) == 0 && e.Unmentioned == "" {
			t.Errorf("%s: no article mentions it, and it does not say why it is here", e.File.Path)
		}
	}
	for _, e := range s.Timeline {
		cited(t, "timeline.yaml: "+e.Title, e.Citation)
	}
	for _, x := range exhibits(s) {
		for _, c := range x.Citations {
			cited(t, x.File.Path, c)
		}
	}
	for _, f := range s.Figures {
		cited(t, "figures.yaml: "+f.ID, f.Citation)
		if f.Official == "" || f.Agrees.Text == "" || f.Note == "" {
			t.Errorf("figures.yaml: %s: official, agrees or note is missing", f.ID)
		}
	}
}

// exhibits are those that pages show, each once.
func exhibits(s *site.Site) (all []*site.Exhibit) {
	for _, p := range s.Pages {
		for _, x := range p.Exhibits {
			if !slices.Contains(all, x) {
				all = append(all, x)
			}
		}
	}
	return all
}

func cited(t *testing.T, where string, c catalogue.Citation) {
	if c.Title == "" && c.Identifier == "" || c.Publisher == "" {
		t.Errorf("%s: a citation without title and identifier, or without publisher: %+v", where, c)
	}
	if _, ok := meta.ParseDay(c.Date.Text); !ok && c.Date.Text != catalogue.Undated {
		t.Errorf("%s: citation %q has the date %q", where, c.ID, c.Date.Text)
	}
}

// allowed are the hosts that links may lead to: governments, courts, libraries that
// keep their papers, and publishers' own pages. A copy of somebody else's page is none.
var allowed = []string{
	// governments and courts
	"archives.gov", "cbp.gov", "colombiaemb.org", "congress.gov", "dof.gob.mx", "uscourts.gov", "dhs.gov", "federalregister.gov", "govinfo.gov", "house.gov", "loc.gov",
	"mx.usembassy.gov", "state.gov", "supremecourt.gov",
	// universities and libraries that keep official texts
	"cgrs.uclawsf.edu", "everycrsreport.com", "law.cornell.edu", "law.justia.com", "presidency.ucsb.edu",
	// publishers
	"abc30.com", "advocate.com", "as-coa.org", "axios.com", "azcentral.com", "bloomberglaw.com", "borderreport.com",
	"buzzfeednews.com", "californiaglobe.com", "cbsnews.com", "cconoticias.com", "cis.org", "click2houston.com",
	"cliniclegal.org", "dailyjournal.net", "daytondailynews.com", "einpresswire.com", "elpais.com", "epi.org", "foxnews.com",
	"fronterasdesk.org", "gbnews.com", "hstoday.us", "huffpost.com", "kesq.com", "kion546.com", "krdo.com", "krgv.com",
	"inkl.com", "kgun9.com", "kslnewsradio.com", "kvoa.com", "kxan.com", "laprensalatina.com", "latimes.com", "lexisnexis.com", "mercopress.com", "millermayer.com",
	"mynorthwest.com", "myrgv.com", "nafsa.org", "nbcdfw.com", "newsday.com", "newser.com", "newsmax.com", "politico.com", "rev.com",
	"reviewjournal.com", "revistademanabi.com", "rollcall.com", "scotusblog.com", "securitytoday.com", "smarthernews.com",
	"texarkanagazette.com", "thenewamerican.com", "thetexan.news", "theyucatantimes.com", "timesofsandiego.com", "urdupoint.com", "voz.us", "washingtonpost.com", "wtvr.com",
}

func hosts(t *testing.T, s *site.Site) {
	check := func(where, address string) {
		if address == "" {
			return
		}
		u, err := url.Parse(address)
		if err != nil || u.Scheme != "https" {
			t.Errorf("%s: address %q", where, address)
			return
		}
		if !slices.ContainsFunc(allowed, func(h string) bool { return u.Host == h || strings.HasSuffix(u.Host, "."+h) }) {
			t.Errorf("%s: %s is not a host that we link to", where, u.Host)
		}
	}
	for _, a := range s.Articles {
		check(a.Doc.File.Path, a.Doc.Meta.URL.Text)
	}
	citedIn(s, func(where string, c catalogue.Citation) { check(where, c.URL.Text) })
	for _, f := range texts(s) {
		for _, address := range inProse.FindAllString(f.text, -1) {
			check(f.where, address)
		}
	}
}

var inProse = regexp.MustCompile(`https?://[^\s)”]+`)

// passage is a piece of our own prose and where it stands.
type passage struct{ where, text string }

// texts are all words that are ours: prose, titles, summaries, and the sentences in
// front matter, timeline and figures. Titles of cited works are not ours.
func texts(s *site.Site) (all []passage) {
	add := func(where string, parts ...string) {
		for _, p := range parts {
			all = append(all, passage{where, p})
		}
	}
	prose := func(a site.Annotated) {
		for _, b := range a.Doc.Prose.Blocks {
			add(a.Doc.File.Path, a.Doc.Prose.Text[b.Span.Start:b.Span.End])
		}
	}
	for _, a := range s.Articles {
		prose(a.Annotated)
		add(a.Doc.File.Path, a.Doc.Meta.Title, a.Doc.Meta.Summary)
	}
	for _, p := range s.Pages {
		prose(p.Annotated)
		add(p.Doc.File.Path, p.Meta.Title, p.Meta.Stake, p.Meta.Description)
	}
	for _, p := range s.Profiles {
		e := p.Entry
		prose(p.Annotated)
		add(e.File.Path, e.Name, e.Kind, e.Authority, e.Unmentioned)
		for _, q := range e.Periods {
			add(e.File.Path, q.Covers, q.Note)
		}
		for _, f := range e.Facts {
			add(e.File.Path, f.Label, f.Value)
		}
		for _, r := range e.Roles {
			add(e.File.Path, r.Title)
		}
	}
	for _, e := range s.Timeline {
		add("timeline.yaml: "+e.Title, e.Title, e.Text)
	}
	for _, f := range s.Figures {
		add("figures.yaml: "+f.ID, f.What, f.Said, f.Official, f.Note)
	}
	for _, x := range exhibits(s) {
		add(x.File.Path, inExhibit(reflect.ValueOf(*x))...)
	}
	return all
}

// inExhibit are the texts that an exhibit is made of, but for its citations.
func inExhibit(v reflect.Value) (all []string) {
	switch v.Kind() {
	case reflect.String:
		return []string{v.String()}
	case reflect.Slice:
		for i := range v.Len() {
			all = append(all, inExhibit(v.Index(i))...)
		}
	case reflect.Struct:
		if _, other := v.Interface().(catalogue.Citation); other || v.Type() == reflect.TypeFor[meta.Ref]() {
			return nil
		}
		for i := range v.NumField() {
			all = append(all, inExhibit(v.Field(i))...)
		}
	}
	return all
}

// loaded are words that one side would call loaded, and metaphors of water and war
// for people. They may stand in quotation marks, as somebody's words.
var loaded = regexp.MustCompile(`(?i)\b(surg(e|es|ed|ing)|cris[ie]s|flood\w*|waves?|influx\w*|tide|stream(s|ed|ing)|pour(ed|ing)?|swarms?|hordes?|` +
	`amnest(y|ies)|illegals?|illegally|aliens?|invasions?|invad\w+|catch and release|open borders?|anchor bab\w+|chain migration|` +
	`cages?|draconian|inhumane|hard-?line|lawless\w*|chaos|chaotic)\b`)

var quoted = regexp.MustCompile(`“[^”]*”|‘[^’]*’`)

func loadedWords(t *testing.T, s *site.Site) {
	for _, p := range texts(s) {
		for _, w := range loaded.FindAllString(quoted.ReplaceAllString(p.text, "“”"), -1) {
			t.Errorf("%s: %q outside quotation marks: %.80s", p.where, w, p.text)
		}
	}
}

// quotations: at most site.MostWords words at a time, and none that never closes.
func quotations(t *testing.T, s *site.Site) {
	for _, p := range texts(s) {
		for _, q := range quoted.FindAllString(p.text, -1) {
			if n := words(q); n > site.MostWords {
				t.Errorf("%s: a quotation of %d words: %s", p.where, n, q)
			}
		}
		if strings.Count(p.text, "“") != strings.Count(p.text, "”") {
			t.Errorf("%s: unpaired quotation marks: %.80s", p.where, p.text)
		}
	}
}

func straightQuotes(t *testing.T, s *site.Site) {
	for _, p := range texts(s) {
		if strings.ContainsAny(p.text, `"'`) {
			t.Errorf("%s: straight quotation marks or apostrophes: %.80s", p.where, p.text)
		}
	}
}

func in(s *site.Site, facet string) (of []*site.Profile) {
	for _, p := range s.Profiles {
		if s.Catalogue.FacetOf(p.Entry).ID == facet {
			of = append(of, p)
		}
	}
	if len(of) == 0 {
		panic(fmt.Sprintf("no entries in facet %q", facet))
	}
	return of
}

func refers(refs []meta.Ref, id catalogue.ID) bool {
	return slices.ContainsFunc(refs, func(r meta.Ref) bool { return r.ID == id })
}

// sentences splits a text at full stops that end a word of more than one letter.
func sentences(text string) []string { return stop.Split(strings.TrimSuffix(text, "."), -1) }

var stop = regexp.MustCompile(`[^.\s]{2}[.?!]\s`)
