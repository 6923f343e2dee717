package annotate

import (
	"slices"
	"strings"

	"glossator/internal/lexicon"
	"glossator/internal/token"
)

// sense is what is known of a token's word. It is looked up once, before a text is
// read: then most tokens show at a glance that a reader has nothing to do there.
type sense struct {
	class lexicon.Class // what the language's rules know
	lists list
	term  uint16 // in terms; 0 for a word of no table
}

// list is a set of the lists of words in this package, one bit for each.
type list uint32

const (
	// These follow from how the token is written, and from its class.
	inDigits list = 1 << iota
	leads         // an article, a possessive or "Mr.": what weak looks behind
	reigns        // a word for a government

	opensTime  // an expression of time may begin with it
	numeral    // a number
	cued       // it can be a cue
	indefinite // a, an
	thirdPerson

	// dateLists
	dateBefore
	notWeekdays
	periodParts
	vagueBefore
	englishInto

	// figureLists
	legalTitles
	numbered
	people
	sufferers
	phraseEnds
	theTwo

	// quoteLists
	statementNouns
	hearers
	goesOn
	subordinators
	betweenSubject
	documents
	spokesmen
	bodies
	roleTitles
	titleNouns
	nameParticles
	givenNames
	speakingPersons
)

// term is what the tables of this package say of a word.
type term struct {
	calendar calendarWord
	number   numberWord
	unit     string // "" for words that are none
	tense    tenseWord
	cue      cueWord
}

// terms are the words of all tables of this package, made once. As in package lexicon,
// words are told apart by their 64-bit hashes, which the tokens carry, so that a word
// that is in no table costs one look.
type terms struct {
	slots []uint16 // length a power of two, at most a quarter full; numbers of terms
	words []termWord
	all   []term // 0 is no term
}

// termWord is the part of a term that is asked for every token.
type termWord struct {
	hash  uint64
	lists list
}

var tables = newTerms()

func newTerms() *terms {
	t := &terms{slots: make([]uint16, 1<<13), words: make([]termWord, 1), all: make([]term, 1)}
	for _, lists := range [...]map[list]string{dateLists, figureLists, quoteLists, {indefinite: "a an", thirdPerson: "he she it"}} {
		for l, words := range lists { // the order changes the words' numbers, never what is found
			for w := range strings.FieldsSeq(words) {
				t.words[t.put(w)].lists |= l
			}
		}
	}
	for w, c := range englishCalendar {
		t.all[t.put(w)].calendar = c
	}
	for w, k := range englishTense {
		t.all[t.put(w)].tense = k
	}
	for w, n := range englishNumbers {
		t.all[t.put(w)].number = n
	}
	for w, u := range unitNouns {
		t.all[t.put(w)].unit = u
	}
	for w, k := range englishCues {
		t.all[t.put(w)].cue = k
	}
	for i := range t.all {
		t.words[i].lists |= t.all[i].lists()
	}
	t.words[t.put("a")].lists |= opensTime // "a week ago"
	t.words[t.put("an")].lists |= opensTime
	return t
}

// lists are those that follow from what else is known of a word.
func (w *term) lists() (l list) {
	switch w.calendar.kind {
	case noTime, partWord, agoWord, laterWord, earlierWord:
	default:
		l |= opensTime
	}
	if w.number.kind != noNumber {
		l |= numeral
	}
	if w.cue != noCue {
		l |= cued
	}
	return l
}

// put is the number of a folded word, given now if it had none.
func (t *terms) put(word string) uint16 {
	h := token.Hash(word)
	i := t.slot(h)
	for ; t.slots[i] != 0; i = (i + 1) & (len(t.slots) - 1) {
		if t.words[t.slots[i]].hash == h {
			return t.slots[i]
		}
	}
	t.slots[i] = uint16(len(t.all))
	t.words, t.all = append(t.words, termWord{hash: h}), append(t.all, term{})
	return t.slots[i]
}

// find is the number of the word that has a hash; 0 where it is in no table.
func (t *terms) find(hash uint64) uint16 {
	for i := t.slot(hash); ; i = (i + 1) & (len(t.slots) - 1) {
		if n := t.slots[i]; n == 0 || t.words[n].hash == hash {
			return n
		}
	}
}

func (t *terms) slot(hash uint64) int { return int(hash^hash>>32) & (len(t.slots) - 1) }

// wordSet reads words parted by spaces.
func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

// look finds what is known of each token's word, and the marks.
func (t *text) look() {
	senses, stops := slices.Grow(t.senses[:0], len(t.tokens))[:len(t.tokens)], t.stops[:0]
	for i := range senses {
		tok := &t.tokens[i]
		n := tables.find(tok.Hash)
		class, lists := t.lex.Class(tok.Word), tables.words[n].lists
		if tok.Shape == token.Number {
			lists |= inDigits
		}
		if class&(lexicon.Honorific|lexicon.Article|lexicon.Possessive) != 0 || tok.Shape == token.Clitic {
			lists |= leads
		}
		if class&lexicon.Reign != 0 {
			lists |= reigns
		}
		senses[i] = sense{class, lists, n}
		if tok.Shape == token.Punct || tok.Flags&token.Dotted != 0 {
			stops = append(stops, int32(i))
		}
	}
	t.senses, t.stops = senses, stops
}

// next is the first token from i on whose word is in one of the lists; behind the text
// where there is none.
func (t *text) next(i int, lists list) int {
	for i < len(t.senses) && t.senses[i].lists&lists == 0 {
		i++
	}
	return i
}

// class is what the language's rules know of token i; 0 outside the text.
func (t *text) class(i int) lexicon.Class {
	if uint(i) >= uint(len(t.senses)) {
		return 0
	}
	return t.senses[i].class
}

// in tells whether the word of token i is in one of the lists.
func (t *text) in(i int, lists list) bool {
	return uint(i) < uint(len(t.senses)) && t.senses[i].lists&lists != 0
}

// term is what the tables say of token i; nothing, outside the text.
func (t *text) term(i int) *term {
	if uint(i) >= uint(len(t.senses)) {
		return &tables.all[0]
	}
	return &tables.all[t.senses[i].term]
}
