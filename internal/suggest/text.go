package suggest

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"glossator/internal/annotation"
	"glossator/internal/language"
	"glossator/internal/reading"
	"glossator/internal/source"
	"glossator/internal/token"
)

// text is one article while names are looked for.
type text struct {
	*reading.Text
	ann     *annotation.Set
	words   *table
	classes []language.Set  // of the tokens, with the names of places
	known   []bool          // token → an entry or the author's mark explains it
	done    []bool          // token → a cue explains what is done
	mute    []bool          // token → it names nothing here: a headline in capitals, a byline, a dateline
	plain   []bool          // token → its capital is that of every noun; nil where nouns have none
	opens   []bool          // token → its capital may only begin a sentence
	lower   map[string]bool // words in small letters, folded
	places  map[string]bool // of the dateline, folded
	own     []string        // the publisher's and authors' names, folded
	names   []*name
	things  []*thing
}

func read(r *reading.Text, words *table, ann *annotation.Set) *text {
	t := &text{Text: r, ann: ann, words: words, lower: map[string]bool{}, places: map[string]bool{}}
	n := len(t.Tokens)
	t.known, t.done, t.mute, t.opens, t.classes = make([]bool, n), make([]bool, n), make([]bool, n), make([]bool, n), make([]language.Set, n)
	for _, p := range append([]string{t.Doc.Meta.Publisher}, t.Doc.Meta.Authors...) {
		if p = strings.ReplaceAll(folded(p), "-", " "); p != "" {
			t.own = append(t.own, strings.TrimPrefix(p, "the "))
		}
	}
	for i := range t.Tokens {
		if t.classes[i] = words.of(t.Word(i)); t.Tokens[i].Shape == token.Lower {
			t.classes[i] = words.itself(t.Word(i))
		}
	}
	if t.Lex.Pack.CapitalNouns {
		t.articles()
	}
	t.explained()
	t.layout()
	if t.Lex.Pack.CapitalNouns {
		t.findNouns()
	} else {
		t.find()
	}
	for _, m := range t.names {
		t.look(m)
	}
	t.lists()
	t.sides()
	return t
}

// explained marks what entries and the author's marks cover.
func (t *text) explained() {
	for _, m := range t.ann.Mentions {
		if strings.HasPrefix(m.Rule, "cue") {
			t.cover(m.Span, t.done)
		} else {
			t.cover(m.Span, t.known)
		}
	}
	for _, m := range t.Doc.Marks {
		t.cover(m.Span, t.known)
	}
	for _, d := range t.ann.Doubts {
		if len(d.Entries) > 1 { // it has entries: which one is another question
			t.cover(d.Span, t.known)
		}
	}
}

// cover notes the tokens that begin in the span.
func (t *text) cover(s source.Span, what []bool) {
	for i := t.At(s.Start); i < len(t.Tokens) && int(t.Tokens[i].Start) < s.End; i++ {
		what[i] = what[i] || int(t.Tokens[i].Start) >= s.Start
	}
}

// layout tells of every token whether it opens a sentence, and whether it names nothing.
func (t *text) layout() {
	begins := make([]bool, len(t.Tokens)+1) // a quotation
	for _, q := range t.ann.Quotes {
		begins[t.At(q.Span.Start)] = true
	}
	for i := range t.Tokens {
		t.opens[i] = t.first(i) || begins[i] || begins[i+1] || t.opensBehind(i)
		if t.Tokens[i].Shape == token.Lower {
			t.lower[t.Word(i)] = true
		}
	}
	t.pairings()
	for _, b := range t.Blocks {
		t.silence(b.From, b.To)
	}
}

// first tells whether token i is the first of its sentence.
func (t *text) first(i int) bool {
	return i == 0 || t.Tokens[i].Flags&token.Break != 0 || t.SentenceOf(i) != t.SentenceOf(i-1)
}

// opensBehind tells whether the mark before token i makes a capital at i say nothing.
func (t *text) opensBehind(i int) bool {
	return t.Tokens[i-1].Shape == token.Punct && (t.opens[i-1] || t.Is(i-1, ":") || t.Is(i-1, "…"))
}

// silence marks the tokens of a block that name nothing.
func (t *text) silence(from, to int) {
	end := from
	switch {
	case from == to, t.paired(from, to):
	case t.shouts(from, to) || t.byline(from, to) || t.stamped(from, to):
		end = to
	case t.roll(from, to):
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
		if s := t.Sentences[t.SentenceOf(i)]; t.credits(i, s.To) {
			for k := s.From; k < s.To; k++ {
				t.mute[k] = true
			}
		}
	}
}

// credits tells whether the publisher's own people are thanked from token i on: "Ana Ruiz
// contributed to this report", "Reporting by Ana Ruiz".
func (t *text) credits(i, to int) bool {
	switch {
	case t.Is(i, "reporting"), t.Is(i, "editing"):
		return t.Is(i+1, "by")
	case !t.Is(i, "contributed"):
		return false
	}
	for i < to && !t.Is(i, "report") {
		i++
	}
	return i < to
}

// shouts tells whether nearly every word of a block has a capital, so that a capital
// says nothing.
func (t *text) shouts(from, to int) bool {
	const enough = 30 // words
	words, capitals, numbers := 0, 0, 0
	for i := from; i < to && words < enough; i++ {
		if t.Tokens[i].Shape == token.Number {
			numbers++
		}
		if !t.Tokens[i].Shape.Wordlike() || t.in(i, language.Function) && t.Tokens[i].Shape != token.Upper {
			continue
		}
		words++
		if t.Tokens[i].Shape.Capitalized() {
			capitals++
		}
	}
	if numbers > 1 || t.roll(from, to) {
		return false // results, and who played
	}
	if t.Is(to-1, ".") {
		return words >= 6 && capitals == words
	}
	if words >= 4 && capitals*10 >= words*9 {
		return true
	}
	return words >= 2 && numbers == 0 && t.cries(from, to)
}

// pairings takes the word between two who are to play each other, in capitals, from those
// that may name something, where a text has several such blocks: "TORONTO AT NEW YORK".
func (t *text) pairings() {
	const fewest = 2
	var between []int
	for _, b := range t.Blocks {
		if i := t.pairing(b.From, b.To); i > 0 {
			between = append(between, i)
		}
	}
	if len(between) < fewest {
		return
	}
	for _, i := range between {
		t.mute[i] = true
	}
}

// pairing is the word between two names in a block in capitals; 0 where there is none.
func (t *text) pairing(from, to int) int {
	const longest = 3 // words, of each
	if to-from < 3 || to-from > 2*longest+1 || !t.cries(from, to) {
		return 0
	}
	for i := from + 1; i < to-1; i++ {
		if t.Lex.Pack.Versus[t.Word(i)] {
			return i
		}
	}
	return 0
}

// paired tells whether a block is such a pair.
func (t *text) paired(from, to int) bool {
	i := t.pairing(from, to)
	return i > 0 && t.mute[i]
}

// cries tells whether all words of a block are in capitals: "TENNIS - LEADING SCORES".
func (t *text) cries(from, to int) bool {
	for i := from; i < to; i++ {
		if t.Tokens[i].Shape.Wordlike() && t.Tokens[i].Shape != token.Upper {
			return false
		}
	}
	return true
}

// roll tells whether a block lists names: "Kelmouth - Ivo Brandl; Peter Moss, Karl Veen".
func (t *text) roll(from, to int) bool {
	words, marks := 0, 0
	for i := from; i < to; i++ {
		switch {
		case t.Is(i, ",") || t.Is(i, ";"):
			marks++
		case t.small(i):
			return false
		case t.Tokens[i].Shape.Capitalized():
			words++
		}
	}
	return marks > 2 && marks*4 >= words
}

// stamped tells whether a block is a dateline by itself: "KELMOUTH 1996-08-24".
func (t *text) stamped(from, to int) bool {
	const longest = 12 // tokens
	if to-from > longest || t.Tokens[from].Shape != token.Upper || !t.number(to-1) {
		return false
	}
	year := false
	for i := from; i < to; i++ {
		if t.small(i) {
			return false
		}
		year = year || t.year(i)
	}
	return year
}

// byline tells whether a block only says who wrote it.
func (t *text) byline(from, to int) bool {
	const longest = 24 // tokens
	if to-from < 2 || to-from >= longest || t.Is(to-1, ".") {
		return false
	}
	return t.Is(from, "by") && t.Tokens[from+1].Shape.Capitalized()
}

// dateline is the end of "KELMOUTH, Vardenia (Wire) — " at the head of a block; from
// where there is none. Its place is a place in all of the article.
func (t *text) dateline(from, to int) int {
	const longest = 16 // tokens
	paren := false
	for i := from; i < to && i < from+longest; i++ {
		tok := t.Tokens[i]
		switch w := t.Word(i); {
		case w == "-" && (tok.Flags&token.Spaced != 0 || i > from && t.Is(i-1, ")")):
			if t.Is(i+1, "-") && t.Tokens[i+1].Flags&token.Spaced == 0 {
				i++ // as typewriters wrote a dash
			}
			if i > from && i+1 < to && t.Tokens[i+1].Flags&token.Spaced != 0 {
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
		if t.Tokens[i].Shape == token.Punct && !t.Is(i, "-") || t.in(i, language.Calendar) {
			return i
		}
	}
	return to
}

// class is what is known of token i, the names of places too; nothing, outside the text.
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
	return strings.Join(strings.Fields(t.Prose[t.Tokens[from].Start:t.Tokens[to-1].End]), " ")
}

// phrase is the words of [from, to) folded, with one space between them.
func (t *text) phrase(from, to int) string {
	var b strings.Builder
	for i := from; i < to; i++ {
		if w := t.Word(i); t.Tokens[i].Shape != token.Punct || w == "and" {
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
	if uint(i) >= uint(len(t.Tokens)) || t.known[i] || t.mute[i] || !t.Tokens[i].Shape.Capitalized() {
		return false
	}
	if t.plain != nil && t.plain[i] {
		return false
	}
	r, _ := utf8.DecodeRuneInString(t.Prose[t.Tokens[i].Start:])
	return unicode.IsUpper(r)
}

// joined tells whether token i follows the one before in the same sentence, with nothing
// but a space between.
func (t *text) joined(i int) bool {
	return i > 0 && i < len(t.Tokens) && t.SentenceOf(i) == t.SentenceOf(i-1) && t.Tokens[i].Flags&token.Break == 0
}

// number tells whether token i is a number.
func (t *text) number(i int) bool {
	return i >= 0 && i < len(t.Tokens) && t.Tokens[i].Shape == token.Number
}

// small tells whether token i is a word in small letters, or with a capital that says nothing.
func (t *text) small(i int) bool {
	return i >= 0 && i < len(t.Tokens) && (t.Tokens[i].Shape == token.Lower || t.plain != nil && t.plain[i])
}
