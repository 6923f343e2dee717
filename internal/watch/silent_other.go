//go:build !linux

package watch

// silentFS cannot be answered on this system: ask for polling where it is needed.
func silentFS(string) string { return "" }
