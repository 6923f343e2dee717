package compare

import "slices"

// link is one step of a word alignment: token i of one text set against token j of
// the other, or -1 where there is none. same says that the words are equal.
type link struct {
	i, j int
	same bool
}

// alignWords sets the tokens a[aLo:aHi] against b[bLo:bHi] so that as much as
// possible is alike (Needleman and Wunsch 1970; leaving a word out costs nothing, and
// setting unlike words against each other gains only where they are of one kind).
func alignWords(a, b *text, aLo, aHi, bLo, bHi int) []link {
	var out []link
	if equalTokens(a, b, aLo, aHi, bLo, bHi) {
		for k := range aHi - aLo {
			out = append(out, link{aLo + k, bLo + k, true})
		}
		return out
	}
	out = newGrid(a, a.tokens[aLo:aHi], b.tokens[bLo:bHi]).links()
	for k := range out {
		if out[k].i >= 0 {
			out[k].i += aLo
		}
		if out[k].j >= 0 {
			out[k].j += bLo
		}
	}
	return out
}

// grid is the best alignments of the beginnings of two passages.
type grid struct {
	*text
	a, b []piece
	w    int
	best []int32 // of the first i words of a and the first j of b, at i*w+j
}

func newGrid(t *text, a, b []piece) *grid {
	g := &grid{text: t, a: a, b: b, w: len(b) + 1, best: make([]int32, (len(a)+1)*(len(b)+1))}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			at := i*g.w + j
			v := max(g.best[at-g.w], g.best[at-1])
			if l := g.alike(&a[i-1], &b[j-1]); l > 0 {
				v = max(v, g.best[at-g.w-1]+l)
			}
			if g.twoInA(i, j) {
				v = max(v, g.best[at-2*g.w-1]+compoundGain)
			}
			if g.twoInB(i, j) {
				v = max(v, g.best[at-g.w-2]+compoundGain)
			}
			g.best[at] = v
		}
	}
	return g
}

// twoInA tells whether the last of the first j words of b is two of a; twoInB, the other
// way round.
func (g *grid) twoInA(i, j int) bool {
	return i > 1 && compound(&g.b[j-1], &g.a[i-2], &g.a[i-1])
}

func (g *grid) twoInB(i, j int) bool {
	return j > 1 && compound(&g.a[i-1], &g.b[j-2], &g.b[j-1])
}

// links goes the best way back from the end.
func (g *grid) links() []link {
	var out []link
	for i, j := len(g.a), len(g.b); i > 0 || j > 0; {
		switch s := g.last(i, j); s {
		case step{2, 1}:
			out = append(out, link{i - 1, -1, true}, link{i - 2, j - 1, true})
			i, j = i-2, j-1
		case step{1, 2}:
			out = append(out, link{-1, j - 1, true}, link{i - 1, j - 2, true})
			i, j = i-1, j-2
		case step{1, 1}:
			out = append(out, link{i - 1, j - 1, g.sameWord(&g.a[i-1], &g.b[j-1])})
			i, j = i-1, j-1
		case step{1, 0}:
			out = append(out, link{i - 1, -1, false})
			i--
		default:
			out = append(out, link{-1, j - 1, false})
			j--
		}
	}
	slices.Reverse(out)
	return out
}

// last is the last step of the best alignment of the first i words of a and j of b.
func (g *grid) last(i, j int) step {
	at := i*g.w + j
	if i > 0 && j > 0 {
		l := g.alike(&g.a[i-1], &g.b[j-1])
		switch best := g.best[at]; {
		case l > 0 && best == g.best[at-g.w-1]+l:
			return step{1, 1}
		case g.twoInA(i, j) && best == g.best[at-2*g.w-1]+compoundGain:
			return step{2, 1}
		case g.twoInB(i, j) && best == g.best[at-g.w-2]+compoundGain:
			return step{1, 2}
		}
	}
	if j == 0 || i > 0 && g.best[at] == g.best[at-g.w] {
		return step{1, 0}
	}
	return step{0, 1}
}

func equalTokens(a, b *text, aLo, aHi, bLo, bHi int) bool {
	if aHi-aLo != bHi-bLo {
		return false
	}
	for k := range aHi - aLo {
		if !a.sameWord(&a.tokens[aLo+k], &b.tokens[bLo+k]) {
			return false
		}
	}
	return true
}

// sameWord tells whether two tokens are no difference: "'s" may be "is".
func (t *text) sameWord(x, y *piece) bool {
	return x.norm == y.norm || t.pack.Same[[2]string{x.norm, y.norm}]
}

// compoundGain is what a word written as two gains: "without", "with out".
const compoundGain = 30

// compound tells whether a word is two others without the space. That is no
// difference, as a hyphen is none.
func compound(one, first, second *piece) bool {
	return len(one.norm) == len(first.norm)+len(second.norm) &&
		one.norm[:len(first.norm)] == first.norm && one.norm[len(first.norm):] == second.norm
}

// alike is what setting two tokens against each other gains; 0 forbids it.
func (t *text) alike(x, y *piece) int32 {
	fx, fy := x.class.function(), y.class.function()
	switch {
	case t.sameWord(x, y):
		if fx {
			return 16
		}
		return 28
	case x.number() || y.number():
		return alikeNumbers(x, y)
	case (x.class == honorific) != (y.class == honorific):
		return 0
	case x.name && y.name:
		if variant(x.norm, y.norm) {
			return 26
		}
		return 10
	case fx || fy:
		return ofOneClass(x, y, 10)
	case x.class == day || y.class == day:
		return ofOneClass(x, y, 12)
	case x.stem == y.stem:
		return 24
	case x.name || y.name:
		return 4
	}
	return t.alikeContent(x, y)
}

func alikeNumbers(x, y *piece) int32 {
	switch {
	case x.value == y.value:
		return 26
	case x.number() && y.number():
		return 12
	}
	return 3
}

// ofOneClass is the gain where both words are of one class, else 0.
func ofOneClass(x, y *piece, gain int32) int32 {
	if x.class == y.class {
		return gain
	}
	return 0
}

// alikeContent weighs two words of which nothing is the same.
func (t *text) alikeContent(x, y *piece) int32 {
	l := int32(5)
	if (x.quote > 0) != (y.quote > 0) {
		l -= 2
	}
	if x.class == y.class && x.class != content {
		l += 4
	}
	if t.ending(x.norm) == t.ending(y.norm) {
		l += 2
	}
	return l
}

// ending is a rough mark of a word's form: verbs in -ing meet verbs in -ing.
func (t *text) ending(w string) string {
	for _, e := range t.pack.Endings {
		if len(w) > len(e)+2 && w[len(w)-len(e):] == e {
			return e
		}
	}
	return ""
}
