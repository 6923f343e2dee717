package source_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"glossator/internal/source"
)

func TestUnfitCharactersAreLeftOutAndTold(t *testing.T) {
	f, problems := source.Text("a.md", "one\x00 two\u202e\nfé\x01ur\x01\u009f five\n")
	if f.Data != "one two\nféur five\n" {
		t.Errorf("got %q", f.Data)
	}
	var told []string
	for _, p := range problems {
		told = append(told, p.Pos.String()+" "+strings.Fields(p.Msg)[2]+p.Msg[strings.Index(p.Msg, "hold it")+len("hold it"):])
		if p.Severity != source.Warning {
			t.Errorf("%s stops every publish", p)
		}
	}
	if got, want := strings.Join(told, ", "), "a.md:1:4 U+0000, a.md:2:3 U+0001; it stands here and 1 times more, a.md:2:7 U+009F, a.md:1:9 U+202E"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	for word, want := range map[string]source.Pos{"one": {Line: 1, Col: 1}, "two": {Line: 1, Col: 6}, "fé": {Line: 2, Col: 1}, "ur": {Line: 2, Col: 4}, "five": {Line: 2, Col: 9}} {
		if p := f.Pos(strings.Index(f.Data, word)); p.Line != want.Line || p.Col != want.Col {
			t.Errorf("%q stands at %s, not at %d:%d", word, p, want.Line, want.Col)
		}
	}
	count := f.CodePoints()
	if got := count.At(strings.Index(f.Data, "five")); got != 18 {
		t.Errorf("%d code points of the file stand before the last word, not 18", got)
	}
}

func TestWordsStayApart(t *testing.T) {
	for text, want := range map[string]string{
		"a\vb": "a b", "a \v b": "a  b", "a\u2028b": "a b", "a\n\fb": "a\nb", "a\x85b": "a\x85b", "a\u0085b": "a b", "\va\v": "a", "a\x07b": "ab",
		"a\u2029\u2029b": "a b", "\ufffea\U0001ffffb\ufdd0": "ab", "a\u200f\u200e\u200c\u200d\u061c\u2066b\u2069\u00ad\ufeff": "a\u200f\u200e\u200c\u200d\u061c\u2066b\u2069\u00ad\ufeff",
		"🏴\U000e0067\U000e007f\r\n\t": "🏴\U000e0067\U000e007f\r\n\t",
	} {
		if got := source.Fit(text); got != want && utf8.ValidString(text) {
			t.Errorf("%q: got %q", text, got)
		}
	}
}

func TestUnfitIsFoundWhereverItStands(t *testing.T) {
	for _, bad := range []string{"\x00", "\x1f", "\x7f", "\u0080", "\u009f", "\u2028", "\u202e", "\ufdd0", "\ufffe", "\uffff", "\U0010ffff"} {
		for n := range 20 {
			for _, around := range []string{"x", "é", "\n", "“", "語", "😀"} {
				text := strings.Repeat(around, n) + bad + strings.Repeat(around, 20-n)
				if f, problems := source.Text("a", text); len(problems) != 1 || strings.Contains(f.Data, bad) {
					t.Fatalf("%q: %v", text, problems)
				}
			}
		}
	}
}

func TestEveryUnfitCharacterIsFound(t *testing.T) {
	for r := rune(0); r <= utf8.MaxRune; r++ {
		if source.Unfit(r) && source.Fit(string(r)) != "" {
			t.Errorf("%U stays", r)
		}
	}
}

func TestUTF16IsRead(t *testing.T) {
	for _, data := range []string{"\xff\xfe-\x00\n\x00\xe9\x00", "\xfe\xff\x00-\x00\n\x00\xe9"} {
		if f, problems := source.Text("a.md", data); f.Data != "-\né" || len(problems) != 1 {
			t.Errorf("%q: %v", f.Data, problems)
		}
	}
}
