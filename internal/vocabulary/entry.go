package vocabulary

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"glossator/internal/catalogue"
	"glossator/internal/site"
	"glossator/internal/source"
)

// newFile is the file of a new entry.
func newFile(row Row) string {
	f := &front{entry: &catalogue.Entry{}}
	fields := map[string]string{}
	for _, c := range Columns {
		if x := row.cells[c.Name]; len(x.value) > 0 && slices.Contains(order, c.Name) {
			fields[c.Name] = f.field(c, x.value, nil)
		}
	}
	var b strings.Builder
	b.WriteString("---\n")
	for _, name := range order {
		b.WriteString(fields[name])
	}
	b.WriteString("---\n")
	if s := row.one("summary"); s != "" {
		b.WriteString(markdown(s) + "\n")
	}
	return b.String()
}

// item is an item of a list as YAML.
func (f *front) item(c Column, item string) string {
	if c.kind != roles {
		return scalar(item)
	}
	r := readRole(item)
	fields := []string{"title: " + scalar(r.title)}
	add := func(name, value string) {
		if value != "" {
			fields = append(fields, name+": "+value)
		}
	}
	add("from", r.from)
	add("to", r.to)
	old := f.role(r)
	add("as_of", string(old.AsOf))
	if len(r.phrases) > 0 {
		items := make([]string, len(r.phrases))
		for i, p := range r.phrases {
			items[i] = scalar(p)
		}
		add("descriptions", "["+strings.Join(items, ", ")+"]")
	}
	if old.Citation.ID != "" {
		add("citation", scalar(old.Citation.ID))
	}
	return "{" + strings.Join(fields, ", ") + "}"
}

// role is the entry's role of that title and beginning, or of that title alone where
// there is one; an empty role where there is none.
func (f *front) role(r role) catalogue.Role {
	var alike []catalogue.Role
	for _, old := range f.entry.Roles {
		if oneLine(old.Title) == r.title {
			if string(old.From) == r.from {
				return old
			}
			alike = append(alike, old)
		}
	}
	if len(alike) == 1 {
		return alike[0]
	}
	return catalogue.Role{}
}

// reserved are words that YAML takes for something else than text.
var reserved = []string{"true", "false", "yes", "no", "on", "off", "y", "n", "null", "nan", "inf"}

// scalar is a text as YAML: as it is where that is plain in any place, else in double
// quotation marks.
func scalar(s string) string {
	plain := s != "" && !slices.Contains(reserved, strings.ToLower(s)) && s == strings.TrimSpace(s)
	for i, r := range s {
		if !unicode.IsLetter(r) && (i == 0 || !unicode.IsDigit(r) && !strings.ContainsRune(" .'’“”()-–/§&+;…", r)) {
			plain = false
		}
	}
	if plain {
		return s
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r < ' ' || r == 0x7f || r >= 0x80 && r <= 0xa0 || r == 0x2028 || r == 0x2029 || r == 0xfeff:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// sentence is where an entry's first sentence stands in its file; plain is false where
// it holds marks that would be lost. The place of no sentence is the body's beginning.
func sentence(p *site.Profile) (where source.Span, plain bool) {
	if p.Note.Len() == 0 {
		return source.Span{Start: p.Entry.Body.Start, End: p.Entry.Body.Start}, true
	}
	where, ok := p.Doc.Prose.Source(p.Note)
	if !ok {
		return where, false
	}
	written := strings.Join(strings.Fields(p.Entry.File.Data[where.Start:where.End]), " ")
	read := strings.Join(strings.Fields(noteOf(p)), " ")
	return where, written == read || written == markdown(read)
}

// bodyOf is a new first sentence, as the file has it.
func bodyOf(p *site.Profile, text string) string {
	if p.Note.Len() > 0 {
		return markdown(text)
	}
	text = markdown(text) + "\n"
	if before := p.Entry.File.Data[:p.Entry.Body.Start]; before != "" && !strings.HasSuffix(before, "\n") {
		text = "\n" + text
	}
	if p.Entry.Body.Len() > 0 && strings.TrimSpace(p.Entry.File.Data[p.Entry.Body.Start:p.Entry.Body.End]) != "" {
		text += "\n"
	}
	return text
}

// markdown is a text that Markdown shows as it is.
func markdown(s string) string {
	var b strings.Builder
	for i, r := range s {
		switch {
		case strings.ContainsRune("\\`*_[]<>&~|$", r),
			i == 0 && strings.ContainsRune("#+-=:", r),
			(r == '.' || r == ')') && i > 0 && strings.Trim(s[:i], "0123456789") == "":
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
