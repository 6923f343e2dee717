package figure

import (
	"fmt"
	"strings"
	"testing"

	"glossator/internal/annotate/date"
	"glossator/internal/annotate/sample"
	"glossator/internal/golden"
)

// TestPhrases: behind each line of words, " | " between paragraphs, stand the figures found.
func TestPhrases(t *testing.T) {
	golden.Phrases(t, "testdata/phrases.txt", func(line string) (out []string) {
		lang, text := "en", line
		if tag, rest, ok := strings.Cut(line, ": "); ok && len(tag) == len("es") {
			lang, text = tag, rest
		}
		x, ms := sample.Text("2022-03-10", lang, strings.ReplaceAll(text, " | ", "\n\n"))
		for _, f := range new(Finder).Find(x, ms, new(date.Finder).Find(x, nil)) {
			out = append(out, strings.TrimSpace(fmt.Sprintf("%s = %v %s: %s", x.Prose[f.Span.Start:f.Span.End], f.Value, f.Unit, f.What)))
		}
		return out
	})
}
