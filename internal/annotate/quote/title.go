package quote

import (
	"glossator/internal/language"
	"glossator/internal/token"
)

// isTitle tells whether what is quoted is the title of a programme or work: every
// word of weight is capitalized, and a noun beside it says so.
func (f *Finder) isTitle(p pair) bool {
	words := 0
	for i := p.open + 1; i < p.close; i++ {
		if !f.Tokens[i].Shape.Wordlike() {
			if f.Is(i, ".") || f.Is(i, "?") {
				return false
			}
			continue
		}
		if !f.Tokens[i].Shape.Capitalized() && !f.In(i, language.Function) {
			return false
		}
		if f.Tokens[i].Shape.Capitalized() {
			words++
		}
	}
	if words == 0 {
		return false
	}
	for _, i := range [...]int{p.open - 1, p.open - 2, p.close + 1, p.close + 2} {
		if i >= f.from && i < f.to && f.In(i, language.Broadcast) {
			return true
		}
	}
	return false
}

// isName tells whether what is quoted is the name of a thing ("the “Open Sea” app") or
// the one that somebody gives ("her name as “Ana”").
func (f *Finder) isName(p pair) bool {
	if f.Is(p.open-1, "as") && f.Is(p.open-2, "name") {
		return true
	}
	next := p.close + 1
	possessed := f.Tokens[max(p.open-1, 0)].Shape == token.Clitic
	if !f.attributive(p) && !(possessed && next < f.to && f.Tokens[next].Shape == token.Lower && !f.In(next, language.Function)) {
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
