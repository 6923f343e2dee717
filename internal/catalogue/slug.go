package catalogue

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"glossator/internal/language"
)

// longestSlug is how long a slug may get, in bytes: an address that can still be read.
const longestSlug = 64

// Slug is words as a file name and an address: small Latin letters without accents, digits,
// and hyphens between the words; cut at a word. Cyrillic and Greek are spelled in Latin
// letters; "" where most of the letters are of other scripts.
func Slug(words string) string {
	var b strings.Builder
	lost, letters := 0, 0
	for _, r := range norm.NFKD.String(strings.ToLower(words)) {
		if unicode.IsLetter(r) {
			letters++
		}
		spelled, known := language.Spelled(r)
		switch {
		case r >= '0' && r <= '9':
			b.WriteRune(r)
		case known:
			b.WriteString(spelled)
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
