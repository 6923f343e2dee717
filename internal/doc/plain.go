package doc

import (
	"sort"
	"strings"
	"unicode/utf8"

	"glossator/internal/source"
)

// plain reads a plain text: one paragraph a line, or paragraphs between blank lines.
func (d *Document) plain(whole bool) {
	var paras []source.Span
	if whole {
		paras = between(d.File.Data)
	} else {
		paras = paragraphs(d.File.Data)
	}
	d.Cleaned = clean(d.File.Data, paras)
	d.keepParagraphs(paras)
	d.fill(paras)
}

// fill makes the prose of paragraphs of the source, less what was cleaned away.
func (d *Document) fill(paras []source.Span) {
	text := d.File.Data
	kept, numbers := make([]source.Span, 0, len(paras)), make([]int, 0, len(paras))
	for i, p := range paras {
		if !removed(d.Cleaned, p) {
			kept, numbers = append(kept, p), append(numbers, i+1)
		}
	}
	var b builder
	if len(kept) > 0 {
		first := fold(text[kept[0].Start:kept[0].End])
		switch {
		case d.Meta.Title != "" && fold(d.Meta.Title) == first, d.Meta.Title == "" && len(kept) > 1 && isHeadline(first):
			b.wrapped(text, kept[0], d.Cleaned)
			b.p = numbers[0]
			if _, ok := b.block(Title, 1); ok { // it may be soft hyphens and nothing else
				d.Meta.Title = b.text.String()[:b.Blocks[0].Span.End]
			}
			kept, numbers = kept[1:], numbers[1:]
		case d.Meta.Title != "":
			b.same(d.Meta.Title, -1)
			b.block(Title, 1)
		default: // words of the first paragraph: no block of their own, or they stood there twice
			d.Meta.Title = headline(first)
		}
	}
	for i, p := range kept {
		b.wrapped(text, p, d.Cleaned)
		b.p = numbers[i]
		b.block(Paragraph, 0)
	}
	d.Prose, d.paragraphs = b.prose(), b.count
	d.body = plainBody(&d.Prose)
}

func removed(cleaned []Cleaning, p source.Span) bool {
	i := endingBehind(cleaned, p.End-1)
	return i < len(cleaned) && cleaned[i].Replacement == "" && cleaned[i].Span.Holds(p)
}

// endingBehind is the index of the first of the cleanings, which are sorted and do not
// overlap, that ends behind an offset.
func endingBehind(cleaned []Cleaning, at int) int {
	return sort.Search(len(cleaned), func(i int) bool { return cleaned[i].Span.End > at })
}

// wrapped adds a paragraph: runs of white space become one space, cleaned pieces are
// left out or replaced.
func (b *builder) wrapped(text string, p source.Span, cleaned []Cleaning) {
	cleaned = cleaned[endingBehind(cleaned, p.Start):]
	for at := p.Start; at < p.End; cleaned = cleaned[1:] {
		if len(cleaned) == 0 || cleaned[0].Span.Start >= p.End {
			b.spaced(text[at:p.End], at)
			return
		}
		c := &cleaned[0]
		stop := max(at, c.Span.Start)
		b.spaced(text[at:stop], at)
		if at = c.Span.End; c.Replacement == "" && blankBefore(text[:c.Span.Start]) {
			at = p.End - len(strings.TrimLeft(text[at:p.End], " \t\r\n")) // one space is left, not two
		}
		b.odd(c.Replacement, c.Span.Start, at-c.Span.Start)
	}
}

func blankBefore(s string) bool { return s == "" || strings.ContainsAny(s[len(s)-1:], " \t\r\n") }

// spaced adds text in which every run of white space with a line end in it, or of
// more than one, is one space.
func (b *builder) spaced(s string, src int) {
	from := 0
	for i := 0; i < len(s); {
		n := 0
		for i+n < len(s) && (s[i+n] == ' ' || s[i+n] == '\t' || s[i+n] == '\n' || s[i+n] == '\r') {
			n++
		}
		if n > 1 || n == 1 && s[i] != ' ' {
			b.same(s[from:i], src+from)
			b.odd(" ", src+i, n)
			from = i + n
		}
		i += max(n, 1)
	}
	b.same(s[from:], src+from)
}

// isWrapped tells whether a line has the form of one that was wrapped by hand: of a text
// whose lines say nothing together.
func isWrapped(line string) bool {
	const shortest, longest = 50, 110
	n := utf8.RuneCountInString(line)
	return n >= shortest && n <= longest && !strings.ContainsAny(line[len(line)-1:], `.!?:"')`) &&
		!strings.HasSuffix(line, "”") && !strings.HasSuffix(line, "’") && strings.ToUpper(line) != line
}

func trim(text string, s source.Span) source.Span {
	blank := func(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' }
	for {
		switch {
		case s.Start < s.End && blank(text[s.Start]):
			s.Start++
		case s.Start < s.End && blank(text[s.End-1]):
			s.End--
		case strings.HasPrefix(text[s.Start:s.End], "\uFEFF"):
			s.Start += len("\uFEFF")
		default:
			return s
		}
	}
}

func fold(s string) string { return strings.Join(strings.Fields(s), " ") }

// isHeadline tells whether a first line reads like a headline: short, and not ended
// like a sentence.
func isHeadline(s string) bool {
	return len(s) > 0 && utf8.RuneCountInString(s) <= 120 && !strings.ContainsAny(s[len(s)-1:], `.:;,"`) && !strings.HasSuffix(s, "”")
}
