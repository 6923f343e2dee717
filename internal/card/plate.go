package card

import (
	"cmp"
	"encoding/binary"
	"image/color"
	"slices"
	"sync"
)

// The colours of a card are eight, and a pixel is half a byte: 0 is paper, 1..4 are steps to
// the ink and 5..7 steps to the accent. Twice as many steps look the same, and take a seventh
// more bytes.
type paint struct{ first, steps uint8 }

var (
	ink    = paint{1, 4}
	accent = paint{5, 3}
)

// at is the pixel of a coverage.
func (c paint) at(coverage uint8) uint8 {
	if level := uint8((int(coverage)*int(c.steps) + 127) / 255); level > 0 {
		return c.first + level - 1
	}
	return 0
}

func palette(s Style) (all []color.RGBA) {
	all = append(all, s.Paper)
	for _, p := range []struct {
		paint
		to color.RGBA
	}{{ink, s.Ink}, {accent, s.Accent}} {
		n := int(p.steps)
		for i := 1; i <= n; i++ {
			all = append(all, color.RGBA{
				mix(s.Paper.R, p.to.R, i, n), mix(s.Paper.G, p.to.G, i, n), mix(s.Paper.B, p.to.B, i, n), 0xff,
			})
		}
	}
	return all
}

func mix(a, b uint8, i, n int) uint8 { return uint8((int(a)*(n-i) + int(b)*i) / n) }

// A row of pixels as a PNG holds it: a byte that tells how it is filtered, here not at all,
// and two pixels in each byte, the left one in the upper half.
const (
	across = Width / 2
	stride = 1 + across
)

// plate is the image while it is drawn: what lies on each row of the paper, not its pixels.
type plate struct {
	rows    [Height][]part
	letters []laid
	line    []placed
	mixed   [across]byte
	packed  []byte // room for the rows of a file
	file    []byte // and for all of it
}

// laid is a letter or bar on the plate.
type laid struct {
	*mask
	clean int // the last row that it had to itself
}

// part is a row of a letter, as it lies on a row of the plate.
type part struct {
	from, to int32 // bytes of the row
	left     int32 // where the mask's row begins
	row      int32 // of the mask
	letter   int32 // which of the plate's
}

var plates = sync.Pool{New: func() any { return new(plate) }}

// clear makes the plate paper.
func (p *plate) clear() {
	for y := range p.rows {
		p.rows[y] = p.rows[y][:0]
	}
	p.letters = p.letters[:0]
}

// The rules of every card, from margin to margin.
var (
	thick = bar(margin, Width-margin, 6, accent)
	thin  = bar(margin, Width-margin, 2, ink)
	fine  = bar(margin, Width-margin, 1, ink)
)

// bar is a line between two pixels of a row, some rows thick.
func bar(from, to, thick int, c paint) *mask {
	full := c.at(255)
	wide := max(0, to/2-from/2)
	return newMask(from/2, 0, wide, slices.Repeat([]byte{full<<4 | full}, wide*thick))
}

// mask is a letter drawn, in pixels as a plate's; its top left byte is at left, top from
// the byte and row in which the letter is set.
type mask struct {
	left, top, wide int // wide in bytes
	pixels          []byte
	lines           []line

	once sync.Once // makes the following
	bits []bitString
}

// stretch is some of a mask's bits.
type stretch struct{ from, to uint32 }

// line is what of a mask's row is drawn on, and as a file holds it.
type line struct {
	from, to   int32
	sums       sums
	alone, own stretch // where the row above may be another's, and where it is this letter's
}

func newMask(left, top, wide int, pixels []byte) *mask {
	m := &mask{left: left, top: top, wide: wide, pixels: pixels}
	for row := range slices.Chunk(pixels, max(1, wide)) {
		l := line{to: int32(len(row))}
		for l.to > 0 && row[l.to-1] == 0 {
			l.to--
		}
		for l.from < l.to && row[l.from] == 0 {
			l.from++
		}
		m.lines = append(m.lines, l)
	}
	return m
}

// row is the pixels of a mask's row.
func (m *mask) row(i int) []byte { return m.pixels[i*m.wide : (i+1)*m.wide] }

// lay puts a letter on the plate. What would lie outside is left out.
func (p *plate) lay(m *mask, x, y int) {
	x, y = x+m.left, y+m.top
	letter := int32(len(p.letters))
	p.letters = append(p.letters, laid{m, -2})
	for i := range m.lines { // not by value: what is packed of a line may be made meanwhile
		l := &m.lines[i]
		from, to := max(0, x+int(l.from)), min(across, x+int(l.to))
		if y := y + i; from < to && 0 <= y && y < Height {
			p.rows[y] = append(p.rows[y], part{int32(from), int32(to), int32(x), int32(i), letter})
		}
	}
}

// sink takes what is on a plate, byte by byte of its rows.
type sink interface {
	paper(n int)                     // n bytes of paper
	letter(m *mask, i int, own bool) // what is drawn on a mask's row; own: over the row above
	bytes(all []byte)
}

// read gives the plate to a sink: paper, letters that have a stretch of a row to
// themselves, and as bytes what lies over each other.
func (p *plate) read(to sink) {
	paper := 0
	for y, parts := range p.rows {
		paper++ // the row is not filtered
		if byFrom := func(a, b part) int { return cmp.Compare(a.from, b.from) }; !slices.IsSortedFunc(parts, byFrom) {
			slices.SortStableFunc(parts, byFrom)
		}
		at := 0
		for len(parts) > 0 {
			n, end := together(parts)
			to.paper(paper + int(parts[0].from) - at)
			if l := &p.letters[parts[0].letter]; n == 1 && l.whole(parts[0]) {
				to.letter(l.mask, int(parts[0].row), l.clean == y-1)
				l.clean = y
			} else {
				to.bytes(p.over(parts[:n], end))
			}
			at, paper, parts = int(end), 0, parts[n:]
		}
		paper += across - at
	}
	to.paper(paper)
}

// together is how many of the first parts lie over each other, and where they end.
func together(parts []part) (n int, end int32) {
	n, end = 1, parts[0].to
	for n < len(parts) && parts[n].from < end {
		end = max(end, parts[n].to)
		n++
	}
	return n, end
}

// whole tells whether nothing of a row of it lies outside the plate.
func (m *mask) whole(p part) bool {
	l := &m.lines[p.row]
	return p.to-p.from == l.to-l.from
}

// over is the bytes of parts that lie over each other; where two are drawn on, the darker
// wins.
func (p *plate) over(parts []part, end int32) []byte {
	from := parts[0].from
	all := p.mixed[from:end]
	clear(all)
	for _, x := range parts {
		darker(all[x.from-from:], p.letters[x.letter].row(int(x.row))[x.from-x.left:x.to-x.left])
	}
	return all
}

func darker(to, from []byte) {
	for i := range from {
		a, b := to[i], from[i]
		to[i] = max(a&0xf0, b&0xf0) | max(a&0x0f, b&0x0f)
	}
}

// sums are of bytes d0, d1, …: all of them, and each times its place.
type sums struct{ plain, placed uint32 }

func sumsOf(all []byte) (s sums) {
	for i, d := range all {
		s.plain += uint32(d)
		s.placed += uint32(i) * uint32(d)
	}
	return s
}

// adler is the checksum of a plate's bytes, as they come: the sum a of all, and the sum b of
// a after each, in which a byte counts as often as bytes come from it on.
type adler struct {
	at uint64 // how many bytes came
	a  uint64
	b  uint64
}

func (s *adler) add(n int, of sums) {
	s.a += uint64(of.plain)
	s.b += (Height*stride-s.at)*uint64(of.plain) - uint64(of.placed)
	s.at += uint64(n)
}

func (s *adler) append(to []byte) []byte {
	const most = 65521
	return binary.BigEndian.AppendUint32(to, uint32((s.b+Height*stride)%most<<16|(s.a+1)%most))
}
