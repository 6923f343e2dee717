package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// file is a file of an archive.
type file struct {
	path string // with slashes
	data []byte
	runs bool // it is a program
}

// filesOf reads files, and all files of folders, in the order of their names.
func filesOf(paths ...string) (all []file, err error) {
	for _, p := range paths {
		err = filepath.WalkDir(p, func(p string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() {
				return err
			}
			data, err := os.ReadFile(p)
			all = append(all, file{filepath.ToSlash(p), data, false})
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return all, nil
}

// packed packs files into a folder of that name: a .zip, or a .tar.gz. Every file has the same
// time and belongs to nobody, so that equal files give equal bytes.
func packed(folder string, files []file, asZip bool, at time.Time) (data []byte, ext string, err error) {
	var b bytes.Buffer
	if asZip {
		err = zipped(&b, folder, files, at)
		return b.Bytes(), ".zip", err
	}
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err == nil {
		err = tarred(z, folder, files, at)
	}
	if err == nil {
		err = z.Close()
	}
	return b.Bytes(), ".tar.gz", err
}

func (f file) mode() fs.FileMode {
	if f.runs {
		return 0o755
	}
	return 0o644
}

func zipped(to io.Writer, folder string, files []file, at time.Time) error {
	z := zip.NewWriter(to)
	for _, f := range files {
		h := &zip.FileHeader{Name: folder + "/" + f.path, Method: zip.Deflate, Modified: at}
		h.SetMode(f.mode())
		w, err := z.CreateHeader(h)
		if err != nil {
			return err
		}
		if _, err := w.Write(f.data); err != nil {
			return err
		}
	}
	return z.Close()
}

func tarred(to io.Writer, folder string, files []file, at time.Time) error {
	t := tar.NewWriter(to)
	for _, f := range files {
		if err := t.WriteHeader(&tar.Header{Name: folder + "/" + f.path, Mode: int64(f.mode()), Size: int64(len(f.data)), ModTime: at, Format: tar.FormatUSTAR}); err != nil {
			return err
		}
		if _, err := t.Write(f.data); err != nil {
			return err
		}
	}
	return t.Close()
}
