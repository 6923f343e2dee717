package quote

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

// mate finds the outer quotation marks of the text; what is nested inside belongs to
// the outer quotation. A mark that nothing closes in its block is open only where the
// next block opens again, as long quotations are set.
func (f *Finder) mate() {
	out := f.pairs[:0]
	const stray = 16 // unclosed marks of a block after which the rest are taken for noise
	stops := f.Stops
	for b := range f.Blocks {
		unclosed, behind := 0, 0 // behind the last pair
		goesOn := len(out) > 0 && out[len(out)-1].goesOn && out[len(out)-1].block == b-1
		for ; len(stops) > 0 && int(stops[0]) < f.Blocks[b].To; stops = stops[1:] {
			i := int(stops[0])
			if i < behind || unclosed > stray {
				continue
			}
			kind := f.opening(i, f.Blocks[b].To)
			if kind == noMark {
				continue
			}
			p := pair{open: i, block: b, again: goesOn && i == f.Blocks[b].From}
			p.close, p.open = f.closing(i, f.Blocks[b].To, kind)
			if p.close < 0 {
				p.open = i
				if !f.opensAgain(b, kind) {
					unclosed++
					continue
				}
				p.close, p.goesOn = f.Blocks[b].To, true
			}
			if p.close > p.open+1 {
				out = append(out, p)
			}
			behind = p.close + 1
		}
	}
	f.pairs = out
}

// mark is the first character of token i where the token is one mark, else 0.
func (f *Finder) mark(i int) rune {
	if i < 0 || i >= len(f.Tokens) || f.Tokens[i].Shape != token.Punct {
		return 0
	}
	return f.markOf(i)
}

func (f *Finder) markOf(i int) rune {
	s := f.Raw(i)
	r, n := utf8.DecodeRuneInString(s)
	if n == len(s) {
		return r
	}
	if mark := f.Fold(i); mark == "\"" || mark == "'" { // mojibake
		switch {
		case s == "â€œ":
			return '“'
		case s == "â€˜":
			return '‘'
		case mark == "'":
			return '’'
		}
		return '”'
	}
	return 0
}

// spaceBefore and spaceAfter tell what stands around token i.
func (f *Finder) spaceBefore(i int) bool {
	return i == 0 || f.Tokens[i].Flags&(token.Spaced|token.Break) != 0
}

func (f *Finder) spaceAfter(i int) bool { return i+1 >= len(f.Tokens) || f.spaceBefore(i+1) }

// opening tells whether token i opens a quotation.
func (f *Finder) opening(i, end int) markKind {
	m := f.mark(i)
	if m == 0 || i+1 >= end {
		return noMark
	}
	free := f.spaceBefore(i) || f.Tokens[i-1].Shape == token.Punct // nothing but marks stand right before it
	switch m {
	case '"', '＂':
		if free && !f.spaceAfter(i) || f.spaceBefore(i) && i+2 < end && f.spaceAfter(i) {
			return straight
		}
	case '“', '‟':
		return curly
	case '„':
		return low
	case '«':
		return guillemet
	case '»':
		if free && !f.spaceAfter(i) {
			return inverted
		}
	case '”':
		if free && !f.spaceAfter(i) {
			return swedish
		}
	case '「':
		return corner
	case '『':
		return whiteCorner
	case '‹':
		return singleAngle
	case '‘', '\'', '’':
		if free && !f.spaceAfter(i) && !f.elision(i) && (m != '’' || f.spaceBefore(i)) {
			return singleMark
		}
	}
	return noMark
}

// closing finds the mark that closes what token i opened, -1 where there is none
// before end. A straight mark that can only open shows that the one before it was a
// stray: the pair then begins there.
func (f *Finder) closing(i, end int, kind markKind) (close, open int) {
	if kind == singleMark {
		return f.closingSingle(i, end), i
	}
	open = i
	depth := 0
	for j := i + 1; j < end; j++ {
		m := f.mark(j)
		switch kind {
		case straight:
			if m == '"' || m == '＂' || m == '”' {
				if m == '"' && f.spaceBefore(j) && !f.spaceAfter(j) && j > i+1 {
					open = j
					continue
				}
				return j, open
			}
		case curly:
			switch {
			case m == '“' && j > i+1:
				if f.spaceAfter(j) && !f.spaceBefore(j) {
					return j, open // closed with the wrong mark
				}
				depth++
			case m == '”' && depth > 0:
				depth--
			case m == '”':
				return j, open
			case m == '"' && !f.spaceBefore(j) && depth == 0 && !f.curlyAhead(j+1, end):
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
func (f *Finder) curlyAhead(i, end int) bool {
	const farthest = 400
	for j := i; j < end && j < i+farthest; j++ {
		switch f.mark(j) {
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
func (f *Finder) closingSingle(i, end int) int {
	const longest = 400
	weak := -1
	for j := i + 1; j < end && j < i+longest; j++ {
		m := f.mark(j)
		if m != '’' && m != '\'' {
			if m == '‘' && f.spaceBefore(j) && weak >= 0 {
				return weak
			}
			continue
		}
		if f.spaceBefore(j) {
			if weak >= 0 && !f.spaceAfter(j) && !f.elision(j) {
				return weak // another quotation begins
			}
			continue
		}
		after := f.spaceAfter(j) || j+1 >= end || f.Tokens[j+1].Shape == token.Punct
		if !after {
			continue
		}
		if f.Tokens[j-1].Shape == token.Punct || j+1 >= end || f.Tokens[j+1].Shape == token.Punct {
			if j > i+1 {
				return j
			}
			continue
		}
		s := f.Raw(j - 1)
		if weak < 0 || !possessivePlural(f.Raw(weak-1)) {
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
func (f *Finder) elision(i int) bool {
	if i+1 >= len(f.Tokens) {
		return true
	}
	next := f.Raw(i + 1)
	r, _ := utf8.DecodeRuneInString(next)
	if unicode.IsDigit(r) && len(next) <= 3 {
		return true
	}
	return f.In(i+1, language.Elided)
}

// opensAgain tells whether the block behind b begins with the mark that is open in b.
func (f *Finder) opensAgain(b int, kind markKind) bool {
	return b+1 < len(f.Blocks) && f.Blocks[b+1].From < f.Blocks[b+1].To && f.Blocks[b].N > 0 && f.Blocks[b+1].N > 0 &&
		f.opening(f.Blocks[b+1].From, f.Blocks[b+1].To) == kind
}
