package compare

import (
	"cmp"
	"fmt"
	"slices"

	"glossator/internal/language"
)

// Relations of a Pair, the closest first.
const (
	Copy      = "copy"       // the same words, shortened perhaps
	Rewording = "rewording"  // the same report in other words
	SameEvent = "same event" // two reports of one event
)

// Pair says that sketches A and B, A < B, tell the same story.
type Pair struct {
	A, B     int
	Relation string  // Copy, Rewording or SameEvent
	Sure     float64 // 0 to 1
	Why      string  // in words
}

// What tells the relations apart, in per cent of the smaller set.
const (
	copyPhrases   = 65 // so many of the phrases shared make a copy
	rewordPhrases = 12 // a rewording, where
	inStep        = 85 // so many of these stand in the same order, and
	rewordSum     = 78 // phrases, half the words and half the names come to this;
	fewPhrases    = 5  // or, with fewer phrases,
	sameOrder     = 70 // so many entries stand in the same order
	sameWords     = 40 // and so many words are shared
	eventLeads    = 3  // the same event, where so many of the six chief entries,
	eventWords    = 28 // words
	eventNames    = 45 // and names are shared on one day
)

// Finder finds the pairs of articles that tell one story, again and again. It looks
// anew at what shares a bucket with a text that has changed, and nowhere else; what it
// finds is what a new Finder would.
type Finder struct {
	lang     string
	sketches []*Sketch
	in       []uint64 // the buckets: see keys; nil until a text has changed
	spare    []uint64 // the last ones: room for the next
	pairs    []Pair
}

// Find finds the pairs of texts of a site in a language, sorted by A, then B. Only articles that share buckets are
// looked at: a sampled phrase, four entries in a row, a figure, or a day and an entry.
// The time is linear in the number of articles. Sketches are told apart by address.
func (f *Finder) Find(lang string, sketches []*Sketch) []Pair {
	changed, few := f.changed(sketches)
	few = few && f.lang == lang
	f.lang = lang
	switch {
	case !few:
		f.sketches, f.in = slices.Clone(sketches), nil
		f.pairs = f.related(candidates(bucketsOf(sketches)))
	case len(changed) > 0:
		f.update(sketches, changed)
	}
	return slices.Clone(f.pairs)
}

func (f *Finder) related(candidates []uint64) (pairs []Pair) {
	j := judge{f.lang, map[*Sketch]*wordSamples{}}
	for _, c := range candidates {
		a, b := int(c>>32), int(uint32(c))
		if p, ok := j.relate(f.sketches[a], f.sketches[b]); ok {
			p.A, p.B = a, b
			pairs = append(pairs, p)
		}
	}
	return pairs
}

// judge judges pairs, and remembers meanwhile what it had to sample again.
type judge struct {
	lang string // of the texts that say none
	seen map[*Sketch]*wordSamples
}

// relate judges two sketches. The cheap questions come first: most candidates share
// little.
func (j *judge) relate(a, b *Sketch) (Pair, bool) {
	p := a.phrases.likeness(b.phrases)
	phrases, near := p.percent(), oneDay(a.days, b.days)
	if p.of < 8 || phrases < fewPhrases && !near {
		return Pair{}, false
	}
	if phrases >= copyPhrases {
		return Pair{Relation: Copy, Sure: sure(50+phrases/2, p.of),
			Why: fmt.Sprintf("%d %% of the shorter text's phrases stand in the other", phrases)}, true
	}
	ordered := phrases >= rewordPhrases && p.shared >= 6 && p.order() >= inStep
	entries := 0
	if phrases >= fewPhrases {
		entries = inOrder(a.sequence, b.sequence)
	}
	leads := inCommon(a.leads, b.leads)
	if !ordered && entries < sameOrder && !(near && leads >= eventLeads) {
		return Pair{}, false
	}
	words, names := j.words(a, b)
	if sum := phrases + words/2 + names/2; ordered && sum >= rewordSum {
		return Pair{Relation: Rewording, Sure: sure(sum, p.of),
			Why: fmt.Sprintf("%d %% of the phrases, in the same order, and %d %% of the longer words are shared", phrases, words)}, true
	}
	if entries >= sameOrder && words >= sameWords {
		return Pair{Relation: Rewording, Sure: sure(30+entries/3+words/3, p.of),
			Why: fmt.Sprintf("%d %% of the entries stand in the same order, %d %% of the longer words are shared", entries, words)}, true
	}
	if near && leads >= eventLeads && words >= eventWords && names >= eventNames {
		figures := inCommon(a.figures, b.figures)
		return Pair{Relation: SameEvent, Sure: sure(20+words/2+names/4+5*leads+10*min(figures, 2), p.of),
			Why: fmt.Sprintf("same day, %d of the chief entries and %d %% of the longer words shared", leads, words)}, true
	}
	return Pair{}, false
}

// words are how many of the longer words and of the names two texts share, in per cent.
func (j *judge) words(a, b *Sketch) (words, names int) {
	x, y := j.samples(a), j.samples(b)
	return x.vocab.likeness(y.vocab).percent(), x.names.likeness(y.names).percent()
}

func (j *judge) samples(s *Sketch) *wordSamples {
	w := j.seen[s]
	if w == nil {
		pack, _ := language.For(cmp.Or(s.lang, j.lang)) // what is wrong with it, the site's own check tells
		w = wordsOf(s.text, pack)
		j.seen[s] = w
	}
	return w
}

// sure caps a score and lowers it where it rests on few hashes.
func sure(percent, of int) float64 { return float64(min(99, percent*min(of, 24)/24)) / 100 }

// oneDay tells whether the days are the same or next to each other.
func oneDay(a, b []string) bool { return inCommon(a, b) > 0 }

// inCommon counts what two short lists share.
func inCommon[T comparable](a, b []T) int {
	n := 0
	for _, x := range a {
		if slices.Contains(b, x) {
			n++
		}
	}
	return n
}

// inOrder is the longest sequence of entries that both texts mention in that order,
// in per cent of the shorter list; 0 where that is too short to say anything.
func inOrder(a, b []uint32) int {
	if len(a) < 6 || len(b) < 6 {
		return 0
	}
	var row [65]uint8
	for _, x := range a {
		diagonal := uint8(0)
		for j, y := range b {
			up := row[j+1]
			if x == y {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(row[j], up)
			}
			diagonal = up
		}
	}
	return 100 * int(row[len(b)]) / min(len(a), len(b))
}
