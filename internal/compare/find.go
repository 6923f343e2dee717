package compare

import (
	"cmp"
	"fmt"
	"slices"
)

// Relations of a Pair, the closest first.
const (
	Copy      = "copy"       // the same words, shortened perhaps
	Rewording = "rewording"  // the same report in other words
	SameEvent = "same event" // two reports of one event
)

// Pair says that sketches A and B, A < B, tell the same story.
type Pair struct {
	A, B     int
	Relation string  // Copy, Rewording or SameEvent
	Sure     float64 // 0 to 1
	Why      string  // in words
}

// What tells the relations apart, in per cent of the smaller set.
const (
	copyPhrases   = 65 // so many of the phrases shared make a copy
	rewordPhrases = 12 // a rewording, where
	inStep        = 85 // so many of these stand in the same order, and
	rewordSum     = 78 // phrases, half the words and half the names come to this;
	fewPhrases    = 5  // or, with fewer phrases,
	sameOrder     = 70 // so many entries stand in the same order
	sameWords     = 40 // and so many words are shared
	eventLeads    = 3  // the same event, where so many of the six chief entries,
	eventWords    = 28 // words
	eventNames    = 45 // and names are shared on one day
)

// Sizes of buckets: up to allPairs every two members are looked at, up to neighbours
// only those next to each other (a story with a hundred copies is a chain), beyond it
// the bucket is too common to say anything.
const (
	allPairs   = 10
	neighbours = 200
	chain      = 2 // how far apart those next to each other are
)

// Finder finds the pairs of articles that tell one story, again and again. It looks
// anew at what shares a bucket with a text that has changed, and nowhere else; what it
// finds is what a new Finder would.
type Finder struct {
	sketches []*Sketch
	in       []uint64 // the buckets: see keys
	spare    []uint64 // the last ones: room for the next
	pairs    []Pair
}

// Find finds the pairs, sorted by A, then B. Only articles that share buckets are
// looked at: a sampled phrase, four entries in a row, a figure, or a day and an entry.
// The time is linear in the number of articles. Sketches are told apart by address.
func (f *Finder) Find(sketches []*Sketch) []Pair {
	changed, few := f.changed(sketches)
	switch {
	case !few:
		f.sketches, f.in = slices.Clone(sketches), bucketsOf(sketches)
		f.pairs = related(f.sketches, candidates(f.in))
	case len(changed) > 0:
		f.update(sketches, changed)
	}
	return slices.Clone(f.pairs)
}

func related(sketches []*Sketch, candidates []uint64) (pairs []Pair) {
	for _, c := range candidates {
		a, b := int(c>>32), int(uint32(c))
		if p, ok := relate(sketches[a], sketches[b]); ok {
			p.A, p.B = a, b
			pairs = append(pairs, p)
		}
	}
	return pairs
}

// changed are the indexes of the sketches that are not the last ones; false where so
// many are, or an article came or went, that all must be looked at.
func (f *Finder) changed(sketches []*Sketch) (all []int, few bool) {
	if len(sketches) != len(f.sketches) || len(f.in) == 0 {
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
	f.pairs = append(f.pairs, related(f.sketches, pairs)...)
	slices.SortFunc(f.pairs, func(a, b Pair) int { return cmp.Compare(both(a.A, a.B), both(b.A, b.B)) })
}

// around are the members of a large bucket whose neighbors are others where one member
// came or went.
func around(bucket []uint64, member uint64) []uint64 {
	at, _ := slices.BinarySearch(bucket, member)
	return bucket[max(0, at-chain):min(len(bucket), at+chain+1)]
}

// sortedKeys are a sketch's buckets, each once.
func (s *Sketch) sortedKeys() []uint64 {
	keys := s.keys(nil, 0)
	slices.Sort(keys)
	return slices.Compact(keys)
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

// bucketOf is the bucket with a key, perhaps empty.
func bucketOf(in []uint64, key uint64) []uint64 {
	lo, _ := slices.BinarySearch(in, key>>indexBits<<indexBits)
	if lo == len(in) || in[lo]>>indexBits != key>>indexBits {
		return nil
	}
	return bucketAt(in, lo)
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

// both packs a pair of indexes, the smaller first.
func both(a, b int) uint64 { return uint64(min(a, b))<<32 | uint64(max(a, b)) }

// keys puts every sketch into its buckets: key in the upper bits, index in the lower.
const (
	indexBits = 24
	indexMask = 1<<indexBits - 1
)

func keys(sketches []*Sketch) []uint64 {
	out := make([]uint64, 0, len(sketches)*56)
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
	sortKeys(in)
	return slices.Compact(in)
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

// candidates are the pairs that share enough buckets, sorted.
func candidates(in []uint64) []uint64 {
	var met []uint64 // pairs, as often as they weigh
	for lo := 0; lo < len(in); {
		bucket := bucketAt(in, lo)
		lo += len(bucket)
		meetings(bucket, func(pair uint64, weight int) {
			for range weight {
				met = append(met, pair)
			}
		})
	}
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

// sortKeys sorts by the bits above the index, which are in order already.
func sortKeys(in []uint64) {
	spare := make([]uint64, len(in))
	for shift := uint(indexBits); shift < 64; shift += 10 {
		var count [1 << 10]int
		for _, x := range in {
			count[x>>shift&1023]++
		}
		at := 0
		for i, n := range count {
			count[i], at = at, at+n
		}
		for _, x := range in {
			spare[count[x>>shift&1023]] = x
			count[x>>shift&1023]++
		}
		in, spare = spare, in
	}
}

// relate judges two sketches. The cheap questions come first: most candidates share
// little.
func relate(a, b *Sketch) (Pair, bool) {
	p := a.phrases.likeness(b.phrases)
	phrases, near := p.percent(), oneDay(a.days, b.days)
	if p.of < 8 || phrases < fewPhrases && !near {
		return Pair{}, false
	}
	if phrases >= copyPhrases {
		return Pair{Relation: Copy, Sure: sure(50+phrases/2, p.of),
			Why: fmt.Sprintf("%d %% of the shorter text's phrases stand in the other", phrases)}, true
	}
	words, names := a.vocab.likeness(b.vocab).percent(), a.names.likeness(b.names).percent()
	if sum := phrases + words/2 + names/2; phrases >= rewordPhrases && p.shared >= 6 && sum >= rewordSum && p.order() >= inStep {
		return Pair{Relation: Rewording, Sure: sure(sum, p.of),
			Why: fmt.Sprintf("%d %% of the phrases, in the same order, and %d %% of the longer words are shared", phrases, words)}, true
	}
	if phrases >= fewPhrases && words >= sameWords {
		if entries := inOrder(a.sequence, b.sequence); entries >= sameOrder {
			return Pair{Relation: Rewording, Sure: sure(30+entries/3+words/3, p.of),
				Why: fmt.Sprintf("%d %% of the entries stand in the same order, %d %% of the longer words are shared", entries, words)}, true
		}
	}
	if leads := inCommon(a.leads, b.leads); near && leads >= eventLeads && words >= eventWords && names >= eventNames {
		figures := inCommon(a.figures, b.figures)
		return Pair{Relation: SameEvent, Sure: sure(20+words/2+names/4+5*leads+10*min(figures, 2), p.of),
			Why: fmt.Sprintf("same day, %d of the chief entries and %d %% of the longer words shared", leads, words)}, true
	}
	return Pair{}, false
}

// sure caps a score and lowers it where it rests on few hashes.
func sure(percent, of int) float64 { return float64(min(99, percent*min(of, 24)/24)) / 100 }

// oneDay tells whether the days are the same or next to each other.
func oneDay(a, b []string) bool { return inCommon(a, b) > 0 }

// inCommon counts what two short lists share.
func inCommon[T comparable](a, b []T) int {
	n := 0
	for _, x := range a {
		if slices.Contains(b, x) {
			n++
		}
	}
	return n
}

// inOrder is the longest sequence of entries that both texts mention in that order,
// in per cent of the shorter list; 0 where that is too short to say anything.
func inOrder(a, b []uint32) int {
	if len(a) < 6 || len(b) < 6 {
		return 0
	}
	var row [65]uint8
	for _, x := range a {
		diagonal := uint8(0)
		for j, y := range b {
			up := row[j+1]
			if x == y {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(row[j], up)
			}
			diagonal = up
		}
	}
	return 100 * int(row[len(b)]) / min(len(a), len(b))
}
