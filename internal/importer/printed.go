package importer

import (
	"regexp"
	"strings"

	"glossator/internal/doc"
)

// What browsers write around a page that is printed, as it comes out of its PDF: above, when
// it was printed and the page's title; below, its address and which page of how many it is.
var (
	printedAt   = regexp.MustCompile(`^\f?\d{1,2}[./]\d{1,2}[./]\d{2,4},? \d{1,2}:\d{2}(?: ?[AaPp]\.?[Mm]\.?)?(?: .*)?$`)
	printedFrom = regexp.MustCompile(`^\f?((?:https?|file)://\S+)(?: +\d+/\d+)?$`)
	printedPage = regexp.MustCompile(`^\f?\d+/\d+$`)
)

// unprinted takes such lines out of a text that begins with one and tells an address behind
// it: the day of printing is not the text's.
func unprinted(text string, m *doc.Meta) (rest string, out []string) {
	lines := strings.SplitAfter(text, "\n")
	at := func(i int) string { return strings.TrimRight(lines[i], " \r\n") }
	from := -1
	for i := range lines {
		if printedFrom.MatchString(at(i)) {
			from = i
			break
		}
	}
	if from < 1 || !printedAt.MatchString(at(0)) {
		return text, nil
	}
	if where := printedFrom.FindStringSubmatch(at(from))[1]; strings.HasPrefix(where, "http") && !strings.Contains(where, "…") {
		m.URL.Text = where
	}
	var kept strings.Builder
	for i := range lines {
		if s := at(i); printedAt.MatchString(s) || printedFrom.MatchString(s) || printedPage.MatchString(s) {
			out = append(out, strings.TrimSpace(s))
		} else {
			kept.WriteString(lines[i])
		}
	}
	return kept.String(), out
}
