package export

import (
	"strconv"
	"strings"
)

// object is JSON that grows, compact and in the order in which it is written. It can
// stand inside a script element: < > and & are escaped. A tenth of the cost of
// encoding/json, which matters where every page carries some.
type object struct {
	strings.Builder
	last byte
}

func (o *object) sep() {
	switch o.last {
	case 0, '{', '[', ':':
	default:
		o.WriteByte(',')
	}
}

func (o *object) open(c byte) *object {
	o.sep()
	o.WriteByte(c)
	o.last = c
	return o
}

func (o *object) shut(c byte) {
	o.WriteByte(c)
	o.last = c
}

// key writes a name, which is one of ours and needs no escaping.
func (o *object) key(name string) *object {
	o.sep()
	o.WriteByte('"')
	o.WriteString(name)
	o.WriteString(`":`)
	o.last = ':'
	return o
}

// field writes a name and its text, or nothing where there is no text.
func (o *object) field(name, value string) {
	if value != "" {
		o.key(name).text(value)
	}
}

func (o *object) number(name string, n int) {
	o.key(name).WriteString(strconv.Itoa(n))
	o.last = '0'
}

const hex = "0123456789abcdef"

// text writes a text, which may come in parts.
func (o *object) text(parts ...string) {
	o.sep()
	o.WriteByte('"')
	for _, s := range parts {
		o.part(s)
	}
	o.shut('"')
}

func (o *object) part(s string) {
	from := 0
	for i := range len(s) {
		c := s[i]
		if c >= 'a' && c <= 'z' || c == ' ' {
			continue
		}
		// 0xe2 opens U+2028 and U+2029, which end a line in old scripts.
		if c >= ' ' && c != '"' && c != '\\' && c != '<' && c != '>' && c != '&' &&
			(c != 0xe2 || !strings.HasPrefix(s[i:], "\u2028") && !strings.HasPrefix(s[i:], "\u2029")) {
			continue
		}
		o.WriteString(s[from:i])
		from = i + 1
		switch c {
		case '"', '\\':
			o.WriteByte('\\')
			o.WriteByte(c)
		case '\n':
			o.WriteString(`\n`)
		case 0xe2:
			o.WriteString(`\u202`)
			o.WriteByte(hex[s[i+2]&0xf])
			from = i + 3
		default:
			o.WriteString(`\u00`)
			o.WriteByte(hex[c>>4])
			o.WriteByte(hex[c&0xf])
		}
	}
	o.WriteString(s[from:])
}
