package importer

import (
	"encoding/json"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// linkedData is what a page says of its article in JSON-LD (schema.org).
type linkedData struct {
	kind, title, publisher, address, language, summary, body string
	day, created, changed, pageDay                           string
	authors                                                  []string
}

// articleTypes are the types of schema.org that are articles.
var articleTypes = []string{"NewsArticle", "ReportageNewsArticle", "OpinionNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle", "ReviewNewsArticle", "AskPublicNewsArticle", "Article", "BlogPosting", "LiveBlogPosting",
	"Report", "SatiricalArticle", "ScholarlyArticle", "TechArticle", "SocialMediaPosting", "PressRelease", "GovernmentService"}

// linkedDataOf reads every JSON-LD script of a page: the article in them, in a list
// or in a @graph, with what it refers to by @id.
func linkedDataOf(root *html.Node) (d linkedData) {
	var all []map[string]any
	each(root, func(n *html.Node) bool {
		if n.DataAtom == atom.Script && strings.HasPrefix(strings.ToLower(strings.TrimSpace(attr(n, "type"))), "application/ld+json") {
			all = collect(all, parseLoose(textOf(n)), 0)
		}
		return false
	}, nil)
	byID := map[string]map[string]any{}
	for _, o := range all {
		if id, _ := o["@id"].(string); id != "" && (len(o) > 2 || byID[id] == nil) {
			byID[id] = o
		}
	}
	for _, o := range all {
		types := strs(o["@type"])
		if i := slices.IndexFunc(types, func(t string) bool { return slices.Contains(articleTypes, strings.TrimPrefix(t, "schema:")) }); i >= 0 && (d.title == "" || len(d.body) == 0 && o["articleBody"] != nil) {
			d.take(o, byID)
			d.kind = types[i]
		}
	}
	for _, o := range all { // what the page around the article says
		if types := strs(o["@type"]); slices.Contains(types, "WebPage") || slices.Contains(types, "ItemPage") {
			page := linkedData{}
			page.take(o, byID)
			first(&d.pageDay, page.day)
			first(&d.changed, page.changed)
			first(&d.language, page.language)
			first(&d.publisher, page.publisher)
		}
	}
	return d
}

func (d *linkedData) take(o map[string]any, byID map[string]map[string]any) {
	first(&d.title, str(o["headline"]))
	first(&d.title, str(o["name"]))
	first(&d.day, str(o["datePublished"]))
	first(&d.created, str(o["dateCreated"]))
	first(&d.changed, str(o["dateModified"]))
	first(&d.summary, str(o["description"]))
	first(&d.body, str(o["articleBody"]))
	first(&d.language, str(o["inLanguage"]))
	for _, p := range []string{"publisher", "sourceOrganization"} {
		if names := namesIn(o[p], byID); len(names) > 0 {
			first(&d.publisher, names[0])
		}
	}
	for _, p := range []string{"author", "creator"} {
		if len(d.authors) == 0 {
			d.authors = namesIn(o[p], byID)
		}
	}
	for _, p := range []any{o["url"], o["mainEntityOfPage"]} {
		first(&d.address, str(p))
		if m, ok := p.(map[string]any); ok {
			first(&d.address, str(m["@id"]))
			first(&d.address, str(m["url"]))
		}
	}
}

// parseLoose reads JSON as pages have it: in a comment or CDATA, with bare line ends
// in its strings.
func parseLoose(s string) (v any) {
	s = strings.TrimSpace(s)
	for _, around := range []string{"<!--", "-->", "//<![CDATA[", "//]]>", "<![CDATA[", "]]>", "/*", "*/"} {
		s = strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(s, around), around))
	}
	if json.Unmarshal([]byte(s), &v) == nil {
		return v
	}
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, s)
	if json.Unmarshal([]byte(strings.TrimRight(s, "; ")), &v) != nil {
		return nil
	}
	return v
}

// collect lists every object in a value.
func collect(all []map[string]any, v any, depth int) []map[string]any {
	if depth > 20 {
		return all
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			all = collect(all, x, depth+1)
		}
	case map[string]any:
		all = append(all, v)
		for _, k := range []string{"@graph", "mainEntity", "mainEntityOfPage", "author", "publisher", "itemListElement", "hasPart"} {
			all = collect(all, v[k], depth+1)
		}
	}
	return all
}

// namesIn are the names of persons or organizations in a value.
func namesIn(v any, byID map[string]map[string]any) (names []string) {
	switch v := v.(type) {
	case string:
		if o := byID[v]; o != nil {
			v = str(o["name"])
		}
		if v = clean(v); v != "" && !strings.HasPrefix(v, "http") && !strings.HasPrefix(v, "#") {
			names = append(names, v)
		}
	case []any:
		for _, x := range v {
			names = append(names, namesIn(x, byID)...)
		}
	case map[string]any:
		if v["name"] == nil {
			if o := byID[str(v["@id"])]; o != nil {
				v = o
			}
		}
		switch n := v["name"].(type) {
		case string:
			names = append(names, clean(n))
		case []any:
			for _, x := range n {
				names = append(names, clean(str(x)))
			}
		}
	}
	return slices.DeleteFunc(names, func(s string) bool { return s == "" })
}

func str(v any) string {
	switch v := v.(type) {
	case string:
		return clean(v)
	case []any:
		if len(v) > 0 {
			return str(v[0])
		}
	case map[string]any:
		return str(v["@value"])
	}
	return ""
}

func strs(v any) (all []string) {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		for _, x := range v {
			if s, ok := x.(string); ok {
				all = append(all, s)
			}
		}
	}
	return all
}

// clean is a value as a reader would write it: entities decoded, also those that were
// encoded twice; markup of a title left out.
func clean(s string) string {
	for range 2 {
		s = html.UnescapeString(s)
	}
	if strings.Contains(s, "<") && strings.Contains(s, ">") {
		if nodes, err := html.ParseFragment(strings.NewReader(s), &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div}); err == nil {
			s = ""
			for _, n := range nodes {
				s += textOf(n)
			}
		}
	}
	return s
}

// first keeps the first value that says anything.
func first(dst *string, value string) {
	if *dst == "" {
		*dst = strings.TrimSpace(value)
	}
}
