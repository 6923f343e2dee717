package export

import (
	"strings"
	"sync"

	"glossator/internal/catalogue"
	"glossator/internal/site"
)

// LD makes schema.org data for the pages of a site. It may stand inside a script element.
type LD struct {
	*site.Site
	base  string
	types func() []string // of the profiles, made once: every article names a dozen
}

// NewLD makes data for pages that stand at an address, "" where it is not known.
func NewLD(s *site.Site, base string) *LD {
	return &LD{s, base, sync.OnceValue(func() []string {
		types := make([]string, len(s.Profiles))
		for i, p := range s.Profiles {
			types[i] = schemaType(p.Entry)
		}
		return types
	})}
}

// Article tells what an article is based on, what it mentions, who is quoted.
func (l *LD) Article(a *site.Article) (data string) {
	_ = lend(func(j *object) error { // which does not fail
		l.article(j, a)
		data = j.String()
		return nil
	})
	return data
}

func (l *LD) article(j *object, a *site.Article) {
	o, m, s, types := Options{}.at(l.base), &a.Doc.Meta, l.Site, l.types()
	j.open('{')
	j.field("@context", "https://schema.org")
	j.field("@type", "NewsArticle")
	if l.base != "" {
		j.field("@id", o.address(a.Path, a.Path))
		j.field("url", o.address(a.Path, a.Path))
	}
	j.field("headline", title(a))
	j.field("description", m.Summary)
	j.field("inLanguage", s.TongueOf(a.Doc))
	j.field("contentLocation", m.Place)
	j.field("temporalCoverage", string(m.Event))
	if m.Kind.Text == "account" {
		j.field("dateModified", string(m.Updated))
		publisher(j.key("author"), s)
		publisher(j.key("publisher"), s)
		j.key("isBasedOn").open('{')
		j.field("@type", "NewsArticle")
		j.field("headline", m.OriginalTitle)
		if m.OriginalTitle != "" {
			j.field("inLanguage", originalTongue(s, a))
		}
		original(j, a)
		j.field("url", m.URL.Text)
		j.shut('}')
	} else {
		j.field("alternativeHeadline", m.OriginalTitle)
		original(j, a)
		j.field("sameAs", m.URL.Text)
		publisher(j.key("sdPublisher"), s)
	}
	if len(a.Seen) > 0 {
		j.key("mentions").open('[')
		root := o.address(a.Path, "")
		for _, seen := range a.Seen {
			p := s.Profiles[seen.Profile]
			j.open('{')
			j.field("@type", types[seen.Profile])
			j.field("name", p.Entry.Name)
			j.key("url").text(root, p.Path)
			j.shut('}')
		}
		j.shut(']')
	}
	l.spoken(j, a)
	j.shut('}')
}

// originalTongue is the language of what an article is an account of: where ours is a
// translation that of ours which it translates.
func originalTongue(s *site.Site, a *site.Article) string {
	if of := a.Original(); of != nil {
		a = of
	}
	return s.TongueOf(a.Doc)
}

// original writes who published a text, and when.
func original(j *object, a *site.Article) {
	m := a.Doc.Meta
	j.field("datePublished", string(m.Published))
	if len(m.Authors) > 0 {
		j.key("author").open('[')
		for _, name := range m.Authors {
			j.open('{')
			j.field("@type", "Person")
			j.field("name", name)
			j.shut('}')
		}
		j.shut(']')
	}
	if m.Publisher != "" {
		j.key("publisher").open('{')
		j.field("@type", "Organization")
		j.field("name", m.Publisher)
		j.shut('}')
	}
}

func publisher(j *object, s *site.Site) {
	name := s.Config.Author
	if name == "" {
		name = s.Config.Title
	}
	j.open('{')
	j.field("@type", "Organization")
	j.field("name", name)
	j.shut('}')
}

// spoken writes the quotations whose speaker is known.
func (l *LD) spoken(j *object, a *site.Article) {
	some := false
	for _, q := range a.Ann.Quotes {
		name, kind := q.Name, "Person"
		if p := l.Profile(q.Speaker); p != nil {
			name, kind = p.Entry.Name, l.types()[p.Index]
		}
		if name == "" || private(a) {
			continue
		}
		if !some {
			j.key("hasPart").open('[')
			some = true
		}
		j.open('{')
		j.field("@type", "Quotation")
		j.field("text", a.Doc.Prose.Text[q.Span.Start:q.Span.End])
		j.key("creator").open('{')
		j.field("@type", kind)
		j.field("name", name)
		j.shut('}')
		j.shut('}')
	}
	if some {
		j.shut(']')
	}
}

// Entry tells what an entry is.
func (l *LD) Entry(p *site.Profile) string {
	o, e, s := Options{}.at(l.base), p.Entry, l.Site
	kind := l.types()[p.Index]
	var j object
	j.open('{')
	j.field("@context", "https://schema.org")
	j.field("@type", kind)
	if l.base != "" {
		j.field("@id", o.address(p.Path, p.Path))
	}
	j.field("name", e.Name)
	if len(e.Aliases) > 0 {
		j.key("alternateName").open('[')
		for _, a := range e.Aliases {
			j.text(a.Text)
		}
		j.shut(']')
	}
	j.field("description", note(p))
	if len(e.SameAs) > 0 {
		j.key("sameAs").open('[')
		for _, w := range e.SameAs {
			j.text(w.Text)
		}
		j.shut(']')
	}
	switch kind {
	case "Legislation":
		j.field("legislationType", e.Kind)
		j.field("legislationIdentifier", e.Authority)
		from, _ := life(e)
		j.field("legislationDate", string(from))
	case "Person":
		offices(&j, e)
	case "DefinedTerm":
		j.key("inDefinedTermSet").open('{')
		j.field("@type", "DefinedTermSet")
		j.field("name", s.Config.Title)
		j.shut('}')
	}
	j.key("mainEntityOfPage").open('{')
	j.field("@type", "WebPage")
	j.field("url", o.address(p.Path, p.Path))
	j.field("inLanguage", s.TongueOf(p.Doc))
	if len(e.Citations) > 0 {
		j.key("citation").open('[')
		for _, c := range e.Citations {
			work(&j, c)
		}
		j.shut(']')
	}
	j.shut('}')
	j.shut('}')
	return j.String()
}

func offices(j *object, e *catalogue.Entry) {
	if len(e.Roles) == 0 {
		return
	}
	j.key("hasOccupation").open('[')
	for _, r := range e.Roles {
		j.open('{')
		j.field("@type", "Role")
		j.field("startDate", string(r.From))
		j.field("endDate", string(r.To))
		j.key("hasOccupation").open('{')
		j.field("@type", "Occupation")
		j.field("name", r.Title)
		j.shut('}')
		j.shut('}')
	}
	j.shut(']')
}

func work(j *object, c catalogue.Citation) {
	j.open('{')
	j.field("@type", "CreativeWork")
	j.field("name", c.Title)
	j.field("identifier", c.Identifier)
	if c.Publisher != "" {
		j.key("publisher").open('{')
		j.field("@type", "Organization")
		j.field("name", c.Publisher)
		j.shut('}')
	}
	if c.Date.Text != catalogue.Undated {
		j.field("datePublished", c.Date.Text)
	}
	j.field("url", c.URL.Text)
	j.shut('}')
}

// Home tells what the site is.
func (l *LD) Home() string {
	o, s := Options{}.at(l.base), l.Site
	var j object
	j.open('{')
	j.field("@context", "https://schema.org")
	j.field("@type", "WebSite")
	j.field("name", s.Config.Title)
	j.field("description", s.Config.Description)
	j.field("inLanguage", s.Config.Language)
	j.field("url", o.Base)
	publisher(j.key("publisher"), s)
	j.key("hasPart").open('[')
	for _, a := range s.Here()[:min(len(s.Here()), 50)] {
		j.open('{')
		j.field("@type", "NewsArticle")
		j.field("headline", title(a))
		j.field("url", o.address("index.html", a.Path))
		j.shut('}')
	}
	j.shut(']')
	j.shut('}')
	return j.String()
}

// heads lead from the head of an English noun phrase to a schema.org type.
var heads = map[string]string{
	"person": "Person", "organization": "Organization", "organisation": "Organization",
	"party": "PoliticalParty", "company": "Corporation", "broadcaster": "NewsMediaOrganization", "newspaper": "NewsMediaOrganization",
	"agency": "GovernmentOrganization", "ministry": "GovernmentOrganization", "department": "GovernmentOrganization",
	"court": "GovernmentOrganization", "legislature": "GovernmentOrganization", "congress": "GovernmentOrganization",
	"parliament": "GovernmentOrganization", "government": "GovernmentOrganization", "administration": "GovernmentOrganization",
	"council": "GovernmentOrganization", "senate": "GovernmentOrganization",
	"law": "Legislation", "act": "Legislation", "bill": "Legislation", "order": "Legislation", "regulation": "Legislation",
	"rule": "Legislation", "treaty": "Legislation", "statute": "Legislation", "directive": "Legislation", "ordinance": "Legislation",
	"determination": "Legislation",
}

// schemaType is the schema.org type of an entry, from the head word of its kind; an
// organization is a government's where its name says so. What has no type is a
// defined term.
func schemaType(e *catalogue.Entry) string {
	t := heads[head(e.Kind)]
	if t == "Organization" {
		for w := range strings.FieldsSeq(strings.ToLower(e.Name)) {
			switch heads[w] {
			case "GovernmentOrganization", "PoliticalParty":
				return heads[w]
			}
		}
		if strings.Contains(e.Kind, "government") {
			return "GovernmentOrganization"
		}
		if strings.Contains(e.Kind, "news") {
			return "NewsMediaOrganization"
		}
	}
	if t == "" {
		return "DefinedTerm"
	}
	return t
}

// head is the last word before a preposition.
func head(kind string) string {
	last := ""
	for w := range strings.FieldsSeq(strings.ToLower(kind)) {
		switch w {
		case "of", "for", "about", "on", "under", "against", "in", "to", "by", "with":
			return last
		}
		last = w
	}
	return last
}
