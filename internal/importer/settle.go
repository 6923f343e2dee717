package importer

import (
	"net/url"
	"slices"
	"strings"

	"glossator/internal/meta"
)

// get is the first of the metadata of those names.
func (a *about) get(names ...string) string {
	for _, n := range names {
		if v := a.meta[n]; len(v) > 0 {
			return v[0]
		}
	}
	return ""
}

// settle decides between what the page says in several places.
func (a *about) settle(d linkedData) (m Article) {
	m.Publisher = d.publisher
	first(&m.Publisher, a.get("og:site_name", "publisher", "dc.publisher", "dcterms.publisher", "citation_publisher", "citation_journal_title", "article:publisher_name"))
	m.Publisher = strings.Join(strings.Fields(m.Publisher), " ")
	if strings.HasPrefix(m.Publisher, "http") || strings.HasPrefix(m.Publisher, "@") {
		m.Publisher = ""
	}
	m.Title = a.headline(d, &m.Publisher)
	first(&m.Publisher, a.owner)
	m.Authors = a.names(d, m.Publisher)
	m.URL = meta.Word{Text: a.address(d)}
	for _, l := range []string{a.language, d.language, a.get("content-language", "dc.language", "dcterms.language", "language"), a.get("og:locale")} {
		l, _, _ = strings.Cut(strings.ToLower(l), "-")
		l, _, _ = strings.Cut(l, "_")
		l, _, _ = strings.Cut(l, ",")
		if l = strings.TrimSpace(l); len(l) == 2 || len(l) == 3 {
			first(&m.Language, l)
		}
	}
	m.Summary = a.deck
	for _, s := range []string{d.summary, a.get("description", "og:description", "dc.description", "dcterms.description", "twitter:description")} {
		if len(strings.Fields(s)) >= 4 && !strings.HasSuffix(s, "...") && !strings.HasSuffix(s, "…") && !strings.HasSuffix(s, "[…]") {
			first(&m.Summary, strings.Join(strings.Fields(s), " "))
		}
	}
	switch d.kind {
	case "OpinionNewsArticle":
		m.Kind.Text = "opinion"
	case "NewsArticle", "ReportageNewsArticle", "BackgroundNewsArticle", "AnalysisNewsArticle":
		m.Kind.Text = "report"
	}
	return m
}

// bars part a headline from the name of its site.
var bars = []string{" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • "}

// withoutSite is a title without the site's name, a day, or both at its end, and the name
// that was cut: the publisher's, or, where none is known, what looks like one.
func withoutSite(title, publisher string) (rest, site string) {
	title = withoutDay(strings.Join(strings.Fields(title), " "))
	for _, bar := range bars {
		at := strings.LastIndex(title, bar)
		if at <= 0 {
			continue
		}
		last := strings.TrimSpace(title[at+len(bar):])
		named := sameName(last, publisher)
		if publisher == "" {
			named = countWords(last) <= 5 && countWords(title[:at]) >= 2
		}
		if named {
			return strings.TrimSpace(title[:at]), last
		}
	}
	return title, ""
}

// sameName tells whether two names are one, but for an article before one of them.
func sameName(a, b string) bool {
	a, b = squash(a), squash(b)
	the := squash("the ")
	return a == b || the+a == b || a == the+b
}

// withoutDay is a title without a day at its end: "Brisa Hansard 2021-02-11".
func withoutDay(s string) string {
	days := tongue("").days(s)
	if len(days) == 0 {
		return s
	}
	last := days[len(days)-1]
	rest := strings.TrimRight(s[:last.from], " |·•»:,(–—-/")
	if countWords(rest) < 2 || strings.Trim(s[last.to:], " )") != "" || strings.TrimRight(s[:last.from], " ") == rest && !yearFirstDay(s[last.from:]) {
		return s // "The fire of 3 June 2024"
	}
	return rest
}

func yearFirstDay(s string) bool { return len(s) >= 4 && strings.Trim(s[:4], "0123456789") == "" }

// headline is the article's title: its own heading as it stands on the page, where
// the page's metadata do not speak of quite another one.
func (a *about) headline(d linkedData, publisher *string) string {
	title, site := withoutSite(a.title, *publisher)
	first(publisher, site)
	said := d.title
	first(&said, a.get("og:title", "citation_title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "twitter:title"))
	if *publisher != "" {
		said, _ = withoutSite(said, *publisher)
	}
	first(&said, title)
	heading, best := "", 0.4
	for _, h := range a.headings {
		h = strings.TrimRight(h, " ¶#")
		if rest, ok := strings.CutPrefix(said, h+" "); ok && h != "" && strings.ContainsAny(rest[:1], "|-") {
			return h // "Mozilla - Encyclopedia"
		}
		if likeness := max(alike(h, said), alike(h, title)); likeness > best || said == "" && heading == "" {
			heading, best = h, likeness
		}
	}
	if heading == "" || strings.EqualFold(heading, *publisher) {
		return said
	}
	if site, ok := strings.CutSuffix(said, ": "+heading); ok && len(strings.Fields(site)) <= 5 {
		first(publisher, site)
	}
	return heading
}

// alike is how much of their words two headlines share: 1 where one is in the other.
func alike(a, b string) float64 {
	in, shared := set(strings.ToLower(b)), 0
	words := set(strings.ToLower(a))
	for w := range words {
		if in[w] {
			shared++
		}
	}
	if len(words) == 0 || len(in) == 0 {
		return 0
	}
	if likeness := float64(shared) / float64(len(words)+len(in)-shared); len(words) < 4 {
		return likeness // a site's name may stand in any title
	}
	return float64(shared) / float64(min(len(words), len(in)))
}

func (a *about) names(d linkedData, publisher string) []string {
	var found []string
	for _, n := range d.authors {
		found = append(found, splitNames(n, publisher)...)
	}
	for _, key := range []string{"author", "article:author", "byl", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "citation_author", "article.author"} {
		if len(found) > 0 {
			break
		}
		for _, v := range a.meta[key] {
			if key != "author" && key != "byl" {
				v = inOrder(v)
			}
			if !strings.HasPrefix(v, "http") {
				found = append(found, splitNames(v, publisher)...)
			}
		}
	}
	for _, l := range a.bylines {
		if len(found) == 0 {
			found = slices.DeleteFunc(splitNames(l, publisher), func(n string) bool { return !strings.Contains(n, " ") })
		}
	}
	var unique []string
	for _, n := range found {
		if !hasName(unique, n) {
			unique = append(unique, n)
		}
	}
	return unique
}

// inOrder is a name as it is said, where it is written as libraries do: "Doe, Jane".
func inOrder(name string) string {
	last, given, ok := strings.Cut(name, ", ")
	if !ok || strings.ContainsAny(given, ",;") || strings.Contains(last, " ") {
		return name
	}
	return given + " " + last
}

// address is where the page stands on the web, never a copy on a disk.
func (a *about) address(d linkedData) string {
	for _, s := range []string{a.links["canonical"], a.get("og:url"), a.saved, d.address, a.get("dcterms.identifier", "twitter:url", "parsely-link"), a.base} {
		if s = strings.TrimSpace(s); s == a.saved && s != "" && !strings.Contains(s, "://") {
			s = "https://" + s
		}
		u, err := url.Parse(s)
		if err == nil && s != a.base && onTheWeb(u) && strings.Contains(u.Host, ".") {
			u.Fragment = ""
			untracked(u)
			return u.String()
		}
	}
	return ""
}

func onTheWeb(u *url.URL) bool { return u.Scheme == "http" || u.Scheme == "https" }

// trackers are the parameters by which sites know where a reader came from, as are those
// that begin with utm_.
var trackers = set("fbclid gclid mc_cid mc_eid")

// untracked takes out of an address what only tells where a reader came from.
func untracked(u *url.URL) {
	q := u.Query()
	for name := range q {
		if strings.HasPrefix(name, "utm_") || trackers[name] {
			q.Del(name)
			u.RawQuery = "" // written anew, in order
		}
	}
	if u.RawQuery == "" {
		u.RawQuery = q.Encode()
	}
}

// resolve is the address against which the page's links are read.
func (a *about) resolve(address string) *url.URL {
	for _, s := range []string{address, a.base, a.saved} {
		if u, err := url.Parse(s); err == nil && u.Host != "" {
			return u
		}
	}
	return nil
}
