package vocabulary

import (
	"strings"

	"glossator/internal/catalogue"
)

// oneLine is a text without line breaks, tabs and outer spaces.
func oneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		if r == '\n' || r == '\r' || r == '\t' {
			return ' '
		}
		return r
	}, s)
	return strings.TrimSpace(s)
}

// escape puts a backslash before every backslash and separator of an item.
func escape(s, separators string) string {
	if !strings.ContainsAny(s, `\`+separators) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if r == '\\' || strings.ContainsRune(separators, r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// unescape takes them off. A backslash before anything else is itself.
func unescape(s string) string {
	if !strings.Contains(s, `\`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && strings.IndexByte(`\;|`, s[i+1]) >= 0 {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// split splits at a separator that has no backslash before it, and leaves the
// backslashes.
func split(s string, sep byte) (parts []string) {
	from := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case sep:
			parts = append(parts, s[from:i])
			from = i + 1
		}
	}
	return append(parts, s[from:])
}

// role is an item of the column roles.
type role struct {
	title, from, to string
	phrases         []string
}

func roleOf(r catalogue.Role) role {
	return role{oneLine(r.Title), string(r.From), string(r.To), words(r.Descriptions)}
}

// readRole reads an item; what is missing is empty.
func readRole(item string) (r role) {
	for i, part := range split(item, '|') {
		switch part = unescape(oneLine(part)); {
		case i == 0:
			r.title = part
		case i == 1:
			r.from = part
		case i == 2:
			r.to = part
		case part != "":
			r.phrases = append(r.phrases, part)
		}
	}
	return r
}

// String is the item as a value holds it: with its bars and backslashes escaped, empty
// parts at its end left out.
func (r role) String() string {
	parts := append([]string{r.title, r.from, r.to}, r.phrases...)
	for len(parts) > 0 && parts[len(parts)-1] == "" {
		parts = parts[:len(parts)-1]
	}
	for i := range parts {
		parts[i] = escape(parts[i], "|")
	}
	return strings.Join(parts, " | ")
}
