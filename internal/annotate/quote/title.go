package quote

import (
	"glossator/internal/language"
	"glossator/internal/token"
)

// isTitle tells whether what is quoted is the title of a programme or work: every word of
// weight is capitalized, and a noun beside it says so, or it stands where a title does and
// the words around it are not written so.
func (f *Finder) isTitle(x *passage) bool {
	words := f.titleWords(x.pair)
	if words == 0 {
		return false
	}
	for _, i := range [...]int{x.open - 1, x.open - 2, x.close + 1, x.close + 2} {
		if i >= f.from && i < f.to && f.In(i, language.Broadcast) {
			return true
		}
	}
	switch {
	case f.headlined() || words < 2 && !f.In(x.open-1, language.OnAir), f.subjective(x.open + 1):
		return false
	case x.open == f.from:
		return !x.goesOn && x.close+1 < f.to && f.Tokens[x.close+1].Shape == token.Lower
	}
	return f.In(x.open-1, language.Preposition) || f.Tokens[x.open-1].Shape == token.Clitic
}

// titleWords counts the capitalized words of a quotation that is written as a title, else
// it is 0.
func (f *Finder) titleWords(p pair) (n int) {
	for i := p.open + 1; i < p.close; i++ {
		shape := f.Tokens[i].Shape
		switch {
		case shape.Capitalized():
			n++
		case !shape.Wordlike():
			if i < p.close-1 && f.AnyOf(i, ".", "?", "!") {
				return 0
			}
		case i == p.open+1, !f.In(i, language.Function):
			return 0
		}
	}
	return n
}

// isName tells whether what is quoted is the name of a thing ("the “Open Sea” app") or
// the one that somebody gives ("her name as “Ana”").
func (f *Finder) isName(p pair) bool {
	if f.Is(p.open-1, "as") && f.Is(p.open-2, "name") {
		return true
	}
	possessed := f.Tokens[max(p.open-1, 0)].Shape == token.Clitic
	if !f.attributive(p) && !(possessed && f.nounAt(p.close+1)) {
		return false
	}
	words := 0
	for i := p.open + 1; i < p.close; i++ {
		if !f.Tokens[i].Shape.Wordlike() || !f.Tokens[i].Shape.Capitalized() {
			return false
		}
		words++
	}
	return words >= 2
}
