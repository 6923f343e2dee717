package build

import (
	"bytes"
	"io"
	"sync"

	"glossator/internal/source"
)

// Get makes the file at an address, or takes it from memory where its key is the
// same. Its tag changes with its bytes. The problem is a template author's.
func (r *Result) Get(path string) (data []byte, tag string, problem *source.Problem, ok bool) {
	o := r.output(path)
	if o == nil {
		return nil, "", nil, false
	}
	if data, ok = r.pages.get(path, o.keyed()); ok {
		return data, string(source.DigestOfBytes(data)), nil, true
	}
	var b bytes.Buffer
	if problem, _ = r.write(o, &b); problem != nil {
		return nil, "", problem, true
	}
	data = b.Bytes()
	r.pages.put(path, o.keyed(), data)
	return data, string(source.DigestOfBytes(data)), nil, true
}

// Try makes the file at an address, unless it was made before, and keeps none of it: the
// problem is a template author's.
func (r *Result) Try(path string) *source.Problem {
	o := r.output(path)
	if o == nil || r.pages.wasMade(path, o.keyed()) {
		return nil
	}
	problem, _ := r.write(o, io.Discard)
	if problem == nil {
		r.pages.note(path, o.keyed())
	}
	return problem
}

// pageMemory keeps the last bytes of the addresses that were asked for lately, each with
// its key, and of every address with what key it was made without a problem.
type pageMemory struct {
	mu         sync.Mutex
	made       map[string]uint64
	young, old map[string]memory // what was asked for, and what was before that
	size       int               // of young, in bytes
}

// mostYoung is of how many bytes the young memory becomes the old one, and what was old
// is let go: a page takes less than a millisecond to make again.
const mostYoung = 8 << 20

type memory struct {
	key  uint64
	data []byte
}

func newPageMemory() *pageMemory {
	return &pageMemory{made: map[string]uint64{}, young: map[string]memory{}}
}

func (m *pageMemory) get(path string, key uint64) ([]byte, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	got, ok := m.young[path]
	if !ok {
		if got, ok = m.old[path]; ok && got.key == key {
			m.keep(path, got)
		}
	}
	if !ok || key == 0 || got.key != key {
		return nil, false
	}
	return got.data, true
}

func (m *pageMemory) put(path string, key uint64, data []byte) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.made[path] = key
	m.keep(path, memory{key, data})
}

// keep makes bytes the youngest.
func (m *pageMemory) keep(path string, page memory) {
	if m.size += len(page.data) - len(m.young[path].data); m.size > mostYoung {
		m.old, m.young, m.size = m.young, map[string]memory{}, len(page.data)
	}
	m.young[path] = page
}

// note remembers that a file could be made.
func (m *pageMemory) note(path string, key uint64) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.made[path] = key
}

func (m *pageMemory) wasMade(path string, key uint64) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	return key != 0 && m.made[path] == key
}
