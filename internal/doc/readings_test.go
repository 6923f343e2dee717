package doc_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"glossator/internal/doc"
	"glossator/internal/source"
)

const harborText = "The harbor\n\nBy Ana Luz\n\nADVERTISEMENT\n\nMayor Rosa Pardo said the bill is late. The bill “can’t work,” she said.\n\nTwo and a half million people came since the attacks.\n\nRead more: The other quay\n"

const harborMarkdown = "---\ntitle: The harbor\n---\n# Head\n\nMayor *Rosa* Pardo said the bill is late. The bill “can’t work,” [[luz|she]] said.[^n]\n\n- one item here\n- Read our other stories\n\n[^n]: A note of some words.\n\n> Quoted since the attacks.\n"

const harborPage = "<html><head><meta charset=utf-8><title>The harbor</title></head><body><nav><a>Home</a><a>News</a></nav><article><h1>The harbor</h1>" +
	"<p>Mayor <b>Rosa</b> Pardo said that the bill, which was long awaited by many, is late once more, and nobody knows why.</p>" +
	"<p>The bill “can’t work,” she said, in a hall that was full of people who had come from all parts of the town, and they agreed.</p>" +
	"<p>Two and a half million people came since the attacks, says the port, which counts them one by one, every day of the year.</p></article><footer><p>Write to the editor of this page.</p></footer></body></html>"

// decided reads a text with rows and shows what became of them.
func decided(t *testing.T, name, text, rows string) (got string, d *doc.Document) {
	t.Helper()
	d, problems := doc.Parse(source.NewFile(name, text), nil, doc.Options{Readings: source.NewFile("r.yaml", rows)})
	var b strings.Builder
	for _, m := range d.Marks {
		fmt.Fprintf(&b, "link %q to %q row %v\n", d.Prose.Text[m.Span.Start:m.Span.End], m.Entry, m.Row)
	}
	for _, r := range d.Readings {
		fmt.Fprintf(&b, "%q is %d: %q %q %q %g %q %v\n", d.Prose.Text[r.Span.Start:r.Span.End], r.Kind, r.Entry, r.Name, r.Day, r.Value, r.Unit, r.None)
	}
	for _, c := range d.Cleaned {
		fmt.Fprintf(&b, "cleaned %q %s\n", d.File.Data[c.Span.Start:c.Span.End], c.Rule)
	}
	for _, p := range problems {
		b.WriteString(p.String() + "\n")
	}
	return b.String(), d
}

func TestRowsArePlaced(t *testing.T) {
	for _, c := range []struct{ name, file, text, rows, want string }{
		{"a text", "a.txt", harborText, `
- {p: 4, words: can't work, speaker: rosa-pardo}
- {p: 4, words: the bill, link: harbor-bill}
- {p: 4, words: Rosa Pardo, link: none}
- {p: 5, words: Two and a half million, value: 2_500_000, unit: people}
- {p: 5, words: the attacks, date: 2001-09}
- {p: 3, words: ADVERTISEMENT, keep: in}
- {p: 5, words: Two and a, keep: out}
`, `link "Rosa Pardo" to "" row true
link "the bill" to "harbor-bill" row true
"can’t work" is 0: "rosa-pardo" "" "" 0 "" false
cleaned "By Ana Luz" byline
cleaned "Two and a half million people came since the attacks." editor
cleaned "Read more: The other quay" other story
r.yaml:5:17: warning: block 5 is left out of the article, so nothing in it is read [reading]
	hint: keep it with a row - {p: 5, words: …, keep: in}, or take this one out
r.yaml:6:17: warning: block 5 is left out of the article, so nothing in it is read [reading]
	hint: keep it with a row - {p: 5, words: …, keep: in}, or take this one out
`},
		{"Markdown", "a.md", harborMarkdown, `
- {p: 0, words: The harbor, link: none}
- {p: 2, words: "“can’t", speaker: nobody}
- {p: 2, words: she, link: rosa-pardo}
- {p: 2, words: bill, n: 2, link: b}
- {p: 4, words: Read our other, keep: out}
- {p: 5, words: some words, speaker_name: A sailor}
- {p: 6, words: the attacks, date: none}
`, `link "The harbor" to "" row true
link "bill" to "b" row true
link "she" to "luz" row false
"can’t" is 0: "" "" "" 0 "" false
"some words" is 0: "" "A sailor" "" 0 "" false
"the attacks" is 2: "" "" "" 0 "" true
cleaned "Read our other stories" editor
r.yaml:4:17: warning: "she": the text marks these words itself, in line 6, and that is followed [reading]
	hint: keep one of the two
`},
		{"a page", "a.html", harborPage, `
- {p: 5, words: can’t work, speaker: rosa-pardo}
- {p: 4, words: Mayor Rosa Pardo, keep: out}
- {p: 7, words: two and a half million, value: none}
- {p: 7, words: Write to the editor, keep: in}
`, `"can’t work" is 0: "rosa-pardo" "" "" 0 "" false
cleaned "Mayor <b>Rosa</b> Pardo said that the bill, which was long awaited by many, is late once more, and nobody knows why." editor
r.yaml:4:17: warning: "two and a half million" does not stand in block 7 [reading]
	hint: the nearest are “Two and a half million”, in block p: 6
`},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, d := decided(t, c.file, c.text, c.rows)
			if d := cmp.Diff(c.want, got); d != "" {
				t.Error(d)
			}
			for _, b := range d.Prose.Blocks {
				t.Logf("p %d: %s", b.P, d.Prose.Text[b.Span.Start:b.Span.End])
			}
		})
	}
}

func TestRowsAreStrict(t *testing.T) {
	for _, c := range []struct{ row, want string }{
		{"p: x, words: the bill, link: b", `p "x" is no number`},
		{"p: 4, words: the bill", "a row that decides nothing"},
		{"p: 4, words: the bill, link: b, date: none", "a row that decides two things, link and date"},
		{"p: 4, words: the bill, unit: people, link: b", "a unit without a value"},
		{"p: 4, words: the bill, value: many", `value "many" is not a number`},
		{"p: 4, words: the bill, value: .nan", `value ".nan" is not a number`},
		{"p: 4, words: the bill, date: May", `date "May" is not a day`},
		{"p: 4, words: the bill, keep: yes", `keep "yes"`},
		{"p: 4, words: the bill, n: -1, link: b", "n -1"},
		{"p: 4, words: bill, n: 3, link: b", `warning: "bill" does not stand 3 times in block 4, but 2`},
		{"p: 4, words: bill, link: b", `warning: "bill" stands 2 times in block 4: the first is taken`},
		{"p: 44, words: bill, link: b", "warning: the text has 6 blocks, not 44 [reading]\n\thint: they stand in block p: 4"},
		{"p: 4, words: the bil, link: b", `warning: "the bil" does not stand in block 4`},
		{"p: 4, words: Mayor, keep: out", `warning: "Mayor" is too little to know block 4 by`},
		{"p: 4, words: Mayor Rosa Pardo, keep: in", "warning: block 4 is part of the article already"},
		{"p: 2, words: Ana Luz, link: b", "warning: block 2 is left out of the article"},
		{"p: 4, words: a b c d e f g h i j k l m, link: b", "13 words"},
		{"words: the bill, link: b", `"p" is missing in an item`},
		{"p: 4, words: the bill, lnk: b", `unknown field "lnk"`},
	} {
		if got, _ := decided(t, "a.txt", harborText, "- {"+c.row+"}\n"); !strings.Contains(got, c.want) {
			t.Errorf("%s: got\n%s\nwant %s", c.row, got, c.want)
		}
	}
	twice := "- {p: 4, words: is late, link: b}\n- {p: 4, words: late, link: c}\n"
	if got, _ := decided(t, "a.txt", harborText, twice); !strings.Contains(got, `r.yaml:2:17: warning: "late": the row at line 1 decides of these words already`) {
		t.Error(got)
	}
	many := strings.Repeat("- {p: 4, words: is late, link: b}\n", 1001)
	if got, _ := decided(t, "a.txt", harborText, many); !strings.Contains(got, "r.yaml:1001:1: more than 1000 readings of one text") && !strings.Contains(got, "r.yaml:1001:4: more than") {
		t.Error(got[len(got)-200:])
	}
}

// TestASpeakerIsTold holds the mark of a speaker, and that taking it away gives the prose
// back.
func TestASpeakerIsTold(t *testing.T) {
	for _, c := range []struct{ text, prose, want string }{
		{"So [“It *cannot* work.”]{speaker: rosa-pardo} Yes.", "So “It cannot work.” Yes.", "“It cannot work.” rosa-pardo"},
		{"[\"No\"]{speaker=\"ana\"} and ['Yes']{speaker: nobody}", "\"No\" and 'Yes'", "No ana; Yes "},
		{"[“It [[-|is]] so,\nand [so](https://x.org)”]{ speaker : ana }", "“It is so, and so”", "It is so, and so ana"},
		{"[“A link”](https://x.org) is none.", "“A link” is none.", ""},
		{"[“A] b”]{speaker: ana}", "[“A] b”]{speaker: ana}", ""},
		{"[“A `]{speaker: ana}` b", "[“A ]{speaker: ana} b", ""},
		{"[“A”]{color: ana} [b]{speaker: c}", "[“A”]{color: ana} [b]{speaker: c}", ""},
		{"> [“A\n> b”]{speaker: ana}", "“A b”", "A b ana"},
		{"[“A [“b”]{speaker: c} d”]{speaker: e}", "“A [“b”]{speaker: c} d”", "A [“b”]{speaker: c} d e"},
	} {
		d, problems := doc.Parse(source.NewFile("a.md", "---\ntitle: T\n---\n"+c.text+"\n"), nil, doc.Options{})
		var got []string
		for _, r := range d.Readings {
			got = append(got, d.Prose.Text[r.Span.Start:r.Span.End]+" "+r.Entry)
		}
		prose := strings.TrimPrefix(d.Prose.Text, "T\n\n")
		if all := strings.Join(got, "; "); prose != c.prose || strings.ReplaceAll(strings.ReplaceAll(all, "“", ""), "”", "") != strings.ReplaceAll(strings.ReplaceAll(c.want, "“", ""), "”", "") || len(problems) > 0 {
			t.Errorf("%q is %q with %q, want %q with %q (%v)", c.text, prose, all, c.prose, c.want, problems)
		}
	}
}

func TestBlocksAreNumberedAsTheyStand(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a.txt", harborText, "1 The harbor; 2 By Ana Luz out; 3 ADVERTISEMENT out; 4 Mayor Rosa Pardo said the bill is late.; 5 Two and a half million people came since; 6 Read more: The other quay out"},
		{"a.md", harborMarkdown, "0 The harbor; 1 Head; 2 Mayor Rosa Pardo said the bill is late.; 3 one item here; 4 Read our other stories; 5 A note of some words.; 6 Quoted since the attacks."},
		{"a.html", harborPage, "1 The harbor out; 2 HomeNews out; 3 The harbor out; 4 Mayor Rosa Pardo said that the bill, which; 5 The bill “can’t work,” she said, in a; 6 Two and a half million people came since; 7 Write to the editor of this page. out"},
	} {
		_, d := decided(t, c.name, c.text, "")
		var got []string
		for _, b := range d.Numbers(source.Span{End: len(c.text)}) {
			line := fmt.Sprintf("%d %s", b.P, b.Words)
			if b.Out {
				line += " out"
			}
			got = append(got, line)
		}
		if d := cmp.Diff(c.want, strings.Join(got, "; ")); d != "" {
			t.Errorf("%s: %s", c.name, d)
		}
	}
}
