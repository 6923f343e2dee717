package suggest

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"glossator/internal/doc"
	"glossator/internal/language"
	"glossator/internal/lexicon"
	"glossator/internal/source"
	"glossator/internal/token"
)

// text is one article while names are looked for.
type text struct {
	Article
	lex     *lexicon.Lexicon
	words   *table
	prose   string
	tokens  []token.Token
	classes []language.Set // of the tokens
	fold    string
	known   []bool          // token → an entry or the author's mark explains it
	done    []bool          // token → a cue explains what is done
	mute    []bool          // token → it names nothing here: a headline in capitals, a byline, a dateline
	opens   []bool          // token → its capital may only begin a sentence
	within  []int32         // token → its sentence, an index into Ann.Sentences
	lower   map[string]bool // words in small letters, folded
	places  map[string]bool // of the dateline, folded
	own     []string        // the publisher's and authors' names, folded
	names   []*name
	things  []*thing
}

func read(lex *lexicon.Lexicon, words *table, a Article) *text {
	t := &text{Article: a, lex: lex, words: words, prose: a.Doc.Prose.Text, lower: map[string]bool{}, places: map[string]bool{}}
	t.tokens, t.fold = lex.Tokens(t.prose, nil)
	n := len(t.tokens)
	t.known, t.done, t.mute, t.opens, t.within = make([]bool, n), make([]bool, n), make([]bool, n), make([]bool, n), make([]int32, n)
	for _, p := range append([]string{a.Doc.Meta.Publisher}, a.Doc.Meta.Authors...) {
		if p = strings.ReplaceAll(folded(p), "-", " "); p != "" {
			t.own = append(t.own, strings.TrimPrefix(p, "the "))
		}
	}
	t.classes = make([]language.Set, n)
	for i := range t.tokens {
		t.classes[i] = words.of(t.word(i))
	}
	t.explained()
	t.layout()
	t.find()
	for _, m := range t.names {
		t.look(m)
	}
	return t
}

// explained marks what entries and the author's marks cover.
func (t *text) explained() {
	i := 0
	cover := func(s source.Span, what []bool) {
		for i > 0 && int(t.tokens[i-1].Start) >= s.Start {
			i--
		}
		for ; i < len(t.tokens) && int(t.tokens[i].Start) < s.End; i++ {
			if int(t.tokens[i].Start) >= s.Start {
				what[i] = true
			}
		}
	}
	for _, m := range t.Ann.Mentions {
		if strings.HasPrefix(m.Rule, "cue") {
			cover(m.Span, t.done)
		} else {
			cover(m.Span, t.known)
		}
	}
	i = 0
	for _, m := range t.Doc.Marks {
		cover(m.Span, t.known)
	}
	i = 0
	for _, d := range t.Ann.Doubts {
		if len(d.Entries) > 1 { // it has entries: which one is another question
			cover(d.Span, t.known)
		}
	}
}

// layout tells of every token its sentence, whether it opens one, and whether it names
// nothing.
func (t *text) layout() {
	block, sentence, quoted := 0, 0, false
	blocks, sentences := t.Doc.Prose.Blocks, t.Ann.Sentences
	for i := range t.tokens {
		at := int(t.tokens[i].Start)
		fresh := t.tokens[i].Flags&token.Break != 0
		for block < len(blocks)-1 && blocks[block].Span.End <= at {
			block++
			fresh = true
		}
		for sentence < len(sentences)-1 && sentences[sentence].End <= at {
			sentence++
			fresh = true
		}
		t.within[i] = int32(sentence)
		t.opens[i] = fresh || i > 0 && t.opens[i-1] && t.tokens[i-1].Shape == token.Punct
		if mark := t.word(i); mark == "\"" {
			quoted = !quoted && t.tokens[i].Flags&token.Spaced != 0 || fresh
			t.opens[i] = t.opens[i] || quoted
		} else if i > 0 && (t.word(i-1) == "\"" && quoted || t.word(i-1) == ":" || t.word(i-1) == "…") {
			t.opens[i] = true
		}
		if t.tokens[i].Shape == token.Lower {
			t.lower[t.word(i)] = true
		}
	}
	for _, b := range blocks {
		t.silence(b)
	}
}

// silence marks the tokens of a block that name nothing.
func (t *text) silence(b doc.Block) {
	from := t.at(b.Span.Start)
	to := from
	for to < len(t.tokens) && int(t.tokens[to].Start) < b.Span.End {
		to++
	}
	end := from
	switch {
	case from == to:
	case t.shouts(from, to) || t.byline(from, to):
		end = to
	default:
		end = t.dateline(from, to)
	}
	for i := from; i < end; i++ {
		t.mute[i] = true
	}
	if end > from && end < to {
		t.opens[end] = true
	}
	for i := from; i < to; i++ {
		if t.is(i, "contributed") || t.is(i, "reporting") && t.is(i+1, "by") || t.is(i, "editing") && t.is(i+1, "by") {
			t.credit(i)
		}
	}
}

// credit silences the sentence of token i, which thanks the publisher's own people.
func (t *text) credit(i int) {
	from, to := i, i
	for from > 0 && t.within[from-1] == t.within[i] {
		from--
	}
	for to < len(t.tokens) && t.within[to] == t.within[i] {
		if t.is(i, "contributed") && t.is(to, "report") || !t.is(i, "contributed") {
			for k := from; k < len(t.tokens) && t.within[k] == t.within[i]; k++ {
				t.mute[k] = true
			}
			return
		}
		to++
	}
}

// shouts tells whether nearly every word of a block has a capital, so that a capital
// says nothing.
func (t *text) shouts(from, to int) bool {
	const enough = 30 // words
	words, capitals := 0, 0
	for i := from; i < to && words < enough; i++ {
		if !t.tokens[i].Shape.Wordlike() || t.in(i, language.Function) && t.tokens[i].Shape != token.Upper {
			continue
		}
		words++
		if t.tokens[i].Shape.Capitalized() {
			capitals++
		}
	}
	return words >= 4 && capitals*10 >= words*9 && !t.is(to-1, ".") || words >= 6 && capitals == words
}

// byline tells whether a block only says who wrote it.
func (t *text) byline(from, to int) bool {
	return t.is(from, "by") && to-from < 24 && !t.is(to-1, ".") && from+1 < to && t.tokens[from+1].Shape.Capitalized()
}

// dateline is the end of "KELMOUTH, Vardenia (Wire) — " at the head of a block; from
// where there is none. Its place is a place in all of the article.
func (t *text) dateline(from, to int) int {
	const longest = 16 // tokens
	paren := false
	for i := from; i < to && i < from+longest; i++ {
		tok := t.tokens[i]
		switch w := t.word(i); {
		case w == "-" && tok.Flags&token.Spaced != 0 || w == "-" && i > from && t.is(i-1, ")"):
			if t.is(i+1, "-") && t.tokens[i+1].Flags&token.Spaced == 0 {
				i++ // as typewriters wrote a dash
			}
			if i > from && i+1 < to && t.tokens[i+1].Flags&token.Spaced != 0 {
				t.places[t.phrase(from, t.placeEnd(from, i))] = true
				return i + 1
			}
			return from
		case w == "(":
			paren = true
		case w == ")":
			paren = false
		case paren, w == ",", w == ".", w == "-" && i > from:
		case tok.Shape.Capitalized(), tok.Shape == token.Number, t.in(i, language.Calendar), w == "de", w == "del":
		default:
			return from
		}
	}
	return from
}

// placeEnd is where the place of a dateline ends.
func (t *text) placeEnd(from, to int) int {
	for i := from; i < to; i++ {
		if t.tokens[i].Shape == token.Punct && !t.is(i, "-") || t.in(i, language.Calendar) {
			return i
		}
	}
	return to
}

func (t *text) at(offset int) int {
	lo, hi := 0, len(t.tokens)
	for lo < hi {
		if mid := (lo + hi) / 2; int(t.tokens[mid].Start) < offset {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// word is token i folded; "" outside the text.
func (t *text) word(i int) string {
	if i < 0 || i >= len(t.tokens) {
		return ""
	}
	return t.fold[t.tokens[i].FoldStart:t.tokens[i].FoldEnd]
}

func (t *text) is(i int, word string) bool { return t.word(i) == word }

// class is what is known of token i; nothing, outside the text.
func (t *text) class(i int) language.Set {
	if i < 0 || i >= len(t.classes) {
		return language.Set{}
	}
	return t.classes[i]
}

// in tells whether token i is in one of the classes.
func (t *text) in(i int, cs ...language.Class) bool { return t.class(i).Has(cs...) }

// raw is the tokens [from, to) as they are written.
func (t *text) raw(from, to int) string {
	return strings.Join(strings.Fields(t.prose[t.tokens[from].Start:t.tokens[to-1].End]), " ")
}

// phrase is the words of [from, to) folded, with one space between them.
func (t *text) phrase(from, to int) string {
	var b strings.Builder
	for i := from; i < to; i++ {
		if w := t.word(i); t.tokens[i].Shape != token.Punct || w == "and" {
			if b.Len() > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(w)
		}
	}
	return b.String()
}

// capital tells whether token i is a word with a capital first that may name something.
func (t *text) capital(i int) bool {
	if i < 0 || i >= len(t.tokens) || t.known[i] || t.mute[i] || !t.tokens[i].Shape.Capitalized() {
		return false
	}
	r, _ := utf8.DecodeRuneInString(t.prose[t.tokens[i].Start:])
	return unicode.IsUpper(r)
}

// joined tells whether token i follows the one before in the same sentence, with nothing
// but a space between.
func (t *text) joined(i int) bool {
	return i > 0 && i < len(t.tokens) && t.within[i] == t.within[i-1] && t.tokens[i].Flags&token.Break == 0
}

// tight tells whether token i stands right behind the one before, without a space.
func (t *text) tight(i int) bool {
	return i > 0 && i < len(t.tokens) && t.tokens[i].Flags&(token.Spaced|token.Break) == 0
}

// number tells whether token i is a number.
func (t *text) number(i int) bool {
	return i >= 0 && i < len(t.tokens) && t.tokens[i].Shape == token.Number
}

// small tells whether token i is a word in small letters.
func (t *text) small(i int) bool {
	return i >= 0 && i < len(t.tokens) && t.tokens[i].Shape == token.Lower
}
