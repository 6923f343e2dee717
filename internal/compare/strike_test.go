package compare

import (
	"strings"
	"testing"
)

func TestStrike(t *testing.T) {
	for _, c := range []struct{ said, retold, want string }{
		{"The quay stays closed until spring", "The pier stays shut until spring", "The [pier] stays [shut] until spring"},
		{"We must wait.", "we must wait", "we must wait"},
		{"You are equal - always", "you might be equal — always", "you [might be] equal — always"},
		{"perfect", "excellent", "[excellent]"},
		{"one two", "", ""},
		{"", "made up", "[made up]"},
		{"no boat may land", "boat may not land", "boat may [not] land"},
	} {
		var b strings.Builder
		for i, s := range Strike(c.said, c.retold) {
			if i > 0 {
				b.WriteByte(' ')
			}
			if s.Struck {
				s.Words = "[" + s.Words + "]"
			}
			b.WriteString(s.Words)
		}
		if b.String() != c.want {
			t.Errorf("%q to %q: %s, want %s", c.said, c.retold, b.String(), c.want)
		}
	}
	if long := strings.Repeat("word ", mostStruck+1); Strike(long, long) != nil {
		t.Error("what is too long is not compared")
	}
}
