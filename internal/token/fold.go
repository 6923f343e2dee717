package token

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// decode reads the first character of text. UTF-8 that was once taken for
// Windows-1252 ("Ã³" for "ó", "â€™" for "’") is read as what it was: no language
// writes those sequences.
func decode(text string) (r rune, n int) {
	r, n = utf8.DecodeRuneInString(text)
	if r < 0xC2 || r > 0xEF {
		return r, n
	}
	want := 1
	if r >= 0xE0 {
		want = 2
	}
	bytes := [3]byte{byte(r)}
	at := n
	for i := 1; i <= want; i++ {
		next, m := utf8.DecodeRuneInString(text[at:])
		b, ok := windows1252(next)
		if m == 0 || !ok || b < 0x80 || b > 0xBF {
			return r, n
		}
		bytes[i] = b
		at += m
	}
	if was, m := utf8.DecodeRune(bytes[:want+1]); m == want+1 {
		return was, at
	}
	return r, n
}

// windows1252 is the byte that Windows-1252 reads as r. Its five holes are read as
// Latin-1 does.
func windows1252(r rune) (byte, bool) {
	if b, ok := charmap.Windows1252.EncodeRune(r); ok {
		return b, true
	}
	return byte(r), r < 0x100
}

// spoiled tells whether the n bytes that decode read were mojibake.
func spoiled(text string, n int) bool {
	_, m := utf8.DecodeRuneInString(text)
	return m != n
}

// joining tells whether a character beyond ASCII is part of a word. The replacement
// character is: it stands where a letter was lost.
func joining(r rune) bool {
	return r >= utf8.RuneSelf && !ideograph(r) &&
		(unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) || r == utf8.RuneError || skipped(r))
}

// skipped tells whether a character shows nothing: soft hyphen, joiners, marks of
// direction, byte order mark.
func skipped(r rune) bool {
	return r == 0xAD || r >= 0x200C && r <= 0x200F || r == 0x2060 || r == 0xFEFF
}

// ideograph tells whether a character is a token by itself: its scripts put no
// spaces between words.
func ideograph(r rune) bool {
	return r >= 0x2E80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// appendFolded appends r in lower case and without its accents, nothing for a
// combining accent.
func appendFolded(dst []byte, r rune) []byte {
	if r < 0x250 {
		if f := latin[r]; f != "" {
			return append(dst, f...)
		}
	}
	if unicode.Is(unicode.Mn, r) {
		return dst
	}
	var buf [utf8.UTFMax]byte
	d := norm.NFKD.Properties(buf[:utf8.EncodeRune(buf[:], r)]).Decomposition()
	if d == nil {
		return utf8.AppendRune(dst, unicode.ToLower(r))
	}
	for _, r := range string(d) {
		if !unicode.Is(unicode.Mn, r) {
			dst = utf8.AppendRune(dst, unicode.ToLower(r))
		}
	}
	return dst
}

// Fold is a word as tokens are folded.
func Fold(word string) string {
	var b []byte
	for _, r := range word {
		b = appendFolded(b, r)
	}
	return string(b)
}

// latin folds the letters below U+0250, where nearly all accented letters lie.
var latin = func() (t [0x250]string) {
	for r := range rune(len(t)) {
		if unicode.IsLetter(r) {
			var b []byte
			for _, d := range norm.NFKD.String(string(r)) {
				if !unicode.Is(unicode.Mn, d) {
					b = utf8.AppendRune(b, unicode.ToLower(d))
				}
			}
			t[r] = string(b)
		}
	}
	for r, f := range map[rune]string{'ß': "ss", 'æ': "ae", 'Æ': "ae", 'œ': "oe", 'Œ': "oe", 'ø': "o", 'Ø': "o",
		'đ': "d", 'Đ': "d", 'ð': "d", 'Ð': "d", 'þ': "th", 'Þ': "th", 'ł': "l", 'Ł': "l", 'ı': "i", 'ħ': "h", 'Ħ': "h"} {
		t[r] = f
	}
	return
}()
