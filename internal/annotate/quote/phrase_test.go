package quote

import (
	"fmt"
	"strings"
	"testing"

	"glossator/internal/annotate/sample"
	"glossator/internal/golden"
)

// TestPhrases: behind each line of words stand the quotations found in it, and who said them.
func TestPhrases(t *testing.T) {
	golden.Phrases(t, "testdata/phrases.txt", func(line string) (out []string) {
		x, ms := sample.Text("2022-03-10", "en", strings.ReplaceAll(line, " | ", "\n\n"))
		const by = "” is probably said by "
		quotes, doubts := new(Finder).Find(x, ms)
		for _, q := range quotes {
			s := fmt.Sprintf("“%s” %s, %s", strings.ReplaceAll(x.Prose[q.Span.Start:q.Span.End], "\n", " "), q.Kind, q.Certainty)
			if who := q.Speaker + q.Name; who != "" {
				s += ": " + who
			}
			if q.Cue.End > q.Cue.Start {
				s += ", “" + strings.ReplaceAll(x.Prose[q.Cue.Start:q.Cue.End], "\n", " ") + "”"
			}
			for _, d := range doubts {
				if d.Span == q.Span {
					s += ", perhaps " + d.Msg[strings.Index(d.Msg, by)+len(by):]
				}
			}
			out = append(out, s)
		}
		return out
	})
}
