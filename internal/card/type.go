package card

import (
	_ "embed" // the faces
	"image"
	"strings"
	"unicode"

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
const (
	serif = iota
	sans
)

// fonts are the families, and the first error met while setting.
type fonts struct {
	families [2][]*opentype.Font
	err      error
}

func openFonts() (*fonts, error) {
	var f fonts
	for family, all := range [2][][]byte{serif: {newsreader, newsreaderExt, goregular.TTF}, sans: {publicSans, publicSansExt, goregular.TTF}} {
		for _, data := range all {
			font, err := opentype.Parse(data)
			if err != nil {
				return nil, err
			}
			f.families[family] = append(f.families[family], font)
		}
	}
	return &f, nil
}

// writer sets one family in one size.
type writer struct {
	fonts   *fonts
	all     []*opentype.Font
	faces   []font.Face // made when first needed
	size    int
	ascent  int // pixels from the top of a line to its baseline
	leading int // pixels from baseline to baseline
	spaced  int // more pixels after each letter
	buf     sfnt.Buffer
}

func (f *fonts) writer(family, size int) *writer {
	all := f.families[family]
	return &writer{fonts: f, all: all, faces: make([]font.Face, len(all)), size: size, ascent: size * 9 / 10, leading: size * 112 / 100}
}

// face is the face that has the letter; one that none has is left out when drawn.
func (w *writer) face(r rune) (int, font.Face) {
	for i, f := range w.all {
		if g, err := f.GlyphIndex(&w.buf, r); err == nil && g != 0 || i == len(w.all)-1 {
			if w.faces[i] == nil {
				face, err := opentype.NewFace(f, &opentype.FaceOptions{Size: float64(w.size), DPI: 72, Hinting: font.HintingNone})
				if err != nil {
					w.fonts.err = err
					return i, nil
				}
				w.faces[i] = face
			}
			return i, w.faces[i]
		}
	}
	return 0, nil
}

// each calls do for each letter with the place where it is set.
func (w *writer) each(s string, do func(face font.Face, x fixed.Int26_6, r rune)) (end fixed.Int26_6) {
	last, lastFace := rune(-1), -1
	for _, r := range s {
		i, face := w.face(r)
		if face == nil {
			return end
		}
		if last >= 0 && i == lastFace {
			end += face.Kern(last, r)
		}
		if do != nil {
			do(face, end, r)
		}
		advance, _ := face.GlyphAdvance(r)
		end += advance + fixed.I(w.spaced)
		last, lastFace = r, i
	}
	return end
}

func (w *writer) width(s string) int { return w.each(s, nil).Ceil() }

// write sets words with their baseline's begin at x, y.
func (p plate) write(w *writer, s string, x, y int, c paint) {
	origin := fixed.P(x, y)
	w.each(s, func(face font.Face, at fixed.Int26_6, r rune) {
		dot := fixed.Point26_6{X: origin.X + at, Y: origin.Y}
		box, mask, from, _, ok := face.Glyph(dot, r)
		if alpha, is := mask.(*image.Alpha); ok && is {
			p.ink(alpha, from, box, c)
		}
	})
}

// cut shortens words that are wider than there is room.
func (w *writer) cut(s string, room int) string {
	s = strings.Join(strings.Fields(s), " ")
	if w.width(s) <= room {
		return s
	}
	letters := []rune(s)
	lo, hi := 0, len(letters)
	for lo < hi { // the most letters that fit before an ellipsis
		mid := (lo + hi + 1) / 2
		if w.width(string(letters[:mid])+"…") <= room {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	return strings.TrimRight(string(letters[:lo]), " ,;:—-") + "…"
}

// sizes of a title, the largest first.
var sizes = []int{132, 112, 92, 84, 76, 68, 62, 56, 50, 46}

// fit sets a title in the largest size in which it takes no more than the height, and
// in few lines rather than many small words.
func (f *fonts) fit(title string, room, height int) (*writer, []string) {
	var w *writer
	var lines []string
	for _, size := range sizes {
		w = f.writer(serif, size)
		lines = w.wrap(curled(title), room)
		if len(lines)*w.leading <= height {
			return w, lines
		}
	}
	most := height / w.leading
	lines[most-1] = w.cut(strings.Join(lines[most-1:], " "), room)
	return w, lines[:most]
}

// wrap breaks words into lines, first as full as can be, then as even as that number
// of lines allows: a last line of one word looks like a mistake.
func (w *writer) wrap(title string, room int) []string {
	words := w.broken(strings.Fields(title), room)
	lines := w.fill(words, room)
	for lo, hi := room/2, room; len(lines) > 1 && hi-lo > 8; {
		mid := (lo + hi) / 2
		if even := w.fill(words, mid); len(even) > len(lines) || !w.within(even, mid) {
			lo = mid
		} else {
			lines, hi = even, mid
		}
	}
	return lines
}

func (w *writer) within(lines []string, room int) bool {
	for _, l := range lines {
		if w.width(l) > room {
			return false
		}
	}
	return true
}

// broken takes apart words that are wider than a line, and those of scripts that are
// written without spaces.
func (w *writer) broken(words []string, room int) (all []string) {
	for _, word := range words {
		from := 0
		for i := range word {
			if i > from && w.width(word[from:i]) > room-w.size {
				all = append(all, word[from:i])
				from = i
			}
		}
		all = append(all, word[from:])
	}
	return all
}

func (w *writer) fill(words []string, room int) (lines []string) {
	for _, word := range words {
		if n := len(lines); n > 0 && w.width(lines[n-1]+" "+word) <= room {
			lines[n-1] += " " + word
			continue
		}
		lines = append(lines, word)
	}
	return lines
}

// curled writes the apostrophe of a printed headline for that of a typewriter.
func curled(s string) string {
	last := ' '
	return strings.Map(func(r rune) rune {
		if r == '\'' && unicode.IsLetter(last) {
			r = '’'
		}
		last = r
		return r
	}, s)
}
