package annotate

import (
	"sync"

	"glossator/internal/doc"
	"glossator/internal/lexicon"
)

// Annotate finds everything in the document. Quotations need to know who is
// mentioned; figures, who is mentioned and what is a date.
func Annotate(d *doc.Document, lex *lexicon.Lexicon) *Annotations {
	t := texts.Get().(*text)
	defer t.release()
	t.read(d, lex)
	a := &Annotations{Sentences: t.sentenceSpans(), words: lexicon.WordsOf(t.tokens)}
	a.Mentions, a.Doubts = t.mentions(nil)
	a.Quotes = t.quotes(a.Mentions)
	a.Dates = t.dates()
	a.Figures = t.figures(a.Mentions, a.Dates)
	return a
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
