package lexicon

import "slices"

// cues is a trie over stems, whose edges are words and gaps. Cues that begin alike
// share their walk, so that cost does not grow with their number.
type cues struct {
	list  []Cue
	ids   map[string]uint32 // stem → its number; exact words are kept with a leading =
	grown map[uint64]uint32 // the edges while the trie grows
	edges edges             // (node, stem or gapEdge) → node
	first []uint32          // stem → node of the cues that begin with it
	ends  [][]cueEnd
	flags []cueFlag
}

type cueEnd struct {
	cue      int32
	from, to int8 // elements of the span, end excluded
}

type cueFlag uint8

const (
	hasGap cueFlag = 1 << iota
	hasExact
	hasEdges
)

const gapEdge = ^uint32(0)

func newCues() *cues {
	return &cues{ids: map[string]uint32{}, grown: map[uint64]uint32{}, ends: make([][]cueEnd, 2), flags: make([]cueFlag, 2)}
}

func (k *cues) id(s string) uint32 {
	if k.ids[s] == 0 {
		k.ids[s] = uint32(len(k.ids) + 1)
	}
	return k.ids[s]
}

func (k *cues) step(node, label uint32) uint32 {
	key := uint64(node)<<32 | uint64(label)
	if k.grown[key] == 0 {
		k.grown[key] = uint32(len(k.ends))
		k.ends, k.flags = append(k.ends, nil), append(k.flags, 0)
	}
	return k.grown[key]
}

// freeze makes the trie ready for matching.
func (k *cues) freeze() {
	k.edges = freeze(k.grown)
	k.first = make([]uint32, len(k.ids)+1)
	for key, node := range k.grown {
		if key>>32 == 1 {
			k.first[uint32(key)] = node
		}
	}
	k.grown = nil
}

func (k *cues) insert(cue int32, way []element) {
	node, n := uint32(1), 0
	end := cueEnd{cue: cue, to: -1}
	for _, e := range way {
		var label uint32
		switch e.kind {
		case open:
			end.from = int8(n)
			continue
		case shut:
			end.to = int8(n)
			continue
		case gap:
			label = gapEdge
			k.flags[node] |= hasGap
		case exact:
			label = k.id("=" + e.text)
			k.flags[node] |= hasExact
		default:
			label = k.id(e.text)
			k.flags[node] |= hasEdges
		}
		node = k.step(node, label)
		n++
	}
	if end.to < 0 {
		end.to = int8(n)
	}
	if !slices.Contains(k.ends[node], end) {
		k.ends[node] = append(k.ends[node], end)
	}
}

// CueMatch is a cue found: the tokens [From, To) are its span, [First, Last) all of
// what matched.
type CueMatch struct {
	Cue         *Cue
	From, To    int32
	First, Last int32
}

type cueMatcher struct {
	*Lexicon
	text     string
	fold     string
	tokens   []Token
	from, to int // the sentence
	out      []CueMatch
	start    [longest + 1]int32 // token at which each element begins
	stop     [longest + 1]int32
}

// CueMatches appends to dst the cues that the tokens [from, to), one sentence, hold.
// fold is the folded text of Tokens. It leaves the words' stems in the tokens.
func (l *Lexicon) CueMatches(text, fold string, tokens []Token, from, to int, dst []CueMatch) []CueMatch {
	if len(l.cues.list) == 0 {
		return dst
	}
	m := cueMatcher{Lexicon: l, text: text, fold: fold, tokens: tokens, from: from, to: to, out: dst}
	for i := from; i < to; i++ {
		tokens[i].stem = m.stem(&tokens[i])
	}
	for i := from; i < to; i++ {
		t := &tokens[i]
		if t.Shape == Punct {
			continue
		}
		if s := t.stem; s != 0 && m.cues.first[s] != 0 {
			m.start[0], m.stop[0] = int32(i), int32(i+1)
			m.walk(m.cues.first[s], i+1, 1)
		}
		if m.cues.flags[1]&hasExact != 0 {
			m.exact(1, i, 0)
		}
	}
	return m.out
}

// walk goes on from a node reached with depth elements, the next token being i.
func (m *cueMatcher) walk(node uint32, i, depth int) {
	for _, e := range m.cues.ends[node] {
		m.emit(e, depth)
	}
	flags := m.cues.flags[node]
	if flags == 0 || depth >= longest {
		return
	}
	j := i
	for j < m.to && m.silent(j) {
		j++
	}
	if j < m.to {
		m.follow(node, j, depth)
	}
	if flags&hasGap != 0 {
		m.gap(m.cues.edges.next(node, gapEdge), i, depth)
	}
}

// gap lets up to gapWords words pass, nearest first.
func (m *cueMatcher) gap(node uint32, i, depth int) {
	words := 0
	for j := i; j < m.to && words <= gapWords; j++ {
		t := &m.tokens[j]
		if t.Shape == Punct {
			if c := m.text[t.Start]; c == ';' || c == ':' {
				return
			}
			continue
		}
		m.start[depth], m.stop[depth] = int32(i), int32(j)
		m.follow(node, j, depth+1)
		if t.Shape != Clitic {
			words++
		}
	}
}

// follow takes the edges for the word at token j.
func (m *cueMatcher) follow(node uint32, j, depth int) {
	flags := m.cues.flags[node]
	if flags&hasEdges != 0 {
		if s := m.tokens[j].stem; s != 0 {
			m.take(m.cues.edges.next(node, s), j, depth)
		}
	}
	if flags&hasExact != 0 {
		m.exact(node, j, depth)
	}
}

// exact takes the edge for the word at token j as it is written.
func (m *cueMatcher) exact(node uint32, j, depth int) {
	t := m.tokens[j]
	if s := m.cues.ids["="+m.text[t.Start:t.End]]; s != 0 {
		m.take(m.cues.edges.next(node, s), j, depth)
	}
}

func (m *cueMatcher) take(next uint32, j, depth int) {
	if next != 0 {
		m.start[depth], m.stop[depth] = int32(j), int32(j+1)
		m.walk(next, j+1, depth+1)
	}
}

// silent tells whether a token may stand between two words of a cue that follow each
// other: quotation marks, and hyphens inside a word.
func (m *cueMatcher) silent(j int) bool {
	t := &m.tokens[j]
	if t.Shape != Punct {
		return false
	}
	switch m.fold[t.FoldStart:t.FoldEnd] {
	case "\"", "'":
		return true
	case "-":
		return t.Flags&Spaced == 0
	}
	return false
}

func (m *cueMatcher) emit(e cueEnd, depth int) {
	cue := &m.cues.list[e.cue]
	first, last := m.start[0], m.stop[depth-1]
	from, to := m.start[e.from], m.stop[e.to-1]
	for i := len(m.out) - 1; i >= 0 && m.out[i].Last > first; i-- {
		if have := m.out[i]; have.Cue == cue && (have.First == first || have.From == from && have.To == to) {
			return // its nearest end, or the same span, was found before
		}
	}
	if from < to && !(cue.unless && m.denied(int(first), int(last))) {
		m.out = append(m.out, CueMatch{cue, from, to, first, last})
	}
}

// denied tells whether a negation stands among the three words before the match or
// inside it.
func (m *cueMatcher) denied(first, last int) bool {
	words := 0
	for i := first - 1; i >= m.from && words < 3; i-- {
		if m.tokens[i].Shape == Punct && m.text[m.tokens[i].Start] == ',' {
			break
		}
		if m.Class(m.tokens[i].Word)&Negation != 0 {
			return true
		}
		words++
	}
	for i := first; i < last; i++ {
		if m.Class(m.tokens[i].Word)&Negation != 0 {
			return true
		}
	}
	return false
}
