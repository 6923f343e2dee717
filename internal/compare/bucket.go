package compare

import (
	"math/bits"
	"slices"
)

// Sizes of buckets: up to allPairs every two members are looked at, up to neighbours
// only those next to each other (a story with a hundred copies is a chain), beyond it
// the bucket is too common to say anything.
const (
	allPairs   = 10
	neighbours = 200
	chain      = 2 // how far apart those next to each other are
)

// A bucket is what shares a key: the key stands in the upper bits, the sketch's index in
// the lower, all of them sorted in one list.
const (
	indexBits = 24
	indexMask = 1<<indexBits - 1
)

// both packs a pair of indexes, the smaller first.
func both(a, b int) uint64 { return uint64(min(a, b))<<32 | uint64(max(a, b)) }

// keys puts every sketch into its buckets.
func keys(sketches []*Sketch) []uint64 {
	most := 0
	for _, s := range sketches {
		most += min(32, len(s.phrases.hashes)) + min(16, len(s.sequence)) + min(8, len(s.figures)) + len(s.days)*len(s.leads)
	}
	out := make([]uint64, 0, most)
	for i, s := range sketches {
		out = s.keys(out, i)
	}
	return out
}

// keys adds a sketch's buckets for its index.
func (s *Sketch) keys(out []uint64, index int) []uint64 {
	add := func(h uint64) { out = append(out, h>>indexBits<<indexBits|uint64(index)) }
	for _, h := range s.phrases.hashes[:min(32, len(s.phrases.hashes))] {
		add(mix(h >> placeBits))
	}
	for k := 0; k+3 < len(s.sequence) && k < 16; k++ {
		q := s.sequence[k:]
		add(mix(uint64(q[0]) ^ rotate(uint64(q[1]), 13) ^ rotate(uint64(q[2]), 27) ^ rotate(uint64(q[3]), 43)))
	}
	for _, f := range s.figures[:min(8, len(s.figures))] {
		add(mix(f ^ 0x9e3779b97f4a7c15))
	}
	for _, d := range s.days {
		for _, e := range s.leads {
			add(mix(uint64(hash32(d))<<32 | uint64(e)))
		}
	}
	return out
}

// sortedKeys are a sketch's buckets, each once.
func (s *Sketch) sortedKeys() []uint64 {
	keys := s.keys(nil, 0)
	slices.Sort(keys)
	return slices.Compact(keys)
}

// enough is the weight of shared buckets that makes two articles worth a look: two
// that hold no other article, or five common ones.
const enough = 5

// bucketWeight says how much it means to share a bucket of that size.
func bucketWeight(size int) int {
	switch {
	case size == 2:
		return 3
	case size <= 4:
		return 2
	}
	return 1
}

// bucketsOf are the keys of all sketches, sorted, each once.
func bucketsOf(sketches []*Sketch) []uint64 {
	in := keys(sketches)
	slices.Sort(in)
	return slices.Compact(in)
}

// bucketOf is the bucket with a key, perhaps empty.
func bucketOf(in []uint64, key uint64) []uint64 {
	lo, _ := slices.BinarySearch(in, key>>indexBits<<indexBits)
	if lo == len(in) || in[lo]>>indexBits != key>>indexBits {
		return nil
	}
	return bucketAt(in, lo)
}

// bucketAt is the bucket whose first member stands at an offset.
func bucketAt(in []uint64, lo int) []uint64 {
	hi := lo + 1
	for hi < len(in) && in[hi]>>indexBits == in[lo]>>indexBits {
		hi++
	}
	return in[lo:hi]
}

// reachOf is how far from one another two members of a bucket of that size may stand
// to be looked at; 0 where none are.
func reachOf(size int) int {
	switch {
	case size > neighbours:
		return 0
	case size > allPairs:
		return chain
	}
	return size
}

// meetings calls meet for the pairs of a bucket that are looked at, with what it means
// to share it.
func meetings(bucket []uint64, meet func(pair uint64, weight int)) {
	reach, weight := reachOf(len(bucket)), bucketWeight(len(bucket))
	for x := range bucket {
		for y := x + 1; y < len(bucket) && y <= x+reach; y++ {
			meet(both(int(bucket[x]&indexMask), int(bucket[y]&indexMask)), weight)
		}
	}
}

// candidates are the pairs that share enough buckets, sorted. Nearly all pairs meet once
// and never again: rough sums, in which several pairs may come together, tell them, so
// that few need sorting.
func candidates(in []uint64) []uint64 {
	width := bits.Len(uint(len(in)))
	rough := make([]uint8, 1<<width)
	place := func(pair uint64) *uint8 { return &rough[mix(pair)>>(64-width)] }
	all := func(meet func(pair uint64, weight int)) {
		for lo := 0; lo < len(in); {
			bucket := bucketAt(in, lo)
			lo += len(bucket)
			meetings(bucket, meet)
		}
	}
	all(func(pair uint64, weight int) {
		sum := place(pair)
		*sum = uint8(min(int(*sum)+weight, enough))
	})
	var met []uint64 // pairs, as often as they weigh
	all(func(pair uint64, weight int) {
		if *place(pair) < enough {
			return
		}
		for range weight {
			met = append(met, pair)
		}
	})
	slices.Sort(met)
	out := met[:0]
	for lo := 0; lo < len(met); {
		hi := lo + 1
		for hi < len(met) && met[hi] == met[lo] {
			hi++
		}
		if hi-lo >= enough {
			out = append(out, met[lo])
		}
		lo = hi
	}
	return out
}
