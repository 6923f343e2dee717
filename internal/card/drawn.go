package card

import (
	"unicode"
	"unicode/utf8"
)

// Drawn tells whether a card can say all its words: whether its fonts have every letter,
// and none is of a script whose letters change with their neighbours or run from the right.
func (w Words) Drawn() bool {
	for _, u := range w.Under {
		if !titles[0].draws(u.Words) {
			return false
		}
	}
	return titles[0].draws(w.Title) && kickers.draws(w.Kicker) && feet.draws(w.Line)
}

// draws tells whether a face has every letter of a text. Letters of Western European
// languages it has.
func (f *face) draws(s string) bool {
	for _, r := range s {
		if r > unicode.MaxLatin1 && (unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r)) && !f.has(r) {
			return false
		}
	}
	return utf8.ValidString(s)
}

func (f *face) has(r rune) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.open()
	for _, of := range f.fonts {
		if g, err := of.GlyphIndex(&f.buf, r); err == nil && g != 0 {
			return true
		}
	}
	return false
}
