package mention

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"glossator/internal/catalogue"
)

// goesOnBeside tells whether a name in a script without spaces goes on right before or
// behind the tokens: 大東川町 is not 東川, and 王明亮 not 王明. What may stand there and is no
// part of a name, a language's pack lists; in a language that lists nothing nothing may.
func (f *Finder) goesOnBeside(from, to int, e *catalogue.Entry) bool {
	start, end := f.Tokens[from].Start, f.Tokens[to-1].End
	before, name, behind := f.Prose[:start], f.Prose[start:end], f.Prose[end:]
	first, _ := utf8.DecodeRuneInString(name)
	last, _ := utf8.DecodeLastRuneInString(name)
	if !unspaced(first) && !unspaced(last) {
		return false
	}
	if f.longerBefore(before, first, utf8.RuneCountInString(name)) {
		return f.partOf(max(from-1, 0), to)
	}
	if f.longerBehind(behind, last, utf8.RuneCountInString(name), e) {
		return f.partOf(from, min(to+1, len(f.Tokens)))
	}
	return false
}

// longerBefore tells whether what stands before a name of some characters, the first of
// which is given, belongs to it.
func (f *Finder) longerBefore(before string, first rune, characters int) bool {
	beside := &f.Lex.Pack.Beside
	r, n := utf8.DecodeLastRuneInString(before)
	switch {
	case joinedKana(r) && unicode.Is(unicode.Katakana, first):
		last, _ := utf8.DecodeLastRuneInString(before[:len(before)-n])
		return r != '・' || kana(last)
	case !unicode.Is(unicode.Han, r) || !unspaced(first):
		return false
	}
	for _, w := range beside.Before {
		if strings.HasSuffix(before, w) {
			return false
		}
	}
	return strings.ContainsRune(beside.LongerBefore, r) || beside.Strict(characters)
}

// longerBehind is the same of what stands behind a name.
func (f *Finder) longerBehind(behind string, last rune, characters int, e *catalogue.Entry) bool {
	beside := &f.Lex.Pack.Beside
	r, n := utf8.DecodeRuneInString(behind)
	switch {
	case kana(last) && joinedKana(r):
		next, _ := utf8.DecodeRuneInString(behind[n:])
		return r != '・' || kana(next)
	case unicode.Is(unicode.Han, last) && unicode.Is(unicode.Katakana, r):
		return true
	case !unicode.Is(unicode.Han, r) || !unspaced(last):
		return false
	}
	goesOn := strings.ContainsRune(beside.LongerBehind, r) && r != last // 港湾局局長 leads it
	if goesOn && !e.Person() {
		return true // 東川市長 is mayor of 東川市
	}
	for _, w := range beside.Behind {
		if strings.HasPrefix(behind, w) {
			return false
		}
	}
	return goesOn || beside.Strict(characters)
}

// unspaced tells whether a character is of a script that puts no spaces between words and
// has names of its own.
func unspaced(r rune) bool { return unicode.Is(unicode.Han, r) || kana(r) }

func kana(r rune) bool { return unicode.Is(unicode.Katakana, r) || r == 'ー' }

// joinedKana tells whether a character may go on a name in katakana.
func joinedKana(r rune) bool { return kana(r) || r == '・' }
