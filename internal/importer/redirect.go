package importer

import (
	"net/url"
	"strings"
)

// redirects are pages that only lead on, and the parameter in which they say where to.
var redirects = map[string]string{"www.google.com/url": "q url", "google.com/url": "q url", "l.facebook.com/l.php": "u", "lm.facebook.com/l.php": "u", "slack-redir.net/link": "url", "out.reddit.com/": "url"}

// unwrapped is where an address leads that goes by way of a page that only leads on, as
// Google Docs writes every link.
func unwrapped(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	for name := range strings.FieldsSeq(redirects[strings.ToLower(u.Host)+u.Path]) {
		to, err := url.Parse(u.Query().Get(name))
		if err == nil && (to.Scheme == "http" || to.Scheme == "https") && to.Host != "" {
			return to.String()
		}
	}
	return address
}
