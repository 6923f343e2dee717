package pdf

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is words that stand beside each other, or a piece of them before a wide gap.
type line struct {
	text                     string
	left, right, top, bottom float64
	base                     float64 // where most of its letters stand
	size                     float64 // of most of its letters
	page                     int
	note                     bool // of a note at the foot of the page
	row                      bool // of a table: a paragraph of its own
}

// page is the lines of a page in the order in which the file has them.
type page struct{ lines []line }

// A gap is too wide for a space from so many times the size of the letters on; the mark
// of a note is so much smaller than they, and so much higher.
const (
	wideGap   = 1.8
	smallMark = 0.9
	raised    = 0.15
)

// lines puts letters together. The file's own reader ends a line where the next letter
// stands elsewhere.
func (t *Text) lines(all []letter) (p page) {
	var some []letter
	end := func() {
		p.lines = append(p.lines, t.pieces(some)...)
		some = some[:0]
	}
	var turned strings.Builder
	for _, l := range all {
		switch {
		case strings.ContainsAny(l.text, "\r\n"):
			end()
		case l.turned:
			turned.WriteString(l.text)
		default:
			some = append(some, l)
		}
	}
	end()
	if words := strings.TrimSpace(turned.String()); words != "" {
		t.Left = append(t.Left, words)
	}
	return p
}

// pieces cuts a line at its wide gaps.
func (t *Text) pieces(all []letter) (lines []line) {
	size := sizeOf(all)
	from := 0
	last := -1 // the last letter that is no space
	for i, l := range all {
		if space(l) {
			continue
		}
		if last >= 0 && (l.left-all[last].right > wideGap*size || l.right < all[last].left-size) {
			lines = t.add(lines, all[from:i], size)
			from = i
		}
		last = i
	}
	return t.add(lines, all[from:], size)
}

func space(l letter) bool { return strings.TrimSpace(l.text) == "" }

// sizeOf is the size of most letters.
func sizeOf(all []letter) (size float64) {
	count := map[float64]int{}
	for _, l := range all {
		if !space(l) {
			count[l.size]++
		}
	}
	most := 0
	for s, n := range count {
		if n > most || n == most && s > size {
			most, size = n, s
		}
	}
	return size
}

func (t *Text) add(lines []line, all []letter, size float64) []line {
	l := line{size: size, base: footOf(all, size), page: t.Pages}
	var words strings.Builder
	for i, c := range all {
		if t.isMark(all, i, size, l.base) {
			t.Notes++
			continue
		}
		words.WriteString(written(c.text))
		if space(c) {
			continue
		}
		if l.right == 0 && l.left == 0 {
			l.left, l.right, l.top, l.bottom = c.left, c.right, c.top, c.bottom
		}
		l.left, l.right = min(l.left, c.left), max(l.right, c.right)
		l.top, l.bottom = max(l.top, c.top), min(l.bottom, c.bottom)
	}
	if l.text = strings.Join(strings.Fields(words.String()), " "); l.text == "" {
		return lines
	}
	return append(lines, l)
}

// footOf is where most letters of a line stand.
func footOf(all []letter, size float64) float64 {
	var feet []float64
	for _, l := range all {
		if l.size == size && !space(l) {
			feet = append(feet, l.bottom)
		}
	}
	if len(feet) == 0 {
		return 0
	}
	slices.Sort(feet)
	return feet[len(feet)/2]
}

// isMark tells whether a letter is of the mark of a note: a small raised digit behind a
// word, which would else make another number of "41".
func (t *Text) isMark(all []letter, i int, size, foot float64) bool {
	l := all[i]
	first, _ := utf8.DecodeRuneInString(l.text)
	return i > 0 && l.size < size*smallMark && l.bottom > foot+size*raised && (unicode.IsDigit(first) || strings.ContainsRune("*†‡§", first))
}

// written is a letter as a text has it: ligatures apart, hyphens and spaces plain.
var written = strings.NewReplacer("\u0002", "-", "\u2010", "-", "\u2011", "-", "\u00a0", " ", "\ufb00", "ff", "\ufb01", "fi",
	"\ufb02", "fl", "\ufb03", "ffi", "\ufb04", "ffl", "\ufffe", "-", "\x00", "").Replace
