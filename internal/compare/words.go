package compare

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
	n, m := aHi-aLo, bHi-bLo
	if equalTokens(a, b, aLo, aHi, bLo, bHi) {
		out := make([]link, n)
		for k := range out {
			out[k] = link{aLo + k, bLo + k, true}
		}
		return out
	}
	w := m + 1
	best := make([]int32, (n+1)*w)
	for i := 1; i <= n; i++ {
		for j := 1; j <= m; j++ {
			v := max(best[(i-1)*w+j], best[i*w+j-1])
			if l := alike(&a.tokens[aLo+i-1], &b.tokens[bLo+j-1]); l > 0 {
				v = max(v, best[(i-1)*w+j-1]+l)
			}
			if i > 1 && compound(&b.tokens[bLo+j-1], &a.tokens[aLo+i-2], &a.tokens[aLo+i-1]) {
				v = max(v, best[(i-2)*w+j-1]+compoundGain)
			}
			if j > 1 && compound(&a.tokens[aLo+i-1], &b.tokens[bLo+j-2], &b.tokens[bLo+j-1]) {
				v = max(v, best[(i-1)*w+j-2]+compoundGain)
			}
			best[i*w+j] = v
		}
	}
	var out []link
	for i, j := n, m; i > 0 || j > 0; {
		if i > 0 && j > 0 {
			x, y := &a.tokens[aLo+i-1], &b.tokens[bLo+j-1]
			if l := alike(x, y); l > 0 && best[i*w+j] == best[(i-1)*w+j-1]+l {
				out = append(out, link{aLo + i - 1, bLo + j - 1, sameWord(x, y)})
				i, j = i-1, j-1
				continue
			}
			if i > 1 && best[i*w+j] == best[(i-2)*w+j-1]+compoundGain && compound(y, &a.tokens[aLo+i-2], x) {
				out = append(out, link{aLo + i - 1, -1, true}, link{aLo + i - 2, bLo + j - 1, true})
				i, j = i-2, j-1
				continue
			}
			if j > 1 && best[i*w+j] == best[(i-1)*w+j-2]+compoundGain && compound(x, &b.tokens[bLo+j-2], y) {
				out = append(out, link{-1, bLo + j - 1, true}, link{aLo + i - 1, bLo + j - 2, true})
				i, j = i-1, j-2
				continue
			}
		}
		if j == 0 || i > 0 && best[i*w+j] == best[(i-1)*w+j] {
			out = append(out, link{aLo + i - 1, -1, false})
			i--
		} else {
			out = append(out, link{-1, bLo + j - 1, false})
			j--
		}
	}
	for x, y := 0, len(out)-1; x < y; x, y = x+1, y-1 {
		out[x], out[y] = out[y], out[x]
	}
	return out
}

func equalTokens(a, b *text, aLo, aHi, bLo, bHi int) bool {
	if aHi-aLo != bHi-bLo {
		return false
	}
	for k := range aHi - aLo {
		if !sameWord(&a.tokens[aLo+k], &b.tokens[bLo+k]) {
			return false
		}
	}
	return true
}

// sameWord tells whether two tokens are no difference. "'s" may be "is" or "has".
func sameWord(x, y *piece) bool {
	if x.norm == y.norm {
		return true
	}
	is := func(w string) bool { return w == "is" || w == "has" }
	return x.norm == "'s" && is(y.norm) || y.norm == "'s" && is(x.norm)
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
func alike(x, y *piece) int32 {
	fx, fy := x.class.function(), y.class.function()
	switch {
	case sameWord(x, y):
		if fx {
			return 16
		}
		return 28
	case x.number() && y.number():
		if x.value == y.value {
			return 26
		}
		return 12
	case x.number() || y.number():
		return 3
	case (x.class == honorific) != (y.class == honorific):
		return 0
	case x.name && y.name:
		if variant(x.norm, y.norm) {
			return 26
		}
		return 10
	case fx && fy:
		if x.class == y.class {
			return 10
		}
		return 0
	case fx || fy:
		return 0
	case x.class == day && y.class == day:
		return 12
	case x.class == day || y.class == day:
		return 0
	case x.stem == y.stem:
		return 24
	case x.name || y.name:
		return 4
	}
	l := int32(5)
	if (x.quote > 0) != (y.quote > 0) {
		l -= 2
	}
	if x.class == y.class && x.class != content {
		l += 4
	}
	if ending(x.norm) == ending(y.norm) {
		l += 2
	}
	return l
}

// ending is a rough mark of a word's form: verbs in -ing meet verbs in -ing.
func ending(w string) string {
	for _, e := range []string{"ing", "ed", "ly", "ies", "s"} {
		if len(w) > len(e)+2 && w[len(w)-len(e):] == e {
			return e
		}
	}
	return ""
}
