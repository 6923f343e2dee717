package catalogue

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// longestSlug is how long a slug may get, in bytes: an address that can still be read.
const longestSlug = 64

// spelled are letters that are no base letter with an accent, as addresses have them.
var spelled = map[rune]string{'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th", 'ı': "i"}

// Slug is words as a file name and an address: small letters without accents, digits, and
// hyphens between the words; cut at a word. "" where most of the letters are none that can
// stand there.
func Slug(words string) string {
	var b strings.Builder
	lost, letters := 0, 0
	for _, r := range norm.NFKD.String(strings.ToLower(words)) {
		if unicode.IsLetter(r) {
			letters++
		}
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b.WriteRune(r)
		case spelled[r] != "":
			b.WriteString(spelled[r])
		case unicode.IsMark(r) || strings.ContainsRune(".'’‘", r): // "U.S.": us
		default:
			if unicode.IsLetter(r) {
				lost++
			}
			if b.Len() > 0 && !strings.HasSuffix(b.String(), "-") {
				b.WriteByte('-')
			}
		}
	}
	if lost*2 > letters {
		return ""
	}
	name := strings.Trim(b.String(), "-")
	if len(name) > longestSlug {
		cut := strings.LastIndexByte(name[:longestSlug+1], '-')
		if cut < longestSlug/2 {
			cut = longestSlug
		}
		name = name[:cut]
	}
	return name
}
