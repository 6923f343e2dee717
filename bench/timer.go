package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// Sample is one run of a whole command.
type Sample struct {
	Wall time.Duration // from start to end
	CPU  time.Duration // user and system, of it and of what it waited for
	Peak int64         // bytes of memory at most; 0 where the system does not tell

	printed string // by the command
}

// Command is a command to be timed.
type Command struct {
	Args []string
	Dir  string
	Env  []string // beside ours
}

// Words that make the program one of its own tools: see Tool.
const (
	timerTool = "time"
	floorTool = "floor"
)

// Tool runs the program as one of the tools that it starts itself: "time COMMAND…"
// times a command, "floor IN MANIFEST OUT" is Floor. It returns false where the words
// name neither.
func Tool(args []string) (code int, ok bool) {
	var err error
	switch {
	case len(args) > 1 && args[0] == timerTool:
		err = timeHere(args[1:], os.Stdout)
	case len(args) == 4 && args[0] == floorTool:
		err = Floor(args[1], args[2], args[3])
	default:
		return 0, false
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		return 1, true
	}
	return 0, true
}

// timeHere runs a command and writes its Sample as JSON. What it prints goes to
// standard error.
func timeHere(args []string, out io.Writer) error {
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Stdout, cmd.Stderr = os.Stderr, os.Stderr
	began := time.Now()
	err := cmd.Run()
	s := Sample{Wall: time.Since(began)}
	if err != nil {
		return fmt.Errorf("%s: %w", filepath.Base(args[0]), err)
	}
	s.CPU = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	s.Peak = peak(cmd.ProcessState)
	return json.NewEncoder(out).Encode(s)
}

// measure times a command. It is started by a small process of its own: on Linux, a
// new process's peak memory begins with what the one that starts it has in use, which
// here may be more than the command ever needs.
func (b *bench) measure(c Command) (Sample, error) {
	cmd := exec.Command(b.self, append([]string{timerTool}, c.Args...)...)
	cmd.Dir, cmd.Env = c.Dir, append(os.Environ(), c.Env...)
	var out, log bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &log
	if err := cmd.Run(); err != nil {
		return Sample{}, fmt.Errorf("%s: %w\n%s", strings.Join(c.Args, " "), err, last(log.String(), 2000))
	}
	s := Sample{printed: log.String()}
	if err := json.Unmarshal(out.Bytes(), &s); err != nil {
		return Sample{}, fmt.Errorf("timing %s: %w", c.Args[0], err)
	}
	return s, nil
}

// last cuts a text to its last n bytes.
func last(s string, n int) string { return s[max(0, len(s)-n):] }
