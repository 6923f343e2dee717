package importer

import (
	"fmt"
	"regexp"
	"strings"

	"glossator/internal/source"
)

var (
	// gutter is the space between two columns of text, and what stands on both sides.
	gutter = regexp.MustCompile(`^\s*(\S.{14,})\s{3,}(\S.{14,})$`)
	// misread is a word as a scanner misreads it: "c0uncil", "har|bor", "tl1e".
	misread = regexp.MustCompile(`^\pL*\p{Ll}[0-9|\\^~_<>{}§¢]+\p{Ll}+$`)
)

// Shares of a text, in percent, and the least of it that says anything.
const (
	columnShare, leastLines = 40, 8
	misreadShare, leastRead = 3, 60
)

// inColumns tells of a text that stands in two columns: its lines would be mixed.
func inColumns(f *source.File) []source.Problem {
	lines, both := 0, 0
	for line := range strings.Lines(f.Data) {
		line = strings.TrimRight(line, " \t\n")
		if line == "" {
			continue
		}
		if lines++; len(line) < 300 && strings.Contains(line, "   ") && gutter.MatchString(line) {
			both++
		}
	}
	if lines < leastLines || both*100 < lines*columnShare {
		return nil
	}
	return []source.Problem{whole(f.Path, "two-columns", fmt.Sprintf("the text stands in two columns: %d of %d lines are of both", both, lines),
		"copy one column after the other, or make the text anew without its layout (pdftotext without -layout)")}
}

// misreadWords tells of a text that a scanner misread.
func misreadWords(f *source.File) []source.Problem {
	words, bad, example, at := 0, 0, "", 0
	for w := range strings.FieldsSeq(f.Data) {
		words++
		if w = strings.Trim(w, ".,;:!?()\"'“”‘’"); len(w) < 40 && misread.MatchString(w) {
			if bad++; bad == 1 {
				example, at = w, strings.Index(f.Data, w)
			}
		}
	}
	if words < leastRead || bad*100 < words*misreadShare {
		return nil
	}
	return []source.Problem{f.Problem(at, "misread", fmt.Sprintf("the text looks misread: %d of %d words are like %q", bad, words, example),
		"read it against the original before it is published").As(source.Warning)}
}
