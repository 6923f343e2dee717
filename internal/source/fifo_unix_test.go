//go:build unix

package source_test

import "syscall"

// fifo makes a pipe with a name.
func fifo(path string) error { return syscall.Mkfifo(path, 0o644) }
