package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"glossator/internal/language"
	"glossator/internal/token"

	"golang.org/x/text/unicode/norm"
)

// Match is a form found at the tokens [From, To). Capitals are as they must be.
type Match struct {
	Form     *Form
	From, To int32
	Damage   Damage
}

// Damage tells how a match differs from the name as the entry has it.
type Damage uint8

const (
	Whole      Damage = iota
	Accents           // accents lost or taken apart
	Letters           // letters lost: "Lpez"
	Encoding          // mojibake, soft hyphens
	MiddleWord        // a word inside was replaced by another
	OuterWord         // the first or last word was replaced
	AkinWord          // a word was replaced by one that begins as it does
)

// longest is the number of words after which no form goes on.
const longest = 16

type matcher struct {
	*Lexicon
	text   string
	tokens []token.Token
	out    []Match
	path   [longest]int32 // the token that stands for each word of the form
}

// Matches appends to dst every form that the tokens of text hold, in order of their
// first token; shorter ones at the same place come first.
func (l *Lexicon) Matches(text string, tokens []token.Token, dst []Match) []Match {
	m := matcher{Lexicon: l, text: text, tokens: tokens, out: dst}
	for i := range tokens {
		if w := tokens[i].Word; w != 0 {
			if node := l.trie.first[w]; node != 0 {
				m.path[0] = int32(i)
				m.walk(node, i+1, 1, -1)
			}
		}
		if l.trie.root != 0 && tokens[i].Shape.Capitalized() && i+2 < len(tokens) && tokens[i+1].Word != 0 {
			m.path[0] = int32(i)
			m.walk(l.trie.root, i+1, 1, 0)
		}
	}
	return m.out
}

// walk goes on from a node that was reached with depth words, the next token being
// i. swapped is the depth at which a word was replaced, -1 for none.
func (m *matcher) walk(node uint32, i, depth, swapped int) {
	n := &m.trie.nodes[node]
	for k := range m.trie.ends[n.from:n.to] {
		m.emit(&m.trie.ends[int(n.from)+k], i, depth, swapped)
	}
	flags := n.flags
	if flags == 0 || depth == longest {
		return
	}
	if i < len(m.tokens) && m.hyphen(i) {
		i++
	}
	if i >= len(m.tokens) || m.tokens[i].Flags&token.Break != 0 {
		return
	}
	t := &m.tokens[i]
	if flags&branches != 0 && t.Word != 0 {
		if next := m.trie.edges.next(node, t.Word); next != 0 {
			m.path[depth] = int32(i)
			m.walk(next, i+1, depth+1, swapped)
		}
	}
	if flags&personal != 0 && t.Shape == token.Initial {
		m.initial(node, i+1, depth, swapped)
	}
	if flags&replaced != 0 && swapped < 0 && t.Shape.Capitalized() && !m.Is(t.Word, language.Function) {
		if next := m.trie.edges.next(node, wildcard); next != 0 {
			m.path[depth] = int32(i)
			m.walk(next, i+1, depth+1, depth)
		}
	}
}

// initial steps over an initial inside a person's name.
func (m *matcher) initial(node uint32, i, depth, swapped int) {
	if i >= len(m.tokens) || m.tokens[i].Flags&token.Break != 0 || m.tokens[i].Word == 0 {
		return
	}
	if next := m.trie.edges.next(node, m.tokens[i].Word); next != 0 {
		m.path[depth] = int32(i)
		m.walk(next, i+1, depth+1, swapped)
	}
}

// hyphen tells whether token i is a hyphen with no space on either side.
func (m *matcher) hyphen(i int) bool {
	t := &m.tokens[i]
	return t.Shape == token.Punct && t.Flags&token.Spaced == 0 && i+1 < len(m.tokens) && m.tokens[i+1].Flags&token.Spaced == 0 &&
		(m.text[t.Start] == '-' || m.text[t.Start] >= utf8.RuneSelf && dash(m.text[t.Start:t.End]))
}

func dash(s string) bool { return s == "‐" || s == "‑" || s == "–" || s == "−" }

func (m *matcher) emit(e *end, to, depth, swapped int) {
	if depth != int(e.words) {
		return
	}
	f, damage := e.form, Whole
	if e.named {
		for k := range depth {
			got := &m.tokens[m.path[k]]
			if k == swapped {
				continue
			}
			if !e.written(k).fit(got, depth) {
				return
			}
			if damage == Whole && (e.foreign || got.Flags&(token.Foreign|token.Spoiled) != 0) {
				damage = m.compare(got, &f.tokens[k])
			}
		}
	}
	switch {
	case swapped < 0:
	case m.tokens[m.path[swapped]].Word == f.tokens[swapped].word:
		return // the very word: not replaced
	case f.person:
		got := m.tokens[m.path[swapped]]
		if !slip(m.text[got.Start:got.End], f.tokens[swapped].raw) {
			return
		}
		damage = Letters
	case f.few && m.telling(f.tokens[swapped]):
		if !m.akin(m.path[swapped], f.tokens[swapped]) {
			return
		}
		damage = AkinWord
	case swapped == 0 || swapped == depth-1:
		damage = OuterWord
	default:
		damage = MiddleWord
	}
	m.out = append(m.out, Match{f, m.path[0], int32(to), damage})
}

// akin tells whether a token begins as a form's word does: "Safeguard" and "Safety".
func (m *matcher) akin(i int32, want formToken) bool {
	const alike = 4
	got := m.tokens[i]
	a, b := m.text[got.Start:got.End], want.raw
	return len(a) > alike && len(b) > alike && a[:alike] == b[:alike]
}

// slip tells whether two words differ by one letter that is lost, added or another one.
func slip(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	switch len(b) - len(a) {
	case 0:
		return i < len(a) && a[i+1:] == b[i+1:]
	case 1:
		return a[i:] == b[i+1:]
	}
	return false
}

// compare tells how a word that folds alike differs from the form's. An accent that
// only the text has is no damage.
func (m *matcher) compare(got *token.Token, want *formToken) Damage {
	if got.Flags&token.Spoiled != 0 {
		return Encoding
	}
	raw := m.text[got.Start:got.End]
	if raw == want.raw {
		return Whole
	}
	if got.Word != want.word {
		if strings.EqualFold(raw, inTwo(want.raw)) {
			return Whole
		}
		return Letters
	}
	a, b := raw, want.raw
	for a != "" && b != "" {
		r, n := utf8.DecodeRuneInString(a)
		s, k := utf8.DecodeRuneInString(b)
		switch {
		case unicode.ToLower(r) == unicode.ToLower(s):
		case unicode.IsMark(r): // a combining accent where the name has none, or one letter
			a = a[n:]
			continue
		case unicode.IsLetter(r) && unicode.IsLetter(s) && s >= utf8.RuneSelf:
			return Accents
		}
		a, b = a[n:], b[k:]
	}
	if marked(raw) && !marked(want.raw) && want.raw != norm.NFC.String(raw) {
		return Whole
	}
	if marked(raw) || marked(want.raw) {
		return Accents
	}
	return Whole
}

func marked(s string) bool {
	for _, r := range s {
		if unicode.IsMark(r) {
			return true
		}
	}
	return false
}
