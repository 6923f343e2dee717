package compare

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"glossator/internal/annotation"
	"glossator/internal/language"
	"glossator/internal/source"
	"glossator/internal/token"
)

// piece is a word, a number or a sign that counts (%, $). Punctuation is no piece,
// so that dashes and commas are never a difference.
type piece struct {
	span    source.Span // in Prose.Text
	norm    string      // folded to lower case, contractions spelled out
	stem    string
	value   string // of a number, "" otherwise
	class   class
	cap     bool // begins with a capital
	start   bool // where a capital says nothing: begins a sentence, a quotation, or stands in a headline
	name    bool // part of a name
	quote   int  // 1-based index of the quotation it stands in, 0 outside
	mention int  // 1-based index of the mention it stands in, 0 outside
}

func (t *piece) number() bool { return t.value != "" }

// sentence is tokens[lo:hi] of one block.
type sentence struct {
	lo, hi int
	block  int
	span   source.Span
}

// text is a document cut up for comparing.
type text struct {
	pack      *language.Pack
	src       string
	tokens    []piece
	sentences []sentence
	quotes    []annotation.Quote
	mentions  []annotation.Mention
}

// read takes the sentences and the quotations as they were found, and the words as every
// text is cut into words.
func read(s Side, pack *language.Pack) *text {
	t := &text{pack: pack, src: s.Doc.Prose.Text, quotes: s.Ann.Quotes, mentions: s.Ann.Mentions}
	tokens, _ := pack.Vocabulary.Tokens(t.src, nil)
	for i := range tokens {
		t.add(&tokens[i])
	}
	t.mark()
	t.cut(s)
	return t
}

// add adds the words of a token: two, of "don't".
func (t *text) add(tok *token.Token) {
	span := source.Span{Start: int(tok.Start), End: int(tok.End)}
	word := t.src[span.Start:span.End]
	if tok.Shape == token.Punct && !strings.Contains("%$€£", word) {
		return
	}
	if n := t.contracted(word); n > 0 {
		t.tokens = append(t.tokens, t.piece(word[:n], source.Span{Start: span.Start, End: span.Start + n}))
		word, span.Start = word[n:], span.Start+n
	}
	if t.groupOf(word, span) {
		last := &t.tokens[len(t.tokens)-1]
		last.span.End, last.norm, last.value = span.End, last.norm+word, last.value+word
		return
	}
	t.tokens = append(t.tokens, t.piece(word, span))
}

// groupOf tells whether a word is three digits that a space parts from those of the same
// number: the 000 of "2 000".
func (t *text) groupOf(word string, span source.Span) bool {
	n := len(t.tokens)
	if n == 0 || !t.pack.SpacedThousands || len(word) != len("000") || strings.Trim(word, "0123456789") != "" {
		return false
	}
	last := &t.tokens[n-1]
	leads := len(last.value) <= len("999") || strings.ContainsAny(t.src[last.span.Start:last.span.End], " \u00a0\u202f\u2009")
	return leads && last.value != "" && strings.Trim(last.value, "0123456789") == "" && unicode.IsDigit(rune(last.norm[0])) &&
		utf8.RuneCountInString(t.src[last.span.End:span.Start]) == 1
}

// contracted is where the second word begins in one that stands for two ("don't": the n);
// 0 where there is none.
func (t *text) contracted(word string) int {
	at := strings.LastIndexAny(word, "'’") - 1
	if at <= 0 || t.pack.Contractions[lower(word[at:])] == "" {
		return 0
	}
	return at
}

// lower is a word in small letters, its apostrophes straight.
func lower(word string) string { return strings.ToLower(strings.ReplaceAll(word, "’", "'")) }

// cut tells each word its sentence, and whether a capital says something of it. What has
// no words ("…") belongs to the sentence that follows in its block.
func (t *text) cut(s Side) {
	block, lo, start, headline := -1, 0, 0, false
	for _, span := range s.Ann.Sentences {
		if b := s.Doc.Prose.Block(span.Start); b != block {
			block, start, headline = b, span.Start, t.headline(lo, s.Doc.Prose.Blocks[b].Span)
		}
		hi := lo
		for hi < len(t.tokens) && t.tokens[hi].span.Start < span.End {
			hi++
		}
		if hi == lo {
			continue
		}
		for i := lo; i < hi; i++ {
			tok := &t.tokens[i]
			tok.start = headline || i == lo || t.tokens[i-1].quote != tok.quote || strings.Contains(t.between(i), ":")
		}
		t.sentences = append(t.sentences, sentence{lo: lo, hi: hi, block: block, span: trim(t.src, source.Span{Start: start, End: span.End})})
		lo, start = hi, span.End
	}
}

// between is what stands between a token and the one before it.
func (t *text) between(i int) string { return t.src[t.tokens[i-1].span.End:t.tokens[i].span.Start] }

// headline tells whether a block, whose first token is lo, is one: most longer words begin
// with a capital, and it does not end as sentences do.
func (t *text) headline(lo int, block source.Span) bool {
	long, caps := 0, 0
	for i := lo; i < len(t.tokens) && t.tokens[i].span.Start < block.End; i++ {
		if tok := &t.tokens[i]; len(tok.norm) > 3 {
			long++
			if tok.cap {
				caps++
			}
		}
	}
	end, _ := utf8.DecodeLastRuneInString(strings.TrimRight(t.src[block.Start:block.End], " \n\t”\"»)"))
	return long >= 3 && caps*10 >= long*8 && !strings.ContainsRune(".!?…", end)
}

func trim(src string, s source.Span) source.Span {
	in := src[s.Start:s.End]
	s.Start += len(in) - len(strings.TrimLeftFunc(in, unicode.IsSpace))
	s.End -= len(in) - len(strings.TrimRightFunc(in, unicode.IsSpace))
	return source.Span{Start: s.Start, End: max(s.Start, s.End)}
}

// mark tells each token which quotation and which mention it stands in.
func (t *text) mark() {
	m, q := 0, 0
	for i := range t.tokens {
		for q < len(t.quotes) && t.quotes[q].Span.End <= t.tokens[i].span.Start {
			q++
		}
		if q < len(t.quotes) && t.quotes[q].Span.Overlaps(t.tokens[i].span) {
			t.tokens[i].quote = q + 1
		}
		for m < len(t.mentions) && t.mentions[m].Span.End <= t.tokens[i].span.Start {
			m++
		}
		if m < len(t.mentions) && t.mentions[m].Span.Overlaps(t.tokens[i].span) {
			t.tokens[i].mention = m + 1
		}
	}
}

// entry is the entry that a piece's mention stands for.
func (t *text) entry(i int) string {
	if m := t.tokens[i].mention; m > 0 {
		return t.mentions[m-1].Entry
	}
	return ""
}

// named tells whether a token stands in a mention that names its entry.
func (t *text) named(i int) bool {
	m := t.tokens[i].mention
	return m > 0 && t.mentions[m-1].Level == annotation.Named
}

// speaker is the entry of who says the quotation around a piece.
func (t *text) speaker(i int) string {
	if q := t.tokens[i].quote; q > 0 {
		return t.quotes[q-1].Speaker
	}
	return ""
}

// is tells whether a word is in one of the pack's classes.
func (t *text) is(w *piece, cs ...language.Class) bool {
	return t.pack.Is(t.pack.Vocabulary.Find(token.Hash(plainly(w.norm))), cs...)
}

// joinsNumber tells whether a word may stand inside a number: "two hundred and five".
func (t *text) joinsNumber(w *piece) bool { return t.is(w, language.FractionLead) }

func (t *text) piece(w string, span source.Span) piece {
	r, _ := utf8.DecodeRuneInString(w)
	p := piece{span: span, cap: unicode.IsUpper(r)}
	if acronym(w) {
		p.norm = strings.ReplaceAll(w, ".", "")
	} else {
		p.norm = strings.TrimSuffix(lower(w), ".")
	}
	if full, ok := t.pack.Contractions[p.norm]; ok {
		p.norm = full
	}
	p.stem, p.class = t.pack.Root(p.norm), classOf(t.pack, plainly(p.norm))
	if unicode.IsDigit(r) {
		p.value = strings.ReplaceAll(p.norm, t.pack.Thousands, "")
	} else {
		p.value = t.pack.Numerals[plainly(p.norm)]
	}
	if p.class == day && !p.cap && t.pack.CapitalDays { // "march", "sat"
		p.class = content
	}
	return p
}

// plainly is a word without its accents, as packs list it.
func plainly(w string) string {
	if strings.IndexFunc(w, func(r rune) bool { return r >= utf8.RuneSelf }) < 0 {
		return w
	}
	return token.Fold(w)
}

// acronym tells whether a word is short and all capitals: "U.S.", "US", "APEC". A
// single letter is an initial.
func acronym(w string) bool {
	letters := 0
	for _, r := range w {
		switch {
		case unicode.IsUpper(r):
			letters++
		case r != '.':
			return false
		}
	}
	return letters >= 2 && letters <= 5
}
