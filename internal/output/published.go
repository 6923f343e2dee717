package output

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// ErrOlder tells of a folder whose manifest another version of the program wrote.
var ErrOlder = errors.New("it was published by another version of the program")

// Published lists the addresses of what was published to a folder, sorted.
func Published(dir string) ([]string, error) {
	data, err := os.ReadFile(filepath.Join(dir, Manifest))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("nothing was published to %s: it has no %s", dir, Manifest)
	}
	if err != nil {
		return nil, err
	}
	if head, _, _ := strings.Cut(string(data), "\n"); head != version {
		return nil, ErrOlder
	}
	all, _, err := readManifest(dir)
	return slices.Sorted(maps.Keys(all)), err
}
