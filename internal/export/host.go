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
	return "/*\n" +
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

// sitemap lists the pages that search engines may show: none of a private text.
func sitemap(s *site.Site, o Options) string {
	days := make(map[string]meta.Day, len(s.Articles))
	for _, a := range s.Articles {
		days[a.Path] = cmp.Or(a.Doc.Meta.Updated, a.Doc.Meta.Published)
	}
	for _, p := range s.Pages {
		days[p.Path] = p.Meta.Updated
	}
	var b strings.Builder
	b.WriteString(xml.Header + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
	for _, p := range o.paths(s) {
		b.WriteString("<url><loc>")
		// A strings.Builder does not fail.
		_ = xml.EscapeText(&b, []byte(o.address("sitemap.xml", p)))
		b.WriteString("</loc>")
		if day := days[p]; day != "" {
			b.WriteString("<lastmod>" + string(day) + "</lastmod>")
		}
		b.WriteString("</url>\n")
	}
	b.WriteString("</urlset>\n")
	return b.String()
}

func (o Options) paths(s *site.Site) []string {
	if o.Paths != nil {
		return o.Paths
	}
	all := []string{"index.html"}
	for _, a := range s.Articles {
		if !private(a) {
			all = append(all, a.Path)
		}
	}
	for _, p := range s.Profiles {
		all = append(all, p.Path)
	}
	for _, p := range s.Pages {
		if p.Path != "index.html" {
			all = append(all, p.Path)
		}
	}
	return all
}
