package annotate

import (
	"slices"
	"sort"

	"glossator/internal/token"

	"glossator/internal/doc"
	"glossator/internal/language"
	"glossator/internal/lexicon"
	"glossator/internal/meta"
	"glossator/internal/source"
)

// text is one document while it is annotated: its tokens, sentences and blocks.
type text struct {
	doc       *doc.Document
	lex       *lexicon.Lexicon
	prose     string   // doc.Prose.Text; every offset is in bytes of it
	day       meta.Day // the article's day: published, else the day of the event
	tokens    []token.Token
	notices   []notice // of the tokens
	asked     []notice // by the words of pack
	pack      *language.Pack
	stops     []int32 // the tokens that are marks or have a full stop
	folded    string  // lower case without accents; tokens point into it
	sentences []sentence
	blocks    []block                // one for each of doc.Prose.Blocks
	within    []int32                // token → its sentence; those behind the last block have none
	row       struct{ from, to int } // the closing marks looked at last
	finder    finder                 // of the text's mentions, and its memory

	attributor attributor // of its quotations

	dateRoom   []Date // room for what is found, which is then copied
	figureRoom []Figure
}

// sentence is a range of tokens, end excluded.
type sentence struct {
	from, to int
	block    int
}

// block is the range of a block's tokens and of its sentences, ends excluded.
type block struct {
	doc.Block
	from, to    int
	first, last int // sentences
	style       style
}

func newText(d *doc.Document, lex *lexicon.Lexicon) *text {
	t := new(text)
	t.read(d, lex)
	return t
}

// read makes the text that of a document, whatever it was before.
func (t *text) read(d *doc.Document, lex *lexicon.Lexicon) {
	t.doc, t.lex, t.prose, t.day = d, lex, d.Prose.Text, d.Meta.Published
	if t.day == "" {
		t.day = d.Meta.Event
	}
	t.tokens, t.folded = lex.Tokens(t.prose, slices.Grow(t.tokens[:0], len(t.prose)/5+8))
	t.row.from, t.row.to = 0, 0
	t.look()
	t.layout()
}

// raw is a token as it is written.
func (t *text) raw(i int) string { return t.prose[t.tokens[i].Start:t.tokens[i].End] }

// fold is a token in lower case, without accents and without the full stops of an
// abbreviation; a clitic is "'s" with a straight apostrophe.
func (t *text) fold(i int) string { return t.folded[t.tokens[i].FoldStart:t.tokens[i].FoldEnd] }

// is tells whether token i is there and is the folded word.
func (t *text) is(i int, word string) bool {
	return i >= 0 && i < len(t.tokens) && t.fold(i) == word
}

// span is the bytes of the tokens [from, to).
func (t *text) span(from, to int) source.Span {
	return source.Span{Start: int(t.tokens[from].Start), End: int(t.tokens[to-1].End)}
}

// at is the first token that ends after the byte offset.
func (t *text) at(offset int) int {
	return sort.Search(len(t.tokens), func(i int) bool { return int(t.tokens[i].End) > offset })
}

// sentenceOf is the number of the sentence that holds token i.
func (t *text) sentenceOf(i int) int {
	switch {
	case i < 0:
		return 0
	case i >= len(t.within):
		return len(t.sentences)
	}
	return int(t.within[i])
}

// blockOf is the number of the block that holds token i.
func (t *text) blockOf(i int) int {
	if s := t.sentenceOf(i); s < len(t.sentences) {
		return t.sentences[s].block
	}
	return len(t.blocks) - 1
}
