package doc

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"glossator/internal/mark"
	"glossator/internal/source"
)

// simple reads a Markdown body that is paragraphs, headings and block quotations, as
// most reports are: what blank lines part stands alone then. Chunks of words and
// nothing else are read without a tree, and others by themselves by way of one. ok is
// false, and nothing is done, where a line opens anything else. What it makes is what
// tree makes, which a test holds it to, in a fifth of the time.
func (d *Document) simple(b *builder, span source.Span, md *mark.Markdown) (problems []source.Problem, ok bool) {
	text := d.File.Data[span.Start:span.End]
	if !standsAlone(text) {
		return nil, false
	}
	w := newWalker(d, b, md)
	b.text.Grow(len(text) + 2)
	blocks := strings.Count(text, "\n\n") + 1
	w.body.blocks = make([]outer, 0, blocks)
	b.Blocks = append(make([]Block, 0, len(b.Blocks)+blocks), b.Blocks...)
	at := span.Start
	for len(text) > 0 {
		chunk, rest, _ := strings.Cut(text, "\n\n")
		from := at + len(chunk) - len(strings.TrimLeft(chunk, "\n"))
		at, text = at+len(chunk)+len("\n\n"), rest
		switch chunk = strings.Trim(chunk, "\n"); {
		case chunk == "":
		case onlyWords(chunk):
			w.chunk(chunk, from)
		default:
			w.read(source.Span{Start: from, End: from + len(chunk)})
		}
	}
	return w.finish(), true
}

// chunk adds a chunk of words.
func (w *walker) chunk(chunk string, at int) {
	kind, open, level := opening(chunk)
	pieces := w.lines(chunk, open, at)
	i, _ := w.block(kind, level)
	n := w.Blocks[i].N
	begin, end := `<p id="p`+strconv.Itoa(n)+`">`, "</p>\n"
	switch kind {
	case Heading:
		h := "h" + strconv.Itoa(level) + ">"
		begin, end, n = "<"+h, "</"+h+"\n", w.count+1 // it holds no paragraph
	case Quoted:
		begin, end = "<blockquote>\n"+begin, "</p>\n</blockquote>\n"
	}
	pieces[0] = mark.Markup(begin)
	w.body.blocks = append(w.body.blocks, outer{append(pieces, mark.Markup(end)), n, w.count})
}

// opening tells what a chunk is, what its lines open with, and the level of a heading.
func opening(chunk string) (kind Kind, open string, level int) {
	switch chunk[0] {
	case '>':
		return Quoted, "> ", 0
	case '#':
		level = len(chunk) - len(strings.TrimLeft(chunk, "#"))
		return Heading, chunk[:level+1], level
	}
	return Paragraph, "", 0
}

// lines adds the lines of a chunk that stands at an offset of the file, without what
// each opens with; the first of the pieces is left for the block's begin.
func (b *builder) lines(chunk, open string, at int) []mark.Piece {
	pieces := make([]mark.Piece, 1, 3+2*strings.Count(chunk, "\n"))
	for chunk != "" {
		line, rest, wrapped := strings.Cut(chunk, "\n")
		from := b.text.Len()
		b.same(line[len(open):], at+len(open))
		pieces = append(pieces, mark.Words(from, b.text.Len()))
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

// onlyWords tells whether no character of a chunk might mean more to Markdown than the
// begin of a heading or of a block quotation.
func onlyWords(chunk string) bool {
	open := ""
	switch rest := strings.TrimLeft(chunk, "#"); {
	case chunk[0] == '>':
		open = "> "
	case rest != chunk:
		level := len(chunk) - len(rest)
		if level > 6 || rest == "" || rest[0] != ' ' || strings.Contains(chunk, "\n") {
			return false
		}
		open = chunk[:level+1]
	}
	for line := range strings.SplitSeq(chunk, "\n") {
		words, ok := strings.CutPrefix(line, open)
		if !ok || words == "" || !opensWords(words) || words[len(words)-1] == ' ' {
			return false
		}
		for i := range len(words) {
			if meaning[words[i]] {
				return false
			}
		}
	}
	return true
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
	return false
}
