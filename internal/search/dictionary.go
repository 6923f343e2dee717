package search

import (
	"bytes"
	"slices"
)

// dictionary numbers words in order of arrival: an open-addressing table over one
// long string of them, a third of the time of a map[string] here.
type dictionary struct {
	slots []slot
	ends  []uint32 // by number: where it ends in text
	text  []byte
}

// slot holds what a look-up needs in one cache line.
type slot struct {
	hash       uint32
	after      uint32 // the word's number + 1; 0 where the slot is free
	start, end uint32 // of the word, in text
}

// number is the word's number, a new one where it was not known.
func (d *dictionary) number(word []byte, hash uint32) uint32 {
	if 2*len(d.ends) >= len(d.slots) {
		d.grow()
	}
	mask := uint32(len(d.slots) - 1)
	for at := hash & mask; ; at = (at + 1) & mask {
		s := &d.slots[at]
		if s.after == 0 {
			start := uint32(len(d.text))
			d.text = append(d.text, word...)
			d.ends = append(d.ends, uint32(len(d.text)))
			d.slots[at] = slot{hash, uint32(len(d.ends)), start, uint32(len(d.text))}
			return uint32(len(d.ends)) - 1
		}
		if s.hash == hash && bytes.Equal(d.text[s.start:s.end], word) {
			return s.after - 1
		}
	}
}

func (d *dictionary) grow() {
	before := d.slots
	d.slots = make([]slot, max(1<<12, 2*len(before)))
	mask := uint32(len(d.slots) - 1)
	for _, s := range before {
		at := s.hash & mask
		for d.slots[at].after != 0 {
			at = (at + 1) & mask
		}
		if s.after != 0 {
			d.slots[at] = s
		}
	}
}

func (d *dictionary) word(n uint32) []byte {
	start := uint32(0)
	if n > 0 {
		start = d.ends[n-1]
	}
	return d.text[start:d.ends[n]]
}

// sorted lists the numbers in their words' order.
func (d *dictionary) sorted() []uint32 {
	all := make([]uint32, len(d.ends))
	for i := range all {
		all[i] = uint32(i)
	}
	slices.SortFunc(all, func(a, b uint32) int { return bytes.Compare(d.word(a), d.word(b)) })
	return all
}
