package export

import (
	"cmp"
	"strings"

	"glossator/internal/meta"
	"glossator/internal/site"
)

// cite is one work as it is cited.
type cite struct {
	key       string
	kind      string // CSL: article-newspaper or webpage
	title     string
	authors   []author
	container string // newspaper or site
	day       meta.Day
	url       string
	language  string
	abstract  string
	note      string
}

// author is a person, or a body whose name is not to be taken apart.
type author struct{ given, family, literal string }

// cited is the original and, where ours is an account of it, the account.
func cited(s *site.Site, a *site.Article, o Options) []cite {
	m := a.Doc.Meta
	here := ""
	if o.Base != "" {
		here = o.Base + a.Path
	}
	original := cite{key: key(a.Doc.Name), kind: "article-newspaper", title: m.OriginalTitle, container: m.Publisher,
		day: m.Published, url: m.URL.Text, language: s.TongueOf(a.Doc)}
	for _, name := range m.Authors {
		original.authors = append(original.authors, person(name, m.Publisher))
	}
	if m.Kind.Text != "account" {
		original.title = cmp.Or(m.OriginalTitle, title(a))
		original.url = cmp.Or(original.url, here)
		return []cite{original}
	}
	original.key += "-original"
	original.language = originalTongue(s, a)
	if original.title == "" {
		// A title is never invented: square brackets say that this is a description.
		original.title = "[" + strings.Join(present(m.Publisher, m.Place, string(m.Published)), ", ") + "]"
	}
	about := strings.Join(present(m.Publisher, m.OriginalTitle, string(m.Published)), ", ")
	return []cite{original, {key: key(a.Doc.Name), kind: "webpage", title: title(a),
		authors: []author{{literal: cmp.Or(s.Config.Author, s.Config.Title)}}, container: s.Config.Title,
		day: m.Updated, url: here, language: s.TongueOf(a.Doc), abstract: m.Summary, note: about}}
}

// key is a name that BibTeX takes.
func key(name string) string {
	return strings.Map(func(r rune) rune {
		if r > 0x7f {
			return '_'
		}
		return r
	}, name)
}

// particles belong to the family name.
var particles = map[string]bool{"de": true, "del": true, "della": true, "di": true, "da": true, "do": true, "dos": true, "van": true,
	"von": true, "der": true, "den": true, "ter": true, "la": true, "le": true, "el": true, "al": true, "bin": true, "ibn": true}

// person takes a name apart: the last word is the family name, with the particles
// before it. A publisher, or a single word, is not taken apart.
func person(name, publisher string) author {
	if family, given, ok := strings.Cut(name, ","); ok {
		return author{given: strings.TrimSpace(given), family: strings.TrimSpace(family)}
	}
	w := strings.Fields(name)
	if len(w) < 2 || name == publisher || w[0] == "The" {
		return author{literal: name}
	}
	cut := len(w) - 1
	for cut > 1 && particles[w[cut-1]] {
		cut--
	}
	return author{given: strings.Join(w[:cut], " "), family: strings.Join(w[cut:], " ")}
}

var texEscapes = strings.NewReplacer(`\`, `\textbackslash{}`, "{", `\{`, "}", `\}`, "&", `\&`, "%", `\%`, "$", `\$`, "#", `\#`,
	"_", `\_`, "~", `\textasciitilde{}`, "^", `\textasciicircum{}`, "\n", " ")

func bibtex(works []cite) string {
	var b strings.Builder
	for _, c := range works {
		field := func(name, value string) {
			if value != "" {
				b.WriteString(",\n  " + name + " = {" + value + "}")
			}
		}
		var names []string
		for _, a := range c.authors {
			switch {
			case a.literal != "":
				names = append(names, "{"+texEscapes.Replace(a.literal)+"}")
			default:
				names = append(names, texEscapes.Replace(a.family)+", "+texEscapes.Replace(a.given))
			}
		}
		entry, container := "article", "journal"
		if c.kind == "webpage" {
			entry, container = "misc", "howpublished"
		}
		b.WriteString("@" + entry + "{" + c.key)
		field("author", strings.Join(names, " and "))
		field("title", "{"+texEscapes.Replace(c.title)+"}")
		field(container, texEscapes.Replace(c.container))
		if c.day != "" {
			parts := strings.Split(string(c.day), "-")
			field("year", parts[0])
			if len(parts) > 1 {
				field("month", strings.TrimPrefix(parts[1], "0"))
			}
			field("date", string(c.day))
		}
		// An address goes in as it is: styles set it with \url.
		field("url", strings.NewReplacer("{", "%7B", "}", "%7D", `\`, "%5C").Replace(c.url))
		field("note", texEscapes.Replace(c.note))
		b.WriteString("\n}\n")
	}
	return b.String()
}

// ris writes the format of reference managers: two letters, two spaces, a hyphen;
// lines end in CR LF.
func ris(works []cite) string {
	var b strings.Builder
	for _, c := range works {
		field := func(tag, value string) {
			if value != "" {
				b.WriteString(tag + "  - " + strings.Join(strings.Fields(value), " ") + "\r\n")
			}
		}
		kind, container := "NEWS", "T2"
		if c.kind == "webpage" {
			kind = "ELEC"
		}
		field("TY", kind)
		for _, a := range c.authors {
			field("AU", strings.Join(present(cmp.Or(a.literal, a.family), a.given), ", "))
		}
		field("TI", c.title)
		field(container, c.container)
		if c.day != "" {
			field("PY", c.day.Year())
			field("DA", strings.ReplaceAll(string(c.day), "-", "/"))
		}
		field("UR", c.url)
		field("LA", c.language)
		field("AB", c.abstract)
		field("N1", c.note)
		b.WriteString("ER  - \r\n")
	}
	return b.String()
}

// csl writes CSL-JSON (citeproc-js.readthedocs.io/en/latest/csl-json/markup.html).
func csl(works []cite) string {
	var j object
	j.open('[')
	for _, c := range works {
		j.open('{')
		j.field("id", c.key)
		j.field("type", c.kind)
		j.field("title", c.title)
		if len(c.authors) > 0 {
			j.key("author").open('[')
			for _, a := range c.authors {
				j.open('{')
				j.field("literal", a.literal)
				j.field("family", a.family)
				j.field("given", a.given)
				j.shut('}')
			}
			j.shut(']')
		}
		j.field("container-title", c.container)
		if c.day != "" {
			j.key("issued").open('{')
			j.key("date-parts").open('[').open('[')
			for i, part := range strings.Split(string(c.day), "-") {
				if i > 0 {
					j.WriteByte(',')
				}
				j.WriteString(strings.TrimLeft(part, "0"))
			}
			j.shut(']')
			j.shut(']')
			j.shut('}')
		}
		j.field("URL", c.url)
		j.field("language", c.language)
		j.field("abstract", c.abstract)
		j.field("note", c.note)
		j.shut('}')
	}
	j.shut(']')
	return j.String() + "\n"
}
