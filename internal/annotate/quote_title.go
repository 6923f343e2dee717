package annotate

import (
	"glossator/internal/language"
	"glossator/internal/token"
)

// isTitle tells whether what is quoted is the title of a programme or work: every
// word of weight is capitalized, and a noun beside it says so.
func (a *attributor) isTitle(p pair) bool {
	words := 0
	for i := p.open + 1; i < p.close; i++ {
		if !a.tokens[i].Shape.Wordlike() {
			if a.is(i, ".") || a.is(i, "?") {
				return false
			}
			continue
		}
		if !a.tokens[i].Shape.Capitalized() && !a.in(i, language.Function) {
			return false
		}
		if a.tokens[i].Shape.Capitalized() {
			words++
		}
	}
	if words == 0 {
		return false
	}
	for _, i := range [...]int{p.open - 1, p.open - 2, p.close + 1, p.close + 2} {
		if i >= a.from && i < a.to && a.in(i, language.Broadcast) {
			return true
		}
	}
	return false
}

// isName tells whether what is quoted is the name of a thing ("the “Open Sea” app") or
// the one that somebody gives ("her name as “Ana”").
func (a *attributor) isName(p pair) bool {
	if a.is(p.open-1, "as") && a.is(p.open-2, "name") {
		return true
	}
	next := p.close + 1
	possessed := a.tokens[max(p.open-1, 0)].Shape == token.Clitic
	if !a.attributive(p) && !(possessed && next < a.to && a.tokens[next].Shape == token.Lower && !a.in(next, language.Function)) {
		return false
	}
	words := 0
	for i := p.open + 1; i < p.close; i++ {
		if !a.tokens[i].Shape.Wordlike() || !a.tokens[i].Shape.Capitalized() {
			return false
		}
		words++
	}
	return words >= 2
}
