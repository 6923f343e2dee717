package meta

import (
	"strings"

	"glossator/internal/source"
)

// FrontMatter splits a text file into its YAML between two lines --- and the body
// after them. A file that does not open with --- is all body. A byte order mark
// belongs to neither.
func FrontMatter(f *source.File) (front, body source.Span, problems []source.Problem) {
	start := 0
	if strings.HasPrefix(f.Data, "\uFEFF") {
		start = len("\uFEFF")
	}
	body = source.Span{Start: start, End: len(f.Data)}
	line, next := cutLine(f.Data, start)
	if line != "---" {
		return source.Span{Start: start, End: start}, body, nil
	}
	front.Start = next
	for at := next; at < len(f.Data); at = next {
		if line, next = cutLine(f.Data, at); line == "---" {
			front.End, body.Start = at, next
			return front, body, nil
		}
	}
	front.End = front.Start
	return front, body, []source.Problem{f.Problem(start, "front-matter", "front matter is opened by --- and never closed",
		"put a line --- after the last field")}
}

// cutLine is the line that begins at an offset, without its end, and where the next
// begins.
func cutLine(s string, at int) (line string, next int) {
	if i := strings.IndexByte(s[at:], '\n'); i >= 0 {
		return strings.TrimRight(s[at:at+i], " \t\r"), at + i + 1
	}
	return strings.TrimRight(s[at:], " \t\r"), len(s)
}
