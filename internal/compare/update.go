package compare

import (
	"cmp"
	"slices"
)

// changed are the indexes of the sketches that are not the last ones; false where so
// many are, or an article came or went, that all must be looked at.
func (f *Finder) changed(sketches []*Sketch) (all []int, few bool) {
	if len(sketches) != len(f.sketches) {
		return nil, false
	}
	for i, s := range sketches {
		if s != f.sketches[i] {
			all = append(all, i)
		}
	}
	return all, len(all) <= 4+len(sketches)/200
}

// update puts changed sketches into their new buckets, and judges again the pairs they
// are in and those that weigh otherwise because a bucket they left or joined has another
// size or order.
func (f *Finder) update(sketches []*Sketch, changed []int) {
	moves := map[int][]uint64{} // of each changed: the buckets it left or joined
	for _, i := range changed {
		moves[i] = apart(f.sketches[i].sortedKeys(), sketches[i].sortedKeys())
	}
	if f.in == nil {
		f.in = bucketsOf(f.sketches)
	}
	old := f.in
	f.replace(sketches, changed)
	weights := f.weights(changed)
	var pairs []uint64
	meet := func(pair uint64, _ int) { pairs = append(pairs, pair) }
	for _, i := range changed {
		for _, key := range moves[i] {
			before, now := bucketOf(old, key), bucketOf(f.in, key)
			switch {
			case shapeOf(len(before)) != shapeOf(len(now)):
				meetings(before, meet)
				meetings(now, meet)
			case len(now) > allPairs:
				meetings(around(before, key|uint64(i)), meet)
				meetings(around(now, key|uint64(i)), meet)
			}
		}
	}
	for p := range weights {
		pairs = append(pairs, p)
	}
	for _, p := range f.pairs { // those found of a changed one
		if slices.Contains(changed, p.A) || slices.Contains(changed, p.B) {
			pairs = append(pairs, both(p.A, p.B))
		}
	}
	slices.Sort(pairs)
	pairs = slices.Compact(pairs)
	f.pairs = slices.DeleteFunc(f.pairs, func(p Pair) bool {
		_, again := slices.BinarySearch(pairs, both(p.A, p.B))
		return again
	})
	pairs = slices.DeleteFunc(pairs, func(p uint64) bool {
		w, of := weights[p]
		if !of {
			w = f.weight(int(p>>32), int(uint32(p)))
		}
		return w < enough
	})
	f.pairs = append(f.pairs, f.related(pairs)...)
	slices.SortFunc(f.pairs, func(a, b Pair) int { return cmp.Compare(both(a.A, a.B), both(b.A, b.B)) })
}

// around are the members of a large bucket whose neighbors are others where one member
// came or went.
func around(bucket []uint64, member uint64) []uint64 {
	at, _ := slices.BinarySearch(bucket, member)
	return bucket[max(0, at-chain):min(len(bucket), at+chain+1)]
}

// apart are the keys of one sorted list alone.
func apart(a, b []uint64) (all []uint64) {
	for len(a)+len(b) > 0 {
		switch {
		case len(b) == 0 || len(a) > 0 && a[0] < b[0]:
			all, a = append(all, a[0]), a[1:]
		case len(a) == 0 || b[0] < a[0]:
			all, b = append(all, b[0]), b[1:]
		default:
			a, b = a[1:], b[1:]
		}
	}
	return all
}

// shape is what a bucket's size means for the pairs in it.
type shape struct{ weight, reach int }

func shapeOf(size int) shape {
	if size <= allPairs {
		return shape{bucketWeight(size), allPairs} // all of them, however many
	}
	return shape{bucketWeight(size), reachOf(size)}
}

// replace takes the changed sketches' old keys out and puts their new ones in.
func (f *Finder) replace(sketches []*Sketch, changed []int) {
	var old, now []uint64
	for _, i := range changed {
		old, now = f.sketches[i].keys(old, i), sketches[i].keys(now, i)
		f.sketches[i] = sketches[i]
	}
	slices.Sort(old)
	slices.Sort(now)
	now = slices.Compact(now)
	merged := slices.Grow(f.spare[:0], len(f.in)+len(now))
	for _, k := range f.in {
		for len(now) > 0 && now[0] < k {
			merged, now = append(merged, now[0]), now[1:]
		}
		for len(old) > 0 && old[0] < k {
			old = old[1:]
		}
		if len(old) == 0 || old[0] != k {
			merged = append(merged, k)
		}
	}
	f.in, f.spare = append(merged, now...), f.in
}

// weights are what the buckets mean that the changed articles share with others.
func (f *Finder) weights(changed []int) map[uint64]int {
	sums := map[uint64]int{}
	for n, i := range changed {
		for _, key := range f.sketches[i].sortedKeys() {
			bucket := bucketOf(f.in, key)
			at, _ := slices.BinarySearch(bucket, key|uint64(i))
			reach := reachOf(len(bucket))
			for x := max(0, at-reach); x <= min(at+reach, len(bucket)-1); x++ {
				if other := int(bucket[x] & indexMask); other != i && !slices.Contains(changed[:n], other) {
					sums[both(i, other)] += bucketWeight(len(bucket))
				}
			}
		}
	}
	return sums
}

// weight is what the buckets mean that two articles share.
func (f *Finder) weight(a, b int) (sum int) {
	x, y := f.sketches[a].sortedKeys(), f.sketches[b].sortedKeys()
	pair := both(a, b)
	for _, key := range x {
		if _, shared := slices.BinarySearch(y, key); shared {
			meetings(bucketOf(f.in, key), func(p uint64, weight int) {
				if p == pair {
					sum += weight
				}
			})
		}
	}
	return sum
}
