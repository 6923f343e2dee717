package suggest

import (
	"glossator/internal/language"
	"glossator/internal/token"
)

// lists reads names that stand in a row with nothing but marks between: where most of
// them are people or bodies, so are the others.
func (t *text) lists() {
	for i := 0; i < len(t.names); {
		to := i + 1
		for to < len(t.names) && !t.names[to-1].team && t.sideBySide(t.names[to-1], t.names[to]) {
			to++
		}
		if to-i > 2 {
			t.alike(t.names[i:to])
		}
		i = to
	}
}

// sideBySide tells whether only marks, numbers and "and" stand between two names.
func (t *text) sideBySide(a, b *name) bool {
	const longest = 6 // tokens
	if b.start-a.to > longest || b.start <= a.to || t.BlockOf(a.from) != t.BlockOf(b.from) {
		return false
	}
	for i := a.to; i < b.start; i++ {
		mark := t.Tokens[i].Shape == token.Punct && !t.Is(i, ".") && !t.Is(i, "\"")
		if !mark && !t.number(i) && !t.Is(i, "and") {
			return false
		}
	}
	return true
}

// alike gives names in a row what most of them are.
func (t *text) alike(row []*name) {
	people, bodies, others := 0, 0, 0
	for _, n := range row {
		switch {
		case n.kind == Organization, n.body >= settled:
			bodies++
		case n.kind != "" && !n.weak, n.place >= settled:
			others++
		case n.person >= settled, len(n.words) > 1 && t.in(n.from, language.Given):
			people++
		}
	}
	for _, n := range row {
		switch {
		case others > 0, n.kind != "":
		case people*2 >= len(row) && bodies == 0 && len(n.words) > 1:
			n.person = max(n.person, settled)
		case bodies*2 >= len(row) && people == 0 && n.person == 0:
			n.body = max(n.body, settled)
		}
	}
}
