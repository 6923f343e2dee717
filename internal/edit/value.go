package edit

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// Value is what a field holds. The zero Value is a field without one.
type Value struct {
	kind   kind
	text   string
	items  []Value
	fields []Field
	lines  bool // each item has a line of its own, however few there are
}

// Field is a field of a set.
type Field struct {
	Name  string
	Value Value
}

type kind uint8

const (
	none kind = iota
	scalar
	list
	set
)

// Text is words. They are put in quotation marks where YAML would take them for
// something else.
func Text(s string) Value { return Value{kind: scalar, text: s} }

// Bare is a number, a day, or true or false: written without quotation marks.
func Bare(s string) Value { return Value{kind: scalar, text: s, lines: true} }

// List is a list: in one line where its items are words and fit into it.
func List(items ...Value) Value { return Value{kind: list, items: items} }

// Texts is a list of them.
func Texts(texts ...string) Value {
	v := Value{kind: list}
	for _, s := range texts {
		v.items = append(v.items, Text(s))
	}
	return v
}

// Lines is a list of which every item has a line of its own.
func Lines(items ...Value) Value { return Value{kind: list, items: items, lines: true} }

// Fields is a set of them.
func Fields(fields ...Field) Value { return Value{kind: set, fields: fields} }

// equal tells whether two values say the same, however they are written.
func (v Value) equal(o Value) bool {
	return v.kind == o.kind && v.text == o.text && slices.EqualFunc(v.items, o.items, Value.equal) &&
		slices.EqualFunc(v.fields, o.fields, func(a, b Field) bool { return a.Name == b.Name && a.Value.equal(b.Value) })
}

// field is the value of a field of a set, or nil.
func (v *Value) field(name string) *Value {
	for i := range v.fields {
		if v.fields[i].Name == name {
			return &v.fields[i].Value
		}
	}
	return nil
}

// longest is up to how many bytes a new list is written in one line.
const longest = 100

// inLine is the value as it stands within a line.
func (v Value) inLine() string {
	switch v.kind {
	case scalar:
		return v.scalar(0, true)
	case list:
		all := make([]string, len(v.items))
		for i, item := range v.items {
			all[i] = item.inLine()
		}
		return "[" + strings.Join(all, ", ") + "]"
	case set:
		all := make([]string, len(v.fields))
		for i, f := range v.fields {
			all[i] = nameText(f.Name, true) + ": " + f.Value.inLine()
		}
		return "{" + strings.Join(all, ", ") + "}"
	}
	return "~"
}

// behind is a value behind the colon of a field, or the dash of an item, in a line that
// begins with so many spaces: the rest of the line, and the lines below it. comment is
// what stands at the first line's end.
func (v Value) behind(name string, indent int, comment string) string {
	line := v.inLine()
	if v.kind == scalar {
		line = v.scalar(0, false)
	}
	if v.kind != list || !v.tall(indent+len(name)+len(": ")+len(line)) {
		return " " + line + comment + "\n"
	}
	var b strings.Builder
	b.WriteString(comment + "\n")
	for _, item := range v.items {
		b.WriteString(strings.Repeat(" ", indent+2) + "- " + item.asItem() + "\n")
	}
	return b.String()
}

// tall tells whether a list is written in lines; width is what it would be in one.
func (v Value) tall(width int) bool {
	return len(v.items) > 0 && (v.lines || width > longest || v.items[0].kind == set)
}

// asItem is the value behind a dash.
func (v Value) asItem() string {
	if v.kind == scalar {
		return v.scalar(0, false)
	}
	return v.inLine()
}

// asField is a field in lines of its own.
func (v Value) asField(name string, indent int, comment string) string {
	return nameText(name, false) + ":" + v.behind(name, indent, comment)
}

// scalar is a text as YAML. style is the quotation mark that it has where that can be, 0
// for none.
func (v Value) scalar(style byte, inside bool) string {
	if v.lines && style == 0 && bare.MatchString(v.text) {
		return v.text
	}
	return scalarText(v.text, style, inside)
}

var (
	bare   = regexp.MustCompile(`^(true|false|-?\d+(\.\d+)?|\d{4}-\d\d(-\d\d)?)$`)
	simple = regexp.MustCompile(`^[a-z]+(_[a-z]+)*$`)
	number = regexp.MustCompile(`^[-+.]?(\d[\d_,.]*([eE][-+]?\d+)?|0[xXoObB][\da-fA-F_]+|inf|Inf|INF|nan|NaN|NAN)$`)
)

// scalarText is a text as YAML: plain where that means itself, inside brackets too where
// it stands there; else in quotation marks.
func scalarText(s string, style byte, inside bool) string {
	switch {
	case style == 0 && plain(s) && !(inside && strings.ContainsAny(s, ",[]{}:")):
		return s
	case style == '\'' && !strings.ContainsFunc(s, escaped):
		return "'" + strings.ReplaceAll(s, "'", "''") + "'"
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case escaped(r):
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// nameText is the name of a field: of those "n" is one.
func nameText(name string, inside bool) string {
	if simple.MatchString(name) {
		return name
	}
	return scalarText(name, 0, inside)
}

// escaped tells of characters that double quotation marks alone hold, by their numbers.
// What no page may hold is written as it is, and so refused.
func escaped(r rune) bool { return strings.ContainsRune("\t\n\r\u00a0\uFEFF", r) }

// plain tells whether a text means itself without quotation marks.
func plain(s string) bool {
	if s == "" || s != strings.TrimSpace(s) || strings.ContainsAny(s[:1], "-?:,[]{}#&*!|>'\"%@`=~<.+") || strings.HasSuffix(s, ":") {
		return false
	}
	if strings.Contains(s, ": ") || strings.Contains(s, " #") || strings.ContainsAny(s, `\"`) || strings.ContainsFunc(s, escaped) {
		return false
	}
	switch strings.ToLower(s) {
	case "null", "true", "false", "yes", "no", "on", "off", "y", "n":
		return false
	}
	return !number.MatchString(s)
}
