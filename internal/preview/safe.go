package preview

import (
	"net"
	"net/http"
	"net/url"
	"os"
	"slices"
	"strings"
)

// allowed refuses what another site's page could make a browser ask for: by a name
// that was pointed at this machine (Host), or from a foreign page. What a foreign page
// asks for it may be able to read: a script runs in it, a picture has a size, a frame
// a window. Another port of this machine is as foreign as another site.
func (s *Server) allowed(r *http.Request) bool {
	known := s.Hosts
	if known == nil {
		known = loopbackName
	}
	return known(hostOf(r.Host)) && (own(r) || visit(r))
}

// own tells whether a page of this preview asks, a person who typed the address, or a
// program that is no browser.
func own(r *http.Request) bool {
	if !from(r, "Origin") {
		return false
	}
	switch r.Header.Get("Sec-Fetch-Site") {
	case "same-origin", "none":
		return true
	case "": // no browser, an old one, or an address over which browsers tell less
		return from(r, "Referer")
	}
	return false
}

// from tells whether a header names this preview or is not there.
func from(r *http.Request, header string) bool {
	value, told := r.Header[header]
	if !told {
		return true
	}
	u, err := url.Parse(strings.Join(value, ","))
	return err == nil && u.Host != "" && strings.EqualFold(u.Host, r.Host)
}

// visit tells whether a person follows a link to a page from elsewhere: into a window
// and not a frame, now and not as a guess. Such a page is seen by the person alone.
func visit(r *http.Request) bool {
	reads := r.Method == http.MethodGet || r.Method == http.MethodHead
	if !reads || strings.HasPrefix(r.URL.Path, private) || r.Header.Get("Origin") != "" {
		return false
	}
	h := r.Header
	if h.Get("Sec-Fetch-Site") == "" { // only for pages does an old browser ask like this
		return strings.HasPrefix(h.Get("Accept"), "text/html")
	}
	return h.Get("Sec-Fetch-Mode") == "navigate" && h.Get("Sec-Fetch-Dest") == "document" && h.Get("Sec-Purpose") == ""
}

// protect says with every answer what a browser may do with it: nothing outside of
// this preview's own pages. It holds where a browser tells too little of its requests
// (an address in the local network), and for what it has kept.
func protect(h http.Header) {
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Referrer-Policy", "same-origin")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Content-Security-Policy", "frame-ancestors 'self'")
}

// protects tells whether a field of the site's own _headers could undo that. A policy
// for content only adds to it.
func protects(name string) bool {
	name = http.CanonicalHeaderKey(name)
	return slices.Contains([]string{"Cross-Origin-Resource-Policy", "Cross-Origin-Opener-Policy", "Referrer-Policy", "X-Content-Type-Options"}, name) ||
		strings.HasPrefix(name, "Access-Control-")
}

func hostOf(host string) string {
	if h, _, err := net.SplitHostPort(host); err == nil {
		host = h
	}
	return strings.ToLower(strings.Trim(host, "[]"))
}

func loopbackName(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || strings.HasSuffix(host, ".localhost") || ip != nil && ip.IsLoopback()
}

// hostsFor says which names a server at addr answers to. One that is open to the
// network also answers to any plain IP address (a name pointed here by an attacker
// is never one) and to the machine's own name.
func hostsFor(addr string) func(string) bool {
	own := hostOf(addr)
	ip := net.ParseIP(own)
	if loopbackName(own) {
		return loopbackName
	}
	machine, _ := os.Hostname() // without a name there is only one less to answer to
	machine = strings.ToLower(machine)
	open := own == "" || ip != nil && ip.IsUnspecified()
	return func(host string) bool {
		return loopbackName(host) || host == own ||
			open && (net.ParseIP(host) != nil || machine != "" && (host == machine || host == machine+".local"))
	}
}
