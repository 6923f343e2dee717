package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime"
	"syscall"
)

// Failure is the world's failure while a site was being published.
type Failure struct {
	Dir   string
	Err   error
	Whole bool // the published site is as it was
}

func (f *Failure) Error() string {
	after := "the published site is as it was"
	if !f.Whole {
		after = "a part of the new site is published; the next build makes it whole"
	}
	return fmt.Sprintf("publishing to %s: %s; %s", f.Dir, plain(f.Err), after)
}

func (f *Failure) Unwrap() error { return f.Err }

// reasons are what the system means.
var reasons = []struct {
	is    error
	plain string
}{
	{syscall.ENOSPC, "the disk is full"},
	{syscall.EDQUOT, "your share of the disk is used up"},
	{syscall.EROFS, "the disk can only be read"},
	{syscall.EFBIG, "a file is larger than the disk or a limit allows"},
	{fs.ErrPermission, "it is not allowed"},
}

// Codes of Windows that package syscall doesn't translate.
const (
	windowsHandleDiskFull syscall.Errno = 39
	windowsDiskFull       syscall.Errno = 112
)

// plain is an error in words that need no knowledge of the system.
func plain(err error) string {
	var code syscall.Errno
	if runtime.GOOS == "windows" && errors.As(err, &code) && (code == windowsDiskFull || code == windowsHandleDiskFull) {
		return "the disk is full (" + where(err) + ")"
	}
	for _, r := range reasons {
		if errors.Is(err, r.is) {
			return r.plain + " (" + where(err) + ")"
		}
	}
	return err.Error()
}

// where is the system's own word for what failed. The names of files that were being
// prepared are nobody's business.
func where(err error) string {
	var p *fs.PathError
	var l *os.LinkError
	switch {
	case errors.As(err, &p):
		return p.Op + ": " + p.Err.Error()
	case errors.As(err, &l):
		return l.Op + " " + l.New + ": " + l.Err.Error()
	}
	return err.Error()
}
