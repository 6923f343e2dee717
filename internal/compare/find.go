package compare

import (
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
)

// Find finds the pairs of articles that tell one story, sorted by A, then B. Only
// articles that share buckets are looked at: a sampled phrase, four entries in a
// row, a figure, or a day and an entry. The time is linear in the number of articles.
func Find(sketches []Sketch) []Pair {
	var pairs []Pair
	for _, c := range candidates(sketches) {
		a, b := int(c>>32), int(uint32(c))
		if p, ok := relate(&sketches[a], &sketches[b]); ok {
			p.A, p.B = a, b
			pairs = append(pairs, p)
		}
	}
	return pairs
}

// both packs a pair of indexes, the smaller first.
func both(a, b int) uint64 { return uint64(min(a, b))<<32 | uint64(max(a, b)) }

// keys puts every sketch into its buckets: key in the upper bits, index in the lower.
const indexBits = 24

func keys(sketches []Sketch) []uint64 {
	out := make([]uint64, 0, len(sketches)*56)
	for i := range sketches {
		s := &sketches[i]
		add := func(h uint64) { out = append(out, h>>indexBits<<indexBits|uint64(i)) }
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

// candidates are the pairs that share enough buckets, sorted.
func candidates(sketches []Sketch) []uint64 {
	in := keys(sketches)
	sortKeys(in)
	var met []uint64 // pairs, as often as they weigh
	const index = 1<<indexBits - 1
	for lo := 0; lo < len(in); {
		hi := lo + 1
		for hi < len(in) && in[hi]>>indexBits == in[lo]>>indexBits {
			hi++
		}
		bucket := slices.Compact(in[lo:hi])
		lo = hi
		reach := len(bucket)
		switch {
		case len(bucket) > neighbours:
			continue
		case len(bucket) > allPairs:
			reach = 2
		}
		weight := bucketWeight(len(bucket))
		for x := range bucket {
			for y := x + 1; y < len(bucket) && y <= x+reach; y++ {
				pair := both(int(bucket[x]&index), int(bucket[y]&index))
				for range weight {
					met = append(met, pair)
				}
			}
		}
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
