package compare

// maxWords is the most words that one change holds on either side.
const maxWords = 15

// change is tokens[aLo:aHi] that read b.tokens[bLo:bHi] in the other text. Where one
// side is empty its bounds say where the words are missing.
type change struct {
	aLo, aHi, bLo, bHi int
	zone               zone
	little             bool // holds function words alone
	quoteA, quoteB     int  // the quotation it stands in, 0 outside, -1 where there are no words
}

// zone is what the words of a change belong to. Words of two zones are two changes:
// a name, the words of a quotation and plain words never share a row.
type zone uint8

const (
	plain    zone = iota
	relation      // a function word against another of its kind
	address       // Mr., Mrs.
	named
	numeric
	quoted
)

// changes cuts an alignment into its differences.
func changes(a, b *text, links []link) []change {
	var out []change
	ai, bj := firstOf(links) // the next token of either side
	for k := 0; k < len(links); {
		end := k + 1
		switch {
		case requoted(a, b, links[k]):
			for end < len(links) && requoted(a, b, links[end]) && sameQuote(a, b, links[k], links[end]) {
				end++
			}
			n := min(end-k, maxWords)
			out = append(out, change{aLo: ai, aHi: ai + n, bLo: bj, bHi: bj + n, zone: quoted})
		case !links[k].same:
			for end < len(links) && !links[end].same {
				end++
			}
			out = append(out, cut(a, b, links[k:end], ai, bj)...)
		}
		for _, l := range links[k:end] {
			ai, bj = max(ai, l.i+1), max(bj, l.j+1)
		}
		k = end
	}
	return out
}

// requoted tells whether equal words stand inside quotation marks on one side only.
func requoted(a, b *text, l link) bool {
	return l.same && l.i >= 0 && l.j >= 0 && (a.tokens[l.i].quote > 0) != (b.tokens[l.j].quote > 0)
}

func sameQuote(a, b *text, x, y link) bool {
	return a.tokens[x.i].quote == a.tokens[y.i].quote && b.tokens[x.j].quote == b.tokens[y.j].quote
}

// firstOf is the first token of either side that the links name.
func firstOf(links []link) (i, j int) {
	i, j = -1, -1
	for _, l := range links {
		if i < 0 {
			i = l.i
		}
		if j < 0 {
			j = l.j
		}
	}
	return i, j
}

// cut turns a run of unequal links into changes, each of one zone.
func cut(a, b *text, run []link, ai, bj int) []change {
	var out []change
	for k, l := range run {
		c := change{ai, ai, bj, bj, zoneOf(a, b, l), littleOf(a, b, l), -1, -1}
		if l.i >= 0 {
			c.aHi, c.quoteA = l.i+1, a.tokens[l.i].quote
		}
		if l.j >= 0 {
			c.bHi, c.quoteB = l.j+1, b.tokens[l.j].quote
		}
		ai, bj = c.aHi, c.bHi
		if c.oneSided() && c.little {
			c.zone = max(c.zone, leadsTo(a, b, run[k:]))
		}
		if n := len(out); n > 0 && out[n-1].takes(c) {
			out[n-1] = out[n-1].with(c)
			continue
		}
		out = append(out, c)
	}
	return out
}

func (c change) oneSided() bool { return c.aLo == c.aHi || c.bLo == c.bHi }

// takes tells whether the next change belongs to this one: both are of one zone, or
// one is a function word that stands against nothing ("at", "in front of").
func (c change) takes(next change) bool {
	apart := func(x, y int) bool { return x >= 0 && y >= 0 && x != y }
	if next.aHi-c.aLo > maxWords || next.bHi-c.bLo > maxWords || apart(c.quoteA, next.quoteA) || apart(c.quoteB, next.quoteB) {
		return false
	}
	idle := func(c change) bool { return c.zone == plain && c.little && c.oneSided() }
	switch {
	case c.zone == relation && next.zone == relation:
		return false
	case c.zone == next.zone:
		return true
	}
	return c.zone == relation && idle(next) || next.zone == relation && idle(c)
}

// with joins two neighbours; the zone of the surer one stays.
func (c change) with(next change) change {
	return change{c.aLo, next.aHi, c.bLo, next.bHi, max(c.zone, next.zone), c.little && next.little,
		max(c.quoteA, next.quoteA), max(c.quoteB, next.quoteB)}
}

func zoneOf(a, b *text, l link) zone {
	either := func(is func(*piece) bool) bool {
		return l.i >= 0 && is(&a.tokens[l.i]) || l.j >= 0 && is(&b.tokens[l.j])
	}
	switch {
	case either(func(t *piece) bool { return t.quote > 0 }):
		return quoted
	case either(func(t *piece) bool { return t.number() || t.class == day }):
		return numeric
	case either(func(t *piece) bool { return t.name }):
		return named
	case either(func(t *piece) bool { return t.class == honorific }):
		return address
	case l.i >= 0 && l.j >= 0 && littleOf(a, b, l):
		return relation
	}
	return plain
}

func littleOf(a, b *text, l link) bool {
	return (l.i < 0 || a.tokens[l.i].class.function()) && (l.j < 0 || b.tokens[l.j].class.function())
}

// leadsTo is the zone of the name or day that the run's first words belong to: "the
// United States" told as "America", "on Tuesday" left out; plain where there is none.
func leadsTo(a, b *text, run []link) zone {
	prepositions := false
	for _, l := range run {
		switch z := zoneOf(a, b, l); {
		case z == named && !prepositions || z == numeric:
			return z
		case z != plain || l.i >= 0 && l.j >= 0:
			return plain
		}
		t, i := a, l.i
		if i < 0 {
			t, i = b, l.j
		}
		switch w := &t.tokens[i]; {
		case w.class == preposition, t.joinsNumber(w):
			prepositions = true
		case w.class == determiner:
		default:
			return plain
		}
	}
	return plain
}
