package doc_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"glossator/internal/doc"
	"glossator/internal/mark"
	"glossator/internal/source"
)

var md = mark.New()

func parse(path, text string) (*doc.Document, string) {
	d, ps := doc.Parse(source.NewFile(path, text), nil, doc.Options{Markdown: md})
	var lines []string
	for _, p := range source.SortProblems(ps) {
		lines = append(lines, p.String())
	}
	return d, strings.Join(lines, "\n")
}

func blocks(d *doc.Document) (out []string) {
	for _, b := range d.Prose.Blocks {
		out = append(out, d.Prose.Text[b.Span.Start:b.Span.End])
	}
	return out
}

func TestPlainTextParagraphs(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"a line each", "The first one speaks.\nThe second one too.\n", []string{"The first one speaks.", "The second one too."}},
		{"a headline first", "A ferry comes back\n\nThe ferry came back.\n", []string{"A ferry comes back", "The ferry came back."}},
		{"wrapped by hand", "A headline of the day\n\nThe ferry came back to the island after nine long weeks of\nrepairs. Nobody cheered.\n\nTwo.", []string{"A headline of the day", "The ferry came back to the island after nine long weeks of repairs. Nobody cheered.", "Two."}},
		{"Windows line ends and a BOM", "\uFEFFA headline\r\n\r\nThe ferry.\r\n", []string{"A headline", "The ferry."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, _ := parse("a.txt", c.in)
			if diff := cmp.Diff(c.want, blocks(d)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestProseMapsBackToTheSource(t *testing.T) {
	for _, c := range []struct{ name, path, in, find, want string }{
		{"emphasis", "a.md", "A *Jean* **Luc** came.", "Jean Luc", "Jean* **Luc"},
		{"entity", "a.md", "AT&amp;T came.", "AT&T", "AT&amp;T"},
		{"escape", "a.md", `One\*two three.`, "One*two", `One\*two`},
		{"wrap", "a.md", "Ana\nLuz came.", "Ana Luz", "Ana\nLuz"},
		{"link", "a.md", "[Ana](x.html) Luz came.", "Ana Luz", "Ana](x.html) Luz"},
		{"mark", "a.md", "So [[ana-luz|she]] came.", "she", "she"},
		{"wrap in plain text", "a.txt", "A headline\n\nA line of more than fifty letters that was wrapped by Ana\nLuz by hand.", "Ana Luz", "Ana\nLuz"},
		{"title in front matter", "a.md", "---\ntitle: Ana Luz came\n---\nText.", "Ana Luz", "Ana Luz"},
		{"web page", "a.html", "<html><head><title>T</title></head><body><nav>Ana Luz</nav><article><p>" + strings.Repeat("Some words, and more of them, to be read. ", 20) +
			"</p><p>Then <b>Ana</b>\n <i>L</i>u&#122; came, and everyone who was there saw it happen, they said.</p></article></body></html>", "Ana Luz came", "Ana</b>\n <i>L</i>u&#122; came"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, problems := parse(c.path, c.in)
			at := strings.Index(d.Prose.Text, c.find)
			if at < 0 {
				t.Fatalf("%q is not in the prose %q (%s)", c.find, d.Prose.Text, problems)
			}
			where, ok := d.Prose.Source(source.Span{Start: at, End: at + len(c.find)})
			if !ok || c.in[where.Start:where.End] != c.want {
				t.Errorf("got %v %q, want %q", ok, c.in[where.Start:where.End], c.want)
			}
		})
	}
}

func TestMarkdownNotesMarksAndNumbers(t *testing.T) {
	d, problems := parse("a.md", "## Who\n\nAna came.[^b]\n\n- one\n- [[-|two]]\n\n:::unmarked\nAna stayed.\n:::\n\nEnd.\n\n[^b]: What *nobody* said.\n")
	if problems != "" {
		t.Fatal(problems)
	}
	if diff := cmp.Diff([]string{"Who", "Ana came.", "one", "two", "End.", "What nobody said."}, blocks(d)); diff != "" {
		t.Error(diff)
	}
	if len(d.Marks) != 1 || d.Marks[0].Entry != "" || len(d.Notes) != 1 || d.Notes[0].After != 1 {
		t.Errorf("marks %v notes %v", d.Marks, d.Notes)
	}
	html := d.Draw(doc.Drawing{
		RefHTML: func(l string) string { return "<sup>" + l + "</sup>" },
		After:   func(b *strings.Builder, from, to int) { fmt.Fprintf(b, "<!-- %d%d -->\n", from, to) },
	})
	want := "<h2 id=\"who\">Who</h2>\n<!-- 10 -->\n<p id=\"p1\">Ana came.<sup>b</sup></p>\n<!-- 11 -->\n<ul>\n<li id=\"p2\">one</li>\n<li id=\"p3\">two</li>\n</ul>\n<!-- 23 -->\n" +
		"<div class=\"unmarked\">\n<p>Ana stayed.</p>\n</div>\n<!-- 43 -->\n<p id=\"p4\">End.</p>\n<!-- 44 -->\n"
	if diff := cmp.Diff(want, html); diff != "" {
		t.Error(diff)
	}
	if note, rest := d.DrawNote(d.Notes[0], doc.Drawing{}); note != "What <em>nobody</em> said." || rest != "" {
		t.Error(note)
	}
}

func TestMistakesInMarkdownAreLocated(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"One.\n\nTwo [[ana", "a.md:3:5: [[ is not closed by ]] on the same line [broken-mark]\n\thint: write [[entry-id]], [[entry-id|words]] or [[-|words]]"},
		{"A [x](javascript:y).", "a.md:1:3: warning: address \"javascript:y\" is left out [dangerous-address]\n\thint: link to a web page"},
		{"---\nrights: mine\n---\nA.", "a.md:2:9: \"mine\" of \"rights\" is none of the words it may be [bad-value]\n\thint: there is licensed, own, private, public-domain"},
		{"---\ntitle: x\n", "a.md:1:1: front matter is opened by --- and never closed [front-matter]\n\thint: put a line --- after the last field"},
		{"", "a.md:1:1: warning: the article has no text [empty-article]\n\thint: write it, or remove the file"},
	} {
		if _, got := parse("a.md", c.in); !strings.HasPrefix(got, c.want) {
			t.Errorf("%q:\ngot  %s\nwant %s", c.in, got, c.want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("a.md", "---\ntitle: T\n---\nA *b* [[c|d]] &amp; [^x]\n\n[^x]: y\n")
	f.Add("a.txt", "HEAD\n\nOne.\r\n\xff")
	f.Add("a.html", "<article><p>One &lt; two</p></article>")
	f.Fuzz(func(t *testing.T, path, text string) {
		if !strings.HasSuffix(path, ".md") && !strings.HasSuffix(path, ".txt") && !strings.HasSuffix(path, ".html") {
			t.Skip()
		}
		d, _ := parse(path, strings.ToValidUTF8(text, "?"))
		for i, b := range d.Prose.Blocks {
			if b.Span.Start >= b.Span.End || b.Span.End > len(d.Prose.Text) || i > 0 && b.Span.Start < d.Prose.Blocks[i-1].Span.End {
				t.Fatalf("block %d is %v", i, b.Span)
			}
			if s, ok := d.Prose.Source(b.Span); ok && (s.Start > s.End || s.End > len(d.File.Data)) {
				t.Fatalf("source %v of %d bytes", s, len(d.File.Data))
			}
		}
		d.Draw(doc.Drawing{})
	})
}

func TestDrawsOverMarkdown(t *testing.T) {
	for _, c := range []struct{ name, in, over, want string }{
		{"in emphasis", "A *b c* d", "b c", "<p id=\"p1\">A <em><a href=\"x\" id=\"m\">b c</a></em> d</p>\n"},
		{"across emphasis", "A *b* c d", "b c", "<p id=\"p1\">A <em><a href=\"x\" id=\"m\">b</a></em><a href=\"x\"> c</a> d</p>\n"},
		{"across a line wrap", "Ana\nLuz went", "Ana Luz", "<p id=\"p1\"><a href=\"x\" id=\"m\">Ana\nLuz</a> went</p>\n"},
		{"across a hard break", "Ana  \nLuz went", "Ana Luz", "<p id=\"p1\"><a href=\"x\" id=\"m\">Ana</a><br />\n<a href=\"x\">Luz</a> went</p>\n"},
		{"inside a link", "[Ana Luz](y)", "Ana", "<p id=\"p1\"><a href=\"y\"><span id=\"m\">Ana</span> Luz</a></p>\n"},
		{"an entity and an escape", `A&amp;B \* C`, "A&B", "<p id=\"p1\"><a href=\"x\" id=\"m\">A&amp;B</a> * C</p>\n"},
		{"HTML is text", "<b>x</b> {{.}}", "", "<p id=\"p1\">&lt;b&gt;x&lt;/b&gt; {{.}}</p>\n"},
		{"a script's address is dropped", "[x](javascript:alert)", "", "<p id=\"p1\">x</p>\n"},
		{"an author's mark", "[[a-b|the one]] and [[a-b]]", "the one", "<p id=\"p1\"><a href=\"x\" id=\"m\">the one</a> and a-b</p>\n"},
		{"a broken mark", "[[a-b and", "", "<p id=\"p1\">[[a-b and</p>\n"},
		{"a mark in a table", "|a|\n|-|\n|[[x\\|b c]]|", "b c", "<table>\n<thead>\n<tr>\n<th id=\"p1\">a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td id=\"p2\"><a href=\"x\" id=\"m\">b c</a></td>\n</tr>\n</tbody>\n</table>\n"},
		{"code and a fence", "`a<b`\n\n```\n<c>\n```\n\n:::plain\n*d* &amp; e\n:::\n", "", "<p id=\"p1\"><code>a&lt;b</code></p>\n<pre><code>&lt;c&gt;\n</code></pre>\n<div class=\"plain\">\n<p><em>d</em> &amp; e</p>\n</div>\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, _ := parse("a.md", c.in)
			var spans []mark.Span
			look := mark.NewLook(mark.InLink, func(w mark.Way) *mark.Around {
				open, end := `<a href="x"`, "</a>"
				if w&mark.InLink != 0 {
					open, end = "<span", "</span>"
				}
				if w&mark.Again == 0 {
					open += ` id="m"`
				}
				return &mark.Around{Open: open + ">", Close: end}
			})
			if at := strings.Index(d.Prose.Text, c.over); c.over != "" {
				spans = []mark.Span{{Start: at, End: at + len(c.over), Look: look}}
			}
			if diff := cmp.Diff(c.want, d.Draw(doc.Drawing{Spans: spans})); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestATitleIsMadeOfTheFirstSentence(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"The ferry came back to the island on Monday. Nobody cheered.\nTwo.", "The ferry came back to the island on Monday"},
		{"SAN TELMO (Wire) — The ferry came back to the island on Monday.\nTwo.", "The ferry came back to the island on Monday"},
		{"Rain — and more of it — fell on the island.\nTwo.", "Rain — and more of it — fell on the island"},
		{"The ferry came back to the island on Monday with a new hull and an old crew that had waited for nine weeks in the yards.\nTwo.",
			"The ferry came back to the island on Monday with a new hull and an old crew that had …"},
	} {
		d, _ := parse("a.txt", c.in)
		if md, _ := parse("a.md", strings.ReplaceAll(c.in, "\n", "\n\n")); md.Meta.Title != c.want {
			t.Errorf("in Markdown: got %q, want %q", md.Meta.Title, c.want)
		}
		if d.Meta.Title != c.want || d.Prose.Blocks[0].Kind != doc.Paragraph {
			t.Errorf("got %q, want %q, and no block of its own", d.Meta.Title, c.want)
		}
	}
}

// TestTheZeroOptionsWork reads what needs goldmark's tree without a parser at hand.
func TestTheZeroOptionsWork(t *testing.T) {
	d, problems := doc.Parse(source.NewFile("a.md", "- a list\n"), nil, doc.Options{})
	if d.Prose.Text != "a list" || len(problems) > 0 {
		t.Errorf("got %q, %v", d.Prose.Text, problems)
	}
	if d, _ := doc.Body(source.NewFile("a.md", "1. one\n"), "a", source.Span{End: 7}, nil); d.Prose.Text != "one" {
		t.Errorf("got %q", d.Prose.Text)
	}
}
