package annotation

import (
	"encoding/binary"
	"math"
	"sync"

	"glossator/internal/source"
)

// Digest stands for everything found: equal digests, equal annotations, doubts apart.
// It is taken of every document, so it writes plainly instead of reflecting.
func (a *Set) Digest() source.Digest {
	p := written.Get().(*[]byte)
	defer written.Put(p)
	b := (*p)[:0]
	b = binary.AppendUvarint(b, uint64(len(a.Mentions)))
	for i := range a.Mentions {
		m := &a.Mentions[i]
		damaged := byte(0)
		if m.Damaged {
			damaged = 1
		}
		b = append(appendWords(appendSpans(b, m.Span), m.Entry, string(m.Level), m.Rule), damaged)
	}
	b = binary.AppendUvarint(b, uint64(len(a.Quotes)))
	for i := range a.Quotes {
		q := &a.Quotes[i]
		b = appendWords(appendSpans(b, q.Span, q.Cue), q.Kind, q.Speaker, q.Name, q.Certainty, q.Rule)
	}
	b = binary.AppendUvarint(b, uint64(len(a.Figures)))
	for i := range a.Figures {
		f := &a.Figures[i]
		b = appendWords(binary.LittleEndian.AppendUint64(appendSpans(b, f.Span), math.Float64bits(f.Value)), f.Unit, f.What, f.Rule)
	}
	b = binary.AppendUvarint(b, uint64(len(a.Dates)))
	for i := range a.Dates {
		b = appendWords(appendSpans(b, a.Dates[i].Span), string(a.Dates[i].Resolves), a.Dates[i].Rule)
	}
	b = appendSpans(b, a.Sentences...)
	*p = b
	return source.DigestOfBytes(b)
}

// written lends the memory in which digests are written.
var written = sync.Pool{New: func() any { return new([]byte) }}

func appendSpans(b []byte, all ...source.Span) []byte {
	for _, s := range all {
		b = binary.AppendUvarint(binary.AppendUvarint(b, uint64(s.Start)), uint64(s.End))
	}
	return b
}

func appendWords(b []byte, all ...string) []byte {
	for _, w := range all {
		b = append(binary.AppendUvarint(b, uint64(len(w))), w...)
	}
	return b
}
