package card

import "strings"

// Piece is words under a title; Struck ones are struck through, in the accent.
type Piece struct {
	Words  string
	Struck bool
}

// underTop is where words under a title begin; the title then ends above it.
const underTop = 356

// unders are the sizes in which they are set, the largest first.
var unders = []*face{titles[7], titles[8], titles[9], newFace(serif, 40), newFace(serif, 34)}

// fitUnder sets words in the largest size in which they take no more than the height.
func fitUnder(text string, room, height int) (*face, []run) {
	for _, f := range unders {
		if set, lines := f.wrap(text, room); len(lines)*f.leading <= height {
			return f, set.parts(lines)
		}
	}
	f := unders[len(unders)-1]
	set, lines := f.wrap(text, room)
	return f, set.parts(lines[:min(len(lines), height/f.leading)])
}

// under writes the pieces between the title and the rule.
func (p *plate) under(pieces []Piece) {
	var text []rune
	var struck []bool
	for i, piece := range pieces {
		words := []rune(strings.Join(strings.Fields(curled(piece.Words)), " "))
		if i > 0 {
			text, struck = append(text, ' '), append(struck, piece.Struck && pieces[i-1].Struck)
		}
		text = append(text, words...)
		for range words {
			struck = append(struck, piece.Struck)
		}
	}
	f, lines := fitUnder(string(text), measure, titleEnd-underTop)
	y, at := underTop+f.ascent, 0
	for _, l := range lines {
		for from := 0; from < len(l.letters); {
			to := from + 1
			for to < len(l.letters) && struck[at+to] == struck[at+from] {
				to++
			}
			p.piece(f, l, span{from, to}, y, struck[at+from])
			from = to
		}
		at += len(l.letters)
		if at < len(text) && text[at] == ' ' { // the space at which the line was broken
			at++
		}
		y += f.leading
	}
}

// piece writes some letters of a line in their place.
func (p *plate) piece(f *face, line run, s span, y int, struck bool) {
	part := line.part(s)
	x := margin + (line.from[s.from] - line.from[0]).Round()
	if !struck {
		p.write(f, part, x, y, ink)
		return
	}
	p.write(f, part, x, y, accent)
	p.lay(bar(x, x+part.width(), max(3, f.size/16), accent), 0, y-f.size*28/100)
}
