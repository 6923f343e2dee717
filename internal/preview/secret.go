package preview

import (
	"crypto/subtle"
	"net/http"
)

// Switch is whether the site can be changed in the browser: on where this machine alone
// reaches the preview, unless it is said otherwise.
type Switch uint8

// What may be said of it.
const (
	Auto Switch = iota
	On
	Off
)

// A preview that others in the network can reach shows nothing to whoever lacks the secret
// that is printed with its address. A browser keeps it as a cookie, and its address bar
// does not; a program gives it as a header.
const (
	secretParameter = "key"
	secretCookie    = "glossator-preview-" // and the instance: ports share their cookies
	secretHeader    = "X-Preview-Key"
)

// admitted tells whether who asks has the secret; where not, or where the address that
// brought it is left for one without it, that is answered.
func (s *Server) admitted(w http.ResponseWriter, r *http.Request) bool {
	if s.Secret == "" || s.isSecret(r.Header.Get(secretHeader)) {
		return true
	}
	if c, err := r.Cookie(secretCookie + s.instance); err == nil && s.isSecret(c.Value) {
		return true
	}
	q := r.URL.Query()
	if !s.isSecret(q.Get(secretParameter)) || r.Method != http.MethodGet {
		http.Error(w, "this preview is for those who have its whole address, which was printed when it started", http.StatusForbidden)
		return false
	}
	http.SetCookie(w, &http.Cookie{Name: secretCookie + s.instance, Value: s.Secret, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode})
	q.Del(secretParameter)
	u := *r.URL
	u.RawQuery = q.Encode()
	http.Redirect(w, r, u.RequestURI(), http.StatusFound)
	return false
}

func (s *Server) isSecret(given string) bool {
	return subtle.ConstantTimeCompare([]byte(given), []byte(s.Secret)) == 1
}
