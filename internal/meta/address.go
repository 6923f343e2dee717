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

// TextFragment is the address at which a browser shows a page of the web with these words of
// it marked (wicg.github.io/scroll-to-text-fragment); "" where there is no address or are no
// words. Of many words the first and the last are given.
//
//	https://example.org/a#:~:text=as%20he%20said
func TextFragment(address, words string) string {
	fewest := 1
	if at := strings.IndexAny(words, "…["); at >= 0 { // what is left out, or put in, is not on the page
		words, fewest = words[:at], 3
	}
	w := strings.Fields(words)
	if address == "" || len(w) < fewest {
		return ""
	}
	text := fragmentWords(w)
	if len(w) > 8 {
		text = fragmentWords(w[:4]) + "," + fragmentWords(w[len(w)-3:])
	}
	if !strings.Contains(address, "#") {
		address += "#"
	}
	return address + ":~:text=" + text
}

// fragmentWords are words without what means something in a fragment: , - and &.
func fragmentWords(words []string) string {
	text := strings.ReplaceAll(url.QueryEscape(strings.Join(words, " ")), "+", "%20")
	return strings.ReplaceAll(text, "-", "%2D")
}

// invisible tells of characters that no address holds and no reader sees: spaces, control
// characters, those that turn the direction of writing.
func invisible(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == unicode.ReplacementChar
}

// foreign tells of characters that no host's name holds.
func foreign(r rune) bool {
	return r < unicode.MaxASCII && !strings.ContainsRune("-.:[]_%", r) && !unicode.IsLetter(r) && !unicode.IsDigit(r)
}
