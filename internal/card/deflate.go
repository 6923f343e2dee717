package card

import (
	"encoding/binary"
	"math/bits"
)

// deflate packs rows of pixels (https://www.rfc-editor.org/rfc/rfc1950 and rfc1951). A
// card repeats the pixel before, where it is paper or a rule, and the row above, along
// every stem; so no other distances are looked for, and nothing is hashed. The code is
// Huffman's for the card at hand.
func (p *plate) deflate() []byte {
	p.tokens = tokenize(p.tokens[:0], p.rows)
	var met [copies + 2*lengths]int
	for _, t := range p.tokens {
		met[t]++
	}
	words, far := codes(&met)
	code := tokenCode(words, far)
	w := bitWriter{out: make([]byte, 2, len(p.tokens)*2+400)}
	w.out[0], w.out[1] = 0x78, 0x01 // deflate, 32 K, no dictionary
	w.head(words, far)
	for _, t := range p.tokens {
		w.put(code[t])
	}
	w.put(words[stop])
	return binary.BigEndian.AppendUint32(w.flush(), p.adler())
}

// adler is the sum a of all bytes, and the sum b of that after each, of a row eight bytes
// at a time: in eight, the first counts eight times in b, the last once.
func (p *plate) adler() uint32 {
	const (
		most  = 65521
		lanes = 0x00ff00ff00ff00ff
	)
	a, b := uint64(1), uint64(0)
	for y, drawn := range p.drawn {
		b += a // the row's first byte is 0
		if !drawn {
			b = (b + a*(stride-1)) % most
			continue
		}
		for row := p.row(y); len(row) > 0; row = row[8:] {
			x := binary.LittleEndian.Uint64(row)
			even, odd := x&lanes, x>>8&lanes
			b += 8*a + (even*0x0008000600040002)>>48 + (odd*0x0007000500030001)>>48
			a += ((even + odd) * 0x0001000100010001) >> 48
		}
		a, b = a%most, b%most
	}
	return uint32(b<<16 | a)
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

func tokenize(tokens []token, rows []byte) []token {
	tokens = append(tokens, token(rows[0]))
	i := 1
	for i+8 <= len(rows) {
		here := binary.LittleEndian.Uint64(rows[i:])
		before := (here^binary.LittleEndian.Uint64(rows[i-1:]))<<(64-8*shortest) == 0
		above := i >= stride && (here^binary.LittleEndian.Uint64(rows[i-stride:]))<<(64-8*worth) == 0
		if !before && !above {
			tokens = append(tokens, token(rows[i]))
			i++
			continue
		}
		most := min(longest, len(rows)-i)
		n, from := 0, token(copies)
		if before {
			n = same(rows[i-1:], rows[i:], most)
		}
		if above && n < most {
			if m := same(rows[i-stride:], rows[i:], most); m > n {
				n, from = m, copies+lengths
			}
		}
		tokens = append(tokens, from+token(n))
		i += n
	}
	for ; i < len(rows); i++ {
		tokens = append(tokens, token(rows[i]))
	}
	return tokens
}

// same is how many bytes two texts begin alike with.
func same(a, b []byte, most int) int {
	n := 0
	for ; n+8 <= most; n += 8 {
		if x := binary.LittleEndian.Uint64(a[n:]) ^ binary.LittleEndian.Uint64(b[n:]); x != 0 {
			return n + bits.TrailingZeros64(x)/8
		}
	}
	for n < most && a[n] == b[n] {
		n++
	}
	return n
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
		return symbols - 1, bitString{}
	}
	v := n - shortest
	more := max(0, bits.Len(uint(v))-3)
	return stop + 1 + more*4 + v>>more, bitString{uint64(v & (1<<more - 1)), uint8(more)}
}

// codes are Huffman's for what was met.
func codes(met *[copies + 2*lengths]int) (words, far []bitString) {
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
		all[copies+lengths+n] = length.then(far[above]).then(bitString{aboveExtra, 8})
	}
	return all
}

// bitString is some bits, the first one lowest.
type bitString struct {
	bits  uint64
	count uint8
}

func (b bitString) then(c bitString) bitString {
	return bitString{b.bits | c.bits<<b.count, b.count + c.count}
}

type bitWriter struct {
	out  []byte
	held bitString // of fewer than 8 bits after each put
}

// put writes at most 48 bits.
func (w *bitWriter) put(b bitString) {
	b = w.held.then(b)
	w.out = binary.LittleEndian.AppendUint64(w.out, b.bits)
	whole := b.count &^ 7
	w.out = w.out[:len(w.out)-8+int(whole/8)]
	w.held = bitString{b.bits >> whole, b.count - whole}
}

func (w *bitWriter) flush() []byte {
	if w.held.count > 0 {
		w.out = append(w.out, byte(w.held.bits))
	}
	return w.out
}

// head opens the one block, and tells the code. How long each word of it is takes four
// bits: the code of the code is the numbers 0 to 15 themselves.
func (w *bitWriter) head(words, far []bitString) {
	w.put(bitString{1 | 2<<1, 3}) // the last block, with a code of its own
	w.put(bitString{symbols - 257, 5})
	w.put(bitString{distances - 1, 5})
	w.put(bitString{19 - 4, 4})
	w.put(bitString{0, 9}) // 16, 17 and 18 are not used
	for range 16 {
		w.put(bitString{4, 3})
	}
	for _, all := range [][]bitString{words, far} {
		for _, b := range all {
			w.put(bitString{uint64(bits.Reverse8(b.count) >> 4), 4})
		}
	}
}
