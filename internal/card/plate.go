package card

import (
	"encoding/binary"
	"image/color"
	"sync"
)

// The colours of a card are 16, so a pixel is half a byte: 0 is paper, 1..8 are steps to
// the ink and 9..15 steps to the accent.
type paint struct{ first, steps uint8 }

var (
	ink    = paint{1, 8}
	accent = paint{9, 7}
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

// stride is a row of pixels as a PNG holds it: a byte that tells how it is filtered, here
// not at all, and two pixels in each byte, the left one in the upper half.
const stride = 1 + Width/2

// plate is the image while it is drawn.
type plate struct {
	rows   []byte       // of stride
	drawn  [Height]bool // the rows that are not all paper
	line   []placed
	tokens []token
}

var plates = sync.Pool{New: func() any { return &plate{rows: make([]byte, Height*stride)} }}

// row is the pixels of a row.
func (p *plate) row(y int) []byte { return p.rows[y*stride+1 : (y+1)*stride] }

// clear makes the plate paper.
func (p *plate) clear() {
	for y, drawn := range p.drawn {
		if drawn {
			clear(p.row(y))
		}
	}
	clear(p.drawn[:])
}

// rule draws a line from margin to margin.
func (p *plate) rule(y, thick int, c paint) {
	full := c.at(255)
	for ; thick > 0; y, thick = y+1, thick-1 {
		p.drawn[y] = true
		row := p.row(y)[margin/2 : (Width-margin)/2]
		for i := range row {
			row[i] = full<<4 | full
		}
	}
}

// mask is a letter drawn, in pixels as a plate's; its top left byte is at left, top from
// the byte and row in which the letter is set.
type mask struct {
	left, top, wide int // wide in bytes, a multiple of 8
	pixels          []byte
}

// lay puts a letter on the plate. What would lie outside is left out.
func (p *plate) lay(m *mask, x, y int) {
	x, y = x+m.left, y+m.top
	skip, wide := max(0, -x), min(m.wide, Width/2-x)
	if skip >= wide {
		return
	}
	for from := m.pixels; len(from) > 0; from, y = from[m.wide:], y+1 {
		if 0 <= y && y < Height {
			p.drawn[y] = true
			over(p.row(y)[x+skip:x+wide], from[skip:wide])
		}
	}
}

// over lays pixels over others; where both are drawn on, the darker wins.
func over(to, from []byte) {
	for ; len(from) >= 8; to, from = to[8:], from[8:] {
		add := binary.LittleEndian.Uint64(from)
		switch {
		case add == 0:
		case binary.LittleEndian.Uint64(to) == 0:
			binary.LittleEndian.PutUint64(to, add)
		default:
			darker(to[:8], from)
		}
	}
	darker(to, from)
}

func darker(to, from []byte) {
	for i := range to {
		a, b := to[i], from[i]
		to[i] = max(a&0xf0, b&0xf0) | max(a&0x0f, b&0x0f)
	}
}
