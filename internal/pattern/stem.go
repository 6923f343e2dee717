package pattern

import (
	"strings"
	"sync/atomic"

	"golang.org/x/text/unicode/norm"

	"glossator/internal/token"
)

// stemmer gives words the number of their stem, where a pattern uses that stem. Words of
// the vocabulary are stemmed when they are first met; others through a cache of fixed
// size. Both are written without locks: what they hold depends on nothing but the word.
type stemmer struct {
	words  *token.Vocabulary
	stem   func(folded string) string
	memo   map[string]string // of the words of the patterns
	ids    map[string]uint32
	byWord []atomic.Uint32      // 1 + the stem's number; 0 where it was not asked for
	starts [1 << 16 / 64]uint64 // first two bytes of the stems in use, folded
	cache  []atomic.Uint64      // upper 44 bits of the hash, then 1 + the stem's number
}

const (
	cacheSize  = 1 << 15
	stemBits   = 20
	longestRun = 40 // bytes; longer words are no words
)

// learn is the stem of a word of a pattern, which becomes one of the vocabulary.
func (s *stemmer) learn(word string) string {
	stem, ok := s.memo[word]
	if !ok {
		s.words.Put(word)
		stem = s.stem(word)
		s.memo[word] = stem
	}
	return stem
}

// fill readies it to number the stems of a text's words.
func (s *stemmer) fill(ids map[string]uint32) {
	s.ids, s.byWord, s.cache = ids, make([]atomic.Uint32, s.words.Len()), make([]atomic.Uint64, cacheSize)
	for stem := range ids {
		if i, ok := start(token.Fold(stem)); ok {
			s.starts[i/64] |= 1 << (i % 64)
		}
	}
}

func start(word string) (int, bool) {
	if len(word) < 2 {
		return 0, false
	}
	return int(word[0])<<8 | int(word[1]), true
}

// stem is the number of a token's stem, 0 where no pattern uses it. A word with accents
// is stemmed with them: they tell inflections apart.
func (m *matcher) stem(t *token.Token) uint32 {
	s := &m.stems
	if t.Word != 0 && t.Flags&token.Foreign == 0 {
		slot := &s.byWord[t.Word]
		id := slot.Load()
		if id == 0 {
			id = s.ids[s.stem(s.words.Text(t.Word))] + 1
			slot.Store(id)
		}
		return id - 1
	}
	word := m.Fold[t.FoldStart:t.FoldEnd]
	i, ok := start(word)
	if !ok || s.starts[i/64]&(1<<(i%64)) == 0 || len(word) > longestRun || !t.Shape.Wordlike() {
		return 0
	}
	hash := t.Hash
	if t.Flags&token.Foreign != 0 {
		hash = token.Hash(m.Text.Text[t.Start:t.End])
	}
	slot := &s.cache[hash%cacheSize]
	tag := hash >> stemBits << stemBits
	if v := slot.Load(); v != 0 && v&^(1<<stemBits-1) == tag {
		return uint32(v&(1<<stemBits-1)) - 1
	}
	if t.Flags&token.Foreign != 0 {
		word = accented(m.Text.Text[t.Start:t.End])
	}
	id := s.ids[s.stem(word)]
	slot.Store(tag | uint64(id+1))
	return id
}

// accented is a word in lower case with its accents.
func accented(word string) string { return norm.NFC.String(strings.ToLower(word)) }
