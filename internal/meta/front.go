package meta

import (
	"fmt"
	"regexp"
	"strings"

	"glossator/internal/source"
)

// Head reads the front matter of a text into v: the YAML between a first line --- and
// the next line --- or "...". body is the rest. Fields that stand at the head and are
// not read, as between lines ----, are an error: a draft would be published.
func Head(f *source.File, v any) (front, body source.Span, problems []source.Problem) {
	front, body, problems = Split(f, v)
	if front.Len() > 0 || len(problems) == 0 {
		problems = append(problems, Decode(f, front, v)...) // where there is none: what must be there and is not
	}
	return front, body, problems
}

// Split is as FrontMatter, and tells of fields of v that are not read.
func Split(f *source.File, v any) (front, body source.Span, problems []source.Problem) {
	front, body, headed := split(f)
	if lost := lostFields(f.Data, body.Start, v, headed); lost != nil {
		problems = append(problems, lost.problem(f, headed))
	}
	return front, body, problems
}

// NoHead tells of fields of v at the head of a text that has none: they stand in a file
// beside it. Of a web page the head is what stands before its first element.
func NoHead(f *source.File, v any) []source.Problem {
	text := f.Data
	if strings.HasSuffix(f.Path, ".html") {
		text = text[:firstElement(text)]
	}
	if lost := lostFields(text, 0, v, true); lost != nil {
		return []source.Problem{lost.say(f, "write the fields into the file of this name that ends in .yaml, beside it")}
	}
	return nil
}

// firstElement is where the first < stands that opens no comment.
func firstElement(page string) int {
	for at := 0; ; at++ {
		i := strings.IndexByte(page[at:], '<')
		if i < 0 {
			return len(page)
		}
		if at += i; !strings.HasPrefix(page[at:], "<!--") {
			return at
		}
	}
}

// problem says what to do about fields that are not read.
func (s *stretch) problem(f *source.File, headed bool) source.Problem {
	if headed {
		return s.say(f, "put all fields between the first two lines ---")
	}
	if line, at := cutLine(f.Data, 0); strings.TrimPrefix(line, "\uFEFF") == "---" {
		msg := "front matter is opened by --- and never closed"
		for at < len(f.Data) {
			if line, at = cutLine(f.Data, at); line == "---" {
				return s.say(f, "write nothing but fields between the first two lines ---")
			}
			if dashes(strings.TrimSpace(line)) > 1 {
				msg = fmt.Sprintf("front matter is opened by --- and closed by %q", line)
				break
			}
		}
		return f.Problem(0, "front-matter", msg, "put a line --- after the last field")
	}
	return s.say(f, "begin the file with a line --- and nothing before it, not even a space; then come the fields, then a line ---")
}

func (s *stretch) say(f *source.File, hint string) source.Problem {
	const longest = 60
	written := s.sample
	if len(written) > longest {
		written = strings.ToValidUTF8(written[:longest], "") + "…"
	}
	return f.Problem(s.at, "front-matter", fmt.Sprintf("%q looks like front matter, and would be read as the text's words", written), hint)
}

// FrontMatter splits a text into its YAML and the body after it. A text that does not
// open with --- and fields is all body. A byte order mark belongs to neither.
func FrontMatter(f *source.File) (front, body source.Span) {
	front, body, _ = split(f)
	return front, body
}

func split(f *source.File) (front, body source.Span, ok bool) {
	start := 0
	if strings.HasPrefix(f.Data, "\uFEFF") {
		start = len("\uFEFF")
	}
	none, all := source.Span{Start: start, End: start}, source.Span{Start: start, End: len(f.Data)}
	line, next := cutLine(f.Data, start)
	if line != "---" {
		return none, all, false
	}
	front.Start = next
	for at := next; at < len(f.Data); at = next {
		if line, next = cutLine(f.Data, at); line == "---" || line == "..." {
			front.End, body = at, source.Span{Start: next, End: len(f.Data)}
			if !opensFields(f.Data[front.Start:front.End]) {
				return none, all, false // two thematic breaks
			}
			return front, body, true
		}
		if n := dashes(line); n > 1 && n == len(line) {
			break // no YAML goes on behind such a line: it was meant to close it
		}
	}
	return none, all, false
}

var (
	key      = regexp.MustCompile(`^(["']?[\pL_][\pL\d_ -]{0,40}["']?[ \t]*:([ \t]|$)|[a-z_]+:[^/]|[-{["'%?&*!])`) // "draft:true" is a mistake in a field
	smallKey = regexp.MustCompile(`^[a-z_]+:([ \t]|$)`)
)

// opensFields tells whether what stands between two lines --- is YAML rather than words
// between two thematic breaks. Behind an empty line it must begin as the fields do that
// there are, as "Note: it rained" does not.
func opensFields(text string) bool {
	for at, next := 0, 0; at < len(text); at = next {
		var line string
		if line, next = cutLine(text, at); line == "" || line[0] == '#' {
			continue
		}
		if strings.TrimSpace(text[:at]) == "" && at > 0 {
			return smallKey.MatchString(line)
		}
		return key.MatchString(line)
	}
	return true
}

// dashes is how many hyphens and dashes open a line, in bytes.
func dashes(line string) int {
	return len(line) - len(strings.TrimLeft(line, "-‐‑‒–—―−"))
}

// cutLine is the line that begins at an offset, without its end, and where the next
// begins.
func cutLine(s string, at int) (line string, next int) {
	if i := strings.IndexByte(s[at:], '\n'); i >= 0 {
		return strings.TrimRight(s[at:at+i], " \t\r"), at + i + 1
	}
	return strings.TrimRight(s[at:], " \t\r"), len(s)
}
