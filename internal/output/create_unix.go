//go:build unix

package output

import (
	"os"
	"syscall"
)

// create makes a file, or empties the one there. It does as os.OpenFile, but for asking the
// system five times whether the file could make anybody wait, which takes as long as
// creating it.
func create(path string) (*os.File, error) {
	for {
		fd, err := syscall.Open(path, syscall.O_WRONLY|syscall.O_CREAT|syscall.O_TRUNC|syscall.O_CLOEXEC, 0o644)
		if err == nil {
			return os.NewFile(uintptr(fd), path), nil
		}
		if err != syscall.EINTR {
			return nil, &os.PathError{Op: "open", Path: path, Err: err}
		}
	}
}
