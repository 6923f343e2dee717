package preview

import "strings"

// rule is one block of a _headers file, as Netlify and Cloudflare Pages read it: a
// path, in which * stands for anything and :name for anything up to a slash, then
// indented lines of "Name: value".
type rule struct {
	pattern string
	fields  []field
}

type field struct{ name, value string }

func parseHeaders(text string) (rules []rule) {
	for line := range strings.Lines(text) {
		trimmed := strings.TrimSpace(line)
		switch {
		case trimmed == "" || trimmed[0] == '#':
		case line[0] != ' ' && line[0] != '\t':
			rules = append(rules, rule{pattern: trimmed})
		case len(rules) > 0:
			name, value, ok := strings.Cut(trimmed, ":")
			if ok {
				r := &rules[len(rules)-1]
				r.fields = append(r.fields, field{strings.TrimSpace(name), strings.TrimSpace(value)})
			}
		}
	}
	return rules
}

// headersFor are the fields for an address. Patterns are written for where the site
// stands; one that is written for the root counts too.
func headersFor(rules []rule, path, base string) (fields []field) {
	below := "/" + strings.TrimPrefix(path, base)
	for _, r := range rules {
		if matches(r.pattern, path) || matches(r.pattern, below) {
			fields = append(fields, r.fields...)
		}
	}
	return fields
}

func matches(pattern, path string) bool {
	for i := 0; i < len(pattern); i++ {
		switch {
		case pattern[i] == '*':
			for j := 0; j <= len(path); j++ {
				if matches(pattern[i+1:], path[j:]) {
					return true
				}
			}
			return false
		case pattern[i] == ':' && i > 0 && pattern[i-1] == '/':
			end := strings.IndexByte(pattern[i:], '/')
			if end < 0 {
				end = len(pattern) - i
			}
			n := strings.IndexByte(path, '/')
			if n < 0 {
				n = len(path)
			}
			return n > 0 && matches(pattern[i+end:], path[n:])
		case path == "" || path[0] != pattern[i]:
			return false
		}
		path = path[1:]
	}
	return path == ""
}
