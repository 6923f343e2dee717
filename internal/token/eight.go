package token

import "math/bits"

// A text is read and words are told apart eight bytes at a time, each a lane of a
// uint64 whose sums do not run over (Lamport 1975, "Multiple Byte Processing with
// Full-Word Instructions").

const (
	ones = 0x0101010101010101
	tops = 0x80 * ones
)

// Eight are the ASCII letters and digits that a text goes on with from a byte on, eight
// of them at most: as they are, and in lower case, the first lowest and 0 behind the last.
func Eight(text string, at int) (raw, folded uint64, n int) {
	if at+8 <= len(text) {
		raw = load(text[at:])
	} else {
		raw = eight(text[at:])
	}
	n = letters(raw)
	within := uint64(1)<<(8*n) - 1
	return raw & within, (raw | 0x20*ones) & within, n // a digit has the bit
}

// eight are the first bytes of a text; 0 behind its end.
func eight[T string | []byte](text T) (x uint64) {
	for k := min(len(text), 8) - 1; k >= 0; k-- {
		x = x<<8 | uint64(text[k])
	}
	return x
}

// load is the same where there are eight at least.
func load(t string) uint64 {
	_ = t[7]
	return uint64(t[0]) | uint64(t[1])<<8 | uint64(t[2])<<16 | uint64(t[3])<<24 |
		uint64(t[4])<<32 | uint64(t[5])<<40 | uint64(t[6])<<48 | uint64(t[7])<<56
}

// letters tells how many ASCII letters and digits eight bytes begin with.
func letters(x uint64) int {
	low, raw := (x|0x20*ones)&^tops, x&^tops
	letter := (low + (0x80-'a')*ones) &^ (low + (0x7f-'z')*ones)
	digit := (raw + (0x80-'0')*ones) &^ (raw + (0x7f-'9')*ones)
	return bits.TrailingZeros64(^((letter|digit)&^x)&tops) / 8
}

// seed is the hash of no word.
const seed = uint64(0xCBF29CE484222325)

// step adds eight bytes of a folded word to its hash; the last are filled up with 0.
func step(h, x uint64) uint64 {
	h = (h ^ x) * 0x9E3779B97F4A7C15
	return h ^ h>>29
}

// Hash is the hash that a token of the folded word has.
func Hash[T string | []byte](word T) uint64 {
	h := seed
	for i := 0; i < len(word); i += 8 {
		h = step(h, eight(word[i:]))
	}
	return h
}
