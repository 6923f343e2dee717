package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"
)

// TestArchivesHoldWhatWasPacked, with its modes and one time, the same bytes each time.
func TestArchivesHoldWhatWasPacked(t *testing.T) {
	files := []file{{"glossator", []byte("program"), true}, {"starter/content/site.yaml", []byte("title: T\n"), false}}
	at := time.Unix(946684800, 0).UTC()
	want := "glossator_1/glossator -rwxr-xr-x program 946684800\nglossator_1/starter/content/site.yaml -rw-r--r-- title: T\n 946684800\n"
	for _, asZip := range []bool{false, true} {
		data, ext, err := packed("glossator_1", files, asZip, at)
		again, _, _ := packed("glossator_1", files, asZip, at)
		if err != nil || !bytes.Equal(data, again) {
			t.Errorf("%s: %v, or other bytes the second time", ext, err)
		}
		if got := unpacked(t, data, asZip); got != want || asZip != (ext == ".zip") {
			t.Errorf("%s: %s, want %s", ext, got, want)
		}
	}
}

func unpacked(t *testing.T, data []byte, asZip bool) string {
	var b strings.Builder
	if asZip {
		z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range z.File {
			r, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			write(t, &b, f.Name, f.Mode().String(), r, f.Modified.Unix())
		}
		return b.String()
	}
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	for r := tar.NewReader(z); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return b.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		write(t, &b, h.Name, h.FileInfo().Mode().String(), r, h.ModTime.Unix())
	}
}

func write(t *testing.T, b *strings.Builder, name, mode string, r io.Reader, seconds int64) {
	data, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprintf(b, "%s %s %s %d\n", name, mode, data, seconds)
}
