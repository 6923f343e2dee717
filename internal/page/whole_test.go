package page

import (
	"strings"
	"testing"

	"glossator/internal/annotation"
	"glossator/internal/doc"
	"glossator/internal/site"
	"glossator/internal/source"
)

// TestPassagesAreCutAtASentence: a long passage ends where one of its sentences does, and
// one of a single sentence is whole.
func TestPassagesAreCutAtASentence(t *testing.T) {
	of := func(sentences ...string) (*site.Article, source.Span) {
		a := &site.Article{Annotated: site.Annotated{Doc: &doc.Document{}, Ann: &annotation.Set{}}}
		for _, s := range sentences {
			text := &a.Doc.Prose.Text
			if *text != "" {
				*text += " "
			}
			a.Ann.Sentences = append(a.Ann.Sentences, source.Span{Start: len(*text), End: len(*text) + len(s)})
			*text += s
		}
		return a, source.Span{End: len(a.Doc.Prose.Text)}
	}
	long := strings.Repeat("and on ", 60) + "it went."
	short := "The quay is shut."
	for _, c := range []struct {
		sentences []string
		want      string
	}{
		{[]string{short, short}, short + " " + short},
		{[]string{short, short, long, long}, short + " " + short + " " + long + " …"},
		{[]string{long, long}, long + " …"},
		{[]string{long + " " + long}, long + " " + long},
	} {
		a, in := of(c.sentences...)
		if got := whole(a, in, source.Span{}); got != c.want {
			t.Errorf("%q:\n%q, want\n%q", c.sentences, got, c.want)
		}
	}
}
