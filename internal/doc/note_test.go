package doc_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"glossator/internal/doc"
)

// TestNotesAreReadAsOnGitHub says which notes a text has: each with the paragraph that it
// stands behind and its words, in the order in which a reader meets them.
func TestNotesAreReadAsOnGitHub(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"on lines that follow each other", "A[^1] b[^2] c[^3].\n\n[^1]: low\n[^2]: high\n[^3]: none\n", []string{"1 low", "1 high", "1 none"}},
		{"right behind their paragraph", "A[^1] b.\n[^1]: low\n\nC[^2].\n[^2]: high\n", []string{"1 low", "2 high"}},
		{"words that go on unindented", "A[^1] b[^2].\n\n[^1]: low\nand lower\n  still\n[^2]: high\n", []string{"1 low and lower still", "1 high"}},
		{"paragraphs below, indented", "A[^1] b.\n\n[^1]: low\n\n    And *lower*.\n\n    - a\n    - b\n\nC.\n", []string{"1 low And lower. a b"}},
		{"words that begin below", "A[^1].\n\n[^1]:\n    low\n", []string{"1 low"}},
		{"blank lines between", "A[^1] b[^2].\n\n[^1]: low\n\n\n[^2]: high\n", []string{"1 low", "1 high"}},
		{"many spaces and a tab", "A[^1] b[^2].\n\n[^1]:      low\n[^2]:\thigh\n", []string{"1 low", "1 high"}},
		{"in a quotation", "A[^1] b[^2].\n\n> [^1]: low\n> [^2]: high\n>\n> Said.\n", []string{"1 low", "1 high"}},
		{"in a list", "- A[^1]\n- b[^2]\n\n  [^1]: low\n  [^2]: high\n", []string{"1 low", "2 high"}},
		{"in another note", "A[^1] b[^2].\n\n[^1]: low\n    [^2]: high\n", []string{"1 low", "1 high"}},
		{"before the text", "[^1]: low\n[^2]: high\n\nA[^1].\n\nB[^2].\n", []string{"1 low", "2 high"}},
		{"in the order of the references", "A[^z] b[^a].\n\n[^a]: first defined\n[^z]: first met\n", []string{"1 first met", "1 first defined"}},
		{"referred to by a note alone", "A.\n\nB[^1].\n\n[^2]: deep\n[^1]: low[^2]\n", []string{"2 low", "2 deep"}},
		{"labels in small and capital letters", "A[^Quay].\n\n[^quay]: low\n", []string{"1 low"}},
		{"referred to by a heading", "A.\n\n# B[^1]\n\nC.\n\n[^1]: low\n", []string{"2 low"}},
		{"referred to by a last heading", "A.\n\n# B[^1]\n\n[^1]: low\n", []string{"1 low"}},
		{"referred to where nothing is marked", "A.\n\n:::unmarked\nB[^1].\n:::\n\n[^1]: low\n", []string{"1 low"}},
		{"a heading alone refers", "# B[^1]\n\n[^1]: low\n", []string{"0 low"}},
		{"in a table", "|a[^1]|b|\n|-|-|\n|c|d[^2]|\n\n[^1]: low\n[^2]: high\n", []string{"1 low", "4 high"}},
		{"a picture alone", "A[^1].\n\n[^1]: ![x](y.png)\n", []string{"1 -"}},
		{"code is no reference", "A `[^1]` b.\n\n```\n[^1]: low\n```\n", nil},
		{"a list ends it", "A[^1].\n\n[^1]: low\n- item\n", []string{"1 low"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, problems := parse("a.md", c.in)
			var got []string
			for _, n := range d.Notes {
				words := "-"
				if n.Block >= 0 {
					s := d.Prose.Blocks[n.Block].Span
					words = d.Prose.Text[s.Start:s.End]
				}
				got = append(got, fmt.Sprint(n.After, " ", words))
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
			if strings.Contains(problems, "note") {
				t.Error(problems)
			}
		})
	}
}

func TestNotesAreDrawnWhole(t *testing.T) {
	d, _ := parse("a.md", "A[^1] b[^2] c[^3].\n\n[^1]: low *and*\n    lower\n\n    Then:\n\n    1. a\n[^2]: > said\n[^3]: plain\n")
	var got [][2]string
	for _, n := range d.Notes {
		first, rest := d.DrawNote(n, doc.Drawing{})
		got = append(got, [2]string{first, rest})
	}
	want := [][2]string{
		{"low <em>and</em>\nlower", "<p>Then:</p>\n<ol>\n<li>a</li>\n</ol>"},
		{"", "<blockquote>\n<p>said</p>\n</blockquote>"},
		{"plain", ""},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestMistakesWithNotesAreTold(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"A[^gone] b.\n", "a.md:1:2: warning: there is no note \"gone\" [unknown-note]\n\thint: write it on a line of its own: [^gone]: the note"},
		{"A[^quai] b[^quay].\n\n[^quay]: low\n", "a.md:1:2: warning: there is no note \"quai\" [unknown-note]\n\thint: did you mean \"quay\"?"},
		{"A[^1].\n\n[^1]: low[^2]\n", "a.md:3:10: warning: there is no note \"2\" [unknown-note]"},
		{"A[^1].\n\n[^1]: low\n[^2]: high\n", "a.md:4:1: warning: nothing refers to the note \"2\", so it is not shown [unused-note]\n\thint: write [^2] where it belongs, or take it out"},
		{"A[^1].\n\n[^1]: low\n[^1]: high\n", "a.md:4:1: warning: note \"1\" stands twice [duplicate]"},
		{"A[^a].\n\n[^a]: low\n[^A]: high\n", "a.md:4:1: warning: note \"A\" stands twice [duplicate]"},
		{"A[^1].\n\n[^1]:\n", "a.md:3:1: warning: note \"1\" has no words [empty-note]"},
		{"> A\n> b[^x].\n", "a.md:2:4: warning: there is no note \"x\""},
		{"|a[^x]|\n|-|\n", "a.md:1:3: warning: there is no note \"x\""},
		{"# A[^x]\n\nB.\n", "a.md:1:4: warning: there is no note \"x\""},
		{"A `[^x]` b.\n\n    [^y]\n", ""},
	} {
		if _, got := parse("a.md", c.in); !strings.HasPrefix(got, c.want) || c.want == "" && got != "" {
			t.Errorf("%q:\ngot  %s\nwant %s", c.in, got, c.want)
		}
	}
}
