package annotate

import (
	"math/rand/v2"
	"strconv"
	"testing"

	"glossator/internal/token"
)

// TestTermsAreTheTables holds what is looked up at once to the tables it is made of.
func TestTermsAreTheTables(t *testing.T) {
	said := map[string]term{}
	listed := map[string]list{}
	for _, lists := range [...]map[list]string{dateLists, figureLists, quoteLists} {
		for l, words := range lists {
			for w := range wordSet(words) {
				listed[w] |= l
				said[w] = term{}
			}
		}
	}
	for _, w := range [...]string{"a", "an", "he", "she", "it"} {
		said[w] = term{}
	}
	for _, words := range [...]map[string]bool{keysOf(englishCalendar), keysOf(englishTense), keysOf(englishNumbers), keysOf(unitNouns), keysOf(englishCues)} {
		for w := range words {
			said[w] = term{englishCalendar[w], englishNumbers[w], unitNouns[w], englishTense[w], englishCues[w]}
		}
	}
	if len(said) != len(tables.all)-1 {
		t.Errorf("%d words, %d terms", len(said), len(tables.all)-1)
	}
	ofTables := list(0)
	for _, l := range listed {
		ofTables |= l
	}
	for w, want := range said {
		n := tables.find(token.Hash(w))
		if n == 0 || tables.all[n] != want || tables.words[n].lists&ofTables != listed[w] {
			t.Errorf("%q: %+v in %b, want %+v in %b", w, tables.all[n], tables.words[n].lists, want, listed[w])
		}
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 100_000 {
		w := strconv.FormatUint(r.Uint64(), 36)
		if _, ok := said[w]; !ok && tables.find(token.Hash(w)) != 0 {
			t.Errorf("%q is in no table", w)
		}
	}
}

func keysOf[V any](m map[string]V) map[string]bool {
	keys := map[string]bool{}
	for k := range m {
		keys[k] = true
	}
	return keys
}

// TestSentencesEndAtStops holds the sentences to a look at every token.
func TestSentencesEndAtStops(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 1000 {
		x, _ := marked("2022-03-10", "en", quoted(r)+"He met Gov. Hale of the U.S. He left at 3 p.m. No. 7 sank! “Why?” Nobody…")
		var want []sentence
		for b, blk := range x.blocks {
			from := blk.from
			for i := blk.from; i < blk.to; {
				end := i + 1
				for end < blk.to && !x.ends(end-1, blk.to) {
					end++
				}
				for end < blk.to && x.closes(end) {
					end++
				}
				want = append(want, sentence{from, end, b})
				i, from = end, end
			}
		}
		if len(want) != len(x.sentences) {
			t.Fatalf("%d sentences, want %d: %s", len(x.sentences), len(want), x.prose)
		}
		for i := range want {
			if want[i] != x.sentences[i] {
				t.Fatalf("%+v, want %+v: %s", x.sentences[i], want[i], x.prose)
			}
		}
	}
}

// TestWholeNumbers holds the short way for digits to the long one.
func TestWholeNumbers(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 100_000 {
		s := strconv.FormatUint(r.Uint64()>>r.IntN(64), 10)
		if r.IntN(4) == 0 {
			s = "00" + s
		}
		want, err := strconv.ParseFloat(s, 64)
		if got, ok := wholeNumber(s); ok && (got != want || err != nil) {
			t.Errorf("%s: %v, want %v", s, got, want)
		}
	}
	for _, s := range [...]string{"", "1,000", "1.5", "20th", "½"} {
		if _, ok := wholeNumber(s); ok {
			t.Errorf("%q is not digits alone", s)
		}
	}
}
