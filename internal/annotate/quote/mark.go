package quote

import (
	"strings"
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
	reopened    bool // opened again in the same block, without a closing mark: close is its last token
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
	stops := f.Stops
	for b := range f.Blocks {
		if len(f.inTurn) > 0 && f.inTurn[b] {
			continue
		}
		if turns := f.dialogue(b); turns != nil {
			out = append(out, turns...)
			continue
		}
		unclosed, behind := 0, f.Blocks[b].From // behind the last pair
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
			if !f.matched(&p, kind, &unclosed) {
				continue
			}
			if p.close > p.open+1 {
				out = append(out, p)
			}
			behind = p.close + 1
		}
	}
	f.pairs = out
}

// stray is how many marks of a block may be unclosed before the rest are taken for noise.
const stray = 16

// matched finds where the pair that begins at an opening mark ends: at its closing mark, at
// the next opening of the same speech, or with the block that the next one goes on from.
func (f *Finder) matched(p *pair, kind markKind, unclosed *int) bool {
	i, end := p.open, f.Blocks[p.block].To
	p.close, p.open = f.closing(i, end, kind)
	again := -1
	if (p.close < 0 || p.open > i) && *unclosed < stray {
		again = f.reopening(i, end, kind)
	}
	switch {
	case again >= 0:
		*unclosed++
		p.open, p.close, p.reopened = i, again-1, true
	case p.close < 0 && !f.opensAgain(p.block, kind):
		*unclosed++
		return false
	case p.close < 0:
		p.open, p.close, p.goesOn = i, end, true
	}
	return true
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

// opens are the marks that only ever open a quotation.
var opens = map[rune]markKind{'“': curly, '‟': curly, '„': low, '«': guillemet, '「': corner, '『': whiteCorner, '‹': singleAngle}

// opening tells whether token i opens a quotation.
func (f *Finder) opening(i, end int) markKind {
	m := f.mark(i)
	if m == 0 || i+1 >= end {
		return noMark
	}
	if kind := opens[m]; kind != noMark {
		return kind
	}
	free := f.spaceBefore(i) || f.Tokens[i-1].Shape == token.Punct // nothing but marks stand right before it
	set := free && !f.spaceAfter(i)
	switch m {
	case '"', '＂':
		if set || f.spaceBefore(i) && i+2 < end && f.spaceAfter(i) {
			return straight
		}
	case '»':
		if set {
			return inverted
		}
	case '”':
		if set {
			return swedish
		}
	case '‘', '\'', '’':
		if set && !f.elision(i) && (m != '’' || f.spaceBefore(i)) {
			return singleMark
		}
	}
	return noMark
}

// closers are the marks that close the kinds that do not nest.
var closers = [...]string{low: "“”\"‟", inverted: "«", swedish: "”", corner: "」", whiteCorner: "』", singleAngle: "›"}

// closing finds the mark that closes what token i opened, -1 where there is none
// before end. A straight mark that can only open shows that the one before it was a
// stray: the pair then begins there.
func (f *Finder) closing(i, end int, kind markKind) (close, open int) {
	switch kind {
	case singleMark:
		return f.closingSingle(i, end), i
	case straight:
		return f.closingStraight(i, end)
	case curly:
		return f.closingCurly(i, end), i
	case guillemet:
		return f.closingGuillemet(i, end), i
	}
	for j := i + 1; j < end; j++ {
		if strings.ContainsRune(closers[kind], f.mark(j)) {
			return j, i
		}
	}
	return -1, i
}

func (f *Finder) closingStraight(i, end int) (close, open int) {
	open = i
	for j := i + 1; j < end; j++ {
		switch m := f.mark(j); {
		case m != '"' && m != '＂' && m != '”':
		case m == '"' && f.onlyOpens(j) && j > i+1:
			open = j
		default:
			return j, open
		}
	}
	return -1, open
}

// onlyOpens tells whether a mark stands so that it can close nothing.
func (f *Finder) onlyOpens(j int) bool { return f.spaceBefore(j) && !f.spaceAfter(j) }

func (f *Finder) closingCurly(i, end int) int {
	depth := 0
	for j := i + 1; j < end; j++ {
		switch m := f.mark(j); {
		case m == '“' && j > i+1:
			if f.spaceAfter(j) && !f.spaceBefore(j) {
				return j // closed with the wrong mark
			}
			depth++
		case m == '”' && depth > 0:
			depth--
		case m == '”':
			return j
		case m == '"' && !f.spaceBefore(j) && depth == 0 && !f.curlyAhead(j+1, end):
			return j
		}
	}
	return -1
}

func (f *Finder) closingGuillemet(i, end int) int {
	depth := 0
	for j := i + 1; j < end; j++ {
		switch m := f.mark(j); {
		case m == '«':
			depth++
		case m == '»' && depth == 0:
			return j
		case m == '»':
			depth--
		}
	}
	return -1
}

// reopening is the mark that opens again what token i opened and nothing closed: at the
// beginning of a sentence, as where the paragraphs of a long quotation were run together;
// -1 where there is none.
func (f *Finder) reopening(i, end int, kind markKind) int {
	const least = 4 // tokens
	if kind != straight && kind != curly {
		return -1
	}
	for j := i + least; j < end; j++ {
		if m := f.mark(j); m != '"' && m != '“' || !f.onlyOpens(j) {
			continue
		}
		if f.AnyOf(j-1, ".", "!", "?", "…") {
			return j
		}
	}
	return -1
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
		switch m := f.mark(j); {
		case m != '’' && m != '\'':
			if weak >= 0 && m == '‘' && f.spaceBefore(j) {
				return weak
			}
		case f.spaceBefore(j):
			if weak >= 0 && !f.spaceAfter(j) && !f.elision(j) {
				return weak // another quotation begins
			}
		case f.besidePunct(j, end):
			if j > i+1 {
				return j
			}
		case f.spaceAfter(j) && (weak < 0 || !possessivePlural(f.Raw(weak-1))):
			if weak >= 0 {
				continue
			}
			if weak = j; !possessivePlural(f.Raw(j - 1)) {
				return weak
			}
		}
	}
	return weak
}

// besidePunct tells whether a mark that may close stands behind or before punctuation, or
// at the end.
func (f *Finder) besidePunct(j, end int) bool {
	last := j+1 >= end || f.Tokens[j+1].Shape == token.Punct
	return last || f.spaceAfter(j) && f.Tokens[j-1].Shape == token.Punct
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
	if b+1 >= len(f.Blocks) || f.Blocks[b].N == 0 {
		return false
	}
	next := &f.Blocks[b+1]
	return next.N > 0 && next.From < next.To && f.opening(next.From, next.To) == kind
}
