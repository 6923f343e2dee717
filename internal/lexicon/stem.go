package lexicon

import "sync/atomic"

// stemmer gives words the number of their stem, where a cue uses that stem. Words of
// the vocabulary are stemmed once; others through a cache of fixed size that is
// written without locks: what it holds depends on nothing but the word.
type stemmer struct {
	byWord []uint32
	starts [1 << 16 / 64]uint64 // first two bytes of the stems in use
	cache  []atomic.Uint64      // upper 44 bits of the hash, then the stem's number
}

const (
	cacheSize  = 1 << 13
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
		if i, ok := start(stem); ok {
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

// stem is the number of a token's stem, 0 where no cue uses it.
func (l *Lexicon) stem(t Token, fold string) uint32 {
	if t.Word != 0 {
		return l.stems.byWord[t.Word]
	}
	word := fold[t.FoldStart:t.FoldEnd]
	i, ok := start(word)
	if !ok || l.stems.starts[i/64]&(1<<(i%64)) == 0 || len(word) > longestRun || !t.Shape.Wordlike() {
		return 0
	}
	slot := &l.stems.cache[t.Hash%cacheSize]
	tag := t.Hash >> stemBits << stemBits
	if v := slot.Load(); v != 0 && v&^(1<<stemBits-1) == tag {
		return uint32(v&(1<<stemBits-1)) - 1
	}
	id := l.cues.ids[l.language.stem(word)]
	slot.Store(tag | uint64(id+1))
	return id
}
