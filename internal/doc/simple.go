package doc

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"glossator/internal/mark"
	"glossator/internal/source"
)

// simple reads a Markdown body that is paragraphs, headings and block quotations of
// words and nothing else, as most reports are, without a tree. It is false, and nothing
// is done, where any character might mean something else to Markdown. What it makes is
// what markdown makes, which a test holds it to, in a fifth of the time: a tenth of a
// whole publish.
func (d *Document) simple(b *builder, span source.Span) bool {
	text := d.File.Data[span.Start:span.End]
	if !onlyWords(text) {
		return false
	}
	b.text.Grow(len(text) + 2)
	blocks := strings.Count(text, "\n\n") + 1
	all := body{blocks: make([]outer, 0, blocks)}
	b.Blocks = append(make([]Block, 0, len(b.Blocks)+blocks), b.Blocks...)
	at := span.Start
	for len(text) > 0 {
		chunk, rest, _ := strings.Cut(text, "\n\n")
		from := at + len(chunk) - len(strings.TrimLeft(chunk, "\n"))
		at, text = at+len(chunk)+len("\n\n"), rest
		if chunk = strings.Trim(chunk, "\n"); chunk == "" {
			continue
		}
		kind, open, level := opening(chunk)
		pieces := b.lines(chunk, open, from)
		i, _ := b.block(kind, level)
		n := b.Blocks[i].N
		begin, end := `<p id="p`+strconv.Itoa(n)+`">`, "</p>\n"
		switch kind {
		case Heading:
			h := "h" + strconv.Itoa(level) + ">"
			begin, end, n = "<"+h, "</"+h+"\n", b.count+1 // it holds no paragraph
		case Quoted:
			begin, end = "<blockquote>\n"+begin, "</p>\n</blockquote>\n"
		}
		pieces[0] = mark.Markup(begin)
		all.blocks = append(all.blocks, outer{append(pieces, mark.Markup(end)), n, b.count})
	}
	d.Prose, d.body = b.prose(), all
	return true
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

// onlyWords tells whether no character of a text might mean more to Markdown than the
// begin of a heading or of a block quotation.
func onlyWords(text string) bool {
	var open string // what the chunk's lines open with
	inside := false
	for line := range strings.SplitSeq(text, "\n") {
		if line == "" {
			inside = false
			continue
		}
		if !inside {
			inside, open = true, ""
			switch rest := strings.TrimLeft(line, "#"); {
			case strings.HasPrefix(line, "> "):
				open = "> "
			case rest != line:
				level := len(line) - len(rest)
				if level > 6 || !strings.HasPrefix(rest, " ") {
					return false
				}
				open = line[:level+1]
			}
		} else if open != "" && open != "> " {
			return false // a paragraph at the foot of a heading
		}
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
	return utf8.ValidString(text)
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
