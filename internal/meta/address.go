package meta

import (
	"fmt"
	"net/url"
	"strings"
	"unicode"
)

// BadAddress says what keeps words from being the address of a page on the web, or "".
// Whatever becomes a link passes it.
func BadAddress(s string) string {
	switch {
	case strings.ContainsFunc(s, invisible):
		return fmt.Sprintf("%q holds a space or a character that is not seen", s)
	case !strings.HasPrefix(s, "https://") && !strings.HasPrefix(s, "http://"):
		return fmt.Sprintf("%q does not begin with https:// or http://", s)
	}
	u, err := url.Parse(s)
	switch {
	case err != nil:
		return fmt.Sprintf("%q cannot be read as an address", s)
	case u.Hostname() == "" || strings.ContainsFunc(u.Host, foreign):
		return fmt.Sprintf("%q names no site", s)
	case u.User != nil:
		return fmt.Sprintf("%q holds a user's name", s)
	}
	return ""
}

// BadBase is BadAddress of the address at which a site stands: other addresses are made
// by writing on behind it.
func BadBase(s string) string {
	if msg := BadAddress(s); msg != "" {
		return msg
	}
	if strings.ContainsAny(s, "?#") {
		return fmt.Sprintf("%q goes on with a ? or #", s)
	}
	return ""
}

// AddressHint says how an address is written.
const AddressHint = "write a whole address, such as https://example.org/"

// invisible tells of characters that no address holds and no reader sees: spaces, control
// characters, those that turn the direction of writing.
func invisible(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == unicode.ReplacementChar
}

// foreign tells of characters that no host's name holds.
func foreign(r rune) bool {
	return r < unicode.MaxASCII && !strings.ContainsRune("-.:[]_%", r) && !unicode.IsLetter(r) && !unicode.IsDigit(r)
}
