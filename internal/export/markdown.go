package export

import (
	"cmp"
	"io"
	"strings"

	"glossator/internal/doc"
	"glossator/internal/meta"
	"glossator/internal/site"
)

// sheetOf is a Markdown text for programs being written, in the words of the site.
type sheetOf struct {
	strings.Builder
	*site.Site
	Options
	from string // address of the page that it stands beside
}

func (w *sheetOf) t(word string) string { return labelled(w.Site, word) }

func (w *sheetOf) line(parts ...string) {
	for _, p := range parts {
		w.WriteString(p)
	}
	w.WriteByte('\n')
}

// linked is a link to the Markdown beside a page of the site.
func (w *sheetOf) linked(words, page string) string {
	return "[" + plain(words) + "](" + w.address(w.from, strings.TrimSuffix(page, ".html")+".md") + ")"
}

// lasting is a stretch of days: 2020-03 – 2023-05-11.
func lasting(from, to meta.Day) string {
	if to == "" {
		return string(from)
	}
	return string(from) + " – " + string(to)
}

// articleMarkdown is an article for programs: what is known of it, its prose, in which the
// first mention of each entry is a link, and a sentence on each of these. Of a private text
// those sentences alone.
func articleMarkdown(to io.Writer, s *site.Site, a *site.Article, o Options) error {
	w := &sheetOf{Site: s, Options: o, from: a.Path}
	m := a.Doc.Meta
	w.line("# ", plain(title(a)), "\n")
	for _, x := range []string{m.Publisher, strings.Join(m.Authors, w.t(", ")), string(m.Published), m.Place, m.URL.Text} {
		if x != "" {
			w.line("- ", plain(x))
		}
	}
	if m.Kind.Text == "account" {
		w.line("- ", w.t("Our account of a report"))
	}
	if !private(a) {
		w.prose(a)
	}
	if len(a.Seen) > 0 {
		w.line("\n## ", w.t("In this article"), "\n")
	}
	for _, seen := range a.Seen {
		p := s.Profiles[seen.Profile]
		w.line("- ", w.linked(p.Entry.Name, p.Path), w.t(": "), plain(note(p)))
	}
	_, err := io.WriteString(to, w.String())
	return err
}

// prose writes an article's paragraphs and headings.
func (w *sheetOf) prose(a *site.Article) {
	first := map[int]string{} // by where a first mention begins: its entry's page
	for _, seen := range a.Seen {
		first[a.Ann.Mentions[firstInBody(a, seen)].Span.Start] = w.Profiles[seen.Profile].Path
	}
	for _, b := range a.Doc.Prose.Blocks {
		if b.Kind == doc.Title {
			continue
		}
		w.WriteByte('\n')
		if b.Kind == doc.Heading {
			w.WriteString("## ")
		}
		at := b.Span.Start
		for _, m := range a.Ann.Mentions {
			if page := first[m.Span.Start]; page != "" && m.Span.Start >= at && m.Span.End <= b.Span.End {
				w.WriteString(plain(a.Doc.Prose.Text[at:m.Span.Start]) + w.linked(a.Doc.Prose.Text[m.Span.Start:m.Span.End], page))
				at = m.Span.End
			}
		}
		w.line(plain(a.Doc.Prose.Text[at:b.Span.End]))
	}
}

// entryMarkdown is an entry for programs: its names, what it was and when, its words, its
// sources and the articles that mention it.
func entryMarkdown(s *site.Site, p *site.Profile, o Options) string {
	w := &sheetOf{Site: s, Options: o, from: p.Path}
	e := p.Entry
	w.line("# ", plain(e.Name), "\n")
	for _, x := range []struct{ label, value string }{
		{s.Catalogue.FacetOf(e).Singular, w.t(e.Kind)}, {w.t("Also called"), strings.Join(texts(e.Aliases), w.t("; "))}, {w.t("Rests on"), e.Authority},
	} {
		if x.value != "" {
			w.line("- ", plain(x.label), w.t(": "), plain(x.value))
		}
	}
	for _, r := range e.Roles {
		w.line("- ", plain(r.Title), w.t(": "), lasting(r.From, r.To))
	}
	for _, q := range e.Periods {
		w.line("- ", lasting(q.From, q.To), w.t(": "), w.t(cmp.Or(q.Status.Text, "in force")), behind(w.t("; "), plain(q.Covers)))
	}
	for _, b := range p.Doc.Prose.Blocks {
		w.line("\n", plain(p.Doc.Prose.Text[b.Span.Start:b.Span.End]))
	}
	if len(e.Citations) > 0 {
		w.line("\n## ", w.t("Sources"), "\n")
	}
	for _, c := range e.Citations {
		w.line("- ", plain(strings.Join(present(c.Title, c.Identifier, c.Publisher, c.Date.Text, c.URL.Text), w.t(", "))))
	}
	if len(p.Articles) > 0 {
		w.line("\n## ", w.t("Articles"), "\n")
	}
	for _, i := range p.Articles {
		w.line("- ", w.linked(title(s.Articles[i]), s.Articles[i].Path))
	}
	return w.String()
}

// llms tells programs that answer questions where to read what (llmstxt.org): every article
// and every entry with its sentence.
func llms(s *site.Site, o Options) string {
	w := &sheetOf{Site: s, Options: o, from: "llms.txt"}
	w.line("# ", plain(s.Config.Title))
	if s.Config.Description != "" {
		w.line("\n> ", plain(s.Config.Description))
	}
	if len(s.Articles) > 0 {
		w.line("\n## ", w.t("Articles"), "\n")
	}
	for _, a := range s.Here() {
		w.line("- ", w.linked(title(a), a.Path), behind(w.t(": "), plain(a.Doc.Meta.Summary)))
	}
	for i, f := range s.Catalogue.Facets {
		some := false
		for _, p := range s.Profiles {
			if p.Entry.Facet != i {
				continue
			}
			if !some {
				some = true
				w.line("\n## ", plain(f.Plural), "\n")
			}
			w.line("- ", w.linked(p.Entry.Name, p.Path), w.t(": "), plain(note(p)))
		}
	}
	w.line("\n## ", w.t("Data"), "\n")
	for _, t := range Tables() {
		w.line("- [", t.Path, "](", o.address("llms.txt", t.Path), ")", w.t(": "), w.t(t.About))
	}
	return w.String()
}

// behind is a text behind a mark, or nothing where there is no text.
func behind(mark, text string) string {
	if text == "" {
		return ""
	}
	return mark + text
}

var special = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, "\n", " ")

// plain is a text that Markdown shows as it is.
func plain(s string) string {
	s = special.Replace(s)
	if strings.IndexAny(s, "#>+-=~:|") == 0 {
		return `\` + s
	}
	return s
}
