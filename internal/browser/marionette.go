package browser

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"strconv"
	"strings"
	"time"
)

// marionette is Firefox's own wire: what Mozilla's driver translates to. A message is
// its length, a colon, and [0, number, command, parameters]; the answer to it is
// [1, number, error, result].
type marionette struct {
	conn net.Conn
	in   *bufio.Reader
	sent int
	ends func()
}

func newMarionette(address string, ends func()) (wire, error) {
	conn, err := net.Dial("tcp", address)
	if err != nil {
		ends()
		return nil, err
	}
	m := &marionette{conn: conn, in: bufio.NewReader(conn), ends: ends}
	if _, err = m.receive(); err == nil { // it introduces itself
		_, err = m.call("NewSession", map[string]any{"capabilities": map[string]any{"alwaysMatch": map[string]any{}}})
	}
	if err != nil {
		m.close()
		return nil, err
	}
	return m, nil
}

func (m *marionette) call(command string, params any) (json.RawMessage, error) {
	m.sent++
	message, err := json.Marshal([]any{0, m.sent, "WebDriver:" + command, params})
	if err != nil {
		return nil, err
	}
	_ = m.conn.SetDeadline(time.Now().Add(patience)) // a closed connection says so at once
	if _, err := fmt.Fprintf(m.conn, "%d:%s", len(message), message); err != nil {
		return nil, err
	}
	data, err := m.receive()
	if err != nil {
		return nil, err
	}
	var answer [4]json.RawMessage
	if err := json.Unmarshal(data, &answer); err != nil {
		return nil, err
	}
	if failure := string(answer[2]); failure != "null" {
		return nil, fmt.Errorf("%s: %.500s", command, failure)
	}
	var result struct{ Value json.RawMessage }
	err = json.Unmarshal(answer[3], &result)
	return result.Value, err
}

func (m *marionette) receive() ([]byte, error) {
	length, err := m.in.ReadString(':')
	if err != nil {
		return nil, err
	}
	n, err := strconv.Atoi(strings.TrimSuffix(length, ":"))
	if err != nil {
		return nil, err
	}
	data := make([]byte, n)
	_, err = io.ReadFull(m.in, data)
	return data, err
}

func (m *marionette) close() {
	m.conn.Close()
	m.ends()
}
