package annotate

import (
	"sync"

	"glossator/internal/token"

	"glossator/internal/doc"
	"glossator/internal/lexicon"
)

// Annotate finds everything in the document.
func Annotate(d *doc.Document, lex *lexicon.Lexicon) (a *Annotations) {
	Lend(d, lex, func(found *Annotations, _ []token.Token) { a = found })
	return a
}

// Lend finds everything in the document, and lends the tokens to those who read them for
// another end: they are good until use returns. Quotations need to know who is mentioned;
// figures, who is mentioned and what is a date.
func Lend(d *doc.Document, lex *lexicon.Lexicon, use func(*Annotations, []token.Token)) {
	t := texts.Get().(*text)
	defer t.release()
	t.read(d, lex)
	a := &Annotations{Sentences: t.sentenceSpans()}
	a.Mentions, a.Doubts = t.mentions(nil)
	a.Quotes = t.quotes(a.Mentions)
	a.Dates = t.dates()
	a.Figures = t.figures(a.Mentions, a.Dates)
	use(a, t.tokens)
}

// texts lends the memory of texts that were read to those that are: a text needs some
// hundred kilobytes, which would otherwise be asked for and cleared for each.
var texts = sync.Pool{New: func() any { return new(text) }}

// release gives the text's memory back. What it found stays: it is copied, or points
// into the prose.
func (t *text) release() {
	t.doc, t.lex, t.prose, t.folded = nil, nil, "", ""
	texts.Put(t)
}
