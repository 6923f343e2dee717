package compare

import (
	"slices"
	"strings"

	"glossator/internal/annotation"
	"glossator/internal/doc"
	"glossator/internal/language"
	"glossator/internal/token"
)

// Sketch is what Find needs to know of a document: a few hundred bytes to a few
// kilobytes, whatever the document's length. It depends on the document and its
// annotations alone, and may be kept as long as they are.
type Sketch struct {
	text     string   // the document's prose, sampled by wordsOf where it must be
	lang     string   // of its own, or ""
	phrases  sample   // runs of three words
	sequence []uint32 // entries in order of mention, repeats in a row left out; the first 64
	figures  []uint64 // distinct values, sorted
	days     []string // the story's own day and, for bucketing, the one after
	leads    []uint32 // the entries mentioned most, at most 6
}

// sample is the smallest hashes of a set (Broder 1997, "On the resemblance and
// containment of documents": the bottom-k form of MinHash, which tells containment
// too, so that a shortened copy is known beside its longer original). A hash carries
// in its lowest bits where in the text it was met first.
type sample struct {
	hashes []uint64 // sorted; all of the set's that are below bound
	bound  uint64
}

const (
	placeBits = 12
	placeMask = 1<<placeBits - 1
)

// How many hashes a sample keeps at most.
const (
	phraseSample = 96
	vocabSample  = 48
	nameSample   = 32
)

// wordSamples are the samples of a text's single words.
type wordSamples struct {
	vocab sample // words of five letters and more
	names sample // words with a capital inside a sentence, and numbers
}

// NewSketch digests a document, whose tokens are given. ann may be nil.
func NewSketch(d *doc.Document, ann *annotation.Set, tokens []token.Token) *Sketch {
	return sketchWith(d, ann, phrasesOf(tokens))
}

// sketchWith is a document's sketch, of which the phrases are known.
func sketchWith(d *doc.Document, ann *annotation.Set, phrases sample) *Sketch {
	s := &Sketch{text: d.Prose.Text, lang: d.Meta.Language.Text, phrases: phrases}
	if ann != nil {
		s.annotations(ann)
	}
	day := d.Meta.Event
	if day == "" {
		day = d.Meta.Published
	}
	if day.Full() {
		s.days = []string{string(day), string(day.Add(1))}
	}
	return s
}

// phrasesOf samples the runs of three words.
func phrasesOf(tokens []token.Token) sample {
	phrases := newSampler(phraseSample, len(tokens))
	all := make([]uint64, 0, phraseSample*3/2)
	var last, before uint64
	count := 0
	for i := range tokens {
		t := &tokens[i]
		if t.Shape == token.Punct || t.Shape == token.Clitic {
			continue
		}
		if count++; count > 2 {
			all = phrases.add(all, t.Hash+rotate(last, 21)+rotate(before, 42), count)
		}
		before, last = last, t.Hash
	}
	return phrases.sample(all)
}

// wordsOf samples the single words of a text of the pack's language. They are asked for where two texts share phrases or
// a day and its chief entries: few of a site's.
func wordsOf(text string, pack *language.Pack) *wordSamples {
	tokens, _ := pack.Vocabulary.Tokens(text, nil)
	vocab, names := newSampler(vocabSample, len(text)/20), newSampler(nameSample, len(text)/60)
	var words, named []uint64
	inside := false // inside a sentence: a capital says something
	for i := range tokens {
		t := &tokens[i]
		if t.Shape == token.Punct {
			inside = inside && (text[t.Start] == ',' || text[t.Start] == '-')
			continue
		}
		inside = inside && t.Flags&token.Break == 0
		if t.End-t.Start >= 5 {
			words = vocab.add(words, t.Hash, i)
		}
		if t.Shape == token.Number || inside && t.Shape.Capitalized() && t.End-t.Start > 2 {
			named = names.add(named, t.Hash, i)
		}
		inside = true
	}
	return &wordSamples{vocab.sample(words), names.sample(named)}
}

// sampler tells which hashes of a set are the smallest.
type sampler struct {
	most  int
	bound uint64
}

// newSampler expects about n members. Only hashes below a likely bound are collected,
// so that few need sorting.
func newSampler(most, n int) sampler {
	if wanted := most + most/8; n > wanted {
		return sampler{most, ^uint64(0) / uint64(n) * uint64(wanted)}
	}
	return sampler{most, ^uint64(0)}
}

// add adds a hash, met at a place, to those collected.
func (s sampler) add(all []uint64, h uint64, place int) []uint64 {
	if h = mix(h); h < s.bound {
		all = append(all, h&^placeMask|uint64(min(place, placeMask)))
	}
	return all
}

// sample is the sample of all that was collected.
func (s sampler) sample(all []uint64) sample {
	slices.Sort(all)
	all = slices.CompactFunc(all, func(x, y uint64) bool { return x>>placeBits == y>>placeBits })
	bound := s.bound
	if len(all) > s.most {
		all, bound = all[:s.most], all[s.most]&^placeMask
	}
	return sample{append(make([]uint64, 0, len(all)), all...), bound}
}

func rotate(x uint64, k uint) uint64 { return x<<k | x>>(64-k) }

// mix spreads a hash over all bits.
func mix(x uint64) uint64 {
	x = (x ^ x>>32) * 0x9e3779b97f4a7c15
	return (x ^ x>>29) * 0xbf58476d1ce4e5b9
}

// likeness of two samples, over the hashes that both would hold.
type likeness struct {
	shared int
	of     int                  // hashes of the smaller set
	places [phraseSample]uint64 // of the shared hashes: in one text, then in the other
}

// percent is how much of the smaller set is in the other.
func (l *likeness) percent() int { return 100 * l.shared / max(1, l.of) }

// order is how many of the shared hashes stand in the same order in both texts, in
// per cent: the longest rising run, by patience sorting.
func (l *likeness) order() int {
	places := l.places[:l.shared]
	slices.Sort(places)
	var tails [phraseSample]uint64
	n := 0
	for _, p := range places {
		at, _ := slices.BinarySearch(tails[:n], p&placeMask)
		tails[at] = p & placeMask
		n = max(n, at+1)
	}
	return 100 * n / max(1, l.shared)
}

func (s sample) likeness(o sample) *likeness {
	bound := min(s.bound, o.bound)
	l := &likeness{of: min(s.below(bound), o.below(bound))}
	for i, j := 0, 0; i < len(s.hashes) && j < len(o.hashes) && min(s.hashes[i], o.hashes[j]) < bound; {
		x, y := s.hashes[i], o.hashes[j]
		switch a, b := x>>placeBits, y>>placeBits; {
		case a < b:
			i++
		case b < a:
			j++
		default:
			l.places[l.shared] = x&placeMask<<placeBits | y&placeMask
			i, j, l.shared = i+1, j+1, l.shared+1
		}
	}
	return l
}

// below is how many hashes are smaller than the bound.
func (s sample) below(bound uint64) int {
	n, _ := slices.BinarySearch(s.hashes, bound)
	return n
}

// annotations takes the order of the entries, the figures, and who the text is about.
func (s *Sketch) annotations(ann *annotation.Set) {
	type tally struct {
		id    uint32
		count int
	}
	var room [64]uint32
	sequence := room[:0]
	most := make([]tally, 0, 32)
	for i := range ann.Mentions {
		id := hash32(ann.Mentions[i].Entry)
		if n := len(sequence); n < cap(sequence) && (n == 0 || sequence[n-1] != id) {
			sequence = append(sequence, id)
		}
		at := slices.IndexFunc(most, func(t tally) bool { return t.id == id })
		if at < 0 {
			most = append(most, tally{id, 0})
			at = len(most) - 1
		}
		most[at].count++
	}
	slices.SortStableFunc(most, func(a, b tally) int { return b.count - a.count })
	most = most[:min(6, len(most))]
	s.sequence, s.leads = append(make([]uint32, 0, len(sequence)), sequence...), make([]uint32, len(most))
	for i, t := range most {
		s.leads[i] = t.id
	}
	s.figures = make([]uint64, 0, len(ann.Figures))
	for i := range ann.Figures {
		f := &ann.Figures[i]
		s.figures = append(s.figures, mix(uint64(int64(f.Value*100))^uint64(hash32(strings.ToLower(f.Unit)))<<32))
	}
	slices.Sort(s.figures)
	s.figures = slices.Compact(s.figures)
}

func hash32(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}
