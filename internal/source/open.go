package source

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"syscall"
)

// opened is a mount that is being read. What it opens lies inside its directory,
// wherever a symbolic link leads, also one that was changed a moment ago: the system
// holds it to that (os.Root).
type opened struct {
	*Mount
	fs   fs.FS
	root *os.Root // nil where the mount's own FS is read
	real string   // the directory without symbolic links; made when the first link is met
}

// open opens the mount; nil where there is no such directory.
func (m *Mount) open() (*opened, *Problem) {
	if m.FS != nil {
		return &opened{Mount: m, fs: m.FS}, nil
	}
	root, err := os.OpenRoot(m.Dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil // a mount that is not there is empty
	case err != nil:
		problem := unplaced(Error, "unreadable", "the folder cannot be read: "+cause(err), "check what it is, and its permissions")
		problem.Pos.Path = m.Shown
		return nil, problem
	}
	return &opened{Mount: m, fs: root.FS(), root: root}, nil
}

func (m *opened) close() {
	if m.root != nil {
		m.root.Close()
	}
}

// hand reads one file after another. The folder of the last one stays open: a root goes
// through every folder of a path anew, which takes as long as reading the file.
type hand struct {
	room   []byte // for the bytes of a file
	mount  *opened
	dir    string
	folder *os.Root
}

// in is the open folder of a path of the mount, and the path's last name.
func (h *hand) in(m *opened, p string) (*os.Root, string, error) {
	dir, base := path.Split(p)
	if dir == "" {
		return m.root, base, nil
	}
	if h.folder != nil && h.mount == m && h.dir == dir {
		return h.folder, base, nil
	}
	h.close()
	folder, err := m.root.OpenRoot(filepath.FromSlash(dir))
	if err == nil {
		h.mount, h.dir, h.folder = m, dir, folder
	}
	return folder, base, err
}

func (h *hand) close() {
	if h.folder != nil {
		h.folder.Close()
		h.folder = nil
	}
}

// look tells of a file, without following a link.
func (h *hand) look(m *opened, p string) (fs.FileInfo, error) {
	if m.root == nil {
		return fs.Lstat(m.fs, p)
	}
	folder, base, err := h.in(m, p)
	if err != nil {
		return nil, err
	}
	return folder.Lstat(base)
}

// open opens a file. It does not wait: a pipe in its place would have it wait for ever.
func (h *hand) open(m *opened, p string) (fs.File, error) {
	if m.root == nil {
		return m.fs.Open(p)
	}
	folder, base, err := h.in(m, p)
	if err != nil {
		return nil, err
	}
	return folder.OpenFile(base, os.O_RDONLY|syscall.O_NONBLOCK, 0)
}

// mostText is how many bytes a text may have: a long novel has a million.
const mostText = 32 << 20

// What is read as no text: what was a file when the folder was listed, and what nobody
// can have written.
var (
	errNoFile  = errors.New("it is no file any more")
	errTooLong = fmt.Errorf("it has more than %d MB", mostText>>20)
)

// remedy is what to do where a file cannot be read.
func remedy(err error) string {
	if err == errTooLong {
		return "a text has some kilobytes: split it, or take it out of this folder"
	}
	return "check its permissions"
}

// bytes reads a file whole. It ends where the file's size says, so that nearly every
// file is read by one call of the system. The bytes stand in the hand's room.
func (h *hand) bytes(m *opened, p string) ([]byte, fs.FileInfo, error) {
	file, err := h.open(m, p)
	if err != nil {
		return nil, nil, err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return nil, nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, nil, errNoFile
	}
	if m.Form != Bytes && info.Size() > mostText {
		return nil, nil, errTooLong
	}
	size := int(info.Size())
	h.room = slices.Grow(h.room[:0], size+1)
	for {
		n, err := file.Read(h.room[len(h.room):cap(h.room)])
		h.room = h.room[:len(h.room)+n]
		switch {
		case err == io.EOF || err == nil && len(h.room) == size:
			return h.room, info, nil
		case err != nil:
			return nil, nil, err
		}
		h.room = slices.Grow(h.room, 512)
	}
}

// cause is an error without the path, which the problem shows already.
func cause(err error) string {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err.Error()
	}
	return err.Error()
}
