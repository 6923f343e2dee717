package mark

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/util"
)

// Address is where a link or an image of the author's leads, as it stands on the page:
// entities and escapes resolved, everything else percent-encoded that must be.
func Address(destination []byte) string { return string(util.URLEscape(destination, true)) }

// schemes are what an author may link to besides the site. All others are left out: some
// run scripts or read the reader's disk.
var schemes = []string{"http", "https", "mailto", "tel", "sms", "ftp"}

// Leads tells whether an address leads out of the site, and whether it may be linked.
func Leads(address string) (out, safe bool) {
	if strings.HasPrefix(address, "//") {
		return true, true
	}
	scheme, _, ok := strings.Cut(address, ":")
	if !ok || strings.ContainsAny(scheme, "/?#") {
		return false, true
	}
	return true, slices.Contains(schemes, strings.ToLower(scheme))
}
