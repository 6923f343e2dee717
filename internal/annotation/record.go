package annotation

import (
	"encoding/binary"
	"math"
	"math/bits"
	"strings"

	"glossator/internal/meta"
	"glossator/internal/source"
)

// A record is a Set in bytes, but for the words that Touched knows: its lists one after another, each with its length before it.
// Numbers are varints, a span is how far it begins behind the one before and how long it is.
// A string is told once: by its place in the prose where it stands there, else by its
// letters; after that by its number.

// Writer writes records, one after another. Its zero value is ready.
type Writer struct {
	b     []byte
	prose string
	last  source.Span // the one before
	known map[string]uint64
}

// Append appends the record of a set. prose is the text of its document.
func (w *Writer) Append(b []byte, a *Set, prose string) []byte {
	if w.known == nil {
		w.known = make(map[string]uint64, 64)
	}
	w.b, w.prose, w.known[""] = b, prose, 0
	w.count(len(a.Mentions))
	for i := range a.Mentions {
		m := &a.Mentions[i]
		w.span(m.Span)
		w.letters(m.Entry)
		w.letters(string(m.Level))
		w.letters(m.Rule)
		w.flag(m.Damaged)
	}
	w.count(len(a.Quotes))
	for i := range a.Quotes {
		q := &a.Quotes[i]
		w.span(q.Span)
		w.letters(q.Kind)
		w.letters(q.Speaker)
		w.words(q.Name)
		w.aside(q.Cue)
		w.letters(q.Certainty)
		w.letters(q.Rule)
	}
	w.count(len(a.Figures))
	for i := range a.Figures {
		f := &a.Figures[i]
		w.span(f.Span)
		w.number(bits.ReverseBytes64(math.Float64bits(f.Value))) // of a small whole number the last bytes are 0
		w.letters(f.Unit)
		w.words(f.What)
		w.letters(f.Rule)
	}
	w.count(len(a.Dates))
	for i := range a.Dates {
		d := &a.Dates[i]
		w.span(d.Span)
		w.letters(string(d.Resolves))
		w.letters(d.Rule)
	}
	w.count(len(a.Doubts))
	for i := range a.Doubts {
		d := &a.Doubts[i]
		w.span(d.Span)
		w.letters(d.Rule)
		w.letters(d.Msg)
		w.letters(d.Hint)
		w.number(uint64(d.Row))
		w.number(uint64(len(d.Entries)))
		for _, id := range d.Entries {
			w.letters(id)
		}
	}
	w.count(len(a.Sentences))
	for _, s := range a.Sentences {
		w.span(s)
	}
	b, w.b, w.prose = w.b, nil, ""
	clear(w.known) // its strings may be of the prose
	return b
}

// Reader reads records, one after another. Its zero value is ready; what it gives stays when
// it is used again.
type Reader struct {
	b      []byte
	prose  string
	last   source.Span
	known  []string
	bad    bool
	shared map[string]string // texts have most of their rules and entries in common
}

// Read reads a record, and gives what stands behind it. prose is the text of the document that
// it was made of. It is false where the bytes are no record of that text.
func (r *Reader) Read(b []byte, prose string) (a *Set, rest []byte, ok bool) {
	r.b, r.prose, r.known, r.bad = b, prose, append(r.known[:0], ""), false
	if len(r.shared) == 0 || len(r.shared) > mostShared {
		r.shared = map[string]string{}
	}
	a = new(Set)
	a.Mentions = list(r, func() Mention {
		return Mention{Span: r.span(), Entry: r.text(), Level: Level(r.text()), Rule: r.text(), Damaged: r.flag()}
	})
	a.Quotes = list(r, func() Quote {
		return Quote{Span: r.span(), Kind: r.text(), Speaker: r.text(), Name: r.text(), Cue: r.aside(), Certainty: r.text(), Rule: r.text()}
	})
	a.Figures = list(r, func() Figure {
		return Figure{Span: r.span(), Value: math.Float64frombits(bits.ReverseBytes64(r.number())), Unit: r.text(), What: r.text(), Rule: r.text()}
	})
	a.Dates = list(r, func() Date {
		return Date{Span: r.span(), Resolves: r.day(), Rule: r.text()}
	})
	a.Doubts = list(r, func() Doubt {
		d := Doubt{Span: r.span(), Rule: r.text(), Msg: r.text(), Hint: r.text(), Row: int(r.within(math.MaxInt32))}
		span := r.last
		d.Entries = list(r, r.text)
		r.last = span
		return d
	})
	a.Sentences = list(r, r.span)
	rest, ok = r.b, !r.bad
	r.b, r.prose = nil, ""
	return a, rest, ok
}

// mostShared is how many strings are remembered.
const mostShared = 1 << 14

func (w *Writer) number(n uint64) { w.b = binary.AppendUvarint(w.b, n) }

func (w *Writer) count(n int) {
	w.number(uint64(n))
	w.last = source.Span{}
}

func (w *Writer) flag(set bool) {
	n := uint64(0)
	if set {
		n = 1
	}
	w.number(n)
}

func (w *Writer) span(s source.Span) {
	w.aside(s)
	w.last = s
}

// aside writes a span near the last one, which stays the last.
func (w *Writer) aside(s source.Span) {
	w.b = binary.AppendVarint(binary.AppendVarint(w.b, int64(s.Start-w.last.Start)), int64(s.Len()))
}

// How a string is told where it has no number yet.
const (
	byLetters = iota
	byPlace   // in the prose
	numbered  // and one more for each number
)

// letters writes a string that stands for something: an ID, a rule.
func (w *Writer) letters(s string) { w.text(s, -1) }

// words writes a string that is mostly the text's own words.
func (w *Writer) words(s string) { w.text(s, strings.Index(w.prose, s)) }

func (w *Writer) text(s string, at int) {
	if n, ok := w.known[s]; ok {
		w.number(numbered + n)
		return
	}
	w.known[s] = uint64(len(w.known))
	if at >= 0 {
		w.number(byPlace)
		w.number(uint64(at))
		w.number(uint64(len(s)))
		return
	}
	w.number(byLetters)
	w.number(uint64(len(s)))
	w.b = append(w.b, s...)
}

// What a Reader gives once it is bad means nothing.

func (r *Reader) number() uint64 {
	n, size := binary.Uvarint(r.b)
	return r.take(n, size)
}

// take goes behind a number of so many bytes.
func (r *Reader) take(n uint64, size int) uint64 {
	if size <= 0 {
		r.bad, r.b = true, nil
		return 0
	}
	r.b = r.b[size:]
	return n
}

// list reads a list.
func list[T any](r *Reader, item func() T) (all []T) {
	n := r.size()
	if n == 0 {
		return nil
	}
	r.last, all = source.Span{}, make([]T, n)
	for i := range all {
		all[i] = item()
	}
	return all
}

// size is how much comes behind it, at a byte each at least.
func (r *Reader) size() int {
	n := r.number()
	if n > uint64(len(r.b)) {
		r.bad, r.b = true, nil
		return 0
	}
	return int(n)
}

// within is a number that is not above a limit.
func (r *Reader) within(limit uint64) uint64 {
	n := r.number()
	if n > limit {
		r.bad, r.b = true, nil
		return 0
	}
	return n
}

func (r *Reader) flag() bool { return r.within(1) == 1 }

func (r *Reader) span() source.Span {
	r.last = r.aside()
	return r.last
}

func (r *Reader) aside() source.Span {
	start := r.last.Start + r.signed()
	s := source.Span{Start: start, End: start + r.signed()}
	if s.Start < 0 || s.End < s.Start || s.End > len(r.prose) {
		r.bad, r.b = true, nil
		return source.Span{}
	}
	return s
}

// signed is a number that may lie below 0, no farther from it than the prose is long.
func (r *Reader) signed() int {
	n, size := binary.Varint(r.b)
	if most := int64(len(r.prose)); n < -most || n > most {
		size = 0
	}
	return int(int64(r.take(uint64(n), size)))
}

func (r *Reader) day() meta.Day {
	s := r.text()
	day, ok := meta.ParseFound(s)
	r.bad = r.bad || !ok && s != ""
	return day
}

func (r *Reader) text() (s string) {
	switch n := r.within(uint64(numbered + len(r.known) - 1)); n {
	case byLetters:
		n := r.size()
		var ok bool
		if s, ok = r.shared[string(r.b[:n])]; !ok {
			s = string(r.b[:n])
			r.shared[s] = s
		}
		r.b = r.b[n:]
	case byPlace:
		at := int(r.within(uint64(len(r.prose))))
		s = r.prose[at : at+int(r.within(uint64(len(r.prose)-at)))]
	default:
		return r.known[n-numbered]
	}
	r.known = append(r.known, s)
	return s
}
