package annotate_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"glossator/internal/annotate"
	"glossator/internal/doc"
	"glossator/internal/lexicon"
	"glossator/internal/source"
)

// TestPhrases reads testdata/phrases.txt: behind each line of words, indented, stand the
// mentions and the doubts.
func TestPhrases(t *testing.T) {
	const path = "testdata/phrases.txt"
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	lex := qualityLexicon(t)
	var got strings.Builder
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "\t") {
			continue
		}
		got.WriteString(line)
		if text := strings.TrimSpace(line); text != "" && text[0] != '#' {
			got.WriteString(mentioned(lex, strings.ReplaceAll(text, " | ", "\n\n")))
		}
	}
	if *update {
		if err := os.WriteFile(path, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if d := cmp.Diff(strings.Split(string(data), "\n"), strings.Split(got.String(), "\n")); d != "" {
		t.Errorf("-want +got; if it is meant, go test ./internal/annotate -update\n%s", d)
	}
}

func mentioned(lex *lexicon.Lexicon, text string) string {
	about := source.NewFile("a.yaml", "title: Untitled\npublished: 2022-03-10\n")
	d, _ := doc.Parse(source.NewFile("a.txt", text), about, doc.Options{})
	a := annotate.Annotate(d, lex)
	var b strings.Builder
	for _, m := range a.Mentions {
		damaged := ""
		if m.Damaged {
			damaged = ", damaged"
		}
		fmt.Fprintf(&b, "\t%d [%s] %s, %s: %s%s\n", m.Span.Start, d.Prose.Text[m.Span.Start:m.Span.End], m.Entry, m.Level, m.Rule, damaged)
	}
	for _, x := range a.Doubts {
		fmt.Fprintf(&b, "\t%d “%s” %s: %s %s\n", x.Span.Start, d.Prose.Text[x.Span.Start:x.Span.End], x.Rule, x.Msg, x.Entries)
	}
	return b.String()
}
