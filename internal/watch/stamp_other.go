//go:build !(linux || openbsd || dragonfly || darwin || freebsd || netbsd)

package watch

import "io/fs"

// identity is not known on this system.
func identity(fs.FileInfo) (changed int64, inode uint64) { return 0, 0 }
