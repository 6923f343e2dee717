package importer

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html/charset"
)

// Limits of a word processor's file, which no text that somebody wrote meets.
const (
	mostParts     = 4096     // files in the archive
	largestPart   = 32 << 20 // bytes of a part, unpacked
	suspicious    = 4 << 20  // bytes from which a part must not be
	mostPacked    = 200      // … packed more tightly than so many to one
	deepestXML    = 250      // elements in each other
	mostXML       = 1 << 20  // elements and texts of a part
	mostNumbering = 9        // levels of a list
)

// packed is an archive of XML, as word processors write it.
type packed map[string]*zip.File

// unpack lists the parts of an archive; nothing is unpacked yet.
func unpack(data []byte) (packed, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, errors.New("the archive is damaged")
	}
	if len(z.File) > mostParts {
		return nil, fmt.Errorf("it holds more than %d parts", mostParts)
	}
	p := packed{}
	for _, f := range z.File {
		if p[f.Name] != nil {
			return nil, fmt.Errorf("it holds two parts %q", f.Name)
		}
		p[f.Name] = f
	}
	return p, nil
}

// part is a part of an archive, read; nil where there is none of that name.
func (p packed) part(name string) (*element, error) {
	f := p[name]
	if f == nil {
		return nil, nil
	}
	if f.UncompressedSize64 > largestPart || f.UncompressedSize64 > suspicious && f.UncompressedSize64 > mostPacked*f.CompressedSize64 {
		return nil, fmt.Errorf("its part %s is too large: %d bytes", name, f.UncompressedSize64)
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("its part %s is damaged", name)
	}
	defer r.Close()
	root, err := readXML(io.LimitReader(r, largestPart))
	if err != nil {
		return nil, fmt.Errorf("its part %s is damaged: %w", name, err)
	}
	return root, nil
}

// element is an element of XML by its name without the namespace, or, without a name, text.
type element struct {
	name  string
	attrs []xml.Attr
	kids  []*element
	text  string
}

// readXML reads XML strictly: no entities but XML's own, and within limits.
func readXML(r io.Reader) (*element, error) {
	d := xml.NewDecoder(r)
	d.CharsetReader = charset.NewReaderLabel
	top := &element{}
	open := []*element{top}
	for count := 0; ; count++ {
		t, err := d.Token()
		if err == io.EOF && len(open) == 1 && len(top.kids) > 0 {
			return top.kids[0], nil
		}
		if err != nil {
			return nil, err
		}
		if count > 2*mostXML || len(open) > deepestXML {
			return nil, errors.New("too many elements, or too many in each other")
		}
		last := open[len(open)-1]
		switch t := t.(type) {
		case xml.StartElement:
			e := &element{name: t.Name.Local, attrs: t.Attr}
			last.kids = append(last.kids, e)
			open = append(open, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if len(open) > 1 {
				last.kids = append(last.kids, &element{text: string(t)})
			}
		}
	}
}

// attr is an attribute, whatever its namespace.
func (e *element) attr(name string) string {
	if e == nil {
		return ""
	}
	for _, a := range e.attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// kid is the first child at the end of a way of names; nil where there is none.
func (e *element) kid(way ...string) *element {
	for _, name := range way {
		e = e.named(name)
	}
	return e
}

func (e *element) named(name string) *element {
	if e == nil {
		return nil
	}
	for _, k := range e.kids {
		if k.name == name {
			return k
		}
	}
	return nil
}

// all calls f for every element of a name in e.
func (e *element) all(name string, f func(*element)) {
	if e == nil {
		return
	}
	for _, k := range e.kids {
		if k.name == name {
			f(k)
		}
		k.all(name, f)
	}
}

// outermost calls f for the elements of a name in e that lie in no other of them.
func (e *element) outermost(name string, f func(*element)) {
	for _, k := range e.kids {
		if k.name == name {
			f(k)
		} else {
			k.outermost(name, f)
		}
	}
}

// words is the text in an element, with one space between words.
func (e *element) words() string {
	var b strings.Builder
	e.write(&b)
	return strings.Join(strings.Fields(b.String()), " ")
}

func (e *element) write(b *strings.Builder) {
	if e == nil {
		return
	}
	b.WriteString(e.text)
	for _, k := range e.kids {
		if k.name == "instrText" {
			continue // what a field is to do
		}
		k.write(b)
		if k.name == "p" || k.name == "tab" || k.name == "br" {
			b.WriteByte(' ')
		}
	}
}
