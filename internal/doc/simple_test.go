package doc

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"glossator/internal/mark"
	"glossator/internal/source"
)

// TestPlainParagraphsAreReadAsMarkdown puts texts together at random, of everything that
// the guides say of Markdown (CommonMark, tables, strikethrough, the marks, HTML as text),
// and reads them by way of goldmark's tree and without.
func TestPlainParagraphsAreReadAsMarkdown(t *testing.T) {
	some := []string{"The ferry left.", "Luz said: “No.”", "1. one", "2021 was late.", "2021) x", "(so)", "$3,000 is it!", "a", "\n", "\n\n", "\n\n\n", "\n", "\n\n",
		"- x", "=", "===", "---", "+ y", "a | b", "x  ", " y", "\"quoted\"", "'s", "!", ":::", "::: x", "a: b", "https://example.org/x", "É", "\u00a0z", "\u2028", "end\\", "R&D", "{x}", "x {#id}", "12", "“", "é ", "%", "@x", "?", ";", "a\tb", "…", "> ", "\n> ", "\n\n> said.", "# ", "## A head", "\n\n### B", "#c", "####### d",
		"[link](https://x.org)", "a *b* c", "[[x|y]]", "[[x", "[[-|z]]", "[a](javascript:x)", "]]", "[^n]", "[^n]: note", "[r]: https://x.org", "[r]", "`code`", "```", "&amp;", "<https://x.org>", "**", "~~z~~", "\\[", "- [x] y", "* * *", "![i](j.png)", "|", "|-|", "a\n-|-",
		"so [a link](https://x.org/y?z=1#b_c) is", "a **b c**, d", " *e*", "f _g_!", "*", "**", "_", " [a b", "](http://y.org/)", "a*b*", " *c *d*", "[x](http://y z)", "![y](https://z.org) ", " __i__", "***j***", "(*k*)", "* l*", "_m_n_", "*o\np*", "[q\nr](http://s.t)",
		"\n\n    code", "\tcode", "\n\n    more of a note", "<b>bold</b>", "<!-- left -->", "\n<div>\n", "| a | b |\n| - | :-: |\n| [[x\\|y]] | c |", "[[-\\|z]]", "[[a-b|so *c*]]", "\n:::unmarked\n", "\n:::\n", "\n> > deep", "\n  - inner", "\n* item\n", "\n7) seven", "~~~", "```go\nf()\n```",
		"`` a`b ``", "\\*", "\\>", "\\#", "\\_", "\\\n", "x  \n", "<a@b.org>", "[a](b \"c\")", "[a](<b c>)", "[r]: <x> 'y'", "## A head ##", "\n\n## Évidence & more!\n\n", "#\n", "\n___\n", "&#65;", "&nbsp;", "&copy", "~~", "~z~", "^", "$5", "a\r\nb", "\r",
		"[a](b.html)", "![a](b.png \"c\")", "[a][r]", "[a][s]", "[#](#d)", "[1][2]", "[a [b][c]", "**The head.** So", "\n\n[u](http://v)", "\n\n*w*", "\n_x_ y", "\n\n**"}
	r := rand.New(rand.NewPCG(2, 3))
	short := 0
	for range 60_000 {
		var b strings.Builder
		for range 1 + r.IntN(8) {
			b.WriteString(some[r.IntN(len(some))])
		}
		if standsAlone(b.String()) {
			short++
		}
		bothWays(t, b.String(), r)
	}
	for _, marks := range []int{mark.MostSigns / 2, mark.MostSigns/2 + 1} {
		bothWays(t, strings.Repeat("*a* ", marks)+"b", r)
	}
	if short < 500 {
		t.Errorf("only %d were simple", short)
	}
}

func FuzzSimple(f *testing.F) {
	f.Add("One.\nTwo.\n\nThree.\n")
	f.Add("So *we*, said **the other**, [here](https://x.org/a_b).\nAnd _so_ on: [a](http://b) *c*\n\n# D [e](https://f#g)\n")
	f.Add("\n\n\n2021.\n\n“x”\n")
	f.Fuzz(func(t *testing.T, text string) { bothWays(t, text, rand.New(rand.NewPCG(1, 1))) })
}

var md = mark.New()

func bothWays(t *testing.T, text string, r *rand.Rand) {
	t.Helper()
	head := "head\n"
	f := source.NewFile("x.md", head+text)
	span := source.Span{Start: len(head), End: len(f.Data)}
	read := func() (*Document, *builder) {
		b := &builder{}
		b.same("A title", -1)
		b.block(Title, 1)
		return &Document{File: f}, b
	}
	quick, b := read()
	got, ok := quick.simple(b, span, md)
	if !ok {
		return
	}
	whole, b := read()
	want := whole.tree(b, span, md)
	if d := cmp.Diff(source.SortProblems(want), source.SortProblems(got)); d != "" {
		t.Fatalf("%q: %s", text, d)
	}
	if d := cmp.Diff(whole.Marks, quick.Marks); d != "" {
		t.Fatalf("%q: %s", text, d)
	}
	if d := cmp.Diff(whole.Links, quick.Links); d != "" {
		t.Fatalf("%q: %s", text, d)
	}
	if d := cmp.Diff(whole.anchors, quick.anchors); d != "" {
		t.Fatalf("%q: %s", text, d)
	}
	if d := cmp.Diff(whole.Prose, quick.Prose, cmp.AllowUnexported(Prose{}, piece{})); d != "" {
		t.Fatalf("%q: %s", text, d)
	}
	var spans []mark.Span
	for at := 0; at < len(quick.Prose.Text); at += 1 + r.IntN(9) {
		spans = append(spans, mark.Span{Start: at, End: min(at+1+r.IntN(12), len(quick.Prose.Text)), Look: mark.LinkTo("x")})
	}
	o := Drawing{Spans: spans, After: func(b *strings.Builder, from, to int) {
		b.WriteString(strings.Repeat("+", from) + strings.Repeat("-", to))
	}}
	o.RefHTML = func(label string) string { return "(" + label + ")" }
	if want, got := whole.Draw(o), quick.Draw(o); want != got {
		t.Fatalf("%q: %s", text, cmp.Diff(want, got))
	}
}
