package browser

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"time"
)

// wire carries commands to a browser. Their names are those of the WebDriver
// specification, without spaces.
type wire interface {
	call(command string, params any) (json.RawMessage, error)
	close()
}

// patience is how long anything at all may take.
const patience = 60 * time.Second

// session is a browser behind a driver that is spoken to over HTTP.
type session struct {
	url  string
	ends func()
}

// routes are the commands that are used here, as the specification has them.
var routes = map[string]struct{ method, path string }{
	"Navigate":           {"POST", "/url"},
	"ExecuteAsyncScript": {"POST", "/execute/async"},
	"SetWindowRect":      {"POST", "/window/rect"},
	"TakeScreenshot":     {"GET", "/screenshot"},
	"PerformActions":     {"POST", "/actions"},
	"ReleaseActions":     {"DELETE", "/actions"},
	"DeleteSession":      {"DELETE", ""},
}

func (s *session) call(command string, params any) (json.RawMessage, error) {
	r, known := routes[command]
	if !known {
		return nil, fmt.Errorf("no route for the command %s", command)
	}
	return send(r.method, s.url+r.path, params)
}

func (s *session) close() {
	_, _ = s.call("DeleteSession", nil) // it may have crashed; its driver ends now
	s.ends()
}

// newSession asks a driver for a browser, as soon as it listens.
func newSession(address string, capabilities any, ends func()) (wire, error) {
	url := "http://" + address
	for end := time.Now().Add(patience); ; {
		_, err := send("GET", url+"/status", nil)
		if err == nil {
			break
		}
		if time.Now().After(end) {
			ends()
			return nil, err
		}
		time.Sleep(20 * time.Millisecond)
	}
	value, err := send("POST", url+"/session", map[string]any{"capabilities": map[string]any{"alwaysMatch": capabilities}})
	var got struct{ SessionID string }
	if err == nil {
		err = json.Unmarshal(value, &got)
	}
	if err != nil {
		ends()
		return nil, err
	}
	return &session{url + "/session/" + got.SessionID, ends}, nil
}

// send makes one request and unpacks its answer: {"value": …}.
func send(method, url string, params any) (json.RawMessage, error) {
	var body bytes.Buffer
	if method == "POST" {
		if err := json.NewEncoder(&body).Encode(params); err != nil {
			return nil, err
		}
	}
	r, err := http.NewRequest(method, url, &body)
	if err != nil {
		return nil, err
	}
	client := &http.Client{Timeout: patience, Transport: &http.Transport{DisableKeepAlives: true}}
	resp, err := client.Do(r)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	var answer struct{ Value json.RawMessage }
	if err := json.NewDecoder(resp.Body).Decode(&answer); err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s %s: %.500s", method, url, answer.Value)
	}
	return answer.Value, nil
}

// free is an address of this machine at which nothing listens.
func free() (host, port string, err error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", "", err
	}
	defer l.Close()
	return net.SplitHostPort(l.Addr().String())
}
