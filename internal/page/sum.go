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

func (s *sum) key() uint64 { return xxh3.Hash(s.all) }

func (s *sum) release() {
	s.all = s.all[:0]
	sums.Put(s)
}
