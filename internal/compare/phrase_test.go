package compare_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"glossator/internal/annotate"
	"glossator/internal/annotation"
	"glossator/internal/catalogue"
	"glossator/internal/compare"
	"glossator/internal/doc"
	"glossator/internal/golden"
	"glossator/internal/lexicon"
	"glossator/internal/source"
)

// TestPhrases: behind each two passages stands what differs.
func TestPhrases(t *testing.T) {
	golden.Phrases(t, "testdata/phrases.txt", func(phrase string) []string {
		lang := "en"
		if tag, rest, ok := strings.Cut(phrase, ": "); ok && len(tag) == len(lang) {
			lang, phrase = tag, rest
		}
		one, other, _ := strings.Cut(phrase, " > ")
		return differences(lang, passage(lang, one), passage(lang, other))
	})
}

// passage reads a passage in which [words] describe an entry and {words} name it.
func passage(lang, in string) compare.Side {
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
	found := annotate.Annotate(d, lexicon.New(catalogue.New(nil, nil), lang))
	found.Mentions = mentions
	return compare.Side{Doc: d, Ann: found}
}

func differences(lang string, a, b compare.Side) (out []string) {
	cut := func(s compare.Side, span source.Span) string { return s.Doc.Prose.Text[span.Start:span.End] }
	for _, f := range compare.Compare(lang, a, b).Findings {
		said := fmt.Sprintf("%s: %s: %s > %s", f.Kind, f.Verdict, cut(a, f.A), cut(b, f.B))
		if f.InA != f.A || f.InB != f.B {
			said += fmt.Sprintf(" in %s > %s", cut(a, f.InA), cut(b, f.InB))
		}
		if f.Entry != "" {
			said += " of " + f.Entry
		}
		out = append(out, said)
	}
	return out
}

// TestTextsInTwoLanguages: each is of the site's language or says its own; what differs in
// two languages means nothing that is known.
func TestTextsInTwoLanguages(t *testing.T) {
	const one, other = "Anna Falk did not close the quay on Monday.", "Bo Lund did close the quay on Friday."
	for _, c := range []struct {
		site, a, b string
		judged     bool
	}{
		{"en", "", "", true}, {"en", "en-GB", "", true}, {"es", "en", "en-US", true}, {"pt", "", "", false}, {"en", "es", "", false}, {"es", "en", "", false}, {"english", "", "", false},
	} {
		a, b := passage("en", one), passage("en", other)
		a.Doc.Meta.Language.Text, b.Doc.Meta.Language.Text = c.a, c.b
		for _, pair := range [][2]compare.Side{{a, b}, {b, a}} {
			got := compare.Compare(c.site, pair[0], pair[1])
			if claims := slices.ContainsFunc(got.Findings, func(f compare.Finding) bool { return f.Verdict != "" }); got.Judged != c.judged || claims != c.judged {
				t.Errorf("%+v: judged %v, %+v", c, got.Judged, got.Findings)
			}
		}
	}
}
