package lexicon

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"glossator/internal/catalogue"
	"glossator/internal/source"
)

// Cue is one pattern of an entry.
type Cue struct {
	Entry  int32
	Text   string // as written
	Rule   string // what a mention found by it says of its ground
	unless bool   // ends in !not: does not match where it is denied
}

// Limits of a cue: words that a gap may span, ways to write one cue, gaps in one way.
const (
	gapWords = 6
	maxWays  = 4096
	maxGaps  = 3
)

// element of one way to write a cue.
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

// cueError is a mistake at a byte of the cue's text.
type cueError struct {
	at        int
	msg, hint string
}

// cueParser reads the syntax in the package comment by recursive descent.
type cueParser struct {
	text string
	at   int
	err  *cueError
	lex  *Lexicon // to part words as texts are parted
	stem func(folded string) string
}

// parseCue is the ways to write a cue, each a sequence of elements. Ways that are alike
// once stemmed are one.
func parseCue(text string, lex *Lexicon, stem func(string) string) (ways [][]element, unless bool, err *cueError) {
	body, unless := strings.CutSuffix(strings.TrimRight(text, " "), " !not")
	p := &cueParser{text: body, lex: lex, stem: stem}
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

func opening(c byte) string { return map[byte]string{')': "(", ']': "[", '|': "("}[c] }

func (p *cueParser) fail(format string, args ...any) {
	if p.err == nil {
		p.err = &cueError{at: p.at, msg: fmt.Sprintf(format, args...)}
	}
}

// choice reads sequences separated by | up to a closing mark.
func (p *cueParser) choice(depth int) (ways [][]element) {
	for {
		for _, way := range p.sequence(depth) {
			if depth == 0 || !slices.ContainsFunc(ways, func(w []element) bool { return slices.Equal(w, way) }) {
				ways = append(ways, way)
			}
		}
		if depth == 0 || p.at >= len(p.text) || p.text[p.at] != '|' {
			return ways
		}
		p.at++
	}
}

func (p *cueParser) sequence(depth int) [][]element {
	ways := [][]element{nil}
	for p.err == nil {
		for p.at < len(p.text) && kinds[p.text[p.at]] != other && kinds[p.text[p.at]] <= line {
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
		}
		ways = product
	}
	return ways
}

// item reads a group, a bracket, a gap or a word, and the ? behind it.
func (p *cueParser) item(depth int) (ways [][]element) {
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
func (p *cueParser) word() [][]element {
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
	tokens, fold := p.lex.Tokens(written, nil)
	var way []element
	for _, t := range tokens {
		switch {
		case t.Shape == Punct && fold[t.FoldStart:t.FoldEnd] == "-":
		case kind == exact:
			way = append(way, element{exact, written[t.Start:t.End]})
		case t.Flags&Foreign != 0:
			way = append(way, element{stemmed, p.stem(accented(written[t.Start:t.End]))})
		default:
			way = append(way, element{stemmed, p.stem(fold[t.FoldStart:t.FoldEnd])})
		}
	}
	return [][]element{way}
}

// checkWay tells what is wrong with a sequence: it must begin and end with a word,
// and hold at most one bracketed part.
func checkWay(way []element) *cueError {
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
				return &cueError{msg: `"]" without its "["`}
			}
		default:
			words = append(words, e)
		}
	}
	switch {
	case opened != closed:
		return &cueError{msg: `"[" without its "]"`}
	case opened > 1:
		return &cueError{msg: "more than one [ ]", hint: "mark one part as the span"}
	case len(words) == 0:
		return &cueError{msg: "no word in it"}
	case words[0].kind == gap || words[len(words)-1].kind == gap:
		return &cueError{msg: "begins or ends with a gap", hint: "begin and end it with a word"}
	case gaps > maxGaps:
		return &cueError{msg: fmt.Sprintf("more than %d gaps", maxGaps)}
	case len(words) > longest:
		return &cueError{msg: fmt.Sprintf("longer than %d words", longest)}
	}
	return nil
}

// compileCues reads every entry's cues into one trie over stems.
func (c *compiler) compileCues() *cues {
	k := newCues()
	memo := map[string]string{}
	stem := func(word string) string {
		s, ok := memo[word]
		if !ok {
			c.vocabulary.put(word)
			s = c.language.stem(word)
			memo[word] = s
		}
		return s
	}
	for i, e := range c.Catalogue.Entries {
		for _, w := range e.Cues {
			ways, unless, err := parseCue(w.Text, c.Lexicon, stem)
			if err != nil {
				c.Problems = append(c.Problems, cueProblem(e, w.Offset, w.Text, err))
				continue
			}
			k.list = append(k.list, Cue{Entry: int32(i), Text: w.Text, Rule: "cue “" + short(w.Text) + "”", unless: unless})
			for _, way := range ways {
				k.insert(int32(len(k.list)-1), way)
			}
		}
	}
	k.freeze()
	return k
}

func cueProblem(e *catalogue.Entry, offset int, text string, err *cueError) source.Problem {
	hint := err.hint
	if hint == "" {
		hint = "a cue is written like this: rapidly? [(expel|deport) … migrants] to Mexico"
	}
	msg := fmt.Sprintf("cue %q: %s", text, err.msg)
	if err.at > 0 {
		msg += fmt.Sprintf(", at character %d", utf8.RuneCountInString(text[:min(err.at, len(text))])+1)
	}
	if e.File == nil {
		return source.Problem{Rule: "bad-cue", Msg: msg, Hint: hint}
	}
	return e.File.Problem(offset, "bad-cue", msg, hint)
}

// short is the beginning of a long cue.
func short(cue string) string {
	const most = 48 // code points
	n := 0
	for i := range cue {
		if n++; n > most {
			return strings.TrimRight(cue[:i], " (|") + "…"
		}
	}
	return cue
}
