package token

import (
	"encoding/binary"
	"math/bits"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Tokens reads a text, appends its tokens to dst and returns them with the folded
// text they point into.
func (v *Vocabulary) Tokens(text string, dst []Token) ([]Token, string) {
	s := v.scanners.Get().(*scanner)
	defer v.scanners.Put(s)
	*s = scanner{text: text, vocabulary: v, tokens: dst[:cap(dst)], n: len(dst), fold: s.fold}
	s.room(len(text) + 8)
	s.run()
	fresh := s.tokens[len(dst):s.n]
	for i := range fresh { // apart from the reading, so that the looks into a large table overlap
		fresh[i].Word = v.Find(fresh[i].Hash)
	}
	dst, s.tokens, s.text = s.tokens[:s.n], nil, ""
	return dst, string(s.fold[:s.folded])
}

// Kinds of byte, for the scanner's jumps.
const (
	other byte = iota // punctuation
	space
	line // \n
	lower
	upper
	digit
	beyond // a byte of a character beyond ASCII
)

var kinds = func() (k [256]byte) {
	for c := range k {
		switch {
		case c == '\n':
			k[c] = line
		case c <= ' ' || c == 0x7f:
			k[c] = space
		case 'a' <= c && c <= 'z':
			k[c] = lower
		case 'A' <= c && c <= 'Z':
			k[c] = upper
		case '0' <= c && c <= '9':
			k[c] = digit
		case c >= utf8.RuneSelf:
			k[c] = beyond
		}
	}
	return
}()

type scanner struct {
	text       string
	vocabulary *Vocabulary
	tokens     []Token // as long as there is room; n of them are read
	n          int
	fold       []byte // so too
	folded     int
	at         int
	flags      Flags // of the next token
	lines      int   // line ends since the last token
}

func (s *scanner) run() {
	s.lines = 2
	for s.at < len(s.text) {
		switch kinds[s.text[s.at]] {
		case space:
			s.flags |= Spaced
			s.at++
		case line:
			s.flags |= Spaced
			s.lines++
			s.at++
		case lower, upper, digit:
			s.word()
		case beyond:
			s.beyond()
		default:
			if !s.clitic(1) {
				s.punct(1)
			}
		}
	}
}

// word reads a token that begins with an ASCII letter or digit, eight bytes at a time.
// At the first byte beyond ASCII the word is read again by runes.
func (s *scanner) word() {
	text, start, fold := s.text, s.at, s.folded
	i, capitals, h := start, 0, seed
	for n := 8; n == 8; i += n {
		var raw, folded uint64
		raw, folded, n = Eight(text, i)
		capitals += bits.OnesCount64(raw ^ folded)
		if s.folded+8 > len(s.fold) {
			s.room(8)
		}
		binary.LittleEndian.PutUint64(s.fold[s.folded:], folded)
		s.folded += n
		if n > 0 {
			h = step(h, folded)
		}
	}
	if i < len(text) && (text[i] >= utf8.RuneSelf || text[i] == '\'' || text[i] == '.' || text[i] == ',') {
		switch {
		case s.joins(start, i):
			s.folded = fold
			s.runes()
			return
		case text[i] == '.' && i-start == 1 && kinds[text[start]] != digit:
			s.dotted()
			return
		}
	}
	s.at = i
	first := kinds[text[start]]
	shape := Mixed
	switch {
	case first == digit:
		shape = Number
	case capitals == 0:
		shape = Lower
	case capitals == 1 && first == upper:
		shape = Capital
	case capitals == i-start:
		shape = Upper
	}
	s.add(start, fold, h, shape)
	if i < len(text) && text[i] == '.' && shape != Number {
		s.abbreviation()
	}
}

// joins tells whether the word that begins at start goes on at i, where it is not an ASCII
// letter or digit.
func (s *scanner) joins(start, i int) bool {
	switch c := s.text[i]; {
	case c == '\'':
		return s.apostrophe(start, i, 1)
	case c == '.' || c == ',':
		return s.inNumber(i)
	}
	r, n := decode(s.text[i:])
	if r == '’' || r == '‘' || r == 'ʼ' {
		return s.apostrophe(start, i, n)
	}
	return joining(r)
}

// inNumber tells whether the dot or comma at i stands between digits.
func (s *scanner) inNumber(i int) bool {
	return i > 0 && i+1 < len(s.text) && kinds[s.text[i-1]] == digit && kinds[s.text[i+1]] == digit
}

// apostrophe tells whether the apostrophe of n bytes at i belongs to the word
// ("O'Brien", "don't"), and neither begins a clitic nor ends one ("l'État").
func (s *scanner) apostrophe(start, i, n int) bool {
	if i+n >= len(s.text) || i == 0 || s.isElided(s.text[start:i]) {
		return false
	}
	r, _ := decode(s.text[i+n:])
	before, _ := utf8.DecodeLastRuneInString(s.text[:i])
	return unicode.IsLetter(r) && (unicode.IsLetter(before) || unicode.IsMark(before)) && cliticLen(s.text[i+n:]) == 0
}

func (s *scanner) isElided(word string) bool {
	return s.vocabulary.elided != nil && s.vocabulary.elided[strings.ToLower(word)]
}

// cliticLen is the length of "s", "ll", "d" … at the start of text, where a word ends
// after it, else 0.
func cliticLen(text string) int {
	for _, c := range [...]string{"s", "S", "d", "ll", "re", "ve", "m"} {
		if len(text) >= len(c) && text[:len(c)] == c {
			if len(text) == len(c) {
				return len(c)
			}
			if r, _ := utf8.DecodeRuneInString(text[len(c):]); !unicode.IsLetter(r) && !unicode.IsDigit(r) {
				return len(c)
			}
		}
	}
	return 0
}

// clitic reads "'s" after a word. n is the length of the apostrophe.
func (s *scanner) clitic(n int) bool {
	if s.flags&Spaced != 0 || s.n == 0 || s.at+n > len(s.text) || !(n > 1 || s.text[s.at] == '\'') {
		return false
	}
	before := s.tokens[s.n-1]
	if before.Shape == Punct || int(before.End) != s.at {
		return false
	}
	m := cliticLen(s.text[s.at+n:])
	if m == 0 {
		return false
	}
	start, fold := s.at, s.folded
	s.byte('\'')
	for i := s.at + n; i < s.at+n+m; i++ {
		s.byte(s.text[i] | 0x20)
	}
	s.at += n + m
	s.put(start, fold, Clitic)
	return true
}

// dotted reads "U.S.", "U.S", "a.m." and the initial "J.": single letters, each with
// its full stop. The folded word has no full stops.
func (s *scanner) dotted() {
	text, start := s.text, s.at
	fold := s.folded - 1 // the first letter is folded already
	s.folded = fold
	letters, capitals, i := 0, 0, start
	for i+1 < len(text) && (kinds[text[i]] == lower || kinds[text[i]] == upper) && text[i+1] == '.' {
		if kinds[text[i]] == upper {
			capitals++
		}
		s.byte(text[i] | 0x20)
		letters++
		i += 2
	}
	if i+1 <= len(text) && i < len(text) && letters > 1 && kinds[text[i]] == upper && (i+1 == len(text) || kinds[text[i+1]] < lower) {
		s.byte(text[i] | 0x20) // "U.S" without its last full stop
		letters++
		capitals++
		i++
	} else if i < len(text) && (kinds[text[i]] == lower || kinds[text[i]] == upper || kinds[text[i]] == digit) {
		// "J.Smith", "a.html": only the single letters belong to it
		if letters == 1 && capitals == 0 {
			i-- // a lower-case letter before a full stop is no initial
		}
	}
	shape := Lower
	switch {
	case letters == 1 && capitals == 1:
		shape = Initial
	case letters == 1:
		i = start + 1 // "a." at the end of a sentence
	case capitals == letters:
		shape = Upper
	}
	s.at = i
	s.put(start, fold, shape)
	if shape != Lower || letters > 1 {
		s.tokens[s.n-1].Flags |= Dotted
	} else {
		s.abbreviation() // "v."
	}
}

// abbreviation takes the full stop after a known abbreviation into its token.
func (s *scanner) abbreviation() {
	t := &s.tokens[s.n-1]
	stop := s.vocabulary.stops[s.vocabulary.Find(t.Hash)]
	if stop == Always || stop == IfCapital && t.Shape != Lower {
		t.End++
		t.Flags |= Dotted
		s.at++
	}
}

// runes reads a word that holds characters beyond ASCII, an apostrophe, or a number
// with separators, from s.at.
func (s *scanner) runes() {
	text, start, fold := s.text, s.at, s.folded
	var letters, capitals, digits int
	first := rune(0)
read:
	for i := start; i < len(text); s.at = i {
		c := text[i]
		if c < utf8.RuneSelf {
			k := kinds[c]
			if k < lower {
				if !s.joins(start, i) {
					break read
				}
				if c != ',' { // the separators of thousands are not folded into a number
					s.byte(c)
				}
				i++
				continue
			}
			if k == digit && prefixes(first) && digits == 0 {
				break read
			}
			if first == 0 {
				first = rune(c)
			}
			letters++
			if k == upper {
				capitals++
			} else if k == digit {
				digits++
			}
			if k != digit {
				c |= 0x20
			}
			s.byte(c)
			i++
			continue
		}
		r, n := decode(text[i:])
		s.flags |= Foreign
		switch {
		case r == '’' || r == '‘' || r == 'ʼ':
			if !s.apostrophe(start, i, n) {
				break read
			}
			s.byte('\'')
		case !joining(r):
			break read
		case skipped(r) || r == utf8.RuneError:
			s.flags |= Spoiled
		default:
			if unicode.IsDigit(r) && prefixes(first) {
				break read
			}
			if spoiled(text[i:], n) {
				s.flags |= Spoiled
			}
			if first == 0 {
				first = r
			}
			if !unicode.IsMark(r) {
				letters++
			}
			if unicode.IsUpper(r) {
				capitals++
			}
			s.rune(r)
		}
		i += n
	}
	if s.folded == fold { // nothing but ignorable characters
		s.flags &^= Foreign | Spoiled
		s.at = max(s.at, start+1)
		for s.at < len(text) && !utf8.RuneStart(text[s.at]) {
			s.at++
		}
		return
	}
	shape := Mixed
	switch {
	case unicode.IsDigit(first):
		shape = Number
	case capitals == 0:
		shape = Lower
	case capitals == 1 && unicode.IsUpper(first):
		shape = Capital
	case capitals == letters-digits:
		shape = Upper
	}
	start, fold = s.proclitics(start, fold, first)
	s.put(start, fold, shape)
	if s.at < len(text) && text[s.at] == '.' && shape != Number {
		s.abbreviation()
	}
}

// proclitics reads the letters that are words of their own and stand joined to the one
// behind, where that is known and with them is not: "وسلمى", "بالميناء", "للميناء". It returns
// where the word behind them begins.
func (s *scanner) proclitics(start, fold int, first rune) (int, int) {
	letters := s.vocabulary.proclitics
	if letters == "" || !unicode.Is(unicode.Arabic, first) || s.vocabulary.Find(Hash(s.fold[fold:s.folded])) != 0 {
		return start, fold
	}
	word := string(s.fold[fold:s.folded])
	for n, i := 0, 0; n < 2; n++ {
		r, size := utf8.DecodeRuneInString(word[i:])
		if !strings.ContainsRune(letters, r) {
			break
		}
		i += size
		rest := word[i:]
		if r == 'ل' && strings.HasPrefix(rest, "ل") {
			rest = "ا" + rest // of the article an alif is lost behind it
		}
		if utf8.RuneCountInString(rest) < 3 || s.vocabulary.Find(Hash([]byte(rest))) == 0 {
			continue
		}
		end, at := s.at, start
		for range n + 1 { // letters of the text, each with its marks
			_, size := decode(s.text[at:])
			for at += size; at < end; at += size {
				if r, size = decode(s.text[at:]); !unicode.IsMark(r) {
					break
				}
			}
		}
		s.at, s.folded = at, fold+i
		s.put(start, fold, Lower)
		s.at = end
		fold = s.folded
		for k := range len(rest) {
			s.byte(rest[k])
		}
		s.flags |= Foreign
		return at, fold
	}
	return start, fold
}

// prefixes tells whether letters that begin with one are a word of their own before a number that is
// written together with them: the Arabic "الـ22", "و269".
func prefixes(first rune) bool { return unicode.Is(unicode.Arabic, first) && unicode.IsLetter(first) }

// beyond reads what begins with a character beyond ASCII.
func (s *scanner) beyond() {
	r, n := decode(s.text[s.at:])
	switch {
	case unicode.IsSpace(r) || r == '\u200b':
		s.flags |= Spaced
		s.at += n
	case r == '’' || r == '‘' || r == 'ʼ':
		if !s.clitic(n) {
			s.punct(n)
		}
	case ideograph(r):
		fold := s.folded
		s.rune(r)
		s.at += n
		s.flags |= Foreign
		s.put(s.at-n, fold, Lower)
	case joining(r):
		s.runes()
	default:
		s.punct(n)
	}
}

// punct adds a mark of n bytes. Dashes and quotation marks are folded to - and ".
func (s *scanner) punct(n int) {
	fold := s.folded
	c := s.text[s.at]
	if n > 1 {
		r, _ := decode(s.text[s.at:])
		switch r {
		case '‐', '‑', '‒', '–', '—', '―', '−':
			c = '-'
		case '“', '”', '„', '«', '»':
			c = '"'
		case '’', '‘', 'ʼ':
			c = '\''
		default:
			c = 0
		}
	}
	if c != 0 {
		s.byte(c)
	} else {
		for i := range n {
			s.byte(s.text[s.at+i])
		}
	}
	s.at += n
	s.put(s.at-n, fold, Punct)
}

// put adds the token from start to where the scanner is, whose folded text begins at fold.
func (s *scanner) put(start, fold int, shape Shape) {
	s.add(start, fold, Hash(s.fold[fold:s.folded]), shape)
}

func (s *scanner) add(start, fold int, h uint64, shape Shape) {
	if s.lines > 1 {
		s.flags |= Break
	}
	if s.n == len(s.tokens) {
		s.tokens = slices.Grow(s.tokens, len(s.tokens)+8)
		s.tokens = s.tokens[:cap(s.tokens)]
	}
	t := &s.tokens[s.n] // field by field: a Token put together and then copied costs twice
	s.n++
	t.Start, t.End, t.FoldStart, t.FoldEnd = int32(start), int32(s.at), int32(fold), int32(s.folded)
	t.Word, t.Stem, t.Hash, t.Shape, t.Flags = 0, 0, h, shape, s.flags
	s.flags, s.lines = 0, 0
}

// room makes room for so many bytes of folded text.
func (s *scanner) room(n int) {
	s.fold = slices.Grow(s.fold[:s.folded], n)
	s.fold = s.fold[:cap(s.fold)]
}

// byte adds a folded byte.
func (s *scanner) byte(c byte) {
	if s.folded == len(s.fold) {
		s.room(8)
	}
	s.fold[s.folded] = c
	s.folded++
}

// rune adds a folded character.
func (s *scanner) rune(r rune) {
	s.fold = appendFolded(s.fold[:s.folded], r)
	s.folded = len(s.fold)
	s.fold = s.fold[:cap(s.fold)]
}
