package card

import (
	"encoding/binary"
	"math/bits"
	"slices"
	"sync"
)

// deflate packs a plate (https://www.rfc-editor.org/rfc/rfc1950 and rfc1951). A card repeats
// the pixel before, where it is paper or a rule, and the row above, along every stem; so no
// other distances are looked for. Letters are packed once and kept: a card is theirs, one
// behind the other, and paper between. So its code is Huffman's for another card.
func (p *plate) deflate() []byte {
	code := learned()
	w := packer{code: code, bitWriter: bitWriter{out: p.packed}}
	w.put(bitsOf(0x0178, 16)) // deflate, 32 K, no dictionary
	w.head(code.words, code.far)
	p.read(&w)
	w.put(code.words[stop])
	p.packed = w.out
	return w.sum.append(w.flush())
}

// packer packs what a plate gives.
type packer struct {
	bitWriter
	code *code
	sum  adler
}

func (w *packer) paper(n int) {
	w.sum.add(n, sums{})
	if n < len(w.code.gaps) {
		w.put(w.code.gaps[n])
		return
	}
	for t := range paper(n) {
		w.put(w.code.tokens[t])
	}
}

func (w *packer) letter(m *mask, i int, own bool) {
	m.once.Do(func() { m.pack(w.code) })
	l := &m.lines[i]
	of := l.alone
	if own {
		of = l.own
	}
	w.sum.add(int(l.to-l.from), l.sums)
	for _, b := range m.bits[of.from:of.to] {
		w.put(b)
	}
}

func (w *packer) bytes(all []byte) {
	w.sum.add(len(all), sumsOf(all))
	for t := range tokens(all, nil, 0) {
		w.put(w.code.tokens[t])
	}
}

// pack packs every row of a mask.
func (m *mask) pack(c *code) {
	for i := range m.lines {
		l := &m.lines[i]
		l.sums = sumsOf(m.row(i)[l.from:l.to])
		l.alone = m.append(c, m.tokens(i, false))
		l.own = m.append(c, m.tokens(i, true))
		if n := l.own.from - l.alone.from; l.own.to-l.own.from == n && slices.Equal(m.bits[l.alone.from:l.alone.to], m.bits[l.own.from:l.own.to]) {
			m.bits, l.own = m.bits[:l.own.from], l.alone
		}
	}
	m.bits = slices.Clip(m.bits)
}

// append keeps the bits of tokens, in as few strings as can be put.
func (m *mask) append(c *code, tokens func(func(token) bool)) stretch {
	from := len(m.bits)
	for t := range tokens {
		b := c.tokens[t]
		if last := len(m.bits) - 1; last >= from && m.bits[last].count()+b.count() <= mostPut {
			m.bits[last] = m.bits[last].then(b)
		} else {
			m.bits = append(m.bits, b)
		}
	}
	return stretch{uint32(from), uint32(len(m.bits))}
}

// tokens are what a row of a mask is packed as; own: over the row above it.
func (m *mask) tokens(i int, own bool) func(func(token) bool) {
	l := m.lines[i]
	row := m.row(i)[l.from:l.to]
	if !own || i == 0 {
		return tokens(row, nil, 0)
	}
	// Of the row above, what is drawn on is this letter's; around it may be another.
	before := m.lines[i-1]
	from, to := max(l.from, before.from), min(l.to, before.to)
	if from >= to {
		return tokens(row, nil, 0)
	}
	return tokens(row, m.row(i - 1)[from:to], int(from-l.from))
}

// token is a byte as it is, 0 to 255, or how many to copy: from the byte before, or, with
// lengths added, from the row above.
type token uint16

const (
	copies   = 256
	shortest = 3 // of what is copied
	worth    = 7 // of a row above: its distance takes nine bits, and bytes of an edge are few and short
	longest  = 258
	lengths  = longest + 1
)

// tokens divides bytes that stand behind another one than their first; above are those of
// the row above from an offset on.
func tokens(row, above []byte, offset int) func(func(token) bool) {
	return func(yield func(token) bool) {
		for i := 0; i < len(row); {
			n, t := 1, token(row[i])
			if i > 0 {
				if k := same(row[i:], row[i-1:]); k >= shortest {
					n, t = k, copies+token(k)
				}
			}
			if at := i - offset; at >= 0 && at < len(above) {
				if k := same(row[i:], above[at:]); k >= worth && k > n {
					n, t = k, copies+lengths+token(k)
				}
			}
			if !yield(t) {
				return
			}
			i += n
		}
	}
}

// same is how many bytes two texts begin alike with, of those that can be copied at once.
func same(a, b []byte) int {
	n, most := 0, min(len(a), len(b), longest)
	for n < most && a[n] == b[n] {
		n++
	}
	return n
}

// paper are the tokens of paper that stands behind something else.
func paper(n int) func(func(token) bool) {
	return func(yield func(token) bool) {
		for first := true; n > 0; first = false {
			t, k := token(0), 1
			if !first && n >= shortest {
				k = min(n, longest)
				t = copies + token(k)
			}
			if !yield(t) {
				return
			}
			n -= k
		}
	}
}

// code is the bits of each token, and the words that they are made of.
type code struct {
	words, far []bitString
	tokens     [copies + 2*lengths]bitString
	gaps       [longest]bitString // of so much paper
}

// learned is the code, made for a card with all letters of the alphabet: what it does not
// have is rare.
var learned = sync.OnceValue(func() *code {
	var met counter
	for _, title := range []string{"The quick brown fox jumps over the lazy dog", "How vexingly quick daft zebras jump, and whoever saw it in December asked why: “Nobody knows”"} {
		p := new(plate)
		p.draw(Words{Title: title, Kicker: "Pack my box with five dozen jugs · 2024-06-30", Line: "Sphinx of black quartz, judge my vow"})
		p.read(&met)
	}
	for t := range met {
		met[t] = met[t]<<6 + 1
	}
	c := new(code)
	c.words, c.far = codes(&met)
	c.tokens = tokenCode(c.words, c.far)
	for n := range c.gaps {
		for t := range paper(n) {
			c.gaps[n] = c.gaps[n].then(c.tokens[t])
		}
	}
	return c
})

// counter counts the tokens of a plate.
type counter [copies + 2*lengths]int

func (c *counter) paper(n int)                     { c.count(paper(n)) }
func (c *counter) letter(m *mask, i int, own bool) { c.count(m.tokens(i, own)) }
func (c *counter) bytes(all []byte)                { c.count(tokens(all, nil, 0)) }

func (c *counter) count(all func(func(token) bool)) {
	for t := range all {
		c[t]++
	}
}

// The alphabets of the format: bytes, the end and lengths; distances.
const (
	stop       = 256
	symbols    = 286
	distances  = 30
	before     = 0  // the distance 1
	above      = 18 // distances from 513 on, with 8 bits that tell which
	aboveExtra = stride - 513
	codeLimit  = 15 // bits
)

// lengthSymbol is what stands for a length, and the bits behind it.
func lengthSymbol(n int) (symbol int, extra bitString) {
	if n == longest {
		return symbols - 1, 0
	}
	v := n - shortest
	more := max(0, bits.Len(uint(v))-3)
	return stop + 1 + more*4 + v>>more, bitsOf(uint64(v&(1<<more-1)), more)
}

// codes are Huffman's for what was met.
func codes(met *counter) (words, far []bitString) {
	var w [symbols]int
	var f [distances]int
	copy(w[:], met[:copies])
	w[stop] = 1
	for n := shortest; n <= longest; n++ {
		a, b := met[copies+n], met[copies+lengths+n]
		symbol, _ := lengthSymbol(n)
		w[symbol] += a + b
		f[before] += a
		f[above] += b
	}
	return huffman(w[:]), huffman(f[:])
}

// tokenCode is all bits of each token.
func tokenCode(words, far []bitString) (all [copies + 2*lengths]bitString) {
	copy(all[:], words[:copies])
	for n := shortest; n <= longest; n++ {
		symbol, extra := lengthSymbol(n)
		length := words[symbol].then(extra)
		all[copies+n] = length.then(far[before])
		all[copies+lengths+n] = length.then(far[above]).then(bitsOf(aboveExtra, 8))
	}
	return all
}

// bitString is at most 56 bits, the first one lowest, and in the eight over them how many.
type bitString uint64

func bitsOf(b uint64, count int) bitString { return bitString(b | uint64(count)<<mostPut) }

func (b bitString) bits() uint64 { return uint64(b) & (1<<mostPut - 1) }
func (b bitString) count() int   { return int(b >> mostPut) }

func (b bitString) then(c bitString) bitString {
	return bitsOf(b.bits()|c.bits()<<b.count(), b.count()+c.count())
}

type bitWriter struct {
	out  []byte
	at   int    // how many bytes of out are whole
	held uint64 // the bits behind them: fewer than 8 after each put
	n    int    // how many
}

// mostPut is how many bits can be put at once.
const mostPut = 56

func (w *bitWriter) put(b bitString) {
	w.held |= b.bits() << w.n
	w.n += b.count()
	if w.at+8 > len(w.out) {
		w.out = append(w.out, make([]byte, 8+len(w.out)/2)...)
	}
	binary.LittleEndian.PutUint64(w.out[w.at:], w.held)
	w.at += w.n / 8
	w.held, w.n = w.held>>(w.n&^7), w.n&7
}

// flush is what was written.
func (w *bitWriter) flush() []byte { return w.out[:w.at+(w.n+7)/8] }

// head opens the one block, and tells the code. How long each word of it is takes four
// bits: the code of the code is the numbers 0 to 15 themselves.
func (w *bitWriter) head(words, far []bitString) {
	w.put(bitsOf(1|2<<1, 3)) // the last block, with a code of its own
	w.put(bitsOf(symbols-257, 5))
	w.put(bitsOf(distances-1, 5))
	w.put(bitsOf(19-4, 4))
	w.put(bitsOf(0, 9)) // 16, 17 and 18 are not used
	for range 16 {
		w.put(bitsOf(4, 3))
	}
	for _, all := range [][]bitString{words, far} {
		for _, b := range all {
			w.put(bitsOf(uint64(bits.Reverse8(uint8(b.count()))>>4), 4))
		}
	}
}
