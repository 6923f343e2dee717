package card

import (
	"image"

	"golang.org/x/image/math/fixed"
)

// large is from how many pixels on letters stand on whole pixels: a quarter of one is not
// seen between them, and takes four times as many masks.
const large = 44

// write sets letters with their baseline's begin at x, y.
func (p *plate) write(f *face, r run, x, y int, c paint) {
	p.line = f.drawn(p.line[:0], r, x, c)
	for _, l := range p.line {
		p.lay(l.mask, l.x, y)
	}
}

// placed is a letter drawn, and the byte of a row in which it begins.
type placed struct {
	*mask
	x int
}

func (f *face) drawn(all []placed, r run, x int, c paint) []placed {
	f.mu.Lock()
	defer f.mu.Unlock()
	for i, l := range r.letters {
		at := r.from[i] - r.from[0]
		quarters := x*4 + int(at+8)>>4
		if f.size >= large {
			quarters = (x + at.Round()) * 4
		}
		all = append(all, placed{f.mask(key{l, quarters & 7, c}), quarters >> 3})
	}
	return all
}

// mask is a letter drawn, once.
func (f *face) mask(k key) *mask {
	m := f.masks[k]
	if m == nil {
		if f.held > mostHeld {
			clear(f.masks)
			f.held = 0
		}
		m = f.draw(k)
		f.masks[k] = m
		f.held += len(m.pixels)
	}
	return m
}

func (f *face) draw(k key) *mask {
	dot := fixed.Point26_6{X: fixed.Int26_6(k.quarter << 4)}
	at, pixels, from, _, ok := f.fonts[f.letter(k.letter).font].Glyph(dot, k.letter)
	alpha, is := pixels.(*image.Alpha)
	if !ok || !is || at.Empty() {
		return &mask{}
	}
	left := at.Min.X >> 1
	wide := (at.Max.X+1)>>1 - left
	all := make([]byte, wide*at.Dy())
	for y := range at.Dy() {
		row := alpha.Pix[alpha.PixOffset(from.X, from.Y+y):][:at.Dx()]
		for i, coverage := range row {
			x := at.Min.X + i - 2*left
			all[y*wide+x/2] |= k.paint.at(coverage) << (4 - x%2*4)
		}
	}
	return newMask(left, at.Min.Y, wide, all)
}
