package token

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
)

// TestEightIsByteByByte holds the sums over eight bytes to a look at each: all bytes, in
// all places, and texts that end before the eighth.
func TestEightIsByteByByte(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for n := range 200_000 {
		text := make([]byte, 1+r.IntN(12))
		for i := range text {
			if text[i] = "azAZ09mM5"[r.IntN(9)]; r.IntN(6) == 0 {
				text[i] = byte(n + i)
			}
		}
		at, want := r.IntN(len(text)), ""
		for i := at; i < min(at+8, len(text)) && kinds[text[i]] >= lower && kinds[text[i]] <= digit; i++ {
			want += string(text[i])
		}
		raw, folded, got := Eight(string(text), at)
		if got != len(want) || raw != eight(want) || folded != eight(strings.ToLower(want)) {
			t.Fatalf("%q from %d: %d letters, want %q", text, at, got, want)
		}
	}
}

// TestHashesTellWordsApart joins and cuts words at the eighth byte.
func TestHashesTellWordsApart(t *testing.T) {
	seen := map[uint64]string{}
	for _, end := range []string{"", "a", "b", "aa", "aaaaaaa", "aaaaaaaa", "aaaaaaaaa", "aaaaaaaaaaaaaaaa"} {
		for n := range 20_000 {
			w := strconv.Itoa(n) + end
			if other, ok := seen[Hash(w)]; ok && other != w {
				t.Fatalf("%q and %q have one hash", w, other)
			}
			seen[Hash(w)] = w
		}
	}
}
