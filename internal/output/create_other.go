//go:build !unix

package output

import "os"

// create makes a file, or empties the one there.
func create(path string) (*os.File, error) {
	return os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
}
