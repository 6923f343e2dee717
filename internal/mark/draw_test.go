package mark_test

import (
	"testing"

	"glossator/internal/mark"
)

func TestPlainDrawsNestedAndCrossingSpans(t *testing.T) {
	m := func(a, b int) mark.Span { return mark.Span{Start: a, End: b, Tag: "a", Href: "x"} }
	q := func(a, b int) mark.Span { return mark.Span{Start: a, End: b, Tag: "q", First: ` id="q"`} }
	for _, c := range []struct {
		name, in, want string
		spans          []mark.Span
	}{
		{"none", `a < b & "c"`, "a &lt; b &amp; &quot;c&quot;", nil},
		{"nested", "one two three", `<q id="q">one <a href="x">two</a> three</q>`, []mark.Span{q(0, 13), m(4, 7)}},
		{"crossing: the later stays whole", "one two three four", `<q id="q">one </q><a href="x"><q>two</q> three</a> four`, []mark.Span{q(0, 7), m(4, 13)}},
		{"same end", "one two", `<q id="q">one <a href="x">two</a></q>`, []mark.Span{q(0, 7), m(4, 7)}},
		{"same start", "one two", `<q id="q"><a href="x">one</a> two</q>`, []mark.Span{m(0, 3), q(0, 7)}},
		{"side by side", "one two", `<a href="x">one</a><a href="x"> two</a>`, []mark.Span{m(0, 3), m(3, 7)}},
	} {
		t.Run(c.name, func(t *testing.T) {
			canvas := mark.NewCanvas(c.spans)
			canvas.Plain(c.in, 0)
			if got := canvas.String(); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestMarkdownDrawsOverItsText(t *testing.T) {
	md := mark.New()
	span := func(a, b int) []mark.Span {
		return []mark.Span{{Start: a, End: b, Tag: "a", Href: "x", First: ` id="m"`}}
	}
	for _, c := range []struct {
		name, in, want string
		spans          []mark.Span
	}{
		{"in emphasis", "A *b c* d", "<p>A <em><a href=\"x\" id=\"m\">b c</a></em> d</p>\n", span(3, 6)},
		{"across emphasis", "A *b* c d", "<p>A <em><a href=\"x\" id=\"m\">b</a></em><a href=\"x\"> c</a> d</p>\n", span(3, 7)},
		{"across a line wrap", "Ana\nLuz went", "<p><a href=\"x\" id=\"m\">Ana\nLuz</a> went</p>\n", span(0, 7)},
		{"inside a link", "[Ana Luz](y)", "<p><a href=\"y\"><span id=\"m\">Ana</span> Luz</a></p>\n", span(1, 4)},
		{"an entity and an escape", `A&amp;B \* C`, "<p><a href=\"x\" id=\"m\">A&amp;B</a> * C</p>\n", span(0, 7)},
		{"HTML is text", "<b>x</b> {{.}}", "<p>&lt;b&gt;x&lt;/b&gt; {{.}}</p>\n", nil},
		{"a script's address is dropped", "[x](javascript:alert)", "<p>x</p>\n", nil},
		{"an author's mark", "[[a-b|the one]] and [[a-b]]", "<p>the one and a-b</p>\n", nil},
		{"a mark in a table", "|a|\n|-|\n|[[x\\|b c]]|", "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>b c</td>\n</tr>\n</tbody>\n</table>\n", nil},
		{"a broken mark", "[[a-b and", "<p>[[a-b and</p>\n", nil},
		{"a fence", ":::plain\n\nOne.\n\n:::\n\nTwo.", "<div class=\"plain\">\n<p>One.</p>\n</div>\n<p>Two.</p>\n", nil},
		{"a table has no style", "|a|\n|:-:|\n|b|", "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>b</td>\n</tr>\n</tbody>\n</table>\n", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			canvas := mark.NewCanvas(c.spans)
			src := []byte(c.in)
			for n := md.Parse(src).FirstChild(); n != nil; n = n.NextSibling() {
				md.Block(canvas, src, n)
			}
			if got := canvas.String(); got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}
