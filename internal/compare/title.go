package compare

// title tells whether a change alters a title that is no proper name: "guest worker
// program", "public health rule", "homeland security secretary". It must touch the
// head (a word for a program or for a person's role) or the word before it, and the
// phrase must be a noun phrase as far as its surroundings tell.
func (g *group) title(c change) bool {
	x, y := head(g.a, c.aLo, c.aHi, g.aHi), head(g.b, c.bLo, c.bHi, g.bHi)
	inX, inY := x >= 0 && x < c.aHi, y >= 0 && y < c.bHi
	switch {
	case c.little:
		return false
	case g.a.description(c.aLo, c.aHi) || g.b.description(c.bLo, c.bHi):
		return true
	case x < 0 && y < 0:
		return false
	case inX && inY: // a synonym, unless the words before it changed too
		return x > c.aLo && y > c.bLo && nounPhrase(g.a, x, g.aLo, c.aLo)
	case inX:
		return nounPhrase(g.a, x, g.aLo, c.aLo)
	case inY:
		return nounPhrase(g.b, y, g.bLo, c.bLo)
	}
	return !g.a.adjective(c.aLo, c.aHi) && !g.b.adjective(c.bLo, c.bHi) &&
		(x < 0 || nounPhrase(g.a, x, g.aLo, c.aLo)) && (y < 0 || nounPhrase(g.b, y, g.bLo, c.bLo))
}

// description tells whether tokens [lo,hi) stand in a noun phrase that was found to
// mean an entry: "the separation of families". It must keep a word of its own beside
// the changed ones, or be a word for a program or role; "the move" says too little.
func (t *text) description(lo, hi int) bool {
	if lo == hi || t.tokens[lo].mention == 0 || t.named(lo) || t.entry(lo) == "" {
		return false
	}
	m := t.tokens[lo].mention
	first, rest, head := lo, 0, false
	for first > 0 && t.tokens[first-1].mention == m {
		first--
	}
	for i := first; i < len(t.tokens) && t.tokens[i].mention == m; i++ {
		if !t.tokens[i].class.function() && (i < lo || i >= hi) {
			rest++
		}
		head = head || isHead(&t.tokens[i])
	}
	return head || t.tokens[first].class == determiner && rest > 0
}

// head is the word for a program or role that the tokens [lo,hi) hold or stand right
// before; -1 where there is none.
func head(t *text, lo, hi, end int) int {
	for i := hi - 1; i >= lo; i-- {
		if isHead(&t.tokens[i]) {
			return i
		}
	}
	if hi < end && isHead(&t.tokens[hi]) && (hi == 0 || joined(t.between(hi))) {
		return hi
	}
	return -1
}

func isHead(t *piece) bool { return t.class == program || t.class == role }

// nounPhrase tells whether the head at i is a noun: a plural, or an article,
// possessive or name stands before it with nothing but describing words between. What
// the changed words from change on are does not matter.
func nounPhrase(t *text, i, lo, change int) bool {
	if len(t.pack.Singulars(t.tokens[i].norm)) > 0 {
		return true
	}
	for k := i - 1; k >= lo && k >= i-6; k-- {
		tok := &t.tokens[k]
		switch {
		case tok.class == determiner || tok.class == possessive || tok.name:
			return true
		case k < change && tok.class.function() || !joined(t.between(k+1)):
			return false
		}
	}
	return false
}

// adjective tells whether tokens [lo,hi) are one adjective by its ending: it colours a
// title and does not alter it.
func (t *text) adjective(lo, hi int) bool {
	return hi == lo+1 && t.pack.Adjective(t.tokens[lo].norm)
}
