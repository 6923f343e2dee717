package page

import (
	"encoding/binary"
	"sync"

	"github.com/zeebo/xxh3"
)

// sum collects the keys of many things that a page shows, for one key: to source.Key each
// of a list's members is work. All pages are planned at every save, so it borrows its room.
type sum struct{ all []byte }

var sums = sync.Pool{New: func() any { return new(sum) }}

func newSum() *sum { return sums.Get().(*sum) }

func (s *sum) add(keys ...uint64) {
	for _, k := range keys {
		s.all = binary.LittleEndian.AppendUint64(s.all, k)
	}
}

// words adds some words, so that no others of any number give the same bytes.
func (s *sum) words(all ...string) {
	s.add(uint64(len(all)))
	for _, w := range all {
		s.add(uint64(len(w)))
		s.all = append(s.all, w...)
	}
}

// key is that of all that was added; 0 is no key.
func (s *sum) key() uint64 { return max(xxh3.Hash(s.all), 1) }

func (s *sum) release() {
	s.all = s.all[:0]
	sums.Put(s)
}
