package export

import (
	"bytes"
	"strconv"
	"strings"
	"sync"
)

// object is JSON that grows, compact and in the order in which it is written. It can
// stand inside a script element: < > and & are escaped. What is written hangs on what there
// is to say, field by field; encoding/json, over structs that stand ready, takes a third of
// the time (go test ./internal/export -bench JSON).
type object struct {
	bytes.Buffer
	last byte
}

// objects are those that were written, for their room.
var objects = sync.Pool{New: func() any { return new(object) }}

// lend lends an object with room.
func lend(to func(j *object) error) error {
	j := objects.Get().(*object)
	defer objects.Put(j)
	j.Reset()
	j.last = 0
	return to(j)
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

// escaped are the bytes that do not stand for themselves, and the one that may begin a line's
// end.
var escaped = func() (set [256]bool) {
	for c := range byte(' ') {
		set[c] = true
	}
	for _, c := range []byte("\"\\<>&\xe2") {
		set[c] = true
	}
	return set
}()

// endsLine tells whether U+2028 or U+2029 begins a text: they end a line in old scripts.
func endsLine(s string) bool {
	return strings.HasPrefix(s, "\u2028") || strings.HasPrefix(s, "\u2029")
}

func (o *object) part(s string) {
	from := 0
	for i := range len(s) {
		c := s[i]
		if !escaped[c] || c == 0xe2 && !endsLine(s[i:]) {
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
