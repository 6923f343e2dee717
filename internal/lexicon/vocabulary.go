package lexicon

// Word is the number of a folded word in the lexicon's vocabulary; 0 is no word.
type Word = uint32

// vocabulary numbers the folded words that matter: those of names, descriptions and
// cues, and those the language's rules know. It is an open hash table; words are told
// apart by their 64-bit hashes alone, so that a look costs one cache line.
type vocabulary struct {
	slots []slot // length a power of two, at most half full
	words []string
	class []Class
}

type slot struct {
	hash uint64
	word Word
}

func newVocabulary() *vocabulary {
	return &vocabulary{slots: make([]slot, 1024), words: make([]string, 1), class: make([]Class, 1)}
}

// find is the number of a folded word, known by its hash; 0 where it is not in the
// vocabulary.
func (v *vocabulary) find(h uint64) Word {
	mask := uint64(len(v.slots) - 1)
	for i := (h ^ h>>32) & mask; ; i = (i + 1) & mask {
		if s := &v.slots[i]; s.word == 0 || s.hash == h {
			return s.word
		}
	}
}

// put is the number of a folded word, given now if it had none.
func (v *vocabulary) put(word string) Word {
	h := Hash(word)
	if w := v.find(h); w != 0 {
		return w
	}
	if 2*len(v.words) >= len(v.slots) {
		v.grow()
	}
	w := Word(len(v.words))
	v.words = append(v.words, word)
	v.class = append(v.class, 0)
	v.place(h, w)
	return w
}

func (v *vocabulary) place(h uint64, w Word) {
	mask := uint64(len(v.slots) - 1)
	i := (h ^ h>>32) & mask
	for v.slots[i].word != 0 {
		i = (i + 1) & mask
	}
	v.slots[i] = slot{h, w}
}

func (v *vocabulary) grow() {
	v.slots = make([]slot, 2*len(v.slots))
	for w := 1; w < len(v.words); w++ {
		v.place(Hash(v.words[w]), Word(w))
	}
}

func (v *vocabulary) classes(w Word) Class { return v.class[w] }
