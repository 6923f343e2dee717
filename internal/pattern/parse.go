// Package pattern is small patterns over words: compiled, and found in a text's tokens.
//
// In: patterns, a vocabulary and a stemmer; then a text's tokens, sentence by sentence.
// Out: which patterns match, and where. Invariant: a Set that is compiled never changes;
// cost is linear in the text and does not grow with the number of patterns.
//
// # How a pattern is written
//
// A pattern says what is done and not named, as the cues of entries do:
//
//	rapidly? [(expel|send back) … migrant] to Mexico
//
//	expel         the word in any inflection and capitals: expels, expelled, expelling
//	=word         the word exactly as it is written
//	word?         the word, or the group, may be missing
//	(a|b c)       one of these; each may be several words, gaps and groups
//	… or ...      up to six words of any kind
//	[ ]           the part that is the mention; without brackets it is the whole match
//	… !not        at its end: does not match where a negation stands in the match
//	              or among the three words before it ("will not expel migrants"); in German
//	              also behind it in its clause ("räumt das Lager nicht")
//
// Words are compared by their stems (Snowball's, and a table of irregular forms), in
// order. In German a verb is met in its parts, too: "abschieben" in "schiebt zwei Boote ab",
// where it stands in the place of "schiebt". A match stays inside one sentence; a gap also ends at a semicolon or colon.
// Between two words of a pattern only quotation marks and hyphens inside words may stand.
// Of several ways to match from one word on, the one with the shortest gaps counts.
// A pattern begins and ends with a word, has at most three gaps, sixteen words, and 4096
// ways to be written.
package pattern

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"glossator/internal/token"
)

// Limits of a pattern: words that a gap may span, ways to write one pattern, words and
// gaps in one way.
const (
	gapWords = 6
	maxWays  = 4096
	longest  = 16
	maxGaps  = 3
)

// element of one way to write a pattern.
type element struct {
	kind elementKind
	text string // stem; the word as written where exact
}

type elementKind uint8

const (
	stemmed elementKind = iota
	exact
	gap
	open // [
	shut // ]
)

// Error is a mistake in a pattern.
type Error struct {
	At        int // code point of the pattern, from 1; 0 where no one place is wrong
	Msg, Hint string
}

// parser reads the syntax in the package comment by recursive descent.
type parser struct {
	text  string
	at    int
	err   *Error
	words *token.Vocabulary // to part words as texts are parted
	stem  func(folded string) string
}

// parse is the ways to write a pattern, each a sequence of elements. Ways that are alike
// once stemmed are one.
func parse(text string, words *token.Vocabulary, stem func(string) string) (ways [][]element, unless bool, err *Error) {
	body, unless := strings.CutSuffix(strings.TrimRight(text, " "), " !not")
	p := &parser{text: body, words: words, stem: stem}
	ways = p.choice(0)
	if p.err == nil && p.at < len(p.text) {
		p.fail("%q without its %q", p.text[p.at:p.at+1], opening(p.text[p.at]))
	}
	if p.err != nil {
		return nil, unless, p.err
	}
	for _, w := range ways {
		if e := checkWay(w); e != nil {
			return nil, unless, e
		}
	}
	return ways, unless, nil
}

// blank tells whether a byte parts words.
func blank(c byte) bool { return c <= ' ' || c == 0x7f }

func opening(c byte) string { return map[byte]string{')': "(", ']': "[", '|': "("}[c] }

func (p *parser) fail(format string, args ...any) {
	if p.err == nil {
		p.err = &Error{Msg: fmt.Sprintf(format, args...)}
		if p.at > 0 {
			p.err.At = utf8.RuneCountInString(p.text[:min(p.at, len(p.text))]) + 1
		}
	}
}

// choice reads sequences separated by | up to a closing mark.
func (p *parser) choice(depth int) (ways [][]element) {
	for {
		for _, way := range p.sequence(depth) {
			if depth == 0 || !slices.ContainsFunc(ways, func(w []element) bool { return slices.Equal(w, way) }) {
				ways = append(ways, way)
			}
		}
		if len(ways) > maxWays {
			p.fail("more than %d ways to write it", maxWays)
			return ways
		}
		if depth == 0 || p.at >= len(p.text) || p.text[p.at] != '|' {
			return ways
		}
		p.at++
	}
}

func (p *parser) sequence(depth int) [][]element {
	ways := [][]element{nil}
	for p.err == nil {
		for p.at < len(p.text) && blank(p.text[p.at]) {
			p.at++
		}
		if p.at >= len(p.text) || strings.IndexByte("|)]", p.text[p.at]) >= 0 && !(p.text[p.at] == ']' && depth == 0) {
			return ways
		}
		next := p.item(depth)
		if len(ways)*len(next) > maxWays {
			p.fail("more than %d ways to write it", maxWays)
			return ways
		}
		product := make([][]element, 0, len(ways)*len(next))
		for _, a := range ways {
			for _, b := range next {
				product = append(product, append(a[:len(a):len(a)], b...))
			}
			if len(a) > longest+len("[]") {
				p.fail("longer than %d words", longest)
				return ways
			}
		}
		ways = product
	}
	return ways
}

// item reads a group, a bracket, a gap or a word, and the ? behind it.
func (p *parser) item(depth int) (ways [][]element) {
	switch rest := p.text[p.at:]; {
	case rest[0] == '(':
		p.at++
		if depth > 8 {
			p.fail("groups too deep")
			return nil
		}
		ways = p.choice(depth + 1)
		if p.at >= len(p.text) || p.text[p.at] != ')' {
			p.fail("%q without its %q", "(", ")")
			return nil
		}
		p.at++
	case rest[0] == '[' || rest[0] == ']':
		p.at++
		if depth > 0 {
			p.fail("a bracket inside ( )")
		}
		if rest[0] == '[' {
			return [][]element{{{kind: open}}}
		}
		return [][]element{{{kind: shut}}}
	case strings.HasPrefix(rest, "…"), strings.HasPrefix(rest, "..."):
		p.at += len("…") // both are three bytes
		return [][]element{{{kind: gap}}}
	default:
		ways = p.word()
	}
	if p.at < len(p.text) && p.text[p.at] == '?' {
		p.at++
		ways = append(ways, nil)
	}
	return ways
}

// word reads a word, or several where punctuation inside it parts them
// ("asylum-seekers").
func (p *parser) word() [][]element {
	kind := stemmed
	if p.text[p.at] == '=' {
		kind = exact
		p.at++
	}
	start := p.at
	for p.at < len(p.text) && strings.IndexByte(" \t\n()[]|?=", p.text[p.at]) < 0 && !strings.HasPrefix(p.text[p.at:], "…") {
		p.at++
	}
	written := p.text[start:p.at]
	if written == "" {
		p.at = min(start+1, len(p.text))
		p.fail("a word is missing")
		return nil
	}
	tokens, fold := p.words.Tokens(written, nil)
	var way []element
	for _, t := range tokens {
		switch {
		case t.Shape == token.Punct && fold[t.FoldStart:t.FoldEnd] == "-":
		case kind == exact:
			way = append(way, element{exact, written[t.Start:t.End]})
		case t.Flags&token.Foreign != 0:
			way = append(way, element{stemmed, p.stem(accented(written[t.Start:t.End]))})
		default:
			way = append(way, element{stemmed, p.stem(fold[t.FoldStart:t.FoldEnd])})
		}
	}
	return [][]element{way}
}

// checkWay tells what is wrong with a sequence: it must begin and end with a word,
// and hold at most one bracketed part.
func checkWay(way []element) *Error {
	var words []element
	gaps, opened, closed := 0, 0, 0
	for _, e := range way {
		switch e.kind {
		case gap:
			gaps++
			words = append(words, e)
		case open:
			opened++
		case shut:
			if closed++; closed > opened {
				return &Error{Msg: `"]" without its "["`}
			}
		default:
			words = append(words, e)
		}
	}
	switch {
	case opened != closed:
		return &Error{Msg: `"[" without its "]"`}
	case opened > 1:
		return &Error{Msg: "more than one [ ]", Hint: "mark one part as the span"}
	case len(words) == 0:
		return &Error{Msg: "no word in it"}
	case words[0].kind == gap || words[len(words)-1].kind == gap:
		return &Error{Msg: "begins or ends with a gap", Hint: "begin and end it with a word"}
	case gaps > maxGaps:
		return &Error{Msg: fmt.Sprintf("more than %d gaps", maxGaps)}
	case len(words) > longest:
		return &Error{Msg: fmt.Sprintf("longer than %d words", longest)}
	}
	return nil
}
