package token

import (
	"maps"
	"slices"
	"sync"
)

// Word is the number of a folded word in a Vocabulary; 0 is no word.
type Word = uint32

// Vocabulary numbers the folded words that matter to those who read, and reads texts into
// tokens that carry these numbers. It is an open hash table; words are told apart by their
// 64-bit hashes alone, so that a look costs one cache line. While it grows it has one
// user; then it is shared between goroutines.
type Vocabulary struct {
	slots      []slot // length a power of two, at most half full
	words      []string
	elided     map[string]bool
	proclitics string
	stops      []Stop
	scanners   sync.Pool // of scanners, for their memory
}

type slot struct {
	hash uint64
	word Word
}

// Stop tells whether the full stop behind a word belongs to it.
type Stop uint8

const (
	EndsSentence Stop = iota // as behind any word
	IfCapital                // "Gen.", but not "gen."
	Always                   // "vs.", "dept."
)

// NewVocabulary has no words yet.
func NewVocabulary() *Vocabulary {
	return &Vocabulary{slots: make([]slot, 1024), words: make([]string, 1), stops: make([]Stop, 1), scanners: sync.Pool{New: func() any { return new(scanner) }}}
}

// Clone is a vocabulary of the same words that may grow by itself.
func (v *Vocabulary) Clone() *Vocabulary {
	c := NewVocabulary()
	c.slots, c.words, c.stops, c.elided, c.proclitics = slices.Clone(v.slots), slices.Clone(v.words), slices.Clone(v.stops), maps.Clone(v.elided), v.proclitics
	return c
}

// Find is the number of the folded word that has a hash; 0 where it is not in the
// vocabulary.
func (v *Vocabulary) Find(hash uint64) Word {
	mask := uint64(len(v.slots) - 1)
	for i := (hash ^ hash>>32) & mask; ; i = (i + 1) & mask {
		if s := &v.slots[i]; s.word == 0 || s.hash == hash {
			return s.word
		}
	}
}

// Put is the number of a folded word, given now if it had none.
func (v *Vocabulary) Put(word string) Word {
	h := Hash(word)
	if w := v.Find(h); w != 0 {
		return w
	}
	if 2*len(v.words) >= len(v.slots) {
		v.grow()
	}
	w := Word(len(v.words))
	v.words = append(v.words, word)
	v.stops = append(v.stops, EndsSentence)
	v.place(h, w)
	return w
}

// Abbreviate tells of a word what its full stop says.
func (v *Vocabulary) Abbreviate(w Word, s Stop) { v.stops[w] = s }

// Elide tells of a word that loses its vowel before another and is no part of it: the l' of
// "l'État".
func (v *Vocabulary) Elide(word string) {
	if v.elided == nil {
		v.elided = map[string]bool{}
	}
	v.elided[word] = true
}

// Prefix tells of letters that are words of their own and stand joined to the word behind
// them: the Arabic و and ب.
func (v *Vocabulary) Prefix(letters string) { v.proclitics = letters }

// Text is a word; "" for 0.
func (v *Vocabulary) Text(w Word) string { return v.words[w] }

// Len is 1 more than the highest number of a word.
func (v *Vocabulary) Len() int { return len(v.words) }

// Words are the words by their numbers, "" the first.
func (v *Vocabulary) Words() []string { return v.words }

func (v *Vocabulary) place(h uint64, w Word) {
	mask := uint64(len(v.slots) - 1)
	i := (h ^ h>>32) & mask
	for v.slots[i].word != 0 {
		i = (i + 1) & mask
	}
	v.slots[i] = slot{h, w}
}

func (v *Vocabulary) grow() {
	v.slots = make([]slot, 2*len(v.slots))
	for w := 1; w < len(v.words); w++ {
		v.place(Hash(v.words[w]), Word(w))
	}
}
