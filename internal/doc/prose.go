package doc

import (
	"html"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"

	"glossator/internal/source"
)

// piece says that the prose bytes [at, at+n) come from the source bytes
// [src, src+srcN). Where odd is false each byte comes from one byte: they are the same,
// save for a line end that became a space, and blank lines between blocks are counted
// in. src is -1 for words that stand nowhere in the file (a title from the .yaml beside
// it).
type piece struct {
	at, n, src, srcN int32
	odd              bool
}

// Source is where a span of the prose stands in the file; ok is false for words that
// stand nowhere in it. The span may cover markup between its words.
func (p *Prose) Source(s source.Span) (where source.Span, ok bool) {
	if s.Start >= s.End {
		return source.Span{}, false
	}
	first, last := p.find(s.Start), p.find(s.End-1)
	if first.src < 0 || last.src < 0 {
		return source.Span{}, false
	}
	where = source.Span{Start: int(first.src), End: int(last.src + last.srcN)}
	if !first.odd {
		where.Start += s.Start - int(first.at)
	}
	if !last.odd {
		where.End = int(last.src) + s.End - int(last.at)
	}
	return where, true
}

func (p *Prose) find(at int) piece {
	i := sort.Search(len(p.pieces), func(i int) bool { return int(p.pieces[i].at) > at }) - 1
	if i < 0 {
		return piece{src: -1}
	}
	return p.pieces[i]
}

// At is the prose offset of a source offset, or of the next word in the prose where
// the source offset is markup; -1 behind the last.
func (p *Prose) At(offset int) int {
	for _, b := range p.pieces {
		if b.src < 0 || offset >= int(b.src+b.srcN) {
			continue
		}
		at := int(b.at)
		if !b.odd {
			at += max(0, offset-int(b.src))
		}
		if i := p.Block(at); i < len(p.Blocks) {
			at = max(at, p.Blocks[i].Span.Start) // it was between two blocks
		}
		return at
	}
	return -1
}

// Block is the index of the block that holds a prose offset.
func (p *Prose) Block(at int) int {
	return sort.Search(len(p.Blocks), func(i int) bool { return p.Blocks[i].Span.End > at })
}

// builder grows a Prose.
type builder struct {
	Prose
	text  strings.Builder
	start int // of the open block
	count int // paragraphs so far
	p     int // number of the open block in the source
	unfit []unfit
}

// room makes room for a text in Markdown and its title.
func (b *builder) room(title, text string) {
	b.text.Grow(len(title) + len(text) + 2*len("\n\n"))
	b.Blocks = make([]Block, 0, 2+strings.Count(text, "\n\n"))
}

// block ends the open block; an empty one is dropped.
func (b *builder) block(k Kind, level uint8) (index int, ok bool) {
	end := b.text.Len()
	if end == b.start {
		return 0, false
	}
	n := 0
	if k == Paragraph || k == Item || k == Quoted || k == Cell {
		b.count++
		n = b.count
	}
	b.Blocks = append(b.Blocks, Block{Kind: k, Level: level, Span: source.Span{Start: b.start, End: end}, P: b.p, N: n})
	b.text.WriteString("\n\n")
	b.start = b.text.Len()
	return len(b.Blocks) - 1, true
}

// same adds text that stands so in the source.
func (b *builder) same(text string, src int) {
	if text == "" {
		return
	}
	if k := len(b.pieces) - 1; k >= 0 {
		p := &b.pieces[k]
		if n := int32(b.text.Len()) - p.at; !p.odd && int32(src) == p.src+n { // n counts the blank line where a block ended
			p.n, p.srcN = n+int32(len(text)), n+int32(len(text))
			b.text.WriteString(text)
			return
		}
	}
	b.piece(len(text), src, len(text), src < 0)
	b.text.WriteString(text)
}

// odd adds text that stands otherwise in the source: a decoded entity, the space
// that a line wrap became.
func (b *builder) odd(text string, src, n int) {
	switch {
	case text == "":
		return
	case n == 1 && len(text) == 1:
		b.same(text, src)
		return
	}
	b.piece(len(text), src, n, true)
	b.text.WriteString(text)
}

// piece says where the text that comes next comes from.
func (b *builder) piece(n, src, srcN int, odd bool) {
	b.pieces = append(b.pieces, piece{int32(b.text.Len()), int32(n), int32(src), int32(srcN), odd})
}

// escaped adds text in which entities stand, and (in Markdown) backslash escapes.
func (b *builder) escaped(s string, src int, backslashes bool) {
	from := 0
	for i := 0; i < len(s); i++ {
		switch {
		case backslashes && s[i] == '\\' && i+1 < len(s) && isPunct(s[i+1]):
			b.same(s[from:i], src+from)
			b.odd(s[i+1:i+2], src+i, 2)
			from, i = i+2, i+1
		case s[i] == '&':
			n := entityLen(s[i:])
			if n == 0 {
				continue
			}
			b.same(s[from:i], src+from)
			b.entity(html.UnescapeString(s[i:i+n]), src+i, n)
			from, i = i+n, i+n-1
		}
	}
	b.same(s[from:], src+from)
}

// entity adds what an entity stands for, less what no page may hold.
func (b *builder) entity(text string, src, n int) {
	if r, size := utf8.DecodeRuneInString(text); size == len(text) && source.Unfit(r) {
		b.unfit = append(b.unfit, unfit{r, src})
		text = source.Stead(r)
	}
	b.odd(text, src, n)
}

// unfit is a character that no page may hold, and where its entity stands.
type unfit struct {
	char rune
	at   int
}

// unfitProblems tell of them.
func unfitProblems(f *source.File, all []unfit) (problems []source.Problem) {
	for _, u := range all {
		problems = append(problems, f.UnfitProblem(u.at, u.char, 1))
	}
	return problems
}

// entityLen is the length of the entity that opens s, as CommonMark knows it, or 0: HTML also
// reads "&amp ;" and "&ampx;" as if there were one.
func entityLen(s string) int {
	end := strings.IndexByte(s[:min(len(s), 40)], ';')
	if end < 2 {
		return 0
	}
	name := s[1:end]
	known := false
	if number, ok := strings.CutPrefix(name, "#"); ok {
		known = numeric(number)
	} else {
		_, known = util.LookUpHTML5EntityByName(name)
	}
	if !known {
		return 0
	}
	return end + 1
}

// numeric tells whether a character is named by its number: "8212" or "x2014".
func numeric(s string) bool {
	if hex := strings.TrimLeft(s, "xX"); len(hex) == len(s)-1 {
		return len(hex) > 0 && len(hex) <= 6 && strings.Trim(hex, "0123456789abcdefABCDEF") == ""
	}
	return len(s) > 0 && len(s) <= 7 && strings.Trim(s, "0123456789") == ""
}

func isPunct(c byte) bool {
	return c > ' ' && c < '0' || c > '9' && c < 'A' || c > 'Z' && c < 'a' || c > 'z' && c < 0x7f
}

// prose is the finished Prose.
func (b *builder) prose() Prose {
	b.Text = strings.TrimSuffix(b.text.String(), "\n\n")
	return b.Prose
}
