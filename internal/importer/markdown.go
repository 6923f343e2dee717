package importer

import (
	"fmt"
	"regexp"
	"strings"

	"glossator/internal/doc"
	"glossator/internal/edit"
	"glossator/internal/mark"
	"glossator/internal/meta"
	"glossator/internal/source"
)

// renamed are the fields by which other programs call what package doc has a name for.
var renamed = map[string]string{
	"date": "published", "pubdate": "published", "publishdate": "published", "published_at": "published", "publication_date": "published", "created": "published",
	"author": "authors", "byline": "authors", "creator": "authors",
	"source": "publisher", "publication": "publisher", "site": "publisher", "outlet": "publisher", "site_name": "publisher",
	"link": "url", "canonical": "url", "canonical_url": "url", "source_url": "url", "permalink": "url", "original": "url",
	"description": "summary", "excerpt": "summary", "subtitle": "summary", "abstract": "summary", "headline": "title", "lastmod": "updated", "modified": "updated",
}

// known are the fields of package doc.
var known = set("title original_title kind publisher authors published updated event place url rights draft summary same_story formerly")

var (
	fieldLine = regexp.MustCompile(`^([A-Za-z][\w-]*)[ \t]*:(?:[ \t]+(.*))?$`)
	topLine   = regexp.MustCompile(`(?m)\A\s*#[ \t]+(\S.*?)[ \t]*#*[ \t]*(?:\n|\z)`)
	picture   = regexp.MustCompile(`!\[[^\]\n]*\]\([^)\n]*\)`)
)

// readMarkdown reads a Markdown file. Its body stays as it is written; a mistake in
// its marks or fields is told where it stands in the file.
func readMarkdown(f *source.File) (*Article, []source.Problem) {
	if strings.HasPrefix(f.Data, "+++\n") {
		return nil, []source.Problem{f.Problem(0, "front-matter", "the front matter is TOML, between lines +++", "write it as YAML, between lines ---")}
	}
	front, body, problems := meta.Split(f, &doc.Meta{})
	if source.Stops(problems, false) {
		return nil, problems
	}
	a := &Article{}
	gone := a.front(f, front)
	text, left, told := readVault(f, body)
	if source.Stops(told, false) {
		return nil, told
	}
	problems = append(problems, told...)
	a.Body, a.Left = strings.TrimLeft(text, "\n"), left
	if m := topLine.FindStringSubmatch(a.Body); m != nil && !hasField(a.Front, "title") && a.Title == "" {
		a.Title, a.Body = m[1], strings.TrimLeft(a.Body[len(m[0]):], "\n")
	}
	if a.Title == "" && !hasField(a.Front, "title") && a.Published == "" {
		if n := fileDay.FindStringSubmatch(f.Path); n != nil {
			a.Published = dayIn(n[1])
		}
	}
	written := source.NewFile(f.Path, a.String()+"\n")
	d, mistakes := doc.Parse(source.NewFile(strings.TrimSuffix(f.Path, ".markdown")+".md", written.Data), nil, doc.Options{Markdown: mark.New()})
	if source.Stops(mistakes, false) {
		return nil, located(f, body, written, mistakes)
	}
	a.take(d.Meta)
	if m := topLine.FindStringSubmatch(a.Body); m != nil && hasField(a.Front, "title") && squash(m[1]) == squash(a.Title) {
		a.Body, a.Left = strings.TrimLeft(a.Body[len(m[0]):], "\n"), append(a.Left, m[1])
	}
	if len(d.Prose.Blocks) == 0 || strings.TrimSpace(a.Body) == "" {
		return nil, []source.Problem{f.Problem(body.Start, "no-article", "there is no text below the front matter", "write it, or leave the file out")}
	}
	if len(gone) > 0 {
		problems = append(problems, f.Problem(front.Start, "front-matter", "fields that an article does not have are left out: "+strings.Join(gone, ", "), "").As(source.Note))
	}
	if n := len(picture.FindAllString(a.Body, -1)); n > 0 {
		at := picture.FindStringIndex(f.Data)
		problems = append(problems, f.Problem(at[0], "picture", fmt.Sprintf("pictures are not copied: %d in the text", n), "put them into static/ and mend their addresses, or take them out").As(source.Warning))
	}
	return a, problems
}

// located are problems of the file as it would be written, at their places in the
// file that was read where the line can be found in it.
func located(f *source.File, body source.Span, written *source.File, problems []source.Problem) (out []source.Problem) {
	for _, p := range problems {
		if p.Severity != source.Error {
			continue
		}
		line := written.Line(p.Pos.Line)
		if at := strings.Index(f.Data, line); line != "" && at >= 0 {
			col := p.Pos.Col
			p.Pos = f.Pos(at)
			p.Pos.Col = col
		} else {
			p.Pos = source.Pos{Path: f.Path, Line: 1, Col: 1}
		}
		out = append(out, p)
	}
	return out
}

// front reads front matter field by field: known fields stay as they are written,
// other programs' names for them are renamed; the rest is given back.
func (a *Article) front(f *source.File, span source.Span) (gone []string) {
	var name string
	keep := func(line string) {
		if name != "" {
			a.Front += line
		}
	}
	for line := range strings.Lines(f.Data[span.Start:span.End]) {
		bare := strings.TrimRight(line, "\r\n")
		m := fieldLine.FindStringSubmatch(bare)
		if m == nil {
			keep(bare + "\n")
			continue
		}
		key, value := m[1], strings.TrimSpace(m[2])
		if name = strings.ToLower(key); !known[name] {
			name = renamed[strings.ReplaceAll(name, "-", "_")]
		}
		switch {
		case name == "" || hasField(a.Front, name):
			name, gone = "", append(gone, key)
			continue
		case key == name:
			keep(bare + "\n")
			continue
		}
		plain := strings.Trim(value, `"'`)
		if name == "publisher" && address.MatchString(plain) {
			name = "url" // "source: https://…"
		}
		switch name {
		case "published", "updated":
			if day := dayIn(plain); day != "" {
				a.Front += name + ": " + string(day) + "\n"
			} else {
				gone = append(gone, key)
			}
			name = ""
		case "authors":
			if value == "" || strings.HasPrefix(value, "[") {
				keep("authors: " + value + "\n")
				break
			}
			if a.Authors = splitNames(plain, ""); len(a.Authors) == 0 {
				gone = append(gone, key)
			}
			name = ""
		case "url":
			if address.MatchString(plain) {
				a.Front += "url: " + edit.Scalar(plain) + "\n"
			} else {
				gone = append(gone, key)
			}
			name = ""
		default:
			keep(name + ": " + value + "\n")
		}
	}
	return gone
}

// take keeps what package doc read of the front matter, for the report; what is
// written stays in Front.
func (a *Article) take(m doc.Meta) {
	if hasField(a.Front, "authors") {
		a.Authors = m.Authors
	}
	if hasField(a.Front, "title") {
		a.Title = m.Title
	}
	if hasField(a.Front, "publisher") {
		a.Publisher = m.Publisher
	}
	if hasField(a.Front, "published") {
		a.Published = m.Published
	}
	if hasField(a.Front, "event") {
		a.Event = m.Event
	}
	if hasField(a.Front, "url") {
		a.URL = m.URL
	}
	if hasField(a.Front, "rights") {
		a.Rights = m.Rights
	}
}
