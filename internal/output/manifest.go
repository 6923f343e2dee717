package output

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"glossator/internal/source"
)

// Manifest is the name of the manifest in the published directory: a line for each
// file, path, key (in hexadecimal), digest and size, separated by tabs. A path that
// holds a tab, another control character or begins with a quotation mark is written as
// a Go string. It says nothing of the time and place of the publish.
//
//	articles/ferry.html	8d3f4a…	0c9e…	52104
const Manifest = ".glossator"

// version heads the manifest; another version's manifest still tells which files are
// ours, but none of its keys counts.
const version = "glossator 1"

type entry struct {
	key    uint64
	digest source.Digest
	size   int64
}

// readManifest reads what was published, and when that was written down. Lines that
// cannot be read tell nothing: their files are somebody else's.
func readManifest(root string) (map[string]entry, time.Time, error) {
	all := map[string]entry{}
	name := filepath.Join(root, Manifest)
	info, err := os.Stat(name)
	if errors.Is(err, fs.ErrNotExist) || err == nil && !info.Mode().IsRegular() {
		return all, time.Time{}, nil
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, time.Time{}, fmt.Errorf("reading the list of what was published: %w", err)
	}
	head, lines, _ := strings.Cut(string(data), "\n")
	for line := range strings.Lines(lines) {
		p, e, ok := parseLine(strings.TrimSuffix(line, "\n"))
		if !ok {
			continue
		}
		if head != version {
			e.key, e.digest = 0, ""
		}
		all[p] = e
	}
	return all, info.ModTime(), nil
}

func parseLine(line string) (p string, e entry, ok bool) {
	f := strings.Split(line, "\t")
	if len(f) != 4 {
		return "", e, false
	}
	p = f[0]
	var err [3]error
	if strings.HasPrefix(p, `"`) {
		p, err[0] = strconv.Unquote(p)
	}
	e.key, err[1] = strconv.ParseUint(f[1], 16, 64)
	e.size, err[2] = strconv.ParseInt(f[3], 10, 64)
	e.digest = source.Digest(f[2])
	return p, e, errors.Join(err[:]...) == nil && check(p) == nil
}

func formatManifest(m map[string]entry) []byte {
	b := make([]byte, 0, 80*len(m)+64)
	b = append(append(b, version...), '\n')
	for _, p := range slices.Sorted(maps.Keys(m)) {
		e := m[p]
		if strings.HasPrefix(p, `"`) || strings.ContainsFunc(p, func(r rune) bool { return r < ' ' }) {
			b = strconv.AppendQuote(b, p)
		} else {
			b = append(b, p...)
		}
		b = strconv.AppendUint(append(b, '\t'), e.key, 16)
		b = append(append(b, '\t'), e.digest...)
		b = append(strconv.AppendInt(append(b, '\t'), e.size, 10), '\n')
	}
	return b
}

// mostBytes is how long a name may be on nearly every disk.
const mostBytes = 255

// check refuses a path that cannot be a file of a site.
func check(p string) error {
	if !filepath.IsLocal(filepath.FromSlash(p)) || path.Clean(p) != p || p == "." {
		return fmt.Errorf("%q leads out of the published directory", p)
	}
	if p == Manifest || strings.HasPrefix(p, roomPrefix) {
		return fmt.Errorf("%q is a name that publishing needs for itself", p)
	}
	for name := range strings.SplitSeq(p, "/") {
		if len(name) > mostBytes {
			return fmt.Errorf("the name %.20s… has %d bytes: a file's name may have %d", name, len(name), mostBytes)
		}
	}
	return nil
}
