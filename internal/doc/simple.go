package doc

import (
	"strings"
	"unicode/utf8"

	"glossator/internal/mark"
	"glossator/internal/source"
)

// simple reads a Markdown body that is paragraphs, headings and block quotations, as
// most reports are: what blank lines part stands alone then. Chunks of words, and of
// links and emphasis in their simplest form, are read without a tree, and others by
// themselves by way of one. ok is false, and nothing is done, where a line opens anything
// else. What it makes is what tree makes, which a test holds it to, in a fifth of the
// time.
func (d *Document) simple(b *builder, span source.Span, md *mark.Markdown) (problems []source.Problem, ok bool) {
	text := d.File.Data[span.Start:span.End]
	if !standsAlone(text) {
		return nil, false
	}
	w := newWalker(d, b, md)
	at := span.Start
	for len(text) > 0 {
		chunk, rest, _ := strings.Cut(text, "\n\n")
		from := at + len(chunk) - len(strings.TrimLeft(chunk, "\n"))
		at, text = at+len(chunk)+len("\n\n"), rest
		if chunk = strings.Trim(chunk, "\n"); chunk == "" {
			continue
		}
		kind, open, level := opening(chunk)
		n := inPieces(chunk, open)
		if w.d.keeps[w.p+1] != nil {
			n = 0
		}
		switch n {
		case 0:
			w.read(source.Span{Start: from, End: from + len(chunk)})
		case 1:
			w.same(chunk[len(open):], from+len(open))
			w.run(kind, level, nil)
		default:
			pieces := w.lines(make([]mark.Piece, 0, n), chunk, open, from)
			w.run(kind, level, pieces)
		}
	}
	return w.finish(), true
}

// run ends a block that is drawn as its kind tells.
func (w *walker) run(kind Kind, level uint8, pieces []mark.Piece) {
	w.p++
	i, _ := w.block(kind, level)
	if kind == Heading {
		if w.body.headings == nil {
			w.body.headings = map[int32]string{}
		}
		s := w.Blocks[i].Span
		w.body.headings[int32(i)] = w.d.anchor(w.text.String()[s.Start:s.End])
	}
	w.body.add(i, pieces)
}

// opening tells what a chunk is, what its lines open with, and the level of a heading.
func opening(chunk string) (kind Kind, open string, level uint8) {
	switch chunk[0] {
	case '>':
		return Quoted, "> ", 0
	case '#':
		n := len(chunk) - len(strings.TrimLeft(chunk, "#"))
		return Heading, chunk[:min(n+1, len(chunk))], uint8(n)
	}
	return Paragraph, "", 0
}

// lines adds the lines of a chunk that stands at an offset of the file, without what
// each opens with, and what is drawn of them to the pieces.
func (b *builder) lines(pieces []mark.Piece, chunk, open string, at int) []mark.Piece {
	for chunk != "" {
		line, rest, wrapped := strings.Cut(chunk, "\n")
		pieces = b.line(pieces, line[len(open):], at+len(open))
		if wrapped {
			pieces = append(pieces, mark.LineEnd(b.text.Len()))
			b.odd(" ", at+len(line), 1)
		}
		at, chunk = at+len(line)+1, rest
	}
	return pieces
}

// standsAlone tells whether what blank lines part in a text is read alone as it is
// within the text: no list, fence, table or definition can go on behind a blank line or
// mean something elsewhere, where every line opens with words, a heading's sign or a
// quotation's.
func standsAlone(text string) bool {
	inside, quoted := false, false
	for line := range strings.SplitSeq(text, "\n") {
		if line == "" {
			inside = false
			continue
		}
		if !inside {
			inside, quoted = true, strings.HasPrefix(line, "> ")
			if rest := strings.TrimLeft(line, "#"); rest != line {
				line = strings.TrimPrefix(rest, " ")
			}
		}
		if quoted {
			line = strings.TrimPrefix(line, "> ")
		}
		if line == "" || !opensWords(line) {
			return false
		}
	}
	return utf8.ValidString(text)
}

// inPieces is in how many pieces, at most, a chunk is drawn. It is 1 for a line in which,
// behind what it opens with, no character might mean more to Markdown than itself, and 0
// where there is more than lines of such words and of marks in their simplest form.
func inPieces(chunk, open string) (n int) {
	if open != "" && chunk[0] == '#' && (len(open) > 7 || open[len(open)-1] != ' ' || strings.Contains(chunk, "\n")) {
		return 0
	}
	signs := 0
	for chunk != "" {
		line, rest, wrapped := strings.Cut(chunk, "\n")
		line, ok := strings.CutPrefix(line, open)
		if !ok || line == "" || !opensWords(line) || line[len(line)-1] == ' ' {
			return 0
		}
		if n++; wrapped {
			n++
		}
		for i := plainLen(line); i < len(line); i += plainLen(line[i:]) {
			m, ok := inlineAt(line, i)
			if signs += len("[]"); !ok || signs > mark.MostSigns {
				return 0
			}
			n, i = n+4, m.end // what stands before it, its begin, its words, its end
		}
		chunk = rest
	}
	return n
}

// meaning are the bytes that may mean something anywhere in a line.
var meaning = func() (t [256]bool) {
	for c := range byte(' ') {
		t[c] = true
	}
	for _, c := range []byte("*_[]\\&<>|~`^#\x7f") {
		t[c] = true
	}
	return
}()

// opensWords tells whether a line begins as a paragraph's lines do.
func opensWords(line string) bool {
	switch c := line[0]; {
	case c >= utf8.RuneSelf, 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', strings.IndexByte(`"'($`, c) >= 0:
		return true
	case '0' <= c && c <= '9':
		after := strings.TrimLeft(line, "0123456789")
		return after == "" || after[0] != '.' && after[0] != ')'
	}
	_, ok := inlineAt(line, 0)
	return ok
}
