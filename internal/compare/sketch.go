package compare

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"glossator/internal/annotate"
	"glossator/internal/doc"
)

// Sketch is what Find needs to know of a document: a few hundred bytes to a few
// kilobytes, whatever the document's length. It depends on the document and its
// annotations alone, and may be kept as long as they are.
type Sketch struct {
	phrases  sample   // runs of three words
	vocab    sample   // words of five letters and more
	names    sample   // words with a capital inside a sentence, and numbers
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

// NewSketch digests a document. ann may be nil.
func NewSketch(d *doc.Document, ann *annotate.Annotations) *Sketch {
	s := new(Sketch)
	s.scan(d.Prose.Text)
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

// scan samples the text's phrases, words and names in one pass.
func (s *Sketch) scan(text string) {
	phrases := newSampler(phraseSample, len(text)/6)
	vocab := newSampler(vocabSample, len(text)/20)
	names := newSampler(nameSample, len(text)/60)
	var last, before uint64
	count, inside := 0, false // inside a sentence: a capital says something
	for i := 0; i < len(text); {
		start := i
		h, end := hashWord(text, i)
		if i = end; h == 0 {
			if c := text[start]; c != ' ' && c != ',' && c != '-' {
				inside = false
			}
			continue
		}
		if count++; count > 2 {
			phrases.add(h+rotate(last, 21)+rotate(before, 42), count)
		}
		before, last = last, h
		if end-start >= 5 {
			vocab.add(h, count)
		}
		if c := text[start]; c <= '9' || inside && end-start > 2 && (c <= 'Z' || c >= utf8.RuneSelf) {
			names.add(h, count)
		}
		inside = true
		if i < len(text) && text[i] == ' ' {
			i++
		}
	}
	s.phrases, s.vocab, s.names = phrases.sample(), vocab.sample(), names.sample()
}

// folded maps the bytes of words to lower case, and all others to 0. Bytes outside
// ASCII are 1: they need a closer look.
var folded = func() (t [256]byte) {
	for c := range t {
		switch {
		case c >= utf8.RuneSelf:
			t[c] = 1
		case c >= '0' && c <= '9' || c >= 'a' && c <= 'z':
			t[c] = byte(c)
		case c >= 'A' && c <= 'Z':
			t[c] = byte(c) | 0x20
		}
	}
	return t
}()

// hashWord hashes the word at i, letters folded (FNV-1a), and says where it ends. The
// hash is 0 where there is no word at i; end is then after what stands there.
func hashWord(text string, i int) (h uint64, end int) {
	h = 14695981039346656037
	for end = i; end < len(text); {
		c := folded[text[end]]
		size := 1
		if c <= 1 {
			r := rune(text[end])
			if c == 1 {
				r, size = utf8.DecodeRuneInString(text[end:])
			}
			if c == 0 || !unicode.IsLetter(r) && !unicode.IsDigit(r) {
				if end == i {
					return 0, end + size
				}
				return h, end
			}
			h = (h ^ uint64(unicode.ToLower(r))) * 1099511628211
		} else {
			h = (h ^ uint64(c)) * 1099511628211
		}
		end += size
	}
	return h, end
}

// sampler collects the smallest hashes of a set.
type sampler struct {
	most   int
	bound  uint64
	hashes []uint64
}

// newSampler expects about n members. Only hashes below a likely bound are collected,
// so that few need sorting.
func newSampler(most, n int) sampler {
	s := sampler{most: most, bound: ^uint64(0)}
	if wanted := most + most/8; n > wanted {
		s.bound = ^uint64(0) / uint64(n) * uint64(wanted)
	}
	s.hashes = make([]uint64, 0, most+most/2)
	return s
}

func (s *sampler) add(h uint64, place int) {
	if h = mix(h); h < s.bound {
		s.hashes = append(s.hashes, h&^placeMask|uint64(min(place, placeMask)))
	}
}

func (s *sampler) sample() sample {
	slices.Sort(s.hashes)
	out := slices.CompactFunc(s.hashes, func(x, y uint64) bool { return x>>placeBits == y>>placeBits })
	if len(out) > s.most {
		return sample{slices.Clone(out[:s.most]), out[s.most] &^ placeMask}
	}
	return sample{slices.Clone(out), s.bound}
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
func (s *Sketch) annotations(ann *annotate.Annotations) {
	type tally struct {
		id    uint32
		count int
	}
	var most []tally
	for i := range ann.Mentions {
		id := hash32(ann.Mentions[i].Entry)
		if n := len(s.sequence); n < 64 && (n == 0 || s.sequence[n-1] != id) {
			s.sequence = append(s.sequence, id)
		}
		at := slices.IndexFunc(most, func(t tally) bool { return t.id == id })
		if at < 0 {
			most = append(most, tally{id, 0})
			at = len(most) - 1
		}
		most[at].count++
	}
	slices.SortStableFunc(most, func(a, b tally) int { return b.count - a.count })
	for _, t := range most[:min(6, len(most))] {
		s.leads = append(s.leads, t.id)
	}
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
