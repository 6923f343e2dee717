package book

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"fmt"
	"hash/crc32"
	"io"
	"path"
	"strings"
	"time"

	"golang.org/x/net/html"
)

// epub is the book as an EPUB 3 (w3.org/TR/epub-33).
func (b *book) epub() string {
	o := &output{book: b, leftOut: "only-wide", leads: leadsTo, named: func(_ *chapter, id string) string { return id }}
	o.grow()
	files := []File{{"EPUB/style.css", bookStyle}, {"EPUB/nav.xhtml", o.nav()}}
	if b.Cover != nil {
		files = append(files, File{"EPUB/cover.png", string(b.Cover)}, File{"EPUB/cover.xhtml", o.document(nil, b.Site.Config.Title, `<section epub:type="cover"><img src="cover.png" alt="`+escape.Replace(b.Site.Config.Title)+`"/></section>`)})
	}
	for _, c := range b.chapters {
		var body strings.Builder
		write(&body, o.trees[c])
		files = append(files, File{"EPUB/" + xhtml(c), o.document(c, c.title, body.String())})
	}
	files = append(files, File{"EPUB/package.opf", o.opf()})
	return b.zipped(files)
}

// xhtml is the place of a chapter in the book.
func xhtml(c *chapter) string { return strings.TrimSuffix(c.path, ".html") + ".xhtml" }

// leadsTo is the link to a place; to the contents where there is no chapter.
func leadsTo(from, to *chapter, id string) string {
	place := "nav.xhtml"
	if to != nil {
		place = xhtml(to)
	}
	if from != nil {
		place = strings.Repeat("../", strings.Count(from.path, "/")) + place
	}
	switch {
	case from == to && id != "":
		return "#" + id
	case id != "":
		return place + "#" + id
	}
	return place
}

// document is a file of the book; c is nil for what stands at its root.
func (b *book) document(c *chapter, title, body string) string {
	root, direction := "", ""
	if c != nil {
		root = strings.Repeat("../", strings.Count(c.path, "/"))
	}
	if d := b.Site.Config.Direction(); d != "" {
		direction = ` dir="` + d + `"`
	}
	language := escape.Replace(b.Site.Config.Language)
	return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="` + language + `" xml:lang="` + language + `"` + direction + `>
<head><meta charset="UTF-8"/><title>` + escape.Replace(title) + `</title><link rel="stylesheet" type="text/css" href="` + root + `style.css"/></head>
<body>` + body + `</body>
</html>
`
}

// nav is the contents, and where a reader's device finds the parts of the book.
func (o *output) nav() string {
	var s strings.Builder
	contents := escape.Replace(o.label("Contents"))
	s.WriteString(`<nav epub:type="toc" role="doc-toc" id="toc"><h1>` + contents + "</h1>\n")
	o.list(&s)
	s.WriteString("</nav>\n" + `<nav epub:type="landmarks" hidden="hidden"><ol>`)
	landmark := func(kind, href, title string) {
		s.WriteString(`<li><a epub:type="` + kind + `" href="` + href + `">` + escape.Replace(title) + "</a></li>")
	}
	if o.Cover != nil {
		landmark("cover", "cover.xhtml", o.Site.Config.Title)
	}
	landmark("toc", "nav.xhtml#toc", o.label("Contents"))
	for _, c := range o.chapters[1:min(2, len(o.chapters))] {
		landmark("bodymatter", leadsTo(nil, c, ""), c.title)
	}
	for _, c := range o.chapters {
		if path.Base(c.path) == "index.html" && c.part != "" {
			landmark("glossary", leadsTo(nil, c, ""), c.title)
			break
		}
	}
	s.WriteString("</ol></nav>")
	return o.document(nil, o.label("Contents"), s.String())
}

// list is the chapters as a list of links: those of a part under the part.
func (o *output) list(s *strings.Builder) {
	link := func(c *chapter, title string) {
		s.WriteString(`<a href="` + escape.Replace(o.leads(nil, c, "")) + `">` + escape.Replace(title) + "</a>")
	}
	s.WriteString("<ol>\n")
	for i := 0; i < len(o.chapters); {
		c := o.chapters[i]
		n := 1
		for c.part != "" && i+n < len(o.chapters) && o.chapters[i+n].part == c.part {
			n++
		}
		s.WriteString("<li>")
		if under := o.chapters[i : i+n]; c.part == "" {
			link(c, c.title)
		} else {
			if c.title == c.part { // it heads its part
				link(c, c.part)
				under = under[1:]
			} else {
				s.WriteString("<span>" + escape.Replace(c.part) + "</span>")
			}
			if len(under) > 0 {
				s.WriteString("<ol>\n")
				for _, x := range under {
					s.WriteString("<li>")
					link(x, x.title)
					s.WriteString("</li>\n")
				}
				s.WriteString("</ol>")
			}
		}
		s.WriteString("</li>\n")
		i += n
	}
	s.WriteString("</ol>\n")
}

// identifier is the same for every edition of a site in a language.
func (b *book) identifier() string {
	c := b.Site.Config
	h := sha256.Sum256([]byte(b.Base + "\x00" + c.Title + "\x00" + c.Language))
	h[6], h[8] = h[6]&0x0f|0x80, h[8]&0x3f|0x80 // RFC 9562, version 8
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", h[0:4], h[4:6], h[6:8], h[8:10], h[10:16])
}

// opf is what the book says of itself, and the list of its files.
func (o *output) opf() string {
	c := o.Site.Config
	var s strings.Builder
	meta := func(element, value string) {
		if value != "" {
			s.WriteString("<" + element + ">" + escape.Replace(value) + "</" + strings.Fields(element)[0] + ">\n")
		}
	}
	property := func(name, value string) { meta(`meta property="`+name+`"`, value) }
	s.WriteString(`<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="` + escape.Replace(c.Language) + `">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
`)
	meta(`dc:identifier id="id"`, o.identifier())
	meta("dc:title", c.Title)
	meta("dc:language", c.Language)
	meta("dc:creator", c.Author)
	meta("dc:description", c.Description)
	meta("dc:source", o.Base)
	property("dcterms:modified", string(o.day())+"T00:00:00Z")
	for _, mode := range []string{"textual", "visual"} {
		property("schema:accessMode", mode)
	}
	property("schema:accessModeSufficient", "textual")
	for _, feature := range []string{"structuralNavigation", "tableOfContents", "readingOrder", "alternativeText", "displayTransformability"} {
		property("schema:accessibilityFeature", feature)
	}
	property("schema:accessibilityHazard", "none")
	property("schema:accessibilitySummary", o.label("What a drawing shows stands in words, too. Kinds of marks are told apart by their lines as well as their colors. Nothing moves or plays by itself."))
	s.WriteString("</metadata>\n<manifest>\n")
	item := func(id, href, kind, properties string) {
		if properties != "" {
			properties = ` properties="` + properties + `"`
		}
		s.WriteString(`<item id="` + id + `" href="` + escape.Replace(href) + `" media-type="` + kind + `"` + properties + "/>\n")
	}
	const page = "application/xhtml+xml"
	item("nav", "nav.xhtml", page, "nav")
	item("style", "style.css", "text/css", "")
	spine := `<itemref idref="nav"/>` + "\n"
	if o.Cover != nil {
		item("cover-image", "cover.png", "image/png", "cover-image")
		item("cover", "cover.xhtml", page, "")
		spine = `<itemref idref="cover"/>` + "\n"
	} else {
		spine = ""
	}
	for i, c := range o.chapters {
		properties := ""
		if find(o.trees[c], func(n *html.Node) bool { return n.Data == "svg" }) != nil {
			properties = "svg"
		}
		id := fmt.Sprintf("c%d", i+1)
		item(id, xhtml(c), page, properties)
		spine += `<itemref idref="` + id + `"/>` + "\n"
		if i == 0 { // behind the title page
			spine += `<itemref idref="nav"/>` + "\n"
		}
	}
	direction := ""
	if c.Direction() == "rtl" {
		direction = ` page-progression-direction="rtl"`
	}
	s.WriteString("</manifest>\n<spine" + direction + ">\n" + spine + "</spine>\n</package>\n")
	return s.String()
}

const container = `<?xml version="1.0" encoding="UTF-8"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
`

// zipped is the archive: the kind of file first and as it is, so that a program can tell it
// by its first bytes.
func (b *book) zipped(files []File) string {
	at, err := time.Parse("2006-01-02", string(b.day()))
	if err != nil {
		panic("book: a full day is no day: " + err.Error())
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	// A bytes.Buffer does not fail.
	const kind = "application/epub+zip"
	f, _ := w.CreateRaw(&zip.FileHeader{Name: "mimetype", Method: zip.Store, CRC32: crc32.ChecksumIEEE([]byte(kind)), CompressedSize64: uint64(len(kind)), UncompressedSize64: uint64(len(kind))})
	_, _ = io.WriteString(f, kind)
	for _, x := range append([]File{{"META-INF/container.xml", container}}, files...) {
		f, _ := w.CreateHeader(&zip.FileHeader{Name: x.Path, Method: zip.Deflate, Modified: at})
		_, _ = io.WriteString(f, x.Data)
	}
	_ = w.Close()
	return out.String()
}
