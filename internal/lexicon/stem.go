package lexicon

import (
	"strings"
	"sync/atomic"

	"golang.org/x/text/unicode/norm"
)

// stemmer gives words the number of their stem, where a cue uses that stem. Words of
// the vocabulary are stemmed once; others through a cache of fixed size that is
// written without locks: what it holds depends on nothing but the word.
type stemmer struct {
	byWord []uint32
	starts [1 << 16 / 64]uint64 // first two bytes of the stems in use, folded
	cache  []atomic.Uint64      // upper 44 bits of the hash, then the stem's number
}

const (
	cacheSize  = 1 << 15
	stemBits   = 20
	longestRun = 40 // bytes; longer words are no words
)

func (s *stemmer) fill(l *Lexicon) {
	if len(l.cues.list) == 0 {
		return
	}
	s.cache = make([]atomic.Uint64, cacheSize)
	s.byWord = make([]uint32, len(l.vocabulary.words))
	for w, word := range l.vocabulary.words {
		s.byWord[w] = l.cues.ids[l.language.stem(word)]
	}
	for stem := range l.cues.ids {
		var folded []byte
		for _, r := range stem {
			folded = appendFolded(folded, r)
		}
		if i, ok := start(string(folded)); ok {
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

// stem is the number of a token's stem, 0 where no cue uses it. A word with accents is
// stemmed with them: they tell inflections apart.
func (m *cueMatcher) stem(t *Token) uint32 {
	if t.Word != 0 && t.Flags&Foreign == 0 {
		return m.stems.byWord[t.Word]
	}
	word := m.fold[t.FoldStart:t.FoldEnd]
	i, ok := start(word)
	if !ok || m.stems.starts[i/64]&(1<<(i%64)) == 0 || len(word) > longestRun || !t.Shape.Wordlike() {
		return 0
	}
	hash := t.Hash
	if t.Flags&Foreign != 0 {
		hash = Hash(m.text[t.Start:t.End])
	}
	slot := &m.stems.cache[hash%cacheSize]
	tag := hash >> stemBits << stemBits
	if v := slot.Load(); v != 0 && v&^(1<<stemBits-1) == tag {
		return uint32(v&(1<<stemBits-1)) - 1
	}
	if t.Flags&Foreign != 0 {
		word = accented(m.text[t.Start:t.End])
	}
	id := m.cues.ids[m.language.stem(word)]
	slot.Store(tag | uint64(id+1))
	return id
}

// accented is a word in lower case with its accents.
func accented(word string) string { return norm.NFC.String(strings.ToLower(word)) }
