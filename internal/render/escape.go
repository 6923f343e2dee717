package render

import (
	"fmt"
	"html/template"
	"reflect"
	"strconv"
	"strings"
	"text/template/parse"
	"unicode/utf8"
)

// writer appends a value, escaped for its place; false where html/template must.
type writer func(out []byte, v reflect.Value) ([]byte, bool)

// escaping is how html/template would escape a value of a type at the end of a
// pipeline: by one of its own functions, which it has put there by then. Only the
// places that the pages use are known: text, attributes, addresses, titles and
// structured data. nil where html/template must do it.
func escaping(cmds []*parse.CommandNode, t reflect.Type) writer {
	var names []string
	for _, c := range cmds {
		f, ok := c.Args[0].(*parse.IdentifierNode)
		if !ok || len(c.Args) != 1 {
			return nil
		}
		names = append(names, strings.TrimPrefix(f.Ident, "_html_template_"))
	}
	if t.NumMethod() > 0 || reflect.PointerTo(t).NumMethod() > 0 {
		return nil // it may print itself
	}
	plain := t == reflect.TypeFor[string]()
	switch strings.Join(names, " ") {
	case "htmlescaper", "rcdataescaper":
		if t == reflect.TypeFor[template.HTML]() && names[0] == "htmlescaper" {
			return func(out []byte, v reflect.Value) ([]byte, bool) { return append(out, v.String()...), true }
		}
		if plain {
			return func(out []byte, v reflect.Value) ([]byte, bool) { return escaped(out, v.String()), true }
		}
	case "attrescaper":
		if plain {
			return attribute
		}
	case "urlfilter urlnormalizer attrescaper":
		if plain {
			return func(out []byte, v reflect.Value) ([]byte, bool) {
				if !safe(v.String()) {
					return out, false
				}
				return encoded(out, v.String(), reserved)
			}
		}
	case "urlfilter attrescaper": // of a redirect
		if plain {
			return func(out []byte, v reflect.Value) ([]byte, bool) {
				if !safe(v.String()) {
					return out, false
				}
				return attribute(out, v)
			}
		}
	case "urlnormalizer attrescaper":
		if plain {
			return func(out []byte, v reflect.Value) ([]byte, bool) { return encoded(out, v.String(), reserved) }
		}
	case "urlescaper attrescaper":
		if plain {
			return func(out []byte, v reflect.Value) ([]byte, bool) { return encoded(out, v.String(), unreserved) }
		}
	case "jsvalescaper":
		if t == reflect.TypeFor[template.JS]() {
			return func(out []byte, v reflect.Value) ([]byte, bool) { return append(out, v.String()...), true }
		}
		return nil
	default:
		return nil
	}
	if write := written(t); write != nil {
		return func(out []byte, v reflect.Value) ([]byte, bool) { return write(out, v), true }
	}
	return nil
}

// escaped appends text with what HTML gives a meaning written as references, the same
// that html/template uses.
func escaped(out []byte, s string) []byte {
	from := 0
	for i := range len(s) {
		var ref string
		switch s[i] {
		case 0:
			ref = "\uFFFD"
		case '"':
			ref = "&#34;"
		case '&':
			ref = "&amp;"
		case '\'':
			ref = "&#39;"
		case '+':
			ref = "&#43;"
		case '<':
			ref = "&lt;"
		case '>':
			ref = "&gt;"
		default:
			continue
		}
		out = append(append(out, s[from:i]...), ref...)
		from = i + 1
	}
	return append(out, s[from:]...)
}

// attribute leaves to html/template the characters that it treats apart here.
func attribute(out []byte, v reflect.Value) ([]byte, bool) {
	s := v.String()
	for i := range len(s) {
		if s[i] >= 0xef { // U+F000 and above begin with it, the noncharacters among them
			if r, _ := utf8.DecodeRuneInString(s[i:]); r >= 0xfdd0 && r <= 0xffff {
				return out, false
			}
		}
	}
	return escaped(out, s), true
}

// safe says that an address has no scheme besides those of the web and of mail.
func safe(address string) bool {
	scheme, _, ok := strings.Cut(address, ":")
	return !ok || strings.Contains(scheme, "/") || scheme == "https" || scheme == "http" || scheme == "mailto"
}

// What stands in an address beside letters and digits as it is (RFC 3986, 2.2 and 2.3).
const (
	unreserved = "-._~"
	reserved   = unreserved + "!#$&*+,/:;=?@[]"
)

// encoded percent-encodes all but letters, digits and the given characters. A percent
// sign is left to html/template, which keeps what is encoded already.
func encoded(out []byte, s, plain string) ([]byte, bool) {
	from := 0
	for i := range len(s) {
		switch c := s[i]; {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9':
			continue
		case c == '%':
			return out, false
		case strings.IndexByte(plain, c) < 0:
			out = fmt.Appendf(append(out, s[from:i]...), "%%%02x", c)
		case c == '&' || c == '+':
			out = escaped(append(out, s[from:i]...), s[i:i+1])
		default:
			continue
		}
		from = i + 1
	}
	return append(out, s[from:]...), true
}

// written is how a value of a type is printed; nil where it is left to html/template.
func written(t reflect.Type) func([]byte, reflect.Value) []byte {
	switch t.Kind() {
	case reflect.Int:
		return func(b []byte, v reflect.Value) []byte { return strconv.AppendInt(b, v.Int(), 10) }
	case reflect.Bool:
		return func(b []byte, v reflect.Value) []byte { return strconv.AppendBool(b, v.Bool()) }
	case reflect.Float64:
		return func(b []byte, v reflect.Value) []byte { return escaped(b, fmt.Sprint(v.Float())) }
	}
	return nil
}
