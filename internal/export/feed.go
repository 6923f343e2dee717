package export

import (
	"cmp"
	"encoding/xml"
	"html"
	"slices"
	"strconv"
	"strings"

	"glossator/internal/doc"
	"glossator/internal/mark"
	"glossator/internal/meta"
	"glossator/internal/site"
	"glossator/internal/source"
)

// feedLength is how many articles and corrections the feed holds: readers fetch it whole, and often.
const feedLength = 40

type atomFeed struct {
	XMLName   xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang      string      `xml:"xml:lang,attr,omitempty"`
	ID        string      `xml:"id"`
	Title     string      `xml:"title"`
	Subtitle  string      `xml:"subtitle,omitempty"`
	Updated   string      `xml:"updated"`
	Author    atomAuthor  `xml:"author"`
	Links     []atomLink  `xml:"link"`
	Generator string      `xml:"generator"`
	Entries   []atomEntry `xml:"entry"`
}

type atomAuthor struct {
	Name string `xml:"name"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID         string         `xml:"id"`
	Title      string         `xml:"title"`
	Updated    string         `xml:"updated"`
	Published  string         `xml:"published,omitempty"`
	Authors    []atomAuthor   `xml:"author"`
	Links      []atomLink     `xml:"link"`
	Categories []atomCategory `xml:"category"`
	Summary    string         `xml:"summary,omitempty"`
	Content    atomContent    `xml:"content"`
}

type atomCategory struct {
	Term  string `xml:"term,attr"`
	Label string `xml:"label,attr"`
}

// atomContent has a base of its own, so that relative links in an article lead where
// they lead on its page.
type atomContent struct {
	Type string `xml:"type,attr"`
	Base string `xml:"xml:base,attr"`
	HTML string `xml:",chardata"`
}

// feed is the Atom feed. An article's day is that of our last change, else that of
// its publication; one without either is not news and stays out. What was put right is
// news of the day on which it was.
func feed(s *site.Site, o Options) string {
	f := atomFeed{
		Lang: s.Config.Language, ID: o.id("feed", s.Config.Title, ""), Title: s.Config.Title, Subtitle: s.Config.Description,
		Updated: instant(cmp.Or(s.Config.Checked, "1970-01-01")), Author: atomAuthor{cmp.Or(s.Config.Author, s.Config.Title)},
		Links: []atomLink{
			{"self", "application/atom+xml", o.address("feed.xml", "feed.xml")},
			{"alternate", "text/html", o.address("feed.xml", "index.html")},
		},
		Generator: "glossator",
	}
	var dated []*site.Article
	for _, a := range s.Here() {
		if feedDay(a) != "" {
			dated = append(dated, a)
		}
	}
	slices.SortStableFunc(dated, func(a, b *site.Article) int {
		return cmp.Or(cmp.Compare(feedDay(b), feedDay(a)), cmp.Compare(b.Doc.Day(), a.Doc.Day()))
	})
	for _, a := range dated[:min(len(dated), feedLength)] {
		f.Entries = append(f.Entries, o.feedEntry(s, a))
	}
	f.Entries = append(f.Entries, slices.Concat(o.correctionEntries(s), o.changesEntry(s))...)
	slices.SortStableFunc(f.Entries, func(a, b atomEntry) int { return cmp.Compare(b.Updated, a.Updated) })
	f.Entries = f.Entries[:min(len(f.Entries), feedLength)]
	if len(f.Entries) > 0 {
		f.Updated = f.Entries[0].Updated
	}
	text, err := xml.MarshalIndent(f, "", " ")
	if err != nil {
		panic(err) // strings alone: cannot fail
	}
	return xml.Header + string(text) + "\n"
}

func feedDay(a *site.Article) meta.Day { return cmp.Or(a.Doc.Meta.Updated, a.Doc.Meta.Published) }

func instant(d meta.Day) string { return string(d) + "T00:00:00Z" }

// id is the address, or where that is not known a name-based UUID.
func (o Options) id(kind, name, path string) string {
	if o.Base != "" {
		return o.Base + path
	}
	h := []byte(source.DigestOf(kind, name) + source.DigestOf(name, kind))[:32]
	h[12], h[16] = '8', '8' // version and variant: made by a rule of our own (RFC 9562)
	x := string(h)
	return "urn:uuid:" + x[:8] + "-" + x[8:12] + "-" + x[12:16] + "-" + x[16:20] + "-" + x[20:]
}

func (o Options) feedEntry(s *site.Site, a *site.Article) atomEntry {
	e := atomEntry{
		ID: o.id("article", s.Config.Title+"\n"+a.Doc.Name, a.Path), Title: title(a), Updated: instant(feedDay(a)),
		Links:   []atomLink{{"alternate", "text/html", o.address("feed.xml", a.Path)}},
		Summary: a.Doc.Meta.Summary, Content: atomContent{"html", o.address("feed.xml", a.Path), o.feedText(s, a)},
	}
	if a.Doc.Meta.Kind.Text == "account" {
		if a.Doc.Meta.URL.Text != "" {
			e.Links = append(e.Links, atomLink{"related", "text/html", a.Doc.Meta.URL.Text})
		}
	} else {
		if a.Doc.Meta.Published != "" {
			e.Published = instant(a.Doc.Meta.Published)
		}
		for _, name := range a.Doc.Meta.Authors {
			e.Authors = append(e.Authors, atomAuthor{name})
		}
	}
	for _, seen := range a.Seen {
		p := s.Profiles[seen.Profile]
		e.Categories = append(e.Categories, atomCategory{p.Entry.ID, p.Entry.Name})
	}
	return e
}

// feedText is the article as a feed reader shows it: the first mention of each entry
// is a link, and the notes stand after the paragraph they belong to. Of a private
// text the notes alone are given.
func (o Options) feedText(s *site.Site, a *site.Article) string {
	notes := o.feedNotes(s, a)
	if private(a) {
		return notes(0, len(a.Doc.Prose.Blocks)+1)
	}
	numbers := map[string]int{}
	for i, n := range a.Doc.Notes {
		numbers[n.Label] = i + 1
	}
	after := func(b *strings.Builder, from, to int) {
		if from > 0 {
			b.WriteString(notes(from, to))
		}
	}
	drawing := doc.Drawing{After: after, RefHTML: func(label string) string {
		if n := numbers[label]; n > 0 {
			return "<sup>[" + strconv.Itoa(n) + "]</sup>"
		}
		return ""
	}}
	for _, seen := range a.Seen {
		at := a.Ann.Mentions[firstInBody(a, seen)].Span
		drawing.Spans = append(drawing.Spans, mark.Span{Start: at.Start, End: at.End,
			Look: mark.LinkTo(o.address(a.Path, s.Profiles[seen.Profile].Path))})
	}
	return a.Doc.Draw(drawing) + notes(0, 0)
}

// firstInBody is the first mention of an entry behind the title, which a feed shows
// without links.
func firstInBody(a *site.Article, seen site.Seen) int {
	for _, m := range seen.Mentions {
		if paragraph(a, m) > 0 {
			return m
		}
	}
	return seen.Mentions[0]
}

// paragraph is the number of the paragraph that holds a mention, or 0.
func paragraph(a *site.Article, mention int) int {
	return a.Doc.Prose.Blocks[a.Doc.Prose.Block(a.Ann.Mentions[mention].Span.Start)].N
}

// feedNotes gives the notes that stand behind the paragraphs with those numbers; 0
// is for those that belong to no paragraph.
func (o Options) feedNotes(s *site.Site, a *site.Article) func(from, to int) string {
	behind := make([][]string, len(a.Doc.Prose.Blocks)+2)
	add := func(paragraph int, html string) { behind[paragraph] = append(behind[paragraph], html) }
	for _, seen := range a.Seen {
		p := s.Profiles[seen.Profile]
		add(paragraph(a, firstInBody(a, seen)), "<p>"+link(o.address(a.Path, p.Path), p.Entry.Name)+
			" ("+html.EscapeString(s.Catalogue.FacetOf(p.Entry).Singular)+"): "+html.EscapeString(note(p))+"</p>\n")
	}
	for i, n := range a.Doc.Notes {
		first, rest := a.Doc.DrawNote(n, doc.Drawing{})
		add(n.After, "<p>["+strconv.Itoa(i+1)+"] "+first+"</p>"+rest+"\n")
	}
	return func(from, to int) string {
		text := slices.Concat(behind[min(from, len(behind)):min(to+1, len(behind))]...)
		if len(text) == 0 {
			return ""
		}
		return "<aside>\n" + strings.Join(text, "") + "</aside>\n"
	}
}
