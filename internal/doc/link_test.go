package doc_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"glossator/internal/doc"
)

var headingIDs = regexp.MustCompile(`<h\d id="([^"]*)"`)

func TestHeadingsHaveTheIDsThatGitHubGivesThem(t *testing.T) {
	for _, c := range []struct {
		in   string
		want string // the ids, one space between them
	}{
		{"# The night ferry\n\nA.\n\n## What's *new*, what `isn't`?\n\nB.", "the-night-ferry whats-new-what-isnt"},
		{"# A\n\n# A\n\n# A 1\n\n# a", "a a-1 a-1-1 a-2"},
		{"# Öl & Ñandú — 100 %\n\n# 中文 标题\n\n# snake_case", "öl--ñandú--100- 中文-标题 snake_case"},
		{"# ???\n\n# …", "section section-1"},
		{"Two\nlines\n===\n\nA\n\nB\n---", "two-lines b"},
		{"> # In a quotation\n\n- # In a list\n\n:::unmarked\n# Un*marked*\n:::", "in-a-quotation in-a-list unmarked"},
		{"# A [link](https://example.org) and [[x|a mark]]\n\n# A[^1]\n\n[^1]: low", "a-link-and-a-mark a"},
		{"# P3\n\n# N1\n\n# Note quay\n\n# Main\n\n# Evidence\n\n# Evidence", "h-p3 h-n1 h-note-quay h-main h-evidence h-evidence-1"},
		{"# H p3\n\n# P3", "h-p3 h-p3-1"},
	} {
		d, _ := parse("a.md", c.in)
		var got []string
		for _, m := range headingIDs.FindAllStringSubmatch(d.Draw(doc.Drawing{}), -1) {
			got = append(got, m[1])
			if !d.Anchor(m[1]) {
				t.Errorf("%q: %q is not told", c.in, m[1])
			}
		}
		if diff := cmp.Diff(strings.Fields(c.want), got); diff != "" {
			t.Errorf("%q: %s", c.in, diff)
		}
	}
}

func TestLinksToTheSiteAreFoundWhereTheyStand(t *testing.T) {
	in := "# [a](a.html)\n\nSo [b *c*](../b.html \"B\") and\n![d](d.png) é [e](#e).[^1] <https://x.org> [f][r] [g][] [![h](h.png)](i.html)\n\n" +
		"- [j](j%20k.html?l#m)\n\n|[n](n.html)|\n|-|\n\n> [o](/o)\n\n:::unmarked\n[p](p.html)\n:::\n\n" +
		"[mail](mailto:a@b.c) [tel](tel:1) [q](//r.org) [s]() `[t](t.html)` \\[u](u.html)\n\n[^1]: [v](v.html)\n\n[r]: r.html\n[g]: <g h.html>\n"
	d, problems := parse("a.md", in)
	var got []string
	for _, l := range d.Links {
		pos := d.File.Pos(l.At)
		got = append(got, fmt.Sprint(pos.Line, ":", pos.Col, " ", l.To))
		if l.Image != (d.File.Data[l.At] == '!') {
			t.Errorf("%v begins with %q", l, d.File.Data[l.At])
		}
	}
	want := []string{"1:3 a.html", "3:4 ../b.html", "4:1 d.png", "4:15 #e", "4:44 r.html", "4:51 g%20h.html", "4:57 i.html", "4:58 h.png", "6:3 j%20k.html?l#m",
		"8:2 n.html", "11:3 /o", "14:1 p.html", "17:48 ", "19:7 v.html"}
	if diff := cmp.Diff(want, got); diff != "" || problems != "" {
		t.Error(diff, problems)
	}
}

func TestAddressesThatMayNotBeLinkedAreLeftOut(t *testing.T) {
	for _, in := range []string{"javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x", "data:image/png;base64,x", "vbscript:x", "file:///etc/hosts", "blob:x", "&#106;avascript:x", "java\\script:x", "about:blank"} {
		for _, form := range []string{"[w](<%s>)", "![w](<%s>)", "[w][r]\n\n[r]: <%s>"} {
			d, problems := parse("a.md", fmt.Sprintf(form, in))
			html := d.Draw(doc.Drawing{})
			if in == "java\\script:x" { // no scheme has such a sign
				continue
			}
			if html != "<p id=\"p1\">w</p>\n" || !strings.HasPrefix(problems, "a.md:1:1: warning: address ") {
				t.Errorf(form+": %s\n%s", in, html, problems)
			}
		}
	}
	d, problems := parse("a.md", "<javascript:alert(1)> <https://x.org/a?b&c> <a@b.org>")
	if html := d.Draw(doc.Drawing{}); html != "<p id=\"p1\">javascript:alert(1) <a href=\"https://x.org/a?b&amp;c\">https://x.org/a?b&amp;c</a> <a href=\"mailto:a@b.org\">a@b.org</a></p>\n" ||
		!strings.HasPrefix(problems, "a.md:1:1: warning: address \"javascript:alert(1)\" is left out") {
		t.Error(html, problems)
	}
}

func TestReferencesThatNothingDefinesAreTold(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"[a][nowhere]", "a.md:1:1: warning: nothing says where \"[a][nowhere]\" leads: there is no [nowhere]: [unknown-link]\n\thint: write [nowhere]: and the address on a line of its own, or \\[ where no link is meant"},
		{"So [*a* b][wher] [c][where]\n\n[where]: https://x.org", "a.md:1:4: warning: nothing says where \"[*a* b][wher]\" leads: there is no [wher]: [unknown-link]\n\thint: did you mean \"where\"?"},
		{"a ![b][c] d", "a.md:1:4: warning: nothing says where \"[b][c]\" leads"},
		{"[a][]", "a.md:1:1: warning: nothing says where \"[a][]\" leads: there is no [a]:"},
		{"a [sic] b, said. [1][2] [x] [y] \\[z][w] `[a][b]` [c](https://x.org)[sic]", ""},
		{"a][b] [[x|y]][z", ""},
	} {
		if _, got := parse("a.md", c.in); !strings.HasPrefix(got, c.want) || c.want == "" && got != "" {
			t.Errorf("%q:\ngot  %s\nwant %s", c.in, got, c.want)
		}
	}
}

// TestAPicturesWordsAreNoProse: they are drawn as an attribute, where nothing can be linked.
func TestAPicturesWordsAreNoProse(t *testing.T) {
	d, _ := parse("a.md", "So ![Ana *Ruiz* [^1]](a.png) came.\n\n![alone](b.png)\n")
	if diff := cmp.Diff([]string{"So  came."}, blocks(d)); diff != "" {
		t.Error(diff)
	}
}
