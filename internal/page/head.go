package page

import (
	"html/template"
	"slices"
	"strings"

	"glossator/internal/site"
)

// structured is a page's schema.org data. It stands inside a script element, in which
// nothing is run.
func (p *planner) structured(kind string, index int) template.JS {
	if p.JSONLD == nil {
		return ""
	}
	return template.JS(p.JSONLD(kind, index))
}

// preview is what other sites make a preview of a page of, whose words are in a language.
// Its image needs a whole address, and so the site's.
func (p *planner) preview(b *Base, kind, language, image string, more ...Property) []Property {
	all := []Property{{"og:type", kind}, {"og:site_name", b.Site}, {"og:title", b.Title}, {"og:locale", strings.ReplaceAll(language, "-", "_")},
		{"og:description", b.Description}, {"og:url", b.Canonical}}
	if p.BaseURL != "" && p.Image != nil && p.Image(image) {
		b.Image = p.BaseURL + image
		all = append(all, Property{"og:image", b.Image}, Property{"og:image:width", "1200"}, Property{"og:image:height", "630"},
			Property{"og:image:alt", b.Title}, Property{"twitter:card", "summary_large_image"})
	}
	return slices.DeleteFunc(append(all, more...), func(x Property) bool { return x.Content == "" })
}

// exports are the machine formats of an article or an entry, of that name.
func (p *planner) exports(name string, entries bool) (links []Link) {
	for _, f := range p.Formats {
		if f.Entries == entries {
			links = append(links, Link{Text: p.t(f.Label), Href: name + f.Ext})
		}
	}
	return links
}

// citations are how the original and, where ours is an account of it, the account are
// cited in words.
func (p *planner) citations(a *site.Article) (all []Cite) {
	m := a.Doc.Meta
	join := func(parts ...string) string {
		var some []string
		for _, s := range parts {
			if s = strings.TrimSuffix(s, p.t(".")); s != "" {
				some = append(some, s)
			}
		}
		return strings.Join(some, p.t(". ")) + p.t(".")
	}
	quoted := func(s string) string {
		if s == "" {
			return ""
		}
		return p.t("“") + s + p.t("”")
	}
	if m.Kind.Text != "account" {
		title := m.OriginalTitle
		if title == "" {
			title = m.Title
		}
		return []Cite{{"This article", join(strings.Join(m.Authors, p.t(", ")), quoted(title), m.Publisher, p.long(m.Published), m.URL.Text)}}
	}
	here := ""
	if p.BaseURL != "" {
		here = p.BaseURL + a.Path
	}
	author := p.Config.Author
	if author == p.Config.Title {
		author = ""
	}
	return []Cite{
		{"The original", join(strings.Join(m.Authors, p.t(", ")), quoted(m.OriginalTitle), m.Publisher, p.long(m.Published), m.URL.Text)},
		{"Our account", join(author, quoted(m.Title), p.Config.Title, p.long(m.Updated), here)},
	}
}
