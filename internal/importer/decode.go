package importer

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"glossator/internal/source"
)

// read makes an article of a file, by its form rather than by its name alone.
func read(in input) (*Article, []source.Problem) {
	ext := strings.ToLower(filepath.Ext(in.path))
	if bytes.HasPrefix(in.data, []byte("%PDF-")) {
		return readPDF(in)
	}
	if bytes.HasPrefix(in.data, []byte("PK\x03\x04")) {
		return readPacked(in)
	}
	if ext == ".fodt" {
		return readFlat(in)
	}
	if msg, hint := unfit(in.data); msg != "" {
		return nil, []source.Problem{whole(in.path, "no-text", msg, hint)}
	}
	if ext == ".mhtml" || ext == ".mht" || archived(in.data) {
		return readArchive(in)
	}
	if ext == ".eml" {
		return readMail(in)
	}
	page := looksLikePage(in.data, ext)
	text, encoding := decode(in.data, "", page)
	f, odd := source.Text(filepath.ToSlash(in.path), strings.ReplaceAll(text, "\f", "\n"))
	text = f.Data
	var a *Article
	var problems []source.Problem
	switch {
	case page:
		a, problems = readPage(f, "")
	case ext == ".md" || ext == ".markdown" || strings.HasPrefix(text, "---\n"):
		a, problems = readMarkdown(f)
	default:
		a, problems = readText(f)
	}
	problems = append(odd, problems...)
	if a != nil {
		a.From, a.Encoding = in.path, encoding
		a.Words = len(strings.Fields(a.Body))
	}
	return a, problems
}

// formats are files that editors have and that hold no plain text, by how they begin.
var formats = []struct{ magic, name string }{
	{"\xd0\xcf\x11\xe0", "of an old word processor, or locked with a password"},
	{"{\\rtf", "rich text (RTF)"}, {"bplist00", "a Safari web archive"}, {"\x89PNG", "an image"}, {"\xff\xd8\xff", "an image"}, {"GIF8", "an image"},
}

// unfit says why a file is no text, and what to do; "" where it may be one.
func unfit(data []byte) (msg, hint string) {
	if len(bytes.TrimSpace(bytes.TrimPrefix(data, []byte("\uFEFF")))) == 0 {
		return "the file is empty", "write or save it again"
	}
	for _, f := range formats {
		if bytes.HasPrefix(data, []byte(f.magic)) {
			return "the file is " + f.name + ", not a text", "save it as plain text (.txt) or as a web page (.html)"
		}
	}
	if utf16(data) {
		return "", ""
	}
	if at := bytes.IndexByte(data, 0); at >= 0 {
		return fmt.Sprintf("the file is not a text: a zero byte stands at %d", at), "save it as plain text (.txt) or as a web page (.html)"
	}
	odd := 0
	for _, c := range data {
		if c < ' ' && strings.IndexByte("\n\r\t\f\x1b", c) < 0 {
			odd++
		}
	}
	if odd*20 > len(data) {
		return "the file is not a text: it is full of control characters", "save it as plain text (.txt) or as a web page (.html)"
	}
	return "", ""
}

func utf16(data []byte) bool {
	return bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff"))
}

// looksLikePage tells whether a file is a web page: by its name, or, where the name
// says nothing, by how it begins.
func looksLikePage(data []byte, ext string) bool {
	switch ext {
	case ".html", ".htm", ".xhtml", ".shtml":
		return true
	case ".md", ".markdown":
		return false
	}
	head := strings.ToLower(strings.TrimLeft(string(data[:min(len(data), 512)]), "\uFEFF \t\r\n"))
	return strings.HasPrefix(head, "<!doctype html") || strings.HasPrefix(head, "<html")
}

// decode makes text of bytes, with \n for line ends, and tells which encoding it was
// where that was not UTF-8. What is valid UTF-8 is UTF-8 whatever a page declares:
// browsers save pages so and leave the old declaration in them.
func decode(data []byte, declared string, page bool) (text, name string) {
	switch {
	case utf16(data):
		out, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(data)
		if err == nil {
			data, name = out, "UTF-16"
		}
	case !utf8.Valid(data):
		var e encoding.Encoding = charmap.Windows1252
		name = "Windows-1252"
		if page {
			if declared != "" {
				declared = "text/html; charset=" + declared
			}
			if found, known, _ := charset.DetermineEncoding(data, declared); known != "utf-8" && known != "windows-1252" {
				e, name = found, known
			}
		}
		if out, err := e.NewDecoder().Bytes(data); err == nil {
			data = out
		}
	}
	text = strings.ToValidUTF8(strings.TrimPrefix(string(data), "\uFEFF"), "\uFFFD")
	return strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n"), name
}
