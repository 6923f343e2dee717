package search

import (
	"cmp"
	"slices"
)

// dictionary numbers words in order of arrival.
type dictionary struct {
	known map[string]uint32
	words []string // by number
}

// number is the word's number, a new one where it was not known.
func (d *dictionary) number(word []byte) uint32 {
	if n, ok := d.known[string(word)]; ok {
		return n
	}
	if d.known == nil {
		d.known = map[string]uint32{}
	}
	n, w := uint32(len(d.words)), string(word)
	d.known[w], d.words = n, append(d.words, w)
	return n
}

// sorted lists the numbers in their words' order.
func (d *dictionary) sorted() []uint32 {
	all := make([]uint32, len(d.words))
	for i := range all {
		all[i] = uint32(i)
	}
	slices.SortFunc(all, func(a, b uint32) int { return cmp.Compare(d.words[a], d.words[b]) })
	return all
}
