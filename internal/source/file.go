// Package source holds what a build reads: files as they were at one moment, where
// an offset lies in them, and the author's errors that point into them.
//
// In: directories (as fs.FS) mounted under names. Out: a Tree of immutable Files.
// Invariant: a File's Data never changes after it is made; every Span is in bytes
// into Data, and every line and column a person sees is 1-based, columns in code
// points.
package source

import (
	"encoding/binary"
	"encoding/hex"
	"math/bits"
	"slices"
	"sort"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/zeebo/xxh3"
)

// Digest names a content: equal digests, equal bytes. It is printable.
type Digest string

// DigestOf is the digest of the parts, each kept apart from the next: 96 bits of
// XXH3. Nobody gains by forging one, and it is ten times as fast as a cryptographic
// hash over all that a site reads and writes.
func DigestOf(parts ...string) Digest {
	if len(parts) == 1 {
		return printed(xxh3.HashString128(parts[0]))
	}
	size := 0
	for _, p := range parts {
		size += len(p) + 8
	}
	var room [256]byte // most parts are short
	all := slices.Grow(room[:0], size)
	for _, p := range parts {
		all = binary.LittleEndian.AppendUint64(all, uint64(len(p)))
		all = append(all, p...)
	}
	return DigestOfBytes(all)
}

// DigestOfBytes is the digest of the one part that data is.
func DigestOfBytes(data []byte) Digest { return printed(xxh3.Hash128(data)) }

// Hash makes a Digest of bytes as they come.
type Hash struct{ xxh3.Hasher }

// Sum is the digest of what was written: as DigestOfBytes of all of it.
func Sum(h *Hash) Digest { return printed(h.Sum128()) }

func printed(sum xxh3.Uint128) Digest {
	b := sum.Bytes()
	return Digest(hex.EncodeToString(b[:12]))
}

// Span is a range of bytes in a File's Data, end excluded.
type Span struct{ Start, End int }

// Len is the number of bytes in the span.
func (s Span) Len() int { return s.End - s.Start }

// Holds tells whether o lies wholly inside s.
func (s Span) Holds(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps tells whether the spans share a byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Pos is a place in a file as a person reads it. Line 0 means the file as a whole.
type Pos struct {
	Path      string
	Line, Col int
}

// File is one file as it was read. Path uses forward slashes and is what the author
// is shown. Data is the text: decoded to UTF-8 where it was not, and without the
// characters that no page may hold. Places are those of the file with them.
type File struct {
	Path   string
	Data   string `hash:"ignore"` // Digest stands for it
	Digest Digest

	ascii bool      `hash:"ignore"` // every byte is a code point
	cuts  []cut     `hash:"ignore"` // where characters were left out, sorted
	once  sync.Once `hash:"ignore"`
	lines []int     `hash:"ignore"` // offsets at which lines begin
	runes []int     `hash:"ignore"` // code points before every stride'th byte, where there are others than ASCII
}

// stride is how many bytes lie between the places whose code points are kept: a problem
// at the end of a line of megabytes is told without counting from its begin.
const stride = 1 << 12

// NewFile makes a File of text that is already UTF-8.
func NewFile(path, data string) *File {
	return &File{Path: path, Data: data, Digest: DigestOf(data), ascii: ascii(data)}
}

// Pos turns a byte offset into line and column. Offsets outside the file are moved
// to its nearest end.
func (f *File) Pos(offset int) Pos {
	if offset <= 0 {
		return Pos{Path: f.Path, Line: 1, Col: 1} // as most problems of a whole file
	}
	f.once.Do(f.index)
	offset = max(0, min(offset, len(f.Data)))
	i := sort.SearchInts(f.lines, offset+1) - 1
	col := f.before(offset) - f.before(f.lines[i]) + 1
	if f.cuts != nil {
		col += cutBefore(f.cuts, offset) - cutBefore(f.cuts, f.lines[i]-1)
	}
	return Pos{Path: f.Path, Line: i + 1, Col: col}
}

// before is the number of code points before a byte offset.
func (f *File) before(offset int) int {
	if f.ascii {
		return offset
	}
	at := offset / stride
	return f.runes[at] + codePoints(f.Data[at*stride:offset])
}

// Line is the text of a 1-based line without its line end; "" outside the file.
func (f *File) Line(n int) string {
	f.once.Do(f.index)
	if n < 1 || n > len(f.lines) {
		return ""
	}
	end := len(f.Data)
	if n < len(f.lines) {
		end = f.lines[n]
	}
	return strings.TrimRight(f.Data[f.lines[n-1]:end], "\r\n")
}

// LineStart is the byte offset at which a 1-based line begins.
func (f *File) LineStart(n int) int {
	f.once.Do(f.index)
	if n < 1 || n > len(f.lines) {
		return len(f.Data)
	}
	return f.lines[n-1]
}

func (f *File) index() {
	if !f.ascii {
		f.runes = append(f.runes, 0)
		for at := stride; at <= len(f.Data); at += stride {
			f.runes = append(f.runes, f.runes[len(f.runes)-1]+codePoints(f.Data[at-stride:at]))
		}
	}
	f.lines = append(f.lines, 0)
	for i := 0; ; {
		j := strings.IndexByte(f.Data[i:], '\n')
		if j < 0 {
			return
		}
		i += j + 1
		f.lines = append(f.lines, i)
	}
}

// CodePoints counts code points before byte offsets of one file, from the last one asked
// for: any order is right, and what is near costs little.
type CodePoints struct {
	ascii        bool
	data         string
	cuts         []cut
	bytes, runes int
}

// CodePoints makes a counter over the file.
func (f *File) CodePoints() *CodePoints {
	return &CodePoints{ascii: f.ascii && f.cuts == nil, data: f.Data, cuts: f.cuts}
}

// At is the number of code points before the byte offset, those left out counted in.
func (c *CodePoints) At(offset int) int {
	if c.ascii {
		return offset
	}
	if offset < c.bytes {
		c.runes -= codePoints(c.data[offset:c.bytes])
	} else {
		c.runes += codePoints(c.data[c.bytes:offset])
	}
	c.bytes = offset
	return c.runes + cutBefore(c.cuts, offset)
}

func ascii(s string) bool {
	for ; len(s) >= 8; s = s[8:] {
		if binary.LittleEndian.Uint64([]byte(s[:8]))&0x8080808080808080 != 0 {
			return false
		}
	}
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// codePoints counts those of valid UTF-8, eight bytes at a time: all but the bytes that
// go on, whose highest bit is set and the next is not.
func codePoints(s string) int {
	n := len(s)
	for ; len(s) >= 8; s = s[8:] {
		x := binary.LittleEndian.Uint64([]byte(s[:8]))
		n -= bits.OnesCount64(x &^ (x << 1) & 0x8080808080808080)
	}
	for i := range len(s) {
		if s[i]&0xc0 == 0x80 {
			n--
		}
	}
	return n
}
