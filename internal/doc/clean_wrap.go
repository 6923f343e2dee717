package doc

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"glossator/internal/source"
)

// turns finds what a page's end left in a text: the heads and feet of pages, and the
// hyphens of words that were parted at a line's end.
func turns(text string, paragraphs []source.Span) (out []Cleaning) {
	lines := linesOf(text)
	for i, is := range pageHeads(text, lines) {
		if is {
			out = append(out, Cleaning{Span: lines[i].Span, Rule: "page head"})
		}
	}
	var known map[string]int
	for i, l := range lines[:max(0, len(lines)-1)] {
		if !strings.HasSuffix(text[l.Start:l.End], "-") || !inOne(paragraphs, l.End-1, lines[i+1].Start) {
			continue
		}
		if known == nil {
			known = wordsOf(text)
		}
		if c, ok := lineEnd(text, l, lines[i+1], known); ok {
			out = append(out, c)
		}
	}
	slices.SortFunc(out, func(a, b Cleaning) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	return out
}

// inOne tells whether two offsets stand in one paragraph.
func inOne(paragraphs []source.Span, a, b int) bool {
	i, found := slices.BinarySearchFunc(paragraphs, a, func(p source.Span, at int) int {
		switch {
		case p.End <= at:
			return -1
		case p.Start > at:
			return 1
		}
		return 0
	})
	return found && b < paragraphs[i].End
}

// lineEnd joins a word whose hyphen stands at a line's end. It keeps its hyphen where the
// text writes it so elsewhere, or where both parts are words of the text and the whole is
// not.
func lineEnd(text string, l, next line, known map[string]int) (c Cleaning, ok bool) {
	head := text[l.Start : l.End-1]
	head = strings.ToLower(head[strings.LastIndexFunc(head, notLetter)+1:])
	tail := text[next.Start:next.End]
	if end := strings.IndexFunc(tail, notLetter); end >= 0 {
		tail = tail[:end]
	}
	if utf8.RuneCountInString(head) < 2 || utf8.RuneCountInString(tail) < 2 {
		return c, false
	}
	at := source.Span{Start: l.End - 1, End: next.Start}
	if !small(text, next) {
		return Cleaning{Span: at, Rule: "line end", Replacement: "-"}, true
	}
	if known[head+tail] == 0 && (known[head+"-"+tail] > 0 || known[head] > 1 && known[tail] > 1) {
		return Cleaning{Span: at, Rule: "line end", Replacement: "-"}, true
	}
	return Cleaning{Span: at, Rule: "line-end hyphen"}, true
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }

// wordsOf counts the words of a text, and those of two that a hyphen joins.
func wordsOf(text string) map[string]int {
	known := map[string]int{}
	for w := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return notLetter(r) && r != '-' }) {
		for part := range strings.SplitSeq(w, "-") {
			known[part]++
		}
		if strings.Count(w, "-") == 1 {
			known[w]++
		}
	}
	return known
}

// withTurns adds to furniture what pages left in the text, where no furniture holds it.
// Both are sorted.
func withTurns(furniture, turns []Cleaning) (all []Cleaning) {
	if len(turns) == 0 {
		return furniture
	}
	all = slices.Clone(furniture)
	for _, c := range turns {
		for len(furniture) > 0 && furniture[0].Span.End <= c.Span.Start {
			furniture = furniture[1:]
		}
		if len(furniture) == 0 || !furniture[0].Span.Overlaps(c.Span) {
			all = append(all, c)
		}
	}
	slices.SortFunc(all, func(a, b Cleaning) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	return all
}
