package vocabulary

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"glossator/internal/catalogue"
	"glossator/internal/site"
)

// Turtle writes a site's vocabulary as SKOS (www.w3.org/TR/skos-reference) in Turtle
// (www.w3.org/TR/turtle): a concept scheme for each facet, a concept for each entry.
//
//	skos:prefLabel    the name
//	skos:altLabel     the aliases
//	skos:hiddenLabel  spoiled forms of a name: found, never shown
//	skos:scopeNote    the first sentence
//	skos:notation     the ID
//	skos:broader      what it is done under, where that is of the same facet
//	skos:broadMatch   the same, where it is of another
//	skos:exactMatch   addresses of the same thing in registers
//	skos:related      related entries that are not broader ones
//
// Descriptions, cues and the days of roles have no word in SKOS and are left out. base
// is the address of the site: a concept is the address of its page with #concept, for a
// page is not the thing it is about. Where base is "" it is a URN made of the site's
// title and the ID, which lasts as long as those do.
func Turtle(s *site.Site, base string) string {
	t := &turtle{site: s, base: base}
	if tag := s.Config.Language; languageTag(tag) {
		t.tag = "@" + tag
	}
	if base != "" && !strings.HasSuffix(base, "/") {
		t.base += "/"
	}
	t.WriteString("@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@prefix dct: <http://purl.org/dc/terms/> .\n")
	for _, f := range s.Catalogue.Facets {
		t.subject(t.scheme(f), "skos:ConceptScheme")
		t.labels("dct:title", f.Plural)
		if s.Config.Title != "" {
			t.labels("dct:isPartOf", s.Config.Title)
		}
		t.end()
	}
	for _, p := range s.Profiles {
		t.concept(p)
	}
	return t.String()
}

type turtle struct {
	strings.Builder
	site *site.Site
	base string
	tag  string // behind a text: @en
}

func (t *turtle) concept(p *site.Profile) {
	e := p.Entry
	t.subject(t.iri(e), "skos:Concept")
	t.objects("skos:inScheme", t.scheme(t.site.Catalogue.FacetOf(e)))
	t.objects("skos:notation", literal(e.ID))
	// A text is a label of one kind only.
	taken := []string{oneLine(e.Name)}
	fresh := func(v value) (texts []string) {
		for _, s := range v {
			if !slices.Contains(taken, s) {
				taken = append(taken, s)
				texts = append(texts, s)
			}
		}
		return texts
	}
	t.labels("skos:prefLabel", oneLine(e.Name))
	t.labels("skos:altLabel", fresh(words(e.Aliases))...)
	t.labels("skos:hiddenLabel", fresh(words(e.Damaged))...)
	if note := oneLine(noteOf(p)); note != "" {
		t.labels("skos:scopeNote", note)
	}
	var broader, match, related []string
	above := t.above(e)
	for _, r := range e.Under {
		switch other := t.site.Catalogue.Entry(r.ID); {
		case other == nil || other == e:
		case other.Facet == e.Facet:
			broader = append(broader, t.iri(other))
		default:
			match = append(match, t.iri(other))
		}
	}
	for _, r := range e.Related {
		if other := t.site.Catalogue.Entry(r.ID); other != nil && other != e && !above[other] && !t.above(other)[e] {
			related = append(related, t.iri(other))
		}
	}
	t.objects("skos:broader", broader...)
	t.objects("skos:broadMatch", match...)
	t.objects("skos:related", related...)
	var same []string
	for _, w := range e.SameAs {
		same = append(same, "<"+iriText(w.Text)+">")
	}
	t.objects("skos:exactMatch", same...)
	t.end()
}

// above is everything that an entry is under, at any remove: SKOS does not let that be
// related, too.
func (t *turtle) above(e *catalogue.Entry) map[*catalogue.Entry]bool {
	all := map[*catalogue.Entry]bool{}
	for open := []*catalogue.Entry{e}; len(open) > 0; open = open[1:] {
		for _, r := range open[0].Under {
			if other := t.site.Catalogue.Entry(r.ID); other != nil && !all[other] {
				all[other] = true
				open = append(open, other)
			}
		}
	}
	return all
}

func (t *turtle) iri(e *catalogue.Entry) string {
	if t.base == "" {
		return "<" + t.urn() + e.ID + ">"
	}
	return "<" + iriText(t.base) + t.site.Catalogue.FacetOf(e).Dir + "/" + e.ID + ".html#concept>"
}

func (t *turtle) scheme(f catalogue.Facet) string {
	if t.base == "" {
		return "<" + t.urn() + "facet:" + f.ID + ">"
	}
	return "<" + iriText(t.base) + f.Dir + "/#scheme>"
}

func (t *turtle) urn() string {
	name := catalogue.Slug(t.site.Config.Title)
	if name == "" {
		name = url.PathEscape(t.site.Config.Title)
	}
	return "urn:glossator:" + name + ":"
}

// subject begins the statements about something.
func (t *turtle) subject(iri, class string) { fmt.Fprintf(t, "\n%s a %s", iri, class) }

// labels states texts in the site's language.
func (t *turtle) labels(property string, texts ...string) {
	objects := make([]string, len(texts))
	for i, s := range texts {
		objects[i] = literal(s) + t.tag
	}
	t.objects(property, objects...)
}

// objects states a property, each of its values once.
func (t *turtle) objects(property string, values ...string) {
	for i, v := range values {
		switch {
		case slices.Contains(values[:i], v):
			continue
		case i == 0:
			fmt.Fprintf(t, " ;\n    %s %s", property, v)
		default:
			t.WriteString(" ,\n        " + v)
		}
	}
}

func (t *turtle) end() { t.WriteString(" .\n") }

// literal is a text between quotation marks.
func literal(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r < ' ' || r == 0x7f:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// iriText is an address without the characters that may not stand in an IRI.
func iriText(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r <= ' ' || strings.ContainsRune("<>\"{}|^`\\", r) {
			fmt.Fprintf(&b, "%%%02X", r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// languageTag tells whether a language can stand behind a text: letters, then groups of
// letters and digits.
func languageTag(s string) bool {
	for i, part := range strings.Split(s, "-") {
		if part == "" || strings.IndexFunc(part, func(r rune) bool {
			letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
			return !letter && (i == 0 || r < '0' || r > '9')
		}) >= 0 {
			return false
		}
	}
	return true
}
