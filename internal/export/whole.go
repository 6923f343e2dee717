package export

import (
	"bufio"
	"cmp"
	_ "embed" // the schema
	"io"
	"strconv"

	"glossator/internal/catalogue"
	"glossator/internal/compare"
	"glossator/internal/meta"
	"glossator/internal/site"
	"glossator/internal/source"
)

// WholeVersion is the version of the format of data/site.json. It rises when a field goes
// or changes its meaning; new fields may come without.
const WholeVersion = 1

// siteSchema documents data/site.json, field by field (json-schema.org, 2020-12).
//
//go:embed site.schema.json
var siteSchema string

// Whole is the address of the site in one file.
const Whole = "data/site.json"

// siteFile writes data/site.json: the site in one file, article by article, so that no site is
// too large for it. Offsets are code points into an article's text. Of a private text no
// words are given.
func siteFile(to io.Writer, s *site.Site, o Options) error {
	w := &wholeFile{Site: s, Options: o, out: bufio.NewWriterSize(to, 64<<10)}
	w.open('{')
	w.field("$schema", "site.schema.json")
	w.number("version", WholeVersion)
	w.field("title", s.Config.Title)
	w.field("description", s.Config.Description)
	w.field("language", s.Config.Language)
	w.field("address", o.Base)
	w.field("author", s.Config.Author)
	w.field("checked", string(s.Config.Checked))
	w.list("facets", len(s.Catalogue.Facets), func(i int) {
		f := s.Catalogue.Facets[i]
		w.field("id", f.ID)
		w.field("singular", f.Singular)
		w.field("plural", f.Plural)
		w.field("question", f.Question)
	})
	articles := s.Here()
	w.list("articles", len(articles), func(i int) { w.article(articles[i]) })
	w.list("entries", len(s.Profiles), func(i int) { w.entry(s.Profiles[i]) })
	w.list("events", len(s.Timeline), func(i int) { w.event(s.Timeline[i]) })
	w.list("checks", len(s.Figures), func(i int) { w.check(s.Figures[i]) })
	w.pairs()
	w.list("corrections", len(s.Corrections), func(i int) {
		c := s.Corrections[i]
		w.field("id", c.ID)
		w.field("date", string(c.Date))
		w.field("page", c.Path)
		w.field("said", c.Said)
		w.field("says", c.Says)
		w.field("note", c.Note)
	})
	w.shut('}')
	w.WriteByte('\n')
	w.flush()
	return w.out.Flush()
}

// wholeFile is data/site.json being written. A failed write comes out in the end.
type wholeFile struct {
	object
	*site.Site
	Options
	out *bufio.Writer
}

func (w *wholeFile) flush() {
	_, _ = w.out.Write(w.Bytes()) // its error stays until Flush
	w.Reset()
}

// list writes a list of n objects; item writes the fields of one.
func (w *wholeFile) list(name string, n int, item func(i int)) {
	w.key(name).open('[')
	for i := range n {
		w.open('{')
		item(i)
		w.shut('}')
		w.flush()
	}
	w.shut(']')
}

// words writes a list of texts, or nothing where there are none.
func (w *wholeFile) words(name string, all []string) {
	if len(all) == 0 {
		return
	}
	w.key(name).open('[')
	for _, s := range all {
		w.text(s)
	}
	w.shut(']')
}

func (w *wholeFile) decimal(name string, v float64) {
	w.key(name).WriteString(strconv.FormatFloat(v, 'f', -1, 64))
	w.last = '0'
}

func (w *wholeFile) article(a *site.Article) {
	m := a.Doc.Meta
	w.field("id", a.Doc.Name)
	w.field("page", a.Path)
	w.field("title", title(a))
	w.field("kind", cmp.Or(m.Kind.Text, "article"))
	w.field("publisher", m.Publisher)
	w.words("authors", m.Authors)
	w.field("published", string(m.Published))
	w.field("event", string(m.Event))
	w.field("updated", string(m.Updated))
	w.field("place", m.Place)
	w.field("url", m.URL.Text)
	w.field("language", cmp.Or(m.Language.Text, w.Config.Language))
	w.field("rights", m.Rights.Text)
	w.field("summary", m.Summary)
	if private(a) {
		w.key("private").WriteString("true")
		w.last = '0'
		return
	}
	w.field("text", a.Doc.Prose.Text)
	w.found(a)
	w.list("evidence", len(a.Evidence), func(i int) {
		r := a.Evidence[i]
		w.number("paragraph", r.Paragraph)
		w.field("kind", r.Kind)
		w.field("words", r.Phrase)
		w.field("entry", r.Entry)
		w.field("level", r.Level)
		w.field("value", r.Value)
		w.field("original", meta.TextFragment(m.URL.Text, r.Phrase))
	})
}

// found writes what was found in an article's prose.
func (w *wholeFile) found(a *site.Article) {
	text := a.Doc.Prose.Text
	points := func() func(source.Span) {
		file := source.File{Data: text}
		count := file.CodePoints()
		return func(s source.Span) {
			w.number("start", count.At(s.Start))
			w.number("end", count.At(s.End))
			w.field("words", text[s.Start:s.End])
		}
	}
	at, counts := points(), map[string]*site.Counter{}
	w.list("mentions", len(a.Ann.Mentions), func(i int) {
		x := a.Ann.Mentions[i]
		at(x.Span)
		w.field("entry", x.Entry)
		w.field("level", string(x.Level))
		w.field("rule", x.Rule)
		if counts[x.Entry] == nil {
			counts[x.Entry] = new(site.Counter)
		}
		w.field("page", a.Path+"#"+counts[x.Entry].Next(a.Doc, x).String())
	})
	at = points()
	w.list("quotations", len(a.Ann.Quotes), func(i int) {
		x := a.Ann.Quotes[i]
		at(x.Span)
		w.field("kind", x.Kind)
		w.field("speaker", x.Speaker)
		w.field("name", x.Name)
		w.field("certainty", x.Certainty)
		w.field("cue", text[x.Cue.Start:x.Cue.End])
		if a.Doc.Meta.Kind.Text != "account" {
			w.field("original", meta.TextFragment(a.Doc.Meta.URL.Text, text[x.Span.Start:x.Span.End]))
		}
	})
	at = points()
	w.list("figures", len(a.Ann.Figures), func(i int) {
		x := a.Ann.Figures[i]
		at(x.Span)
		w.decimal("value", x.Value)
		w.field("unit", x.Unit)
		w.field("what", x.What)
	})
	at = points()
	w.list("dates", len(a.Ann.Dates), func(i int) {
		x := a.Ann.Dates[i]
		at(x.Span)
		w.field("day", string(x.Resolves))
	})
}

func (w *wholeFile) entry(p *site.Profile) {
	e := p.Entry
	from, to := life(e)
	w.field("id", e.ID)
	w.field("facet", w.Catalogue.FacetOf(e).ID)
	w.field("page", p.Path)
	w.field("name", e.Name)
	w.field("kind", e.Kind)
	w.words("aliases", texts(e.Aliases))
	w.words("same_as", texts(e.SameAs))
	w.field("note", note(p))
	w.field("authority", e.Authority)
	w.field("from", string(from))
	w.field("to", string(to))
	w.field("status", e.Status())
	w.list("periods", len(e.Periods), func(i int) {
		x := e.Periods[i]
		w.field("from", string(x.From))
		w.field("to", string(x.To))
		w.field("status", cmp.Or(x.Status.Text, "in force"))
		w.field("covers", x.Covers)
		w.field("note", x.Note)
		w.field("as_of", string(x.AsOf))
	})
	w.list("roles", len(e.Roles), func(i int) {
		x := e.Roles[i]
		w.field("title", x.Title)
		w.field("from", string(x.From))
		w.field("to", string(x.To))
	})
	w.list("sources", len(e.Citations), func(i int) { w.cited(e.Citations[i]) })
	w.number("mentions", p.Mentions)
	w.number("articles", len(p.Articles))
	w.number("stories", p.Stories)
}

func (w *wholeFile) cited(c catalogue.Citation) {
	w.field("title", c.Title)
	w.field("identifier", c.Identifier)
	w.field("publisher", c.Publisher)
	w.field("date", c.Date.Text)
	w.field("url", c.URL.Text)
}

func (w *wholeFile) event(e site.Event) {
	w.field("date", string(e.Date))
	w.field("title", e.Title)
	w.field("text", e.Text)
	w.words("entries", w.there(e.Entries))
	w.field("article", e.Article.ID)
	if !e.Citation.IsZero() {
		w.key("source").open('{')
		w.cited(e.Citation)
		w.shut('}')
	}
}

// there are the IDs of the entries that are on the site.
func (w *wholeFile) there(refs []meta.Ref) (ids []string) {
	for _, r := range refs {
		if w.Profile(r.ID) != nil { // it may be a draft
			ids = append(ids, r.ID)
		}
	}
	return ids
}

func (w *wholeFile) check(f site.Figure) {
	w.field("id", f.ID)
	w.field("article", f.Article.ID)
	w.field("said", f.Said)
	w.field("what", f.What)
	w.field("unit", f.Unit)
	w.field("speaker", cmp.Or(f.Speaker.ID, f.SpeakerName))
	w.field("official", f.Official)
	w.field("agrees", f.Agrees.Text)
	w.words("entries", w.there(f.Entries))
}

// pairs writes the articles that tell one story, with what differs.
func (w *wholeFile) pairs() {
	var found []*compare.Comparison
	if w.Changes != nil {
		found = w.Changes()
	}
	w.list("pairs", len(w.Pairs), func(i int) {
		p := w.Pairs[i]
		a, b := w.Articles[p.A], w.Articles[p.B]
		w.field("a", a.Doc.Name)
		w.field("b", b.Doc.Name)
		w.field("relation", p.Relation)
		w.field("page", p.Path)
		switch {
		case private(a) || private(b):
		case len(p.Changes) > 0:
			w.list("changes", len(p.Changes), func(k int) {
				c := p.Changes[k]
				w.change(c.Kind, c.Entry, c.A, c.B, c.Verdict)
			})
		case i < len(found) && found[i] != nil:
			w.list("changes", len(found[i].Findings), func(k int) {
				f := found[i].Findings[k]
				w.change(string(f.Kind), f.Entry, a.Doc.Prose.Text[f.A.Start:f.A.End], b.Doc.Prose.Text[f.B.Start:f.B.End], string(f.Verdict))
			})
		}
	})
}

func (w *wholeFile) change(kind, entry, a, b, verdict string) {
	w.field("kind", kind)
	w.field("entry", entry)
	w.field("a", a)
	w.field("b", b)
	w.field("verdict", verdict)
}
