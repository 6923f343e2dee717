package annotate

import (
	"slices"

	"glossator/internal/doc"
	"glossator/internal/language"
	"glossator/internal/source"
	"glossator/internal/token"
)

// style is how a block is written, which tells what a capital letter says in it.
type style uint8

const (
	plain     style = iota
	titleCase       // nearly every word begins with a capital: a capital says nothing
	allCaps         // all in capitals
)

// layout finds the blocks' tokens and their sentences.
func (t *text) layout() {
	t.blocks = slices.Grow(t.blocks[:0], len(t.doc.Prose.Blocks))
	t.sentences = slices.Grow(t.sentences[:0], len(t.tokens)/16+len(t.doc.Prose.Blocks)+1)
	t.within = slices.Grow(t.within[:0], len(t.tokens))
	i, stops := 0, t.stops
	for _, b := range t.doc.Prose.Blocks {
		from := i
		for i < len(t.tokens) && int(t.tokens[i].Start) < b.Span.End {
			i++
		}
		first := len(t.sentences)
		stops = t.split(from, i, stops)
		t.blocks = append(t.blocks, block{Block: b, from: from, to: i, first: first, last: len(t.sentences), style: t.styleOf(b, from, i)})
	}
}

// split finds the sentences of one block's tokens, and returns the stops behind it.
func (t *text) split(from, to int, stops []int32) []int32 {
	for from < to {
		end := to
		for len(stops) > 0 && int(stops[0]) < to {
			i := int(stops[0])
			stops = stops[1:]
			if i >= from && t.ends(i, to) {
				end = i + 1
				break
			}
		}
		end = t.behind(end, to)
		for ; end-from > longestSentence; from += longestSentence {
			t.sentence(from, from+longestSentence)
		}
		t.sentence(from, end)
		from = end
	}
	return stops
}

// longestSentence is the number of tokens after which a sentence is taken to end. No
// author writes one, and what is asked of each mention of a sentence, or shown of it, is
// the whole sentence.
const longestSentence = 600

// sentence adds the tokens [from, to) of the block at hand as one.
func (t *text) sentence(from, to int) {
	for range to - from {
		t.within = append(t.within, int32(len(t.sentences)))
	}
	t.sentences = append(t.sentences, sentence{from: from, to: to, block: len(t.blocks)})
}

// behind is the first token from i on that closes nothing, or to. A row of closing marks
// is looked at once, whichever of them is asked about.
func (t *text) behind(i, to int) int {
	if t.row.from <= i && i < t.row.to {
		return t.row.to
	}
	t.row.from, t.row.to = i, i
	for t.row.to < to && t.closes(t.row.to) {
		t.row.to++
	}
	return t.row.to
}

// ends tells whether a sentence may end with token i.
func (t *text) ends(i, to int) bool {
	tok := &t.tokens[i]
	return (tok.Shape == token.Punct || tok.Flags&token.Dotted != 0) && t.endsAt(tok, i, to)
}

// endsAt tells the same of a token that is a mark or has a full stop.
func (t *text) endsAt(tok *token.Token, i, to int) bool {
	next := t.behind(i+1, to)
	if next == to {
		return false // the block's end ends it
	}
	after := &t.tokens[next]
	if tok.Shape != token.Punct {
		// An abbreviation ends a sentence only before a word that begins one.
		c := t.class(next)
		return after.Flags&token.Spaced != 0 && after.Shape == token.Capital &&
			c.Has(language.Function) && !c.Has(language.Title) && !t.in(i, language.Honorific, language.Title)
	}
	switch t.prose[tok.Start] {
	case '.':
		if t.is(i-1, "no") && after.Shape == token.Number {
			return false
		}
	case '!', '?':
	default:
		if t.fold(i) != "…" {
			return false
		}
	}
	if after.Flags&token.Spaced == 0 && next == i+1 {
		return false
	}
	return after.Shape != token.Lower
}

// closes tells whether token i closes what the sentence before it opened: a quotation
// mark or bracket without a space before it.
func (t *text) closes(i int) bool {
	tok := &t.tokens[i]
	if tok.Shape != token.Punct || tok.Flags&token.Spaced != 0 {
		return false
	}
	switch t.fold(i) {
	case "\"", "'", ")", "]", ".", "!", "?":
		return true
	}
	return false
}

// styleOf looks at how a block's words are written. Of long blocks the first words
// tell enough; what ends in a full stop is no headline.
func (t *text) styleOf(b doc.Block, from, to int) style {
	words, upper := 0, 0
	for i := from; i < to && words < 24; i++ {
		tok := t.tokens[i]
		switch {
		case !tok.Shape.Wordlike() || t.in(i, language.Function) && tok.Shape != token.Upper:
			continue
		case tok.Shape == token.Lower:
			return plain
		case tok.Shape == token.Upper:
			upper++
		}
		words++
	}
	switch {
	case words >= 2 && upper == words:
		return allCaps
	case words >= 2 && b.Kind == doc.Title, words >= 3 && b.Kind == doc.Heading, words >= 4 && !t.is(to-1, "."):
		return titleCase
	}
	return plain
}

// sentenceSpans are the sentences as spans of the prose, each block's with no gap
// between them but white space.
func (t *text) sentenceSpans() []source.Span {
	spans := make([]source.Span, 0, len(t.sentences))
	for _, s := range t.sentences {
		if s.from < s.to {
			spans = append(spans, t.sentenceSpan(s))
		}
	}
	return spans
}

// sentenceSpan widens a sentence to the punctuation that belongs to it: tokens are
// words and marks, and what stands at a block's ends is no sentence's of its own.
func (t *text) sentenceSpan(s sentence) source.Span {
	span, b := t.span(s.from, s.to), t.blocks[s.block]
	if s.from == b.from {
		span.Start = b.Span.Start
	}
	if s.to == b.to {
		span.End = b.Span.End
	}
	return span
}
