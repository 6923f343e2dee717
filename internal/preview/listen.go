package preview

import (
	"errors"
	"fmt"
	"net"
	"os/exec"
	"runtime"
	"strconv"
)

// usual is where a preview is served when no address is asked for.
const usual = 8080

// Listen opens the address. Without one it takes the usual port on this machine
// only, or the next that is free; one that was asked for is taken or refused.
func Listen(addr string) (net.Listener, error) {
	if addr != "" {
		l, err := net.Listen("tcp", addr)
		if err != nil {
			return nil, fmt.Errorf("--addr %s cannot be used: %w", addr, reason(err))
		}
		return l, nil
	}
	var last error
	for port := usual; port < usual+100; port++ {
		l, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
		if err == nil {
			return l, nil
		}
		last = err
	}
	return nil, fmt.Errorf("no port from %d to %d is free: %w", usual, usual+99, reason(last))
}

// reason is the part of a network error that a person needs.
func reason(err error) error {
	var op *net.OpError
	if errors.As(err, &op) {
		return op.Err
	}
	return err
}

// open opens the address in the person's browser.
func open(address string) error {
	name, args := "xdg-open", []string{address}
	switch runtime.GOOS {
	case "darwin":
		name = "open"
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", address}
	}
	c := exec.Command(name, args...)
	if err := c.Start(); err != nil {
		return err
	}
	go c.Wait() // so that it doesn't stay as a zombie
	return nil
}
