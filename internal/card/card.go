// Package card draws the image that a link preview shows.
//
// In: a title, a kicker over it, and a line under it. Out: a PNG of 1200 by 630
// pixels and 16 colours. Invariant: pure; the same words in the same style give the
// same bytes.
//
// The faces are Newsreader and Public Sans, both under the SIL Open Font License
// (fonts/*-OFL.txt), Latin letters alone; other letters are set in the Go font.
package card

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"strings"
)

// Width and Height are the size of every card, in pixels.
const (
	Width  = 1200
	Height = 630
)

// Style is the colours of a card. The zero value is black and dark red on paper.
type Style struct {
	Paper, Ink, Accent color.RGBA
}

func (s Style) filled() Style {
	if s.Paper.A == 0 {
		s.Paper = color.RGBA{0xfb, 0xf8, 0xf1, 0xff}
	}
	if s.Ink.A == 0 {
		s.Ink = color.RGBA{0x1a, 0x1a, 0x1a, 0xff}
	}
	if s.Accent.A == 0 {
		s.Accent = color.RGBA{0x9b, 0x1c, 0x1c, 0xff}
	}
	return s
}

// The layout, in pixels.
const (
	margin     = 72
	ruleTop    = 64  // the double rule over everything
	kickerBase = 134 // baseline of the kicker
	titleTop   = 172 // the title stands between these, in the middle
	titleEnd   = 508
	ruleEnd    = 536 // the fine rule over the line
	lineBase   = 582
)

// Words are what a card says.
type Words struct{ Title, Kicker, Line string }

// most is how many letters of a title or a line are looked at: twice as many as fit in
// the narrowest. Measuring is quadratic in words without a width.
const most = 1000

func (w Words) clipped() Words {
	for _, s := range []*string{&w.Title, &w.Kicker, &w.Line} {
		n := 0
		for i := range *s {
			if n++; n > most {
				*s = (*s)[:i]
				break
			}
		}
	}
	return w
}

// PNG draws a card. The title is set as large as it fits, and cut with an ellipsis
// where it does not fit at all; kicker and line are cut at the margin.
func PNG(says Words, style Style) ([]byte, error) {
	f, err := openFonts()
	if err != nil {
		return nil, err
	}
	says, st := says.clipped(), style.filled()
	p := newPlate(st)
	p.rule(ruleTop, 6, accent)
	p.rule(ruleTop+10, 2, ink)
	if says.Kicker != "" {
		w := f.writer(sans, 27)
		w.spaced = 2
		p.write(w, w.cut(strings.ToUpper(curled(says.Kicker)), Width-2*margin), margin, kickerBase, accent)
	}
	w, lines := f.fit(says.Title, Width-2*margin, titleEnd-titleTop)
	high := len(lines) * w.leading
	for i, l := range lines {
		p.write(w, l, margin, titleTop+(titleEnd-titleTop-high)/2+w.ascent+i*w.leading, ink)
	}
	p.rule(ruleEnd, 1, ink)
	w = f.writer(sans, 27)
	p.write(w, w.cut(curled(says.Line), Width-2*margin), margin, lineBase, ink)
	if err := f.err; err != nil {
		return nil, err
	}
	var b bytes.Buffer
	enc := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := enc.Encode(&b, p.img); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// plate is the image while it is drawn: an index into 16 colours for each pixel, of
// which 0 is paper, 1..8 are steps to the ink and 9..15 steps to the accent.
type plate struct{ img *image.Paletted }

type paint struct{ first, steps int }

var (
	ink    = paint{1, 8}
	accent = paint{9, 7}
)

func newPlate(s Style) plate {
	palette := color.Palette{s.Paper}
	for _, p := range []struct {
		paint
		to color.RGBA
	}{{ink, s.Ink}, {accent, s.Accent}} {
		for i := 1; i <= p.steps; i++ {
			palette = append(palette, color.RGBA{
				mix(s.Paper.R, p.to.R, i, p.steps), mix(s.Paper.G, p.to.G, i, p.steps), mix(s.Paper.B, p.to.B, i, p.steps), 0xff,
			})
		}
	}
	return plate{image.NewPaletted(image.Rect(0, 0, Width, Height), palette)}
}

func mix(a, b uint8, i, n int) uint8 { return uint8((int(a)*(n-i) + int(b)*i) / n) }

// rule draws a line from margin to margin.
func (p plate) rule(y, thick int, c paint) {
	for ; thick > 0; y, thick = y+1, thick-1 {
		row := p.img.Pix[y*p.img.Stride:][margin : Width-margin]
		for i := range row {
			row[i] = uint8(c.first + c.steps - 1)
		}
	}
}

// ink lays a glyph's coverage on the plate; where glyphs touch, the darker wins.
func (p plate) ink(mask *image.Alpha, from image.Point, at image.Rectangle, c paint) {
	inside := at.Intersect(p.img.Rect)
	for y := inside.Min.Y; y < inside.Max.Y; y++ {
		src := mask.Pix[mask.PixOffset(from.X+inside.Min.X-at.Min.X, from.Y+y-at.Min.Y):]
		dst := p.img.Pix[y*p.img.Stride+inside.Min.X : y*p.img.Stride+inside.Max.X]
		for x := range dst {
			if level := (int(src[x])*c.steps + 127) / 255; level > 0 {
				dst[x] = max(dst[x], uint8(c.first+level-1))
			}
		}
	}
}
