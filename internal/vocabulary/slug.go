package vocabulary

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"glossator/internal/catalogue"
)

// spelled are letters that are no base letter with an accent, as addresses have them.
var spelled = map[rune]string{'ß': "ss", 'æ': "ae", 'ø': "o", 'œ': "oe", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th", 'ı': "i"}

// slug is a name as an ID: small letters without accents, and hyphens between its words;
// "" where no letter of it can stand in an address.
func slug(name string) catalogue.ID {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFD.String(strings.ToLower(name)) {
		word := spelled[r]
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			word = string(r)
		case word != "", unicode.Is(unicode.Mn, r), r == '.', r == '\'', r == '’':
		default:
			gap = true
		}
		if word == "" {
			continue
		}
		if gap && b.Len() > 0 {
			b.WriteByte('-')
		}
		gap = false
		b.WriteString(word)
	}
	id := b.String()
	if len(id) > 80 { // an address that can still be read
		id = strings.TrimRight(id[:80], "-")
	}
	return id
}
