package compare_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"glossator/internal/annotate"
	"glossator/internal/annotation"
	"glossator/internal/compare"
	"glossator/internal/doc"
	"glossator/internal/source"
)

// TestPhrases reads testdata/phrases.txt: behind each two passages, indented, stands what
// differs.
func TestPhrases(t *testing.T) {
	const path = "testdata/phrases.txt"
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "\t") {
			continue
		}
		got.WriteString(line)
		if one, other, ok := strings.Cut(strings.TrimSpace(line), " > "); ok && line[0] != '#' {
			got.WriteString(differences(passage(one), passage(other)))
		}
	}
	golden(t, path, got.String())
}

// passage reads a passage in which [words] describe an entry and {words} name it.
func passage(in string) compare.Side {
	var text strings.Builder
	var mentions []annotation.Mention
	for _, r := range in {
		level := map[rune]annotation.Level{'[': annotation.Descriptive, '{': annotation.Named}[r]
		switch {
		case level != "":
			mentions = append(mentions, annotation.Mention{Entry: "entry", Level: level, Span: source.Span{Start: text.Len()}})
		case r == ']' || r == '}':
			mentions[len(mentions)-1].Span.End = text.Len()
		default:
			text.WriteRune(r)
		}
	}
	d := &doc.Document{Prose: doc.Prose{Text: text.String(), Blocks: []doc.Block{{N: 1, Span: source.Span{End: text.Len()}}}}}
	found := annotate.Annotate(d, noNames)
	found.Mentions = mentions
	return compare.Side{Doc: d, Ann: found}
}

func differences(a, b compare.Side) string {
	cut := func(s compare.Side, span source.Span) string { return s.Doc.Prose.Text[span.Start:span.End] }
	var out strings.Builder
	for _, f := range compare.Compare(a, b).Findings {
		fmt.Fprintf(&out, "\t%s: %s: %s > %s", f.Kind, f.Verdict, cut(a, f.A), cut(b, f.B))
		if f.InA != f.A || f.InB != f.B {
			fmt.Fprintf(&out, " in %s > %s", cut(a, f.InA), cut(b, f.InB))
		}
		if f.Entry != "" {
			out.WriteString(" of " + f.Entry)
		}
		out.WriteString("\n")
	}
	return out.String()
}
