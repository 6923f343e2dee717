package importer

import (
	"strings"

	"glossator/internal/meta"
)

// String is the article as a file: front matter and Markdown. What is not known
// stands in it as a comment, so that the editor sees where it belongs.
func (a *Article) String() string {
	var b strings.Builder
	b.WriteString("---\n")
	b.WriteString(a.Front)
	field := func(name, value string) {
		if value != "" && !hasField(a.Front, name) {
			b.WriteString(name + ": " + quoted(value) + "\n")
		}
	}
	field("title", a.Title)
	field("kind", a.Kind.Text)
	field("publisher", a.Publisher)
	if len(a.Authors) > 0 && !hasField(a.Front, "authors") {
		names := make([]string, len(a.Authors))
		for i, n := range a.Authors {
			names[i] = quotedInList(n)
		}
		b.WriteString("authors: [" + strings.Join(names, ", ") + "]\n")
	}
	field("published", string(a.Published))
	field("updated", string(a.Updated))
	field("event", string(a.Event))
	field("place", a.Place)
	field("url", a.URL.Text)
	if a.Rights.Text != "" && !hasField(a.Front, "rights") {
		b.WriteString("rights: " + quoted(a.Rights.Text))
		if a.Rights.Text == "private" {
			b.WriteString(" # not settled: write own, licensed or public-domain where you may publish the text")
		}
		b.WriteString("\n")
	}
	field("summary", a.Summary)
	if a.Day() == "" {
		b.WriteString("# published: 2024-01-31 was not found\n")
	}
	if a.Publisher == "" {
		b.WriteString("# publisher: was not found\n")
	}
	b.WriteString("---\n")
	b.WriteString(strings.Trim(a.Body, "\n"))
	b.WriteString("\n")
	return b.String()
}

// Day is the day from which the article speaks, "" where it is not known.
func (a *Article) Day() meta.Day {
	if a.Published != "" {
		return a.Published
	}
	return a.Event
}

func hasField(front, name string) bool {
	return strings.HasPrefix(front, name+":") || strings.Contains(front, "\n"+name+":")
}

// quoted is text as a YAML value: plain where that is safe, else between double
// quotes.
func quoted(s string) string {
	if plainYAML(s) {
		return s
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r < ' ' || r == 0x7f || r == 0x85 || r == 0x2028 || r == 0x2029 || r == 0xFEFF:
			b.WriteByte(' ')
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

func quotedInList(s string) string {
	if strings.ContainsAny(s, ",[]{}") && plainYAML(s) {
		return `"` + s + `"`
	}
	return quoted(s)
}

// plainYAML tells whether a text means itself as a plain YAML scalar.
func plainYAML(s string) bool {
	if s == "" || s != strings.TrimSpace(s) || strings.ContainsAny(s[:1], "-?:,[]{}#&*!|>'\"%@`=~<.+") || strings.HasSuffix(s, ":") ||
		strings.Contains(s, ": ") || strings.Contains(s, " #") || strings.ContainsAny(s, "\\\"\t\n\r") {
		return false
	}
	for _, r := range s {
		if r < ' ' || r == 0x7f || r == 0x85 || r == 0x2028 || r == 0x2029 || r == 0xFEFF {
			return false
		}
	}
	switch strings.ToLower(s) {
	case "null", "true", "false", "yes", "no", "on", "off", "y", "n":
		return false
	}
	return true
}
