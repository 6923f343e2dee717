package importer

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"glossator/internal/doc"
	"glossator/internal/mark"
	"glossator/internal/source"
)

// said is the words of Markdown as a reader of the site sees them.
func said(t *testing.T, markdown string) string {
	d, problems := doc.Parse(source.NewFile("a.md", "---\nrights: own\n---\n"+markdown+"\n"), nil, doc.Options{Markdown: mark.New()})
	if source.Stops(problems, false) {
		t.Errorf("%v in\n%s", problems, markdown)
	}
	return squeezed(d.Prose.Text)
}

func squeezed(s string) string { return strings.Join(strings.Fields(s), " ") }

func TestMarkdownSaysItsWords(t *testing.T) {
	for _, s := range []string{
		"plain", "# no heading", "1. no list", "12) no list", "- no list", "+ no list", "> no quotation", "=== no rule", "--- no rule", "| no | table", ":::unmarked", "    no code",
		"*a* _b_ `c` ~~d~~ ~e~", "snake_case and _c_", "[a](b) [[c]] [^d] [e]: f", "[sic]", "a [We] said", "![x](y)", "&amp; &lt;p&gt; & AT&T; &#65;", "<b>x</b> <a@b.cd> <https://x.yz> a < b <!-- c -->", `a\b \* \\ \`,
		"a*b*c", "**", "x\n# y\n1. z\n> w\n- v", "a !", "http://x.yz/a_b_c*d*", "Hi! [x]", "[x]: /y", "`` ` ``", "a]b[c", "[^1]: note", "\u00a0x\u00a0", "2024. A year",
		"<=@p>", "a <= b@c >", "<#x@y.zz>", "&amp ; &ampx; &0&amp; &#38; &#x26; &#38 ; &notin; &notit;",
	} {
		b := &piece{kind: para, runs: tidy([]run{{text: s}})}
		if strings.Contains(s, "\n") {
			b.runs = nil
			for i, l := range strings.Split(s, "\n") {
				if i > 0 {
					b.runs = append(b.runs, run{text: "\n"})
				}
				b.runs = append(b.runs, run{text: l})
			}
			b.runs = tidy(b.runs)
		}
		md := strings.Join(markdown([]*piece{b}), "\n")
		if got, want := said(t, md), squeezed(text(b.runs)); got != want {
			t.Errorf("%q as %q is read as %q", want, md, got)
		}
	}
}

// What a page may hold and no author writes is written so that it is read: fewer marks,
// all words.
func TestWhatPackageMarkDoesNotReadIsNotWritten(t *testing.T) {
	link := []run{{text: "a*b!", href: "https://x.yz/"}, {text: " c_d [e] "}}
	p := &piece{kind: para, runs: tidy(slices.Repeat(link, 1500))}
	for range 120 {
		p = &piece{kind: quote, kids: []*piece{{kind: list, items: [][]*piece{{p}, {{kind: para, runs: []run{{text: "f"}}}}}}}}
	}
	got := strings.Fields(said(t, strings.Join(markdown([]*piece{p}), "\n")))
	if want := 1500*3 + 120; len(got) != want || got[0] != "a*b!" || got[1] != "c_d" || got[2] != "[e]" {
		t.Errorf("%d words, %q …, where %d are due", len(got), got[:3], want)
	}
}

func TestEmphasisIsKeptWhereMarkdownCanTell(t *testing.T) {
	em := func(s string) run { return run{text: s, em: true} }
	strong := func(s string) run { return run{text: s, strong: true} }
	for _, c := range []struct {
		runs []run
		want string
	}{
		{[]run{{text: "a "}, em("b"), {text: " c"}}, "a *b* c"},
		{[]run{em("b "), {text: "c"}}, "*b* c"},
		{[]run{{text: "a"}, strong("“b”"), {text: "c"}}, "a“b”c"},
		{[]run{strong("“b”"), {text: " c"}}, "**“b”** c"},
		{[]run{em("a"), strong("b")}, "*a*b"},
		{[]run{{text: "See!"}, {text: "this", href: "https://x.yz/(a)"}}, `See\![this](https://x.yz/%28a%29)`},
		{[]run{{text: "a [b]", href: "https://x.yz/"}}, `[a \[b\]](https://x.yz/)`},
		{[]run{{text: "x", em: true, strong: true}}, "***x***"},
		{[]run{{text: "a*b", code: true}}, "`a*b`"},
	} {
		if got := inline(c.runs); got != c.want {
			t.Errorf("%v: got %s, want %s", c.runs, got, c.want)
		}
	}
}

// Any text in any styles is read from its Markdown as the words that it has.
func FuzzMarkup(f *testing.F) {
	for _, s := range []string{"a\x01b\x02c", "x*\x01y\x03z_", "[\x04a](\x01", "1\x01. a", "# \x01a", "\\\x01*", "a\nb\x01\n- c", "&\x01amp;", "!\x04a", "_a\x01_", "\\!\x04x", "\x04a\\[b", "\x04a\\]b", "\\\\!\x04x", "!!\x04x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.Map(func(r rune) rune {
			if r > 4 && r != '\n' && unicode.IsControl(r) || r == unicode.ReplacementChar || r == 0xAD {
				return -1
			}
			return r
		}, strings.ToValidUTF8(s, ""))
		var runs []run
		var style run
		for _, r := range s {
			switch {
			case r <= 4:
				style = [...]run{{}, {em: true}, {strong: true}, {code: true}, {href: "https://x.yz/"}}[r]
			case r == '\n':
				runs = append(runs, run{text: "\n"})
			default:
				x := style
				x.text = string(r)
				runs = append(runs, x)
			}
		}
		b := &piece{kind: para, runs: tidy(runs)}
		if len(b.runs) == 0 {
			return
		}
		md := strings.Join(markdown([]*piece{b}), "\n")
		if got, want := said(t, md), squeezed(text(b.runs)); got != want {
			t.Errorf("%q as %q is read as %q", want, md, got)
		}
	})
}
