// Package card draws the image that a link preview shows.
//
// In: a title, a kicker over it, and a line under it. Out: a PNG of 1200 by 630
// pixels and eight colours. Invariant: pure; the same words in the same style give the
// same bytes.
//
// A card is a few hundred letters on flat ground, and a site has one for each article:
// letters are drawn and packed once a size and kept (face.go), and a file is put together of
// them (plate.go) and of paper, by what such a picture repeats (deflate.go).
//
// The faces are Newsreader and Public Sans, both under the SIL Open Font License
// (fonts/*-OFL.txt), Latin letters alone; other letters are set in the Go font.
package card

import (
	"image/color"
	"io"
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
	measure    = Width - 2*margin
	ruleTop    = 64  // the double rule over everything
	kickerBase = 134 // baseline of the kicker
	titleTop   = 172 // the title stands between these, in the middle
	titleEnd   = 508
	ruleEnd    = 536 // the fine rule over the line
	lineBase   = 582
)

// Words are what a card says. Under the title may stand what others made of it.
type Words struct {
	Title, Kicker, Line string
	Under               []Piece
}

// most is how many letters of a title or a line are looked at: twice as many as fit in
// the narrowest.
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
	left := most
	for i, u := range w.Under {
		if left -= len(u.Words); left < 0 {
			w.Under = w.Under[:i]
			break
		}
	}
	return w
}

// Write draws a card. The title is set as large as it fits, and cut with an ellipsis
// where it does not fit at all; kicker and line are cut at the margin.
func Write(w io.Writer, says Words, style Style) error {
	p := plates.Get().(*plate)
	defer plates.Put(p)
	p.clear()
	p.draw(says)
	_, err := w.Write(p.png(style.filled()))
	return err
}

// draw lays what a card says on the plate.
func (p *plate) draw(says Words) {
	says = says.clipped()
	p.lay(thick, 0, ruleTop)
	p.lay(thin, 0, ruleTop+10)
	p.write(kickers, kickers.cut(strings.ToUpper(curled(says.Kicker)), measure), margin, kickerBase, accent)
	end := titleEnd
	if len(says.Under) > 0 {
		end = underTop - 16
		p.under(says.Under)
	}
	f, lines := fit(curled(says.Title), measure, end-titleTop)
	top := titleTop + (end-titleTop-len(lines)*f.leading)/2
	for i, l := range lines {
		p.write(f, l, margin, top+f.ascent+i*f.leading, ink)
	}
	p.lay(fine, 0, ruleEnd)
	p.write(feet, feet.cut(curled(says.Line), measure), margin, lineBase, ink)
}
