package doc

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"glossator/internal/language"
	"glossator/internal/source"
)

// line is a line of a plain text that is not blank, without the white space around it.
type line struct {
	source.Span
	first  bool // of the text
	blank  bool // a blank line, or more, stands before it
	indent int  // bytes of white space before it
	length int  // runes
}

func linesOf(text string) (lines []line) {
	blank := false
	for at := 0; at < len(text); {
		end, next := len(text), len(text)
		if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
			end, next = at+i, at+i+1
		}
		s := trim(text, source.Span{Start: at, End: end})
		if s.Len() == 0 {
			blank = true
		} else {
			lines = append(lines, line{s, len(lines) == 0, blank, s.Start - at, utf8.RuneCountInString(text[s.Start:s.End])})
			blank = false
		}
		at = next
	}
	return lines
}

// manner is how a plain text is laid out.
type manner int

const (
	loose  manner = iota // a paragraph a line; some may be wrapped
	hard                 // every line is wrapped at a column; blank lines stand between paragraphs
	double               // the same, with a blank line between every two: a PDF's double-spaced page
)

// Of a text whose lines are wrapped, so many have no room for the next word, and so many
// go on in small letters. Lines of verse and of lists do not.
const (
	narrowest, widest = 25, 110 // runes of the longest line
	fullShare         = 80      // percent
	goesOnShare       = 45
	doubleShare       = 25 // … of double-spaced lines, many of which are the last of their paragraph
)

// mannerOf tells how lines are laid out, and the length of the longest that may be wrapped.
func mannerOf(text string, lines []line) (manner, int) {
	width, spaced := measure(lines)
	if width < narrowest || width > widest {
		return loose, 0
	}
	pairs, full, goesOn := 0, 0, 0
	for i := 1; i < len(lines); i++ {
		if lines[i].blank != spaced || item(text[lines[i].Start:lines[i].End]) {
			continue
		}
		pairs++
		if isFull(text, lines[i-1], lines[i], width) {
			full++
		}
		if small(text, lines[i]) && !closes(text, lines[i-1]) {
			goesOn++
		}
	}
	switch {
	case pairs < 3:
	case spaced && pairs >= 6 && goesOn*100 >= pairs*doubleShare:
		return double, width
	case !spaced && full*100 >= pairs*fullShare && goesOn*100 >= pairs*goesOnShare:
		return hard, width
	}
	return loose, 0
}

// measure is the length of the longest line, and whether nearly every line stands alone.
func measure(lines []line) (width int, spaced bool) {
	singles := 0
	for i, l := range lines {
		if i == 0 || l.blank && (i+1 == len(lines) || lines[i+1].blank) {
			singles++
		}
		width = max(width, l.length)
	}
	return width, singles*10 >= len(lines)*8
}

// isFull tells whether the first word of the next line had no room on a line: what a
// proportional font leaves free is a fifth.
func isFull(text string, l, next line, width int) bool {
	word, _, _ := strings.Cut(text[next.Start:next.End], " ")
	return (l.length+1+utf8.RuneCountInString(word))*5 > width*4
}

// small tells whether a line goes on in small letters.
func small(text string, l line) bool {
	r, _ := utf8.DecodeRuneInString(text[l.Start:])
	return unicode.IsLower(r)
}

// closes tells whether a line ends as a sentence, or a heading with a colon, does.
func closes(text string, l line) bool {
	end := strings.TrimRight(text[l.Start:l.End], "\"'”’»)]")
	r, _ := utf8.DecodeLastRuneInString(end)
	return strings.ContainsRune(".!?:…。！？", r)
}

// paragraphs finds the paragraphs of a plain text, without the white space around them.
// Heads of pages may stand in them.
//
// Where all lines are wrapped at a column, a paragraph ends at a blank line, or with a
// line that has room for more. Where a blank line stands between every two, it ends with
// a sentence. Else it is a line, or lines that look wrapped by hand.
func paragraphs(text string) (paras []source.Span) {
	lines := linesOf(text)
	heads := pageHeads(text, lines)
	how, width := mannerOf(text, withoutHeads(lines, heads))
	last := -1 // the last line that is no page's head
	for i, l := range lines {
		if heads != nil && heads[i] {
			continue
		}
		if last >= 0 && goesOn(text, lines[last], l, how, width, i > last+1) {
			paras[len(paras)-1].End = l.End
		} else {
			paras = append(paras, l.Span)
		}
		last = i
	}
	return withHeads(paras, lines, heads)
}

// between is what stands between blank lines.
func between(text string) (paras []source.Span) {
	for i, l := range linesOf(text) {
		if i > 0 && !l.blank {
			paras[len(paras)-1].End = l.End
		} else {
			paras = append(paras, l.Span)
		}
	}
	return paras
}

// goesOn tells whether a line goes on with the paragraph of the one before it. turned
// tells that a page was turned between them.
func goesOn(text string, before, l line, how manner, width int, turned bool) bool {
	open := !closes(text, before)
	if turned && open && small(text, l) {
		return true
	}
	words := text[before.Start:before.End]
	switch {
	case begins(text[l.Start:l.End]):
		return false
	case how == loose:
		return !l.blank && isWrapped(words)
	case inCapitals(words):
		return false
	case !l.blank && strings.HasSuffix(words, "-"):
		return true
	case how == double:
		title := before.first && !small(text, l) && before.length*10 < width*6
		return !title && (open || isFull(text, before, l, width) && !strings.HasSuffix(words, ":"))
	case l.blank:
		return false
	}
	return isFull(text, before, l, width) && (l.indent < before.indent+2 || open) || open && small(text, l)
}

// begins tells whether a line begins a paragraph whatever stands before it: a turn of a
// conversation, or an item of a list.
func begins(s string) bool {
	_, turn := Turn(s)
	return turn || item(s)
}

func inCapitals(s string) bool { return strings.ToUpper(s) == s && strings.ToLower(s) != s }

// item tells whether a line begins as an item of a list.
func item(s string) bool {
	for _, bullet := range []string{"- ", "* ", "• ", "– ", "— ", "o "} {
		if strings.HasPrefix(s, bullet) {
			return true
		}
	}
	number := strings.TrimLeft(s, "0123456789")
	return len(number) < len(s) && len(s)-len(number) <= 2 && (strings.HasPrefix(number, ". ") || strings.HasPrefix(number, ") "))
}

// mostHead is how many lines a page's head or foot has at most; headLength how long they
// are.
const mostHead, headLength = 5, 70

// pageHeads marks the lines that are the head or foot of a page: its number, beside the
// text's title again, a line that stands on several pages, or a day. nil for none.
func pageHeads(text string, lines []line) (heads []bool) {
	var again map[string]int
	for i := 1; i < len(lines); i++ {
		sure, is := pageNumber(text[lines[i].Start:lines[i].End])
		if !is || heads != nil && heads[i] {
			continue
		}
		if again == nil {
			again = repeated(text, lines)
		}
		from, to := i, i+1
		for from > 1 && to-from < mostHead && ofHead(text, lines[from-1], again) {
			from--
		}
		for to < len(lines) && to-from < mostHead && ofHead(text, lines[to], again) {
			to++
		}
		cut := to < len(lines) && small(text, lines[to]) && !closes(text, lines[from-1])
		if !sure && !cut && to-from == 1 {
			continue // a number of the text's own
		}
		if heads == nil {
			heads = make([]bool, len(lines))
		}
		for k := from; k < to; k++ {
			heads[k] = true
		}
	}
	return heads
}

// pageNumber tells whether a line may be a page's number, and whether it says so.
func pageNumber(s string) (sure, is bool) {
	if len(s) > 24 {
		return false, false
	}
	word, rest, named := strings.Cut(s, " ")
	if named && language.FurnitureOf().Page[strings.ToLower(strings.Trim(word, ".:[("))] {
		rest = strings.TrimLeft(rest, "0123456789")
		return true, len(rest) < len(s)-len(word)-1 && (rest == "" || len(rest) < 10 && !strings.ContainsAny(rest, ".,;:"))
	}
	bare := strings.Trim(s, "-–—[]()| ")
	return len(bare) < len(s), bare != "" && len(bare) <= 4 && strings.Trim(bare, "0123456789") == ""
}

// ofHead tells whether a line beside a page's number belongs to it.
func ofHead(text string, l line, again map[string]int) bool {
	s := text[l.Start:l.End]
	if _, is := pageNumber(s); is {
		return true
	}
	if l.length > headLength || closes(text, l) {
		return false
	}
	return again[headKey(s)] > 1 || dated(s)
}

// dated tells whether a line is a day with its year and little else: "11th Feb., 2021".
func dated(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 5 {
		return false
	}
	last := strings.Trim(words[len(words)-1], ".,")
	return len(last) == 4 && strings.Trim(last, "0123456789") == "" && strings.ContainsAny(strings.Join(words[:len(words)-1], " "), "0123456789")
}

// repeated counts the short lines that stand on several pages; the first line of a text
// is its title, and stands in the head of each.
func repeated(text string, lines []line) map[string]int {
	again := map[string]int{}
	for _, l := range lines {
		if l.length <= headLength {
			again[headKey(text[l.Start:l.End])]++
		}
	}
	return again
}

// headKey is a line without case and without the number of its page.
func headKey(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) }), " ")
}

func withoutHeads(lines []line, heads []bool) []line {
	if heads == nil {
		return lines
	}
	var kept []line
	for i, l := range lines {
		if !heads[i] {
			kept = append(kept, l)
		}
	}
	return kept
}

// withHeads gives paragraphs with the heads of pages that stand in none as paragraphs of
// their own: they are left out by clean, which tells of them.
func withHeads(paras []source.Span, lines []line, heads []bool) (all []source.Span) {
	if heads == nil {
		return paras
	}
	k := 0
	for i, l := range lines {
		for k < len(paras) && paras[k].Start <= l.Start {
			all, k = append(all, paras[k]), k+1
		}
		if heads[i] && (len(all) == 0 || all[len(all)-1].End <= l.Start) {
			all = append(all, l.Span)
		}
	}
	return append(all, paras[k:]...)
}
