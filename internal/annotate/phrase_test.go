package annotate_test

import (
	"fmt"
	"strings"
	"testing"

	"glossator/internal/annotate"
	"glossator/internal/doc"
	"glossator/internal/golden"
	"glossator/internal/lexicon"
	"glossator/internal/source"
)

// TestPhrases: behind each line of words, " | " between paragraphs, stand the mentions and
// the doubts.
func TestPhrases(t *testing.T) {
	lex := qualityLexicon(t)
	golden.Phrases(t, "testdata/phrases.txt", func(phrase string) []string {
		return mentioned(lex, strings.ReplaceAll(phrase, " | ", "\n\n"))
	})
}

func mentioned(lex *lexicon.Lexicon, text string) (out []string) {
	about := source.NewFile("a.yaml", "title: Untitled\npublished: 2022-03-10\n")
	d, _ := doc.Parse(source.NewFile("a.txt", text), about, doc.Options{})
	a := annotate.Annotate(d, lex)
	for _, m := range a.Mentions {
		damaged := ""
		if m.Damaged {
			damaged = ", damaged"
		}
		out = append(out, fmt.Sprintf("%d [%s] %s, %s: %s%s", m.Span.Start, d.Prose.Text[m.Span.Start:m.Span.End], m.Entry, m.Level, m.Rule, damaged))
	}
	for _, x := range a.Doubts {
		out = append(out, fmt.Sprintf("%d “%s” %s: %s %s", x.Span.Start, d.Prose.Text[x.Span.Start:x.Span.End], x.Rule, x.Msg, x.Entries))
	}
	return out
}

// TestNeighbors: as TestPhrases.
func TestNeighbors(t *testing.T) {
	lex := qualityLexicon(t)
	golden.Phrases(t, "testdata/neighbors.txt", func(phrase string) []string {
		return mentioned(lex, strings.ReplaceAll(phrase, " | ", "\n\n"))
	})
}
