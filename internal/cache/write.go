package cache

import (
	"bufio"
	"cmp"
	"encoding/binary"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/zeebo/xxh3"

	"glossator/internal/source"
)

// How the names of files end, and of those that are being written. Files of other names are
// nobody's business: the folder may be one that the user has named.
const (
	ending  = ".glossator-cache"
	writing = ".glossator-writing"
)

// writer writes a file under another name until it is whole.
type writer struct {
	file *os.File
	to   *bufio.Writer
	at   int64 // bytes of records
	most int64
	rows []byte
}

// create begins a file that is to stand at a path; nil where that cannot be.
func (f Folder) create(path string) *writer {
	if os.MkdirAll(f.Dir, 0o700) != nil {
		return nil
	}
	file, err := os.CreateTemp(f.Dir, filepath.Base(path)+".*"+writing)
	if err != nil {
		return nil
	}
	return &writer{file: file, to: bufio.NewWriterSize(file, 1<<16), most: f.most() / 2}
}

// put writes a record.
func (w *writer) put(key source.Digest, record []byte, sum uint64) bool {
	w.note(key, 0, int64(len(record)), sum)
	w.at += int64(len(record))
	_, err := w.to.Write(record)
	return err == nil && w.fits()
}

// note writes into the index a record that begins so far behind what is written.
func (w *writer) note(key source.Digest, behind, size int64, sum uint64) {
	if len(key) != keySize {
		panic("cache: a key that is no digest")
	}
	w.rows = append(w.rows, key...)
	w.rows = binary.LittleEndian.AppendUint64(w.rows, uint64(w.at+behind))
	w.rows = binary.LittleEndian.AppendUint64(w.rows, uint64(size))
	w.rows = binary.LittleEndian.AppendUint64(w.rows, sum)
}

// copy writes so many bytes of another file.
func (w *writer) copy(from *os.File, n int64) bool {
	if w.at += n; !w.fits() || w.to.Flush() != nil {
		return false
	}
	_, err := io.CopyN(w.file, from, n) // by the system, where it can
	return err == nil
}

func (w *writer) fits() bool { return w.at+int64(len(w.rows)) <= w.most }

// finish writes the index and gives the file its name.
func (w *writer) finish(path string) bool {
	end := binary.LittleEndian.AppendUint64(nil, uint64(len(w.rows)/row))
	end = append(binary.LittleEndian.AppendUint64(end, xxh3.Hash(w.rows)), mark...)
	_, err := w.to.Write(append(w.rows, end...))
	err = cmp.Or(err, w.to.Flush(), w.file.Close())
	if err == nil {
		err = os.Rename(w.file.Name(), path)
	}
	if err != nil {
		w.remove()
	}
	return err == nil
}

// remove takes away what was written.
func (w *writer) remove() {
	w.file.Close()
	os.Remove(w.file.Name())
}

// touch notes that a file was used.
func touch(path string) {
	now := time.Now()
	_ = os.Chtimes(path, now, now)
}

// abandoned is how old a file under another name is that nobody writes any more.
const abandoned = time.Hour

// tidy takes away what killed processes left, and the files that were not used for longest
// as long as there are more than the folder may hold. The one that was just written stays.
func (f Folder) tidy(own string) {
	newest, err := os.Stat(own)
	if err != nil {
		return
	}
	var files []os.FileInfo
	total := int64(0)
	listed, _ := os.ReadDir(f.Dir)
	for _, e := range listed {
		info, err := e.Info()
		switch {
		case err != nil || !info.Mode().IsRegular():
		case strings.HasSuffix(e.Name(), writing) && newest.ModTime().Sub(info.ModTime()) > abandoned:
			os.Remove(filepath.Join(f.Dir, e.Name()))
		case strings.HasSuffix(e.Name(), ending):
			files, total = append(files, info), total+info.Size()
		}
	}
	slices.SortFunc(files, func(a, b os.FileInfo) int { return a.ModTime().Compare(b.ModTime()) })
	for _, info := range files {
		if total > f.most() && info.Name() != filepath.Base(own) && os.Remove(filepath.Join(f.Dir, info.Name())) == nil {
			total -= info.Size()
		}
	}
}
