package mark_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"glossator/internal/mark"
)

func TestPlainDrawsNestedAndCrossingSpans(t *testing.T) {
	link := mark.LinkTo("x")
	quote := mark.NewLook(mark.InLink, func(w mark.Way) *mark.Around {
		if w&mark.Again != 0 {
			return &mark.Around{Open: "<q>", Close: "</q>"}
		}
		return &mark.Around{Open: "<q id=\"\x00\">", Close: "</q>"}
	})
	m := func(a, b int) mark.Span { return mark.Span{Start: a, End: b, Look: link} }
	q := func(a, b int) mark.Span { return mark.Span{Start: a, End: b, Look: quote, Slot: "q"} }
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

func TestEscapeWritesAllThatHTMLGivesAMeaning(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	want := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")
	for range 5000 {
		var in, got strings.Builder
		for range r.IntN(20) {
			in.WriteByte("ab c'=;%#$!?\xe2\x80\x9c\x00&<>\""[r.IntN(20)])
		}
		if mark.Escape(&got, in.String()); got.String() != want.Replace(in.String()) {
			t.Fatalf("%q: %s", in.String(), got.String())
		}
	}
}
