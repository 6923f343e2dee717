package pattern

import (
	"slices"
	"strings"
	"sync"

	"glossator/internal/token"
)

// Set is patterns compiled. It is a trie over stems, whose edges are words and gaps:
// patterns that begin alike share their walk, so that cost does not grow with their
// number. After the first Find nothing may be added to it.
type Set struct {
	unless []bool            // pattern → it ends in !not
	ids    map[string]uint32 // stem → its number; exact words are kept with a leading =
	edges  map[uint64]uint32 // node<<32 | stem or gapEdge → node
	first  []uint32          // stem → node of the patterns that begin with it
	ends   [][]end
	flags  []flag
	stems  stemmer
	denies func(token.Word) bool
	clause Clause
	parted map[string]map[string]uint32 // what parts from a verb → stem of the verb → stem of both
	once   sync.Once
}

// Clause is what a language's clauses do to a verb. Those of the zero value do nothing.
type Clause struct {
	Parted      []string              // folded words that stand at a clause's end and, in a pattern, before its verb: "schiebt … ab" of "abschieben"
	Participles string                // what participles begin with, which their stems do not
	Ends        func(token.Word) bool // a clause ends before it: "und"
}

// In makes the set one of a language where clauses do that. A negation then counts for !not
// behind the match, too, as far as its clause goes: "räumt das Lager nicht". Call it before
// the first Find.
func (s *Set) In(c Clause) { s.clause = c }

// end is a pattern that ends at a node.
type end struct {
	pattern  int32
	from, to int8 // elements of the span, end excluded
}

type flag uint8

const (
	hasGap flag = 1 << iota
	hasExact
	hasEdges
)

const gapEdge = ^uint32(0)

// root is the node where patterns begin; node 0 is none.
const root = 1

// NewSet has no patterns yet. Words are parted and numbered by a vocabulary, and compared
// by what stem makes of a folded word; those that deny count for !not.
func NewSet(words *token.Vocabulary, stem func(folded string) string, denies func(token.Word) bool) *Set {
	return &Set{denies: denies, ids: map[string]uint32{}, edges: map[uint64]uint32{}, ends: make([][]end, root+1), flags: make([]flag, root+1),
		stems: stemmer{words: words, stem: stem, memo: map[string]string{}}}
}

// Add compiles a pattern, whose number is that of those before it.
func (s *Set) Add(text string) *Error {
	ways, unless, err := parse(text, s.stems.words, s.stems.learn)
	if err == nil && unless && s.denies == nil {
		err = &Error{Msg: "of this language no words that deny are known, so !not would do nothing", Hint: "leave it out; what is linked and should not be, an editor can take back (docs/readings.md)"}
	}
	if err != nil {
		return err
	}
	s.unless = append(s.unless, unless)
	for _, way := range ways {
		s.insert(int32(len(s.unless)-1), way)
	}
	return nil
}

func (s *Set) id(stem string) uint32 {
	if s.ids[stem] == 0 {
		s.ids[stem] = uint32(len(s.ids) + 1)
	}
	return s.ids[stem]
}

func (s *Set) next(node, label uint32) uint32 { return s.edges[uint64(node)<<32|uint64(label)] }

func (s *Set) step(node, label uint32) uint32 {
	key := uint64(node)<<32 | uint64(label)
	if s.edges[key] == 0 {
		s.edges[key] = uint32(len(s.ends))
		s.ends, s.flags = append(s.ends, nil), append(s.flags, 0)
	}
	return s.edges[key]
}

// freeze makes the set ready for matching.
func (s *Set) freeze() {
	s.first = make([]uint32, len(s.ids)+1)
	for key, node := range s.edges {
		if key>>32 == root && uint32(key) != gapEdge {
			s.first[uint32(key)] = node
		}
	}
	s.stems.fill(s.ids)
	if i, ok := start(s.clause.Participles); ok {
		s.stems.starts[i/64] |= 1 << (i % 64)
	}
	s.parted = map[string]map[string]uint32{}
	for stem, id := range s.ids {
		for _, part := range s.clause.Parted {
			if rest, ok := strings.CutPrefix(stem, part); ok && len(rest) > 1 {
				if s.parted[part] == nil {
					s.parted[part] = map[string]uint32{}
				}
				s.parted[part][rest] = id
			}
		}
	}
}

func (s *Set) insert(pattern int32, way []element) {
	node, n := uint32(root), 0
	last := end{pattern: pattern, to: -1}
	for _, e := range way {
		var label uint32
		switch e.kind {
		case open:
			last.from = int8(n)
			continue
		case shut:
			last.to = int8(n)
			continue
		case gap:
			label = gapEdge
			s.flags[node] |= hasGap
		case exact:
			label = s.id("=" + e.text)
			s.flags[node] |= hasExact
		default:
			label = s.id(e.text)
			s.flags[node] |= hasEdges
		}
		node = s.step(node, label)
		n++
	}
	if last.to < 0 {
		last.to = int8(n)
	}
	if !slices.Contains(s.ends[node], last) {
		s.ends[node] = append(s.ends[node], last)
	}
}

// Text is where patterns are looked for: the tokens [From, To), one sentence.
type Text struct {
	Text, Fold string
	Tokens     []token.Token
	From, To   int
}

// Match is a pattern found: the tokens [From, To) are its span, [First, Last) all of
// what matched.
type Match struct {
	Pattern     int32 // its number in the Set
	From, To    int32
	First, Last int32
}

type matcher struct {
	*Set
	Text
	out   []Match
	start [longest + 1]int32 // token at which each element begins
	stop  [longest + 1]int32
}

// Find appends to dst the patterns that a sentence holds. It leaves the words' stems in
// the tokens.
func (s *Set) Find(t Text, dst []Match) []Match {
	if len(s.unless) == 0 {
		return dst
	}
	s.once.Do(s.freeze)
	m := matcher{Set: s, Text: t, out: dst}
	for i := m.From; i < m.To; i++ {
		m.Tokens[i].Stem = m.stem(&m.Tokens[i])
	}
	if len(s.parted) > 0 {
		m.join()
	}
	for i := m.From; i < m.To; i++ {
		t := &m.Tokens[i]
		if t.Shape == token.Punct {
			continue
		}
		if stem := t.Stem; stem != 0 && m.first[stem] != 0 {
			m.start[0], m.stop[0] = int32(i), int32(i+1)
			m.walk(m.first[stem], i+1, 1)
		}
		if m.flags[root]&hasExact != 0 {
			m.exact(root, i, 0)
		}
	}
	return m.out
}

// walk goes on from a node reached with depth elements, the next token being i.
func (m *matcher) walk(node uint32, i, depth int) {
	for _, e := range m.ends[node] {
		m.emit(e, depth)
	}
	flags := m.flags[node]
	if flags == 0 || depth >= longest {
		return
	}
	j := i
	for j < m.To && m.silent(j) {
		j++
	}
	if j < m.To {
		m.follow(node, j, depth)
	}
	if flags&hasGap != 0 {
		m.gap(m.next(node, gapEdge), i, depth)
	}
}

// gap lets up to gapWords words pass, nearest first.
func (m *matcher) gap(node uint32, i, depth int) {
	words := 0
	for j := i; j < m.To && words <= gapWords; j++ {
		t := &m.Tokens[j]
		if t.Shape == token.Punct {
			if c := m.Text.Text[t.Start]; c == ';' || c == ':' {
				return
			}
			continue
		}
		m.start[depth], m.stop[depth] = int32(i), int32(j)
		m.follow(node, j, depth+1)
		if t.Shape != token.Clitic {
			words++
		}
	}
}

// follow takes the edges for the word at token j.
func (m *matcher) follow(node uint32, j, depth int) {
	flags := m.flags[node]
	if flags&hasEdges != 0 {
		if s := m.Tokens[j].Stem; s != 0 {
			m.take(m.next(node, s), j, depth)
		}
	}
	if flags&hasExact != 0 {
		m.exact(node, j, depth)
	}
}

// exact takes the edge for the word at token j as it is written.
func (m *matcher) exact(node uint32, j, depth int) {
	t := m.Tokens[j]
	if s := m.ids["="+m.Text.Text[t.Start:t.End]]; s != 0 {
		m.take(m.next(node, s), j, depth)
	}
}

func (m *matcher) take(next uint32, j, depth int) {
	if next != 0 {
		m.start[depth], m.stop[depth] = int32(j), int32(j+1)
		m.walk(next, j+1, depth+1)
	}
}

// silent tells whether a token may stand between two words of a pattern that follow each
// other: quotation marks, and hyphens inside a word.
func (m *matcher) silent(j int) bool {
	t := &m.Tokens[j]
	if t.Shape != token.Punct {
		return false
	}
	switch m.Fold[t.FoldStart:t.FoldEnd] {
	case "\"", "'":
		return true
	case "-":
		return t.Flags&token.Spaced == 0
	}
	return false
}

func (m *matcher) emit(e end, depth int) {
	first, last := m.start[0], m.stop[depth-1]
	from, to := m.start[e.from], m.stop[e.to-1]
	for i := len(m.out) - 1; i >= 0 && m.out[i].Last > first; i-- {
		if have := m.out[i]; have.Pattern == e.pattern && (have.First == first || have.From == from && have.To == to) {
			return // its nearest end, or the same span, was found before
		}
	}
	if from < to && !(m.unless[e.pattern] && m.denied(int(first), int(last))) {
		m.out = append(m.out, Match{e.pattern, from, to, first, last})
	}
}

// join gives verbs that are parted the stem of both parts.
func (m *matcher) join() {
	const far = 24 // tokens
	for j := m.From; j < m.To; j++ {
		t := &m.Tokens[j]
		if t.Shape != token.Lower || !m.over(j+1) {
			continue
		}
		verbs := m.parted[m.Fold[t.FoldStart:t.FoldEnd]]
		for i := j - 1; i >= m.From && i >= j-far && len(verbs) > 0; i-- {
			v := &m.Tokens[i]
			if v.Shape != token.Lower && i > m.From {
				continue
			}
			if id := verbs[m.stems.stem(m.Fold[v.FoldStart:v.FoldEnd])]; id != 0 {
				v.Stem = id
				break
			}
		}
	}
}

// over tells whether a clause ends before token i.
func (m *matcher) over(i int) bool {
	for i < m.To && m.silent(i) && m.Fold[m.Tokens[i].FoldStart] != '-' {
		i++ // a quotation mark
	}
	if i >= m.To {
		return true
	}
	t := &m.Tokens[i]
	return t.Shape == token.Punct && !m.silent(i) || m.clause.Ends != nil && m.clause.Ends(t.Word)
}

// deniedBehind tells whether a negation stands behind the match in its clause.
func (m *matcher) deniedBehind(last int) bool {
	const far = 12 // tokens
	for i := last; !m.over(i) && i < last+far; i++ {
		if m.denies(m.Tokens[i].Word) {
			return true
		}
	}
	return false
}

// denied tells whether a negation stands among the three words before the match, inside it
// or, in a language that puts it there, behind.
func (m *matcher) denied(first, last int) bool {
	words := 0
	for i := first - 1; i >= m.From && words < 3; i-- {
		if m.Tokens[i].Shape == token.Punct && m.Text.Text[m.Tokens[i].Start] == ',' {
			break
		}
		if m.denies(m.Tokens[i].Word) {
			return true
		}
		words++
	}
	for i := first; i < last; i++ {
		if m.denies(m.Tokens[i].Word) {
			return true
		}
	}
	return m.clause.Ends != nil && m.deniedBehind(last)
}
