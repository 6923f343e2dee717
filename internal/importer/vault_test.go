package importer

import (
	"strings"
	"testing"

	"glossator/internal/source"
)

// A note of a note-taker's program: what is private stays private, and what only that
// program reads is text or nothing.
func TestNotesOfAVault(t *testing.T) {
	for _, c := range []struct{ name, in, want, left string }{
		{"a comment", "The vote was put off. %%ask Ana whether she lied%% It rained.", "The vote was put off.  It rained.", "ask Ana whether she lied"},
		{"a comment of several lines", "One.\n\n%%\nask Ana\n\nand Rey\n%%\n\nTwo.", "One.\n\n\nTwo.", "ask Ana and Rey"},
		{"a comment that ends in a line", "One %%two\nthree%% four.", "One \n four.", "two three"},
		{"a highlight", "It was ==put off== again, ==and *so*==.", "It was put off again, and *so*.", ""},
		{"a comment in a highlight", "It was ==put %%not%% off==.", "It was put  off.", "not"},
		{"an embedded file", "The chart: ![[chart.png]] and more.", "The chart:  and more.", ""},
		{"a link to a heading", "See [[Quay#Fees]] and [[Quay#Fees|the fees]] and [[#Here]].", "See [[Quay|Quay, Fees]] and [[Quay|the fees]] and Here.", ""},
		{"a callout", "> [!warning]- Fog\n> It stays.", "> Fog\n> It stays.", ""},
		{"a callout without a title", "> [!note]\n> It stays.", "> \n> It stays.", ""},
		{"the name of a block", "It stays. ^a1b2\n\nIt goes.", "It stays.\n\nIt goes.", ""},
		{"code", "`%%x%%` and ``a ` ==b== `` stay.\n\n```\n%%y%%\n==z==\n```\n\nEnd.", "`%%x%%` and ``a ` ==b== `` stay.\n\n```\n%%y%%\n==z==\n```\n\nEnd.", ""},
		{"escaped", "It grew by 5 \\%% and \\==x\\==.", "It grew by 5 \\%% and \\==x\\==.", ""},
		{"a rule and sums", "Head\n====\n\na == b, c ==d", "Head\n====\n\na == b, c ==d", ""},
		{"a footnote", "Text.[^1]\n\n[^1]: A note.", "Text.[^1]\n\n[^1]: A note.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := source.NewFile("a.md", "---\ntitle: x\n---\n"+c.in+"\n")
			text, left, problems := readVault(f, source.Span{Start: len("---\ntitle: x\n---\n"), End: len(f.Data)})
			if source.Stops(problems, false) {
				t.Fatal(problems)
			}
			same(t, strings.TrimSuffix(text, "\n"), c.want)
			same(t, strings.Join(left, ";"), c.left)
		})
	}
}

func TestANoteIsImported(t *testing.T) {
	a, problems := read(input{"o.md", []byte("---\ntitle: Quay vote\ndate: 2023-11-13\ntags: [x]\n---\n# Quay Vote\n\nThe vote was put off. %%ask Ana whether she lied%% ![[chart.png]] ==marked==\n")})
	if a == nil {
		t.Fatal(problems)
	}
	same(t, a.Body, "The vote was put off.   marked\n")
	same(t, strings.Join(a.Left, ";"), "ask Ana whether she lied;Quay Vote")
	var rules []string
	for _, p := range problems {
		rules = append(rules, p.Rule)
		if p.Rule == "picture" && (p.Pos.Line != 8 || p.Pos.Col != 52) {
			t.Error(p)
		}
	}
	same(t, strings.Join(rules, " "), "comment picture front-matter")
	a, problems = read(input{"o.md", []byte("One.\n\nTwo %%three\n\nfour.\n")})
	if a != nil || len(problems) != 1 || problems[0].Rule != "open-comment" || problems[0].Pos.Line != 3 || problems[0].Pos.Col != 5 {
		t.Error(a, problems)
	}
}

// Whatever a note holds, no word of a comment comes through, and without any of a
// note-taker's signs a text stays as it is.
func FuzzVault(f *testing.F) {
	for _, s := range []string{"a %%b%% c", "%%\nb\n%%", "==a %%b%%==", "`%%` %%b%%", "```\n%%b%%\n```", "![[a]] [[b#c]]", "> [!x] %%b%%\n", "a ^b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		file := source.NewFile("a.md", s)
		text, left, _ := readVault(file, source.Span{End: len(s)})
		if len(left) == 0 && !strings.ContainsAny(s, "%=[^\r") && text != "" && strings.TrimSuffix(text, "\n") != strings.TrimSuffix(s, "\n") {
			t.Errorf("%q is read as %q", s, text)
		}
	})
}
