package importer

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"glossator/internal/pdf"
	"glossator/internal/source"
)

// readPDF reads the text of a PDF as a plain text.
func readPDF(in input) (*Article, []source.Problem) {
	t, err := pdf.Read(in.data)
	if err == nil && t.Empty == t.Pages {
		err = fmt.Errorf("it holds pictures of %d pages and no text", t.Pages)
	}
	if err != nil {
		return nil, []source.Problem{whole(in.path, "unreadable", "the PDF cannot be read: "+err.Error(), hintOf(err))}
	}
	f, problems := source.Text(filepath.ToSlash(in.path), pdfText(t))
	a, more := readText(f)
	problems = append(append(pdfTold(in.path, t), problems...), more...)
	if a == nil {
		return nil, problems
	}
	if t.Titled && a.Title == "" {
		a.Title = t.Paragraphs[0]
		a.Body = strings.TrimPrefix(a.Body, escapeBlock(inline([]run{{text: a.Title}}))+"\n\n")
	}
	a.From, a.Words = in.path, len(strings.Fields(a.Body))
	a.Left = append(a.Left, t.Left...)
	return a, problems
}

// pdfText is the text with what a browser wrote at a page's foot, the address, below its title.
func pdfText(t *pdf.Text) string {
	if t.Address == "" {
		return t.String()
	}
	title, rest := "", t.Paragraphs
	if t.Titled {
		title, rest = rest[0]+"\n\n", rest[1:]
	}
	return title + "URL: " + t.Address + "\n\n" + strings.Join(rest, "\n\n") + "\n"
}

func hintOf(err error) string {
	switch {
	case errors.Is(err, pdf.ErrLocked):
		return "open it, and save or print it without a password"
	case errors.Is(err, pdf.ErrBroken):
		return "open it, and print it to a PDF anew"
	case errors.Is(err, pdf.ErrLong), errors.Is(err, pdf.ErrLarge):
		return "save the pages of the article alone"
	}
	return "have its text recognized first (ocrmypdf, or a scanner's own program), and read it against the pages"
}

// pdfTold tells what an editor has to look at.
func pdfTold(path string, t *pdf.Text) (all []source.Problem) {
	tell := func(rule, msg, hint string, as source.Severity) {
		all = append(all, whole(path, rule, msg, hint).As(as))
	}
	if t.Empty > 0 {
		tell("pages-without-text", fmt.Sprintf("%d of %d pages are pictures without text", t.Empty, t.Pages), "see whether they belong to the article, and have their text recognized", source.Warning)
	}
	if t.Columns > 0 {
		tell("columns", fmt.Sprintf("the text stands in columns on %d of %d pages", t.Columns, t.Pages), "they were read one after the other: see whether that is the order in which it goes on", source.Warning)
	}
	if t.Notes > 0 {
		tell("note-marks", fmt.Sprintf("%d raised digits were taken for the marks of notes", t.Notes), "they are left out; the notes stand at the end of the text", source.Note)
	}
	return all
}
