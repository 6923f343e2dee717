package card

import (
	_ "embed" // the faces
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

//go:embed fonts/newsreader.ttf
var newsreader []byte

//go:embed fonts/newsreader-ext.ttf
var newsreaderExt []byte

//go:embed fonts/public-sans.ttf
var publicSans []byte

//go:embed fonts/public-sans-ext.ttf
var publicSansExt []byte

// The families, each a row of fonts: a letter is set in the first that has it.
var (
	serif = family(newsreader, newsreaderExt, goregular.TTF)
	sans  = family(publicSans, publicSansExt, goregular.TTF)
)

func family(all ...[]byte) func() []*sfnt.Font {
	return sync.OnceValue(func() (fonts []*sfnt.Font) {
		for _, data := range all {
			f, err := opentype.Parse(data)
			if err != nil {
				panic("card: a font that is built in: " + err.Error())
			}
			fonts = append(fonts, f)
		}
		return fonts
	})
}

// face is one family in one size, and what is kept of its letters: all cards share it.
type face struct {
	size    int
	ascent  int           // pixels from the top of a line to its baseline
	leading int           // pixels from baseline to baseline
	spaced  fixed.Int26_6 // more after each letter
	family  func() []*sfnt.Font

	mu      sync.Mutex // over all below
	buf     sfnt.Buffer
	fonts   []sized
	letters map[rune]letter
	kerns   map[[2]rune]fixed.Int26_6
	masks   map[key]*mask
	held    int // bytes of masks
}

type sized struct {
	*sfnt.Font
	font.Face
}

// letter is how wide a letter is, and in which of the fonts.
type letter struct {
	font    int
	advance fixed.Int26_6
}

// key is a letter in a paint, which begins at a quarter of a pixel (a large one at a whole
// one), 0 to 7 quarters behind the left edge of a byte.
type key struct {
	letter  rune
	quarter int
	paint   paint
}

// mostHeld bounds what is kept of one size. Two alphabets in 132 pixels take a third.
const mostHeld = 4 << 20

func newFace(family func() []*sfnt.Font, size int) *face {
	return &face{family: family, size: size, ascent: size * 9 / 10, leading: size * 112 / 100}
}

func spaced(f *face, pixels int) *face {
	f.spaced = fixed.I(pixels)
	return f
}

// open makes the fonts in this size; of all titles few sizes are ever met.
func (f *face) open() {
	if f.fonts != nil {
		return
	}
	f.letters, f.kerns, f.masks = map[rune]letter{}, map[[2]rune]fixed.Int26_6{}, map[key]*mask{}
	for _, of := range f.family() {
		in, err := opentype.NewFace(of, &opentype.FaceOptions{Size: float64(f.size), DPI: 72, Hinting: font.HintingNone})
		if err != nil {
			panic("card: a font that is built in: " + err.Error())
		}
		f.fonts = append(f.fonts, sized{of, in})
	}
}

// run is letters as they are set one behind the other.
type run struct {
	letters []rune
	from    []fixed.Int26_6 // of each letter, from the beginning of the text
	to      []fixed.Int26_6
}

func (r run) width() int {
	if len(r.letters) == 0 {
		return 0
	}
	return (r.to[len(r.to)-1] - r.from[0]).Ceil()
}

// span is some letters of a run.
type span struct{ from, to int }

func (r run) part(s span) run {
	return run{r.letters[s.from:s.to], r.from[s.from:s.to], r.to[s.from:s.to]}
}

// set places the letters of a text.
func (f *face) set(s string) run {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.open()
	r := run{letters: []rune(s)}
	r.from = make([]fixed.Int26_6, len(r.letters))
	r.to = make([]fixed.Int26_6, len(r.letters))
	var x fixed.Int26_6
	for i, c := range r.letters {
		l := f.letter(c)
		if i > 0 && f.letter(r.letters[i-1]).font == l.font {
			x += f.kern(l.font, r.letters[i-1], c)
		}
		r.from[i] = x
		x += l.advance
		r.to[i] = x
	}
	return r
}

// letter is the letter in the first font that has it; one that none has is left out when
// drawn.
func (f *face) letter(r rune) letter {
	l, known := f.letters[r]
	if known {
		return l
	}
	for i, of := range f.fonts {
		if g, err := of.GlyphIndex(&f.buf, r); err == nil && g != 0 {
			l.font = i
			break
		}
		l.font = i
	}
	advance, _ := f.fonts[l.font].Face.GlyphAdvance(r)
	l.advance = advance + f.spaced
	f.letters[r] = l
	return l
}

func (f *face) kern(in int, a, b rune) fixed.Int26_6 {
	k, known := f.kerns[[2]rune{a, b}]
	if !known {
		k = f.fonts[in].Face.Kern(a, b)
		f.kerns[[2]rune{a, b}] = k
	}
	return k
}
