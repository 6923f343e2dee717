package lexicon

import (
	"strings"
	"unicode"

	"glossator/internal/token"
)

// trie holds forms under their words. Node 0 is none, node 1 the root.
type trie struct {
	first []uint32 // word → node of the forms that begin with it
	edges edges    // (node, word) → node
	nodes []node
	ends  []end  // those of a node follow one another
	root  uint32 // node reached from the start over a word that was replaced, or 0
}

// node is one step of the trie.
type node struct {
	from, to uint32   // the ends of forms
	flags    nodeFlag // what may follow
}

// end is where a form ends, with all that tells whether a text holds it: most texts do as
// the entry has it, and the form itself, which lies elsewhere, is not looked at.
type end struct {
	form    *Form
	words   uint8
	named   bool // its capitals matter
	foreign bool
	shapes  [5]shapes // of its first words
}

func endOf(f *Form) end {
	e := end{form: f, words: uint8(min(len(f.tokens), longest+1)), named: f.Kind < Description, foreign: f.foreign}
	for k := range min(len(f.tokens), len(e.shapes)) {
		e.shapes[k] = f.written(k)
	}
	return e
}

// written is how a word of the form may be written.
func (e *end) written(k int) shapes {
	if k < len(e.shapes) {
		return e.shapes[k]
	}
	return e.form.written(k)
}

// shapes is a set of token.Shape.
type shapes uint8

func oneOf(all ...token.Shape) (s shapes) {
	for _, shape := range all {
		s |= 1 << shape
	}
	return s
}

var (
	anyShape    = ^shapes(0)
	capitalized = oneOf(token.Capital, token.Mixed, token.Initial, token.Upper)
)

// written is how a word of a name may be written. Words that it has in lower case may be
// capitals (titles, the start of a sentence); those it has in capitals must be.
func (f *Form) written(k int) shapes {
	want := f.tokens[k]
	switch want.shape {
	case token.Capital, token.Mixed, token.Initial:
		return capitalized
	case token.Upper:
		s := oneOf(token.Upper)
		if len(f.tokens) > 1 {
			s |= oneOf(token.Mixed)
		}
		if len(want.raw) > 3 {
			s |= oneOf(token.Capital)
		}
		return s
	}
	return anyShape
}

// fit tells whether a token is written so. A name of one word is no acronym: "Ana", "ANA".
func (s shapes) fit(got *token.Token, words int) bool {
	if s == capitalized && words == 1 && got.Shape == token.Upper && got.End-got.Start <= 3 {
		return false
	}
	return s>>got.Shape&1 != 0
}

// edges is an open hash table from a node and a label to the next node; 0 is no node.
type edges []edge

type edge struct {
	key  uint64 // node<<32 | label
	node uint32
}

func freeze(m map[uint64]uint32) edges {
	size := 16
	for size < 2*len(m) {
		size *= 2
	}
	t := make(edges, size)
	mask := uint64(size - 1)
	for key, node := range m { // the order changes where edges lie, never what is found
		i := mix(key) & mask
		for t[i].node != 0 {
			i = (i + 1) & mask
		}
		t[i] = edge{key, node}
	}
	return t
}

func (t edges) next(node, label uint32) uint32 {
	key := uint64(node)<<32 | uint64(label)
	mask := uint64(len(t) - 1)
	for i := mix(key) & mask; ; i = (i + 1) & mask {
		if e := &t[i]; e.key == key || e.node == 0 {
			return e.node
		}
	}
}

// mix spreads a key over the table (a multiplication by 2^64/φ, as Knuth 6.4).
func mix(key uint64) uint64 {
	key *= 0x9E3779B97F4A7C15
	return key ^ key>>32
}

type nodeFlag uint8

const (
	personal nodeFlag = 1 << iota // an initial may be stepped over
	replaced                      // the next word may be another one
	branches                      // has edges
)

// wildcard is the word of the edge that any other word may take, once in a form.
const wildcard = ^Word(0)

// trieBuilder makes a trie.
type trieBuilder struct {
	lexicon *Lexicon
	edges   map[uint64]uint32
	forms   [][]*Form
	flags   []nodeFlag
}

func newTrieBuilder(l *Lexicon) *trieBuilder {
	return &trieBuilder{lexicon: l, edges: map[uint64]uint32{}, forms: make([][]*Form, 2), flags: make([]nodeFlag, 2)}
}

func (b *trieBuilder) step(node uint32, w Word) uint32 {
	key := uint64(node)<<32 | uint64(w)
	next := b.edges[key]
	if next == 0 {
		next = uint32(len(b.forms))
		b.forms = append(b.forms, nil)
		b.flags = append(b.flags, 0)
		b.edges[key] = next
		b.flags[node] |= branches
	}
	return next
}

func (b *trieBuilder) insert(f *Form) {
	node := uint32(1)
	for _, t := range f.tokens {
		node = b.step(node, t.word)
	}
	b.forms[node] = append(b.forms[node], f)
}

// finish adds what depends on all forms being there: the steps over initials, the
// words without their accented letters, and the wildcards.
func (b *trieBuilder) finish(forms []*Form) *trie {
	for _, f := range forms {
		node := uint32(1)
		for i, t := range f.tokens {
			next := b.step(node, t.word)
			if f.foreign && f.Kind < Description {
				b.dropped(node, next, t)
			}
			if node = next; f.person && i+1 < len(f.tokens) {
				b.flags[node] |= personal
			}
		}
	}
	for _, f := range forms {
		if f.Kind == Name {
			b.wildcards(f)
		}
	}
	return b.freeze()
}

// dropped lets a word also be written without its letters beyond ASCII, "Lpez", and with
// two letters for one, "Poehl".
func (b *trieBuilder) dropped(node, next uint32, t formToken) {
	for _, other := range [...]string{withoutAccented(t.raw), inTwo(t.raw)} {
		if other == "" {
			continue
		}
		key := uint64(node)<<32 | uint64(b.lexicon.vocabulary.Put(other))
		if b.edges[key] == 0 {
			b.edges[key] = next
		}
	}
}

// twoForOne are letters that are written as two where a machine lacks them.
var twoForOne = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss", "å", "aa", "ø", "oe", "æ", "ae")

// inTwo is a word in lower case with two letters for one; "" where it has no such letter.
func inTwo(raw string) string {
	lower := strings.ToLower(raw)
	if two := twoForOne.Replace(lower); two != lower {
		return two
	}
	return ""
}

// withoutAccented is a word in lower case without its letters beyond ASCII; "" where
// it has none, or little else.
func withoutAccented(raw string) string {
	var short []byte
	for _, r := range raw {
		if r < 0x80 {
			short = append(short, byte(unicode.ToLower(r)))
		}
	}
	if len(short) == len(raw) || len(short) < 3 {
		return ""
	}
	return string(short)
}

// wildcards lets one word of a proper name of three or more be another one, as where
// a machine put a synonym in its place; two words that tell much must stay, or one and a
// word that begins as the replaced one does. In a person's name only a slip of one letter
// is let pass. The match sees to both.
func (b *trieBuilder) wildcards(f *Form) {
	if len(f.tokens) < 3 || f.derived {
		return
	}
	n := 0
	for _, t := range f.tokens {
		if b.lexicon.telling(t) {
			n++
		}
	}
	f.few = n == 2 && !f.person
	node := uint32(1)
	for i, t := range f.tokens {
		left := n
		if b.lexicon.telling(t) {
			left--
		}
		if t.shape.Capitalized() && (left >= 2 || f.few) && (!f.person || len(t.raw) >= slipLength) {
			rest := b.step(node, wildcard)
			b.flags[node] |= replaced
			for _, u := range f.tokens[i+1:] {
				rest = b.step(rest, u.word)
			}
			b.forms[rest] = append(b.forms[rest], f)
		}
		node = b.step(node, t.word)
	}
}

// slipLength is the number of bytes that a word of a person's name must have for a slip
// in it to be let pass.
const slipLength = 5

func (b *trieBuilder) freeze() *trie {
	t := &trie{nodes: make([]node, len(b.forms)), edges: freeze(b.edges), first: make([]uint32, b.lexicon.vocabulary.Len())}
	for i, forms := range b.forms {
		from := uint32(len(t.ends))
		for _, f := range forms {
			t.ends = append(t.ends, endOf(f))
		}
		t.nodes[i] = node{from, uint32(len(t.ends)), b.flags[i]}
	}
	for key, node := range b.edges {
		switch w := Word(key); {
		case key>>32 == 1 && w == wildcard:
			t.root = node
		case key>>32 == 1:
			t.first[w] = node
		}
	}
	return t
}
