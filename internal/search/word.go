package search

import (
	"encoding/binary"
	"unicode"
	"unicode/utf8"

	"glossator/internal/token"

	"golang.org/x/text/unicode/norm"
)

// A word is a run of letters, marks and digits, folded: lower case, no accents, at
// most longest characters. Characters that show nothing are passed over. Full stops
// between single letters join (U.S. is us), a comma between digits joins (24,819 is
// 24819) and a full stop between digits stays (2.5). An ideograph is a word by itself.
//
// words and fold in static/assets/search.js do the same; a test holds them together.

// longest is where a word is cut, in code points.
const longest = 40

// scanner reads a text's words one by one.
type scanner struct {
	text       string
	at         int
	start, end int    // of the word, in text
	word       []byte // folded; good until the next call
}

// lowered is an ASCII letter or digit in lower case; 0 for every other byte.
var lowered = func() (t [256]byte) {
	for c := byte('0'); c <= '9'; c++ {
		t[c] = c
	}
	for c := byte('a'); c <= 'z'; c++ {
		t[c], t[c-'a'+'A'] = c, c
	}
	return
}()

// next reads the next word; false at the text's end.
func (s *scanner) next() bool {
	for {
		for s.at < len(s.text) && lowered[s.text[s.at]] == 0 && s.text[s.at] < utf8.RuneSelf {
			s.at++
		}
		if s.at >= len(s.text) {
			return false
		}
		s.start, s.word = s.at, s.word[:0]
		if !s.plain() {
			s.at, s.word = s.start, s.word[:0]
			s.full()
		}
		s.end = s.at
		if len(s.word) > 0 {
			return true
		}
	}
}

// plain reads a word of ASCII letters and digits that nothing joins to another;
// false where there is more to it.
func (s *scanner) plain() bool {
	at := s.at
	for n := 8; n == 8; at += n {
		var folded uint64
		_, folded, n = token.Eight(s.text, at)
		s.word = binary.LittleEndian.AppendUint64(s.word, folded)
	}
	s.word = s.word[:at-s.at]
	if at < len(s.text) {
		switch c := s.text[at]; {
		case c >= utf8.RuneSelf:
			return false
		case (c == '.' || c == ',') && at+1 < len(s.text) && (s.text[at+1] >= utf8.RuneSelf || lowered[s.text[at+1]] != 0):
			return false
		}
	}
	s.at = at
	return len(s.word) > 0 && len(s.word) <= longest
}

// full reads a word of any kind, or one character that is none.
func (s *scanner) full() {
	r, n := utf8.DecodeRuneInString(s.text[s.at:])
	switch {
	case ideograph(r):
		s.fold(r)
		s.at += n
	case unicode.IsLetter(r) && s.initials(n):
	case !wordly(r):
		s.at += n
	default:
		s.run()
	}
	if utf8.RuneCount(s.word) > longest {
		s.word = s.word[:len(string([]rune(string(s.word))[:longest]))]
	}
}

// initials reads letters with full stops between them; n is the first letter's size.
func (s *scanner) initials(n int) bool {
	at := s.at + n
	for at < len(s.text) && s.text[at] == '.' {
		r, m := utf8.DecodeRuneInString(s.text[at+1:])
		after, _ := utf8.DecodeRuneInString(s.text[at+1+m:])
		if !unicode.IsLetter(r) || ideograph(r) || wordly(after) && at+1+m < len(s.text) {
			break
		}
		at += 1 + m
	}
	if r, _ := utf8.DecodeRuneInString(s.text[at:]); at == s.at+n || wordly(r) && at < len(s.text) {
		return false
	}
	for _, r := range s.text[s.at:at] {
		if r != '.' {
			s.fold(r)
		}
	}
	s.at = at
	return true
}

func (s *scanner) run() {
	digit := false
	for s.at < len(s.text) {
		r, n := utf8.DecodeRuneInString(s.text[s.at:])
		switch {
		case wordly(r):
			s.fold(r)
		case digit && (r == '.' || r == ',') && s.at+1 < len(s.text) && isDigit(s.text[s.at+1]):
			if r == '.' {
				s.word = append(s.word, '.')
			}
		default:
			return
		}
		digit = r < utf8.RuneSelf && isDigit(byte(r))
		s.at += n
	}
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// wordly tells whether a character is part of a word.
func wordly(r rune) bool {
	if r < utf8.RuneSelf {
		return lowered[r] != 0
	}
	return r != utf8.RuneError && !ideograph(r) && (unicode.In(r, unicode.L, unicode.M, unicode.N) ||
		r == 0xAD || r >= 0x200C && r <= 0x200F || r == 0x2060 || r == 0xFEFF)
}

// ideograph tells whether a character is of a script that puts no spaces between
// words.
func ideograph(r rune) bool {
	return r >= 0x2E80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// fold appends a character in lower case and without accents.
func (s *scanner) fold(r rune) {
	if r < utf8.RuneSelf {
		s.word = append(s.word, lowered[r])
		return
	}
	var buf [utf8.UTFMax]byte
	if d := norm.NFKD.Properties(buf[:utf8.EncodeRune(buf[:], r)]).Decomposition(); d != nil {
		for _, r := range string(d) {
			s.lower(r)
		}
		return
	}
	s.lower(r)
}

func (s *scanner) lower(r rune) {
	if !unicode.In(r, unicode.L, unicode.N, unicode.Mc) {
		return
	}
	r = unicode.ToLower(r)
	if f := spelled(r); f != "" {
		s.word = append(s.word, f...)
		return
	}
	s.word = utf8.AppendRune(s.word, r)
}

// spelled is how a letter without an accent to lose is written on other keyboards.
func spelled(r rune) string {
	switch r {
	case 'ß':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'ø':
		return "o"
	case 'đ', 'ð':
		return "d"
	case 'þ':
		return "th"
	case 'ł':
		return "l"
	case 'ı':
		return "i"
	case 'ħ':
		return "h"
	case 'ς':
		return "σ"
	}
	return ""
}
