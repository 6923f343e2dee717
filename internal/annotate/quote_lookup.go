package annotate

import (
	"strings"

	"glossator/internal/lexicon"
)

// lookup is a table of folded words, made once and read for nearly every token of
// every text. It is keyed by the hash that the token carries, so that a word that is not there costs one look.
type lookup[V any] struct {
	slots []lookupSlot[V] // length a power of two, at most a quarter full
}

type lookupSlot[V any] struct {
	hash  uint64
	word  string
	value V
}

func newLookup[V any](words map[string]V) *lookup[V] {
	size := 64
	for size < 4*len(words) {
		size *= 2
	}
	l := &lookup[V]{slots: make([]lookupSlot[V], size)}
	for w, v := range words { // the order changes where words stand, never what is found
		h := lexicon.Hash(w)
		i := l.slot(h)
		for l.slots[i].word != "" {
			i = (i + 1) & (size - 1)
		}
		l.slots[i] = lookupSlot[V]{h, w, v}
	}
	return l
}

func (l *lookup[V]) slot(hash uint64) int { return int(hash^hash>>32) & (len(l.slots) - 1) }

// get is the value of token i's word, or the zero value; so it is outside the text.
func (l *lookup[V]) get(t *text, i int) (v V) {
	if i < 0 || i >= len(t.tokens) {
		return v
	}
	h := t.tokens[i].Hash
	for k := l.slot(h); l.slots[k].word != ""; k = (k + 1) & (len(l.slots) - 1) {
		if l.slots[k].hash == h && l.slots[k].word == t.fold(i) {
			return l.slots[k].value
		}
	}
	return v
}

// wordSet reads words parted by spaces.
func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}
