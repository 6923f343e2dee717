package vocabulary

import (
	"strings"

	"glossator/internal/catalogue"
	"glossator/internal/edit"
	"glossator/internal/meta"
	"glossator/internal/site"
	"glossator/internal/source"
)

// order is that of the fields in an entry: a new one is put behind those before it.
var order = meta.Names[catalogue.Entry]()

// newFile is the file of a new entry.
func newFile(row Row) string {
	var fields []edit.Field
	for _, name := range order {
		if c, ok := columnOf(Columns, name); ok && len(row.cells[name].value) > 0 {
			fields = append(fields, edit.Field{Name: name, Value: row.cells[name].value.yaml(c, &catalogue.Entry{})})
		}
	}
	body := ""
	if s := row.one("summary"); s != "" {
		body = markdown(s) + "\n"
	}
	return edit.New(fields, body)
}

// yaml is the value as an entry's file has it; e is the entry as it is.
func (v value) yaml(c Column, e *catalogue.Entry) edit.Value {
	switch c.kind {
	case list, refs:
		return edit.Texts(v...)
	case roles:
		items := make([]edit.Value, len(v))
		for i, item := range v {
			items[i] = readRole(item).yaml(e)
		}
		return edit.Lines(items...)
	case yes:
		return edit.Bare("true")
	case day:
		return edit.Bare(v[0])
	}
	return edit.Text(v[0])
}

// yaml is a role as an entry's file has it, with what else the entry says of it.
func (r role) yaml(e *catalogue.Entry) edit.Value {
	old := r.in(e)
	fields := []edit.Field{{Name: "title", Value: edit.Text(r.title)}}
	add := func(name, day string) {
		if day != "" {
			fields = append(fields, edit.Field{Name: name, Value: edit.Bare(day)})
		}
	}
	add("from", r.from)
	add("to", r.to)
	add("as_of", string(old.AsOf))
	if len(r.phrases) > 0 {
		fields = append(fields, edit.Field{Name: "descriptions", Value: edit.Texts(r.phrases...)})
	}
	if old.Citation.ID != "" {
		fields = append(fields, edit.Field{Name: "citation", Value: edit.Text(old.Citation.ID)})
	}
	return edit.Fields(fields...)
}

// in is the entry's role of that title and beginning, or of that title alone where there
// is one; an empty role where there is none.
func (r role) in(e *catalogue.Entry) catalogue.Role {
	var alike []catalogue.Role
	for _, old := range e.Roles {
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
