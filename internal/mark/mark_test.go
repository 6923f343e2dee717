package mark_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark/ast"

	"glossator/internal/mark"
)

// written is the HTML of a Markdown text.
func written(text string) string {
	md := mark.New()
	root, _ := md.Parse([]byte(text))
	c := mark.NewCanvas(nil)
	c.RefHTML = func(label string) string { return "(" + label + ")" }
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		c.Draw(md.Pieces([]byte(text), n, nil), "")
	}
	return c.String()
}

func TestMarkdownIsWrittenAsHTML(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"a *b* **c** ~~d~~ `e<`", "<p>a <em>b</em> <strong>c</strong> <del>d</del> <code>e&lt;</code></p>\n"},
		{"a  \nb\\\nc\nd", "<p>a<br />\nb<br />\nc\nd</p>\n"},
		{"<b>a</b> & &amp; \"x\"", "<p>&lt;b&gt;a&lt;/b&gt; &amp; &amp; &quot;x&quot;</p>\n"},
		{"<div>\na\n</div>", "<p>&lt;div&gt;\na\n&lt;/div&gt;</p>\n"},
		{"[a](https://x.org/?b=1&c=\"2\")", "<p><a href=\"https://x.org/?b=1&amp;c=%222%22\">a</a></p>\n"},
		{"[a](b.html#c) [d](//e.org) [f](MAILTO:g@h.org)", "<p><a href=\"b.html#c\">a</a> <a href=\"//e.org\">d</a> <a href=\"MAILTO:g@h.org\">f</a></p>\n"},
		{"[a](javascript:b) [c](data:d) [e](file:///f) [g](vbscript:h)", "<p>a c e g</p>\n"},
		{"[a](x/y:z) [b](?c:d) [e](#f:g)", "<p><a href=\"x/y:z\">a</a> <a href=\"?c:d\">b</a> <a href=\"#f:g\">e</a></p>\n"},
		{"![a *b* \"c\"](d.png \"e\") ![f](javascript:g)", "<p><img src=\"d.png\" alt=\"a b &quot;c&quot;\" /> f</p>\n"},
		{"<https://x.org/a_b&c\\d> <a@b.org> <tel:1>", "<p><a href=\"https://x.org/a_b&amp;c%5Cd\">https://x.org/a_b&amp;c\\d</a> <a href=\"mailto:a@b.org\">a@b.org</a> <a href=\"tel:1\">tel:1</a></p>\n"},
		{"https://x.org is words", "<p>https://x.org is words</p>\n"},
		{"a[^b] c[^d-2].", "<p>a(b) c(d-2).</p>\n"},
		{"[[ana]] [[ana|her]] [[-|not]]", "<p>ana her not</p>\n"},
		{":::unmarked\n\na\n\n:::\n\nb", "<div class=\"unmarked\">\n<p>a</p>\n</div>\n<p>b</p>\n"},
		{":::a\"b\nc\n:::", "<div class=\"a&quot;b\">\n<p>c</p>\n</div>\n"},
		{":::\na", "<p>:::\na</p>\n"},
		{"a\n:::x\nb\n:::\n::: y\nc", "<p>a</p>\n<div class=\"x\">\n<p>b</p>\n</div>\n<div class=\"y\">\n<p>c</p>\n</div>\n"},
		{"|a|b|\n|-|:-:|\n|[[ana\\|c]]|d|", "<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>c</td>\n<td>d</td>\n</tr>\n</tbody>\n</table>\n"},
		{"> a\n\n1. b\n2. c\n\n- d\n\n---\n\n    e<\n\n```go\nf<\n```", "<blockquote>\n<p>a</p>\n</blockquote>\n<ol>\n<li>b</li>\n<li>c</li>\n</ol>\n<ul>\n<li>d</li>\n</ul>\n<hr />\n<pre><code>e&lt;\n</code></pre>\n<pre><code class=\"language-go\">f&lt;\n</code></pre>\n"},
		{"[a][b] [b]\n\n[b]: https://x.org \"c\"", "<p><a href=\"https://x.org\">a</a> <a href=\"https://x.org\">b</a></p>\n"},
		{"é\x00\xff \\* \\<", "<p>é\ufffd\xff * &lt;</p>\n"},
	} {
		if d := cmp.Diff(c.want, written(c.text)); d != "" {
			t.Errorf("%q: %s", c.text, d)
		}
	}
}

// marks lists the project's own nodes, each at its place: "link ana 4 “her”".
func marks(text string) (all []string) {
	src := []byte(text)
	root, _ := mark.New().Parse(src)
	words := func(n ast.Node) string {
		var b strings.Builder
		_ = ast.Walk(n, func(n ast.Node, in bool) (ast.WalkStatus, error) {
			if t, ok := n.(*ast.Text); ok && in {
				b.Write(t.Segment.Value(src))
			}
			return ast.WalkContinue, nil
		})
		return b.String()
	}
	_ = ast.Walk(root, func(n ast.Node, in bool) (ast.WalkStatus, error) {
		if !in {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *mark.Link:
			all = append(all, strings.TrimSpace(fmt.Sprintf("link %s %d “%s” %s", n.ID, n.At, words(n), n.Problem)))
		case *mark.Ref:
			all = append(all, fmt.Sprintf("ref %s %d", n.Label, n.At))
		case *mark.Note:
			all = append(all, fmt.Sprintf("note %s %d “%s” in %s", n.Label, n.At, words(n), n.Parent().Kind()))
		}
		return ast.WalkContinue, nil
	})
	return all
}

func TestMarksAreReadAtTheirPlaces(t *testing.T) {
	long, longer := strings.Repeat("a", 997), strings.Repeat("a", 998)
	for _, c := range []struct {
		text string
		want []string
	}{
		{"x [[ana]] y", []string{"link ana 2 “ana”"}},
		{"[[ ana | her dog ]]", []string{"link ana 0 “ her dog ”"}},
		{"|[[ana\\|her]]|\n|-|", []string{"link ana 1 “her”"}},
		{"[[a|b|c]]", []string{"link a 0 “b|c”"}},
		{"[[a]]]", []string{"link a 0 “a”"}},
		{"x [[a\nb]]", []string{"link  2 “[[” [[ is not closed by ]] on the same line"}},
		{"[[a [[b]]", []string{"link  0 “[[” [[ is not closed by ]] on the same line", "link b 4 “b”"}},
		{"[[]]", []string{"link  0 “” [[ ]] names no entry"}},
		{"[[ |a]]", []string{"link  0 “a” [[ ]] names no entry"}},
		{"[[a| ]]", []string{"link a 0 “ ” [[a| ]] has no words"}},
		{"[ [a]]", nil},
		{"x[^a]", []string{"ref a 1"}},
		{"[^] [^a b] [^a^b] [^a[b] [^a", nil},
		{"[^" + long + "]", []string{"ref " + long + " 0"}},
		{"[^" + longer + "]", []string{"ref " + longer + " 0"}},
		{"[^" + longer + "a]", []string{"ref " + longer + "a 0"}},
		{"[^" + longer + "aa]", nil},
		{"[^a]: b c\nd\n\n    e\n\nf", []string{"note a 0 “b cde” in Document"}},
		{"[^a]: b\n[^c]: d", []string{"note a 0 “b” in Document", "note c 8 “d” in Document"}},
		{"x\n[^a]: b", []string{"note a 2 “b” in Document"}},
		{"[^a] : b", []string{"ref a 0"}},
		{"[^a]", []string{"ref a 0"}},
		{"   [^a]: b", []string{"note a 3 “b” in Document"}},
		{"[^a]:\tb\n\n   e", []string{"note a 0 “b” in Document"}},
		{"    [^a]: b", nil},
		{"> [^a]: b\n> c\n\n- [^d]: e\n\nx", []string{"note a 2 “bc” in Document", "note d 17 “e” in Document"}},
		{"- a\n  [^b]: c\n  [^d]: e", []string{"note b 6 “c” in Document", "note d 16 “e” in Document"}},
		{"[^a]: b [[c]] d[^e]", []string{"note a 0 “b c d” in Document", "link c 8 “c”", "ref e 15"}},
		{"`[[a]]` \\[[b]]", nil},
	} {
		if d := cmp.Diff(c.want, marks(c.text)); d != "" {
			t.Errorf("%.60q: %s", c.text, d)
		}
	}
}

func element(tag string) *mark.Look {
	return mark.NewLook(mark.InLink, func(mark.Way) *mark.Around {
		return &mark.Around{Open: "<" + tag + ">", Close: "</" + tag + ">"}
	})
}

// TestPiecesAreDrawn: spans over a body that is in pieces go on from words to words, and
// are closed and written again around markup.
func TestPiecesAreDrawn(t *testing.T) {
	link := mark.NewLook(mark.InLink, func(w mark.Way) *mark.Around {
		tag, open := "a", `a href="x"`
		if w&mark.InLink != 0 {
			tag, open = "span", "span"
		}
		if w&mark.Again == 0 {
			open += " id=\x00"
		}
		return &mark.Around{Open: "<" + open + " class=c m>", Close: "</" + tag + ">"}
	})
	quote := element("q")
	a := func(from, to int) mark.Span { return mark.Span{Start: from, End: to, Look: link, Slot: "i"} }
	q := func(from, to int) mark.Span { return mark.Span{Start: from, End: to, Look: quote} }
	const prose = "one two three"
	br, em, end := mark.Markup("<br>"), mark.Markup("<em>"), mark.Markup("</em>")
	for _, c := range []struct {
		name   string
		pieces []mark.Piece
		spans  []mark.Span
		want   string
	}{
		{"words that follow one another", []mark.Piece{mark.Words(0, 4), mark.Words(4, 13)}, []mark.Span{q(0, 7)}, "<q>one two</q> three"},
		{"over a line's end", []mark.Piece{mark.Words(0, 3), mark.LineEnd(3), mark.Words(4, 7)}, []mark.Span{q(0, 7)}, "<q>one\ntwo</q>"},
		{"over markup", []mark.Piece{mark.Words(0, 4), em, mark.Words(4, 7), end, mark.Words(7, 13)}, []mark.Span{a(0, 13)},
			`<a href="x" id=i class=c m>one </a><em><a href="x" class=c m>two</a></em><a href="x" class=c m> three</a>`},
		{"crossing over markup", []mark.Piece{mark.Words(0, 4), br, mark.Words(4, 13)}, []mark.Span{q(0, 7), a(2, 13)},
			`<q>on</q><a href="x" id=i class=c m><q>e </q></a><br><a href="x" class=c m><q>two</q> three</a>`},
		{"in the author's link", []mark.Piece{mark.LinkWords(0, 7), mark.Words(7, 13)}, []mark.Span{a(0, 3), a(8, 13)},
			`<span id=i class=c m>one</span> two <a href="x" id=i class=c m>three</a>`},
		{"in what is not drawn", []mark.Piece{mark.Words(0, 3), br, mark.Words(8, 13)}, []mark.Span{q(0, 3), q(4, 7), q(8, 13)}, "<q>one</q><br><q>three</q>"},
		{"begun in what is not drawn", []mark.Piece{mark.Words(8, 13)}, []mark.Span{q(4, 10)}, "<q>th</q>ree"},
		{"no reference", []mark.Piece{mark.Words(0, 3)}, nil, "one"},
	} {
		canvas := mark.NewCanvas(c.spans)
		canvas.Draw(c.pieces, prose)
		if got := canvas.String(); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, got, c.want)
		}
	}
}

// TestSpansInAnyOrder are drawn as in order; those with one beginning the longer first.
func TestSpansInAnyOrder(t *testing.T) {
	spans := []mark.Span{{Start: 4, End: 7, Look: element("data")}, {Start: 0, End: 3, Look: element("time")}, {Start: 0, End: 13, Look: element("q")}, {Start: 8, End: 13, Look: element("span")}}
	for range spans {
		spans = append(spans[1:], spans[0])
		canvas := mark.NewCanvas(spans)
		canvas.Plain("one two three", 0)
		if want := "<q><time>one</time> <data>two</data> <span>three</span></q>"; canvas.String() != want {
			t.Errorf("%v: %s", spans, canvas.String())
		}
	}
	if spans[0].Start != 4 {
		t.Error("the caller's list was sorted")
	}
}

func TestSpanBytes(t *testing.T) {
	spans := []mark.Span{{Start: 0, End: 3, Slot: "12", Look: mark.NewLook(mark.InLink, func(mark.Way) *mark.Around {
		return &mark.Around{Open: "<a id=\x00 class=c>", Close: "</a>"}
	})}, {Start: 4, End: 7, Look: element("q")}}
	canvas := mark.NewCanvas(spans)
	canvas.Plain("one two", 0)
	if got, want := mark.SpanBytes(spans), canvas.Len()-len("one two"); got != want {
		t.Errorf("%d, not %d", got, want)
	}
}

func TestWhereAnAddressLeads(t *testing.T) {
	for address, want := range map[string][2]bool{
		"a.html": {false, true}, "../a#b": {false, true}, "#a:b": {false, true}, "?a:b": {false, true}, "a/b:c": {false, true}, "": {false, true},
		"//a.org": {true, true}, "https://a.org": {true, true}, "HTTP://a": {true, true}, "ftp://a": {true, true}, "tel:1": {true, true}, "sms:1": {true, true}, "mailto:a@b": {true, true},
		"javascript:a": {true, false}, "data:a": {true, false}, "a:b": {true, false}, ":a": {true, false}, " https:a": {true, false}, "/a": {false, true},
	} {
		if out, safe := mark.Leads(address); out != want[0] || safe != want[1] {
			t.Errorf("%q leads out %v, safe %v", address, out, safe)
		}
	}
}
