package reading

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"glossator/internal/doc"
	"glossator/internal/language"
	"glossator/internal/source"
	"glossator/internal/token"
)

// Style is how a block is written, which tells what a capital letter says in it.
type Style uint8

// The ways of writing a block.
const (
	Plain     Style = iota
	TitleCase       // nearly every word begins with a capital: a capital says nothing
	AllCaps         // all in capitals
)

// layout finds the blocks' tokens and their sentences.
func (t *Text) layout() {
	t.Blocks = slices.Grow(t.Blocks[:0], len(t.Doc.Prose.Blocks))
	t.Sentences = slices.Grow(t.Sentences[:0], len(t.Tokens)/16+len(t.Doc.Prose.Blocks)+1)
	t.within = slices.Grow(t.within[:0], len(t.Tokens))
	i, stops := 0, t.Stops
	for _, b := range t.Doc.Prose.Blocks {
		from := i
		for i < len(t.Tokens) && int(t.Tokens[i].Start) < b.Span.End {
			i++
		}
		first := len(t.Sentences)
		stops = t.split(from, i, stops)
		t.Blocks = append(t.Blocks, Block{Block: b, From: from, To: i, First: first, Last: len(t.Sentences), style: t.styleOf(b, from, i)})
	}
}

// split finds the sentences of one block's tokens, and returns the stops behind it.
func (t *Text) split(from, to int, stops []int32) []int32 {
	for from < to {
		end := to
		for len(stops) > 0 && int(stops[0]) < to {
			i := int(stops[0])
			stops = stops[1:]
			if i >= from && t.Ends(i, to) {
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
func (t *Text) sentence(from, to int) {
	for range to - from {
		t.within = append(t.within, int32(len(t.Sentences)))
	}
	t.Sentences = append(t.Sentences, Sentence{From: from, To: to, Block: len(t.Blocks)})
}

// behind is the first token from i on that closes nothing, or to. A row of closing marks
// is looked at once, whichever of them is asked about.
func (t *Text) behind(i, to int) int {
	if t.row.from <= i && i < t.row.to {
		return t.row.to
	}
	t.row.from, t.row.to = i, i
	for t.row.to < to && t.Closes(t.row.to) {
		t.row.to++
	}
	return t.row.to
}

// Ends tells whether a sentence may end with token i.
func (t *Text) Ends(i, to int) bool {
	tok := &t.Tokens[i]
	return (tok.Shape == token.Punct || tok.Flags&token.Dotted != 0) && t.endsAt(tok, i, to)
}

// endsAt tells the same of a token that is a mark or has a full stop.
func (t *Text) endsAt(tok *token.Token, i, to int) bool {
	next := t.behind(i+1, to)
	if next == to {
		return false // the block's end ends it
	}
	after := &t.Tokens[next]
	if tok.Shape != token.Punct {
		// An abbreviation ends a sentence only before a word that begins one.
		c := t.Class(next)
		return after.Flags&token.Spaced != 0 && after.Shape == token.Capital &&
			c.Has(language.Function) && !c.Has(language.Title) && !t.In(i, language.Honorific, language.Title)
	}
	switch t.Prose[tok.Start] {
	case '.':
		if t.Is(i-1, "no") && after.Shape == token.Number || t.ordinal(i) {
			return false
		}
	case '!', '?':
	default:
		switch t.Fold(i) {
		case "。", "！", "？", "｡":
			return true // nothing stands between sentences
		case "…", "؟", "۔", "।", "։", "።":
		default:
			return false
		}
	}
	if after.Flags&token.Spaced == 0 && next == i+1 {
		return false
	}
	return after.Shape != token.Lower || t.caseless(after)
}

// ordinal tells whether a full stop makes a number an ordinal: 3. März.
func (t *Text) ordinal(i int) bool {
	if !t.Lex.Pack.OrdinalStop || i == 0 {
		return false
	}
	number := &t.Tokens[i-1]
	return number.Shape == token.Number && number.End-number.Start <= 2 && t.Tokens[i].Flags&token.Spaced == 0
}

// caseless tells whether a word is written in letters that know no capitals.
func (t *Text) caseless(w *token.Token) bool {
	r, _ := utf8.DecodeRuneInString(t.Prose[w.Start:])
	return !unicode.IsLower(r)
}

// Closes tells whether token i closes what the sentence before it opened: a quotation
// mark or bracket without a space before it.
func (t *Text) Closes(i int) bool {
	tok := &t.Tokens[i]
	if tok.Shape != token.Punct || tok.Flags&token.Spaced != 0 {
		return false
	}
	switch t.Fold(i) {
	case "\"", "'", ")", "]", ".", "!", "?":
		return true
	}
	return false
}

// styleOf looks at how a block's words are written. Of long blocks the first words
// tell enough; what ends in a full stop is no headline.
func (t *Text) styleOf(b doc.Block, from, to int) Style {
	words, upper := 0, 0
	for i := from; i < to && words < 24; i++ {
		tok := t.Tokens[i]
		switch {
		case !tok.Shape.Wordlike() || t.In(i, language.Function) && tok.Shape != token.Upper:
			continue
		case tok.Shape == token.Lower:
			return Plain
		case tok.Shape == token.Upper:
			upper++
		}
		words++
	}
	switch {
	case words >= 2 && upper == words:
		return AllCaps
	case words >= 2 && b.Kind == doc.Title, words >= 3 && b.Kind == doc.Heading, words >= 4 && !t.Is(to-1, "."):
		return TitleCase
	}
	return Plain
}

// StyleAt is how the block of token i is written.
func (t *Text) StyleAt(i int) Style {
	if len(t.Blocks) == 0 {
		return Plain
	}
	return t.Blocks[t.BlockOf(i)].style
}

// SentenceSpans are the sentences as spans of the prose, each block's with no gap
// between them but white space.
func (t *Text) SentenceSpans() []source.Span {
	spans := make([]source.Span, 0, len(t.Sentences))
	for _, s := range t.Sentences {
		if s.From < s.To {
			spans = append(spans, t.sentenceSpan(s))
		}
	}
	return spans
}

// sentenceSpan widens a sentence to the punctuation that belongs to it: tokens are
// words and marks, and what stands at a block's ends is no sentence's of its own.
func (t *Text) sentenceSpan(s Sentence) source.Span {
	span, b := t.Span(s.From, s.To), t.Blocks[s.Block]
	if s.From == b.From {
		span.Start = b.Span.Start
	}
	if s.To == b.To {
		span.End = b.Span.End
	}
	return span
}
