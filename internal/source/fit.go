package source

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// Unfit tells whether a character may stand in no page: controls but for the tab and
// the line's end, what Unicode keeps for no character, and the signs that turn around
// how the words behind them are read (U+202A to U+202E), with the line and paragraph
// separators between. What Arabic and Indic scripts need stays: U+200C to U+200F, U+061C
// and the isolates, U+2066 to U+2069.
func Unfit(r rune) bool {
	switch {
	case r < ' ':
		return r != '\t' && r != '\n' && r != '\r'
	case r < 0x7f:
		return false
	case r <= 0x9f, 0x2028 <= r && r <= 0x202e, 0xfdd0 <= r && r <= 0xfdef:
		return true
	}
	return r&0xfffe == 0xfffe
}

// Fit is text without unfit characters. Those that part words are a space where no
// space stands beside them.
func Fit(s string) string {
	at := unfitAt(s)
	if at < 0 {
		return s
	}
	fit, _ := leaveOut(s, at)
	return fit
}

// Stead is what stands for a character that was written as an entity: itself, a space
// where it parts words, or nothing.
func Stead(r rune) string {
	switch {
	case !Unfit(r):
		return string(r)
	case parts(r):
		return " "
	}
	return ""
}

// cut is a place at which unfit characters were left out of a file.
type cut struct {
	at    int // the offset in Data of what stands behind it
	runes int // how many were left out up to here
}

// leaveOut leaves unfit characters out, the first of which stands at an offset.
func leaveOut(s string, first int) (fit string, cuts []cut) {
	var b strings.Builder
	b.Grow(len(s))
	b.WriteString(s[:first])
	gone, last := 0, byte(' ') // the byte written last
	if first > 0 {
		last = s[first-1]
	}
	for i := first; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case !Unfit(r):
			b.WriteString(s[i : i+n])
			last = s[i+n-1]
		case parts(r) && !blank(last) && i+n < len(s) && !blank(s[i+n]):
			b.WriteByte(' ')
			last = ' '
		default:
			gone++
			cuts = append(cuts, cut{b.Len(), gone})
		}
		i += n
	}
	return b.String(), cuts
}

// parts tells of the unfit characters that stand between words: the line ends of word
// processors, the page's end, and separators.
func parts(r rune) bool {
	return r == '\v' || r == '\f' || 0x1c <= r && r <= 0x1f || r == 0x85 || r == 0x2028 || r == 0x2029
}

func blank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// cutBefore is how many characters were left out before an offset.
func cutBefore(cuts []cut, offset int) int {
	if len(cuts) == 0 {
		return 0
	}
	i, _ := slices.BinarySearchFunc(cuts, offset+1, func(c cut, at int) int { return cmp.Compare(c.at, at) })
	if i == 0 {
		return 0
	}
	return cuts[i-1].runes
}

// unfitAt is where the first unfit character stands, or -1. Eight bytes are looked at
// together: none below 0x20, no 0x7f and none beyond ASCII is what nearly all are.
func unfitAt(s string) int {
	const high, one = 0x8080808080808080, 0x0101010101010101
	i := 0
	for ; i+8 <= len(s); i += 8 {
		x := binary.LittleEndian.Uint64([]byte(s[i : i+8]))
		if ((x-0x20*one)|(x+one)|x)&high == 0 {
			continue
		}
		if at := unfitIn(s, i, i+8); at >= 0 {
			return at
		}
	}
	return unfitIn(s, i, len(s))
}

func unfitIn(s string, from, to int) int {
	for i := from; i < to; i++ {
		if !begins[s[i]] {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(s[i:]); Unfit(r) {
			return i
		}
	}
	return -1
}

// begins are the bytes with which an unfit character may begin: controls, and the first
// bytes of U+0080, U+2028, U+FDD0 and what lies beyond U+FFFF. A test tries all.
var begins = func() (t [256]bool) {
	for c := range ' ' {
		t[c] = Unfit(c)
	}
	for _, c := range []byte("\x7f\xc2\xe2\xef\xf0\xf1\xf2\xf3\xf4") {
		t[c] = true
	}
	return t
}()

// unfitProblems tell of the unfit characters of a text, one problem for each of them.
func unfitProblems(shown, data string) (problems []Problem) {
	f := NewFile(shown, data)
	first, count := map[rune]int{}, map[rune]int{}
	for i, r := range data {
		if Unfit(r) {
			if count[r]++; count[r] == 1 {
				first[r] = i
			}
		}
	}
	for _, r := range slices.Sorted(maps.Keys(first)) {
		problems = append(problems, f.UnfitProblem(first[r], r, count[r]))
	}
	return problems
}

// UnfitProblem tells that an unfit character at an offset is left out, and how often it
// stands in the file.
func (f *File) UnfitProblem(offset int, r rune, count int) Problem {
	msg := fmt.Sprintf("the character %U is left out: no page may hold it", r)
	if count > 1 {
		msg += fmt.Sprintf("; it stands here and %d times more", count-1)
	}
	hint := "delete it: it cannot be seen, and mostly came in with a copied text"
	if 0x202a <= r && r <= 0x202e {
		hint = "delete it: it turns around how the words behind it are read; U+2066 to U+2069 may stand there"
	}
	return f.Problem(offset, "unfit-character", msg, hint).As(Warning)
}
