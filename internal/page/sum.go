package page

import (
	"encoding/binary"
	"sync"

	"glossator/internal/source"
)

// sum collects what a page shows of many things, for one digest. All pages are planned
// at every save, so it borrows its room.
type sum struct{ all []byte }

var sums = sync.Pool{New: func() any { return new(sum) }}

func newSum() *sum { return sums.Get().(*sum) }

// add adds a part, kept apart from the next.
func (s *sum) add(part string) {
	s.all = append(binary.AppendUvarint(s.all, uint64(len(part))), part...)
}

func (s *sum) digest() string { return string(source.DigestOfBytes(s.all)) }

func (s *sum) release() {
	s.all = s.all[:0]
	sums.Put(s)
}

// sumOf is the digest of a list.
func sumOf(list []string) string {
	s := newSum()
	defer s.release()
	for _, part := range list {
		s.add(part)
	}
	return s.digest()
}
