package mark_test

import (
	"strings"
	"testing"

	"glossator/internal/mark"
)

func TestWhatNobodyWritesIsToldAndTheRestIsRead(t *testing.T) {
	rows := func(head, row string, n int) string {
		return head + "\n" + strings.Repeat("-|", strings.Count(head, "|")) + "\n" + strings.Repeat(row+"\n", n)
	}
	for _, c := range []struct {
		name, text, want string
		at               int
	}{
		{"emphasis that never closes", strings.Repeat("*a_ ", 1001), "more than 2,000 of the signs", 4000},
		{"brackets", "Words.\n\n" + strings.Repeat("[", 5000), "more than 2,000 of the signs", 4000},
		{"quotations", strings.Repeat("> ", 200) + "a", "100 deep", 0},
		{"lists", strings.Repeat("+ ", 200) + "a", "100 deep", 0},
		{"lists, one deep", "> " + strings.Repeat("+ ", 200) + "a\nb\n\n  c", "100 deep", 0},
		{"numbered lists", strings.Repeat("1. ", 200) + "a\n- b", "100 deep", 0},
		{"passages", strings.Repeat(":::unmarked\n", 200), "100 deep", 99 * len(":::unmarked\n")},
		{"a table of short rows", rows(strings.Repeat("a|", 100), "b|", 200), "lack more than 10,000 cells", 0},
		{"an address for a label", "[a] [a]\n\n[a]: https://x.yz/" + strings.Repeat("b", 2000), "the address of a label", 14},
		{"definitions", strings.Repeat("[a]: b\n", 950), "the definition of a label", 0},
		{"definitions in paragraphs", strings.Repeat("[a]: b\n\n", 5000), "", 0},
		{"a list of many links", strings.Repeat("- [a](b), *c*\n", 2000), "", 0},
		{"many paragraphs", strings.Repeat("*a* [b](c) `d`\n\n", 2000), "", 0},
		{"many paragraphs in a list", "- a\n\n" + strings.Repeat("  *a* [b](c) `d`\n\n", 2000), "", 0},
		{"a long table", rows("a|b|", "[c](d)|*e*|", 2000), "", 0},
		{"an address where it is used", "[a](https://x.yz/" + strings.Repeat("b", 5000) + ")", "", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, excesses := mark.New().Parse([]byte(c.text))
			got := ""
			if len(excesses) > 0 {
				got = excesses[0].Msg
			}
			switch {
			case len(excesses) > 1, c.want == "" && got != "", !strings.Contains(got, c.want):
				t.Errorf("it tells %+v", excesses)
			case c.want != "" && (excesses[0].Hint == "" || excesses[0].At < c.at || excesses[0].At > c.at+200):
				t.Errorf("it tells %+v, not at %d", excesses[0], c.at)
			}
		})
	}
}
