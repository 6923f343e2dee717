package edit

import "strings"

// New is a new file of fields and the text below them.
func New(fields []Field, body string) string {
	var b strings.Builder
	b.WriteString("---\n")
	for _, f := range fields {
		b.WriteString(f.Value.asField(f.Name, 0, ""))
	}
	b.WriteString("---\n" + body)
	return b.String()
}

// Scalar is a text as YAML writes it behind a colon.
func Scalar(s string) string { return scalarText(s, 0, false) }

// Inside is a text as YAML writes it between brackets.
func Inside(s string) string { return scalarText(s, 0, true) }
