package compare

import "glossator/internal/language"

// flips tells whether a change turns a claim round: a negation on one side only, a
// word for its opposite, a preposition that points another way, two names that change
// places.
func (g *group) flips(c change, x, y []piece) bool {
	return g.negates(x, y) || g.opposed(x, y) || g.turns(c) || g.swaps(c)
}

// negates counts negations in the change, and believes it only where the passages as
// wholes differ too.
func (g *group) negates(x, y []piece) bool {
	if g.a.negations(x) == g.a.negations(y) {
		return false
	}
	return g.a.negations(g.a.tokens[g.aLo:g.aHi])%2 != g.a.negations(g.b.tokens[g.bLo:g.bHi])%2
}

func (t *text) negations(ts []piece) int {
	n := 0
	for i := range ts {
		if t.pack.Negations[ts[i].norm] && !t.idle(ts, i) {
			n++
		}
	}
	return n
}

// idle sets aside a negation that denies only the word after it: "not only", "not too
// long ago", "no later than".
func (t *text) idle(ts []piece, i int) bool {
	return i+1 < len(ts) && t.is(&ts[i+1], language.Idle)
}

// opposed tells whether a word took its opposite's place.
func (g *group) opposed(x, y []piece) bool {
	for i := range x {
		for j := range y {
			if g.a.pack.Opposites[[2]string{x[i].norm, y[j].norm}] {
				return true
			}
		}
	}
	return false
}

// turns tells whether a lone preposition before a name points another way. Before
// other words prepositions vary too freely to say so.
func (g *group) turns(c change) bool {
	if c.aHi-c.aLo != 1 || c.bHi-c.bLo != 1 || c.aHi >= g.aHi || c.bHi >= g.bHi {
		return false
	}
	x, y := g.a.pack.Ways[g.a.tokens[c.aLo].norm], g.a.pack.Ways[g.b.tokens[c.bLo].norm]
	named := g.a.tokens[c.aHi].name && g.b.tokens[c.bHi].name
	return named && x != "" && y != "" && x != y
}

// swaps tells whether the names of the change stand in each other's place elsewhere
// in the passage: who does what to whom.
func (g *group) swaps(c change) bool {
	if c.zone != named || c.aLo == c.aHi || c.bLo == c.bHi {
		return false
	}
	crossed := func(ts []piece, other int) bool {
		n := 0
		for i := range ts {
			if ts[i].name && g.loose[other][ts[i].norm] > 0 {
				n++
			}
		}
		return n > 0
	}
	return crossed(g.a.tokens[c.aLo:c.aHi], 1) && crossed(g.b.tokens[c.bLo:c.bHi], 0) &&
		g.a.tokens[c.aLo].norm != g.b.tokens[c.bLo].norm && !g.passive()
}

// passive tells whether one side has a "by" that the other has not: who does what is
// then told the other way round and may still be the same.
func (g *group) passive() bool { return g.agents(0) != g.agents(1) }

// agents counts the words like "by" that stand against no equal one on a side.
func (g *group) agents(side int) (n int) {
	for w, times := range g.loose[side] {
		if g.a.pack.Ways[w] == language.OfAgent {
			n += times
		}
	}
	return n
}
