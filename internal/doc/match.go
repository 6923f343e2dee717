package doc

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// indexWords is where words stand in a text, whole, with any kind of quotation mark,
// apostrophe, dash and space for each other; -1 where they do not. before is what stands
// before the text.
func indexWords(text, words, before string) (from, to int) {
	first, _ := utf8.DecodeRuneInString(words)
	prev, _ := utf8.DecodeLastRuneInString(before)
	for at, r := range text {
		if alike(r) == alike(first) && words != "" {
			if n := prefix(text[at:], words); n > 0 && parted(prev, r) && ends(text[:at+n], text[at+n:]) {
				return at, at + n
			}
		}
		prev = r
	}
	return -1, -1
}

// prefix is how many bytes at the head of a text are these words, 0 where others are.
func prefix(text, words string) int {
	at := 0
	for i := 0; i < len(words); {
		w, size := utf8.DecodeRuneInString(words[i:])
		if at == len(text) {
			return 0
		}
		r, n := utf8.DecodeRuneInString(text[at:])
		if alike(r) != alike(w) {
			return 0
		}
		for i, at = i+size, at+n; alike(w) == ' ' && i < len(words) && unicode.IsSpace(rune(words[i])); i++ {
		}
	}
	return at
}

// ends tells whether a word ends between two parts of a text.
func ends(before, behind string) bool {
	if behind == "" {
		return true
	}
	a, _ := utf8.DecodeLastRuneInString(before)
	b, _ := utf8.DecodeRuneInString(behind)
	return parted(a, b)
}

// parted tells whether a word may end between two characters: scripts without spaces end
// one anywhere.
func parted(a, b rune) bool {
	part := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }
	dense := func(r rune) bool {
		return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer)
	}
	return !part(a) || !part(b) || dense(a) || dense(b)
}

// alike is the one character that stands for all that are typed for each other.
func alike(r rune) rune {
	switch r {
	case '‘', '’', 'ʼ', '‚', '‹', '›':
		return '\''
	case '“', '”', '„', '«', '»':
		return '"'
	case '–', '—', '‑', '‐':
		return '-'
	}
	if unicode.IsSpace(r) {
		return ' '
	}
	return r
}

// trimMarks is words without the quotation marks and spaces around them.
func trimMarks(words string) string {
	return strings.TrimFunc(words, func(r rune) bool {
		return alike(r) == '"' || alike(r) == '\'' || alike(r) == ' ' || r == '「' || r == '」'
	})
}

// opens tells whether a block begins with words.
func opens(block, words string) bool {
	block = strings.TrimLeftFunc(block, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	words = strings.TrimLeftFunc(words, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	n := prefix(block, words)
	return n > 0 && ends(block[:n], block[n:])
}

// knows tells whether words are enough to know a block by, and its first.
func knows(block, words string) bool {
	n := len(strings.Fields(words))
	return opens(block, words) && (n >= enough || n == len(strings.Fields(block)))
}

// near is a hint that says where words stand, or those that are most alike; p is where
// they were sought.
func near(blocks []string, words string, p int) string {
	best, least := "", len(blocks)+max(p, 0)+1
	for i, b := range blocks {
		if away := max(i+1-p, p-i-1); away < least {
			if from, _ := indexWords(b, trimMarks(words), ""); from >= 0 {
				best, least = fmt.Sprintf("they stand in block p: %d", i+1), away
			}
		}
	}
	if best != "" {
		return best
	}
	want, most := strings.Fields(words), 0
	for i, b := range blocks {
		have := strings.Fields(b)
		for at := range have {
			same := 0
			for k := 0; k < len(want) && at+k < len(have); k++ {
				if strings.EqualFold(bareWord(want[k]), bareWord(have[at+k])) {
					same++
				}
			}
			if same > most && 2*same >= len(want) {
				most, best = same, fmt.Sprintf("the nearest are “%s”, in block p: %d", strings.Join(have[at:min(len(have), at+len(want))], " "), i+1)
			}
		}
	}
	if best == "" {
		return "take the row out, or correct its words; check --explain FILE:LINE tells the p of a line"
	}
	return best
}

func bareWord(s string) string {
	return strings.TrimFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
