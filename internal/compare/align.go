package compare

import (
	"cmp"
	"math/bits"
	"slices"
)

// match is sentences aLo..aHi of one text told as bLo..bHi of the other; one side is
// empty where the passage is missing there.
type match struct {
	aLo, aHi, bLo, bHi int
	moved              bool
}

func (m match) paired() bool { return m.aLo < m.aHi && m.bLo < m.bHi }

// What counts as the same sentence, in per cent of shared weight (Dice).
const (
	samePlace = 24 // in the order of the story
	elsewhere = 50 // out of order: only what is clearly the same
	weak      = 45 // a pair in order that gives way to a clearly better one elsewhere
)

// term is a word of a sentence: its number in the vocabulary of both texts and how
// often it stands there.
type term struct{ id, n int }

// vector is the words of a sentence in order of id, and their weight together.
type vector struct {
	terms  []term
	weight int
}

// alignSentences finds which sentences tell the same. In-order pairs come from
// dynamic programming over one-to-one, one-to-two and two-to-one matches (Gale and
// Church 1993, with shared weighted words in place of lengths); what is left over and
// clearly the same elsewhere has moved. Scores are whole numbers, so that every
// machine finds the same.
func alignSentences(a, b *text) []match {
	va, vb, weight := vectors(a, b)
	s := newScores(va, vb, weight)
	chain := s.inOrder()
	return s.moves(chain)
}

// vectors weighs rare words more than common ones, names and numbers most, and
// function words hardly at all. Only two texts are looked at, so "rare" means in few
// of their sentences.
func vectors(a, b *text) (va, vb []vector, weight []int) {
	ids, seen := map[string]int{}, []int{}
	collect := func(t *text) []vector {
		out := make([]vector, len(t.sentences))
		for i, s := range t.sentences {
			terms := make([]term, 0, s.hi-s.lo)
			for k := s.lo; k < s.hi; k++ {
				tok := &t.tokens[k]
				id, ok := ids[tok.stem]
				if !ok {
					id = len(seen)
					ids[tok.stem] = id
					seen, weight = append(seen, 0), append(weight, 0)
				}
				terms = append(terms, term{id, 1})
				weight[id] = max(weight[id], kindWeight(tok))
			}
			out[i].terms = fold(terms)
			for _, x := range out[i].terms {
				seen[x.id]++
			}
		}
		return out
	}
	va, vb = collect(a), collect(b)
	for id, n := range seen {
		if weight[id] > 1 {
			weight[id] += max(0, 10-2*bits.Len(uint(n)))
		}
	}
	for _, vs := range [][]vector{va, vb} {
		for i := range vs {
			for _, x := range vs[i].terms {
				vs[i].weight += x.n * weight[x.id]
			}
		}
	}
	return va, vb, weight
}

func kindWeight(t *piece) int {
	switch {
	case t.class.function() || t.class == honorific:
		return 1
	case t.name || t.number() || t.class == day:
		return 4
	}
	return 2
}

// fold sorts terms and counts equal ones together.
func fold(terms []term) []term {
	slices.SortFunc(terms, func(x, y term) int { return cmp.Compare(x.id, y.id) })
	out := terms[:0]
	for _, x := range terms {
		if n := len(out); n > 0 && out[n-1].id == x.id {
			out[n-1].n += x.n
			continue
		}
		out = append(out, x)
	}
	return out
}

// scores holds the weight that each two sentences share.
type scores struct {
	a, b   []vector
	weight []int
	shared []int32 // of sentence i and j at i*len(b)+j
}

func newScores(a, b []vector, weight []int) *scores {
	s := &scores{a: a, b: b, weight: weight, shared: make([]int32, len(a)*len(b))}
	type at struct{ sentence, n int }
	where := make([][]at, len(weight))
	for j, v := range b {
		for _, x := range v.terms {
			where[x.id] = append(where[x.id], at{j, x.n})
		}
	}
	for i, v := range a {
		row := s.shared[i*len(b) : (i+1)*len(b)]
		for _, x := range v.terms {
			for _, w := range where[x.id] {
				row[w.sentence] += int32(weight[x.id] * min(x.n, w.n))
			}
		}
	}
	return s
}

func (s *scores) at(i, j int) int { return int(s.shared[i*len(s.b)+j]) }

// dice is what two sentences share, in per cent of both.
func (s *scores) dice(i, j int) int {
	if w := s.a[i].weight + s.b[j].weight; w > 0 {
		return 200 * s.at(i, j) / w
	}
	return 0
}

// gain is how much better it is to pair the weights than to leave them, at a bar in
// per cent.
func gain(shared, weights, bar int) int { return 200*shared - bar*weights }

// overlap is the weight shared by a sentence and two others read as one.
func (s *scores) overlap(one, two, three vector) int {
	both := fold(append(slices.Clone(two.terms), three.terms...))
	sum, k := 0, 0
	for _, x := range one.terms {
		for k < len(both) && both[k].id < x.id {
			k++
		}
		if k < len(both) && both[k].id == x.id {
			sum += s.weight[x.id] * min(x.n, both[k].n)
		}
	}
	return sum
}

// step is a move of the dynamic programming: so many sentences, or words, of either side.
type step struct{ a, b int8 }

// inOrder is the best alignment that keeps the order of both texts.
func (s *scores) inOrder() []match {
	n, m := len(s.a), len(s.b)
	best := make([]int, (n+1)*(m+1))
	from := make([]step, (n+1)*(m+1))
	w := m + 1
	for i := 0; i <= n; i++ {
		for j := 0; j <= m; j++ {
			at := i*w + j
			best[at] = -1
			try := func(a, b int8, gained int) {
				if v := best[at-int(a)*w-int(b)] + gained; v > best[at] {
					best[at], from[at] = v, step{a, b}
				}
			}
			if i == 0 && j == 0 {
				best[at] = 0
				continue
			}
			if i > 0 && j > 0 {
				if g := gain(s.at(i-1, j-1), s.a[i-1].weight+s.b[j-1].weight, samePlace); g > 0 {
					try(1, 1, g)
				}
				s.split(i, j, try)
			}
			if i > 0 {
				try(1, 0, 0)
			}
			if j > 0 {
				try(0, 1, 0)
			}
		}
	}
	return trace(from, n, m)
}

// split tries one sentence against two. Both halves must share enough on their own.
func (s *scores) split(i, j int, try func(a, b int8, gained int)) {
	half := func(i, j, w int) bool { return 100*s.at(i, j) > 2*samePlace*w }
	if j > 1 && half(i-1, j-1, s.b[j-1].weight) && half(i-1, j-2, s.b[j-2].weight) {
		shared := s.overlap(s.a[i-1], s.b[j-2], s.b[j-1])
		try(1, 2, gain(shared, s.a[i-1].weight+s.b[j-2].weight+s.b[j-1].weight, samePlace))
	}
	if i > 1 && half(i-1, j-1, s.a[i-1].weight) && half(i-2, j-1, s.a[i-2].weight) {
		shared := s.overlap(s.b[j-1], s.a[i-2], s.a[i-1])
		try(2, 1, gain(shared, s.b[j-1].weight+s.a[i-2].weight+s.a[i-1].weight, samePlace))
	}
}

func trace(from []step, n, m int) []match {
	var out []match
	for i, j := n, m; i > 0 || j > 0; {
		st := from[i*(m+1)+j]
		a, b := int(st.a), int(st.b)
		out = append(out, match{aLo: i - a, aHi: i, bLo: j - b, bHi: j})
		i, j = i-a, j-b
	}
	slices.Reverse(out)
	return out
}

// moves pairs what is left over on both sides and clearly the same. A weak pair in
// order gives way to it.
func (s *scores) moves(chain []match) []match {
	holderA, holderB := make([]int, len(s.a)), make([]int, len(s.b))
	loose := make([]bool, len(chain)) // nothing paired, or only weakly
	for k, m := range chain {
		for i := m.aLo; i < m.aHi; i++ {
			holderA[i] = k
		}
		for j := m.bLo; j < m.bHi; j++ {
			holderB[j] = k
		}
		single := m.aHi-m.aLo == 1 && m.bHi-m.bLo == 1
		loose[k] = !m.paired() || single && s.dice(m.aLo, m.bLo) < weak
	}
	takenA, takenB := make([]bool, len(s.a)), make([]bool, len(s.b))
	broken := make([]bool, len(chain))
	var out []match
	for _, c := range s.candidates(holderA, holderB, loose) {
		if takenA[c.i] || takenB[c.j] {
			continue
		}
		takenA[c.i], takenB[c.j] = true, true
		broken[holderA[c.i]], broken[holderB[c.j]] = true, true
		out = append(out, match{aLo: c.i, aHi: c.i + 1, bLo: c.j, bHi: c.j + 1, moved: true})
	}
	for k, m := range chain {
		if !broken[k] {
			out = append(out, m)
			continue
		}
		for i := m.aLo; i < m.aHi; i++ {
			if !takenA[i] {
				out = append(out, match{aLo: i, aHi: i + 1})
			}
		}
		for j := m.bLo; j < m.bHi; j++ {
			if !takenB[j] {
				out = append(out, match{bLo: j, bHi: j + 1})
			}
		}
	}
	return out
}

// candidate is a pair of sentences out of order.
type candidate struct{ i, j, gain int }

// candidates are the pairs that may have moved, the surest first.
func (s *scores) candidates(holderA, holderB []int, loose []bool) []candidate {
	var all []candidate
	for i := range s.a {
		if !loose[holderA[i]] {
			continue
		}
		for j := range s.b {
			if holderA[i] == holderB[j] || !loose[holderB[j]] {
				continue
			}
			if g := gain(s.at(i, j), s.a[i].weight+s.b[j].weight, elsewhere); g > 0 {
				all = append(all, candidate{i, j, g})
			}
		}
	}
	slices.SortFunc(all, func(x, y candidate) int {
		return cmp.Or(cmp.Compare(y.gain, x.gain), cmp.Compare(x.i, y.i), cmp.Compare(x.j, y.j))
	})
	return all
}
