package compare

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"glossator/internal/annotation"
	"glossator/internal/doc"
	"glossator/internal/source"
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
	src       string
	tokens    []piece
	sentences []sentence
	quotes    []source.Span // inside the marks
	mentions  []annotation.Mention
	speakers  []annotation.Quote
}

func read(s Side) *text {
	t := &text{src: s.Doc.Prose.Text}
	blocks := s.Doc.Prose.Blocks
	if len(blocks) == 0 && t.src != "" {
		blocks = []doc.Block{{Span: source.Span{End: len(t.src)}}}
	}
	for i, b := range blocks {
		t.block(i, b)
	}
	if s.Ann != nil {
		t.mentions, t.speakers = s.Ann.Mentions, s.Ann.Quotes
	}
	t.mark()
	return t
}

// block adds the tokens and sentences of one block.
func (t *text) block(index int, b doc.Block) {
	lo, quotes := len(t.tokens), len(t.quotes)
	words(t.src, b.Span, func(span source.Span) {
		t.tokens = append(t.tokens, newPiece(t.src[span.Start:span.End], span))
	})
	if lo == len(t.tokens) {
		return
	}
	t.quotes = append(t.quotes, quotations(t.src, b.Span)...)
	q := quotes
	for i := lo; i < len(t.tokens); i++ {
		tok := &t.tokens[i]
		for q < len(t.quotes) && t.quotes[q].End <= tok.span.Start {
			q++
		}
		if q < len(t.quotes) && t.quotes[q].Holds(tok.span) {
			tok.quote = q + 1
		}
		tok.start = i == lo || t.tokens[i-1].quote != tok.quote || strings.Contains(t.between(i), ":")
	}
	headline := t.capitals(lo) && !stops(t.src[b.Span.Start:b.Span.End])
	from, start := lo, b.Span.Start
	for i := lo; i < len(t.tokens); i++ {
		t.tokens[i].start = t.tokens[i].start || headline
		if i+1 < len(t.tokens) && !t.ends(i) {
			continue
		}
		end := b.Span.End
		if i+1 < len(t.tokens) {
			end = t.tokens[i+1].span.Start
			for end > t.tokens[i].span.End && opens(t.src[:end]) {
				_, n := utf8.DecodeLastRuneInString(t.src[:end])
				end -= n
			}
			t.tokens[i+1].start = true
		}
		span := trim(t.src, source.Span{Start: start, End: end})
		t.sentences = append(t.sentences, sentence{lo: from, hi: i + 1, block: index, span: span})
		from, start = i+1, end
	}
}

// between is what stands between a token and the one before it.
func (t *text) between(i int) string { return t.src[t.tokens[i-1].span.End:t.tokens[i].span.Start] }

// ends tells whether a sentence ends after token i, which is not the block's last.
func (t *text) ends(i int) bool {
	next := &t.tokens[i+1]
	between := t.between(i + 1)
	if !next.cap && !next.number() && !strings.ContainsAny(between, "“\"«") || !strings.ContainsAny(between, " \n\t") {
		return false
	}
	if t.src[t.tokens[i].span.End-1] == '.' { // an abbreviation: only before a word that begins sentences
		return next.cap && next.class.function() && next.norm != "of"
	}
	stop := strings.IndexAny(between, ".!?…")
	return stop >= 0 && strings.IndexByte(between[stop:], ',') < 0
}

// opens tells whether the text ends in what belongs to a sentence that comes next.
func opens(s string) bool {
	switch lastRune(s) {
	case '“', '«', '‘', '(', '[', '$', '€', '£', '„':
		return true
	case '"', '\'': // straight marks open where a space stands before them
		return unicode.IsSpace(lastRune(s[:len(s)-1]))
	}
	return false
}

// stops tells whether a block ends as sentences end.
func stops(block string) bool {
	return strings.ContainsRune(".!?…", lastRune(strings.TrimRight(block, " \n\t”\"»)")))
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// capitals tells whether the tokens from lo on are a headline: most longer words
// begin with a capital.
func (t *text) capitals(lo int) bool {
	long, caps := 0, 0
	for i := lo; i < len(t.tokens); i++ {
		if tok := &t.tokens[i]; len(tok.norm) > 3 {
			long++
			if tok.cap {
				caps++
			}
		}
	}
	return long >= 3 && caps*10 >= long*8
}

func trim(src string, s source.Span) source.Span {
	in := src[s.Start:s.End]
	s.Start += len(in) - len(strings.TrimLeftFunc(in, unicode.IsSpace))
	s.End -= len(in) - len(strings.TrimRightFunc(in, unicode.IsSpace))
	return source.Span{Start: s.Start, End: max(s.Start, s.End)}
}

// mark tells each token which mention it stands in.
func (t *text) mark() {
	m := 0
	for i := range t.tokens {
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
	for _, q := range t.speakers {
		if q.Span.Overlaps(t.tokens[i].span) {
			return q.Speaker
		}
	}
	return ""
}

// words calls yield for each token of the span, in order.
func words(src string, in source.Span, yield func(source.Span)) {
	for i := in.Start; i < in.End; {
		r, n := utf8.DecodeRuneInString(src[i:in.End])
		switch {
		case unicode.IsDigit(r):
			end := numberEnd(src, i, in.End)
			yield(source.Span{Start: i, End: end})
			i = end
		case unicode.IsLetter(r):
			i = word(src, i, in.End, yield)
		case r == '%' || r == '$' || r == '€' || r == '£':
			yield(source.Span{Start: i, End: i + n})
			i += n
		default:
			i += n
		}
	}
}

// numberEnd is the end of "24,819", "2.5" or "11th" that begins at i.
func numberEnd(src string, i, end int) int {
	for i < end {
		r, n := utf8.DecodeRuneInString(src[i:end])
		sign := (r == ',' || r == '.') && i+1 < end && src[i+1] >= '0' && src[i+1] <= '9'
		if !unicode.IsDigit(r) && !unicode.IsLetter(r) && !sign {
			break
		}
		i += n
	}
	return i
}

// word yields the word at i, a contraction or possessive as a token of its own, and
// returns where it ends.
func word(src string, i, end int, yield func(source.Span)) int {
	start, letters := i, 0 // letters since the last full stop
	for i < end {
		r, n := utf8.DecodeRuneInString(src[i:end])
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r):
			letters++
			i += n
			continue
		case (r == '\'' || r == '’') && i+n < end:
			tail := i + n
			for tail < end && src[tail] < utf8.RuneSelf && unicode.IsLetter(rune(src[tail])) {
				tail++
			}
			switch suffix := strings.ToLower(src[i+n : tail]); {
			case suffix == "t" && i > start+1 && (src[i-1] == 'n' || src[i-1] == 'N'):
				yield(source.Span{Start: start, End: i - 1})
				yield(source.Span{Start: i - 1, End: tail})
				return tail
			case suffix == "s" || suffix == "re" || suffix == "ve" || suffix == "ll" || suffix == "d" || suffix == "m":
				yield(source.Span{Start: start, End: i})
				yield(source.Span{Start: i, End: tail})
				return tail
			case suffix != "": // O'Brien
				i, letters = tail, 2
				continue
			}
		case r == '.':
			w := src[start:i]
			next, _ := utf8.DecodeRuneInString(src[i+1 : end])
			if letters == 1 && unicode.IsLetter(next) { // U.S.
				i, letters = i+1, 0
				continue
			}
			initial := letters == 1 && unicode.IsUpper(rune(w[len(w)-1])) && w != "I"
			if initial || english().Unstopped[strings.ToLower(w)] {
				i++
			}
		}
		break
	}
	yield(source.Span{Start: start, End: i})
	return i
}

func newPiece(w string, span source.Span) piece {
	r, _ := utf8.DecodeRuneInString(w)
	t := piece{span: span, cap: unicode.IsUpper(r)}
	if acronym(w) {
		t.norm = strings.ReplaceAll(w, ".", "")
	} else {
		t.norm = strings.TrimSuffix(strings.ToLower(strings.ReplaceAll(w, "’", "'")), ".")
	}
	if full, ok := english().Contractions[t.norm]; ok {
		t.norm = full
	}
	t.stem, t.class = english().Root(t.norm), classOf(t.norm)
	switch {
	case unicode.IsDigit(r):
		t.value = strings.ReplaceAll(t.norm, ",", "")
	case english().Numerals[t.norm] != "":
		t.value = english().Numerals[t.norm]
	case t.norm == "%":
		t.norm, t.stem = "percent", "percent"
	}
	if t.class == day && !t.cap { // "march", "sat"
		t.class = content
	}
	return t
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

// quotations are the insides of the double quotation marks in a block. A mark that
// opens a block and is never closed holds to the block's end: the speech goes on in
// the next one.
func quotations(src string, in source.Span) []source.Span {
	var out []source.Span
	open := -1
	for i := in.Start; i < in.End; {
		r, n := utf8.DecodeRuneInString(src[i:in.End])
		switch {
		case open < 0 && (r == '“' || r == '"' || r == '«' || r == '„'):
			open = i + n
		case open >= 0 && (r == '”' || r == '"' || r == '»' || r == '“'):
			out = append(out, source.Span{Start: open, End: i})
			open = -1
		}
		i += n
	}
	if open >= 0 && open-in.Start <= len("“") {
		out = append(out, source.Span{Start: open, End: in.End})
	}
	return out
}
