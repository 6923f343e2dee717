// Package cache keeps records from one process to the next: one file for each who asks, in
// a folder that is safe to delete at any time.
//
// In: records by the digest of all that they were made of. Out: the same bytes, or none.
// Invariants: a record comes back as it was put or not at all, whatever was done to its file;
// a file is whole, the old one or the new, whenever the process ends; the folder stays below
// its limit. What cannot be read or written is nobody's error: there is nothing then.
//
// # The file
//
//	records   one behind the other, as they came
//	index     of each record: its key (24 bytes), where it begins, how long it is (8 bytes
//	          each, as all numbers), and the XXH3 sum of its bytes
//	foot      how many records there are, the XXH3 sum of the index, the words "glossator 1\n"
package cache

import (
	"encoding/binary"
	"io"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"

	"github.com/zeebo/xxh3"

	"glossator/internal/source"
)

// Folder is where files are kept. Its limits are those of the zero value unless others are
// given.
type Folder struct {
	Dir  string
	Most int64 // bytes of all files together; 0 is 256 MiB. One file has half of that at most
}

func (f Folder) most() int64 {
	if f.Most > 0 {
		return f.Most
	}
	return 256 << 20
}

// File is one file of the folder: what it held when it was opened, and what comes anew.
// Get, Has and Put may be called from many goroutines; Save ends it.
type File struct {
	folder Folder
	path   string
	in     *os.File
	places []place // of the records in it, in order
	byKey  map[source.Digest]int32

	mu    sync.Mutex
	anew  *writer // nil until something is put
	ended bool    // no more is written: it cannot be, or would be too much
}

// place is where a record lies.
type place struct {
	key      source.Digest
	at, size int64
	sum      uint64
	used     atomic.Bool // it was asked for,
	gone     atomic.Bool // or another is in its place
}

func (p *place) kept() bool { return p.used.Load() && !p.gone.Load() }

const (
	foot    = 8 + 8 + len(mark)
	mark    = "glossator 1\n"
	keySize = 24
	row     = keySize + 8 + 8 + 8
)

// New begins a file anew: nothing that it held before is read.
func (f Folder) New(name string) *File {
	return &File{folder: f, path: filepath.Join(f.Dir, name+ending)}
}

// Open opens a file by its name. One that is not there, or is damaged, holds nothing.
func (f Folder) Open(name string) *File {
	c := f.New(name)
	in, err := os.Open(c.path)
	if err != nil {
		return c
	}
	if c.in = in; !c.index() {
		c.places, c.byKey = nil, nil
	}
	return c
}

// index reads where the records lie; false where that is not known.
func (c *File) index() bool {
	info, err := c.in.Stat()
	if err != nil || !info.Mode().IsRegular() || info.Size() < int64(foot) || info.Size() > c.folder.most() {
		return false
	}
	var end [foot]byte
	if _, err := c.in.ReadAt(end[:], info.Size()-int64(foot)); err != nil || string(end[16:]) != mark {
		return false
	}
	count := binary.LittleEndian.Uint64(end[:])
	if count > uint64(info.Size())/row {
		return false
	}
	rows := make([]byte, count*row)
	records := info.Size() - int64(foot+len(rows))
	if records < 0 {
		return false
	}
	if _, err := c.in.ReadAt(rows, records); err != nil || xxh3.Hash(rows) != binary.LittleEndian.Uint64(end[8:]) {
		return false
	}
	keys := string(rows)
	c.places, c.byKey = make([]place, count), make(map[source.Digest]int32, count)
	for i := range c.places {
		p, b := &c.places[i], rows[i*row:][:row]
		p.key = source.Digest(keys[i*row:][:keySize])
		p.at, p.size = int64(binary.LittleEndian.Uint64(b[keySize:])), int64(binary.LittleEndian.Uint64(b[keySize+8:]))
		p.sum = binary.LittleEndian.Uint64(b[keySize+16:])
		if p.at < 0 || p.size < 0 || p.at > records || p.size > records-p.at {
			return false
		}
		c.byKey[p.key] = int32(i)
	}
	return true
}

// Get reads the record of a key into room, which grows where it must. It is false where
// there is none.
func (c *File) Get(key source.Digest, room []byte) ([]byte, bool) {
	p := c.find(key)
	if p == nil {
		return room, false
	}
	if int64(cap(room)) < p.size {
		room = make([]byte, p.size)
	}
	room = room[:p.size]
	if _, err := c.in.ReadAt(room, p.at); err != nil || xxh3.Hash(room) != p.sum {
		return room, false
	}
	p.used.Store(true)
	return room, true
}

// Has tells whether there is a record of a key, which is then kept.
func (c *File) Has(key source.Digest) bool {
	p := c.find(key)
	if p != nil {
		p.used.Store(true)
	}
	return p != nil
}

func (c *File) find(key source.Digest) *place {
	if i, ok := c.byKey[key]; ok && !c.places[i].gone.Load() {
		return &c.places[i]
	}
	return nil
}

// Put puts a record, in the place of one with the same key.
func (c *File) Put(key source.Digest, record []byte) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if p := c.find(key); p != nil {
		p.gone.Store(true)
	}
	if c.anew == nil && !c.ended {
		c.anew = c.folder.create(c.path)
	}
	if c.anew == nil || !c.anew.put(key, record, xxh3.Hash(record)) {
		c.drop()
	}
}

// drop gives up writing.
func (c *File) drop() {
	c.ended = true
	if c.anew != nil {
		c.anew.remove()
		c.anew = nil
	}
}

// Save ends the file. Where something was put, it holds from now on that and what was asked
// for of what it held; else it stays as it is.
func (c *File) Save() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.anew != nil && !c.copyUsed() {
		c.drop()
	}
	if c.in != nil {
		c.in.Close()
	}
	switch {
	case c.anew != nil && c.anew.finish(c.path):
		c.folder.tidy(c.path)
	case c.byKey != nil:
		touch(c.path)
	}
	c.in, c.anew, c.byKey, c.ended = nil, nil, nil, true
}

// copyUsed copies the records that were asked for, those that lie together as one.
func (c *File) copyUsed() bool {
	for i := 0; i < len(c.places); i++ {
		if !c.places[i].kept() {
			continue
		}
		from, to := c.places[i].at, c.places[i].at
		for ; i < len(c.places) && c.places[i].kept() && c.places[i].at == to; i++ {
			p := &c.places[i]
			c.anew.note(p.key, p.at-from, p.size, p.sum)
			to += p.size
		}
		i--
		if _, err := c.in.Seek(from, io.SeekStart); err != nil || !c.anew.copy(c.in, to-from) {
			return false
		}
	}
	return true
}
