package main

import (
	"bufio"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
)

// Floor does what every publish must, and nothing else: it reads every file under in,
// and writes as many bytes to the same paths under out as the manifest says.
func Floor(in, manifest, out string) error {
	var inputs []string
	err := filepath.WalkDir(in, func(p string, e fs.DirEntry, err error) error {
		if err == nil && e.Type().IsRegular() {
			inputs = append(inputs, p)
		}
		return err
	})
	if err != nil {
		return err
	}
	if err := each(len(inputs), func(i int) error { _, err := os.ReadFile(inputs[i]); return err }); err != nil {
		return err
	}
	paths, sizes, err := readManifest(manifest)
	if err != nil {
		return err
	}
	most := 0
	for _, n := range sizes {
		most = max(most, n)
	}
	bytes := []byte(strings.Repeat("read and write only\n", most/20+1))
	var made sync.Map
	return each(len(paths), func(i int) error {
		path := filepath.Join(out, filepath.FromSlash(paths[i]))
		dir := filepath.Dir(path)
		if _, ok := made.Load(dir); !ok {
			if err := os.MkdirAll(dir, 0o777); err != nil {
				return err
			}
			made.Store(dir, true)
		}
		return os.WriteFile(path, bytes[:sizes[i]], 0o666)
	})
}

// writeManifest lists the files of a directory, "SIZE<tab>PATH" each.
func writeManifest(dir, manifest string) error {
	var b strings.Builder
	err := filepath.WalkDir(dir, func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(dir, p)
		fmt.Fprintf(&b, "%d\t%s\n", info.Size(), filepath.ToSlash(rel))
		return err
	})
	if err != nil {
		return err
	}
	return os.WriteFile(manifest, []byte(b.String()), 0o666)
}

func readManifest(manifest string) (paths []string, sizes []int, err error) {
	f, err := os.Open(manifest)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		size, path, _ := strings.Cut(lines.Text(), "\t")
		n, err := strconv.Atoi(size)
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %q is not SIZE, a tab, and PATH", manifest, lines.Text())
		}
		paths, sizes = append(paths, path), append(sizes, n)
	}
	return paths, sizes, lines.Err()
}

// tree counts the files and bytes of a directory.
func tree(dir string) (files int, bytes int64) {
	_ = filepath.WalkDir(dir, func(_ string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		if info, err := e.Info(); err == nil {
			files++
			bytes += info.Size()
		}
		return nil
	})
	return files, bytes
}
