package compare

import (
	"encoding/binary"

	"glossator/internal/annotation"
	"glossator/internal/doc"
)

// Append appends what FromRecord makes the sketch of: all that needs the tokens.
func (s *Sketch) Append(b []byte) []byte {
	b = binary.LittleEndian.AppendUint64(b, s.phrases.bound)
	b = append(b, byte(len(s.phrases.hashes)))
	for _, h := range s.phrases.hashes {
		b = binary.LittleEndian.AppendUint64(b, h)
	}
	return b
}

// FromRecord makes the sketch of a document of what Append wrote, and gives what stands
// behind it. It is false where the bytes are nothing of that kind.
func FromRecord(b []byte, d *doc.Document, ann *annotation.Set) (s *Sketch, rest []byte, ok bool) {
	if len(b) < 9 {
		return nil, nil, false
	}
	phrases := sample{bound: binary.LittleEndian.Uint64(b)}
	n := int(b[8])
	if b = b[9:]; n > phraseSample || len(b) < 8*n {
		return nil, nil, false
	}
	phrases.hashes = make([]uint64, n)
	for i := range phrases.hashes {
		phrases.hashes[i] = binary.LittleEndian.Uint64(b[8*i:])
		if i > 0 && phrases.hashes[i] <= phrases.hashes[i-1] {
			return nil, nil, false
		}
	}
	return sketchWith(d, ann, phrases), b[8*n:], true
}
