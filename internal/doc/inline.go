package doc

import (
	"strings"

	"glossator/internal/mark"
)

// inlineMark is a link or an emphasis in its simplest form: its words, which hold no
// mark themselves, and what is drawn around them.
type inlineMark struct {
	from, to, end int // in the line: the words, and where the mark ends
	open, close   string
	link          bool
}

// inlineAt reads the mark that opens at a byte of a line: [words](https://…), *words* or
// **words**, between spaces and beside no other mark, so that it cannot mean anything
// else. ok is false for all others.
func inlineAt(line string, i int) (m inlineMark, ok bool) {
	switch line[i] {
	case '[':
		return linkAt(line, i)
	case '*', '_':
		return emphasisAt(line, i)
	}
	return m, false
}

func linkAt(line string, i int) (m inlineMark, ok bool) {
	m.from, m.link = i+1, true
	m.to = m.from + plainLen(line[m.from:])
	address, ok := strings.CutPrefix(line[m.to:], "](")
	n := 0
	for n < len(address) && inAddress(address[n]) {
		n++
	}
	if !ok || i > 0 && line[i-1] == '!' || !tight(line[m.from:m.to]) || n == len(address) || address[n] != ')' {
		return m, false
	}
	m.end = m.to + len("](") + n + len(")")
	m.open, m.close = `<a href="`+address[:n]+`">`, "</a>"
	return m, strings.HasPrefix(address, "https://") || strings.HasPrefix(address, "http://")
}

func emphasisAt(line string, i int) (m inlineMark, ok bool) {
	sign := line[i : i+1]
	m.open, m.close = "<em>", "</em>"
	if strings.HasPrefix(line[i+1:], sign) {
		sign = line[i : i+2]
		m.open, m.close = "<strong>", "</strong>"
	}
	m.from = i + len(sign)
	m.to = m.from + plainLen(line[m.from:])
	m.end = m.to + len(sign)
	if i > 0 && line[i-1] != ' ' || !strings.HasPrefix(line[m.to:], sign) || !tight(line[m.from:m.to]) {
		return m, false
	}
	return m, m.end == len(line) || strings.IndexByte(" .,;:!?)", line[m.end]) >= 0
}

// plainLen is how many bytes from the begin on mean nothing but themselves.
func plainLen(s string) int {
	n := 0
	for n < len(s) && !meaning[s[n]] {
		n++
	}
	return n
}

// tight tells whether words begin and end with an ASCII letter or digit.
func tight(s string) bool {
	return s != "" && alphanumeric(s[0]) && alphanumeric(s[len(s)-1])
}

func alphanumeric(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// inAddress tells of bytes that stand for themselves in an address.
func inAddress(c byte) bool { return alphanumeric(c) || strings.IndexByte("/:.-_?=#+,", c) >= 0 }

// line adds a line of words and marks that stands at an offset of the file, and what is
// drawn of it to the pieces.
func (b *builder) line(pieces []mark.Piece, line string, at int) []mark.Piece {
	add := func(from, to int, drawn func(start, end int) mark.Piece) {
		start := b.text.Len()
		b.same(line[from:to], at+from)
		pieces = append(pieces, drawn(start, b.text.Len()))
	}
	for i := 0; i < len(line); {
		if n := plainLen(line[i:]); n > 0 {
			add(i, i+n, mark.Words)
			i += n
			continue
		}
		m, _ := inlineAt(line, i)
		pieces = append(pieces, mark.Markup(m.open))
		if m.link {
			add(m.from, m.to, mark.LinkWords)
		} else {
			add(m.from, m.to, mark.Words)
		}
		pieces = append(pieces, mark.Markup(m.close))
		i = m.end
	}
	return pieces
}
