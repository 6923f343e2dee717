package preview

import (
	"net"
	"net/http"
	"net/url"
	"os"
	"strings"
)

// allowed refuses what another site's page could make a browser ask for: a name that
// was pointed at this machine (Host), and a request from a foreign page (Origin).
func (s *Server) allowed(r *http.Request) bool {
	known := s.Hosts
	if known == nil {
		known = loopbackName
	}
	if !known(hostOf(r.Host)) {
		return false
	}
	if o := r.Header.Get("Origin"); o != "" {
		u, err := url.Parse(o)
		if err != nil || u.Host != r.Host {
			return false
		}
	}
	return !strings.HasPrefix(r.URL.Path, private) || r.Header.Get("Sec-Fetch-Site") != "cross-site"
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
