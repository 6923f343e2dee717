package render

import (
	"fmt"
	"glossator/internal/mark"
	"html/template"
	"reflect"
	"strconv"
	"strings"
	"text/template/parse"
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
	case "htmlescaper", "rcdataescaper", "attrescaper":
		if t == reflect.TypeFor[template.HTML]() && names[0] == "htmlescaper" {
			return func(out []byte, v reflect.Value) ([]byte, bool) { return append(out, v.String()...), true }
		}
		if plain {
			return func(out []byte, v reflect.Value) ([]byte, bool) { return escaped(out, v.String()), true }
		}
	case "urlfilter urlnormalizer attrescaper":
		if plain {
			return func(out []byte, v reflect.Value) ([]byte, bool) {
				if !safe(v.String()) {
					return out, false
				}
				return encoded(out, v.String(), &reserved)
			}
		}
	case "urlfilter attrescaper": // of a redirect
		if plain {
			return func(out []byte, v reflect.Value) ([]byte, bool) {
				if !safe(v.String()) {
					return out, false
				}
				return escaped(out, v.String()), true
			}
		}
	case "urlnormalizer attrescaper":
		if plain {
			return func(out []byte, v reflect.Value) ([]byte, bool) { return encoded(out, v.String(), &reserved) }
		}
	case "urlescaper attrescaper":
		if plain {
			return func(out []byte, v reflect.Value) ([]byte, bool) { return encoded(out, v.String(), &unreserved) }
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
	for {
		n := mark.Plain(s, &special)
		out = append(out, s[:n]...)
		if n == len(s) {
			return out
		}
		out = append(out, references[s[n]]...)
		s = s[n+1:]
	}
}

var (
	special    = [256]bool{0: true, '"': true, '&': true, '\'': true, '+': true, '<': true, '>': true}
	references = [...]string{0: "\uFFFD", '"': "&#34;", '&': "&amp;", '\'': "&#39;", '+': "&#43;", '<': "&lt;", '>': "&gt;"}
)

// safe says that an address has no scheme besides those of the web and of mail.
func safe(address string) bool {
	end := strings.IndexByte(address, ':')
	if end < 0 {
		return true
	}
	scheme := address[:end]
	return strings.Contains(scheme, "/") || scheme == "https" || scheme == "http" || scheme == "mailto"
}

// unreserved and reserved are what stands in an address as it is (RFC 3986, 2.2 and
// 2.3), but for & and +, which HTML gives a meaning.
var (
	unreserved = bytesOf("-._~")
	reserved   = bytesOf("-._~!#$*,/:;=?@[]")
)

// bytesOf has letters, digits and more.
func bytesOf(more string) (set [256]bool) {
	for _, c := range []byte("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789" + more) {
		set[c] = true
	}
	return set
}

// encoded percent-encodes all but the plain bytes of an address. A percent sign is left
// to html/template, which keeps what is encoded already.
func encoded(out []byte, s string, plain *[256]bool) ([]byte, bool) {
	from := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case plain[c]:
			continue
		case plain == &reserved && escape(s[i:]):
			continue // it stands as it is in an address that is one already
		case c == '%':
			return out, false
		case plain == &reserved && (c == '&' || c == '+'):
			out = append(append(out, s[from:i]...), references[c]...)
		default:
			out = fmt.Appendf(append(out, s[from:i]...), "%%%02x", c)
		}
		from = i + 1
	}
	return append(out, s[from:]...), true
}

// escape tells whether a text begins with a byte as addresses have it: %20.
func escape(s string) bool {
	return len(s) > 2 && s[0] == '%' && hexDigit(s[1]) && hexDigit(s[2])
}

func hexDigit(c byte) bool { return c-'0' < 10 || (c|0x20)-'a' < 6 }

// written is how a value of a type is printed; nil where it is left to html/template.
func written(t reflect.Type) func([]byte, reflect.Value) []byte {
	switch t.Kind() {
	case reflect.Int:
		return func(b []byte, v reflect.Value) []byte { return strconv.AppendInt(b, v.Int(), 10) }
	case reflect.Bool:
		return func(b []byte, v reflect.Value) []byte { return strconv.AppendBool(b, v.Bool()) }
	case reflect.Float64:
		return func(b []byte, v reflect.Value) []byte {
			var room [32]byte
			return escaped(b, string(strconv.AppendFloat(room[:0], v.Float(), 'g', -1, 64)))
		}
	}
	return nil
}
