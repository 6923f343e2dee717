package search

import (
	"math"
	"runtime"
	"slices"
)

// sorted is a part's log in the order of its words.
type sorted struct {
	part   *part
	words  []uint32 // numbers in the part's dictionary, in the order of their words
	starts []uint32 // by place in words: where its values begin; one more at the end
	values []uint32 // documents ascending
}

// sort orders a part's log by word: a counting sort, which keeps the documents' order.
func (p *part) sort() *sorted {
	s := &sorted{part: p, words: p.words.sorted()}
	place := make([]uint32, len(s.words))
	for i, w := range s.words {
		place[w] = uint32(i)
	}
	s.starts = make([]uint32, len(s.words)+1)
	for _, block := range p.log {
		for _, x := range block {
			s.starts[place[x.word]+1]++
		}
	}
	for i := range s.words {
		s.starts[i+1] += s.starts[i]
	}
	next := slices.Clone(s.starts)
	s.values = make([]uint32, s.starts[len(s.words)])
	for _, block := range p.log {
		for _, x := range block {
			at := &next[place[x.word]]
			s.values[*at] = x.value
			*at++
		}
	}
	p.log = nil
	return s
}

// terms are the words of the whole site, sorted.
type terms struct {
	words  []string
	parts  []*sorted
	places []uint32 // word × part: its place in the part's words, or nowhere
	lists  [][]byte // by word, encoded
	weight []int    // by word: its number of values; more for names
	again  encoder  // of short
}

const nowhere = math.MaxUint32

// merge joins the parts' words and encodes their lists.
func merge(parts []*sorted) *terms {
	t := &terms{parts: parts}
	next := make([]uint32, len(parts))
	for {
		least := "" // no word is empty
		for i, p := range parts {
			if int(next[i]) < len(p.words) {
				if w := p.part.words.words[p.words[next[i]]]; least == "" || w < least {
					least = w
				}
			}
		}
		if least == "" {
			break
		}
		for i, p := range parts {
			at := uint32(nowhere)
			if int(next[i]) < len(p.words) && p.part.words.words[p.words[next[i]]] == least {
				at = next[i]
				next[i]++
			}
			t.places = append(t.places, at)
		}
		t.words = append(t.words, least)
	}
	t.lists, t.weight = make([][]byte, len(t.words)), make([]int, len(t.words))
	run := len(t.words)/(2*runtime.GOMAXPROCS(0)) + 1
	parallel((len(t.words)+run-1)/run, func(i int) {
		var e encoder
		text := make([]byte, 0, t.room(i*run, min(len(t.words), i*run+run))) // of the whole run
		ends := make([]int, 0, run)
		from, to := i*run, min(len(t.words), i*run+run)
		for w := from; w < to; w++ {
			t.weight[w] = t.gather(w, &e)
			text = e.encode(text, math.MaxInt)
			ends = append(ends, len(text))
		}
		for w, at := from, 0; w < to; w++ {
			t.lists[w] = text[at:ends[w-from]]
			at = ends[w-from]
		}
	})
	return t
}

// room is how many bytes the lists of some words take, for the most part: a digit or two
// for each number.
func (t *terms) room(from, to int) (n int) {
	for w := from; w < to; w++ {
		for i, p := range t.parts {
			if at := t.places[w*len(t.parts)+i]; at != nowhere {
				n += 4 + 3*int(p.starts[at+1]-p.starts[at])/2
			}
		}
	}
	return n
}

// gather puts a word's values into the encoder's lists and tells their weight.
func (t *terms) gather(w int, e *encoder) (weight int) {
	for i := range e {
		e[i] = e[i][:0]
	}
	for i, p := range t.parts {
		at := t.places[w*len(t.parts)+i]
		if at == nowhere {
			continue
		}
		for _, v := range p.values[p.starts[at]:p.starts[at+1]] {
			list := v & (1<<listBits - 1)
			e[list] = append(e[list], v>>listBits)
			weight++
		}
	}
	if len(e[named]) > 0 {
		weight += 1 << 30
	}
	return weight
}

// size is about how many bytes a word's line takes.
func (t *terms) size(w int) int { return len(t.words[w]) + len(t.lists[w]) + 2 }

// line appends a word's line, the word without its first cut bytes.
func (t *terms) line(dst []byte, w, cut int) []byte {
	dst = append(append(dst, t.words[w][cut:]...), ' ')
	return append(append(dst, t.lists[w]...), ';')
}

// short is a line with only the newest documents of each list.
func (t *terms) short(dst []byte, w, cut int) []byte {
	const newest = 24
	t.gather(w, &t.again)
	dst = append(append(dst, t.words[w][cut:]...), ' ')
	return append(t.again.encode(dst, newest), ';')
}

// encoder holds a word's lists of document numbers.
type encoder [1 << listBits][]uint32

// encode appends the lists, each cut to its last few numbers.
func (e *encoder) encode(dst []byte, most int) []byte {
	last := len(e) - 1
	for last > 0 && len(e[last]) == 0 {
		last--
	}
	for i, list := range e[:last+1] {
		if i > 0 {
			dst = append(dst, ',')
		}
		before := int64(-1)
		for _, n := range list[max(0, len(list)-most):] {
			dst = appendNumber(dst, uint32(int64(n)-before-1))
			before = int64(n)
		}
	}
	return dst
}

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

// appendNumber writes a number in base 32, low digit first.
func appendNumber(dst []byte, n uint32) []byte {
	for n >= 32 {
		dst = append(dst, digits[32+n%32])
		n /= 32
	}
	return append(dst, digits[n])
}
