//go:build linux || openbsd || dragonfly

package watch

import (
	"io/fs"
	"syscall"
)

// identity is the time at which a file's bytes or attributes were last changed, in
// nanoseconds, and its inode.
func identity(info fs.FileInfo) (changed int64, inode uint64) {
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		return s.Ctim.Nano(), uint64(s.Ino)
	}
	return 0, 0
}
