// Package reading reads a text once, for all who look for something in it: its words and
// marks, what the language's pack knows of each, its sentences and its blocks.
//
// In: a Document and a Lexicon. Out: a Text. Invariant: pure, and linear in the text.
package reading

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"glossator/internal/doc"
	"glossator/internal/language"
	"glossator/internal/lexicon"
	"glossator/internal/meta"
	"glossator/internal/source"
	"glossator/internal/token"
)

// Text is what is read of one document. Tokens, sentences and blocks are known by their
// numbers; a range [from, to) of tokens has its end outside. Its memory is used again by
// the next Read: nothing of it may be kept, but for what points into the prose.
type Text struct {
	Doc       *doc.Document
	Lex       *lexicon.Lexicon
	Prose     string   // Doc.Prose.Text; every offset is in bytes of it
	Day       meta.Day // the article's day: published, else the day of the event
	Tokens    []token.Token
	Stops     []int32 // the tokens that are marks or have a full stop
	Folded    string  // lower case without accents; tokens point into it
	Sentences []Sentence
	Blocks    []Block // one for each of Doc.Prose.Blocks

	notices []Notice       // of the tokens
	heads   []lexicon.Word // token that is no known word → the known one that it ends with; nil in languages that join none
	asked   []Notice       // by the words of pack
	pack    *language.Pack
	within  []int32                // token → its sentence; those behind the last block have none
	row     struct{ from, to int } // the closing marks looked at last
}

// Sentence is the tokens [From, To) of a block.
type Sentence struct {
	From, To int
	Block    int
}

// Block is a block of the document, its tokens [From, To) and its sentences [First, Last).
type Block struct {
	doc.Block
	From, To    int
	First, Last int
	style       Style
}

// New reads a document.
func New(d *doc.Document, lex *lexicon.Lexicon) *Text {
	t := new(Text)
	t.Read(d, lex)
	return t
}

// Phrase is the text of some words that are no document: tokens, and what is known of each.
func Phrase(words string, lex *lexicon.Lexicon) *Text {
	t := &Text{Lex: lex, Prose: words}
	t.Tokens, t.Folded = lex.Tokens(words, nil)
	return t
}

// Read makes the text that of a document, whatever it was before.
func (t *Text) Read(d *doc.Document, lex *lexicon.Lexicon) {
	t.Doc, t.Lex, t.Prose, t.Day = d, lex, d.Prose.Text, d.Meta.Published
	if t.Day == "" {
		t.Day = d.Meta.Event
	}
	t.Tokens, t.Folded = lex.Tokens(t.Prose, slices.Grow(t.Tokens[:0], len(t.Prose)/5+8))
	t.row.from, t.row.to = 0, 0
	t.look()
	t.layout()
}

// Keep is the reading in memory of its own, which stays when t reads on.
func (t *Text) Keep() *Text {
	k := *t
	k.Tokens, k.Stops, k.notices, k.within = slices.Clone(t.Tokens), slices.Clone(t.Stops), slices.Clone(t.notices), slices.Clone(t.within)
	k.Sentences, k.Blocks, k.heads = slices.Clone(t.Sentences), slices.Clone(t.Blocks), slices.Clone(t.heads)
	return &k
}

// Release lets go of the document; the memory stays.
func (t *Text) Release() { t.Doc, t.Lex, t.Prose, t.Folded = nil, nil, "", "" }

// Raw is a token as it is written.
func (t *Text) Raw(i int) string { return t.Prose[t.Tokens[i].Start:t.Tokens[i].End] }

// Digits is a token as it is written, its digits as ASCII has them: 320 of ٣٢٠ and ３２０.
func (t *Text) Digits(i int) string {
	raw := t.Raw(i)
	if raw == "" || raw[0] < utf8.RuneSelf {
		return raw
	}
	return strings.Map(func(r rune) rune {
		if !unicode.IsDigit(r) {
			return r
		}
		zero := r
		for unicode.IsDigit(zero-1) && r-zero < 9 {
			zero--
		}
		return '0' + r - zero
	}, raw)
}

// Fold is a token in lower case, without accents and without the full stops of an
// abbreviation; a clitic is "'s" with a straight apostrophe.
func (t *Text) Fold(i int) string { return t.Folded[t.Tokens[i].FoldStart:t.Tokens[i].FoldEnd] }

// Word is the same of any token; "" outside the text.
func (t *Text) Word(i int) string {
	if uint(i) >= uint(len(t.Tokens)) {
		return ""
	}
	return t.Fold(i)
}

// Is tells whether token i is there and is the folded word, or in another language than
// English one that does its work ("el" that of "the").
func (t *Text) Is(i int, word string) bool {
	return i >= 0 && i < len(t.Tokens) && t.Lex.Pack.Does(t.Fold(i), word)
}

// AnyOf tells whether token i is there and is one of the folded words.
func (t *Text) AnyOf(i int, words ...string) bool {
	for _, w := range words {
		if t.Is(i, w) {
			return true
		}
	}
	return false
}

// Glued tells whether token i is there and stands right behind the one before it, without
// a space.
func (t *Text) Glued(i int) bool {
	return i > 0 && i < len(t.Tokens) && t.Tokens[i].Flags&(token.Spaced|token.Break) == 0
}

// Span is the bytes of the tokens [from, to).
func (t *Text) Span(from, to int) source.Span {
	return source.Span{Start: int(t.Tokens[from].Start), End: int(t.Tokens[to-1].End)}
}

// At is the first token that ends after the byte offset.
func (t *Text) At(offset int) int {
	return sort.Search(len(t.Tokens), func(i int) bool { return int(t.Tokens[i].End) > offset })
}

// SentenceOf is the number of the sentence that holds token i.
func (t *Text) SentenceOf(i int) int {
	switch {
	case i < 0:
		return 0
	case i >= len(t.within):
		return len(t.Sentences)
	}
	return int(t.within[i])
}

// BlockOf is the number of the block that holds token i.
func (t *Text) BlockOf(i int) int {
	if s := t.SentenceOf(i); s < len(t.Sentences) {
		return t.Sentences[s].Block
	}
	return len(t.Blocks) - 1
}

// Plural tells whether token i looks like the noun that a number counts.
func (t *Text) Plural(i int) bool {
	if i >= len(t.Tokens) || t.Tokens[i].Shape != token.Lower || t.In(i, language.Function) {
		return false
	}
	w := t.Fold(i)
	return len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") || t.In(i, language.Plural)
}

// Zeroed is n zeros, in the memory of s if they fit.
func Zeroed[T any](s []T, n int) []T {
	s = slices.Grow(s[:0], n)[:n]
	clear(s)
	return s
}
