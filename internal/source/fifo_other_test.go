//go:build !unix

package source_test

import "errors"

// fifo makes no pipe: there are none with names of files here.
func fifo(string) error { return errors.ErrUnsupported }
