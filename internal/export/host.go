package export

import (
	"cmp"
	"encoding/xml"
	"strings"

	"glossator/internal/meta"
	"glossator/internal/site"
)

// headers are read by Netlify and Cloudflare Pages. Names of assets hold a
// fingerprint, so they may be kept for ever; data may be read by other sites' scripts.
//
// Pages of embed/ may be framed, no others. Of two rules that send one header some hosts
// send both and some the nearer. Where frame-ancestors is said X-Frame-Options counts for
// nothing (w3.org/TR/CSP3, 6.4.2.2), so both ways come to the same.
func headers(_ *site.Site, o Options) string {
	text := "/*\n" +
		"  Content-Security-Policy: " + o.Policy + "\n" +
		"  X-Frame-Options: SAMEORIGIN\n" +
		"  X-Content-Type-Options: nosniff\n" +
		"  Referrer-Policy: strict-origin-when-cross-origin\n" +
		"/embed/*\n" +
		"  Content-Security-Policy: " + o.Policy + "; frame-ancestors *\n" +
		"  Access-Control-Allow-Origin: *\n" +
		"/assets/*\n" +
		"  Cache-Control: public, max-age=31536000, immutable\n" +
		"/data/*\n" +
		"  Access-Control-Allow-Origin: *\n" +
		"/feed.xml\n" +
		"  Access-Control-Allow-Origin: *\n"
	for _, folder := range o.Folders {
		text += "/" + folder + "embed/*\n" +
			"  Content-Security-Policy: " + o.Policy + "; frame-ancestors *\n" +
			"  Access-Control-Allow-Origin: *\n" +
			"/" + folder + "data/*\n" +
			"  Access-Control-Allow-Origin: *\n" +
			"/" + folder + "feed.xml\n" +
			"  Access-Control-Allow-Origin: *\n"
	}
	return text
}

// redirections are read by Netlify and Cloudflare Pages, which answer a former address with
// the new one before they look for its page. Other hosts have the page alone.
func redirections(s *site.Site, o Options) string {
	base := "/"
	if _, rest, ok := strings.Cut(o.Base, "://"); ok {
		_, path, _ := strings.Cut(rest, "/")
		base += path
	}
	var b strings.Builder
	for _, m := range s.Moved {
		b.WriteString(base + m.From + " " + base + m.To + " 301\n")
	}
	return b.String()
}

func robots(_ *site.Site, o Options) string {
	text := "User-agent: *\nAllow: /\n"
	if o.Base != "" {
		text += "Sitemap: " + o.Base + "sitemap.xml\n"
	}
	return text
}

// sitemap lists the pages that search engines may show, in every language of the site: none
// of a private text. A page that is there in several names them all.
func sitemap(s *site.Site, o Options) string {
	maps := []mapped{o.mapped(s)}
	for _, e := range o.Editions {
		maps = append(maps, o.mapped(e))
	}
	var b strings.Builder
	b.WriteString(xml.Header + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"")
	if len(maps) > 1 {
		b.WriteString(" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"")
	}
	b.WriteString(">\n")
	for _, m := range maps {
		for _, p := range m.paths {
			b.WriteString("<url><loc>" + inXML(m.address(o, p)) + "</loc>")
			if day := m.days[p]; day != "" {
				b.WriteString("<lastmod>" + string(day) + "</lastmod>")
			}
			alternates(&b, maps, o, p)
			b.WriteString("</url>\n")
		}
	}
	b.WriteString("</urlset>\n")
	return b.String()
}

// mapped is the site in one of its languages, as its map has it.
type mapped struct {
	tag, folder string
	paths       []string
	days        map[string]meta.Day // of each path, where known; every path has its place here
}

func (o Options) mapped(s *site.Site) mapped {
	m := mapped{tag: s.Config.Language, days: make(map[string]meta.Day, len(s.Articles))}
	if s.Main != nil {
		m.folder = site.Folder(s.Tag)
	}
	m.paths = o.paths(s)
	for _, p := range m.paths {
		m.days[p] = ""
	}
	for _, a := range s.Here() {
		if _, ok := m.days[a.Path]; ok {
			m.days[a.Path] = cmp.Or(a.Doc.Meta.Updated, a.Doc.Meta.Published)
		}
	}
	for _, p := range s.Pages {
		if _, ok := m.days[p.Path]; ok {
			m.days[p.Path] = p.Meta.Updated
		}
	}
	return m
}

func (m *mapped) address(o Options, p string) string {
	if p == "index.html" && m.folder != "" && o.Base != "" {
		return o.Base + m.folder
	}
	return o.address("sitemap.xml", m.folder+p)
}

// alternates names a page in each of the languages that have it, where several do.
func alternates(b *strings.Builder, maps []mapped, o Options, p string) {
	var links []string
	for _, m := range maps {
		if _, ok := m.days[p]; !ok {
			continue
		}
		address := inXML(m.address(o, p))
		links = append(links, `<xhtml:link rel="alternate" hreflang="`+m.tag+`" href="`+address+`"/>`)
		if m.folder == "" {
			links = append(links, `<xhtml:link rel="alternate" hreflang="x-default" href="`+address+`"/>`)
		}
	}
	if len(maps) > 1 && len(links) > 2 {
		b.WriteString(strings.Join(links, ""))
	}
}

// inXML is text as XML has it.
func inXML(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // a strings.Builder does not fail
	return b.String()
}

func (o Options) paths(s *site.Site) []string {
	if o.Paths != nil {
		return o.Paths
	}
	all := []string{"index.html"}
	for _, a := range s.Here() {
		if !private(a) {
			all = append(all, a.Path)
		}
	}
	for _, p := range s.Profiles {
		all = append(all, p.Path)
	}
	for _, p := range s.Pages {
		if p.Path != "index.html" && p.Away == "" {
			all = append(all, p.Path)
		}
	}
	return all
}
