package annotate

import (
	"unicode"
	"unicode/utf8"

	"glossator/internal/language"
	"glossator/internal/token"
)

// pair is a pair of quotation marks: the tokens of the marks. A quotation that goes
// on in the next paragraph has no closing mark: close is the end of its block.
type pair struct {
	open, close int
	block       int
	goesOn      bool // opened again in the next block
	again       bool // was open in the block before
}

// markKind says how a quotation mark closes.
type markKind uint8

const (
	noMark      markKind = iota
	straight             // "
	curly                // “ ”
	low                  // „ “ or „ ”
	guillemet            // « »
	inverted             // » «
	swedish              // ” ”
	corner               // 「 」
	whiteCorner          // 『 』
	singleMark           // ' ' or ‘ ’
	singleAngle          // ‹ ›
)

// pairs finds the outer quotation marks of the text; what is nested inside belongs to
// the outer quotation. A mark that nothing closes in its block is open only where the
// next block opens again, as long quotations are set.
func (t *text) pairs() []pair {
	out := t.attributor.pairs[:0]
	const stray = 16 // unclosed marks of a block after which the rest are taken for noise
	stops := t.stops
	for b := range t.blocks {
		unclosed, behind := 0, 0 // behind the last pair
		goesOn := len(out) > 0 && out[len(out)-1].goesOn && out[len(out)-1].block == b-1
		for ; len(stops) > 0 && int(stops[0]) < t.blocks[b].to; stops = stops[1:] {
			i := int(stops[0])
			if i < behind || unclosed > stray {
				continue
			}
			kind := t.opening(i, t.blocks[b].to)
			if kind == noMark {
				continue
			}
			p := pair{open: i, block: b, again: goesOn && i == t.blocks[b].from}
			p.close, p.open = t.closing(i, t.blocks[b].to, kind)
			if p.close < 0 {
				p.open = i
				if !t.opensAgain(b, kind) {
					unclosed++
					continue
				}
				p.close, p.goesOn = t.blocks[b].to, true
			}
			if p.close > p.open+1 {
				out = append(out, p)
			}
			behind = p.close + 1
		}
	}
	t.attributor.pairs = out
	return out
}

// mark is the first character of token i where the token is one mark, else 0.
func (t *text) mark(i int) rune {
	if i < 0 || i >= len(t.tokens) || t.tokens[i].Shape != token.Punct {
		return 0
	}
	return t.markOf(i)
}

func (t *text) markOf(i int) rune {
	s := t.raw(i)
	r, n := utf8.DecodeRuneInString(s)
	if n == len(s) {
		return r
	}
	if f := t.fold(i); f == "\"" || f == "'" { // mojibake
		switch {
		case s == "â€œ":
			return '“'
		case s == "â€˜":
			return '‘'
		case f == "'":
			return '’'
		}
		return '”'
	}
	return 0
}

// spaceBefore and spaceAfter tell what stands around token i.
func (t *text) spaceBefore(i int) bool {
	return i == 0 || t.tokens[i].Flags&(token.Spaced|token.Break) != 0
}

func (t *text) spaceAfter(i int) bool { return i+1 >= len(t.tokens) || t.spaceBefore(i+1) }

// opening tells whether token i opens a quotation.
func (t *text) opening(i, end int) markKind {
	m := t.mark(i)
	if m == 0 || i+1 >= end {
		return noMark
	}
	free := t.spaceBefore(i) || t.tokens[i-1].Shape == token.Punct // nothing but marks stand right before it
	switch m {
	case '"', '＂':
		if free && !t.spaceAfter(i) || t.spaceBefore(i) && i+2 < end && t.spaceAfter(i) {
			return straight
		}
	case '“', '‟':
		return curly
	case '„':
		return low
	case '«':
		return guillemet
	case '»':
		if free && !t.spaceAfter(i) {
			return inverted
		}
	case '”':
		if free && !t.spaceAfter(i) {
			return swedish
		}
	case '「':
		return corner
	case '『':
		return whiteCorner
	case '‹':
		return singleAngle
	case '‘', '\'', '’':
		if free && !t.spaceAfter(i) && !t.elision(i) && (m != '’' || t.spaceBefore(i)) {
			return singleMark
		}
	}
	return noMark
}

// closing finds the mark that closes what token i opened, -1 where there is none
// before end. A straight mark that can only open shows that the one before it was a
// stray: the pair then begins there.
func (t *text) closing(i, end int, kind markKind) (close, open int) {
	if kind == singleMark {
		return t.closingSingle(i, end), i
	}
	open = i
	depth := 0
	for j := i + 1; j < end; j++ {
		m := t.mark(j)
		switch kind {
		case straight:
			if m == '"' || m == '＂' || m == '”' {
				if m == '"' && t.spaceBefore(j) && !t.spaceAfter(j) && j > i+1 {
					open = j
					continue
				}
				return j, open
			}
		case curly:
			switch {
			case m == '“' && j > i+1:
				if t.spaceAfter(j) && !t.spaceBefore(j) {
					return j, open // closed with the wrong mark
				}
				depth++
			case m == '”' && depth > 0:
				depth--
			case m == '”':
				return j, open
			case m == '"' && !t.spaceBefore(j) && depth == 0 && !t.curlyAhead(j+1, end):
				return j, open
			}
		case low:
			if m == '“' || m == '”' || m == '"' || m == '‟' {
				return j, open
			}
		case guillemet:
			if m == '«' {
				depth++
			} else if m == '»' {
				if depth == 0 {
					return j, open
				}
				depth--
			}
		case inverted:
			if m == '«' {
				return j, open
			}
		case swedish:
			if m == '”' {
				return j, open
			}
		case corner:
			if m == '」' {
				return j, open
			}
		case whiteCorner:
			if m == '』' {
				return j, open
			}
		case singleAngle:
			if m == '›' {
				return j, open
			}
		}
	}
	return -1, open
}

// curlyAhead tells whether a closing curly mark comes before any opening one.
func (t *text) curlyAhead(i, end int) bool {
	const farthest = 400
	for j := i; j < end && j < i+farthest; j++ {
		switch t.mark(j) {
		case '”':
			return true
		case '“':
			return false
		}
	}
	return false
}

// closingSingle finds the single mark that closes a quotation and is no apostrophe:
// the first that stands behind or before punctuation, with no other opening between;
// else the first behind a word.
func (t *text) closingSingle(i, end int) int {
	const longest = 400
	weak := -1
	for j := i + 1; j < end && j < i+longest; j++ {
		m := t.mark(j)
		if m != '’' && m != '\'' {
			if m == '‘' && t.spaceBefore(j) && weak >= 0 {
				return weak
			}
			continue
		}
		if t.spaceBefore(j) {
			if weak >= 0 && !t.spaceAfter(j) && !t.elision(j) {
				return weak // another quotation begins
			}
			continue
		}
		after := t.spaceAfter(j) || j+1 >= end || t.tokens[j+1].Shape == token.Punct
		if !after {
			continue
		}
		if t.tokens[j-1].Shape == token.Punct || j+1 >= end || t.tokens[j+1].Shape == token.Punct {
			if j > i+1 {
				return j
			}
			continue
		}
		s := t.raw(j - 1)
		if weak < 0 || !possessivePlural(t.raw(weak-1)) {
			if weak >= 0 {
				continue
			}
			weak = j
			if !possessivePlural(s) {
				return weak
			}
		}
	}
	return weak
}

// possessivePlural tells whether an apostrophe behind the word may be a possessive's:
// "the families' homes".
func possessivePlural(s string) bool { return len(s) > 2 && s[len(s)-1]|0x20 == 's' }

// elision tells whether the apostrophe at token i stands for letters left out: '90s,
// 'em, 'n'.
func (t *text) elision(i int) bool {
	if i+1 >= len(t.tokens) {
		return true
	}
	next := t.raw(i + 1)
	r, _ := utf8.DecodeRuneInString(next)
	if unicode.IsDigit(r) && len(next) <= 3 {
		return true
	}
	return t.in(i+1, language.Elided)
}

// opensAgain tells whether the block behind b begins with the mark that is open in b.
func (t *text) opensAgain(b int, kind markKind) bool {
	return b+1 < len(t.blocks) && t.blocks[b+1].from < t.blocks[b+1].to && t.blocks[b].N > 0 && t.blocks[b+1].N > 0 &&
		t.opening(t.blocks[b+1].from, t.blocks[b+1].to) == kind
}
